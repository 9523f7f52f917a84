package translations

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"
)

// Moment writes an instant as an order names it, on the clock of a place:
// "14 November 18:00 New York". t is in the zone already; zone is its IANA name,
// "" for the reader's own clock, which is not named. Of a whole day no hour is
// written. The year is left out where it is the present one.
func (l *Localizer) Moment(t time.Time, zone string, day bool) string {
	id := "moment.day"
	if t.Year() != l.now().Year() {
		id = "moment.day.year"
	}
	words := l.T(id, "day", l.dayOfMonth(t.Day()), "month", l.T("month."+strconv.Itoa(int(t.Month()))), "year", strconv.Itoa(t.Year()))
	if !day {
		words = l.T("moment.hour", "date", words, "time", fmt.Sprintf("%02d:%02d", t.Hour(), t.Minute()))
	}
	if zone == "" {
		return words
	}
	return l.T("moment.place", "moment", words, "place", l.Place(zone))
}

// Place names the place by whose clock a zone goes: in the language for places
// that treaties are negotiated in and many capitals, else the city of the IANA
// name. The reader's own clock is named as such.
func (l *Localizer) Place(zone string) string {
	if zone == "" {
		return l.T("place.here")
	}
	if known := "place." + zone; l.Has(known) {
		return l.T(known)
	}
	return l.Isolate(strings.ReplaceAll(path.Base(zone), "_", " "))
}
