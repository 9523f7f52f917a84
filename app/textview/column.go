package textview

import "sort"

// column knows where every block of a Document lies: heights from top to
// bottom, guessed until a block is measured. It knows nothing of text.
type column struct {
	heights []float64
	known   []bool
	tops    []float64 // tops[i] is where block i begins; one more than blocks
	valid   int       // tops up to this index are right
}

func newColumn(guesses []float64) *column {
	return &column{heights: guesses, known: make([]bool, len(guesses)), tops: make([]float64, len(guesses)+1)}
}

// top is where block i begins; top(len) is the height of all.
func (c *column) top(i int) float64 {
	for ; c.valid < i; c.valid++ {
		c.tops[c.valid+1] = c.tops[c.valid] + c.heights[c.valid]
	}
	return c.tops[i]
}

func (c *column) total() float64 { return c.top(len(c.heights)) }

// set gives block i its measured height and returns by how much that differs
// from what was assumed.
func (c *column) set(i int, height float64) (difference float64) {
	difference = height - c.heights[i]
	c.heights[i], c.known[i] = height, true
	if difference != 0 {
		c.valid = min(c.valid, i)
	}
	return difference
}

// at is the block that holds a height, the first or last one beyond the ends.
func (c *column) at(y float64) int {
	c.total()
	n := len(c.heights)
	return max(min(sort.Search(n, func(i int) bool { return c.tops[i+1] > y }), n-1), 0)
}

// settle measures the blocks in view and returns where the view then begins.
// What a reader sees does not jump: blocks that come into view above one that
// was there already push upwards and not down. The view stays within the column.
func (c *column) settle(top, view float64, measure func(i int) float64) float64 {
	if len(c.heights) == 0 {
		return 0
	}
	top = max(min(top, c.total()-view), 0)
	still := c.still(top, view)
	for fresh := true; fresh; { // every pass but the last measures at least one block
		fresh = false
		for i := c.at(top); i < len(c.heights) && c.top(i) < top+view; i++ {
			if c.known[i] {
				continue
			}
			fresh = true
			if d := c.set(i, measure(i)); i < still {
				top += d
			}
		}
		top = max(min(top, c.total()-view), 0)
	}
	return top
}

// still is the block that must not move: the first one in view whose height is
// known, or else the first that begins in view.
func (c *column) still(top, view float64) int {
	first := c.at(top)
	for i := first; i < len(c.heights) && c.top(i) < top+view; i++ {
		if c.known[i] {
			return i
		}
	}
	return first + 1
}
