package export

import (
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

// How many words of unchanged text stand around a change, how many are shown of
// one change and of a paragraph that came or went, and of what somebody wrote;
// see weightOf for ideographs.
const (
	contextWords = 7
	changeWords  = 40
	wholeWords   = 20
	saidWords    = 60
)

// changes lists what changed, in the order of the new text and below the article
// it stands in: what happened to which provision, a short redline, and below it
// our notes.
func (w *reportWriter) changes() {
	rows := changeRows{w: w, lines: make([][]compare.Line, len(w.c.Pairs)), done: map[int]bool{}}
	for _, l := range w.c.Lines {
		rows.lines[l.Pair] = append(rows.lines[l.Pair], l)
	}
	if w.internal != nil {
		rows.notes = w.internal.Notes
	}
	for n := range w.c.Lines {
		rows.line(n)
	}
	if !w.section("report.changes", len(rows.rows)+len(rows.renumbered), "report.changes.none") {
		return
	}
	if len(rows.rows) > 0 {
		w.add(w.legendOf("report.legend", []legendPart{
			{"{inserted}", "report.legend.inserted", Inserted},
			{"{deleted}", "report.legend.deleted", Deleted},
		}))
		w.add(Table{Heads: []string{w.loc.T("report.provision"), w.loc.T("report.redline")}, Shares: []int{3, 8}, Rows: rows.rows})
	}
	if len(rows.renumbered) > 0 {
		w.add(Heading{2, w.loc.T("report.renumbered")})
		w.add(Table{Heads: []string{w.loc.T("report.renumbered.was"), w.loc.T("report.renumbered.is")}, Shares: []int{1, 1}, Rows: rows.renumbered})
	}
}

// changeRows makes the rows one after another.
type changeRows struct {
	w          *reportWriter
	lines      [][]compare.Line    // of every pair
	notes      [][]data.ReportNote // nil: none are shown
	rows       []Row
	renumbered []Row
	done       map[int]bool // pairs that have their row
	under      string       // heading of the article that the last row stands in
}

// line gives a pair its row at the first of its lines that is read in the new
// text, or at its only one.
func (c *changeRows) line(n int) {
	l := c.w.c.Lines[n]
	if c.done[l.Pair] || l.Gone() && l.Other >= 0 {
		return
	}
	c.done[l.Pair] = true
	pair := c.w.c.Pairs[l.Pair]
	switch pair.Kind {
	case data.PairUnchanged:
		return
	case data.PairRenumbered:
		c.renumbered = append(c.renumbered, Row{[]Cell{cell(Body, c.w.place(c.path(pair.Old, c.w.r.OldPaths))), cell(Body, c.w.place(c.path(pair.New, c.w.r.NewPaths)))}})
		return
	}
	c.heading(l)
	what := titled(c.w.loc.Name("pair-kind", string(pair.Kind)), c.where(pair))
	c.rows = append(c.rows, Row{[]Cell{what, append(c.redline(l.Pair), c.note(pair)...)}})
}

// path is that of the first of some paragraphs.
func (c *changeRows) path(at []int, paths []string) string {
	if len(at) == 0 || at[0] >= len(paths) {
		return ""
	}
	return paths[at[0]]
}

// where names the provisions of a pair; of a split or merged one, all of them.
func (c *changeRows) where(pair align.Pair) string {
	list := func(at []int, paths []string) string {
		var names []string
		for _, i := range at {
			if i < len(paths) {
				names = append(names, c.w.place(paths[i]))
			}
		}
		return c.w.loc.List(names)
	}
	old, new := list(pair.Old, c.w.r.OldPaths), list(pair.New, c.w.r.NewPaths)
	switch {
	case old == new || old == "":
		return new
	case new == "":
		return old
	}
	return c.w.loc.T("report.place", "old", old, "new", new)
}

// heading names the article that the next row stands in, where it is another
// than that of the row before. An article that changed itself is its own.
func (c *changeRows) heading(l compare.Line) {
	side, i := c.w.c.New, l.New
	if i < 0 {
		side, i = c.w.c.Old, l.Old
	}
	for steps := 0; i >= 0 && i < len(side) && !isContainer(side[i].Kind) && steps <= len(side); steps++ {
		i = side[i].Parent
	}
	if i < 0 || i >= len(side) {
		return
	}
	p := side[i]
	text := c.w.headingText(data.PublicHeading{Kind: p.Kind, Label: p.Label, Heading: p.Heading})
	if text != "" && text != c.under {
		c.rows = append(c.rows, Row{[]Cell{{{Kind: Quotation, Spans: []Span{{text, Strong}}}}}})
	}
	c.under = text
}

// redline is what changed in a pair: where nothing of its words did, how they
// begin.
func (c *changeRows) redline(pair int) Cell {
	var out Cell
	for _, l := range c.lines[pair] {
		if l.Gone() && l.Other >= 0 { // where words stood that moved
			continue
		}
		var spans []Span
		for _, edits := range [][]redline.Edit{l.Label, l.Heading, l.Text} {
			part := marked(edits)
			if len(spans) > 0 && len(part) > 0 {
				spans = append(spans, Span{" ", Plain})
			}
			spans = append(spans, part...)
		}
		most := changeWords
		if l.Gone() || l.Came() {
			most = wholeWords
		}
		out = append(out, split(Quotation, excerpt(spans, most))...)
	}
	return out
}

// marked gives edits their marks.
func marked(edits []redline.Edit) []Span {
	var out []Span
	for _, e := range edits {
		s := Span{e.Text, Plain}
		switch e.Kind {
		case redline.Insert:
			s.Mark = Inserted
		case redline.Delete:
			s.Mark = Deleted
		}
		out = append(out, s)
	}
	return out
}

// excerpt keeps of a redline the changes, so many words of each at most, and a few
// words around them. What is left out leaves an ellipsis.
func excerpt(spans []Span, most int) []Span {
	first, last := -1, -1
	for i, s := range spans {
		if s.Mark != Plain && strings.TrimSpace(s.Text) != "" {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	var out []Span
	for i, s := range spans {
		switch {
		case s.Mark != Plain:
			s.Text = cutWords(s.Text, most, 0)
		case first < 0:
			s.Text = cutWords(s.Text, 2*contextWords, 0)
		case i < first:
			s.Text = cutWords(s.Text, 0, contextWords)
		case i > last:
			s.Text = cutWords(s.Text, contextWords, 0)
		default:
			s.Text = cutWords(s.Text, contextWords, contextWords)
		}
		out = append(out, s)
	}
	return out
}

// shortened is the beginning of something that was written.
func shortened(text string) string { return cutWords(text, saidWords, 0) }

const ellipsis = "…"

// cutWords keeps so many words of the beginning and of the end of a text, with
// an ellipsis between them, if anything worth it is left out.
func cutWords(text string, begin, end int) string {
	tokens := redline.Tokens(text)
	all := 0
	for _, t := range tokens {
		all += weightOf(t)
	}
	if all <= (begin+end+2)*wordWeight {
		return text
	}
	head, tail := placeOf(tokens, begin*wordWeight), placeOf(tokens, all-end*wordWeight)
	if begin == 0 {
		head = 0
	}
	first := strings.TrimRightFunc(strings.Join(tokens[:head], ""), unicode.IsSpace)
	last := strings.TrimLeftFunc(strings.Join(tokens[tail:], ""), unicode.IsSpace)
	return first + apart(first) + ellipsis + apart(last) + last
}

// apart is the space between an ellipsis and words; ideographs have none.
func apart(words string) string {
	if words == "" || strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return ""
	}
	return " "
}

// weightOf is what a piece of text counts: five ideographs say as much as three
// words.
func weightOf(token string) int {
	switch {
	case strings.ContainsFunc(token, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
		return hanWeight
	case strings.ContainsFunc(token, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return wordWeight
	}
	return 0
}

// placeOf is the place of the first word that words of so much weight stand
// before.
func placeOf(tokens []string, weight int) int {
	for i, t := range tokens {
		w := weightOf(t)
		if w > 0 && weight <= 0 {
			return i
		}
		weight -= w
	}
	return len(tokens)
}

// note is what we hold on the provisions of a pair.
func (c *changeRows) note(pair align.Pair) (out Cell) {
	for _, i := range pair.New {
		if i >= len(c.notes) {
			continue
		}
		for _, n := range c.notes[i] {
			what := c.w.loc.Name("annotation", string(n.Kind))
			if n.Kind == data.AnnotationPosition && n.Stance != data.StanceNone {
				what = c.w.loc.Name("stance", string(n.Stance))
			}
			if n.State != "" && n.State != data.ApprovalNone {
				what = c.w.loc.T("report.note.state", "what", what, "state", c.w.loc.Name("approval", string(n.State)))
			}
			out = append(out, titled(what, c.w.said(n.Says, n.Level))...)
		}
	}
	return out
}
