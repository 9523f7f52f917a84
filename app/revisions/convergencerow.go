package revisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// convergenceShares are the shares of the columns: the article, then measures.
var convergenceShares = []float32{5, 3, 3, 3}

// besides is the text size, in per cent, up to which a chart and its numbers
// stand side by side; above it they stand one below the other.
const besides = 150

// convergenceLine is a row of the table.
type convergenceLine struct {
	widget.BaseWidget
	words   *look.Text
	note    *look.Text
	charts  [len(measures)]*bars
	numbers [len(measures)]*look.Text
	button  *look.Button // goes to the article
	box     *fyne.Container
	shown   convergenceFacts
}

// newConvergenceLine makes a row with room for so many revisions; goTo is told
// where its button leads.
func newConvergenceLine(loc *translations.Localizer, revisions int, goTo func(data.ID)) *convergenceLine {
	l := &convergenceLine{words: look.Ellipsis("X"), note: look.Ellipsis("X")}
	l.button = look.NewIconButton(look.IconForward, "", func() { goTo(l.shown.id) }).WithTip(loc.T("keys.convergence.go"))
	l.words.Direction = typeset.Auto
	l.note.Colour, l.note.Scale = look.ColourMuted, theme.SizeNameCaptionText
	cells := []fyne.CanvasObject{look.Stack(look.Space(), l.words, l.note, look.Space())}
	for k, m := range measures {
		l.charts[k], l.numbers[k] = newBars(m.fill), look.NewText("0")
		l.charts[k].values = make([]int, revisions)
		if look.Current().Percent() > besides {
			cells = append(cells, look.Stack(l.numbers[k], look.Row(l.charts[k])))
		} else {
			cells = append(cells, look.Row(l.charts[k], l.numbers[k]))
		}
	}
	l.box = look.Inset(2, 2, 8, 12, look.Border(nil, nil, nil, container.NewStack(roomFor(l.button), l.button), page.Columns(convergenceShares, cells...)))
	l.ExtendBaseWidget(l)
	return l
}

func (l *convergenceLine) set(x convergenceFacts) {
	l.shown = x
	look.SetShown(l.button, x.here && !x.whole)
	l.words.Bold, l.words.Lang, l.words.Colour = x.whole, string(x.lang), look.ColourText
	if !x.here {
		l.words.Colour = look.ColourMuted
	}
	l.words.Align = startOf(x.lang)
	l.words.SetText(x.words)
	l.words.Refresh()
	l.note.SetText(x.note)
	look.SetShown(l.note, x.note != "")
	for k, f := range x.figures {
		l.charts[k].set(f)
		l.numbers[k].Bold, l.numbers[k].Colour = x.whole, look.ColourText
		if f.settled() {
			l.numbers[k].Colour = look.ColourMuted
		}
		l.numbers[k].SetText(f.words)
		l.numbers[k].Refresh()
	}
	l.box.Refresh()
}

// startOf lets words begin at the start of their column also where they are
// written in the other direction than the window.
func startOf(lang data.Lang) typeset.Align {
	if lang != "" && lang.RightToLeft() != look.Current().RightToLeft {
		return typeset.End
	}
	return typeset.Start
}

// CreateRenderer implements fyne.Widget.
func (l *convergenceLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.box)
}

// convergenceHeads name the columns, each with its texture.
func convergenceHeads(loc *translations.Localizer) fyne.CanvasObject {
	cells := []fyne.CanvasObject{look.Muted(loc.T("convergence.article"))}
	for _, m := range measures {
		sample := newBars(m.fill)
		sample.values, sample.most, sample.sample = []int{1}, 1, true
		words := look.Ellipsis(loc.T(m.name))
		words.Colour = look.ColourMuted
		cells = append(cells, look.Row(sample, words))
	}
	room := roomFor(look.NewIconButton(look.IconForward, "", nil))
	return look.Inset(4, 4, 8, 12, look.Border(nil, nil, nil, room, page.Columns(convergenceShares, cells...)))
}

// roomFor is as wide as something that may be hidden, so that columns stand below
// one another.
func roomFor(o fyne.CanvasObject) fyne.CanvasObject {
	return look.Inset(0, 0, o.MinSize().Width, 0, look.Stack())
}

// lastLine is a row of the articles on which we are the last to object.
type lastLine struct {
	widget.BaseWidget
	words    *look.Text
	evidence *look.Text
	brackets *look.Text
	box      *fyne.Container
	id       data.ID
}

func newLastLine(loc *translations.Localizer, goTo func(data.ID)) *lastLine {
	l := &lastLine{words: look.Ellipsis("X"), evidence: look.Wrapped("X\nX"), brackets: look.Ellipsis("X")}
	l.words.Bold, l.words.Direction = true, typeset.Auto
	l.evidence.MaxLines, l.evidence.Shrink = 2, true
	l.brackets.Colour, l.brackets.Scale = look.ColourMuted, theme.SizeNameCaptionText
	button := look.NewIconButton(look.IconForward, "", func() { goTo(l.id) }).WithTip(loc.T("keys.convergence.go"))
	l.box = look.Inset(3, 4, 6, 12, look.Border(nil, nil, nil, look.Column(look.Space(), button, look.Space()), look.Stack(l.words, l.evidence, l.brackets)))
	l.ExtendBaseWidget(l)
	return l
}

func (l *lastLine) set(x lastFacts) {
	l.id = x.id
	l.words.Lang, l.words.Align = string(x.lang), startOf(x.lang)
	l.words.SetText(x.words)
	l.evidence.SetText(x.evidence)
	l.brackets.SetText(x.brackets)
	l.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *lastLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }
