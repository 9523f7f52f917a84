package intake

import (
	"strconv"
	"strings"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text"
)

// sourceView shows the file's paragraphs as they stand, tracked changes
// included, with the words of one node of the outline on a tint.
type sourceView struct {
	*textview.Document
	source *text.Source
	tinted []int // blocks that have marks of the selection
	caret  text.Place
	placed bool // caret says where a person pressed
	lang   data.Lang

	onNode func(at text.Place) // a person went to this place
}

func newSourceView(s *text.Source, lang data.Lang) *sourceView {
	v := &sourceView{Document: textview.NewDocument(), source: s, lang: lang}
	v.Margin = false
	v.OnChosen = func(id string) { v.went(text.Place{Block: blockOf(id)}, false) }
	v.OnPressed = func(at textview.Position, _ []textview.Mark) {
		v.went(text.Place{Block: blockOf(at.ID), Rune: at.Offset}, true)
	}
	v.OnSelected = func() {
		if from, _, ok := v.Selection(); ok {
			v.went(text.Place{Block: blockOf(from.ID), Rune: from.Offset}, true)
		}
	}
	v.setBlocks()
	return v
}

func (v *sourceView) went(at text.Place, placed bool) {
	if placed {
		v.caret, v.placed = at, true
	}
	if v.onNode != nil {
		v.onNode(at)
	}
}

// set shows the paragraphs of another reading, or as of another language.
func (v *sourceView) set(s *text.Source, lang data.Lang) {
	if s != v.source || lang != v.lang {
		v.source, v.lang = s, lang
		v.setBlocks()
	}
}

func (v *sourceView) setBlocks() {
	var blocks []textview.Block
	for i := range v.source.Blocks {
		b := &v.source.Blocks[i]
		if strings.TrimSpace(b.Text) == "" && b.Label == "" {
			continue
		}
		blocks = append(blocks, v.block(i))
	}
	v.tinted = nil
	v.SetBlocks(blocks)
}

// block shows a paragraph the way the file describes it.
func (v *sourceView) block(i int) textview.Block {
	b := &v.source.Blocks[i]
	shown := textview.Block{ID: idOf(i), Label: b.Label, Text: b.Text, Lang: string(v.lang), Marks: marksOf(b)}
	switch {
	case b.Kind == text.BlockFootnote:
		shown.Kind = textview.Note
	case b.Kind == text.BlockHeading && (b.Centred || b.Level == 1):
		shown.Kind = textview.Chapter
	case b.Kind == text.BlockHeading:
		shown.Kind = textview.Article
	case b.Label != "" && b.Level > 1:
		shown.Indent = min(b.Level-1, 6)
	}
	return shown
}

// marksOf shows tracked changes and emphasis.
func marksOf(b *text.Block) []textview.Mark {
	var marks []textview.Mark
	add := func(kind textview.MarkKind, start, end int) {
		marks = append(marks, textview.Mark{Kind: kind, Start: start, End: end})
	}
	for _, t := range b.Tracked {
		kind := textview.Inserted
		if t.Kind == data.TrackDeleted {
			kind = textview.Deleted
		}
		add(kind, t.Start, t.End)
	}
	for _, e := range b.Marked {
		switch {
		case e.Strike: // UN drafts strike through what is proposed for deletion
			add(textview.Deleted, e.Start, e.End)
		case e.Bold:
			add(textview.Bold, e.Start, e.End)
		case e.Italic:
			add(textview.Italic, e.Start, e.End)
		}
	}
	end := len([]rune(b.Text))
	switch {
	case b.Kind == text.BlockHidden:
		add(textview.Quiet, 0, end)
	case b.Strike:
		add(textview.Deleted, 0, end)
	case b.Bold && b.Kind != text.BlockHeading:
		add(textview.Bold, 0, end)
	case b.Italic:
		add(textview.Italic, 0, end)
	}
	return marks
}

// show chooses the first block of a node; where a node has several blocks, or
// only a part of one, its words are tinted. It outlines the word where a split
// would begin. scroll brings it all into view.
func (v *sourceView) show(n *text.Node, scroll bool) {
	marks := map[int][]textview.Mark{}
	first := -1
	for _, p := range n.Pieces {
		if p.Start == p.End || p.Role == text.RoleGap {
			continue
		}
		if first < 0 {
			first = p.Block
		}
		marks[p.Block] = append(marks[p.Block], textview.Mark{Kind: textview.Comment, Start: p.Start, End: p.End})
	}
	if len(marks) == 1 && !v.shared(n, first) {
		delete(marks, first) // the plate of the chosen block says it all
	}
	if at, ok := v.splitPlace(n); ok {
		runes := []rune(v.source.Blocks[at.Block].Text)
		marks[at.Block] = append(marks[at.Block], textview.Mark{Kind: textview.SearchNow, Start: at.Rune, End: wordEnd(runes, at.Rune)})
	}
	for _, i := range v.tinted {
		if _, again := marks[i]; !again {
			v.SetBlock(v.block(i))
		}
	}
	v.tinted = v.tinted[:0]
	for i, more := range marks {
		b := v.block(i)
		b.Marks = append(b.Marks, more...)
		v.SetBlock(b)
		v.tinted = append(v.tinted, i)
	}
	if first < 0 {
		v.Choose("")
		return
	}
	v.Choose(idOf(first))
	if scroll {
		v.ScrollTo(idOf(first))
	}
}

// shared reports whether other nodes have words of a block as well.
func (v *sourceView) shared(n *text.Node, block int) bool {
	sum := 0
	for _, p := range n.Pieces {
		if p.Block == block {
			sum += p.End - p.Start
		}
	}
	return sum < len([]rune(v.source.Blocks[block].Text))
}

// splitPlace is where a node would be divided: at the word a person pressed.
func (v *sourceView) splitPlace(n *text.Node) (text.Place, bool) {
	if !v.placed {
		return text.Place{}, false
	}
	at := v.caret
	at.Rune = atWord([]rune(v.source.Blocks[at.Block].Text), at.Rune)
	offset, ok := offsetAt(n, at)
	return at, ok && offset > 0
}

func idOf(block int) string { return strconv.Itoa(block) }

func blockOf(id string) int {
	i, err := strconv.Atoi(id)
	if err != nil {
		return 0
	}
	return i
}
