package look

import "fyne.io/fyne/v2"

// Rebuild runs what sets the content of a container anew and keeps the keyboard in
// it: on the button with the words of the one that had it, else on the first button
// that was not there before, else on the last one before its place. Without it the
// keyboard is nowhere once a button is gone that was pressed.
func Rebuild(in *fyne.Container, build func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(in)
	had, words, at := buttonsIn(in), "", -1
	if c != nil {
		for i, b := range had {
			if c.Focused() == fyne.Focusable(b) {
				words, at = b.says(), i
			}
		}
	}
	build()
	if at < 0 {
		return
	}
	if b := heir(had, buttonsIn(in), words, at); b != nil {
		Focus(c, b)
	}
}

// heir is the button that gets the keyboard of the one that said words, at a place
// among those that there were.
func heir(had, now []*Button, words string, at int) *Button {
	before := map[string]bool{}
	for _, b := range had {
		before[b.says()] = true
	}
	var fresh *Button
	for _, b := range now {
		if b.says() == words {
			return b
		}
		if fresh == nil && !before[b.says()] {
			fresh = b
		}
	}
	if fresh != nil || len(now) == 0 {
		return fresh
	}
	return now[min(at, len(now)-1)]
}

// says are the words of a button, or its tip.
func (b *Button) says() string {
	if b.text.Text != "" {
		return b.text.Text
	}
	return b.Tip
}

// buttonsIn are the buttons in an object that can be pressed now.
func buttonsIn(o fyne.CanvasObject) (out []*Button) {
	if !o.Visible() {
		return nil
	}
	if b, ok := o.(*Button); ok && !b.Disabled() {
		return []*Button{b}
	}
	for _, child := range childrenOf(o) {
		out = append(out, buttonsIn(child)...)
	}
	return out
}
