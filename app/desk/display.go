package desk

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"travaux/app/textview"
)

// display is what a block shows of a text: its words with others between them,
// and maybe without some of its own; the marks; and what every shown rune is:
// which rune of the source, and which of what the whole would read.
type display struct {
	text  string
	marks []textview.Mark
	runs  []run
	size  int // runes shown
	whole int // runes of the source
}

// run is a stretch of the display that is of one kind: words of the source that
// stay, or that go; words that are added; or words that belong to neither text.
type run struct {
	at, size int // in the display
	from     int // where it stands in the source; of added words, where they were put in
	read     int // where it stands in what would read; of words that go, where they stood
	own      bool
	reads    bool
}

// verbatim shows a text as it is.
func verbatim(text string) display {
	b := displaying(text)
	return b.show()
}

// displayed puts a display together from left to right.
type displayed struct {
	source []rune
	words  strings.Builder
	done   display
	next   int // rune of the source up to which all is shown or left out
	read   int // runes of what would read
}

func displaying(source string) *displayed {
	runes := []rune(source)
	return &displayed{source: runes, done: display{whole: len(runes)}}
}

// keep shows the next n runes of the source, which stay.
func (b *displayed) keep(n int, marks ...textview.Mark) { b.own(n, true, marks) }

// strike shows the next n runes of the source, which go.
func (b *displayed) strike(n int, marks ...textview.Mark) { b.own(n, false, marks) }

func (b *displayed) own(n int, reads bool, marks []textview.Mark) {
	if n = min(n, len(b.source)-b.next); n > 0 {
		b.put(string(b.source[b.next:b.next+n]), run{own: true, reads: reads}, marks)
		b.next += n
	}
}

// leave goes past the next n runes of the source without showing them.
func (b *displayed) leave(n int) { b.next = min(b.next+max(n, 0), len(b.source)) }

// add shows words that the source does not have and that would read.
func (b *displayed) add(words string, marks ...textview.Mark) { b.put(words, run{reads: true}, marks) }

// remark shows words that belong to no text.
func (b *displayed) remark(words string, marks ...textview.Mark) { b.put(words, run{}, marks) }

// pass goes past n runes that would read and are not shown.
func (b *displayed) pass(n int) { b.read += n }

func (b *displayed) put(words string, r run, marks []textview.Mark) {
	n := utf8.RuneCountInString(words)
	if n == 0 {
		return
	}
	d := &b.done
	for _, m := range marks {
		m.Start, m.End = d.size, d.size+n
		d.marks = append(d.marks, m)
	}
	b.words.WriteString(words)
	r.at, r.size, r.from, r.read = d.size, n, b.next, b.read
	if last := len(d.runs) - 1; last >= 0 && d.runs[last].goesOn(r) {
		d.runs[last].size += n
	} else {
		d.runs = append(d.runs, r)
	}
	d.size += n
	if r.reads {
		b.read += n
	}
}

// goesOn reports whether another run is the continuation of this one.
func (r run) goesOn(next run) bool {
	from, read := r.from, r.read
	if r.own {
		from += r.size
	}
	if r.reads {
		read += r.size
	}
	return r.own == next.own && r.reads == next.reads && from == next.from && read == next.read
}

// show ends the work; what is left of the source is shown as it is.
func (b *displayed) show() display {
	b.keep(len(b.source))
	b.done.text = b.words.String()
	return b.done
}

// source is the rune of the source that a shown rune is; for an added one, or
// for the end, the place in the source where it stands, and false.
func (d *display) source(offset int) (at int, own bool) {
	i := sort.Search(len(d.runs), func(i int) bool { return d.runs[i].at+d.runs[i].size > offset })
	switch {
	case offset < 0:
		return 0, false
	case i == len(d.runs):
		return d.whole, false
	case !d.runs[i].own:
		return d.runs[i].from, false
	}
	return d.runs[i].from + offset - d.runs[i].at, true
}

// words are the runes of the source, from the first to the last, that stand in a
// part of the display; ok is false if there are none.
func (d *display) words(start, end int) (from, to int, ok bool) {
	for _, r := range d.runs {
		first, last := max(start, r.at), min(end, r.at+r.size)
		if !r.own || first >= last {
			continue
		}
		if !ok {
			from, ok = r.from+first-r.at, true
		}
		to = r.from + last - r.at
	}
	return from, to, ok
}

// altered reports whether a part of the display reads otherwise than the source:
// words were added, struck or left out there.
func (d *display) altered(start, end int) bool {
	next := -1 // rune of the source that must follow
	for _, r := range d.runs {
		first, last := max(start, r.at), min(end, r.at+r.size)
		if first >= last || !r.own && !r.reads {
			continue
		}
		from := r.from + first - r.at
		if r.own != r.reads || next >= 0 && from != next {
			return true
		}
		next = from + last - first
	}
	return false
}

// place is the part of the display that shows some runes of the source, from the
// first one shown to the last, with all that stands between; ok is false if none
// is shown.
func (d *display) place(start, end int) (from, to int, ok bool) {
	return d.find(start, end, func(r run) (int, bool) { return r.from, r.own })
}

// readPlace is place for runes of what would read.
func (d *display) readPlace(start, end int) (from, to int, ok bool) {
	return d.find(start, end, func(r run) (int, bool) { return r.read, r.reads })
}

func (d *display) find(start, end int, of func(run) (at int, has bool)) (from, to int, ok bool) {
	for _, r := range d.runs {
		at, has := of(r)
		first, last := max(start, at), min(end, at+r.size)
		if !has || first >= last {
			continue
		}
		if !ok {
			from, ok = r.at+first-at, true
		}
		to = r.at + last - at
	}
	return from, to, ok
}

// over lays a mark on runes of the source, where they are shown.
func (d *display) over(m textview.Mark) {
	if from, to, ok := d.place(m.Start, m.End); ok {
		m.Start, m.End = from, to
		d.marks = append(d.marks, m)
	}
}

// overRead lays a mark on runes of what would read.
func (d *display) overRead(m textview.Mark) {
	if from, to, ok := d.readPlace(m.Start, m.End); ok {
		m.Start, m.End = from, to
		d.marks = append(d.marks, m)
	}
}

// onAll lays a mark on all that is shown.
func (d *display) onAll(m textview.Mark) {
	if d.size > 0 {
		m.Start, m.End = 0, d.size
		d.marks = append(d.marks, m)
	}
}

// onWords sets a mark on all but the chips, which name who wants what and are
// themselves neither moved nor struck out.
func (d *display) onWords(m textview.Mark) {
	chips := slices.DeleteFunc(slices.Clone(d.marks), func(m textview.Mark) bool { return m.Kind != textview.Chip })
	slices.SortFunc(chips, func(a, b textview.Mark) int { return a.Start - b.Start })
	m.End = 0
	for _, c := range append(chips, textview.Mark{Start: d.size, End: d.size}) {
		m.Start, m.End = m.End, c.Start
		if m.Start < m.End {
			d.marks = append(d.marks, m)
		}
		m.End = c.End
	}
}

// follow adds words behind all others that belong to no text.
func (d *display) follow(words string, marks ...textview.Mark) {
	b := displayed{done: *d, next: d.whole}
	b.done.runs = slices.Clone(d.runs)
	if n := len(d.runs); n > 0 && d.runs[n-1].reads {
		b.read = d.runs[n-1].read + d.runs[n-1].size
	} else if n > 0 {
		b.read = d.runs[n-1].read
	}
	b.words.WriteString(d.text)
	b.remark(words, marks...)
	b.done.text = b.words.String()
	*d = b.done
}
