package papers

import (
	"context"
	"path/filepath"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// order is what papers are to be made, and where.
type order struct {
	paper   data.PaperOrder
	langs   []data.Lang
	formats []export.Format
	how     export.FileOptions
	folder  string
	name    string // of the files, without draft, language and ending
}

// options are what of our positions the paper says in a language.
func (o order) options(lang data.Lang, cite func(path string) string) desk.PublicOptions {
	day := o.paper.Date
	if day.IsZero() {
		day = data.Today()
	}
	return desk.PublicOptions{Lang: lang, Date: day, ApprovedOnly: o.paper.ApprovedOnly, Cite: cite}
}

// make makes all files, writes them, and notes what was made. All of that is done, or
// nothing. It returns the paths of the files.
func (o order) make(ctx context.Context, d *desk.Desk, loc *translations.Localizer, progress data.Progress) ([]string, error) {
	made, err := paper.Make(ctx, d, o.paper, o.langs, o.formats, o.how, progress)
	if err != nil {
		return nil, err
	}
	_, draft := paper.Next(d, o.paper.Kind, o.name)
	var files []page.NewFile
	for _, f := range made {
		files = append(files, page.NewFile{Name: fileName(loc, o.name, draft) + "-" + string(f.Lang), Ending: f.Ending, Content: f.Content})
	}
	paths, err := page.WriteFiles(o.folder, files)
	if err != nil {
		return nil, err
	}
	var certificates []data.Certificate
	for i, f := range made {
		f.Certificate.Name = filepath.Base(paths[i])
		certificates = append(certificates, f.Certificate)
	}
	p, err := d.Papers().Set(ctx, paper.Record(d, o.paper, o.name, o.langs, o.formats, certificates))
	if err == nil {
		err = d.SetScratch(folderKey(p.ID), o.folder)
	}
	if err != nil {
		page.RemoveFiles(paths)
		return nil, err
	}
	return paths, nil
}

// fileName is what the files of a draft are called, without language and ending: the
// first has no number.
func fileName(loc *translations.Localizer, name string, draft int) string {
	if draft > 1 {
		name = page.FileName(loc.T("papers.draft.file", "name", name, "n", loc.Number(draft)))
	}
	return name
}

// folderKey is under what this laptop remembers where the files of a paper are.
func folderKey(id data.ID) string { return "papers.folder/" + id.String() }
