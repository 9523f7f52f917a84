package mechanism_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/mechanism"
)

// lighthouse is an invented convention of a few articles.
func lighthouse() []data.Provision {
	var all []data.Provision
	add := func(kind data.Kind, parent data.ID, heading, text string) data.ID {
		p := data.Provision{ID: data.NewID(), Parent: parent, Kind: kind, Order: len(all), Text: map[data.Lang]data.Rendering{data.English: {Heading: heading, Text: text}}}
		all = append(all, p)
		return p.ID
	}
	art := add(data.KindArticle, data.ID{}, "Lights", "")
	add(data.KindParagraph, art, "", "Each Party shall keep its lighthouses lit.")
	art = add(data.KindArticle, data.ID{}, "Entry into force", "")
	add(data.KindParagraph, art, "", "This Convention shall enter into force on the sixtieth day after the deposit of the twentieth instrument of ratification.")
	art = add(data.KindArticle, data.ID{}, "", "")
	add(data.KindParagraph, art, "", "A Party may denounce this Convention by notification; the denunciation takes effect six months after its receipt.")
	add(data.KindFormula, data.ID{}, "", "IN WITNESS WHEREOF the undersigned have signed this Convention.")
	return all
}

func standing(t *testing.T, all []mechanism.Standing, name string) mechanism.Standing {
	t.Helper()
	i := slices.IndexFunc(all, func(s mechanism.Standing) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("no requirement %s", name)
	}
	return all[i]
}

func TestCoverOfAnInventedConvention(t *testing.T) {
	text := lighthouse()
	all := mechanism.Read(text, data.English).Decide(nil)
	entry := standing(t, all, "entry")
	if entry.State() != mechanism.StateProposed || entry.Places[0].Provision != text[2].ID || !entry.Places[0].Heading || entry.Places[0].At != text[3].ID {
		t.Errorf("entry into force: %+v", entry)
	}
	if rule := clause.Rule(entry.Params); rule.Number != 20 || rule.Delay.Days != 60 {
		t.Errorf("its rule: %+v", rule)
	}
	if leave := standing(t, all, "denunciation"); clause.NoticeOf(leave.Params) != (data.Delay{Months: 6}) {
		t.Errorf("denunciation: %+v", leave)
	}
	if first := mechanism.ByNeed(all)[0]; !first.Lacks() || first.Name != "monitoring.reports" {
		t.Errorf("first stands %s", first.Name)
	}
	if s := standing(t, all, "amendment.annexes"); s.State() != mechanism.StateMissing || s.Lacks() {
		t.Errorf("annexes are usual, not essential: %+v", s)
	}
}

func TestDecisions(t *testing.T) {
	text := lighthouse()
	said := mechanism.Read(text, data.English)
	decide := func(decisions ...data.Covering) []mechanism.Standing {
		return said.Decide(decisions)
	}
	entry, lights, gone := text[2].ID, text[0].ID, data.NewID()
	for _, c := range []struct {
		name      string
		decisions []data.Covering
		of        string
		state     mechanism.State
		places    []data.ID
	}{
		{"nothing decided", nil, "entry", mechanism.StateProposed, []data.ID{entry}},
		{"refused", []data.Covering{{Requirement: "entry", Provision: entry, Decision: data.CoveringNo}}, "entry", mechanism.StateMissing, nil},
		{"refused and named again", []data.Covering{
			{Requirement: "entry", Provision: entry, Decision: data.CoveringNo}, {Requirement: "entry", Provision: entry, Decision: data.CoveringYes},
		}, "entry", mechanism.StateDecided, []data.ID{entry}},
		{"named", []data.Covering{{Requirement: "implementation", Provision: lights, Decision: data.CoveringYes}}, "implementation", mechanism.StateDecided, []data.ID{lights}},
		{"named beside what is proposed", []data.Covering{{Requirement: "entry", Provision: lights, Decision: data.CoveringYes}}, "entry", mechanism.StateDecided, []data.ID{lights, entry}},
		{"named, but not in this text", []data.Covering{{Requirement: "purpose", Provision: gone, Decision: data.CoveringYes}}, "purpose", mechanism.StateMissing, nil},
		{"not needed", []data.Covering{{Requirement: "secretariat", Decision: data.CoveringNeedless}}, "secretariat", mechanism.StateNeedless, nil},
		{"of another requirement", []data.Covering{{Requirement: "scope", Provision: entry, Decision: data.CoveringNo}}, "entry", mechanism.StateProposed, []data.ID{entry}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := standing(t, decide(c.decisions...), c.of)
			var places []data.ID
			for _, p := range s.Places {
				places = append(places, p.Provision)
			}
			if s.State() != c.state || !slices.Equal(places, c.places) {
				t.Errorf("%s, places %v; want %s, %v", s.State(), places, c.state, c.places)
			}
		})
	}
	if missing := mechanism.Missing(said.Covered()); len(missing) == 0 || !missing[0].Essential || missing[len(missing)-1].Essential {
		t.Error("what is missing does not begin with what is essential")
	}
}

func TestParagraphsOfTheLibraryAreRead(t *testing.T) {
	paths := []string{"ch1/art1/1", "ch1/art2", "ch1/art3/1", "ch1/art3/2", "annex1/art1", "pre/pp1"}
	texts := []string{"Each Party shall keep its lights.", "This Convention enters into force thirty days after the deposit of the tenth instrument.", "One.", "Two.", "In the annex.", "Recalling,"}
	all := mechanism.Paragraphs(paths, texts, data.English)
	if len(all) != 6 { // of three articles, one has its text itself
		t.Fatalf("%d provisions: %+v", len(all), all)
	}
	if rule := clause.Rule(mechanism.Params(mechanism.Cover(all, data.English), "entry")); rule.Number != 10 || rule.Delay.Days != 30 {
		t.Errorf("its rule: %+v", rule)
	}
	if got := mechanism.Paragraphs(paths[:1], texts[:1], data.English); got != nil {
		t.Errorf("one article is no treaty: %+v", got)
	}
}
