package speaking

import (
	"slices"
	"strings"
	"time"

	"travaux/data"
)

// Limits are the minutes to which statements are cut, longest first (reference:
// three minutes in the concluding session of an ad hoc committee, less when the
// list of speakers is long).
var Limits = []int{3, 2, 1}

// Shorter is a text that sentences were left out of.
type Shorter struct {
	Text string
	Left []Sentence // what was left out, in the order of the text that was cut
	Time time.Duration
	Fits bool // it can be said in the time that was asked for
}

// Cut shortens a text to a time by the rules of this package.
func Cut(text string, lang data.Lang, pace int, limit time.Duration) Shorter {
	c := newCutting(text, lang, Paced(pace, lang))
	if takes(c.total, c.pace) <= limit {
		return Shorter{Text: text, Time: takes(c.total, c.pace), Fits: true}
	}
	var gone []int
	for takes(c.total, c.pace) > limit {
		i := c.next()
		if i < 0 {
			break
		}
		c.leave(i)
		gone = append(gone, i)
	}
	for _, i := range slices.Backward(gone) {
		if takes(c.total+c.units[i], c.pace) <= limit && (c.begins[i] || !c.out[c.firstOf(i)]) {
			c.back(i)
		}
	}
	return c.shorter(limit)
}

// cutting is a text while sentences are taken out of it.
type cutting struct {
	runes     []rune
	lang      data.Lang
	pace      int
	sentences []Sentence
	units     []int
	class     []int  // when a sentence goes; see the classes
	begins    []bool // its paragraph
	out       []bool
	length    []int // units that are left of each paragraph
	total     int
}

// Classes of sentences, in the order in which they go.
const (
	illustrates = iota
	tells
	asks
	opens // its paragraph
	stays
)

func newCutting(text string, lang data.Lang, pace int) *cutting {
	c := &cutting{runes: []rune(text), lang: lang, pace: pace, sentences: Sentences(text, lang)}
	n := len(c.sentences)
	c.units, c.class, c.begins, c.out = make([]int, n), make([]int, n), make([]bool, n), make([]bool, n)
	for i, s := range c.sentences {
		words := string(c.runes[s.Start:s.End])
		c.units[i] = Units(words, lang)
		c.begins[i] = i == 0 || c.sentences[i-1].Paragraph != s.Paragraph
		switch {
		case i == 0 || i == n-1:
			c.class[i] = stays
		case c.begins[i]:
			c.class[i] = opens
		case has(words, examples[lang]):
			c.class[i] = illustrates
		case strings.ContainsAny(words, "“”«»„「」『』\"") || has(words, requests[lang]):
			c.class[i] = asks
		default:
			c.class[i] = tells
		}
		if s.Paragraph == len(c.length) {
			c.length = append(c.length, 0)
		}
		c.length[s.Paragraph] += c.units[i]
		c.total += c.units[i]
	}
	return c
}

// next is the sentence that goes next; -1 when none is left that may.
func (c *cutting) next() int {
	best := -1
	for i := range c.sentences {
		switch {
		case c.out[i] || c.class[i] == stays:
		case best < 0 || c.class[i] < c.class[best]:
			best = i
		case c.class[i] == c.class[best]:
			if c.class[i] == opens || c.length[c.sentences[i].Paragraph] >= c.length[c.sentences[best].Paragraph] {
				best = i // of equal ones the later
			}
		}
	}
	return best
}

func (c *cutting) leave(i int) { c.out[i] = true; c.count(i, -c.units[i]) }
func (c *cutting) back(i int)  { c.out[i] = false; c.count(i, c.units[i]) }

func (c *cutting) count(i, units int) {
	c.total += units
	c.length[c.sentences[i].Paragraph] += units
}

// firstOf is the sentence with which the paragraph of another begins.
func (c *cutting) firstOf(i int) int {
	for !c.begins[i] {
		i--
	}
	return i
}

// shorter writes what is left: paragraphs apart as they were.
func (c *cutting) shorter(limit time.Duration) Shorter {
	out := Shorter{Time: takes(c.total, c.pace)}
	out.Fits = out.Time <= limit
	between := "\n"
	if strings.Contains(string(c.runes), "\n\n") {
		between = "\n\n"
	}
	var b strings.Builder
	last := -1
	for i, s := range c.sentences {
		if c.out[i] {
			out.Left = append(out.Left, s)
			continue
		}
		switch {
		case last < 0:
		case last != s.Paragraph:
			b.WriteString(between)
		case c.lang != data.Chinese:
			b.WriteByte(' ')
		}
		last = s.Paragraph
		b.WriteString(string(c.runes[s.Start:s.End]))
	}
	out.Text = b.String()
	return out
}

func has(words string, marks []string) bool {
	words = strings.ToLower(words)
	return slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(words, m) })
}

// examples are words by which a sentence that illustrates or repeats is known.
var examples = map[data.Lang][]string{
	data.English: {"for example", "for instance", "as we have said", "as we said", "in other words", "let me recall", "to illustrate"},
	data.French:  {"par exemple", "à titre d’exemple", "à titre d'exemple", "comme nous l’avons dit", "comme nous l'avons dit", "autrement dit", "permettez-moi de rappeler"},
	data.Spanish: {"por ejemplo", "a modo de ejemplo", "como hemos dicho", "como ya dijimos", "en otras palabras", "permítame recordar"},
	data.Russian: {"например", "к примеру", "как мы уже", "иными словами", "позвольте напомнить"},
	data.Arabic:  {"على سبيل المثال", "مثلا", "كما قلنا", "كما ذكرنا", "وبعبارة أخرى", "بعبارة أخرى"},
	data.Chinese: {"例如", "比如", "譬如", "正如我们", "如前所述", "换言之", "换句话说"},
}

// requests are words by which a sentence that asks for something is known.
var requests = map[data.Lang][]string{
	data.English: {"propos", "request", "suggest", "we ask", "cannot accept", "cannot support", "cannot join"},
	data.French:  {"propos", "demand", "suggér", "prions", "ne pouvons accepter", "ne pouvons pas accepter", "ne peut accepter"},
	data.Spanish: {"propon", "propus", "solicit", "sugier", "suger", "pedimos", "no podemos aceptar", "no puede aceptar"},
	data.Russian: {"предлага", "предложил", "просим", "просит", "не можем согласиться", "не может согласиться"},
	data.Arabic:  {"نقترح", "يقترح", "تقترح", "نطلب", "يطلب", "تطلب", "لا يمكننا قبول", "لا يمكن لوفد"},
	data.Chinese: {"提议", "建议", "请求", "要求", "不能接受", "无法接受"},
}
