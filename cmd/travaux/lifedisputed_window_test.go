//go:build window

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/consult"
	"travaux/data/desk"
	"travaux/data/dispute"
	"travaux/data/states"
	"travaux/translations"
)

// askedOn is the provision that is asked about and disputed, by its number.
const askedOn = "6"

// What is said in the exchange of views.
const (
	lifeQuestion = "How are silent stations counted?"
	lifeAnswer   = "By hand, once a year."
	lifeComment  = "A common table would help."
	lifeFurther  = "Is this done already?"
	lifeRecord   = "A common table will be tried for a year."
)

// sayParty is a party of the life by what it is called in a language.
func (l *life) sayParty(i int, lang data.Lang) string { return states.Name(l.parties[i], lang) }

// calls writes the names of parties into the field for them, and goes on.
func (l *life) calls(parties ...int) {
	l.t.Helper()
	for i, p := range parties {
		if i > 0 {
			l.w.press("Return")
		}
		l.w.write(l.sayParty(p, data.English))
	}
	l.w.press("Tab")
}

// registered is the obligation of the register that is asked about.
func (l *life) registered() (words string, id data.ID) {
	l.desk(func(_ context.Context, k *desk.Desk) {
		all := k.Obligations().Where(func(o data.Obligation) bool { return !o.Aside })
		if len(all) == 0 {
			l.t.Fatal("no obligation is in the register")
		}
		words = all[0].Must[:min(len(all[0].Must), 24)]
		id = all[slices.IndexFunc(all, func(o data.Obligation) bool { return strings.Contains(o.Must, words) })].ID
	})
	return words, id
}

// exchangeOfViews: one party asks two others about a provision, of whom one answers, a
// fourth comments, and another asks about an obligation; they meet, with an agenda, a
// record and what is to be done; and one names a point of contact.
func (l *life) exchangeOfViews() {
	words, obligation := l.registered()
	w := l.w
	w.goTo(askedOn, "en")

	w.opens("the exchange of views", "shift+F8")
	w.press("Tab", "Return") // a new question
	l.calls(0)
	l.calls(1, 2)
	w.write(lifeQuestion)
	l.tabs(4) // the provision that is selected, another one, an obligation
	l.fills("2023-02-01")
	w.write("2023-04-01")
	l.saves("a question", func() { w.press("Return") })

	l.answers(func() { w.write(lifeAnswer) }, "2023-03-10")
	l.answers(func() {
		l.goesBack(4)
		l.choosesLine(slices.Index(data.QuestionKinds, data.QuestionComment))
		l.tabs(2)
		l.calls(3)
		w.press("Tab")
		w.write(lifeComment)
	}, "2023-03-20")

	w.leaves()
	w.opens("the exchange of views", "shift+F8")
	w.press("Tab", "Return")
	l.calls(1)
	l.calls(0)
	w.write(lifeFurther)
	l.tabs(3)
	l.fills(words)
	w.press("ctrl+a")
	w.write("2023-05-05")
	l.saves("a question on an obligation", func() { w.press("Return") })

	w.leaves()
	w.opens("the exchange of views", "shift+F8")
	w.shows("the meetings", func() { w.press("2") })
	w.press("Return") // a new one
	l.fills("Consultations on silent stations")
	l.fills("Port of Signals")
	l.fills("2023-06-12")
	l.fills("2023-06-14")
	l.tabs(2)
	w.shows("an item of the agenda", func() { w.press("Return") })
	l.fills("The count of stations")
	l.fills(askedOn)
	l.tabs(2)
	w.write(lifeRecord)
	w.press("Tab")
	w.shows("what is to be done", func() { w.press("Return") })
	l.fills("Draft the common table")
	l.calls(1)
	l.fills("2023-09-01")
	w.press("space", "Tab", "Tab", "Tab")
	l.saves("the meeting", func() { w.press("Return") })

	w.leaves()
	w.opens("the exchange of views", "shift+F8")
	w.shows("the points of contact", func() { w.press("4") })
	l.calls(1)
	l.fills("A. Lamp")
	l.fills("Signal Office")
	l.fills("lamp@signals.example")
	w.write("2023-01-01")
	l.saves("a point of contact", func() { w.press("Return") })

	w.leaves()
	w.opens("the exchange of views", "shift+F8")
	w.shows("what is unanswered", func() { w.press("3") })
	l.makes()
	late := data.Words{}
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		today := data.Today()
		days := func(from string) string { return loc.N("period.days", daysUntil(from, today)) }
		late[lang] = loc.T("consult.waits.late", "who", l.sayParty(2, lang), "since", days("2023-02-01"), "date", loc.Date(2023, 4, 1), "late", days("2023-04-01"))
	}
	l.inEveryLanguage("Compilation of questions and answers", inAll("consult.paper"), lifeTitle, said(lifeQuestion), said(lifeAnswer), said(lifeComment), said(lifeRecord), late)
	w.leaves()
	l.desk(func(_ context.Context, k *desk.Desk) { l.exchangeIsKept(k, obligation) })
}

// answers opens the form for what is said next in the latest exchange, lets it be
// written and records it under a day.
func (l *life) answers(write func(), day string) {
	l.t.Helper()
	w := l.w
	w.leaves()
	w.opens("the exchange of views", "shift+F8")
	w.press("Tab", "Tab", "Return")
	write()
	l.tabs(4)
	w.press("ctrl+a")
	w.write(day)
	l.saves("what is said next", func() { w.press("Return") })
}

// ticksAll ticks the six languages of a paper, of which English is ticked already, and
// goes on to what follows.
func (l *life) ticksAll() {
	l.t.Helper()
	for _, lang := range data.Langs {
		if lang != data.English {
			l.w.press("space")
		}
		l.w.press("Tab")
	}
}

// choosesLine chooses a line of the choice that has the keyboard.
func (l *life) choosesLine(line int) {
	l.t.Helper()
	l.w.press(slices.Concat([]string{"Down", "Home"}, slices.Repeat([]string{"Down"}, line), []string{"Return"})...)
	l.w.still()
}

// goesBack goes back by so many fields.
func (l *life) goesBack(n int) {
	l.t.Helper()
	l.w.press(slices.Repeat([]string{"shift+Tab"}, n)...)
}

// inOrder are the lines of an Arabic paper as they are read: pdftotext gives the pieces
// of a line as they stand from left to right, those in Arabic between marks.
func inOrder(paper string) string {
	pieces := regexp.MustCompile("\u202b[^\u202c]*\u202c|[^\u202b]+")
	var out strings.Builder
	for line := range strings.Lines(paper) {
		if !strings.Contains(line, "\u202b") {
			out.WriteString(line)
			continue
		}
		for _, piece := range slices.Backward(pieces.FindAllString(line, -1)) {
			out.WriteString(piece)
		}
		out.WriteString("\n")
	}
	return out.String()
}

// inAll are the words of the catalogue in the six languages.
func inAll(id string) data.Words {
	return inEach(func(lang data.Lang) string { return translations.New(string(lang)).T(id) })
}

func inEach(say func(data.Lang) string) data.Words {
	out := data.Words{}
	for _, lang := range data.Langs {
		out[lang] = say(lang)
	}
	return out
}

// makes makes a paper in the six languages in the home folder, from the first of them.
func (l *life) makes() {
	l.t.Helper()
	l.ticksAll()
	l.w.press("Tab", "ctrl+a")
	l.w.write(l.home)
	l.w.press("Return")
}

// said are words that a paper has as they are, in whatever language it is.
func said(words string) data.Words {
	return inEach(func(data.Lang) string { return words })
}

func dayOf(written string) data.Date {
	t, err := time.Parse("2006-01-02", written)
	if err != nil {
		panic(err)
	}
	return data.DateOf(t)
}

// daysUntil are the days from one to another, counted one by one.
func daysUntil(from string, to data.Date) (n int) {
	for d := plainDay(dayOf(from)); data.Date(d) != to; d = d.plus(1) {
		n++
	}
	return n
}

// exchangeIsKept looks at what is in the vault: who was asked, who has not answered,
// and since when.
func (l *life) exchangeIsKept(k *desk.Desk, obligation data.ID) {
	t := l.treaty(k)
	text, err := k.Current()
	l.must(err)
	place := text.GoTo(askedOn)[0].ID
	all := k.PartyQuestions().All()
	if len(all) != 4 {
		l.t.Fatalf("%d things were said: %+v", len(all), all)
	}
	first, answer, comment, further := all[0], all[1], all[2], all[3]
	if first.By != l.parties[0] || !slices.Equal(first.To, l.parties[1:3]) || !slices.Equal(first.Provisions, []data.ID{place}) || first.Treaty != t.ID {
		l.t.Errorf("the question is %+v", first)
	}
	if answer.Kind != data.QuestionAnswered || answer.By != l.parties[1] || answer.Thread != first.ID || comment.Kind != data.QuestionComment || comment.By != l.parties[3] || comment.Thread != first.ID {
		l.t.Errorf("what followed is %+v, %+v", answer, comment)
	}
	if further.Obligation != obligation || further.By != l.parties[1] || further.Text != lifeFurther {
		l.t.Errorf("the question on an obligation is %+v", further)
	}
	for _, on := range []string{"2023-03-09", "2023-03-10", "2023-04-01", "2023-04-02", "2023-06-01", "2024-02-29"} {
		type owing struct {
			who             string
			days, late, all int
		}
		var want, got []owing
		plain := func(who int, asked, due, answered string) {
			if on < asked || answered != "" && on >= answered {
				return
			}
			o := owing{who: l.parties[who], days: daysUntil(asked, dayOf(on)), all: 1}
			if due != "" && on > due {
				o.late = daysUntil(due, dayOf(on))
			}
			want = append(want, o)
		}
		plain(1, "2023-02-01", "2023-04-01", "2023-03-10")
		plain(2, "2023-02-01", "2023-04-01", "")
		plain(0, "2023-05-05", "", "")
		for _, o := range consult.ByParty(consult.Threads(all, k.Bound(t, dayOf(on)), dayOf(on))) {
			got = append(got, owing{o.Party, o.Days, o.Worst, o.Open})
		}
		if !slices.Equal(got, want) {
			l.t.Errorf("on %s %v have not answered, not %v", on, got, want)
		}
	}
	met := k.Consultations().All()
	if len(met) != 1 || len(met[0].Agenda) != 1 || met[0].Agenda[0].Provision != place || met[0].Record != lifeRecord || met[0].Until != dayOf("2023-06-14") {
		l.t.Fatalf("they met: %+v", met)
	}
	if f := met[0].FollowUps; len(f) != 1 || f[0].Who != l.parties[1] || f[0].By != dayOf("2023-09-01") || f[0].Done.IsZero() || len(consult.Tasks(met, data.Today())) != 0 {
		l.t.Errorf("after the meeting: %+v", f)
	}
	if c := k.Contacts().All(); len(c) != 1 || c[0].Party != l.parties[1] || c[0].Name != "A. Lamp" || c[0].From != dayOf("2023-01-01") {
		l.t.Errorf("points of contact: %+v", c)
	}
}

// What is disputed.
const (
	lifeDispute    = "Silence of the northern stations"
	lifeSettlement = "The northern stations send again."
	lifeMeasure    = "One station sends meanwhile."
	lifeSecret     = "Our chances before the tribunal are two to one."
)

// lifeStep is one thing that happens in the dispute: the act that is taken among those
// that the ladder offers, and what the plainest reading of the clause makes of it.
type lifeStep struct {
	day    string
	offer  int // which of the buttons
	act    data.DisputeAct
	means  data.Means
	by     int // of the parties; -1: none
	text   string
	due    string
	bound  bool // it binds the one that answers alone
	stands []string
}

// lifeSteps are what happens, and after each where the four means of the clause stand:
// from when they can be used and whose consent is lacking, counted by hand.
var lifeSteps = []lifeStep{
	{
		"2023-01-16", 0, data.DisputeAsked, data.MeansNegotiation, 0, "Talks are asked for.", "", false,
		[]string{"under-way from 2023-01-10 to 2023-07-16", "closed", "closed", "closed"},
	},
	{
		"2023-03-01", 1, data.DisputeFailed, data.MeansNegotiation, -1, "They could not agree.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "open from 2023-03-01", "closed", "closed"},
	},
	{
		"2023-03-20", 1, data.DisputeAsked, data.MeansConciliation, 0, "A commission is asked for.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "agreed from 2023-03-01 to 2023-09-20", "closed", "closed"},
	},
	{
		"2023-04-20", 1, data.DisputeBegan, data.MeansConciliation, -1, "The commission meets.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "under-way from 2023-03-01 to 2023-09-20", "closed", "closed"},
	},
	{
		"2023-08-01", 1, data.DisputeReported, data.MeansConciliation, -1, "Two stations should send.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "reported from 2023-03-01 to 2023-09-20 lacking A B", "closed", "closed"},
	},
	{
		"2023-08-10", 1, data.DisputeAccepted, data.MeansConciliation, 0, "That is enough.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "reported from 2023-03-01 to 2023-09-20 lacking B", "closed", "closed"},
	},
	{
		"2023-08-20", 2, data.DisputeRejected, data.MeansConciliation, 1, "That is too much.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "barred from 2023-08-20 lacking A B", "closed"},
	},
	{
		"2023-09-15", 2, data.DisputeAsked, data.MeansArbitration, 0, "A tribunal is asked for.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "asked from 2023-08-20 lacking B", "closed from 2024-03-15"},
	},
	{
		"2023-10-02", 2, data.DisputeConsented, data.MeansArbitration, 1, "For this dispute alone.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "agreed from 2023-08-20", "closed from 2024-03-15"},
	},
	{
		"2023-11-01", 2, data.DisputeBegan, data.MeansArbitration, -1, "The tribunal sits.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "under-way from 2023-08-20", "closed"},
	},
	{
		"2023-11-10", 5, data.DisputeMeasureAsked, data.MeansArbitration, 0, "A station should send meanwhile.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "under-way from 2023-08-20", "closed"},
	},
	{
		"2023-12-01", 6, data.DisputeMeasureOrdered, data.MeansArbitration, -1, lifeMeasure, "2023-12-31", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "under-way from 2023-08-20", "closed"},
	},
	{
		"2023-12-28", 7, data.DisputeComplied, data.MeansArbitration, 1, "It sends.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "under-way from 2023-08-20", "closed"},
	},
	{
		"2024-05-15", 3, data.DisputeSettled, data.MeansArbitration, -1, lifeSettlement, "2024-08-15", true,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "settled from 2023-08-20", "unneeded"},
	},
	{
		"2024-07-30", 0, data.DisputeComplied, data.MeansArbitration, 1, "They send.", "", false,
		[]string{"failed from 2023-01-10 to 2023-07-16", "failed from 2023-03-01 to 2023-09-20", "settled from 2023-08-20", "unneeded"},
	},
}

// dispute carries a dispute up the ladder of the treaty's own clause, by keys, until it
// is settled at the third step; an assessment of our own stays with those who may read
// it. It is the last part, and ends without a window.
func (l *life) dispute() {
	w := l.w
	w.goTo(askedOn, "en")
	w.opens("the disputes", "shift+F9")
	l.fills(lifeDispute)
	l.fills("1/2023")
	l.calls(0)
	l.calls(1)
	l.tabs(3) // third parties; the provision that is selected, another one
	l.fills("2023-01-10")
	w.press("Tab")
	w.shows("a claim", func() { w.press("Return") })
	l.choosesLine(0)
	w.press("Tab")
	w.write("The stations are silent.")
	w.press("Tab")
	w.write("That they send.")
	l.tabs(3 + 12 + 13 + 11) // the first three means of the clause, up to who declared that the third does not bind it
	l.calls(1)
	l.tabs(2 + 11)
	l.calls(1)
	l.tabs(4)
	l.saves("the file of the dispute", func() { w.press("Return") })
	for _, s := range lifeSteps {
		l.steps(s)
	}
	l.assessment()

	w.leaves()
	w.opens("the disputes", "shift+F9")
	w.shows("the documents", func() { w.press("4") })
	l.makes()
	l.inEveryLanguage("File of the dispute", inAll("dispute.file"), lifeTitle, said(lifeDispute), said(lifeSettlement), said(lifeMeasure), inAll("means.conciliation"), inAll("means.arbitration"))
	for _, lang := range data.Langs {
		if strings.Contains(l.paper("File of the dispute-"+string(lang)+".pdf"), strings.Join(strings.Fields(lifeSecret), "")) {
			l.t.Errorf("our own assessment is in the paper in %s", lang)
		}
	}
	w.leaves()
	l.desk(func(ctx context.Context, k *desk.Desk) { l.disputeIsKept(k) })
	l.secretStays()
}

// steps takes what the ladder offers on a day, and comes back to it.
func (l *life) steps(s lifeStep) {
	l.t.Helper()
	w := l.w
	l.fills(s.day)
	l.tabs(s.offer)
	w.press("Return")
	if s.due != "" {
		l.goesBack(2)
		l.fills(s.due)
		w.press("Tab")
	}
	w.write(s.text)
	if s.bound {
		w.press("Tab")
		l.calls(1)
		w.press("shift+Tab", "shift+Tab", "shift+Tab")
	}
	l.saves("the step of "+s.day, func() { w.press("ctrl+Return") })
}

// assessment puts our own assessment into the file.
func (l *life) assessment() {
	w := l.w
	w.leaves()
	w.opens("the disputes", "shift+F9")
	w.shows("the documents", func() { w.press("4") })
	l.tabs(11) // languages, whether it is ours, folder, format and buttons of the paper
	l.choosesLine(slices.Index(data.DisputePaperKinds, data.DisputeAssessment))
	w.press("Tab")
	l.fills("Assessment")
	l.tabs(2)
	l.fills("2023-09-01")
	w.press("Tab")
	w.write(lifeSecret)
	l.saves("our assessment", func() { w.press("ctrl+Return") })
}

// disputeIsKept holds what is in the vault to what was done, and where every means
// stands after each step to the count by hand.
func (l *life) disputeIsKept(k *desk.Desk) {
	all, steps := k.Disputes().All(), k.DisputeSteps().All()
	if len(all) != 1 || len(steps) != len(lifeSteps) {
		l.t.Fatalf("%d disputes, %d steps", len(all), len(steps))
	}
	d := all[0]
	if d.Title != lifeDispute || !slices.Equal(d.Claimants, l.parties[:1]) || !slices.Equal(d.Answering, l.parties[1:2]) || len(d.Claims) != 1 || d.Claims[0].By != l.parties[0] || d.Claims[0].Relief == "" {
		l.t.Errorf("the file is %+v", d)
	}
	var means []data.Means
	for _, r := range d.Ladder {
		means = append(means, r.Means)
	}
	if !slices.Equal(means, []data.Means{data.MeansNegotiation, data.MeansConciliation, data.MeansArbitration, data.MeansJudicial}) {
		l.t.Fatalf("the clause is read as %q", means)
	}
	for i, want := range lifeSteps {
		s := steps[i]
		by := ""
		if want.by >= 0 {
			by = l.parties[want.by]
		}
		if s.Date != dayOf(want.day) || s.Act != want.act || s.Means != want.means || s.By != by || s.Text != want.text {
			l.t.Errorf("step %d is %+v, not %+v", i+1, s, want)
		}
		if got := l.stand(dispute.On(d, steps, dayOf(want.day))); !slices.Equal(got, want.stands) {
			l.t.Errorf("on %s the means stand\n%q, not\n%q", want.day, got, want.stands)
		}
	}
	// what the clause would have given without what happened
	if got := l.stand(dispute.On(d, steps[:1], dayOf("2023-07-17"))); got[1] != "open from 2023-07-17" {
		l.t.Errorf("the day after six months of talks conciliation is %s", got[1])
	}
	if got := l.stand(dispute.On(d, steps[:9], dayOf("2024-03-15"))); got[3] != "barred from 2024-03-15 lacking A B" {
		l.t.Errorf("six months without a tribunal the Court is %s", got[3])
	}
	l.dutiesAreRight(d, steps)
}

// dutiesAreRight looks at who is bound to what, and what became of it.
func (l *life) dutiesAreRight(d data.Dispute, steps []data.DisputeStep) {
	if f := dispute.On(d, steps, dayOf("2023-11-30")); len(f.Measures) != 1 || f.Measures[0].By != l.parties[0] || f.Measures[0].Since != dayOf("2023-11-10") {
		l.t.Errorf("interim measures that wait: %+v", f.Measures)
	}
	f := dispute.On(d, steps, data.Today())
	if f.Outcome != dispute.Settled || f.By != data.MeansArbitration || f.Over != dayOf("2024-05-15") || len(f.Duties) != 2 || len(f.Overdue()) != 0 {
		l.t.Fatalf("it ended as %s by %s on %s, with duties %+v", f.Outcome, f.By, f.Over, f.Duties)
	}
	interim, final := f.Duties[0], f.Duties[1]
	if !interim.Interim || interim.Party != l.parties[1] || interim.Met != dayOf("2023-12-28") || final.Party != l.parties[1] || final.Met != dayOf("2024-07-30") || final.Text != lifeSettlement {
		l.t.Errorf("the duties are %+v", f.Duties)
	}
	late := dispute.On(d, steps[:len(steps)-1], dayOf("2024-09-01")).Overdue()
	if want := daysUntil("2024-08-15", dayOf("2024-09-01")); len(late) != 1 || late[0].Overdue != want {
		l.t.Errorf("without compliance it would be %+v overdue, not %d days", late, want)
	}
}

// stand writes where the means stand as lifeStep does.
func (l *life) stand(f dispute.File) (out []string) {
	for _, r := range f.Rungs {
		line := string(r.State)
		if r.State != dispute.Unneeded && !r.Opens.IsZero() {
			line += " from " + r.Opens.String()
		}
		if !r.Ends.IsZero() {
			line += " to " + r.Ends.String()
		}
		for i, p := range r.Lacking {
			if i == 0 {
				line += " lacking"
			}
			line += " " + string(rune('A'+slices.Index(l.parties, p)))
		}
		out = append(out, line)
	}
	return out
}

// secretStays lets a member join who has no part in instructions: of the dispute it
// gets everything but our own assessment.
func (l *life) secretStays() {
	l.w.quit()
	l.w = nil
	d := &delegationPlay{t: l.t, head: laptop{name: "Anna", home: l.home, vault: l.vault, secret: l.secret}}
	l.desk(func(ctx context.Context, k *desk.Desk) {
		if n := len(k.DisputePapers().All()); n != 1 {
			l.t.Fatalf("%d documents in the file", n)
		}
		l.must(k.StartRoster(ctx, "Anna's laptop"))
	})
	other := d.joining("Olga", data.RoleObserver)
	bundle := filepath.Join(l.t.TempDir(), "life.tbx")
	d.services(d.head, "pack", "--out", bundle)
	var digits string
	l.desk(func(_ context.Context, k *desk.Desk) { digits = strings.Join(k.Fingerprint(), " ") })
	d.services(other, "join", bundle, "--fingerprint", digits)
	d.desk(other, func(_ context.Context, k *desk.Desk) error {
		if len(k.DisputeSteps().All()) != len(lifeSteps) {
			l.t.Errorf("the other has %d steps", len(k.DisputeSteps().All()))
		}
		if papers := k.DisputePapers().All(); len(papers) != 0 {
			l.t.Errorf("the other reads %+v", papers)
		}
		return nil
	})
	held, err := os.ReadFile(bundle)
	l.must(err)
	if bytes.Contains(held, []byte(lifeSecret)) {
		l.t.Error("our own assessment is in the bundle in the open")
	}
}
