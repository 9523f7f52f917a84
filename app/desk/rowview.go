package desk

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	comments    *look.Chip
	instruction *look.Icon
	signs       *axesSigns
	line        *fyne.Container
}

func newRowView(loc *translations.Localizer, toggle func(id data.ID)) *rowView {
	v := &rowView{
		loc: loc, indent: canvas.NewRectangle(color.Transparent), fold: newFoldSign(toggle),
		label: look.NewText(""), words: look.Ellipsis(""),
		typing: newTypingSign(loc), doubt: look.NewIcon(look.IconWarning),
		comments:    look.NewColourChip("", look.ColourComment, look.ColourCommentGround),
		instruction: look.NewIcon(look.IconInstruction), signs: newAxesSigns(loc),
	}
	v.label.Direction, v.words.Direction = typeset.Auto, typeset.Auto
	v.doubt.Set(look.IconWarning, look.ColourReturned)
	v.instruction.Set(look.IconInstruction, look.ColourConfidential)
	v.line = look.Row(v.indent, v.fold, v.label, v.words, look.Space(), v.typing, v.doubt, v.instruction, v.comments, v.signs)
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(besideBar(2, 2, 6, v.line))
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
	v.words.Text, v.words.Lang, v.words.Bold = r.words, string(r.lang), r.heads()
	if v.words.Text == "" && r.label == "" {
		v.words.Text, v.words.Lang = v.loc.Name("kind", string(r.kind)), ""
	}
	v.words.Colour = look.ColourMuted
	if r.heads() {
		v.words.Colour = look.ColourText
	}
	show(v.label, r.label != "")
	v.typing.set(typing)
	show(v.doubt, n.doubts)
	show(v.instruction, n.instructions > 0)
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

func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
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
	show(f.icon, container)
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
