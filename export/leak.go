package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/data"
)

// CodeLeak is the code of the error with which a paper is refused because it
// contains confidential words; arg "what" is the field they come from.
const CodeLeak data.Code = "paper.leak"

// Leak says that a paper contains confidential words. It names the field they
// come from, never the words.
type Leak struct {
	Field string // data.Secret.Field
}

// A run of six words of a secret is a leak. Chinese has no spaces: a run of
// ten Han characters counts as much, one word as five thirds of a character.
const (
	wordWeight = 5
	hanWeight  = 3
	leakWeight = 6 * wordWeight
)

// suffixed is how many letters a word has that may go on in the paper: "a" would be the
// beginning of too many.
const suffixed = 4

// noteDigits is how many figures the mark of a note has at the most.
const noteDigits = 2

// keyLetters of the folded text are looked up at once.
const keyLetters = 8

// Leaks finds, in the text of a paper, every secret of which a run of six or
// more words occurs (ten or more Han characters), and every Exact secret that
// occurs at all as whole words; a bare number of up to three digits says nothing. Case, white space, punctuation, diacritics and
// Arabic letter forms make no difference, nor does it matter where the paper
// breaks its lines, even within a word. There is at most one Leak per secret.
//
// Issued is the text under negotiation as the paper quotes it. Instructions and
// comments quote it too, and a run of its own words gives nothing away; a run
// with one word more does. So does a name or a reference; a whole sentence that is
// exactly one of it does not.
func Leaks(text string, secrets []data.Secret, issued string) []Leak {
	paper, draft := index(text), index(issued)
	unmarked, unnumbered := index(withoutMarks(text)), index(withoutMarks(issued))
	var out []Leak
	for _, s := range secrets {
		words := foldWords(s.Text)
		if paper.contains(words, s.Exact, draft) || unmarked.contains(words, s.Exact, unnumbered) {
			out = append(out, Leak{s.Field})
		}
	}
	return out
}

// withoutMarks is a text without the marks of its notes: any of them, and any other
// number that is as short, would break a run of words or be part of a name that it touches.
func withoutMarks(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for len(text) > 0 {
		at := strings.IndexFunc(text, unicode.IsNumber)
		if at < 0 {
			break
		}
		behind := strings.TrimLeftFunc(text[at:], unicode.IsNumber)
		mark := text[at : len(text)-len(behind)]
		b.WriteString(text[:at])
		if utf8.RuneCountInString(mark) > noteDigits {
			b.WriteString(mark)
		} else {
			b.WriteByte(' ')
		}
		text = behind
	}
	b.WriteString(text)
	return b.String()
}

// indexed is a folded text in which words are looked up by their first letters.
type indexed struct {
	folded
	at map[string][]int32 // words that begin with these letters
}

func index(text string) indexed {
	f := indexed{foldWords(text), map[string][]int32{}}
	f.detach()
	for i, w := range f.words {
		if key := f.letters[w.start:min(w.start+keyLetters, len(f.letters))]; len(key) == keyLetters {
			f.at[key] = append(f.at[key], int32(i))
		}
	}
	return f
}

// folded is a text as it is compared: its letters and digits without anything
// between them, and where its words begin and end.
type folded struct {
	letters string
	words   []word
}

type word struct {
	start, end int // in letters
	weight     int
}

// contains reports whether a stretch of the secret that is long enough to count
// stands in the paper. It begins at a word but may end within one that is not short, so
// that no suffix hides a leak.
func (paper indexed) contains(secret folded, exact bool, draft indexed) bool {
	words := secret.words
	if exact {
		return secret.telling() && paper.has(secret.letters, true) && !(secret.weight() >= leakWeight && draft.has(secret.letters, true))
	}
	for i, last, weight := 0, 0, 0; i < len(words); i++ {
		for last < len(words) && weight < leakWeight {
			weight += words[last].weight
			last++
		}
		if weight < leakWeight {
			return false
		}
		end := words[last-1]
		whole := utf8.RuneCountInString(secret.letters[end.start:end.end]) < suffixed
		if run := secret.letters[words[i].start:end.end]; paper.has(run, whole) && !draft.has(run, whole) {
			return true
		}
		weight -= words[i].weight
	}
	return false
}

// weight is that of all its words.
func (f folded) weight() (sum int) {
	for _, w := range f.words {
		sum += w.weight
	}
	return sum
}

// telling reports whether a name or reference can be known again: a reference
// that is a bare "12" must not make every paper impossible.
func (f folded) telling() bool {
	digits := strings.Trim(f.letters, "0123456789") == ""
	return len(f.letters) > 0 && (!digits || len(f.letters) > 3 || len(f.words) > 1)
}

// has reports whether the letters stand in the paper from the start of a word
// on and, if whole, to the end of one.
func (paper indexed) has(letters string, whole bool) bool {
	fits := func(w int) bool {
		start := paper.words[w].start
		return strings.HasPrefix(paper.letters[start:], letters) && (!whole || paper.ends(w, start+len(letters)))
	}
	if len(letters) < keyLetters {
		for w := range paper.words {
			if fits(w) {
				return true
			}
		}
		return false
	}
	for _, w := range paper.at[letters[:keyLetters]] {
		if fits(int(w)) {
			return true
		}
	}
	return false
}

// ends reports whether a word that begins at or after word w ends there.
func (paper folded) ends(w, end int) bool {
	for ; w < len(paper.words) && paper.words[w].start < end; w++ {
		if paper.words[w].end == end {
			return true
		}
	}
	return false
}

// arabicForms folds letters that are written for one another and that
// decomposition leaves apart.
var arabicForms = map[rune]rune{'ى': 'ي', 'ة': 'ه', 'ٱ': 'ا', 'ی': 'ي', 'ک': 'ك'}

// arabicPrefixes are written together with the word they stand before; without
// them a name is found behind "and", "for", "by" too.
var arabicPrefixes = []string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك"}

func foldWords(text string) folded {
	var f folded
	var b strings.Builder
	b.Grow(len(text))
	open := false
	begin := func(weight int) {
		f.words = append(f.words, word{start: b.Len(), weight: weight})
	}
	end := func() {
		if open {
			f.words[len(f.words)-1].end = b.Len()
			open = false
		}
	}
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(text, " ")) {
		switch {
		case r == '\u0640' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end()
			continue
		case unicode.Is(unicode.Han, r):
			end()
			begin(hanWeight)
			b.WriteRune(r)
			open = true
			end()
			continue
		}
		if !open {
			begin(wordWeight)
			open = true
		}
		switch {
		case '٠' <= r && r <= '٩':
			r -= '٠' - '0'
		case arabicForms[r] != 0:
			r = arabicForms[r]
		default:
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	end()
	f.letters = b.String()
	return f
}

// detach lets a word begin anew behind an Arabic prefix.
func (f *folded) detach() {
	var out []word
	for _, w := range f.words {
		out = append(out, w)
		for _, prefix := range arabicPrefixes {
			if rest, ok := strings.CutPrefix(f.letters[w.start:w.end], prefix); ok && len(rest) >= 4 {
				out = append(out, word{start: w.start + len(prefix), end: w.end})
				break
			}
		}
	}
	f.words = out
}
