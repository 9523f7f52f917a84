package carry

import (
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/redline"
)

// rendering names one of the texts that continue the provision.
type rendering struct {
	lang data.Lang
	part int
}

// mapping leads from the old text to a new one.
type mapping struct {
	edits []redline.Edit
	new   []rune
}

// Remark places a remark on the words of an anchor, or, where the anchor has
// none, on the provision as a whole.
//
// Words of which some are left are found by the redline of the pair, in a split
// provision in the part that has most of them. Words that all went leave the
// remark on the provision, with their quotation; a person has to look. Where
// the redline finds none or not all of them, but they stand unchanged exactly
// once, that is where they went.
func (m *Mover) Remark(a data.Anchor) Place {
	old, both := m.Old.Text[a.Lang]
	both = both && m.inNew(a.Lang)
	switch {
	case len(m.New) == 0:
		return Place{Outcome: data.CarryOrphan, Reason: Gone, Anchor: a}
	case a.Start >= a.End:
		return m.onWhole(a)
	case !both:
		p := m.Reporting()
		p.Anchor = a
		if !m.Doubtful {
			p.Outcome, p.Score, p.Reason = data.CarryMoved, m.Score, NoLanguage
		}
		return p
	}
	p := m.words(a, []rune(old.Text))
	if m.Doubtful {
		p.Outcome, p.Reason = data.CarryPerson, Doubtful
		p.Score = min(p.Score, m.Score)
	}
	return p
}

// onWhole places a remark on the provision as a whole; it keeps what it quotes.
func (m *Mover) onWhole(a data.Anchor) Place {
	p := m.Reporting()
	p.Anchor = a
	p.Anchor.Start, p.Anchor.End = 0, 0
	return p
}

// inNew reports whether anything that continues the provision is in a language.
func (m *Mover) inNew(lang data.Lang) bool {
	for _, p := range m.New {
		if _, ok := p.Text[lang]; ok {
			return true
		}
	}
	return false
}

// words places a remark on words of a text that both revisions have.
func (m *Mover) words(a data.Anchor, old []rune) Place {
	start, end, found := stands(a, old)
	if !found { // the text was another one when the remark was made
		return m.onWhole(a)
	}
	quote := string(old[start:end])
	best := Place{To: m.New[m.Main].ID, Outcome: data.CarryPerson, Reason: WordsGone}
	best.Anchor = data.Anchor{Lang: a.Lang, Quote: a.Quote, Before: a.Before, After: a.After}
	most := 0
	for i := range m.New {
		if _, ok := m.New[i].Text[a.Lang]; !ok {
			continue
		}
		to := m.mapping(a.Lang, i)
		s, e, _ := redline.MapRange(to.edits, start, end)
		kept := lettersKept(to.edits, start, end)
		if kept == 0 && i == m.Main && most == 0 {
			best.Anchor.Start, best.Anchor.End = s, s
		}
		if kept < most || kept == 0 || kept == most && i != m.Main {
			continue
		}
		most = kept
		best.To, best.Reason = m.New[i].ID, WordsChanged
		if string(to.new[s:e]) != quote {
			s, e = trimmed(to.new, s, e)
		}
		best.Anchor = data.NewAnchor(a.Lang, string(to.new), s, e)
		best.Score = 2 * float64(kept) / float64(letters(old[start:end])+letters(to.new[s:e]))
		best.Outcome = data.CarryMoved
		if best.Score < weakest {
			best.Outcome = data.CarryPerson
		}
		if best.Anchor.Quote == quote {
			best.Outcome, best.Score, best.Reason = data.CarryExact, 1, SameWords
		}
	}
	if best.Outcome != data.CarryExact {
		if p, ok := m.verbatim(a.Lang, quote, old); ok {
			return p
		}
	}
	if best.Outcome == data.CarryMoved && len(m.New) > 1 {
		best.Reason = Split
	}
	return best
}

// trimmed leaves the spaces out at which a stretch begins and ends.
func trimmed(text []rune, start, end int) (int, int) {
	for start < end && unicode.IsSpace(text[start]) {
		start++
	}
	for start < end && unicode.IsSpace(text[end-1]) {
		end--
	}
	return start, end
}

// verbatim finds words that stand exactly once in the old text and exactly once
// in what continues it.
func (m *Mover) verbatim(lang data.Lang, quote string, old []rune) (Place, bool) {
	if letters([]rune(quote)) < telling(quote) || strings.Count(string(old), quote) != 1 {
		return Place{}, false
	}
	var p Place
	count := 0
	for i := range m.New {
		text := m.New[i].Text[lang].Text
		if n := strings.Count(text, quote); n > 0 {
			count += n
			before, _, _ := strings.Cut(text, quote)
			start := len([]rune(before))
			p = Place{To: m.New[i].ID, Anchor: data.NewAnchor(lang, text, start, start+len([]rune(quote)))}
		}
	}
	p.Outcome, p.Score, p.Reason = data.CarryMoved, 1, Elsewhere
	return p, count == 1
}

// telling is how many letters words must have to be known again anywhere.
func telling(quote string) int {
	if strings.ContainsFunc(quote, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return 4
	}
	return 10
}

// mapping compares the old text with one of the new ones, once.
func (m *Mover) mapping(lang data.Lang, part int) mapping {
	key := rendering{lang, part}
	to, seen := m.edits[key]
	if !seen {
		text := m.New[part].Text[lang].Text
		to = mapping{redline.Words(m.Old.Text[lang].Text, text), []rune(text)}
		m.edits[key] = to
	}
	return to
}

// stands finds the words of an anchor in the text it was made on: where it says,
// else at the nearest place where they are.
func stands(a data.Anchor, text []rune) (start, end int, found bool) {
	if a.Start >= 0 && a.End <= len(text) && string(text[a.Start:a.End]) == a.Quote {
		return a.Start, a.End, true
	}
	if a.Quote == "" {
		return a.Start, a.End, a.Start >= 0 && a.End <= len(text)
	}
	quote := []rune(a.Quote)
	best := -1
	for i := 0; i+len(quote) <= len(text); i++ {
		if text[i] == quote[0] && string(text[i:i+len(quote)]) == a.Quote && (best < 0 || distance(i, a.Start) < distance(best, a.Start)) {
			best = i
		}
	}
	return best, best + len(quote), best >= 0
}

func distance(a, b int) int { return max(a-b, b-a) }

// lettersKept counts the letters and digits of the runes [start, end) that stay;
// of a stretch that has none, all that stays.
func lettersKept(edits []redline.Edit, start, end int) int {
	at, n, all, any := 0, 0, 0, false
	for _, e := range edits {
		if e.Kind == redline.Insert {
			continue
		}
		for _, r := range e.Text {
			if at >= start && at < end {
				isLetter := unicode.IsLetter(r) || unicode.IsNumber(r)
				any = any || isLetter
				if e.Kind == redline.Keep {
					all++
					if isLetter {
						n++
					}
				}
			}
			at++
		}
	}
	if !any {
		return all
	}
	return n
}

// letters counts as lettersKept does.
func letters(runes []rune) int {
	n := 0
	for _, r := range runes {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	if n == 0 {
		return len(runes)
	}
	return n
}
