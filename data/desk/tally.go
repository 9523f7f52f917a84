package desk

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
)

// tallying is what was counted of the views of others, kept while nothing
// changes. It has a lock of its own, which is taken before that of the desk.
type tallying struct {
	mu      sync.Mutex
	key     tallyKey
	counter *tally.Counter
	latest  map[tally.Question]tally.Tally // as of now
}

// tallyKey changes whenever something else may be counted.
type tallyKey struct {
	views    int
	register *states.Register
	place    string
	text     data.ID // what a chapter contains
}

// counter gives what counts by the register as it is now, and what was counted
// already. The caller holds tallies.mu.
func (d *Desk) counting() *tallying {
	register, text := d.Register(), d.currentRevision()
	d.mu.RLock()
	key := tallyKey{d.viewCount, register, d.negotiation.Place, text}
	d.mu.RUnlock()
	t := &d.tallies
	if t.counter == nil || t.key.register != register {
		t.counter = tally.With(register)
	}
	if t.key != key || t.latest == nil {
		t.key, t.latest = key, map[tally.Question]tally.Tally{}
	}
	return t
}

// Tally returns how everybody stands on a question, as of a time; a zero time is
// now, and is kept until something changes. Groups are expanded on the days of the
// place where the negotiation meets.
func (d *Desk) Tally(q tally.Question, until time.Time) tally.Tally {
	d.tallies.mu.Lock()
	defer d.tallies.mu.Unlock()
	return d.counting().tally(d, q, until)
}

func (t *tallying) tally(d *Desk, q tally.Question, until time.Time) tally.Tally {
	if known, ok := t.latest[q]; ok && until.IsZero() {
		return known
	}
	out := t.counter.Of(d.viewsFor(q), d.onSpot(until))
	if until.IsZero() {
		t.latest[q] = out
	}
	return out
}

// TallyMatrix returns how everybody stands on many questions, as of a time.
func (d *Desk) TallyMatrix(questions []tally.Question, until time.Time) tally.Grid {
	return d.matrix(questions, until, func(views []data.View) []data.View { return views })
}

// PublicTallyMatrix returns what of a matrix may stand on a paper for others: it
// is counted without what was said to us alone.
func (d *Desk) PublicTallyMatrix(questions []tally.Question, until time.Time) tally.Grid {
	return d.matrix(questions, until, tally.Public)
}

func (d *Desk) matrix(questions []tally.Question, until time.Time, of func([]data.View) []data.View) tally.Grid {
	d.tallies.mu.Lock()
	defer d.tallies.mu.Unlock()
	columns := make([]tally.Column, len(questions))
	for i, q := range questions {
		columns[i] = tally.Column{Question: q, Views: of(d.viewsFor(q))}
	}
	return d.counting().counter.Matrix(columns, d.onSpot(until))
}

// TallySeries returns how many stood how on a question at each of some times; none:
// at the end of each day on which something was said on it.
func (d *Desk) TallySeries(q tally.Question, moments []time.Time) []tally.Point {
	return d.series(q, moments, func(views []data.View) []data.View { return views })
}

// series counts as TallySeries does, of the views that are told.
func (d *Desk) series(q tally.Question, moments []time.Time, told func([]data.View) []data.View) []tally.Point {
	d.tallies.mu.Lock()
	defer d.tallies.mu.Unlock()
	views := told(d.viewsFor(q))
	if moments == nil {
		moments = tally.Days(views)
	}
	at := make([]time.Time, len(moments))
	for i, m := range moments {
		at[i] = d.onSpot(m)
	}
	return d.counting().counter.Series(views, at)
}

// SpokenDays returns the days on which something was said on anything, on the clock
// of the place, the earliest first.
func (d *Desk) SpokenDays() []data.Date {
	d.mu.RLock()
	defer d.mu.RUnlock()
	zone := d.place().Location()
	said := make([]data.View, 0, len(d.views.all))
	for _, k := range d.views.all {
		said = append(said, data.View{Said: k.it.Said.In(zone)})
	}
	var days []data.Date
	for _, end := range tally.Days(said) {
		days = append(days, data.DateOf(end))
	}
	return days
}

// Zone is the clock of the place where the negotiation meets: that of the laptop
// where none is set, UTC where the laptop does not know it.
func (d *Desk) Zone() *time.Location {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.place().Location()
}

// Moved is who stands otherwise on a question than before.
type Moved struct {
	Question tally.Question
	Moves    []tally.Move
}

// Moves returns who moved between two times, by question, in the order of
// Questions. A zero until is now. It looks at the questions on which something was
// said in between; an issue is one only if something was said on the issue itself.
func (d *Desk) Moves(since, until time.Time) []Moved {
	d.tallies.mu.Lock()
	defer d.tallies.mu.Unlock()
	news := d.questions(func(v *data.View) bool {
		return !v.Said.Before(since) && (until.IsZero() || !v.Said.After(until))
	}, nil)
	var out []Moved
	for _, q := range news {
		if moves := d.counting().counter.Moves(d.viewsFor(q), d.onSpot(since), d.onSpot(until)); len(moves) > 0 {
			out = append(out, Moved{q, moves})
		}
	}
	return out
}

// LastMoves returns the last day on which something was said on a question, and
// who stands otherwise since its morning, on the clock of the place.
func (d *Desk) LastMoves(q tally.Question) (day time.Time, moves []tally.Move) {
	d.tallies.mu.Lock()
	defer d.tallies.mu.Unlock()
	views := d.viewsFor(q)
	days := tally.Days(views)
	if len(days) == 0 {
		return time.Time{}, nil
	}
	end := days[len(days)-1]
	day = time.Date(end.Year(), end.Month(), end.Day(), 0, 0, 0, 0, end.Location())
	return day, d.counting().counter.Moves(views, day, time.Time{})
}

// Questions returns all that can be asked of everybody: provisions on which somebody
// has a view, in document order, the text of each before the proposals on it in the
// order in which they were made, then what is in the current revision no more, then
// all issues, for who makes one wants to know what is said of it.
func (d *Desk) Questions() []tally.Question {
	return d.questions(func(*data.View) bool { return true }, d.Issues())
}

// QuestionsOn returns those on one provision: its text, always the first; where
// something was said on its parts, these together with it; the proposals on it; the
// texts that it stands in; the issues to which it belongs. But for the first and
// the last, only those on which somebody has spoken.
func (d *Desk) QuestionsOn(provision data.ID) []tally.Question {
	provision = d.permanent(provision)
	out := []tally.Question{{Provision: provision}}
	if d.spokenWithin(provision) {
		out = append(out, tally.Question{Provision: provision, Within: true})
	}
	spoken := map[data.ID]bool{}
	for _, v := range d.Views(provision) {
		spoken[v.Proposal] = true
	}
	for _, p := range d.Proposals(provision) {
		if spoken[p.ID] {
			out = append(out, tally.Question{Provision: provision, Proposal: p.ID})
		}
	}
	for _, p := range d.ancestry(provision) {
		if p != provision && slices.ContainsFunc(d.Views(p), func(v data.View) bool { return v.Proposal.IsZero() }) {
			out = append(out, tally.Question{Provision: p})
		}
	}
	for _, x := range d.IssuesOf(provision) {
		out = append(out, tally.Question{Issue: x.ID})
	}
	return out
}

// spokenWithin reports whether something was said on the text of what a provision
// contains.
func (d *Desk) spokenWithin(provision data.ID) bool {
	parts := d.provisionsOf(tally.Question{Provision: provision, Within: true})
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.ContainsFunc(parts, func(p data.ID) bool {
		return p != provision && slices.ContainsFunc(d.views.by[p], func(k *kept[data.View]) bool { return k.it.Proposal.IsZero() })
	})
}

// OurAttitude returns what we say on a question ourselves, in the terms in which
// others are recorded: support of a proposal of ours; on the text of a provision,
// by our stance on it. On anything else it is AttitudeSilent. It is confidential.
func (d *Desk) OurAttitude(q tally.Question) data.Attitude {
	switch {
	case !q.Issue.IsZero() || q.Within:
		return data.AttitudeSilent
	case q.Proposal.IsZero():
		return tally.Attitude(d.Position(q.Provision).Stance)
	}
	if p, err := d.Proposal(q.Proposal); err == nil && p.Ours {
		return data.AttitudeSupport
	}
	return data.AttitudeSilent
}

// questions are those on which there are such views, and some issues, in the order
// of Questions.
func (d *Desk) questions(of func(*data.View) bool, issues []data.Issue) []tally.Question {
	places := map[data.ID]int{}
	if t, err := d.Current(); err == nil {
		for i, p := range t.Provisions {
			places[p.ID] = i
		}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	seen := map[tally.Question]bool{}
	for _, k := range d.views.all {
		q := tally.About(k.it)
		if _, there := d.issues.get(q.Issue); of(&k.it) && !k.beside && (there || q.Issue.IsZero()) {
			seen[q] = true
		}
	}
	for _, x := range issues {
		seen[tally.Question{Issue: x.ID}] = true
	}
	out := make([]tally.Question, 0, len(seen))
	for q := range seen {
		out = append(out, q)
	}
	place := func(q tally.Question) int {
		if at, known := places[q.Provision]; known {
			return at
		}
		if q.Issue.IsZero() {
			return len(places)
		}
		return len(places) + 1
	}
	made := func(id data.ID) int64 {
		if k := d.proposals.all[id]; k != nil {
			return int64(k.at)
		}
		if k := d.issues.all[id]; k != nil {
			return int64(k.at)
		}
		return 0
	}
	slices.SortFunc(out, func(a, b tally.Question) int {
		return cmp.Or(
			cmp.Compare(place(a), place(b)), slices.Compare(a.Provision[:], b.Provision[:]),
			cmp.Compare(made(a.Proposal), made(b.Proposal)), cmp.Compare(made(a.Issue), made(b.Issue)),
			slices.Compare(a.Proposal[:], b.Proposal[:]), slices.Compare(a.Issue[:], b.Issue[:]),
		)
	})
	return out
}

// viewsFor are the views that are counted for a question, with the times on the
// clock of the place. What waits for a person beside a provision is not counted on
// it.
func (d *Desk) viewsFor(q tally.Question) []data.View {
	provisions := d.provisionsOf(q)
	d.mu.RLock()
	defer d.mu.RUnlock()
	zone := d.place().Location()
	var out []data.View
	add := func(v data.View) {
		v.Said = v.Said.In(zone)
		out = append(out, v)
	}
	for _, p := range provisions {
		for _, k := range d.views.by[p] {
			if k.it.Proposal == q.Proposal {
				add(k.it)
			}
		}
	}
	if !q.Issue.IsZero() {
		for _, k := range d.views.all {
			if k.it.Issue == q.Issue {
				add(k.it)
			}
		}
	}
	return out
}

// provisionsOf are those of which the views on the text are counted for a
// question; for a proposal, the one on which it is.
func (d *Desk) provisionsOf(q tally.Question) []data.ID {
	if !q.Issue.IsZero() {
		x, _ := d.Issue(q.Issue)
		return x.Provisions
	}
	provision := d.permanent(q.Provision)
	if !q.Within {
		return []data.ID{provision}
	}
	t, err := d.Current()
	if err != nil {
		return []data.ID{provision}
	}
	at, known := t.byID[provision]
	if !known {
		return []data.ID{provision}
	}
	var out []data.ID
	var visit func(at int)
	visit = func(at int) {
		out = append(out, t.Provisions[at].ID)
		for _, i := range t.within[at] {
			visit(i)
		}
	}
	visit(at)
	return out
}

// onSpot is a time on the clock of the place where the negotiation meets; zero
// stays zero.
func (d *Desk) onSpot(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return t.In(d.place().Location())
}

// place is the clock of where the negotiation meets. The caller holds mu.
func (d *Desk) place() time.Time { return data.Moment{Zone: d.negotiation.Place}.Local() }
