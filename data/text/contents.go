package text

import (
	"strings"

	"travaux/data"
)

// findContents marks the lines of a table of contents, so that its entries
// are not taken for articles: lines with dot leaders, and a first run of
// headings that comes again later with text.
func (s *survey) findContents() {
	leaders := 0
	for i := range s.lines {
		if s.leads(&s.lines[i]) {
			leaders++
		}
	}
	for i := range s.lines {
		l := &s.lines[i]
		if leaders >= 3 && s.leads(l) || s.contentsHeading(l) {
			l.class = lineContents
		}
	}
	s.findRepeated()
}

// leads reports dot leaders or a tab and a page number at the end.
func (s *survey) leads(l *line) bool {
	if l.class == lineBlank || l.class == lineHidden || l.last-l.label > 300 {
		return false
	}
	r := s.runes[l.block][l.label:l.last]
	i := len(r)
	for i > 0 && r[i-1] >= '0' && r[i-1] <= '9' {
		i--
	}
	digits := len(r) - i
	for i > 0 && blank(r[i-1]) && r[i-1] != '\t' {
		i--
	}
	if digits > 0 && digits < 5 && i > 0 && r[i-1] == '\t' && i > 8 {
		return true
	}
	return i > 4 && strings.HasSuffix(strings.ReplaceAll(string(r[max(0, i-12):i]), " ", ""), "....") || i > 2 && r[i-1] == '…' && r[i-2] == '…'
}

func (s *survey) contentsHeading(l *line) bool {
	if l.class != linePlain || l.last-l.label > 30 {
		return false
	}
	h := normalise(s.runes[l.block][l.label:l.last], 40)
	end, ok := h.starts(0, contentsWords)
	return ok && h.skipTail(end) == len(h.r)
}

// findRepeated looks for the first heading coming again with hardly any text
// between: what lies between is a list of contents.
func (s *survey) findRepeated() {
	first := -1
	for i := range s.lines {
		if s.lines[i].class == lineHeading {
			first = i
			break
		}
	}
	if first < 0 {
		return
	}
	key := s.lines[first].heading.elem()
	headings, texts := 1, 0
	for i := first + 1; i < len(s.lines); i++ {
		l := &s.lines[i]
		switch l.class {
		case lineHeading:
			if l.heading.elem() == key {
				if headings >= 3 && texts*5 <= headings {
					for k := first; k < i; k++ {
						if c := s.lines[k].class; c == lineHeading || c == linePlain || c == lineItem {
							s.lines[k].class = lineContents
						}
					}
				}
				return
			}
			headings++
		case lineItem, lineFormula:
			texts++
		case linePlain:
			if l.last-l.start > 200 || terminal(s.runes[l.block][l.last-1]) {
				texts++
			}
		}
	}
}

// findTitles finds the lines that are titles of the bare headings before
// them. Chapters and annexes have one if the line looks like it; of articles,
// where the format does not say, the document decides as a whole.
func (s *survey) findTitles() {
	yes, all := 0, 0
	var undecided []int
	for i := range s.lines {
		l := &s.lines[i]
		if l.class != lineHeading || !l.bare() {
			continue
		}
		article := l.heading.unit.kind == data.KindArticle
		if article {
			all++
		}
		next := s.next(i)
		if !s.titleLike(next) {
			continue
		}
		if article {
			yes++
		}
		if article && !s.lines[next].styled {
			undecided = append(undecided, next)
			continue
		}
		s.lines[next].class = lineTitle
	}
	for _, i := range undecided {
		if yes*2 >= all {
			s.lines[i].class = lineTitle
		}
	}
	s.extendTitles()
}

// extendTitles takes a second and third line of a title that the format marks
// as heading.
func (s *survey) extendTitles() {
	run := 0
	for i := range s.lines {
		l := &s.lines[i]
		switch {
		case l.class == lineBlank:
		case l.class == lineHeading || l.class == lineTitle:
			run = 1
		case run > 0 && run < 4 && l.class == linePlain && l.styled && s.sameStyle(i) && s.shortTitle(l):
			l.class = lineTitle
			run++
		default:
			run = 0
		}
	}
}

// sameStyle reports whether the line looks like the one before it, or is
// marked as a title.
func (s *survey) sameStyle(i int) bool {
	b := &s.src.Blocks[s.lines[i].block]
	if b.Style == "#" {
		return strings.HasPrefix(strings.TrimSpace(b.Text), "#T") || b.Level > 3
	}
	for k := i - 1; k >= 0; k-- {
		if s.lines[k].class != lineBlank {
			return s.src.Blocks[s.lines[k].block].Style == b.Style
		}
	}
	return false
}

func (s *survey) next(i int) int {
	for i++; i < len(s.lines); i++ {
		if s.lines[i].class != lineBlank {
			return i
		}
	}
	return -1
}

func (s *survey) titleLike(i int) bool {
	if i < 0 || s.lines[i].class != linePlain {
		return false
	}
	return s.shortTitle(&s.lines[i]) || s.lines[i].styled && s.lines[i].last-s.lines[i].label < 400
}

func (s *survey) shortTitle(l *line) bool {
	return l.last > l.label && l.last-l.label <= 250 && (!terminal(s.runes[l.block][l.last-1]) || l.styled)
}
