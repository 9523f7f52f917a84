package revisions

import (
	"context"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/translations"
)

// compared is two revisions in one language, laid against one another.
type compared struct {
	compare.Comparison
	old, new *desk.Text
	lang     data.Lang
	oldIDs   []data.ID // the provision of each paragraph
	newIDs   []data.ID
}

// read compares two revisions.
func read(_ context.Context, d *desk.Desk, old, new data.ID, lang data.Lang) (*compared, error) {
	before, err := d.Text(old)
	if err != nil {
		return nil, err
	}
	after, err := d.Text(new)
	if err != nil {
		return nil, err
	}
	c := &compared{old: before, new: after, lang: lang}
	var a, b []align.Paragraph
	a, c.oldIDs = paragraphs(before, lang)
	b, c.newIDs = paragraphs(after, lang)
	c.Comparison = compare.Of(a, b, align.Align(a, b, align.Options{}))
	return c, nil
}

func paragraphs(t *desk.Text, lang data.Lang) (list []align.Paragraph, ids []data.ID) {
	at := map[data.ID]int{}
	for _, p := range t.Provisions {
		r, ok := p.Text[lang]
		if !ok {
			continue
		}
		parent, known := at[p.Parent]
		if !known {
			parent = -1
		}
		at[p.ID] = len(list)
		list = append(list, align.Paragraph{Kind: p.Kind, Label: r.Label, Heading: r.Heading, Text: r.Text, Parent: parent})
		ids = append(ids, p.ID)
	}
	return list, ids
}

// cited names some paragraphs of a version: one, or the first and the last.
func cited(t *desk.Text, ids []data.ID, at []int, loc *translations.Localizer) string {
	path := func(i int) string {
		p, _ := t.Find(ids[i])
		return p.Path
	}
	switch len(at) {
	case 0:
		return ""
	case 1:
		return loc.Cite(path(at[0]))
	}
	return loc.CiteRange(path(at[0]), path(at[len(at)-1]))
}
