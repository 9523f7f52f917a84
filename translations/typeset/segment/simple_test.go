package segment

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The short way through words of letters gives what the full rules give.
func TestShortWayIsExact(t *testing.T) {
	pieces := []string{
		"States", "Parties", "а", "Сторона", "كل", "طرف", "é", "État", " ", "  ", "\u00A0", "\n", "\r\n", "\t", "-", "–", "—", ".", ",", ";", ":", "!", "?",
		"(", ")", "[", "]", "«", "»", "“", "”", "'", "\"", "/", "%", "№", "§", "$", "€", "5", "12", "3.5", "A/RES/76/19", "(a)", "1 234", "\u0301", "مُ", "،", "؛",
		"第", "条", "。", "（", "한", "🇺🇳", "👍🏽", "\u200B", "\u200D", "\u00AD", "\u2060", "ש", "…", "non-governmental", "State's", "l’État", "[shall", "shall]", "(b)", "12,", "bis.", "缔约国", "（一）", "—", "“公约”", "·", "ـ", "x\u0301y", "٣", "\u2028", "\ufffc", "word", "b",
	}
	random := rand.New(rand.NewPCG(3, 4))
	check := func(text []rune) {
		t.Helper()
		whole, short := places{text: text, kinds: make([]Place, len(text)+1)}, places{text: text, kinds: make([]Place, len(text)+1)}
		whole.full(0, len(text))
		whole.kinds[len(text)] = Mandatory
		short.standard()
		if !slices.Equal(whole.kinds, short.kinds) {
			t.Errorf("%q: %v, want %v", string(text), short.kinds, whole.kinds)
		}
	}
	for range 60_000 {
		var out strings.Builder
		for range 1 + random.IntN(14) {
			out.WriteString(pieces[random.IntN(len(pieces))])
			if random.IntN(2) == 0 {
				out.WriteString(" ")
			}
		}
		check([]rune(out.String()))
	}
	check([]rune("a"))
	check([]rune(" a"))
	check([]rune("a "))
	check([]rune("each State Party shall act"))
}

// Nor does the short way past numbers make a difference.
func TestShortWayPastNumbers(t *testing.T) {
	pieces := []string{
		"article", "paragraph", "No.", "par.", "12", "5", "(a)", "a)", "(ii)", "ii)", "xiv)", "abc)", "IV", "V,", "%", "bis", "million", "km", "1", "234", "статья", "пункт",
		"المادة", "الفقرة", "(أ)", "مكررا", "the", "State", "is", "of", "(see", "x", "numéro", "III)",
	}
	random := rand.New(rand.NewPCG(8, 9))
	for range 20_000 {
		var out strings.Builder
		for range 2 + random.IntN(8) {
			out.WriteString(pieces[random.IntN(len(pieces))])
			out.WriteString([]string{" ", " ", " ", "  ", "\u00A0", ""}[random.IntN(6)])
		}
		text := []rune(out.String())
		long, short := places{text: text, kinds: make([]Place, len(text)+1)}, places{text: text, kinds: make([]Place, len(text)+1)}
		long.standard()
		short.standard()
		for at := 1; at < len(text); at++ {
			if long.afterSpaces(at) && belong(long.wordBefore(at), long.wordAfter(at)) {
				long.forbid(at)
			}
		}
		short.keepNumbers()
		if !slices.Equal(long.kinds, short.kinds) {
			t.Fatalf("%q: %v, want %v", string(text), short.kinds, long.kinds)
		}
	}
}
