package desk

import (
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/search"
)

// GoTo returns the provisions that a typed number can mean, best first: "7",
// "7.3", "art 7 3 b", "7(3)(b)", "ch 2", "PP3", "7 bis", "第七条". A bare number
// is an article, then a chapter; in a text without articles, a paragraph.
func (t *Text) GoTo(typed string) []data.Provision {
	if exact, ok := t.At(strings.TrimSpace(typed)); ok {
		return []data.Provision{exact}
	}
	if byLabel := t.labelled(typed); len(byLabel) > 0 {
		return byLabel
	}
	parts := tokens(typed)
	if len(parts) == 0 {
		return nil
	}
	var best, rest []data.Provision
	for _, p := range t.Provisions {
		switch matches(components(p.Path), parts) {
		case exactly:
			best = append(best, p)
		case within:
			rest = append(rest, p)
		}
	}
	return append(best, rest...)
}

// labelled returns the provisions whose printed label is what was typed.
func (t *Text) labelled(typed string) []data.Provision {
	want := search.Fold(strings.TrimRight(strings.TrimSpace(typed), ". "))
	var out []data.Provision
	for _, p := range t.Provisions {
		if p.Kind == data.KindPoint || p.Kind == data.KindParagraph {
			continue
		}
		for _, r := range p.Text {
			if want != "" && search.Fold(strings.TrimRight(r.Label, ". ")) == want {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

type match uint8

const (
	nowhere match = iota
	within        // a later part of the path
	exactly
)

// containers are the prefixes of path components and what people type for them.
var containers = map[string][]string{
	"art":   {"article", "art", "artículo", "articulo", "статья", "ст", "المادة", "م", "条", "第"},
	"ch":    {"chapter", "chap", "ch", "chapitre", "capítulo", "capitulo", "cap", "глава", "гл", "الفصل", "章"},
	"part":  {"part", "partie", "parte", "часть", "الباب", "部分"},
	"sec":   {"section", "sec", "sección", "seccion", "раздел", "القسم", "节"},
	"annex": {"annex", "annexe", "anexo", "приложение", "المرفق", "附件"},
	"pp":    {"pp", "preamble", "recital"},
	"note":  {"note", "nota", "примечание"},
}

// tokens splits what was typed into a container word (as its path prefix) and
// numbers or letters: "Art. 7(3)(b)" gives art7, 3, b.
func tokens(typed string) []string {
	var out []string
	prefix := ""
	for _, word := range pieces(strings.ToLower(typed)) {
		if c := container(word); c != "" {
			prefix = c
			continue
		}
		if isLatinSuffix(word) && len(out) > 0 {
			out[len(out)-1] += word
			continue
		}
		out = append(out, prefix+word)
		prefix = ""
	}
	return out
}

// pieces cuts a string where letters meet digits and at all that is neither.
func pieces(s string) []string {
	var out []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			out = append(out, string(word))
			word = nil
		}
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			flush()
			continue
		}
		if len(word) > 0 && unicode.IsDigit(word[len(word)-1]) != unicode.IsDigit(r) {
			flush()
		}
		word = append(word, r)
	}
	flush()
	return out
}

func container(word string) string {
	for prefix, names := range containers {
		for _, name := range names {
			if word == name {
				return prefix
			}
		}
	}
	return ""
}

func isLatinSuffix(word string) bool {
	switch word {
	case "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "alt":
		return true
	}
	return false
}

// components are the parts of a path that people name, outermost first.
func components(path string) []string {
	parts := strings.Split(path, "/")
	if len(parts) > 1 && parts[0] == "pre" {
		return parts[1:]
	}
	return parts
}

// matches compares the end of a path with what was typed. A bare number may
// stand for an article or, failing that, for any container.
func matches(path, typed []string) match {
	if len(typed) > len(path) {
		return nowhere
	}
	tail := path[len(path)-len(typed):]
	for i, want := range typed {
		if tail[i] != want && (i > 0 || tail[i] != "art"+want) {
			return nowhere
		}
	}
	if strings.HasPrefix(tail[0], "art") || tail[0] == typed[0] && !unicode.IsDigit(rune(typed[0][0])) && len(typed[0]) > 1 {
		return exactly
	}
	return within
}
