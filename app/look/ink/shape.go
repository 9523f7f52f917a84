package ink

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// Point is a corner of a Polygon, in units of layout.
type Point struct{ X, Y float64 }

// Polygon fills the area within corners, its edges smoothed.
func (p Picture) Polygon(c color.Color, corners ...Point) {
	if len(corners) == 0 {
		return
	}
	// Only the box around the corners is rasterised: pictures may be large.
	left, top, right, bottom := corners[0].X, corners[0].Y, corners[0].X, corners[0].Y
	for _, at := range corners {
		left, right = min(left, at.X), max(right, at.X)
		top, bottom = min(top, at.Y), max(bottom, at.Y)
	}
	box := image.Rect(int(math.Floor(left*p.Scale)), int(math.Floor(top*p.Scale)), int(math.Ceil(right*p.Scale)), int(math.Ceil(bottom*p.Scale)))
	if box.Intersect(p.Rect).Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, at := range corners {
		x, y := float32(at.X*p.Scale)-float32(box.Min.X), float32(at.Y*p.Scale)-float32(box.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	cover := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.Draw(cover, cover.Rect, image.Opaque, image.Point{})
	p.stamp(mask{width: box.Dx(), height: box.Dy(), pix: cover.Pix}, box.Min.X, box.Min.Y, nrgba(c))
}

// Stroke draws a line of a width through points.
func (p Picture) Stroke(c color.Color, width float64, points ...Point) {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		// Half a width longer at both ends, so that joints have no notch.
		ux, uy := (b.X-a.X)/length*width/2, (b.Y-a.Y)/length*width/2
		a, b = Point{a.X - ux/2, a.Y - uy/2}, Point{b.X + ux/2, b.Y + uy/2}
		p.Polygon(c, Point{a.X - uy, a.Y + ux}, Point{b.X - uy, b.Y + ux}, Point{b.X + uy, b.Y - ux}, Point{a.X + uy, a.Y - ux})
	}
}

// Ring draws a circle of a line's width inside a square.
func (p Picture) Ring(c color.Color, x, y, side, width float64) {
	const corners = 40
	var points []Point
	r := (side - width) / 2
	for i := range corners + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		points = append(points, Point{x + side/2 + r*cos, y + side/2 + r*sin})
	}
	p.Stroke(c, width, points...)
}
