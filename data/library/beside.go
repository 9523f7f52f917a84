package library

// beside is how words lie beside the words of a paragraph.
type beside struct {
	score      float32 // weight of the words that are in both in order, less what stands between
	same       int     // how many they are
	start, end int     // words [start, end) of the paragraph
	first      int     // of the words, the one that start is
	last       int     // and the one that ends at end
}

// Costs of a word that stands between, in parts of the average weight of the
// words asked for. They are small: half of a sentence may have been changed
// and it is still the same sentence.
const (
	changedCost = 0.30 // a word in place of another
	betweenCost = 0.20 // a word more or less
)

// laid is one cell of the table: the best way to end here.
type laid struct {
	score float32
	same  int32
	start int32
	first int32
}

// layBeside finds the stretch of a paragraph that is most like the words asked
// for: a local alignment (Smith and Waterman) in which a word counts for what it
// weighs. Time and memory: len(words) times len(paragraph), and their sum.
func layBeside(words []uint32, weights []float32, paragraph []uint32) beside {
	var total float32
	for _, w := range weights {
		total += w
	}
	average := total / float32(max(1, len(weights)))
	changed, between := changedCost*average, betweenCost*average
	var best beside
	above := make([]laid, len(paragraph)+1)
	row := make([]laid, len(paragraph)+1)
	for i, w := range words {
		row[0] = laid{}
		for j, p := range paragraph {
			d := above[j]
			if d.score == 0 {
				d.start, d.first = int32(j), int32(i)
			}
			if w == p && w != unknown {
				d.score += weights[i]
				d.same++
			} else {
				d.score -= changed
			}
			if up := above[j+1]; up.score-between > d.score {
				d = up
				d.score -= between
			}
			if left := row[j]; left.score-between > d.score {
				d = left
				d.score -= between
			}
			if d.score <= 0 {
				d = laid{}
			}
			row[j+1] = d
			if d.score > best.score {
				best = beside{d.score, int(d.same), int(d.start), j + 1, int(d.first), i}
			}
		}
		above, row = row, above
	}
	return best
}
