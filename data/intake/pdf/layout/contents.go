package layout

import (
	"regexp"
	"strings"
)

// leader is the end of an entry of a list of contents: dots, then a page.
var leader = regexp.MustCompile(`(?:\.\s?){5,}\s*[0-9٠-٩ivxlc]{0,6}$|…\s*…*\s*[0-9٠-٩]{1,4}$|[0-9٠-٩]{1,4}\s*(?:\.\s?){5,}$`)

// contentsTitle are the headings of such lists.
var contentsTitle = regexp.MustCompile(`(?i)^(table of contents|contents|table des matières|sommaire|índice|contenido|содержание|оглавление|المحتويات|المحتوى|الفهرس|目录|目次)\s*:?$`)

// What makes lines a list of contents.
const (
	leastLeaders = 3
	wrappedLines = 12 // of an entry, before the line that has its page
	titleLines   = 6  // between the heading and the first entry
)

// contentsOf finds the lists of contents among the lines of a document: runs
// of entries that end with dots and a page.
func contentsOf(lines []*line) map[*line]bool {
	found := map[*line]bool{}
	for i := 0; i < len(lines); i++ {
		if !leader.MatchString(lines[i].text) {
			continue
		}
		last, leaders := i, 1
		for k := i + 1; k < len(lines) && k-last <= wrappedLines; k++ {
			if leader.MatchString(lines[k].text) {
				last, leaders = k, leaders+1
			}
		}
		if leaders >= leastLeaders {
			for k := beginOf(lines, i); k <= last; k++ {
				found[lines[k]] = true
			}
		}
		i = last
	}
	return found
}

// beginOf goes back from the first line with dots to the heading of the list,
// or to the first line of that entry.
func beginOf(lines []*line, first int) int {
	for k := first; k >= 0 && first-k <= wrappedLines+titleLines; k-- {
		if contentsTitle.MatchString(strings.TrimSpace(lines[k].text)) {
			return k
		}
	}
	for k := first; k > 0 && first-k < wrappedLines; k-- {
		above := lines[k-1]
		if above.page != lines[k].page || above.base-lines[k].base > 1.6*above.size || above.bold != lines[k].bold {
			return k
		}
	}
	return first
}
