package text

import (
	"slices"
	"strings"

	"travaux/data"
)

// Joined is one text in several languages, provision by provision.
type Joined struct {
	Langs       []data.Lang // in UN order
	Provisions  []Together  // in document order
	Differences []Difference
}

// Together is one provision in the languages that have it.
type Together struct {
	Path  string
	Kind  data.Kind
	Depth int
	Nodes map[data.Lang]int // index in the language's outline
}

// DifferenceKind says how language versions differ in structure. It is the id
// of the sentence that says so, with the argument "langs".
type DifferenceKind string

// Differences of structure.
const (
	DifferenceMissing DifferenceKind = "difference.missing" // the provision is not there in Langs
	DifferenceKindOf  DifferenceKind = "difference.kind"    // it is of another kind in Langs
	DifferenceHeading DifferenceKind = "difference.heading" // it has a heading in some and none in Langs
)

// Difference is a place where language versions do not have the same
// structure, for a person to look at.
type Difference struct {
	Path  string
	Kind  DifferenceKind
	Langs []data.Lang
}

// Join puts the language versions of one text together by path. The version
// with most in common with the others leads; what only others have is put
// after what precedes it there.
func Join(outlines map[data.Lang]*Outline) Joined {
	j := Joined{}
	for _, l := range data.Langs {
		if outlines[l] != nil {
			j.Langs = append(j.Langs, l)
		}
	}
	at := map[string]int{}
	for _, l := range j.byAgreement(outlines) {
		j.merge(l, outlines[l], at)
	}
	for i := range j.Provisions {
		j.compare(&j.Provisions[i], outlines)
	}
	return j
}

// byAgreement orders the languages by how many of their paths others have.
func (j *Joined) byAgreement(outlines map[data.Lang]*Outline) []data.Lang {
	count := map[string]int{}
	for _, l := range j.Langs {
		for i := range outlines[l].Nodes {
			count[outlines[l].Nodes[i].Path]++
		}
	}
	score := map[data.Lang]int{}
	for _, l := range j.Langs {
		for i := range outlines[l].Nodes {
			score[l] += count[outlines[l].Nodes[i].Path] - 1
		}
	}
	order := slices.Clone(j.Langs)
	slices.SortStableFunc(order, func(a, b data.Lang) int {
		if score[a] != score[b] {
			return score[b] - score[a]
		}
		return boolRank(b == data.English) - boolRank(a == data.English)
	})
	return order
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// merge adds one language. Provisions that are new come after the one before
// them in that language.
func (j *Joined) merge(lang data.Lang, o *Outline, at map[string]int) {
	after := map[int][]Together{}
	before := -1
	for i := range o.Nodes {
		n := &o.Nodes[i]
		if k, ok := at[n.Path]; ok {
			j.Provisions[k].Nodes[lang] = i
			before = k
			continue
		}
		after[before] = append(after[before], Together{Path: n.Path, Kind: n.Kind, Depth: n.Depth, Nodes: map[data.Lang]int{lang: i}})
	}
	if len(after) == 0 {
		return
	}
	all := slices.Clone(after[-1])
	for k, p := range j.Provisions {
		all = append(all, p)
		all = append(all, after[k]...)
	}
	j.Provisions = all
	for k := range all {
		at[all[k].Path] = k
	}
}

// compare lists how the languages differ in one provision.
func (j *Joined) compare(t *Together, outlines map[data.Lang]*Outline) {
	var missing, kind, bare []data.Lang
	headings := 0
	for _, l := range j.Langs {
		i, ok := t.Nodes[l]
		if !ok {
			missing = append(missing, l)
			continue
		}
		n := &outlines[l].Nodes[i]
		if n.Kind != t.Kind {
			kind = append(kind, l)
		}
		if strings.TrimSpace(n.Heading) == "" {
			bare = append(bare, l)
		} else {
			headings++
		}
	}
	for _, d := range []Difference{{t.Path, DifferenceMissing, missing}, {t.Path, DifferenceKindOf, kind}, {t.Path, DifferenceHeading, bare}} {
		if len(d.Langs) > 0 && (d.Kind != DifferenceHeading || headings > 0) {
			j.Differences = append(j.Differences, d)
		}
	}
}
