package typeset

import "sort"

// pad widens the first and the last cluster of spans that want room beside them.
// Clusters end where spans do, see shapeItem.
func (s *shaped) pad() {
	for _, span := range s.Spans {
		if span.Before == 0 && span.After == 0 || span.Start == span.End {
			continue
		}
		first := sort.Search(len(s.clusters), func(i int) bool { return int(s.clusters[i].start) >= span.Start })
		last := sort.Search(len(s.clusters), func(i int) bool { return int(s.clusters[i].start) >= span.End }) - 1
		if last < first {
			continue
		}
		s.widen(first, span.Before, s.items[s.clusters[first].item].level%2 == 1)
		s.widen(last, span.After, s.items[s.clusters[last].item].level%2 == 0)
	}
}

// widen adds room to a cluster, right or left of its glyphs.
func (s *shaped) widen(i int, by float64, right bool) {
	c := &s.clusters[i]
	c.advance += by
	if right {
		s.glyphs[c.glyph+c.count-1].Advance += by
		return
	}
	g := &s.glyphs[c.glyph]
	g.X += float32(by)
	g.Advance += by
}

// keepWhole forbids lines to end within spans that are to stay whole.
func (s *shaped) keepWhole() {
	for _, span := range s.Spans {
		if !span.Whole {
			continue
		}
		for i := span.Start + 1; i < span.End; i++ {
			if s.breaks[i] == may {
				s.breaks[i] = no
			}
		}
	}
}
