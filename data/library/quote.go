package library

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/data/redline"
)

// Verdict says whether a quotation says what its source says.
type Verdict string

// Verdicts.
const (
	Exact     Verdict = "exact"     // word for word
	Elsewhere Verdict = "elsewhere" // word for word, but in another paragraph than the pointer beside it says
	Differs   Verdict = "differs"   // the source has other words there
	Absent    Verdict = "absent"    // the source has nothing like it
)

// Quotation is words in quotation marks with the name of a work beside them that
// the library holds.
type Quotation struct {
	Start, End int    // runes [Start, End) of the text: the quoted words, without the marks
	Cited      string // the work as it is named there
	Verdict    Verdict
	Place                     // where the source says it, or what is nearest; zero if Absent
	Pointed    string         // where the text says that it stands, as it is written there, if it is elsewhere
	Source     string         // the words of the source there, the first letter as large or small as it is quoted
	Edits      []redline.Edit // from the source to what is quoted, where it differs, without the marks around it
}

// nearLeast is the share of words from which a passage is what was meant to be
// quoted.
const nearLeast = 0.5

// Quotations finds the quotations of a text and compares each with the work that
// is named after it, or else before it in the same paragraph: a symbol
// ("A/RES/76/19", "resolution 76/19"), or a title. Ellipses and what stands in
// square brackets stand for any words; quotation marks, hyphens and white space
// of any kind are alike, the first letter may be large or small, and a mark at
// the end does not count. All else does. A quotation of one word that the work
// does not have is not one. A text without names of works takes next to no time.
//
// Works that are named in cited, such as the sources given for the whole text, are
// those of a quotation beside which none is named; it is only given where it is
// near enough to their words to be of them.
func (s *Shelf) Quotations(text, cited string) []Quotation {
	named, far := s.named(text), s.named(cited)
	if len(named)+len(far) == 0 {
		return nil
	}
	runes := []rune(text)
	spans := quoted(runes)
	var out []Quotation
	for i, q := range spans {
		after, before := len(runes), 0
		if i+1 < len(spans) {
			after = spans[i+1][0]
		}
		if i > 0 {
			before = spans[i-1][1]
		}
		of := citedBy(named, runes, q, before, after)
		from, beside := runes, true // the text that names them
		if len(of) == 0 {
			of, from, beside = far, []rune(cited), false
		}
		if len(of) == 0 {
			continue
		}
		var at []pointed
		if beside {
			at = s.pointedAt(runes, of, q, before, after)
		}
		if found, is := s.compareQuoted(string(runes[q[0]:q[1]]), from, of, at); is && (beside || found.Verdict != Absent) {
			found.Start, found.End = q[0], q[1]
			out = append(out, found)
		}
	}
	return out
}

// closers gives the marks that may close a quotation which a mark opened.
var closers = map[rune]string{'“': "”", '”': "“”", '„': "“”", '«': "»", '「': "」", '『': "』", '"': `"`, '＂': "＂"}

// quoted are the runes between quotation marks, the outer ones where they stand
// in one another. A mark that nothing closes in its paragraph opens nothing.
func quoted(runes []rune) (spans [][2]int) {
	for i := 0; i < len(runes); i++ {
		ends, opens := closers[runes[i]]
		if !opens {
			continue
		}
		depth := 0
		for j := i + 1; j < len(runes) && runes[j] != '\n'; j++ {
			switch {
			case strings.ContainsRune(ends, runes[j]):
				if depth--; depth < 0 {
					spans = append(spans, [2]int{i + 1, j})
					i = j
				}
			case runes[j] == runes[i]:
				depth++
			}
			if depth < 0 {
				break
			}
		}
	}
	return spans
}

// How far from a quotation, in runes, a work may be named.
const (
	namedAfter  = 160
	namedBefore = 400
)

// citedBy are the works that a quotation is of: those named after it up to the
// next one, else the last that is named before it in its paragraph.
func citedBy(named []mention, runes []rune, q [2]int, before, after int) (cited []mention) {
	line := lineEnd(runes, q[1])
	for _, m := range named {
		if m.start >= q[1] && m.start < min(after, line, q[1]+namedAfter) {
			cited = append(cited, m)
		}
	}
	if len(cited) > 0 {
		return cited
	}
	start := q[0]
	for start > 0 && runes[start-1] != '\n' && q[0]-start < namedBefore {
		start--
	}
	for _, m := range named {
		if m.start >= start && m.end <= q[0] && (len(cited) == 0 || m.end > cited[0].end) {
			cited = []mention{m}
		}
	}
	return cited
}

func lineEnd(runes []rune, from int) int {
	if i := slices.Index(runes[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(runes)
}

// gaps are where a quotation leaves words out or puts in its own.
var gaps = regexp.MustCompile(`\[[^\[\]]*\]|…+|\.\s?\.\s?\.`)

// compareQuoted compares a quotation with the works it is said to be of; is is
// false where it is too little to be compared.
func (s *Shelf) compareQuoted(words string, from []rune, cited []mention, at []pointed) (found Quotation, is bool) {
	found = Quotation{Cited: string(from[cited[0].start:cited[0].end]), Verdict: Exact}
	size := len(wordsOf(words))
	if size == 0 {
		return found, false
	}
	for _, m := range cited {
		if place, right, ok := s.says(m.volume, words, at); ok && (right || found.Source == "") {
			found.Verdict, found.Place, found.Source = Exact, place, words
			found.Cited = string(from[m.start:m.end])
			if right {
				return found, true
			}
			found.Verdict, found.Pointed = Elsewhere, string(from[at[0].start:at[0].end])
		}
	}
	if found.Source != "" {
		return found, true
	}
	allowed := func(n int) bool {
		v := s.volume(n)
		return slices.ContainsFunc(cited, func(m mention) bool { return m.volume == v })
	}
	found.Verdict = Absent
	if at, source, share := s.meant(words, allowed); share >= nearLeast {
		bare := strings.TrimFunc(words, mark)
		found.Verdict, found.Place, found.Source = Differs, at, startedAs(source, bare)
		found.Edits = redline.Words(found.Source, bare)
	}
	return found, size > 1 || found.Verdict == Differs
}

// mark reports whether a rune belongs to no word: those around a quotation do
// not count.
func mark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }

// startedAs gives words with the first letter as large or small as that of others
// that begin with the same word.
func startedAs(words, as string) string {
	first := func(text string) (word, rest string) {
		n := len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool { return !mark(r) }))
		return text[:n], text[n:]
	}
	its, rest := first(words)
	other, _ := first(as)
	if strings.EqualFold(its, other) {
		i, size := utf8.DecodeRuneInString(other)
		_, was := utf8.DecodeRuneInString(its)
		if size > 0 && was > 0 {
			return string(i) + its[was:] + rest
		}
	}
	return words
}

// Words are the runes [start, end) of the text with the quotation that Source may
// take the place of: the quoted words without the marks around them.
func (q Quotation) Words(text string) (start, end int) {
	runes := []rune(text)
	for start, end = q.Start, q.End; start < end && mark(runes[start]); start++ {
	}
	for start < end && mark(runes[end-1]) {
		end--
	}
	return start, end
}

// HasQuotation reports whether a text has words in quotation marks.
func HasQuotation(text string) bool { return len(quoted([]rune(text))) > 0 }

// says reports whether a volume says the words, and where they begin: where what
// is said of the place allows it, and else, with right false, the first place.
func (s *Shelf) says(volume int, words string, said []pointed) (at Place, right, ok bool) {
	first := true
	for _, piece := range gaps.Split(words, -1) {
		tokens := strict(piece)
		if len(tokens) == 0 {
			continue
		}
		n, here := s.saysPiece(volume, tokens, first, said)
		if n < 0 {
			return Place{}, false, false
		}
		if first {
			at, right, first = s.place(n), here, false
		}
	}
	return at, right, !first
}

// saysPiece is the first paragraph of a volume that has the tokens one after
// another, one that is not denied before all others; -1 if none has. The first
// letter may differ in case where they open the quotation.
func (s *Shelf) saysPiece(volume int, tokens []string, opens bool, said []pointed) (paragraph int, right bool) {
	paragraph = -1
	for n := range s.having(volume, tokens) {
		if !follow(strict(s.index.texts[n]), tokens, opens) {
			continue
		}
		if allowedBy(said, s.place(n).Pointer) {
			return n, true
		}
		if paragraph < 0 {
			paragraph = n
		}
	}
	for n, l := range s.volumes[volume].Lines { // its title has no paragraph
		if n == 0 && l.Text != "" && follow(strict(s.volumes[volume].Work.Title[s.lang]), tokens, opens) {
			return s.starts[volume], true
		}
	}
	return paragraph, false
}

// allowedBy reports whether one of what is said of a place may be right; nothing
// said is right.
func allowedBy(said []pointed, pointer string) bool {
	return len(said) == 0 || slices.ContainsFunc(said, func(p pointed) bool { return !p.denies(pointer) })
}

// pointedAt are the pointers beside the names of the works that a quotation is of:
// none where it is said to be of several.
func (s *Shelf) pointedAt(runes []rune, cited []mention, q [2]int, before, after int) (out []pointed) {
	for _, m := range cited {
		if m.volume != cited[0].volume {
			return nil
		}
		from, to := q[1], min(after, lineEnd(runes, q[1]))
		if m.end <= q[0] {
			from, to = before, q[0]
		}
		out = append(out, pointersAt(runes, m, from, to)...)
	}
	return out
}

// having gives the paragraphs of a volume that have the rarest of the words.
func (s *Shelf) having(volume int, tokens []string) func(yield func(int) bool) {
	var rarest []uint32
	for i, t := range tokens {
		if !isWord(t) {
			continue
		}
		n, known := s.index.numbers[foldWord(t)]
		if !known {
			return func(func(int) bool) {}
		}
		if list := s.index.singles.of(n, nil); i == 0 || rarest == nil || len(list) < len(rarest) {
			rarest = list
		}
	}
	from, to := s.starts[volume], s.starts[volume]+len(s.volumes[volume].Lines)
	return func(yield func(int) bool) {
		for _, n := range rarest {
			if int(n) >= from && int(n) < to && !yield(int(n)) {
				return
			}
		}
	}
}

// strict cuts a text into words and marks as quotations are compared.
func strict(text string) []string {
	var out []string
	for _, t := range redline.Tokens(norm.NFKC.String(text)) {
		if t = strings.Map(alike, t); t == "'" {
			t = `"` // a quotation in a quotation; an apostrophe is part of its word
		}
		if strings.TrimFunc(t, unicode.IsSpace) != "" {
			out = append(out, t)
		}
	}
	for len(out) > 0 && !isWord(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && !isWord(out[0]) {
		out = out[1:]
	}
	return out
}

// alike makes marks that are printed in several ways one.
func alike(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»', '＂', '「', '」', '『', '』':
		return '"'
	case '’', '‘', 'ʼ':
		return '\''
	case '‐', '‑', '–', '—', '−':
		return '-'
	case '\u0640':
		return -1
	}
	if r > 0x7F && unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// follow reports whether the words of a text are somewhere those, one after
// another.
func follow(text, words []string, opens bool) bool {
	for i := 0; i+len(words) <= len(text); i++ {
		first := text[i] == words[0] || opens && strings.EqualFold(text[i], words[0])
		if first && slices.Equal(text[i+1:i+len(words)], words[1:]) {
			return true
		}
	}
	return false
}

// meant is the passage that was meant to be quoted: the nearest one, with as
// many words before and after as it would take to be as long.
func (s *Shelf) meant(words string, allowed func(int) bool) (at Place, source string, share float64) {
	asked := s.index.numbered(wordsOf(words))
	asked = asked[:min(len(asked), askedMost)]
	found := s.lay(asked, s.index.weights(asked), allowed)
	if len(found) == 0 {
		return at, "", 0
	}
	best := found[0]
	its := wordsOf(best.wording.Text)
	from := max(0, best.lies.start-best.lies.first)
	to := min(len(its), best.lies.end+len(asked)-1-best.lies.last)
	return best.wording.Place, best.wording.Text[its[from].start:its[to-1].end], best.wording.Share
}
