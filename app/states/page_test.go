package states

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

var ctx = context.Background()

func codes(list []item) (out []string) {
	for _, x := range list {
		out = append(out, x.code)
	}
	return out
}

func TestWhatIsSearchedForIsListedAndShown(t *testing.T) {
	b := roomtest.New(t, "en")
	p := Show(b.Room)
	if n := len(p.shown); n < 193 || p.now.code != "AFG" {
		t.Fatalf("%d listed, %v shown", n, p.now)
	}
	for typed, first := range map[string]item{
		"egy": {"EGY", false}, "nam": {"nam", true}, "埃及": {"EGY", false}, "interpol": {"INTERPOL", false}, "grulac": {"latin-america", true},
	} {
		p.search.SetText(typed)
		p.searched()
		if len(p.shown) == 0 || p.shown[0] != first || p.now != first {
			t.Errorf("%q lists %v and shows %v", typed, p.shown, p.now)
		}
	}
	p.search.SetText("guinea")
	p.searched()
	p.steps(&fyne.KeyEvent{Name: fyne.KeyDown})
	if p.now != p.shown[1] {
		t.Errorf("a step down shows %v of %v", p.now, p.shown)
	}
	p.search.SetText("nobody at all")
	p.searched()
	if len(p.shown) != 0 {
		t.Errorf("listed %v", p.shown)
	}
}

func TestTheMembersOfAGroupOnADay(t *testing.T) {
	b := roomtest.New(t, "fr")
	p := Show(b.Room)
	p.open(item{"eu", true})
	if got := codes(p.shown); len(got) != 27 || slices.Contains(got, "GBR") || got[0] != "DEU" {
		t.Errorf("today, in the order of the language: %v", got)
	}
	p.day.SetText("2020-01-31")
	p.filter()
	if got := codes(p.shown); len(got) != 28 || !slices.Contains(got, "GBR") {
		t.Errorf("on the last day: %v", got)
	}
	p.day.SetText("31/01")
	p.filter()
	if len(p.shown) != 27 || !strings.Contains(p.count.Text, b.Loc.T("states.day.unread")) {
		t.Errorf("a day that is none: %d, %q", len(p.shown), p.count.Text)
	}
	p.show(item{"GBR", false})
	if left := period(b.Loc, data.Membership{From: data.Date{Year: 1973, Month: 1, Day: 1}, To: data.Date{Year: 2020, Month: 2, Day: 1}}); !strings.Contains(left, "2020") || !strings.Contains(left, "1973") {
		t.Errorf("period %q", left)
	}
}

func TestAnAdHocGroupIsMadeInAFewKeys(t *testing.T) {
	b := roomtest.New(t, "en")
	p := Show(b.Room)
	if !p.key(newKey) || p.form == nil {
		t.Fatal("the key begins no group")
	}
	p.form.first.SetText("Friends of Light")
	p.form.first.OnChanged("Friends of Light")
	p.form.store()
	if p.form != nil || p.group == nil || b.Window.Canvas().Focused() != fyne.Focusable(p.group.who) {
		t.Fatalf("the group is not shown, or nobody can be typed; %v", b.Errors)
	}
	p.group.who.SetText("egy, ken, canz, guine")
	p.group.from.SetText("2026-03-01")
	p.group.note()
	if says := p.group.means.Text; !strings.Contains(says, "Egypt, Kenya, Australia, Canada and New Zealand") || !strings.Contains(says, "guine") {
		t.Errorf("says %q", says)
	}
	p.group.store()
	march := data.Date{Year: 2026, Month: 3, Day: 1}
	code := p.now.code
	if got := b.Desk.Register().Members(code, march); !slices.Equal(got, []string{"AUS", "CAN", "EGY", "KEN", "NZL"}) {
		t.Errorf("members %v", got)
	}
	if got := b.Desk.Register().Members(code, data.Date{Year: 2026, Month: 2, Day: 28}); got != nil {
		t.Errorf("members before: %v", got)
	}
	if p.group.who.Text() != "guine" {
		t.Errorf("what means nobody is gone: %q", p.group.who.Text())
	}
	p.group.correct(slices.IndexFunc(p.group.all, func(m data.Membership) bool { return m.Code == "KEN" }))
	p.group.to.SetText("2026-06-01")
	p.group.store()
	june := data.Date{Year: 2026, Month: 6, Day: 1}
	if got := b.Desk.Register().Members(code, june); slices.Contains(got, "KEN") || len(got) != 4 {
		t.Errorf("members after one left: %v", got)
	}
	p.group.correct(slices.IndexFunc(p.group.all, func(m data.Membership) bool { return m.Code == "EGY" }))
	p.group.strike()
	if got := b.Desk.Register().Members(code, june); slices.Contains(got, "EGY") || len(got) != 3 {
		t.Errorf("members after one was removed: %v", got)
	}
	_, err := b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	if !slices.ContainsFunc(p.group.all, func(m data.Membership) bool { return m.Code == "EGY" }) {
		t.Error("the page does not follow what is undone")
	}
}

func TestWhatIsTypedIsKept(t *testing.T) {
	b := roomtest.New(t, "en")
	p := Show(b.Room)
	p.edit(newNames(false))
	p.form.first.OnChanged("Lanternia")
	p.page.Leave()
	p = Show(b.Room)
	if p.form == nil || p.form.draft.Names[data.English] != "Lanternia" {
		t.Fatal("a form that was begun is not gone on with")
	}
	p.form.store()
	if b.Desk.Register().Name(p.now.code, data.English) != "Lanternia" {
		t.Errorf("recorded as %v; %v", p.now, b.Errors)
	}
	p.edit(p.namesOf(item{"EGY", false}))
	p.form.aliases.OnChanged("nile")
	p.form.cancel()
	p.edit(p.namesOf(item{"EGY", false}))
	if p.form.draft.Aliases != "" {
		t.Error("what was cancelled is there again")
	}
	p.form.aliases.OnChanged("nile, kemet")
	p.form.store()
	if got := b.Desk.Register().Find("kemet"); len(got) != 1 || got[0].Code != "EGY" {
		t.Errorf("the alias finds %v", got)
	}
	p.takeBack(item{"EGY", false})
	if len(b.Desk.Register().Find("kemet")) != 0 {
		t.Error("the correction was not taken back")
	}
	p.show(item{"guam", true})
	p.group.who.SetText("bel")
	p.group.note()
	p.page.Leave()
	p = Show(b.Room)
	p.show(item{"guam", true})
	if p.group.who.Text() != "bel" {
		t.Errorf("a membership that was begun is gone: %q", p.group.who.Text())
	}
}

func TestWhoIsCounted(t *testing.T) {
	b := roomtest.New(t, "ar")
	p := Show(b.Room)
	p.open(item{"asean", true})
	p.countListed()
	if got := b.Desk.Register().Counted(); len(got) != 11 || !p.member.Visible() {
		t.Errorf("counted %v", got)
	}
	p.setCounted("VAT", true)
	if got := b.Desk.Register().Counted(); len(got) != 12 || !slices.Contains(got, "VAT") {
		t.Errorf("counted %v", got)
	}
	p.countThose(nil)
	if got := b.Desk.Register().Counted(); len(got) != 193 || p.member.Visible() {
		t.Errorf("%d counted", len(got))
	}
	p.setCounted("EGY", false)
	p.setCounted("EGY", true)
	if n := b.Desk.Negotiation().Participants; n != nil {
		t.Errorf("all Member States are named one by one: %d", len(n))
	}
}

func TestWhoIsMeant(t *testing.T) {
	b := roomtest.New(t, "en")
	reg := b.Desk.Register()
	for _, c := range []struct {
		name, typed    string
		codes, unknown []string
	}{
		{"codes", "egy, ken", []string{"EGY", "KEN"}, nil},
		{"separators of other scripts", "埃及、肯尼亚；مصر، كينيا", []string{"EGY", "KEN", "EGY", "KEN"}, nil},
		{"a beginning that means one", "egyp", []string{"EGY"}, nil},
		{"a beginning that means several", "guine", nil, []string{"guine"}},
		{"a group", "canz", []string{"AUS", "CAN", "NZL"}, nil},
		{"nobody", "atlantis, egy", []string{"EGY"}, []string{"atlantis"}},
		{"nothing", " , ", nil, nil},
	} {
		got, unknown := meant(reg, c.typed, data.Today())
		if !slices.Equal(got, c.codes) || !slices.Equal(unknown, c.unknown) {
			t.Errorf("%s: %v, unknown %v", c.name, got, unknown)
		}
	}
}
