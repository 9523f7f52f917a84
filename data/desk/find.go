package desk

import (
	"travaux/data"
	"travaux/data/search"
)

// Search finds the query in headings, texts, comments and instructions. The
// index is built at the first search after a change, from memory.
func (d *Desk) Search(query string, prefer data.Lang, limit int) ([]search.Item, error) {
	d.mu.RLock()
	ix, version := d.index, d.version
	d.mu.RUnlock()
	if ix == nil {
		items, err := d.searchable()
		if err != nil {
			return nil, err
		}
		ix = search.New(items)
		d.mu.Lock()
		if d.version == version {
			d.index = ix
		}
		d.mu.Unlock()
	}
	return ix.Find(query, prefer, limit), nil
}

func (d *Desk) searchable() ([]search.Item, error) {
	var items []search.Item
	t, err := d.Current()
	if data.CodeOf(err) == CodeNoText {
		t, err = &Text{}, nil
	}
	if err != nil {
		return nil, err
	}
	for _, p := range t.Provisions {
		for lang, r := range p.Text {
			add := func(class search.Class, text string) {
				if text != "" {
					items = append(items, search.Item{Class: class, Provision: p.ID, Entity: p.ID, Lang: lang, Order: p.Order, Text: text})
				}
			}
			add(search.ClassHeading, r.Heading)
			add(search.ClassText, r.Text)
		}
	}
	order := func(id data.ID) int { return t.byID[id] }
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, k := range d.comments.all {
		c := k.it
		items = append(items, search.Item{Class: search.ClassComment, Provision: c.Provision, Entity: c.ID, Order: order(c.Provision), Text: c.Text})
	}
	for _, k := range d.instructions.all {
		i := k.it
		it := search.Item{Class: search.ClassInstruction, Entity: i.ID, Text: i.Reference + "\n" + i.Text}
		if len(i.Provisions) > 0 {
			it.Provision, it.Order = i.Provisions[0], order(i.Provisions[0])
		}
		items = append(items, it)
	}
	return items, nil
}
