package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tabGrid lays the heads of a TabBar side by side if they fit, else in the
// fewest rows of equal cells in which the widest fits.
type tabGrid struct {
	bar     *TabBar
	columns int
	cells   bool    // they are no row
	width   float32 // last given; as of wrapped text, the height follows from it
}

// Layout implements fyne.Layout.
func (g *tabGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.width = size.Width
	g.arrange()
	if !g.gridded() {
		rowLayout{}.Layout(objects, fyne.NewSize(size.Width, objects[0].MinSize().Height))
		return
	}
	width, height := size.Width/float32(g.columns), objects[0].MinSize().Height
	for i, o := range objects {
		x, y := float32(i%g.columns)*width, float32(i/g.columns)*height
		left, right := float32(int(x+0.5)), float32(int(x+width+0.5)) // on whole pixels
		if i%g.columns < g.columns-1 {
			right++ // neighbours share a line
		}
		o.Resize(fyne.NewSize(right-left, height+1))
		o.Move(fyne.NewPos(Mirrored(left, right-left, size.Width), y))
	}
}

// MinSize implements fyne.Layout. More than three heads may stand in two columns.
func (g *tabGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	g.arrange()
	size := fyne.NewSize(min(g.inRow(), 2*g.widest()), 0)
	size.Height = objects[0].MinSize().Height * float32((len(objects)+g.columns-1)/g.columns)
	return size
}

// gridded reports whether the heads are cells.
func (g *tabGrid) gridded() bool { return g.cells }

// arrange finds the number of columns for the present width. Up to three heads
// always stay side by side, if need be with their words cut.
func (g *tabGrid) arrange() {
	n := len(g.bar.heads)
	columns, cells := n, g.width > 0 && g.inRow() > g.width
	for rows := 2; cells && n > 3; rows++ {
		columns = (n + rows - 1) / rows
		if columns <= 2 || float32(columns)*g.widest() <= g.width {
			break
		}
	}
	if columns != g.columns || cells != g.cells {
		g.columns, g.cells = columns, cells
		for _, h := range g.bar.heads {
			h.Refresh()
		}
	}
}

// inRow is the width of all heads side by side.
func (g *tabGrid) inRow() float32 {
	width := Current().Gap() * float32(len(g.bar.heads)-1)
	for _, h := range g.bar.heads {
		width += h.width(false)
	}
	return width
}

// widest is the width of the widest head as a cell.
func (g *tabGrid) widest() float32 {
	width := float32(0)
	for _, h := range g.bar.heads {
		width = max(width, h.width(true))
	}
	return width
}

// Room at both ends of a head and before its count, in pixels.
const (
	rowPad, rowGap   = 7, 6
	cellPad, cellGap = 4, 3
)

// tabHead is the words of one tab: with a line below the chosen one in a row, a
// cell in a grid. The chosen one is told by the line, not by colour alone.
type tabHead struct {
	widget.BaseWidget
	bar   *TabBar
	index int
	text  *Text
	chip  *Chip
	hot   bool
	theme *Theme // that widths are of
	words map[bool]float32
}

func newTabHead(bar *TabBar, index int, t Tab) *tabHead {
	h := &tabHead{bar: bar, index: index, text: Ellipsis(t.Words), chip: NewChip(t.Count)}
	if t.Count == "" {
		h.chip.Hide()
	}
	h.ExtendBaseWidget(h)
	return h
}

// width is what the head needs in a row or as a cell.
func (h *tabHead) width(cell bool) float32 {
	if h.theme != Current() {
		h.theme, h.words = Current(), map[bool]float32{}
		for _, cell := range []bool{false, true} {
			words := NewText(h.text.Text)
			dressHead(words, cell)
			h.words[cell] = words.MinSize().Width
		}
	}
	pad, gap := headRoom(cell)
	width := h.words[cell] + 2*pad + 1
	if h.chip.Visible() {
		h.chip.pad = gap
		width += gap + h.chip.MinSize().Width
	}
	return width
}

// dressHead gives words the letters of a head.
func dressHead(words *Text, cell bool) {
	words.Bold, words.Scale = true, ""
	if cell {
		words.Bold, words.Scale = false, theme.SizeNameCaptionText
	}
}

// headRoom is the room at both ends of a head and before its count.
func headRoom(cell bool) (pad, gap float32) {
	if cell {
		return cellPad, cellGap
	}
	return rowPad, rowGap
}

func (h *tabHead) CreateRenderer() fyne.WidgetRenderer {
	line, ground := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	least := func() fyne.Size {
		return fyne.NewSize(h.width(h.bar.grid.gridded()), h.text.MinSize().Height+11)
	}
	place := func(size fyne.Size) {
		ground.Resize(size)
		thick := float32(2)
		if h.bar.grid.gridded() {
			thick = 3
		}
		line.Resize(fyne.NewSize(max(size.Width-8, 0), thick))
		line.Move(fyne.NewPos(4, size.Height-thick))
		h.place(size)
	}
	colour := func() {
		h.colour(ground, line)
		place(h.Size())
	}
	return newParts(place, least, colour, ground, h.text, h.chip, line)
}

// place sets words and count in the middle of the head.
func (h *tabHead) place(size fyne.Size) {
	pad, gap := headRoom(h.bar.grid.gridded())
	whole, chip := h.text.Wanted(), fyne.Size{}
	if h.chip.Visible() {
		h.chip.pad = gap
		chip = h.chip.MinSize()
		whole += gap + chip.Width
	}
	whole = min(whole, max(size.Width-2*pad, 0))
	x := float32(int((size.Width - whole) / 2))
	words := fyne.NewSize(whole, h.text.MinSize().Height)
	if h.chip.Visible() {
		words.Width = max(whole-gap-chip.Width, 0)
		h.chip.Resize(chip)
		h.chip.Move(fyne.NewPos(Mirrored(x+words.Width+gap, chip.Width, size.Width), (size.Height-1-chip.Height)/2))
	}
	h.text.Resize(words)
	h.text.Move(fyne.NewPos(Mirrored(x, words.Width, size.Width), (size.Height-1-words.Height)/2))
}

func (h *tabHead) colour(ground, line *canvas.Rectangle) {
	chosen, cell := h.index == h.bar.chosen, h.bar.grid.gridded()
	box(ground, "", "", 0)
	if cell {
		box(ground, "", ColourLine, 1)
		ground.CornerRadius = 0
	}
	switch {
	case chosen && cell:
		ground.FillColor = Colour(ColourPaper)
	case h.hot && !chosen:
		ground.FillColor = Colour(ColourHover)
	}
	if chosen && h.bar.focused {
		ground.StrokeColor, ground.StrokeWidth = Colour(ColourFocus), 2
	}
	line.Hidden = !chosen
	line.FillColor = Colour(ColourAccent)
	dressHead(h.text, cell)
	h.text.Colour = ColourMuted
	if chosen {
		h.text.Colour = ColourText
	}
}

func (h *tabHead) Tapped(*fyne.PointEvent)        { h.bar.Press(h.index) }
func (h *tabHead) MouseIn(*desktop.MouseEvent)    { Touch(); h.hot = true; h.Refresh() }
func (h *tabHead) MouseMoved(*desktop.MouseEvent) {}
func (h *tabHead) MouseOut()                      { h.hot = false; h.Refresh() }
func (h *tabHead) Cursor() desktop.Cursor         { return desktop.PointerCursor }
