package align

import (
	"context"
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/redline"
	"travaux/data/text"
)

// This file makes a second version of a real text by edits of which the truth
// is known.

// item is a provision while a text is edited.
type item struct {
	text.Node
	from  []int // provisions of the old version it continues, in order; nil: new
	split int   // which part of a split one it is, from 1; 0: of none
	moved bool
}

// convention reads a text of the shared data as provisions.
func convention(tb testing.TB, name string, lang data.Lang) []item {
	tb.Helper()
	src, err := intake.Read(context.Background(), name, []byte(sharedFile(tb, name)))
	if err != nil {
		tb.Fatal(err)
	}
	var out []item
	for _, n := range text.Parse(src, lang).Nodes {
		n.Text, n.Heading = oneLine(n.Text), oneLine(n.Heading)
		if n.Label+n.Heading+n.Text != "" {
			out = append(out, item{Node: n})
		}
	}
	renumber(out, seriesOf(out))
	for i := range out {
		out[i].from = []int{i}
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// rates of the edits, as shares of all provisions.
type rates struct{ edited, split, merged, moved, inserted, deleted float64 }

var usual = rates{edited: 0.31, split: 0.05, merged: 0.04, moved: 0.04, inserted: 0.04, deleted: 0.05}

// editor edits a list of provisions.
type editor struct {
	*rand.Rand
	rates
	items   []item
	words   []string // of the whole text
	foreign []string // paragraphs of another text
	lang    data.Lang
}

// edited returns an edited copy.
func (e *editor) edited() []item {
	series := seriesOf(e.items)
	for _, it := range e.items {
		for _, t := range redline.Tokens(it.Text) {
			if r := []rune(t)[0]; unicode.IsLetter(r) {
				e.words = append(e.words, t)
			}
		}
	}
	e.items = slices.Clone(e.items)
	touched := make([]bool, len(e.items)) // has been split, merged, moved or deleted
	e.structure(touched)
	for i := range e.items {
		if it := &e.items[i]; it.from != nil && e.Float64() < e.rates.edited {
			e.reword(it)
		}
	}
	renumber(e.items, series)
	return e.items
}

// structure moves, merges, splits, deletes and inserts.
func (e *editor) structure(touched []bool) {
	n := float64(len(touched))
	fresh := func(it item) bool { return len(it.from) == 1 && !touched[it.from[0]] }
	pick := func(share float64, do func(at int) int) {
		for left, tries := share*n, 0; left >= 1 && tries < 20*len(touched); tries++ {
			at := e.Intn(len(e.items))
			if !fresh(e.items[at]) {
				continue
			}
			from := e.items[at].from[0]
			if done := do(at); done > 0 {
				touched[from] = true
				left -= float64(done)
			}
		}
	}
	pick(e.rates.moved, func(at int) int { return e.move(at, touched) })
	pick(e.rates.merged, func(at int) int { return e.merge(at, touched) })
	pick(e.rates.split, e.split)
	pick(e.rates.deleted, e.remove)
	for range int(e.rates.inserted * n) {
		e.insert()
	}
}

// end is where the provisions below the one at at end.
func (e *editor) end(at int) int {
	end := at + 1
	for end < len(e.items) && e.items[end].Depth > e.items[at].Depth {
		end++
	}
	return end
}

// move takes a provision with all below it behind another one of its kind, far
// enough away that it is clear what moved.
func (e *editor) move(at int, touched []bool) int {
	end := e.end(at)
	block := slices.Clone(e.items[at:end])
	if len(block) > 12 || e.items[at].Kind == data.KindTitle {
		return 0
	}
	for i := range block {
		if len(block[i].from) != 1 || touched[block[i].from[0]] {
			return 0
		}
	}
	rest := append(slices.Clone(e.items[:at]), e.items[end:]...)
	e.items, rest = rest, e.items
	for range 50 {
		to := e.Intn(len(e.items))
		if d := to - at; e.items[to].Kind != block[0].Kind || e.items[to].Number.Class != block[0].Number.Class || d > -2*len(block)-3 && d < 2*len(block)+3 {
			continue
		}
		down := e.items[to].Depth - block[0].Depth
		for i := range block {
			block[i].Depth += down
			block[i].moved = true
			touched[block[i].from[0]] = true
		}
		e.items = slices.Insert(e.items, e.end(to), block...)
		return len(block)
	}
	e.items = rest
	return 0
}

// plain reports a provision without a title whose text can be cut and joined.
func plain(it item, least int) bool {
	return it.Heading == "" && !heads(it.Kind) && it.Kind != data.KindTitle && len(redline.Tokens(it.Text)) >= least
}

// merge joins a provision with the next one or two.
func (e *editor) merge(at int, touched []bool) int {
	count := 2 + e.Intn(4)/3
	if at+count > len(e.items) {
		return 0
	}
	for _, it := range e.items[at : at+count] {
		if !plain(it, 9) || len(it.from) != 1 || touched[it.from[0]] {
			return 0
		}
	}
	it := e.items[at]
	for _, other := range e.items[at+1 : at+count] {
		if e.Intn(3) == 0 {
			it.Text += " " + other.Label
		}
		it.Text += " " + other.Text
		it.from = append(slices.Clone(it.from), other.from...)
	}
	for _, i := range it.from {
		touched[i] = true
	}
	e.items = slices.Replace(e.items, at, at+count, it)
	return count
}

// split cuts a provision into two or three parts.
func (e *editor) split(at int) int {
	it := e.items[at]
	if !plain(it, 21) {
		return 0
	}
	parts := cut(it.Text, e.Rand)
	if len(parts) > 0 && e.Intn(4) == 0 && len(redline.Tokens(parts[1])) > 21 {
		parts = append(parts[:1], cut(parts[1], e.Rand)...)
	}
	if len(parts) < 2 {
		return 0
	}
	var out []item
	for n, part := range parts {
		p := it
		p.Text, p.split = part, n+1
		if n > 0 && e.Intn(4) == 0 {
			p.Label, p.Number = "", text.Label{}
		}
		out = append(out, p)
	}
	e.items = slices.Replace(e.items, at, at+1, out...)
	return 1
}

// cut cuts a text in two after a sentence or clause near its middle.
func cut(s string, r *rand.Rand) []string {
	tokens := redline.Tokens(s)
	best, bestCost := 0, 1e9
	for i := 7; i < len(tokens)-7; i++ {
		cost := float64(max(i-len(tokens)/2, len(tokens)/2-i)) / float64(len(tokens)) * (0.5 + r.Float64())
		switch tokens[i-1] {
		case ".", "。":
		case ";", "；", "؛":
			cost += 0.1
		case ",", "，", "،":
			cost += 0.3
		default:
			cost += 1
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if best == 0 {
		return nil
	}
	return []string{strings.TrimSpace(strings.Join(tokens[:best], "")), strings.TrimSpace(strings.Join(tokens[best:], ""))}
}

// remove deletes a provision that heads no others.
func (e *editor) remove(at int) int {
	if e.end(at) > at+1 || e.items[at].Kind == data.KindTitle {
		return 0
	}
	e.items = slices.Delete(e.items, at, at+1)
	return 1
}

// insert puts a paragraph of another text, or one of this text's words, beside
// a random one.
func (e *editor) insert() {
	at := e.Intn(len(e.items))
	it := e.items[at]
	if heads(it.Kind) || it.Kind == data.KindTitle {
		return
	}
	it.from, it.split, it.moved, it.Heading = nil, 0, false, ""
	if len(e.foreign) > 0 && e.Intn(3) > 0 {
		it.Text = e.foreign[e.Intn(len(e.foreign))]
	} else {
		it.Text = e.phrase(6+e.Intn(30)) + "."
	}
	e.items = slices.Insert(e.items, e.end(at), it)
}

// phrase is some words of the text; in Chinese, twice as many characters.
func (e *editor) phrase(n int) string {
	between := " "
	if e.lang == data.Chinese {
		between, n = "", 2*n
	}
	var words []string
	for range n {
		words = append(words, e.words[e.Intn(len(e.words))])
	}
	return strings.Join(words, between)
}

// reword inserts, deletes and replaces words at a rate from one word to nearly
// half of them, and brackets phrases.
func (e *editor) reword(it *item) {
	rate := []float64{0, 0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45}[e.Intn(8)]
	if it.Text == "" {
		it.Heading = e.reworded(it.Heading, min(rate, 0.2))
		return
	}
	it.Text = e.reworded(it.Text, rate)
}

func (e *editor) reworded(s string, rate float64) string {
	tokens := redline.Tokens(s)
	var at []int // of words
	for i, t := range tokens {
		if r := []rune(t)[0]; unicode.IsLetter(r) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return s
	}
	if e.lang == data.Chinese {
		rate /= 2 // a word has two characters
	}
	for range max(1, int(rate*float64(len(at)))) {
		i := at[e.Intn(len(at))]
		switch kind := e.Intn(10); {
		case kind < 4:
			tokens[i] = e.phrase(1)
		case kind < 6 && len(at) > 3:
			tokens[i] = ""
		case kind < 9:
			between := " "
			if e.lang == data.Chinese {
				between = ""
			}
			tokens[i] += between + e.phrase(1+e.Intn(3))
		default:
			end := at[min(slices.Index(at, i)+e.Intn(4), len(at)-1)]
			tokens[i], tokens[end] = "["+tokens[i], tokens[end]+"]"
		}
	}
	return oneLine(strings.Join(tokens, ""))
}

// series are the printed labels of a text by what they number.
type series map[string]map[int]string

func seriesKey(l text.Label) string { return fmt.Sprint(l.Unit, l.Class) }

func seriesOf(items []item) series {
	s := series{}
	for _, it := range items {
		if l := it.Number; l.Class != text.ClassNone && len(l.Marks) == 0 && len(l.Sub) == 0 && l.Value > 0 {
			key := seriesKey(l)
			if s[key] == nil {
				s[key] = map[int]string{}
			}
			if s[key][l.Value] == "" {
				s[key][l.Value] = strings.TrimPrefix(it.Label, "[")
			}
		}
	}
	return s
}

var digitsOf = regexp.MustCompile(`[0-9]+`)

func (s series) label(l text.Label, value int) string {
	all := s[seriesKey(l)]
	if printed := all[value]; printed != "" {
		return printed
	}
	if printed := all[2]; digitsOf.MatchString(printed) {
		return digitsOf.ReplaceAllString(printed, fmt.Sprint(value))
	}
	if all[1] == "" {
		return l.Printed
	}
	return all[1] + " bis"
}

// renumber numbers all provisions anew: articles through the text, all others
// among those of their kind in one list.
func renumber(items []item, s series) {
	through := map[string]int{}
	var lists []map[string]int // per depth
	for i := range items {
		it := &items[i]
		for len(lists) <= it.Depth {
			lists = append(lists, map[string]int{})
		}
		lists = lists[:it.Depth+1]
		l := it.Number
		if l.Class == text.ClassNone || len(l.Marks) > 0 || len(l.Sub) > 0 || l.Value == 0 {
			continue
		}
		count := lists[it.Depth]
		if l.Unit != "" {
			count = through
		}
		count[seriesKey(l)]++
		bracket := it.Label[:len(it.Label)-len(strings.TrimPrefix(it.Label, "["))]
		it.Label = bracket + s.label(l, count[seriesKey(l)])
	}
}
