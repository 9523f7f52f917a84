package revisions

import (
	"cmp"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// measures are what the table counts, in the order of its columns.
var measures = [...]struct {
	name string // catalogue id
	fill barFill
	of   func(desk.Measure) int
}{
	{"convergence.brackets", solidBars, func(m desk.Measure) int { return m.Brackets }},
	{"convergence.options", hatchedBars, func(m desk.Measure) int { return m.Options + m.Alts }},
	{"convergence.pending", hollowBars, func(m desk.Measure) int { return m.Pending }},
}

// convergenceFacts are a row of the table: an article over all revisions.
type convergenceFacts struct {
	id      data.ID
	here    bool // in the latest revision
	whole   bool // it is the whole text
	words   string
	lang    data.Lang // of the words; "": the window's
	note    string    // that it is new, has gone or was renumbered
	figures [len(measures)]figureFacts
	open    int // what is to be settled, to sort by
	pending int
}

// figureFacts are one measure of a row.
type figureFacts struct {
	values []int // by revision; -1 where the article is not there
	most   int   // of the column: how high a bar may be
	words  string
	tip    string
}

// settled reports whether there is nothing left to count.
func (f figureFacts) settled() bool { return f.values[len(f.values)-1] <= 0 }

// convergenceRows are the rows of the table in the order of the text, the whole
// text first.
func convergenceRows(c *desk.Convergence, loc *translations.Localizer) []convergenceFacts {
	whole := convergenceFacts{whole: true, here: true, words: loc.T("convergence.whole")}
	last := c.Totals[len(c.Totals)-1]
	for k, m := range measures {
		f := &whole.figures[k]
		for _, total := range c.Totals {
			f.values = append(f.values, m.of(total))
		}
		f.most = slices.Max(f.values)
	}
	rows := []convergenceFacts{whole}
	for _, r := range c.Rows {
		rows = append(rows, convergenceRow(c, r, loc))
	}
	for k := range measures {
		most := 0
		for _, r := range rows[1:] {
			most = max(most, slices.Max(r.figures[k].values))
		}
		for i := range rows {
			f := &rows[i].figures[k]
			if i > 0 {
				f.most = most
			}
			f.words, f.tip = changeWords(f.values, loc), tipWords(c, f.values, loc)
		}
	}
	rows[0].figures[len(measures)-1].words = loc.T("convergence.of", "change", rows[0].figures[len(measures)-1].words, "parts", loc.Number(last.Parts))
	return rows
}

func convergenceRow(c *desk.Convergence, r desk.ConvergenceRow, loc *translations.Localizer) convergenceFacts {
	now := r.Now()
	x := convergenceFacts{id: r.Provision, here: now.There, words: strings.TrimSpace(r.Label + "  " + r.Heading), lang: r.Lang, open: now.Unsettled(), pending: now.Pending}
	if x.words == "" {
		x.words, x.lang = loc.Name("kind", string(r.Kind)), ""
	}
	x.note = noteOf(c, r, loc)
	for k, m := range measures {
		for _, cell := range r.Cells {
			n := -1
			if cell.There {
				n = m.of(cell.Measure)
			}
			x.figures[k].values = append(x.figures[k].values, n)
		}
	}
	return x
}

// noteOf says that an article is new, has gone, or stood under another number.
func noteOf(c *desk.Convergence, r desk.ConvergenceRow, loc *translations.Localizer) string {
	first, last := r.First(), r.Last()
	symbol := func(i int) string { return symbolOf(c.Revisions[i], loc) }
	switch {
	case last < len(c.Revisions)-1:
		return loc.T("convergence.went", "symbol", symbol(last+1))
	case first > 0:
		return loc.T("convergence.came", "symbol", symbol(first))
	}
	for i := last - 1; i >= first; i-- {
		if cell := r.Cells[i]; cell.There && cell.Label != r.Label {
			return loc.T("convergence.was", "label", loc.Isolate(cell.Label))
		}
	}
	return ""
}

// symbolOf names a revision in a few letters.
func symbolOf(r data.Revision, loc *translations.Localizer) string {
	if r.Symbol == "" {
		return loc.Name("revision-kind", string(r.Kind))
	}
	return loc.Isolate(r.Symbol)
}

// changeWords says how a number changed from the first revision in which it is
// known to the last; one that never did is said once.
func changeWords(values []int, loc *translations.Localizer) string {
	known := slices.DeleteFunc(slices.Clone(values), func(n int) bool { return n < 0 })
	if len(known) == 0 {
		return ""
	}
	from, to := known[0], known[len(known)-1]
	if !slices.ContainsFunc(known, func(n int) bool { return n != to }) {
		return loc.Number(to)
	}
	return loc.T("convergence.change", "from", loc.Number(from), "to", loc.Number(to))
}

// tipWords are the numbers of every revision.
func tipWords(c *desk.Convergence, values []int, loc *translations.Localizer) string {
	var lines []string
	for i, n := range values {
		symbol := symbolOf(c.Revisions[i], loc)
		if n < 0 {
			lines = append(lines, loc.T("convergence.at.none", "symbol", symbol))
			continue
		}
		lines = append(lines, loc.T("convergence.at", "symbol", symbol, "n", loc.Number(n)))
	}
	return strings.Join(lines, "\n")
}

// mostOpenFirst sorts by what is to be settled now. The whole text stays first,
// what has gone comes last.
func mostOpenFirst(rows []convergenceFacts) []convergenceFacts {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b convergenceFacts) int {
		return cmp.Or(-yes(a.whole, b.whole), -yes(a.here, b.here), cmp.Compare(b.open, a.open), cmp.Compare(b.pending, a.pending))
	})
	return sorted
}

// yes orders false before true.
func yes(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// convergenceSummary is the whole text in one line.
func convergenceSummary(c *desk.Convergence, rows []convergenceFacts, loc *translations.Localizer) string {
	measure := func(name, change string) string {
		return loc.T("convergence.measure", "name", loc.T(name), "change", change)
	}
	var parts []string
	for k, m := range measures {
		parts = append(parts, measure(m.name, rows[0].figures[k].words))
	}
	var words []int
	for _, total := range c.Totals {
		words = append(words, total.Words)
	}
	return strings.Join(append(parts, measure("convergence.words", changeWords(words, loc))), " · ")
}

// lastFacts are an article on which we are the last to object.
type lastFacts struct {
	id       data.ID
	words    string
	lang     data.Lang
	evidence string
	brackets string
}

// lastRows tell of each such article which objections of ours there are.
func lastRows(c *desk.Convergence, loc *translations.Localizer) (list []lastFacts) {
	rows := map[data.ID]desk.ConvergenceRow{}
	for _, r := range c.Rows {
		rows[r.Provision] = r
	}
	for _, l := range c.LastToObject {
		x := lastFacts{id: l.Provision, words: loc.Cite(l.Path)}
		if r, ok := rows[l.Provision]; ok {
			facts := convergenceRow(c, r, loc)
			x.words, x.lang = facts.words, facts.lang
		}
		var ours []string
		for _, o := range l.Ours {
			place := translations.Capital(loc.Cite(o.Path))
			if o.Proposal.IsZero() {
				ours = append(ours, loc.T("convergence.last.stance", "place", place, "stance", loc.Name("stance", string(o.Stance))))
				continue
			}
			ours = append(ours, loc.T("convergence.last.proposal", "place", place, "verb", loc.Isolate(o.Kind.Verb())))
		}
		x.evidence = strings.Join(ours, "; ")
		if l.Brackets > 0 {
			x.brackets = loc.N("convergence.last.brackets", l.Brackets)
		}
		list = append(list, x)
	}
	return list
}
