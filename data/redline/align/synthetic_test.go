package align

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// part is a paragraph of a version and the provision it comes from.
type part struct {
	it   item
	what string // "label", "title" or "text"
	Paragraph
	number, words string // its own, wherever they are printed
}

// flat writes provisions as lines of a plain text, the labels in it.
func flat(items []item) (out []part) {
	for _, it := range items {
		add := func(what, number, words string) {
			text := strings.TrimSpace(number + " " + words)
			out = append(out, part{it, what, Paragraph{Text: text, Parent: -1}, number, words})
		}
		if heads(it.Kind) || it.Heading != "" {
			if it.Label != "" {
				add("label", it.Label, "")
			}
			if it.Heading != "" {
				add("title", "", it.Heading)
			}
			if it.Text != "" {
				add("text", "", it.Text)
			}
			continue
		}
		add("text", it.Label, it.Text)
	}
	return out
}

// apart gives provisions as they are kept, the labels apart from the text.
func apart(items []item) (out []part) {
	var above []int
	for i, it := range items {
		above = append(above[:min(it.Depth, len(above))], i)
		parent := -1
		if len(above) > 1 {
			parent = above[len(above)-2]
		}
		p := Paragraph{Kind: it.Kind, Label: it.Label, Heading: it.Heading, Text: it.Text, Parent: parent}
		out = append(out, part{it, "text", p, it.Label, it.Heading + "\n" + it.Text})
	}
	return out
}

func paragraphs(parts []part) (out []Paragraph) {
	for _, p := range parts {
		out = append(out, p.Paragraph)
	}
	return out
}

// truth is what the pairs should be: per paragraph of either side its pair.
func truth(old, new []part) (ofOld, ofNew []Pair) {
	at := map[string]int{}
	for i, p := range old {
		at[fmt.Sprint(p.it.from[0], p.what)] = i
	}
	pairs := map[string]*Pair{}
	ofOld, ofNew = make([]Pair, len(old)), make([]Pair, len(new))
	for j, p := range new {
		if p.it.from == nil {
			ofNew[j] = Pair{Kind: data.PairNew, New: []int{j}}
			continue
		}
		key := fmt.Sprint(p.it.from, p.what)
		if pairs[key] == nil {
			pairs[key] = &Pair{}
			for _, from := range p.it.from {
				pairs[key].Old = append(pairs[key].Old, at[fmt.Sprint(from, p.what)])
			}
		}
		pairs[key].New = append(pairs[key].New, j)
	}
	for i := range old {
		ofOld[i] = Pair{Kind: data.PairGone, Old: []int{i}}
	}
	for _, p := range pairs {
		x, y := old[p.Old[0]], new[p.New[0]]
		switch {
		case len(p.New) > 1:
			p.Kind = data.PairSplit
		case len(p.Old) > 1:
			p.Kind = data.PairMerged
		case y.it.moved:
			p.Kind = data.PairMoved
		case x.words != y.words:
			p.Kind = data.PairChanged
		case x.number != y.number:
			p.Kind = data.PairRenumbered
		default:
			p.Kind = data.PairUnchanged
		}
		for _, i := range p.Old {
			ofOld[i] = *p
		}
		for _, j := range p.New {
			ofNew[j] = *p
		}
	}
	return ofOld, ofNew
}

// tally counts how many paragraphs have the right pair.
type tally struct {
	paragraphs, right int
	kinds             map[data.PairKind][2]int // how many are, and of how many that was found
	moves, falseMoves int                      // pairs said to have moved, and how many of them did not
	wrong             []string
}

func (c *tally) add(name string, old, new []part, pairs []Pair) {
	if c.kinds == nil {
		c.kinds = map[data.PairKind][2]int{}
	}
	ofOld, ofNew := truth(old, new)
	got := func(want, pair Pair) {
		n := c.kinds[want.Kind]
		n[0]++
		c.paragraphs++
		if pair.Kind == want.Kind && slices.Equal(pair.Old, want.Old) && slices.Equal(pair.New, want.New) {
			c.right++
			n[1]++
		} else {
			s := fmt.Sprintf("%s: %s %v %v, not %s %v %v (%.2f)", name, pair.Kind, pair.Old, pair.New, want.Kind, want.Old, want.New, pair.Score)
			for _, i := range want.Old {
				s += "\n   < " + old[i].Label + " " + old[i].Text
			}
			for _, j := range want.New {
				s += "\n   > " + new[j].Label + " " + new[j].Text
			}
			c.wrong = append(c.wrong, s)
		}
		c.kinds[want.Kind] = n
	}
	for _, p := range pairs {
		for _, i := range p.Old {
			got(ofOld[i], p)
		}
		for _, j := range p.New {
			got(ofNew[j], p)
		}
		if p.Kind == data.PairMoved {
			c.moves++
			if ofOld[p.Old[0]].Kind != data.PairMoved || !slices.Equal(ofOld[p.Old[0]].New, p.New) {
				c.falseMoves++
			}
		}
	}
}

func (c *tally) accuracy() float64 { return float64(c.right) / float64(c.paragraphs) }

func (c *tally) String() string {
	s := fmt.Sprintf("%.4f of %d; false moves %d of %d;", c.accuracy(), c.paragraphs, c.falseMoves, c.moves)
	for _, k := range data.PairKinds {
		if n := c.kinds[k]; n[0] > 0 {
			s += fmt.Sprintf(" %s %.3f", k, float64(n[1])/float64(n[0]))
		}
	}
	return s
}

// foreign are paragraphs of another resolution.
func foreign(tb testing.TB, lang data.Lang) (out []string) {
	for _, it := range convention(tb, "akn/A_RES_79_1_"+string(lang)+".xml", lang) {
		if it.Text != "" {
			out = append(out, it.Text)
		}
	}
	return out
}

// found aligns a text with five edited versions of itself.
func found(items []item, foreign []string, lang data.Lang, write func([]item) []part, run func(old, new []Paragraph) []Pair) (c tally) {
	for seed := range int64(5) {
		e := editor{Rand: rand.New(rand.NewSource(seed)), rates: usual, items: items, foreign: foreign, lang: lang}
		old, new := write(items), write(e.edited())
		c.add(fmt.Sprint("seed ", seed), old, new, run(paragraphs(old), paragraphs(new)))
	}
	return c
}

// falseShare is how many of the moves that were found are none.
func (c *tally) falseShare() float64 { return float64(c.falseMoves) / float64(max(c.moves, 1)) }

// kept reports whether the promises are kept: 99 per cent right, at most 1 per
// cent of the moves false.
func (c *tally) kept() bool { return c.accuracy() >= 0.99 && c.falseShare() <= 0.01 }

// TestSynthetic holds the alignment to edits of which the truth is known, in
// every language, with the labels in the text and apart from it.
func TestSynthetic(t *testing.T) {
	forms := []struct {
		name  string
		write func([]item) []part
	}{{"flat", flat}, {"apart", apart}}
	for _, lang := range data.Langs {
		items, others := convention(t, "akn/A_RES_79_243_"+string(lang)+".xml", lang), foreign(t, lang)
		for _, form := range forms {
			t.Run(string(lang)+"/"+form.name, func(t *testing.T) {
				c := found(items, others, lang, form.write, func(old, new []Paragraph) []Pair { return Align(old, new, Options{}) })
				t.Log(c.String())
				if !c.kept() {
					t.Errorf("too much is wrong:\n%s", strings.Join(c.wrong, "\n"))
				}
			})
		}
	}
}
