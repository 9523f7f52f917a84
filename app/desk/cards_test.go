package desk

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline"
	"travaux/translations"
)

// told writes cards down: kind, proponents' names, and what hangs on them.
func told(cards []card) string {
	var parts []string
	for _, c := range cards {
		var who []string
		for _, p := range c.all {
			who = append(who, p.Source)
		}
		words := c.first().Kind.Verb() + " " + strings.Join(who, "=")
		if len(c.near) > 0 {
			words += " ~(" + told(c.near) + ")"
		}
		if len(c.on) > 0 {
			words += " <(" + told(c.on) + ")"
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, ", ")
}

func TestProposalsAreGrouped(t *testing.T) {
	const base = "Every State Party shall ensure that lanterns are lit at dusk and are put out at dawn by a keeper who has been trained for it."
	other := strings.Replace(base, "shall ensure that lanterns are lit at dusk and are put out", "may, where it deems this fit, see to the lighting of lanterns and to their being put out", 1)
	p := data.Provision{ID: data.NewID(), Text: map[data.Lang]data.Rendering{data.English: {Text: base}, data.French: {Text: "Texte."}}}
	made := func(name string, kind data.ProposalKind, wording string) data.Proposal {
		x := data.Proposal{ID: data.NewID(), Provision: p.ID, Kind: kind, Source: name}
		if wording != "" {
			x.Wording = data.Words{data.English: wording}
		}
		return x
	}
	a := made("a", data.ProposalModify, other)
	b := made("b", data.ProposalModify, strings.ReplaceAll(other, ",", ""))
	c := made("c", data.ProposalModify, other)
	d := made("d", data.ProposalModify, "Lanterns are lit.")
	sup, sup2 := made("s", data.ProposalSuppress, ""), made("s2", data.ProposalSuppress, "")
	add, add2 := made("+", data.ProposalAdd, "New."), made("+2", data.ProposalAdd, "New.")
	before := made("+3", data.ProposalAdd, "New.")
	before.Before = true
	fr := data.Proposal{ID: data.NewID(), Kind: data.ProposalModify, Source: "fr", Wording: data.Words{data.French: "Autre."}, Base: data.Words{data.French: "Ancien."}}
	gone := made("w", data.ProposalModify, "Gone.")
	gone.Withdrawn = true
	on := func(x, target data.Proposal) data.Proposal { x.On = target.ID; return x }
	amend := on(made("x", data.ProposalModify, "Amended."), c)
	deeper := on(made("y", data.ProposalModify, "Deeper."), amend)
	orphan := on(made("o", data.ProposalModify, "Lonely."), made("", data.ProposalModify, "Deleted."))
	one, two := made("1", data.ProposalModify, "One thing."), made("2", data.ProposalModify, "Another matter altogether.")
	one.On, two.On = two.ID, one.ID
	for _, test := range []struct {
		name      string
		list      []data.Proposal
		want      string
		withdrawn string
	}{
		{"none", nil, "", ""},
		{"identical and near", []data.Proposal{a, b, c, d}, "MOD a=c ~(MOD b), MOD d", ""},
		{"deletions are one", []data.Proposal{sup, d, sup2}, "SUP s=s2, MOD d", ""},
		{"additions at one place", []data.Proposal{add, before, add2}, "ADD +=+2, ADD +3", ""},
		{"another language", []data.Proposal{fr, d}, "MOD fr, MOD d", ""},
		{"withdrawn ones are apart", []data.Proposal{gone, d}, "MOD d", "MOD w"},
		{"proposals on proposals", []data.Proposal{a, c, amend, deeper}, "MOD a=c <(MOD x <(MOD y))", ""},
		{"on one that is gone", []data.Proposal{orphan}, "MOD o", ""},
		{"on one another", []data.Proposal{one, two}, "MOD 1, MOD 2", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			upheld, withdrawn := deck{p, data.English, test.list, translations.New("en")}.cards()
			if got := told(upheld); got != test.want {
				t.Errorf("upheld %q, want %q", got, test.want)
			}
			if got := told(withdrawn); got != test.withdrawn {
				t.Errorf("withdrawn %q, want %q", got, test.withdrawn)
			}
		})
	}
	cards, _ := deck{p, data.English, []data.Proposal{a, b, sup, fr, amend, c}, translations.New("en")}.cards()
	if got := redline.Old(cards[0].edits); got != base {
		t.Errorf("the redline is from %q", got)
	}
	if got := redline.Old(cards[0].near[0].edits); got != other {
		t.Errorf("what is near differs from %q", got)
	}
	if got := redline.New(cards[1].edits); got != "" {
		t.Errorf("a deletion leaves %q", got)
	}
	if at := slices.IndexFunc(cards, func(c card) bool { return c.stale }); at < 0 || cards[at].lang != data.French {
		t.Error("a proposal made on other words than the text has now is not told apart")
	}
}
