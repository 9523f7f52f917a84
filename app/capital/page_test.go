package capital

import (
	"context"
	"strings"
	"testing"
	"time"

	"travaux/app/page/roomtest"
	"travaux/data"
)

func TestADecisionIsAskedForAndReported(t *testing.T) {
	b := roomtest.New(t, "en")
	text := b.Import(t, "L/1", data.English, roomtest.English)
	n := b.Desk.Negotiation()
	n.Place, n.Capital = "Europe/Vienna", "America/New_York"
	roomtest.Must(t, b.Desk.SetNegotiation(context.Background(), n))
	duty, ok := text.At("ch1/art2/1")
	if !ok {
		t.Fatal("no duty")
	}
	p := Show(b.Room, duty.ID)
	p.form.question.Insert("May we join?")
	p.form.deadline.Insert("2030-12-02 18:00")
	if got := p.form.when.Text; !strings.Contains(got, "18:00") || !strings.Contains(got, "12:00") || !strings.Contains(got, "New York") {
		t.Errorf("the deadline is %q", got)
	}
	p.page.Leave()
	p = Show(b.Room, data.ID{})
	if p.form.request.Question != "May we join?" || p.form.deadline.Text() != "2030-12-02 18:00" {
		t.Fatalf("what was begun is lost: %+v", p.form.request)
	}
	p.form.save()
	all := b.Desk.Requests()
	if len(all) != 1 || all[0].Provision != duty.ID || all[0].Deadline.Zone != "Europe/Vienna" || len(b.Errors) > 0 {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	if got := p.report.glance.Text; !strings.Contains(got, "Decisions requested: 1") {
		t.Errorf("at a glance: %q", got)
	}
	dir := t.TempDir()
	p.report.make(dir)
	b.Certified(t, dir)
	if len(b.Errors) > 0 || !p.report.made.Visible() || time.Since(b.Desk.ReportedUntil()) > time.Minute {
		t.Errorf("%v; it is made: %v", b.Errors, p.report.made.Visible())
	}
	p.form.deadline.Insert("x")
	p.form.save()
	if len(b.Errors) != 1 {
		t.Error("a deadline that cannot be read is taken")
	}
	p.form.remove()
	if len(b.Desk.Requests()) != 0 {
		t.Error("the request is not withdrawn")
	}
}
