package sample

import (
	"time"

	"travaux/data"
)

// Framework is the invented treaty in force on which the draft builds: its text, and
// what States did with it. Provisions are named by their paths in its text.
type Framework struct {
	Text         data.Revision // symbol, date and kind
	Treaty       data.Treaty   // without identities
	Articles     []Article
	Instruments  []Instrument
	Declared     []Declared
	Obligations  []Obligation
	Cycles       []Cycle
	Draw         Draw
	Amendments   []Amendment
	Questions    []Question
	Meetings     []Consultation
	Contacts     []Contact
	Dispute      Dispute
	Discordances []Discordance
}

// Article is an article of the framework: a model clause with its values, or words of
// its own.
type Article struct {
	Part       string // of data/concept
	Clause     string
	Values     map[string]int
	Heading    data.Words
	Paragraphs []data.Words
}

// Instrument is an act of a State on the framework.
type Instrument struct {
	Party string
	Kind  data.InstrumentKind
	Date  data.Date
}

// Declared is what a State declared of it.
type Declared struct {
	Key   string
	On    string // key of what is objected to or withdrawn; "": nothing
	Party string
	Kind  data.ReservationKind
	Paths []string
	Text  data.Words // nil: it says nothing
	Date  data.Date
}

func on(year int, month time.Month, day int) data.Date {
	return data.Date{Year: year, Month: month, Day: day}
}

// frameworkTexts are the invented convention's articles in their order, each with the
// number it gets: 1 general, 2 to 5 substance, 6 to 8 institutions, 9 to 12
// monitoring, 13 and 14 disputes, 15 to 21 final.
func frameworkTexts(w map[string]data.Words) []Article {
	own := func(part, id string, paragraphs ...string) Article {
		a := Article{Part: part, Heading: w["framework."+id]}
		for _, p := range paragraphs {
			a.Paragraphs = append(a.Paragraphs, w["framework."+id+"."+p])
		}
		return a
	}
	model := func(clause string, values ...any) Article {
		a := Article{Clause: clause, Values: map[string]int{}}
		for i := 0; i+1 < len(values); i += 2 {
			a.Values[values[i].(string)] = values[i+1].(int)
		}
		return a
	}
	return []Article{
		model("charter"), model("accountability"),
		model("terms"),
		own("substance", "registers", "1", "2", "3"),
		own("substance", "notice", "1", "2", "3"),
		own("substance", "essential", "1", "2"),
		own("substance", "end", "1"),
		model("conference", "first", 12, "every", 2, "share", 13), model("secretariat"), model("contact", "notice", 90),
		model("reports", "first", 12, "every", 2), model("review", "reviewers", 2, "cycle", 48),
		model("exchange", "every", 1, "answer", 60), model("consultations", "begin", 30),
		model("disputes-binding", "talks", 6, "conciliation", 6, "tribunal", 6), model("interim"),
		own("final", "signature", "1", "2"),
		model("entry", "number", 15, "day", 90, "later", 30), model("reservations-compatible"),
		model("amendment", "standstill", 12, "notice", 6, "majority", 23, "day", 90, "share", 23),
		model("denunciation", "notice", 12), model("depositary"), model("languages"),
	}
}

func framework(w map[string]data.Words) Framework {
	return Framework{
		Text: data.Revision{Symbol: "ORN/CONF/2019/8", Date: on(2019, time.June, 12), Kind: data.RevisionBeside},
		Treaty: data.Treaty{
			Title: w["framework.title"], Short: w["framework.short"], Symbol: "ORN/CONF/2019/8",
			Adopted: on(2019, time.June, 12), By: w["framework.by"],
			Opens: on(2019, time.October, 1), Closes: on(2020, time.September, 30), Depositary: w["framework.depositary"],
			Rule:   data.EntryRule{Number: 15, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}},
			Notice: data.Delay{Months: 12},
		},
		Articles: frameworkTexts(w), Instruments: instruments(), Declared: declared(w),
		Obligations: obligations(), Cycles: cycles(w), Draw: draw(w), Amendments: amendments(w),
		Questions: questions(w), Meetings: consultations(w), Contacts: contacts(w), Dispute: dispute(w), Discordances: discordances(w),
	}
}

// instruments are 17 signatures, 20 expressions of consent to be bound, the fifteenth
// of which was deposited on 30 March 2021, and a denunciation that has taken effect.
func instruments() []Instrument {
	var out []Instrument
	signed := on(2019, time.October, 1)
	for _, code := range []string{"XBE", "XCO", "XFE", "XGA", "XHA", "XIL", "XLU", "XNE", "XOR", "XPE", "XQU", "XSE", "XSO", "XTA", "XVE", "XWE", "XZE"} {
		out = append(out, Instrument{code, data.InstrumentSignature, signed})
	}
	return append(out,
		Instrument{"XIL", data.InstrumentRatification, on(2020, time.January, 15)},
		Instrument{"XPE", data.InstrumentRatification, on(2020, time.February, 3)},
		Instrument{"XLU", data.InstrumentRatification, on(2020, time.March, 11)},
		Instrument{"XNE", data.InstrumentRatification, on(2020, time.April, 2)},
		Instrument{"XFE", data.InstrumentAcceptance, on(2020, time.May, 20)},
		Instrument{"XHA", data.InstrumentRatification, on(2020, time.June, 18)},
		Instrument{"XOR", data.InstrumentApproval, on(2020, time.July, 9)},
		Instrument{"XGA", data.InstrumentRatification, on(2020, time.August, 27)},
		Instrument{"XZE", data.InstrumentRatification, on(2020, time.September, 14)},
		Instrument{"XSE", data.InstrumentRatification, on(2020, time.October, 6)},
		Instrument{"XCO", data.InstrumentRatification, on(2020, time.November, 12)},
		Instrument{"XQU", data.InstrumentRatification, on(2020, time.December, 1)},
		Instrument{"XVE", data.InstrumentRatification, on(2021, time.January, 19)},
		Instrument{"XTA", data.InstrumentRatification, on(2021, time.February, 22)},
		Instrument{"XUL", data.InstrumentAccession, on(2021, time.March, 30)},
		Instrument{"XAR", data.InstrumentAccession, on(2021, time.May, 4)},
		Instrument{"XJO", data.InstrumentAccession, on(2022, time.February, 8)},
		Instrument{"XKA", data.InstrumentAccession, on(2023, time.May, 16)},
		Instrument{"XBR", data.InstrumentAccession, on(2024, time.September, 10)},
		Instrument{"XVE", data.InstrumentDenunciation, on(2025, time.March, 10)},
		Instrument{"XWE", data.InstrumentRatification, on(2026, time.October, 20)},
	)
}

func declared(w map[string]data.Words) []Declared {
	return []Declared{
		{
			Key: "galdor", Party: "XGA", Kind: data.ReservationMade, Paths: []string{"ch2/art5"},
			Text: w["declared.galdor"], Date: on(2020, time.August, 27),
		},
		{
			Key: "quendara", Party: "XQU", Kind: data.ReservationDeclared, Paths: []string{"ch5/art13/3", "ch5/art13/4"},
			Text: w["declared.quendara"], Date: on(2020, time.December, 1),
		},
		{
			Key: "orselund", Party: "XOR", Kind: data.ReservationInterpret, Paths: []string{"ch2/art4/1"},
			Text: w["declared.orselund"], Date: on(2020, time.July, 9),
		},
		{
			Key: "tamrisha", Party: "XTA", Kind: data.ReservationMade, Paths: []string{"ch2/art3/1"},
			Text: w["declared.tamrisha"], Date: on(2021, time.February, 22),
		},
		{
			Key: "fenmark", On: "tamrisha", Party: "XFE", Kind: data.ReservationObjected, Paths: []string{"ch2/art3/1"},
			Text: w["declared.fenmark"], Date: on(2021, time.August, 5),
		},
		{Key: "withdrawn", On: "galdor", Party: "XGA", Kind: data.ReservationWithdrawn, Paths: []string{"ch2/art5"}, Date: on(2024, time.January, 15)},
	}
}
