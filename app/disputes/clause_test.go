package disputes

import (
	"context"
	"reflect"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/concept"
	"travaux/data/desk"
)

// clauseText is an invented clause of the usual kind.
const clauseText = `Draft Convention on Lanterns

Article 1
Duties of keepers

Every State Party shall light its lanterns.

Article 2
Settlement of disputes

1. States Parties shall endeavour to settle disputes concerning the interpretation or application of this Convention through negotiation.

2. Any dispute between two or more States Parties that cannot be settled through negotiation within a reasonable time shall, at the request of one of those States Parties, be submitted to arbitration. If, six months after the date of the request for arbitration, those States Parties are unable to agree on the organization of the arbitration, any one of them may refer the dispute to the International Court of Justice.
`

func TestTheLadderIsReadFromTheTextOfTheTreaty(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, clauseText)
	_, err := b.Desk.Treaties().Set(context.Background(), data.Treaty{Title: data.Words{data.English: "Convention on Lanterns"}})
	roomtest.Must(t, err)
	got := Show(b.Room).form.Is.Ladder
	want := []data.Rung{
		{Means: data.MeansNegotiation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest},
		{Means: data.MeansArbitration, Trigger: data.TriggerFailed, Consent: data.ConsentRequest, Interim: true},
		{Means: data.MeansJudicial, Trigger: data.TriggerAsked, After: data.Delay{Months: 6}, Consent: data.ConsentRequest, Interim: true},
	}
	if len(got) != len(want) {
		t.Fatalf("the ladder is %+v", got)
	}
	for i := range want {
		if got[i].Means != want[i].Means || got[i].Trigger != want[i].Trigger || got[i].After != want[i].After || got[i].Consent != want[i].Consent {
			t.Errorf("rung %d is %+v", i+1, got[i])
		}
	}
}

// TestTheLadderOfTheModelClauseIsReadInEveryLanguage holds what is read from the words
// to what the model clause says, in each of the languages.
func TestTheLadderOfTheModelClauseIsReadInEveryLanguage(t *testing.T) {
	half := data.Delay{Months: 6}
	want := []data.Rung{
		{Means: data.MeansNegotiation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest, Period: half, FromAsked: true},
		{Means: data.MeansConciliation, Trigger: data.TriggerFailed, Consent: data.ConsentRequest, Period: half, FromAsked: true},
		{Means: data.MeansArbitration, Trigger: data.TriggerFailed, Consent: data.ConsentOptOut, Interim: true},
		{Means: data.MeansJudicial, Trigger: data.TriggerAsked, After: half, Consent: data.ConsentOptOut, Interim: true},
	}
	theses := concept.Skeleton(nil)
	for _, lang := range data.Langs {
		b := roomtest.New(t, "en")
		d := concept.Compose(data.Words{lang: "L"}, theses, lang)
		version := desk.Version{Lang: lang, Name: "l.txt", Format: "text", Content: d.Content, Outline: d.Outline}
		issue := desk.Issue{Symbol: "L/1", Date: data.Today(), Kind: data.RevisionZero}
		_, err := b.Desk.IssueDraft(context.Background(), issue, d.Paths, data.NoProgress{}, version)
		roomtest.Must(t, err)
		text, err := b.Desk.Current()
		roomtest.Must(t, err)
		got := ladderOf(text.Provisions, lang)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nnot\n%+v", lang, got, want)
		}
	}
}
