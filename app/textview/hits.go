package textview

// Hit is the runes [Start, End) of a block that a search has found.
type Hit struct {
	ID         string
	Start, End int
}

// SetHits marks what a search has found; nil takes the marks away. Nothing is
// laid out anew. The hit that ShowHit went to stays marked if it is among them.
func (d *Document) SetHits(hits []Hit) {
	old := d.hits
	d.hits = map[string][]Hit{}
	still := false
	for _, h := range hits {
		d.hits[h.ID] = append(d.hits[h.ID], h)
		still = still || h == d.hit
	}
	if !still {
		d.hit = Hit{}
	}
	for id := range old {
		d.repaint(d.indexOf(id))
	}
	for id := range d.hits {
		d.repaint(d.indexOf(id))
	}
}

// ShowHit marks one hit as the one the search stands at and brings it into view,
// with some text above and below it. Going from hit to hit is the caller's.
func (d *Document) ShowHit(h Hit) {
	was := d.hit
	d.hit = h
	d.repaint(d.indexOf(was.ID))
	d.repaint(d.indexOf(h.ID))
	d.reveal(Position{h.ID, h.Start}, 0.2)
}
