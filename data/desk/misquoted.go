package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/library"
)

// Misquotation is a quotation in words of ours that does not say what the work
// says that it is said to be of.
type Misquotation struct {
	Provision data.ID   // on which we wrote it; zero: on none
	Entity    data.ID   // the proposal, the note of what we can live with; of a position, its provision
	What      string    // catalogue family "draft": "wording", "reasons", "talking", "proposal", "livewith"
	Lang      data.Lang //
	library.Quotation
}

// draftText is a text of ours in which quotations are checked.
type draftText struct {
	provision, entity data.ID
	what              string
	lang              data.Lang
	words, cited      string
}

// Misquotations checks the quotations in all our drafts, in the order of the text:
// wording, public reasons and talking points of positions, our proposals, what we
// can live with. Only drafts in a language that the library has are read. Not for
// the window's goroutine: see Library.
func (d *Desk) Misquotations() ([]Misquotation, error) {
	var out []Misquotation
	shelves := map[data.Lang]*library.Shelf{}
	for _, t := range d.draftTexts() {
		s := shelves[t.lang]
		if s == nil {
			var err error
			if s, err = d.Library(t.lang); err != nil {
				return nil, err
			}
			shelves[t.lang] = s
		}
		for _, q := range s.Quotations(t.words, t.cited) {
			if q.Verdict != library.Exact {
				out = append(out, Misquotation{t.provision, t.entity, t.what, t.lang, q})
			}
		}
	}
	return out, nil
}

// draftTexts are all texts of ours, in the order of the text.
func (d *Desk) draftTexts() (out []draftText) {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, p := range t.Provisions {
		add := func(entity data.ID, what string, words, cited data.Words) {
			for _, lang := range data.Langs {
				if words[lang] != "" {
					out = append(out, draftText{p.ID, entity, what, lang, words[lang], cited[lang]})
				}
			}
		}
		if x, ok := d.onlyPosition(p.ID); ok {
			add(p.ID, "wording", x.Wording, x.Citations)
			add(p.ID, "reasons", x.PublicReasons, x.Citations)
			add(p.ID, "talking", x.TalkingPoints, x.Citations)
		}
		for _, k := range d.proposals.by[p.ID] {
			if k.it.Ours && !k.it.Withdrawn {
				add(k.id, "proposal", k.it.Wording, nil)
			}
		}
		for _, k := range d.liveWith.by[p.ID] {
			add(k.id, "livewith", data.Words{k.it.Lang: k.it.Sentence}, nil)
		}
	}
	return slices.Clip(out)
}
