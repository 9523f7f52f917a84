package strength

import (
	"slices"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/redline"
)

// pairing finds which slot became which.
type pairing struct {
	old, new []slot
}

func newPairing(old, new string, lang data.Lang) *pairing {
	p := &pairing{slotsOf(old, lang), slotsOf(new, lang)}
	edits := redline.Words(old, new)
	for i := range p.old {
		s := &p.old[i]
		s.from, s.to, _ = redline.MapRange(edits, s.start, s.end)
		s.to += insertedAt(edits, s.to)
	}
	return p
}

// insertedAt counts the runes inserted at a place of the new text.
func insertedAt(edits []redline.Edit, place int) int {
	at := 0
	for _, e := range edits {
		n := utf8.RuneCountInString(e.Text)
		switch e.Kind {
		case redline.Delete:
			continue
		case redline.Insert:
			if at == place {
				return n
			}
		}
		if at += n; at > place {
			break
		}
	}
	return 0
}

// pair joins the free slots of either side for which fit holds, in order.
func (p *pairing) pair(fit func(old, new slot) bool) {
	for i := range p.old {
		for j := range p.new {
			if p.old[i].partner < 0 && p.new[j].partner < 0 && p.old[i].kind() == p.new[j].kind() && fit(p.old[i], p.new[j]) {
				p.old[i].partner, p.new[j].partner = j, i
			}
		}
	}
}

// inPlace pairs what stands where the other stood: first the same expression,
// then another.
func (p *pairing) inPlace() {
	overlap := func(old, new slot) bool {
		return new.start < max(old.to, old.from+1) && old.from < new.end
	}
	p.pair(func(old, new slot) bool { return overlap(old, new) && old.same(new) })
	p.pair(overlap)
}

// moved pairs the same expression at another place.
func (p *pairing) moved() {
	p.pair(func(old, new slot) bool { return old.same(new) })
}

// inSentence pairs what binds in the same sentence: "Parties shall act",
// "Parties are, for that purpose, encouraged to act".
func (p *pairing) inSentence() {
	p.pair(func(old, new slot) bool { return !old.qualifier() && old.sentence == new.sentence })
}

// changes lists what is not the same on both sides, in the order of the new
// text; what went stands where it was.
func (p *pairing) changes() (out []Change) {
	i := 0
	gone := func(s slot) {
		if s.partner < 0 {
			out = append(out, Change{Old: s.marks, Effect: s.loss()})
		}
	}
	for _, s := range p.new {
		for ; i < len(p.old) && p.old[i].from <= s.start; i++ {
			gone(p.old[i])
		}
		if s.partner < 0 {
			out = append(out, Change{New: s.marks, Effect: s.loss().inverse()})
			continue
		}
		old := p.old[s.partner]
		if c := (Change{old.marks, s.marks, effect(old, s)}); c.Effect != Unchanged || !sameClasses(c) {
			out = append(out, c)
		}
	}
	for ; i < len(p.old); i++ {
		gone(p.old[i])
	}
	return out
}

// sameClasses reports whether both sides bind alike, be it in other words.
func sameClasses(c Change) bool {
	return slices.EqualFunc(c.Old, c.New, func(a, b Mark) bool { return a.Class == b.Class })
}
