package conflicts

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/desk/twin"
)

var ctx = context.Background()

// meeting is a room on the laptop of the head, after it met that of a delegate.
type meeting struct {
	*roomtest.Bench
	page *Page
}

// texts are what the base, the head and the delegate have as wording.
type texts struct{ base, head, delegate string }

var (
	apart = texts{
		"Each Party shall let keepers rest at dawn and light the lanterns at dusk.",
		"Each State Party shall let keepers rest at dawn and light the lanterns at dusk.",
		"Each Party shall let keepers rest at dawn and light all lanterns at dusk.",
	}
	together = texts{"A keeper may rest at dawn.", "A keeper shall rest at dawn.", "A keeper should rest at dawn."}
)

const merged = "Each State Party shall let keepers rest at dawn and light all lanterns at dusk."

// met is the meeting, with a wording and a stance in conflict, and one wording more
// in another language that only the head wrote.
func met(t *testing.T, lang string, w texts) *meeting {
	t.Helper()
	m := &meeting{Bench: roomtest.New(t, lang)}
	minute := 0
	now := func() time.Time { return time.Date(2026, 11, 28, 10, minute, 0, 0, time.UTC) }
	one, two := twin.New(now), twin.New(now)
	d, err := desk.Found(ctx, one, data.Negotiation{}, data.Member{Name: "Aster Quill", Role: data.RoleHead})
	roomtest.Must(t, err)
	delegate, err := d.SetMember(ctx, data.Member{Name: "Bo Finch", Role: data.RoleDelegate})
	roomtest.Must(t, err)
	m.Desk = d
	m.Import(t, "L/1", data.English, roomtest.English)
	id := m.at(t)
	put := func(d *desk.Desk, text string, stance data.Stance) {
		minute++
		roomtest.Must(t, d.ChangePosition(ctx, id, func(p *data.Position) { p.Wording[data.English], p.Stance = text, stance }))
	}
	put(d, w.base, data.StanceAmend)
	twin.Meet(one, two)
	other, err := desk.Open(ctx, two)
	roomtest.Must(t, err)
	roomtest.Must(t, other.WorkAs(delegate.ID))
	put(d, w.head, data.StanceSupport)
	roomtest.Must(t, d.ChangePosition(ctx, id, func(p *data.Position) { p.Wording[data.French] = "Le gardien se repose." }))
	put(other, w.delegate, data.StanceOppose)
	twin.Meet(one, two)
	m.Desk, err = desk.Open(ctx, one)
	roomtest.Must(t, err)
	m.page = Show(m.Room, id)
	m.Changed = m.page.Refresh
	return m
}

func (m *meeting) at(t *testing.T) data.ID {
	t.Helper()
	txt, err := m.Desk.Current()
	roomtest.Must(t, err)
	for _, p := range txt.Provisions {
		if strings.HasPrefix(p.Text[data.English].Text, "A keeper may rest") {
			return p.ID
		}
	}
	t.Fatal("the provision is not there")
	return data.ID{}
}

// choose shows the conflict of that field.
func (m *meeting) choose(t *testing.T, field string) {
	t.Helper()
	for i, c := range m.page.all {
		if c.Field == field {
			m.page.choose(i)
			return
		}
	}
	t.Fatalf("no conflict of %s", field)
}

func (m *meeting) press(key fyne.KeyName) { m.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }

func (m *meeting) position(t *testing.T) data.Position { return m.Desk.Position(m.at(t)) }

func TestWhatIsInConflictIsListed(t *testing.T) {
	m := met(t, "en", together)
	var got []string
	for _, c := range m.page.all {
		got = append(got, title(c, m.Room))
	}
	want := []string{"Article 2, paragraph 2: our position, stance", "Article 2, paragraph 2: our position, wording (English)"}
	if !slices.Equal(got, want) {
		t.Errorf("listed %q, want %q", got, want)
	}
	if c, ok := m.page.now(); !ok || who(c, 0, m.Room) != "Bo Finch · 28 Nov, 10:03 · shown now" {
		t.Errorf("the shown version is said to be %q", who(c, 0, m.Room))
	}
}

func TestConflictsAreSettledByKeys(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts texts
		field string
		keys  []fyne.KeyName
		typed string
		want  string // wording, stance
	}{
		{"the shown version", together, "wording", []fyne.KeyName{fyne.Key1}, "", "A keeper should rest at dawn., oppose"},
		{"the other version", together, "wording", []fyne.KeyName{fyne.Key2}, "", "A keeper shall rest at dawn., oppose"},
		{"a version that is not there", together, "wording", []fyne.KeyName{fyne.Key3}, "", ""},
		{"a stance", together, "stance", []fyne.KeyName{fyne.Key2}, "", "A keeper should rest at dawn., support"},
		{"a merge where none is proposed", together, "wording", []fyne.KeyName{fyne.KeyM}, "", ""},
		{"the proposed merge", apart, "wording", []fyne.KeyName{fyne.KeyM}, "", merged + ", oppose"},
		{"other words", together, "wording", []fyne.KeyName{fyne.KeyW}, "A keeper must rest.", "A keeper must rest., oppose"},
		{"other words for a stance", together, "stance", []fyne.KeyName{fyne.KeyW}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := met(t, "en", c.texts)
			m.choose(t, c.field)
			for _, k := range c.keys {
				m.press(k)
			}
			if c.typed != "" {
				e := m.page.writer.editor
				e.Select(0, len([]rune(e.Text())))
				e.Insert(c.typed)
				e.OnSubmitted(e.Text())
			}
			if len(m.Errors) > 0 {
				t.Fatal(m.Errors)
			}
			p := m.position(t)
			if c.want == "" {
				if len(m.Desk.Conflicts()) != 2 {
					t.Error("something was settled")
				}
				return
			}
			if got := p.Wording[data.English] + ", " + string(p.Stance); got != c.want || len(m.page.all) != 1 {
				t.Errorf("%q with %d conflicts left, want %q", got, len(m.page.all), c.want)
			}
		})
	}
}

func TestNothingIsMergedByShowingIt(t *testing.T) {
	m := met(t, "en", apart)
	m.choose(t, "wording")
	if !m.page.detail.clean || m.page.detail.merged.Text != merged {
		t.Fatalf("proposed is %q", m.page.detail.merged.Text)
	}
	m.page.Refresh()
	if got := m.position(t).Wording[data.English]; got != apart.delegate || len(m.Desk.Conflicts()) != 2 {
		t.Errorf("%q was made the wording by itself", got)
	}
}

func TestWhatIsTypedForAConflictIsKept(t *testing.T) {
	m := met(t, "en", together)
	m.choose(t, "wording")
	m.press(fyne.KeyW)
	m.page.writer.editor.Insert("When tired, ")
	typed := m.page.writer.editor.Text()
	m.page.page.Leave()
	m.page = Show(m.Room, m.at(t))
	m.choose(t, "wording")
	m.press(fyne.KeyW)
	if got := m.page.writer.editor.Text(); got != typed {
		t.Errorf("the field holds %q, typed was %q", got, typed)
	}
}

func TestAnEmptyPageSaysSo(t *testing.T) {
	b := roomtest.New(t, "en")
	p := Show(b.Room, data.ID{})
	if !p.none.Visible() || p.detail.body.Visible() {
		t.Error("without conflicts the page shows one, or does not say that there are none")
	}
	p.key(fyne.Key1)
	p.key(fyne.KeyM)
	p.key(fyne.KeyG)
	if len(b.Errors) > 0 {
		t.Error(b.Errors)
	}
}

func TestTheProvisionIsOpened(t *testing.T) {
	m := met(t, "en", together)
	m.press(fyne.KeyG)
	if m.Page != nil || m.Selection.Provision() != m.at(t) {
		t.Error("the provision is not shown in the text")
	}
}
