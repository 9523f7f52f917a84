package strength

import (
	"strings"
	"unicode/utf8"

	"travaux/data"
)

// arabicPresent reports whether word i has the prefix of the third person of
// the present and stands where the verb of a main clause does: at the
// beginning of the sentence, after a comma if the sentence begins with a
// preposition and has no verb yet, or, after a comma or joined to what
// precedes, before its subject.
func (r *reading) arabicPresent(i int) bool {
	w := r.words[i]
	joined := withoutConjunction(w.text)
	if utf8.RuneCountInString(joined) >= 4 && arabicVerb(joined) {
		w.text = joined
	} else {
		joined = ""
	}
	if !arabicVerb(w.text) || r.table.is(w, lookalike) {
		return false
	}
	place := r.negation(i)
	if place == 0 {
		return true
	}
	switch r.words[place-1].kind {
	case stop, bracket:
		return true
	case comma:
		return r.clause.fronted || r.subjectAfter(i)
	}
	return joined != "" && r.subjectAfter(i)
}

// subjectAfter reports whether a subject follows within three words.
func (r *reading) subjectAfter(i int) bool {
	for n := i + 1; n < len(r.words) && n <= i+3 && r.words[n].kind == letters; n++ {
		if r.table.is(r.words[n], subject) {
			return true
		}
	}
	return false
}

// dependent reports whether an Arabic expression depends on the word before
// it, or only names whom the expression before it is about ("ينبغي لكل دولة
// طرف أن").
func (r *reading) dependent(first int) bool {
	if r.lang != data.Arabic || first == 0 {
		return false
	}
	before := r.words[first-1]
	if r.table.is(before, governor) {
		return true
	}
	w, last := r.words[first].text, len(r.marks)-1
	return strings.HasPrefix(w, "ل") && w != "لا" && last >= 0 && r.marks[last].End == before.end && !r.marks[last].Qualifier
}

// arabicVerb reports the shape of a verb of the third person: it begins with
// ya or ta, does not end like a noun, and is not of the pattern taf'il.
func arabicVerb(w string) bool {
	runes := []rune(w)
	n := len(runes)
	if n < 3 || runes[0] != 'ت' && runes[0] != 'ي' || ends(w, "ة", "ء") {
		return false
	}
	if runes[0] == 'ي' {
		return true
	}
	taf3il := n >= 5 && runes[3] == 'ي' && (n == 5 || !ends(w, "ون", "ان"))
	return !taf3il && (runes[n-1] != 'ا' || n == 3)
}

// withoutConjunction takes the conjunctions wa- and fa- off an Arabic word; ""
// if it has none.
func withoutConjunction(word string) string {
	for _, conjunction := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(word, conjunction); ok && utf8.RuneCountInString(rest) > 1 {
			return rest
		}
	}
	return ""
}
