package paper

import (
	"travaux/data"
	"travaux/data/desk"
)

// Suggest is the most useful order of a kind to begin with: the next statement that was
// not delivered, the last two revisions, a book of what one takes into the room. What
// nobody but the delegation can say (words, titles, co-sponsors, who signs) is left open.
// It is the zero order for a kind that is not there.
func Suggest(d *desk.Desk, kind string) data.PaperOrder {
	k, ok := ByID(kind)
	if !ok {
		return data.PaperOrder{}
	}
	o := data.PaperOrder{Kind: k.ID, Date: data.Today()}
	if len(k.Styles) > 0 {
		o.Style = k.Styles[0]
	}
	if k.Heeds(AskSpeech) {
		o.Speech = nextSpeech(d)
	}
	if k.Heeds(AskRevisions) {
		o.Revisions = lastRevisions(d)
	}
	if k.Heeds(AskLetter) {
		o.Addressee = "chair"
		o.Bound = []data.PaperOrder{{Kind: position.ID}}
	}
	if k.ID == book.ID {
		o.Bound = bookOf(d)
	}
	return o
}

// nextSpeech is the newest statement that was not delivered, else the newest of all.
func nextSpeech(d *desk.Desk) (next data.ID) {
	waiting := false
	for _, s := range d.Speeches() {
		if w := s.Delivered.IsZero(); w || !waiting {
			next, waiting = s.ID, w || waiting
		}
	}
	return next
}

// lastRevisions are the two newest, where there are two.
func lastRevisions(d *desk.Desk) (ids []data.ID) {
	for _, r := range d.Revisions() {
		ids = append(ids, r.ID)
	}
	return ids[max(len(ids)-2, 0):]
}

// bookOf binds the brief, the statement, the position, what changed last and who is
// where: of these, what there is.
func bookOf(d *desk.Desk) (list []data.PaperOrder) {
	for _, k := range []string{brief.ID, statement.ID, position.ID, amendments.ID, comparison.ID, matrix.ID} {
		o := Suggest(d, k)
		o.Date = data.Date{} // that of the book
		if k == matrix.ID && len(d.AllViews()) == 0 {
			continue
		}
		if k == statement.ID && !sayable(d, o.Speech) {
			continue
		}
		if Ready(o) == nil {
			list = append(list, o)
		}
	}
	return list
}

// sayable reports whether nothing in a statement keeps its papers from being made.
func sayable(d *desk.Desk, id data.ID) bool {
	s, ok := d.Speech(id)
	for lang := range s.Text {
		if _, err := d.PublicSpeech(id, lang, 0, ""); err != nil {
			return false
		}
	}
	return ok
}
