package textview

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tile is a part of a block that is painted as one picture. Nearly every block
// is one tile; a text without any structure may be a single block longer than a
// graphics card takes.
type tile struct{ block, part int }

// tileHeight is a multiple of 10, so that tiles end on whole pixels on every
// screen.
const tileHeight = 1000

// lastTileGrows lets a block be painted as one picture up to this height.
const lastTileGrows = tileHeight / 2

// tiles is how many tiles a block of some height has.
func tiles(height float64) int {
	return max(int((height+tileHeight-lastTileGrows)/tileHeight), 1)
}

// extent is where a tile begins and ends within a block of some height.
func (t tile) extent(height float64) (top, bottom float64) {
	top, bottom = float64(t.part)*tileHeight, float64(t.part+1)*tileHeight
	if t.part == tiles(height)-1 {
		bottom = height
	}
	return top, bottom
}

// spare is how many layouts beyond the view are kept for scrolling back.
const spare = 200

// arrange places the tiles in view and takes the others away.
func (d *Document) arrange() {
	size := d.Size()
	if d.draw == nil || size.Width < 1 || size.Height < 1 {
		return
	}
	d.offset = d.column.settle(d.offset, d.view(), func(i int) float64 {
		if d.set[i] == nil {
			d.set[i] = d.sizes.set(&d.blocks[i])
		}
		return d.set[i].height
	})
	first, last := 0, -1
	if len(d.blocks) > 0 {
		first = d.column.at(d.offset)
		last = d.column.at(d.offset + d.view())
	}
	visible := d.tilesIn(first, last)
	idle := d.release(visible)
	shown := make(map[tile]*canvas.Raster, len(visible))
	objects := make([]fyne.CanvasObject, 0, len(visible))
	for _, t := range visible {
		r := d.rows[t]
		if r == nil {
			// Rasters are used again, so that their textures are freed: Fyne would keep
			// those of forgotten objects for a minute.
			if n := len(idle) - 1; n >= 0 {
				r, idle = idle[n], idle[:n]
			} else {
				r = canvas.NewRaster(nil)
			}
			r.Generator = func(w, h int) image.Image { return d.paint(t, w, h) }
			r.Refresh()
		}
		top, bottom := t.extent(d.set[t.block].height)
		r.Move(fyne.NewPos(0, float32(int(math.Round(d.column.top(t.block)-d.offset)))+float32(top)))
		r.Resize(fyne.NewSize(size.Width, float32(bottom-top)))
		shown[t] = r
		objects = append(objects, r)
	}
	d.rows = shown
	d.draw.show(objects)
	d.evict(first, last)
	if first != d.first && d.OnScrolled != nil && len(d.blocks) > 0 {
		d.first = first
		d.OnScrolled(d.blocks[first].ID)
	}
}

// tilesIn are the tiles in view of some blocks, from top to bottom.
func (d *Document) tilesIn(first, last int) []tile {
	var list []tile
	for i := first; i <= last; i++ {
		begin := d.column.top(i) - d.offset
		for n := range tiles(d.measure(i).height) {
			t := tile{i, n}
			top, bottom := t.extent(d.set[i].height)
			if begin+bottom >= 0 && begin+top <= d.view() {
				list = append(list, t)
			}
		}
	}
	return list
}

// release gives back the rasters of tiles that have left the view.
func (d *Document) release(visible []tile) []*canvas.Raster {
	var idle []*canvas.Raster
	for t, r := range d.rows {
		if !slices.Contains(visible, t) {
			idle = append(idle, r)
		}
	}
	return idle
}

// evict forgets layouts far from the view; their heights stay known.
func (d *Document) evict(first, last int) {
	for i := range d.set {
		if d.set[i] != nil && (i < first-spare || i > last+spare) {
			d.set[i] = nil
		}
	}
}

// paint draws a tile, w by h pixels.
func (d *Document) paint(t tile, w, h int) image.Image {
	if t.block >= len(d.blocks) {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	d.ready()
	s := d.measure(t.block)
	top, bottom := t.extent(s.height)
	return s.paint(w, h, top, bottom, d.sizes, d.shownOn(t.block, s))
}

// shownOn is what is painted on block i besides its marks.
func (d *Document) shownOn(i int, s *setBlock) shown {
	with := shown{chosen: i == d.chosen, hits: d.hits[d.blocks[i].ID], now: d.hit, pair: d.pairIn(i, s)}
	with.from, with.to = d.selection.within(i, len(s.text))
	return with
}

// repaint draws a block again if it is in view.
func (d *Document) repaint(i int) {
	for t, r := range d.rows {
		if t.block == i {
			r.Refresh()
		}
	}
}
