package textview

import (
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/translations/typeset"
)

// Editor is a field for words of several lines, in any script: treaty wording,
// comments, reasons. It grows with its words from MinRows to MaxRows and then
// scrolls. Set the fields before it is shown, or call Refresh afterwards.
//
//	wording := textview.NewEditor()
//	wording.Family, wording.Lang = typeset.Serif, "ar"
//	wording.OnChanged = func(text string) { draft.SetWording(text) }
type Editor struct {
	widget.DisableableWidget

	// OnChanged is told the whole text after every change a person makes.
	OnChanged func(text string)
	// OnSubmitted is told the text on Ctrl+Enter, in a Field on Enter.
	OnSubmitted func(text string)
	// OnEscaped is told that Escape was pressed.
	OnEscaped func()
	// OnFocused is told that the keyboard came (true) or went; saving belongs here.
	OnFocused func(focused bool)

	Placeholder string
	Lang        string         // BCP 47: fonts, line breaking, direction; empty: each line's own direction
	Family      typeset.Family // NewEditor sets Sans; Serif is for treaty wording and larger
	MinRows     int            // NewEditor sets 3
	MaxRows     int            // 0: grows without limit
	TakesTab    bool           // the Tab key is offered to OfferKeys' function and does not leave the field

	self    fyne.Widget // the Editor or the Field around it
	take    func(*fyne.KeyEvent) bool
	single  bool
	masked  bool
	buffer  buffer
	sheet   sheet
	key     sheetKey // what sheet was made for
	offset  fyne.Position
	goal    float64 // the x that Up and Down keep to; <0: none
	focused bool
	shift   bool
	typedAt time.Time // of the latest rune
	pointer pointer
	within  editorWithin
	draw    *editorRenderer
}

// editorWithin is what the text is told in which an editor stands.
type editorWithin struct {
	grown    func()                  // its height may have changed
	caret    func(y, height float32) // where the caret is after a move, from the editor's top
	scrolled func(*fyne.ScrollEvent) // the wheel was turned over it
}

// NewEditor makes an empty Editor for prose of the window.
func NewEditor() *Editor {
	e := &Editor{Family: typeset.Sans, MinRows: 3, goal: -1}
	e.self = e
	e.ExtendBaseWidget(e)
	return e
}

// Text is what the field holds; line ends are "\n".
func (e *Editor) Text() string { return string(e.buffer.text) }

// SetText puts in other words, without history and without calling OnChanged.
// The same words change nothing.
func (e *Editor) SetText(text string) {
	text = e.uniform(text)
	if text == e.Text() {
		return
	}
	e.buffer.reset([]rune(text))
	if e.single {
		e.buffer.move(len(e.buffer.text), false)
	} else {
		e.buffer.move(0, false)
	}
	e.offset = fyne.Position{}
	e.Refresh()
}

// Insert puts words in the place of the selection, as if typed.
func (e *Editor) Insert(text string) {
	if e.Disabled() {
		return
	}
	e.edit(func() { e.buffer.insert([]rune(e.uniform(text))) })
}

// SelectedText is what is selected. Fyne asks for it too.
func (e *Editor) SelectedText() string { return e.buffer.selected() }

// Selection is what is selected; equal offsets are the place of the caret.
func (e *Editor) Selection() (from, to int) { return e.buffer.ordered() }

// Select selects [from, to) and puts the caret at to.
func (e *Editor) Select(from, to int) {
	e.buffer.move(from, false)
	e.buffer.move(to, true)
	e.moved()
}

// Undo takes back the last change; false when there is none.
func (e *Editor) Undo() (ok bool) {
	e.edit(func() { ok = e.buffer.undo() })
	return ok
}

// Redo does again what Undo took back.
func (e *Editor) Redo() (ok bool) {
	e.edit(func() { ok = e.buffer.redo() })
	return ok
}

// uniform makes line ends uniform; a Field has neither them nor tabulators.
func (e *Editor) uniform(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	if e.single {
		text = strings.NewReplacer("\n", " ", "\t", " ").Replace(strings.TrimSpace(text))
	}
	return text
}

// edit makes a change, shows it and tells of it.
func (e *Editor) edit(change func()) {
	before := e.Text()
	change()
	e.goal = -1
	e.lay()
	e.buffer.upstream = e.sheet.leans(e.buffer.head)
	e.moved()
	if after := e.Text(); after != before && e.OnChanged != nil {
		e.OnChanged(after)
	}
}

// moved shows text and caret anew, and brings the caret into view.
func (e *Editor) moved() {
	e.lay()
	if e.within.grown != nil {
		e.within.grown()
	}
	e.reveal()
	if e.draw != nil {
		e.draw.Refresh()
	}
	if e.within.caret != nil {
		c := e.sheet.caret(e.buffer.caret())
		e.within.caret(padY+float32(c.Y)-e.offset.Y, float32(c.Height))
	}
}

// Refresh implements fyne.Widget.
func (e *Editor) Refresh() {
	e.lay()
	e.clamp()
	e.BaseWidget.Refresh()
}

// sheetKey is what the layout depends on besides the text.
type sheetKey struct {
	theme          *look.Theme
	lang           string
	family         typeset.Family
	masked, single bool
}

// padding between frame and words. Ink may stand in all of it but for the frame:
// signs above Arabic letters reach beyond their line.
const (
	padX  float32 = 7
	padY  float32 = 4
	frame float32 = 2
)

// lay brings the layout up to date.
func (e *Editor) lay() {
	key := sheetKey{look.Current(), e.language(), e.Family, e.masked, e.single}
	width := 0.0
	if !e.single {
		width = max(float64(e.Size().Width-2*padX), 24)
	}
	if key != e.key {
		e.key = key
		size := float64(look.Current().TextSize)
		if e.Family == typeset.Serif {
			size = math.Round(size * 1.2)
		}
		e.sheet = sheet{style: typeset.Style{Family: e.Family, Size: size}, lang: e.language(), direction: directionOf(e.Lang), width: width}
	}
	if e.masked {
		e.sheet.set([]rune(strings.Repeat("•", len(e.buffer.text))))
	} else {
		e.sheet.set(e.buffer.text)
	}
	if e.sheet.width != width {
		e.sheet.rewrap(width)
	}
}

func (e *Editor) language() string {
	if e.Lang != "" {
		return e.Lang
	}
	return look.Current().Lang
}

// area is the room for words.
func (e *Editor) area() fyne.Size { return e.Size().SubtractWidthHeight(2*padX, 2*padY) }

// shiftX moves single lines that end at the right edge there.
func (e *Editor) shiftX() float64 {
	if !e.single || len(e.sheet.lines) == 0 {
		return 0
	}
	l := e.sheet.lines[0].layout
	if l.RightToLeft {
		return float64(e.area().Width) - l.Width
	}
	return 0
}

// reveal scrolls so that the caret is in view.
func (e *Editor) reveal() {
	at := e.buffer.caret()
	c := e.sheet.caret(at)
	area := e.area()
	x := float32(c.X + e.shiftX())
	top, bottom := float32(e.sheet.rowTop(at)-e.sheet.head()), float32(e.sheet.rowBottom(at))
	if e.single {
		e.offset.X = min(max(e.offset.X, x-area.Width+2), x)
	}
	e.offset.Y = min(max(e.offset.Y, bottom-area.Height), top)
	e.clamp()
}

func (e *Editor) clamp() {
	area := e.area()
	e.offset.Y = max(min(e.offset.Y, float32(e.sheet.height)-area.Height), 0)
	if !e.single || len(e.sheet.lines) == 0 {
		e.offset.X = 0
		return
	}
	over := max(float32(e.sheet.lines[0].layout.Width)+2-area.Width, 0)
	if e.sheet.lines[0].layout.RightToLeft {
		e.offset.X = min(max(e.offset.X, -over), 0)
	} else {
		e.offset.X = min(max(e.offset.X, 0), over)
	}
}

// MinSize implements fyne.CanvasObject: as high as the words need, between
// MinRows and MaxRows.
func (e *Editor) MinSize() fyne.Size {
	e.lay()
	row := e.rowHeight()
	if e.single {
		return fyne.NewSize(80, max(row+2*padY, look.Current().FieldHeight()))
	}
	height := max(float32(math.Ceil(e.sheet.height)), row*float32(max(e.MinRows, 1)))
	if e.MaxRows > 0 {
		height = min(height, row*float32(e.MaxRows))
	}
	return fyne.NewSize(80, height+2*padY)
}

func (e *Editor) rowHeight() float32 {
	return float32(math.Ceil(e.sheet.layout([]rune("x")).Height))
}
