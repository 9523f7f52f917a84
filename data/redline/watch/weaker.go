package watch

import (
	"slices"

	"travaux/data/redline/strength"
)

// Weakening is how a text binds less than it did.
type Weakening struct {
	Doubt   bool // only in some readings, or weaker in one place and stronger in another
	Changes []Words
}

// Words are the words that changed: "shall" became "should". One of them is ""
// for what came or went.
type Words struct{ Was, Is string }

// Weaker says whether a text binds less than it did: an obligation that became a
// recommendation, "as appropriate" that was added, a sentence that binds that is
// gone. With a phrase only the sentences that have it count. ok is false where
// it does not.
func Weaker(was, is *Text, only *Phrase) (w Weakening, ok bool) {
	v := strength.Compare(was.words, is.words, is.lang)
	var weaker []strength.Change
	mixed := false
	for _, c := range v.Changes {
		if only != nil && !was.concerns(c.Old, *only) && !is.concerns(c.New, *only) {
			continue
		}
		switch c.Effect {
		case strength.Weakened, strength.Mixed:
			weaker = append(weaker, c)
		case strength.Strengthened:
			mixed = true
		}
	}
	if len(weaker) == 0 {
		return was.open(is, only)
	}
	w.Doubt = mixed
	sure := false
	for _, c := range weaker {
		w.Changes = append(w.Changes, Words{was.marked(c.Old), is.marked(c.New)})
		sure = sure || c.Effect == strength.Weakened && !is.doubtful(c.New)
	}
	w.Doubt = w.Doubt || !sure
	return w, true
}

// open says whether a text binds less than it did in the reading without all that
// may be in it or not.
func (was *Text) open(is *Text, only *Phrase) (w Weakening, ok bool) {
	if len(is.spans) == 0 {
		return w, false
	}
	before, after := Read(was.settled(), was.lang, nil), Read(is.settled(), is.lang, nil)
	if w, ok = Weaker(before, after, only); ok {
		w.Doubt = true
	}
	return w, ok
}

// settled is the text without what may be in it or not.
func (t *Text) settled() string {
	runes := []rune(t.words)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		if !slices.ContainsFunc(t.spans, func(s Span) bool { return s.Start <= i && i < s.End }) {
			out = append(out, r)
		}
	}
	return string(out)
}

// concerns reports whether one of the expressions stands in a sentence that has
// the phrase.
func (t *Text) concerns(marks []strength.Mark, p Phrase) bool {
	for _, m := range marks {
		from, to := t.sentence(m.Start)
		for _, found := range t.Find(p) {
			if found.Start < to && from < found.End {
				return true
			}
		}
	}
	return false
}

// sentence is the sentence, or the item of a list, around a rune.
func (t *Text) sentence(at int) (from, to int) {
	to = len([]rune(t.words))
	for _, w := range t.list {
		if w.full != "." {
			continue
		}
		if w.start >= at {
			return from, w.end
		}
		from = w.end
	}
	return from, to
}

// doubtful reports whether all of the expressions may be in the text or not;
// false for what is gone.
func (t *Text) doubtful(marks []strength.Mark) bool {
	for _, m := range marks {
		if !slices.ContainsFunc(t.spans, func(s Span) bool { return s.Start <= m.Start && m.End <= s.End }) {
			return false
		}
	}
	return len(marks) > 0
}

// marked are the words of expressions as they stand.
func (t *Text) marked(marks []strength.Mark) string {
	runes, out := []rune(t.words), ""
	for _, m := range marks {
		if out != "" {
			out += " / "
		}
		out += string(runes[m.Start:m.End])
	}
	return out
}
