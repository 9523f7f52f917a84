package translations

import (
	"strconv"
	"strings"
)

// CiteWork names a document of agreed language, or a paragraph of it, as
// documents in the language cite it. The pointer is that of a library paragraph
// ("PP3", "OP7", "para. 71 (g)", "annex II, para. 8", "art. 6.2 (a)"); "" is the
// whole. Short is the form in parentheses of the United Nations ("A/RES/76/19,
// OP7"), else the form in running text ("paragraph 7 of General Assembly
// resolution 76/19"). A document without a symbol is named by its title.
func (l *Localizer) CiteWork(symbol, title, pointer string, short bool) string {
	name := strings.TrimSpace(symbol)
	if name == "" {
		name = strings.TrimSpace(title)
	}
	where := l.citePointer(pointer, short)
	if short {
		if where == "" {
			return name
		}
		return l.T("library.cite.short", "work", name, "where", where)
	}
	kind, number := resolutionOf(symbol)
	switch {
	case kind == "" && symbol != "":
		kind, number = "document", name
	case kind == "":
		kind, number = "title", name
	}
	if where == "" {
		return l.citeWhole(kind, number)
	}
	if l.lang == "en" && strings.Contains(where, ", ") {
		where += "," // "article 6, paragraph 2, of the Charter"
	}
	return l.citePart(kind, number, where)
}

func (l *Localizer) citeWhole(kind, number string) string {
	switch kind {
	case "assembly":
		return l.T("library.cite.assembly", "n", number)
	case "council":
		return l.T("library.cite.council", "n", number)
	case "ecosoc":
		return l.T("library.cite.ecosoc", "n", number)
	}
	return number
}

func (l *Localizer) citePart(kind, number, where string) string {
	switch kind {
	case "assembly":
		return l.T("library.cite.of.assembly", "where", where, "n", number)
	case "council":
		return l.T("library.cite.of.council", "where", where, "n", number)
	case "ecosoc":
		return l.T("library.cite.of.ecosoc", "where", where, "n", number)
	case "document":
		return l.T("library.cite.of.document", "where", where, "symbol", number)
	}
	return l.T("library.cite.of.title", "where", where, "title", number)
}

// resolutionOf reads the symbol of a resolution: whose it is, and its number.
func resolutionOf(symbol string) (kind, number string) {
	for _, r := range []struct{ prefix, kind string }{{"A/RES/", "assembly"}, {"S/RES/", "council"}, {"E/RES/", "ecosoc"}} {
		if number, ok := strings.CutPrefix(symbol, r.prefix); ok && number != "" {
			return r.kind, number
		}
	}
	return "", ""
}

// pointed is one step of a pointer: "art. 6.2 (a)" is article 6, paragraph 2,
// point a.
type pointed struct {
	kind    string // "annex", "part", "chap.", "sect.", "art.", "para.", "PP", "OP", "footnote", "note"
	number  string
	inner   []string // paragraphs of an article
	letters []string
}

// pointedKinds begin the steps of a pointer, with what they are in a path.
var pointedKinds = []struct{ kind, path string }{
	{"annex", "annex"}, {"part", "part"}, {"chap.", "ch"}, {"sect.", "sec"}, {"art.", "art"}, {"para.", ""}, {"PP", "pp"}, {"OP", ""}, {"footnote", "fn"}, {"note", "note"},
}

// parsePointer reads a pointer; ok is false for one that is not understood.
func parsePointer(pointer string) (steps []pointed, ok bool) {
	for _, s := range strings.Split(pointer, ", ") {
		step, ok := parseStep(s)
		if !ok {
			return nil, false
		}
		steps = append(steps, step)
	}
	return steps, true
}

func parseStep(s string) (pointed, bool) {
	for _, k := range pointedKinds {
		rest, ok := strings.CutPrefix(s, k.kind)
		if !ok {
			continue
		}
		p := pointed{kind: k.kind}
		number, letters, _ := strings.Cut(strings.TrimSpace(rest), " (")
		for _, l := range strings.Split(letters, " (") {
			if l = strings.TrimSuffix(l, ")"); l != "" {
				p.letters = append(p.letters, l)
			}
		}
		inner := strings.Split(number, ".")
		p.number, p.inner = inner[0], inner[1:]
		return p, p.number != "" || k.kind == "annex"
	}
	return pointed{}, false
}

// CitePointer names a paragraph within a document of agreed language, in the short
// form of CiteWork: "OP7", "п. 7 постановляющей части".
func (l *Localizer) CitePointer(pointer string) string { return l.citePointer(pointer, true) }

// citePointer names what a pointer points to. One that is not understood is
// given as it is.
func (l *Localizer) citePointer(pointer string, short bool) string {
	if pointer == "" || short && l.lang == "en" {
		return pointer
	}
	steps, ok := parsePointer(pointer)
	if !ok {
		return pointer
	}
	switch {
	case l.lang == "zh":
		return l.chinesePointer(steps)
	case short && l.lang != "ar":
		return shortPointer(shortPointers[l.lang], steps)
	}
	return l.Cite(pointerPath(steps))
}

// pointerPath is the path that Localizer.Cite reads.
func pointerPath(steps []pointed) string {
	var parts []string
	for _, s := range steps {
		prefix := ""
		for _, k := range pointedKinds {
			if k.kind == s.kind {
				prefix = k.path
			}
		}
		number := strings.ReplaceAll(s.number, " ", "")
		if isRoman := s.kind == "annex" || s.kind == "part" || s.kind == "chap." || s.kind == "sect."; isRoman {
			if n := fromRoman(strings.ToLower(number)); n > 0 {
				number = strconv.Itoa(n)
			}
		}
		parts = append(parts, prefix+number)
		for _, n := range append(s.inner[:len(s.inner):len(s.inner)], s.letters...) {
			parts = append(parts, strings.ReplaceAll(n, " ", ""))
		}
	}
	return strings.Join(parts, "/")
}

// shortPointers are the abbreviations of a language: {n} is the number.
var shortPointers = map[string]map[string]string{
	"fr": {
		"annex": "annexe {n}", "part": "partie {n}", "chap.": "chap. {n}", "sect.": "sect. {n}", "art.": "art. {n}", "para.": "par. {n}",
		"PP": "al. {n} du préambule", "OP": "par. {n}", "footnote": "note {n}", "note": "note {n}",
	},
	"es": {
		"annex": "anexo {n}", "part": "parte {n}", "chap.": "cap. {n}", "sect.": "secc. {n}", "art.": "art. {n}", "para.": "párr. {n}",
		"PP": "párr. {n} del preámbulo", "OP": "párr. {n}", "footnote": "nota {n}", "note": "nota {n}",
	},
	"ru": {
		"annex": "приложение {n}", "part": "ч. {n}", "chap.": "гл. {n}", "sect.": "разд. {n}", "art.": "ст. {n}", "para.": "п. {n}",
		"PP": "п. {n} преамбулы", "OP": "п. {n}", "footnote": "сноска {n}", "note": "примечание {n}",
	},
}

func shortPointer(forms map[string]string, steps []pointed) string {
	var out []string
	for _, s := range steps {
		letters := ""
		for _, l := range s.letters {
			letters += " " + l + ")"
		}
		write := func(kind, number string) {
			out = append(out, strings.TrimSpace(strings.ReplaceAll(forms[kind], "{n}", number)))
		}
		if len(s.inner) == 0 {
			write(s.kind, s.number+letters)
			continue
		}
		write(s.kind, s.number)
		write("para.", strings.Join(s.inner, ".")+letters)
	}
	return strings.Join(out, ", ")
}

// chinesePointer names a place as Chinese documents do: articles have 条, 款 and
// 项, the numbered paragraphs of all else are 段.
func (l *Localizer) chinesePointer(steps []pointed) string {
	var out strings.Builder
	for _, s := range steps {
		switch s.kind {
		case "para.", "OP":
			out.WriteString("第" + s.number + "段")
		case "PP":
			out.WriteString("序言部分第" + s.number + "段")
		default:
			out.WriteString(l.Cite(pointerPath([]pointed{s})))
			continue
		}
		for _, letter := range s.letters {
			out.WriteString("(" + letter + ")")
		}
		if len(s.letters) > 0 {
			out.WriteString("分段")
		}
	}
	return out.String()
}
