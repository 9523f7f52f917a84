package consult_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/consult"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func said(id byte, thread byte, kind data.QuestionKind, by, on string, to ...string) data.Question {
	q := data.Question{Entry: data.Entry{ID: data.ID{id}}, Kind: kind, By: by, To: to, Date: day(on), Text: "x"}
	if thread > 0 {
		q.Thread = data.ID{thread}
	}
	return q
}

func due(q data.Question, on string) data.Question { q.Due = day(on); return q }

func told(threads []consult.Thread) (out []string) {
	for _, t := range threads {
		line := fmt.Sprintf("%d+%d", t.Head.ID[0], len(t.Replies))
		for _, w := range t.Waiting {
			line += fmt.Sprintf(" %s:%d/%d", w.Party, w.Days, w.Overdue)
		}
		out = append(out, line)
	}
	return out
}

func TestThreads(t *testing.T) {
	const q, a, c = data.QuestionAsked, data.QuestionAnswered, data.QuestionComment
	parties := []string{"AA", "BB", "CC"}
	closed := said(1, 0, q, "AA", "2030-01-01", "BB")
	closed.Closed = true
	for _, x := range []struct {
		name string
		all  []data.Question
		on   string
		want []string
	}{
		{"to one", []data.Question{said(1, 0, q, "AA", "2030-01-01", "BB")}, "2030-01-31", []string{"1+0 BB:30/0"}},
		{"to all but who asks", []data.Question{said(1, 0, q, "AA", "2030-01-01")}, "2030-01-02", []string{"1+0 BB:1/0 CC:1/0"}},
		{"to who is no party", []data.Question{said(1, 0, q, "AA", "2030-01-01", "ZZ", "BB")}, "2030-01-02", []string{"1+0 BB:1/0"}},
		{"answered by one of two", []data.Question{said(1, 0, q, "AA", "2030-01-01"), said(2, 1, a, "BB", "2030-02-01")}, "2030-02-02", []string{"1+1 CC:32/0"}},
		{"not yet answered on that day", []data.Question{said(1, 0, q, "AA", "2030-01-01", "BB"), said(2, 1, a, "BB", "2030-02-01")}, "2030-01-31", []string{"1+0 BB:30/0"}},
		{"a comment is no answer", []data.Question{said(1, 0, q, "AA", "2030-01-01", "BB"), said(2, 1, c, "BB", "2030-01-03")}, "2030-01-05", []string{"1+1 BB:4/0"}},
		{"overdue, on the day after", []data.Question{due(said(1, 0, q, "AA", "2030-01-01", "BB"), "2030-01-31")}, "2030-02-01", []string{"1+0 BB:31/1"}},
		{"on its day it is not", []data.Question{due(said(1, 0, q, "AA", "2030-01-01", "BB"), "2030-01-31")}, "2030-01-31", []string{"1+0 BB:30/0"}},
		{"no answer is waited for", []data.Question{closed}, "2030-02-01", []string{"1+0"}},
		{"asked again in the thread: the first answer does not answer that", []data.Question{
			said(1, 0, q, "AA", "2030-01-01", "BB"), said(2, 1, a, "BB", "2030-01-10"), said(3, 1, q, "AA", "2030-01-20", "BB"),
		}, "2030-01-21", []string{"1+2 BB:1/0"}},
		{"an answer to what is gone", []data.Question{said(2, 9, a, "BB", "2030-01-10")}, "2030-01-21", []string{"2+0"}},
		{"the latest first", []data.Question{said(1, 0, c, "AA", "2030-01-01"), said(2, 0, c, "BB", "2030-01-02")}, "2030-01-21", []string{"2+0", "1+0"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := told(consult.Threads(x.all, parties, day(x.on))); !slices.Equal(got, x.want) {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

func TestByParty(t *testing.T) {
	all := []data.Question{
		due(said(1, 0, data.QuestionAsked, "AA", "2030-01-01", "BB"), "2030-01-31"),
		said(2, 0, data.QuestionAsked, "AA", "2029-06-01", "CC"), said(3, 0, data.QuestionAsked, "CC", "2030-01-15", "BB"),
	}
	got := consult.ByParty(consult.Threads(all, nil, day("2030-02-10")))
	var each []byte // of the questions
	for i, x := range got {
		for _, w := range x.Waiting {
			each = append(each, w.Question[0])
		}
		got[i].Waiting = nil
	}
	if !slices.Equal(each, []byte{1, 3, 2}) {
		t.Errorf("the questions that wait: %v", each)
	}
	want := []consult.Owing{
		{Party: "BB", Open: 2, Overdue: 1, Oldest: day("2030-01-01"), Days: 40, Worst: 10},
		{Party: "CC", Open: 1, Oldest: day("2029-06-01"), Days: 254},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestTasksAndContacts(t *testing.T) {
	meeting := data.Consultation{Entry: data.Entry{ID: data.ID{1}}, Title: "First", Date: day("2030-01-10"), FollowUps: []data.FollowUp{
		{What: "no day"}, {What: "late", By: day("2030-02-01")}, {What: "done", By: day("2030-01-20"), Done: day("2030-01-19")}, {What: "coming", By: day("2030-06-01")},
	}}
	var got []string
	for _, x := range consult.Tasks([]data.Consultation{meeting}, day("2030-02-11")) {
		got = append(got, fmt.Sprintf("%s %d", x.What, x.Overdue))
	}
	if want := []string{"late 10", "coming 0", "no day 0"}; !slices.Equal(got, want) {
		t.Errorf("tasks %q", got)
	}
	if early := consult.Tasks([]data.Consultation{meeting}, day("2030-01-09")); len(early) > 0 {
		t.Errorf("before the meeting: %v", early)
	}
	if done := consult.Tasks([]data.Consultation{meeting}, day("2030-01-18")); len(done) != 4 {
		t.Errorf("before it was done: %d", len(done))
	}
	contacts := []data.Contact{{Party: "AA", Name: "X", Until: day("2030-01-31")}, {Party: "BB", Name: "Y", From: day("2030-02-01")}}
	for on, want := range map[string][]string{"2030-01-31": {"BB", "CC"}, "2030-02-01": {"AA", "CC"}} {
		if got := consult.Unreachable(contacts, []string{"AA", "BB", "CC"}, day(on)); !slices.Equal(got, want) {
			t.Errorf("on %s unreachable: %q", on, got)
		}
	}
}

// TestNothingIsLostInThreads: whatever the links between them, everything that was
// said stands in a thread once, whatever the order in which it was written down.
func TestNothingIsLostInThreads(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	kinds := data.QuestionKinds
	for range 500 {
		var all []data.Question
		for i := range 1 + rnd.IntN(12) {
			q := said(byte(i+1), byte(rnd.IntN(6)), kinds[rnd.IntN(3)], []string{"AA", "BB", "CC"}[rnd.IntN(3)], "2030-01-01")
			q.Date = data.DateOf(q.Date.Time().AddDate(0, 0, rnd.IntN(60)))
			all = append(all, q)
		}
		want := consult.Threads(all, []string{"AA", "BB", "CC"}, day("2031-01-01"))
		n := 0
		for _, x := range want {
			n += 1 + len(x.Replies)
			for _, w := range x.Waiting {
				if w.Days < 0 || w.Party == "" {
					t.Fatalf("%+v", w)
				}
			}
		}
		if n != len(all) {
			t.Fatalf("%d of %d are in threads", n, len(all))
		}
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := consult.Threads(all, []string{"AA", "BB", "CC"}, day("2031-01-01")); !reflect.DeepEqual(told(got), told(want)) {
			t.Fatalf("%q, shuffled %q", told(want), told(got))
		}
	}
}
