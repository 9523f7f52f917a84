package library

import (
	"regexp"
	"strconv"
	"strings"
)

// pointed is what a text says, beside the name of a work, of where in it the words
// stand.
type pointed struct {
	start, end int    // runes of the text: the pointer as it is written
	kind       string // "art", "pp" or "para"
	spans      [][2]int
}

// step is one step of a pointer as it is written, in the six languages: the word
// for what is numbered, and the numbers. Ordinals in words and Roman numerals are
// not read: of them nothing is said.
const (
	numbers  = `(\d{1,4})((?:\s?(?:,|،|、|–|-|and|to|et|à|a|al|y|и|по|و|إلى|至|和)\s?\d{1,4})*)`
	preamble = `(?:preambular\s+|of the preamble\b|du préambule|del preámbulo|преамбулы|من الديباجة)`
)

var steps = []struct {
	kind string
	form *regexp.Regexp
}{
	{"pp", regexp.MustCompile(`(?i)^(?:PPs?\s?|preambular\s+(?:paragraphs?|paras?\.)\s+|序言部分第\s?)` + numbers)},
	{"art", regexp.MustCompile(`(?i)^(?:(?:articles?|artículos?|arts?\.|стать\pL{1,2}|ст\.|\pL{0,3}(?:ماد[ةه]|مواد))\s?|第\s?)` + numbers + `(?:\s?条)?`)},
	{"para", regexp.MustCompile(`(?i)^(?:(?:OPs?|(?:operative\s+)?(?:paragraphs?|paras?\.)|paragraphes?|pars?\.|párrafos?|párrs?\.|пункт\pL{0,3}|пп?\.|\pL{0,3}(?:فقر[ةه]|فقرات))\s?|(?:执行部分)?第\s?)` + numbers)},
}

// Between the name of a work and a pointer: nothing that begins another thought.
var (
	leadsOn   = regexp.MustCompile(`^(?:》|号决议|号文件)?\s*[,،，、]?\s*(?:\(|（)?\s*(?:(?:in|at|its|dans|son|au|en|su|в|ее|её|его|في)\s+){0,2}$`)
	leadsBack = regexp.MustCompile(`(?i)^(?:,?\s+(?:of|de|du|del|de la|من|резолюци\pL*|документ\pL*|доклад\pL*)(?:\s+[^\s.;:,()“”«»]+){0,5}\s*(?:№\s?)?|\s*,?\s*[(（]\s*)$`)
)

// pointerReach is how many runes of a text beside a name are read for a pointer.
const pointerReach = 70

// pointersAt are the pointers beside a name of a work, within [from, to).
func pointersAt(runes []rune, m mention, from, to int) (out []pointed) {
	from, to = max(from, m.start-pointerReach, 0), min(to, m.end+pointerReach, len(runes))
	for i := m.start - 1; i >= from; i-- {
		if runes[i] == '\n' {
			from = i + 1
		}
	}
	for at := m.end; at < to && at < m.end+24; at++ {
		if leadsOn.MatchString(string(runes[m.end:at])) {
			if p, ok := pointerAt(runes, at, to); ok {
				return append(out, p)
			}
		}
	}
	for at := from; at < m.start; at++ {
		if at > 0 && joins(runes[at-1], runes[at]) {
			continue
		}
		if p, ok := pointerAt(runes, at, m.start); ok && leadsBack.MatchString(string(runes[p.end:m.start])) {
			out = append(out, p)
		}
	}
	return out
}

// joins reports whether two runes stand in one word.
func joins(a, b rune) bool { return !mark(a) && !mark(b) && !han(string(a)) && !han(string(b)) }

// pointerAt reads a pointer that begins at a rune and ends before another.
func pointerAt(runes []rune, at, to int) (pointed, bool) {
	text := digits.Replace(string(runes[at:to]))
	for _, s := range steps {
		found := s.form.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		size := len([]rune(found[0]))
		p := pointed{start: at, end: at + size, kind: s.kind, spans: spansOf(found[1] + found[2])}
		rest := string([]rune(text)[size:])
		switch { // what follows the number tells what is numbered
		case strings.HasPrefix(found[0], "第") && s.kind == "art" && !strings.HasSuffix(found[0], "条"):
			continue
		case strings.HasPrefix(strings.TrimSpace(rest), "."), strings.HasPrefix(rest, "/"):
			return pointed{}, false // "art. 6.2" is more than is compared; "para. 7/1" is none
		case s.kind == "para" && strings.HasPrefix(found[0], "第") && !strings.HasPrefix(strings.TrimSpace(rest), "段"):
			return pointed{}, false
		case s.kind == "para" && inPreamble.MatchString(rest):
			p.kind = "pp"
			p.end += len([]rune(inPreamble.FindString(rest)))
		}
		if strings.HasPrefix(rest, "段") {
			p.end++
		}
		return p, true
	}
	return pointed{}, false
}

var inPreamble = regexp.MustCompile(`^\s+` + preamble)

// digits are those of Arabic texts, as others write them.
var digits = strings.NewReplacer("٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9")

// spansOf reads "10, 12 to 14" as stretches of numbers. A list is read
// generously: what it may mean is never said to be wrong.
func spansOf(list string) (out [][2]int) {
	last, lastEnd := -1, 0
	for _, at := range number.FindAllStringIndex(list, -1) {
		n, _ := strconv.Atoi(list[at[0]:at[1]])
		from := n
		if last >= 0 && !enumerates.MatchString(list[lastEnd:at[0]]) {
			from = min(last, n)
		}
		out = append(out, [2]int{from, n})
		last, lastEnd = n, at[1]
	}
	return out
}

var (
	number     = regexp.MustCompile(`\d+`)
	enumerates = regexp.MustCompile(`^\s?(?:,|،|、|and|et|y|и|و|和)\s?$`)
)

// ownPointer reads a pointer of the shelf: the numbers that it has of each kind.
var ownPointer = regexp.MustCompile(`\b(PP|OP|para\. |art\. )(\d+)(?:\.(\d+))?`)

// denies reports whether what a text says of a place and the place itself cannot
// both be right. What has no pointer, or another kind of one, is not judged.
func (p pointed) denies(pointer string) bool {
	own := map[string]string{}
	for _, f := range ownPointer.FindAllStringSubmatch(pointer, -1) {
		switch kind := strings.TrimSpace(f[1]); kind {
		case "PP":
			own["pp"] = f[2]
		case "art.":
			own["art"] = f[2]
			if f[3] != "" {
				own["para"] = f[3]
			}
		default:
			own["para"] = f[2]
		}
	}
	has, is := own[p.kind]
	if !is { // a paragraph of the preamble is none of the operative part
		return p.kind == "pp" && own["para"] != "" && own["art"] == "" || p.kind == "para" && own["pp"] != ""
	}
	n, _ := strconv.Atoi(has)
	for _, s := range p.spans {
		if s[0] <= n && n <= s[1] {
			return false
		}
	}
	return len(p.spans) > 0
}
