package matrix

import (
	"travaux/app/look"
	"travaux/translations/typeset"
)

// lettering keeps the set words of a grid, so that scrolling sets none again.
type lettering struct {
	theme *look.Theme
	known map[lettered]*typeset.Layout
}

// lettered is all that decides how words are set in one line.
type lettered struct {
	words string
	width float32 // words that are longer are cut; 0: as long as they are
	align typeset.Align
	bold  bool
	small bool
}

// mostKnown bounds what is kept: a name, a label and a sign each.
const mostKnown = 4000

func (l *lettering) forget() { l.known = nil }

// line sets words in one line.
func (l *lettering) line(w lettered) *typeset.Layout {
	if now := look.Current(); l.theme != now || l.known == nil || len(l.known) > mostKnown {
		l.theme, l.known = now, map[lettered]*typeset.Layout{}
	}
	set, ok := l.known[w]
	if !ok {
		set = cut(w)
		l.known[w] = set
	}
	return set
}

// cut sets words, as many as the width holds; an ellipsis stands for the rest.
func cut(w lettered) *typeset.Layout {
	text := []rune(w.words)
	whole := setLine(text, w, 0)
	if w.width <= 0 {
		return whole
	}
	if whole.Width <= float64(w.width) {
		return setLine(text, w, w.width)
	}
	low, high := 0, len(text)-1
	best := setLine([]rune("…"), w, 0)
	for low <= high {
		middle := (low + high) / 2
		try := setLine(append(append([]rune{}, text[:middle]...), '…'), w, 0)
		if try.Width > float64(w.width) {
			high = middle - 1
			continue
		}
		best, low = try, middle+1
	}
	return best.Rewrap(max(float64(w.width), best.Width))
}

func setLine(text []rune, w lettered, width float32) *typeset.Layout {
	now := look.Current()
	size := now.TextSize
	if w.small {
		size = float32(int(size*12/13 + 0.5))
	}
	direction := typeset.LeftToRight
	if now.RightToLeft {
		direction = typeset.RightToLeft
	}
	return look.Set(typeset.Paragraph{
		Text:      text,
		Spans:     []typeset.Span{{End: len(text), Style: typeset.Style{Family: typeset.Sans, Bold: w.bold, Size: float64(size)}}},
		Direction: direction, Lang: now.Lang, Width: float64(width), Align: w.align,
	})
}
