package look

import (
	"fyne.io/fyne/v2"

	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// State is how far something has come. The values are those of
// data.ApprovalState.
type State string

// States.
const (
	StateNone          State = "none"           // a small ring
	StateDraft         State = "draft"          // a ring, half filled
	StateSubmitted     State = "submitted"      // a triangle, upwards: on its way to the head
	StateClearedExpert State = "cleared-expert" // a triangle over a bar: one has let it pass
	StateClearedLegal  State = "cleared-legal"  // a triangle over two bars
	StateReturned      State = "returned"       // a triangle, backwards
	StateApproved      State = "approved"       // a disc with a tick
	StateConfirmed     State = "confirmed"      // a square with a tick: sealed
	StateLapsed        State = "lapsed"         // a cross
)

// Colour is the state's colour by name.
func (s State) Colour() fyne.ThemeColorName {
	switch s {
	case StateDraft:
		return ColourDraft
	case StateSubmitted, StateClearedExpert, StateClearedLegal:
		return ColourSubmitted
	case StateReturned:
		return ColourReturned
	case StateApproved, StateConfirmed:
		return ColourApproved
	case StateLapsed:
		return ColourLapsed
	}
	return ColourNoState
}

// Paint draws the state's sign into the square at x, y (in units of layout).
// Every state has its own shape: none is told by colour alone.
func (s State) Paint(p ink.Picture, x, y, side float64) {
	c := Colour(s.Colour())
	at := func(fx, fy float64) ink.Point {
		if s == StateReturned && Current().RightToLeft {
			fx = 1 - fx
		}
		return ink.Point{X: x + fx*side, Y: y + fy*side}
	}
	switch s {
	case StateDraft:
		p.Ring(c, x+side*0.04, y+side*0.04, side*0.92, side*0.15)
		p.Polygon(c, at(0.06, 0.5), at(0.94, 0.5), at(0.86, 0.76), at(0.68, 0.91), at(0.5, 0.95), at(0.32, 0.91), at(0.14, 0.76))
	case StateSubmitted:
		p.Polygon(c, at(0.5, 0.04), at(1, 0.94), at(0, 0.94))
	case StateClearedExpert:
		p.Polygon(c, at(0.5, 0), at(0.96, 0.66), at(0.04, 0.66))
		p.Polygon(c, at(0, 0.8), at(1, 0.8), at(1, 1), at(0, 1))
	case StateClearedLegal:
		p.Polygon(c, at(0.5, 0), at(0.9, 0.42), at(0.1, 0.42))
		p.Polygon(c, at(0, 0.52), at(1, 0.52), at(1, 0.7), at(0, 0.7))
		p.Polygon(c, at(0, 0.82), at(1, 0.82), at(1, 1), at(0, 1))
	case StateReturned:
		p.Polygon(c, at(0.02, 0.5), at(0.92, 0), at(0.92, 1))
	case StateApproved:
		p.Round(typeset.Rect{X: x, Y: y, Width: side, Height: side}, side/2, c)
		p.Stroke(Colour(ColourPaper), side*0.15, at(0.26, 0.52), at(0.44, 0.71), at(0.75, 0.32))
	case StateConfirmed:
		p.Polygon(c, at(0, 0), at(1, 0), at(1, 1), at(0, 1))
		p.Stroke(Colour(ColourPaper), side*0.15, at(0.2, 0.52), at(0.42, 0.75), at(0.8, 0.26))
	case StateLapsed:
		p.Stroke(c, side*0.22, at(0.12, 0.12), at(0.88, 0.88))
		p.Stroke(c, side*0.22, at(0.88, 0.12), at(0.12, 0.88))
	default:
		p.Ring(c, x+side*0.2, y+side*0.2, side*0.6, side*0.12)
	}
}

// Dot shows a State beside what has it.
type Dot struct{ sign[State] }

// NewDot makes a Dot.
func NewDot(s State) *Dot {
	d := &Dot{sign[State]{state: s, share: 1}}
	d.ExtendBaseWidget(d)
	return d
}
