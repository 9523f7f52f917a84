package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
)

// Page covers the window's body until it is closed.
type Page struct {
	// MayClose is asked before a person's wish to close is followed; nil: always.
	MayClose func() bool

	room   *room.Room
	object fyne.CanvasObject
	before func(*fyne.KeyEvent) // the window's own keys
}

// Show covers the window's body with a page: a title with a button that
// closes, a body, and a foot (nil for none). Escape closes it as well.
func Show(r *room.Room, title string, body, foot fyne.CanvasObject) *Page {
	p := &Page{room: r}
	words := look.Ellipsis(title)
	words.Bold, words.Scale = true, look.Heading("").Scale
	shut := look.NewIconButton(look.IconClose, "", p.Close).WithTip(r.Loc.T("common.close"))
	head := look.Inset(6, 4, 14, 8, look.Border(nil, nil, nil, shut, words))
	var bottom fyne.CanvasObject
	if foot != nil {
		bottom = look.Stack(look.Rule(), look.Inset(6, 6, 14, 14, foot))
	}
	p.object = look.Border(look.Stack(head, look.Rule()), bottom, nil, nil, body)
	r.Cover(p.object)
	p.listen()
	return p
}

// Close takes the page away if it may be closed.
func (p *Page) Close() {
	if p.MayClose == nil || p.MayClose() {
		p.Leave()
	}
}

// Leave takes the page away without asking.
func (p *Page) Leave() {
	p.quiet()
	p.room.Uncover()
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool {
	return fyne.CurrentApp().Driver().CanvasForObject(p.object) != nil
}

// Focus gives a widget of the page the keyboard.
func (p *Page) Focus(o fyne.Focusable) { p.room.Window.Canvas().Focus(o) }

// listen takes Escape while nothing has the keyboard; all other keys go where
// they went before.
func (p *Page) listen() {
	c := p.room.Window.Canvas()
	p.before = c.OnTypedKey()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		before := p.before
		switch {
		case !p.Shown():
			p.quiet()
			if before != nil {
				before(e)
			}
		case e.Name == fyne.KeyEscape:
			p.Close()
		case before != nil:
			before(e)
		}
	})
}

// quiet gives the window its own keys back.
func (p *Page) quiet() { p.room.Window.Canvas().SetOnTypedKey(p.before) }

// Scroll lets a body be higher than the window.
func Scroll(o fyne.CanvasObject) fyne.CanvasObject { return container.NewVScroll(o) }
