package desk

import (
	"sort"
	"strings"
	"unicode/utf8"

	"travaux/app/textview"
)

// display is what a block shows of a text: its words with others between them,
// and maybe without some of its own; the marks; and which rune of the text
// every shown rune is.
type display struct {
	text  string
	marks []textview.Mark
	runs  []run
	size  int // runes shown
	whole int // runes of the source
}

// run is a stretch of the display that stands in the source as it is, or one
// that stands there not at all.
type run struct {
	at, size int // in the display
	from     int // where it stands in the source; of added runes, where they were put in
	added    bool
}

// verbatim shows a text as it is.
func verbatim(text string) display {
	n := utf8.RuneCountInString(text)
	d := display{text: text, size: n, whole: n}
	if n > 0 {
		d.runs = []run{{size: n}}
	}
	return d
}

// displayed puts a display together from left to right.
type displayed struct {
	source []rune
	words  strings.Builder
	done   display
	next   int // rune of the source up to which all is shown or left out
}

func displaying(source string) *displayed {
	runes := []rune(source)
	return &displayed{source: runes, done: display{whole: len(runes)}}
}

// keep shows the next n runes of the source, with marks over them.
func (b *displayed) keep(n int, marks ...textview.Mark) {
	n = min(n, len(b.source)-b.next)
	if n <= 0 {
		return
	}
	b.put(string(b.source[b.next:b.next+n]), n, false, marks)
	b.next += n
}

// leave goes past the next n runes of the source without showing them.
func (b *displayed) leave(n int) { b.next = min(b.next+max(n, 0), len(b.source)) }

// add shows words that the source does not have.
func (b *displayed) add(words string, marks ...textview.Mark) {
	if words != "" {
		b.put(words, utf8.RuneCountInString(words), true, marks)
	}
}

func (b *displayed) put(words string, n int, added bool, marks []textview.Mark) {
	d := &b.done
	for _, m := range marks {
		m.Start, m.End = d.size, d.size+n
		d.marks = append(d.marks, m)
	}
	b.words.WriteString(words)
	last := len(d.runs) - 1
	if last >= 0 && d.runs[last].added == added && (added && d.runs[last].from == b.next || !added && d.runs[last].from+d.runs[last].size == b.next) {
		d.runs[last].size += n
	} else {
		d.runs = append(d.runs, run{at: d.size, size: n, from: b.next, added: added})
	}
	d.size += n
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
	case d.runs[i].added:
		return d.runs[i].from, false
	}
	return d.runs[i].from + offset - d.runs[i].at, true
}

// words are the runes of the source, from the first to the last, that stand in a
// part of the display; ok is false if there are none.
func (d *display) words(start, end int) (from, to int, ok bool) {
	for _, r := range d.runs {
		first, last := max(start, r.at), min(end, r.at+r.size)
		if r.added || first >= last {
			continue
		}
		if !ok {
			from, ok = r.from+first-r.at, true
		}
		to = r.from + last - r.at
	}
	return from, to, ok
}

// place is the part of the display that shows some runes of the source, from the
// first one shown to the last, with all that was added between; ok is false if
// none is shown.
func (d *display) place(start, end int) (from, to int, ok bool) {
	for _, r := range d.runs {
		first, last := max(start, r.from), min(end, r.from+r.size)
		if r.added || first >= last {
			continue
		}
		if !ok {
			from, ok = r.at+first-r.from, true
		}
		to = r.at + last - r.from
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
