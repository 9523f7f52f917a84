package revisions

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/search"
	"travaux/translations"
	"travaux/translations/typeset"
)

// places is a panel in which one provision of a text is chosen: by its number,
// or by any of its words. Enter takes the marked row, Escape none.
type places struct {
	room   *room.Room
	object fyne.CanvasObject
	title  *look.Text
	field  *textview.Field
	list   *look.List

	text    *desk.Text
	lang    data.Lang
	near    data.ID // marked while nothing is typed
	none    string  // words for no provision at all; "": one must be chosen
	folded  []string
	shown   []int // indices into the provisions; -1: none at all
	taken   func(provision data.ID)
	dropped func()
}

func newPlaces(r *room.Room) *places {
	p := &places{room: r, title: look.Wrapped(""), field: textview.NewField()}
	p.title.Bold = true
	p.field.Placeholder = r.Loc.T("revisions.places.find")
	p.field.OnChanged = func(string) { p.find() }
	p.field.OnEscaped = func() { p.dropped() }
	p.field.OfferKeys(p.key)
	p.list = look.NewList(func() int { return len(p.shown) },
		func() fyne.CanvasObject { return newPlaceRow(p) },
		func(i int, row fyne.CanvasObject) { row.(*placeRow).set(i) }, nil)
	p.list.OnOpen = p.take
	cancel := look.NewButton(r.Loc.T("common.cancel"), func() { p.dropped() })
	head := look.Inset(6, 6, 12, 12, look.Column(look.Border(nil, nil, nil, cancel, p.title), p.field))
	p.object = look.Border(look.Stack(head, look.Rule()), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	return p
}

// ask lets a provision of a text be chosen. With words for none, the first row
// stands for no provision, and taken is told the zero ID. What is there now, near, is
// marked at first.
func (p *places) ask(title string, t *desk.Text, lang data.Lang, near data.ID, none string, taken func(data.ID), dropped func()) {
	p.text, p.lang, p.near, p.none, p.taken, p.dropped = t, lang, near, none, taken, dropped
	p.title.SetText(title)
	p.folded = make([]string, len(t.Provisions))
	p.field.SetText("")
	p.find()
	fyne.Do(func() { look.Focus(p.room.Window.Canvas(), p.field) }) // the letter of the key is still to come
}

// find lists what fits what is typed: what it means as a number first, then what
// has all its words.
func (p *places) find() {
	typed := p.field.Text()
	words := strings.Fields(search.Fold(typed))
	p.shown = nil
	if p.none != "" && len(words) == 0 {
		p.shown = append(p.shown, -1)
	}
	listed := map[int]bool{}
	if len(words) > 0 {
		for _, x := range p.text.GoTo(typed) {
			listed[x.Order] = true
			p.shown = append(p.shown, x.Order)
		}
	}
	for i := range p.text.Provisions {
		if !listed[i] && p.has(i, words) {
			p.shown = append(p.shown, i)
		}
	}
	p.list.Refresh()
	p.list.Mark(-1)
	p.list.ScrollToTop()
	if at := p.first(words); at >= 0 {
		p.list.Mark(at)
	}
}

// first is the row that is marked at first; -1 if there is none.
func (p *places) first(words []string) int {
	if len(words) == 0 {
		for i, at := range p.shown {
			if at >= 0 && p.text.Provisions[at].ID == p.near {
				return i
			}
		}
	}
	return min(0, len(p.shown)-1)
}

// has reports whether all words stand in a provision.
func (p *places) has(i int, words []string) bool {
	if len(words) > 0 && p.folded[i] == "" {
		r, _ := p.text.Provisions[i].In(p.lang)
		p.folded[i] = search.Fold(p.place(i) + " " + r.Label + " " + r.Heading + " " + r.Text)
	}
	for _, w := range words {
		if !strings.Contains(p.folded[i], w) {
			return false
		}
	}
	return true
}

func (p *places) place(i int) string {
	return translations.Capital(p.room.Loc.Cite(p.text.Provisions[i].Path))
}

// key goes about the list while the field keeps the keyboard.
func (p *places) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if at := p.list.Selected(); at >= 0 {
			p.take(at)
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		p.list.Step(e.Name)
	default:
		return false
	}
	return true
}

func (p *places) take(i int) {
	if i < 0 || i >= len(p.shown) {
		return
	}
	if p.shown[i] < 0 {
		p.taken(data.ID{})
		return
	}
	p.taken(p.text.Provisions[p.shown[i]].ID)
}

// placeRow is a provision in the list: its number, and how it begins.
type placeRow struct {
	widget.BaseWidget
	all   *places
	index int
	place *look.Text
	words *look.Text
	box   *fyne.Container
}

func newPlaceRow(all *places) *placeRow {
	r := &placeRow{all: all, place: look.NewText("X"), words: look.Ellipsis("X")}
	r.place.Bold = true
	r.words.Colour, r.words.Direction = look.ColourMuted, typeset.Auto
	r.box = look.Inset(3, 3, 12, 12, look.Row(r.place, r.words))
	r.ExtendBaseWidget(r)
	return r
}

func (r *placeRow) set(i int) {
	r.index = i
	at := r.all.shown[i]
	if at < 0 {
		r.place.SetText(r.all.none)
		r.words.SetText("")
	} else {
		x, lang := r.all.text.Provisions[at].In(r.all.lang)
		r.place.SetText(r.all.place(at))
		r.words.Lang = string(lang)
		r.words.SetText(beginning(strings.TrimSpace(x.Heading+" "+x.Text), 120))
	}
	r.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *placeRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// Tapped implements fyne.Tappable.
func (r *placeRow) Tapped(*fyne.PointEvent) {
	look.Touch()
	r.all.take(r.index)
}
