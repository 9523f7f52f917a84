package delegation

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// members is the list of the delegation. A name is changed in its place, a role
// by choosing another; both are acts.
type members struct {
	room   *room.Room
	object *fyne.Container
	rows   *fyne.Container
	note   *look.Text // that nobody can approve
	leave  func()

	name *textview.Field // of the member to be added
	role *look.Select
}

func newMembers(r *room.Room) *members {
	m := &members{room: r, rows: look.Column(), note: look.Wrapped(r.Loc.T("delegation.no-head")), leave: func() {}}
	m.note.Colour = look.ColourLapsed
	m.name = textview.NewField()
	m.name.Placeholder = r.Loc.T("delegation.new")
	m.name.OnSubmitted = func(string) { m.add() }
	m.name.OnEscaped = func() { m.leave() }
	m.role = look.NewSelect(m.roleNames(), slices.Index(data.Roles, data.RoleDelegate), nil)
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
	set := func(changed data.Member) {
		m.set(changed, func() {
			member = changed
			m.warn()
		})
	}
	name := textview.NewField()
	name.SetText(member.Name)
	rename := func() {
		now := strings.TrimSpace(name.Text())
		switch now {
		case member.Name:
		case "":
			name.SetText(member.Name)
		default:
			renamed := member
			renamed.Name = now
			set(renamed)
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
			name.SetText(member.Name)
			return
		}
		m.leave()
	}
	role := look.NewSelect(m.roleNames(), slices.Index(data.Roles, member.Role), func(i int) {
		changed := member
		changed.Role = data.Roles[i]
		set(changed)
	})
	return page.Columns(shares, name, role)
}

// set writes a member.
func (m *members) set(member data.Member, then func()) {
	m.room.Act(func(ctx context.Context) error {
		_, err := m.room.Desk.SetMember(ctx, member)
		return err
	}, then)
}

// add takes the new member in.
func (m *members) add() {
	name := strings.TrimSpace(m.name.Text())
	if name == "" {
		m.room.Window.Canvas().Focus(m.name)
		return
	}
	m.name.SetText("")
	m.set(data.Member{Name: name, Role: data.Roles[m.role.Chosen()]}, m.show)
}
