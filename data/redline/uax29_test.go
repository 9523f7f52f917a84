package redline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// deviations are the only places where our tokens and the words of Unicode's
// UAX #29 may part, each with its reason. before and after are the characters
// on either side; cut says that we cut there and the rule does not.
var deviations = []struct {
	reason string
	at     func(before, after rune, cut bool) bool
}{
	{
		"white space is one token, however much there is: a reader does not see how much",
		func(before, after rune, cut bool) bool {
			return !cut && classify(before) == space && classify(after) == space
		},
	},
	{
		"marks that nobody sees belong to the space beside them, not to the word: a direction mark more is no other word",
		func(before, after rune, cut bool) bool {
			return unicode.Is(unicode.Cf, before) || unicode.Is(unicode.Cf, after)
		},
	},
	{
		"a full stop, colon or low line between letters is a mark: in drafts it stands where a space was forgotten, or for a blank to be filled in",
		func(before, after rune, cut bool) bool {
			return cut && (strings.ContainsRune(".:_", before) || strings.ContainsRune(".:_", after))
		},
	},
	{
		"a semicolon between figures is a mark: it parts the items of a list",
		func(before, after rune, cut bool) bool { return cut && (before == ';' || after == ';') },
	},
	{
		"Japanese syllables are cut one by one, as Chinese characters are",
		func(before, after rune, cut bool) bool { return cut && ideograph(before) && ideograph(after) },
	},
}

// sixLanguages are sentences as drafts have them.
var sixLanguages = []string{
	"1.  Each State Party shall, in accordance with its domestic law, take measures under article 12.3 (a)–(c) [and/or A/RES/79/243]: 1,000.50 tonnes; the State’s 2nd non-paper, 5 bis.",
	"L’État partie prend, conformément à l’article premier, « toutes les mesures » qu’il juge nécessaires ; voir l'annexe II, § 3, aujourd’hui à 12 h 30.",
	"¿Qué medidas adoptará el Estado Parte? Las del párrafo 1 a), núm. 3.º; «según proceda», y/o 1.000,5 t.",
	"Каждое Государство-участник принимает, в соответствии со статьей 5 бис, меры – «включая законодательные» – № 12/а; больша\u0301я часть.",
	"تتخذ كل دولة طرف، وفقا للمادة ٣ (أ)، التدابير اللازمة؛ الفقرة ١٬٠٠٠٫٥، تُتَّخذ \u200fA/RES/79/243\u200f.",
	"第三条　缔约国应根据第12条第1款㈠项，采取“一切必要措施”；见A/RES/79/243号决议（2024年）。",
}

// TestWordsOfUnicode holds the tokens to the default word boundaries of UAX #29
// but for the deviations.
func TestWordsOfUnicode(t *testing.T) {
	texts := append([]string{}, sixLanguages...)
	for _, pattern := range []string{"treaties/un-charter-*.txt", "drafts/*.txt"} {
		files, _ := filepath.Glob(filepath.Join("../../../shared/data", pattern))
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(content))
		}
	}
	same, apart := 0, 0
	for _, s := range texts {
		ours, theirs := map[int]bool{}, map[int]bool{}
		at := 0
		for _, token := range scan(s) {
			at += len(token.text)
			ours[at] = true
		}
		for it := words.FromString(s); it.Next(); {
			theirs[it.End()] = true
		}
		for at := range s {
			switch {
			case at == 0 || ours[at] == theirs[at]:
				same++
			case deviates(s, at, ours[at]):
				apart++
			default:
				t.Errorf("cut by us %v, by UAX #29 %v: %q | %q", ours[at], theirs[at], s[max(0, at-20):at], s[at:min(len(s), at+20)])
			}
		}
	}
	t.Logf("%d texts, %d places alike, %d apart for a reason", len(texts), same, apart)
}

func deviates(s string, at int, cut bool) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	for _, d := range deviations {
		if d.at(before, after, cut) {
			return true
		}
	}
	return false
}

// TestDeviations shows that every deviation is one.
func TestDeviations(t *testing.T) {
	for n, s := range []string{"a  \n b", "a\u200f b", "word.Next and U_S", "1;2", "カナ"} {
		theirs := map[int]bool{}
		for it := words.FromString(s); it.Next(); {
			theirs[it.End()] = true
		}
		used, at := false, 0
		ours := map[int]bool{}
		for _, token := range scan(s) {
			at += len(token.text)
			ours[at] = true
		}
		for at := 1; at < len(s); at++ {
			if utf8.RuneStart(s[at]) && ours[at] != theirs[at] {
				before, _ := utf8.DecodeLastRuneInString(s[:at])
				after, _ := utf8.DecodeRuneInString(s[at:])
				used = used || deviations[n].at(before, after, ours[at])
			}
		}
		if !used {
			t.Errorf("%q does not need: %s", s, deviations[n].reason)
		}
	}
}
