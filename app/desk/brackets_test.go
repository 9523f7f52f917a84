package desk

import (
	"testing"
	"unicode/utf8"

	"travaux/app/textview"
)

func TestBracketsAreMarkedByDepth(t *testing.T) {
	type m struct{ start, end, depth int }
	for _, c := range []struct {
		name, text string
		want       []m
	}{
		{"none", "shall be lit", nil},
		{"side by side", "[shall][should]", []m{{0, 7, 1}, {7, 15, 1}}},
		{"nested", "a [b [c [d]] e]", []m{{2, 15, 1}, {5, 12, 2}, {8, 11, 3}}},
		{"full width", "各［应当［宜］］", []m{{1, 8, 1}, {4, 7, 2}}},
		{"opened for ever", "[a [b] c", []m{{0, 1, 1}, {3, 6, 1}}},
		{"closed from nowhere", "a] [b]", []m{{1, 2, 1}, {3, 6, 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := brackets(c.text)
			if len(got) != len(c.want) {
				t.Fatalf("%d marks, want %d: %v", len(got), len(c.want), got)
			}
			for i, w := range c.want {
				if g := got[i]; g.Start != w.start || g.End != w.end || g.Depth != w.depth || g.Kind != textview.Bracket {
					t.Errorf("mark %d is %+v, want %+v", i, g, w)
				}
			}
		})
	}
}

func FuzzBrackets(f *testing.F) {
	for _, s := range []string{"", "[[[", "]][", "a[b]c［d］", "[7][6] bis"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := utf8.RuneCountInString(s)
		for _, m := range brackets(s) {
			if m.Start < 0 || m.End > n || m.Start >= m.End || m.Depth < 1 || m.Depth > n {
				t.Fatalf("%q: mark %+v", s, m)
			}
		}
	})
}
