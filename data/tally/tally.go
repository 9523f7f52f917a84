package tally

import (
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/states"
)

// Tally is how everybody stands on one question at one time. It does not change;
// it is safe for concurrent use as long as the views it was made from are not
// altered.
type Tally struct {
	scale
	cells []cell    // by number
	day   data.Date // of which groups are shown
}

// Standing is how one participant stands.
type Standing struct {
	Code       string // in the register; "" for somebody who is not
	Name       string // as typed; "" where Code is set
	Kind       data.PartyKind
	Attitude   data.Attitude // AttitudeSilent where Mixed, or where nothing was said
	Mixed      bool          // views that differ stand side by side
	Confidence data.Confidence
	National   bool // by a statement of its own, not by that of a group
}

// Class returns the one of Classes under which it is counted.
func (s Standing) Class() data.Attitude {
	if s.Mixed {
		return Mixed
	}
	return s.Attitude
}

// Key is by what Explain finds it: its code, or its name if it has none.
func (s Standing) Key() string {
	if s.Code != "" {
		return s.Code
	}
	return s.Name
}

// Of counts views on one question, as of a time: what was said later is left out;
// a zero time leaves nothing out. Views on several questions are counted together
// as the package comment says.
func Of(views []data.View, reg *states.Register, until time.Time) Tally {
	return With(reg).Of(views, until)
}

// lastDay is the day of which groups are shown where no time is asked for: their
// members as they are known last.
var lastDay = data.Date{Year: 9999, Month: time.December, Day: 31}

// Of counts as the function of that name does.
func (c *Counter) Of(views []data.View, until time.Time) Tally {
	if until.IsZero() {
		return c.count(views, lastDay, func(time.Time) bool { return true })
	}
	return c.count(views, data.DateOf(until), func(said time.Time) bool { return !said.After(until) })
}

func (c *Counter) count(views []data.View, day data.Date, wanted func(said time.Time) bool) Tally {
	s := c.weigh(views, wanted)
	return Tally{scale: s, cells: s.settle(), day: day}
}

// Standing returns how one stands, by its code, or by the name of somebody who is
// not in the register. Who is unknown is silent.
func (t Tally) Standing(key string) Standing {
	if n := t.number(key); n >= 0 {
		return t.standing(n)
	}
	return Standing{Name: key}
}

func (t Tally) number(key string) int {
	if n, known := t.counter.numbers[key]; known {
		return n
	}
	if n := slices.Index(t.names, strings.TrimSpace(key)); n >= 0 {
		return len(t.counter.codes) + n
	}
	return -1
}

func (t Tally) standing(n int) Standing {
	c := t.cells[n]
	var s Standing
	if n < len(t.counter.codes) {
		s.Code, s.Kind = t.counter.codes[n], t.counter.kinds[n]
	} else {
		s.Name = t.names[n-len(t.counter.codes)]
	}
	if !c.spoken() {
		return s
	}
	s.Mixed, s.National = c.class == mixed, c.level == saidByItself || c.level == reportedOfItself
	if !s.Mixed {
		s.Attitude = Classes[c.class]
	}
	switch {
	case c.level >= reportedOfItself:
		s.Confidence = data.ConfidenceReported
	case c.doubt > 0:
		s.Confidence = data.ConfidenceUnsure
	}
	return s
}

// Counted returns the standings of all who are counted, the silent ones included:
// in the register's order.
func (t Tally) Counted() []Standing { return t.standings(0, t.counter.counted, true) }

// Observers returns the standings of the observers, which are not counted.
func (t Tally) Observers() []Standing {
	return t.standings(t.counter.counted, t.counter.counted+t.counter.observed, true)
}

// Others returns those who are neither counted nor observers and said something:
// organizations, States that do not take part, and who is not in the register.
func (t Tally) Others() []Standing {
	return t.standings(t.counter.counted+t.counter.observed, len(t.cells), false)
}

func (t Tally) standings(from, to int, silentToo bool) []Standing {
	var out []Standing
	for n := from; n < to; n++ {
		if silentToo || t.cells[n].spoken() {
			out = append(out, t.standing(n))
		}
	}
	return out
}

// Totals returns how many of those counted are of each class.
func (t Tally) Totals() Counts {
	var c Counts
	for _, cell := range t.cells[:t.counter.counted] {
		c[cell.class]++
	}
	return c
}

// ObserverTotals returns how many observers are of each class.
func (t Tally) ObserverTotals() Counts {
	var c Counts
	for _, cell := range t.cells[t.counter.counted : t.counter.counted+t.counter.observed] {
		c[cell.class]++
	}
	return c
}

// Share is the part of a group in the totals.
type Share struct {
	Group string // code; "" for those who are in none
	Counts
}

// Regions returns the totals by regional group, as it was on the day of the
// tally, in the register's order; who is in none comes last. Groups of which nobody
// is counted are left out.
func (t Tally) Regions() []Share {
	var out []Share
	at := map[string]int{}
	for _, g := range t.counter.register.Groups() {
		if g.Kind == data.GroupRegional {
			at[g.Code] = len(out)
			out = append(out, Share{Group: g.Code})
		}
	}
	at[""] = len(out)
	out = append(out, Share{})
	regions := t.counter.regionsOn(t.day)
	for n, cell := range t.cells[:t.counter.counted] {
		out[at[regions[n]]].Counts[cell.class]++
	}
	return slices.DeleteFunc(out, func(s Share) bool { return s.Sum() == 0 })
}

// Group returns how many of the members of a group, as it was on the day of the
// tally, are of each class. Members that are not counted are left out; of a
// regional group, those that are counted in another one.
func (t Tally) Group(code string) Counts {
	var c Counts
	for n, in := range t.inGroup(code) {
		if in {
			c[t.cells[n].class]++
		}
	}
	return c
}

// Who returns those of a class that are counted, of a regional or other group if
// one is named: who makes up a number of Totals, Regions or Group.
func (t Tally) Who(class data.Attitude, group string) []Standing {
	var out []Standing
	in := t.inGroup(group)
	for n := range t.counter.counted {
		if Classes[t.cells[n].class] == class && (group == "" || in[n]) {
			out = append(out, t.standing(n))
		}
	}
	return out
}

// inGroup says of all who are counted, by number, whether they are of a group on
// the day of the tally.
func (t Tally) inGroup(code string) []bool {
	in := make([]bool, t.counter.counted)
	if g, _ := t.counter.register.Group(code); g.Kind == data.GroupRegional {
		for n, region := range t.counter.regionsOn(t.day)[:t.counter.counted] {
			in[n] = region == code
		}
		return in
	}
	for _, n := range t.counter.roll(code).on(t.day) {
		if n < t.counter.counted {
			in[n] = true
		}
	}
	return in
}
