package taken

import (
	"strings"

	"travaux/data"
)

// judge is one proposal while it is judged.
type judge struct {
	Evidence
	x       *Index
	voc     vocabulary
	p       Proposal
	base    []word // of the proposal
	wording []word
	old     []word // the provision, and what was merged with it
	new     []word // what continues it

	inserted  []bool  // per word of wording: not in base
	deleted   []bool  // per word of base: not in wording
	bracket   []int   // per word of wording: brackets it has more than in base
	toBase    []int   // per word of wording: its place in base, or -1
	toNew     []int   // per word of wording: its place in new, or -1
	came      []bool  // per word of new: not in old
	kept      []int   // per word of base: its place in new, or -1
	states    []State // per word of wording
	lost      []State // per word of base
	used      []bool  // per word of new: it is one of those taken
	one       float64 // weight of the weightiest place of change that was taken
	missed    bool    // a place of change that matters was not
	stillOpen bool    // brackets were to go or to come, and did not
	exact     bool    // the new provision has the words of the wording, one by one
	inOld     map[gram]int
	inNew     map[gram]int
}

func (x *Index) judge(p Proposal) *judge {
	j := &judge{x: x, p: p, voc: vocabulary{x.ids, map[string]int32{}}}
	j.base, j.wording = j.voc.words(p.Base, -1), j.voc.words(p.Wording, -1)
	all, new := x.partners(p.At)
	j.Here = new
	j.old, j.new = joined(x.old, all), joined(x.new, new)
	j.inOld, j.inNew = grams(j.old), grams(j.new)
	j.states, j.lost = make([]State, len(j.wording)), make([]State, len(j.base))
	j.used = make([]bool, len(j.new))
	j.compare()
	return j
}

// compare lays the proposal, the old and the new provision over one another.
func (j *judge) compare() {
	toWording, toBase := match(j.base, j.wording)
	j.toBase = toBase
	j.inserted, j.deleted = none(toBase), none(toWording)
	j.passOverSpelling()
	j.bracket = make([]int, len(j.wording))
	for i, b := range toBase {
		if b >= 0 {
			j.bracket[i] = j.wording[i].depth - j.base[b].depth
		}
	}
	oldToNew, newToOld := match(j.old, j.new)
	j.came = none(newToOld)
	j.toNew, _ = match(j.wording, j.new)
	j.exact = len(j.wording) > 0 && same(j.new, j.wording)
	j.kept, _ = match(j.base, j.old)
	for i, o := range j.kept {
		if o >= 0 {
			j.kept[i] = oldToNew[o]
		} else {
			j.deleted[i] = false // it never stood in the text: a proposal on a proposal
		}
	}
}

// passOverSpelling takes for no change what only writes the same letters in
// other words: "clearing-house" for "clearinghouse".
func (j *judge) passOverSpelling() {
	for _, p := range j.changes() {
		if spelled(j.p.Wording, j.wording[p.from:p.to]) == spelled(j.p.Base, j.base[p.gone:p.end]) {
			for i := p.from; i < p.to; i++ {
				j.inserted[i] = false
			}
			for b := p.gone; b < p.end; b++ {
				j.deleted[b] = false
			}
		}
	}
}

// spelled are the letters of words in a row.
func spelled(text string, words []word) string {
	var b strings.Builder
	runes := []rune(text)
	for _, w := range words {
		b.WriteString(plain(string(runes[w.start:w.end])))
	}
	return b.String()
}

func none(partners []int) []bool {
	out := make([]bool, len(partners))
	for i, p := range partners {
		out[i] = p < 0
	}
	return out
}

// tally is weighted evidence.
type tally struct{ found, of float64 }

func (t *tally) add(found bool, weight float64) {
	t.of += weight
	if found {
		t.found += weight
	}
}

func (t tally) share() float64 {
	if t.of == 0 {
		return 0
	}
	return t.found / t.of
}

// settle notes the outcome.
func (j *judge) settle(u data.Uptake, r Reason, score float64) {
	j.Uptake, j.Reason, j.Score = u, r, min(1, max(0, score))
}
