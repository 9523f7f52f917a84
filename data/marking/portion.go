package marking

import (
	"strings"

	"travaux/data"
)

// Portion is one paragraph with its own level.
type Portion struct {
	Text   string // without the mark
	Level  Level
	Marked bool // the paragraph says so itself
}

// parentheses around marks: those of Chinese are as wide as a letter.
var parentheses = [][2]string{{"(", ")"}, {"（", "）"}}

// Portions parts a text into its paragraphs. One that begins with a mark of the
// scheme in parentheses, "(C) …", has that level; what follows "//" in it
// ("S//NF") says who may read it and is kept in front of the text. The others
// have the level of the whole.
//
// "(C)" after a paragraph that begins with "(B)" goes on a list and is no mark.
func (s Scheme) Portions(whole data.Classification, text string) []Portion {
	var out []Portion
	before := ""
	for line := range strings.SplitSeq(text, "\n") {
		label, rest, ok := cutLabel(line)
		p := Portion{Text: line, Level: s.Level(whole)}
		if ok {
			mark, caveat, _ := strings.Cut(label, "//")
			if level, known := s.portion(mark); known && !s.continues(before, mark) {
				p = Portion{Text: rest, Level: level, Marked: true}
				if caveat != "" {
					p.Text = "//" + caveat + " " + rest
				}
			}
		}
		before = label
		out = append(out, p)
	}
	return out
}

// cutLabel cuts what stands in parentheses at the start of a line.
func cutLabel(line string) (label, rest string, ok bool) {
	line = strings.TrimLeft(line, " \t\u00a0\u200e\u200f")
	for _, pair := range parentheses {
		if body, found := strings.CutPrefix(line, pair[0]); found {
			label, rest, closed := strings.Cut(body, pair[1])
			if closed && len(label) <= maxLabel {
				return strings.TrimSpace(label), strings.TrimLeft(rest, " \t\u00a0"), true
			}
		}
	}
	return "", line, false
}

const maxLabel = 64 // bytes

func (s Scheme) portion(mark string) (Level, bool) {
	for _, l := range s.Levels {
		for _, p := range l.Portions {
			if p == mark {
				return l, true
			}
		}
	}
	return Level{}, false
}

// continues reports whether a mark of one letter is the next label of a list
// whose last was no mark.
func (s Scheme) continues(before, mark string) bool {
	if len(before) != 1 || len(mark) != 1 || mark[0] != before[0]+1 {
		return false
	}
	_, isMark := s.portion(before)
	return !isMark
}

// OfText is the level that governs a text: that of the whole, or of a paragraph
// that is marked higher. Marks alone never make the whole lower.
func (s Scheme) OfText(whole data.Classification, text string) Level {
	codes := []data.Classification{s.Level(whole).Code}
	for _, p := range s.Portions(whole, text) {
		codes = append(codes, p.Level.Code)
	}
	return s.Highest(codes...)
}

// Marked is the highest mark that paragraphs of the texts bear themselves, the
// lowest level where none does: what is public says nothing of its level.
func (s Scheme) Marked(texts ...string) Level {
	codes := []data.Classification{s.Lowest().Code}
	for _, text := range texts {
		for _, p := range s.Portions(s.Lowest().Code, text) {
			codes = append(codes, p.Level.Code)
		}
	}
	return s.Highest(codes...)
}
