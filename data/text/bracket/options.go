package bracket

import (
	"slices"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/text"
)

// OptionKind says how alternative provisions are marked.
type OptionKind uint8

// Kinds of alternative provisions (UNEP/PP/INC.4/3, paragraph 5 (c) and (d)).
const (
	Options  OptionKind = iota // "Option 1", "Option 2"
	AltTexts                   // "OP2", "OP2 alt", "OP2 alt 2"
)

// OptionGroup says which provisions are alternatives of each other, of which
// one survives.
type OptionGroup struct {
	Kind         OptionKind
	Alternatives []Alternative // in the order of the text, at least two; of AltTexts the first is usually what the others replace
}

// Alternative is one of several. All indices are of the provisions that were
// given.
type Alternative struct {
	Head       int   // the provision with the label
	Provisions []int // all it is made of, the head first
	Label      text.Label
	NoText     bool  // it says that there shall be no such provision: "No text."
	Merges     []int // further provisions it says it takes the place of: "(merging OP2, OP3)"
}

// FindOptions finds the alternatives among provisions in document order: those
// under option headings in six languages, and those whose label has "alt".
// What an additional paragraph belongs to is read from its label: "OP1 bis alt
// 2" is an alternative of OP1 bis if there is one, else a part of OP1 alt 2.
func FindOptions(provisions []data.Provision, lang data.Lang) []OptionGroup {
	f := finder{provisions: provisions, lang: lang, labels: make([]text.Label, len(provisions)), runs: map[place][]int{}, bases: map[place]map[string]int{}}
	var above []int
	for i := range provisions {
		for n := len(above); n > 0 && provisions[above[n-1]].Depth >= provisions[i].Depth; n = len(above) {
			above = above[:n-1]
		}
		f.parent = append(f.parent, -1)
		if n := len(above); n > 0 {
			f.parent[i] = above[n-1]
		}
		above = append(above, i)
		if container(provisions[i].Kind) {
			f.unit = i
		}
		f.look(i)
	}
	return f.finish()
}

// place is where labels are compared: under one provision, or (unit true) in
// one article.
type place struct {
	index int
	unit  bool
}

// finder reads provisions in order.
type finder struct {
	provisions []data.Provision
	lang       data.Lang
	labels     []text.Label
	parent     []int
	unit       int // latest article or chapter
	groups     []OptionGroup
	runs       map[place][]int          // open groups of options
	bases      map[place]map[string]int // group that a label begins or stands in
}

func (f *finder) look(i int) {
	r, _ := f.provisions[i].In(f.lang)
	printed := r.Label
	if printed == "" && len(r.Heading)+len(r.Text) <= 40 {
		printed = strings.TrimSpace(r.Heading + r.Text) // "Option 2" in a line of its own
	}
	l, ok := parseOption(printed)
	switch {
	case !ok:
	case l.Unit == "opt" || l.Unit == subOption:
		f.labels[i] = l
		f.option(i, l)
	case r.Label != "" && (l.Unit == "" || l.Unit == "op") && l.Class != text.ClassBullet:
		f.labels[i] = l
		f.numbered(i, l)
	}
}

// subOption is the unit of "Sub-Option 1".
const subOption = "subopt"

// subWords stand before the word option in the second level of options.
var subWords = []string{"sub-", "sub", "sous-", "под", "子", "次"}

// parseOption is text.ParseLabel, but for the second level of options.
func parseOption(printed string) (text.Label, bool) {
	l, ok := text.ParseLabel(printed)
	if ok {
		return l, true
	}
	bare := strings.TrimLeft(printed, "[［【〔 ")
	for _, w := range subWords {
		if len(bare) > len(w) && strings.EqualFold(bare[:len(w)], w) {
			if l, ok = text.ParseLabel(bare[len(w):]); ok && l.Unit == "opt" {
				l.Unit, l.Printed = subOption, printed
				return l, true
			}
		}
	}
	return l, false
}

// option goes on with the options under the same provision, or, where the
// outline has torn them apart, with those of the same article whose next it is.
func (f *finder) option(i int, l text.Label) {
	at, unit := place{f.parent[i], false}, place{f.unit, true}
	for _, p := range []place{at, unit} {
		if k := f.run(p, l); k >= 0 {
			f.add(f.runs[p][k], i, l)
			f.runs[p] = f.runs[p][:k+1]
			return
		}
		if len(f.runs[at]) > 0 {
			break
		}
	}
	f.groups = append(f.groups, OptionGroup{Kind: Options})
	g := len(f.groups) - 1
	f.add(g, i, l)
	f.runs[at] = append(f.runs[at], g)
	f.runs[unit] = append(f.runs[unit], g)
}

// run returns the open group of a place that an option goes on with, or -1: the
// latest of its level under the same provision, any whose next it is in the
// same article.
func (f *finder) run(p place, l text.Label) int {
	for k := len(f.runs[p]) - 1; k >= 0; k-- {
		list := f.groups[f.runs[p][k]].Alternatives
		last := list[len(list)-1].Label
		if last.Unit != l.Unit {
			continue
		}
		next := last.Upper == l.Upper && last.Compare(l) < 0
		if next && (!p.unit || last.Value+1 == l.Value) {
			return k
		}
		if !p.unit {
			return -1
		}
	}
	return -1
}

// numbered takes a numbered provision: one that others may be alternatives of,
// or one that is.
func (f *finder) numbered(i int, l text.Label) {
	at := place{f.parent[i], false}
	if f.bases[at] == nil {
		f.bases[at] = map[string]int{}
	}
	known := f.bases[at]
	k := slices.IndexFunc(l.Marks, func(m text.Mark) bool { return m.Rank == text.RankAlt })
	if k < 0 {
		if _, again := known[key(l, l.Marks)]; again {
			clear(known) // numbers begin anew
		}
		known[key(l, l.Marks)] = f.begin(i, l)
		return
	}
	base := key(l, l.Marks[:k])
	g, ok := known[base]
	if !ok && k > 0 && f.strand(known, i, l, k) {
		return
	}
	if !ok {
		f.groups = append(f.groups, OptionGroup{Kind: AltTexts})
		g = len(f.groups) - 1
		known[base] = g
	}
	f.add(g, i, l)
}

// begin makes a group of a provision to which alternatives may come.
func (f *finder) begin(i int, l text.Label) int {
	f.groups = append(f.groups, OptionGroup{Kind: AltTexts})
	f.add(len(f.groups)-1, i, l)
	return len(f.groups) - 1
}

// strand adds "OP1 bis alt 2" to "OP1 alt 2".
func (f *finder) strand(known map[string]int, i int, l text.Label, k int) bool {
	g, ok := known[key(l, nil)]
	if !ok {
		return false
	}
	for a := range f.groups[g].Alternatives {
		if alt := &f.groups[g].Alternatives[a]; slices.Equal(alt.Label.Marks, l.Marks[k:]) {
			alt.Provisions = append(alt.Provisions, i)
			return true
		}
	}
	return false
}

// key names a number with some of its marks; OP1 and 1 are the same.
func key(l text.Label, marks []text.Mark) string {
	l.Unit, l.Marks = "", marks
	return string(l.Class) + l.Elem()
}

func (f *finder) add(g, i int, l text.Label) {
	f.groups[g].Alternatives = append(f.groups[g].Alternatives, Alternative{Head: i, Provisions: []int{i}, Label: l})
}

// finish keeps the groups with something to choose, and says what their
// alternatives are made of.
func (f *finder) finish() []OptionGroup {
	var list []OptionGroup
	for _, g := range f.groups {
		if len(g.Alternatives) < 2 {
			continue
		}
		for k := range g.Alternatives {
			a, until := &g.Alternatives[k], len(f.provisions)
			if k+1 < len(g.Alternatives) {
				until = g.Alternatives[k+1].Head
			}
			f.complete(a, until, g.Kind == Options && k+1 < len(g.Alternatives))
			a.NoText = f.noText(a)
			a.Merges = f.merges(a)
		}
		list = append(list, g)
	}
	return list
}

// complete adds to an alternative what stands under its provisions and the
// unnumbered text after them; all up to the next one if it is known to be
// between two options.
func (f *finder) complete(a *Alternative, until int, between bool) {
	var all []int
	for _, head := range a.Provisions {
		all = append(all, head)
		depth := f.provisions[head].Depth
		for i := head + 1; i < until; i++ {
			p := &f.provisions[i]
			if container(p.Kind) || p.Depth < depth {
				break
			}
			if r, _ := p.In(f.lang); p.Depth == depth && !between && r.Label != "" {
				break
			}
			if !slices.Contains(a.Provisions, i) {
				all = append(all, i)
			}
		}
	}
	slices.Sort(all)
	a.Provisions = slices.Compact(all)
}

// noTexts say that there shall be nothing, in the six languages.
var noTexts = []string{
	"no text", "no provision", "no standalone provision", "no article", "no paragraph",
	"pas de texte", "aucun texte", "sans texte", "pas de disposition", "aucune disposition", "pas d’article",
	"sin texto", "ningún texto", "no hay texto", "ninguna disposición", "sin disposición", "no incluir disposición",
	"без текста", "нет текста", "текст отсутствует", "не включать текст", "нет положения", "без положения",
	"无案文", "没有案文", "无文本", "无条文", "不列入案文", "不作规定",
	"لا نص", "لا يوجد نص", "بدون نص", "من دون نص", "دون نص", "لا حكم", "لا يوجد حكم",
}

// noText reports whether an alternative is only such words.
func (f *finder) noText(a *Alternative) bool {
	var words strings.Builder
	for _, i := range a.Provisions {
		r, _ := f.provisions[i].In(f.lang)
		if i == a.Head && r.Label == "" && r.Heading+r.Text == a.Label.Printed {
			continue
		}
		words.WriteString(r.Heading + r.Text)
		if words.Len() > 120 {
			return false
		}
	}
	s := strings.ToLower(strings.TrimFunc(words.String(), func(c rune) bool { return !unicode.IsLetter(c) }))
	return slices.ContainsFunc(noTexts, func(w string) bool { return strings.HasPrefix(s, w) })
}

// mergeWords begin the note that names what an alternative puts together.
var mergeWords = []string{"merging", "merges", "fusion de", "fusionnant", "fusión de", "fusiona", "объединение", "объединяет", "合并", "دمج", "يدمج"}

// merges reads "(merging OP2, OP3 and OP4)" at the start of an alternative.
func (f *finder) merges(a *Alternative) []int {
	r, _ := f.provisions[a.Head].In(f.lang)
	note := mergeNote(r.Text)
	if note == "" {
		return nil
	}
	var list []int
	for _, word := range strings.FieldsFunc(note, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(",;،、，", c) }) {
		l, ok := text.ParseLabel(word)
		if !ok {
			continue
		}
		for i := range f.provisions {
			same := f.labels[i].Class != text.ClassNone && key(f.labels[i], f.labels[i].Marks) == key(l, l.Marks)
			if same && i != a.Head && f.parent[i] == f.parent[a.Head] {
				list = append(list, i)
			}
		}
	}
	return list
}

// mergeNote returns what follows the word in "(merging …)".
func mergeNote(s string) string {
	s = strings.TrimLeft(s, " [（(")
	end := strings.IndexAny(s, ")）")
	if end < 0 || end > 200 {
		return ""
	}
	for _, w := range mergeWords {
		if strings.HasPrefix(strings.ToLower(s[:end]), w) {
			return s[len(w):end]
		}
	}
	return ""
}
