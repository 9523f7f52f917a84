package pdf

import "travaux/translations/typeset"

// band is a strip of the page that is never divided: a line of text with what
// stands beside it, a rule.
type band struct {
	before, height float64 // the space before is dropped at the top of a page
	keep           bool    // on one page with the next band
	within         bool    // likewise, but where that is too much for a page: the line ends within a word
	breaks         bool    // nothing but a new page
	sheet          *sheet  // of a break: of the pages from here on; nil: as before
	notes          []*note // whose marks stand here: they go to the foot of the page
	items          []item
	heading        *heading
	under          *tableHead // of a row: what stands above it on every page
}

// goesOn tells whether a band is on one page with the next.
func (b *band) goesOn() bool { return b.keep || b.within }

// together are the first bands of which each goes on with the next.
func together(bands []band, goesOn func(*band) bool) []band {
	n := 1
	for n < len(bands) && goesOn(&bands[n-1]) && !bands[n].breaks {
		n++
	}
	return bands[:n]
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
	leader  bool          // dots from x over w, or
	picture *picture      // over w and h
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
	sheet    sheet
	items    []placed
	links    []placed // of the items, in the order in which they were painted
	headings []*heading
	count    int // of items
	contents int // how many stretches of its stream belong to elements
}

// measure divides bands into pages as paginate does, but puts nothing on them: it only
// tells headings their pages, and how much each page will hold.
func measure(bands []band, s sheet, rightToLeft bool) (counts []int) {
	f := &flow{sheet: s, rightToLeft: rightToLeft, dry: true}
	f.divide(bands)
	for _, p := range f.pages {
		counts = append(counts, p.count)
	}
	return counts
}

// paginate divides bands into pages. Bands that are kept together move to the
// next page as one, unless they would not fit on one at all.
// counts are what measure has told of them.
func paginate(bands []band, s sheet, rightToLeft bool, counts []int) []*page {
	f := &flow{sheet: s, rightToLeft: rightToLeft, counts: counts}
	f.divide(bands)
	return f.pages
}

func (f *flow) divide(bands []band) {
	f.begin(nil)
	for i := 0; i < len(bands); {
		if bands[i].breaks {
			f.newPage(bands[i].sheet)
			i++
			continue
		}
		group := together(bands[i:], (*band).goesOn)
		if len(group) > 1 && !f.holds(group) && !f.wouldHold(group) {
			group = together(bands[i:], func(b *band) bool { return b.keep })
		}
		for f.begun() && !f.holds(group) && f.wouldHold(group) {
			f.turn(group[0].under)
		}
		for k, b := range group {
			f.place(b, group[k+1:])
		}
		i += len(group)
	}
	f.end()
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
	foot   foot

	rightToLeft bool
	dry         bool  // nothing is put on the pages
	counts      []int // of items on the pages, as far as they are known
}

// furnitureItems is room for the head and the foot of a page, its marking, and the page
// numbers that contents get.
const furnitureItems = 32

// newPage begins a page where a document asks for one, unless it has just begun,
// and one of another sheet in any case.
func (f *flow) newPage(s *sheet) {
	fresh := f.y <= f.top
	switch {
	case s != nil && *s != f.sheet:
		if fresh && f.foot.empty() {
			f.pages = f.pages[:len(f.pages)-1]
		} else {
			f.end()
		}
		f.sheet = *s
		f.begin(nil)
	case !fresh:
		f.turn(nil)
	}
}

// turn ends a page and begins another, with the head of the table that goes on
// there.
func (f *flow) turn(under *tableHead) {
	if f.y <= f.top { // nothing but notes stands here, so that more of them may
		f.goOnOver(1)
	}
	f.endPage()
	f.begin(under)
}

func (f *flow) begin(under *tableHead) {
	p := &page{sheet: f.sheet}
	if n := len(f.pages); n < len(f.counts) {
		p.items = make([]placed, 0, f.counts[n]+furnitureItems)
	}
	f.pages = append(f.pages, p)
	f.y = f.sheet.top
	if under != nil {
		for _, b := range under.bands {
			f.y += b.before
			f.draw(b)
		}
	}
	f.top = f.y
	f.goOnOver(mostNotes)
}

// place puts a band on the page, or the next; those that are kept with it are to follow.
func (f *flow) place(b band, kept []band) {
	for one := []band{b}; f.y > f.top && !f.holds(one) || f.begun() && !f.holds(one) && f.wouldHold(one); {
		f.turn(b.under)
	}
	if f.y > f.top {
		f.y += b.before
	}
	f.draw(b)
	f.take(b.notes, kept)
}

func (f *flow) draw(b band) {
	p := f.pages[len(f.pages)-1]
	f.put(p, b, f.y)
	if h := b.heading; h != nil {
		h.page, h.y = len(f.pages), f.y
		p.headings = append(p.headings, h)
	}
	f.y += b.height
}

// put puts what is in a band on a page.
func (f *flow) put(p *page, b band, y float64) {
	p.count += len(b.items)
	if f.dry {
		return
	}
	for _, it := range b.items {
		p.items = append(p.items, placed{it, y})
	}
}
