package clause_test

import (
	"context"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/intake"
	"travaux/data/sample"
	"travaux/data/text"
)

// laid makes provisions of paths and texts in the order of the paths.
func laid(paths []string, texts map[string]string, lang data.Lang) (out []data.Provision, ids map[string]data.ID) {
	ids = map[string]data.ID{}
	for _, path := range paths {
		p := data.Provision{ID: data.NewID(), Path: path, Kind: data.KindParagraph, Text: map[data.Lang]data.Rendering{lang: {Text: texts[path]}}}
		parent, last := "", path
		if i := strings.LastIndex(path, "/"); i >= 0 {
			parent, last = path[:i], path[i+1:]
		}
		if strings.HasPrefix(last, "art") {
			p.Kind = data.KindArticle
		}
		p.Parent, ids[path] = ids[parent], p.ID
		out = append(out, p)
	}
	return out, ids
}

func TestTheRuleOfAmendmentIsReadFromTheSampleInSixLanguages(t *testing.T) {
	want := data.AmendmentRule{
		Standstill: data.Delay{Years: 5}, Notice: data.Delay{Months: 6}, Consensus: true, Majority: data.Share{Num: 3, Den: 4}, Of: data.MajorityVoting,
		Effect: data.EffectAccepting, Needed: data.Share{Num: 2, Den: 3}, Delay: data.Delay{Days: 90},
	}
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			name, content := sample.Next(lang)
			src, err := intake.Read(context.Background(), name, content)
			if err != nil {
				t.Fatal(err)
			}
			var paths []string
			texts := map[string]string{}
			for _, n := range text.Parse(src, lang).Nodes {
				paths = append(paths, n.Path)
				texts[n.Path] = n.Text
			}
			provisions, ids := laid(paths, texts, lang)
			got, article, ok := clause.Amendment(provisions, lang)
			if !ok || article != ids[at(paths, "art18")] || !same(got, want) {
				t.Errorf("%v %v, got %+v", ok, article == ids[at(paths, "art18")], got)
			}
		})
	}
}

// at is the path that ends with a step.
func at(paths []string, step string) string {
	for _, p := range paths {
		if strings.HasSuffix(p, "/"+step) {
			return p
		}
	}
	return ""
}

// same compares rules, which hold a list.
func same(a, b data.AmendmentRule) bool {
	required := len(a.Required) == len(b.Required)
	a.Required, b.Required = nil, nil
	x, y := a, b
	return required && x.Standstill == y.Standstill && x.Notice == y.Notice && x.Consensus == y.Consensus && x.Majority == y.Majority && x.Of == y.Of && x.Quorum == y.Quorum &&
		x.Effect == y.Effect && x.Number == y.Number && x.Needed == y.Needed && x.Delay == y.Delay && x.Later == y.Later && x.Objection == y.Objection && x.Block == y.Block
}

func TestTheRuleOfAmendmentOfTheCybercrimeConvention(t *testing.T) {
	want := data.AmendmentRule{Standstill: data.Delay{Years: 5}, Consensus: true, Majority: data.Share{Num: 2, Den: 3}, Of: data.MajorityVoting, Effect: data.EffectEach, Delay: data.Delay{Days: 90}}
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			paths, texts := provisions(t, "akn/A_RES_79_243_"+string(lang)+".xml", lang)
			list, ids := laid(paths, texts, lang)
			got, article, ok := clause.Amendment(list, lang)
			if !ok || article != ids["ch9/art66"] || !same(got, want) {
				t.Errorf("%v %v, got %+v", ok, article == ids["ch9/art66"], got)
			}
		})
	}
}

func TestTheRuleOfAmendmentIsWhatTheArticleSays(t *testing.T) {
	for _, c := range []struct {
		name       string
		paragraphs []string
		want       data.AmendmentRule
		none       bool
	}{
		{"nothing on amendments", []string{"This Convention shall enter into force on the ninetieth day after the deposit of the fortieth instrument of ratification."}, data.AmendmentRule{}, true},
		{
			"for each, later ones sooner",
			[]string{"An amendment shall enter into force, for the States Parties that have accepted it, on the ninetieth day after two thirds of the States Parties have deposited their instruments of acceptance, and for each further State Party on the thirtieth day after the deposit of its own instrument."},
			data.AmendmentRule{Of: data.MajorityVoting, Effect: data.EffectAccepting, Needed: data.Share{Num: 2, Den: 3}, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}},
			false,
		},
		{
			"a simple majority of all",
			[]string{"Amendments shall be adopted by a majority of the States Parties.", "An amendment shall enter into force for each State Party sixty days after the deposit of its instrument of acceptance."},
			data.AmendmentRule{Majority: data.Share{Num: 1, Den: 2, Over: true}, Of: data.MajorityParties, Effect: data.EffectEach, Delay: data.Delay{Days: 60}},
			false,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			paths, texts := []string{"art1"}, map[string]string{}
			for i, p := range c.paragraphs {
				path := "art1/" + string(rune('1'+i))
				paths = append(paths, path)
				texts[path] = p
			}
			list, _ := laid(paths, texts, data.English)
			got, _, ok := clause.Amendment(list, data.English)
			if ok == c.none || !same(got, c.want) {
				t.Errorf("%v, got %+v", ok, got)
			}
		})
	}
}
