package states

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	register "travaux/data/states"
)

// membershipDraft is what is typed of a membership and not recorded.
type membershipDraft struct{ Group, Who, From, To, Source string }

// membership lists the members of a group over time, and takes down that somebody
// joins or leaves.
type membership struct {
	page   *Page
	code   string
	list   *look.List
	fields fyne.CanvasObject
	all    []data.Membership
	at     int // of the one that is corrected; -1: a new one

	who, from, to, source *textview.Field
	means                 *look.Text
	record, remove        *look.Button
}

func newMembership(p *Page, code string) *membership {
	g, _ := p.reg.Group(code)
	lang, loc := data.Lang(p.room.Loc.Lang()), p.room.Loc
	m := &membership{page: p, code: code, at: -1, all: slices.Clone(g.Members)}
	slices.SortStableFunc(m.all, func(a, b data.Membership) int {
		if x := ended(a, p.on()) - ended(b, p.on()); x != 0 {
			return x
		}
		return loc.Compare(p.reg.Name(a.Code, lang), p.reg.Name(b.Code, lang))
	})
	m.list = look.NewList(func() int { return len(m.all) },
		func() fyne.CanvasObject { return newMemberRow() },
		func(i int, row fyne.CanvasObject) {
			row.(*memberRow).set(p.name(item{m.all[i].Code, false}), m.all[i], p.on(), loc)
		}, m.correct)
	m.list.OnOpen = func(i int) { p.goTo(item{m.all[i].Code, false}) }
	m.make()
	if x, begun := m.begun(); begun {
		m.fill(x)
	}
	return m
}

// make makes the fields below the list.
func (m *membership) make() {
	loc := m.page.room.Loc
	m.who, m.from, m.to, m.source = textview.NewField(), textview.NewField(), textview.NewField(), textview.NewField()
	m.who.Placeholder = loc.T("states.who.placeholder")
	m.from.Placeholder, m.to.Placeholder = loc.T("states.date.form"), loc.T("states.date.form")
	m.means = look.Wrapped("")
	m.means.Colour = look.ColourMuted
	m.record = look.NewPrimary(loc.T("states.member.record"), m.store)
	m.remove = look.NewButton(loc.T("states.member.remove"), m.strike)
	look.SetShown(m.remove, false)
	for _, f := range []*textview.Field{m.who, m.from, m.to, m.source} {
		f.OnChanged = func(string) { m.note() }
		f.OnSubmitted = func(string) { m.store() }
		f.OnEscaped = func() { m.page.page.Focus(m.list) }
	}
	m.fields = look.Inset(6, 8, 12, 12, look.Column(
		page.Columns([]float32{3, 1.2, 1.2, 2},
			page.Labelled(loc.T("states.who"), m.who), page.Labelled(loc.T("states.from"), m.from),
			page.Labelled(loc.T("states.to"), m.to), page.Labelled(loc.T("states.member.source"), m.source)),
		look.Border(nil, nil, nil, look.Row(m.remove, m.record), m.means)))
	m.tell()
}

// correct puts a membership into the fields.
func (m *membership) correct(i int) {
	x := m.all[i]
	m.at = i
	m.who.SetText(x.Code)
	m.from.SetText(x.From.String())
	m.to.SetText(x.To.String())
	m.source.SetText(x.Source)
	m.tell()
}

func (m *membership) fill(x membershipDraft) {
	m.at = -1
	m.who.SetText(x.Who)
	m.from.SetText(x.From)
	m.to.SetText(x.To)
	m.source.SetText(x.Source)
	m.tell()
}

// draftKey is of what the member at the laptop types.
func (m *membership) draftKey() string {
	return "states/membership/" + m.page.room.Desk.Me().ID.String()
}

func (m *membership) begun() (x membershipDraft, ok bool) {
	text, ok := m.page.keep.Read(m.draftKey())
	return x, ok && json.Unmarshal([]byte(text), &x) == nil && x.Group == m.code
}

// note keeps what is typed, and says who is meant.
func (m *membership) note() {
	out, err := json.Marshal(membershipDraft{m.code, m.who.Text(), m.from.Text(), m.to.Text(), m.source.Text()})
	if err != nil {
		panic(err) // it holds nothing but strings
	}
	m.page.keep.Note(m.draftKey(), string(out))
	m.tell()
}

// tell names who is meant by what is typed.
func (m *membership) tell() {
	loc, lang := m.page.room.Loc, data.Lang(m.page.room.Loc.Lang())
	codes, unknown := meant(m.page.reg, m.who.Text(), m.page.on())
	var names []string
	for i, code := range codes {
		if i == mostNamed {
			names = append(names, loc.N("states.more", len(codes)-i))
			break
		}
		names = append(names, m.page.reg.Name(code, lang))
	}
	says := loc.List(names)
	if len(unknown) > 0 {
		for i := range unknown {
			unknown[i] = loc.Isolate(unknown[i])
		}
		says = strings.TrimSpace(says + "  " + loc.T("states.unknown", "names", loc.List(unknown)))
	}
	m.means.SetText(says)
	look.SetShown(m.remove, m.at >= 0)
	if len(codes) == 0 {
		m.record.Disable()
	} else {
		m.record.Enable()
	}
}

// mostNamed are how many of those that are meant are named.
const mostNamed = 6

// meant are the codes of who is typed, separated by commas, and what means nobody or
// more than one. A group means its members on a day.
func meant(reg *register.Register, typed string, day data.Date) (codes, unknown []string) {
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",;،؛，；、\n", r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		found := reg.Find(part)
		switch {
		case len(found) == 0, !found[0].Exact() && len(found) > 1 && found[1].Match == found[0].Match:
			unknown = append(unknown, part)
		case found[0].Group:
			codes = append(codes, reg.Members(found[0].Code, day)...)
		default:
			codes = append(codes, found[0].Code)
		}
	}
	return codes, unknown
}

// store records the membership: of the row that is corrected, or new ones.
func (m *membership) store() {
	codes, unknown := meant(m.page.reg, m.who.Text(), m.page.on())
	from, err := data.ParseDate(strings.TrimSpace(m.from.Text()))
	to, toErr := data.ParseDate(strings.TrimSpace(m.to.Text()))
	if err == nil {
		err = toErr
	}
	switch {
	case err != nil:
		m.page.room.Fail(err)
		return
	case len(codes) == 0:
		return
	}
	g, _ := m.page.reg.Group(m.code)
	g.Members = slices.Clone(g.Members)
	for _, code := range codes {
		x := data.Membership{Code: code, From: from, To: to, Source: strings.TrimSpace(m.source.Text())}
		if m.at >= 0 && m.all[m.at].Code == code {
			x.Beside = m.all[m.at].Beside
			g.Members[slices.Index(g.Members, m.all[m.at])] = x
		} else if !slices.ContainsFunc(g.Members, func(old data.Membership) bool { return old.Code == code && overlap(old, x) }) {
			g.Members = append(g.Members, x)
		}
	}
	m.save(g, unknown)
}

// overlap reports whether two memberships hold on one day.
func overlap(a, b data.Membership) bool { return a.On(b.From) || b.On(a.From) }

// strike removes the membership that is corrected, as if it had never been.
func (m *membership) strike() {
	g, _ := m.page.reg.Group(m.code)
	at := slices.Index(g.Members, m.all[m.at])
	g.Members = slices.Delete(slices.Clone(g.Members), at, at+1)
	m.save(g, nil)
}

// save makes the group with its members an act. Names that mean nobody stay in the
// field.
func (m *membership) save(g data.Grouping, unknown []string) {
	p := m.page
	p.room.Act(func(ctx context.Context) error { _, err := p.room.Desk.SetGroup(ctx, g); return err }, func() {
		p.keep.Drop(m.draftKey())
		p.reg = p.room.Desk.Register()
		p.filter()
		p.show(item{m.code, true})
		p.page.Focus(p.group.who)
		if len(unknown) > 0 {
			p.group.who.SetText(strings.Join(unknown, ", "))
			p.group.note()
		}
	})
}
