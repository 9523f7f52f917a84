package amend

import (
	"travaux/data"
	"travaux/data/redline"
)

// Pair is one provision of two consolidated texts of the same treaty: an index in
// either, -1 where it is not there.
type Pair struct{ Old, New int }

// Compare pairs two consolidated texts by the identity of their provisions, in the
// order of the new text; what is gone stands where it stood.
func Compare(old, new []data.Provision) []Pair {
	at := make(map[data.ID]int, len(new))
	for j, p := range new {
		at[p.ID] = j
	}
	before := make(map[data.ID]int, len(old))
	for i, p := range old {
		before[p.ID] = i
	}
	var out []Pair
	i := 0
	gone := func(to int, all bool) { // what of the old text is left over before an index
		for ; i < to; i++ {
			if _, stays := at[old[i].ID]; stays && !all {
				return
			}
			out = append(out, Pair{i, -1})
		}
	}
	for j, p := range new {
		k, was := before[p.ID]
		if !was || k < i { // it came, or stands out of the order of the rest
			gone(len(old), false)
			out = append(out, Pair{-1, j})
			continue
		}
		gone(k, true)
		out = append(out, Pair{k, j})
		i = k + 1
	}
	gone(len(old), true)
	return out
}

// Line is one provision of a redline.
type Line struct {
	Pair
	Provision            data.Provision // the new one; where it is gone, the old one
	Label, Heading, Text []redline.Edit
}

// Changed reports whether anything is not as it was.
func (l Line) Changed() bool {
	for _, edits := range [][]redline.Edit{l.Label, l.Heading, l.Text} {
		for _, e := range edits {
			if e.Kind != redline.Keep {
				return true
			}
		}
	}
	return l.Old < 0 || l.New < 0
}

// Redline compares two consolidated texts word by word in a language.
func Redline(old, new []data.Provision, lang data.Lang) []Line {
	pairs := Compare(old, new)
	out := make([]Line, len(pairs))
	for n, p := range pairs {
		l := Line{Pair: p}
		var a, b data.Rendering
		if p.Old >= 0 {
			l.Provision = old[p.Old]
			a = old[p.Old].Text[lang]
		}
		if p.New >= 0 {
			l.Provision = new[p.New]
			b = new[p.New].Text[lang]
		}
		l.Label, l.Heading, l.Text = redline.Words(a.Label, b.Label), redline.Words(a.Heading, b.Heading), redline.Words(a.Text, b.Text)
		out[n] = l
	}
	return out
}
