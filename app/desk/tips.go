package desk

import (
	"strings"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text/reference"
	"travaux/translations"
)

// longestTip is how many runes of a text a tip repeats.
const longestTip = 160

// tip says what a mark means; "" where it speaks for itself. Comments are
// confidential, and a tip has no frame: it says nothing of them.
func (v *Reader) tip(column int, at textview.Position, m textview.Mark) string {
	s := v.column(column).shown[at.ID]
	if s == nil {
		return ""
	}
	switch m.Kind {
	case textview.Chip, textview.Inserted, textview.Deleted, textview.MovedAway, textview.MovedHere:
		return v.authors(m)
	case textview.Collision, textview.Flaw:
		return s.told[m.Ref]
	case textview.Link, textview.LinkBroken:
		if l, ok := s.link(m); ok {
			return v.linkTip(l, s.lang)
		}
	case textview.Must, textview.Ought, textview.May, textview.Qualifier:
		if class, ok := strings.CutPrefix(m.Ref, refStrength); ok {
			return v.room.Loc.T("strength.class." + class)
		}
	case textview.Term:
		if i, ok := numberIn(m.Ref, refTerm); ok {
			return v.definition(s.lang, i)
		}
	}
	return ""
}

// authors names in full those who want a change, and where they said so.
func (v *Reader) authors(m textview.Mark) string {
	var list []data.Proposal
	for _, id := range proposalsIn(m.Ref) {
		if p, ok := v.page.known[id]; ok {
			list = append(list, p)
		}
	}
	switch len(list) {
	case 0:
		if m.Ref == refBy+ownWording {
			return v.room.Loc.T("reader.position-wording")
		}
		return ""
	case 1:
		words := translations.Capital(speakers(v.room.Loc, list))
		if list[0].Source != "" {
			words = v.room.Loc.T("reader.authors.source", "who", words, "source", v.room.Loc.Isolate(list[0].Source))
		}
		return words
	}
	return translations.Capital(speakers(v.room.Loc, list))
}

// linkTip says where a link leads, or why it leads nowhere.
func (v *Reader) linkTip(l link, lang data.Lang) string {
	loc := v.room.Loc
	if l.document != "" {
		return loc.T("reader.document", "symbol", loc.Isolate(l.document))
	}
	if l.broken() {
		return loc.T(l.target.Status.ID(), "at", loc.Cite(l.target.NowAt))
	}
	p, ok := v.page.text.Find(l.goal())
	if !ok {
		return loc.T(reference.Gone.ID())
	}
	r, _ := p.In(lang)
	words := r.Heading
	if words == "" {
		words = r.Text
	}
	return loc.T("reader.leads-to", "where", translations.Capital(loc.Cite(p.Path)), "words", beginning(words, longestTip))
}

// definition is what the text says of a term.
func (v *Reader) definition(lang data.Lang, i int) string {
	g := v.memory.wholes.of(v.page.text, lang).terms()
	if i >= len(g.terms) {
		return ""
	}
	p, ok := v.page.text.Find(g.terms[i].Provision)
	if !ok {
		return ""
	}
	return v.room.Loc.T("reader.leads-to", "where", translations.Capital(v.room.Loc.Cite(p.Path)), "words", beginning(p.Text[lang].Text, longestTip))
}
