package align

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
)

// passage is a paragraph as it is matched.
type passage struct {
	number   string  // its label without the marks around it; "" if it has none
	body     int32   // equal for equal words and marks, as they are seen
	words    int     // how many; a Chinese word has two characters
	features []int32 // its words and pairs of neighbouring words, ascending, as often as they occur
	weight   float64 // of all features
	heading  bool    // it heads others
	opens    bool    // what follows belongs to it: it heads others, or ends with a colon
	section  int32   // which section of its side it stands in
}

// empty reports a paragraph that is nothing but a number.
func (p *passage) empty() bool { return p.words == 0 }

// book numbers the words and bodies of both versions.
type book struct {
	words    map[string]int32 // folded words
	features map[uint64]int32 // a word, or a pair of words
	bodies   map[string]int32
	read     map[readingKey]reading
	spelt    map[readingKey]spelling
	weights  []float64 // per feature
}

// reading is the words of a paragraph, kept because most paragraphs come in
// both versions.
type reading struct {
	number   string
	body     int32
	words    int
	features []int32
	headed   bool
}

type readingKey struct {
	heading, text string
	headed        bool
}

// keyOf is what a paragraph is read by, and the number of its label.
func keyOf(p *Paragraph) (key readingKey, number string) {
	text := p.Text
	if p.Label != "" {
		var brackets string
		number, brackets = readLabel(p.Label)
		text = brackets + text
	}
	return readingKey{p.Heading, text, heads(p.Kind)}, number
}

func newBook() *book {
	return &book{
		words:    map[string]int32{},
		features: map[uint64]int32{},
		bodies:   map[string]int32{},
		read:     map[readingKey]reading{},
	}
}

// passages reads one version.
func (b *book) passages(side []Paragraph) []passage {
	out := make([]passage, len(side))
	for i := range side {
		p := &side[i]
		key, number := keyOf(p)
		r := b.reading(key)
		headed := r.headed && !titles(out[:i], side[:i])
		out[i] = passage{
			number: number + r.number, body: r.body, words: r.words, features: r.features, heading: headed,
			opens: headed || opening(p.Text) || i+1 < len(side) && side[i+1].Parent == i,
		}
	}
	return out
}

// titles reports whether what follows these paragraphs is the title of the
// heading that is the last of them: it has a line of its own, and heads nothing.
func titles(read []passage, side []Paragraph) bool {
	n := len(side) - 1
	return n >= 0 && heads(side[n].Kind) && read[n].heading && read[n].empty() && side[n].Heading == ""
}

// opening reports a text that announces a list.
func opening(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return last == ':' || last == '：'
}

// readLabel reads a label that is kept apart from the text: the number, and the
// brackets that belong to the words.
func readLabel(label string) (number, brackets string) {
	number, rest, _ := peel(label+" ", true)
	rest = strings.TrimSpace(rest)
	if number == "" {
		return foldWord(rest), ""
	}
	return number, rest
}

// heads reports the kinds of provision that head others.
func heads(k data.Kind) bool {
	switch k {
	case data.KindPart, data.KindChapter, data.KindSection, data.KindArticle, data.KindAnnex, data.KindPreamble, data.KindResolution, data.KindNote:
		return true
	}
	return false
}

// reading reads one paragraph, each one once.
func (b *book) reading(key readingKey) reading {
	r, known := b.read[key]
	if known {
		return r
	}
	s, spelt := b.spelt[key]
	if !spelt {
		s = key.spell()
	}
	r = reading{number: s.number, headed: s.headed, words: (s.halves + 1) / 2, body: numberOf(b.bodies, s.body)}
	last := int32(-1)
	for at, w := range s.words {
		if at == s.title {
			last = -1
		}
		n := numberOf(b.words, w)
		r.features = append(r.features, numberOf(b.features, uint64(n)))
		if last >= 0 {
			r.features = append(r.features, numberOf(b.features, uint64(last+1)<<32|uint64(n)))
		}
		last = n
	}
	slices.Sort(r.features)
	b.read[key] = r
	return r
}

func numberOf[K comparable](m map[K]int32, k K) int32 {
	n, ok := m[k]
	if !ok {
		n = int32(len(m))
		m[k] = n
	}
	return n
}

// weigh gives every feature its weight, the rarer the heavier, and every
// passage the sum of its own.
func (b *book) weigh(sides ...[]passage) {
	counts := make([]int32, len(b.features))
	most := 0
	for _, side := range sides {
		most = max(most, len(side))
		own := make([]int32, len(b.features))
		for i := range side {
			last := int32(-1)
			for _, f := range side[i].features {
				if f != last {
					own[f]++
				}
				last = f
			}
		}
		for f, n := range own {
			counts[f] = max(counts[f], n)
		}
	}
	b.weights = make([]float64, len(counts))
	for f, n := range counts {
		b.weights[f] = math.Log(1 + float64(most)/float64(max(n, 1)))
	}
	for _, side := range sides {
		for i := range side {
			for _, f := range side[i].features {
				side[i].weight += b.weights[f]
			}
		}
	}
}

// common is the weight of the features that two ascending lists share.
func (b *book) common(x, y []int32) (sum float64) {
	shared(x, y, func(f int32) { sum += b.weights[f] })
	return sum
}

// shared calls do for every number that two ascending lists share, as often as
// both have it. Where one list is much longer, it leaps along it.
func shared(x, y []int32, do func(int32)) {
	if len(x) > len(y) {
		x, y = y, x
	}
	leap := len(y) > 16*len(x)
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] == y[j]:
			do(x[i])
			i++
			j++
		case leap:
			step := 1
			for j+step < len(y) && y[j+step] < x[i] {
				step *= 2
			}
			within, _ := slices.BinarySearch(y[j+step/2:min(j+step+1, len(y))], x[i])
			j += step/2 + within
		default:
			j++
		}
	}
}

// similar is the weighted share of the features two passages have in common
// (Dice's coefficient), from 0 to 1.
func (b *book) similar(x, y *passage) float64 {
	if x.body == y.body {
		return 1
	}
	if x.weight+y.weight == 0 {
		return 0
	}
	return min(2*b.common(x.features, y.features)/(x.weight+y.weight), 1)
}

// plainRune takes away what nobody sees and makes quotation marks and hyphens
// of one kind; -1 is left out.
func plainRune(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '`':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '‑', '‐':
		return '-'
	case '\u0640':
		return -1
	}
	if r > 0x7F && unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// foldWord gives the form in which words are matched: lower case, composed,
// without vowel signs, with one alef.
func foldWord(w string) string {
	ascii, lower := true, true
	for i := range len(w) {
		ascii = ascii && w[i] < utf8.RuneSelf
		lower = lower && (w[i] < 'A' || w[i] > 'Z')
	}
	if ascii {
		if lower {
			return w
		}
		return strings.ToLower(w)
	}
	return strings.Map(foldRune, composed(w))
}

// composed joins letters with the marks above and below them.
func composed(w string) string {
	for _, r := range w {
		if r >= 0x300 && unicode.Is(unicode.Mn, r) {
			return norm.NFC.String(w)
		}
	}
	return w
}

func foldRune(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى':
		return 'ي'
	case 'ё', 'Ё':
		return 'е'
	case '\u0640':
		return -1
	}
	if r > 0x7F && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r)) {
		return -1
	}
	return unicode.ToLower(r)
}

// Similarity is the share of words, and of pairs of neighbouring words, that
// two texts have in common, whatever their order: 0 for none, 1 for all
// (Dice's coefficient). Case, white space, vowel signs and the numbers they
// begin with do not count. Two texts without words have nothing in common.
func Similarity(a, b string) float64 {
	book := newBook()
	x, y := book.reading(readingKey{text: a}), book.reading(readingKey{text: b})
	return share(x.features, y.features)
}

// share is Dice's coefficient of two ascending lists.
func share(x, y []int32) float64 {
	if len(x)+len(y) == 0 {
		return 0
	}
	common := 0
	shared(x, y, func(int32) { common++ })
	return 2 * float64(common) / float64(len(x)+len(y))
}
