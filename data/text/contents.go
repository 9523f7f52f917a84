package text

import "strings"

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
// them. Where the format does not say, the document decides as a whole.
func (s *survey) findTitles() {
	type vote struct{ yes, all int }
	votes := map[string]*vote{"": {}}
	candidates := map[int]int{} // line of the title: line of the heading
	for i := range s.lines {
		l := &s.lines[i]
		if l.class != lineHeading || !l.bare() {
			continue
		}
		p := l.heading.unit.prefix
		if votes[p] == nil {
			votes[p] = &vote{}
		}
		votes[p].all++
		votes[""].all++
		if next := s.next(i); s.titleLike(next) {
			candidates[next] = i
			votes[p].yes++
			votes[""].yes++
		}
	}
	for t, i := range candidates {
		l := &s.lines[i]
		v := votes[l.heading.unit.prefix]
		if v.all < 3 {
			v = votes[""]
		}
		if s.lines[t].styled || v.yes*2 >= v.all {
			s.lines[t].class = lineTitle
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
