package desk

import (
	"sync"

	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/bracket"
	"travaux/data/text/reference"
)

// wholeText is what the words of a text say in one language, as far as one must
// read all of it to know: brackets over several provisions, alternatives, terms.
// Each part is worked out when it is first asked for, on any goroutine.
type wholeText struct {
	text *work.Text
	lang data.Lang

	brackets func() bracketed
	terms    func() glossary
}

// bracketed are the brackets of a text.
type bracketed struct {
	reading *bracket.Reading
	options []bracket.OptionGroup
	own     []bracket.Count // by the order of the provisions
	total   []bracket.Count
	issues  []bracket.Issue
}

// glossary are the terms that a text defines, and where it uses them.
type glossary struct {
	terms  []reference.Term
	uses   [][]reference.Use
	search *reference.Glossary
}

func readWhole(t *work.Text, lang data.Lang) *wholeText {
	w := &wholeText{text: t, lang: lang}
	w.brackets = sync.OnceValue(func() bracketed {
		b := bracketed{reading: bracket.ParseProvisions(t.Provisions, lang), options: bracket.FindOptions(t.Provisions, lang)}
		b.own, b.total = bracket.Counts(t.Provisions, b.reading, b.options)
		b.issues = b.reading.Lint()
		return b
	})
	w.terms = sync.OnceValue(func() glossary {
		g := glossary{terms: reference.Terms(t.Provisions, lang)}
		g.uses = reference.Uses(t.Provisions, lang, g.terms)
		g.search = reference.NewGlossary(g.terms, lang)
		return g
	})
	return w
}

// wholes keeps what was read of the present text, by language.
type wholes struct {
	mu   sync.Mutex
	read map[data.Lang]*wholeText
}

func (w *wholes) of(t *work.Text, lang data.Lang) *wholeText {
	w.mu.Lock()
	defer w.mu.Unlock()
	if known := w.read[lang]; known != nil && known.text == t {
		return known
	}
	if w.read == nil {
		w.read = map[data.Lang]*wholeText{}
	}
	w.read[lang] = readWhole(t, lang)
	return w.read[lang]
}

// within are the places of a provision and of all it contains in the order of
// the text: from its own to before the end.
func within(t *work.Text, p data.Provision) (from, to int) {
	to = p.Order + 1
	for to < len(t.Provisions) && t.Provisions[to].Depth > p.Depth {
		to++
	}
	return p.Order, to
}
