package reference

import (
	"strings"
	"sync"

	"travaux/data"
)

// Index finds provisions of one revision by how they are cited. Any number of
// goroutines may use it at once.
type Index struct {
	nodes  []node
	byID   map[data.ID]int
	byPath map[string]int
	byElem map[string][]int   // articles, chapters, annexes … by their own element, in order
	loose  map[string][]int   // numbered paragraphs that stand in no article, by their element
	kinds  map[data.Kind]bool // that there are
	titles map[data.Lang]string
	plain  map[data.Lang]string        // titles, unspaced
	genera map[data.Lang]func() string // what the text calls itself
}

// node is a provision in the tree of its revision.
type node struct {
	provision *data.Provision
	elem      string
	parent    int // -1: none
	children  []int
	scope     int // the annex or resolution that it stands in, -1 for the main text
}

// NewIndex makes the index of a revision. The provisions are kept, not copied,
// and must not change.
func NewIndex(provisions []data.Provision) *Index {
	x := &Index{
		nodes: make([]node, len(provisions)), byID: make(map[data.ID]int, len(provisions)), byPath: make(map[string]int, len(provisions)),
		byElem: map[string][]int{}, loose: map[string][]int{}, kinds: map[data.Kind]bool{}, titles: map[data.Lang]string{}, plain: map[data.Lang]string{}, genera: map[data.Lang]func() string{},
	}
	for _, lang := range data.Langs {
		x.genera[lang] = sync.OnceValue(func() string { return x.selfNamed(lang) })
	}
	for i := range provisions {
		x.byID[provisions[i].ID] = i
		x.byPath[provisions[i].Path] = i
	}
	for i := range provisions {
		p := &provisions[i]
		n := node{provision: p, elem: ownElem(p.Path), parent: x.parentOf(p, i), scope: -1}
		x.nodes[i].provision, x.nodes[i].elem, x.nodes[i].parent, x.nodes[i].scope = n.provision, n.elem, n.parent, n.scope
		if n.parent >= 0 {
			x.nodes[n.parent].children = append(x.nodes[n.parent].children, i)
		}
		x.kinds[p.Kind] = true
		switch p.Kind {
		case data.KindParagraph, data.KindPoint, data.KindFlush, data.KindText, data.KindRecital, data.KindFormula:
		case data.KindTitle:
			x.title(p)
		default:
			x.byElem[n.elem] = append(x.byElem[n.elem], i)
		}
	}
	for i := range x.nodes {
		x.nodes[i].scope = x.scopeOf(i)
		if n := &x.nodes[i]; n.provision.Kind == data.KindParagraph && isDigit(n.elem) && x.isLoose(n.parent) {
			x.loose[n.elem] = append(x.loose[n.elem], i)
		}
	}
	return x
}

// ownElem is the last segment of a path, without the count that tells equal
// ones apart.
func ownElem(path string) string {
	elem := path[strings.LastIndexByte(path, '/')+1:]
	elem, _, _ = strings.Cut(elem, "~")
	return elem
}

func (x *Index) parentOf(p *data.Provision, i int) int {
	if j, ok := x.byID[p.Parent]; ok && !p.Parent.IsZero() && j != i {
		return j
	}
	if cut := strings.LastIndexByte(p.Path, '/'); cut > 0 {
		if j, ok := x.byPath[p.Path[:cut]]; ok && j != i {
			return j
		}
	}
	return -1
}

func (x *Index) scopeOf(i int) int {
	for n := 0; i >= 0 && n < maxDepth; n++ {
		if k := x.nodes[i].provision.Kind; k == data.KindAnnex || k == data.KindResolution {
			return i
		}
		i = x.nodes[i].parent
	}
	return -1
}

// isLoose reports whether paragraphs that stand in a provision count through
// all its neighbours, as they do through the sections of a resolution.
func (x *Index) isLoose(parent int) bool {
	if parent < 0 {
		return true
	}
	switch x.nodes[parent].provision.Kind {
	case data.KindSection, data.KindChapter, data.KindPart, data.KindAnnex, data.KindResolution:
		return true
	}
	return false
}

// maxDepth ends walks in trees that a file has made into rings.
const maxDepth = 64

// title notes the title of the text.
func (x *Index) title(p *data.Provision) {
	for lang, r := range p.Text {
		if x.titles[lang] == "" {
			x.titles[lang] = r.Heading + " " + r.Text
			x.plain[lang] = unspaced(x.titles[lang])
		}
	}
}

// selfNamed returns the root of the word that the text calls itself by: of the
// first word of its title that says what an instrument is (in Chinese the
// last); without a title, of what is most often called "this".
func (x *Index) selfNamed(lang data.Lang) string {
	if genus := genusIn(x.titles[lang], lang); genus != "" {
		return genus
	}
	best, count := "", map[string]int{}
	for i := range x.nodes {
		for genus := range genera(x.nodes[i].provision.Text[lang].Text, lang) {
			if count[genus]++; count[genus] > count[best] {
				best = genus
			}
		}
	}
	return best
}

// genusIn returns the root of the word in a title that says what the
// instrument is.
func genusIn(s string, lang data.Lang) string {
	if lang == data.Chinese {
		at, genus := -1, ""
		for _, g := range hanGenera {
			if i := strings.LastIndex(s, g); i > at {
				at, genus = i, g
			}
		}
		return genus
	}
	t := lex(s, lexiconOf(lang).words)
	defer t.leave()
	for i := range t.list {
		if t.list[i].entry.has(roleGenus) {
			return root(string(t.word(i)))
		}
	}
	return ""
}

// genera yields the root of every word that is called "this" in a text.
func genera(s string, lang data.Lang) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if s == "" {
			return
		}
		t := lex(s, lexiconOf(lang).words)
		defer t.leave()
		for i := range t.list {
			switch k := &t.list[i]; {
			case k.entry.has(roleThis) && t.at(i+1).entry.has(roleGenus):
				if !yield(root(string(t.word(i + 1)))) {
					return
				}
			case k.r == '本' && lang == data.Chinese:
				for _, g := range hanGenera {
					if t.has(i+1, g) && !yield(g) {
						return
					}
				}
			}
		}
	}
}

// root cuts a word that says what an instrument is down to what its forms
// have in common.
func root(word string) string {
	r := []rune(word)
	for _, clitic := range []string{"وال", "بال", "لل", "ال", "ل", "ب", "و"} {
		if rest, ok := strings.CutPrefix(word, clitic); ok && len([]rune(rest)) > 3 {
			r = []rune(rest)
			break
		}
	}
	return string(r[:min(len(r), 4)])
}

// Len is the number of provisions.
func (x *Index) Len() int { return len(x.nodes) }

// Provision returns the provision with that identity.
func (x *Index) Provision(id data.ID) (data.Provision, bool) {
	i, ok := x.byID[id]
	if !ok {
		return data.Provision{}, false
	}
	return *x.nodes[i].provision, true
}

// Foreign reports whether the reference means provisions of another
// instrument. A bare "of the Convention" is foreign where the title calls the
// text something else, and not where it has none.
func (x *Index) Foreign(r Ref) bool {
	switch r.Instrument {
	case Named:
		return !x.ours(r) || r.name == "" || !strings.Contains(x.plain[r.Lang], r.name)
	case Bare:
		return x.known(r) && !x.ours(r)
	}
	return false
}

// unspaced folds a text as Ref.name is folded.
func unspaced(s string) string {
	t := lex(s, nil)
	defer t.leave()
	return string(t.folded)
}

// known reports whether the text says what it is.
func (x *Index) known(r Ref) bool { return x.genus(r.Lang) != "" }

// ours reports whether the word for the instrument is what the text calls
// itself.
func (x *Index) ours(r Ref) bool {
	genus := x.genus(r.Lang)
	return genus != "" && r.genus == genus
}

func (x *Index) genus(lang data.Lang) string {
	if f := x.genera[lang]; f != nil {
		return f()
	}
	return ""
}
