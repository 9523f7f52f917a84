package desk

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/search"
)

// Search finds the query in headings, texts, proposals, views, submissions of others,
// statements of ours, comments, instructions and the records of the life of the treaty, as far as the member at the laptop may
// read them. The index is built at the first search after a change, from memory; what
// was folded before is not folded again.
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
	t, err := d.Current()
	if data.CodeOf(err) == CodeNoText {
		t, err = &Text{}, nil
	}
	if err != nil {
		return nil, err
	}
	words := t.searchable()
	order := func(id data.ID) int { return t.byID[id] }
	d.mu.RLock()
	defer d.mu.RUnlock()
	items := slices.Grow(slices.Clone(words), len(d.comments.all)+len(d.instructions.all))
	for _, k := range d.proposals.all {
		items = append(items, proposed(k, order(k.it.Provision))...)
	}
	for _, k := range d.views.all {
		if k.it.Words+k.it.Proposed != "" {
			items = append(items, viewed(k, order(k.it.Provision)))
		}
	}
	for _, k := range d.comments.all {
		c := &k.it
		items = append(items, search.Item{
			Class: search.ClassComment, Provision: c.Provision, Entity: c.ID, Order: order(c.Provision),
			Text: c.Text, Folded: k.fold(c.Text)[0],
		})
	}
	for _, k := range d.instructions.all {
		i := &k.it
		words := i.Reference + "\n" + i.Text
		it := search.Item{Class: search.ClassInstruction, Entity: i.ID, Text: words, Folded: k.fold(words)[0]}
		if len(i.Provisions) > 0 {
			it.Provision, it.Order = i.Provisions[0], order(i.Provisions[0])
		}
		items = append(items, it)
	}
	for _, kind := range bookKinds {
		items = append(items, d.books[kind].searchable(kind, order)...)
	}
	return append(items, d.written()...), nil
}

// proposed are the texts of a proposal: its wording in every language, and one of
// its own for where it comes from, by whom and why.
func proposed(k *kept[data.Proposal], order int) []search.Item {
	p := &k.it
	langs := []data.Lang{""}
	texts := []string{p.Source + "\n" + p.Reasons}
	for _, who := range p.Proponents {
		texts[0] = who.State + who.Name + " " + who.For + "\n" + texts[0]
	}
	for _, lang := range data.Langs {
		if p.Wording[lang] != "" {
			langs, texts = append(langs, lang), append(texts, p.Wording[lang])
		}
	}
	items := make([]search.Item, len(texts))
	for i, folded := range k.fold(texts...) {
		items[i] = search.Item{
			Class: search.ClassProposal, Provision: p.Provision, Entity: p.ID, Lang: langs[i], Order: order,
			Text: texts[i], Folded: folded,
		}
	}
	return items
}

// viewed is what a view says, with who holds it.
func viewed(k *kept[data.View], order int) search.Item {
	v := &k.it
	class, words := search.ClassView, v.Words
	if v.Private {
		class = search.ClassPrivate
	}
	if v.Proposed != "" {
		words = strings.TrimSpace(words + "\n" + v.Proposed)
	}
	if who := strings.Join(strings.Fields(v.By.Code+" "+v.By.Name+" "+v.By.For+" "+v.By.ForName), " "); who != "" {
		words += "\n" + who
	}
	return search.Item{Class: class, Provision: v.Provision, Entity: v.ID, Lang: v.Lang, Order: order, Text: words, Folded: k.fold(words)[0]}
}

// searchable are the headings and words of a text, in all its languages. They
// are folded once.
func (t *Text) searchable() []search.Item {
	t.fold.Do(func() {
		for _, p := range t.Provisions {
			for lang, r := range p.Text {
				add := func(class search.Class, words string) {
					if words != "" {
						t.folded = append(t.folded, search.Item{
							Class: class, Provision: p.ID, Entity: p.ID, Lang: lang, Order: p.Order,
							Text: words, Folded: search.Fold(words),
						})
					}
				}
				add(search.ClassHeading, r.Heading)
				add(search.ClassText, r.Text)
			}
		}
	})
	return t.folded
}
