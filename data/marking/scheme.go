package marking

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
)

// Scheme is one ladder of levels.
type Scheme struct {
	ID       string
	Levels   []Level             // lowest first; papers for the outside are of the first
	Internal data.Classification // of what is confidential and marked by nobody
}

// Level is one step of a scheme.
type Level struct {
	Code     data.Classification
	Rank     Rank
	Official string   // as documents bear it, in its own language; "": its name in the language of the paper
	Portions []string // before a paragraph, in parentheses; the first is written, all are understood
	Colour   [3]uint8 // of its banner: red, green, blue
	Register bool     // a document has a registration number
	Copies   bool     // every page of it has the number of its copy
	Name     data.Words
}

// Rank compares levels of different schemes by what they protect.
type Rank uint8

// Ranks, after the degrees of harm that the schemes themselves name.
const (
	Public Rank = iota
	Limited
	Restricted
	Confidential
	Secret
	TopSecret
)

// Schemes are the ladders that a negotiation can choose, the first where it has
// chosen none. "own" has the levels that the delegation wrote.
var Schemes = []string{"un", "eu", "tlp", "us", "uk", "fr", "de", "es", "ru", "cn", "arab", "own"}

// Of is the scheme that a negotiation has chosen. One of a newer version of the
// program, or an own one without levels, is that of the United Nations.
func Of(n data.Negotiation) Scheme {
	if n.Scheme == ownScheme {
		if s := own(n.OwnLevels); len(s.Levels) > 1 {
			return s
		}
	}
	for _, s := range tables {
		if s.ID == n.Scheme {
			return s
		}
	}
	return tables[0]
}

const ownScheme = "own"

// maxOwn is how many levels an own scheme may have.
const maxOwn = 8

// own reads the levels that a delegation wrote, one a line, lowest first: the
// name and behind it, in parentheses, what stands before paragraphs. Languages
// are joined line by line.
func own(written data.Words) Scheme {
	s := Scheme{ID: ownScheme}
	for _, lang := range data.Langs {
		n := 0
		for line := range strings.Lines(written[lang]) {
			line = strings.TrimSpace(line)
			if line == "" || n == maxOwn {
				continue
			}
			if n == len(s.Levels) {
				s.Levels = append(s.Levels, Level{
					Code: data.Classification(ownScheme + "." + strconv.Itoa(n)), Rank: ownRank(n), Name: data.Words{}, Colour: ownColour(n),
				})
			}
			l := &s.Levels[n]
			name, mark := cutMark(line)
			l.Name[lang] = name
			if mark != "" && !slices.Contains(l.Portions, mark) {
				l.Portions = append(l.Portions, mark)
			}
			n++
		}
	}
	if len(s.Levels) > 1 {
		s.Internal = s.Levels[len(s.Levels)-1].Code
		if len(s.Levels) > 2 {
			s.Internal = s.Levels[len(s.Levels)-2].Code
		}
	}
	return s
}

// cutMark parts "Restricted (R)" into name and mark.
func cutMark(line string) (name, mark string) {
	for _, pair := range parentheses {
		if body, ok := strings.CutSuffix(line, pair[1]); ok {
			if i := strings.LastIndex(body, pair[0]); i > 0 {
				return strings.TrimSpace(body[:i]), strings.TrimSpace(body[i+len(pair[0]):])
			}
		}
	}
	return line, ""
}

// ownRank lets each level of an own scheme protect one degree more.
func ownRank(n int) Rank { return Rank(min(n, int(TopSecret))) }

func ownColour(n int) [3]uint8 {
	return [][3]uint8{green, blue, amber, red, purple}[min(n, 4)]
}

// Lowest is the level of what anybody may see.
func (s Scheme) Lowest() Level { return s.Levels[0] }

// Level is what a code counts as in this scheme. What nobody has marked ("") is
// Internal, for only what is confidential is marked at all.
func (s Scheme) Level(code data.Classification) Level { return s.Levels[s.index(code)] }

func (s Scheme) index(code data.Classification) int {
	if code == "" {
		code = s.Internal
	}
	for i, l := range s.Levels {
		if l.Code == code {
			return i
		}
	}
	rank, known := rankOf(code)
	if !known {
		return len(s.Levels) - 1
	}
	for i, l := range s.Levels {
		if l.Rank >= rank {
			return i
		}
	}
	return len(s.Levels) - 1
}

// rankOf is the rank of a code of any scheme.
func rankOf(code data.Classification) (Rank, bool) {
	for _, s := range tables {
		for _, l := range s.Levels {
			if l.Code == code {
				return l.Rank, true
			}
		}
	}
	if digits, ok := strings.CutPrefix(string(code), ownScheme+"."); ok {
		if n, err := strconv.Atoi(digits); err == nil && n >= 0 && n < maxOwn {
			return ownRank(n), true
		}
	}
	return 0, false
}

// Highest is the level that governs what is made of parts with these codes: the
// highest of them, and the lowest of the scheme where there are none.
func (s Scheme) Highest(codes ...data.Classification) Level {
	highest := 0
	for _, code := range codes {
		highest = max(highest, s.index(code))
	}
	return s.Levels[highest]
}

// Portion is the mark before a paragraph, in the script of the language where the
// scheme has it in that.
func (l Level) Portion(lang data.Lang) string {
	script := map[data.Lang]*unicode.RangeTable{data.Arabic: unicode.Arabic, data.Chinese: unicode.Han, data.Russian: unicode.Cyrillic}[lang]
	for _, p := range l.Portions {
		if first, _ := utf8.DecodeRuneInString(p); script != nil && unicode.Is(script, first) {
			return p
		}
	}
	if len(l.Portions) == 0 {
		return string(l.Code)
	}
	return l.Portions[0]
}

// Codes are the codes of the scheme, lowest first.
func (s Scheme) Codes() []data.Classification {
	out := make([]data.Classification, len(s.Levels))
	for i, l := range s.Levels {
		out[i] = l.Code
	}
	return out
}
