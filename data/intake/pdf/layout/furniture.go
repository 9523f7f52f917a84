package layout

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// How furniture is known: it stands at the edge of many pages in the same
// place, with the same words but for numbers.
const (
	edgeLines   = 4    // from the top and from the bottom that may be furniture
	edgeZone    = 0.12 // of the height of what is printed on the pages
	samePlace   = 8.0  // points
	leastPages  = 3
	sharedPages = 0.25 // of the pages; left and right pages often differ
)

// pageOf is the lines of one page.
type pageOf struct {
	*Page
	lines []line
	aside []line // not of the text

	top, bottom float64 // beyond which furniture can stand
}

// key is what a line of furniture has in common from page to page.
type key struct {
	words string
	band  int
	top   bool
}

// digits are a number within a line.
var digits = regexp.MustCompile(`\d+`)

// keysOf are the keys by which a line may be furniture: its words, or these
// without numbers that count along with the pages; and because a place may lie
// on a border, each for two divisions of the page.
func (n pageNumbers) keysOf(l *line, page int, top bool) []key {
	words := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, ascii(l.text))
	counting := digits.ReplaceAllStringFunc(words, func(s string) string {
		if v, err := strconv.Atoi(s); err == nil && n.shift[v-page] > 0 {
			return "#"
		}
		return s
	})
	low, high := int(math.Floor(l.base/samePlace)), -int(math.Floor(l.base/samePlace+0.5))
	keys := []key{{words, low, top}, {words, high, top}}
	if counting != words {
		keys = append(keys, key{counting, low, top}, key{counting, high, top})
	}
	return keys
}

// edges calls do for the lines that may be furniture.
func (p *pageOf) edges(do func(i int, top bool)) {
	n := len(p.lines)
	for i := range n {
		l := &p.lines[i]
		switch {
		case i < edgeLines && l.base > p.top:
			do(i, true)
		case i >= n-edgeLines && l.base < p.bottom:
			do(i, false)
		}
	}
}

// findEdges finds between which heights furniture can stand: near the highest
// and the lowest line of pages of that height.
func findEdges(pages []pageOf) {
	type extent struct{ high, low float64 }
	found := map[float64]extent{}
	for i := range pages {
		e, ok := found[pages[i].Height]
		if !ok {
			e = extent{math.Inf(-1), math.Inf(1)}
		}
		for k := range pages[i].lines {
			if l := &pages[i].lines[k]; !l.words[0].Tilted {
				e.high, e.low = max(e.high, l.base), min(e.low, l.base)
			}
		}
		found[pages[i].Height] = e
	}
	for i := range pages {
		e := found[pages[i].Height]
		zone := edgeZone * (e.high - e.low)
		pages[i].top, pages[i].bottom = e.high-zone, e.low+zone
	}
}

// setAside moves what belongs to the pages out of their lines.
func setAside(pages []pageOf) {
	findEdges(pages)
	numbers := numbersOf(pages)
	counts := map[key]int{}
	for page := range pages {
		p := &pages[page]
		seen := map[key]bool{}
		p.edges(func(i int, top bool) {
			for _, k := range numbers.keysOf(&p.lines[i], page, top) {
				if !seen[k] {
					seen[k] = true
					counts[k]++
				}
			}
		})
	}
	enough := max(leastPages, int(sharedPages*float64(len(pages))))
	for i := range pages {
		p := &pages[i]
		out := map[int]bool{}
		p.edges(func(k int, top bool) {
			for _, id := range numbers.keysOf(&p.lines[k], i, top) {
				if counts[id] >= enough && !numbered(&p.lines[k]) {
					out[k] = true
				}
			}
			if numbers.is(i, &p.lines[k]) || i == 0 && !top && jobNumber.MatchString(p.lines[k].text) {
				out[k] = true
			}
		})
		for k := range p.lines {
			if p.lines[k].words[0].Tilted {
				out[k] = true
			}
		}
		p.drop(out)
	}
}

// numbered reports whether a line begins as a provision does: "Article 5" at
// the head of every page is a coincidence.
func numbered(l *line) bool {
	return opens(l) && strings.ContainsFunc(l.text, unicode.IsDigit)
}

// drop sets lines aside.
func (p *pageOf) drop(out map[int]bool) {
	if len(out) == 0 {
		return
	}
	var kept []line
	for i := range p.lines {
		if out[i] {
			p.aside = append(p.aside, p.lines[i])
		} else {
			kept = append(kept, p.lines[i])
		}
	}
	p.lines = kept
}

// jobNumber is what UN documents have at the foot of their first page:
// "23-24637 (E) 090124", "K2317150 [E] 281223", "*2324637*".
var jobNumber = regexp.MustCompile(`^(\*\d{6,}\*|(V\.|GE\.|K)?\s?\d{2}[-–]?\d{5}[A-Z]?\s*[\(\[][ACEFRS]+[\)\]].*|[KV]\d{7}.*)$`)

var (
	onlyNumber = regexp.MustCompile(`^(?:page|página|страница|صفحة|第)?\s*[-–—|/]?\s*(\d{1,4})\s*(?:[-–—|]|页|(?:/|of|de|sur|из|من)\s*\d{1,4})?$`)
	onlyRoman  = regexp.MustCompile(`^[-–—]?\s*([ivxl]{1,7})\s*[-–—]?$`)
)

// pageNumbers is by how much the numbers printed on pages differ from their
// places in the file, and which lines are such numbers.
type pageNumbers struct{ shift map[int]int }

// numbersOf looks for numbers at the edges that count along with the pages.
func numbersOf(pages []pageOf) pageNumbers {
	shifts := map[int]int{}
	for i := range pages {
		p := &pages[i]
		p.edges(func(k int, _ bool) {
			if n, ok := numberOf(&p.lines[k]); ok {
				shifts[n-i]++
			}
		})
	}
	for s, n := range shifts {
		if n < min(2, len(pages)) {
			delete(shifts, s)
		}
	}
	return pageNumbers{shifts}
}

func (n pageNumbers) is(page int, l *line) bool {
	if onlyRoman.MatchString(strings.ToLower(l.text)) && page < 30 {
		return true
	}
	number, ok := numberOf(l)
	return ok && n.shift[number-page] > 0
}

func numberOf(l *line) (int, bool) {
	m := onlyNumber.FindStringSubmatch(strings.ToLower(ascii(l.text)))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

// ascii writes the digits of other scripts as ours.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, strings.TrimSpace(s))
}
