package reference

import (
	"travaux/data"
	"travaux/data/text"
)

// maxName is how many words may stand before the word that says what an
// instrument is: "of the United Nations Convention".
const maxName = 8

// instrument reads whose provisions a reference means, from the words after
// it: "of this Convention", ", of the Charter of the United Nations".
func (p *parser) instrument(k int) (which Instrument, name text.Span, end int) {
	start := k
	if p.comma(k) {
		k++
	}
	if s := p.symbolAt(k); s != nil && p.lex.juxtaposed && !p.comma(start) {
		return Named, p.span(k, s.end), s.end
	}
	of := k
	said := false
	for p.at(k).entry.has(roleOf|roleSkip) && k < of+4 || p.is(k, '\'') && k > of {
		said = said || p.at(k).entry.has(roleOf)
		k++
	}
	switch {
	case !said && !p.lex.juxtaposed:
		return Unnamed, text.Span{}, start
	case k > of && p.lex.juxtaposed:
		return Unnamed, text.Span{}, start
	}
	return p.genus(of, k, start)
}

func (p *parser) span(first, end int) text.Span {
	return text.Span{Start: p.at(first).start, End: p.at(end - 1).end}
}

// genus looks for the word that says what the instrument is.
func (p *parser) genus(of, k, start int) (which Instrument, name text.Span, end int) {
	first, this, that, between := k, false, false, 0
	if of < k {
		first = of + 1
	}
	for n := 0; n < maxName; n++ {
		t := p.at(k)
		if s := p.symbolAt(k); s != nil {
			return Named, p.span(first, s.end), s.end
		}
		switch e := &t.entry; {
		case between == 0 && (of < k || p.lex.juxtaposed && !p.shouted) && acronym(t):
			return Named, p.span(first, k+1), k + 1
		case e.has(roleGenus):
			end := p.subject(k + 1)
			switch {
			case this && !that && (between == 0 || p.lex.genusFirst):
				which = Own
			case that, e.has(roleAct):
				which = Named
			case end > k+1 || between > 0 || p.construct(e):
				which = Named
			case p.comma(start) && !p.definite(k-1):
				return Unnamed, text.Span{}, start // ", des accords"
			default:
				which = Bare
			}
			if which == Own {
				end = k + 1
			}
			return which, p.span(first, end), end
		case e.has(roleThis):
			this = true
		case e.has(roleThat):
			that = true
		case t.kind == tokenWord && (t.upper || n > 0 && e.has(roleOf|roleSkip|roleAnd) || adjective(p.word(k))), t.kind == tokenNumber && t.value > 1000, p.is(k, '\''), p.is(k, '-'):
			between++
		default:
			return Unnamed, text.Span{}, start
		}
		if p.lex.genusFirst && between > 3 {
			break
		}
		k++
	}
	return Unnamed, text.Span{}, start
}

// acronym reports whether a word is the short name of an instrument: UNCAC.
func acronym(t *token) bool {
	return t.kind == tokenWord && t.capitals && t.end-t.start > 2 && t.end-t.start < 9 && t.entry.roles == 0 && t.entry.unit == noUnit
}

// definite reports whether the article of token k means one thing that is
// known.
func (p *parser) definite(k int) bool {
	switch string(p.word(k)) {
	case "the", "la", "le", "el", "del", "l", "du":
		return true
	}
	return p.is(k, '\'') || p.lex.lang == data.Arabic
}

// construct reports whether an Arabic name goes on, being without article.
func (p *parser) construct(e *entry) bool { return p.lex.lang == data.Arabic && !e.own }

// adjective lists the words in small letters that stand in the names of
// instruments.
func adjective(w []byte) bool {
	switch string(w) {
	case "additional", "optional", "single", "outcome", "final", "aforementioned", "international", "relevant", "above", "mentioned", "general", "assembly", "revised", "draft",
		"международного", "международному", "дополнительного", "факультативного", "венской", "женевской", "настоящих", "projet", "proyecto", "проекта":
		return true
	}
	return false
}

// subject passes what the instrument is about or whose it is: "of the United
// Nations", "sur le droit des traités"; as far as names go.
func (p *parser) subject(k int) int {
	start := k
	if p.lex.lang == data.Arabic {
		return p.arabicSubject(k)
	}
	lead := p.at(k)
	at := k
	about := lead.entry.has(roleAbout)
	switch {
	case about:
		at++
	case lead.entry.has(roleOf|roleSkip) && lead.kind == tokenWord:
		at++
	case lead.kind == tokenWord && lead.upper && p.lex.juxtaposed && !p.person(k):
	case lead.kind == tokenWord && lead.upper && p.lex.lang == data.English && len(p.word(k)) < 4 && text.Roman(string(p.word(k))) > 0:
		return k + 1 // Protocol II
	default:
		return start
	}
	for n := 0; n < 3 && p.at(at).kind == tokenWord && !p.at(at).upper && p.at(at).entry.has(roleOf|roleSkip) || p.is(at, '\''); n++ {
		at++
	}
	t := p.at(at)
	small := about && p.lex.genusFirst && !basis(p.word(at))
	if t.kind != tokenWord || !t.upper && !small || p.person(at) {
		return start
	}
	for at++; ; at++ {
		small := at
		for n := 0; n < 2 && p.at(at).entry.has(roleOf|roleSkip|roleAbout|roleAnd) && !p.at(at).upper; n++ {
			at++
		}
		if t := p.at(at); t.kind != tokenWord || !t.upper || p.person(at) {
			return small
		}
	}
}

// basis is what "sur", "sobre" and "для" lead to when they do not name the
// subject of an instrument.
func basis(w []byte) bool {
	switch string(w) {
	case "base", "cette", "demande", "esta", "этой", "целей", "que", "ce", "cela", "ello":
		return true
	}
	return false
}

// person reports whether a capitalised word is somebody who acts under an
// instrument rather than part of its name.
func (p *parser) person(k int) bool {
	w := string(p.word(k))
	for _, stem := range [...]string{"государств", "конференц", "генеральн", "сторон", "секретар", "state", "part", "secretar", "conference", "etat", "estado", "conferenc", "committee", "depositar"} {
		if len(w) >= len(stem) && w[:len(stem)] == stem {
			return true
		}
	}
	return false
}

// arabicSubject passes the words of an Arabic name that are known to go on
// one: اتفاقية فيينا, ميثاق الأمم المتحدة.
func (p *parser) arabicSubject(k int) int {
	genus := p.at(k - 1).entry
	if genus.own {
		if p.at(k).entry.has(roleAbout) {
			return k + 1
		}
		return k
	}
	for n := 0; n < 2 && p.at(k).kind == tokenWord && p.at(k).entry.roles == 0; n++ {
		k++
	}
	return k
}

// symbolAt returns the document symbol that token k belongs to.
func (p *parser) symbolAt(k int) *foundSymbol {
	low, high := 0, len(p.symbols)
	for low < high {
		if mid := (low + high) / 2; p.symbols[mid].end <= k {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(p.symbols) && p.symbols[low].first <= k {
		return &p.symbols[low]
	}
	return nil
}
