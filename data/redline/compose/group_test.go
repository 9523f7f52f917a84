package compose

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"travaux/data/redline"
)

// tellClusters writes clusters in one line: "B: A~ B= C=" is three variants
// represented by B, A near it, C the same.
func tellClusters(clusters []Cluster) string {
	var out []string
	for _, c := range clusters {
		line := c.Key + ":"
		for _, m := range c.Members {
			line += " " + m.Key + map[bool]string{true: "=", false: "~"}[m.Same]
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestGroup(t *testing.T) {
	const long = "Each Party shall take measures. It shall report every second year to the Conference of the Parties on what it has done and on what remains to be done."
	for _, c := range []struct {
		name, base string
		wordings   []string
		want       string
	}{
		{"none", measures, nil, ""},
		{"each its own", measures, []string{in("shall", "should"), in("shall", "may")}, "A: A=; B: B="},
		{"identical", measures, []string{in("shall", "may"), in("take", "adopt"), in("shall", "may")}, "A: A= C=; B: B="},
		{"space and quotation marks", "the “data”", []string{"the “records”", "the  \"records\"\u00A0"}, "A: A= B="},
		{"punctuation, case, article", measures, []string{in("appropriate and", "appropriate, effective and the"), in("Each Party", "Each party", "appropriate and", "appropriate effective and")}, "A: A= B~"},
		{"brackets are no punctuation", measures, []string{in("shall", "[shall]"), in("shall", "shall,")}, "A: A=; B: B="},
		{"one word of a new sentence", "Each Party shall take measures.", []string{long, strings.Replace(long, "second", "third", 1)}, "A: A= B~"},
		{"the commonest wording represents", "Each Party shall take measures.", []string{strings.Replace(long, "second", "third", 1), long, long}, "B: A~ B= C="},
		{"deletion and no change", measures, []string{"SUP", "NOC", in("shall", "may"), "SUP", "NOC"}, "A: A= D=; B: B= E=; C: C="},
		{"no change is not a wording", measures, []string{"NOC", measures}, "A: A=; B: B="},
		{"additions", "", []string{"Parties shall report every year to the Conference.", "Parties shall report every year to the conference", "No reports."}, "A: A= B~; C: C="},
		{"fr: article", "L’État agit.", []string{"L’État partie agit sans délai.", "Un État partie agit sans délai"}, "A: A= B~"},
		{"zh: one character of a new clause", "缔约国应采取措施。", []string{"缔约国应采取措施，并每两年向缔约国会议报告所采取的措施和今后的计划。", "缔约国应采取措施，并每三年向缔约国会议报告所采取的措施和今后的计划。"}, "A: A= B~"},
	} {
		t.Run(c.name, func(t *testing.T) {
			vs := variants(c.wordings...)
			clusters := Group(c.base, vs)
			if got := tellClusters(clusters); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			checkClusters(t, vs, clusters)
		})
	}
}

// checkClusters holds that every variant is in one cluster, and that it can be
// read from the representative's wording and its redline.
func checkClusters(t *testing.T, vs []Variant, clusters []Cluster) {
	t.Helper()
	byKey, seen := map[string]Variant{}, map[string]int{}
	for _, v := range vs {
		byKey[v.Key] = v
	}
	for _, c := range clusters {
		for _, m := range c.Members {
			seen[m.Key]++
			lead, own := byKey[c.Key].Wording, byKey[m.Key].Wording
			if m.Redline == nil && own != lead || m.Redline != nil && (redline.Old(m.Redline) != lead || redline.New(m.Redline) != own) {
				t.Errorf("%s cannot be read from %s: %v", m.Key, c.Key, m.Redline)
			}
		}
	}
	for _, v := range vs {
		if seen[v.Key] != 1 {
			t.Errorf("%s is in %d clusters", v.Key, seen[v.Key])
		}
	}
}

// proposals makes a paragraph of about 200 words and variants of it, some of
// them identical, some near.
func proposals(r *rand.Rand, words, count int) (base string, vs []Variant) {
	var b strings.Builder
	for n := range words / 17 {
		fmt.Fprintf(&b, "Each Party shall, in case %d, take such measures as may be necessary to protect its records and systems. ", n)
	}
	base = strings.TrimSpace(b.String())
	var texts []string
	for n := range count {
		text := edited(r, base, 1+r.Intn(4))
		switch {
		case n > 0 && r.Intn(4) == 0:
			text = texts[r.Intn(n)]
		case n > 0 && r.Intn(4) == 0:
			text = strings.Replace(texts[r.Intn(n)], "records and", "records, and", 1)
		}
		texts = append(texts, text)
		vs = append(vs, Variant{Key: fmt.Sprint(n), Wording: text})
	}
	return base, vs
}

func BenchmarkGroup(b *testing.B) {
	r := rand.New(rand.NewSource(5))
	b.Run("200 on one provision", func(b *testing.B) {
		base, vs := proposals(r, 100, 200)
		for b.Loop() {
			Group(base, vs)
		}
	})
	b.Run("2000 on 600 provisions", func(b *testing.B) {
		var bases []string
		var all [][]Variant
		for n := range 600 {
			base, vs := proposals(r, 60, 3+n%2)
			bases, all = append(bases, base), append(all, vs)
		}
		for b.Loop() {
			for n := range bases {
				Group(bases[n], all[n])
			}
		}
	})
}

func BenchmarkCompose(b *testing.B) {
	r := rand.New(rand.NewSource(6))
	for _, c := range []struct {
		name            string
		words, variants int
	}{
		{"3 variants of 200 words", 200, 3},
		{"8 variants of 2 kB", 340, 8},
		{"200 variants of 100 words", 100, 200},
	} {
		b.Run(c.name, func(b *testing.B) {
			base, vs := proposals(r, c.words, c.variants)
			b.ReportAllocs()
			for b.Loop() {
				Compose(base, vs).Text()
			}
		})
	}
}
