package obligation_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/obligation"
	"travaux/data/text"
)

// convention reads the United Nations Convention against Cybercrime and skips where
// the shared data are absent.
func convention(tb testing.TB, lang data.Lang) []data.Provision {
	tb.Helper()
	return provisions(tb, lang, "akn/A_RES_79_243_"+string(lang)+".xml", func(path string) bool { return strings.HasPrefix(path, "ch") })
}

func provisions(tb testing.TB, lang data.Lang, name string, keep func(path string) bool) (all []data.Provision) {
	tb.Helper()
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	content, err := os.ReadFile(filepath.Join(dir, "..", "shared", "data", filepath.FromSlash(name)))
	if err != nil {
		tb.Skip("the shared documents are not on this machine")
	}
	src, err := intake.Read(context.Background(), filepath.Base(name), content)
	if err != nil {
		tb.Fatal(err)
	}
	nodes := text.Parse(src, lang).Nodes
	above := map[int]data.ID{} // the latest of each depth
	for i, n := range nodes {
		id := data.ID{1, byte(i >> 8), byte(i)}
		p := data.Provision{ID: id, Parent: above[n.Depth-1], Kind: n.Kind, Path: n.Path, Text: map[data.Lang]data.Rendering{lang: {Label: n.Label, Heading: n.Heading, Text: n.Text}}}
		above[n.Depth] = id
		if keep(n.Path) {
			all = append(all, p)
		}
	}
	return all
}

// byPath are the obligations by where they stand.
func byPath(all []data.Provision, lang data.Lang) (paths []string, out map[string][]data.Obligation) {
	path := map[data.ID]string{}
	for _, p := range all {
		path[p.ID] = p.Path
	}
	out = map[string][]data.Obligation{}
	for _, o := range obligation.Propose(all, lang) {
		p := path[o.Provision]
		if len(out[p]) == 0 {
			paths = append(paths, p)
		}
		out[p] = append(out[p], o)
	}
	return paths, out
}

// TestLanguagesAgreeWhoIsBound compares who is found to be bound in each language
// version of one convention with who is in the English one, where both have an
// obligation in the provision. Some never agree: "The Secretary-General shall be
// notified" is "Cada Estado parte notificará"; Chinese has no articles by which one
// party is told from all.
func TestLanguagesAgreeWhoIsBound(t *testing.T) {
	_, english := byPath(convention(t, data.English), data.English)
	if len(english) < 215 {
		t.Errorf("%d provisions with obligations in English", len(english))
	}
	for lang, floor := range map[data.Lang]float64{data.Arabic: 92.5, data.Chinese: 86.5, data.French: 94.5, data.Russian: 96.5, data.Spanish: 92.5} {
		_, other := byPath(convention(t, lang), lang)
		both, agreed := 0, 0
		for path, o := range english {
			if x := other[path]; len(x) > 0 {
				both++
				if x[0].Obliged == o[0].Obliged {
					agreed++
				}
			}
		}
		percent := 100 * float64(agreed) / float64(both)
		t.Logf("%s: in %d of %d provisions (%.1f %%)", lang, agreed, both, percent)
		if both < 200 || percent < floor {
			t.Errorf("%s: %d of %d agree (%.1f %%), the floor is %.1f", lang, agreed, both, percent, floor)
		}
	}
}

// TestWhoIsBoundByAConvention holds what is found in articles that were read by
// hand.
func TestWhoIsBoundByAConvention(t *testing.T) {
	paths, found := byPath(convention(t, data.English), data.English)
	var got []string
	for _, p := range paths {
		for _, prefix := range []string{"ch1/art5/", "ch1/art6/", "ch8/", "ch9/art59/", "ch9/art67/"} {
			if strings.HasPrefix(p, prefix) {
				got = append(got, p+": "+told(found[p]))
			}
		}
	}
	want := []string{
		"ch1/art5/1: parties / States Parties / obligation / always",
		"ch1/art5/2: other /  / prohibition / always",
		"ch1/art6/1: parties / States Parties / obligation / always",
		"ch1/art6/2: other /  / prohibition / always",
		"ch8/art57/2: organ / The Secretary-General of the United Nations / obligation / once 0d0m1y; other /  / obligation / always",
		"ch8/art57/3: conference / The Conference of the States Parties / obligation / always; other /  / obligation / always",
		"ch8/art57/4: conference / the Conference of the States Parties / obligation / always",
		"ch8/art57/5: conference / The Conference of the States Parties / obligation / always",
		"ch8/art57/6: parties / Each State Party / obligation / always; conference / The Conference / obligation / always",
		"ch8/art57/8: conference / the Conference of the States Parties / obligation / always",
		"ch8/art58/1: organ / The Secretary-General of the United Nations / obligation / always",
		"ch8/art58/2: organ / The secretariat / obligation / always",
		"ch9/art59/1: parties / Each State Party / obligation / always",
		"ch9/art67/1: other /  / obligation / event 0d0m1y",
		"ch9/art67/2: other /  / obligation / always",
		"ch9/art67/3: other /  / obligation / always",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTheCharterBindsItsMembersAndOrgans reads another instrument, of 1945.
func TestTheCharterBindsItsMembersAndOrgans(t *testing.T) {
	all := provisions(t, data.English, "treaties/un-charter-en.txt", func(string) bool { return true })
	n := map[data.ObligedKind]int{}
	for _, o := range obligation.Propose(all, data.English) {
		n[o.Obliged]++
	}
	t.Logf("%v", n)
	if n[data.ObligedParties]+n[data.ObligedSome] < 12 || n[data.ObligedOrgan] < 35 {
		t.Errorf("members %d, some %d, organs %d, others %d", n[data.ObligedParties], n[data.ObligedSome], n[data.ObligedOrgan], n[data.ObligedOther])
	}
}

func BenchmarkPropose(b *testing.B) {
	all := convention(b, data.English)
	for b.Loop() {
		obligation.Propose(all, data.English)
	}
}
