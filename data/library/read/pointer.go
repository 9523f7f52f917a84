package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
)

// part is one step of a path.
type part struct {
	kind   string // "annex", "part", "chap", "sect", "art", "PP", "footnote", "note", "number", "letter"; "" for what is not cited
	number string // "7 bis", "b"; "" if it has none
}

// prefixes say what the steps of a path stand for; digits alone are paragraphs,
// letters alone points.
var prefixes = []struct{ prefix, kind string }{
	{"annex", "annex"}, {"part", "part"}, {"ch", "chap"}, {"sec", "sect"}, {"art", "art"}, {"pp", "PP"}, {"footnote", "footnote"}, {"fn", "footnote"}, {"note", "note"},
}

func partsOf(path string) (out []part) {
	for _, step := range strings.Split(path, "/") {
		step, _, _ = strings.Cut(step, "~") // what makes a path unique is not printed
		if p := partOf(step); p.kind != "" {
			out = append(out, p)
		}
	}
	return out
}

func partOf(step string) part {
	for _, p := range prefixes {
		number, ok := strings.CutPrefix(step, p.prefix)
		if ok && (number == "" && p.kind == "annex" || number != "" && isDigit(number[0])) {
			return part{p.kind, spaced(number)}
		}
	}
	switch {
	case step == "":
	case isDigit(step[0]):
		return part{"number", spaced(step)}
	case isLetter(step):
		return part{"letter", spaced(step)}
	}
	return part{}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isLetter reports the steps of lists: "b", "iv", "aa", "abis"; no words, and no
// unnumbered paragraph ("u2") or heading ("h1").
func isLetter(step string) bool {
	base := step
	for _, s := range suffixes {
		if cut, ok := strings.CutSuffix(step, s); ok && cut != "" {
			base = cut
			break
		}
	}
	if len(base) == 1 || len(base) == 2 && base[0] == base[1] {
		return base[0] >= 'a' && base[0] <= 'z'
	}
	return base != "" && strings.Trim(base, "ivxl") == ""
}

// suffixes are what a number carries; longer ones before those they end in.
var suffixes = []string{
	"quaterdecies", "quindecies", "sexdecies", "septdecies", "terdecies", "duodecies", "undecies", "decies", "novies", "octies",
	"septies", "sexies", "quinquies", "quater", "ter", "bis", "alt", "supra",
}

// spaced sets a suffix apart: "7bis" is "7 bis".
func spaced(number string) string {
	for _, s := range suffixes {
		if base, ok := strings.CutSuffix(number, s); ok && base != "" {
			return strings.TrimSpace(base) + " " + s
		}
	}
	return number
}

// pointersOf gives the pointer of every node, as data.Paragraph says. Parts,
// chapters and sections are named only where numbers begin anew in each: where
// more than one in ten comes again in another of them.
func pointersOf(nodes []node, kind data.WorkKind) []string {
	outer, inner := make([]string, len(nodes)), make([]string, len(nodes))
	homes := map[string]string{} // of a pointer, the container that it was first met in
	again := 0
	for i, n := range nodes {
		outer[i], inner[i] = written(n.parts, operative(n.path, kind))
		if hangs(n, kind) {
			inner[i], outer[i] = "", ""
			continue
		}
		key := annexOf(n.parts) + ", " + inner[i]
		if home, known := homes[key]; !known {
			homes[key] = outer[i]
		} else if inner[i] != "" && home != outer[i] {
			again++
		}
	}
	several := again*10 > len(nodes)
	out := make([]string, len(nodes))
	for i := range nodes {
		out[i] = inner[i]
		if outer[i] != "" && (several || inner[i] == "") {
			out[i] = strings.TrimSuffix(outer[i]+", "+inner[i], ", ")
		}
	}
	for i, n := range nodes {
		if annex := annexOf(n.parts); annex != "" && !hangs(n, kind) {
			out[i] = strings.TrimSuffix(annex+", "+out[i], ", ")
		}
	}
	return out
}

// operative reports the numbered paragraphs of a resolution: those that stand
// under no heading of a text that it adopts.
func operative(path string, kind data.WorkKind) bool {
	path = strings.TrimPrefix(path, "res/")
	return kind == data.WorkResolution && path != "" && isDigit(path[0])
}

// hangs reports what stands without a number after a numbered paragraph of a
// report or a resolution and does not continue its sentence: a heading, more
// often than not. Nobody would find it under that number.
func hangs(n node, kind data.WorkKind) bool {
	if kind == data.WorkTreaty || n.Kind == data.KindArticle || strings.Contains(n.path, "art") {
		return false
	}
	step := n.path[strings.LastIndexByte(n.path, '/')+1:]
	if !strings.HasPrefix(step, "flush") && (len(step) < 2 || step[0] != 'u' || !isDigit(step[1])) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(n.Text))
	return !unicode.IsLower(first)
}

func annexOf(parts []part) string {
	for _, p := range parts {
		if p.kind == "annex" {
			return strings.TrimSpace("annex " + roman(p.number))
		}
	}
	return ""
}

// written writes the parts of a path but for the annex: the containers, and what
// stands in them.
func written(parts []part, operative bool) (outer, inner string) {
	var in strings.Builder
	for _, p := range parts {
		switch p.kind {
		case "part":
			outer = joined(outer, "part "+roman(p.number))
		case "chap":
			outer = joined(outer, "chap. "+roman(p.number))
		case "sect":
			outer = joined(outer, "sect. "+roman(p.number))
		case "art":
			in.Reset()
			in.WriteString("art. " + p.number)
		case "PP":
			in.Reset()
			in.WriteString("PP" + p.number)
		case "footnote", "note":
			in.Reset()
			in.WriteString(p.kind + " " + p.number)
		case "number":
			in.WriteString(numbered(in.String(), p.number, operative))
		case "letter":
			if in.Len() == 0 {
				return outer, "" // a point of nothing that has a number
			}
			in.WriteString(" (" + p.number + ")")
		}
	}
	return outer, in.String()
}

// numbered continues a pointer with the number of a paragraph.
func numbered(before, number string, operative bool) string {
	switch {
	case before == "" && operative:
		return "OP" + number
	case before == "":
		return "para. " + number
	case strings.HasPrefix(before, "art."):
		return "." + number
	}
	return " (" + number + ")"
}

func joined(a, b string) string { return strings.TrimPrefix(a+", "+b, ", ") }

// roman writes 1 to 39 as documents number their parts; anything else stays.
func roman(number string) string {
	base, suffix, _ := strings.Cut(number, " ")
	n := 0
	for i := range len(base) {
		if !isDigit(base[i]) {
			return number
		}
		n = n*10 + int(base[i]-'0')
	}
	if n < 1 || n > 39 {
		return number
	}
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.TrimSpace(strings.Repeat("X", n/10) + ones[n%10] + " " + suffix)
}
