package textview

import (
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
)

var (
	_ fyne.Focusable    = (*Editor)(nil)
	_ fyne.Shortcutable = (*Editor)(nil)
	_ fyne.Disableable  = (*Editor)(nil)
	_ fyne.Tabbable     = (*Editor)(nil)
	_ desktop.Keyable   = (*Editor)(nil)
)

// FocusGained implements fyne.Focusable.
func (e *Editor) FocusGained() {
	e.focused = true
	look.Seen(e.self)
	e.focusChanged()
}

// FocusLost implements fyne.Focusable.
func (e *Editor) FocusLost() {
	e.focused, e.shift = false, false
	e.focusChanged()
}

func (e *Editor) focusChanged() {
	if e.draw != nil {
		e.draw.Refresh()
	}
	if e.OnFocused != nil {
		e.OnFocused(e.focused)
	}
}

// Focus gives the field the keyboard.
func (e *Editor) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.self); c != nil {
		if f := e.self.(fyne.Focusable); c.Focused() != f {
			c.Focus(f)
		}
	}
}

// atOnce is the longest time between runes that an input method hands over
// together; nobody types so fast.
const atOnce = 4 * time.Millisecond

// TypedRune implements fyne.Focusable.
func (e *Editor) TypedRune(r rune) {
	look.Touch()
	if e.Disabled() {
		return
	}
	now := time.Now()
	together := now.Sub(e.typedAt) < atOnce
	e.edit(func() { e.buffer.typed(r, together) })
	e.typedAt = time.Now() // the change may have taken its time
}

// KeyDown implements desktop.Keyable: Fyne tells keys without their modifiers.
func (e *Editor) KeyDown(k *fyne.KeyEvent) {
	look.Touch()
	e.shift = e.shift || isShift(k)
}

// KeyUp implements desktop.Keyable.
func (e *Editor) KeyUp(k *fyne.KeyEvent) { e.shift = e.shift && !isShift(k) }

// OfferKeys lets a function take keys before the field does, for a list that is
// gone about while one types; it returns true for those it took.
func (e *Editor) OfferKeys(take func(*fyne.KeyEvent) bool) { e.take = take }

// AcceptsTab implements fyne.Tabbable.
func (e *Editor) AcceptsTab() bool { return e.TakesTab }

// TypedKey implements fyne.Focusable. Escape and function keys go to the window
// unless the field has a use for them; letters never do.
func (e *Editor) TypedKey(k *fyne.KeyEvent) {
	look.Touch()
	if e.take != nil && e.take(k) {
		return
	}
	e.lay()
	if e.walk(k.Name, e.shift) {
		return
	}
	b := &e.buffer
	switch {
	case k.Name == fyne.KeyEscape && e.OnEscaped != nil:
		e.OnEscaped()
	case k.Name == fyne.KeyEscape, look.FunctionKeyOf(k) != nil:
		look.PassOn(k, e.self)
	case e.Disabled():
	case k.Name == fyne.KeyBackspace:
		e.edit(func() { b.erase(b.before(b.head)) })
	case k.Name == fyne.KeyDelete:
		e.edit(func() { b.erase(b.grapheme(b.head, true)) })
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		if e.single {
			e.submit()
			return
		}
		e.edit(func() { b.insert([]rune{'\n'}) })
	}
}

// walk moves the caret by a key; keep selects on the way.
func (e *Editor) walk(key fyne.KeyName, keep bool) bool {
	b := &e.buffer
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		e.goal = -1
		if from, to := b.ordered(); from != to && !keep {
			b.move(e.side(from, to, key == fyne.KeyRight), false)
			break
		}
		b.move(e.sheet.beside(b.caret(), key == fyne.KeyRight), keep)
	case fyne.KeyUp, fyne.KeyDown:
		if e.single {
			return false
		}
		e.climb(key == fyne.KeyUp, 0, keep)
	case fyne.KeyPageUp, fyne.KeyPageDown:
		if e.single {
			return false
		}
		e.climb(key == fyne.KeyPageUp, float64(e.area().Height), keep)
	case fyne.KeyHome, fyne.KeyEnd:
		e.goal = -1
		b.place(e.sheet.edge(b.caret(), key == fyne.KeyEnd), keep)
	default:
		return false
	}
	e.moved()
	return true
}

// side is the end of a selection that lies to the left or right on the screen.
func (e *Editor) side(from, to int, right bool) int {
	a, z := e.sheet.caret(spot{offset: from}), e.sheet.caret(spot{offset: to})
	if a.Y != z.Y {
		if right != e.sheet.line(from).layout.RightToLeft {
			return to
		}
		return from
	}
	if (z.X > a.X) == right {
		return to
	}
	return from
}

func (e *Editor) climb(up bool, by float64, keep bool) {
	c := e.sheet.caret(e.buffer.caret())
	if e.goal < 0 {
		e.goal = c.X
	}
	if up {
		by = -by
		if by == 0 {
			by = -0.001
		}
	}
	to, _ := e.sheet.vertical(e.buffer.caret(), e.goal, by)
	e.buffer.place(to, keep)
}

func (e *Editor) submit() {
	if e.OnSubmitted != nil {
		e.OnSubmitted(e.Text())
	}
}

// TypedShortcut implements fyne.Shortcutable. What the field has no use for
// goes to the window's commands; so Undo takes back typing first.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if !e.use(s) {
		look.Shortcut(s)
	}
}

// use does what a shortcut means in a field: clipboard, history, and the arrow,
// Home, End and deletion keys with Ctrl. False when it means nothing here.
func (e *Editor) use(s fyne.Shortcut) bool {
	e.lay()
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		e.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if !e.Disabled() && e.copyTo(s.Clipboard) {
			e.edit(func() { e.buffer.insert(nil) })
		}
	case *fyne.ShortcutPaste:
		e.Insert(pasted(s.Clipboard.Content()))
	case *fyne.ShortcutSelectAll:
		e.Select(0, len(e.buffer.text))
	case *fyne.ShortcutUndo:
		return !e.Disabled() && e.Undo()
	case *fyne.ShortcutRedo:
		return !e.Disabled() && e.Redo()
	case *desktop.CustomShortcut:
		return e.chord(s)
	default:
		return false
	}
	return true
}

// copyTo puts the selection on the clipboard; never what is masked.
func (e *Editor) copyTo(c fyne.Clipboard) bool {
	text := e.SelectedText()
	if text == "" || e.masked {
		return false
	}
	c.SetContent(text)
	return true
}

// chord does what a key with Ctrl (on a Mac Cmd or Alt) means in a field.
func (e *Editor) chord(s *desktop.CustomShortcut) bool {
	if s.Modifier&fyne.KeyModifierAlt != 0 && runtime.GOOS != "darwin" {
		return false
	}
	b := &e.buffer
	keep := s.Modifier&fyne.KeyModifierShift != 0
	rtl := e.sheet.line(b.head).layout.RightToLeft
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		b.move(b.word(b.head, (s.KeyName == fyne.KeyRight) != rtl), keep)
	case fyne.KeyHome:
		b.move(0, keep)
	case fyne.KeyEnd:
		b.move(len(b.text), keep)
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.OnSubmitted == nil || keep || e.single {
			return false // a Field hands over with Enter alone
		}
		e.submit()
		return true
	case fyne.KeyBackspace, fyne.KeyDelete:
		if !e.Disabled() {
			e.edit(func() { b.erase(b.word(b.head, s.KeyName == fyne.KeyDelete)) })
		}
		return true
	case fyne.KeyZ:
		return keep && !e.Disabled() && e.Redo()
	default:
		return false
	}
	e.goal = -1
	e.moved()
	return true
}

// Forward gives a shortcut to what has the keyboard on a canvas, and tells
// whether that had a use for it: for the lines of an Edit menu that stand for
// what Ctrl+Z, X, C, V and A do in a field. False means that the window's own
// command is meant.
func Forward(c fyne.Canvas, s fyne.Shortcut) bool {
	f, ok := c.Focused().(interface{ use(fyne.Shortcut) bool })
	return ok && f.use(s)
}
