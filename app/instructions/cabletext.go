package instructions

import (
	"sort"
	"strconv"
	"strings"

	"travaux/app/textview"
)

// cableText shows a cable, a paragraph for each line, with its parts marked: those
// that are taken tinted, those that are proposed with a dashed line below, and the
// words by which provisions were recognised bold.
type cableText struct {
	*textview.Document
	lines  []string
	starts []int // rune of the cable at which each line begins
}

func newCableText(w *work) *cableText {
	t := &cableText{Document: textview.NewDocument(), lines: strings.Split(w.Text, "\n")}
	t.Margin = false
	at := 0
	for _, line := range t.lines {
		t.starts = append(t.starts, at)
		at += len([]rune(line)) + 1
	}
	t.SetBlocks(t.blocks(w))
	return t
}

func (t *cableText) blocks(w *work) []textview.Block {
	blocks := make([]textview.Block, len(t.lines))
	for i, line := range t.lines {
		blocks[i] = textview.Block{ID: strconv.Itoa(i), Text: line, Lang: string(w.Lang)}
		start, end := t.starts[i], t.starts[i]+len([]rune(line))
		mark := func(kind textview.MarkKind, from, to int) {
			if from, to = max(from, start), min(to, end); from < to {
				blocks[i].Marks = append(blocks[i].Marks, textview.Mark{Kind: kind, Start: from - start, End: to - start})
			}
		}
		for _, p := range w.Parts {
			kind := textview.Term
			if p.Taken {
				kind = textview.Comment
			}
			mark(kind, p.Start, p.End)
			for _, n := range p.Named {
				mark(textview.Bold, n.Start, n.End)
			}
		}
	}
	return blocks
}

// show marks the parts as they are, and brings one into view; -1 none.
func (t *cableText) show(w *work, at int) {
	t.UpdateBlocks(t.blocks(w))
	if at < 0 || at >= len(w.Parts) {
		t.Choose("")
		return
	}
	id := strconv.Itoa(t.lineAt(w.Parts[at].Start))
	t.Choose(id)
	t.ScrollTo(id)
}

// lineAt is the line that a rune of the cable stands on.
func (t *cableText) lineAt(rune int) int {
	return max(sort.SearchInts(t.starts, rune+1)-1, 0)
}

// line are the runes of the line with that identity.
func (t *cableText) line(id string) (start, end int) {
	i, err := strconv.Atoi(id)
	if err != nil || i < 0 || i >= len(t.lines) {
		return 0, 0
	}
	return t.starts[i], t.starts[i] + len([]rune(t.lines[i]))
}

// runes are what is selected, as runes of the cable.
func (t *cableText) runes() (start, end int, ok bool) {
	from, to, ok := t.Selection()
	if !ok {
		return 0, 0, false
	}
	start, _ = t.line(from.ID)
	end, _ = t.line(to.ID)
	start, end = start+from.Offset, end+to.Offset
	return min(start, end), max(start, end), start != end
}
