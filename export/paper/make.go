package paper

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
)

// File is one that was made, with what was checked of it. Its certificate has no name
// until it is written.
type File struct {
	Ending      string // with the dot
	Content     []byte
	Certificate data.Certificate
}

// Made is a paper that was made, of which nothing is written yet. Name is that of its
// files, without draft, language and ending.
type Made struct {
	Order data.PaperOrder
	Name  string
	Files []File
}

// How is in which languages and formats a paper is made, and how its files are written.
type How struct {
	Langs   []data.Lang
	Formats []export.Format
	Options export.FileOptions
}

// Make makes a paper in every language and format, all of them or none: what is for
// the outside is read back and searched, what is ours is read back for its marking. It
// raises what Document raises, and data.CodeForbidden for a role that may make none.
func Make(ctx context.Context, d *desk.Desk, o data.PaperOrder, how How, progress data.Progress) ([]File, error) {
	kind, _ := ByID(o.Kind)
	document := func(_ context.Context, lang data.Lang) (export.Document, error) { return Document(d, o, lang) }
	return makeAll(ctx, d, kind.Ours, Secrets(d, o), document, how, progress)
}

func makeAll(
	ctx context.Context, d *desk.Desk, ours bool, secrets []data.Secret, document func(context.Context, data.Lang) (export.Document, error), how How, progress data.Progress,
) ([]File, error) {
	if !d.Me().Role.May(data.PaperRight(ours)) { // what cannot be noted is not made
		return nil, data.E(data.CodeForbidden)
	}
	var files []File
	for _, lang := range how.Langs {
		doc, err := document(ctx, lang)
		if err != nil {
			return nil, err
		}
		for _, f := range how.Formats {
			progress.Done(len(files), len(how.Langs)*len(how.Formats)+1)
			file := File{Ending: f.Ending}
			if ours {
				file.Content, file.Certificate, err = f.Marked(ctx, doc, how.Options)
			} else {
				file.Content, file.Certificate, err = f.Checked(ctx, doc, how.Options, secrets)
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

// Record is what is kept of a paper whose files were written under the names in their
// certificates.
func Record(d *desk.Desk, m Made) data.Paper {
	p := data.Paper{Order: m.Order, Name: m.Name}
	p.Series, p.Draft = Next(d, m.Order.Kind, m.Name)
	for _, f := range m.Files {
		c := f.Certificate
		p.Files = append(p.Files, c)
		if !slices.Contains(p.Langs, c.Lang) {
			p.Langs = append(p.Langs, c.Lang)
		}
		if !slices.Contains(p.Formats, c.Format) {
			p.Formats = append(p.Formats, c.Format)
		}
	}
	return p
}
