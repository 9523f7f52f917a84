package force_test

import (
	"testing"

	"travaux/data"
	"travaux/data/force"
)

func declared(id byte, party string, kind data.ReservationKind, on byte, date string) data.Reservation {
	r := data.Reservation{Entry: data.Entry{ID: data.ID{id}}, Party: party, Kind: kind, Text: "…", Date: day(date)}
	if on > 0 {
		r.On = data.ID{on}
	}
	return r
}

func TestBetween(t *testing.T) {
	made := declared(1, "X00", data.ReservationMade, 0, "2005-06-01")
	objects := declared(2, "X01", data.ReservationObjected, 1, "2006-05-31")
	opposes := objects
	opposes.Opposes = true
	late := declared(2, "X01", data.ReservationObjected, 1, "2006-06-02")
	other := declared(2, "X02", data.ReservationObjected, 1, "2005-07-01")
	other.Opposes = true
	newcomer := declared(2, "NEW", data.ReservationObjected, 1, "2008-01-10")
	for _, c := range []struct {
		name    string
		all     []data.Reservation
		with    string
		on      string
		inForce bool
		outcome force.Outcome
		late    bool
	}{
		{"nothing is declared", nil, "X01", "2006-01-01", true, "", false},
		{"the year to object runs", []data.Reservation{made}, "X01", "2006-06-01", true, force.OutcomeOpen, false},
		{"nobody objected within the year", []data.Reservation{made}, "X01", "2006-06-02", true, force.OutcomeAccepted, false},
		{"an objection", []data.Reservation{made, objects}, "X01", "2007-01-01", true, force.OutcomeObjected, false},
		{"an objection is not known before its day", []data.Reservation{made, objects}, "X01", "2006-05-30", true, force.OutcomeOpen, false},
		{"one that opposes entry into force", []data.Reservation{made, opposes}, "X01", "2007-01-01", false, force.OutcomeOpposed, false},
		{"one that comes too late", []data.Reservation{made, late}, "X01", "2007-01-01", true, force.OutcomeAccepted, true},
		{"another's objection is its own", []data.Reservation{made, other}, "X01", "2007-01-01", true, force.OutcomeAccepted, false},
		{"who comes later objects with its consent", []data.Reservation{made, newcomer}, "NEW", "2008-03-01", true, force.OutcomeObjected, false},
		{"a reservation that was withdrawn", []data.Reservation{made, opposes, declared(3, "X00", data.ReservationWithdrawn, 1, "2006-12-31")}, "X01", "2007-01-01", true, "", false},
		{"an objection that was withdrawn", []data.Reservation{made, opposes, declared(3, "X01", data.ReservationWithdrawn, 2, "2006-12-31")}, "X01", "2007-01-01", true, force.OutcomeAccepted, false},
		{"nobody withdraws for another", []data.Reservation{made, opposes, declared(3, "X02", data.ReservationWithdrawn, 2, "2006-12-31")}, "X01", "2007-01-01", false, force.OutcomeOpposed, false},
		{"with who is no party", []data.Reservation{made}, "GBR", "2007-01-01", false, force.OutcomeAccepted, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := append(deposits(30, "2005-06-01"), ratified("NEW", "2008-01-10"))
			treaty := force.On(corruption, all, organization, day(c.on))
			for _, pair := range [][2]string{{"X00", c.with}, {c.with, "X00"}} { // it is the same from both sides
				got := force.Between(treaty, c.all, pair[0], pair[1])
				if got.InForce != c.inForce || got.InForce == got.Since.IsZero() {
					t.Errorf("in force %t since %s", got.InForce, got.Since)
				}
				switch {
				case c.outcome == "" && len(got.Effects) == 0:
				case len(got.Effects) != 1 || got.Effects[0].Outcome != c.outcome || got.Effects[0].Late != c.late:
					t.Errorf("effects: %+v", got.Effects)
				}
			}
		})
	}
}
