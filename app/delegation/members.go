package delegation

import (
	"context"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// Keys of what is typed and not yet an act.
const (
	newNameKey = "delegation.new"
	newRoleKey = "delegation.new.role"
	renameKey  = "delegation.member/" // and the member's ID
)

// members is the list of the delegation. A name is changed in its place, a role
// by choosing another; both are acts.
type members struct {
	room   *room.Room
	keep   *page.Keep
	object *fyne.Container
	rows   *fyne.Container
	note   *look.Text // that nobody can approve
	leave  func()

	writing sync.Mutex

	name *textview.Field // of the member to be added
	role *look.Select
}

func newMembers(r *room.Room) *members {
	m := &members{room: r, rows: look.Column(), note: look.Wrapped(r.Loc.T("delegation.no-head")), leave: func() {}}
	m.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	m.note.Colour = look.ColourLapsed
	m.name = textview.NewField()
	m.name.Placeholder = r.Loc.T("delegation.new")
	m.name.OnChanged = func(text string) { m.keep.Note(newNameKey, text) }
	m.name.OnSubmitted = func(string) { m.add() }
	m.name.OnEscaped = func() { m.leave() }
	m.role = look.NewSelect(m.roleNames(), slices.Index(data.Roles, data.RoleDelegate), func(i int) {
		m.keep.Note(newRoleKey, string(data.Roles[i]))
	})
	if text, ok := m.keep.Read(newNameKey); ok {
		m.name.SetText(text)
	}
	if role, ok := m.keep.Read(newRoleKey); ok {
		m.role.Choose(slices.Index(data.Roles, data.Role(role)))
	}
	m.object = look.Column(
		look.Heading(r.Loc.T("delegation.members")),
		m.rows,
		m.note,
		look.Rule(),
		look.Border(nil, nil, nil, look.NewIconButton(look.IconAdd, r.Loc.T("delegation.add"), m.add).Rank(look.Plain),
			look.Inset(0, 0, 0, 6, page.Columns(shares, m.name, m.role))),
	)
	return m
}

// shares are those of a name and a role in a row.
var shares = []float32{5, 4}

func (m *members) roleNames() []string {
	var names []string
	for _, r := range data.Roles {
		names = append(names, m.room.Loc.T("role."+string(r)))
	}
	return names
}

// show lists the members as the desk has them.
func (m *members) show() {
	m.rows.Objects = nil
	for _, member := range m.room.Desk.Members() {
		m.rows.Add(m.row(member))
	}
	m.warn()
}

// warn says so if nobody has the role of head.
func (m *members) warn() {
	if slices.ContainsFunc(m.room.Desk.Members(), func(x data.Member) bool { return x.Role.MayApprove() }) {
		m.note.Hide()
	} else {
		m.note.Show()
	}
	m.object.Refresh()
}

// row is one member. It stays while the member changes, so that the keyboard
// is not lost.
func (m *members) row(member data.Member) fyne.CanvasObject {
	name, key := textview.NewField(), renameKey+member.ID.String()
	name.SetText(member.Name)
	if text, ok := m.keep.Read(key); ok {
		name.SetText(text)
	}
	name.OnChanged = func(text string) { m.keep.Note(key, text) }
	asIs := func() {
		name.SetText(member.Name)
		m.keep.Drop(key)
	}
	rename := func() {
		switch now := strings.TrimSpace(name.Text()); now {
		case member.Name, "":
			asIs()
		default:
			renamed := member
			renamed.Name = now
			m.set(renamed, func() {
				member = renamed
				if strings.TrimSpace(name.Text()) == now { // else more has been typed since
					m.keep.Drop(key)
				}
				m.warn()
			})
		}
	}
	name.OnSubmitted = func(string) { rename() }
	name.OnFocused = func(focused bool) {
		if !focused {
			rename()
		}
	}
	name.OnEscaped = func() {
		if name.Text() != member.Name {
			asIs()
			return
		}
		m.leave()
	}
	role := look.NewSelect(m.roleNames(), slices.Index(data.Roles, member.Role), func(i int) {
		changed := member
		changed.Role = data.Roles[i]
		m.set(changed, func() {
			member = changed
			m.warn()
		})
	})
	return page.Columns(shares, name, role)
}

// set writes a member, unless it is so already: Enter saves a name, and so does
// leaving the field after it.
func (m *members) set(member data.Member, then func()) {
	m.room.Act(func(ctx context.Context) error {
		m.writing.Lock()
		defer m.writing.Unlock()
		if m.room.Desk.Member(member.ID) == member {
			return nil
		}
		_, err := m.room.Desk.SetMember(ctx, member)
		return err
	}, then)
}

// add takes the new member in. The name stays kept until it is.
func (m *members) add() {
	name := strings.TrimSpace(m.name.Text())
	if name == "" {
		m.room.Window.Canvas().Focus(m.name)
		return
	}
	m.name.SetText("") // at once: a second press must not add a second one
	member := data.Member{Name: name, Role: data.Roles[m.role.Chosen()]}
	m.room.Act(func(ctx context.Context) error {
		_, err := m.room.Desk.SetMember(ctx, member)
		if err != nil {
			fyne.Do(func() { m.giveBack(name) })
		}
		return err
	}, func() {
		if m.name.Text() == "" {
			m.keep.Drop(newNameKey)
			m.keep.Drop(newRoleKey)
		}
		m.show()
	})
}

// giveBack shows a name again that could not be added.
func (m *members) giveBack(name string) {
	if m.name.Text() == "" {
		m.name.SetText(name)
	}
}
