package desk

import (
	"strings"

	work "travaux/data/desk"
	"travaux/data/redline/compose"
	"travaux/data/text/reference"
)

// memory keeps what was worked out about texts by pure functions; it is kept
// from page to page. It may be used from any goroutine.
type memory struct {
	compositions memo[string, compose.Composition]
	indexes      memo[*work.Text, *reference.Index]
	linked       memo[linkKey, []link]
	glossaries   memo[glossaryKey, *glossary]
	termed       memo[termKey, []reference.Use]
	used         memo[glossaryKey, [][]reference.Use]
}

// turn begins another page: what is not asked for by it or the next one is
// forgotten.
func (m *memory) turn() {
	m.compositions.turn()
	m.indexes.turn()
	m.linked.turn()
	m.glossaries.turn()
	m.termed.turn()
	m.used.turn()
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
