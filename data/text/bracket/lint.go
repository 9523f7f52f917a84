package bracket

// LintKind is what is wrong with a bracket, or odd about it. Its sentence is
// the catalogue's ID().
type LintKind string

// Kinds of lint, the gravest first.
const (
	LintUnclosed   LintKind = "unclosed"   // an opening bracket without its closing one
	LintUnopened   LintKind = "unopened"   // a closing bracket without its opening one
	LintCrossing   LintKind = "crossing"   // two brackets of different forms that overlap
	LintMixed      LintKind = "mixed"      // opened in one form, closed in another
	LintEmpty      LintKind = "empty"      // nothing in it
	LintStraddling LintKind = "straddling" // opens in the middle of one paragraph, closes in the middle of another
	LintMirrored   LintKind = "mirrored"   // typed the wrong way round, in a text from right to left
)

// ID returns the catalogue's id of the sentence that says what the kind is;
// with ".hint" after it, of the one that says what it means for the reader.
func (k LintKind) ID() string { return "bracket.lint." + string(k) }

// Fault reports whether the text is broken there, rather than only odd.
func (k LintKind) Fault() bool {
	return k == LintUnclosed || k == LintUnopened || k == LintCrossing
}

// Issue is one thing that is wrong at one place.
type Issue struct {
	Kind    LintKind
	Bracket int    // index in Reading.Brackets
	At      Place  // of the bracket character
	Excerpt string // the words around it, verbatim
	Before  int    // how many runes of the excerpt stand before the bracket character
}

// excerptRunes is how many runes of an excerpt stand on each side.
const excerptRunes = 32

// Lint lists what is wrong, in the order of the text. An empty list means that
// every bracket is closed, in its own form and where a reader expects it.
func (r *Reading) Lint() []Issue {
	var list []Issue
	turned := map[int]bool{}
	for _, p := range r.turned {
		turned[p] = true
	}
	once := r.Mirrored
	for i := range r.Brackets {
		b := &r.Brackets[i]
		if b.Mirrored && (once || turned[b.Open.Paragraph]) {
			delete(turned, b.Open.Paragraph)
			once = false
			list = append(list, r.issue(LintMirrored, i, false))
		}
		switch k := r.lintOf(i); k {
		case "":
		case LintMixed, LintCrossing:
			list = append(list, r.issue(k, i, true))
			if r.straddles(i) {
				list = append(list, r.issue(LintStraddling, i, false))
			}
		default:
			list = append(list, r.issue(k, i, false))
		}
	}
	return list
}

// lintOf returns the gravest thing wrong with bracket i.
func (r *Reading) lintOf(i int) LintKind {
	b := &r.Brackets[i]
	switch {
	case b.State == Unclosed:
		return LintUnclosed
	case b.State == Unopened:
		return LintUnopened
	case b.OpenForm != b.CloseForm:
		if r.crosses(i) {
			return LintCrossing
		}
		return LintMixed
	case b.Content == Empty:
		return LintEmpty
	case r.straddles(i):
		return LintStraddling
	}
	return ""
}

// crosses reports whether bracket i and the one around it, or the first in it,
// have each closed the other's form: "[a 【b] c】".
func (r *Reading) crosses(i int) bool {
	b := &r.Brackets[i]
	swapped := func(j int) bool {
		return r.Brackets[j].OpenForm == b.CloseForm && r.Brackets[j].CloseForm == b.OpenForm
	}
	if b.Parent >= 0 && swapped(b.Parent) {
		return true
	}
	return i+1 < b.last && swapped(i+1)
}

// straddles reports whether bracket i opens and closes in the middle of
// different paragraphs.
func (r *Reading) straddles(i int) bool {
	b := &r.Brackets[i]
	return b.Extent == Paragraphs && r.tokens[b.open].edges&straddling != 0
}

func (r *Reading) issue(k LintKind, i int, atClose bool) Issue {
	b := &r.Brackets[i]
	t := b.open
	if t < 0 || atClose {
		t = b.close
	}
	words, before := excerpt(r.field(&r.tokens[t]), int(r.tokens[t].at), excerptRunes)
	return Issue{k, i, r.tokens[t].place(), words, before}
}
