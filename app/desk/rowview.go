package desk

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// rowView shows a row of the outline, in reading order: indent, fold sign,
// number, words; at the end what there is on the provision, and its three axes.
type rowView struct {
	widget.BaseWidget
	loc         *translations.Localizer
	indent      *canvas.Rectangle
	fold        *foldSign
	label       *look.Text
	words       *look.Text
	typing      *typingSign
	doubt       *look.Icon
	conflict    *look.Icon
	pack        *look.Icon // it is in a package
	comments    *look.Chip
	instruction *look.Icon
	crossed     *look.Icon // a red line is, or may be
	signs       *axesSigns
	line        *fyne.Container
	ground      *canvas.Rectangle // behind a row that is chosen together with others
}

func newRowView(loc *translations.Localizer, toggle func(id data.ID)) *rowView {
	v := &rowView{
		loc: loc, indent: canvas.NewRectangle(color.Transparent), fold: newFoldSign(toggle),
		label: look.NewText(""), words: look.Ellipsis(""),
		typing: newTypingSign(loc), doubt: look.NewIcon(look.IconWarning), conflict: look.NewIcon(look.IconSplit), pack: look.NewIcon(look.IconLink),
		comments:    look.NewColourChip("", look.ColourComment, look.ColourCommentGround),
		instruction: look.NewIcon(look.IconInstruction), crossed: look.NewIcon(look.IconPosition), signs: newAxesSigns(loc),
	}
	v.label.Direction, v.words.Direction = typeset.Auto, typeset.Auto
	v.doubt.Set(look.IconWarning, look.ColourReturned)
	v.conflict.Set(look.IconSplit, look.ColourLapsed)
	v.instruction.Set(look.IconInstruction, look.ColourConfidential)
	v.line = container.New(&rowPlaces{v}, v.indent, v.fold, v.label, v.words, v.typing, v.doubt, v.conflict, v.pack, v.crossed, v.instruction, v.comments, v.signs)
	v.ground = canvas.NewRectangle(color.Transparent)
	v.ExtendBaseWidget(v)
	return v
}

// choose shows whether the row is chosen together with others.
func (v *rowView) choose(chosen bool) {
	v.ground.FillColor = color.Transparent
	if chosen {
		v.ground.FillColor = look.Colour(look.ColourSelection)
	}
	v.ground.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(v.ground, besideBar(2, 2, 6, v.line)))
}

// rowPlaces lays a row out: numbers and words from the start, all else at the
// end. In a narrow pane the words give way first, then what there is to count;
// never the signs.
type rowPlaces struct{ view *rowView }

// leastWords is how much of the words is left before anything else gives way, in
// pixels.
const leastWords = 56

// MinSize implements fyne.Layout.
func (p *rowPlaces) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(120, 0)
	for _, o := range objects {
		if o.Visible() {
			size.Height = max(size.Height, o.MinSize().Height)
		}
	}
	return size
}

// Layout implements fyne.Layout.
func (p *rowPlaces) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	v, gap := p.view, look.Current().Gap()
	put := func(o fyne.CanvasObject, x, width float32) {
		height := min(o.MinSize().Height, size.Height)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(look.Mirrored(x, width, size.Width), (size.Height-height)/2))
	}
	start, end := float32(0), size.Width
	for _, o := range []fyne.CanvasObject{v.indent, v.fold, v.label} {
		if o.Visible() {
			width := o.MinSize().Width
			put(o, start, width)
			start += width + gap
		}
	}
	others := []fyne.CanvasObject{v.comments, v.instruction, v.crossed, v.pack, v.conflict, v.doubt, v.typing}
	taken := float32(0)
	for _, o := range others {
		if o.Visible() {
			taken += o.MinSize().Width + gap
		}
	}
	width := v.signs.fit(end - start - taken - leastWords)
	put(v.signs, end-width, width)
	end -= width + gap
	for _, o := range others {
		if o.Visible() {
			width := o.MinSize().Width
			put(o, end-width, width)
			end -= width + gap
		}
	}
	put(v.words, start, max(end-start, 0))
}

// set fills the view. A container that is folded speaks for all it contains.
func (v *rowView) set(r row, folded bool, typing places) {
	n := r.tally.own
	if r.container {
		n.state, n.stance = r.tally.whole.state, data.StanceNone
		if folded {
			n = r.tally.whole
			n.stance = data.StanceNone
		}
	}
	v.indent.SetMinSize(fyne.NewSize(float32(r.depth)*look.Current().TextSize*0.85, 1))
	v.fold.set(r.id, r.container, folded)
	v.label.Text, v.label.Lang, v.label.Bold = r.label, string(r.lang), r.heads()
	v.label.Direction = typeset.Auto
	if r.lang.RightToLeft() { // "1 -" has no letter that tells
		v.label.Direction = typeset.RightToLeft
	}
	v.words.Text, v.words.Lang, v.words.Bold = r.words, string(r.lang), r.heads()
	if v.words.Text == "" && r.label == "" {
		v.words.Text, v.words.Lang = v.loc.Name("kind", string(r.kind)), ""
	}
	v.words.Colour = look.ColourMuted
	if r.heads() {
		v.words.Colour = look.ColourText
	}
	look.SetShown(v.label, r.label != "")
	v.typing.set(typing)
	look.SetShown(v.doubt, n.doubts)
	look.SetShown(v.conflict, n.conflicts > 0)
	v.pack.Set(look.IconLink, look.ColourMuted)
	if n.broken > 0 {
		v.pack.Set(look.IconLink, look.ColourDanger)
	}
	look.SetShown(v.pack, n.packages > 0)
	look.SetShown(v.instruction, n.instructions > 0)
	v.crossed.Set(look.IconPosition, n.crossed.colour())
	look.SetShown(v.crossed, n.crossed > notCrossed)
	v.comments.SetText("")
	if n.comments > 0 {
		v.comments.SetText(strconv.Itoa(n.comments))
	}
	v.signs.set(n, r.tally.standing)
	v.label.Refresh()
	v.words.Refresh()
	v.line.Refresh()
}

// heads tells whether the row is a heading: of an article or of what contains
// articles.
func (r row) heads() bool {
	switch r.kind {
	case data.KindTitle, data.KindPreamble, data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindAnnex:
		return true
	}
	return false
}

// foldSign is the arrow that folds and unfolds a container.
type foldSign struct {
	widget.BaseWidget
	icon   *look.Icon
	id     data.ID
	active bool
	toggle func(data.ID)
}

func newFoldSign(toggle func(data.ID)) *foldSign {
	f := &foldSign{icon: look.NewIcon(look.IconDown), toggle: toggle}
	f.ExtendBaseWidget(f)
	return f
}

func (f *foldSign) set(id data.ID, container, folded bool) {
	f.id, f.active = id, container
	name := look.IconDown
	if folded {
		name = look.IconForward
	}
	f.icon.Set(name, look.ColourMuted)
	look.SetShown(f.icon, container)
}

// CreateRenderer implements fyne.Widget.
func (f *foldSign) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.icon) }

// MinSize is that of the icon, also where there is none, so that numbers line up.
func (f *foldSign) MinSize() fyne.Size { return fyne.NewSquareSize(look.Current().TextSize) }

// Tapped implements fyne.Tappable.
func (f *foldSign) Tapped(*fyne.PointEvent) {
	if f.active {
		f.toggle(f.id)
	}
}
