package tally

import (
	"time"

	"travaux/data"
	"travaux/data/states"
)

// Move is somebody who stands otherwise than before.
type Move struct {
	From, To Standing
	By       []Ground // the statements that decide now; none where the earlier one was taken back
}

// Spoke reports whether he had said nothing before: that is news, but no change of
// mind.
func (m Move) Spoke() bool { return m.From.Class() == data.AttitudeSilent }

// Moves returns who stands otherwise at a time than before another: counted ones,
// then observers, then others, in the register's order. What was said exactly at
// since is new. A zero until leaves nothing out.
//
// It compares what is known now of both times: a view that was corrected is
// corrected for the earlier time too, and is no move.
func Moves(views []data.View, reg *states.Register, since, until time.Time) []Move {
	return With(reg).Moves(views, since, until)
}

// Moves compares as the function of that name does.
func (c *Counter) Moves(views []data.View, since, until time.Time) []Move {
	return Compare(c.Before(views, since), c.Of(views, until))
}

// Before counts what was said before a time: Of, without what was said exactly
// then.
func (c *Counter) Before(views []data.View, since time.Time) Tally {
	return c.count(views, data.DateOf(since), func(said time.Time) bool { return said.Before(since) })
}

// Compare returns who stands otherwise in the second tally than in the first, in
// the order of the second.
func Compare(before, after Tally) []Move {
	var out []Move
	for n := range after.cells {
		from, to := Standing{}, after.standing(n)
		if from = before.Standing(to.Key()); from.Class() != to.Class() {
			out = append(out, Move{From: from, To: to, By: after.Explain(to.Key()).Governing()})
		}
	}
	return out
}

// Point is a tally as of one time, as a chart needs it.
type Point struct {
	Until   time.Time
	Total   Counts
	Regions []Share
}

// Series returns how many stood how at each of some times: support by regional
// group, over time.
func Series(views []data.View, reg *states.Register, moments []time.Time) []Point {
	return With(reg).Series(views, moments)
}

// Series counts as the function of that name does.
func (c *Counter) Series(views []data.View, moments []time.Time) []Point {
	var out []Point
	for _, until := range moments {
		t := c.Of(views, until)
		out = append(out, Point{until, t.Totals(), t.Regions()})
	}
	return out
}

// Days returns the last moment of each day on which something was said, in the
// zones in which the times are given, the earliest first.
func Days(views []data.View) []time.Time {
	seen := map[data.Date]time.Time{}
	for _, v := range views {
		day := data.DateOf(v.Said)
		if _, known := seen[day]; !known {
			seen[day] = time.Date(day.Year, day.Month, day.Day+1, 0, 0, 0, 0, v.Said.Location()).Add(-1)
		}
	}
	return sortedTimes(seen)
}
