package revisions

import (
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// cited names some paragraphs of a version: one, or the first and the last; or
// what holds them, if it is the first of them.
func cited(t *desk.Text, ids []data.ID, at []int, loc *translations.Localizer) string {
	path := func(i int) string {
		p, _ := t.Find(ids[i])
		return p.Path
	}
	switch len(at) {
	case 0:
		return ""
	case 1:
		return loc.Cite(path(at[0]))
	}
	first, last := path(at[0]), path(at[len(at)-1])
	if strings.HasPrefix(last, first+"/") {
		return loc.Cite(first)
	}
	return loc.CiteRange(first, last)
}

// idsOf are the provisions of some paragraphs.
func idsOf(ids []data.ID, at []int) (out []data.ID) {
	for _, i := range at {
		out = append(out, ids[i])
	}
	return out
}

// pairWith is the pair in which a provision of the earlier or of the later
// version stands; -1 if it stands in none.
func pairWith(c *desk.Compared, provision data.ID, later bool) int {
	ids := c.OldIDs
	if later {
		ids = c.NewIDs
	}
	for i, p := range c.Pairs {
		at := p.Old
		if later {
			at = p.New
		}
		for _, k := range at {
			if ids[k] == provision {
				return i
			}
		}
	}
	return -1
}
