package desk

import (
	"maps"
	"slices"

	"travaux/data"
	"travaux/data/library"
)

// Misquotation is a quotation in words of ours that does not say what the work
// says that it is said to be of, or says it in another paragraph than we say.
type Misquotation struct {
	Provision data.ID   // on which we wrote it; of a statement, the first that it is about; zero: on none
	Entity    data.ID   // the proposal, the note of what we can live with, the statement; of a position, its provision
	What      string    // catalogue family "draft": "wording", "reasons", "talking", "proposal", "livewith", "speech"
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
// can live with; then our statements, with their cuts, until they are delivered.
// Only drafts in a language that the library has are read. Not for the window's
// goroutine: see Library.
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

// draftTexts are all texts of ours, in the order of the text, and then statements.
func (d *Desk) draftTexts() (out []draftText) {
	if t, err := d.Current(); err == nil {
		out = d.draftsOn(t)
	}
	return append(out, d.draftSpeeches()...)
}

// draftSpeeches are the statements of ours that were not delivered: what was said
// cannot be put right any more. A cut follows the text that it was made from.
func (d *Desk) draftSpeeches() (out []draftText) {
	for _, s := range d.Speeches() {
		if !s.Delivered.IsZero() {
			continue
		}
		about := data.ID{}
		if len(s.Provisions) > 0 {
			about = s.Provisions[0]
		}
		for _, lang := range data.Langs {
			texts := []string{s.Text[lang]}
			for _, minutes := range slices.Sorted(maps.Keys(s.Cuts[lang])) {
				texts = append(texts, s.Cuts[lang][minutes])
			}
			for _, words := range texts {
				if words != "" {
					out = append(out, draftText{about, s.ID, "speech", lang, words, ""})
				}
			}
		}
	}
	return out
}

// draftsOn are the texts of ours on the provisions of a text.
func (d *Desk) draftsOn(t *Text) (out []draftText) {
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
