package data

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// Moment is an instant as somebody named it: on the clock of a place, to the
// minute, or only by its day, which then means the whole of that day there.
type Moment struct {
	Time time.Time // of a day, its first instant on that clock
	Zone string    // IANA name of the clock, "America/New_York"; "" is the clock of the laptop that reads it
	Day  bool      // no hour was named
}

// UTC is the zone of the clock that is nobody's.
const UTC = "UTC"

// locations are the zones that were looked up; reading one takes a file.
var locations sync.Map

// locationOf is the clock of a zone; ok is false for one that the laptop has no
// table of.
func locationOf(zone string) (loc *time.Location, ok bool) {
	switch zone {
	case "":
		return time.Local, true
	case UTC:
		return time.UTC, true
	}
	if known, ok := locations.Load(zone); ok {
		return known.(*time.Location), true
	}
	loc, err := time.LoadLocation(zone)
	if err != nil || strings.EqualFold(zone, "local") {
		return time.UTC, false
	}
	locations.Store(zone, loc)
	return loc, true
}

// KnownZone reports whether the laptop has a table of a zone; "" is its own clock.
func KnownZone(zone string) bool {
	_, ok := locationOf(zone)
	return ok
}

// OnDay is a whole day on the clock of a zone; of the zero Date, the zero Moment.
func OnDay(day Date, zone string) Moment {
	if day.IsZero() {
		return Moment{}
	}
	loc, _ := locationOf(zone)
	return Moment{Time: time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, loc).UTC(), Zone: zone, Day: true}
}

// At is an instant, to the minute, on the clock of a zone.
func At(t time.Time, zone string) Moment {
	return Moment{Time: t.UTC().Truncate(time.Minute), Zone: zone}
}

// forms are how moments are typed, those with an hour last.
var forms = []string{time.DateOnly, "2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15.04"}

// ParseMoment reads "2026-11-14", a whole day, or "2026-11-14 18:00" on the
// clock of a zone; "" is the zero Moment. An hour that this clock leaves out
// when it goes forward is refused, never moved.
func ParseMoment(s, zone string) (Moment, error) {
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return Moment{}, nil
	}
	loc, ok := locationOf(zone)
	if !ok {
		return Moment{}, E(CodeInput, "what", "zone")
	}
	for i, form := range forms {
		t, err := time.ParseInLocation(form, s, loc)
		switch {
		case err != nil:
		case i == 0:
			return Moment{Time: t.UTC(), Zone: zone, Day: true}, nil
		case t.Format(form) == s:
			return At(t, zone), nil
		}
	}
	return Moment{}, E(CodeInput, "what", "moment")
}

// IsZero reports whether no moment was named.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// Local is the moment on its own clock; on that of UTC where the laptop has no
// table of the zone.
func (m Moment) Local() time.Time {
	loc, _ := locationOf(m.Zone)
	return m.Time.In(loc)
}

// Start is the first instant of the moment.
func (m Moment) Start() time.Time { return m.Time }

// End is the first instant after it: for a day the beginning of the next day on
// that clock, for an hour itself.
func (m Moment) End() time.Time {
	if !m.Day {
		return m.Time
	}
	return m.Local().AddDate(0, 0, 1)
}

// String is the moment as ParseMoment reads it, without its zone.
func (m Moment) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Day:
		return m.Local().Format(forms[0])
	}
	return m.Local().Format(forms[1])
}

// ClockOn reads an hour of a day on the clock of a zone: "10:00", "10.00",
// "10:00:30"; "" is the zero Time. An hour that this clock leaves out is refused.
func ClockOn(day Date, typed, zone string) (time.Time, error) {
	typed = strings.ReplaceAll(plainDigits(strings.TrimSpace(typed)), ".", ":")
	if typed == "" {
		return time.Time{}, nil
	}
	loc, ok := locationOf(zone)
	if !ok {
		return time.Time{}, E(CodeInput, "what", "zone")
	}
	for _, form := range []string{"15:04", "15:04:05"} {
		t, err := time.ParseInLocation(time.DateOnly+" "+form, day.String()+" "+typed, loc)
		if err == nil && t.Hour() == hourOf(typed) {
			return t.UTC(), nil
		}
	}
	return time.Time{}, E(CodeInput, "what", "hour")
}

// hourOf is the hour that was typed before the colon, -1 for none.
func hourOf(typed string) int {
	hour, _, _ := strings.Cut(typed, ":")
	n, err := strconv.Atoi(hour)
	if err != nil {
		return -1
	}
	return n
}

// ClockIn writes an hour as ClockOn reads it, "" for the zero Time.
func ClockIn(t time.Time, zone string) string {
	loc, _ := locationOf(zone)
	switch local := t.In(loc); {
	case t.IsZero():
		return ""
	case local.Second() == 0:
		return local.Format("15:04")
	default:
		return local.Format("15:04:05")
	}
}

// plainDigits puts the digits of any script into those of ASCII.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '０' && r <= '９':
			return '0' + r - '０'
		case r == '：':
			return ':'
		}
		return r
	}, s)
}
