package redline

// exactLimit is how many cells of its table the exact method fills at most. It
// is enough for any two texts of 5,000 words each, and for longer ones in which
// little changed: 50,000 words each that differ in 300.
const exactLimit = 1 << 27

// trailLimit is how many cells, of one byte each, are remembered at a time.
const trailLimit = 1 << 22

// pair is a stretch of both texts still to be compared.
type pair struct {
	old, new   []token
	gone, come []bool
}

// A cell of the table remembers how its two best values came about. It is
// reached either with a partnership (kept) or within a place of change.
const (
	keptFromChange = 1 << iota // before the partnership stood a change
	changeByInsert             // the last step of the change inserted, else it deleted
	changeFromKept             // the change began with that step
)

// The table counts the stated cost in its upper half and what is changed, the
// number of places aside, in its lower: of two equally cheap ways it takes the
// one that keeps more. A bracket put round a word does not change the word.
const (
	perToken    = 1<<32 + 1
	perHunk     = hunkCost << 32
	unreachable = 1 << 61
)

// exact finds the cheapest script by dynamic programming with affine gaps
// (Gotoh 1982), a gap being a deletion, an insertion, or both at one place. It
// fills only those cells of the table through which a script within a budget
// can lead, and doubles the budget until the outcome keeps to it (Ukkonen
// 1985): what lies outside cannot be as cheap. A long paragraph with a few
// changed words takes a fraction of the time. It reports false, and marks
// nothing, if that would take more than limit cells.
func (p pair) exact(limit int) bool {
	if len(p.old)+len(p.new) > limit/2 { // also keeps every cost within its range
		return false
	}
	b := p.band()
	for budget := p.budget(); ; budget *= 2 {
		b.limit(budget)
		if b.size > limit {
			return false
		}
		t := p.fill(b)
		if cost, inKept := t.end(); cost>>32 <= int64(budget) || b.whole() {
			t.follow(inKept)
			return true
		}
	}
}

// table is the computation within a band. Where the band is large, only a block
// of rows has its trail at hand; of the others the values before them are kept,
// from which they are computed again (Hirschberg's idea of 1975, with as many
// stops as there are blocks).
type table struct {
	pair
	*band
	kept, change []int64 // of the latest row
	insert       []int64 // cost of inserting each token
	trail        []uint8 // of the rows from first on
	first        int
	blocks       []block
}

// block is some rows, and the values of the row before them within its band.
type block struct {
	first, end   int
	kept, change []int64
}

// fill computes the table within the band.
func (p pair) fill(b *band) *table {
	width := len(p.new) + 1
	t := &table{pair: p, band: b, kept: make([]int64, width), change: make([]int64, width), insert: make([]int64, width)}
	for j := 1; j < width; j++ {
		t.insert[j] = perToken * int64(p.new[j-1].cost())
	}
	t.forget()
	for first := 0; first < len(b.rows); {
		end := first + 1
		for end < len(b.rows) && b.rows[end].at+b.rows[end].to-b.rows[end].from-b.rows[first].at <= trailLimit {
			end++
		}
		t.save(first, end)
		t.run(first, end)
		first = end
	}
	return t
}

// forget makes every cell of the row before the first unreachable.
func (t *table) forget() {
	for j := range t.kept {
		t.kept[j], t.change[j] = unreachable, unreachable
	}
}

// save remembers what a block starts from.
func (t *table) save(first, end int) {
	b := block{first: first, end: end}
	if first > 0 {
		row := t.rows[first-1]
		b.kept = append(b.kept, t.kept[row.from:row.to]...)
		b.change = append(b.change, t.change[row.from:row.to]...)
	}
	t.blocks = append(t.blocks, b)
}

// run computes the rows of a block, with their trail.
func (t *table) run(first, end int) {
	last := t.rows[end-1]
	size := last.at + last.to - last.from - t.rows[first].at
	if cap(t.trail) < size {
		t.trail = make([]uint8, size)
	}
	t.trail, t.first = t.trail[:size], first
	for i := first; i < end; i++ {
		row := t.rows[i]
		at := row.at - t.rows[first].at
		t.fillRow(i, row, t.trail[at:at+row.to-row.from], t.kept, t.change, t.insert)
	}
}

// end is the cheapest cost, and whether the script ends with a kept token.
func (t *table) end() (cost int64, inKept bool) {
	kept, change := t.kept[len(t.kept)-1], t.change[len(t.change)-1]
	return min(kept, change), kept <= change
}

// back computes the trail of the block before the one at hand.
func (t *table) back() {
	t.blocks = t.blocks[:len(t.blocks)-1]
	b := t.blocks[len(t.blocks)-1]
	t.forget()
	if b.first > 0 {
		from := t.rows[b.first-1].from
		copy(t.kept[from:], b.kept)
		copy(t.change[from:], b.change)
	}
	t.run(b.first, b.end)
}

// fillRow turns the values of row i-1 into those of row i, in place.
func (p pair) fillRow(i int, row bandRow, trail []uint8, kept, change, insert []int64) {
	number, remove := int32(-1), int64(0)
	if i > 0 {
		number, remove = p.old[i-1].number, perToken*int64(p.old[i-1].cost())
	}
	var diagonalKept, diagonalChange int64 = unreachable, unreachable
	if row.from > 0 { // the cell before the band belongs to the row above
		diagonalKept, diagonalChange = kept[row.from-1], change[row.from-1]
		kept[row.from-1], change[row.from-1] = unreachable, unreachable
	}
	for n := range trail {
		j := row.from + n
		aboveKept, aboveChange := kept[j], change[j]
		var cell uint8
		newKept, newChange := int64(unreachable), int64(unreachable)
		if i > 0 {
			newChange = aboveChange + remove
			if begun := aboveKept + perHunk + remove; begun < newChange {
				newChange, cell = begun, changeFromKept
			}
		}
		if j > 0 {
			if on := change[j-1] + insert[j]; on < newChange {
				newChange, cell = on, changeByInsert
			}
			if begun := kept[j-1] + perHunk + insert[j]; begun < newChange {
				newChange, cell = begun, changeByInsert|changeFromKept
			}
			if i > 0 && p.new[j-1].number == number {
				newKept = diagonalKept
				if diagonalChange < newKept {
					newKept = diagonalChange
					cell |= keptFromChange
				}
			}
		} else if i == 0 {
			newKept = 0
		}
		kept[j], change[j], trail[n] = newKept, newChange, cell
		diagonalKept, diagonalChange = aboveKept, aboveChange
	}
}

// follow walks the trail back and marks what has no partner.
func (t *table) follow(inKept bool) {
	for i, j := len(t.old), len(t.new); i > 0 || j > 0; {
		if i < t.first {
			t.back()
		}
		row := t.rows[i]
		cell := t.trail[row.at-t.rows[t.first].at+j-row.from]
		switch {
		case inKept:
			inKept = cell&keptFromChange == 0
			i--
			j--
		case cell&changeByInsert != 0:
			inKept = cell&changeFromKept != 0
			j--
			t.come[j] = true
		default:
			inKept = cell&changeFromKept != 0
			i--
			t.gone[i] = true
		}
	}
}
