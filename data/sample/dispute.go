package sample

import (
	"time"

	"travaux/data"
)

// Dispute is one between two parties to the framework.
type Dispute struct {
	Number    string
	Title     data.Words
	Claimants []string
	Answering []string
	Paths     []string
	Claims    []Claim
	Raised    data.Date
	Ladder    []Rung
	Steps     []DisputeStep
	Papers    []DisputePaper
}

// Rung is a step of its ladder, with who helps or decides.
type Rung struct {
	data.Rung
	Body data.Words // nil: nobody is named
}

// Claim is what a party says and asks for.
type Claim struct {
	By           string
	Text, Relief data.Words
}

// DisputeStep is what happened.
type DisputeStep struct {
	Means data.Means
	Act   data.DisputeAct
	By    string
	Date  data.Date
	Text  data.Words // nil: nothing
}

// DisputePaper is a document in its file.
type DisputePaper struct {
	Kind   data.DisputePaperKind
	Title  data.Words
	Symbol string
	By     string
	Date   data.Date
	Text   data.Words // nil: it is only listed
}

// Discordance is a place of the draft where a version says something else.
type Discordance struct {
	Path   string
	Remark data.Words
	Read   data.Words // in the versions that are to be corrected
}

// dispute has failed at negotiation and is under way at conciliation, as article 13 of
// the framework provides.
func dispute(w map[string]data.Words) Dispute {
	half := data.Delay{Months: 6}
	return Dispute{
		Number: "ORN/D/1", Title: w["dispute.title"], Claimants: []string{"XLU"}, Answering: []string{"XHA"}, Paths: []string{"ch2/art3/1", "ch2/art4/1"},
		Claims: []Claim{
			{By: "XLU", Text: w["dispute.claim"], Relief: w["dispute.relief"]},
			{By: "XHA", Text: w["dispute.defence"], Relief: w["dispute.dismiss"]},
		},
		Raised: on(2026, time.January, 12),
		Ladder: []Rung{
			{data.Rung{Means: data.MeansNegotiation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest, Period: half}, nil},
			{data.Rung{Means: data.MeansConciliation, Trigger: data.TriggerRaised, After: half, Consent: data.ConsentRequest, Period: half, Interim: true}, w["dispute.body"]},
			{after(data.MeansArbitration, half, "XQU"), nil},
			{after(data.MeansJudicial, half, "XQU"), w["comment.court.quote"]},
		},
		Steps: []DisputeStep{
			{data.MeansNegotiation, data.DisputeAsked, "XLU", on(2026, time.January, 12), w["dispute.step.asked"]},
			{data.MeansNegotiation, data.DisputeBegan, "", on(2026, time.February, 2), nil},
			{data.MeansNegotiation, data.DisputeFailed, "", on(2026, time.July, 10), w["dispute.step.failed"]},
			{data.MeansConciliation, data.DisputeAsked, "XLU", on(2026, time.July, 20), w["dispute.step.conciliation"]},
			{data.MeansConciliation, data.DisputeBegan, "", on(2026, time.September, 14), w["dispute.step.began"]},
			{data.MeansConciliation, data.DisputeMeasureAsked, "XLU", on(2026, time.September, 21), w["dispute.step.measure"]},
		},
		Papers: []DisputePaper{
			{data.DisputeNotice, w["dispute.paper.notice"], "ORN/D/1/1", "XLU", on(2026, time.January, 12), nil},
			{data.DisputeMemorial, w["dispute.paper.memorial"], "ORN/D/1/4", "XLU", on(2026, time.October, 12), nil},
			{data.DisputeRecord, w["dispute.paper.record"], "ORN/D/1/3", "", on(2026, time.September, 14), nil},
			{data.DisputeAssessment, w["dispute.paper.assessment"], "", "", on(2026, time.October, 19), w["dispute.paper.assessment.text"]},
		},
	}
}

// after is a means that is open when a period has run since the one before was asked
// for, but not against those that declared that they are not bound.
func after(m data.Means, wait data.Delay, declared ...string) data.Rung {
	return data.Rung{Means: m, Trigger: data.TriggerAsked, After: wait, Consent: data.ConsentOptOut, Declared: declared, Interim: true}
}

func discordances(w map[string]data.Words) []Discordance {
	return []Discordance{{
		Path: "ch4/art13/3/a", Remark: w["discordance.remark"],
		Read: data.Words{data.French: "Examine régulièrement l’exécution et l’évolution de la présente Convention ;"},
	}}
}
