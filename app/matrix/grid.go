package matrix

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/look/ink"
)

// grid shows a sheet as one picture of which only the cells in view are painted.
// Heads stay in view. One cell has the cursor, which arrow keys move; it can stand
// in a frozen line too.
type grid struct {
	widget.BaseWidget
	// OnMoved is told that the cursor went to another cell.
	OnMoved func()
	// OnOpen is told that the cell with the cursor is to be opened.
	OnOpen func()

	sheet   *sheet
	edges   []float32 // where columns begin, from the first one's start edge; and where the last ends
	x, y    float32   // how far it is scrolled, from the start edge and from the top
	row     int       // with the cursor: frozen lines first; -1 in an empty sheet
	col     int
	focused bool
	point   pointing
	typing  typing

	raster  *canvas.Raster
	picture ink.Picture // used again while the size stays
	set     lettering
}

var (
	_ fyne.Focusable    = (*grid)(nil)
	_ fyne.Scrollable   = (*grid)(nil)
	_ fyne.Draggable    = (*grid)(nil)
	_ desktop.Mouseable = (*grid)(nil)
	_ desktop.Hoverable = (*grid)(nil)
)

func newGrid() *grid {
	g := &grid{sheet: &sheet{}, row: -1, col: -1, point: pointing{bar: noBar}}
	g.ExtendBaseWidget(g)
	return g
}

// Measures for normal text.
const (
	headWide   = 196 // of the names
	columnWide = 44
	titleWide  = 104 // of a column whose label is a title
	rowHigh    = 19
	roomyHigh  = 24
	barWide    = 10 // of a scroll bar
)

// measures are those of the present theme.
type measures struct{ head, row, top float32 }

func (g *grid) measures() measures {
	m := measures{head: look.Scaled(headWide), row: look.Scaled(rowHigh)}
	if !look.Current().Compact {
		m.row = look.Scaled(roomyHigh)
	}
	m.head = min(m.head, float32(int(g.Size().Width*0.4)))
	m.top = 2 * m.row
	return m
}

// show puts a sheet into the grid. The cursor stays on its line and its column,
// if they are still there.
func (g *grid) show(s *sheet) {
	kind, code, words := g.here()
	g.sheet = s
	g.set.forget()
	g.edges = g.set.edges(s.columns)
	g.row, g.col = -1, -1
	all := s.all()
	if len(all) > 0 && len(s.columns) > 0 {
		g.row, g.col = min(len(s.frozen), len(all)-1), 0
		for i, l := range all {
			if l.kind == kind && l.code == code && code != "" {
				g.row = i
			}
		}
		for i, c := range s.columns {
			if c.Words == words {
				g.col = i
			}
		}
	}
	g.scroll(g.x, g.y)
	g.Refresh()
}

// here names the line and the column with the cursor.
func (g *grid) here() (kind lineKind, code, words string) {
	if g.row < 0 {
		return
	}
	l := g.line(g.row)
	return l.kind, l.code, g.sheet.columns[g.col].Words
}

// line is a line by its place in the order of the cursor.
func (g *grid) line(i int) *line {
	if n := len(g.sheet.frozen); i >= n {
		return &g.sheet.lines[i-n]
	}
	return &g.sheet.frozen[i]
}

// length is how many lines there are.
func (g *grid) length() int { return len(g.sheet.frozen) + len(g.sheet.lines) }

// go to a cell, as far as there is one, and bring it into view.
func (g *grid) goTo(row, col int) {
	if g.row < 0 {
		return
	}
	row, col = min(max(row, 0), g.length()-1), min(max(col, 0), len(g.sheet.columns)-1)
	moved := row != g.row || col != g.col
	g.row, g.col = row, col
	g.reveal()
	g.Refresh()
	if moved && g.OnMoved != nil {
		g.OnMoved()
	}
}

// reveal scrolls as little as shows the cell with the cursor whole.
func (g *grid) reveal() {
	m := g.measures()
	view := g.body(m)
	x, y := g.x, g.y
	if from, to := g.edges[g.col], g.edges[g.col+1]; from < x {
		x = from
	} else if to > x+view.Width {
		x = to - view.Width
	}
	if i := g.row - len(g.sheet.frozen); i >= 0 {
		if from := float32(i) * m.row; from < y {
			y = from
		} else if from+m.row > y+view.Height {
			y = from + m.row - view.Height
		}
	}
	g.scroll(x, y)
}

// body is the room of the cells that scroll.
func (g *grid) body(m measures) fyne.Size {
	size := g.Size()
	return fyne.NewSize(max(size.Width-m.head-barWide, 0), max(size.Height-m.top-float32(len(g.sheet.frozen))*m.row-barWide, 0))
}

// whole is how large all cells that scroll are.
func (g *grid) whole(m measures) fyne.Size {
	if len(g.edges) == 0 {
		return fyne.Size{}
	}
	return fyne.NewSize(g.edges[len(g.edges)-1], float32(len(g.sheet.lines))*m.row)
}

// scroll goes to a place, as far as there is anything.
func (g *grid) scroll(x, y float32) {
	m := g.measures()
	view, whole := g.body(m), g.whole(m)
	g.x = min(max(x, 0), max(whole.Width-view.Width, 0))
	g.y = min(max(y, 0), max(whole.Height-view.Height, 0))
}

// columnAt is the column at a distance from the first one's start edge, -1 for
// none.
func (g *grid) columnAt(x float32) int {
	if x < 0 || len(g.edges) == 0 || x >= g.edges[len(g.edges)-1] {
		return -1
	}
	return sort.Search(len(g.edges), func(i int) bool { return g.edges[i] > x }) - 1
}

// spot is a place in the grid.
type spot struct{ row, col int } // -1: in the heads

// at is the spot at a place of the widget; ok is false where there is none.
func (g *grid) at(p fyne.Position) (s spot, ok bool) {
	m := g.measures()
	x := p.X
	if look.Current().RightToLeft {
		x = g.Size().Width - x
	}
	s = spot{-1, -1}
	if x >= m.head {
		if s.col = g.columnAt(x - m.head + g.x); s.col < 0 {
			return s, false
		}
	}
	frozen := float32(len(g.sheet.frozen)) * m.row
	switch y := p.Y - m.top; {
	case y < 0:
	case y < frozen:
		s.row = int(y / m.row)
	default:
		s.row = int((y-frozen+g.y)/m.row) + len(g.sheet.frozen)
		if s.row >= g.length() {
			return s, false
		}
	}
	return s, true
}

// Resize implements fyne.Widget.
func (g *grid) Resize(size fyne.Size) {
	g.BaseWidget.Resize(size)
	g.scroll(g.x, g.y)
}

// MinSize implements fyne.CanvasObject.
func (g *grid) MinSize() fyne.Size {
	return fyne.NewSize(look.Scaled(headWide+3*columnWide), look.Scaled(9*rowHigh))
}

// CreateRenderer implements fyne.Widget.
func (g *grid) CreateRenderer() fyne.WidgetRenderer {
	g.raster = canvas.NewRaster(g.paint)
	return widget.NewSimpleRenderer(g.raster)
}
