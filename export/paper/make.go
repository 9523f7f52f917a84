package paper

import (
	"context"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
)

// File is one that was made, with what was checked of it. Its certificate has no name
// until it is written.
type File struct {
	Lang        data.Lang
	Ending      string // with the dot
	Content     []byte
	Certificate data.Certificate
}

// Make makes a paper in every language and format, all of them or none: what is for
// the outside is read back and searched, what is ours is read back for its marking.
func Make(
	ctx context.Context, d *desk.Desk, o data.PaperOrder, langs []data.Lang, in []export.Format, how export.FileOptions, progress data.Progress,
) ([]File, error) {
	kind, _ := ByID(o.Kind)
	secrets := Secrets(d, o)
	var files []File
	for _, lang := range langs {
		doc, err := Document(d, o, lang)
		if err != nil {
			return nil, err
		}
		for _, f := range in {
			progress.Done(len(files), len(langs)*len(in)+1)
			file := File{Lang: lang, Ending: f.Ending}
			if kind.Ours {
				file.Content, file.Certificate, err = f.Marked(ctx, doc, how)
			} else {
				file.Content, file.Certificate, err = f.Checked(ctx, doc, how, secrets)
			}
			if err != nil {
				return nil, err
			}
			files = append(files, file)
		}
	}
	return files, nil
}

// Next is which draft a paper of a kind would be under a name: of the same series as
// the latest that is called so, else the first of its own.
func Next(d *desk.Desk, kind, name string) (series data.ID, draft int) {
	draft = 1
	for _, p := range d.Papers().All() {
		if p.Order.Kind == kind && p.Name == name {
			series, draft = p.SeriesID(), max(draft, p.Draft+1)
		}
	}
	return series, draft
}

// Record is what is kept of a paper that was made under a name, without draft,
// language and ending.
func Record(d *desk.Desk, o data.PaperOrder, name string, langs []data.Lang, in []export.Format, files []data.Certificate) data.Paper {
	p := data.Paper{Order: o, Name: name, Langs: langs, Files: files}
	p.Series, p.Draft = Next(d, o.Kind, name)
	for _, f := range in {
		p.Formats = append(p.Formats, f.ID)
	}
	return p
}
