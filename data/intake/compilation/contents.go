package compilation

import (
	"regexp"
	"strconv"
	"strings"
)

// listing is what the table of contents of a compilation says: which articles
// there are, in which order, and who has something under each.
type listing struct {
	headings []heading
	signed   []signature
}

// signature is a proponent under a heading.
type signature struct {
	stage int // of the heading in the listing
	name  string
	page  int
}

var (
	leader  = regexp.MustCompile(`\.{4,}[\s.]*\d+\s*$|\.{4,}[\s.]*\d+\s`)
	listed  = regexp.MustCompile(`\s*(.*?)\s*\.{4,}[\s.]*(\d+)(?:\s|$)`)
	numeral = regexp.MustCompile(`^(?:\d{1,4}|[ivxl]{1,7})$`)
)

// isContents reports whether a line is the heading of a table of contents.
func isContents(line string) bool {
	switch strings.ToLower(strings.Trim(line, " .:")) {
	case "contents", "table of contents", "table des matières", "sommaire", "índice", "indice", "содержание", "оглавление", "المحتويات", "目录", "目次":
		return true
	}
	return false
}

// contents reads the table of contents, if there is one, and finds where the text
// begins.
func contents(lines []string) (l listing, begin int) {
	const gap = 3 // lines of a table that have no dots: a long name, a page number
	first, last := -1, -1
	for i, line := range lines {
		if last >= 0 && i > last+gap {
			break
		}
		if isContents(line) && first < 0 {
			first = i + 1
		}
		if leader.MatchString(line) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if last < 0 {
		return l, 0
	}
	var table []string
	for _, line := range lines[first : last+1] {
		if !numeral.MatchString(line) {
			table = append(table, line)
		}
	}
	for _, m := range listed.FindAllStringSubmatch(strings.Join(table, " "), most) {
		page, _ := strconv.Atoi(m[2])
		if h, _, ok := headingAt(m[1]); ok {
			h.title = m[1]
			l.headings = append(l.headings, h)
		} else if len(l.headings) > 0 && m[1] != "" {
			l.signed = append(l.signed, signature{len(l.headings) - 1, m[1], page})
		}
	}
	if len(l.signed) == 0 { // of a document of another kind
		return listing{}, last + 1
	}
	return l, last + 1
}

// names are all proponents of the table.
func (l listing) names() names {
	n := names{}
	for _, s := range l.signed {
		n.add(s.name)
	}
	return n
}

// lastPage is the last page that the table leads to.
func (l listing) lastPage() int {
	if len(l.signed) == 0 {
		return 0
	}
	return l.signed[len(l.signed)-1].page
}

// doubts are the differences between the table and what was found.
func (l listing) doubts(entries []Entry) []Doubt {
	if len(l.signed) == 0 {
		return nil
	}
	type pair struct{ article, name string }
	count := map[pair]int{}
	for _, e := range entries {
		count[pair{e.Article, key(e.Proponents[0])}]++
	}
	var out []Doubt
	for _, s := range l.signed {
		p := pair{l.headings[s.stage].article, key(s.name)}
		if count[p]--; count[p] < 0 {
			out = append(out, Doubt{Article: p.article, Proponent: s.name, Missing: true})
		}
	}
	for i := len(entries) - 1; i >= 0; i-- { // the last of several is the one too many
		p := pair{entries[i].Article, key(entries[i].Proponents[0])}
		if count[p] > 0 {
			count[p]--
			out = append(out, Doubt{Article: p.article, Proponent: entries[i].Proponents[0]})
		}
	}
	return out
}

// pageNumber reads a line that is nothing but a number.
func pageNumber(line string) (n int, ok bool) {
	if len(line) == 0 || len(line) > 4 {
		return 0, false
	}
	n, err := strconv.Atoi(line)
	return n, err == nil && n > 0 && line[0] != '+'
}

// paged reports whether lines with 1, 2, 3 … are the numbers of pages: with a
// table of contents if they lead as far as that, without one if there is a page
// of text between them.
func paged(lines []string, l listing) bool {
	const leastPage, fewest = 300, 3
	n, size := 0, 0
	for _, line := range lines {
		size += len(line)
		if at, ok := pageNumber(line); ok && at == n+1 {
			n = at
		}
	}
	if end := l.lastPage(); end > 0 {
		return n*2 >= end
	}
	return n >= fewest && size/n >= leastPage
}
