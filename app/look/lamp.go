package look

import (
	"fyne.io/fyne/v2"

	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// Lamp is how a microphone stands to the time of its speaker. The values are
// those of data.SpeakingPhase.
type Lamp string

// Lamps.
const (
	LampOff      Lamp = ""         // a ring
	LampSpeaking Lamp = "speaking" // a disc
	LampLast     Lamp = "last"     // a triangle with a bar in it, as on warnings
	LampOver     Lamp = "over"     // a square with a bar across it, as where nobody may go on
)

// Colour is the lamp's colour by name.
func (l Lamp) Colour() fyne.ThemeColorName {
	switch l {
	case LampSpeaking:
		return ColourApproved
	case LampLast:
		return ColourReturned
	case LampOver:
		return ColourDanger
	}
	return ColourNoState
}

// Paint draws the lamp into the square at x, y (in units of layout). No lamp is
// told by colour alone.
func (l Lamp) Paint(p ink.Picture, x, y, side float64) {
	c, ground := Colour(l.Colour()), Colour(ColourPaper)
	at := func(fx, fy float64) ink.Point { return ink.Point{X: x + fx*side, Y: y + fy*side} }
	switch l {
	case LampSpeaking:
		p.Round(typeset.Rect{X: x, Y: y, Width: side, Height: side}, side/2, c)
	case LampLast:
		p.Polygon(c, at(0.5, 0.02), at(1, 0.95), at(0, 0.95))
		p.Stroke(ground, side*0.13, at(0.5, 0.36), at(0.5, 0.64))
		p.Stroke(ground, side*0.13, at(0.5, 0.78), at(0.5, 0.82))
	case LampOver:
		p.Fill(typeset.Rect{X: x, Y: y, Width: side, Height: side}, c)
		p.Stroke(ground, side*0.2, at(0.18, 0.5), at(0.82, 0.5))
	default:
		p.Ring(c, x+side*0.1, y+side*0.1, side*0.8, side*0.12)
	}
}

// LampSign shows a Lamp.
type LampSign struct{ sign[Lamp] }

// NewLampSign makes a LampSign.
func NewLampSign() *LampSign {
	l := &LampSign{sign[Lamp]{share: 0.9}}
	l.ExtendBaseWidget(l)
	return l
}
