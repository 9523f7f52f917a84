package typeset

import "travaux/translations/typeset/segment"

// What may happen before a rune.
const (
	no   = segment.Forbidden
	may  = segment.Allowed
	must = segment.Mandatory
)

// softHyphen shows as a hyphen where a line breaks after it, and not at all
// elsewhere.
const softHyphen = 0xAD

// opportunities returns for every rune whether a line may break before it and
// whether a grapheme starts there.
func opportunities(text []rune, lang string) (breaks []segment.Place, edges []bool) {
	breaks = segment.Places(text, lang)[:len(text)]
	if len(breaks) > 0 {
		breaks[0] = no
	}
	return breaks, segment.Edges(text)
}
