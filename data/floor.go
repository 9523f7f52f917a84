package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Floor is the list of speakers of one meeting as it stands: who has spoken, who
// speaks, and who is called next.
type Floor struct {
	Spoken      []Turn // in the order in which they spoke
	Speaking    Turn   // who has the floor; of the zero ID: nobody
	Interrupted Turn   // whom a point of order interrupted, and who goes on after it; of the zero ID: nobody
	Waiting     []Turn // in the order in which they are called
}

// NewFloor sorts the turns of one meeting; those that were struck are left out.
// Who began last has the floor. A point of order leaves the floor, after it, to
// whom it interrupted; anybody else ends who spoke before, whatever is noted of
// his end: two laptops may have given the floor at once.
func NewFloor(turns []Turn) Floor {
	var f Floor
	var began []Turn
	for _, t := range turns {
		switch {
		case t.Struck:
		case t.Began.IsZero():
			f.Waiting = append(f.Waiting, t)
		default:
			began = append(began, t)
		}
	}
	slices.SortFunc(f.Waiting, func(a, b Turn) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), a.Time.Compare(b.Time), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	slices.SortFunc(began, func(a, b Turn) int {
		return cmp.Or(a.Began.Compare(b.Began), inOneInstant(a, b), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	f.share(began)
	return f
}

// inOneInstant orders turns that began in the same millisecond: who ended first
// began first, and a point of order interrupts what there is.
func inOneInstant(a, b Turn) int {
	switch {
	case a.Ended.IsZero() != b.Ended.IsZero():
		if a.Ended.IsZero() {
			return 1
		}
		return -1
	case a.Point != b.Point:
		if a.Point {
			return 1
		}
		return -1
	}
	return a.Ended.Compare(b.Ended)
}

// share tells who of those who began has the floor.
func (f *Floor) share(began []Turn) {
	for i, t := range began {
		next := slices.IndexFunc(began[i+1:], func(n Turn) bool { return t.Point || !n.Point })
		switch {
		case !t.Ended.IsZero():
		case next >= 0:
			t.Ended = began[i+1+next].Began
		case f.Speaking.ID.IsZero():
			f.Speaking = t
			continue
		default:
			f.Interrupted, f.Speaking = f.Speaking, t
			continue
		}
		f.Spoken = append(f.Spoken, t)
	}
}

// turnClass is the order of the rules: a point of order at once, who speaks for a
// group before who speaks for his own State, rights of reply at the end.
func turnClass(t Turn) int {
	switch {
	case t.Point:
		return 0
	case t.Reply:
		return 3
	case t.By.National():
		return 2
	}
	return 1
}

// orderStep is how far apart entries are noted, so that others fit in between.
const orderStep = 1 << 10

// Inscribe finds the place of a new turn: after the last one of its class or of
// one that goes before. It returns the turn with its Order, and others of the list
// of which the Order had to change.
func (f Floor) Inscribe(t Turn) (placed Turn, changed []Turn) {
	at := 0
	for i, w := range f.Waiting {
		if turnClass(w) <= turnClass(t) {
			at = i + 1
		}
	}
	return insert(f.Waiting, at, t)
}

// Move gives a waiting turn another place in the list, from 0. ok is false where
// it does not wait, or stands there already.
func (f Floor) Move(turn ID, to int) (moved Turn, changed []Turn, ok bool) {
	i := slices.IndexFunc(f.Waiting, func(t Turn) bool { return t.ID == turn })
	to = min(max(to, 0), len(f.Waiting)-1)
	if i < 0 || i == to {
		return moved, nil, false
	}
	moved, changed = insert(slices.Delete(slices.Clone(f.Waiting), i, i+1), to, f.Waiting[i])
	return moved, changed, true
}

// insert puts a turn at a place between its neighbours; where they stand too
// close, all are set apart anew.
func insert(waiting []Turn, at int, t Turn) (placed Turn, changed []Turn) {
	before := 0
	if at > 0 {
		before = max(waiting[at-1].Order, 0)
	}
	switch {
	case at == len(waiting):
		t.Order = before + orderStep
		return t, nil
	case waiting[at].Order-before > 1:
		t.Order = before + (waiting[at].Order-before)/2
		return t, nil
	}
	for i, w := range slices.Insert(slices.Clone(waiting), at, t) {
		w.Order = (i + 1) * orderStep
		if i == at {
			placed = w
		} else {
			changed = append(changed, w)
		}
	}
	return placed, changed
}

// Turn returns one of the list.
func (f Floor) Turn(id ID) (Turn, bool) {
	for _, list := range [][]Turn{f.Waiting, {f.Speaking, f.Interrupted}, f.Spoken} {
		if i := slices.IndexFunc(list, func(t Turn) bool { return t.ID == id }); i >= 0 && !id.IsZero() {
			return list[i], true
		}
	}
	return Turn{}, false
}

// Spent is how long a turn has had the floor, without what points of order took
// of it.
func (f Floor) Spent(t Turn, now time.Time) time.Duration {
	if t.Began.IsZero() {
		return 0
	}
	end := t.Ended
	if end.IsZero() {
		end = now
	}
	spent := end.Sub(t.Began)
	if !t.Point {
		for _, p := range slices.Concat(f.Spoken, []Turn{f.Speaking}) {
			if p.Point && !p.Began.Before(t.Began) && p.Began.Before(end) {
				until := p.Ended
				if until.IsZero() || until.After(end) {
					until = end
				}
				spent -= until.Sub(p.Began)
			}
		}
	}
	return max(spent, 0)
}

// SpeakingPhase says how a turn stands to its limit.
type SpeakingPhase string

// Phases.
const (
	PhaseWaiting  SpeakingPhase = ""         // does not speak
	PhaseSpeaking SpeakingPhase = "speaking" // has time, or has no limit
	PhaseLast     SpeakingPhase = "last"     // the last minute, in which microphones blink
	PhaseOver     SpeakingPhase = "over"     // beyond the limit
)

// SpeakingPhases holds those of who speaks.
var SpeakingPhases = []SpeakingPhase{PhaseSpeaking, PhaseLast, PhaseOver}

// Warning is how long before the end of a limit a speaker is warned: one minute,
// as microphones do; of a limit that is no longer than that, its last quarter.
func Warning(limit time.Duration) time.Duration {
	if limit <= time.Minute {
		return limit / 4
	}
	return time.Minute
}

// Clock is the speaking time of one turn at one moment.
type Clock struct {
	Phase SpeakingPhase
	Spent time.Duration
	Limit time.Duration // 0: none
	Left  time.Duration // negative: over by so much; 0 without a limit
}

// Clock reads the speaking time of a turn.
func (f Floor) Clock(t Turn, now time.Time) Clock {
	c := Clock{Spent: f.Spent(t, now), Limit: t.Limit}
	if t.Limit > 0 {
		c.Left = t.Limit - c.Spent
	}
	switch {
	case t.Began.IsZero() || !t.Ended.IsZero():
	case t.Limit == 0 || c.Left > Warning(t.Limit):
		c.Phase = PhaseSpeaking
	case c.Left >= 0:
		c.Phase = PhaseLast
	default:
		c.Phase = PhaseOver
	}
	return c
}

// Limit is the speaking time that a meeting gives to a turn: that of a group to
// who speaks for one; 0 for none.
func (m Meeting) Limit(t Turn) time.Duration {
	if !t.By.National() && m.Group > 0 {
		return m.Group
	}
	return m.Each
}

// mostSpeaking is the longest speaking time that is believed: a day's sitting.
const mostSpeaking = 10 * time.Hour

// ParseSpeakingTime reads minutes, "3", or minutes and seconds, "2:30"; "" is no
// limit.
func ParseSpeakingTime(typed string) (time.Duration, error) {
	typed = plainDigits(strings.TrimSpace(typed))
	if typed == "" {
		return 0, nil
	}
	minutes, seconds, both := strings.Cut(typed, ":")
	m, err := strconv.ParseUint(minutes, 10, 16)
	s := uint64(0)
	if both && err == nil {
		s, err = strconv.ParseUint(seconds, 10, 16)
	}
	d := time.Duration(m)*time.Minute + time.Duration(s)*time.Second
	if err != nil || both && len(seconds) != 2 || s > 59 || d > mostSpeaking {
		return 0, E(CodeInput, "what", "speaking-time")
	}
	return d, nil
}

// WriteSpeakingTime writes a limit as ParseSpeakingTime reads it.
func WriteSpeakingTime(d time.Duration) string {
	s := int(d / time.Second)
	switch {
	case s <= 0:
		return ""
	case s%60 == 0:
		return strconv.Itoa(s / 60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// What a turn is taken to last where nothing better is known: three minutes, five
// for a group, as is usual where there are limits.
const (
	usualTurn      = 3 * time.Minute
	usualGroupTurn = 5 * time.Minute
)

// enoughSpoken is how many must have spoken before their mean says more than the
// limit.
const enoughSpoken = 3

// expected is how long a turn is likely to last: the mean of those of its class
// that were held, if there are enough; else its limit; else what is usual.
func (f Floor) expected(t Turn) time.Duration {
	var sum time.Duration
	n := 0
	for _, s := range f.Spoken {
		if turnClass(s) == turnClass(t) {
			sum += f.Spent(s, s.Ended)
			n++
		}
	}
	switch {
	case n >= enoughSpoken:
		return sum / time.Duration(n)
	case t.Limit > 0:
		return t.Limit
	case !t.By.National():
		return usualGroupTurn
	}
	return usualTurn
}

// OursNext says where our next turn stands: 1 is who is called next. wait is how
// long it is likely to be until then. ok is false where we do not wait.
func (f Floor) OursNext(now time.Time) (place int, wait time.Duration, ok bool) {
	for _, t := range []Turn{f.Speaking, f.Interrupted} {
		if !t.ID.IsZero() {
			wait += max(f.expected(t)-f.Spent(t, now), 0)
		}
	}
	for i, t := range f.Waiting {
		if t.Ours {
			return i + 1, wait, true
		}
		wait += f.expected(t)
	}
	return 0, 0, false
}
