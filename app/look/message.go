package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Message is what a pop-up holds that asks or tells something: as high as its
// words need and the window allows, closed by Escape.
type Message struct {
	widget.BaseWidget
	// OnEscaped is told that Escape was pressed while one of its buttons has the
	// keyboard.
	OnEscaped func()

	all *container.Scroll
	top fyne.CanvasObject // what Fyne has laid over the window for it
}

// shownMessage is the message that was shown last, on whatever window.
var shownMessage *Message

// messageOn is the message that lies on top of a window, nil for none.
func messageOn(c fyne.Canvas) *Message {
	if m := shownMessage; m != nil && m.top == c.Overlays().Top() {
		return m
	}
	return nil
}

// ShowMessage shows words, and buttons below them, over a window as a pop-up; the
// first button gets the keyboard. Close takes it away.
func ShowMessage(c fyne.Canvas, words fyne.CanvasObject, buttons ...*Button) (close func()) {
	row := Flow()
	for _, b := range buttons {
		row.Add(b)
	}
	m, width := &Message{}, min(Scaled(440), c.Size().Width-48)
	content := Inset(12, 8, 16, 16, Column(words, row))
	content.Resize(fyne.NewSize(width, content.MinSize().Height)) // wrapped words then know their height
	m.all = container.NewVScroll(content)
	m.all.SetMinSize(fyne.NewSize(width, min(content.MinSize().Height, c.Size().Height-48)))
	m.ExtendBaseWidget(m)
	pop := widget.NewModalPopUp(m, c)
	m.OnEscaped = pop.Hide
	pop.Show()
	m.top, shownMessage = c.Overlays().Top(), m
	if len(buttons) > 0 {
		c.Focus(buttons[0])
	}
	return pop.Hide
}

// Held implements Holder.
func (m *Message) Held() []fyne.CanvasObject { return []fyne.CanvasObject{m.all} }

// CreateRenderer implements fyne.Widget.
func (m *Message) CreateRenderer() fyne.WidgetRenderer {
	return newParts(m.all.Resize, m.all.MinSize, func() {}, m.all)
}

// take takes the keys that its buttons have no use for.
func (m *Message) take(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && m.OnEscaped != nil {
		m.OnEscaped()
	}
}
