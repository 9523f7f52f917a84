package textview

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// What comes from the clipboard was often copied from Word or a PDF file, and
// holds what nobody sees and nobody typed.

// pasted is a text from the clipboard as it is put into a field.
//
// Line ends of every kind become "\n". Soft hyphens, zero-width spaces, byte order
// marks, control characters and private letters go; bullets of Word's symbol fonts
// become "•", control characters that were quotation marks in Windows-1252 become
// those again, and Word's no-break hyphen stays one. Ligatures ("ﬁ") and the
// joined forms of Arabic letters that PDF files hold become letters. An accent
// that follows its Latin, Greek or Cyrillic letter is put on it (NFC), so that the
// word is found by a search; nothing else is normalized: that would reorder Arabic
// vowel signs and replace ideographs of names.
//
// What carries meaning stays as it is: no-break and other spaces, tabulators,
// joiners and non-joiners, direction marks, isolates and embeddings, variation
// selectors. Bytes that are no UTF-8 become U+FFFD, one each.
func pasted(text string) string {
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		if r == '\n' && i > 0 && runes[i-1] == '\r' {
			continue
		}
		out = clean(out, r)
	}
	return accented(out)
}

// clean appends what a pasted rune becomes.
func clean(to []rune, r rune) []rune {
	switch {
	case 0x20 <= r && r < 0x7F || r == '\n' || r == '\t':
		return append(to, r)
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return append(to, '\n')
	case r == 0x1E: // as Word writes it
		return append(to, '\u2011')
	case 0x80 <= r && r < 0xA0:
		if meant := charmap.Windows1252.DecodeByte(byte(r)); meant >= 0xA0 && meant != unicode.ReplacementChar {
			return append(to, meant)
		}
		return to
	case r == 0xF0B7, r == 0xF0A7, r == 0xF0D8:
		return append(to, '•')
	case junk(r):
		return to
	case 0xFB00 <= r && r <= 0xFB06, joinedForm(r):
		for _, letter := range norm.NFKC.String(string(r)) {
			if letter != ' ' { // which carries a vowel sign standing alone
				to = append(to, letter)
			}
		}
		return to
	}
	return append(to, r)
}

// junk tells what is dropped.
func junk(r rune) bool {
	switch {
	case r < 0x20, r == 0x7F:
		return true
	case r == 0xAD, r == 0x180E, r == 0x200B, 0x2060 <= r && r <= 0x2064, r == 0xFEFF: // invisible
		return true
	case 0xFFF9 <= r && r <= 0xFFFC, 0xE0000 <= r && r <= 0xE007F: // annotations, objects, tags
		return true
	case 0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // no characters
		return true
	}
	return unicode.Is(unicode.Co, r)
}

// joinedForm tells Arabic letters in one of their joined forms; words and signs
// among them are characters of their own.
func joinedForm(r rune) bool {
	return 0xFB50 <= r && r <= 0xFBB1 || 0xFBD3 <= r && r <= 0xFD3D || 0xFD50 <= r && r <= 0xFDC7 || 0xFE70 <= r && r <= 0xFEFC
}

// accented puts accents onto the letters before them.
func accented(text []rune) string {
	var out strings.Builder
	for i := 0; i < len(text); {
		end := i + 1
		for end < len(text) && accent(text[end]) {
			end++
		}
		if end > i+1 && unicode.In(text[i], unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			out.WriteString(norm.NFC.String(string(text[i:end])))
		} else {
			out.WriteString(string(text[i:end]))
		}
		i = end
	}
	return out.String()
}

// accent tells the combining marks of European scripts.
func accent(r rune) bool { return 0x300 <= r && r <= 0x36F }
