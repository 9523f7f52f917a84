package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/translations/typeset/segment"
)

var (
	_ fyne.Focusable    = (*Document)(nil)
	_ fyne.Shortcutable = (*Document)(nil)
	_ desktop.Keyable   = (*Document)(nil)
)

func (d *Document) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil && c.Focused() != d {
		c.Focus(d)
	}
}

// FocusGained implements fyne.Focusable.
func (d *Document) FocusGained() { d.focused = true; d.ring() }

// FocusLost implements fyne.Focusable.
func (d *Document) FocusLost() { d.focused, d.shift = false, false; d.ring() }

func (d *Document) ring() {
	if d.draw != nil {
		d.draw.Refresh()
	}
}

// TypedRune implements fyne.Focusable.
func (d *Document) TypedRune(rune) {}

// KeyDown implements desktop.Keyable: Fyne tells keys without their modifiers.
func (d *Document) KeyDown(e *fyne.KeyEvent) {
	look.Touch()
	d.shift = d.shift || isShift(e)
}

// KeyUp implements desktop.Keyable.
func (d *Document) KeyUp(e *fyne.KeyEvent) { d.shift = d.shift && !isShift(e) }

func isShift(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight
}

// TypedKey implements fyne.Focusable: arrows and Page keys scroll, and with Shift
// extend the selection.
func (d *Document) TypedKey(e *fyne.KeyEvent) {
	look.Touch()
	if len(d.blocks) == 0 {
		look.PassOn(e, d)
		return
	}
	line := d.sizes.size * 1.5
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		if d.shift {
			d.extend(e.Name)
			return
		}
	}
	switch e.Name {
	case fyne.KeyUp:
		d.scrollBy(-2 * line)
	case fyne.KeyDown:
		d.scrollBy(2 * line)
	case fyne.KeyPageUp:
		d.scrollBy(-max(d.view()-2*line, line))
	case fyne.KeyPageDown, fyne.KeySpace:
		d.scrollBy(max(d.view()-2*line, line))
	case fyne.KeyHome:
		d.scrollBy(-d.column.total())
	case fyne.KeyEnd:
		d.toEnd()
	case fyne.KeyEscape:
		if d.selection.empty() {
			look.PassOn(e, d)
			return
		}
		d.selectPlaces(d.selection.head, d.selection.head)
	default:
		look.PassOn(e, d)
	}
}

// toEnd shows the end of the text; blocks there are measured first, so that the
// last line is truly the last.
func (d *Document) toEnd() {
	d.offset = d.above(len(d.blocks)-1, d.view())
	d.measure(len(d.blocks) - 1)
	d.offset = d.column.total()
	d.arrange()
}

// ChooseNext chooses the block that is step (1 or -1) further and shows it.
func (d *Document) ChooseNext(step int) {
	if len(d.blocks) == 0 {
		return
	}
	i := d.chosen + step
	if d.chosen < 0 {
		i = d.column.at(d.offset)
	}
	i = min(max(i, 0), len(d.blocks)-1)
	d.goTo(i)
	d.ScrollTo(d.blocks[i].ID)
}

// extend moves the end of the selection by one key.
func (d *Document) extend(key fyne.KeyName) {
	head := d.selection.head
	s := d.measure(head.block)
	caret := s.words.Caret(head.offset)
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		head = d.beside(head, (key == fyne.KeyRight) != s.rtl)
	case fyne.KeyHome:
		head.offset = 0
	case fyne.KeyEnd:
		head.offset = len(s.text)
	case fyne.KeyUp:
		if line := s.words.LineOf(head.offset); line > 0 {
			head.offset = s.words.Hit(caret.X, s.words.Lines[line-1].Top+1)
		} else if head.block > 0 {
			above := d.measure(head.block - 1)
			head = place{head.block - 1, above.words.Hit(caret.X+s.wordsX-above.wordsX, above.words.Height)}
		}
	case fyne.KeyDown:
		if line := s.words.LineOf(head.offset); line < len(s.words.Lines)-1 {
			head.offset = s.words.Hit(caret.X, s.words.Lines[line+1].Top+1)
		} else if head.block < len(d.blocks)-1 {
			below := d.measure(head.block + 1)
			head = place{head.block + 1, below.words.Hit(caret.X+s.wordsX-below.wordsX, 0)}
		}
	}
	d.selectPlaces(d.selection.anchor, head)
	d.ScrollToPosition(d.position(head))
}

// beside is the next place forwards or backwards in the text, by grapheme, over
// the edge of blocks too.
func (d *Document) beside(p place, forward bool) place {
	text := d.measure(p.block).text
	edges := segment.Graphemes(text)
	if forward {
		for _, e := range edges {
			if e > p.offset {
				return place{p.block, e}
			}
		}
		if p.block < len(d.blocks)-1 {
			return place{p.block + 1, 0}
		}
		return p
	}
	for i := len(edges) - 1; i >= 0; i-- {
		if edges[i] < p.offset {
			return place{p.block, edges[i]}
		}
	}
	if p.block > 0 {
		return place{p.block - 1, len(d.measure(p.block - 1).text)}
	}
	return p
}

// TypedShortcut implements fyne.Shortcutable; what the text has no use for goes
// to the window's commands.
func (d *Document) TypedShortcut(s fyne.Shortcut) {
	if !d.use(s) {
		look.Shortcut(s)
	}
}

// use copies what is selected, and selects all, which takes the whole block the
// selection is in.
func (d *Document) use(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		text := d.CopyText()
		if text == "" {
			return false
		}
		s.Clipboard.SetContent(text)
	case *fyne.ShortcutSelectAll:
		d.SelectBlock()
	default:
		return false
	}
	return true
}

// SelectBlock selects the whole block the selection ends in.
func (d *Document) SelectBlock() {
	if len(d.blocks) == 0 {
		return
	}
	i := d.selection.head.block
	d.selectPlaces(place{i, 0}, place{i, len([]rune(d.blocks[i].Text))})
}
