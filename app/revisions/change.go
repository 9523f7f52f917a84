package revisions

import (
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline"
	"travaux/data/redline/align"
	"travaux/data/search"
	"travaux/translations"
)

// change is one pair of the comparison, as the list shows it.
type change struct {
	pair      int // index in Pairs
	kind      data.PairKind
	doubtful  bool
	confirmed bool
	pairing   data.Pairing // as the desk keeps it; zero for two revisions between which others stand
	place     string       // where it is, in words: "article 7, paragraph 2 → article 8, paragraph 2"
	words     string       // how it begins
	key       string       // tells it from others, also after it was read anew
	folded    string       // all that is found in it
}

// changesOf lists the pairs of a comparison in their order.
func changesOf(c *desk.Compared, loc *translations.Localizer) []change {
	out := make([]change, 0, len(c.Pairs))
	for i, p := range c.Pairs {
		x := change{pair: i, kind: p.Kind, doubtful: p.Doubtful, place: placeOf(c, p, loc)}
		if i < len(c.Pairings) {
			x.pairing = c.Pairings[i]
			x.doubtful, x.confirmed = x.pairing.Doubtful, x.pairing.Confirmed
		}
		var all []string
		for _, k := range p.New {
			all = append(all, c.Comparison.New[k].Label, c.Comparison.New[k].Heading, c.Comparison.New[k].Text)
		}
		for _, k := range p.Old {
			all = append(all, c.Comparison.Old[k].Label, c.Comparison.Old[k].Heading, c.Comparison.Old[k].Text)
		}
		x.words = beginning(firstWords(c, p), 120)
		x.key = keyOf(c, p)
		x.folded = search.Fold(x.place + " " + strings.Join(all, " "))
		out = append(out, x)
	}
	return out
}

// keyOf names a pair by the provisions in it.
func keyOf(c *desk.Compared, p align.Pair) string {
	var all strings.Builder
	for _, id := range append(idsOf(c.OldIDs, p.Old), idsOf(c.NewIDs, p.New)...) {
		all.WriteString(id.String())
	}
	return all.String()
}

// firstWords are those by which a pair is known: a heading, or how the text
// begins, as it is now if it still is.
func firstWords(c *desk.Compared, p align.Pair) string {
	paragraphs, at := c.Comparison.New, p.New
	if len(at) == 0 {
		paragraphs, at = c.Comparison.Old, p.Old
	}
	for _, k := range at {
		if x := paragraphs[k]; x.Heading != "" || x.Text != "" {
			return strings.TrimSpace(x.Heading + " " + x.Text)
		}
	}
	return ""
}

// beginning is the first n runes of a text in one line.
func beginning(text string, n int) string {
	line := strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(line) <= n {
		return line
	}
	return strings.TrimSpace(string([]rune(line)[:n])) + "…"
}

// placeOf says where a pair is: one place if it is the same in both versions.
func placeOf(c *desk.Compared, p align.Pair, loc *translations.Localizer) string {
	old, new := cited(c.Old, c.OldIDs, p.Old, loc), cited(c.New, c.NewIDs, p.New, loc)
	switch {
	case old == new || old == "":
		return translations.Capital(new)
	case new == "":
		return translations.Capital(old)
	}
	return loc.T("revisions.place", "old", translations.Capital(old), "new", translations.Capital(new))
}

// order is how the list is sorted.
type order int

const (
	doubtfulFirst order = iota
	asInText
)

// listed are the changes that are wanted, in an order: of the kinds that are
// ticked (of all but the unchanged if none is), with all the words that are
// sought.
func listed(all []change, kinds map[data.PairKind]bool, sought string, by order) []int {
	words := strings.Fields(search.Fold(sought))
	var out []int
	for i, x := range all {
		wanted := kinds[x.kind]
		if len(kinds) == 0 {
			wanted = x.kind != data.PairUnchanged || x.doubtful
		}
		if wanted && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(x.folded, w) }) {
			out = append(out, i)
		}
	}
	if by == doubtfulFirst {
		slices.SortStableFunc(out, func(a, b int) int { return all[a].rank() - all[b].rank() })
	}
	return out
}

// rank puts what a person should look at before the rest.
func (x change) rank() int {
	if x.doubtful && !x.confirmed {
		return 0
	}
	return 1
}

// countKinds is how many changes there are of each kind, in the order of
// data.PairKinds.
func countKinds(all []change) []int {
	n := make([]int, len(data.PairKinds))
	for _, x := range all {
		if i := slices.Index(data.PairKinds, x.kind); i >= 0 {
			n[i]++
		}
	}
	return n
}

// altered reports whether edits change anything.
func altered(edits []redline.Edit) bool {
	return slices.ContainsFunc(edits, func(e redline.Edit) bool { return e.Kind != redline.Keep })
}
