package taken

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// versions makes an index of two versions, one paragraph per string, each pair
// given as "old new" with "-" for none.
func versions(old, new []string, pairs ...string) *Index {
	var list []align.Pair
	for _, p := range pairs {
		var a align.Pair
		before, after, _ := strings.Cut(p, " ")
		a.Old, a.New = numbers(before), numbers(after)
		a.Kind = data.PairChanged
		if strings.HasSuffix(after, "moved") {
			a.Kind = data.PairMoved
		}
		list = append(list, a)
	}
	return NewIndex(paragraphs(old), paragraphs(new), list)
}

func numbers(text string) (out []int) {
	for _, f := range strings.Split(strings.TrimSuffix(text, "moved"), ",") {
		var n int
		if _, err := fmt.Sscan(f, &n); err == nil {
			out = append(out, n)
		}
	}
	return out
}

func paragraphs(texts []string) []align.Paragraph {
	var out []align.Paragraph
	for _, t := range texts {
		out = append(out, align.Paragraph{Kind: data.KindParagraph, Text: t, Parent: -1})
	}
	return out
}

// around are paragraphs that make common words common.
var around = []string{
	"Each State Party shall take appropriate measures to protect wetlands.",
	"States Parties shall cooperate in the exchange of information on the protection of wetlands.",
	"The Conference of the Parties shall review the measures taken by States Parties.",
}

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name              string
		kind              data.ProposalKind
		old, wording, new string
		uptake            data.Uptake
		reason            Reason
		inserted, deleted Share
	}{
		{
			"word exchanged", data.ProposalModify,
			"States Parties should restore degraded wetlands.", "States Parties shall restore degraded wetlands.",
			"States Parties shall restore degraded wetlands.", data.UptakeOver, All,
			Share{1, 1},
			Share{1, 1},
		},
		{
			"another word in its stead", data.ProposalModify,
			"States Parties should restore degraded wetlands.", "States Parties shall restore degraded wetlands.",
			"States Parties may restore degraded wetlands.", data.UptakeNot, None,
			Share{0, 1},
			Share{1, 1},
		},
		{
			"words the old text had elsewhere are no evidence", data.ProposalModify,
			"States Parties shall restore wetlands, taking into account national circumstances, and report every year.",
			"States Parties shall restore wetlands and report every year, taking into account national circumstances and needs.",
			"States Parties shall restore wetlands, taking into account national circumstances, and report every year.",
			data.UptakeNot, None,
			Share{0, 5},
			Share{0, 3},
		},
		{
			"some of the phrases", data.ProposalModify,
			"States Parties shall restore degraded wetlands.",
			"States Parties shall urgently restore and protect degraded wetlands on the basis of the best available science.",
			"States Parties shall restore degraded wetlands on the basis of the best available science.",
			data.UptakePartly, Some,
			Share{8, 11},
			Share{},
		},
		{
			"in brackets", data.ProposalModify,
			"States Parties shall restore degraded wetlands.",
			"States Parties shall restore degraded wetlands on the basis of the best available science.",
			"States Parties shall restore degraded wetlands [on the basis of the best available science].",
			data.UptakePartly, Brackets,
			Share{8, 8},
			Share{},
		},
		{
			"in brackets that stood there before", data.ProposalModify,
			"[States Parties shall restore degraded wetlands.]",
			"[States Parties shall restore degraded wetlands on the basis of the best available science.]",
			"[States Parties shall restore degraded wetlands on the basis of the best available science.]",
			data.UptakeOver, All,
			Share{8, 8},
			Share{},
		},
		{
			"brackets taken away", data.ProposalModify,
			"States Parties shall restore [degraded] wetlands.", "States Parties shall restore degraded wetlands.",
			"States Parties shall restore degraded wetlands.", data.UptakeOver, All,
			Share{},
			Share{},
		},
		{
			"brackets kept", data.ProposalModify,
			"States Parties shall restore [degraded] wetlands.", "States Parties shall restore degraded wetlands.",
			"States Parties shall restore [degraded] wetlands.", data.UptakeNot, None,
			Share{},
			Share{},
		},
		{
			"the whole provision in brackets is not the word in brackets", data.ProposalModify,
			"States Parties shall restore degraded wetlands.", "States Parties shall restore [degraded] wetlands.",
			"[States Parties shall restore degraded wetlands.]", data.UptakeNot, None,
			Share{},
			Share{},
		},
		{
			"deletion", data.ProposalModify,
			"States Parties shall, as far as practicable, restore degraded wetlands.",
			"States Parties shall restore degraded wetlands.",
			"States Parties shall restore degraded wetlands.", data.UptakeOver, All,
			Share{},
			Share{4, 4},
		},
		{
			"words to be deleted put into brackets", data.ProposalModify,
			"States Parties shall, as far as practicable, restore degraded wetlands.",
			"States Parties shall restore degraded wetlands.",
			"States Parties shall [, as far as practicable,] restore degraded wetlands.",
			data.UptakePartly, Some,
			Share{},
			Share{0, 4},
		},
		{
			"words deleted, brackets kept", data.ProposalModify,
			"States Parties shall, as far as practicable, restore [all] degraded wetlands.",
			"States Parties shall restore all degraded wetlands.",
			"States Parties shall restore [all] degraded wetlands.",
			data.UptakePartly, Some,
			Share{},
			Share{4, 4},
		},
		{
			"a word of two chosen, the rest not taken", data.ProposalModify,
			"States Parties [shall][should] restore degraded wetlands.",
			"States Parties shall restore and for ever protect, as a matter of urgency, all degraded wetlands within their territory.",
			"States Parties shall restore degraded wetlands.",
			data.UptakePartly, Some,
			Share{0, 13},
			Share{1, 1},
		},
		{
			"deletion, and the provision is gone", data.ProposalModify,
			"States Parties shall, as far as practicable, restore degraded wetlands.",
			"States Parties shall restore degraded wetlands.",
			"", data.UptakePartly, Gone,
			Share{},
			Share{4, 4},
		},
		{
			"short insertion a little off its place", data.ProposalModify,
			"A Party may adopt stricter measures for its vessels or activities.",
			"A Party may adopt stricter measures for its vessels, nationals or activities.",
			"A Party may adopt stricter measures for its nationals and vessels or activities.",
			data.UptakeOver, All,
			Share{1, 1},
			Share{},
		},
		{
			"another spelling is no change", data.ProposalModify,
			"The clearinghouse publishes the reports.", "The clearing-house publishes the reports.",
			"The secretariat publishes the reports.", data.UptakeNot, Nothing,
			Share{},
			Share{},
		},
		{
			"a mark only", data.ProposalModify,
			"States Parties shall restore lakes rivers and marshes.", "States Parties shall restore lakes, rivers and marshes.",
			"States Parties shall restore lakes, rivers and marshes.", data.UptakeOver, All,
			Share{},
			Share{},
		},
		{
			"suppression of what is gone", data.ProposalSuppress,
			"States Parties shall restore degraded wetlands.", "", "", data.UptakeOver, Gone,
			Share{},
			Share{6, 6},
		},
		{
			"suppression of what remains", data.ProposalSuppress,
			"States Parties shall restore degraded wetlands.", "", "States Parties shall restore degraded wetlands.",
			data.UptakeNot, Remains,
			Share{},
			Share{0, 6},
		},
		{
			"suppression of what was put into brackets", data.ProposalSuppress,
			"States Parties shall restore degraded wetlands.", "", "[States Parties shall restore degraded wetlands.]",
			data.UptakePartly, Brackets,
			Share{},
			Share{0, 6},
		},
		{
			"no change, and there is none", data.ProposalNoChange,
			"States Parties shall restore degraded wetlands.", "", "States Parties shall restore degraded wetlands.",
			data.UptakeOver, Unchanged,
			Share{},
			Share{},
		},
		{
			"no change, and a word changed", data.ProposalNoChange,
			"States Parties shall restore all degraded wetlands within their territory.", "",
			"States Parties shall restore all degraded wetlands in their territory.",
			data.UptakePartly, Changed,
			Share{},
			Share{},
		},
		{
			"no change, and in brackets now", data.ProposalNoChange,
			"States Parties shall restore degraded wetlands.", "", "States Parties shall restore [degraded] wetlands.",
			data.UptakePartly, Brackets,
			Share{},
			Share{},
		},
		{
			"no change, and it is gone", data.ProposalNoChange,
			"States Parties shall restore degraded wetlands.", "", "", data.UptakeNot, Gone,
			Share{},
			Share{},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			new, pairs := append([]string{}, around...), []string{"0 0", "1 1", "2 2", "3 -"}
			if c.new != "" {
				new, pairs[3] = append(new, c.new), "3 3"
			}
			x := versions(append(append([]string{}, around...), c.old), new, pairs...)
			e := x.Judge(Proposal{Kind: c.kind, Base: c.old, Wording: c.wording, At: []int{3}})
			if e.Uptake != c.uptake || e.Reason != c.reason || e.Inserted != c.inserted || e.Deleted != c.deleted {
				t.Errorf("%s, %s, inserted %v, deleted %v (score %.2f); wanted %s, %s, %v, %v",
					e.Uptake, e.Reason, e.Inserted, e.Deleted, e.Score, c.uptake, c.reason, c.inserted, c.deleted)
			}
		})
	}
}

// TestLanguages proposes the same in each language and looks at three versions:
// one that takes it over, one with the words in brackets, one that does not.
func TestLanguages(t *testing.T) {
	for lang, c := range map[data.Lang]struct{ old, wording, bracketed string }{
		data.Arabic: {
			"تستعيد الدول الأطراف الأراضي الرطبة المتدهورة.",
			"تستعيد الدول الأطراف الأراضي الرطبة المتدهورة على أساس أفضل المعارف العلمية المتاحة.",
			"تستعيد الدول الأطراف الأراضي الرطبة المتدهورة [على أساس أفضل المعارف العلمية المتاحة].",
		},
		data.Chinese: {
			"缔约国应恢复退化湿地。", "缔约国应在现有最佳科学的基础上恢复退化湿地。", "缔约国应[在现有最佳科学的基础上]恢复退化湿地。",
		},
		data.English: {
			"States Parties shall restore degraded wetlands.",
			"States Parties shall, on the basis of the best available science, restore degraded wetlands.",
			"States Parties shall [, on the basis of the best available science,] restore degraded wetlands.",
		},
		data.French: {
			"Les États Parties restaurent les zones humides dégradées.",
			"Les États Parties restaurent, sur la base des meilleures données scientifiques disponibles, les zones humides dégradées.",
			"Les États Parties restaurent [, sur la base des meilleures données scientifiques disponibles,] les zones humides dégradées.",
		},
		data.Russian: {
			"Государства-участники восстанавливают деградированные водно-болотные угодья.",
			"Государства-участники на основе наилучших имеющихся научных данных восстанавливают деградированные водно-болотные угодья.",
			"Государства-участники [на основе наилучших имеющихся научных данных] восстанавливают деградированные водно-болотные угодья.",
		},
		data.Spanish: {
			"Los Estados partes restaurarán los humedales degradados.",
			"Los Estados partes restaurarán, sobre la base de los mejores datos científicos disponibles, los humedales degradados.",
			"Los Estados partes restaurarán [, sobre la base de los mejores datos científicos disponibles,] los humedales degradados.",
		},
	} {
		for _, v := range []struct {
			new    string
			uptake data.Uptake
			reason Reason
		}{
			{c.wording, data.UptakeOver, All},
			{c.bracketed, data.UptakePartly, Brackets},
			{c.old, data.UptakeNot, None},
		} {
			x := versions([]string{c.old}, []string{v.new}, "0 0")
			e := x.Judge(Proposal{Kind: data.ProposalModify, Base: c.old, Wording: c.wording, At: []int{0}})
			if e.Uptake != v.uptake || e.Reason != v.reason {
				t.Errorf("%s: %s, %s (%v of the words), wanted %s, %s", lang, e.Uptake, e.Reason, e.Inserted, v.uptake, v.reason)
			}
		}
	}
}

func TestElsewhere(t *testing.T) {
	old := append([]string{"States Parties shall restore degraded wetlands."}, around...)
	sentence := "An independent panel of hydrologists shall verify the annual inventories."
	wording := old[0] + " " + sentence
	for _, c := range []struct {
		name   string
		new    []string
		pairs  []string
		uptake data.Uptake
		reason Reason
		where  []int
	}{
		{
			"in another provision",
			[]string{old[0], old[1], old[2], old[3] + " " + sentence},
			[]string{"0 0", "1 1", "2 2", "3 3"},
			data.UptakeElsewhere, Other,
			[]int{3},
		},
		{
			"as a provision of its own",
			[]string{old[0], old[1], old[2], old[3], sentence},
			[]string{"0 0", "1 1", "2 2", "3 3", "- 4"},
			data.UptakeElsewhere, Other,
			[]int{4},
		},
		{
			"in what the provision was split into",
			[]string{old[0], sentence, old[1], old[2], old[3]},
			[]string{"0 0,1", "1 2", "2 3", "3 4"},
			data.UptakeOver, All, nil,
		},
		{
			"nowhere", old, []string{"0 0", "1 1", "2 2", "3 3"}, data.UptakeNot, None, nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := versions(old, c.new, c.pairs...)
			e := x.Judge(Proposal{Kind: data.ProposalModify, Base: old[0], Wording: wording, At: []int{0}})
			if e.Uptake != c.uptake || e.Reason != c.reason || fmt.Sprint(e.Where) != fmt.Sprint(c.where) {
				t.Errorf("%s, %s, where %v; wanted %s, %s, %v", e.Uptake, e.Reason, e.Where, c.uptake, c.reason, c.where)
			}
		})
	}
	t.Run("so many words", func(t *testing.T) {
		x := versions(old, []string{old[0], old[1], old[2], old[3] + " " + sentence}, "0 0", "1 1", "2 2", "3 3")
		e := x.Judge(Proposal{Kind: data.ProposalModify, Base: old[0], Wording: wording, At: []int{0}})
		if e.Away != (Share{10, 10}) || e.Inserted != (Share{0, 10}) {
			t.Errorf("away %v, inserted %v", e.Away, e.Inserted)
		}
	})
	t.Run("it stood elsewhere before", func(t *testing.T) {
		old := append(append([]string{}, old...), sentence)
		x := versions(old, old, "0 0", "1 1", "2 2", "3 3", "4 4")
		e := x.Judge(Proposal{Kind: data.ProposalModify, Base: old[0], Wording: wording, At: []int{0}})
		if e.Uptake != data.UptakeNot || e.Reason != Before {
			t.Errorf("%s, %s", e.Uptake, e.Reason)
		}
	})
}

func TestAddition(t *testing.T) {
	old := append([]string{}, around...)
	added := "Each State Party shall establish an inventory of its wetlands."
	bracketed := "[" + added + "]"
	short := "No reservations."
	far := make([]string, 20)
	pairs := make([]string, 0, 30)
	for i := range far {
		far[i] = fmt.Sprintf("Paragraph %d stands here for the distance between the two places only.", i)
	}
	for i := range len(old) + len(far) {
		pairs = append(pairs, fmt.Sprintf("%d %d", i, i))
	}
	for _, c := range []struct {
		name, wording string
		old, new      []string
		uptake        data.Uptake
		reason        Reason
	}{
		{"after its neighbour", added, old, append(append([]string{}, old...), added), data.UptakeOver, All},
		{"in brackets", added, old, append(append([]string{}, old...), bracketed), data.UptakePartly, Brackets},
		{"of two words", short, old, append(append([]string{}, old...), short), data.UptakeOver, All},
		{"not there", added, old, old, data.UptakeNot, None},
		{"far away", added, append(append([]string{}, old...), far...), append(append(append([]string{}, old...), far...), added), data.UptakeElsewhere, Other},
		{"it stood there before", added, append(append([]string{}, old...), added), append(append([]string{}, old...), added), data.UptakeNot, Before},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := versions(c.old, c.new, pairs[:len(c.old)]...)
			e := x.Judge(Proposal{Kind: data.ProposalAdd, Wording: c.wording, At: []int{2}})
			if e.Uptake != c.uptake || e.Reason != c.reason {
				t.Errorf("%s, %s (here %v, where %v); wanted %s, %s", e.Uptake, e.Reason, e.Here, e.Where, c.uptake, c.reason)
			}
		})
	}
}

func TestMove(t *testing.T) {
	old := []string{"alpha one two three", "beta one two three", "gamma one two three", "delta one two three"}
	for _, c := range []struct {
		name   string
		new    []string
		pairs  []string
		uptake data.Uptake
		reason Reason
	}{
		{"to where it was to go", []string{old[1], old[2], old[0], old[3]}, []string{"1 0", "2 1", "0 2moved", "3 3"}, data.UptakeOver, Moved},
		{"by moving the others", []string{old[1], old[2], old[0], old[3]}, []string{"1 0moved", "2 1moved", "0 2", "3 3"}, data.UptakeOver, Moved},
		{"somewhere else", []string{old[1], old[2], old[3], old[0]}, []string{"1 0", "2 1", "3 2", "0 3moved"}, data.UptakeElsewhere, Astray},
		{"not at all", old, []string{"0 0", "1 1", "2 2", "3 3"}, data.UptakeNot, Stayed},
		{"it is gone", old[1:], []string{"0 -", "1 0", "2 1", "3 2"}, data.UptakeNot, Gone},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := versions(old, c.new, c.pairs...).Judge(Proposal{Kind: data.ProposalMove, At: []int{0}, Target: []int{2}})
			if e.Uptake != c.uptake || e.Reason != c.reason {
				t.Errorf("%s, %s; wanted %s, %s", e.Uptake, e.Reason, c.uptake, c.reason)
			}
		})
	}
}

// TestShown looks at what is drawn: the stretches of the proposal and the marks
// in the new text.
func TestShown(t *testing.T) {
	old := "States Parties should restore degraded wetlands."
	wording := "States Parties shall urgently restore all degraded wetlands on the basis of science."
	new := "States Parties shall restore degraded wetlands [on the basis of science]."
	e := versions([]string{old}, []string{new}, "0 0").Judge(Proposal{Kind: data.ProposalModify, Base: old, Wording: wording, At: []int{0}})
	var b strings.Builder
	for _, s := range e.Stretches {
		if s.Kind == redline.Keep {
			b.WriteString(s.Text)
			continue
		}
		fmt.Fprintf(&b, "{%s %s%s}", [...]string{"?", "not", "taken", "brackets", "elsewhere"}[s.State],
			map[redline.Kind]string{redline.Delete: "-", redline.Insert: "+"}[s.Kind], s.Text)
	}
	want := "States Parties {taken -should}{taken +shall }{not +urgently} restore {not +all }degraded wetlands{brackets + on the basis of science}."
	if b.String() != want {
		t.Errorf("%s\nwanted\n%s", b.String(), want)
	}
	var marks []string
	for _, m := range e.Marks {
		marks = append(marks, fmt.Sprintf("%d %q %v", m.New, string([]rune(new)[m.Start:m.End]), m.Bracketed))
	}
	if got := strings.Join(marks, ", "); got != `0 "shall" false, 0 "on the basis of science" true` {
		t.Error(got)
	}
	if e.Phrases != (Share{1, 3}) { // of the first only a half
		t.Errorf("phrases %v", e.Phrases)
	}
}

// TestProposalOnAProposal: words that only the other proposal had never stood in
// the text, and their deletion is nothing that the Chair could have made.
func TestProposalOnAProposal(t *testing.T) {
	old := "States Parties shall restore wetlands."
	other := "States Parties shall restore wetlands without delay."
	wording := "States Parties shall restore wetlands within ten years."
	for new, want := range map[string]data.Uptake{wording: data.UptakeOver, old: data.UptakeNot, other: data.UptakeNot} {
		e := versions([]string{old}, []string{new}, "0 0").Judge(Proposal{Kind: data.ProposalModify, Base: other, Wording: wording, At: []int{0}})
		if e.Uptake != want || e.Deleted.Of != 0 || e.Inserted.Of != 3 {
			t.Errorf("%q: %s, %s, inserted %v, deleted %v; wanted %s", new, e.Uptake, e.Reason, e.Inserted, e.Deleted, want)
		}
	}
}
