package concept

import (
	"embed"
	"regexp"
	"strings"
	"sync"

	"travaux/data"
)

//go:embed clauses
var files embed.FS

// Levels of the items of an article.
const (
	levelPlain = iota // an article's only paragraph, a recital
	levelParagraph
	levelPoint
	levelSubpoint
)

// item is a line of an article: a numbered paragraph, a point.
type item struct {
	level  int
	text   string
	thesis data.ID // of which it was made, where that is not the thesis of the article
}

// template is a clause in one language.
type template struct {
	heading string
	items   []item
}

// templates are the clauses of all languages, read once.
var templates = sync.OnceValue(func() map[data.Lang]map[string]template {
	out := map[data.Lang]map[string]template{}
	for _, lang := range data.Langs {
		content, err := files.ReadFile("clauses/" + string(lang) + ".txt")
		if err != nil {
			panic(err) // embedded: it is there
		}
		out[lang] = readTemplates(string(content))
	}
	return out
})

// readTemplates reads a file of clauses: a line of "@" and the id of one, its
// heading, and its lines, of which "# " begins a numbered paragraph and "* " a point.
// Recitals have no heading.
func readTemplates(content string) map[string]template {
	out := map[string]template{}
	for _, section := range strings.Split("\n"+content, "\n@")[1:] {
		id, rest, _ := strings.Cut(section, "\n")
		c, _ := Find(id)
		var t template
		for i, line := range strings.Split(strings.TrimSuffix(rest, "\n"), "\n") {
			paragraph, numbered := strings.CutPrefix(line, "# ")
			point, lettered := strings.CutPrefix(line, "* ")
			switch {
			case i == 0 && c.Part != Preamble:
				t.heading = line
			case numbered:
				t.items = append(t.items, item{level: levelParagraph, text: paragraph})
			case lettered:
				t.items = append(t.items, item{level: levelPoint, text: point})
			default:
				t.items = append(t.items, item{level: levelPlain, text: line})
			}
		}
		out[id] = t
	}
	return out
}

// blanks are what is to be filled in a template: {name} of a parameter, {@id} of a
// clause whose article is cited.
var blanks = regexp.MustCompile(`\{@?[a-z-]+\}`)

// filled writes the values of a clause's parameters into a line. What refers to an
// article stays for when the articles are numbered.
func filled(line string, c Clause, set map[string]int, lang data.Lang) string {
	line = blanks.ReplaceAllStringFunc(line, func(blank string) string {
		for _, p := range c.Params {
			if blank == "{"+p.Name+"}" {
				return Words(p.Kind, p.Value(set), lang)
			}
		}
		return blank
	})
	if lang == data.French {
		line = strings.ReplaceAll(line, " de un ", " d’un ")
	}
	return line
}

// Heading is what a clause is headed by in a language; of a recital its words.
func (c Clause) Heading(lang data.Lang) string {
	t := templates()[lang][c.ID]
	if c.Part == Preamble {
		return t.items[0].text
	}
	return t.heading
}

// Text is a clause in a language with these values, as it would stand by itself.
func (c Clause) Text(set map[string]int, lang data.Lang) string {
	var out []string
	for _, x := range numbered(c.items(set, lang), lang) {
		out = append(out, blanks.ReplaceAllString(x.text, "…"))
	}
	return strings.Join(out, "\n")
}

func (c Clause) items(set map[string]int, lang data.Lang) []item {
	var out []item
	for _, x := range templates()[lang][c.ID].items {
		x.text = filled(x.text, c, set, lang)
		out = append(out, x)
	}
	return out
}

// Label is a heading that a convention has in a language: of a part, or "preamble".
func Label(part Part, lang data.Lang) string {
	if part == Preamble {
		return fixed("label.preamble", lang)
	}
	return fixed("part."+string(part), lang)
}

func fixed(id string, lang data.Lang) string { return templates()[lang][id].heading }
