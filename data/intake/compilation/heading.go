package compilation

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data/text"
)

// heading is the article, or another part of the text, to which what follows
// belongs.
type heading struct {
	article string // as an Entry has it
	title   string // as the contents have it, the number included; "" without contents
	capital bool   // printed in capital letters
}

// units are the words before a number, and how the number is typed to go there.
var units = map[string]string{
	"article": "", "artículo": "", "articulo": "", "статья": "", "المادة": "", "مادة": "",
	"part": "part ", "partie": "part ", "parte": "part ", "часть": "part ", "الجزء": "part ", "الباب": "part ",
	"chapter": "chapter ", "chapitre": "chapter ", "capítulo": "chapter ", "глава": "chapter ", "الفصل": "chapter ",
	"annex": "annex ", "annexe": "annex ", "anexo": "annex ", "приложение": "annex ", "المرفق": "annex ",
}

// numbers may follow them: "6", "6BIS", "6 ter", "XI BIS", "ANTE55".
var numbered = regexp.MustCompile(`^([\pL]+)[ \x{00a0}]+((?i:ante)[ \x{00a0}]*)?(\d{1,3}|[IVXLC]{1,7}|[ivxlc]{1,7})(?:[ \x{00a0}]*((?i:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt)))?([ \x{00a0}].*)?$`)

// preambles are headings without a number.
var preambles = map[string]bool{
	"preamble": true, "préambule": true, "preámbulo": true, "преамбула": true, "الديباجة": true, "ديباجة": true, "序言": true,
}

var hanArticle = regexp.MustCompile(`^第[\p{Han}\d]{1,8}条(?:之[\p{Han}\d]{1,3})?`)

// headingAt reads a heading at the beginning of a line, and what stands behind its
// number.
func headingAt(line string) (h heading, rest string, ok bool) {
	if preambles[strings.ToLower(strings.TrimRight(line, " .:"))] {
		return heading{article: "preamble", capital: capital(line)}, "", true
	}
	if at := hanArticle.FindString(line); at != "" {
		if label, ok := text.ParseLabel(at); ok && label.Unit == "art" {
			return heading{article: spaced(strings.TrimPrefix(label.Elem(), "art"))}, strings.TrimSpace(line[len(at):]), true
		}
	}
	m := numbered.FindStringSubmatch(line)
	if m == nil {
		return h, "", false
	}
	unit, known := units[strings.ToLower(m[1])]
	if first, _ := utf8.DecodeRuneInString(m[1]); !known || unicode.IsLower(first) {
		return h, "", false
	}
	article := unit
	if m[2] != "" {
		article += "ante "
	}
	article += strings.ToUpper(m[3])
	if m[4] != "" {
		article += " " + strings.ToLower(m[4])
	}
	return heading{article: article, capital: capital(m[1])}, strings.TrimSpace(m[5]), true
}

// spaced is "6 bis" of "6bis".
func spaced(number string) string {
	if at := strings.IndexFunc(number, unicode.IsLetter); at > 0 {
		return number[:at] + " " + number[at:]
	}
	return number
}

// capital reports whether words are in capital letters, in a script that has them.
func capital(words string) bool {
	return words == strings.ToUpper(words) && words != strings.ToLower(words)
}

// headed reads a heading where it can be one: with contents, one that is listed
// and comes later than where we are; without, one that stands alone.
func (r *reader) headed(line string) (h heading, rest string, ok bool) {
	h, rest, ok = headingAt(line)
	if !ok || h.article == r.heading.article {
		return h, "", false // an article that quotes its own heading
	}
	if len(r.listed.headings) == 0 {
		ok = rest == "" && (h.capital || !r.capitals())
		if ok {
			r.given = append(r.given, h)
		}
		return h, "", ok
	}
	for stage := r.stage + 1; stage < len(r.listed.headings); stage++ {
		l := r.listed.headings[stage]
		if l.article != h.article {
			continue
		}
		// Behind the number: nothing, the title or its beginning, or the first proponent.
		_, title, _ := headingAt(l.title)
		begun := rest == "" || title != "" && (strings.HasPrefix(key(title), key(rest)) || strings.HasPrefix(key(rest), key(title)))
		if begun {
			rest = ""
		} else if _, _, _, signed := r.signedIn(stage, rest); !signed {
			continue
		}
		r.stage = stage
		return l, rest, true
	}
	return h, "", false
}

// capitals reports whether the headings so far were in capital letters: then one
// that is not is a reference.
func (r *reader) capitals() bool { return len(r.given) > 0 && r.given[0].capital }

// continued reports whether words go on the title of a heading.
func (h heading) continued(words []string) bool {
	return h.title != "" && strings.HasSuffix(key(h.title), key(strings.Join(words, " ")))
}
