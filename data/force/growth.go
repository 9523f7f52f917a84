package force

import (
	"slices"

	"travaux/data"
)

// Suppose are the instruments that parties would deposit on a day: for On, beside
// those that were recorded. They are written nowhere.
func Suppose(treaty data.ID, kind data.InstrumentKind, day data.Date, parties ...string) (out []data.Instrument) {
	for _, code := range parties {
		out = append(out, data.Instrument{Treaty: treaty, Party: code, Kind: kind, Date: day})
	}
	return out
}

// Point is how many had done what by the end of a day.
type Point struct {
	Day     data.Date
	Signed  int
	Bound   int // expressed their consent and have not left
	Parties int // for which it is in force
}

// Growth counts at the end of periods of months of equal length, the last of which
// ends on a day: as many as there are from the first instrument on, but not more than
// most, for which the periods become longer.
func Growth(t data.Treaty, all []data.Instrument, organization func(string) bool, day data.Date, most int) []Point {
	first := day
	for _, i := range all {
		if i.Treaty == t.ID && i.Date.Before(first) {
			first = i.Date
		}
	}
	var days []data.Date
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240} {
		days = []data.Date{day}
		for back := 1; len(days) <= most && first.Before(days[len(days)-1]); back++ {
			days = append(days, Months(day, -months*back))
		}
		if len(days) <= most {
			break
		}
	}
	slices.Reverse(days)
	var out []Point
	for _, d := range days[max(len(days)-most, 0):] {
		p := Point{Day: d}
		for _, s := range On(t, all, organization, d).Standing {
			p.Signed += one(!s.Signed.IsZero())
			p.Bound += one(s.Bound.Kind != "" && !s.left(d))
			p.Parties += one(s.Is(d))
		}
		out = append(out, p)
	}
	return out
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
