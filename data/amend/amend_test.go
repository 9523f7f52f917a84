package amend_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/amend"
	"travaux/data/redline"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestLeast(t *testing.T) {
	for _, c := range []struct {
		name  string
		share data.Share
		of    int
		want  int
	}{
		{"two thirds of 100", data.Share{Num: 2, Den: 3}, 100, 67},
		{"two thirds of 99", data.Share{Num: 2, Den: 3}, 99, 66},
		{"three quarters of 197", data.Share{Num: 3, Den: 4}, 197, 148},
		{"more than half of 100", data.Share{Num: 1, Den: 2, Over: true}, 100, 51},
		{"more than half of 101", data.Share{Num: 1, Den: 2, Over: true}, 101, 51},
		{"more than a third of 9", data.Share{Num: 1, Den: 3, Over: true}, 9, 4},
		{"all of 7", data.Share{Num: 1, Den: 1}, 7, 7},
		{"of nobody", data.Share{Num: 2, Den: 3}, 0, 0},
		{"no share", data.Share{}, 10, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := amend.Least(c.share, c.of); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
	for of := 1; of < 300; of++ { // it suffices, and one less does not
		for _, s := range []data.Share{{Num: 2, Den: 3}, {Num: 3, Den: 4}, {Num: 4, Den: 5}, {Num: 1, Den: 2, Over: true}} {
			n := amend.Least(s, of)
			enough := func(n int) bool {
				if s.Over {
					return n*s.Den > of*s.Num
				}
				return n*s.Den >= of*s.Num
			}
			if !enough(n) || enough(n-1) {
				t.Fatalf("%v of %d: %d", s, of, n)
			}
		}
	}
}

func TestMajority(t *testing.T) {
	twoThirds := data.Share{Num: 2, Den: 3}
	for _, c := range []struct {
		name   string
		vote   data.Vote
		rule   data.AmendmentRule
		base   int
		needed int
		want   amend.Outcome
	}{
		{"who abstains is not voting", data.Vote{Yes: 40, No: 20, Abstaining: 50}, data.AmendmentRule{Majority: twoThirds}, 60, 40, amend.OutcomeCarried},
		{"one too few", data.Vote{Yes: 39, No: 20}, data.AmendmentRule{Majority: twoThirds}, 59, 40, amend.OutcomeLost},
		{"of those present, who abstains stands in the way", data.Vote{Yes: 40, No: 20, Abstaining: 10}, data.AmendmentRule{Majority: twoThirds, Of: data.MajorityPresent}, 70, 47, amend.OutcomeLost},
		{"of all parties", data.Vote{Yes: 80, No: 0, Absent: 3}, data.AmendmentRule{Majority: twoThirds, Of: data.MajorityParties}, 120, 80, amend.OutcomeCarried},
		{"without a vote", data.Vote{Consensus: true}, data.AmendmentRule{Majority: twoThirds}, 0, 0, amend.OutcomeConsensus},
		{"by consensus alone", data.Vote{Yes: 119, No: 1}, data.AmendmentRule{Consensus: true}, 120, 0, amend.OutcomeLost},
		{"too few are present", data.Vote{Yes: 60, No: 3}, data.AmendmentRule{Majority: twoThirds, Quorum: twoThirds}, 63, 42, amend.OutcomeQuorum},
		{"nothing was decided", data.Vote{}, data.AmendmentRule{Majority: twoThirds}, 0, 0, amend.OutcomeOpen},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := amend.Majority(c.vote, c.rule, 120)
			if got.Base != c.base || got.Needed != c.needed || got.Outcome != c.want {
				t.Errorf("%+v; want base %d, needed %d, %s", got, c.base, c.needed, c.want)
			}
		})
	}
}

func TestDues(t *testing.T) {
	rule := data.AmendmentRule{
		Standstill: data.Delay{Years: 5}, Notice: data.Delay{Months: 6}, Effect: data.EffectTacit, Objection: data.Delay{Years: 1},
	}
	a := data.Amendment{Rule: rule, Proposed: day("2010-12-14"), Circulated: day("2010-12-31"), Considered: day("2011-06-30"), Notified: day("2012-02-29")}
	var got []string
	for _, d := range amend.Dues(a, day("2005-12-14")) {
		got = append(got, fmt.Sprintf("%s %s %t", d.Kind, d.Day, d.Early))
	}
	want := []string{
		"proposal 2010-12-15 true", // five years after 14 December 2005 end with 14 December 2010
		"meeting 2011-06-30 false", // the last day of a month that is shorter
		"objection 2013-02-28 false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	a.Circulated = data.Date{}
	if d := amend.Dues(a, day("2005-12-14"))[1]; !d.Early || !d.Day.IsZero() {
		t.Errorf("considered and never circulated: %+v", d)
	}
}

var (
	treaty    = data.Treaty{Entry: data.Entry{ID: data.ID{1}}, Rule: data.EntryRule{Number: 2, Delay: data.Delay{Days: 10}}, Notice: data.Delay{Years: 1}}
	twoThirds = data.Share{Num: 2, Den: 3}
)

// life is a treaty in force for A to F since 11 January 2020, and an amendment to it
// that was adopted on 1 June 2025.
func life(rule data.AmendmentRule, acts ...string) (amend.Life, data.Amendment) {
	l := amend.Life{Treaty: treaty, Organization: func(code string) bool { return code == "ORG" }}
	for _, party := range []string{"A", "B", "C", "D", "E", "F"} {
		l.Instruments = append(l.Instruments, data.Instrument{Treaty: treaty.ID, Party: party, Kind: data.InstrumentRatification, Date: day("2020-01-01")})
	}
	a := data.Amendment{
		Entry: data.Entry{ID: data.ID{2}}, Treaty: treaty.ID, Kind: data.AmendmentText, Proposed: day("2025-01-01"), Circulated: day("2025-01-02"),
		Considered: day("2025-06-01"), Adopted: day("2025-06-01"), Notified: day("2025-07-01"), Rule: rule, Vote: data.Vote{Consensus: true},
		Edits: []data.AmendmentEdit{{Op: data.EditReplace, Provision: data.ID{12}, Text: data.Words{data.English: "Lamps are lit at five."}}},
	}
	l.Amendments = []data.Amendment{a}
	for _, act := range acts {
		f := strings.Fields(act)
		l.Acts = append(l.Acts, data.AmendmentAct{Entry: data.Entry{ID: data.NewID()}, Amendment: a.ID, Party: f[0], Kind: data.AmendmentActKind(f[1]), Date: day(f[2])})
	}
	return l, a
}

func TestState(t *testing.T) {
	accepting := data.AmendmentRule{Effect: data.EffectAccepting, Needed: twoThirds, Delay: data.Delay{Days: 90}}
	fixed := accepting
	fixed.Fixed = true
	all := accepting
	all.Effect = data.EffectAll
	required := all
	required.Required = []string{"F"}
	each := data.AmendmentRule{Effect: data.EffectEach, Delay: data.Delay{Days: 90}}
	tacit := data.AmendmentRule{Effect: data.EffectTacit, Objection: data.Delay{Years: 1}}
	block := tacit
	block.Block = data.Share{Num: 1, Den: 3, Over: true}
	four := []string{"A accept 2025-08-01", "B accept 2025-08-01", "C accept 2025-09-01", "D accept 2026-01-01"}
	for _, c := range []struct {
		name  string
		rule  data.AmendmentRule
		acts  []string
		more  []string // deposits for the treaty: "G 2025-03-01"
		on    string
		stage amend.Stage
		force string // of the amendment
		of    string // one party, and since when the amendment binds it
	}{
		{"each by its own", each, four, nil, "2030-01-01", amend.StageInForce, "2025-10-30", "D accepted 2026-04-01"},
		{"each: who does not accept is not bound", each, four, nil, "2030-01-01", amend.StageInForce, "2025-10-30", "E"},
		{"three of six are too few", accepting, four[:3], nil, "2030-01-01", amend.StageAdopted, "", "A"},
		{"four of six are two thirds", accepting, four, nil, "2030-01-01", amend.StageInForce, "2026-04-01", "A accepted 2026-04-01"},
		{"who accepts later is bound later", accepting, append(four[:4:4], "E accept 2027-01-01"), nil, "2030-01-01", amend.StageInForce, "2026-04-01", "E accepted 2027-04-01"},
		{"before its day it is to come", accepting, four, nil, "2026-03-31", amend.StageFull, "2026-04-01", "A accepted 2026-04-01"},
		{"what is deposited later is not known", accepting, four, nil, "2025-12-31", amend.StageAdopted, "", "A"},
		{"with more parties it takes more", accepting, four, []string{"G 2025-12-01", "H 2025-12-01"}, "2030-01-01", amend.StageAdopted, "", "A"},
		{"unless it is counted at adoption", fixed, four, []string{"G 2025-12-01", "H 2025-12-01"}, "2030-01-01", amend.StageInForce, "2026-04-01", "A accepted 2026-04-01"},
		{"then new parties do not count", fixed, []string{four[0], four[1], four[2], "G accept 2026-01-01"}, []string{"G 2025-12-01"}, "2030-01-01", amend.StageAdopted, "", "G"},
		{"no organization counts", accepting, []string{four[0], four[1], four[2], "ORG accept 2026-01-01"}, []string{"ORG 2021-01-01"}, "2030-01-01", amend.StageAdopted, "", "A"},
		{"who joins an amended treaty", accepting, four, []string{"G 2028-01-01"}, "2030-01-01", amend.StageInForce, "2026-04-01", "G joined 2028-01-11"},
		{"unless it says otherwise", accepting, append(four[:4:4], "G opt-out 2028-01-01"), []string{"G 2028-01-01"}, "2030-01-01", amend.StageInForce, "2026-04-01", "G"},
		{"for all", all, four, nil, "2030-01-01", amend.StageInForce, "2026-04-01", "F all 2026-04-01"},
		{"one is required and has not accepted", required, four, nil, "2030-01-01", amend.StageAdopted, "", "A"},
		{"the required one comes last", required, append(four[:4:4], "F accept 2026-02-01"), nil, "2030-01-01", amend.StageInForce, "2026-05-02", "E all 2026-05-02"},
		{"silence binds", tacit, nil, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "A silence 2026-07-01"},
		{"an objection on the last day is in time", tacit, []string{"A object 2026-07-01"}, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "A"},
		{"an objection a day later is not", tacit, []string{"A object 2026-07-02"}, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "A silence 2026-07-01"},
		{"an objection that is taken back", tacit, []string{"A object 2026-01-01", "A withdraw 2028-03-03"}, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "A silence 2028-03-03"},
		{"taken back in time", tacit, []string{"A object 2026-01-01", "A withdraw 2026-03-03"}, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "A silence 2026-07-01"},
		{"when the time for objections ends it is in force", tacit, nil, nil, "2026-07-01", amend.StageInForce, "2026-07-01", "A silence 2026-07-01"},
		{"the day before it can still be objected to", tacit, nil, nil, "2026-06-30", amend.StageAdopted, "2026-07-01", "A silence 2026-07-01"},
		{"two of six do not stop it", block, []string{"A object 2026-01-01", "B object 2026-01-01"}, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "C silence 2026-07-01"},
		{"three of six do", block, []string{"A object 2026-01-01", "B object 2026-01-01", "C object 2026-01-01"}, nil, "2030-01-01", amend.StageBlocked, "", "D"},
		{"opting out stops nothing", block, []string{"A opt-out 2026-01-01", "B opt-out 2026-01-01", "C opt-out 2026-01-01"}, nil, "2030-01-01", amend.StageInForce, "2026-07-01", "D silence 2026-07-01"},
		{"proposed", each, nil, nil, "2025-01-01", amend.StageProposed, "", "A"},
		{"circulated", each, nil, nil, "2025-05-31", amend.StageCirculated, "", "A"},
		{"not yet proposed", each, nil, nil, "2024-05-31", amend.StageDraft, "", "A"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, a := life(c.rule, c.acts...)
			for _, m := range c.more {
				party, on, _ := strings.Cut(m, " ")
				l.Instruments = append(l.Instruments, data.Instrument{Treaty: treaty.ID, Party: party, Kind: data.InstrumentAccession, Date: day(on)})
			}
			s := l.State(a, day(c.on))
			if s.Stage != c.stage || s.InForce.String() != c.force {
				t.Errorf("%s, in force %q; want %s, %q (%+v)", s.Stage, s.InForce, c.stage, c.force, s)
			}
			party, _, _ := strings.Cut(c.of, " ")
			st := s.Of(party)
			if got := strings.TrimSpace(strings.Join([]string{party, string(st.Why), st.InForce.String()}, " ")); got != c.of {
				t.Errorf("%q, want %q", got, c.of)
			}
		})
	}
}

func TestWhatIsNotAdoptedBindsNobody(t *testing.T) {
	l, a := life(data.AmendmentRule{Effect: data.EffectEach, Majority: twoThirds}, "A accept 2025-08-01")
	a.Vote = data.Vote{Yes: 2, No: 4}
	if s := l.State(a, day("2030-01-01")); s.Stage != amend.StageRejected || !s.Of("A").InForce.IsZero() {
		t.Errorf("lost, but %+v", s)
	}
	a.Vote, a.Adopted, a.Withdrawn = data.Vote{}, data.Date{}, day("2025-05-01")
	if s := l.State(a, day("2030-01-01")); s.Stage != amend.StageWithdrawn {
		t.Errorf("withdrawn, but %s", s.Stage)
	}
}

func TestAProtocolCountsItsOwnInstruments(t *testing.T) {
	l, a := life(data.AmendmentRule{})
	p := data.Treaty{Entry: data.Entry{ID: data.ID{9}}, Parent: treaty.ID, Rule: data.EntryRule{Number: 2, Delay: data.Delay{Days: 30}}}
	a.Kind, a.Protocol = data.AmendmentProtocol, p.ID
	l.Protocols = []data.Treaty{p}
	for _, party := range []string{"A", "B"} {
		l.Instruments = append(l.Instruments, data.Instrument{Treaty: p.ID, Party: party, Kind: data.InstrumentRatification, Date: day("2026-01-01")})
	}
	s := l.State(a, day("2026-06-01"))
	if s.Stage != amend.StageInForce || s.Of("A").InForce != day("2026-01-31") || s.Counted != 2 {
		t.Errorf("%+v", s)
	}
}

func provision(n byte, parent byte, depth int, label, heading, words string) data.Provision {
	p := data.Provision{ID: data.ID{n}, Depth: depth, Kind: data.KindParagraph, Text: map[data.Lang]data.Rendering{data.English: {Label: label, Heading: heading, Text: words}}}
	if parent > 0 {
		p.Parent = data.ID{parent}
	}
	return p
}

// base is two articles: the first with two paragraphs, the second with one.
func base() []data.Provision {
	all := []data.Provision{
		provision(10, 0, 0, "Article 1", "Lighting", ""),
		provision(11, 10, 1, "1.", "", "Each Party has lamps."),
		provision(12, 10, 1, "2.", "", "Lamps are lit at six."),
		provision(20, 0, 0, "Article 2", "Oil", ""),
		provision(21, 20, 1, "1.", "", "Oil is kept."),
	}
	for i := range all {
		all[i].Order = i
	}
	all[0].Path, all[1].Path, all[2].Path, all[3].Path, all[4].Path = "art1", "art1/1", "art1/2", "art2", "art2/1"
	return all
}

func write(t amend.Text) string {
	var out []string
	for _, p := range t.Provisions {
		r := p.Text[data.English]
		out = append(out, strings.TrimSpace(p.Path+": "+strings.Join(strings.Fields(r.Label+" "+r.Heading+" "+r.Text), " ")))
	}
	return strings.Join(out, "\n")
}

func TestConsolidate(t *testing.T) {
	en := func(s string) data.Words { return data.Words{data.English: s} }
	for _, c := range []struct {
		name  string
		edits []data.AmendmentEdit
		want  string
		fault amend.FaultKind
	}{
		{"nothing", nil, "art1: Article 1 Lighting\nart1/1: 1. Each Party has lamps.\nart1/2: 2. Lamps are lit at six.\nart2: Article 2 Oil\nart2/1: 1. Oil is kept.", ""},
		{"words are replaced", []data.AmendmentEdit{{Op: data.EditReplace, Provision: data.ID{12}, Text: en("Lamps are lit at five.")}}, "art1: Article 1 Lighting\nart1/1: 1. Each Party has lamps.\nart1/2: 2. Lamps are lit at five.\nart2: Article 2 Oil\nart2/1: 1. Oil is kept.", ""},
		{"an article with its paragraph comes", []data.AmendmentEdit{
			{Op: data.EditInsert, Provision: data.ID{30}, After: data.ID{10}, Label: en("Article 1 bis"), Heading: en("Wicks")},
			{Op: data.EditInsert, Provision: data.ID{31}, Within: data.ID{30}, Label: en("1."), Text: en("Wicks are trimmed.")},
		}, "art1: Article 1 Lighting\nart1/1: 1. Each Party has lamps.\nart1/2: 2. Lamps are lit at six.\nart1bis: Article 1 bis Wicks\nart1bis/1: 1. Wicks are trimmed.\nart2: Article 2 Oil\nart2/1: 1. Oil is kept.", ""},
		{"an article goes with all in it", []data.AmendmentEdit{{Op: data.EditDelete, Provision: data.ID{10}}}, "art2: Article 2 Oil\nart2/1: 1. Oil is kept.", ""},
		{"there is no such place", []data.AmendmentEdit{{Op: data.EditReplace, Provision: data.ID{99}, Text: en("X")}}, "art1: Article 1 Lighting\nart1/1: 1. Each Party has lamps.\nart1/2: 2. Lamps are lit at six.\nart2: Article 2 Oil\nart2/1: 1. Oil is kept.", amend.FaultPlace},
		{"it is there already", []data.AmendmentEdit{{Op: data.EditInsert, Provision: data.ID{12}, After: data.ID{11}, Text: en("X")}}, "art1: Article 1 Lighting\nart1/1: 1. Each Party has lamps.\nart1/2: 2. Lamps are lit at six.\nart2: Article 2 Oil\nart2/1: 1. Oil is kept.", amend.FaultTwice},
		{"only in another language", []data.AmendmentEdit{{Op: data.EditReplace, Provision: data.ID{21}, Text: data.Words{data.French: "L’huile."}}}, "art1: Article 1 Lighting\nart1/1: 1. Each Party has lamps.\nart1/2: 2. Lamps are lit at six.\nart2: Article 2 Oil\nart2/1: 1. Oil is kept.", amend.FaultLanguage},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := base()
			got := amend.Consolidate(before, data.Amendment{Entry: data.Entry{ID: data.ID{2}}, Edits: c.edits})
			if write(got) != c.want {
				t.Errorf("got\n%s\nwant\n%s", write(got), c.want)
			}
			if write(amend.Text{Provisions: before}) != write(amend.Text{Provisions: base()}) {
				t.Error("the base was changed")
			}
			if c.fault == "" && len(got.Faults) > 0 || c.fault != "" && (len(got.Faults) == 0 || got.Faults[0].Kind != c.fault) {
				t.Errorf("faults %+v, want %q", got.Faults, c.fault)
			}
			for i, p := range got.Provisions {
				if p.Order != i {
					t.Errorf("%s stands at %d", p.Path, p.Order)
				}
			}
		})
	}
}

// TestTheTextIsThatOfThePartyAndTheDay: who has not accepted keeps the old words.
func TestTheTextIsThatOfThePartyAndTheDay(t *testing.T) {
	l, a := life(data.AmendmentRule{Effect: data.EffectEach, Delay: data.Delay{Days: 30}}, "A accept 2025-08-01", "B accept 2026-08-01")
	for _, c := range []struct {
		party, on string
		amended   bool
	}{
		{"A", "2025-08-30", false},
		{"A", "2025-08-31", true},
		{"B", "2025-08-31", false},
		{"B", "2026-08-31", true},
		{"C", "2030-01-01", false},
		{"", "2025-08-30", false},
		{"", "2025-08-31", true},
	} {
		got := l.Text(base(), c.party, day(c.on))
		if amended := strings.Contains(write(got), "lit at five"); amended != c.amended || amended != slices.Contains(got.Applied, a.ID) {
			t.Errorf("for %q on %s: amended %t", c.party, c.on, amended)
		}
	}
}

func TestTheLaterAmendmentPrevails(t *testing.T) {
	l, a := life(data.AmendmentRule{Effect: data.EffectAll, Number: 1}, "A accept 2026-01-01")
	b := a
	b.ID, b.Edits = data.ID{3}, []data.AmendmentEdit{{Op: data.EditReplace, Provision: data.ID{12}, Text: data.Words{data.English: "Lamps are lit at four."}}}
	l.Amendments = []data.Amendment{b, a}
	l.Acts = append(l.Acts, data.AmendmentAct{Entry: data.Entry{ID: data.ID{7}}, Amendment: b.ID, Party: "B", Kind: data.ActAccept, Date: day("2027-01-01")})
	if got := write(l.Text(base(), "C", day("2028-01-01"))); !strings.Contains(got, "at four") {
		t.Errorf("the later one is not in\n%s", got)
	}
	if got := write(l.Text(base(), "C", day("2026-06-01"))); !strings.Contains(got, "at five") {
		t.Errorf("the earlier one is not in\n%s", got)
	}
}

func TestRedline(t *testing.T) {
	en := func(s string) data.Words { return data.Words{data.English: s} }
	after := amend.Consolidate(base(), data.Amendment{Edits: []data.AmendmentEdit{
		{Op: data.EditReplace, Provision: data.ID{12}, Text: en("Lamps are lit at five.")},
		{Op: data.EditDelete, Provision: data.ID{11}},
		{Op: data.EditInsert, Provision: data.ID{13}, After: data.ID{12}, Label: en("3."), Text: en("No lamp is dark.")},
	}})
	var got []string
	for _, l := range amend.Redline(base(), after.Provisions, data.English) {
		if l.Changed() {
			got = append(got, fmt.Sprintf("%d/%d %s>%s", l.Old, l.New, redline.Old(l.Text), redline.New(l.Text)))
		}
	}
	want := []string{"1/-1 Each Party has lamps.>", "2/1 Lamps are lit at six.>Lamps are lit at five.", "-1/2 >No lamp is dark."}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestRandomEdits holds whatever edits do: the parts of a text are all there, in
// order, and both texts can be read from their comparison.
func TestRandomEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 7))
	for range 400 {
		var edits []data.AmendmentEdit
		for n := range r.IntN(8) {
			id := func() data.ID { return data.ID{byte([]int{10, 11, 12, 20, 21, 40, 41, 0}[r.IntN(8)])} }
			e := data.AmendmentEdit{Op: data.EditOps[r.IntN(3)], Provision: id(), Text: data.Words{data.English: fmt.Sprint("words ", n)}}
			if e.Op == data.EditInsert {
				e.Provision = data.ID{byte(40 + r.IntN(4))}
				e.After, e.Within = id(), id()
			}
			edits = append(edits, e)
		}
		old := base()
		after := amend.Consolidate(old, data.Amendment{Edits: edits}).Provisions
		seen := map[data.ID]bool{}
		for i, p := range after {
			if seen[p.ID] || p.Order != i || i > 0 && p.Depth > after[i-1].Depth+1 || !p.Parent.IsZero() && !seen[p.Parent] {
				t.Fatalf("%v give %+v", edits, after)
			}
			seen[p.ID] = true
		}
		i, j := 0, 0
		for _, p := range amend.Compare(old, after) {
			if p.Old >= 0 {
				if p.Old != i {
					t.Fatalf("%v: old %d after %d", edits, p.Old, i)
				}
				i++
			}
			if p.New >= 0 {
				if p.New != j {
					t.Fatalf("%v: new %d after %d", edits, p.New, j)
				}
				j++
			}
		}
		if i != len(old) || j != len(after) {
			t.Fatalf("%v: %d of %d, %d of %d", edits, i, len(old), j, len(after))
		}
	}
}
