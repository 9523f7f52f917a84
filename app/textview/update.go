package textview

import "slices"

// SetBlocks shows other text from its beginning; nothing is selected. In Columns
// use Columns.SetBlocks.
func (d *Document) SetBlocks(blocks []Block) { d.flow.setBlocks(d.flow.with(d, blocks)) }

// UpdateBlocks shows a new state of the same text: the place in the text, the
// chosen block and, in blocks whose text is the same, the selection stay. What
// has not changed is neither laid out nor painted again.
func (d *Document) UpdateBlocks(blocks []Block) { d.flow.updateBlocks(d.flow.with(d, blocks)) }

// SetBlock replaces one block, found by its ID; others keep their place.
func (d *Document) SetBlock(b Block) {
	i := d.indexOf(b.ID)
	if i < 0 {
		return
	}
	blocks := slices.Clone(d.blocks)
	blocks[i] = b
	d.UpdateBlocks(blocks)
}

// with are the blocks of all members, one member having other ones.
func (f *flow) with(d *Document, blocks []Block) [][]Block {
	all := make([][]Block, len(f.members))
	for i, m := range f.members {
		all[i] = m.blocks
		if m == d {
			all[i] = blocks
		}
	}
	return all
}

// level copies the columns, so that the caller may go on with its own, and makes
// them equally long: rows that only some have are empty in the others.
func level(columns [][]Block) [][]Block {
	longest := slices.MaxFunc(columns, func(a, b []Block) int { return len(a) - len(b) })
	out := make([][]Block, len(columns))
	for i, c := range columns {
		out[i] = slices.Clone(c)
		for _, b := range longest[len(c):] {
			out[i] = append(out[i], Block{ID: b.ID, Kind: b.Kind})
		}
	}
	return out
}

// setBlocks shows other text in every member.
func (f *flow) setBlocks(columns [][]Block) {
	f.stop()
	for i, blocks := range level(columns) {
		d := f.members[i]
		d.take(blocks)
		d.selection, d.pairs, d.placed, d.pointer.over = selection{}, nil, d.browsing, nowhere
		d.theme = nil // so that everything is laid out anew
	}
	f.offset, f.chosen, f.first = 0, -1, 0
	f.forget()
	for _, d := range f.members {
		d.Refresh()
		d.takeBack()
	}
}

// take shows other blocks.
func (d *Document) take(blocks []Block) {
	d.blocks = blocks
	d.index = make(map[string]int, len(blocks))
	for i := range blocks {
		d.index[blocks[i].ID] = i
	}
	d.keepEditor()
}

// updateBlocks shows a new state of the text in every member.
func (f *flow) updateBlocks(columns [][]Block) {
	f.stop()
	f.ready()
	if f.len() == 0 {
		f.setBlocks(columns)
		return
	}
	top := f.column.at(f.offset)
	anchor, inside := f.members[0].blocks[top].ID, f.offset-f.column.top(top)
	chosen := f.members[0].Chosen()
	var stayed []stayed
	for i, blocks := range level(columns) {
		stayed = append(stayed, f.members[i].exchange(blocks))
	}
	f.chosen = f.members[0].indexOf(chosen)
	f.carryHeights(stayed)
	if i := f.members[0].indexOf(anchor); i >= 0 {
		f.measure(i)
		f.offset, f.first = f.column.top(i)+inside, i
	}
	f.arrange()
	for i, d := range f.members {
		stayed[i].tell(d)
	}
}

// stayed is what is still right of a member after its blocks were exchanged.
type stayed struct {
	from     []int // for every block, where it was if its layout stays, or -1
	deselect bool  // what was selected is gone
}

// exchange shows other blocks and keeps the layouts and pictures of those that
// are the same.
func (d *Document) exchange(blocks []Block) stayed {
	old, oldIndex, oldSet := d.blocks, d.index, d.set
	d.take(blocks)
	d.set = make([]*setBlock, len(blocks))
	s := stayed{from: make([]int, len(blocks))}
	same := make([]bool, len(old)) // the picture is still right
	for i := range blocks {
		b := &blocks[i]
		k, ok := oldIndex[b.ID]
		if !ok || !b.sameLetters(&old[k]) {
			s.from[i] = -1
			continue
		}
		s.from[i] = k
		same[k] = b.samePicture(&old[k])
		if d.set[i] = oldSet[k]; d.set[i] != nil {
			d.set[i].block = b
			if !same[k] {
				d.set[i].tints = tints(b.Marks)
			}
		}
	}
	d.carryRows(old, same)
	s.deselect = !d.carrySelection(old)
	return s
}

// carryRows lets pictures stand where their blocks now are; those of blocks that
// have changed are painted anew.
func (d *Document) carryRows(old []Block, same []bool) {
	rows := make(map[tile]*row, len(d.rows))
	for t, r := range d.rows {
		if t.block < 0 || t.block >= len(old) {
			continue
		}
		i := d.indexOf(old[t.block].ID)
		if i < 0 {
			r.tile = tile{-1, len(rows)} // idle
		} else {
			r.tile = tile{i, t.part}
			if !same[t.block] {
				r.Refresh()
			}
		}
		rows[r.tile] = r
	}
	d.rows = rows
}

// carrySelection finds the selection again, or gives it up and returns false.
func (d *Document) carrySelection(old []Block) bool {
	find := func(p place) (place, bool) {
		if p.block < 0 || p.block >= len(old) {
			return nowhere, false
		}
		i := d.indexOf(old[p.block].ID)
		return place{i, p.offset}, i >= 0 && d.blocks[i].Text == old[p.block].Text
	}
	d.pairs = nil
	if d.pointer.over, _ = find(d.pointer.over); d.pointer.over.block < 0 {
		d.pointer.over = nowhere
	}
	was := d.selection
	var a, h bool
	d.selection.anchor, a = find(was.anchor)
	d.selection.head, h = find(was.head)
	if !a || !h {
		d.selection, d.placed = selection{}, d.browsing
		return was.empty()
	}
	return true
}

// tell shows caret and brackets where they now are.
func (s stayed) tell(d *Document) {
	d.caretMoved()
	d.takeBack()
	if s.deselect && d.OnSelected != nil {
		d.OnSelected()
	}
}

// carryHeights makes the rows of the new text: those whose blocks all stayed, and
// stayed together, keep their height.
func (f *flow) carryHeights(all []stayed) {
	was := f.column
	f.column = newColumn(make([]float64, f.len()))
	for i := range f.column.heights {
		k := all[0].from[i]
		for _, s := range all {
			if s.from[i] != k {
				k = -1
			}
		}
		if k >= 0 {
			f.column.heights[i], f.column.known[i] = was.heights[k], was.known[k]
		} else {
			f.column.heights[i] = f.guess(i)
		}
	}
}

// sameLetters tells whether two blocks are laid out alike.
func (b *Block) sameLetters(c *Block) bool {
	if b.Kind != c.Kind || b.Indent != c.Indent || b.Label != c.Label || b.Lang != c.Lang || b.Text != c.Text {
		return false
	}
	i, k := 0, 0
	for {
		for i < len(b.Marks) && !b.Marks[i].Kind.alters() {
			i++
		}
		for k < len(c.Marks) && !c.Marks[k].Kind.alters() {
			k++
		}
		if i == len(b.Marks) || k == len(c.Marks) {
			return i == len(b.Marks) && k == len(c.Marks)
		}
		if m, n := b.Marks[i], c.Marks[k]; m.Kind != n.Kind || m.Start != n.Start || m.End != n.End {
			return false
		}
		i, k = i+1, k+1
	}
}

// alters tells whether a mark changes how its letters are set.
func (k MarkKind) alters() bool {
	before, after := k.room()
	return k.bits() != 0 || before+after > 0
}

// samePicture tells whether two blocks that are laid out alike are painted alike.
func (b *Block) samePicture(c *Block) bool {
	return b.Changes == c.Changes && b.Comments == c.Comments && b.State == c.State && b.Room == c.Room && slices.Equal(b.Marks, c.Marks)
}
