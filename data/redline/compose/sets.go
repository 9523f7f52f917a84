package compose

import "slices"

// sets groups the numbers 0 to n-1 (union-find).
type sets struct{ parent []int }

func newSets(n int) sets {
	s := sets{make([]int, n)}
	for i := range s.parent {
		s.parent[i] = i
	}
	return s
}

func (s sets) root(i int) int {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

// join puts two numbers into one set, whose root is its least member.
func (s sets) join(i, j int) {
	i, j = s.root(i), s.root(j)
	s.parent[max(i, j)] = min(i, j)
}

// all returns the sets of the numbers that are wanted, by their least member,
// each ascending.
func (s sets) all(wanted func(int) bool) (out [][]int) {
	place := map[int]int{}
	for i := range s.parent {
		if !wanted(i) {
			continue
		}
		root := s.root(i)
		n, known := place[root]
		if !known {
			n = len(out)
			place[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return slices.Clip(out)
}
