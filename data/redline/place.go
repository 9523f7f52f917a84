package redline

import "unicode/utf8"

// Map carries a place from the old text to the new one. The offset, in runes,
// names the rune that follows it; ok is true if that rune was kept, and then
// the result names the same rune. If it was deleted, the result is where it
// stood: before whatever was inserted in its stead. The end of the old text
// maps to the end of the new one. An offset outside the text gives the nearest
// end and false.
//
// For the end of a stretch of words, map its last rune and add one; MapRange
// does so.
func Map(edits []Edit, offset int) (place int, ok bool) {
	if offset < 0 {
		return 0, false
	}
	old, new := 0, 0
	for _, e := range edits {
		runes := utf8.RuneCountInString(e.Text)
		if e.Kind == Insert {
			new += runes
			continue
		}
		if offset < old+runes {
			if e.Kind == Keep {
				return new + offset - old, true
			}
			return new, false
		}
		old += runes
		if e.Kind == Keep {
			new += runes
		}
	}
	return new, offset == old
}

// MapRange carries the runes [start, end) of the old text to the new one:
// from the first of them that was kept to the last, with everything inserted
// between. kept says how many of them were; if none, both results are the
// place where the stretch stood.
func MapRange(edits []Edit, start, end int) (newStart, newEnd, kept int) {
	newStart, _ = Map(edits, start)
	newEnd = newStart
	old, new := 0, 0
	for _, e := range edits {
		runes := utf8.RuneCountInString(e.Text)
		if e.Kind == Keep {
			from, to := max(start, old), min(end, old+runes)
			if from < to {
				if kept == 0 {
					newStart = new + from - old
				}
				newEnd = new + to - old
				kept += to - from
			}
		}
		if e.Kind != Insert {
			old += runes
		}
		if e.Kind != Delete {
			new += runes
		}
	}
	return newStart, newEnd, kept
}
