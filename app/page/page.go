package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
)

// Page covers the window's body until it is closed.
type Page struct {
	// MayClose is asked before a person's wish to close is followed; nil: always.
	MayClose func() bool
	// OnKey is told the keys that are pressed while nothing has the keyboard, and
	// says whether it took one; nil takes none. Letters and digits have the names of
	// a Latin keyboard under every layout.
	OnKey func(fyne.KeyName) bool
	// Tabs are those of the page: the figures lead to them, where OnKey does not take
	// them, and the first thing in a tab gets the keyboard. Nil: there are none.
	Tabs *look.TabBar

	room   *room.Room
	object fyne.CanvasObject
	before func(*fyne.KeyEvent) // the window's own keys
	keyed  bool                 // OnKey is being told a key, whose letter is still to come
}

// Show covers the window's body with a page: a title with a button that
// closes, a body, and a foot (nil for none). Escape closes it as well. The first
// thing in the body that takes the keyboard gets it.
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
	r.Window.Canvas().Unfocus() // a covered field would go on taking keys
	if first := look.First(body); first != nil {
		p.Focus(first)
	}
	p.listen()
	return p
}

// Close takes the page away if it may be closed.
func (p *Page) Close() {
	if p.MayClose == nil || p.MayClose() {
		p.Leave()
	}
}

// Leave takes the page away without asking, once what was typed in it is on the
// disk. A page that others have taken away
// already does nothing.
func (p *Page) Leave() {
	if p.Shown() {
		p.room.Window.Canvas().Unfocus() // saves what is saved on leaving a field
	}
	Flush(p.room.Desk)
	if p.Shown() {
		p.room.Window.Canvas().SetOnTypedKey(p.before)
		p.room.Uncover()
	}
}

// Shown reports whether the page still covers the window. (Fyne remembers the
// canvas of an object for a while after it is gone.)
func (p *Page) Shown() bool { return holds(p.room.Window.Content(), p.object) }

func holds(o, sought fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if o == sought || !ok {
		return o == sought
	}
	for _, child := range c.Objects {
		if holds(child, sought) {
			return true
		}
	}
	return false
}

// Focus gives a widget of the page the keyboard; while OnKey is told a key, only once
// the letter of that key has gone where the keyboard is: a field would take it.
func (p *Page) Focus(o fyne.Focusable) {
	if !p.keyed {
		look.Focus(p.room.Window.Canvas(), o)
		return
	}
	fyne.Do(func() {
		if p.Shown() {
			look.Focus(p.room.Window.Canvas(), o)
		}
	})
}

// figures lead to the tabs of a page.
var figures = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// key takes a key for the page, else for its tabs; it says whether either took it.
func (p *Page) key(key fyne.KeyName) bool {
	p.keyed = true
	defer func() { p.keyed = false }()
	if p.OnKey != nil && p.OnKey(key) {
		return true
	}
	at := slices.Index(figures, key)
	if p.Tabs == nil || at < 0 {
		return false
	}
	p.room.Window.Canvas().Unfocus() // what is set anew with the keyboard in it brings its own tab back
	p.Tabs.Press(at)
	if first := look.First(p.Tabs.Shown()); first != nil {
		p.Focus(first)
	}
	return true
}

// listen takes Escape while nothing has the keyboard; all other keys go where
// they went before.
func (p *Page) listen() {
	c := p.room.Window.Canvas()
	p.before = c.OnTypedKey()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch before := p.before; {
		case c.Overlays().Top() != nil: // a message is on top, and nothing of it has the keyboard
		case !p.Shown():
			if before != nil {
				before(e)
			}
		case e.Name == fyne.KeyEscape:
			p.Close()
		case p.key(look.KeyName(e)):
		case before != nil:
			before(e)
		}
	})
}

// Scroll lets a body be higher than the window.
func Scroll(o fyne.CanvasObject) fyne.CanvasObject { return container.NewVScroll(o) }
