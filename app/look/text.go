package look

import (
	"image"
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look/ink"
	"travaux/translations/typeset"
)

// Text shows words of the window in any script and direction: one line, or
// wrapped to the width it is given. Set the fields before it is shown, or call
// Refresh afterwards.
type Text struct {
	widget.BaseWidget
	Text   string
	Colour fyne.ThemeColorName // empty: ColourText
	Scale  fyne.ThemeSizeName  // of the letters; empty: the theme's text size
	Times  float32             // how many times larger still; 0: once
	Bold   bool
	Italic bool
	Family typeset.Family // NewText and Wrapped set Sans
	Lang   string         // empty: the window's language
	// Direction of the words. The zero value Auto looks at the first strong
	// letter, which is right for what people wrote; NewText and Wrapped set the
	// window's direction, which is right for the window's own words.
	Direction typeset.Direction
	Align     typeset.Align
	// Wrap breaks the text into lines; its MinSize is then as high as the width
	// last given to it needs, and narrow.
	Wrap bool
	// Shrink lets a single line be narrower than its words: it then ends in an
	// ellipsis. Always true of wrapped text that must fit MaxLines.
	Shrink bool
	// MaxLines, when not 0, cuts wrapped text with an ellipsis.
	MaxLines int

	set setText
}

// NewText makes a single line in the window's language and direction. Its
// MinSize shows it whole.
func NewText(s string) *Text {
	t := &Text{Text: s, Family: typeset.Sans, Direction: windowDirection()}
	t.ExtendBaseWidget(t)
	return t
}

// Ellipsis is NewText that may be given less room than it needs.
func Ellipsis(s string) *Text {
	t := NewText(s)
	t.Shrink = true
	return t
}

// Muted is NewText in the colour of second-rank words.
func Muted(s string) *Text {
	t := NewText(s)
	t.Colour = ColourMuted
	return t
}

// Heading is NewText, bold and larger.
func Heading(s string) *Text {
	t := NewText(s)
	t.Bold, t.Scale = true, theme.SizeNameSubHeadingText
	return t
}

// Wrapped makes text that breaks into as many lines as its width asks for.
func Wrapped(s string) *Text {
	t := NewText(s)
	t.Wrap = true
	return t
}

// MutedWrapped is Muted that breaks into as many lines as its width asks for.
func MutedWrapped(s string) *Text {
	t := Muted(s)
	t.Wrap = true
	return t
}

// Content is Wrapped for what a person wrote: its own language (BCP 47, may be
// empty) and its own direction, whatever the window's.
func Content(s, lang string) *Text {
	t := Wrapped(s)
	t.Lang, t.Direction = lang, typeset.Auto
	return t
}

func windowDirection() typeset.Direction {
	if Current().RightToLeft {
		return typeset.RightToLeft
	}
	return typeset.LeftToRight
}

// SetText shows other words.
func (t *Text) SetText(s string) {
	if t.Text == s {
		return
	}
	t.Text = s
	t.Refresh()
}

// SetColour inks the words in another colour of the theme.
func (t *Text) SetColour(name fyne.ThemeColorName) {
	if t.Colour == name {
		return
	}
	t.Colour = name
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := canvas.NewRaster(t.paint)
	place := func(size fyne.Size) {
		t.lay(size.Width)
		r.Move(fyne.NewPos(0, -t.overhang()))
		r.Resize(t.inked(size))
		r.Refresh()
	}
	return newParts(place, t.least, func() { t.lay(t.Size().Width) }, r)
}

// overhang is how far ink may reach above and below the lines: the dots below
// an Arabic yeh, marks above capitals.
func (t *Text) overhang() float32 { return float32(math.Ceil(t.style().Size * 0.4)) }

// inked is the area that is painted for a Text of that size.
func (t *Text) inked(size fyne.Size) fyne.Size { return size.AddWidthHeight(0, 2*t.overhang()) }

// Lines tells how many lines the text takes at its present width.
func (t *Text) Lines() int {
	t.lay(t.Size().Width)
	n := 0
	for _, l := range t.set.layouts {
		n += len(l.Lines)
	}
	return n
}

// setText is what a Text has worked out, and from what.
type setText struct {
	key     textKey
	whole   []*typeset.Layout // each paragraph on one line of any length
	layouts []*typeset.Layout // as shown
	width   float32           // for which layouts is right
	natural float32           // width of the longest paragraph
}

type textKey struct {
	text, lang  string
	style       typeset.Style
	direction   typeset.Direction
	align       typeset.Align
	wrap, multi bool
	lines       int
}

func (t *Text) style() typeset.Style {
	name := t.Scale
	if name == "" {
		name = theme.SizeNameText
	}
	size := float64(Current().Size(name))
	if t.Times > 0 {
		size = math.Round(size * float64(t.Times))
	}
	return typeset.Style{Family: t.Family, Bold: t.Bold, Italic: t.Italic, Size: size}
}

func (t *Text) language() string {
	if t.Lang != "" {
		return t.Lang
	}
	return Current().Lang
}

// lay sets the text for a width, unless it is so set already.
func (t *Text) lay(width float32) {
	key := textKey{t.Text, t.language(), t.style(), t.Direction, t.Align, t.Wrap, t.Shrink, t.MaxLines}
	if key != t.set.key || t.set.whole == nil {
		t.set = setText{key: key, width: -1}
		for _, part := range strings.Split(t.Text, "\n") {
			l := t.paragraph([]rune(part), 0)
			t.set.whole = append(t.set.whole, l)
			t.set.natural = max(t.set.natural, float32(math.Ceil(l.Width)))
		}
	}
	if t.set.width == width && t.set.layouts != nil {
		return
	}
	t.set.width = width
	t.set.layouts = t.set.layouts[:0:0]
	left := t.MaxLines
	if !t.Wrap {
		left = 1
	}
	parts := strings.Split(t.Text, "\n")
	for i, whole := range t.set.whole {
		l := whole
		if width > 0 {
			l = t.fit(whole, []rune(parts[i]), float64(width), left, i == len(parts)-1)
		}
		t.set.layouts = append(t.set.layouts, l)
		if left > 0 {
			left -= len(l.Lines)
			if left <= 0 {
				break
			}
		}
	}
}

// fit gives a paragraph a width and, when most is not 0, at most so many lines.
func (t *Text) fit(whole *typeset.Layout, text []rune, width float64, most int, last bool) *typeset.Layout {
	aligned := width
	if !t.Wrap && whole.Width > width && !t.Shrink {
		aligned = whole.Width // a pixel too little must not break a label into two lines
	}
	l := whole.Rewrap(aligned)
	if most == 0 || len(l.Lines) < most || (len(l.Lines) == most && last) {
		return l
	}
	// Cut as late as the ellipsis allows; the cut is sought by halving.
	low, high := 0, min(l.Lines[min(most, len(l.Lines))-1].End, len(text))
	best := t.paragraph([]rune("…"), aligned)
	for low <= high {
		middle := (low + high) / 2
		end := middle
		for end > 0 && (unicode.IsSpace(text[end-1]) || (end < len(text) && unicode.IsMark(text[end]))) {
			end--
		}
		try := t.paragraph(append(append([]rune{}, text[:end]...), '…'), aligned)
		if len(try.Lines) > most || try.Lines[len(try.Lines)-1].Width > aligned {
			high = middle - 1
			continue
		}
		best, low = try, middle+1
	}
	return best
}

func (t *Text) paragraph(text []rune, width float64) *typeset.Layout {
	return Set(typeset.Paragraph{
		Text:      text,
		Spans:     []typeset.Span{{End: len(text), Style: t.style()}},
		Direction: t.Direction, Lang: t.language(), Width: width, Align: t.Align,
	})
}

// Wanted is the width at which a Text that may shrink shows its words whole; a
// Row gives it as much of that as it has.
func (t *Text) Wanted() float32 {
	t.lay(t.Size().Width)
	if t.Wrap {
		return 0
	}
	return t.set.natural
}

func (t *Text) least() fyne.Size {
	t.lay(t.Size().Width)
	height := 0.0
	for _, l := range t.set.layouts {
		height += l.Height
	}
	size := fyne.NewSize(t.set.natural, float32(math.Ceil(height)))
	if t.Wrap || t.Shrink {
		size.Width = min(size.Width, 4*float32(t.style().Size))
	}
	return size
}

func (t *Text) paint(w, h int) image.Image {
	t.lay(t.Size().Width)
	p := ink.NewPicture(w, h, PixelScale(w, h, t.inked(t.Size())))
	name := t.Colour
	if name == "" {
		name = ColourText
	}
	pen := ink.Pen{Ink: Colour(name)}
	height := 0.0
	for _, l := range t.set.layouts {
		height += l.Height
	}
	y := max((float64(t.Size().Height)-height)/2, 0) + float64(t.overhang())
	for _, l := range t.set.layouts {
		p.Text(l, 0, y, func(int) ink.Pen { return pen })
		y += l.Height
	}
	return p.RGBA
}
