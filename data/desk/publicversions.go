package desk

import (
	"slices"

	"travaux/data"
)

// PublicVersions gathers what a table of revisions is made from: each provision of the
// options with what it says in each, paired by its identity. The rows are in the order
// of the newest revision; what it does not have stands behind what stood before it.
//
// Codes: data.CodeForbidden for a role that may make no papers, data.CodeNotFound for a
// revision that is not there, or one without the language where no original will do.
func (d *Desk) PublicVersions(o PublicOptions, stateName string, revisions []data.ID) (data.PublicVersions, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicVersions{}, data.E(data.CodeForbidden)
	}
	var texts []*Text
	for _, id := range revisions {
		t, err := d.Text(id)
		if err != nil {
			return data.PublicVersions{}, err
		}
		if !o.Original && !slices.Contains(t.Revision.Langs(), o.Lang) {
			return data.PublicVersions{}, data.E(data.CodeNotFound, "what", "language")
		}
		texts = append(texts, t)
	}
	if len(texts) == 0 {
		return data.PublicVersions{}, data.E(data.CodeNotFound, "what", "revision")
	}
	out := data.PublicVersions{PublicBrief: d.publicCover(texts[len(texts)-1], o, stateName)}
	for _, t := range texts {
		out.Columns = append(out.Columns, publicRevision(t.Revision))
	}
	for _, id := range versionOrder(texts, o.Provisions) {
		row := data.PublicVersionRow{Cells: make([]data.PublicVersionCell, len(texts))}
		for i, t := range texts {
			p, there := t.Find(id)
			if !there || p.ID != id {
				continue
			}
			r, in := p.In(o.Lang)
			row.Path, row.Kind = p.Path, p.Kind
			row.Cells[i] = data.PublicVersionCell{There: true, Label: r.Label, Heading: r.Heading, Text: r.Text}
			if in != o.Lang && r.Text+r.Heading != "" {
				row.Cells[i].Lang = in
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// versionOrder lists the provisions of all texts, in the order of the last.
func versionOrder(texts []*Text, about []data.ID) (order []data.ID) {
	known := map[data.ID]bool{}
	for i := len(texts) - 1; i >= 0; i-- {
		t, wanted, at := texts[i], texts[i].about(about), 0
		for k, p := range t.Provisions {
			switch {
			case known[p.ID]:
				at = slices.Index(order, p.ID) + 1
			case wanted(k):
				order = slices.Insert(order, at, p.ID)
				known[p.ID] = true
				at++
			}
		}
	}
	return order
}
