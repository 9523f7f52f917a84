package revisions

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline"
	"travaux/data/redline/taken"
	"travaux/data/search"
	"travaux/translations"
)

// uptakeSigns tell the outcomes apart by shape.
var uptakeSigns = map[data.Uptake]look.IconName{
	data.UptakeOver: look.IconApprove, data.UptakePartly: look.IconPartly,
	data.UptakeElsewhere: look.IconMoved, data.UptakeNot: look.IconClose,
}

// uptakeColours ink the signs; they never tell an outcome alone.
var uptakeColours = map[data.Uptake]fyne.ThemeColorName{
	data.UptakeOver: look.ColourApproved, data.UptakePartly: look.ColourReturned,
	data.UptakeElsewhere: look.ColourMoved, data.UptakeNot: look.ColourDeleted,
}

// takenFacts is what the tab shows of one proposal.
type takenFacts struct {
	desk.TakenUp
	place  string // of the provision it was about
	who    string
	kind   string // "MOD"
	what   string // what it wants, in words
	folded string // all that is found in it
}

// takenRows are the facts of all proposals, in their order.
func takenRows(list []desk.TakenUp, before, after *desk.Text, loc *translations.Localizer) []takenFacts {
	out := make([]takenFacts, len(list))
	for i, u := range list {
		x := takenFacts{TakenUp: u, who: page.Proponents(loc, u.Proposal), kind: u.Proposal.Kind.Verb()}
		p, ok := before.Find(u.From)
		if !ok {
			p, _ = after.Find(u.From)
		}
		x.place = translations.Capital(loc.Cite(p.Path))
		x.what = wantedOf(u.Proposal, before, p, loc)
		all := []string{x.place, x.who, x.kind, u.Proposal.Label, u.Proposal.Source}
		for _, words := range u.Proposal.Wording {
			all = append(all, words)
		}
		x.folded = search.Fold(strings.Join(all, " "))
		out[i] = x
	}
	return out
}

// wantedOf says what a proposal wants: of an addition or a move, where to.
func wantedOf(p data.Proposal, before *desk.Text, about data.Provision, loc *translations.Localizer) string {
	side := "after"
	if p.Before {
		side = "before"
	}
	switch {
	case p.Kind == data.ProposalMove:
		target, ok := before.Find(p.Target)
		if !ok {
			break
		}
		return loc.T("panels.proposal.move."+side, "place", loc.Cite(target.Path))
	case p.Kind == data.ProposalAdd && p.Label != "":
		return loc.T("panels.proposal.add.label."+side, "place", loc.Cite(about.Path), "label", loc.Isolate(p.Label))
	case p.Kind == data.ProposalAdd:
		return loc.T("panels.proposal.add."+side, "place", loc.Cite(about.Path))
	}
	return loc.Name("proposal-kind", string(p.Kind))
}

// takenLine is a row of the list: a proposal, or the heading of a group.
type takenLine struct {
	at    int    // index of the proposal; -1: a heading
	words string // of a heading
}

// takenLines lists what is wanted: of the outcomes and the sides that are ticked
// (of all where none is), with all the words that are sought; in groups, ours
// first and by outcome, or in the order of the text.
func takenLines(all []takenFacts, wanted map[data.Uptake]bool, ours, others bool, sought string, grouped bool, loc *translations.Localizer) []takenLine {
	words := strings.Fields(search.Fold(sought))
	var list []int
	for i, x := range all {
		side := ours == others || ours == x.Proposal.Ours
		if side && (len(wanted) == 0 || wanted[x.Uptake]) && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(x.folded, w) }) {
			list = append(list, i)
		}
	}
	if grouped {
		slices.SortStableFunc(list, func(a, b int) int { return all[a].group() - all[b].group() })
	}
	var out []takenLine
	for n, i := range list {
		if grouped && (n == 0 || all[i].group() != all[list[n-1]].group()) {
			count := 0
			for _, k := range list[n:] {
				if all[k].group() == all[i].group() {
					count++
				}
			}
			out = append(out, takenLine{-1, all[i].groupName(count, loc)})
		}
		out = append(out, takenLine{at: i})
	}
	return out
}

// group orders the groups: ours before others', the withdrawn ones last, then by
// outcome.
func (x takenFacts) group() int {
	g := slices.Index(data.Uptakes, x.Uptake)
	if !x.Proposal.Ours {
		g += len(data.Uptakes)
	}
	if x.Proposal.Withdrawn {
		g = 2 * len(data.Uptakes)
	}
	return g
}

func (x takenFacts) groupName(n int, loc *translations.Localizer) string {
	name := "taken.group.others"
	switch {
	case x.Proposal.Withdrawn:
		return loc.T("taken.group.withdrawn", "n", loc.Number(n))
	case x.Proposal.Ours:
		name = "taken.group.ours"
	}
	return loc.T(name, "outcome", loc.Name("uptake", string(x.Uptake)), "n", loc.Number(n))
}

// countUptakes is how many proposals have each outcome, in the order of
// data.Uptakes, and how many of those that stand are ours and others'.
func countUptakes(all []takenFacts) (outcomes []int, ours, others int) {
	outcomes = make([]int, len(data.Uptakes))
	for _, x := range all {
		if i := slices.Index(data.Uptakes, x.Uptake); i >= 0 {
			outcomes[i]++
		}
		if x.Proposal.Ours {
			ours++
		} else {
			others++
		}
	}
	return outcomes, ours, others
}

// evidence says in words what an outcome rests on.
func (x takenFacts) evidence(loc *translations.Localizer) string {
	e := x.Evidence
	lines := []string{loc.T("taken.reason." + string(e.Reason))}
	if e.Phrases.Of > 1 && e.Uptake != data.UptakeElsewhere {
		lines = append(lines, loc.N("taken.phrases", e.Phrases.Of, "found", loc.Number(e.Phrases.Found)))
	}
	words := e.Inserted
	if e.Uptake == data.UptakeElsewhere {
		words = e.Away
	}
	if words.Of > 0 {
		lines = append(lines, loc.N("taken.inserted", words.Of, "found", loc.Number(words.Found)))
	}
	if e.Deleted.Of > 0 {
		lines = append(lines, loc.N("taken.deleted", e.Deleted.Of, "found", loc.Number(e.Deleted.Found)))
	}
	if x.Lang != "" && x.Lang != data.Lang(loc.Lang()) {
		lines = append(lines, loc.T("taken.lang", "lang", loc.Name("language", string(x.Lang))))
	}
	all := lines[0]
	for _, l := range lines[1:] {
		all = loc.T("taken.and", "a", all, "b", l)
	}
	return all
}

// proposed sets out the proposal: its redline, with the words that were taken
// in bold.
func (x takenFacts) proposed(before *desk.Text, loc *translations.Localizer) []textview.Block {
	b := textview.Block{ID: "proposed", Lang: string(x.Lang), Label: x.Proposal.Label}
	p, _ := before.Find(x.From)
	if x.Proposal.Kind != data.ProposalAdd {
		b.Label = p.Text[x.Lang].Label
	}
	if len(x.Evidence.Stretches) == 0 {
		b.Text = p.Text[x.Lang].Text
		b.Marks = brackets(b.Text)
		return []textview.Block{b}
	}
	for _, s := range x.Evidence.Stretches {
		text := strings.TrimRightFunc(s.Text, unicode.IsSpace)
		start := len([]rune(b.Text))
		b.Text += text
		if words := stateChip(s.State); words != "" {
			addChip(&b, loc.T(words))
		}
		b.Text += s.Text[len(text):]
		end := len([]rune(b.Text))
		mark := func(k textview.MarkKind) {
			b.Marks = append(b.Marks, textview.Mark{Kind: k, Start: start, End: end})
		}
		switch s.Kind {
		case redline.Insert:
			mark(textview.Inserted)
		case redline.Delete:
			mark(textview.Deleted)
		}
		if s.Kind != redline.Keep && s.State != taken.Neutral && s.State != taken.NotTaken {
			mark(textview.Bold)
		}
	}
	return []textview.Block{b}
}

// addChip adds words that do not belong to the text.
func addChip(b *textview.Block, words string) {
	start := len([]rune(b.Text))
	b.Text += textview.ChipText(words)
	b.Marks = append(b.Marks, textview.Mark{Kind: textview.Chip, Start: start, End: len([]rune(b.Text)), Words: words})
}

func stateChip(s taken.State) string {
	switch s {
	case taken.InBrackets:
		return "taken.chip.brackets"
	case taken.Elsewhere:
		return "taken.chip.elsewhere"
	}
	return ""
}

// standing sets out the new text where the proposal was looked for: each
// provision with its place, its brackets, and the proposal's words in it.
func (x takenFacts) standing(after *desk.Text, loc *translations.Localizer) []textview.Block {
	var out []textview.Block
	for i, place := range x.Places {
		p, ok := after.Find(place.Provision)
		if !ok {
			continue
		}
		id := strconv.Itoa(i)
		name := translations.Capital(loc.Cite(p.Path))
		if place.Elsewhere {
			name = loc.T("taken.elsewhere", "place", name)
		}
		out = append(out, textview.Block{
			ID: id + "/place", Kind: textview.Note, Text: name, Lang: loc.Lang(),
			Marks: []textview.Mark{{Kind: textview.Quiet, Start: 0, End: len([]rune(name))}},
		})
		r := p.Text[x.Lang]
		b := textview.Block{ID: id, Label: r.Label, Text: r.Text, Lang: string(x.Lang), Marks: brackets(r.Text)}
		if r.Text == "" {
			b.Text, b.Marks = r.Heading, nil
		}
		for _, m := range place.Marks {
			kind := textview.Inserted
			if place.Elsewhere {
				kind = textview.MovedHere
			}
			b.Marks = append(b.Marks, textview.Mark{Kind: kind, Start: m.Start, End: m.End}, textview.Mark{Kind: textview.Bold, Start: m.Start, End: m.End})
		}
		out = append(out, b)
	}
	if len(out) == 0 {
		words := loc.T("taken.nowhere")
		out = append(out, textview.Block{ID: "none", Text: words, Lang: loc.Lang(), Marks: []textview.Mark{{Kind: textview.Quiet, Start: 0, End: len([]rune(words))}}})
	}
	return out
}
