package desk

import (
	"slices"

	"travaux/data"
)

// Considered returns the provisions of the current revision in the order in which
// a meeting considers them, each followed by what it contains, none twice. A
// meeting without an order of its own considers the whole text. What is not in the
// text any more is left out.
func (d *Desk) Considered(meeting data.ID) ([]data.Provision, error) {
	t, err := d.Current()
	if err != nil {
		return nil, err
	}
	m, _ := d.Meeting(meeting)
	if len(m.Order) == 0 {
		return slices.Clone(t.Provisions), nil
	}
	var out []data.Provision
	taken := map[data.ID]bool{}
	for _, id := range m.Order {
		p, ok := t.Find(d.permanent(id))
		if !ok {
			continue
		}
		for _, part := range t.Provisions[p.Order:] {
			if part.ID != p.ID && part.Depth <= p.Depth {
				break
			}
			if !taken[part.ID] {
				taken[part.ID] = true
				out = append(out, part)
			}
		}
	}
	return out, nil
}
