package layout

import (
	"math"
	"regexp"
	"strings"
	"unicode"
)

// paragraph is lines that belong together.
type paragraph struct {
	lines   []*line
	indent  float64 // of the second and further lines; of the first, while it is alone
	centred bool
	after   []*line // furniture that stood within it
}

// label is what numbered paragraphs, headings and options begin with.
var label = regexp.MustCompile(`^[\[{“"]*(?:[(（][\p{L}\p{N}]{1,5}[)）](?:[^,;.，；、]|$)|\p{L}[.)]|[ivxl]{1,6}[.)]|\d{1,3}(?:\.\d{1,3})*(?: ?(?:bis|ter|quater|alt))?[.)\]]|[•●▪–—-]$|[•●▪]|OP ?\d|PP ?\d|[一二三四五六七八九十]{1,3}、|[㈠-㈩])`)

// unitWord begins headings, in the official languages.
var unitWord = regexp.MustCompile(`(?i)^\[*(?:article|artículo|статья|المادة|part|partie|parte|часть|الجزء|الباب|chapter|chapitre|capítulo|глава|الفصل|section|sección|раздел|القسم|الفرع|annex|annexe|anexo|приложение|المرفق|مرفق|option|opción|вариант|الخيار|第[一二三四五六七八九十百0-9]+[条章节部编])(?:\s|\d|$|\[)`)

// opens reports whether a line begins with a number or a heading's word. In
// small letters the word is that of a reference: "article 5, paragraph 2".
func opens(l *line) bool {
	return label.MatchString(l.text) || unitWord.MatchString(l.text) && !unicode.IsLower(firstLetter(l.text))
}

// place is what a line is to the text.
type place int

const (
	ofText     place = iota
	ofPage           // furniture, which interrupts no paragraph
	ofContents       // not of the text, but ends what is before it
)

// paragraphsOf gathers lines into paragraphs.
func paragraphsOf(lines []*line, m *margins, placeOf func(*line) place) []paragraph {
	b := gatherer{margins: m}
	for i, l := range lines {
		switch placeOf(l) {
		case ofPage:
			b.aside(l)
			continue
		case ofContents:
			if b.listed = true; len(b.open.lines) > 0 {
				b.close()
			}
			b.loose = append(b.loose, l)
			continue
		}
		b.right = b.rightOf(lines, i)
		b.take(l)
	}
	b.close()
	return b.out
}

type gatherer struct {
	*margins
	out   []paragraph
	open  paragraph
	right float64 // where the lines around end

	loose  []*line // furniture and contents met while no paragraph is open
	listed bool    // contents are among it; else, at the beginning, it comes after the first paragraph
}

func (g *gatherer) aside(l *line) {
	if len(g.open.lines) == 0 {
		g.loose = append(g.loose, l)
		return
	}
	g.open.after = append(g.open.after, l)
}

func (g *gatherer) close() {
	if len(g.open.lines) > 0 || len(g.loose) > 0 {
		g.open.after = append(g.loose, g.open.after...)
		g.out = append(g.out, g.open)
	}
	g.open, g.loose, g.listed = paragraph{}, nil, false
}

// take adds a line to the open paragraph, or begins the next with it.
func (g *gatherer) take(l *line) {
	if len(g.open.lines) > 0 && g.parts(l) || len(g.open.lines) == 0 && len(g.loose) > 0 && (g.listed || len(g.out) > 0) {
		g.close()
	}
	p := &g.open
	p.lines = append(p.lines, l)
	if len(p.lines) <= 2 {
		p.indent = g.indent(l)
	}
	if len(p.lines) == 1 {
		p.centred = g.centred(l)
	}
}

// parts reports whether a line begins a new paragraph.
func (g *gatherer) parts(l *line) bool {
	p := &g.open
	last := p.lines[len(p.lines)-1]
	near := last.page == l.page && last.column == l.column && last.base > l.base
	if near && last.base-l.base > g.leading*max(last.size, l.size)*1.22 {
		return true
	}
	if math.Abs(last.size-l.size) > 0.08*max(last.size, l.size) && !contained(last, l) {
		return true
	}
	if goesOn(last, l, near) {
		return false
	}
	if centred := g.centred(l); centred || p.centred {
		return g.partsCentred(l, centred)
	}
	ended := finished(last)
	if last.bold != l.bold && (ended || opens(l) || g.fits(last, l, g.right) || p.lines[0].bold != l.bold && unitWord.MatchString(p.lines[0].text)) {
		return true
	}
	if g.fits(last, l, g.right) {
		return true
	}
	return g.partsByIndent(l, ended)
}

// goesOn reports whether a line in small letters goes on with what the one
// before it, which looks like it, has not ended. On the next page it also does
// after a comma.
func goesOn(last, l *line, near bool) bool {
	if !unicode.IsLower(firstLetter(l.text)) || opens(l) || last.bold != l.bold {
		return false
	}
	title := l.bold || l.italic && last.italic
	return !finished(last) || (title || !near) && strings.HasSuffix(last.text, ",")
}

// contained reports whether one of two lines is a mere remainder, whose size
// says little.
func contained(a, b *line) bool { return len(a.words) < 2 || len(b.words) < 2 }

// partsByIndent judges by where the line begins.
func (g *gatherer) partsByIndent(l *line, ended bool) bool {
	p := &g.open
	step := g.indent(l) - p.indent
	slack := 0.6 * l.size
	numbered := opens(l)
	switch {
	case len(p.lines) == 1 && step > slack: // hangs, or is a paragraph further in
		return numbered && ended || !opens(p.lines[0]) && ended
	case len(p.lines) == 1 && step < -slack: // the first line was further in
		return numbered && ended
	case step > slack:
		return ended || numbered || unicode.IsUpper(firstLetter(l.text))
	case step < -slack:
		return ended || numbered
	}
	return numbered && ended
}

// partsCentred judges lines of titles.
func (g *gatherer) partsCentred(l *line, centred bool) bool {
	p := &g.open
	last := p.lines[len(p.lines)-1]
	if centred != p.centred {
		// the last line of a paragraph can stand in the middle by chance
		return p.centred || finished(last) || g.fits(last, l, g.right) || opens(l)
	}
	if opens(l) || bareUnit(last) || last.bold != l.bold || last.italic != l.italic {
		return true
	}
	if unicode.IsLower(firstLetter(l.text)) || capitals(last.text) && capitals(l.text) && !finished(last) {
		return false
	}
	left, right := g.edge(l)
	return last.right-last.left < 0.6*(right-left)
}

// bareUnit reports whether a line is "Article 5" or "PART III" and no more.
func bareUnit(l *line) bool {
	return unitWord.MatchString(l.text) && len(strings.Fields(l.text)) <= 3
}

func capitals(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}

// clauseEnd is the end of a clause of a list before its last.
var clauseEnd = regexp.MustCompile(`[;,；،؛]\s*(?:and|or|and/or|et|ou|y|o|и|или|و|أو)$`)

// finished reports whether a line ends as a sentence or a clause does.
func finished(l *line) bool {
	s := strings.TrimRight(l.text, ` ”"’)]»*0123456789`)
	if s == "" {
		return true
	}
	r := []rune(s)
	return strings.ContainsRune(".;:,。；：،؛؟?!", r[len(r)-1]) || clauseEnd.MatchString(s)
}

// rightOf is where the lines around line i end: the common edge of those set
// like it, if at least three reach it, else the margin.
func (g *gatherer) rightOf(lines []*line, i int) float64 {
	l := lines[i]
	_, margin := g.edge(l)
	var most float64
	from, to := i, i
	alike := func(a, b *line) bool {
		return a.page == b.page && a.column == b.column && math.Abs(a.size-b.size) < 0.1*a.size && a.base-b.base < 1.6*g.leading*a.size && a.base > b.base
	}
	for from > 0 && i-from < 12 && alike(lines[from-1], lines[from]) {
		from--
	}
	for to+1 < len(lines) && to-i < 12 && alike(lines[to], lines[to+1]) {
		to++
	}
	for k := from; k <= to; k++ {
		most = max(most, lines[k].right)
	}
	reach := 0
	for k := from; k <= to; k++ {
		if most-lines[k].right < 0.04*(margin-l.left) {
			reach++
		}
	}
	if reach >= 3 && reach*2 >= to-from+1 {
		return min(most, margin)
	}
	return margin
}
