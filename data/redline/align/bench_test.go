package align

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"travaux/data"
)

// BenchmarkGold holds the alignment of two real drafts to one made by hand, and
// prints how many of its 100 labels the methods of others get right.
func BenchmarkGold(b *testing.B) {
	old, new := bbnj(b)
	labels := gold(b)
	for _, m := range append(peers, method{"Align", func(old, new []Paragraph) []Pair { return Align(old, new, Options{}) }}) {
		b.Run(m.name, func(b *testing.B) {
			var pairs []Pair
			for b.Loop() {
				pairs = m.run(old, new)
			}
			right, strict, _ := judged(labels, pairs)
			b.ReportMetric(float64(right), "right")
			b.ReportMetric(float64(strict), "strictly")
			if m.name == "Align" && 100*right < 97*len(labels) {
				b.Errorf("%d of %d labels right", right, len(labels))
			}
		})
	}
}

// BenchmarkEdits prints how much of edits of which the truth is known is found
// in each language, with five seeds, and by the methods of others.
func BenchmarkEdits(b *testing.B) {
	for _, lang := range data.Langs {
		items, others := convention(b, "akn/A_RES_79_243_"+string(lang)+".xml", lang), foreign(b, lang)
		for _, m := range append(peers, method{"Align", func(old, new []Paragraph) []Pair { return Align(old, new, Options{}) }}) {
			b.Run(string(lang)+"/"+m.name, func(b *testing.B) {
				var c tally
				for b.Loop() {
					c = found(items, others, lang, flat, m.run)
				}
				b.ReportMetric(100*c.accuracy(), "%right")
				b.ReportMetric(100*c.falseShare(), "%false-moves")
				for _, k := range data.PairKinds {
					b.ReportMetric(100*float64(c.kinds[k][1])/float64(max(c.kinds[k][0], 1)), "%"+string(k))
				}
				if m.name == "Align" && !c.kept() {
					b.Error(c.String())
				}
			})
		}
	}
}

// BenchmarkDrafts aligns two successive real drafts of some 50 pages.
func BenchmarkDrafts(b *testing.B) {
	old, new := bbnj(b)
	timed(b, old, new, 500*time.Millisecond)
}

// BenchmarkConvention aligns a convention of 150 pages with an edited copy of
// itself.
func BenchmarkConvention(b *testing.B) {
	old, new := versions(b, 150)
	timed(b, old, new, 500*time.Millisecond)
}

// timed aligns two versions, and fails where that takes longer than a limit.
func timed(b *testing.B, old, new []Paragraph, limit time.Duration) {
	size := 0
	for _, p := range slices.Concat(old, new) {
		size += len(p.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Align(old, new, Options{})
	}
	if took := b.Elapsed() / time.Duration(b.N); took > limit {
		b.Errorf("%d and %d paragraphs aligned in %s, more than %s", len(old), len(new), took, limit)
	}
}

// pageSize is how many letters of a treaty a page holds.
const pageSize = 3200

// versions makes two versions of so many pages: copies of a convention, each
// edited for itself, and edited again.
func versions(tb testing.TB, pages int) (old, new []Paragraph) {
	x, y := longer(tb, pages)
	return paragraphs(x), paragraphs(y)
}

func longer(tb testing.TB, pages int) (old, new []part) {
	items := convention(tb, "treaties/unclos-1982.txt", data.English)
	letters := pages * pageSize
	var first, second []item
	for seed := int64(0); letters > 0; seed++ {
		e := editor{Rand: rand.New(rand.NewSource(seed)), rates: usual, items: items, lang: data.English}
		copied := items
		if seed > 0 {
			copied = e.edited()
		}
		end := 0
		for ; end < len(copied) && letters > 0; end++ {
			letters -= len(copied[end].Text) + len(copied[end].Heading) + len(copied[end].Label)
		}
		copied = slices.Clone(copied[:end])
		for i := range copied {
			copied[i].from, copied[i].split, copied[i].moved = []int{len(first) + i}, 0, false
		}
		for i := range copied {
			copied[i].from = []int{i}
		}
		e.items, e.words = copied, nil
		edited := e.edited()
		for i := range copied {
			copied[i].from = []int{len(first) + i}
		}
		for i := range edited {
			edited[i].from = slices.Clone(edited[i].from)
			for k := range edited[i].from {
				edited[i].from[k] += len(first)
			}
		}
		first, second = append(first, copied...), append(second, edited...)
	}
	return flat(first), flat(second)
}

// BenchmarkLength shows that the time grows with the length: of a text edited
// all over, and of one that is nothing but copies.
func BenchmarkLength(b *testing.B) {
	perPage := map[string]map[int]float64{}
	for _, kind := range []string{"edited", "copies"} {
		perPage[kind] = map[int]float64{}
		for _, pages := range []int{50, 200, 800, 2000} {
			b.Run(fmt.Sprintf("%s/%d", kind, pages), func(b *testing.B) {
				old, new := versions(b, pages)
				if kind == "copies" {
					one, _ := versions(b, 50)
					old = slices.Repeat(one, pages/50)
					new = slices.Concat(one[20:60:60], old[30:])
				}
				for b.Loop() {
					Align(old, new, Options{})
				}
				ms := b.Elapsed().Seconds() * 1000 / float64(b.N)
				perPage[kind][pages] = ms / float64(pages)
				b.ReportMetric(ms, "ms")
				b.ReportMetric(1000*ms/float64(pages), "µs/page")
			})
		}
	}
	for kind, per := range perPage {
		if per[2000] > 2.5*per[200] {
			b.Errorf("%s: a page of 2,000 takes %.0f µs, one of 200 %.0f", kind, 1000*per[2000], 1000*per[200])
		}
	}
}
