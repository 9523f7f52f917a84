package translations

import (
	"strconv"
	"strings"
)

// Cite names the provision at a path ("ch2/art6/2/a") as documents in the
// language cite it: "article 6, paragraph 2 (a)", "alinéa a) du paragraphe 2
// de l’article 6", "第六条第二款第㈠项". Chapters are left out where an article is
// named, because articles are numbered through. The forms are those counted in
// A/RES/79/243. A path that says nothing known is returned itself.
func (l *Localizer) Cite(path string) string {
	cited, noted := l.citeUnits(path), l.citeNotes(path)
	switch {
	case cited == "" && noted == "":
		return path
	case cited == "":
		return noted
	case noted == "":
		return cited
	}
	return l.T("cite.noted", "cite", cited, "note", noted)
}

// notes are the segments that documents do not cite by a form of their own;
// they follow the citation in parentheses. A number may follow the segment.
var notes = []struct{ segment, id string }{
	{"res", "cite.resolution"},
	{"front", "cite.front"},
	{"contents", "cite.contents"},
	{"witness", "cite.witness"},
	{"u", "cite.unnumbered"},
	{"h", "cite.heading"},
	{"dash", "cite.dash"},
	{"table", "cite.table"},
	{"blank", "cite.blank"},
}

func (l *Localizer) citeNotes(path string) string {
	var out []string
	for _, segment := range strings.Split(path, "/") {
		if id, number, ok := noteOf(segment); ok {
			out = append(out, strings.TrimSpace(l.T(id, "n", number)))
		}
	}
	return strings.Join(out, ", ")
}

func noteOf(segment string) (id, number string, ok bool) {
	for _, n := range notes {
		number, ok := strings.CutPrefix(segment, n.segment)
		number = strings.TrimPrefix(number, "~")
		if ok && (number == "" && len(segment) > 1 || number != "" && isDigit(number[0])) {
			return n.id, strings.ReplaceAll(number, ".row", "."), true
		}
	}
	return "", "", false
}

func (l *Localizer) citeUnits(path string) string {
	units := citedUnits(path)
	if len(units) == 0 {
		return ""
	}
	style := citeStyles[l.lang]
	parts := make([]string, 0, len(units))
	for i, u := range units {
		outermost := i == 0
		innermost := i == len(units)-1
		parts = append(parts, style.write(u, outermost, innermost))
	}
	if style.innerFirst {
		for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
			parts[i], parts[j] = parts[j], parts[i]
		}
	}
	return strings.TrimPrefix(strings.Join(parts, ""), ", ")
}

// unit is one step of a citation; points that stand under one another are one
// step with several numbers.
type unit struct {
	kind    string   // "annex", "chapter", "article", "paragraph", "point", …
	numbers []string // as in the path: "7bis", "b"; empty if unnumbered
}

// pathPrefixes gives what the segments of a path stand for; segments without
// a prefix are paragraphs (digits) and points (letters).
var pathPrefixes = []struct{ prefix, kind string }{
	{"preamble", "preamble"},
	{"pre", "preamble"},
	{"opening", "opening"},
	{"opt", "option"},
	{"formula", "formula"},
	{"title", "title"},
	{"annex", "annex"},
	{"part", "part"},
	{"chapter", "chapter"},
	{"chp", "chapter"},
	{"ch", "chapter"},
	{"section", "section"},
	{"sec", "section"},
	{"article", "article"},
	{"art", "article"},
	{"recital", "recital"},
	{"rec", "recital"},
	{"pp", "recital"},
	{"flush", "flush"},
	{"footnote", "footnote"},
	{"fn", "footnote"},
	{"note", "note"},
}

func citedUnits(path string) []unit {
	var units []unit
	for _, segment := range strings.Split(path, "/") {
		u, ok := unitOf(segment)
		if !ok {
			continue
		}
		last := len(units) - 1
		switch {
		case u.kind == "point" && last >= 0 && units[last].kind == "point":
			units[last].numbers = append(units[last].numbers, u.numbers...)
		case u.kind == "recital" && last >= 0 && units[last].kind == "preamble":
			units[last] = u
		case u.kind == "article":
			units = append(onlyAnnex(units), u)
		default:
			units = append(units, u)
		}
	}
	return units
}

func onlyAnnex(units []unit) []unit {
	for _, u := range units {
		if u.kind == "annex" {
			return []unit{u}
		}
	}
	return nil
}

func unitOf(segment string) (unit, bool) {
	if _, _, noted := noteOf(segment); noted {
		return unit{}, false
	}
	for _, p := range pathPrefixes {
		number, ok := strings.CutPrefix(segment, p.prefix)
		switch {
		case !ok:
		case number == "":
			return unit{kind: p.kind}, true
		case isDigit(number[0]):
			return unit{p.kind, []string{number}}, true
		}
	}
	switch {
	case segment == "":
		return unit{}, false
	case isDigit(segment[0]):
		return unit{"paragraph", []string{segment}}, true
	case segment[0] >= 'a' && segment[0] <= 'z' && len(segment) <= len("quaterdecies")+2:
		return unit{"point", []string{segment}}, true
	}
	return unit{}, false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// citeStyle is how one language puts a citation together. A form has {n} for
// the number; alone is used for the step that leads the citation, joined for
// the others.
type citeStyle struct {
	innerFirst    bool
	alone, joined map[string]string
	number        func(kind, number string) string
	point         func(number string, level int) string
	pointGap      string
}

func (s citeStyle) write(u unit, outermost, innermost bool) string {
	leads := outermost
	if s.innerFirst {
		leads = innermost
	}
	forms := s.joined
	if leads {
		forms = s.alone
	}
	if u.kind == "point" {
		written := make([]string, len(u.numbers))
		for i, n := range u.numbers {
			written[i] = s.point(n, i)
		}
		return strings.ReplaceAll(forms["point"], "{n}", strings.Join(written, s.pointGap))
	}
	number := ""
	if len(u.numbers) > 0 {
		number = s.number(u.kind, u.numbers[0])
	}
	return strings.TrimRight(strings.ReplaceAll(forms[u.kind], "{n}", number), " ")
}

// splitNumber parts "7bis" into 7 and "bis"; ok is false where no digits lead.
func splitNumber(number string) (base int, suffix string, ok bool) {
	digits := number
	for i := range len(number) {
		if !isDigit(number[i]) {
			digits, suffix = number[:i], number[i:]
			break
		}
	}
	base, err := strconv.Atoi(digits)
	return base, strings.Trim(suffix, "-_. "), err == nil
}
