package strength

import (
	"strings"
	"unicode/utf8"

	"travaux/data"
)

// French, Spanish, Russian and Arabic have no word for shall: a verb binds by
// its form, the present indicative ("adopte", "принимает", "تتخذ") or the
// future ("adoptará"), when it is the verb of a main clause.
//
// Futures and Russian presents are known by their endings, less the words that
// only look alike; French presents by the table's list of verbs, which are no
// nouns where they stand; Arabic presents by their prefix and place.

// negations stand before a verb and turn an obligation into a prohibition.
var negations = map[data.Lang][]string{data.French: {"ne", "n'"}, data.Spanish: {"no"}, data.Russian: {"не"}, data.Arabic: {"لا"}}

// clitics are the pronouns that may stand between a negation and its verb.
var clitics = map[string]bool{
	"le": true, "la": true, "les": true, "lui": true, "leur": true, "y": true, "en": true, "se": true, "s'": true, "l'": true,
	"lo": true, "los": true, "las": true,
}

// verb marks word i if it is a verb that binds by its form.
func (r *reading) verb(i int) {
	w := r.words[i]
	if w.kind != letters || r.table.is(w, lookalike) {
		return
	}
	binds := false
	switch r.lang {
	case data.Spanish:
		binds = ends(w.text, "rá", "rán")
	case data.French:
		binds = len(w.text) > 3 && ends(w.text, "ra", "ront")
	case data.Russian:
		present := strings.TrimSuffix(w.text, "ся")
		binds = utf8.RuneCountInString(present) >= 4 && ends(present, "ет", "ит", "ут", "ют", "ат", "ят")
	case data.Arabic:
		binds = r.arabicPresent(i)
	}
	if binds {
		r.bare(i, i+1)
	}
}

func ends(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// bare marks the verb [from, to) unless it belongs to a clause that does not
// bind.
func (r *reading) bare(from, to int) {
	if r.noun(from) || r.clause.taken() || r.clause.defines {
		return
	}
	e := entry{class: Obligation, rank: ranks[Obligation]}
	not := r.negation(from)
	if not < from && !r.only(to) || r.clause.negative {
		e.class, e.rank = Prohibition, ranks[Prohibition]
	}
	r.add(not, to, e)
}

// noun reports whether a French word that may be a verb is none where it
// stands, by the word before it.
func (r *reading) noun(verb int) bool {
	if r.lang != data.French {
		return false
	}
	w := r.words[verb]
	if verb == 0 {
		return ends(w.text, "est", "sont") || r.table.is(w, ambiguous)
	}
	before := r.words[verb-1]
	if r.table.is(w, ambiguous) {
		return before.kind != comma && !r.table.is(before, subject)
	}
	return r.table.is(before, governor)
}

// negation returns the word before the verb that negates it, or the verb.
func (r *reading) negation(verb int) int {
	for i := verb - 1; i >= 0 && i >= verb-3; i-- {
		for _, not := range negations[r.lang] {
			if r.words[i].text == not {
				return i
			}
		}
		if !clitics[r.words[i].text] {
			break
		}
	}
	return verb
}

// only reports whether a French negation only restricts: ne … que.
func (r *reading) only(verb int) bool {
	if r.lang != data.French {
		return false
	}
	for i := verb; i < len(r.words) && i < verb+longGap; i++ {
		switch r.words[i].text {
		case "pas", "point", "aucun", "aucune", "ni", "jamais":
			return false
		case "que", "qu'":
			return true
		}
	}
	return false
}
