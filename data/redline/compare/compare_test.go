package compare

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// show writes a line as "old>new @other label|heading|text".
func show(c Comparison) string {
	var b strings.Builder
	for _, l := range c.Lines {
		fmt.Fprintf(&b, "%s %d>%d", l.Kind, l.Old, l.New)
		if l.Other >= 0 {
			fmt.Fprintf(&b, " @%d", l.Other)
		}
		b.WriteString(":")
		for _, edits := range [][]redline.Edit{l.Label, l.Heading, l.Text} {
			if len(edits) > 0 {
				b.WriteString(" " + marked(edits))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func marked(edits []redline.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		b.WriteString([...]string{"", "[-", "{+"}[e.Kind] + e.Text + [...]string{"", "-]", "+}"}[e.Kind])
	}
	return b.String()
}

func texts(lines ...string) (out []align.Paragraph) {
	for _, line := range lines {
		label, rest, ok := strings.Cut(line, "|")
		if !ok {
			label, rest = "", line
		}
		out = append(out, align.Paragraph{Label: label, Text: rest, Parent: -1})
	}
	return out
}

func pair(kind data.PairKind, old, new []int) align.Pair {
	return align.Pair{Kind: kind, Old: old, New: new}
}

type at = []int

func TestOf(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []align.Paragraph
		pairs    []align.Pair
		want     string
		count    Count
	}{
		{name: "nothing"},
		{
			"unchanged and changed", texts("1.|Parties shall act.", "2.|Parties report."), texts("1.|Parties shall act.", "2.|Parties may report."),
			[]align.Pair{pair(data.PairUnchanged, at{0}, at{0}), pair(data.PairChanged, at{1}, at{1})},
			"unchanged 0>0: 1. Parties shall act.\nchanged 1>1: 2. Parties {+may +}report.\n",
			Count{1, 0, 1},
		},
		{
			"renumbered", texts("12.|Parties shall act."), texts("13.|Parties shall act."),
			[]align.Pair{pair(data.PairRenumbered, at{0}, at{0})},
			"renumbered 0>0: [-12-]{+13+}. Parties shall act.\n",
			Count{1, 1, 1},
		},
		{
			"gone comes after what stood before it, then what is new", texts("A", "B", "C"), texts("A", "X", "C"),
			[]align.Pair{pair(data.PairUnchanged, at{0}, at{0}), pair(data.PairNew, nil, at{1}), pair(data.PairUnchanged, at{2}, at{2}), pair(data.PairGone, at{1}, nil)},
			"unchanged 0>0: A\ngone 1>-1: [-B-]\nnew -1>1: {+X+}\nunchanged 2>2: C\n",
			Count{1, 1, 2},
		},
		{
			"what came as a whole is one place", nil, texts("1.|Parties act."),
			[]align.Pair{pair(data.PairNew, nil, at{0})},
			"new -1>0: {+1.+} {+Parties act.+}\n",
			Count{3, 0, 1},
		},
		{
			"moved, with its changes", texts("A", "Parties shall act", "C"), texts("A", "C", "Parties may act"),
			[]align.Pair{pair(data.PairUnchanged, at{0}, at{0}), pair(data.PairUnchanged, at{2}, at{1}), pair(data.PairMoved, at{1}, at{2})},
			"unchanged 0>0: A\nmoved 1>-1 @3: [-Parties shall act-]\nunchanged 2>1: C\nmoved 1>2 @1: Parties [-shall-]{+may+} act\n",
			Count{1, 1, 1},
		},
		{
			"split", texts("1.|A acts. B rests. C waits.", "2.|D"), texts("1.|A acts.", "2.|B rests.", "3.|C always waits.", "4.|D"),
			[]align.Pair{pair(data.PairSplit, at{0}, at{0, 1, 2}), pair(data.PairRenumbered, at{1}, at{3})},
			"split 0>0: 1. A acts.[- -]\nsplit 0>1: {+2.+} B rests.[- -]\nsplit 0>2: {+3.+} C {+always +}waits.\nrenumbered 1>3: [-2-]{+4+}. D\n",
			Count{4, 1, 6},
		},
		{
			"the number stays with the part that has it", texts("1.|A acts. B rests."), texts("|A acts.", "1.|B rests."),
			[]align.Pair{pair(data.PairSplit, at{0}, at{0, 1})},
			"split 0>0: A acts.[- -]\nsplit 0>1: 1. B rests.\n",
			Count{0, 0, 1},
		},
		{
			"merged", texts("1.|A acts.", "2.|B rests."), texts("1.|A acts; B rests."),
			[]align.Pair{pair(data.PairMerged, at{0, 1}, at{0})},
			"merged 0>0: 1. A acts[-.-]{+; +}\nmerged 1>0: [-2.-] B rests.\n",
			Count{0, 1, 2},
		},
		{
			"merged, with a paragraph gone between", texts("A acts.", "X", "B rests."), texts("A acts. B rests."),
			[]align.Pair{pair(data.PairMerged, at{0, 2}, at{0}), pair(data.PairGone, at{1}, nil)},
			"merged 0>0: A acts.{+ +}\ngone 1>-1: [-X-]\nmerged 2>0: B rests.\n",
			Count{0, 1, 2},
		},
		{
			"split, with a new paragraph between", texts("A acts. B rests."), texts("A acts.", "X", "B rests."),
			[]align.Pair{pair(data.PairSplit, at{0}, at{0, 2}), pair(data.PairNew, nil, at{1})},
			"split 0>0: A acts.[- -]\nnew -1>1: {+X+}\nsplit 0>2: B rests.\n",
			Count{1, 0, 2},
		},
		{
			"merged from afar: the far part moved", texts("A acts.", "Much that stays.", "B rests."), texts("A acts. B rests.", "Much that stays."),
			[]align.Pair{pair(data.PairMerged, at{0, 2}, at{0}), pair(data.PairUnchanged, at{1}, at{1})},
			"merged 0>0: A acts.{+ +}\nmerged 2>0 @3: B rests.\nunchanged 1>1: Much that stays.\nmerged 2>-1 @1: [-B rests.-]\n",
			Count{0, 0, 1},
		},
		{
			"split apart: the far part moved", texts("A acts. B.", "Much that stays."), texts("A acts.", "Much that stays.", "B."),
			[]align.Pair{pair(data.PairSplit, at{0}, at{0, 2}), pair(data.PairUnchanged, at{1}, at{1})},
			"split 0>0: A acts.[- -]\nsplit 0>-1 @3: [-B.-]\nunchanged 1>1: Much that stays.\nsplit 0>2 @1: B.\n",
			Count{0, 0, 1},
		},
		{
			"several to several, as a person may settle it", texts("A acts. B", "rests."), texts("A acts.", "B rests."),
			[]align.Pair{pair(data.PairChanged, at{0, 1}, at{0, 1})},
			"changed 0>0: A acts.[- -]\nchanged 0>1: B{+ +}\nchanged 1>1: rests.\n",
			Count{0, 0, 2},
		},
		{
			"a line feed within a paragraph becomes a break", texts("A acts.\nB rests."), texts("A acts.", "B rests."),
			[]align.Pair{pair(data.PairSplit, at{0}, at{0, 1})},
			"split 0>0: A acts.[-\n-]\nsplit 0>1: B rests.\n",
			Count{0, 0, 1},
		},
		{
			"in no pair, in two, and out of range", texts("A", "B"), texts("A", "X"),
			[]align.Pair{pair(data.PairUnchanged, at{0, 7}, at{0, -1}), pair(data.PairChanged, at{0}, at{1})},
			"unchanged 0>0: A\ngone 1>-1: [-B-]\nchanged -1>1: {+X+}\n",
			Count{1, 1, 2},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Of(c.old, c.new, c.pairs)
			if s := show(got); s != c.want {
				t.Errorf("got\n%swant\n%s", s, c.want)
			}
			if n := got.Count(); n != c.count {
				t.Errorf("count %v, want %v", n, c.count)
			}
			holds(t, got)
		})
	}
}
