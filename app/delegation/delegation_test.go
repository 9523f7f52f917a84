package delegation

import (
	"context"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page/roomtest"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/vault"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

// row gives the field and the choice of a member's row.
func row(t *testing.T, m *members, i int) (*textview.Field, *look.Select) {
	t.Helper()
	if i >= len(m.rows.Objects) {
		t.Fatalf("%d rows", len(m.rows.Objects))
	}
	o := m.rows.Objects[i].(*fyne.Container).Objects
	return o[0].(*textview.Field), o[1].(*look.Select)
}

func newPage(t *testing.T, b *roomtest.Bench) (*members, *details) {
	t.Helper()
	m, d := newMembers(b.Room), newDetails(b.Room)
	m.show()
	b.Window.SetContent(look.Column(m.object, d.object, d.foot))
	return m, d
}

func enter(f *textview.Field) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

func TestAddAMember(t *testing.T) {
	b := roomtest.New(t, "en")
	m, _ := newPage(t, b)
	m.name.SetText("  Bram Oake ")
	m.role.Choose(slices.Index(data.Roles, data.RoleAdviser))
	enter(m.name)
	all := b.Desk.Members()
	if len(all) != 2 || all[1].Name != "Bram Oake" || all[1].Role != data.RoleAdviser {
		t.Fatalf("members %+v", all)
	}
	if len(m.rows.Objects) != 2 || m.name.Text() != "" || b.Changes != 1 {
		t.Errorf("%d rows, field %q, %d changes", len(m.rows.Objects), m.name.Text(), b.Changes)
	}
	enter(m.name)
	if len(b.Desk.Members()) != 2 {
		t.Error("a member without a name was added")
	}
}

func TestRenameAMemberAndChangeTheRole(t *testing.T) {
	b := roomtest.New(t, "en")
	m, _ := newPage(t, b)
	name, role := row(t, m, 0)
	b.Window.Canvas().Focus(name)
	name.SetText("Aster Quill-Oake")
	b.Window.Canvas().Focus(m.name) // leaving the field is enough
	if got := b.Desk.Members()[0]; got.Name != "Aster Quill-Oake" || got.ID != b.Desk.Me().ID {
		t.Fatalf("member %+v", got)
	}
	if m.note.Visible() {
		t.Error("a head is there and missed")
	}
	role.OnChanged(slices.Index(data.Roles, data.RoleDelegate))
	if got := b.Desk.Members()[0]; got.Role != data.RoleDelegate || got.Name != "Aster Quill-Oake" {
		t.Errorf("member %+v", got)
	}
	if !m.note.Visible() {
		t.Error("nobody can approve, and it is not said")
	}
	if _, err := b.Desk.Undo(context.Background()); err != nil || b.Desk.Members()[0].Role != data.RoleHead {
		t.Errorf("a change of role is not an act that can be undone: %v", err)
	}
}

func TestEscapeGivesTheNameBack(t *testing.T) {
	b := roomtest.New(t, "en")
	Show(b.Room)
	m, _ := newPage(t, b)
	left := 0
	m.leave = func() { left++ }
	name, _ := row(t, m, 0)
	name.SetText("somebody")
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if name.Text() != "Aster Quill" || left != 0 {
		t.Errorf("field %q, left %d", name.Text(), left)
	}
	name.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if left != 1 {
		t.Error("a second Escape does not close the page")
	}
}

func TestDetailsAreKeptAtOnceAndSavedAsOneAct(t *testing.T) {
	b := roomtest.New(t, "en")
	_, d := newPage(t, b)
	if !d.save.Disabled() {
		t.Error("there is nothing to save")
	}
	type_ := func(id string, lang data.Lang, words string) { d.editors[id+"/"+string(lang)].Insert(words) }
	type_("delegation.session", data.English, "Third session")
	type_("delegation.session", data.Arabic, "الدورة الثالثة")
	type_("delegation.body", data.French, "Comité spécial")
	type_("delegation.agenda", data.Chinese, "议程项目4")
	type_("delegation.letterhead", data.Russian, "Постоянное представительство")
	type_("delegation.state-name", data.Spanish, "República de Maravel")
	i := slices.Index(d.codes, "VNM")
	d.state.Choose(i)
	d.state.OnChanged(i)
	d.keep.Wait()
	if d.save.Disabled() || !d.unsaved.Visible() {
		t.Error("it is not said that something is unsaved")
	}

	_, again := newPage(t, b) // as after a crash
	if got := again.editors["delegation.session/ar"].Text(); got != "الدورة الثالثة" || again.codes[again.state.Chosen()] != "VNM" {
		t.Fatalf("what was typed came back as %q, %s", got, again.codes[again.state.Chosen()])
	}
	test.Tap(again.save)
	n := b.Desk.Negotiation()
	for _, c := range []struct{ name, got, want string }{
		{"session", n.Session[data.English], "Third session"},
		{"session ar", n.Session[data.Arabic], "الدورة الثالثة"},
		{"body", n.Body[data.French], "Comité spécial"},
		{"agenda", n.AgendaItem[data.Chinese], "议程项目4"},
		{"letterhead", n.Letterhead[data.Russian], "Постоянное представительство"},
		{"name", n.StateName[data.Spanish], "República de Maravel"},
		{"state", n.State, "VNM"},
		{"title", n.Title[data.English], "Draft convention on lanterns"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	again.keep.Wait()
	if b.Desk.Scratch("delegation.session/ar") != "" || !again.save.Disabled() {
		t.Error("after saving, typing is still kept as unsaved")
	}
	if _, err := b.Desk.Undo(context.Background()); err != nil || b.Desk.Negotiation().State != "" {
		t.Errorf("the details are not one act: %v %+v", err, b.Desk.Negotiation())
	}
}

func TestRevertGoesBackToWhatIsSaved(t *testing.T) {
	b := roomtest.New(t, "en")
	_, d := newPage(t, b)
	e := d.editors["delegation.instrument/en"]
	e.SetText("")
	e.OnChanged("")
	d.keep.Wait()
	if got := d.typed().Title[data.English]; got != "" {
		t.Fatalf("an emptied title is %q", got)
	}
	test.Tap(d.back)
	if e.Text() != "Draft convention on lanterns" || !d.save.Disabled() {
		t.Errorf("title %q", e.Text())
	}
}

func TestStatesAreOfferedInTheLanguageOfTheWindow(t *testing.T) {
	for lang, want := range map[string]string{"en": "Viet Nam", "ar": "فييت نام", "zh": "越南", "fr": "Viet Nam", "ru": "Вьетнам", "es": "Viet Nam"} {
		t.Run(lang, func(t *testing.T) {
			b := roomtest.New(t, lang)
			codes, names := stateChoice(b.Loc)
			if len(codes) != 194 || len(names) != 194 || codes[0] != "" {
				t.Fatalf("%d choices, %d names", len(codes), len(names))
			}
			if got := names[slices.Index(codes, "VNM")]; got != want {
				t.Errorf("offered as %q, want %q", got, want)
			}
			if !slices.IsSortedFunc(names[1:], b.Loc.Compare) {
				t.Error("the names are not in alphabetical order")
			}
		})
	}
}

func TestThePageClosesWithTheKeyboard(t *testing.T) {
	b := roomtest.New(t, "ar")
	Show(b.Room)
	if b.Page == nil {
		t.Fatal("no page")
	}
	b.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.Page != nil {
		t.Error("Escape does not close the page")
	}
}
