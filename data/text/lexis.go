package text

// What other readers of treaty text, of cross-references above all, share
// with the outline parser, so that a number is understood alike where it is
// printed and where it is cited.

// Fold gives the rune that stands for r when words and numbers are matched:
// lower case, without accents, one space, one hyphen, one quotation mark, one
// square bracket, Western digits. It is 0 for what is not seen at all:
// kashida, Arabic vowel signs, marks of direction, soft hyphen, zero-width
// characters. Stored text is never folded.
func Fold(r rune) rune { return fold(r) }

// Folded folds a word of a vocabulary.
func Folded(s string) string { return folded(s) }

// Roman returns the value of a folded roman numeral in its canonical form,
// Cyrillic look-alikes included, or 0.
func Roman(s string) int { return roman(latinized(s)) }

// LetterRanks returns the places that a folded letter may have in a lettered
// list, the likeliest first: b is 2, bb 28, the Cyrillic в 2 as a look-alike
// and 3 in its own alphabet, ب 2, 乙 2. It is empty for what numbers no list.
func LetterRanks(s string) []int {
	runes := []rune(s)
	if len(runes) == 0 || len(runes) > 4 {
		return nil
	}
	var ranks []int
	for _, r := range runes[1:] {
		if r != runes[0] {
			return nil
		}
	}
	if n := fromLetters(latinized(s)); n > 0 {
		ranks = append(ranks, n)
	}
	if n := alphabets[runes[0]]; n > 0 && len(runes) == 1 && (len(ranks) == 0 || ranks[0] != n) {
		ranks = append(ranks, n)
	}
	return ranks
}

// OrdinalWord returns the value of a folded number word of headings ("premier",
// "الثاني عشر"), or 0.
func OrdinalWord(s string) int { return ordinals[s] }

// MarkOf reads a folded suffix of a number: bis, ter, alt, supra, бис, مكرر.
func MarkOf(word string) (Mark, bool) { return markOf(word) }

// ChineseNumber reads the Chinese numeral that r begins with and returns its
// value and how many runes it takes; 0, 0 if there is none.
func ChineseNumber(r []rune) (value, size int) { return head{r: r}.chineseNumber(0) }
