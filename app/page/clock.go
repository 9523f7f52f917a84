package page

import (
	"fmt"
	"time"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// Minutes writes a time as a clock shows it: "2:05".
func Minutes(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// ClockFigure is what the clock of a speaker shows: what is left, or by how much he
// is over; without a limit, what was spent.
func ClockFigure(c data.Clock) string {
	switch {
	case c.Limit == 0:
		return Minutes(c.Spent)
	case c.Left < 0:
		return Minutes(-c.Left)
	}
	return Minutes(c.Left)
}

// ClockWords says what the figures of a clock are: "Last minute".
func ClockWords(loc *translations.Localizer, c data.Clock) string {
	switch {
	case c.Phase == data.PhaseOver:
		return loc.T("speakers.over")
	case c.Phase == data.PhaseLast:
		return loc.T("speakers.last")
	case c.Limit > 0:
		return loc.T("speakers.left", "limit", Minutes(c.Limit))
	}
	return loc.T("speakers.unlimited")
}

// ClockLamp is the lamp of a clock: it is out for half of every second of the last
// minute, as those of microphones are.
func ClockLamp(c data.Clock, now time.Time) look.Lamp {
	if c.Phase == data.PhaseLast && now.Nanosecond() >= int(time.Second/2) {
		return look.LampOff
	}
	return look.Lamp(c.Phase)
}

// ClockBeat is how long until what the clock of a floor shows changes.
func ClockBeat(f data.Floor, now time.Time) time.Duration {
	beat := time.Second
	if f.Clock(f.Speaking, now).Phase == data.PhaseLast {
		beat /= 2
	}
	return beat - time.Duration(now.Nanosecond())%beat
}
