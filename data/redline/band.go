package redline

// band is the part of the exact method's table through which a script of
// bounded cost can lead. What a script keeps costs nothing on either side, so
// at the cell (i, j) it has changed at least the difference of what the first
// i old and the first j new tokens cost, and has at least the difference of
// the rest before it.
type band struct {
	oldCost, newCost []int32 // cost of the first i tokens of either side
	rows             []bandRow
	size             int // cells of all rows
}

// bandRow is the cells [from, to) of one row; the first one stands at at in
// the trail.
type bandRow struct{ from, to, at int }

func (p pair) band() *band {
	return &band{oldCost: sums(p.old), newCost: sums(p.new), rows: make([]bandRow, len(p.old)+1)}
}

func sums(tokens []token) []int32 {
	out := make([]int32, len(tokens)+1)
	for i, t := range tokens {
		out[i+1] = out[i] + t.cost()
	}
	return out
}

// limit sets the rows for scripts that cost at most budget.
func (b *band) limit(budget int32) {
	difference := b.oldCost[len(b.oldCost)-1] - b.newCost[len(b.newCost)-1]
	slack := max(0, budget-max(difference, -difference)) / 2
	low, high := min(0, difference)-slack, max(0, difference)+slack
	from, to := 0, 0
	b.size = 0
	for i, cost := range b.oldCost {
		for from < len(b.newCost) && cost-b.newCost[from] > high {
			from++
		}
		for to < len(b.newCost) && cost-b.newCost[to] >= low {
			to++
		}
		b.rows[i] = bandRow{from, to, b.size}
		b.size += to - from
	}
}

// whole reports whether the band is the whole table.
func (b *band) whole() bool { return b.size == len(b.oldCost)*len(b.newCost) }

// budget is what the exact method grants at first. What has no equal on the
// other side has to change; half as much again and ten places are enough for
// nearly all paragraphs of a revised draft.
func (p pair) budget() int32 {
	count := make([]int32, p.numbers())
	for _, t := range p.old {
		count[t.number]++
	}
	cost := int32(0)
	for _, t := range p.new {
		if count[t.number]--; count[t.number] < 0 {
			cost += t.cost()
		}
	}
	for _, t := range p.old {
		if count[t.number] > 0 {
			count[t.number]--
			cost += t.cost()
		}
	}
	return cost*3/2 + 10*hunkCost
}

// numbers is one more than the highest number of a token.
func (p pair) numbers() (n int32) {
	for _, side := range [][]token{p.old, p.new} {
		for _, t := range side {
			n = max(n, t.number+1)
		}
	}
	return n
}
