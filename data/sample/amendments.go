package sample

import (
	"time"

	"travaux/data"
)

// Amendment is a proposal to change the framework.
type Amendment struct {
	Amendment data.Amendment // without what follows
	Path      string         // that is replaced, or behind which a provision is inserted
	Op        data.EditOp
	Label     data.Words
	Text      data.Words
	Remark    data.Words
	Accepted  []Instrument
}

// amendments are one that is in force for those that accepted it, and one that has
// been circulated.
func amendments(w map[string]data.Words) []Amendment {
	rule := data.AmendmentRule{
		Standstill: data.Delay{Months: 12}, Notice: data.Delay{Months: 6},
		Consensus: true, Majority: data.Share{Num: 2, Den: 3}, Of: data.MajorityVoting,
		Effect: data.EffectAccepting, Needed: data.Share{Num: 2, Den: 3}, Delay: data.Delay{Days: 90},
	}
	hours := Amendment{
		Amendment: data.Amendment{
			Kind: data.AmendmentText, Title: w["amendment.hours"], Symbol: "ORN/COP/2/L.3", Proposers: []string{"XIL", "XPE"},
			Proposed: on(2022, time.August, 29), Circulated: on(2022, time.September, 12), Considered: on(2023, time.May, 23),
			Adopted: on(2023, time.May, 23), Notified: on(2023, time.June, 5), Rule: rule, Vote: data.Vote{Consensus: true},
		},
		Path: "ch2/art3/1", Op: data.EditReplace, Text: w["framework.notice.1.amended"],
	}
	day := on(2023, time.September, 4)
	for _, code := range []string{"XIL", "XPE", "XLU", "XNE", "XFE", "XZE", "XSE", "XCO", "XUL", "XAR", "XKA", "XGA", "XJO"} {
		hours.Accepted = append(hours.Accepted, Instrument{Party: code, Kind: data.InstrumentAcceptance, Date: day})
		if day.Month += 2; day.Month > time.December {
			day.Year, day.Month = day.Year+1, day.Month-12
		}
	}
	forecast := Amendment{
		Amendment: data.Amendment{
			Kind: data.AmendmentText, Title: w["amendment.forecast"], Symbol: "ORN/COP/4/L.1", Proposers: []string{"XLU", "XNE"},
			Proposed: on(2026, time.September, 7), Circulated: on(2026, time.September, 21), Considered: on(2027, time.May, 18), Rule: rule,
		},
		Path: "ch2/art4/2", Op: data.EditInsert, Label: w["amendment.forecast.label"], Text: w["amendment.forecast.text"],
		Remark: w["amendment.forecast.remark"],
	}
	return []Amendment{hours, forecast}
}
