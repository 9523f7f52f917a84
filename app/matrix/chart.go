package matrix

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/app/page"
	"travaux/translations"
	"travaux/translations/typeset"
)

// chart shows how support of one question grew: for all and for each regional group
// a row of bars, a bar for each day. What they measure is told by texture.
type chart struct {
	loc    *translations.Localizer
	title  *look.Text
	says   *look.Text
	bars   *bars
	object fyne.CanvasObject
}

func newChart(loc *translations.Localizer) *chart {
	c := &chart{loc: loc, title: look.Wrapped(""), says: look.Wrapped(loc.T("matrix.chart.legend")), bars: &bars{}}
	c.title.Bold = true
	c.says.Colour = look.ColourMuted
	c.bars.ExtendBaseWidget(c.bars)
	c.object = page.Scroll(look.Inset(8, 8, 12, 12, look.Column(c.title, c.says, c.bars)))
	return c
}

func (c *chart) clear() {
	c.title.SetText(c.loc.T("matrix.none"))
	c.bars.show(chartFacts{})
}

// show draws a question.
func (c *chart) show(f *facts, question int) {
	c.title.SetText(f.questions[question].Words)
	c.bars.show(chartOf(f, question, c.loc))
}

// bars are the drawn rows.
type bars struct {
	widget.BaseWidget
	facts chartFacts
	set   lettering
}

func (b *bars) show(f chartFacts) {
	b.facts = f
	b.set.forget()
	b.Refresh()
}

// Measures for normal text.
const (
	chartName = 190 // of the name of a group
	chartSays = 150 // of the numbers of the last day, at the least
	chartHigh = 62  // of a row
	chartFoot = 22  // of the days
	chartBar  = 34  // how wide a bar is at the most
)

// MinSize implements fyne.CanvasObject.
func (b *bars) MinSize() fyne.Size {
	return fyne.NewSize(look.Scaled(chartName+chartSays+120), look.Scaled(chartHigh)*float32(len(b.facts.rows))+look.Scaled(chartFoot))
}

// CreateRenderer implements fyne.Widget.
func (b *bars) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(func(w, h int) image.Image {
		p := ink.NewPicture(w, h, look.PixelScale(w, h, b.Size()))
		b.paint(p)
		return p.RGBA
	}))
}

func (b *bars) area(x, y, w, h float32) typeset.Rect {
	return typeset.Rect{X: float64(look.Mirrored(x, w, b.Size().Width)), Y: float64(y), Width: float64(w), Height: float64(h)}
}

func (b *bars) words(p ink.Picture, x, y, w, h float32, l lettered, name fyne.ThemeColorName) {
	l.width = w
	set, r := b.set.line(l), b.area(x, y, w, h)
	pen := ink.Pen{Ink: look.Colour(name)}
	p.Text(set, r.X, r.Y+(r.Height-set.Height)/2, func(int) ink.Pen { return pen })
}

func (b *bars) paint(p ink.Picture) {
	high, from := look.Scaled(chartHigh), look.Scaled(chartName)
	room := b.Size().Width - from - look.Scaled(chartSays)
	if len(b.facts.days) == 0 || room <= 0 {
		return
	}
	step := min(room/float32(len(b.facts.days)), look.Scaled(chartBar)*1.4)
	for i, row := range b.facts.rows {
		y := float32(i) * high
		b.words(p, 0, y, from-10, high-8, lettered{words: row.name, bold: i == 0}, look.ColourText)
		says := from + step*float32(len(b.facts.days)) + 8
		b.words(p, says, y, b.Size().Width-says, high-8, lettered{words: row.says, small: true}, look.ColourMuted)
		for k, d := range row.days {
			b.bar(p, d, row.of, from+step*float32(k), y+4, step, high-12)
		}
	}
	b.dates(p, from, step, high*float32(len(b.facts.rows)))
}

// bar draws a day of a group: support from below, opposition from above, what else
// was said upon support.
func (b *bars) bar(p ink.Picture, d chartDay, of int, x, y, step, high float32) {
	w := min(step*0.72, look.Scaled(chartBar))
	x += (step - w) / 2
	p.Outline(b.area(x, y, w, high), 1, look.Colour(look.ColourLine))
	if of == 0 {
		return
	}
	part := func(n int) float32 { return high * float32(n) / float32(of) }
	with, other, against := part(d.support), part(d.other), part(d.oppose)
	p.Fill(b.area(x, y+high-with, w, with), look.Colour(look.ColourApproved))
	if d.other > 0 {
		p.Outline(b.area(x, y+high-with-other, w, other), 1.4, look.Colour(look.ColourMuted))
	}
	if d.oppose > 0 {
		p.Hatch(b.area(x, y, w, against), 4, look.Colour(look.ColourLapsed))
		p.Outline(b.area(x, y, w, against), 1.4, look.Colour(look.ColourLapsed))
	}
}

// dates writes below the bars the days for which there is room.
func (b *bars) dates(p ink.Picture, from, step, y float32) {
	wide := float32(0)
	for _, day := range b.facts.days {
		wide = max(wide, float32(b.set.line(lettered{words: day, small: true}).Width)+8)
	}
	every := max(int(wide/step+0.999), 1)
	for k := 0; k < len(b.facts.days); k += every {
		b.words(p, from+step*float32(k)+step/2-wide/2, y, wide, look.Scaled(chartFoot), lettered{words: b.facts.days[k], align: typeset.Centre, small: true}, look.ColourMuted)
	}
}
