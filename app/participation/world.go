package participation

import (
	"slices"

	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/force"
	"travaux/data/states"
)

// world is what the page knows of one treaty on one day.
type world struct {
	room         *room.Room
	reg          *states.Register
	treaty       data.Treaty // zero ID: none is entered
	day          data.Date
	instruments  []data.Instrument // of the treaty, oldest first
	reservations []data.Reservation
	now          force.Treaty
}

// worldOf reads the desk.
func worldOf(r *room.Room, treaty data.Treaty, day data.Date) *world {
	w := &world{room: r, reg: r.Desk.Register(), treaty: treaty, day: day}
	if treaty.ID.IsZero() {
		return w
	}
	w.instruments = r.Desk.Instruments().Where(func(i data.Instrument) bool { return i.Treaty == treaty.ID })
	slices.SortStableFunc(w.instruments, func(a, b data.Instrument) int { return a.Date.Compare(b.Date) })
	w.reservations = r.Desk.Reservations().Where(func(x data.Reservation) bool { return x.Treaty == treaty.ID })
	w.now = w.with(day)
	return w
}

// with is the treaty on a day, with instruments that are only supposed.
func (w *world) with(day data.Date, supposed ...data.Instrument) force.Treaty {
	return force.On(w.treaty, append(w.instruments[:len(w.instruments):len(w.instruments)], supposed...), w.reg.Organization, day)
}

// kind is what somebody is by its code.
func (w *world) kind(code string) (data.PartyKind, bool) {
	p, known := w.reg.Party(code)
	return p.Kind, known
}

func (w *world) name(code string) string { return page.Party(w.room.Loc, w.reg, code) }

// sorted puts codes into the order of their names in the language of the window.
func (w *world) sorted(codes []string) []string {
	slices.SortStableFunc(codes, func(a, b string) int { return w.room.Loc.Compare(w.name(a), w.name(b)) })
	return codes
}

// found is the State or organization that is meant by what was typed, best first.
func (w *world) found(typed string) (code string, ok bool) {
	for _, f := range w.reg.Find(typed) {
		if !f.Group {
			return f.Code, true
		}
	}
	return "", false
}

// of are the instruments of one party.
func (w *world) of(code string) (out []data.Instrument) {
	for _, i := range w.instruments {
		if i.Party == code {
			out = append(out, i)
		}
	}
	return out
}

// filter says which States are listed.
type filter int

const (
	filterActed filter = iota
	filterParties
	filterWaiting
	filterSigned
	filterLeft
	filterIdle
)

// filters holds them in the order in which they are offered.
var filters = []string{"acted", "parties", "waiting", "signed", "left", "idle"}

// listed are the codes that a filter lets through, by name.
func (w *world) listed(f filter) (codes []string) {
	if f == filterIdle {
		for _, code := range w.reg.Counted() {
			if _, did := w.now.Of(code); !did {
				codes = append(codes, code)
			}
		}
		return w.sorted(codes)
	}
	for _, s := range w.now.Standing {
		left := !s.Ends.IsZero() && !w.day.Before(s.Ends)
		bound := s.Bound.Kind != "" && !left
		if f == filterActed || f == filterParties && s.Is(w.day) || f == filterWaiting && bound && !s.Is(w.day) ||
			f == filterSigned && s.Bound.Kind == "" && !s.Signed.IsZero() || f == filterLeft && (left || !s.Withdrawn.IsZero()) {
			codes = append(codes, s.Party)
		}
	}
	return w.sorted(codes)
}
