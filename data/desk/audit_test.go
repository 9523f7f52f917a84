package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
)

func audit(t *testing.T, d *desk.Desk, f desk.AuditFilter) []data.AuditLine {
	t.Helper()
	lines, err := d.Audit(f)
	must(t, err)
	return lines
}

func whats(lines []data.AuditLine) (all []string) {
	for _, l := range lines {
		all = append(all, l.What)
	}
	return all
}

func TestAuditTellsEveryActInOrder(t *testing.T) {
	d := imported(t)
	p := at(t, d, "ch1/art2/1").ID
	other := at(t, d, "ch1/art2/2").ID
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.English: "old"}}))
	must(t, d.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.English: "new"}}))
	_, err := d.Comment(ctx, other, data.Anchor{}, "remark")
	must(t, err)
	must(t, d.Submit(ctx, p))
	lines := audit(t, d, desk.AuditFilter{})
	got := whats(lines)
	for _, want := range []string{"audit.device", "audit.negotiation", "audit.member", "audit.revision", "event.text", "event.position.wording", "event.comment", "event.decision.submitted"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not told", want)
		}
	}
	for i, l := range lines {
		if l.Time.IsZero() || len(l.Device) != 16 || l.Number == 0 || l.What == "" || i > 0 && l.Time.Before(lines[i-1].Time) {
			t.Errorf("line %d: %+v", i, l)
		}
		if l.What == "event.position.wording" && l.After == "new" && (l.Before != "old" || l.Lang != data.English) {
			t.Errorf("words before and after: %+v", l)
		}
	}
	about := audit(t, d, desk.AuditFilter{Provision: p})
	if got := strings.Join(whats(about), " "); strings.Contains(got, "event.comment") || !strings.Contains(got, "event.decision.submitted") {
		t.Errorf("of one provision: %s", got)
	}
	for _, l := range about {
		if !slices.Contains(l.Provisions, p) {
			t.Errorf("%+v is not about it", l)
		}
	}
}

func TestAuditByPersonAndDay(t *testing.T) {
	l := twoLaptops(t)
	p := at(t, l.one, "ch1/art2/1").ID
	must(t, l.one.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.English: "the head's"}}))
	l.meet()
	l.minute += 60 * 24
	must(t, l.two.SetPosition(ctx, data.Position{Provision: p, Stance: data.StanceAmend, Wording: data.Words{data.English: "the delegate's"}}))
	l.meet()
	lines := audit(t, l.one, desk.AuditFilter{Person: l.delegate.ID})
	if len(lines) == 0 {
		t.Fatal("the delegate did nothing")
	}
	for _, x := range lines {
		if x.Author != l.delegate.ID {
			t.Errorf("%+v is by another", x)
		}
		if x.What == "event.position.wording" && x.Before != "the head's" {
			t.Errorf("what another wrote before is not told: %+v", x)
		}
	}
	zone := time.FixedZone("far", -12*3600)
	for day, want := range map[data.Date]bool{{Year: 2026, Month: 11, Day: 28}: true, {Year: 2026, Month: 11, Day: 29}: false} {
		found := slices.Contains(whats(audit(t, l.one, desk.AuditFilter{Day: day, Person: l.delegate.ID, Zone: zone})), "event.position.wording")
		if found != want {
			t.Errorf("%v: %v", day, found)
		}
	}
}

func TestAuditNeedsTheRight(t *testing.T) {
	d := imported(t)
	for _, role := range data.Roles {
		m, err := d.SetMember(ctx, data.Member{Name: string(role), Role: role})
		must(t, err)
		head := d.Me().ID
		must(t, d.WorkAs(m.ID))
		if _, err := d.Audit(desk.AuditFilter{}); (err == nil) != role.May(data.RightAudit) || err != nil && data.CodeOf(err) != data.CodeForbidden {
			t.Errorf("%s: %v", role, err)
		}
		must(t, d.WorkAs(head))
	}
}

// What capital wrote for the head alone is told to a delegate without a word.
func TestAuditTellsWhatMayNotBeReadWithoutItsWords(t *testing.T) {
	d := imported(t)
	_, err := d.SetInstruction(ctx, data.Instruction{Provisions: []data.ID{at(t, d, "ch1/art2/1").ID}, Text: "for the head alone", Audience: data.AudienceHead})
	must(t, err)
	m, err := d.SetMember(ctx, data.Member{Name: "B", Role: data.RoleDelegate})
	must(t, err)
	if !strings.Contains(strings.Join(whats(audit(t, d, desk.AuditFilter{})), " "), "event.instruction") {
		t.Error("the head is not told")
	}
	must(t, d.WorkAs(m.ID))
	sealed := false
	for _, l := range audit(t, d, desk.AuditFilter{}) {
		if strings.Contains(l.After+l.Before, "head alone") {
			t.Errorf("a delegate reads %+v", l)
		}
		sealed = sealed || l.Sealed && l.What == "audit.sealed"
	}
	if !sealed {
		t.Error("that something was written is not told")
	}
}
