package force_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/force"
)

// TestRealDates holds the arithmetic to what is known of the United Nations Convention
// against Corruption, adopted by resolution 58/4 of 31 October 2003 and open for
// signature from 9 to 11 December 2003 in Mérida, then until 9 December 2005: the
// thirtieth instrument, and two States that came later.
//
// Sources: for the thirtieth, United Nations press release L/T/4389 of 15 September
// 2005 ("Ecuador deposited the thirtieth ratification", in force on 14 December) and
// the Audiovisual Library of International Law, which gives the same day by article
// 68; for the adoption and the signature, the list of the depositary, chapter
// XVIII.14. That it has bound China since 12 February 2006 and the United States
// since 29 November 2006 was published there; the days of deposit are those of the
// depositary's list. No other pair of dates could be confirmed, so that no other stands
// here.
func TestRealDates(t *testing.T) {
	all := append(deposits(29, "2005-06-01"), ratified("ECU", "2005-09-15"))
	for _, c := range []struct{ name, party, deposited, inForce string }{
		{"the thirtieth", "ECU", "2005-09-15", "2005-12-14"},
		{"China", "CHN", "2006-01-13", "2006-02-12"},
		{"United States", "USA", "2006-10-30", "2006-11-29"},
	} {
		t.Run(c.name, func(t *testing.T) {
			its, ok := force.On(corruption, append(all[:30:30], ratified(c.party, c.deposited)), organization, day("2020-01-01")).Of(c.party)
			if !ok || its.InForce != day(c.inForce) {
				t.Errorf("in force %s, want %s", its.InForce, c.inForce)
			}
		})
	}
}

// cybercrime is article 65 of the Convention against Cybercrime: forty, the
// ninetieth day, and later the thirtieth.
var cybercrime = data.Treaty{Rule: data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}}

func TestFortyInstruments(t *testing.T) {
	var all []data.Instrument
	for i := range 39 {
		all = append(all, data.Instrument{Party: string(rune('A'+i%26)) + string(rune('A'+i/26)), Kind: data.InstrumentRatification, Date: day("2026-11-02")})
	}
	union := data.Instrument{Party: "EUR", Kind: data.InstrumentApproval, Date: day("2027-11-01")}
	last := data.Instrument{Party: "ZZZ", Kind: data.InstrumentAccession, Date: day("2027-12-01")}
	same := data.Instrument{Party: "ZZY", Kind: data.InstrumentAccession, Date: day("2027-12-01")}
	got := force.On(cybercrime, append(all, union, last, same), organization, day("2028-01-01"))
	if got.Full != day("2027-12-01") || got.InForce != day("2028-02-29") { // over a leap day
		t.Errorf("full %s, in force %s", got.Full, got.InForce)
	}
	for _, code := range []string{"EUR", "ZZZ", "ZZY", "AA"} { // deposits on one day, and an organization
		if its, _ := got.Of(code); its.InForce != got.InForce {
			t.Errorf("%s: in force %s", code, its.InForce)
		}
	}
	if got := force.On(cybercrime, append(all, union), organization, day("2028-01-01")); got.Lacking != 1 || !got.InForce.IsZero() {
		t.Errorf("with the organization as the fortieth: %d lacking, in force %s", got.Lacking, got.InForce)
	}
}

func act(party string, kind data.InstrumentKind, on string) data.Instrument {
	return data.Instrument{Treaty: corruption.ID, Party: party, Kind: kind, Date: day(on)}
}

func TestLeavingAndComingBack(t *testing.T) {
	treaty := corruption
	treaty.Notice = data.Delay{Years: 1}
	full := append(deposits(29, "2005-06-01"), ratified("ECU", "2005-09-15"))
	for _, c := range []struct {
		name       string
		acts       []data.Instrument
		treaty     string // in force
		party, its string
		ends       string
	}{
		{"withdrawn before the number was full", []data.Instrument{act("X00", data.InstrumentDenunciation, "2005-09-14")}, "", "X00", "", ""},
		{"withdrawn between the number and entry into force", []data.Instrument{act("X00", data.InstrumentDenunciation, "2005-12-13")}, "", "X00", "", ""},
		{"withdrawn, and another comes", []data.Instrument{act("X00", data.InstrumentDenunciation, "2005-10-01"), ratified("TGO", "2005-10-15")}, "2006-01-13", "TGO", "2006-01-13", ""},
		{"denounced on the day of entry into force", []data.Instrument{act("X00", data.InstrumentDenunciation, "2005-12-14")}, "2005-12-14", "X00", "2005-12-14", "2006-12-14"},
		{"fewer than the number later", []data.Instrument{act("X00", data.InstrumentDenunciation, "2006-01-01"), act("X01", data.InstrumentDenunciation, "2006-01-01")}, "2005-12-14", "X02", "2005-12-14", ""},
		{"left and came back", []data.Instrument{act("X00", data.InstrumentDenunciation, "2006-01-01"), act("X00", data.InstrumentAccession, "2008-02-01")}, "2005-12-14", "X00", "2008-03-02", ""},
		{"came back before it had left", []data.Instrument{act("X00", data.InstrumentDenunciation, "2006-01-01"), act("X00", data.InstrumentAccession, "2006-06-01")}, "2005-12-14", "X00", "2005-12-14", "2007-01-01"},
		{"denounced twice", []data.Instrument{act("X00", data.InstrumentDenunciation, "2006-01-01"), act("X00", data.InstrumentDenunciation, "2006-05-01")}, "2005-12-14", "X00", "2005-12-14", "2007-01-01"},
		{"a newcomer withdraws before it is bound", []data.Instrument{ratified("TGO", "2007-01-01"), act("TGO", data.InstrumentDenunciation, "2007-01-20")}, "2005-12-14", "TGO", "", ""},
		{"denounced by nobody", []data.Instrument{act("TGO", data.InstrumentDenunciation, "2007-01-20")}, "2005-12-14", "TGO", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := force.On(treaty, append(full[:30:30], c.acts...), organization, day("2010-01-01"))
			its, _ := got.Of(c.party)
			if got.InForce.String() != c.treaty || its.InForce.String() != c.its || its.Ends.String() != c.ends {
				t.Errorf("in force %q, for %s %q until %q; want %q, %q, %q", got.InForce, c.party, its.InForce, its.Ends, c.treaty, c.its, c.ends)
			}
		})
	}
}

func TestWhoMustBeAmongThem(t *testing.T) {
	treaty := corruption
	treaty.Rule.Required = []string{"ECU", "TGO"}
	all := append(deposits(30, "2005-06-01"), ratified("TGO", "2005-07-01"))
	if got := force.On(treaty, all, organization, day("2006-01-01")); got.Lacking != 0 || !slices.Equal(got.Absent, []string{"ECU"}) || !got.InForce.IsZero() {
		t.Errorf("without one of them: %+v", got)
	}
	got := force.On(treaty, append(all, ratified("ECU", "2005-09-15")), organization, day("2006-01-01"))
	if got.Full != day("2005-09-15") || got.InForce != day("2005-12-14") || len(got.Absent) > 0 {
		t.Errorf("with all of them: %+v", got)
	}
}

// TestTheOrderOfRecordingIsNoMatter holds that a treaty is what its instruments and
// their days make it, and not how they were entered; and that nothing deposited later
// alters what was so on an earlier day.
func TestTheOrderOfRecordingIsNoMatter(t *testing.T) {
	treaty := data.Treaty{Rule: data.EntryRule{Number: 5, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}, Notice: data.Delay{Months: 6}}
	kinds := []data.InstrumentKind{data.InstrumentSignature, data.InstrumentRatification, data.InstrumentAccession, data.InstrumentDenunciation, data.InstrumentRevoked}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var all []data.Instrument
		for k := range 25 {
			all = append(all, data.Instrument{
				Entry: data.Entry{ID: data.ID{byte(k + 1)}}, Party: string(rune('A' + rng.IntN(9))), Kind: kinds[rng.IntN(len(kinds))],
				Date: force.Days(day("2028-01-01"), rng.IntN(900)),
			})
		}
		on := force.Days(day("2028-01-01"), rng.IntN(1200))
		want := force.On(treaty, all, organization, on)
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		past := slices.DeleteFunc(slices.Clone(all), func(i data.Instrument) bool { return on.Before(i.Date) })
		for _, got := range []force.Treaty{force.On(treaty, all, organization, on), force.On(treaty, past, organization, on)} {
			if !slices.Equal(got.Parties(), want.Parties()) || got.InForce != want.InForce || got.Counted != want.Counted || !slices.Equal(got.Standing, want.Standing) {
				t.Fatalf("on %s: %+v, in another order %+v", on, want, got)
			}
		}
		if (want.Counted >= treaty.Rule.Number) == want.Full.IsZero() && !want.Is() {
			t.Fatalf("%d counted, full %s", want.Counted, want.Full)
		}
	}
}

func TestGrowth(t *testing.T) {
	all := append(deposits(29, "2005-06-01"), ratified("ECU", "2005-09-15"), act("TGO", data.InstrumentSignature, "2005-02-28"))
	got := force.Growth(corruption, all, organization, day("2006-03-31"), 6)
	want := []force.Point{
		{day("2004-12-31"), 0, 0, 0},
		{day("2005-03-31"), 1, 0, 0},
		{day("2005-06-30"), 1, 29, 0},
		{day("2005-09-30"), 1, 30, 0},
		{day("2005-12-31"), 1, 30, 30},
		{day("2006-03-31"), 1, 30, 30},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := force.Growth(corruption, nil, organization, day("2006-03-31"), 6); len(got) != 1 || got[0] != (force.Point{Day: day("2006-03-31")}) {
		t.Errorf("of nothing: %v", got)
	}
}

func TestSuppose(t *testing.T) {
	all := deposits(25, "2026-01-01")
	what := force.Suppose(corruption.ID, data.InstrumentRatification, day("2026-05-01"), "A", "B", "C", "D", "E")
	if got := force.On(corruption, append(all, what...), organization, day("2026-05-01")); got.InForce != day("2026-07-30") {
		t.Errorf("if these five ratify by May: in force %s", got.InForce)
	}
}

func TestDoubts(t *testing.T) {
	treaty := corruption
	treaty.Adopted, treaty.Opens, treaty.Closes = day("2003-10-31"), day("2003-12-09"), day("2005-12-09")
	all := append(deposits(30, "2005-06-01"), act("X00", data.InstrumentSignature, "2004-01-01"), act("X02", data.InstrumentSignature, "2004-01-01"), act("SGN", data.InstrumentSignature, "2004-01-01"))
	kind := func(code string) (data.PartyKind, bool) {
		return map[bool]data.PartyKind{true: data.PartyOrganization, false: data.PartyMember}[code == "EUR"], code != "???"
	}
	for _, c := range []struct {
		name string
		of   data.Instrument
		want force.Doubt
	}{
		{"nothing", act("SGN", data.InstrumentRatification, "2006-01-01"), ""},
		{"acceded without a signature", act("TGO", data.InstrumentAccession, "2006-01-01"), ""},
		{"ratified without a signature", act("TGO", data.InstrumentRatification, "2006-01-01"), force.DoubtUnsigned},
		{"acceded after it had signed", act("SGN", data.InstrumentAccession, "2006-01-01"), force.DoubtAcceded},
		{"signed before it was opened", act("TGO", data.InstrumentSignature, "2003-12-08"), force.DoubtEarly},
		{"signed when it was closed", act("TGO", data.InstrumentSignature, "2005-12-10"), force.DoubtClosed},
		{"signed on the last day", act("TGO", data.InstrumentSignature, "2005-12-09"), ""},
		{"signed twice", act("SGN", data.InstrumentSignature, "2004-02-01"), force.DoubtTwice},
		{"ratified twice", act("X00", data.InstrumentRatification, "2006-02-01"), force.DoubtTwice},
		{"an organization ratifies", act("EUR", data.InstrumentRatification, "2006-02-01"), force.DoubtBody},
		{"a State confirms formally", act("SGN", data.InstrumentConfirmation, "2006-02-01"), force.DoubtBody},
		{"denounced by a party", act("X00", data.InstrumentDenunciation, "2006-02-01"), ""},
		{"denounced by a signatory", act("SGN", data.InstrumentDenunciation, "2006-02-01"), force.DoubtUnbound},
		{"takes back what is not there", act("X00", data.InstrumentRevoked, "2006-02-01"), force.DoubtUntaken},
		{"nobody", act("???", data.InstrumentAccession, "2006-02-01"), force.DoubtForeign},
		{"to come", act("SGN", data.InstrumentRatification, "2030-02-01"), force.DoubtComing},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := force.DoubtOf(treaty, all, c.of, kind, day("2010-01-01")); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
