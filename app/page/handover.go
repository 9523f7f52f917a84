package page

import (
	"context"
	"path/filepath"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
	"travaux/translations"
)

// HandOver writes the files of papers into a folder and notes what was made, with a
// certificate of each file: all of that is done, as one act, or nothing. It returns the
// paths of the files. It is the only way by which the window hands a paper over.
func HandOver(ctx context.Context, d *desk.Desk, loc *translations.Localizer, folder string, all ...paper.Made) ([]string, error) {
	var files []newFile
	for _, m := range all {
		_, draft := paper.Next(d, m.Order.Kind, m.Name)
		for _, f := range m.Files {
			files = append(files, newFile{DraftName(loc, m.Name, draft) + "-" + string(f.Certificate.Lang), f.Ending, f.Content})
		}
	}
	paths, err := writeFiles(folder, files)
	if err != nil {
		return nil, err
	}
	var records []data.Paper
	at := 0
	for _, m := range all {
		for i := range m.Files {
			m.Files[i].Certificate.Name = filepath.Base(paths[at])
			at++
		}
		records = append(records, paper.Record(d, m))
	}
	records, err = d.Papers().SetAll(ctx, records...)
	for _, p := range records {
		if err == nil {
			err = d.SetScratch(paperFolderKey(p.ID), folder)
		}
	}
	if err != nil {
		removeFiles(paths)
		return nil, err
	}
	return paths, nil
}

// DraftName is what the files of a draft are called, without language and ending: the
// first has no number.
func DraftName(loc *translations.Localizer, name string, draft int) string {
	if draft > 1 {
		name = FileName(loc.T("papers.draft.file", "name", name, "n", loc.Number(draft)))
	}
	return name
}

// PaperFolder is where this laptop put the files of a paper; "" where it made none.
func PaperFolder(d *desk.Desk, paper data.ID) string { return d.Scratch(paperFolderKey(paper)) }

func paperFolderKey(id data.ID) string { return "papers.folder/" + id.String() }

// Making is a paper of a page's own that is to be made.
type Making struct {
	paper.Work
	Name    string          // of its files, without draft, language and ending
	Formats []export.Format // none: PDF
}

// Made makes its files; nothing is written yet.
func (m Making) Made(ctx context.Context, d *desk.Desk, langs []data.Lang, progress data.Progress) (paper.Made, error) {
	if len(m.Formats) == 0 {
		m.Formats = formats.All[:1]
	}
	files, err := m.Make(ctx, d, paper.How{Langs: langs, Formats: m.Formats}, progress)
	return paper.Made{Order: m.Order(), Name: m.Name, Files: files}, err
}

// MakePapers makes papers of a page's own in some languages and hands them over together
// into a folder; then made, which was hidden until then, says where they are.
func MakePapers(r *room.Room, folder string, made *look.Text, langs []data.Lang, all ...Making) {
	if len(langs) == 0 {
		r.Toast(r.Loc.T("papers.empty.languages"))
		return
	}
	HandOverMade(r, folder, made, func(ctx context.Context, progress data.Progress) (out []paper.Made, err error) {
		for _, m := range all {
			x, err := m.Made(ctx, r.Desk, langs, progress)
			if err != nil {
				return nil, err
			}
			out = append(out, x)
		}
		return out, nil
	}, nil)
}

// HandOverMade makes papers off the window's goroutine and hands them over into a
// folder; then made, which was hidden until then, says where they are, and then is
// called if it is not nil.
func HandOverMade(r *room.Room, folder string, made *look.Text, make func(context.Context, data.Progress) ([]paper.Made, error), then func()) {
	var paths []string
	r.Run(func(ctx context.Context, progress data.Progress) error {
		all, err := make(ctx, progress)
		if err == nil {
			paths, err = HandOver(ctx, r.Desk, r.Loc, folder, all...)
		}
		return err
	}, func() {
		r.Changed()
		RememberFolder(folder)
		TellMade(r, made, paths)
		if then != nil {
			then()
		}
	})
}
