package taken

import (
	"cmp"
	"slices"
)

// lookElsewhere looks in the rest of the new version for inserted words that
// are not where they were proposed, and reports whether they speak for having
// been taken there rather than here.
func (j *judge) lookElsewhere(here float64) bool {
	hits := j.hits(true, func(i int) bool { return j.inserted[i] && j.states[i] == NotTaken }, func(n int) bool { return !slices.Contains(j.Here, n) })
	there := tally{}
	for _, h := range j.best(hits) {
		j.Where = append(j.Where, h.new)
		for i, n := range h.words {
			if j.states[i] == NotTaken {
				j.states[i] = Elsewhere
			}
			j.mark(h.new, n, true)
		}
	}
	for i, ins := range j.inserted {
		if ins {
			j.Away.add(j.states[i] == Elsewhere)
			there.add(j.states[i] == Elsewhere, j.x.weight(j.wording[i]))
		}
	}
	return j.longest(Elsewhere) >= elsewhereRun && there.share() >= 0.5 && there.share() > here
}

// hit is a paragraph of the new version with the proposed words that stand in
// it and came there with the new version.
type hit struct {
	new   int
	words map[int]int // words of the wording: their places in the paragraph
}

// hits are the paragraphs that hold grams of wanted words. Far from where they
// were proposed, grams that moved within the text are no evidence.
func (j *judge) hits(far bool, wanted func(i int) bool, in func(n int) bool) map[int]*hit {
	spots := map[int][]spot{}
	for i := 0; i+2 < len(j.wording); i++ {
		if !wanted(i) || !wanted(i+1) || !wanted(i+2) {
			continue
		}
		g := gramAt(j.wording, i)
		if far && j.x.all[g] <= 0 {
			continue // it stands no more often in the new version than in the old one
		}
		for _, n32 := range j.x.came[g] {
			n := int(n32)
			if !in(n) {
				continue
			}
			for at := 0; at+2 < len(j.x.new[n].words); at++ {
				if gramAt(j.x.new[n].words, at) == g {
					spots[n] = append(spots[n], spot{i, at, j.x.holds[g] < stockPhrase})
				}
			}
		}
	}
	out := map[int]*hit{}
	for n, list := range spots {
		h := &hit{new: n, words: map[int]int{}}
		for _, f := range settled(list) {
			for k := range 3 {
				if _, known := h.words[f.wording+k]; !known {
					h.words[f.wording+k] = f.new + k
				}
			}
		}
		if len(h.words) > 0 {
			out[n] = h
		}
	}
	return out
}

// best is the hit that tells most, and others close to it, each with a good part
// that those before it do not have: a sentence that was cut in two stands in two.
func (j *judge) best(hits map[int]*hit) []*hit {
	var out []*hit
	known := map[int]bool{}
	for len(out) < 4 {
		var top *hit
		var most float64
		for _, n := range sorted(hits) {
			h, more := hits[n], 0.0
			if len(out) > 0 && !j.x.close(out[0].new, n) {
				continue
			}
			fresh := 0
			for i := range h.words {
				if !known[i] {
					more += j.x.weight(j.wording[i])
					fresh++
				}
			}
			if fresh >= elsewhereRun && more >= elsewhereWeight && more > most+1e-9 {
				top, most = h, more
			}
		}
		if top == nil {
			return out
		}
		out = append(out, top)
		for i := range top.words {
			known[i] = true
		}
		delete(hits, top.new)
	}
	return out
}

// close reports whether two new paragraphs stand in one article or beside one
// another.
func (x *Index) close(a, b int) bool {
	return x.new[a].group == x.new[b].group || a-b <= 2 && b-a <= 2
}

func sorted(hits map[int]*hit) []int {
	var out []int
	for n := range hits {
		out = append(out, n)
	}
	slices.SortFunc(out, cmp.Compare[int])
	return out
}
