package dispute

import "travaux/data"

// Pattern is a ladder that is offered to begin with, by its name in the catalogue
// ("dispute-pattern.charter").
type Pattern struct {
	Name   string
	Ladder []data.Rung
}

// Patterns are the ladders that are offered.
//
// Sources: the Charter of the United Nations, Article 33(1); the usual clause of
// conventions concluded under the United Nations (negotiation, arbitration at the
// request of one party, the Court if after six months the arbitration could not be
// organized, with a declaration by which a State is not bound); the clause of
// environmental conventions (negotiation, a third party by agreement, arbitration
// or the Court between those that declared it, conciliation otherwise).
func Patterns() []Pattern {
	return []Pattern{
		{"usual", []data.Rung{
			{Means: data.MeansNegotiation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest},
			{Means: data.MeansArbitration, Trigger: data.TriggerFailed, Consent: data.ConsentOptOut, Interim: true},
			{Means: data.MeansJudicial, Trigger: data.TriggerAsked, After: data.Delay{Months: 6}, Consent: data.ConsentOptOut, Interim: true},
		}},
		{"conciliation", []data.Rung{
			{Means: data.MeansNegotiation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest, Period: data.Delay{Months: 12}},
			{Means: data.MeansMediation, Trigger: data.TriggerAnyTime, Consent: data.ConsentAll},
			{Means: data.MeansArbitration, Trigger: data.TriggerAnyTime, Consent: data.ConsentOptIn, Interim: true},
			{Means: data.MeansConciliation, Trigger: data.TriggerRaised, After: data.Delay{Months: 12}, Consent: data.ConsentRequest},
		}},
		{"stepwise", []data.Rung{
			{Means: data.MeansConsultation, Trigger: data.TriggerRaised, Consent: data.ConsentRequest, Period: data.Delay{Days: 60}},
			{Means: data.MeansMediation, Trigger: data.TriggerFailed, Consent: data.ConsentAll, Period: data.Delay{Months: 3}},
			{Means: data.MeansConciliation, Trigger: data.TriggerFailed, Consent: data.ConsentRequest, Period: data.Delay{Months: 6}},
			{Means: data.MeansArbitration, Trigger: data.TriggerFailed, Consent: data.ConsentOptOut, Interim: true},
		}},
		{"charter", Charter()},
	}
}

// Charter is Article 33(1) of the Charter as a ladder without order: every means by
// agreement, at any time.
func Charter() []data.Rung {
	var out []data.Rung
	for _, m := range []data.Means{
		data.MeansNegotiation, data.MeansEnquiry, data.MeansMediation, data.MeansConciliation,
		data.MeansArbitration, data.MeansJudicial, data.MeansRegional, data.MeansOther,
	} {
		out = append(out, ofOwnChoice(m))
	}
	return out
}

// ofOwnChoice is a means that the parties use though no clause has it.
func ofOwnChoice(m data.Means) data.Rung {
	return data.Rung{Means: m, Trigger: data.TriggerAnyTime, Consent: data.ConsentAll, Interim: m.Decides()}
}
