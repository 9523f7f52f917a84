package desk

import (
	"travaux/data"
	"travaux/data/redline/compose"
	"travaux/translations"
)

// longestQuote is how many runes of words a sentence about them repeats.
const longestQuote = 60

// collision says in words which proposals cannot stand together, and why:
// “Egypt would delete what France would change: ‘shall’.”
func (l *layer) collision(c compose.Collision, list []data.Proposal) string {
	return translations.Capital(l.collided(c, list))
}

func (l *layer) collided(c compose.Collision, list []data.Proposal) string {
	names := func(wanted func(compose.Side) bool) string {
		var all []data.Proposal
		for _, s := range c.Sides {
			if wanted(s) {
				all = append(all, named(list, s.Keys)...)
			}
		}
		return speakers(l.loc, all)
	}
	does := func(act compose.Act) func(compose.Side) bool {
		return func(s compose.Side) bool { return s.Act == act }
	}
	other := func(act compose.Act) func(compose.Side) bool {
		return func(s compose.Side) bool { return s.Act != act }
	}
	words := l.loc.Quote(beginning(c.Base, longestQuote))
	switch c.Kind {
	case compose.Suppress:
		return l.loc.T("reader.collide.suppress", "a", names(does(compose.Deletes)), "b", names(other(compose.Deletes)))
	case compose.Remove:
		return l.loc.T("reader.collide.remove", "a", names(does(compose.Deletes)), "b", names(other(compose.Deletes)), "words", words)
	case compose.NoChange:
		return l.loc.T("reader.collide.no-change", "a", names(does(compose.Keeps)), "b", names(other(compose.Keeps)), "words", words)
	}
	var sides []string
	for _, s := range c.Sides {
		text := l.loc.Quote(beginning(s.Words, longestQuote))
		if s.Words == "" {
			text = l.loc.T("reader.collide.nothing")
		}
		sides = append(sides, l.loc.T("reader.collide.side", "who", speakers(l.loc, named(list, s.Keys)), "words", text))
	}
	all := oneByOne(l.loc, sides)
	switch c.Kind {
	case compose.Insert:
		return l.loc.T("reader.collide.insert", "sides", all)
	case compose.Beside:
		return l.loc.T("reader.collide.beside", "sides", all)
	}
	return l.loc.T("reader.collide.replace", "words", words, "sides", all)
}
