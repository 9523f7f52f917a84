package desk

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline/compose"
	"travaux/translations"
)

var rewrite = flag.Bool("rewrite", false, "write the text goldens anew")

// golden compares what was made with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *rewrite {
		must(t, os.MkdirAll("testdata", 0o755))
		must(t, os.WriteFile(file, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(file)
	must(t, err)
	if string(want) != got {
		t.Errorf("%s is not what it was:\n%s\nwas:\n%s", file, got, want)
	}
}

// markWords name the marks in a golden.
var markWords = map[textview.MarkKind]string{
	textview.Inserted: "ins", textview.Deleted: "del", textview.Bracket: "bracket", textview.Comment: "comment",
	textview.Quiet: "quiet", textview.Chip: "chip", textview.Link: "link", textview.LinkBroken: "broken", textview.Term: "term",
	textview.Must: "must", textview.Ought: "ought", textview.May: "may", textview.Qualifier: "qualifier",
	textview.MovedHere: "here", textview.MovedAway: "away", textview.Collision: "collision", textview.Flaw: "flaw",
}

// spelled writes a text with its marks spelled out: `Every State [del "shall"]
// [ins "may"] chip "EGY" ensure`. A mark over other marks stands around them.
func spelled(text string, marks []textview.Mark) string {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b textview.Mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		if a.End != b.End {
			return b.End - a.End
		}
		return int(b.Kind) - int(a.Kind) // a frame around what it frames
	})
	runes := []rune(text)
	var write func(from, to int, marks []textview.Mark) string
	write = func(from, to int, marks []textview.Mark) string {
		var out strings.Builder
		for len(marks) > 0 {
			m := marks[0]
			if m.Start > from {
				out.WriteString(string(runes[from:m.Start]))
			}
			n := 1
			for n < len(marks) && marks[n].Start < m.End {
				n++
			}
			inner := write(m.Start, m.End, marks[1:n])
			inner = strings.NewReplacer("\u2066", "", "\u2068", "", "\u2069", "").Replace(inner)
			name := markWords[m.Kind]
			if m.Depth > 0 {
				name += fmt.Sprint(m.Depth)
			}
			switch {
			case m.Kind == textview.Chip:
				fmt.Fprintf(&out, " %s %q", name, inner)
			case n == 1:
				fmt.Fprintf(&out, "[%s %q]", name, inner)
			default:
				fmt.Fprintf(&out, "[%s %s]", name, inner)
			}
			from, marks = m.End, marks[n:]
		}
		out.WriteString(string(runes[min(from, to):to]))
		return out.String()
	}
	return write(0, len(runes), marks)
}

// cast is a handful of proposals, told by their proponents.
type cast struct{ all []data.Proposal }

func (c *cast) add(kind data.ProposalKind, lang data.Lang, wording string, by ...string) data.Proposal {
	p := data.Proposal{ID: data.NewID(), Kind: kind}
	if wording != "" {
		p.Wording = data.Words{lang: wording}
	}
	for _, who := range by {
		if who == "ours" {
			p.Ours = true
			continue
		}
		state, group, _ := strings.Cut(who, " for ")
		p.Proponents = append(p.Proponents, data.Proponent{State: state, For: group})
	}
	c.all = append(c.all, p)
	return p
}

func (c *cast) find(id data.ID) (data.Proposal, bool) {
	i := slices.IndexFunc(c.all, func(p data.Proposal) bool { return p.ID == id })
	if i < 0 {
		return data.Proposal{}, false
	}
	return c.all[i], true
}

// TestProposalsAreLaidOverAText holds the display model to text goldens.
func TestProposalsAreLaidOverAText(t *testing.T) {
	type proposal struct {
		kind    data.ProposalKind
		wording string
		by      []string
	}
	const mod, sup, noc = data.ProposalModify, data.ProposalSuppress, data.ProposalNoChange
	by := func(who ...string) []string { return who }
	for _, lang := range []struct {
		code  string
		base  string
		cases []struct {
			name string
			list []proposal
		}
	}{
		{"en", "Every State Party shall ensure that lanterns are lit at dusk.", []struct {
			name string
			list []proposal
		}{
			{"nothing", nil},
			{"one change", []proposal{{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("EGY")}}},
			{"two changes of one", []proposal{{mod, "Every State Party may ensure that lamps are lit at dusk.", by("EGY for NAM")}}},
			{"a change each", []proposal{
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("EGY")},
				{mod, "Every State Party shall ensure that lamps are lit at dusk.", by("FRA", "DEU", "ESP")},
			}},
			{"the same change", []proposal{
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("EGY")},
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("FRA")},
			}},
			{"deletion of words", []proposal{{mod, "Every State Party shall ensure that lanterns are lit.", by("ours")}}},
			{"two insertions", []proposal{
				{mod, "Every State Party shall ensure that lanterns are lit at dusk, as appropriate.", by("EGY")},
				{mod, "Every State Party shall ensure that lanterns are lit at dusk, where possible.", by("FRA")},
			}},
			{"one deletes what another changes", []proposal{
				{mod, "Every State Party shall ensure that lanterns are lit.", by("EGY")},
				{mod, "Every State Party shall ensure that lanterns are lit at nightfall.", by("FRA")},
			}},
			{"different words", []proposal{
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("EGY")},
				{mod, "Every State Party should ensure that lanterns are lit at dusk.", by("FRA")},
			}},
			{"deletion", []proposal{{sup, "", by("EGY")}}},
			{"deletion and change", []proposal{
				{sup, "", by("EGY")},
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("FRA")},
			}},
			{"no change", []proposal{{noc, "", by("EGY")}}},
			{"no change and change", []proposal{
				{noc, "", by("EGY")},
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("FRA")},
			}},
			{"three at once", []proposal{
				{mod, "Every State Party may ensure that lanterns are lit at dusk.", by("EGY")},
				{mod, "Every State Party should ensure that lanterns are lit at dusk.", by("FRA")},
				{mod, "Every State Party shall ensure that lanterns and lamps are lit at dusk.", by("ours")},
			}},
		}},
		{"ar", "تكفل كل دولة طرف إضاءة الفوانيس عند الغسق.", []struct {
			name string
			list []proposal
		}{
			{"one change", []proposal{{mod, "يجوز لكل دولة طرف إضاءة الفوانيس عند الغسق.", by("EGY")}}},
			{"different words", []proposal{
				{mod, "تكفل كل دولة طرف إضاءة المصابيح عند الغسق.", by("EGY")},
				{mod, "تكفل كل دولة طرف إضاءة المنارات عند الغسق.", by("FRA")},
			}},
			{"deletion and change", []proposal{
				{sup, "", by("EGY")},
				{mod, "تكفل كل دولة طرف إضاءة المصابيح عند الغسق.", by("FRA")},
			}},
		}},
		{"zh", "各缔约国应当确保在黄昏时点亮灯笼。", []struct {
			name string
			list []proposal
		}{
			{"one change", []proposal{{mod, "各缔约国可确保在黄昏时点亮灯笼。", by("EGY for G77")}}},
			{"different words", []proposal{
				{mod, "各缔约国可确保在黄昏时点亮灯笼。", by("EGY")},
				{mod, "各缔约国宜确保在黄昏时点亮灯笼。", by("FRA")},
			}},
		}},
	} {
		var out strings.Builder
		for _, c := range lang.cases {
			var k cast
			for _, p := range c.list {
				k.add(p.kind, data.Lang(lang.code), p.wording, p.by...)
			}
			l := &layer{loc: translations.New(lang.code), lang: data.Lang(lang.code), find: k.find, compose: compose.Compose}
			got := l.lay(lang.base, k.all)
			fmt.Fprintf(&out, "%s\n  marked  %s\n", c.name, spelled(got.text, got.marks))
			l.plain = true
			fmt.Fprintf(&out, "  clean   %s\n", l.lay(lang.base, k.all).text)
			for _, n := range got.notes {
				fmt.Fprintf(&out, "  note    %s\n", n)
			}
			checkMap(t, c.name, lang.base, got.reads, got.display)
		}
		golden(t, "lay."+lang.code, out.String())
	}
}

// checkMap holds a display to its promise: what it says is of the text, or of
// what would read, reads there the same.
func checkMap(t *testing.T, name, source, reads string, d display) {
	t.Helper()
	shown := []rune(d.text)
	for i, r := range []rune(source) {
		if from, to, ok := d.place(i, i+1); ok && (to != from+1 || shown[from] != r) {
			t.Errorf("%s: rune %d of the text is shown as %q", name, i, string(shown[from:to]))
		}
		if at, own := d.source(i); own && []rune(source)[at] != shown[i] {
			t.Errorf("%s: shown rune %d is not rune %d of the text", name, i, at)
		}
	}
	for i, r := range []rune(reads) {
		if from, to, ok := d.readPlace(i, i+1); ok && (to != from+1 || shown[from] != r) {
			t.Errorf("%s: rune %d of what would read is shown as %q", name, i, string(shown[from:to]))
		}
	}
}

// TestProposalsOnEarlierWordsAreCarriedOver lays proposals over a text that is
// another one than they were made on.
func TestProposalsOnEarlierWordsAreCarriedOver(t *testing.T) {
	const made = "Every State Party shall light lanterns at dusk."
	for _, c := range []struct{ name, now, wording, marked, note string }{
		{
			"elsewhere", "Every State Party shall, where possible, light lanterns at dusk.", "Every State Party shall light lamps at dusk.",
			`Every State Party shall, where possible, light [del "lanterns"][ins "lamps"] chip "EGY" at dusk.`, "Egypt: made on an earlier wording; the change is shown on this one",
		},
		{
			"the same words", "Every State Party shall light torches at dusk.", "Every State Party shall light lamps at dusk.",
			`Every State Party shall light [del "torches"][ins "lamps"] chip "EGY" at dusk.`, "Egypt: made on an earlier wording that has changed at this place; check it",
		},
		{
			"the same text", made, "Every State Party shall light lamps at dusk.",
			`Every State Party shall light [del "lanterns"][ins "lamps"] chip "EGY" at dusk.`, "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var k cast
			p := k.add(data.ProposalModify, data.English, c.wording, "EGY")
			p.Base = english(made)
			l := &layer{loc: translations.New("en"), lang: data.English, find: k.find, compose: compose.Compose}
			got := l.lay(c.now, []data.Proposal{p})
			if spelled := spelled(got.text, got.marks); spelled != c.marked {
				t.Errorf("%s", spelled)
			}
			if notes := strings.Join(got.notes, "; "); notes != c.note {
				t.Errorf("noted %q", notes)
			}
		})
	}
}
