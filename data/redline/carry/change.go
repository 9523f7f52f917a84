package carry

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/redline"
)

// Change says how much of a text changed.
type Change uint8

// Changes, from none to the greatest.
const (
	Same      Change = iota
	Marked           // only capitals, spaces or punctuation
	Numbered         // also numbers in references to other provisions
	Bracketed        // also square brackets around the same words
	Worded           // words, or numbers that are no references
)

func (c Change) reason() string {
	return [...]string{SameWords, Marks, NumberOnly, BracketsOnly, WordsChanged}[c]
}

// Compare says how much changed from one text to the other.
func Compare(old, new string) Change {
	if old == new {
		return Same
	}
	a, b := redline.Tokens(old), redline.Tokens(new)
	for _, look := range []struct {
		change            Change
		numbers, brackets bool
	}{{Marked, true, true}, {Numbered, false, true}, {Bracketed, false, false}} {
		if essence(a, look.numbers, look.brackets) == essence(b, look.numbers, look.brackets) {
			return look.change
		}
	}
	return Worded
}

// essence is a text without capitals, spaces and punctuation; and, if not wanted,
// without the numbers of references and without square brackets.
func essence(tokens []string, numbers, brackets bool) string {
	var b strings.Builder
	after := "" // the last word that is no number of a reference
	for i, t := range tokens {
		switch first, _ := utf8.DecodeRuneInString(t); {
		case square(first):
			if brackets {
				b.WriteString(t)
			}
		case !unicode.IsLetter(first) && !unicode.IsNumber(first):
		case !numbers && isNumber(t) && refers(after, tokens[i+1:]):
			b.WriteString("#\n")
		default:
			after = strings.ToLower(t)
			b.WriteString(after)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func square(r rune) bool {
	return strings.ContainsRune("[]［］【】", r)
}

// isNumber reports whether a token is a number, in digits or in the numerals of
// Chinese.
func isNumber(token string) bool {
	for _, r := range token {
		if !unicode.IsDigit(r) && !strings.ContainsRune("〇零一二三四五六七八九十百", r) {
			return false
		}
	}
	return token != ""
}

// refers reports whether a number that stands after that word is the number of a
// provision. In Chinese the word stands around it: 第七条.
func refers(after string, rest []string) bool {
	if after != "第" {
		if i := strings.LastIndexAny(after, "’'"); i >= 0 { // l’article
			_, size := utf8.DecodeRuneInString(after[i:])
			after = after[i+size:]
		}
		return referring[after]
	}
	for _, t := range rest {
		if !isNumber(t) {
			return strings.Contains("条款项章节部编段", t)
		}
	}
	return false
}

// referring are the words after which the number of a provision stands, in five
// languages.
var referring = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`
		article articles paragraph paragraphs subparagraph subparagraphs chapter chapters section sections annex annexes part parts
		paragraphe paragraphes alinéa alinéas chapitre chapitres annexe partie parties
		artículo artículos párrafo párrafos apartado apartados inciso incisos capítulo capítulos sección secciones anexo anexos parte partes
		статья статьи статье статью статьей статьёй статей статьям статьями статьях
		пункт пункта пункту пунктом пункте пункты пунктов пунктам пунктами пунктах
		подпункт подпункта подпункту подпунктом подпункте подпункты подпунктов подпунктам подпунктах
		глава главы главе главу главой глав раздел раздела разделу разделе разделов разделы приложение приложения приложению приложении части часть частью
		المادة المادتين المادتان المواد مادة للمادة بالمادة الفقرة الفقرتين الفقرتان الفقرات فقرة للفقرة بالفقرة الفصل الباب القسم المرفق الجزء`) {
		out[w] = true
	}
	return out
}()
