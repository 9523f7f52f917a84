package consult

import (
	"cmp"
	"slices"

	"travaux/data"
)

// Thread is a question or a comment with what followed it.
type Thread struct {
	Head    data.Question
	Replies []data.Question // by date
	Waiting []Waiting       // for whose answer, the longest overdue first
}

// Waiting is a party whose answer to a question is waited for.
type Waiting struct {
	Question data.ID
	Party    string
	Since    data.Date // when it was asked
	Days     int       // since then
	Due      data.Date // zero: nothing was said of that
	Overdue  int       // days; 0: it is not
}

// Threads puts what was said up to a day into threads, the latest first. parties are
// the codes of those that are bound on that day: of them a question that was put to
// all is to be answered; one that was put to some waits for those of them that are
// named, if they are parties still. parties nil: everybody named is waited for.
func Threads(all []data.Question, parties []string, day data.Date) []Thread {
	known := slices.DeleteFunc(slices.Clone(all), func(q data.Question) bool { return day.Before(q.Date) })
	slices.SortStableFunc(known, earlier)
	var out []Thread
	at := map[data.ID]int{}
	for _, q := range known {
		if q.Thread.IsZero() {
			at[q.ID] = len(out)
			out = append(out, Thread{Head: q})
		}
	}
	for _, q := range known {
		switch i, ok := at[q.Thread]; {
		case q.Thread.IsZero():
		case ok:
			out[i].Replies = append(out[i].Replies, q)
		default: // what it answers was taken away
			out = append(out, Thread{Head: q})
		}
	}
	for i := range out {
		out[i].wait(parties, day)
	}
	slices.SortStableFunc(out, func(a, b Thread) int { return earlier(b.Head, a.Head) })
	return out
}

func earlier(a, b data.Question) int {
	return cmp.Or(a.Date.Compare(b.Date), a.Time.Compare(b.Time), slices.Compare(a.ID[:], b.ID[:]))
}

// wait says whose answers are waited for: those to the question that began the
// thread, and to the questions asked further in it.
func (t *Thread) wait(parties []string, day data.Date) {
	for _, q := range slices.Concat([]data.Question{t.Head}, t.Replies) {
		if q.Kind != data.QuestionAsked || q.Closed {
			continue
		}
		for _, p := range asked(q, parties) {
			if t.answered(q, p) {
				continue
			}
			w := Waiting{Question: q.ID, Party: p, Since: q.Date, Days: days(q.Date, day), Due: q.Due}
			if !q.Due.IsZero() {
				w.Overdue = max(days(q.Due, day), 0)
			}
			t.Waiting = append(t.Waiting, w)
		}
	}
	slices.SortStableFunc(t.Waiting, longest)
}

// longest puts what is the longest overdue first, then what waits the longest.
func longest(a, b Waiting) int { return cmp.Or(b.Overdue-a.Overdue, b.Days-a.Days) }

// asked are those that are to answer a question.
func asked(q data.Question, parties []string) []string {
	to := q.To
	switch {
	case len(to) == 0:
		to = parties
	case parties != nil:
		to = slices.DeleteFunc(slices.Clone(to), func(p string) bool { return !slices.Contains(parties, p) })
	}
	return slices.DeleteFunc(slices.Clone(to), func(p string) bool { return p == q.By })
}

// answered reports whether a party answered a question: an answer in its thread that
// is not of an earlier day.
func (t *Thread) answered(q data.Question, party string) bool {
	return slices.ContainsFunc(t.Replies, func(a data.Question) bool {
		return a.Kind == data.QuestionAnswered && a.By == party && earlier(a, q) > 0
	})
}

func days(from, to data.Date) int { return int(to.Time().Sub(from.Time()).Hours() / 24) }

// Owing is what one party has not answered.
type Owing struct {
	Party   string
	Open    int
	Overdue int
	Oldest  data.Date // since when the oldest of them waits
	Days    int       // since then
	Worst   int       // days by which the longest overdue is late
	Waiting []Waiting // each of them, the longest overdue first
}

// ByParty counts what is unanswered by each party, those that are the latest first.
func ByParty(threads []Thread) []Owing {
	at := map[string]*Owing{}
	var order []string
	for _, t := range threads {
		for _, w := range t.Waiting {
			o := at[w.Party]
			if o == nil {
				o = &Owing{Party: w.Party, Oldest: w.Since, Days: w.Days}
				at[w.Party], order = o, append(order, w.Party)
			}
			o.Open++
			if w.Overdue > 0 {
				o.Overdue++
			}
			o.Worst = max(o.Worst, w.Overdue)
			o.Waiting = append(o.Waiting, w)
			if w.Since.Before(o.Oldest) {
				o.Oldest, o.Days = w.Since, w.Days
			}
		}
	}
	var out []Owing
	for _, p := range order {
		slices.SortStableFunc(at[p].Waiting, longest)
		out = append(out, *at[p])
	}
	slices.SortFunc(out, func(a, b Owing) int {
		return cmp.Or(b.Worst-a.Worst, b.Days-a.Days, cmp.Compare(a.Party, b.Party))
	})
	return out
}
