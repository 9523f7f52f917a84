package intake

import (
	"path"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/text"
	"travaux/translations"
	"travaux/translations/typeset"
)

// outlineList is the list of the outline's nodes, with the keys of the review.
// Undo and Redo make the window's commands of that name act on the review while
// the list has the keyboard.
type outlineList struct {
	widget.List
	onKey      func(fyne.KeyName) (used bool)
	undo, redo func()
	chosen     func(int)
	selected   int
	length     func() int
	row        float32 // height
	ring       look.Ring
}

var _ fyne.Focusable = (*outlineList)(nil)

func newOutlineList(length func() int, loc *translations.Localizer, fill func(i int, row *nodeRow), chosen func(int)) *outlineList {
	l := &outlineList{selected: -1, length: length, chosen: chosen}
	l.Length, l.HideSeparators = length, true
	l.CreateItem = func() fyne.CanvasObject { return newNodeRow(loc) }
	l.UpdateItem = func(i int, row fyne.CanvasObject) { fill(i, row.(*nodeRow)) }
	l.OnSelected = func(i int) {
		l.selected = i
		l.chosen(i)
	}
	l.row = newNodeRow(loc).MinSize().Height
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *outlineList) CreateRenderer() fyne.WidgetRenderer {
	return l.ring.Around(l.List.CreateRenderer())
}

// FocusGained implements fyne.Focusable.
func (l *outlineList) FocusGained() { l.List.FocusGained(); l.ring.Show(l, true) }

// FocusLost implements fyne.Focusable.
func (l *outlineList) FocusLost() { l.List.FocusLost(); l.ring.Show(l, false) }

// mark selects a row and scrolls to it without telling.
func (l *outlineList) mark(i int) {
	chosen := l.chosen
	l.chosen = func(int) {}
	l.Select(i)
	l.ScrollTo(i) // also if it was selected before and the list has changed its height
	l.chosen = chosen
}

// Undo takes the last change of the review back. It always says that it has
// done its work: behind the review nothing is to be undone.
func (l *outlineList) Undo() bool {
	l.undo()
	return true
}

// Redo does it again.
func (l *outlineList) Redo() bool {
	l.redo()
	return true
}

// TypedKey implements fyne.Focusable.
func (l *outlineList) TypedKey(e *fyne.KeyEvent) {
	page := max(int(l.Size().Height/l.row)-1, 1)
	to, moves := look.ListStep(e.Name, l.selected, page, l.length())
	switch {
	case !moves && !l.onKey(e.Name):
		look.PassOn(e, l)
	case !moves:
	case to >= 0 && to != l.selected:
		l.Select(to)
	}
}

// nodeRow is one node: a sign if it is doubtful, its number (or what it is),
// its heading and its first words, further in the deeper it stands.
type nodeRow struct {
	widget.BaseWidget
	loc                     *translations.Localizer
	sign                    *look.Icon
	label, heading, opening *look.Text
	depth                   int
	row                     *fyne.Container
}

func newNodeRow(loc *translations.Localizer) *nodeRow {
	r := &nodeRow{loc: loc, sign: look.NewIcon(look.IconWarning), label: look.NewText(""), heading: look.Ellipsis(""), opening: look.Ellipsis("")}
	r.sign.Set(look.IconWarning, look.ColourLapsed)
	r.label.Colour = look.ColourLabel
	r.heading.Bold = true
	r.opening.Colour = look.ColourMuted
	r.row = look.Row(r.label, r.heading, r.opening)
	r.ExtendBaseWidget(r)
	return r
}

// directionOf is that of a document in a language, also of its lines that begin
// with figures.
func directionOf(lang string) typeset.Direction {
	if translations.New(lang).RightToLeft() {
		return typeset.RightToLeft
	}
	return typeset.LeftToRight
}

// firstWords is how many runes of a node's text a row is given: no row is wider.
const firstWords = 120

// longHeading is how many runes of a heading leave no room for words after it.
const longHeading = 30

func (r *nodeRow) set(n *text.Node, lang data.Lang) {
	r.label.Colour = look.ColourLabel
	r.label.Lang, r.label.Direction = string(lang), directionOf(string(lang))
	label := n.Label
	switch {
	case label != "":
	case n.Kind == data.KindRecital: // delegates number them PP1, PP2…
		label = strings.ToUpper(path.Base(n.Path))
	default:
		label = r.loc.Name("kind", string(n.Kind))
		r.label.Colour = look.ColourMuted
		r.label.Lang, r.label.Direction = r.loc.Lang(), directionOf(r.loc.Lang())
	}
	words := []rune(strings.Join(strings.Fields(n.Text), " "))
	if utf8.RuneCountInString(n.Heading) > longHeading {
		words = nil
	}
	if len(words) > firstWords {
		words = append(words[:firstWords:firstWords], '…')
	}
	r.label.SetText(label)
	for t, content := range map[*look.Text]string{r.heading: n.Heading, r.opening: string(words)} {
		t.Lang, t.Direction = string(lang), directionOf(string(lang))
		t.Hidden = content == ""
		t.SetText(content)
	}
	r.sign.Hidden = len(n.Doubts) == 0
	r.depth = n.Depth
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *nodeRow) CreateRenderer() fyne.WidgetRenderer { return &nodeRowRenderer{r} }

type nodeRowRenderer struct{ r *nodeRow }

// step is the room by which a level is further in.
const step = 14

func (x *nodeRowRenderer) Destroy() {}

func (x *nodeRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.sign, x.r.row}
}

func (x *nodeRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, x.r.row.MinSize().Height+6)
}

func (x *nodeRowRenderer) Layout(size fyne.Size) {
	sign := x.r.sign.MinSize()
	x.r.sign.Resize(sign)
	x.r.sign.Move(fyne.NewPos(look.Mirrored(4, sign.Width, size.Width), (size.Height-sign.Height)/2))
	start := 4 + sign.Width + 4 + step*float32(min(x.r.depth, 8))
	width := max(size.Width-start-6, 20)
	x.r.row.Resize(fyne.NewSize(width, size.Height))
	x.r.row.Move(fyne.NewPos(look.Mirrored(start, width, size.Width), 0))
}

func (x *nodeRowRenderer) Refresh() {
	x.Layout(x.r.Size())
	x.r.row.Refresh()
	x.r.sign.Refresh()
}
