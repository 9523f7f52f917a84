package align

import (
	"slices"
	"testing"
)

// TestFixed settles pairs by hand.
func TestFixed(t *testing.T) {
	old := version("1. Parties shall monitor the stocks of tuna.", "2. The secretariat keeps the accounts.", "3. The Conference elects its officers.")
	new := version("1. Parties shall monitor the stocks of tuna.", "2. The secretariat keeps the accounts.", "3. The Conference elects its officers.", "4. A fund is established.")
	for _, c := range []struct {
		name  string
		fixed []Fixed
		want  string
		void  []int // those that cannot be obeyed
	}{
		{"nothing", nil, "unchanged 0=0; unchanged 1=1; unchanged 2=2; new =3", nil},
		{"what was found", []Fixed{{[]int{1}, []int{1}}}, "unchanged 0=0; unchanged 1=1; unchanged 2=2; new =3", nil},
		{"another pair, at another place", []Fixed{{[]int{0}, []int{3}}}, "new =0; unchanged 1=1; unchanged 2=2; moved 0=3", nil},
		{"continues nothing, and is not continued", []Fixed{{nil, []int{1}}, {[]int{1}, nil}}, "unchanged 0=0; gone 1=; new =1; unchanged 2=2; new =3", nil},
		{"a split", []Fixed{{[]int{2}, []int{2, 3}}}, "unchanged 0=0; unchanged 1=1; split 2=2+3", nil},
		{"a split into parts far apart, in any order", []Fixed{{[]int{0}, []int{3, 0}}}, "split 0=0+3; unchanged 1=1; unchanged 2=2", nil},
		{"a merger", []Fixed{{[]int{1, 2}, []int{2}}}, "unchanged 0=0; new =1; merged 1+2=2; new =3", nil},
		{"several continue nothing", []Fixed{{nil, []int{2, 3}}}, "unchanged 0=0; unchanged 1=1; gone 2=; new =2; new =3", nil},
		{"what does not exist, and what was settled before", []Fixed{{[]int{-1, 7}, []int{9}}, {[]int{0}, []int{0}}, {[]int{0}, []int{1}}}, "unchanged 0=0; unchanged 1=1; unchanged 2=2; new =3", []int{0, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Options{Fixed: c.fixed}
			pairs := Align(old, new, o)
			if got := show(pairs); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			checkPairs(t, old, new, o, pairs)
			var valid []Fixed
			for n, f := range c.fixed {
				if !slices.Contains(c.void, n) {
					valid = append(valid, f)
				}
			}
			obeyed(t, valid, pairs)
		})
	}
}

// obeyed checks that whatever a person settled first is settled so.
func obeyed(t *testing.T, fixed []Fixed, pairs []Pair) {
	t.Helper()
	for _, p := range pairs {
		touches := slices.ContainsFunc(fixed, func(f Fixed) bool {
			return slices.ContainsFunc(p.Old, func(i int) bool { return slices.Contains(f.Old, i) }) ||
				slices.ContainsFunc(p.New, func(j int) bool { return slices.Contains(f.New, j) })
		})
		if touches != (p.Reason == Settled) || touches && (p.Doubtful || p.Rival > 0) {
			t.Errorf("%+v, with %v settled", p, fixed)
		}
	}
}
