package desk

import (
	work "travaux/data/desk"
	"travaux/data/redline/strength"
	"travaux/data/text/reference"
)

// memory keeps what was worked out about texts by pure functions; it is kept
// from page to page. It may be used from any goroutine.
type memory struct {
	wholes    *wholes // of the present text, shared by the panes
	laid      memo[string, laid]
	indexes   memo[*work.Text, *reference.Index]
	linked    memo[linkKey, []link]
	termed    memo[termKey, []reference.Use]
	strengths memo[strengthKey, []strength.Mark]
	verdicts  memo[strengthKey, strength.Verdict]
}

func newMemory(w *wholes) *memory { return &memory{wholes: w} }

// turn begins another page: what is not asked for by it or the next one is
// forgotten.
func (m *memory) turn() {
	m.laid.turn()
	m.indexes.turn()
	m.linked.turn()
	m.termed.turn()
	m.strengths.turn()
	m.verdicts.turn()
}
