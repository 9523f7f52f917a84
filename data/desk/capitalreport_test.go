package desk_test

import (
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

// toldCapital is a report to capital as lines, on a day with a little of everything.
func toldCapital(t *testing.T, d *desk.Desk, from, until time.Time) string {
	t.Helper()
	r, err := d.CapitalReport(desk.CapitalOptions{
		Lang: data.English, From: from, Until: until,
		Speaker:    func(s data.Speaker) string { return s.Code + s.Name + "/" + s.For + s.ForName },
		Proponents: func(list []data.Proponent) string { return list[0].Name + list[0].State },
	})
	must(t, err)
	var out []string
	say := func(parts ...string) { out = append(out, strings.Join(parts, " ")) }
	for _, x := range r.Agreed {
		say("agreed", x.Path, string(x.State), x.Meeting)
	}
	for _, x := range r.Moved {
		say("moved", x.Path, x.Who, x.From, x.To, x.By)
	}
	for _, x := range r.New {
		say("new", string(x.Kind), x.Path, x.By, x.Source)
	}
	for _, x := range r.Ours {
		say("ours", x.Title, x.Meeting, x.Words)
	}
	for _, x := range r.Open {
		say("asked", x.Path, x.Question)
	}
	for _, x := range r.Answered {
		say("answered", x.Question, x.Answer)
	}
	for _, m := range r.Next {
		for _, x := range m.Order {
			say("next", m.Title, x.Path, string(x.Stance))
		}
	}
	return strings.Join(out, "\n")
}

func TestTheReportToCapitalIsMadeFromTheRecord(t *testing.T) {
	d := imported(t)
	light, rest := at(t, d, lightPath), at(t, d, restPath)
	today, tomorrow := data.Today(), data.DateOf(time.Now().AddDate(0, 0, 1))
	m, err := d.SetMeeting(ctx, data.Meeting{Title: "4th meeting", Date: today})
	must(t, err)
	_, err = d.SetMeeting(ctx, data.Meeting{Title: "5th meeting", Date: tomorrow, Order: []data.ID{rest.ID, light.ID}})
	must(t, err)
	must(t, d.SitIn(m.ID))
	_, err = d.RecordView(ctx, data.View{Provision: light.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeOppose, Said: time.Now().AddDate(0, 0, -3)})
	must(t, err)
	_, err = d.RecordView(ctx, data.View{Provision: light.ID, By: data.Speaker{Code: "KEN"}, Attitude: data.AttitudeSupport, Words: "We can live with it."})
	must(t, err)
	must(t, d.SetTextState(ctx, light.ID, data.TextClose, ""))
	must(t, d.SetTextState(ctx, rest.ID, data.TextProposed, ""))
	must(t, d.SetTextState(ctx, rest.ID, data.TextAdReferendum, ""))
	holding(t, d, data.Position{Provision: rest.ID, Stance: data.StanceSupport})
	s := speech(t, d, data.Speech{Title: "On light", Text: data.Words{data.English: "Thank you."}})
	must(t, d.DeliverSpeech(ctx, s.ID, time.Time{}, ""))
	_, err = d.SetRequest(ctx, data.Request{Provision: light.ID, Question: "May we join?"})
	must(t, err)
	asked, err := d.SetRequest(ctx, data.Request{Question: "May we vote?"})
	must(t, err)
	asked.Answered = instructed(t, d, data.Instruction{Reference: "CAP/1", Text: "Vote."}).ID
	_, err = d.SetRequest(ctx, asked)
	must(t, err)

	from, until := d.ReportDay(today)
	const want = `agreed ch1/art2/2 ad-referendum 4th meeting
agreed ch1/art2/1 close 4th meeting
moved ch1/art2/1 KEN/ attitude.oppose attitude.support 
new text   L/1
ours On light 4th meeting Thank you.
asked ch1/art2/1 May we join?
answered May we vote? CAP/1
next 5th meeting ch1/art2/2 support
next 5th meeting ch1/art2/1 `
	if got := toldCapital(t, d, from, until); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
	before, end := d.ReportDay(data.DateOf(time.Now().AddDate(0, 0, -7)))
	if got := toldCapital(t, d, before, end); strings.Contains(got, "agreed") || strings.Contains(got, "moved") || strings.Contains(got, "ours") {
		t.Errorf("of a day on which nothing was:\n%s", got)
	}
}

func TestTheNextReportBeginsWhereTheLastOneEnded(t *testing.T) {
	d := imported(t)
	if !d.ReportedUntil().IsZero() {
		t.Error("a report was made of nothing")
	}
	from, until := d.ReportDay(data.Today())
	must(t, d.Reported(ctx, from, until))
	if last := d.ReportedUntil(); time.Since(last) > time.Minute || last.After(time.Now()) {
		t.Errorf("it tells until %v, which is yet to come", last)
	}
	_, err := d.Undo(ctx)
	must(t, err)
	if !d.ReportedUntil().IsZero() {
		t.Error("a report that was undone counts")
	}
	taker, err := d.SetMember(ctx, data.Member{Name: "N. Taker", Role: data.RoleNoteTaker})
	must(t, err)
	must(t, d.WorkAs(taker.ID))
	_, err = d.CapitalReport(desk.CapitalOptions{Lang: data.English, From: from, Until: until})
	wantCode(t, err, data.CodeForbidden)
}
