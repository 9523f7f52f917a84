package docx

import (
	"strconv"
	"strings"

	"travaux/data"
	"travaux/export"
)

// change is what becomes of words when changes are accepted or rejected.
type change uint8

const (
	settled change = iota
	inserted
	deleted
)

// tag is the element of a change.
func (c change) tag() string {
	if c == deleted {
		return "w:del"
	}
	return "w:ins"
}

// changeOf is the change that a mark of a revised text stands for.
func changeOf(m export.Mark) change {
	switch {
	case m.Came():
		return inserted
	case m.Gone():
		return deleted
	}
	return settled
}

// stamp gives the attributes of a change or comment: its number, which no
// other has, its author and its time.
func (w *writer) stamp(date string) []string {
	return []string{"w:id", w.number(), "w:author", w.author, "w:date", date}
}

// apart keeps insertions apart that a paragraph break of the old version parts.
// LibreOffice takes two on both sides of such a break for one, break included,
// if both were made within a minute by one author; so the second is stated to
// have been made two minutes later.
type apart struct {
	date, later string
	before      string // date of the insertion before the break; "": none there
	begun       bool   // the paragraph has words
	last        string // date of the insertion that is its last so far; ""
}

// next gives the date of an insertion.
func (a *apart) next() string {
	if !a.begun && a.before == a.date {
		return a.later
	}
	return a.date
}

// add notes what was written: an insertion of a date, or, "", something else.
func (a *apart) add(date string) { a.begun, a.last = true, date }

// end notes how a paragraph ends.
func (a *apart) end(c change) {
	a.before = a.last
	if c == inserted { // what follows belongs to one insertion
		a.before = ""
	}
	a.begun, a.last = false, ""
}

// number counts what must not have the same id.
func (w *writer) number() string {
	w.last++
	return strconv.Itoa(w.last)
}

// revised writes spans as genuine changes. What was left out on the way of a
// move is in neither version, so that it is not written.
func (w *writer) revised(spans []export.Span) {
	now := settled
	for i, s := range spans {
		s.Mark = markAt(spans, i)
		if s.Mark&export.LeftOut == export.LeftOut || s.Text == "" {
			continue
		}
		if c := changeOf(s.Mark); c != now || !w.apart.begun {
			w.endChange(now)
			w.beginChange(c)
			now = c
		}
		if s.Mark&export.Footnote != 0 {
			w.footnote(&w.body, s.Text)
			continue
		}
		w.spanTo(&w.body, export.Span{Text: s.Text, Mark: s.Mark &^ export.LeftOut}, now)
	}
	w.endChange(now)
}

func (w *writer) beginChange(c change) {
	date := ""
	if c == inserted {
		date = w.apart.next()
	}
	w.apart.add(date)
	switch c {
	case inserted:
		w.body.begin(c.tag(), w.stamp(date)...)
	case deleted:
		w.body.begin(c.tag(), w.stamp(w.date)...)
	}
}

func (w *writer) endChange(c change) {
	if c != settled {
		w.body.end(c.tag())
	}
}

// plain writes spans whose marks are looks: lines under and through words.
func (w *writer) plain(m *markup, spans []export.Span) {
	for i, s := range spans {
		if i > 0 && export.Parted(w.lang, spans[i-1], s) {
			w.spanTo(m, export.Span{Text: " "}, settled)
		}
		if s.Mark&export.Footnote != 0 {
			w.footnote(m, s.Text)
			continue
		}
		w.spanTo(m, s, settled)
	}
}

// spanTo writes a span as runs of one direction each.
func (w *writer) spanTo(m *markup, s export.Span, c change) {
	for _, piece := range stretches(fit(s.Text), w.lang.RightToLeft()) {
		m.begin("w:r")
		w.look(m, s.Mark, piece.rightToLeft)
		words(m, piece.text, c)
		m.end("w:r")
	}
}

// look writes the properties of a run in the order that the schema wants.
func (w *writer) look(m *markup, mark export.Mark, rightToLeft bool) {
	style, rest := wordsStyle(mark &^ export.Footnote)
	foreign := w.lang != w.doc.Lang
	if style == "" && rest == export.Plain && !rightToLeft && !foreign {
		return
	}
	m.begin("w:rPr")
	if style != "" {
		m.value("w:rStyle", style)
	}
	switch slanted := rest&export.Slanted != 0; {
	case foreign && w.lang == data.Chinese && !slanted: // its quotation marks are as wide as its characters
		m.empty("w:rFonts", "w:hint", "eastAsia")
		fallthrough
	default:
		weight(m, w.lang, rest&export.Strong != 0, slanted)
	}
	if rightToLeft {
		m.empty("w:rtl")
	}
	if foreign {
		l := localeOf(w.lang)
		m.empty("w:lang", "w:val", l.latin, "w:eastAsia", l.eastAsian, "w:bidi", l.complex)
	}
	m.end("w:rPr")
}

// words writes text with its tabs, breaks and the hyphens that Word keeps as
// elements.
func words(m *markup, s string, c change) {
	tag := "w:t"
	if c == deleted {
		tag = "w:delText"
	}
	from := 0
	until := func(i int) {
		if i > from {
			m.element(tag, s[from:i], "xml:space", "preserve")
		}
	}
	for i, r := range s {
		element := ""
		switch r {
		case '\t':
			element = "w:tab"
		case '\n':
			element = "w:br"
		case '\r':
			if !strings.HasPrefix(s[i+1:], "\n") {
				element = "w:br"
			}
		case '\u00AD':
			element = "w:softHyphen"
		case '\u2011':
			element = "w:noBreakHyphen"
		default:
			continue
		}
		until(i)
		if element != "" {
			m.empty(element)
		}
		from = i + len(string(r))
	}
	until(len(s))
}
