package layout

import (
	"regexp"
	"strings"
)

// Footnotes are set smaller than the text and stand at the foot of the page.
const (
	noteSize  = 0.95 // of the size of the text, at most
	raisedBy  = 0.1  // of its size by which the mark in the text stands higher
	raisedMax = 0.85 // of the size of the text that the mark may have
)

var noteMark = regexp.MustCompile(`^(\d{1,3}|[*†‡§]{1,3}|[a-z])[/.]?$`)

// note is a footnote of a page.
type note struct {
	mark  string
	lines []*line
}

// notesOf finds the footnotes of a page: the smaller lines at its foot, from
// the first whose mark also stands, raised, in the text of the page. A note
// that goes on from the page before begins without one.
func notesOf(lines []line, body float64, open bool) (text []line, notes []note, marks map[*Word]string) {
	from := len(lines)
	for from > 0 && lines[from-1].size <= noteSize*body {
		from--
	}
	marks = raisedMarks(lines[:from])
	known := starsOf(lines[:from])
	for _, m := range marks {
		known[m] = true
	}
	begin := -1
	for i := from; i < len(lines); i++ {
		if m, ok := markOf(&lines[i]); ok && known[m] {
			begin = i
			break
		}
	}
	if begin < 0 && !(open && from > 0 && from < len(lines)) {
		return lines, nil, nil
	}
	if begin < 0 || open {
		begin = from
	}
	used := map[string]bool{}
	for i := begin; i < len(lines); i++ {
		l := &lines[i]
		m, ok := markOf(l)
		if ok && (known[m] || raisedStart(l)) && !used[m] {
			used[m] = true
			notes = append(notes, note{mark: m})
		} else if len(notes) == 0 {
			notes = append(notes, note{})
		}
		n := &notes[len(notes)-1]
		n.lines = append(n.lines, l)
	}
	for w, m := range marks {
		if !used[m] {
			delete(marks, w)
		}
	}
	return lines[:begin], notes, marks
}

// starsOf is the marks of footnotes that are not raised, because their signs
// are: "agenda*".
func starsOf(lines []line) map[string]bool {
	out := map[string]bool{}
	for i := range lines {
		for _, w := range lines[i].words {
			core := strings.TrimRight(w.Text, "*†‡§")
			if n := len(w.Text) - len(core); n > 0 && core != "" {
				out[w.Text[len(core):]] = true
			}
		}
	}
	return out
}

// markOf is the mark with which a line begins.
func markOf(l *line) (string, bool) {
	if len(l.words) < 2 {
		return "", false
	}
	m := noteMark.FindStringSubmatch(ascii(l.words[0].Text))
	if m == nil {
		return "", false
	}
	return m[1], true
}

func raisedStart(l *line) bool { return isRaised(&l.words[0], l) }

func isRaised(w *Word, l *line) bool {
	return w.Size <= raisedMax*l.size && w.Base >= l.base+raisedBy*l.size
}

// raisedMarks are the words of the text that may be marks of footnotes.
func raisedMarks(lines []line) map[*Word]string {
	out := map[*Word]string{}
	for i := range lines {
		l := &lines[i]
		for k := range l.words {
			w := &l.words[k]
			if m := noteMark.FindStringSubmatch(strings.Trim(ascii(w.Text), "()")); m != nil && isRaised(w, l) {
				out[w] = m[1]
			}
		}
	}
	return out
}
