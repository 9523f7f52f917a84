package intake

import (
	"slices"
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// without returns the source with one kind of change taken out and the other
// made part of the text; nothing is tracked any more.
//
// A paragraph whose mark is gone is joined to the next of the same cell or
// note, whose properties the two then have, as in Word. Where there is none it
// goes if nothing of it is left. Numbers are those of this version. A note
// goes with its last paragraph; a remark stays, at the place where its words
// were.
func without(src *text.Source, gone data.TrackKind) *text.Source {
	v := view{gone: gone, moved: make([]carried, len(src.Blocks))}
	var open paragraph
	var waiting []int // hidden blocks met while a paragraph was open
	for i := range src.Blocks {
		b := &src.Blocks[i]
		if b.Kind == text.BlockHidden && open.begun() {
			waiting = append(waiting, i)
			continue
		}
		v.take(&open, b, i)
		if b.Mark != nil && b.Mark.Kind == gone {
			if next := v.next(src, i); next >= 0 && joinable(b, &src.Blocks[next]) {
				continue
			}
			if len(open.words) == 0 {
				v.close(&open, nil)
				continue
			}
		}
		v.close(&open, b)
		for _, h := range waiting {
			v.keep(&src.Blocks[h], h)
		}
		waiting = waiting[:0]
	}
	for _, h := range waiting {
		v.keep(&src.Blocks[h], h)
	}
	out := *src
	out.Blocks = v.out
	out.Notes, out.Comments = v.notes(src), v.comments(src)
	return &out
}

// view is a version of a source being made.
type view struct {
	gone  data.TrackKind
	out   []text.Block
	moved []carried // by block of the source
}

// carried says where the words of a block went: to which block, from which of
// its runes on, and what was taken out of them.
type carried struct {
	block, from int
	cut         []data.Tracked
}

// paragraph is one that is put together from those whose marks are gone.
type paragraph struct {
	words []rune
	spans []text.Emphasis
	of    []int // blocks of the source
}

func (p *paragraph) begun() bool { return len(p.of) > 0 }

// next returns the next block that is not hidden, or -1.
func (v *view) next(src *text.Source, i int) int {
	for i++; i < len(src.Blocks); i++ {
		if src.Blocks[i].Kind != text.BlockHidden {
			return i
		}
	}
	return -1
}

// take adds what is left of block i to a paragraph.
func (v *view) take(p *paragraph, b *text.Block, i int) {
	c := carried{block: len(v.out), from: len(p.words)}
	for _, t := range b.Tracked {
		if t.Kind == v.gone {
			c.cut = append(c.cut, t)
		}
	}
	runes, at := []rune(b.Text), 0
	for _, t := range c.cut {
		p.words = append(p.words, runes[at:t.Start]...)
		at = t.End
	}
	p.words = append(p.words, runes[at:]...)
	for _, e := range emphasisOf(b, len(runes)) {
		e.Start, e.End = c.at(e.Start), c.at(e.End)
		if e.Start < e.End {
			p.spans = append(p.spans, e)
		}
	}
	p.of = append(p.of, i)
	v.moved[i] = c
}

// at returns where a rune of the block has gone within its new block.
func (c carried) at(i int) int {
	taken := 0
	for _, t := range c.cut {
		if t.Start >= i {
			break
		}
		taken += min(t.End, i) - t.Start
	}
	return c.from + i - taken
}

// close ends a paragraph with the properties of the block whose mark stays; of
// nil nothing is left, and what pointed at it points at the end of the text
// before it.
func (v *view) close(p *paragraph, b *text.Block) {
	if b != nil {
		made := *b
		made.Text, made.Tracked, made.Mark = string(p.words), nil, nil
		if v.gone == data.TrackInserted && b.Was != nil {
			made.Label = *b.Was
		}
		made.Was = nil
		emphasize(&made, p.words, p.spans)
		v.out = append(v.out, made)
	} else {
		for _, i := range p.of {
			v.moved[i] = v.end()
		}
	}
	*p = paragraph{}
}

// end is where everything goes that has no place of its own any more.
func (v *view) end() carried {
	for i := len(v.out) - 1; i >= 0; i-- {
		if v.out[i].Kind != text.BlockHidden {
			n := len([]rune(v.out[i].Text))
			return carried{block: i, from: n, cut: []data.Tracked{{End: 1 << 30}}}
		}
	}
	return carried{cut: []data.Tracked{{End: 1 << 30}}}
}

// keep takes a hidden block over as it is.
func (v *view) keep(b *text.Block, i int) {
	v.moved[i] = carried{block: len(v.out)}
	v.out = append(v.out, *b)
}

func (v *view) place(at text.Place) text.Place {
	if at.Block >= len(v.moved) {
		return text.Place{}
	}
	c := v.moved[at.Block]
	return text.Place{Block: c.block, Rune: c.at(at.Rune)}
}

// notes are those that still have words, or never had any.
func (v *view) notes(src *text.Source) []text.Note {
	had, has := map[string]bool{}, map[string]bool{}
	for i := range src.Blocks {
		had[src.Blocks[i].Note] = true
	}
	for i := range v.out {
		has[v.out[i].Note] = true
	}
	var out []text.Note
	for _, n := range src.Notes {
		if had[n.ID] && !has[n.ID] {
			continue
		}
		n.At = v.place(n.At)
		if v.gone == data.TrackInserted && n.Was != "" {
			n.Mark = n.Was
		}
		n.Was = ""
		out = append(out, n)
	}
	return out
}

func (v *view) comments(src *text.Source) []text.Comment {
	out := slices.Clone(src.Comments)
	for i := range out {
		out[i].Start, out[i].End = v.place(out[i].Start), v.place(out[i].End)
	}
	return out
}

// joinable reports whether two paragraphs stand in the same cell and note.
func joinable(a, b *text.Block) bool {
	return a.Table == b.Table && a.Row == b.Row && a.Col == b.Col && a.Note == b.Note
}

// emphasisOf is the looks of a block's runs, also where they are those of all
// of it.
func emphasisOf(b *text.Block, runes int) []text.Emphasis {
	if len(b.Marked) > 0 || !b.Bold && !b.Italic && !b.Strike {
		return b.Marked
	}
	return []text.Emphasis{{End: runes, Bold: b.Bold, Italic: b.Italic, Strike: b.Strike}}
}

// emphasize says of a block what holds for all its words, and lists the runs
// that look otherwise.
func emphasize(b *text.Block, words []rune, spans []text.Emphasis) {
	all := func(has func(text.Emphasis) bool) bool {
		covered, at, any := true, 0, false
		for _, e := range spans {
			covered = covered && blank(words[at:e.Start]) && (has(e) || blank(words[e.Start:e.End]))
			any, at = any || has(e), e.End
		}
		return any && covered && blank(words[at:])
	}
	b.Bold = all(func(e text.Emphasis) bool { return e.Bold })
	b.Italic = all(func(e text.Emphasis) bool { return e.Italic })
	b.Strike = all(func(e text.Emphasis) bool { return e.Strike })
	b.Marked = nil
	if len(spans) == 1 && spans[0].Start == 0 && spans[0].End == len(words) && !spans[0].Underline {
		return
	}
	b.Marked = spans
}

func blank(words []rune) bool {
	return !slices.ContainsFunc(words, func(r rune) bool { return !unicode.IsSpace(r) })
}
