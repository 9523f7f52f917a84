package redline

// greedySteps bounds the memory and time of the method for very long texts:
// after that many changed tokens it settles what it has and starts afresh.
const greedySteps = 1500

// greedy is Myers' method (An O(ND) Difference Algorithm, 1986) for long texts
// that have no stretch in common by which they could be cut: the fewest changed
// tokens within each bounded stretch, whatever the number of places.
func (p pair) greedy() {
	for i, j := 0, 0; i < len(p.old) || j < len(p.new); {
		i, j = p.stretch(i, j)
	}
}

// stretch settles the tokens from (i0, j0) on, as far as greedySteps lead, and
// returns where it came to.
func (p pair) stretch(i0, j0 int) (int, int) {
	height, width := len(p.old)-i0, len(p.new)-j0
	reach := make([]int32, 2*greedySteps+3) // furthest i on each diagonal i-j
	const zero = greedySteps + 1
	var trace [][]int32
	for steps := 0; ; steps++ {
		best, bestAt := -1, 0
		for k := -steps; k <= steps; k += 2 {
			i := int(reach[zero+k-1]) + 1
			if steps == 0 {
				i = 0
			} else if k == -steps || (k != steps && reach[zero+k-1] < reach[zero+k+1]) {
				i = int(reach[zero+k+1])
			}
			j := i - k
			for i < height && j < width && j >= 0 && p.old[i0+i].number == p.new[j0+j].number {
				i++
				j++
			}
			reach[zero+k] = int32(i)
			if i <= height && j <= width && i+j > best {
				best, bestAt = i+j, k
			}
		}
		trace = append(trace, append([]int32(nil), reach[zero-steps:zero+steps+1]...))
		if best == height+width || steps == greedySteps {
			i := int(reach[zero+bestAt])
			p.retrace(trace, i0, j0, bestAt)
			return i0 + i, j0 + i - bestAt
		}
	}
}

// retrace marks the changed tokens on the way that ended on diagonal k.
func (p pair) retrace(trace [][]int32, i0, j0, k int) {
	for steps := len(trace) - 1; steps > 0; steps-- {
		before := trace[steps-1] // diagonal k lies at k+steps-1, every second one is set
		at := func(k int) int32 { return before[k+steps-1] }
		if k == -steps || (k != steps && at(k-1) < at(k+1)) {
			k++
			p.come[j0+int(at(k))-k] = true
		} else {
			k--
			p.gone[i0+int(at(k))] = true
		}
	}
}

// dropIslands joins places of change with so little between them that two
// places are harder to read than one.
func (c *comparison) dropIslands() {
	hunks := c.hunks()
	for n := 1; n < len(hunks); n++ {
		from, to := hunks[n-1].old1, hunks[n].old0
		var cost int32
		for _, t := range c.old[from:to] {
			if cost += 2 * t.cost(); cost > hunkCost {
				break
			}
		}
		if cost >= hunkCost {
			continue
		}
		for i := from; i < to; i++ {
			c.gone[i] = true
		}
		for j := hunks[n-1].new1; j < hunks[n].new0; j++ {
			c.come[j] = true
		}
	}
}
