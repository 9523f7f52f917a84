package revisions

import (
	"strconv"
	"strings"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/data/text/bracket"
	"travaux/translations"
)

// redlineOf sets out the redline of a pair: each of its lines, with its number
// and its heading.
func redlineOf(c *desk.Compared, pair int, loc *translations.Localizer) []textview.Block {
	var blocks []textview.Block
	for i, l := range c.Lines {
		if l.Pair != pair {
			continue
		}
		r := liner{c: c, line: l, loc: loc, id: strconv.Itoa(i)}
		blocks = append(blocks, r.blocks()...)
	}
	return blocks
}

// liner sets out one line of a redline.
type liner struct {
	c    *desk.Compared
	line compare.Line
	loc  *translations.Localizer
	id   string
}

// blocks are the heading of the line, if it has one, and its words.
func (l *liner) blocks() (blocks []textview.Block) {
	number, marks := textview.Spans(l.line.Label)
	head := textview.Block{ID: l.id + "/heading", Kind: textview.Article, Lang: string(l.c.Lang)}
	body := textview.Block{ID: l.id, Lang: string(l.c.Lang)}
	titled := len(l.line.Heading) > 0
	if titled {
		head.Text, head.Marks = number, marks
		text, more := textview.Spans(l.line.Heading)
		join(&head, text, more)
		blocks = append(blocks, head)
	} else if altered(l.line.Label) {
		body.Text, body.Marks = number, marks
	} else {
		body.Label = number
	}
	text, more := textview.Spans(l.line.Text)
	join(&body, text, more)
	if body.Text != "" || body.Label != "" || !titled {
		blocks = append(blocks, body)
	}
	l.place(&blocks[len(blocks)-1])
	return blocks
}

// join adds words with their marks behind those of a block.
func join(b *textview.Block, text string, marks []textview.Mark) {
	if text == "" {
		return
	}
	if b.Text != "" {
		b.Text += "  "
	}
	at := len([]rune(b.Text))
	b.Text += text
	for _, m := range marks {
		m.Start, m.End = m.Start+at, m.End+at
		b.Marks = append(b.Marks, m)
	}
}

// place says where the words of a moved, split or merged paragraph come from, or
// have gone: in a chip behind them.
func (l *liner) place(b *textview.Block) {
	whole := len([]rune(b.Text))
	words, kind := "", textview.MarkKind(0)
	switch {
	case l.line.Other >= 0 && l.line.Gone():
		words, kind = "revisions.moved.away", textview.MovedAway
	case l.line.Other >= 0:
		words, kind = "revisions.moved.here", textview.MovedHere
	}
	if words != "" {
		if kind == textview.MovedAway { // all of it is struck already: as moved
			b.Marks = nil
		}
		b.Marks = append(b.Marks, textview.Mark{Kind: kind, Start: 0, End: whole})
		l.chip(b, l.loc.T(words, "place", l.elsewhere()))
		return
	}
	if at := l.part(); at != "" {
		l.chip(b, at)
	}
}

// elsewhere is the place of a moved paragraph's other line.
func (l *liner) elsewhere() string {
	other := l.c.Lines[l.line.Other]
	if other.New >= 0 {
		return cited(l.c.New, l.c.NewIDs, []int{other.New}, l.loc)
	}
	return cited(l.c.Old, l.c.OldIDs, []int{other.Old}, l.loc)
}

// part names the paragraph that a part of a split one has become, or the one a
// part of a merged one was.
func (l *liner) part() string {
	switch p := l.c.Pairs[l.line.Pair]; {
	case p.Kind == data.PairSplit && l.line.New >= 0:
		return translations.Capital(cited(l.c.New, l.c.NewIDs, []int{l.line.New}, l.loc))
	case p.Kind == data.PairMerged && l.line.Old >= 0:
		return l.loc.T("revisions.moved.here", "place", cited(l.c.Old, l.c.OldIDs, []int{l.line.Old}, l.loc))
	}
	return ""
}

func (l *liner) chip(b *textview.Block, words string) {
	if b.Text != "" && !strings.HasSuffix(b.Text, " ") {
		b.Text += " "
	}
	start := len([]rune(b.Text))
	b.Text += textview.ChipText(words)
	b.Marks = append(b.Marks, textview.Mark{Kind: textview.Chip, Start: start, End: len([]rune(b.Text)), Words: words})
}

// versionOf sets out some paragraphs of one version as they read there, with
// their brackets.
func versionOf(list []align.Paragraph, at []int, lang data.Lang) (blocks []textview.Block) {
	for _, i := range at {
		blocks = append(blocks, paragraphBlocks(list[i], strconv.Itoa(i), lang)...)
	}
	return blocks
}

// paragraphBlocks are the heading and the words of a paragraph.
func paragraphBlocks(p align.Paragraph, id string, lang data.Lang) (blocks []textview.Block) {
	label := p.Label
	if p.Heading != "" {
		heading := strings.TrimSpace(label + "  " + p.Heading)
		blocks = append(blocks, textview.Block{ID: id + "/heading", Kind: textview.Article, Text: heading, Lang: string(lang), Marks: brackets(heading)})
		label = ""
	}
	if p.Text != "" || label != "" || len(blocks) == 0 {
		blocks = append(blocks, textview.Block{ID: id, Label: label, Text: p.Text, Lang: string(lang), Marks: brackets(p.Text)})
	}
	return blocks
}

// brackets tints the brackets of a text by their depth.
func brackets(text string) (marks []textview.Mark) {
	for _, m := range bracket.Parse([]string{text}).Marks(0, bracket.FieldText) {
		marks = append(marks, textview.Mark{Kind: textview.Bracket, Start: m.Start, End: m.End, Depth: m.Depth, Ref: strconv.Itoa(m.Pair)})
	}
	return marks
}
