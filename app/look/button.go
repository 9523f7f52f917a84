package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Importance is how much a button asks to be pressed.
type Importance uint8

// Importances.
const (
	Plain   Importance = iota // a grey plate
	Primary                   // the one thing that is most often wanted here
	Quiet                     // no plate until the pointer is on it: toolbars, rows
	Danger                    // destroys or discloses
)

// Button is an icon, words or both. It takes the keyboard (Tab, then Space or
// Enter).
type Button struct {
	widget.DisableableWidget
	OnTapped func()
	// Tip is shown beside the pointer when it rests, see WithTips. A button
	// without words needs one.
	Tip string
	// OnTab, if set, takes the Tab key, for what must keep the keyboard.
	OnTab func()

	icon       *Icon
	iconName   IconName
	text       *Text
	importance Importance
	hot, held  bool
	focused    bool
	bare       bool // shows its icon alone
}

var (
	_ fyne.Focusable     = (*Button)(nil)
	_ fyne.Tappable      = (*Button)(nil)
	_ desktop.Hoverable  = (*Button)(nil)
	_ desktop.Mouseable  = (*Button)(nil)
	_ desktop.Cursorable = (*Button)(nil)
)

// NewButton makes a button with words.
func NewButton(words string, tapped func()) *Button {
	return NewIconButton("", words, tapped)
}

// NewPrimary makes a button of importance Primary.
func NewPrimary(words string, tapped func()) *Button {
	return NewButton(words, tapped).Rank(Primary)
}

// NewIconButton makes a button with an icon before its words; either may be
// empty. It is Quiet when it has an icon.
func NewIconButton(icon IconName, words string, tapped func()) *Button {
	b := &Button{OnTapped: tapped, text: NewText(words), iconName: icon, icon: NewIcon(icon)}
	if icon != "" {
		b.importance = Quiet
	}
	b.ExtendBaseWidget(b)
	return b
}

// Rank sets the importance and returns the button.
func (b *Button) Rank(i Importance) *Button {
	if b.importance != i {
		b.importance = i
		b.Refresh()
	}
	return b
}

// WithTip sets the tip and returns the button.
func (b *Button) WithTip(tip string) *Button {
	b.Tip = tip
	return b
}

// Words are what the button says.
func (b *Button) Words() string { return b.text.Text }

// SetWords changes what the button says.
func (b *Button) SetWords(s string) {
	b.text.SetText(s)
	b.Refresh()
}

// SetIcon changes the drawing.
func (b *Button) SetIcon(name IconName) {
	b.iconName = name
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	ground, ring := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	place := func(size fyne.Size) {
		b.placePlate(ground, ring, size)
		x := (size.Width - b.contentWidth(b.bare)) / 2
		if b.iconName != "" {
			m := b.icon.MinSize()
			b.icon.Resize(m)
			b.icon.Move(fyne.NewPos(Mirrored(x, m.Width, size.Width), (size.Height-m.Height)/2))
			x += m.Width + Current().Gap()
		}
		m := b.text.MinSize()
		b.text.Resize(m)
		b.text.Move(fyne.NewPos(Mirrored(x, m.Width, size.Width), (size.Height-m.Height)/2))
	}
	colour := func() {
		b.paint(ground)
		place(b.Size())
	}
	least := func() fyne.Size { return b.least(b.bare) }
	return newParts(place, least, colour, ground, ring, b.icon, b.text)
}

// least is the room that the button needs, with its icon alone or with all.
func (b *Button) least(bare bool) fyne.Size {
	t := Current()
	pad := t.dense(9, 13)
	if bare || b.text.Text == "" {
		pad = t.dense(6, 8)
	}
	return fyne.NewSize(b.contentWidth(bare)+2*pad, t.FieldHeight())
}

// setBare shows the icon alone, or the words as well.
func (b *Button) setBare(bare bool) {
	if b.bare != bare {
		b.bare = bare
		b.Refresh()
	}
}

// placePlate lays the plate out, and around it the ring of what has the keyboard:
// with a gap between, for a ring on a plate of its own colour is not seen.
func (b *Button) placePlate(ground, ring *canvas.Rectangle, size fyne.Size) {
	ring.Hidden = !b.focused || b.Disabled()
	box(ring, "", ColourFocus, 2)
	ring.Resize(size)
	inset := float32(0)
	if !ring.Hidden && b.importance != Quiet {
		inset = 3
	}
	ground.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	ground.Move(fyne.NewPos(inset, inset))
}

func (b *Button) contentWidth(bare bool) float32 {
	w := b.text.MinSize().Width
	if b.iconName == "" {
		return w
	}
	if bare || b.text.Text == "" {
		return b.icon.MinSize().Width
	}
	return b.icon.MinSize().Width + Current().Gap() + w
}

func (b *Button) paint(ground *canvas.Rectangle) {
	fill, words := theme.ColorNameButton, fyne.ThemeColorName(ColourText)
	switch b.importance {
	case Primary:
		fill, words = ColourAccent, ColourOnAccent
	case Danger:
		words = ColourDanger
	case Quiet:
		fill = ""
	}
	if b.Disabled() {
		words = ColourDisabled
		if fill != "" {
			fill = theme.ColorNameDisabledButton
		}
	}
	stroke, width := fyne.ThemeColorName(""), float32(0)
	if Current().Appearance == HighContrast && b.importance != Quiet {
		stroke, width = ColourLine, 1
	}
	box(ground, fill, stroke, width)
	if !b.Disabled() && (b.hot || b.held) {
		tint := ColourHover
		if b.held {
			tint = theme.ColorNamePressed
		}
		ground.FillColor = blend(ground.FillColor, Colour(tint))
	}
	b.text.Colour, b.text.Bold = words, b.importance == Primary
	b.icon.name, b.icon.colour = b.iconName, words
	b.icon.Hidden, b.text.Hidden = b.iconName == "", b.bare
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	Touch()
	HideTip()
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); Seen(b) }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	Touch()
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyTab:
		b.OnTab()
	default:
		PassOn(e, b)
	}
}

// AcceptsTab implements fyne.Tabbable.
func (b *Button) AcceptsTab() bool { return b.OnTab != nil }

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	Touch()
	b.hot = true
	if b.Tip != "" {
		restTip(b, b.Tip)
	}
	b.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.hot, b.held = false, false
	HideTip()
	b.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (b *Button) MouseDown(*desktop.MouseEvent) { b.held = true; b.Refresh() }

// MouseUp implements desktop.Mouseable.
func (b *Button) MouseUp(*desktop.MouseEvent) { b.held = false; b.Refresh() }

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor {
	if b.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
