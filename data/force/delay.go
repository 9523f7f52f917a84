package force

import (
	"time"

	"travaux/data"
)

// After is the day on which a period that begins with an event has run: the event's
// own day where there is no period. Years and months first, then days, then the
// first day of the month that follows, where the clause says so.
func After(event data.Date, d data.Delay) data.Date {
	if event.IsZero() {
		return event
	}
	day := Months(event, d.Years*12+d.Months)
	day = Days(day, d.Days)
	if d.FirstOfMonth {
		day = Months(data.Date{Year: day.Year, Month: day.Month, Day: 1}, 1)
	}
	return day
}

// Days is the day so many days after another, or before it.
func Days(from data.Date, n int) data.Date {
	return data.DateOf(from.Time().AddDate(0, 0, n))
}

// Months is the day of the same number so many months later, or the last day of a
// month that has none.
func Months(from data.Date, n int) data.Date {
	first := time.Date(from.Year, from.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return data.Date{Year: first.Year(), Month: first.Month(), Day: min(from.Day, last)}
}

// Until is how many days it is from one day to another; below zero where that is past.
func Until(from, to data.Date) int {
	return int(to.Time().Sub(from.Time()).Hours() / 24)
}
