package typeset

import (
	"github.com/go-text/typesetting/segmenter"
)

// breaking is what may happen before a rune.
type breaking uint8

const (
	no breaking = iota
	may
	must
)

// opportunities returns for every rune whether a line may break before it and
// whether a grapheme starts there.
func opportunities(text []rune, lang string) ([]breaking, []bool) {
	breaks, edges := make([]breaking, len(text)), make([]bool, len(text))
	if len(text) == 0 {
		return breaks, edges
	}
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text)
		if end < len(text) {
			breaks[end] = may
			if line.IsMandatoryBreak {
				breaks[end] = must
			}
		}
	}
	for it := seg.GraphemeIterator(); it.Next(); {
		edges[it.Grapheme().Offset] = true
	}
	return breaks, edges
}
