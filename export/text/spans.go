package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/width"

	"travaux/data"
	"travaux/export"
)

// sign is what stands around changed words. Square brackets would be taken for those
// of the text under negotiation.
type sign struct {
	mark        export.Mark
	open, close string
	id          string // of what it means
}

var signs = []sign{
	{export.Inserted, "{+", "+}", "plain.inserted"},
	{export.Deleted, "{-", "-}", "plain.deleted"},
	{export.MovedHere, "{>", ">}", "plain.moved-here"},
	{export.MovedAway, "{<", "<}", "plain.moved-away"},
	{export.LeftOut, "{~", "~}", "plain.left-out"},
}

// words writes spans in a line. A note becomes a raised number.
func (w *writer) words(spans []export.Span) string {
	var b strings.Builder
	for i, s := range spans {
		if s.Mark&export.Footnote != 0 {
			w.notes = append(w.notes, s.Text)
			b.WriteString(raised(len(w.notes)))
			continue
		}
		b.WriteString(signed(s, s.Mark.Gone() && closed(spans[i+1:])))
	}
	return b.String()
}

// closed reports whether what stays of some words begins with a comma or the like.
func closed(spans []export.Span) bool {
	for _, s := range spans {
		if !s.Mark.Gone() && s.Mark&export.Footnote == 0 && s.Text != "" {
			first, _ := utf8.DecodeRuneInString(s.Text)
			return export.Closes(first)
		}
	}
	return false
}

// signed puts the sign of a change around words, and leaves the blanks at their edges
// outside, so that what is read aloud is read in words; tight ones take their blanks with
// them, which would be left before a comma.
func signed(s export.Span, tight bool) string {
	for _, sign := range signs {
		if s.Mark&export.LeftOut == sign.mark && s.Text != "" {
			core := strings.Trim(s.Text, " \t\n")
			if core == "" || tight {
				return sign.open + s.Text + sign.close
			}
			before, after, _ := strings.Cut(s.Text, core)
			return before + sign.open + core + sign.close + after
		}
	}
	return s.Text
}

// legend explains the signs that the paper uses, once; it stands for the words of a
// paper that say how changes look where they can be underlined.
func (w *writer) legend(of export.Paragraph) {
	if w.told {
		return
	}
	w.told = true
	var said []string
	used := w.used()
	for _, s := range signs {
		if used[s.mark] {
			said = append(said, w.loc.T("plain.sign", "sign", w.loc.Isolate(s.open+"…"+s.close), "meaning", w.loc.T(s.id)))
		}
	}
	for _, s := range of.Spans {
		if strings.Contains(s.Text, "…") {
			said = append(said, w.loc.T("plain.sign", "sign", "…", "meaning", w.loc.T("plain.unchanged")))
			break
		}
	}
	if len(said) > 0 {
		w.group(w.loc.T("plain.legend", "signs", w.loc.List(said)))
	}
}

// used are the marks of changes in the document, beside those of its own legends.
func (w *writer) used() map[export.Mark]bool {
	used := map[export.Mark]bool{}
	note := func(spans []export.Span) {
		for _, s := range spans {
			used[s.Mark&export.LeftOut] = true
		}
	}
	paragraphs := func(list []export.Paragraph) {
		for _, p := range list {
			if !p.Legend {
				note(p.Spans)
			}
		}
	}
	for _, b := range w.doc.Blocks {
		switch b := b.(type) {
		case export.Paragraph:
			paragraphs([]export.Paragraph{b})
		case export.Entry:
			paragraphs(b.Paragraphs)
		case export.Revised:
			note(append(b.Spans[:len(b.Spans):len(b.Spans)], export.Span{Mark: b.End}))
		case export.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					paragraphs(c)
				}
			}
		}
	}
	return used
}

// raised is a number as it stands at a note.
func raised(n int) string {
	var b strings.Builder
	for _, d := range decimal(n) {
		b.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[d-'0'])
	}
	return b.String()
}

// tidy is a text with one kind of line break, without tabs and with valid characters.
func tidy(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(strings.ToValidUTF8(s, "\uFFFD"))
}

// Marks of direction (UAX #9, section 2.6).
const (
	rightToLeftMark = "\u200f"
	leftToRightMark = "\u200e"
)

// directed is the mark that a line of a language needs so that programs which go by
// its first letter run it the language's way; "" where it needs none. A line that has
// no letter of the language's own direction is left to run its way.
func directed(line string, lang data.Lang) string {
	first, own := bidi.ON, false
	for i := 0; i < len(line) && !own; {
		p, n := bidi.LookupString(line[i:])
		switch c := p.Class(); c {
		case bidi.L, bidi.R, bidi.AL:
			if first == bidi.ON {
				first = c
			}
			own = (c != bidi.L) == lang.RightToLeft()
		case bidi.FSI, bidi.LRI, bidi.RLI: // what is set apart does not count (UAX #9, P2)
			if end := strings.Index(line[i:], "\u2069"); end > 0 {
				n = end
			}
		}
		i += max(n, 1)
	}
	switch {
	case !own || first == bidi.ON || (first != bidi.L) == lang.RightToLeft():
		return ""
	case lang.RightToLeft():
		return rightToLeftMark
	}
	return leftToRightMark
}

// columns is how wide a line is where every letter has one width and ideographs two
// (UAX #11).
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); {
		p, size := width.LookupString(s[i:])
		b, _ := bidi.LookupString(s[i:])
		switch {
		case b.Class() == bidi.NSM, b.Class() == bidi.BN, b.Class() >= bidi.LRO && b.Class() <= bidi.PDI:
		case p.Kind() == width.EastAsianWide, p.Kind() == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
		if size == 0 {
			_, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
	}
	return n
}
