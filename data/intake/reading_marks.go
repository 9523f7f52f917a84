package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// manyStruck is how many struck runs make it likely that a file shows its
// changes by them: nobody strikes words through for emphasis.
const manyStruck = 4

// ShowsMarks reports whether a file has so many struck words that they, and
// the bold ones, are likely to be its changes, as proposals to the UNECE show
// them.
func ShowsMarks(src *text.Source) bool {
	n := 0
	for i := range src.Blocks {
		b := &src.Blocks[i]
		if b.Kind == text.BlockHidden {
			continue
		}
		if b.Strike {
			n++
			continue
		}
		for _, e := range b.Marked {
			if e.Strike {
				n++
			}
		}
	}
	return n >= manyStruck
}

// marksTracked returns the source with its bold words as inserted and its
// struck ones as deleted. Headings are bold without being new. Tracked changes
// that the file has stay what they are.
func marksTracked(src *text.Source) *text.Source {
	out := *src
	out.Blocks = slices.Clone(src.Blocks)
	for i := range out.Blocks {
		if b := &out.Blocks[i]; b.Kind != text.BlockHidden {
			trackMarks(b)
		}
	}
	return &out
}

func trackMarks(b *text.Block) {
	words := []rune(b.Text)
	title := b.Bold && looksTitled(b)
	var rest []text.Emphasis
	tracked := slices.Clone(b.Tracked)
	for _, e := range emphasisOf(b, len(words)) {
		kind := data.TrackDeleted
		if !e.Strike {
			if !e.Bold || title {
				rest = append(rest, e)
				continue
			}
			kind = data.TrackInserted
		}
		tracked = append(tracked, uncovered(b.Tracked, e.Start, e.End, kind)...)
		e.Bold, e.Strike = e.Strike && e.Bold, false
		if e.Bold || e.Italic || e.Underline {
			rest = append(rest, e)
		}
	}
	if len(tracked) == len(b.Tracked) {
		return
	}
	slices.SortFunc(tracked, func(x, y data.Tracked) int { return cmp.Compare(x.Start, y.Start) })
	b.Tracked = together(tracked)
	if whole := b.Tracked[0]; b.Kind != text.BlockCell && b.Mark == nil && whole.Author == "" && whole.Start == 0 && blank(words[whole.End:]) {
		b.Mark = &data.Tracked{Kind: whole.Kind}
	}
	emphasize(b, words, rest)
}

// uncovered is what of a span no tracked change covers, as changes of a kind.
func uncovered(tracked []data.Tracked, start, end int, kind data.TrackKind) []data.Tracked {
	var out []data.Tracked
	add := func(to int) {
		if start < to {
			out = append(out, data.Tracked{Start: start, End: to, Kind: kind})
		}
	}
	for _, t := range tracked {
		if t.End > start && t.Start < end {
			add(t.Start)
			start = t.End
		}
	}
	add(end)
	return out
}

// together joins changes of one kind that follow one another and have nobody's
// name.
func together(tracked []data.Tracked) []data.Tracked {
	out := tracked[:1]
	for _, t := range tracked[1:] {
		last := &out[len(out)-1]
		if last.End == t.Start && last.Kind == t.Kind && last.Author == "" && t.Author == "" && last.Date == t.Date {
			last.End = t.End
			continue
		}
		out = append(out, t)
	}
	return out
}

// longTitle is how many runes make a paragraph more than a heading.
const longTitle = 120

// looksTitled reports whether a paragraph that is bold throughout is so as a
// heading: the file says it, it is centred, or it is short and ends without a
// full stop.
func looksTitled(b *text.Block) bool {
	if b.Kind == text.BlockHeading || b.Centred {
		return true
	}
	words := strings.TrimSpace(b.Text)
	return utf8.RuneCountInString(words) <= longTitle && !strings.HasSuffix(words, ".") && !strings.HasSuffix(words, ";") &&
		!strings.HasSuffix(words, ":") && !strings.HasSuffix(words, ",") && !strings.HasSuffix(words, "。") && !strings.HasSuffix(words, "；")
}
