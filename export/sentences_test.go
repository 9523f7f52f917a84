package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

func TestAdditionsAreNumberedBesideTheirNeighbours(t *testing.T) {
	for _, c := range []struct{ neighbour, label, want string }{
		{"ch2/art9/2", "2 bis", "ch2/art9/2bis"},
		{"ch2/art9", "Article 9 bis", "ch2/art9bis"},
		{"ch2/art9", "9 ter", "ch2/art9ter"},
		{"ch2/art7bis/2", "3.", "ch2/art7bis/3"},
		{"ch1/art2/a", "(a) bis", "ch1/art2/abis"},
		{"ch2/art9", "المادة 9 مكرر", ""},
		{"ch2/art9", "", ""},
	} {
		if got, ok := numbered(c.neighbour, c.label); got != c.want || ok != (c.want != "") {
			t.Errorf("%q beside %q is %q, want %q", c.label, c.neighbour, got, c.want)
		}
	}
}

// TestEveryAmendmentIsASentence holds the sentences of all kinds of amendment to the
// words of each language.
func TestEveryAmendmentIsASentence(t *testing.T) {
	p := data.PublicProvision{Path: "ch2/art9", Text: "one two three four five six"}
	list := []data.PublicProposal{
		{Kind: data.ProposalSuppress},
		{Kind: data.ProposalAdd, Label: "9 bis", Wording: "new words"},
		{Kind: data.ProposalAdd, Wording: "new words", Before: true},
		{Kind: data.ProposalMove, Target: "ch1/art4/3"},
		{Kind: data.ProposalModify, Base: p.Text, Wording: "one two ten four five six"},
		{Kind: data.ProposalModify, Base: p.Text, Wording: "all is new here now"},
		{Kind: data.ProposalNoChange, Must: true},
		{Kind: data.ProposalNoChange},
	}
	var all []string
	for _, lang := range data.Langs {
		w := writer{loc: translations.New(string(lang))}
		for _, q := range list {
			for _, s := range w.sentences(p, q) {
				all = append(all, s.Text())
			}
		}
	}
	golden(t, "sentences.txt", strings.Join(all, "\n")+"\n")
}

// TestCodesOfAmendments holds the verbs of the ITU and what they mean in each language.
func TestCodesOfAmendments(t *testing.T) {
	p := data.PublicProposals{Provisions: []data.PublicProvision{{
		Path: "ch2/art9/2", Kind: data.KindParagraph, Text: "one two three",
		Proposals: []data.PublicProposal{
			{Kind: data.ProposalModify, Base: "one two three", Wording: "one four three", Reasons: "Because.", Source: "A/1"},
			{Kind: data.ProposalModify, Base: "one two three", Wording: "One, two three;"},
			{Kind: data.ProposalSuppress},
			{Kind: data.ProposalAdd, Label: "2 bis", Wording: "new words"},
			{Kind: data.ProposalMove, Target: "ch1/art4", Before: true},
			{Kind: data.ProposalNoChange},
			{Kind: data.ProposalNoChange, Must: true},
			{Kind: data.ProposalModify, Elsewhere: true},
			{Kind: data.ProposalModify, Base: "one three", Wording: "one four", Earlier: true, EarlierOf: "A/AC.1/2"},
			{Kind: data.ProposalModify, Base: "one three", Wording: "one four", Earlier: true},
		},
	}}}
	var all []string
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		if first := AmendmentSentences(p, loc).Text(); strings.Count(first, loc.T("compilation.on.earlier")) != 1 {
			t.Errorf("%s: the sentences do not say which is on an earlier text:\n%s", lang, first)
		}
		p.Lang = lang
		doc := AmendmentCodes(p, translations.New(string(lang)))
		all = append(all, doc.Text())
		strong := 0
		for _, b := range doc.Blocks {
			if e, ok := b.(Entry); ok && len(e.Paragraphs) > 0 && e.Paragraphs[0].Spans[0] == (Span{"NOC", Strong}) {
				strong++
			}
		}
		if strong != 1 {
			t.Errorf("%s: %d provisions must remain", lang, strong)
		}
	}
	golden(t, "amendment-codes.txt", strings.Join(all, "\n========\n"))
}
