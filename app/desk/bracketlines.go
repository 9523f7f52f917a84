package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/text/bracket"
	"travaux/translations"
)

// bracketText is the brackets of one provision as they are ticked: read alone,
// so that their numbers depend on its words only.
type bracketText struct {
	source  string // the words; of a provision with a heading only, that
	lang    data.Lang
	reading *bracket.Reading
	spans   map[int]int // brackets that go on beyond the provision, by the provision where they end or begin
}

// bracketsIn reads the brackets of a provision; whole tells which of them belong
// to brackets of other provisions.
func bracketsIn(p data.Provision, lang data.Lang, whole bracketed) bracketText {
	r, shown := p.In(lang)
	field, source := bracket.FieldText, r.Text
	if source == "" {
		field, source = bracket.FieldHeading, r.Heading
	}
	b := bracketText{source: source, lang: shown, reading: bracket.Parse([]string{source}), spans: map[int]int{}}
	for i := range b.reading.Brackets {
		x := &b.reading.Brackets[i]
		if x.State == bracket.Paired {
			continue
		}
		at := bracket.Place{Paragraph: p.Order, Field: field, Offset: x.Open.Offset}
		if j := whole.reading.At(at); j >= 0 {
			switch y := whole.reading.Brackets[j]; {
			case y.State != bracket.Paired:
			case y.Open == at:
				b.spans[i] = y.Close.Paragraph
			case y.Close == at:
				b.spans[i] = y.Open.Paragraph
			}
		}
	}
	return b
}

// bracketLine is one bracket as the list shows it.
type bracketLine struct {
	index  int // in the reading
	depth  int // from 1
	words  string
	kind   string   // what it is, in words
	parts  []string // of "[a/b]"
	beyond int      // the provision where it ends or begins, by its order; -1: this one
}

// longestBracket is how many runes of a bracket's words its line shows.
const longestBracket = 70

// lines lists the brackets in the order in which they open.
func (b bracketText) lines(loc *translations.Localizer) (list []bracketLine) {
	for i := range b.reading.Brackets {
		x := &b.reading.Brackets[i]
		line := bracketLine{
			index: i, depth: x.Depth, words: beginning(b.reading.Words(i), longestBracket), kind: b.kind(i, loc), beyond: -1,
		}
		if to, beyond := b.spans[i]; beyond {
			line.beyond = to
		}
		if x.State == bracket.Unopened {
			line.words, _ = b.reading.Excerpt(x.Open, 24)
		}
		if x.Slash >= 0 {
			runes := []rune(b.source)
			for _, part := range b.reading.Groups[x.Slash].Parts {
				line.parts = append(line.parts, beginning(string(runes[part.Start:part.End]), 40))
			}
		}
		list = append(list, line)
	}
	return list
}

// kind says what a bracket is.
func (b bracketText) kind(i int, loc *translations.Localizer) string {
	x := &b.reading.Brackets[i]
	_, beyond := b.spans[i]
	switch {
	case beyond && x.State == bracket.Unclosed:
		return loc.T("panels.bracket.opens")
	case beyond:
		return loc.T("panels.bracket.closes")
	case x.State == bracket.Unclosed:
		return loc.T("panels.bracket.unclosed")
	case x.State == bracket.Unopened:
		return loc.T("panels.bracket.unopened")
	case x.Content == bracket.Empty:
		return loc.T("panels.bracket.empty")
	case x.Content == bracket.Placeholder:
		return loc.T("panels.bracket.placeholder")
	case x.Slash >= 0:
		return loc.T("panels.bracket.slash")
	case x.Group >= 0:
		g := &b.reading.Groups[x.Group]
		id := "panels.bracket.alternative"
		if g.Kind == bracket.Unclear {
			id = "panels.bracket.unclear"
		}
		return loc.T(id, "i", loc.Number(slices.Index(g.Members, i)+1), "n", loc.Number(len(g.Members)))
	}
	return loc.T("panels.bracket.optional")
}

// resolve is the clean sentence of a choice, and what it leaves open. Brackets
// that go on beyond the provision are not open because of that.
func (b bracketText) resolve(c bracket.Choice, loc *translations.Localizer) (sentence string, open []string) {
	clean := b.reading.Resolve(0, b.lang, c)
	for _, x := range clean.Unsettled {
		if _, beyond := b.spans[x.Bracket]; beyond {
			continue
		}
		words := beginning(b.reading.Words(x.Bracket), 40)
		if x.Group >= 0 {
			words = ""
			for _, m := range b.reading.Groups[x.Group].Members {
				words += "[" + beginning(b.reading.Words(m), 24) + "]"
			}
		}
		line := loc.T(x.Kind.ID())
		if words != "" {
			line = loc.T("panels.toast", "place", line, "what", loc.Quote(words))
		}
		open = append(open, line)
	}
	return clean.Text.Text, open
}

// surviving are the brackets that a choice keeps, in order, as
// data.LiveWith.Kept has them: those inside ones that go are not among them. Of
// a bracket with sides the choice of the side is in the sentence only.
func (b bracketText) surviving(c bracket.Choice) (kept []int) {
	for i := range b.reading.Brackets {
		if c.Keep[i] && (b.reading.Brackets[i].Parent < 0 || slices.Contains(kept, b.reading.Brackets[i].Parent) || b.reading.Brackets[b.reading.Brackets[i].Parent].State != bracket.Paired) {
			kept = append(kept, i)
		}
	}
	return kept
}

// tick keeps a bracket and those around it, or lets it go.
func (b bracketText) tick(c *bracket.Choice, i int, on bool) {
	if !on {
		delete(c.Keep, i)
		return
	}
	for ; i >= 0; i = b.reading.Brackets[i].Parent {
		c.Keep[i] = true
	}
}
