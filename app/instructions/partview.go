package instructions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/textview"
	"travaux/data"
)

// newPartView shows a part of a cable: whether it is taken, what it is about, and
// its words; what it is about can be changed there.
func newPartView(d *dividing, i int) fyne.CanvasObject {
	loc, p := d.room.Loc, d.work.Parts[i]
	about := loc.T("panes.scope.whole")
	if len(p.Provisions) > 0 {
		about = mandate.Places(d.room, p.on())
	}
	take := look.NewCheck(about, p.Taken, func(on bool) { d.alter(i, func(p *part) { p.Taken = on }) })
	show := look.NewIconButton(look.IconSearch, "", func() { d.at = i; d.text.show(d.work, i) }).WithTip(loc.T("instructions.cable.show"))
	drop := look.NewIconButton(look.IconDelete, "", func() { d.remove(i) }).WithTip(loc.T("instructions.cable.drop"))
	words := look.Content(strings.Join(strings.Fields(d.work.words(p)), " "), string(d.work.Lang))
	words.MaxLines = 3
	column := look.Column(look.Border(nil, nil, nil, look.Row(show, drop), take), look.Inset(0, 0, 22, 0, words))
	if i == d.at {
		column.Add(look.Inset(0, 0, 22, 0, placesOf(d, i, p)))
	}
	ground := look.ColourSurface
	if i == d.at {
		ground = look.ColourChosen
	}
	return look.Stack(look.Ground(ground, look.Inset(4, 6, 6, 6, column)), look.Rule())
}

// placesOf are the provisions of a part, each with a button that takes it away,
// and a field that adds one by its number.
func placesOf(d *dividing, i int, p part) fyne.CanvasObject {
	loc := d.room.Loc
	line := look.Flow()
	for _, id := range p.on() {
		x, err := d.room.Desk.Provision(id)
		if err != nil {
			continue
		}
		line.Add(look.NewIconButton(look.IconClose, loc.Cite(x.Path), func() {
			d.alter(i, func(p *part) {
				p.Provisions = slices.DeleteFunc(p.Provisions, func(s string) bool { return s == id.String() })
			})
		}).Rank(look.Plain))
	}
	field := textview.NewField()
	field.Placeholder = loc.T("instructions.cable.add")
	field.OnSubmitted = func(typed string) {
		if id, ok := d.provision(typed); ok {
			d.alter(i, func(p *part) {
				if !slices.Contains(p.Provisions, id.String()) {
					p.Provisions = append(p.Provisions, id.String())
				}
				p.Taken = true
			})
		}
	}
	field.OnEscaped = d.page.Close
	return look.Column(line, field)
}

// provision is what a typed number means.
func (d *dividing) provision(typed string) (data.ID, bool) {
	t, err := d.room.Desk.Current()
	if err != nil {
		return data.ID{}, false
	}
	found := t.GoTo(typed)
	if len(found) == 0 {
		return data.ID{}, false
	}
	return found[0].ID, true
}
