package compare

import (
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
)

// The cost of a redline as it is stated, counted apart from the program's own
// counting: in twentieths of a word, a word 1, a space 1/20, any other mark 1/2,
// and 2 for every place of change.
const (
	costWord  = 20
	costMark  = 10
	costSpace = 1
	costPlace = 40
)

func costOf(token string) int64 {
	switch r, _ := utf8.DecodeRuneInString(token); {
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
		return costWord
	case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
		return costSpace
	}
	return costMark
}

func words(s string) (n int) {
	for _, token := range redline.Tokens(s) {
		if costOf(token) == costWord {
			n++
		}
	}
	return n
}

// tally is what redlines come to.
type tally struct {
	words, places int
	islands       int // kept stretches of at most two words between changes
	cost          int64
}

// add counts one redline.
func (n *tally) add(edits []redline.Edit) {
	changing, kept, any := false, 0, false
	for _, e := range edits {
		if e.Kind == redline.Keep {
			changing = false
			kept += words(e.Text)
			continue
		}
		if !changing {
			n.places++
			n.cost += costPlace
			if any && kept <= 2 {
				n.islands++
			}
		}
		changing, any, kept = true, true, 0
		n.words += words(e.Text)
		for _, token := range redline.Tokens(e.Text) {
			n.cost += costOf(token)
		}
	}
}

// wholeWords is a redline as it is read: a word of which a part changed has
// changed.
func wholeWords(edits []redline.Edit) (out []redline.Edit) {
	old, new := boundaries(redline.Old(edits)), boundaries(redline.New(edits))
	var gone, come string
	flush := func() {
		if gone != "" {
			out = append(out, redline.Edit{Kind: redline.Delete, Text: gone})
		}
		if come != "" {
			out = append(out, redline.Edit{Kind: redline.Insert, Text: come})
		}
		gone, come = "", ""
	}
	i, j := 0, 0
	for _, e := range edits {
		switch e.Kind {
		case redline.Delete:
			gone += e.Text
			i += len(e.Text)
		case redline.Insert:
			come += e.Text
			j += len(e.Text)
		case redline.Keep:
			from, to := -1, 0
			for at := range len(e.Text) + 1 {
				if old[i+at] && new[j+at] {
					if from < 0 {
						from = at
					}
					to = at
				}
			}
			if from < 0 || from == to {
				gone, come = gone+e.Text, come+e.Text
			} else {
				gone, come = gone+e.Text[:from], come+e.Text[:from]
				flush()
				out = append(out, redline.Edit{Kind: redline.Keep, Text: e.Text[from:to]})
				gone, come = e.Text[to:], e.Text[to:]
			}
			i += len(e.Text)
			j += len(e.Text)
		}
	}
	flush()
	return out
}

// boundaries are the offsets where tokens begin or end.
func boundaries(s string) map[int]bool {
	out := map[int]bool{0: true}
	at := 0
	for _, token := range redline.Tokens(s) {
		at += len(token)
		out[at] = true
	}
	return out
}

// optimum is the cheapest cost, found in the plainest way: every cell of the
// table, nothing trimmed.
func optimum(old, new string) int64 {
	o, w := redline.Tokens(old), redline.Tokens(new)
	kept, change := make([]int64, len(w)+1), make([]int64, len(w)+1)
	for i := range len(o) + 1 {
		diagonalKept, diagonalChange := int64(1<<40), int64(1<<40)
		for j := range len(w) + 1 {
			k, c := int64(1<<40), int64(1<<40)
			if i == 0 && j == 0 {
				k = 0
			}
			if i > 0 && j > 0 && o[i-1] == w[j-1] {
				k = min(diagonalKept, diagonalChange)
			}
			if i > 0 {
				c = min(change[j], kept[j]+costPlace) + costOf(o[i-1])
			}
			if j > 0 {
				c = min(c, min(change[j-1], kept[j-1]+costPlace)+costOf(w[j-1]))
			}
			diagonalKept, diagonalChange = kept[j], change[j]
			kept[j], change[j] = k, c
		}
	}
	return min(kept[len(w)], change[len(w)])
}
