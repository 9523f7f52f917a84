package desk

import (
	"strings"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline/strength"
)

// strengthKey names words whose strength is remembered; in a comparison, before
// is what they are compared with.
type strengthKey struct {
	lang          data.Lang
	before, words string
}

func (m *memory) strengthOf(words string, lang data.Lang) []strength.Mark {
	return m.strengths.of(strengthKey{lang: lang, words: words}, func() []strength.Mark { return strength.Find(words, lang) })
}

func (m *memory) verdict(before, words string, lang data.Lang) strength.Verdict {
	return m.verdicts.of(strengthKey{lang, before, words}, func() strength.Verdict { return strength.Compare(before, words, lang) })
}

// strengthKinds are how the classes look in the text.
var strengthKinds = map[strength.Class]textview.MarkKind{
	strength.Prohibition: textview.Must, strength.Obligation: textview.Must,
	strength.Endeavour: textview.Ought, strength.Recommendation: textview.Ought,
	strength.Permission: textview.May,
	strength.Weakening:  textview.Qualifier, strength.Strengthening: textview.Qualifier,
}

// markStrength marks what binds in what would read.
func (b *columnBuilder) markStrength(d *display, lang data.Lang, reads string) {
	for _, m := range b.memory.strengthOf(reads, lang) {
		d.overRead(textview.Mark{Kind: strengthKinds[m.Class], Start: m.Start, End: m.End, Ref: refStrength + string(m.Class)})
	}
}

// judged says in words whether what would read binds more or less than the text
// as issued, and which words say so; "" where nothing is laid over it.
func (b *columnBuilder) judged(source, reads string, lang data.Lang) string {
	if b.extras&Strength == 0 || source == "" || reads == "" || reads == source {
		return ""
	}
	v := b.memory.verdict(source, reads, lang)
	var changes []string
	for _, c := range v.Changes {
		if words := b.change(c, []rune(source), []rune(reads)); words != "" {
			changes = append(changes, words)
		}
	}
	words := b.loc.T("strength.verdict." + string(v.Outcome))
	if len(changes) > 0 {
		words = b.loc.T("reader.verdict", "verdict", words, "changes", oneByOne(b.loc, changes))
	}
	return words
}

// change says what became of an expression.
func (b *columnBuilder) change(c strength.Change, old, now []rune) string {
	before, after := b.quotedAll(old, c.Old), b.quotedAll(now, c.New)
	switch {
	case before == after:
		return ""
	case before == "":
		return b.loc.T("strength.change.added", "what", after)
	case after == "":
		return b.loc.T("strength.change.removed", "what", before)
	}
	return b.loc.T("strength.change.became", "old", before, "new", after)
}

func (b *columnBuilder) quotedAll(text []rune, marks []strength.Mark) string {
	var words []string
	for _, m := range marks {
		if m.Start >= 0 && m.End <= len(text) && m.Start < m.End {
			words = append(words, b.loc.Quote(b.loc.Isolate(string(text[m.Start:m.End]))))
		}
	}
	return strings.Join(words, " / ")
}
