package desk

import (
	"strings"

	work "travaux/data/desk"
	"travaux/data/redline/compose"
	"travaux/data/redline/strength"
	"travaux/data/text/reference"
)

// memory keeps what was worked out about texts by pure functions; it is kept
// from page to page. It may be used from any goroutine.
type memory struct {
	wholes       *wholes // of the present text, shared by the panes
	compositions memo[string, compose.Composition]
	indexes      memo[*work.Text, *reference.Index]
	linked       memo[linkKey, []link]
	termed       memo[termKey, []reference.Use]
	strengths    memo[strengthKey, []strength.Mark]
	verdicts     memo[strengthKey, strength.Verdict]
}

func newMemory(w *wholes) *memory { return &memory{wholes: w} }

// turn begins another page: what is not asked for by it or the next one is
// forgotten.
func (m *memory) turn() {
	m.compositions.turn()
	m.indexes.turn()
	m.linked.turn()
	m.termed.turn()
	m.strengths.turn()
	m.verdicts.turn()
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
