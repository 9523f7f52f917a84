package textview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tile is a part of a block that is painted as one picture. Nearly every block
// is one tile; a text without any structure may be a single block longer than a
// graphics card takes.
type tile struct{ block, part int }

// row is the picture of a tile. Blocks may come before it: then it stands for
// another tile without being painted again.
type row struct {
	*canvas.Raster
	tile tile
}

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

// spare is how many layouts beyond the view are kept for scrolling back, in all
// columns together; each keeps more than are laid out ahead.
const spare = 200

func (f *flow) spare() int { return max(spare/len(f.members), near+near/2) }

// place puts the tiles of the rows in view where they lie and takes the others
// away.
func (d *Document) place(first, last int) {
	if d.draw == nil {
		return
	}
	visible := d.tilesIn(first, last)
	idle := d.release(visible)
	shown := make(map[tile]*row, len(visible))
	objects := make([]fyne.CanvasObject, 0, len(visible)+1)
	for _, t := range visible {
		r := d.rows[t]
		if r == nil {
			r, idle = d.rowFor(t, idle)
		}
		top, bottom := t.extent(d.flow.column.heights[t.block])
		r.Move(fyne.NewPos(0, float32(int(math.Round(d.flow.y(t.block))))+float32(top)))
		r.Resize(fyne.NewSize(d.Size().Width, float32(bottom-top)))
		shown[t] = r
		objects = append(objects, r.Raster)
	}
	d.rows = shown
	if o := d.placeEditor(); o != nil {
		objects = append(objects, o)
	}
	d.draw.show(objects)
}

// rowFor makes a picture for a tile. Idle ones are used again, so that their
// textures are freed: Fyne would keep those of forgotten objects for a minute.
func (d *Document) rowFor(t tile, idle []*row) (*row, []*row) {
	var r *row
	if n := len(idle) - 1; n >= 0 {
		r, idle = idle[n], idle[:n]
	} else {
		r = &row{Raster: canvas.NewRaster(nil)}
		r.Generator = func(w, h int) image.Image { return d.paint(r.tile, w, h) }
	}
	r.tile = t
	r.Refresh()
	return r, idle
}

// tilesIn are the tiles in view of some blocks, from top to bottom.
func (d *Document) tilesIn(first, last int) []tile {
	var list []tile
	for i := first; i <= last; i++ {
		d.measure(i)
		height := d.flow.column.heights[i]
		begin := d.flow.y(i)
		for n := range tiles(height) {
			t := tile{i, n}
			if top, bottom := t.extent(height); begin+bottom >= 0 && begin+top <= d.view() && bottom > top {
				list = append(list, t)
			}
		}
	}
	return list
}

// release gives back the pictures of tiles that have left the view.
func (d *Document) release(visible []tile) []*row {
	stay := make(map[tile]bool, len(visible))
	for _, t := range visible {
		stay[t] = true
	}
	var idle []*row
	for t, r := range d.rows {
		if !stay[t] {
			idle = append(idle, r)
		}
	}
	return idle
}

// evict forgets layouts far from the view; their heights stay known.
func (d *Document) evict(first, last int) {
	keep := d.flow.spare()
	for i := range d.set {
		if d.set[i] != nil && (i < first-keep || i > last+keep) {
			d.set[i] = nil
		}
	}
}

// paint draws a tile, w by h pixels.
func (d *Document) paint(t tile, w, h int) image.Image {
	if t.block >= len(d.blocks) {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	d.flow.ready()
	s := d.measure(t.block)
	height := d.flow.column.heights[t.block]
	top, bottom := t.extent(height)
	return s.paint(w, h, top, bottom, d.sizes, d.shownOn(t.block, s))
}

// shownOn is what is painted on block i besides its marks.
func (d *Document) shownOn(i int, s *setBlock) shown {
	with := shown{
		height: d.flow.column.heights[i], chosen: i == d.flow.chosen, hidden: d.replaced(i),
		hits: d.hits[d.blocks[i].ID], now: d.hit, pair: d.pairIn(i, s),
	}
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
