package reading

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// Page is the reading view while it is shown.
type Page struct {
	room *room.Room
	page *page.Page

	number *look.Text
	place  *look.Text
	words  *textview.Document
	ours   *ours
	jump   *textview.Field
	list   []data.Provision // those that the meeting considers first
	of     int              // how many it considers
	at     int
}

// pageTimes is how much larger than in the panes the text is.
const pageTimes = 1.7

// Keys of the page.
const (
	nextKey     = fyne.KeyRight
	previousKey = fyne.KeyLeft
	jumpKey     = fyne.KeyG
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "reading.title"
	return []room.Key{
		{Where: where, Keys: []string{string(nextKey), "Next"}, Title: "reading.next"},
		{Where: where, Keys: []string{string(previousKey), "Prior"}, Title: "reading.previous"},
		{Where: where, Keys: []string{string(jumpKey)}, Title: "reading.jump"},
		{Where: where, Keys: []string{string(ladderKey)}, Title: "ladder.hold"},
	}
}

// Show covers the window with the view, at a provision, also where the meeting does
// not consider it; without one at the first that it considers.
func Show(r *room.Room, provision data.ID) *Page {
	loc := r.Loc
	p := &Page{room: r, number: look.Ellipsis(""), place: look.Muted(""), words: textview.NewDocument(), ours: newOurs(r), jump: textview.NewField()}
	p.number.Bold, p.number.Scale, p.number.Times = true, theme.SizeNameHeadingText, 1.2
	p.words.Margin, p.words.Times = false, pageTimes
	p.words.OnKey = func(e *fyne.KeyEvent, with fyne.KeyModifier) bool { return with == 0 && p.key(e.Name) }
	p.jump.Placeholder = loc.T("reading.jump.placeholder")
	p.jump.OnSubmitted = p.goTo
	p.jump.OnEscaped = func() { p.page.Focus(p.words) }
	back := look.NewIconButton(look.IconBack, "", func() { p.step(-1) }).WithTip(loc.T("reading.previous"))
	forward := look.NewIconButton(look.IconForward, "", func() { p.step(1) }).WithTip(loc.T("reading.next"))
	head := look.Inset(10, 6, 16, 12, look.Border(nil, nil, nil, look.Row(p.place, back, forward), p.number))
	foot := look.Inset(6, 8, 16, 12, p.jump)
	p.ours.released = func() {
		if p.page != nil && p.page.Shown() {
			p.page.Focus(p.words)
		}
	}
	p.read()
	p.at = max(p.indexOf(provision), 0)
	start := look.Ground(look.ColourPaper, look.Border(head, foot, nil, nil, p.words))
	p.page = page.Show(r, loc.T("reading.title"), look.NewSplit(start, page.Scroll(look.Inset(12, 12, 12, 12, p.ours.object)), 0.6), nil)
	p.page.OnKey = p.key
	p.show()
	p.page.Focus(p.words)
	return p
}

// Shown reports whether the view still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; the provision stays.
func (p *Page) Refresh() {
	was := p.now().ID
	p.read()
	p.at = max(p.indexOf(was), 0)
	p.show()
}

func (p *Page) read() {
	list, of, err := inOrder(p.room)
	if err != nil {
		p.room.Fail(err)
	}
	p.list, p.of = list, of
}

// indexOf is where a provision is in the list, or the first with words within it; -1
// for none.
func (p *Page) indexOf(id data.ID) int {
	t, err := p.room.Desk.Current()
	if err != nil {
		return -1
	}
	whole, ok := t.Find(id)
	if !ok {
		return -1
	}
	for _, x := range t.Provisions[whole.Order:] {
		if x.ID != whole.ID && x.Depth <= whole.Depth {
			break
		}
		if at := slices.IndexFunc(p.list, func(y data.Provision) bool { return y.ID == x.ID }); at >= 0 {
			return at
		}
	}
	return -1
}

// now is the provision that is read; a zero one where there is no text.
func (p *Page) now() data.Provision {
	if p.at < len(p.list) {
		return p.list[p.at]
	}
	return data.Provision{}
}

// show shows the provision; what follows the selection follows.
func (p *Page) show() {
	x := p.now()
	if x.ID.IsZero() {
		p.place.SetText(p.room.Loc.T("reading.none"))
		return
	}
	s := screenOf(p.room, x)
	p.number.SetText(s.Number)
	p.place.SetText(p.placeWords())
	p.words.SetBlocks(s.Blocks)
	p.ours.show(x.ID)
	p.room.Selection.Select(x.ID)
}

// placeWords say where in what the meeting considers the provision stands.
func (p *Page) placeWords() string {
	if p.at >= p.of {
		return p.room.Loc.T("reading.aside")
	}
	return p.room.Loc.T("reading.place", "n", p.room.Loc.Number(p.at+1), "of", p.room.Loc.Number(p.of))
}

// step goes to the next provision in the order of consideration, or to the one
// before.
func (p *Page) step(by int) {
	if to := p.at + by; to >= 0 && to < len(p.list) {
		p.at = to
		p.show()
	}
}

// goTo goes to the provision of a number: to it, or to the first within it.
func (p *Page) goTo(typed string) {
	t, err := p.room.Desk.Current()
	if err != nil {
		p.room.Fail(err)
		return
	}
	for _, found := range t.GoTo(typed) {
		if at := p.indexOf(found.ID); at >= 0 {
			p.at = at
			p.jump.SetText("")
			p.show()
			p.page.Focus(p.words)
			return
		}
	}
	p.room.Toast(p.room.Loc.T("reading.not-found"))
}

func (p *Page) key(key fyne.KeyName) bool {
	next, previous := 1, -1
	if p.room.Loc.RightToLeft() {
		next, previous = -1, 1
	}
	switch key {
	case nextKey:
		p.step(next)
	case previousKey:
		p.step(previous)
	case fyne.KeyPageDown:
		p.step(1)
	case fyne.KeyPageUp:
		p.step(-1)
	case jumpKey:
		p.page.Focus(p.jump)
	case ladderKey:
		p.ours.press()
	default:
		return false
	}
	return true
}
