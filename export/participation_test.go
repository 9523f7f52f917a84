package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/force"
	"travaux/translations"
)

// beacons is an invented treaty of three instruments with what happens to one.
func beacons(lang data.Lang, on data.Date) TreatyStatus {
	day := func(y, m, d int) data.Date {
		return data.DateOf(data.Date{Year: y, Month: 1, Day: 1}.Time().AddDate(0, m-1, d-1))
	}
	s := TreatyStatus{
		Lang: lang, Date: day(2027, 7, 1), State: "Arvenia", Letterhead: []string{"1 Harbour Street"},
		Treaty: data.Treaty{
			Entry:   data.Entry{ID: data.ID{1}},
			Title:   data.Words{data.English: "Convention on beacons", data.Arabic: "اتفاقية المنارات", data.Chinese: "灯塔公约", data.French: "Convention sur les balises", data.Russian: "Конвенция о маяках", data.Spanish: "Convención sobre balizas"},
			Symbol:  "A/RES/99/1",
			Adopted: day(2026, 1, 10), Opens: day(2026, 2, 1), Closes: day(2027, 1, 31),
			Rule:   data.EntryRule{Number: 3, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}, Required: []string{"XAR"}},
			Notice: data.Delay{Years: 1},
		},
		Names:  map[string]string{"XAR": "Arvenia", "XBO": "Borland", "XCA": "Cadmar", "XDE": "Delvia", "XUN": "Union of Coasts"},
		Places: map[data.ID]string{{9}: translations.New(string(lang)).Cite("ch2/art7/3")},
	}
	add := func(party string, kind data.InstrumentKind, on data.Date) {
		s.Instruments = append(s.Instruments, data.Instrument{Entry: data.Entry{ID: data.ID{byte(len(s.Instruments) + 1)}}, Treaty: s.Treaty.ID, Party: party, Kind: kind, Date: on})
	}
	add("XAR", data.InstrumentSignature, day(2026, 2, 1))
	add("XBO", data.InstrumentSignature, day(2026, 2, 1))
	add("XAR", data.InstrumentRatification, day(2026, 3, 1))
	add("XUN", data.InstrumentConfirmation, day(2026, 3, 2))
	add("XCA", data.InstrumentAccession, day(2026, 4, 1))
	add("XDE", data.InstrumentAccession, day(2026, 4, 1))
	add("XBO", data.InstrumentAcceptance, day(2026, 12, 1))
	add("XCA", data.InstrumentDenunciation, day(2027, 6, 1))
	s.Reservations = []data.Reservation{
		{Entry: data.Entry{ID: data.ID{31}}, Treaty: s.Treaty.ID, Party: "XCA", Kind: data.ReservationMade, Provisions: []data.ID{{9}}, Text: "Cadmar lights its beacons at noon.", Lang: data.English, Date: day(2026, 4, 1)},
		{Entry: data.Entry{ID: data.ID{32}}, Treaty: s.Treaty.ID, Party: "XAR", Kind: data.ReservationObjected, On: data.ID{31}, Date: day(2026, 9, 1), Opposes: true},
	}
	organization := func(code string) bool { return code == "XUN" }
	s.Now = force.On(s.Treaty, s.Instruments, organization, on)
	s.Growth = force.Growth(s.Treaty, s.Instruments, organization, on, 6)
	return s
}

func TestStatusOfATreaty(t *testing.T) {
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			loc := translations.New(string(lang))
			golden(t, "status."+string(lang)+".txt", StatusPaper(beacons(lang, data.Date{Year: 2027, Month: 7, Day: 1}), loc).Text())
			notified := beacons(lang, data.Date{Year: 2026, Month: 4, Day: 1})
			golden(t, "notification."+string(lang)+".txt", NotificationPaper(notified, data.Date{Year: 2026, Month: 4, Day: 1}, loc).Text())
		})
	}
}

func TestWhatADepositaryNotifies(t *testing.T) {
	loc := translations.New("en")
	for _, c := range []struct {
		name string
		on   data.Date
		want string
	}{
		{"the number is not full", data.Date{Year: 2026, Month: 3, Day: 1}, "Arvenia: the instrument was deposited on 1 March 2026. Entry into force is not yet determined."},
		{"two on one day make it full", data.Date{Year: 2026, Month: 4, Day: 1}, "Cadmar: the instrument was deposited on 1 April 2026; entry into force on 30 June 2026."},
		{"one that comes later", data.Date{Year: 2026, Month: 12, Day: 1}, "Borland: the instrument was deposited on 1 December 2026; entry into force on 31 December 2026."},
		{"a denunciation", data.Date{Year: 2027, Month: 6, Day: 1}, "Cadmar: the notification of denunciation was received on 1 June 2027; it takes effect on 1 June 2028."},
		{"a signature", data.Date{Year: 2026, Month: 2, Day: 1}, "Borland: the action was effected on 1 February 2026."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := NotificationPaper(beacons(data.English, c.on), c.on, loc).Text(); !strings.Contains(got, c.want) {
				t.Errorf("it says\n%s", got)
			}
		})
	}
}
