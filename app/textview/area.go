package textview

import "fyne.io/fyne/v2"

// Area is where some runes of a block stand in the view: of those on several
// lines, the part on the line of the rune at. ok is false for an unknown block
// and for runes that are not shown.
func (d *Document) Area(id string, start, end, at int) (corner fyne.Position, size fyne.Size, ok bool) {
	i := d.indexOf(id)
	if i < 0 {
		return corner, size, false
	}
	d.flow.ready()
	s := d.measure(i)
	start, end = max(start, 0), min(end, len(s.text))
	if s.empty() || start >= end {
		return corner, size, false
	}
	row := s.words.Lines[s.words.LineOf(min(max(at, start), end-1))]
	left, right := row.X+row.Width, row.X
	for _, r := range s.words.Select(max(start, row.Start), min(end, row.End)) {
		left, right = min(left, r.X), max(right, r.X+r.Width)
	}
	if left >= right {
		return corner, size, false
	}
	corner = fyne.NewPos(float32(left+s.wordsX), float32(row.Top+s.top+d.flow.y(i)))
	return corner, fyne.NewSize(float32(right-left), float32(row.Height)), true
}
