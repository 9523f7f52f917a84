package desk

import (
	"unicode"

	"travaux/data"
	"travaux/data/text/bracket"
)

// Measure is how much of a part of a text is still open, counted in one
// language.
type Measure struct {
	Brackets int // square brackets that open in it, closed or not
	Options  int // alternatives under option headings: "Option 1", "Option 2" are two
	Alts     int // alternative paragraphs beside the one they would replace: "OP2 alt"
	Pending  int // of Parts: those not agreed; see Convergence
	InDoubt  int // provisions with words that have brackets in or around them or are alternatives: what anybody can count
	Parts    int // provisions with words; footnotes and what is gone are not counted
	Words    int // of the text and its headings; a Chinese character counts as a word
}

// Unsettled is how much there is to be settled: what a table is sorted by.
func (m Measure) Unsettled() int { return m.Brackets + m.Options + m.Alts }

// Open reports whether anything is not agreed.
func (m Measure) Open() bool { return m.Unsettled() > 0 || m.Pending > 0 }

func (m *Measure) add(n Measure) {
	m.Brackets += n.Brackets
	m.Options += n.Options
	m.Alts += n.Alts
	m.Pending += n.Pending
	m.InDoubt += n.InDoubt
	m.Parts += n.Parts
	m.Words += n.Words
}

// measured is what can be counted in a text by reading it, in one language. It
// is the same for ever and shared.
type measured struct {
	units  []int     // the provisions that head a line of the table, in document order
	unit   []int     // of each provision: index in units
	own    []Measure // of each provision alone, without what is pending
	counts []bool    // it is one of the Parts
	doubt  []bool    // brackets stand in it or around it, or it is an alternative
}

// measuredIn reads a text once in each language.
func (t *Text) measuredIn(lang data.Lang) *measured {
	t.reading.Lock()
	defer t.reading.Unlock()
	if m := t.measured[lang]; m != nil {
		return m
	}
	if t.measured == nil {
		t.measured = map[data.Lang]*measured{}
	}
	m := t.measureIn(lang)
	t.measured[lang] = m
	return m
}

func (t *Text) measureIn(lang data.Lang) *measured {
	n := len(t.Provisions)
	m := &measured{own: make([]Measure, n), counts: make([]bool, n), doubt: make([]bool, n)}
	m.divide(t)
	brackets := bracket.ParseProvisions(t.Provisions, lang)
	for i := range t.Provisions {
		p := &t.Provisions[i]
		r, _ := p.In(lang)
		c := brackets.Count(i)
		x := &m.own[i]
		x.Brackets = c.Pairs + c.Unclosed
		x.Words = wordsOf(r.Heading) + wordsOf(r.Text)
		m.counts[i] = t.words[i] && p.Kind != data.KindFootnote
		m.doubt[i] = x.Brackets > 0 || brackets.At(bracket.Place{Paragraph: i, Field: bracket.FieldText}) >= 0
	}
	for _, g := range bracket.FindOptions(t.Provisions, lang) {
		for k, a := range g.Alternatives {
			switch {
			case g.Kind == bracket.Options:
				m.own[a.Head].Options++
			case k > 0:
				m.own[a.Head].Alts++
			}
			for _, i := range a.Provisions {
				m.doubt[i] = true
			}
		}
	}
	for i := range m.own {
		if m.counts[i] {
			m.own[i].Parts = 1
			if m.doubt[i] {
				m.own[i].InDoubt = 1
			}
		}
	}
	return m
}

// divide says to which line of the table each provision belongs: that of the
// article, preamble or annex it stands in, else that of the outermost but the
// resolution, else its own.
func (m *measured) divide(t *Text) {
	m.unit = make([]int, len(t.Provisions))
	for i := range t.Provisions {
		p := &t.Provisions[i]
		up, inside := t.byID[p.Parent]
		inside = inside && up < i
		switch {
		case inside && !heads(p.Kind) && t.Provisions[up].Kind != data.KindResolution:
			m.unit[i] = m.unit[up]
		default:
			m.unit[i] = len(m.units)
			m.units = append(m.units, i)
		}
	}
}

// heads reports whether provisions of that kind have a line of the table of
// their own, wherever they stand.
func heads(k data.Kind) bool {
	switch k {
	case data.KindPreamble, data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindAnnex:
		return true
	}
	return false
}

// wordsOf counts words: runs of letters, marks and digits, an apostrophe or
// hyphen between letters within one; Chinese characters one by one.
func wordsOf(text string) int {
	n, in := 0, false
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			n, in = n+1, false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !in {
				n, in = n+1, true
			}
		case unicode.IsMark(r), r == '\u200c', r == '\u200d', r == '\u00ad', r == '\u0640':
		case r == '\'' || r == '’' || r == '-' || r == '‑':
		default:
			in = false
		}
	}
	return n
}
