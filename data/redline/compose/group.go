package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"travaux/data/redline"
)

// NearRatio bounds what two proposals may differ in and still be near one
// another: the words in which they differ, as a share of the words that the
// smaller of the two changes. A word put right in a new sentence is near;
// should for shall is not, if shall is all that the other proposal changes.
const NearRatio = 0.15

// Cluster is a group of variants that want the same, or nearly.
type Cluster struct {
	Key     string   // of the representative: the first variant of the commonest wording
	Members []Member // the representative among them, in the order of the variants
}

// Member is one variant of a cluster.
type Member struct {
	Key     string
	Same    bool           // the representative's wording, white space and quotation marks aside
	Redline []redline.Edit // from the representative's wording to this one; nil where they are equal
}

// Group puts together the variants of one base that are identical, white space
// and the form of quotation marks aside, and those that are near: the same
// words but for punctuation, case and articles, or within NearRatio. A variant
// is in exactly one cluster; those who want deletion are one, and so are those
// who want no change. Clusters come in the order of their first members.
func Group(base string, variants []Variant) []Cluster {
	g := newGrouping(base, variants)
	order := slices.Clone(g.wordings) // commonest first, so that it represents
	slices.SortStableFunc(order, func(a, b *wordings) int { return len(b.members) - len(a.members) })
	var leads []*wordings
	for _, w := range order {
		at := slices.IndexFunc(leads, func(l *wordings) bool { return g.near(l, w) })
		if at < 0 {
			leads = append(leads, w)
			continue
		}
		leads[at].near = append(leads[at].near, w)
	}
	slices.SortFunc(leads, func(a, b *wordings) int { return a.first() - b.first() })
	var out []Cluster
	for _, l := range leads {
		out = append(out, g.cluster(l))
	}
	return out
}

// wordings is all variants of one wording.
type wordings struct {
	members []int // indices of variants
	text    string
	verb    string     // sets SUP and NOC apart from words
	loose   string     // without punctuation, case and articles
	bag     []weighted // tokens that count, sorted
	changes float64    // words in which it differs from the base; -1: not yet known
	near    []*wordings
}

// weighted is a token by number, and how often it occurs.
type weighted struct {
	number, count int
	weight        float64
}

type grouping struct {
	base     string
	variants []Variant
	wordings []*wordings
	numbers  map[string]int
}

func newGrouping(base string, variants []Variant) *grouping {
	g := &grouping{base: base, variants: variants, numbers: map[string]int{}}
	known := map[string]*wordings{}
	for i, v := range variants {
		verb, text := "mod", v.Wording
		switch {
		case v.Delete:
			verb, text = "sup", ""
		case v.Keep:
			verb, text = "noc", base
		}
		identity := verb + unify(text)
		w := known[identity]
		if w == nil {
			w = &wordings{text: text, verb: verb, changes: -1}
			known[identity] = w
			g.wordings = append(g.wordings, w)
			tokens := redline.Tokens(unify(text))
			w.loose, w.bag = loosen(tokens), g.bag(tokens)
		}
		w.members = append(w.members, i)
	}
	return g
}

// first is the earliest variant of a wording and of those near it.
func (w *wordings) first() int {
	first := w.members[0]
	for _, n := range w.near {
		first = min(first, n.members[0])
	}
	return first
}

func (g *grouping) near(lead, w *wordings) bool {
	switch {
	case lead.verb != "mod" || w.verb != "mod":
		return false // the same verb would be the same wording
	case lead.loose == w.loose:
		return true
	}
	bound := NearRatio * min(g.changesOf(lead), g.changesOf(w))
	return apartAtLeast(lead.bag, w.bag) <= bound && difference(lead.text, w.text) <= bound
}

func (g *grouping) changesOf(w *wordings) float64 {
	if w.changes < 0 {
		w.changes = difference(g.base, w.text)
	}
	return w.changes
}

func (g *grouping) cluster(lead *wordings) Cluster {
	c := Cluster{Key: g.variants[lead.members[0]].Key}
	type numbered struct {
		n int
		Member
	}
	var members []numbered
	for _, w := range append([]*wordings{lead}, lead.near...) {
		for _, n := range w.members {
			m := Member{Key: g.variants[n].Key, Same: w == lead}
			if text := g.variants[n].Wording; w.verb == "mod" && text != lead.text {
				m.Redline = redline.Words(lead.text, text)
			}
			members = append(members, numbered{n, m})
		}
	}
	slices.SortFunc(members, func(a, b numbered) int { return a.n - b.n })
	for _, m := range members {
		c.Members = append(c.Members, m.Member)
	}
	return c
}

// weight is what a changed token counts, as data/redline counts it, in words.
func weight(token string) float64 {
	switch r := first(token); {
	case blank(token):
		return 0.05
	case word(r):
		return 1
	}
	return 0.5
}

// difference counts the words in which two texts differ.
func difference(old, new string) (words float64) {
	for _, e := range redline.Words(old, new) {
		if e.Kind == redline.Keep {
			continue
		}
		for _, t := range redline.Tokens(e.Text) {
			words += weight(t)
		}
	}
	return words
}

// bag counts the tokens of a text, white space aside.
func (g *grouping) bag(tokens []string) (bag []weighted) {
	at := map[int]int{}
	for _, t := range tokens {
		if blank(t) {
			continue
		}
		n, known := g.numbers[t]
		if !known {
			n = len(g.numbers)
			g.numbers[t] = n
		}
		i, again := at[n]
		if !again {
			i = len(bag)
			at[n] = i
			bag = append(bag, weighted{number: n, weight: weight(t)})
		}
		bag[i].count++
	}
	slices.SortFunc(bag, func(a, b weighted) int { return cmp.Compare(a.number, b.number) })
	return bag
}

// apartAtLeast is what no comparison of two texts can fall below: the tokens
// of either without an equal in the other. It spares nearly all comparisons.
func apartAtLeast(a, b []weighted) (words float64) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].number < b[0].number:
			words += float64(a[0].count) * a[0].weight
			a = a[1:]
		case a[0].number > b[0].number:
			words += float64(b[0].count) * b[0].weight
			b = b[1:]
		default:
			d := a[0].count - b[0].count
			words += float64(max(d, -d)) * a[0].weight
			a, b = a[1:], b[1:]
		}
	}
	for _, w := range append(a[:len(a):len(a)], b...) {
		words += float64(w.count) * w.weight
	}
	return words
}

// quotes gives one form to quotation marks and apostrophes.
var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "ʼ", "'", "‚", "'", "‛", "'")

// unify gives one form to white space and quotation marks, and drops what
// nobody sees.
func unify(text string) string {
	visible := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, quotes.Replace(text))
	return strings.Join(strings.Fields(visible), " ")
}

// articles are those of English, French and Spanish; the other official
// languages write none apart.
var articles = map[string]bool{
	"a": true, "an": true, "the": true,
	"le": true, "la": true, "les": true, "un": true, "une": true, "des": true,
	"el": true, "los": true, "las": true, "una": true, "unos": true, "unas": true,
}

// loosen drops punctuation (not brackets: they say what is agreed), case and
// articles.
func loosen(tokens []string) string {
	var b strings.Builder
	for _, t := range tokens {
		switch t = strings.TrimPrefix(strings.ToLower(t), "l'"); {
		case blank(t), articles[t], punctuation(first(t)):
		default:
			b.WriteString(t)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func punctuation(r rune) bool {
	return unicode.IsPunct(r) && bracket(string(r)) == 0 && r != '%' && r != '/'
}
