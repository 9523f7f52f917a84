package force_test

import (
	"fmt"
	"testing"

	"travaux/data"
	"travaux/data/force"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestAfter(t *testing.T) {
	for _, c := range []struct {
		name, event string
		delay       data.Delay
		want        string
	}{
		{"no period", "2026-03-01", data.Delay{}, "2026-03-01"},
		{"the ninetieth day after", "2005-09-15", data.Delay{Days: 90}, "2005-12-14"},
		{"the thirtieth day after", "2026-01-31", data.Delay{Days: 30}, "2026-03-02"},
		{"over a leap day", "2028-02-01", data.Delay{Days: 30}, "2028-03-02"},
		{"a month that is shorter", "2026-01-31", data.Delay{Months: 1}, "2026-02-28"},
		{"a year from a leap day", "2028-02-29", data.Delay{Years: 1}, "2029-02-28"},
		{"first of the month after three months", "2004-03-18", data.Delay{Months: 3, FirstOfMonth: true}, "2004-07-01"},
		{"over the turn of a year", "2026-11-30", data.Delay{Months: 3}, "2027-02-28"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := force.After(day(c.event), c.delay); got != day(c.want) {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// corruption is article 68 of the United Nations Convention against Corruption:
// thirty instruments, the ninetieth day, later the thirtieth.
var corruption = data.Treaty{
	Entry: data.Entry{ID: data.ID{1}},
	Rule:  data.EntryRule{Number: 30, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}},
}

func deposits(n int, on string) (all []data.Instrument) {
	for i := range n {
		all = append(all, data.Instrument{Treaty: corruption.ID, Party: fmt.Sprintf("X%02d", i), Kind: data.InstrumentRatification, Date: day(on)})
	}
	return all
}

func ratified(party, on string) data.Instrument {
	return data.Instrument{Treaty: corruption.ID, Party: party, Kind: data.InstrumentRatification, Date: day(on)}
}

func organization(code string) bool { return code == "EUR" }

func TestOn(t *testing.T) {
	twentyNine := deposits(29, "2005-06-01")
	for _, c := range []struct {
		name       string
		more       []data.Instrument
		lacking    int
		inForce    string
		party, its string
	}{
		{"one is lacking", nil, 1, "", "X00", ""},
		{"the thirtieth makes it full", []data.Instrument{ratified("ECU", "2005-09-15")}, 0, "2005-12-14", "X00", "2005-12-14"},
		{"an organization is not counted", []data.Instrument{ratified("EUR", "2005-09-15")}, 1, "", "EUR", ""},
		{"twice is once", []data.Instrument{ratified("X00", "2005-09-15")}, 1, "", "X00", ""},
		{"soon after the thirtieth: with the treaty", []data.Instrument{ratified("ECU", "2005-09-15"), ratified("TGO", "2005-09-20")}, 0, "2005-12-14", "TGO", "2005-12-14"},
		{"shortly before entry: its own thirtieth day", []data.Instrument{ratified("ECU", "2005-09-15"), ratified("TGO", "2005-12-01")}, 0, "2005-12-14", "TGO", "2005-12-31"},
		{"long after", []data.Instrument{ratified("ECU", "2005-09-15"), ratified("TGO", "2007-02-28")}, 0, "2005-12-14", "TGO", "2007-03-30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := force.On(corruption, append(twentyNine[:len(twentyNine):len(twentyNine)], c.more...), organization, day("2010-01-01"))
			if got.Lacking != c.lacking || got.InForce.String() != c.inForce {
				t.Errorf("lacking %d, in force %s; want %d, %s", got.Lacking, got.InForce, c.lacking, c.inForce)
			}
			if its, _ := got.Of(c.party); its.InForce.String() != c.its {
				t.Errorf("for %s in force %s, want %s", c.party, its.InForce, c.its)
			}
		})
	}
}

func TestWhatIsLaterIsNotKnown(t *testing.T) {
	all := append(deposits(29, "2005-06-01"), ratified("ECU", "2005-09-15"))
	if got := force.On(corruption, all, organization, day("2005-09-14")); got.Counted != 29 || !got.InForce.IsZero() {
		t.Errorf("the day before the thirtieth: %d counted, in force %s", got.Counted, got.InForce)
	}
	if got := force.On(corruption, all, organization, day("2005-12-13")); got.Is() || got.InForce != day("2005-12-14") {
		t.Errorf("the day before: in force %t from %s", got.Is(), got.InForce)
	}
}

func TestDenunciation(t *testing.T) {
	treaty := corruption
	treaty.Notice = data.Delay{Years: 1}
	leaves := data.Instrument{Treaty: treaty.ID, Party: "X03", Kind: data.InstrumentDenunciation, Date: day("2008-05-05")}
	back := leaves
	back.Kind, back.Date = data.InstrumentRevoked, day("2009-05-04")
	all := append(deposits(30, "2005-06-01"), leaves)
	if s, _ := force.On(treaty, all, organization, day("2009-05-04")).Of("X03"); !s.Is(day("2009-05-04")) || s.Is(day("2009-05-05")) || s.Ends != day("2009-05-05") {
		t.Errorf("a year's notice: %+v", s)
	}
	if s, _ := force.On(treaty, append(all, back), organization, day("2010-01-01")).Of("X03"); !s.Is(day("2010-01-01")) {
		t.Errorf("taken back in time, but gone: %+v", s)
	}
}
