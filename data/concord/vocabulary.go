package concord

import (
	"math"
	"strings"

	"travaux/data"
)

// vocabulary is which words of two versions go together in the text itself: what is
// learnt from the paragraphs that stand in the same place by their numbers tells
// which of the unnumbered ones belong to each other. The measure is that of Dice.
type vocabulary struct {
	lead, other map[int][]int // words of a provision, by its index, as numbers
	dice        [][]float32   // by word of the lead, then of the other
	rare        []float64     // how much a word of the lead says: the fewer have it the more
}

// mostPairs is how many pairs of paragraphs words are compared of: beyond that a
// text has so little that is numbered alike that nothing is learnt from it.
const mostPairs = 60 * 60

// newVocabulary learns from the numbered paragraphs of two versions what it needs to
// compare those given; nil if that is too much or too little.
func newVocabulary(provisions []data.Provision, lead, list []feature) *vocabulary {
	if len(lead) == 0 || len(list) == 0 || len(lead)*len(list) > mostPairs {
		return nil
	}
	v := &vocabulary{}
	first, second := map[string]int{}, map[string]int{}
	v.lead = wordsOfAll(provisions, lead, first)
	v.other = wordsOfAll(provisions, list, second)
	inLead, inOther := make([]int, len(first)), make([]int, len(second))
	together := make([][]int32, len(first))
	for i := range together {
		together[i] = make([]int32, len(second))
	}
	a, b := lead[0].lang, list[0].lang
	rows := 0
	for i := range provisions {
		x, y := provisions[i].Text[a], provisions[i].Text[b]
		if x.Label == "" || y.Label == "" {
			continue
		}
		rows++
		left, right := known(x, a, first), known(y, b, second)
		for _, w := range left {
			inLead[w]++
			for _, u := range right {
				together[w][u]++
			}
		}
		for _, u := range right {
			inOther[u]++
		}
	}
	v.rare, v.dice = make([]float64, len(first)), make([][]float32, len(first))
	for w := range together {
		v.rare[w] = math.Log(float64(rows+1) / float64(inLead[w]+1))
		v.dice[w] = make([]float32, len(second))
		for u, n := range together[w] {
			if n > 1 {
				v.dice[w][u] = 2 * float32(n) / float32(inLead[w]+inOther[u])
			}
		}
	}
	return v
}

// wordsOfAll numbers the words of provisions.
func wordsOfAll(provisions []data.Provision, list []feature, numbers map[string]int) map[int][]int {
	out := map[int][]int{}
	for _, f := range list {
		for _, w := range stems(provisions[f.at].Text[f.lang], f.lang) {
			n, ok := numbers[w]
			if !ok {
				n = len(numbers)
				numbers[w] = n
			}
			out[f.at] = append(out[f.at], n)
		}
	}
	return out
}

// known are the words of a text that have a number.
func known(r data.Rendering, lang data.Lang, numbers map[string]int) (out []int) {
	for _, w := range stems(r, lang) {
		if n, ok := numbers[w]; ok {
			out = append(out, n)
		}
	}
	return out
}

// alike is how much of what a provision of the lead says is said in one of the
// other version, from 0 to 1.
func (v *vocabulary) alike(lead, other int) float64 {
	if v == nil {
		return 0
	}
	said, all := 0.0, 0.0
	for _, w := range v.lead[lead] {
		best := float32(0)
		for _, u := range v.other[other] {
			best = max(best, v.dice[w][u])
		}
		said += v.rare[w] * float64(best)
		all += v.rare[w]
	}
	if all == 0 {
		return 0
	}
	return said / all
}

// stemRunes is how much of a word counts: what follows is inflection.
const stemRunes = 6

// stems are the words of a text, each once: their beginnings, without the clitics of
// Arabic; of Chinese, characters two by two.
func stems(r data.Rendering, lang data.Lang) (out []string) {
	seen := map[string]bool{}
	add := func(w string) {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	list := lex(r.Heading + " " + r.Text)
	for i, t := range list {
		switch t.kind {
		case tokenHan:
			if i+1 < len(list) && list[i+1].kind == tokenHan {
				add(t.word + list[i+1].word)
			}
		case tokenWord:
			w := []rune(withoutArticle(t.word, lang))
			if len(w) > 3 {
				add(string(w[:min(len(w), stemRunes)]))
			}
		}
	}
	return out
}

func withoutArticle(word string, lang data.Lang) string {
	if lang == data.Arabic {
		for _, clitic := range [...]string{"وال", "بال", "لل", "ال", "و"} {
			if rest, ok := strings.CutPrefix(word, clitic); ok {
				return rest
			}
		}
	}
	return word
}
