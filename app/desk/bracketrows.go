package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// issueRow is a line of the list of what is wrong with the brackets of a text.
type issueRow struct {
	widget.BaseWidget
	loc     *translations.Localizer
	place   *look.Text
	kind    *look.Text
	excerpt *look.Text
	line    *fyne.Container
	id      data.ID
}

func newIssueRow(loc *translations.Localizer, goTo func(data.ID)) *issueRow {
	r := &issueRow{loc: loc, place: look.Ellipsis(""), kind: look.Ellipsis(""), excerpt: look.Ellipsis("")}
	r.place.Bold = true
	r.excerpt.Colour, r.excerpt.Direction, r.excerpt.Family = look.ColourMuted, typeset.Auto, typeset.Serif
	r.line = leading(loc, pages.Columns([]float32{3, 5, 6}, r.place, r.kind, r.excerpt), func() { goTo(r.id) })
	r.ExtendBaseWidget(r)
	return r
}

// leading puts a button behind a line that goes to what the line is about.
func leading(loc *translations.Localizer, line fyne.CanvasObject, goTo func()) *fyne.Container {
	button := look.NewIconButton(look.IconForward, "", goTo).WithTip(loc.T("panels.lint.go"))
	return look.Border(nil, nil, nil, look.Inset(0, 0, 8, barRoom, button), line)
}

// CreateRenderer implements fyne.Widget.
func (r *issueRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Inset(1, 1, 8, 4, r.line))
}

func (r *issueRow) set(x issueFacts) {
	r.id = x.id
	r.place.SetText(translations.Capital(r.loc.Cite(x.path)))
	r.kind.SetText(r.loc.T(x.kind.ID()))
	r.kind.SetColour(look.ColourText)
	if x.kind.Fault() {
		r.kind.SetColour(look.ColourReturned)
	}
	r.excerpt.SetText(x.excerpt)
}

// countRow is a line of the table of brackets by article.
type countRow struct {
	widget.BaseWidget
	words   *look.Text
	numbers []*look.Text
	line    *fyne.Container
	id      data.ID
}

// countShares are the shares of the columns of the table: words, then numbers.
var countShares = []float32{6, 1.4, 1.4, 1.4, 1.4, 1.4, 1.4}

func newCountRow(loc *translations.Localizer, goTo func(data.ID)) *countRow {
	r := &countRow{words: look.Ellipsis("")}
	r.words.Direction = typeset.Auto
	cells := []fyne.CanvasObject{r.words}
	for range numbers {
		n := look.NewText("")
		n.Align = typeset.End
		r.numbers = append(r.numbers, n)
		cells = append(cells, n)
	}
	r.line = leading(loc, pages.Columns(countShares, cells...), func() { goTo(r.id) })
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *countRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(look.Inset(1, 1, 8, 4, r.line))
}

func (r *countRow) set(x countFacts) {
	r.id = x.id
	r.words.Lang, r.words.Bold = string(x.lang), x.depth == 0
	r.words.SetText(x.words)
	for i, n := range numbers {
		r.numbers[i].SetText(number(n.of(x.count)))
	}
}

// countHeads are the heads of the table's columns.
func countHeads(loc *translations.Localizer) fyne.CanvasObject {
	cells := []fyne.CanvasObject{look.Muted("")}
	for _, n := range numbers {
		head := look.Wrapped(loc.T(n.id))
		head.Colour, head.Align = look.ColourMuted, typeset.End
		cells = append(cells, head)
	}
	heads := pages.Columns(countShares, cells...)
	button := look.NewIconButton(look.IconForward, "", nil)
	button.Hide()
	room := look.Inset(0, 0, button.MinSize().Width+8, barRoom, look.Stack())
	return look.Inset(4, 4, 8, 4, look.Border(nil, nil, nil, room, heads))
}
