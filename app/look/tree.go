package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Holder is a widget in which other objects stand that can take the keyboard.
// Fyne does not tell what stands in a widget; those of the program do.
type Holder interface {
	fyne.CanvasObject
	Held() []fyne.CanvasObject
}

// Path is the way from root down to an object, both in it; nil if the object does
// not stand in root. Hidden objects count.
func Path(root, sought fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || sought == nil {
		return nil
	}
	if root == sought {
		return []fyne.CanvasObject{root}
	}
	for _, child := range childrenOf(root) {
		if below := Path(child, sought); below != nil {
			return append([]fyne.CanvasObject{root}, below...)
		}
	}
	return nil
}

func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case Holder:
		return o.Held()
	}
	return nil
}

// First is the first object in root, root too, that can take the keyboard now; nil
// if there is none.
func First(root fyne.CanvasObject) fyne.Focusable {
	if root == nil || !root.Visible() {
		return nil
	}
	if f, ok := root.(fyne.Focusable); ok {
		if d, ok := root.(fyne.Disableable); !ok || !d.Disabled() {
			return f
		}
	}
	for _, child := range childrenOf(root) {
		if f := First(child); f != nil {
			return f
		}
	}
	return nil
}

// opener is a Holder that can show one of what it holds instead of another.
type opener interface {
	Holder
	open(child fyne.CanvasObject)
}

// Reveal brings an object into view: it shows the tab or the pane it stands in and
// scrolls to it.
func Reveal(c fyne.Canvas, o fyne.CanvasObject) {
	if c == nil {
		return
	}
	path := Path(c.Content(), o)
	for i, at := range path[:max(len(path)-1, 0)] {
		if x, ok := at.(opener); ok {
			x.open(path[i+1])
		}
	}
	scrollTo(path, o)
}

// Focus gives an object the keyboard, after it was brought into view.
func Focus(c fyne.Canvas, o fyne.Focusable) {
	if shown, ok := o.(fyne.CanvasObject); ok && c != nil {
		Reveal(c, shown)
		c.Focus(o)
	}
}

// Seen is called by every widget that gets the keyboard: one that Tab leads to
// must not stay outside the part of a page that is scrolled to.
func Seen(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Content()
	if m := messageOn(c); m != nil {
		root = m
	}
	scrollTo(Path(root, o), o)
}

// resized calls change and, if the least size of an object is another one then,
// lays out anew what is around it. Fyne does that by itself before a frame, but
// only for the last of several such objects in one container.
func resized(o fyne.CanvasObject, change func()) {
	before := o.MinSize()
	change()
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || o.MinSize() == before {
		return
	}
	path := Path(c.Content(), o)
	for i := len(path) - 2; i >= 0; i-- {
		switch around := path[i].(type) {
		case *fyne.Container:
			if around.Layout != nil {
				around.Layout.Layout(around.Objects, around.Size())
			}
		default:
			around.Refresh()
		}
	}
}

// margin is how much of what stands around an object is shown with it, in pixels.
const margin = 8

// scrollTo scrolls whatever scrolls on the way to an object so far that it is
// seen; of one that is higher than the view the beginning is seen.
func scrollTo(path []fyne.CanvasObject, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	for _, at := range path {
		s, ok := at.(*container.Scroll)
		if !ok || s.Content == o {
			continue
		}
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.Content).Y
		bottom, y := top+o.Size().Height+margin, s.Offset.Y
		if bottom > y+s.Size().Height {
			y = bottom - s.Size().Height
		}
		y = max(min(y, top-margin), 0)
		if y != s.Offset.Y {
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, y))
		}
	}
}
