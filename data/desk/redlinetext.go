package desk

import (
	"travaux/data"
	"travaux/data/redline/watch"
	"travaux/data/text/bracket"
)

// watchedText is a text in one language as red lines are watched in it. It is the
// same for ever and shared.
type watchedText struct {
	spans [][watchedFields][]watch.Span // of each provision: what may be in it or not
	read  [][watchedFields]*watch.Text  // as far as it was asked for; guarded by Text.reading
}

// Fields of a provision in which red lines are watched.
const (
	watchedHeading = iota
	watchedWords
	watchedFields
)

// part is the heading or the words of a provision; nil if it has none in that
// language.
func (t *Text) part(i int, lang data.Lang, field int) *watch.Text {
	r, ok := t.Provisions[i].Text[lang]
	words := r.Text
	if field == watchedHeading {
		words = r.Heading
	}
	if !ok || words == "" {
		return nil
	}
	t.reading.Lock()
	defer t.reading.Unlock()
	w := t.watched[lang]
	if w == nil {
		if t.watched == nil {
			t.watched = map[data.Lang]*watchedText{}
		}
		w = &watchedText{spans: t.openSpans(lang), read: make([][watchedFields]*watch.Text, len(t.Provisions))}
		t.watched[lang] = w
	}
	if w.read[i][field] == nil {
		w.read[i][field] = watch.Read(words, lang, w.spans[i][field])
	}
	return w.read[i][field]
}

// openSpans finds what may be in a text or not: what stands in brackets, also in
// those that open in one provision and close in another, and tracked changes.
func (t *Text) openSpans(lang data.Lang) [][watchedFields][]watch.Span {
	spans := make([][watchedFields][]watch.Span, len(t.Provisions))
	addBrackets(spans, bracket.ParseProvisions(t.Provisions, lang), func(i int) data.Rendering {
		r, _ := t.Provisions[i].In(lang)
		return r
	})
	for i := range t.Provisions {
		for _, tracked := range t.Provisions[i].Text[lang].Tracked {
			doubt := watch.Inserted
			if tracked.Kind == data.TrackDeleted {
				doubt = watch.Deleted
			}
			spans[i][watchedWords] = append(spans[i][watchedWords], watch.Span{Start: tracked.Start, End: tracked.End, Doubt: doubt})
		}
	}
	return spans
}

// addBrackets adds what the brackets of a reading enclose, and the alternatives
// that slashes divide in them.
func addBrackets(spans [][watchedFields][]watch.Span, read *bracket.Reading, rendering func(int) data.Rendering) {
	add := func(i, field, start, end int) {
		if start < end {
			spans[i][field] = append(spans[i][field], watch.Span{Start: start, End: end, Doubt: watch.Bracketed})
		}
	}
	for _, b := range read.Brackets {
		if b.State == bracket.Unopened {
			continue
		}
		after := b.Close
		if b.State == bracket.Paired {
			after.Offset++
		}
		for i := b.Open.Paragraph; i <= after.Paragraph; i++ {
			r := rendering(i)
			for field, f := range map[int]bracket.Field{watchedHeading: bracket.FieldHeading, watchedWords: bracket.FieldText} {
				start, end := 0, len([]rune([]string{r.Heading, r.Text}[field]))
				if b.Open.Paragraph == i && b.Open.Field == f {
					start = b.Open.Offset
				} else if b.Open.Paragraph == i && b.Open.Field > f {
					continue
				}
				if after.Paragraph == i && after.Field == f {
					end = after.Offset
				} else if after.Paragraph == i && after.Field < f {
					continue
				}
				add(i, field, start, end)
			}
		}
	}
	for _, g := range read.Groups {
		if g.Kind != bracket.Slashed {
			continue
		}
		at := read.Brackets[g.Members[0]].Open
		for _, part := range g.Parts {
			switch at.Field {
			case bracket.FieldHeading:
				add(at.Paragraph, watchedHeading, part.Start, part.End)
			case bracket.FieldText:
				add(at.Paragraph, watchedWords, part.Start, part.End)
			}
		}
	}
}

// watchedWording reads a wording, with what stands in its brackets.
func watchedWording(wording string, lang data.Lang) *watch.Text {
	spans := make([][watchedFields][]watch.Span, 1)
	r := data.Rendering{Text: wording}
	addBrackets(spans, bracket.ParseRendering(r), func(int) data.Rendering { return r })
	return watch.Read(wording, lang, spans[0][watchedWords])
}

// end is the index behind a provision and all that stands in it.
func (t *Text) end(i int) int {
	j := i + 1
	for j < len(t.Provisions) && t.Provisions[j].Depth > t.Provisions[i].Depth {
		j++
	}
	return j
}
