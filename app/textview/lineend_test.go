package textview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// The end of a wrapped line without spaces and the beginning of the next are one
// offset; the caret stands where it was put.
func TestEndOfWrappedLine(t *testing.T) {
	press := func(e *Editor, x, y float32) {
		e.pointer.count = 0
		e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
		e.MouseUp(nil)
	}
	for _, tt := range []struct {
		name string
		put  func(e *Editor, x, y float32) // the caret at the end of the second row; x is past the end
		row  int
	}{
		{"press", press, 1},
		{"end key", func(e *Editor, _, y float32) { press(e, padX+20, y); do(e, "End") }, 1},
		{"end key twice", func(e *Editor, _, y float32) { press(e, padX+20, y); do(e, "End", "End") }, 1},
		{"down", func(e *Editor, x, y float32) { press(e, x, y-e.rowHeight()); do(e, "Down") }, 1},
		{"up", func(e *Editor, x, y float32) { press(e, x, y); do(e, "Down", "Up") }, 1},
		{"home of the next row", func(e *Editor, _, y float32) { press(e, padX+20, y+e.rowHeight()); do(e, "Home") }, 2},
		{"right goes on to the next row", func(e *Editor, x, y float32) { press(e, x, y); do(e, "Right") }, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := write(t, "zh", "|"+strings.Repeat("缔约国应当保护共有水井", 9), 300)
			lines := e.sheet.lines[0].layout.Lines
			second := lines[1]
			tt.put(e, 299, padY+float32(second.Top+second.Height/2))
			c := e.sheet.caret(e.buffer.caret())
			if e.buffer.head != second.End || e.sheet.lines[0].row(e.buffer.caret()) != tt.row {
				t.Fatalf("at %d on row %d; the second row ends at %d", e.buffer.head, e.sheet.lines[0].row(e.buffer.caret()), second.End)
			}
			want := second.X + second.Width
			if tt.row == 2 {
				want = lines[2].X
			}
			if d := c.X - want; d > 0.01 || d < -0.01 {
				t.Errorf("the caret is at %v, want %v", c.X, want)
			}
			if top := lines[tt.row].Top; c.Y < top-1 || c.Y > top+second.Height {
				t.Errorf("the caret is at height %v, its row at %v", c.Y, top)
			}
		})
	}
	e := write(t, "zh", "|"+strings.Repeat("缔约国应当保护共有水井", 9), 300)
	second := e.sheet.lines[0].layout.Lines[1]
	y := padY + float32(second.Top+second.Height/2)
	press(e, 299, y)
	do(e, "Left")
	if e.buffer.head != second.End-1 || e.sheet.lines[0].row(e.buffer.caret()) != 1 {
		t.Errorf("left of the end is %d", e.buffer.head)
	}
	press(e, 299, y)
	do(e, "国")
	if e.buffer.text[second.End] != '国' || e.buffer.head != second.End+1 || e.buffer.upstream {
		t.Errorf("typed at the end, the caret is at %d", e.buffer.head)
	}
	press(e, 299, y)
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(299, y)}, Button: desktop.MouseButtonPrimary})
	if from, to := e.Selection(); from >= second.End || to < from {
		t.Errorf("a double press past the end selects %d to %d, the row ends at %d", from, to, second.End)
	}
}
