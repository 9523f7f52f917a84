package concord

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// Kind says in what language versions differ. Its string is stable.
type Kind string

// Kinds of findings, the gravest first.
const (
	Structure Kind = "structure" // a provision is not there
	Heading   Kind = "heading"   // it has no heading where others have one
	Numerals  Kind = "number"    // it says another number
	Brackets  Kind = "bracket"   // other words are in brackets
	Reference Kind = "reference" // it refers to another provision or document
	Terms     Kind = "term"      // it defines more or fewer terms
	Strength  Kind = "strength"  // it binds more or less
)

// Kinds holds all kinds in that order.
var Kinds = []Kind{Structure, Heading, Numerals, Brackets, Reference, Terms, Strength}

// Sure reports whether findings of the kind are differences of what is written.
// How strongly words bind is read by rules of thumb: those are for a person to
// look at.
func (k Kind) Sure() bool { return k != Strength && k != Terms }

// Finding is a place where the language versions do not say the same.
type Finding struct {
	Kind      Kind
	Provision data.ID     // where
	Path      string      // of that provision
	Langs     []data.Lang // those that stand apart from the rest, in UN order; of equal halves those that say less
	Said      []Said      // what each version says, in UN order
}

// Said is what one language version says in the matter of a finding.
type Said struct {
	Lang      data.Lang
	Provision data.ID // where it says so; zero if it has no such provision
	Values    []string
	Spans     []text.Span // where, in its text; empty for what it does not say
	InHeading []text.Span // where, in its heading
}

// Key says what is said, whichever the provision: a decision on a finding holds as
// long as its key is the same.
func (f Finding) Key() string {
	var b strings.Builder
	b.WriteString(string(f.Kind))
	for _, s := range f.Said {
		b.WriteString("|" + string(s.Lang) + ":")
		if s.Provision.IsZero() {
			b.WriteString("-")
		}
		b.WriteString(strings.Join(s.Values, ","))
	}
	return b.String()
}

// In returns what a language version says.
func (f Finding) In(lang data.Lang) (Said, bool) {
	for _, s := range f.Said {
		if s.Lang == lang {
			return s, true
		}
	}
	return Said{}, false
}

// Apart reports whether a language version stands apart from the rest.
func (f Finding) Apart(lang data.Lang) bool { return slices.Contains(f.Langs, lang) }

// saying is one thing that a version says in a provision.
type saying struct {
	value   string
	unit    Unit // of a number
	sure    bool
	guess   bool // it only agrees
	span    text.Span
	heading bool

	document bool // it is the symbol of a document
}

// disputed are the values on which the versions do not agree. One that a version
// surely says and another does not say at all is disputed. Beside that, one that
// all others say, sure or not, is disputed where a version says another instead
// that nobody else does.
func disputed(said map[data.Lang][]saying) map[string]bool {
	has, sure, guess := map[string]map[data.Lang]bool{}, map[string]bool{}, map[string]bool{}
	for lang, list := range said {
		for _, s := range list {
			if has[s.value] == nil {
				has[s.value] = map[data.Lang]bool{}
			}
			has[s.value][lang] = true
			sure[s.value] = sure[s.value] || s.sure
			guess[s.value] = guess[s.value] || s.guess
		}
	}
	out := map[string]bool{}
	for v, langs := range has {
		if sure[v] && len(langs) < len(said) {
			out[v] = true
		}
	}
	for alone, langs := range has {
		if len(langs) != 1 || len(said) < 3 || guess[alone] {
			continue
		}
		for v, others := range has {
			if len(others) == len(said)-1 && !shares(langs, others) {
				out[v], out[alone] = true, true
			}
		}
	}
	return out
}

func shares(a, b map[data.Lang]bool) bool {
	for lang := range a {
		if b[lang] {
			return true
		}
	}
	return false
}

// apart are the versions that stand apart over disputed values: for each of them
// the fewer of those that say it and those that do not; of equal halves, those
// that do not.
func apart(said map[data.Lang][]saying, values map[string]bool) []data.Lang {
	out := map[data.Lang]bool{}
	for v := range values {
		var with, without []data.Lang
		for lang, list := range said {
			if slices.ContainsFunc(list, func(s saying) bool { return s.value == v }) {
				with = append(with, lang)
			} else {
				without = append(without, lang)
			}
		}
		fewer := without
		if len(with) < len(without) {
			fewer = with
		}
		for _, lang := range fewer {
			out[lang] = true
		}
	}
	return ordered(out)
}

func ordered(langs map[data.Lang]bool) []data.Lang {
	var out []data.Lang
	for _, lang := range data.Langs {
		if langs[lang] {
			out = append(out, lang)
		}
	}
	return out
}
