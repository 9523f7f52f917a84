package matrix

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
)

// bar is a scroll bar of the grid.
type bar uint8

// The scroll bars.
const (
	noBar bar = iota
	acrossBar
	downBar
)

// track is a scroll bar as it lies: where its way begins, how long it is, and
// where its thumb begins and ends on it. Lengths across count from the start edge.
type track struct{ from, long, begin, end float32 }

// leastThumb is how long a thumb is at least.
const leastThumb = 24

func trackOf(from, long, at, view, whole float32) track {
	t := track{from: from, long: long, end: long}
	if whole > view && whole > 0 && long > leastThumb {
		thumb := max(long*view/whole, leastThumb)
		t.begin = (long - thumb) * at / (whole - view)
		t.end = t.begin + thumb
	}
	return t
}

// needed reports whether there is anything to scroll.
func (t track) needed() bool { return t.end-t.begin < t.long }

func (g *grid) tracks() (across, down track) {
	m := g.measures()
	view, whole := g.body(m), g.whole(m)
	across = trackOf(m.head, view.Width, g.x, view.Width, whole.Width)
	down = trackOf(g.Size().Height-barWide-view.Height, view.Height, g.y, view.Height, whole.Height)
	return across, down
}

// along are the places of a point on both bars.
func (g *grid) along(p fyne.Position) (x, y float32) {
	if look.Current().RightToLeft {
		return g.Size().Width - p.X, p.Y
	}
	return p.X, p.Y
}

// hold takes hold of the thumb below the pointer, or brings it there. It reports
// whether the pointer is on a bar.
func (g *grid) hold(p fyne.Position) bool {
	across, down := g.tracks()
	x, y := g.along(p)
	grab := func(t track, at float32) float32 {
		at -= t.from
		if at < t.begin || at > t.end {
			return (t.end - t.begin) / 2
		}
		return at - t.begin
	}
	switch size := g.Size(); {
	case y >= size.Height-barWide && across.needed():
		g.point.bar, g.point.grab = acrossBar, grab(across, x)
	case x >= size.Width-barWide && down.needed():
		g.point.bar, g.point.grab = downBar, grab(down, y)
	default:
		return false
	}
	g.drag(p)
	return true
}

// drag moves the thumb that is held with the pointer.
func (g *grid) drag(p fyne.Position) {
	across, down := g.tracks()
	m := g.measures()
	view, whole := g.body(m), g.whole(m)
	x, y := g.along(p)
	share := func(t track, at float32) float32 {
		way := t.long - (t.end - t.begin)
		if way <= 0 {
			return 0
		}
		return (at - t.from - g.point.grab) / way
	}
	switch g.point.bar {
	case acrossBar:
		g.scroll(share(across, x)*(whole.Width-view.Width), g.y)
	case downBar:
		g.scroll(g.x, share(down, y)*(whole.Height-view.Height))
	default:
		return
	}
	g.Refresh()
}
