package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/text"
)

// vocabulary is the words of the document that stand within lines, by which
// words divided at the end of a line are put together again.
type vocabulary map[string]int

func vocabularyOf(lines []*line) vocabulary {
	v := vocabulary{}
	for _, l := range lines {
		for k := range l.words {
			if k < len(l.words)-1 || !strings.HasSuffix(l.words[k].Text, "-") {
				v[core(l.words[k].Text)]++
			}
		}
	}
	return v
}

// core is a word without the punctuation around it, in small letters.
func core(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// divided reports whether a hyphen between two halves only divides a word at
// the end of a line: the document has the word in one piece, and not oftener
// with a hyphen.
func (v vocabulary) divided(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsLower(first) {
		return false
	}
	a, b := core(before), core(after)
	return a != "" && v[a+b] > 0 && v[a+b] >= v[a+"-"+b]
}

// composer writes lines into a block.
type composer struct {
	vocabulary
	b      strings.Builder
	runes  int
	spans  []text.Emphasis
	marks  map[*Word]string
	placed map[*Word]int // rune at which the mark of a footnote stood
	last   *Word
}

func (c *composer) line(l *line) {
	for k := range l.words {
		w := &l.words[k]
		if _, mark := c.marks[w]; mark {
			c.placed[w] = c.runes
			continue
		}
		space := ""
		switch {
		case c.last == nil:
		case k == 0:
			space = c.seam(w)
		default:
			space = between(&l.words[k-1], w, l.size)
		}
		c.write(space, w)
	}
}

// seam is what comes between the last word of a line and the first of the
// next. A hyphen that only divides the word is taken out.
func (c *composer) seam(w *Word) string {
	before := []rune(c.last.Text)
	end := before[len(before)-1]
	first, _ := utf8.DecodeRuneInString(w.Text)
	switch {
	case end == '\u00AD':
		c.cutLast()
		return ""
	case (end == '-' || end == '\u2010') && len(before) > 1:
		if c.divided(string(before[:len(before)-1]), w.Text) {
			c.cutLast()
		}
		if unicode.IsLetter(first) || unicode.IsDigit(first) {
			return ""
		}
	case end == '\u2011', end == '/' && strings.Contains(c.last.Text, "://"), wide(end) && wide(first):
		return ""
	}
	return " "
}

// cutLast takes the last rune back.
func (c *composer) cutLast() {
	s := c.b.String()
	_, size := utf8.DecodeLastRuneInString(s)
	c.b.Reset()
	c.b.WriteString(s[:len(s)-size])
	c.runes--
	if n := len(c.spans); n > 0 && c.spans[n-1].End > c.runes {
		c.spans[n-1].End = c.runes
	}
}

// wide reports characters that are written without spaces between.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

func (c *composer) write(space string, w *Word) {
	e := text.Emphasis{Start: c.runes, Bold: w.Bold, Italic: w.Italic}
	c.b.WriteString(space)
	c.b.WriteString(w.Text)
	c.runes += utf8.RuneCountInString(space) + utf8.RuneCountInString(w.Text)
	e.End = c.runes
	c.last = w
	if n := len(c.spans); n > 0 && c.spans[n-1].Bold == e.Bold && c.spans[n-1].Italic == e.Italic {
		c.spans[n-1].End = e.End
		return
	}
	if n := len(c.spans); n > 0 { // the space belongs to what is before it
		gap := utf8.RuneCountInString(space)
		c.spans[n-1].End += gap
		e.Start += gap
	}
	c.spans = append(c.spans, e)
}

// into writes text and looks into a block.
func (c *composer) into(b *text.Block) {
	b.Text = c.b.String()
	b.Bold, b.Italic = c.runes > 0, c.runes > 0
	for _, e := range c.spans {
		b.Bold, b.Italic = b.Bold && e.Bold, b.Italic && e.Italic
	}
	if len(c.spans) > 1 {
		for _, e := range c.spans {
			if (e.Bold || e.Italic) && e.Start < e.End {
				b.Marked = append(b.Marked, e)
			}
		}
	}
}
