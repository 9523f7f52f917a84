package desk

import (
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/search"
)

// row is one line of the outline.
type row struct {
	id, parent data.ID
	kind       data.Kind
	depth      int
	container  bool // other rows stand in it
	label      string
	words      string // heading, or how the text begins
	lang       data.Lang
	folded     string // all its words, to be searched
	tally      tally
}

// snippet is how many runes of a text without a heading a row shows.
const snippet = 70

// rowsOf makes the outline of a text as it reads in a language.
func rowsOf(d *work.Desk, w *wholeText, now time.Time) []row {
	t, lang := w.text, w.lang
	tallies := survey(d, t, d.AllComments(), now)
	countBrackets(w, tallies)
	answers(t, tallies, d.Coverage(now))
	rows := make([]row, 0, len(t.Provisions))
	at := make(map[data.ID]int, len(t.Provisions))
	for _, p := range t.Provisions {
		r, shown := p.In(lang)
		x := row{
			id: p.ID, parent: p.Parent, kind: p.Kind, depth: p.Depth, lang: shown,
			label: r.Label, words: r.Heading, tally: *tallies[p.ID],
			folded: search.Fold(r.Label + " " + r.Heading + " " + r.Text),
		}
		if x.words == "" {
			x.words = beginning(r.Text, snippet)
		}
		if x.label == "" && p.Kind == data.KindRecital {
			x.label = strings.ToUpper(path.Base(p.Path))
		}
		at[p.ID] = len(rows)
		if up, ok := at[p.Parent]; ok {
			rows[up].container = true
		}
		rows = append(rows, x)
	}
	return rows
}

// beginning is at most n runes of a text on one line.
func beginning(text string, n int) string {
	line := strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(line) <= n {
		return line
	}
	return strings.TrimSpace(string([]rune(line)[:n])) + "…"
}

// unfolded lists the rows to show: those in no folded container.
func unfolded(rows []row, folded map[data.ID]bool) []int {
	hidden := map[data.ID]bool{}
	var out []int
	for i, r := range rows {
		if hidden[r.parent] {
			hidden[r.id] = true
			continue
		}
		out = append(out, i)
		hidden[r.id] = folded[r.id]
	}
	return out
}

// matching are the rows that hold the typed words or that a typed number means;
// nil where nothing is typed.
func matching(rows []row, t *work.Text, typed string) map[data.ID]bool {
	if typed == "" {
		return nil
	}
	found := map[data.ID]bool{}
	for _, p := range t.GoTo(typed) {
		found[p.ID] = true
	}
	query := strings.TrimSpace(search.Fold(typed))
	for _, r := range rows {
		if strings.Contains(r.folded, query) {
			found[r.id] = true
		}
	}
	return found
}
