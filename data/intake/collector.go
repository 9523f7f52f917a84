package intake

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// look is how the words that come next look, and what they stand in.
type look struct {
	bold, italic, underline, strike bool
	heading                         bool
	level                           int
	tracked                         data.TrackKind
	kind                            text.BlockKind
	class, container, note          string
	table, row, col                 int
	rightToLeft, centred            bool
}

// collector gathers the words of one paragraph after the other. It may be put aside
// with its paragraph open, and gone on with elsewhere.
type collector struct {
	src    *text.Source
	style  look
	text   *strings.Builder // which must not be moved
	runs   []run
	at     look // when the paragraph began
	began  bool
	line   int
	offset int
	from   [2]int // line and offset where the paragraph began
	tables int
	after  []text.Block // footnotes
}

func newCollector(src *text.Source, style look) collector {
	return collector{src: src, style: style, text: &strings.Builder{}}
}

// run is a stretch of the paragraph in one appearance.
type run struct {
	end   int // byte of the text
	style look
}

// write adds words in the current style.
func (c *collector) write(s string) {
	if s == "" {
		return
	}
	if !c.began {
		if strings.Trim(s, " \t\r\n") == "" && strings.ContainsAny(s, "\r\n") {
			return
		}
		c.began, c.at, c.from = true, c.style, [2]int{c.line, c.offset}
	}
	c.text.WriteString(s)
	if n := len(c.runs); n > 0 && c.runs[n-1].style == c.style {
		c.runs[n-1].end = c.text.Len()
		return
	}
	c.runs = append(c.runs, run{c.text.Len(), c.style})
}

// reset forgets the open paragraph.
func (c *collector) reset() {
	c.text.Reset()
	c.runs, c.began = c.runs[:0], false
}

// take ends the open paragraph and returns its block, or nil if it has no
// words.
func (c *collector) take() *text.Block {
	defer c.reset()
	raw := c.text.String()
	if !c.began || strings.Trim(raw, " \r\n") == "" {
		return nil
	}
	b := text.Block{
		Kind: c.at.kind, Break: "\n", Style: c.at.class, Level: c.at.level, Container: c.at.container, Note: c.at.note,
		Table: c.at.table, Row: c.at.row, Col: c.at.col, RightToLeft: c.at.rightToLeft, Centred: c.at.centred,
		Line: c.from[0], Offset: c.from[1],
	}
	if c.at.heading && b.Kind == text.BlockPara {
		b.Kind = text.BlockHeading
	}
	c.assemble(&b, raw)
	c.src.Blocks = append(c.src.Blocks, b)
	return &c.src.Blocks[len(c.src.Blocks)-1]
}

// assemble sets the block's text, with the indentation of the file taken out,
// and the appearance of its parts.
func (c *collector) assemble(b *text.Block, raw string) {
	if len(c.runs) == 1 {
		b.Text = strings.Trim(collapse(raw), "\r\n")
		s := c.runs[0].style
		b.Bold, b.Italic, b.Strike = s.bold, s.italic, s.strike
		c.track(b, s, 0, utf8.RuneCountInString(b.Text))
		return
	}
	var out strings.Builder
	from, runes := 0, 0
	all := look{bold: true, italic: true, strike: true}
	for k, r := range c.runs {
		s := collapse(raw[from:r.end])
		from = r.end
		if k == 0 {
			s = strings.TrimLeft(s, " ")
		}
		if k == len(c.runs)-1 {
			s = strings.TrimRight(s, " ")
		}
		n := utf8.RuneCountInString(s)
		out.WriteString(s)
		if strings.TrimSpace(s) != "" && s != "," {
			all.bold, all.italic, all.strike = all.bold && r.style.bold, all.italic && r.style.italic, all.strike && r.style.strike
		}
		if n > 0 && (r.style.bold || r.style.italic || r.style.strike || r.style.underline) {
			b.Marked = append(b.Marked, text.Emphasis{
				Start: runes, End: runes + n, Bold: r.style.bold, Italic: r.style.italic, Strike: r.style.strike, Underline: r.style.underline,
			})
		}
		c.track(b, r.style, runes, runes+n)
		runes += n
	}
	b.Text = out.String()
	b.Bold, b.Italic, b.Strike = all.bold, all.italic, all.strike
}

func (c *collector) track(b *text.Block, s look, start, end int) {
	if s.tracked != "" && start < end {
		b.Tracked = append(b.Tracked, data.Tracked{Start: start, End: end, Kind: s.tracked})
	}
}

// collapse replaces white space that holds a line break, which is the
// indentation of the file and not of the text, by one space.
func collapse(s string) string {
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\r') < 0 {
		return strings.ReplaceAll(s, "\u2028", "\n")
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (s[j] == ' ' || s[j] == '\t' || s[j] == '\n' || s[j] == '\r') {
			j++
		}
		switch {
		case j == i:
			b.WriteByte(s[i])
			i++
			continue
		case strings.ContainsAny(s[i:j], "\r\n"):
			b.WriteByte(' ')
		default:
			b.WriteString(s[i:j])
		}
		i = j
	}
	return strings.ReplaceAll(b.String(), "\u2028", "\n")
}

func itoa(n int) string { return strconv.Itoa(n) }
