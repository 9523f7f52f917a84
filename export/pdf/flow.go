package pdf

import "travaux/translations/typeset"

// band is a strip of the page that is never divided: a line of text with what
// stands beside it, a rule.
type band struct {
	before, height float64 // the space before is dropped at the top of a page
	keep           bool    // on one page with the next band
	breaks         bool    // nothing but a new page
	items          []item
	heading        *heading
	under          *tableHead // of a row: what stands above it on every page
}

// tableHead is the head of a table, which no reader speaks twice.
type tableHead struct{ bands []band }

func (h *tableHead) height() float64 {
	if h == nil {
		return 0
	}
	return extent(h.bands)
}

// item is something drawn in a band. x is its left edge on the page, y counts
// downwards from the band's top; for text it is the baseline.
type item struct {
	x, y    float64
	line    *typeset.Line // text, or
	para    *paragraph    //
	w, h    float64       // a filled rectangle, or
	leader  bool          // dots from x over w
	colour  colour
	element *element // nil: decoration that no reader speaks
	link    *heading // where a click on the item leads
}

// heading is a place that bookmarks and contents lead to.
type heading struct {
	level int
	text  string
	page  int // from 1; known after paginate
	y     float64
}

// placed is an item at its place on a page.
type placed struct {
	item
	top float64 // of its band, from the page's top
}

// page is what is drawn on one page.
type page struct {
	items    []placed
	headings []*heading
}

// paginate divides bands into pages. Bands that are kept together move to the
// next page as one, unless they would not fit on one at all.
func paginate(bands []band, s sheet) []*page {
	f := &flow{sheet: s}
	f.turn(nil)
	for i := 0; i < len(bands); {
		if bands[i].breaks {
			if f.y > f.top {
				f.turn(nil)
			}
			i++
			continue
		}
		n := 1
		for i+n < len(bands) && bands[i+n-1].keep && !bands[i+n].breaks {
			n++
		}
		group := bands[i : i+n]
		room := s.bodyBottom() - s.top - group[0].under.height()
		if f.y > f.top && f.y+extent(group) > s.bodyBottom() && extent(group)-group[0].before <= room {
			f.turn(group[0].under)
		}
		for _, b := range group {
			f.place(b)
		}
		i += n
	}
	return f.pages
}

func extent(bands []band) float64 {
	sum := 0.0
	for _, b := range bands {
		sum += b.before + b.height
	}
	return sum
}

type flow struct {
	sheet  sheet
	pages  []*page
	y, top float64 // top is where the page has nothing but a table's head yet
}

// itemsPerPage is room for what an ordinary page holds.
const itemsPerPage = 128

// turn begins a page, with the head of the table that goes on there.
func (f *flow) turn(under *tableHead) {
	f.pages = append(f.pages, &page{items: make([]placed, 0, itemsPerPage)})
	f.y = f.sheet.top
	if under != nil {
		for _, b := range under.bands {
			f.y += b.before
			f.draw(b)
		}
	}
	f.top = f.y
}

func (f *flow) place(b band) {
	if f.y > f.top && f.y+b.before+b.height > f.sheet.bodyBottom() {
		f.turn(b.under)
	}
	if f.y > f.top {
		f.y += b.before
	}
	f.draw(b)
}

func (f *flow) draw(b band) {
	p := f.pages[len(f.pages)-1]
	for _, it := range b.items {
		p.items = append(p.items, placed{it, f.y})
	}
	if h := b.heading; h != nil {
		h.page, h.y = len(f.pages), f.y
		p.headings = append(p.headings, h)
	}
	f.y += b.height
}
