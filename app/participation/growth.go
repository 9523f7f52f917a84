package participation

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/look/ink"
	"travaux/app/page"
	"travaux/data/force"
	"travaux/translations/typeset"
)

// growthPart shows how participation grew: a row for the end of each period, with
// bars for signatories, consents and parties, told apart by texture and by words.
type growthPart struct {
	page *Page
	rows *fyne.Container
	all  fyne.CanvasObject
}

// mostPoints is how many periods are shown.
const mostPoints = 12

func newGrowthPart(p *Page) *growthPart {
	g := &growthPart{page: p, rows: look.Column()}
	legend := look.Wrapped(p.room.Loc.T("participation.growth.legend"))
	legend.Colour = look.ColourMuted
	g.all = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(legend, g.rows)))
	return g
}

func (g *growthPart) object() fyne.CanvasObject { return g.all }

func (g *growthPart) show() {
	g.rows.Objects = nil
	for _, line := range g.lines() {
		date := look.Ellipsis(line.date)
		numbers := look.Ellipsis(line.numbers)
		numbers.Colour = look.ColourMuted
		g.rows.Add(page.Columns([]float32{3, 7, 3}, date, newGrowthBar(line.point, line.most), numbers))
	}
	g.rows.Refresh()
}

// growthLine is one row.
type growthLine struct {
	date    string
	point   force.Point
	most    int // what a bar of full length stands for
	numbers string
}

func (g *growthPart) lines() (out []growthLine) {
	w, loc := g.page.world, g.page.room.Loc
	if w.treaty.ID.IsZero() {
		return nil
	}
	points := force.Growth(w.treaty, w.instruments, w.reg.Organization, w.day, mostPoints)
	most := max(w.treaty.Rule.Number, 1)
	for _, p := range points {
		most = max(most, p.Signed, p.Bound, p.Parties)
	}
	for _, p := range points {
		out = append(out, growthLine{
			date: loc.Date(p.Day.Year, p.Day.Month, p.Day.Day), point: p, most: most,
			numbers: loc.T("participation.growth.numbers", "signed", loc.Number(p.Signed), "bound", loc.Number(p.Bound), "parties", loc.Number(p.Parties)),
		})
	}
	return out
}

// growthBar draws one point: signatories hollow, consents hatched, parties solid.
type growthBar struct {
	widget.BaseWidget
	point force.Point
	most  int
}

func newGrowthBar(p force.Point, most int) *growthBar {
	b := &growthBar{point: p, most: most}
	b.ExtendBaseWidget(b)
	return b
}

// barHigh is how high one of the three bars is, for normal text.
const barHigh = 9

// MinSize implements fyne.CanvasObject.
func (b *growthBar) MinSize() fyne.Size {
	return fyne.NewSize(look.Scaled(120), 3*look.Scaled(barHigh)+look.Scaled(6))
}

// CreateRenderer implements fyne.Widget.
func (b *growthBar) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRaster(func(w, h int) image.Image {
		p := ink.NewPicture(w, h, look.PixelScale(w, h, b.Size()))
		b.paint(p)
		return p.RGBA
	}))
}

func (b *growthBar) paint(p ink.Picture) {
	high := look.Scaled(barHigh)
	area := func(row, n int) typeset.Rect {
		wide := (b.Size().Width - 2) * float32(n) / float32(b.most)
		return typeset.Rect{X: float64(look.Mirrored(1, wide, b.Size().Width)), Y: float64(2 + float32(row)*(high+1)), Width: float64(wide), Height: float64(high)}
	}
	if b.point.Signed > 0 {
		p.Outline(area(0, b.point.Signed), 1.2, look.Colour(look.ColourMuted))
	}
	if b.point.Bound > 0 {
		p.Hatch(area(1, b.point.Bound), 4, look.Colour(look.ColourSubmitted))
		p.Outline(area(1, b.point.Bound), 1.2, look.Colour(look.ColourSubmitted))
	}
	if b.point.Parties > 0 {
		p.Fill(area(2, b.point.Parties), look.Colour(look.ColourApproved))
	}
}
