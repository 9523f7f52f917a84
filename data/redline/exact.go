package redline

// exactLimit is the largest table the exact method fills: 16 million cells of
// one byte, two texts of about 2,000 words each with nothing in common.
const exactLimit = 16 << 20

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
// changed words takes a fraction of the time.
func (p pair) exact() {
	b := p.band()
	for budget := p.budget(); ; budget *= 2 {
		b.limit(budget)
		if cost, inKept, trail := p.fill(b); cost>>32 <= int64(budget) || b.whole() {
			p.follow(b, trail, inKept)
			return
		}
	}
}

// fill computes the table within the band and returns the cheapest cost, how
// it ends, and the trail of every cell.
func (p pair) fill(b *band) (cost int64, inKept bool, trail []uint8) {
	width := len(p.new) + 1
	trail = make([]uint8, b.size)
	kept, change := make([]int64, width), make([]int64, width)
	insert := make([]int64, width)
	for j := range kept {
		kept[j], change[j] = unreachable, unreachable
		if j > 0 {
			insert[j] = perToken * int64(p.new[j-1].cost())
		}
	}
	for i, row := range b.rows {
		p.fillRow(i, row, trail[row.at:row.at+row.to-row.from], kept, change, insert)
	}
	return min(kept[width-1], change[width-1]), kept[width-1] <= change[width-1], trail
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
func (p pair) follow(b *band, trail []uint8, inKept bool) {
	for i, j := len(p.old), len(p.new); i > 0 || j > 0; {
		cell := trail[b.rows[i].at+j-b.rows[i].from]
		switch {
		case inKept:
			inKept = cell&keptFromChange == 0
			i--
			j--
		case cell&changeByInsert != 0:
			inKept = cell&changeFromKept != 0
			j--
			p.come[j] = true
		default:
			inKept = cell&changeFromKept != 0
			i--
			p.gone[i] = true
		}
	}
}
