package monitoring

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/monitor"
	"travaux/translations"
	"travaux/translations/typeset"
)

// chart shows for each obligation how many parties fulfil it how far: a level bar
// for all that are bound, whose parts are told by texture, and the numbers in words.
type chart struct {
	loc    *translations.Localizer
	none   *look.Text
	rows   *fyne.Container
	object fyne.CanvasObject
}

// bar is one row of the chart.
type bar struct {
	name, says string
	count      monitor.Count
}

func newChart(loc *translations.Localizer) *chart {
	c := &chart{loc: loc, none: look.Wrapped(loc.T("monitoring.chart.none")), rows: look.Column()}
	c.none.Colour = look.ColourMuted
	legend := look.Wrapped(loc.T("monitoring.chart.legend"))
	legend.Colour = look.ColourMuted
	c.object = page.Scroll(look.Inset(8, 8, 12, 12, look.Column(look.Heading(loc.T("monitoring.chart")), legend, c.none, c.rows)))
	return c
}

func (c *chart) show(bars []bar) {
	look.SetShown(c.none, len(bars) == 0)
	look.Rebuild(c.rows, func() {
		c.rows.Objects = nil
		for _, b := range bars {
			name, says := look.Ellipsis(b.name), look.Wrapped(b.says)
			says.Colour = look.ColourMuted
			c.rows.Add(look.Stack(name, newLevel(b.count), says))
		}
	})
}

// level is one bar.
type level struct {
	widget.BaseWidget
	count monitor.Count
}

func newLevel(c monitor.Count) *level {
	l := &level{count: c}
	l.ExtendBaseWidget(l)
	return l
}

// levelHigh is how high a bar is for normal text.
const levelHigh = 14

// MinSize implements fyne.CanvasObject.
func (l *level) MinSize() fyne.Size { return fyne.NewSize(120, look.Scaled(levelHigh)) }

// CreateRenderer implements fyne.Widget.
func (l *level) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(func(w, h int) image.Image {
		p := ink.NewPicture(w, h, look.PixelScale(w, h, l.Size()))
		l.paint(p)
		return p.RGBA
	}))
}

// paint draws the parts in reading order: fulfilled is solid, partly is hatched,
// not fulfilled is hatched in the colour of danger, the rest is hollow.
func (l *level) paint(p ink.Picture) {
	size := l.Size()
	area := func(x, w float32) typeset.Rect {
		return typeset.Rect{X: float64(look.Mirrored(x, w, size.Width)), Y: 1, Width: float64(w), Height: float64(size.Height - 2)}
	}
	p.Outline(area(0, size.Width), 1, look.Colour(look.ColourLine))
	if l.count.Of == 0 {
		return
	}
	x := float32(0)
	for _, g := range data.Grades {
		w := size.Width * float32(l.count.Grades[g]) / float32(l.count.Of)
		if w == 0 {
			continue
		}
		switch r := area(x, w); g {
		case data.GradeMet:
			p.Fill(r, look.Colour(look.ColourApproved))
		case data.GradePartly:
			p.Hatch(r, 4, look.Colour(look.ColourApproved))
			p.Outline(r, 1.4, look.Colour(look.ColourApproved))
		case data.GradeUnmet:
			p.Hatch(r, 3, look.Colour(look.ColourDanger))
			p.Outline(r, 1.4, look.Colour(look.ColourDanger))
		default:
			p.Outline(r, 1.4, look.Colour(look.ColourMuted))
		}
		x += w
	}
}

// gradeWords are the numbers of a count: "fulfilled: 3 · not fulfilled: 1 · not
// assessed: 36".
func gradeWords(loc *translations.Localizer, c monitor.Count) string {
	var parts []string
	for _, g := range data.Grades {
		if n := c.Grades[g]; n > 0 {
			parts = append(parts, loc.T("report.tally", "what", loc.Name("grade", string(g)), "n", loc.Number(n)))
		}
	}
	if rest := c.Of - c.Assessed(); rest > 0 {
		parts = append(parts, loc.T("report.tally", "what", loc.T("monitoring.not-assessed"), "n", loc.Number(rest)))
	}
	return strings.Join(parts, " · ")
}
