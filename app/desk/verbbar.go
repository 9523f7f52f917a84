package desk

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// verbBar is a row with the five verbs of proposals, one of them chosen. Arrow
// keys go from verb to verb; so does the letter of each (see kindLetters).
type verbBar struct {
	widget.BaseWidget
	chosen  data.ProposalKind
	changed func(data.ProposalKind)
	heads   []*verb
	words   *look.Text // the chosen verb in the language of the window
	loc     *translations.Localizer
	focused bool
	object  fyne.CanvasObject
}

var _ fyne.Focusable = (*verbBar)(nil)

func newVerbBar(loc *translations.Localizer, changed func(data.ProposalKind)) *verbBar {
	b := &verbBar{changed: changed, words: look.Muted(""), loc: loc}
	row := look.Row()
	for _, k := range data.ProposalKinds {
		v := newVerb(b, k)
		b.heads = append(b.heads, v)
		row.Add(v)
	}
	b.words.Scale = theme.SizeNameCaptionText
	b.object = look.Stack(row, b.words)
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *verbBar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.object) }

// choose shows another verb as chosen, without telling.
func (b *verbBar) choose(k data.ProposalKind) {
	b.chosen = k
	b.words.SetText(b.loc.Name("proposal-kind", string(k)))
	for _, v := range b.heads {
		v.Refresh()
	}
}

// press is a person's choice.
func (b *verbBar) press(k data.ProposalKind) {
	look.Touch()
	if k != b.chosen {
		b.choose(k)
		b.changed(k)
	}
}

// kindWords is a verb with what it means and its letter: "MOD · Modify".
func kindWords(loc *translations.Localizer, k data.ProposalKind) string {
	return k.Verb() + " · " + loc.Name("proposal-kind", string(k))
}

// FocusGained implements fyne.Focusable.
func (b *verbBar) FocusGained() { b.focused = true; b.choose(b.chosen) }

// FocusLost implements fyne.Focusable.
func (b *verbBar) FocusLost() { b.focused = false; b.choose(b.chosen) }

// TypedRune implements fyne.Focusable.
func (b *verbBar) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *verbBar) TypedKey(e *fyne.KeyEvent) {
	step := 0
	switch key := look.PhysicalKey(e); key {
	case fyne.KeyLeft:
		step = -1
	case fyne.KeyRight:
		step = 1
	default:
		for k, letter := range kindLetters {
			if string(key) == letter {
				b.press(k)
				return
			}
		}
		look.PassOn(e, b)
		return
	}
	if look.Current().RightToLeft {
		step = -step
	}
	n := len(data.ProposalKinds)
	for i, k := range data.ProposalKinds {
		if k == b.chosen {
			b.press(data.ProposalKinds[(i+step+n)%n])
			return
		}
	}
}

// verb is one of the verbs.
type verb struct {
	widget.BaseWidget
	bar    *verbBar
	kind   data.ProposalKind
	ground *canvas.Rectangle
	text   *look.Text
}

func newVerb(bar *verbBar, k data.ProposalKind) *verb {
	v := &verb{bar: bar, kind: k, ground: canvas.NewRectangle(color.Transparent), text: look.NewText(k.Verb())}
	v.text.Bold = true
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *verb) CreateRenderer() fyne.WidgetRenderer {
	return &verbRenderer{v, look.Inset(3, 3, 7, 7, v.text)}
}

// Tapped implements fyne.Tappable.
func (v *verb) Tapped(*fyne.PointEvent) { v.bar.press(v.kind) }

// verbRenderer paints a plate with the word; the chosen one is filled.
type verbRenderer struct {
	verb  *verb
	words *fyne.Container
}

func (r *verbRenderer) Destroy()           {}
func (r *verbRenderer) MinSize() fyne.Size { return r.words.MinSize() }

func (r *verbRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.verb.ground, r.words}
}

func (r *verbRenderer) Layout(size fyne.Size) {
	r.verb.ground.Resize(size)
	r.words.Resize(size)
	r.Refresh()
}

func (r *verbRenderer) Refresh() {
	v, g := r.verb, r.verb.ground
	g.CornerRadius, g.StrokeWidth = 4, 1
	g.FillColor, g.StrokeColor = color.Transparent, look.Colour(theme.ColorNameInputBorder)
	v.text.Colour = look.ColourText
	if v.kind == v.bar.chosen {
		g.FillColor, g.StrokeColor = look.Colour(look.ColourAccent), look.Colour(look.ColourAccent)
		v.text.Colour = look.ColourOnAccent
		if v.bar.focused {
			g.StrokeColor, g.StrokeWidth = look.Colour(look.ColourFocus), 3
		}
	}
	v.text.Refresh()
	g.Refresh()
}
