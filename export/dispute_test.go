package export

import (
	"regexp"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/dispute"
	"travaux/data/marking"
	"travaux/translations"
)

func disputeDay(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// strait is an invented dispute at its third step.
func strait(lang data.Lang) PublicDispute {
	id, steps := data.ID{7}, []data.DisputeStep{}
	step := func(on, by string, act data.DisputeAct, means data.Means, text string) {
		steps = append(steps, data.DisputeStep{Dispute: id, Date: disputeDay(on), By: by, Act: act, Means: means, Text: text, Entry: data.Entry{ID: data.ID{byte(len(steps) + 1)}}})
	}
	step("2030-01-12", "XAM", data.DisputeAsked, data.MeansConsultation, "Consultations are requested.")
	step("2030-03-20", "XAM", data.DisputeAsked, data.MeansMediation, "")
	step("2030-04-02", "XBO", data.DisputeRefused, data.MeansMediation, "Mediation is not wanted.")
	step("2030-05-01", "XAM", data.DisputeAsked, data.MeansConciliation, "")
	step("2030-06-01", "", data.DisputeBegan, data.MeansConciliation, "")
	step("2030-06-15", "XAM", data.DisputeMeasureAsked, data.MeansConciliation, "A lamp of the port shall be lit meanwhile.")
	step("2030-07-01", "", data.DisputeMeasureOrdered, data.MeansConciliation, "A lamp of the port is lit meanwhile.")
	steps[len(steps)-1].Due, steps[len(steps)-1].To = disputeDay("2030-07-10"), []string{"XBO"}
	step("2030-07-20", "XBO", data.DisputeComplied, data.MeansConciliation, "")
	step("2030-10-20", "", data.DisputeSettled, data.MeansConciliation, "The lamp is lit from dusk.")
	steps[len(steps)-1].Due = disputeDay("2030-12-01")
	return PublicDispute{
		Lang: lang, Treaty: "Convention on Lanterns", State: "Amaria", Day: disputeDay("2030-12-11"), Steps: steps,
		Names: map[string]string{"XAM": "Amaria", "XBO": "Borealis", "": "Commission"}, Paths: map[data.ID]string{{9}: "ch1/art2/1"},
		Dispute: data.Dispute{
			Entry: data.Entry{ID: id}, Title: "Light of the strait", Number: "1/2030", Claimants: []string{"XAM"}, Answering: []string{"XBO"}, Provisions: []data.ID{{9}},
			Claims: []data.Claim{{By: "XAM", Text: "The lamp is dark.", Relief: "That it be lit."}}, Raised: disputeDay("2030-01-10"), Ladder: dispute.Patterns()[2].Ladder,
		},
		Papers: []data.DisputePaper{{Kind: data.DisputeNotice, Title: "Note of 10 January", By: "XAM", Date: disputeDay("2030-01-10"), Text: "The dispute is notified."}},
	}
}

func TestTheFileOfADisputeSaysWhereItStands(t *testing.T) {
	got := DisputeFile(strait(data.English), translations.New("en")).Text()
	for _, want := range []string{
		"Light of the strait", "Amaria", "Settled on 20 October 2030", "The lamp is dark.", "Its period ran out on 13 March 2030.",
		"Refused by Borealis on 2 April 2030.", "The dispute was settled by it on 20 October 2030.", "The dispute ended before it was used.",
		"It was due on 1 December 2030: 10 days overdue.", "60 days", "Note of 10 January", "article 2",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q in\n%s", want, got)
		}
	}
}

// TestAFileForTheOutsideLeavesOutWhatFewMayRead, even where it is given.
func TestAFileForTheOutsideLeavesOutWhatFewMayRead(t *testing.T) {
	p := strait(data.English)
	p.Papers = append(p.Papers, data.DisputePaper{Kind: data.DisputeAssessment, Title: "Our chances", Date: p.Day, Text: "They are poor."})
	p.Steps = append(p.Steps, data.DisputeStep{Dispute: p.Dispute.ID, Date: p.Day, By: "XBO", Act: data.DisputeAsked, Means: data.MeansGoodOffices, Text: "A friend may call.", Readers: data.AudienceInstructed})
	loc := translations.New("en")
	if got := DisputeFile(p, loc).Text(); strings.Contains(got, "chances") || strings.Contains(got, "poor") || strings.Contains(got, "friend") {
		t.Errorf("the outside reads\n%s", got)
	}
	p.Marking = marking.Level{Code: data.Confidential}
	if got := DisputeFile(p, loc).Text(); !strings.Contains(got, "chances") || !strings.Contains(got, "friend") {
		t.Errorf("the delegation does not read\n%s", got)
	}
}

// shore is an invented dispute that is in the middle of its ladder, which has a means of
// every rule: a declaration bars one, a period of another is running, a third is closed
// until a day, and a fourth was asked for too early.
func shore(lang data.Lang) PublicDispute {
	p := strait(lang)
	d := &p.Dispute
	d.Title, d.Number, d.Claims, d.Third = "Light of the shore", "", nil, []string{"XCO"}
	p.Names["XCO"] = "Corvia"
	d.Ladder = []data.Rung{
		{Means: data.MeansNegotiation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest, Period: data.Delay{Months: 12}},
		{Means: data.MeansMediation, Trigger: data.TriggerAnyTime, Consent: data.ConsentAll, Body: "Council of Lights"},
		{Means: data.MeansEnquiry, Trigger: data.TriggerAsked, After: data.Delay{Days: 90}, Consent: data.ConsentRequest, Costs: "Half each"},
		{Means: data.MeansConciliation, Trigger: data.TriggerRaised, After: data.Delay{Years: 1}, Consent: data.ConsentRequest},
		{Means: data.MeansArbitration, Trigger: data.TriggerAnyTime, Consent: data.ConsentOptIn, Declared: []string{"XAM"}, Interim: true},
		{Means: data.MeansJudicial, Trigger: data.TriggerFailed, Consent: data.ConsentOptOut, Interim: true},
	}
	p.Steps, p.Papers, p.Day = nil, nil, disputeDay("2030-06-01")
	for _, s := range []struct {
		on, by string
		act    data.DisputeAct
		means  data.Means
	}{
		{"2030-01-15", "XAM", data.DisputeAsked, data.MeansNegotiation},
		{"2030-03-01", "XBO", data.DisputeAsked, data.MeansMediation},
		{"2030-04-01", "XAM", data.DisputeAsked, data.MeansJudicial},
		{"2030-04-10", "XAM", data.DisputeMeasureAsked, data.MeansJudicial},
		{"2030-05-01", "XBO", data.DisputeAsked, data.MeansGoodOffices},
	} {
		p.Steps = append(p.Steps, data.DisputeStep{Entry: data.Entry{ID: data.ID{byte(len(p.Steps) + 1)}}, Dispute: d.ID, Date: disputeDay(s.on), By: s.by, Act: s.act, Means: s.means})
	}
	return p
}

func TestTheFileOfADisputeIsWorded(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		golden(t, "dispute.over."+string(lang)+".txt", DisputeFile(strait(lang), loc).Text())
		golden(t, "dispute.open."+string(lang)+".txt", DisputeFile(shore(lang), loc).Text())
	}
}

// unspoken is an id of the catalogue that has no words.
var unspoken = regexp.MustCompile(`[a-z-]\.[a-z]`)

func TestTheFileOfADisputeInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		p := strait(lang)
		doc := DisputeFile(p, translations.New(string(lang)))
		if text := doc.Text(); doc.Marking != "" || len(doc.Headings()) != 5 || unspoken.MatchString(text) || strings.Contains(text, "{") {
			t.Errorf("%s: %d parts\n%s", lang, len(doc.Headings()), text)
		}
		p.Marking = marking.Of(data.Negotiation{}).Level(data.Confidential)
		if DisputeFile(p, translations.New(string(lang))).Marking == "" {
			t.Errorf("%s: ours is not marked", lang)
		}
		// every state of a means has its words
		for day := disputeDay("2030-01-01"); day.Before(p.Day); day = data.DateOf(day.Time().AddDate(0, 0, 20)) {
			p.Day, p.Marking = day, marking.Level{}
			if text := DisputeFile(p, translations.New(string(lang))).Text(); unspoken.MatchString(text) {
				t.Fatalf("%s on %s:\n%s", lang, day, text)
			}
			p.Day = disputeDay("2030-12-11")
		}
	}
}
