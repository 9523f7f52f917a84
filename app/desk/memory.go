package desk

import (
	"strings"

	"travaux/data/redline/compose"
)

// memory keeps what was worked out about texts by pure functions; it is kept
// from page to page.
type memory struct {
	compositions memo[string, compose.Composition]
}

func (m *memory) turn() {
	m.compositions.turn()
}

// composed is compose.Compose, worked out once.
func (m *memory) composed(base string, variants []compose.Variant) compose.Composition {
	var key strings.Builder
	key.WriteString(base)
	for _, v := range variants {
		act := "\x00="
		switch {
		case v.Delete:
			act = "\x00-"
		case v.Keep:
			act = "\x00!"
		}
		key.WriteString(act + v.Key + "\x00" + v.Wording)
	}
	return m.compositions.of(key.String(), func() compose.Composition { return compose.Compose(base, variants) })
}
