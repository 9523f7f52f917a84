package typeset

import "travaux/translations/typeset/segment"

// breaking is what may happen before a rune.
type breaking uint8

const (
	no breaking = iota
	may
	must
)

// softHyphen shows as a hyphen where a line breaks after it, and not at all
// elsewhere.
const softHyphen = 0xAD

// opportunities returns for every rune whether a line may break before it and
// whether a grapheme starts there.
func opportunities(text []rune, lang string) (breaks []breaking, edges []bool) {
	breaks, edges = make([]breaking, len(text)), make([]bool, len(text))
	for _, o := range segment.Breaks(text, lang) {
		switch {
		case o.At <= 0 || o.At >= len(text):
		case o.Mandatory:
			breaks[o.At] = must
		default:
			breaks[o.At] = may
		}
	}
	for _, at := range segment.Graphemes(text) {
		if at < len(text) {
			edges[at] = true
		}
	}
	return breaks, edges
}
