package look

import (
	"bytes"
	"testing"

	"travaux/app/look/ink"
	"travaux/data"
)

// Every state that can be entered has a sign, and signs of different shapes
// differ without their colour.
func TestRoomSigns(t *testing.T) {
	dress(t, "en", false)
	pictures := map[roomShape][]byte{}
	for _, s := range append([]data.TextState{data.TextNone}, data.TextStates...) {
		state := RoomState(s)
		if (state.shape() == roomNothing) != (s == data.TextNone) {
			t.Errorf("%q has shape %d", s, state.shape())
		}
		p := ink.NewPicture(24, 24, 1)
		state.Paint(p, 3, 3, 18)
		var cover []byte
		for i := 3; i < len(p.Pix); i += 4 {
			cover = append(cover, p.Pix[i]&0x80) // ink or none
		}
		pictures[state.shape()] = cover
	}
	if len(pictures) != numRoomShapes {
		t.Errorf("%d shapes are in use, want %d", len(pictures), numRoomShapes)
	}
	for a, x := range pictures {
		for b, y := range pictures {
			if a >= b || a == roomFull && b == roomTicked { // the tick is cut out in the paper's colour
				continue
			}
			if bytes.Equal(x, y) {
				t.Errorf("shapes %d and %d look the same", a, b)
			}
		}
	}
}
