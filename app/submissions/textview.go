package submissions

import (
	"sort"
	"strconv"
	"strings"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// submissionText shows a submission, a paragraph for each line: what is marked
// tinted, what the program proposes with a dashed line below, the words by which it
// recognised a provision bold.
type submissionText struct {
	*textview.Document
	of     data.Submission
	lines  []string
	starts []int // rune of the text at which each line begins
}

func newSubmissionText() *submissionText {
	t := &submissionText{Document: textview.NewDocument()}
	t.Margin = false
	return t
}

// set shows a submission with what is marked and proposed in it. What is selected
// stays where it is still the same text.
func (t *submissionText) set(s data.Submission, marked []passage, parts []desk.CablePart) {
	same := t.of.Text == s.Text && t.of.ID == s.ID
	t.of = s
	if !same {
		t.lines, t.starts = strings.Split(s.Text, "\n"), nil
		at := 0
		for _, line := range t.lines {
			t.starts = append(t.starts, at)
			at += len([]rune(line)) + 1
		}
	}
	if blocks := t.blocks(marked, parts); same {
		t.UpdateBlocks(blocks)
	} else {
		t.SetBlocks(blocks)
	}
}

func (t *submissionText) blocks(marked []passage, parts []desk.CablePart) []textview.Block {
	blocks := make([]textview.Block, len(t.lines))
	for i, line := range t.lines {
		blocks[i] = textview.Block{ID: strconv.Itoa(i), Text: line, Lang: string(t.of.Lang)}
	}
	mark := func(kind textview.MarkKind, start, end int) {
		for i := t.lineAt(start); i < len(t.lines) && t.starts[i] < end; i++ {
			from, to := max(start-t.starts[i], 0), min(end-t.starts[i], len([]rune(t.lines[i])))
			if from < to {
				blocks[i].Marks = append(blocks[i].Marks, textview.Mark{Kind: kind, Start: from, End: to})
			}
		}
	}
	for _, p := range marked {
		mark(textview.Comment, p.start, p.end)
	}
	for _, p := range parts {
		mark(textview.Term, p.Start, p.End)
		for _, n := range p.Named {
			mark(textview.Bold, n.Start, n.End)
		}
	}
	return blocks
}

// lineAt is the line that a rune of the text stands on.
func (t *submissionText) lineAt(rune int) int {
	return max(sort.SearchInts(t.starts, rune+1)-1, 0)
}

// line are the runes of the line with that identity.
func (t *submissionText) line(id string) (start, end int) {
	i, err := strconv.Atoi(id)
	if err != nil || i < 0 || i >= len(t.lines) {
		return 0, 0
	}
	return t.starts[i], t.starts[i] + len([]rune(t.lines[i]))
}

// runes are what is selected, as runes of the text.
func (t *submissionText) runes() (start, end int, ok bool) {
	from, to, ok := t.Selection()
	if !ok {
		return 0, 0, false
	}
	start, _ = t.line(from.ID)
	end, _ = t.line(to.ID)
	start, end = start+from.Offset, end+to.Offset
	return min(start, end), max(start, end), start != end
}

// pick selects runes of the text and brings them into view.
func (t *submissionText) pick(start, end int) {
	if len(t.lines) == 0 {
		return
	}
	at := func(rune int) textview.Position {
		i := t.lineAt(rune)
		return textview.Position{ID: strconv.Itoa(i), Offset: rune - t.starts[i]}
	}
	t.Select(at(start), at(end))
	t.ScrollTo(strconv.Itoa(t.lineAt(start)))
}
