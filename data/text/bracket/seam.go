package bracket

import (
	"strings"
	"unicode"
)

// writer writes a field without what was cut from it. Where something was cut
// is a seam; only there are spaces and punctuation put right.
type writer struct {
	french bool
	source []rune
	cuts   []cut

	out  []rune
	from []int

	gap     []int // white space since the last word, as runes of the source
	seam    bool  // something was cut since the last word
	lost    bool  // it was words
	closed  bool  // a surviving bracket closed since the last word
	joined  bool  // and another one opened
	capital bool  // what was lost began a sentence with a capital
}

func (w *writer) write() Sentence {
	w.cutNoteMarks()
	w.out = make([]rune, 0, len(w.source))
	w.from = make([]int, 0, len(w.source))
	letters := false // in the present run of lost runes
	for i, r := range w.source {
		switch w.cuts[i] {
		case opener:
			w.seam, w.joined = true, w.joined || w.closed
		case closer:
			w.seam, w.closed = true, true
		case dropped:
			if !letters && unicode.IsLetter(r) {
				letters = true
				w.capital = w.capital || unicode.IsUpper(r) && w.sentenceStart()
			}
			w.seam, w.lost = true, true
			continue
		case kept:
			w.keep(i, r)
		}
		letters = false
	}
	if !w.seam {
		w.flush()
	}
	return Sentence{string(w.out), w.from}
}

// cutNoteMarks takes the asterisks of a note away with the words they stand
// at, unless the bracket was the end of a word: "instrument[s]*".
func (w *writer) cutNoteMarks() {
	alone := true // the run of cut runes does not follow a word
	for i, r := range w.source {
		switch {
		case w.cuts[i] != kept:
		case r == '*' && alone && i > 0 && w.cuts[i-1] == dropped:
			w.cuts[i] = dropped
		default:
			alone = unicode.IsSpace(r)
		}
	}
}

// keep takes a rune that stays.
func (w *writer) keep(i int, r rune) {
	switch {
	case unicode.IsSpace(r):
		w.gap = append(w.gap, i)
		return
	case !w.seam:
		w.flush()
	case w.superfluous(i, r):
		return
	default:
		w.space(r, i)
	}
	w.seam, w.lost, w.closed, w.joined = false, false, false, false
	if w.capital && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		if w.capital = false; w.sentenceStart() {
			r = unicode.ToUpper(r)
		}
	}
	w.put(r, i)
}

func (w *writer) put(r rune, from int) {
	w.out, w.from = append(w.out, r), append(w.from, from)
}

// flush writes the white space as it is in the source.
func (w *writer) flush() {
	for _, i := range w.gap {
		w.put(w.source[i], i)
	}
	w.gap = w.gap[:0]
}

// latest returns the last rune written, or 0.
func (w *writer) latest() rune {
	if n := len(w.out); n > 0 {
		return w.out[n-1]
	}
	return 0
}

// sentenceStart reports whether a sentence begins after what is written.
func (w *writer) sentenceStart() bool {
	for n := len(w.out); n > 0; n-- {
		if r := w.out[n-1]; !unicode.IsSpace(r) && !strings.ContainsRune("”’»\"'）)", r) {
			return rank(r) == 4
		}
	}
	return true
}

// superfluous puts the punctuation on the two sides of a seam right: one mark
// stays where two would meet; where words were lost, none where a sentence
// begins, and no empty parentheses. It reports whether r is not to be written.
func (w *writer) superfluous(i int, r rune) bool {
	for {
		l, right := w.latest(), w.rankAt(i)
		left := rank(l)
		switch {
		case right > 0 && left == right, right > 0 && left == 2 && right == 1,
			w.lost && right > 0 && (l == 0 || right < 4 && opens(l)),
			w.lost && right > 0 && right < 4 && left == 4 && (l != '.' || w.capital): // not after an abbreviation
			return true
		case left > 0 && left < 3 && (right > 0 || w.lost && closes(r)):
			w.takeBack()
		case w.lost && opens(l) && closing[l] == r:
			w.takeBack()
			return true
		default:
			return false
		}
	}
}

// rankAt is rank for a rune of the source; the dots of "..." are no stops.
func (w *writer) rankAt(i int) int {
	dots := func(k int) bool { return k >= 0 && k < len(w.source) && w.source[k] == '.' }
	if dots(i) && (dots(i+1) || dots(i-1) && w.cuts[i-1] == kept) {
		return 0
	}
	return rank(w.source[i])
}

// takeBack takes the last mark back, with the space before it.
func (w *writer) takeBack() {
	n := len(w.out) - 1
	start := n
	for start > 0 && unicode.IsSpace(w.out[start-1]) {
		start--
	}
	var space []int
	for _, i := range w.from[start:n] {
		if i >= 0 {
			space = append(space, i)
		}
	}
	w.gap = append(space, w.gap...)
	w.out, w.from = w.out[:start], w.from[:start]
}

// space writes what separates the last rune from r, the rune at of the source,
// at a seam.
func (w *writer) space(r rune, at int) {
	l, gap := w.latest(), w.gap
	w.gap = w.gap[:0]
	wide := w.french && (strings.ContainsRune(";:!?»", r) || l == '«') // French typography: Imprimerie nationale
	switch {
	case l == 0:
	case len(gap) == 0:
		if w.glued(l, r) {
			w.put(' ', -1)
		}
	case wide && l == '«':
		w.put(w.source[gap[0]], gap[0])
	case wide:
		w.put(w.wide(gap, at))
	case w.rankAt(at) > 0 || closes(r) || opens(l):
	case eastern(l) && eastern(r) || easternMark(l) || easternMark(r):
	default:
		w.put(w.noBreak(gap, w.source[gap[0]]))
	}
}

// noBreak chooses the space that stays: a line break or a space that does not
// break if there is one, else otherwise in place of the first.
func (w *writer) noBreak(gap []int, otherwise rune) (rune, int) {
	for _, i := range gap {
		if r := w.source[i]; r == '\n' || r == '\u00a0' || r == '\u202f' {
			return r, i
		}
	}
	return otherwise, gap[0]
}

// wide chooses the space before a French mark: the one the source has there,
// else one that does not break.
func (w *writer) wide(gap []int, at int) (rune, int) {
	if i := gap[len(gap)-1]; i == at-1 {
		return w.source[i], i
	}
	return w.noBreak(gap, '\u00a0')
}

// glued reports whether the words on the two sides of a seam need a space that
// the text does not have: two surviving brackets, or "[Action]Plans".
func (w *writer) glued(l, r rune) bool {
	word := func(c rune) bool { return (unicode.IsLetter(c) || unicode.IsDigit(c)) && !eastern(c) }
	return word(l) && word(r) && (w.joined || unicode.IsLower(l) && unicode.IsUpper(r))
}

// rank orders the marks after words by how much they separate; 0 for others.
func rank(r rune) int {
	switch r {
	case ',', '،', '，', '、':
		return 1
	case ';', '؛', '；':
		return 2
	case ':', '：':
		return 3
	case '.', '?', '!', '。', '？', '！', '؟', '۔':
		return 4
	}
	return 0
}

// closing gives the partner of every parenthesis and quotation mark that opens.
var closing = map[rune]rune{'(': ')', '{': '}', '“': '”', '‘': '’', '«': '»', '（': '）', '「': '」', '『': '』', '《': '》', '〈': '〉'}

func opens(r rune) bool { return closing[r] != 0 }

func closes(r rune) bool { return strings.ContainsRune(")}”’»）」』》〉", r) }

// eastern reports whether a character is written without spaces around it.
func eastern(r rune) bool { return unicode.Is(unicode.Han, r) || easternMark(r) }

func easternMark(r rune) bool { return r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65 }
