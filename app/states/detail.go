package states

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	register "travaux/data/states"
	"travaux/translations"
	"travaux/translations/typeset"
)

// labelWidth is the room of the names of the languages, for normal text.
const labelWidth = 84

// show shows a party with its groups, or a group with its members.
func (p *Page) show(x item) {
	p.now, p.form, p.group = x, nil, nil
	_, party := p.reg.Party(x.code)
	_, group := p.reg.Group(x.code)
	switch {
	case x.group && group:
		p.group = newMembership(p, x.code)
		p.put(look.Border(p.head(x), p.group.fields, nil, nil, look.Ground(look.ColourPaper, p.group.list)))
	case !x.group && party:
		p.put(look.Border(p.head(x), nil, nil, nil, look.Ground(look.ColourPaper, p.groupsOf(x.code))))
	default:
		p.now = item{}
		p.put(look.Space())
	}
}

// put fills the right part of the page.
func (p *Page) put(o fyne.CanvasObject) {
	p.right.Objects = []fyne.CanvasObject{page.AtLeast(leastDetail, o)}
	p.right.Refresh()
}

// leastDetail is how high what is shown of a group is at least, for normal text.
const leastDetail = 520

// head names a party or a group in all languages, with what can be done with it.
func (p *Page) head(x item) fyne.CanvasObject {
	loc := p.room.Loc
	names, second := p.words(x)
	rows := look.Column(look.Heading(p.name(x)), look.MutedWrapped(strings.Join(p.about(x), " · ")))
	var named []fyne.CanvasObject
	for _, lang := range data.Langs {
		text := names[lang]
		if second[lang] != "" && second[lang] != text {
			text += " — " + second[lang]
		}
		if text != "" {
			name := look.Content(text, string(lang))
			if lang.RightToLeft() != loc.RightToLeft() {
				name.Align = typeset.End // the names stand below one another
			}
			named = append(named, look.FormRow(look.Scaled(labelWidth), look.Muted(translations.Endonym(string(lang))), name))
		}
	}
	for pair := range slices.Chunk(named, 2) {
		rows.Add(page.Columns([]float32{1, 1}, pair...))
	}
	if aliases, source := p.notes(x); aliases != "" || source != "" {
		source = register.Note(source, data.Lang(loc.Lang()))
		for _, note := range []struct{ id, words string }{{"states.typed", aliases}, {"states.source", source}} {
			if note.words != "" {
				rows.Add(look.MutedWrapped(loc.T(note.id, "words", loc.Isolate(note.words))))
			}
		}
	}
	rows.Add(p.tools(x))
	return look.Inset(8, 6, 12, 12, rows)
}

// words are the names, and those in the second rank: formal of a party, short of a
// group.
func (p *Page) words(x item) (names, second data.Words) {
	if x.group {
		g, _ := p.reg.Group(x.code)
		return g.Names, g.Short
	}
	party, _ := p.reg.Party(x.code)
	return party.Names, party.Formal
}

// notes are what else may be typed, and where the data comes from.
func (p *Page) notes(x item) (aliases, source string) {
	if x.group {
		g, _ := p.reg.Group(x.code)
		return strings.Join(g.Aliases, ", "), g.Source
	}
	party, _ := p.reg.Party(x.code)
	return strings.Join(party.Aliases, ", "), party.Source
}

// tools are what can be done with a party or a group.
func (p *Page) tools(x item) fyne.CanvasObject {
	loc := p.room.Loc
	row := look.Flow()
	if !x.group {
		row.Add(look.NewCheck(loc.T("states.counts"), slices.Contains(p.reg.Counted(), x.code), func(on bool) { p.setCounted(x.code, on) }))
	}
	row.Add(look.NewIconButton(look.IconEdit, loc.T("states.edit"), func() { p.edit(p.namesOf(x)) }))
	if p.room.Desk.Edited(x.code, x.group) {
		id := "states.delete"
		if p.ships(x) {
			id = "states.take-back"
		}
		row.Add(look.NewButton(loc.T(id), func() { p.takeBack(x) }))
	}
	return row
}

// ships reports whether the program comes with it.
func (p *Page) ships(x item) bool {
	if x.group {
		_, ok := register.Standard().Group(x.code)
		return ok
	}
	_, ok := register.Standard().Party(x.code)
	return ok
}

func (p *Page) takeBack(x item) {
	p.room.Act(func(ctx context.Context) error {
		if x.group {
			return p.room.Desk.DeleteGroup(ctx, x.code)
		}
		return p.room.Desk.DeleteParty(ctx, x.code)
	}, p.Refresh)
}

// spell is a membership of a party, with the group.
type spell struct {
	group string
	data.Membership
}

// groupsOf lists the groups of a party over time.
func (p *Page) groupsOf(code string) fyne.CanvasObject {
	var spells []spell
	for _, group := range p.groups {
		g, _ := p.reg.Group(group)
		for _, m := range g.Members {
			if m.Code == code {
				spells = append(spells, spell{group, m})
			}
		}
	}
	slices.SortStableFunc(spells, func(a, b spell) int { return ended(a.Membership, p.on()) - ended(b.Membership, p.on()) })
	list := look.NewList(func() int { return len(spells) },
		func() fyne.CanvasObject { return newMemberRow() },
		func(i int, row fyne.CanvasObject) {
			row.(*memberRow).set(p.name(item{spells[i].group, true}), spells[i].Membership, p.on(), p.room.Loc)
		}, nil)
	list.OnOpen = func(i int) { p.goTo(item{spells[i].group, true}) }
	if len(spells) == 0 {
		return look.Inset(8, 8, 12, 12, look.MutedWrapped(p.room.Loc.T("states.no-groups")))
	}
	return list
}

// ended puts what does not hold on a day after what does.
func ended(m data.Membership, day data.Date) int {
	if m.On(day) {
		return 0
	}
	return 1
}

// goTo shows a party or a group, marked in the list where it is there.
func (p *Page) goTo(x item) {
	p.list.Mark(slices.Index(p.shown, x))
	p.show(x)
}
