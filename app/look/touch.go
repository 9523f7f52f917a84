package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// OnTouch, if set, is told of every sign that a person is at the window: keys,
// presses and moves of the pointer. It is called often and must be quick.
var OnTouch func()

// Touch reports such a sign; whatever takes keys or presses itself calls it.
func Touch() {
	if OnTouch != nil {
		OnTouch()
	}
}

// sensor reports the moves of the pointer over all that takes no notice of them.
type sensor struct{ widget.BaseWidget }

var _ desktop.Hoverable = (*sensor)(nil)

// NewSensor makes what is to lie behind the content of a window, as large as it,
// so that reading with the pointer on the move counts as being there.
func NewSensor() fyne.CanvasObject {
	s := &sensor{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sensor) CreateRenderer() fyne.WidgetRenderer {
	return newParts(func(fyne.Size) {}, func() fyne.Size { return fyne.Size{} }, func() {})
}

func (s *sensor) MouseIn(*desktop.MouseEvent)    { Touch() }
func (s *sensor) MouseMoved(*desktop.MouseEvent) { Touch() }
func (s *sensor) MouseOut()                      { Touch() }
