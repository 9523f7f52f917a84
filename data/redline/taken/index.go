package taken

import (
	"math"
	"slices"

	"travaux/data"
	"travaux/data/redline/align"
)

// Index is two versions, made ready for asking what became of proposals. It is
// never altered: it is safe for concurrent use.
type Index struct {
	vocabulary
	old, new   []paragraph
	pairs      []align.Pair
	oldPair    []int // index in pairs of every paragraph; -1: none
	newPair    []int
	all        map[gram]int     // how much more often it stands in the new version than in the old one
	holds      map[gram]int     // how many paragraphs of the new version have it
	came       map[gram][]int32 // those that have it more often than what they continue, ascending
	count      map[int32]int    // paragraphs of both versions that have the word
	paragraphs float64          // of both versions
}

type paragraph struct {
	words []word
	group int // the article or the like that it stands in: index of the outermost part below chapters
	text  string
}

// NewIndex reads two versions whose paragraphs are paired.
func NewIndex(old, new []align.Paragraph, pairs []align.Pair) *Index {
	x := &Index{
		vocabulary: vocabulary{ids: map[string]int32{}}, pairs: pairs,
		all: map[gram]int{}, holds: map[gram]int{}, came: map[gram][]int32{}, count: map[int32]int{},
		paragraphs: float64(len(old) + len(new)),
	}
	x.old, x.new = x.read(old, -1), x.read(new, 1)
	x.oldPair, x.newPair = unpaired(len(old)), unpaired(len(new))
	for n, p := range pairs {
		for _, i := range p.Old {
			if i >= 0 && i < len(old) {
				x.oldPair[i] = n
			}
		}
		for _, i := range p.New {
			if i >= 0 && i < len(new) {
				x.newPair[i] = n
			}
		}
	}
	for n, p := range x.new {
		before := grams(joined(x.old, x.earlier(n)))
		for g, count := range grams(p.words) {
			x.holds[g]++
			if count > before[g] {
				x.came[g] = append(x.came[g], int32(n))
			}
		}
	}
	return x
}

func unpaired(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (x *Index) read(version []align.Paragraph, sign int) []paragraph {
	out := make([]paragraph, len(version))
	for i, p := range version {
		out[i] = paragraph{words: x.words(p.Text, i), group: groupOf(version, i), text: p.Text}
		seen := map[int32]bool{}
		for _, w := range out[i].words {
			if !seen[w.id] {
				seen[w.id] = true
				x.count[w.id]++
			}
		}
		for g, n := range grams(out[i].words) {
			x.all[g] += sign * n
		}
	}
	return out
}

// groupOf finds the article that a paragraph stands in, or what is like one;
// where nothing is known of parents it is the paragraph itself.
func groupOf(version []align.Paragraph, i int) int {
	for range version {
		up := version[i].Parent
		if up < 0 || up >= len(version) || up == i {
			return i
		}
		switch version[i].Kind {
		case data.KindArticle, data.KindAnnex, data.KindPart, data.KindChapter, data.KindSection, data.KindPreamble:
			return i
		}
		i = up
	}
	return i
}

// leastWeight is what the words tell that stand everywhere.
const leastWeight = 0.1

// weight says how much a word tells: little if it stands in many paragraphs.
func (x *Index) weight(w word) float64 {
	if x.paragraphs < 2 {
		return 1
	}
	n := math.Log((x.paragraphs+1)/(float64(x.count[w.id])+1)) / math.Log(x.paragraphs+1)
	return max(leastWeight, n)
}

// known are the paragraphs of a list that the old version has.
func (x *Index) known(list []int) []int {
	var out []int
	for _, i := range list {
		if i >= 0 && i < len(x.old) && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// partners are the new paragraphs that continue old ones, and all old ones that
// they continue.
func (x *Index) partners(old []int) (all, new []int) {
	all = slices.Clone(old)
	for _, i := range old {
		if n := x.oldPair[i]; n >= 0 {
			all = append(all, inside(x.pairs[n].Old, len(x.old))...)
			new = append(new, inside(x.pairs[n].New, len(x.new))...)
		}
	}
	slices.Sort(all)
	slices.Sort(new)
	return slices.Compact(all), slices.Compact(new)
}

// earlier are the old paragraphs that a new one continues.
func (x *Index) earlier(new int) []int {
	if n := x.newPair[new]; n >= 0 {
		return inside(x.pairs[n].Old, len(x.old))
	}
	return nil
}

func inside(list []int, n int) []int {
	var out []int
	for _, i := range list {
		if i >= 0 && i < n {
			out = append(out, i)
		}
	}
	return out
}

// joined are the words of several paragraphs in a row.
func joined(version []paragraph, list []int) []word {
	var out []word
	for _, i := range list {
		out = append(out, version[i].words...)
	}
	return out
}
