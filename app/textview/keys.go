package textview

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
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
func (d *Document) FocusGained() {
	d.focused = true
	d.ring()
	d.pairAgain()
	if d.flow.columns != nil {
		d.flow.columns.came(d)
	}
}

// FocusLost implements fyne.Focusable.
func (d *Document) FocusLost() {
	d.focused, d.shift = false, false
	d.ring()
	d.pairAgain()
}

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

func isModifier(name fyne.KeyName) bool {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock:
		return true
	}
	return false
}

// TypedKey implements fyne.Focusable: OnKey comes first. Arrows and Page keys
// scroll; with Shift, and while browsing, they move the caret.
func (d *Document) TypedKey(e *fyne.KeyEvent) {
	look.Touch()
	name := look.KeyName(e)
	if d.OnKey != nil && !isModifier(name) {
		var with fyne.KeyModifier
		if d.shift {
			with = fyne.KeyModifierShift
		}
		if d.OnKey(&fyne.KeyEvent{Name: name, Physical: e.Physical}, with) {
			return
		}
	}
	if len(d.blocks) == 0 {
		look.PassOn(e, d)
		return
	}
	if (d.shift || d.browsing) && d.walk(name, d.shift) {
		return
	}
	d.scrollKey(name, e)
}

// scrollKey scrolls by a key; the window is given those that mean nothing here.
func (d *Document) scrollKey(name fyne.KeyName, e *fyne.KeyEvent) {
	line := d.sizes.size * 1.5
	page := max(d.view()-2*line, line)
	switch name {
	case fyne.KeyUp:
		d.flow.scrollBy(-2 * line)
	case fyne.KeyDown:
		d.flow.scrollBy(2 * line)
	case fyne.KeyPageUp:
		d.flow.scrollBy(-page)
	case fyne.KeyPageDown:
		d.flow.scrollBy(page)
	case fyne.KeySpace:
		if d.shift {
			page = -page
		}
		d.flow.scrollBy(page)
	case fyne.KeyHome:
		d.flow.scrollBy(-d.flow.column.total())
	case fyne.KeyEnd:
		d.toEnd()
	case fyne.KeyF12:
		if d.shift {
			look.PassOn(e, d)
			return
		}
		d.SetBrowsing(!d.browsing)
	case fyne.KeyEscape:
		if !d.leave() {
			look.PassOn(e, d)
		}
	case fyne.KeyLeft, fyne.KeyRight:
		if !d.toColumn((name == fyne.KeyRight) != look.Current().RightToLeft, false) {
			look.PassOn(e, d)
		}
	default:
		if !isModifier(name) {
			look.PassOn(e, d)
		}
	}
}

// toColumn gives the keyboard to the next or previous column, if there is one.
func (d *Document) toColumn(next, round bool) bool {
	if d.flow.columns == nil {
		return false
	}
	if next {
		return d.flow.columns.move(d, 1, round)
	}
	return d.flow.columns.move(d, -1, round)
}

// leave gives up the selection or else the caret, and tells whether Escape then
// was used.
func (d *Document) leave() bool {
	if !d.selection.empty() {
		d.selectTo(selection{anchor: d.selection.head, head: d.selection.head, upstream: d.selection.upstream})
		return true
	}
	used := d.browsing
	d.SetBrowsing(false)
	return used
}

// toEnd shows the end of the text; blocks there are measured first, so that the
// last line is truly the last.
func (d *Document) toEnd() {
	d.flow.offset = d.flow.above(len(d.blocks)-1, d.view())
	d.measure(len(d.blocks) - 1)
	d.flow.offset = d.flow.column.total()
	d.flow.arrange()
}

// ChooseNext chooses the block that is step (1 or -1) further and shows it.
func (d *Document) ChooseNext(step int) {
	if len(d.blocks) == 0 {
		return
	}
	i := d.flow.chosen + step
	if d.flow.chosen < 0 {
		i = d.flow.rowAt(0)
	}
	i = min(max(i, 0), len(d.blocks)-1)
	d.goTo(i)
	d.ScrollTo(d.blocks[i].ID)
}

// TypedShortcut implements fyne.Shortcutable; what the text has no use for goes
// to the window's commands.
func (d *Document) TypedShortcut(s fyne.Shortcut) {
	if !d.use(s) {
		look.Shortcut(s)
	}
}

// use copies what is selected, selects all, and moves the caret by words and to
// the ends of the text.
func (d *Document) use(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		text := d.CopyText(false)
		if text == "" {
			return false
		}
		s.Clipboard.SetContent(text)
	case *fyne.ShortcutSelectAll:
		d.SelectBlock()
	case *desktop.CustomShortcut:
		return d.chord(s)
	default:
		return false
	}
	return true
}

// chord does what a key with Ctrl (on a Mac Cmd or Alt) means in a text.
func (d *Document) chord(s *desktop.CustomShortcut) bool {
	if len(d.blocks) == 0 || s.Modifier&fyne.KeyModifierAlt != 0 && runtime.GOOS != "darwin" {
		return false
	}
	keep := s.Modifier&fyne.KeyModifierShift != 0
	var to func() place
	switch s.KeyName {
	case fyne.KeyTab:
		return d.toColumn(!keep, true)
	case fyne.KeyLeft, fyne.KeyRight:
		to = func() place {
			return d.word((s.KeyName == fyne.KeyRight) != d.measure(d.selection.head.block).rtl)
		}
	case fyne.KeyHome, fyne.KeyEnd:
		to = func() place { return d.textEnd(s.KeyName == fyne.KeyEnd) }
	default:
		return false
	}
	d.ensureCaret()
	d.caretTo(to(), false, keep)
	return true
}
