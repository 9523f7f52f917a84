package look

import (
	"fyne.io/fyne/v2"

	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// RoomState is how far the words of a provision have come in the room. The
// values are those of data.TextState. Its signs are squares, so that they are
// never taken for those of an approval (State).
type RoomState string

// States of the text.
const (
	RoomNone          RoomState = "" // no sign
	RoomProposed      RoomState = "proposed"
	RoomDiscussed     RoomState = "discussed"
	RoomBracketed     RoomState = "bracketed"
	RoomFirstReading  RoomState = "first-reading"
	RoomParked        RoomState = "parked"
	RoomInformals     RoomState = "informals"
	RoomClose         RoomState = "close"
	RoomAdReferendum  RoomState = "ad-referendum"
	RoomAgreed        RoomState = "agreed"
	RoomReopened      RoomState = "reopened"
	RoomLanguageGroup RoomState = "language-group"
	RoomAdopted       RoomState = "adopted"
	RoomDeleted       RoomState = "deleted"
	RoomMoved         RoomState = "moved"
	RoomWithdrawn     RoomState = "withdrawn"
)

// roomShape is what the sign of a state looks like. States that ask the same of
// a delegate share one; their names tell them apart.
type roomShape uint8

const (
	roomNothing   roomShape = iota
	roomOpen                // an empty square
	roomBrackets            // a pair of square brackets
	roomSetAside            // a square with a dash in it
	roomHalf                // a square, its lower half filled
	roomFull                // a filled square
	roomTicked              // a filled square with a tick
	roomBroken              // a square in two halves, pulled apart
	roomStruck              // a square, struck through
	numRoomShapes = int(iota)
)

func (s RoomState) shape() roomShape {
	switch s {
	case RoomProposed, RoomDiscussed, RoomFirstReading:
		return roomOpen
	case RoomBracketed:
		return roomBrackets
	case RoomParked, RoomInformals:
		return roomSetAside
	case RoomClose:
		return roomHalf
	case RoomAdReferendum:
		return roomFull
	case RoomAgreed, RoomLanguageGroup, RoomAdopted:
		return roomTicked
	case RoomReopened:
		return roomBroken
	case RoomDeleted, RoomMoved, RoomWithdrawn:
		return roomStruck
	}
	return roomNothing
}

// Colour is the state's colour by name.
func (s RoomState) Colour() fyne.ThemeColorName {
	switch s.shape() {
	case roomBrackets:
		return ColourBracket
	case roomHalf:
		return ColourSubmitted
	case roomFull, roomTicked:
		return ColourApproved
	case roomBroken:
		return ColourLapsed
	case roomStruck:
		return ColourMuted
	}
	return ColourDraft
}

// Paint draws the state's sign into the square at x, y (in units of layout).
// No state is told by colour alone.
func (s RoomState) Paint(p ink.Picture, x, y, side float64) {
	c := Colour(s.Colour())
	line := max(side*0.13, 1)
	at := func(fx, fy float64) ink.Point { return ink.Point{X: x + fx*side, Y: y + fy*side} }
	frame := func() {
		p.Outline(typeset.Rect{X: x, Y: y, Width: side, Height: side}, line, c)
	}
	switch s.shape() {
	case roomOpen:
		frame()
	case roomSetAside:
		frame()
		p.Stroke(c, side*0.16, at(0.3, 0.5), at(0.7, 0.5))
	case roomBrackets:
		p.Stroke(c, side*0.16, at(0.34, 0.07), at(0.1, 0.07), at(0.1, 0.93), at(0.34, 0.93))
		p.Stroke(c, side*0.16, at(0.66, 0.07), at(0.9, 0.07), at(0.9, 0.93), at(0.66, 0.93))
	case roomHalf:
		frame()
		p.Fill(typeset.Rect{X: x, Y: y + side/2, Width: side, Height: side / 2}, c)
	case roomFull:
		p.Fill(typeset.Rect{X: x, Y: y, Width: side, Height: side}, c)
	case roomTicked:
		p.Fill(typeset.Rect{X: x, Y: y, Width: side, Height: side}, c)
		p.Stroke(Colour(ColourPaper), side*0.15, at(0.2, 0.52), at(0.42, 0.75), at(0.8, 0.26))
	case roomBroken:
		p.Stroke(c, side*0.15, at(0.06, 0.6), at(0.06, 0.06), at(0.6, 0.06))
		p.Stroke(c, side*0.15, at(0.94, 0.4), at(0.94, 0.94), at(0.4, 0.94))
	case roomStruck:
		frame()
		p.Stroke(c, side*0.14, at(-0.08, 1.08), at(1.08, -0.08))
	}
}

// RoomSign shows a RoomState beside what has it.
type RoomSign struct{ sign[RoomState] }

// NewRoomSign makes a RoomSign: a square looks larger than a disc of its width.
func NewRoomSign(s RoomState) *RoomSign {
	r := &RoomSign{sign[RoomState]{state: s, share: 0.86}}
	r.ExtendBaseWidget(r)
	return r
}
