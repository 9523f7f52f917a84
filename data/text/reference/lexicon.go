package reference

import (
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/text"
)

// role is a set of parts that a word may play in a reference.
type role uint32

const (
	roleThis   role = 1 << iota // this, present
	roleThat                    // that, said
	rolePrev                    // preceding
	roleNext                    // following
	roleOf                      // leads from the inner to the outer part
	roleSkip                    // articles and prepositions that may stand before a unit
	roleAnd                     // and, or
	roleTo                      // to, through
	roleAbove                   // above, below: said of a provision, changing nothing
	roleGenus                   // Convention, Charter: what an instrument is
	roleAct                     // resolution, decision: known by their numbers
	roleAlso                    // "also" of "and also"
	roleAbout                   // on, against: begins the subject of an instrument
	roleMeans                   // means, désigne: what follows or precedes is defined
	roleNaming                  // hereinafter: a name follows
	roleTerm                    // term, expression: a name follows
)

// entry is what a language has a word for.
type entry struct {
	roles   role
	unit    unit
	plural  bool
	and     bool   // "and" is written together with it
	own     bool   // with a definite article, where languages write it together
	phrases uint16 // number in lexicon.phrases of the units of several words that begin with it; 0: none
}

func (e entry) has(r role) bool { return e.roles&r != 0 }

// phrase is the rest of a unit's name after its first word.
type phrase struct {
	rest   []string // folded words and signs
	unit   unit
	plural bool
}

// lexicon is what one language refers with.
type lexicon struct {
	lang    data.Lang
	words   map[string]entry
	phrases [][]phrase // the first is empty
	// juxtaposed: the outer part follows the inner one without a word between
	// (Russian genitives).
	juxtaposed bool
	// genusFirst: the name of an instrument begins with what it is
	// ("Convention de Vienne").
	genusFirst bool
	// after: "preceding" may follow the unit.
	after bool
	organ []organWords
}

// vocabulary is a language's lexicon as it is written down.
type vocabulary struct {
	units, plurals                              map[unit]string // words by white space; "_" joins the words of a phrase
	this, that, prev, next, of, skip, and, to   string
	above, genus, definite, acts, also, subject string
	means, naming, term                         string
	organs                                      []organWords
	juxtaposed, genusFirst, after               bool
	clitics                                     []clitic
}

// clitic is what Arabic writes together with the word that follows.
type clitic struct {
	prefix  string
	article bool // replaces the article: لل
	and     bool
}

// organWords tell whose resolution is meant where its number does not.
type organWords struct {
	organ string // "HRC", "ECOSOC", "SC"
	words []string
}

var lexicons = func() map[data.Lang]func() *lexicon {
	m := map[data.Lang]func() *lexicon{}
	for lang, v := range map[data.Lang]*vocabulary{
		data.Arabic: &arabicWords, data.Chinese: &chineseWords, data.English: &englishWords,
		data.French: &frenchWords, data.Russian: &russianWords, data.Spanish: &spanishWords,
	} {
		m[lang] = sync.OnceValue(func() *lexicon { return v.lexicon(lang) })
	}
	return m
}()

// lexiconOf returns the words of the language; English for an unknown one.
func lexiconOf(lang data.Lang) *lexicon {
	if l, ok := lexicons[lang]; ok {
		return l()
	}
	return lexicons[data.English]()
}

func (v *vocabulary) lexicon(lang data.Lang) *lexicon {
	l := &lexicon{lang: lang, words: map[string]entry{}, phrases: make([][]phrase, 1), juxtaposed: v.juxtaposed, genusFirst: v.genusFirst, after: v.after, organ: v.organs}
	for u, words := range v.units {
		v.each(words, func(w string, and bool) { l.unit(w, u, false, and) })
	}
	for u, words := range v.plurals {
		v.each(words, func(w string, and bool) { l.unit(w, u, true, and) })
	}
	for r, words := range map[role]string{
		roleThis: v.this, roleThat: v.that, rolePrev: v.prev, roleNext: v.next, roleOf: v.of, roleSkip: v.skip, roleAnd: v.and,
		roleTo: v.to, roleAbove: v.above, roleAlso: v.also, roleAbout: v.subject,
		roleMeans: v.means, roleNaming: v.naming, roleTerm: v.term,
	} {
		v.each(words, func(w string, and bool) { l.role(w, r, and) })
	}
	v.each(v.genus, func(w string, and bool) { l.role(w, roleGenus, and) })
	v.each(v.acts, func(w string, and bool) { l.role(w, roleGenus|roleAct, and) })
	v.each(v.definite, func(w string, and bool) {
		l.role(w, roleGenus, and)
		e := l.words[w]
		e.own = true
		l.words[w] = e
	})
	for _, w := range []string{"pp", "op"} {
		e := l.words[w]
		e.unit = map[string]unit{"pp": unitRecital, "op": unitOperative}[w]
		l.words[w] = e
	}
	return l
}

// each calls f with every folded form of the words.
func (v *vocabulary) each(words string, f func(w string, and bool)) {
	const article = "ال"
	for _, w := range strings.Fields(words) {
		w = text.Folded(w)
		f(w, false)
		bare, definite := strings.CutPrefix(w, article)
		for _, c := range v.clitics {
			switch {
			case !c.article:
				f(c.prefix+w, c.and)
			case definite:
				f(c.prefix+bare, c.and)
			}
		}
	}
}

func (l *lexicon) role(w string, r role, and bool) {
	e := l.words[w]
	e.roles |= r
	e.and = e.and || and
	l.words[w] = e
}

func (l *lexicon) unit(w string, u unit, plural, and bool) {
	parts := strings.Split(w, "_")
	e := l.words[parts[0]]
	e.and = e.and || and
	if len(parts) > 1 {
		if e.phrases == 0 {
			e.phrases = uint16(len(l.phrases))
			l.phrases = append(l.phrases, nil)
		}
		l.phrases[e.phrases] = append(l.phrases[e.phrases], phrase{parts[1:], u, plural})
	} else {
		e.unit, e.plural = u, plural
	}
	l.words[parts[0]] = e
}

// forms writes out a stem with its endings.
func forms(stem string, endings string) string {
	var b strings.Builder
	for _, e := range strings.Split(endings, ",") {
		b.WriteString(stem + e + " ")
	}
	return b.String()
}
