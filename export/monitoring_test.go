package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/force"
	"travaux/data/monitor"
	"travaux/translations"
)

func onDay(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// fulfilment is a small treaty with two parties, an obligation to report each year,
// an open and a confidential assessment, and a cycle.
func fulfilment(lang data.Lang) (Fulfilment, data.Draw) {
	duty, cycle := data.ID{9}, data.Cycle{Entry: data.Entry{ID: data.ID{7}}, Title: data.Words{"en": "First cycle"}, Opens: onDay("2030-03-01"), Due: onDay("2031-03-01")}
	pool := []data.Ticket{{Party: "XAR", Region: "north"}, {Party: "XBO", Region: "north"}, {Party: "XCO", Region: "south"}, {Party: "XDU", Region: "south"}}
	x := data.Draw{Date: onDay("2030-04-01"), Seed: "14 07 22", Witness: "the Bureau", Rules: data.DrawRules{Reviewers: 1, SameRegion: 1, Even: true, Mutual: true}, Under: []string{"XAR", "XBO"}, Pool: pool}
	x.Lots, x.Round = monitor.Lots(x.Rules, x.Under, x.Pool, x.Seed)
	return Fulfilment{
		Lang: lang, Treaty: "Convention on Lanterns", State: "Lantern Coast",
		Facts: monitor.Facts{
			Day: onDay("2031-06-01"),
			Standing: force.Treaty{Day: onDay("2031-06-01"), InForce: onDay("2030-01-01"), Standing: []force.Standing{
				{Party: "XAR", InForce: onDay("2030-01-01")}, {Party: "XBO", InForce: onDay("2030-01-01")},
			}},
			Obligations: []data.Obligation{
				{Entry: data.Entry{ID: duty}, Provision: data.ID{1}, Obliged: data.ObligedParties, Who: "Each State Party", Must: "shall report on its lights", Due: data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}}},
				{Entry: data.Entry{ID: data.ID{10}}, Must: "set aside", Aside: true},
			},
			Cycles:  []data.Cycle{cycle},
			Reports: []data.PartyReport{{Cycle: cycle.ID, Party: "XAR", Received: onDay("2031-02-02"), Symbol: "L/REP/1", Text: "All lit."}},
			Assessments: []data.Assessment{
				{Party: "XAR", Obligation: duty, Grade: data.GradeMet, Day: onDay("2030-12-01"), Text: "Reported in time.", Evidence: []data.Evidence{{Symbol: "L/REP/1", Pointer: "para. 4", Words: "all lit"}}},
				{Party: "XBO", Obligation: duty, Grade: data.GradeUnmet, Day: onDay("2030-12-01"), Text: "Our fisherman says so.", Confidential: true},
			},
		},
		Reviews: []data.Review{{Party: "XAR", Reviewers: []string{"XBO"}, Steps: []data.ReviewStep{{Stage: data.StageDesk, Date: onDay("2030-05-01")}}}},
		Name:    func(code string) string { return "Land " + code },
		Region:  func(group string) string { return "Group " + group },
		Path: func(id data.ID) string {
			if id == (data.ID{1}) {
				return "ch1/art2/1"
			}
			return ""
		},
	}, x
}

func TestPapersOnFulfilmentSayWhatIsKnown(t *testing.T) {
	f, x := fulfilment(data.English)
	loc := translations.New("en")
	for _, c := range []struct {
		name string
		doc  Document
		want []string
	}{
		{"synthesis", Synthesis(f, loc), []string{"Reports due 1 March 2031: 1 of 2 received", "Article 2, paragraph 1 | shall report on its lights | 1 | 0 | 0 | 0 | 0", "Land XBO | Report for First cycle | Due 1 March 2031, 92 days late", "Land XBO | Article 2, paragraph 1: shall report on its lights | Due 1 January 2031, 151 days late", "Land XAR | Land XBO | Desk review"}},
		{"register", ObligationRegister(f, loc), []string{"Article 2, paragraph 1 | Each State Party | shall report on its lights | Each time a period has run: 1 year"}},
		{"party", PartyPage(f, "XAR", loc), []string{"Fulfilment by Land XAR", "Fulfilled (1 December 2030)", "Reported in time.", "L/REP/1 para. 4: “all lit”", "First cycle | 2 February 2031 | L/REP/1 | All lit."}},
		{"obligation", ObligationPage(f, f.Facts.Obligations[0], loc), []string{"Land XAR | Fulfilled (1 December 2030)", "Land XBO | Not assessed"}},
		{"draw", DrawRecord(f, x, loc), []string{"“14 07 22”", "the Bureau", "Land XAR (XAR) | Group north | Land XBO (XBO)", `printf '14 07 22\n`, "sha256sum"}},
	} {
		text := c.doc.Text()
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in\n%s", c.name, want, text)
			}
		}
		if strings.Contains(text, "fisherman") || strings.Contains(text, "Not fulfilled (") || strings.Contains(text, "set aside") {
			t.Errorf("%s tells what is confidential or set aside:\n%s", c.name, text)
		}
	}
}

func TestPapersOnFulfilmentAreWholeInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		f, x := fulfilment(lang)
		loc := translations.New(string(lang))
		for _, doc := range []Document{Synthesis(f, loc), ObligationRegister(f, loc), PartyPage(f, "XBO", loc), ObligationPage(f, f.Facts.Obligations[0], loc), DrawRecord(f, x, loc)} {
			if text := doc.Text(); doc.Title == "" || strings.Contains(text, "monitoring.") || strings.Contains(text, "{") || strings.Contains(text, "fisherman") {
				t.Errorf("%s:\n%s", lang, text)
			}
		}
	}
}
