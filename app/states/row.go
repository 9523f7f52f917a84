package states

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	register "travaux/data/states"
	"travaux/translations"
)

// rowView shows a party or a group in the list: its name, and below what it is.
type rowView struct {
	widget.BaseWidget
	title *look.Text
	what  *look.Text
	box   *fyne.Container
}

func newRowView() *rowView {
	v := &rowView{title: look.Ellipsis("X"), what: look.Ellipsis("X")}
	v.what.Colour, v.what.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 10, 8, look.Stack(look.Space(), v.title, v.what, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

// fillRow shows one of them.
func (p *Page) fillRow(v *rowView, x item) {
	v.title.Bold = x.group
	v.title.SetText(p.name(x))
	v.what.SetText(strings.Join(p.about(x), " · "))
	v.box.Refresh()
}

// name is the name in the language of the window.
func (p *Page) name(x item) string {
	if x.group {
		return p.reg.GroupName(x.code, data.Lang(p.room.Loc.Lang()))
	}
	return p.reg.Name(x.code, data.Lang(p.room.Loc.Lang()))
}

// about says in a few words what a party or a group is on the day that is looked at.
func (p *Page) about(x item) (says []string) {
	loc, lang := p.room.Loc, data.Lang(p.room.Loc.Lang())
	if x.group {
		g, _ := p.reg.Group(x.code)
		if short := g.Short[lang]; short != "" && short != g.Names[lang] {
			says = append(says, loc.Isolate(short))
		}
		says = append(says, loc.Name("group-kind", string(g.Kind)), loc.N("states.members", len(p.reg.Members(x.code, p.on()))))
	} else {
		party, _ := p.reg.Party(x.code)
		says = append(says, loc.Isolate(x.code))
		if region := p.reg.Region(x.code, p.on()); region != "" {
			says = append(says, p.reg.GroupShort(region, lang))
		} else {
			says = append(says, loc.Name("party-kind", string(party.Kind)))
		}
		if counted := slices.Contains(p.reg.Counted(), x.code); counted != (party.Kind == data.PartyMember) {
			id := map[bool]string{true: "states.is-counted", false: "states.not-counted"}[counted]
			says = append(says, loc.T(id))
		}
	}
	switch edited := p.room.Desk.Edited(x.code, x.group); {
	case edited && p.ships(x):
		says = append(says, loc.T("states.edited"))
	case edited:
		says = append(says, loc.T("states.own"))
	}
	return says
}

// period says from when to when a membership lasts; "" where nothing is noted.
func period(loc *translations.Localizer, m data.Membership) string {
	var says []string
	if d := m.From; !d.IsZero() {
		says = append(says, loc.T("states.joined", "date", loc.Date(d.Year, d.Month, d.Day)))
	}
	if d := m.To; !d.IsZero() {
		says = append(says, loc.T("states.left", "date", loc.Date(d.Year, d.Month, d.Day)))
	}
	if m.Beside {
		says = append(says, loc.T("states.beside"))
	}
	return strings.Join(says, " · ")
}

// memberRow shows one membership: who or which group, from when to when, and
// according to what.
type memberRow struct {
	widget.BaseWidget
	who  *look.Text
	when *look.Text
	box  *fyne.Container
}

func newMemberRow() *memberRow {
	v := &memberRow{who: look.Ellipsis("X"), when: look.Ellipsis("X")}
	v.when.Colour, v.when.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(2, 2, 10, 10, page.Columns([]float32{1, 2}, v.who, v.when))
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *memberRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

// set shows a membership; one that does not hold on the day is muted.
func (v *memberRow) set(name string, m data.Membership, day data.Date, loc *translations.Localizer) {
	v.who.Colour = look.ColourText
	if !m.On(day) {
		v.who.Colour = look.ColourMuted
	}
	says := []string{period(loc, m)}
	if m.Source != "" {
		says = append(says, loc.Isolate(register.Note(m.Source, data.Lang(loc.Lang()))))
	}
	v.who.SetText(name)
	v.when.SetText(strings.Trim(strings.Join(says, " · "), " ·"))
	v.box.Refresh()
}
