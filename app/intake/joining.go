package intake

import (
	"slices"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/text"
)

// revisionOf returns the revision of that symbol, if it is there.
func revisionOf(d *desk.Desk, symbol string) (data.Revision, bool) {
	for _, r := range slices.Concat(d.Revisions(), d.Beside()) {
		if symbol != "" && r.Symbol == symbol {
			return r, true
		}
	}
	return data.Revision{}, false
}

// differences compares the structure of an outline with the language versions
// that a text has already.
func differences(t *desk.Text, o *text.Outline) []text.Difference {
	all := outlinesOf(t)
	all[o.Lang] = o
	return text.Join(all).Differences
}

// outlinesOf writes the language versions of a text as outlines, with what a
// comparison of structures looks at.
func outlinesOf(t *desk.Text) map[data.Lang]*text.Outline {
	out := map[data.Lang]*text.Outline{}
	for _, lang := range t.Revision.Langs() {
		o := &text.Outline{Lang: lang}
		for _, p := range t.Provisions {
			if r, ok := p.Text[lang]; ok {
				o.Nodes = append(o.Nodes, text.Node{Path: p.Path, Kind: p.Kind, Heading: r.Heading, Depth: p.Depth})
			}
		}
		out[lang] = o
	}
	return out
}

// nodeOf returns the node at a path, or the one that comes before where it
// would be; 0 if nothing is near.
func nodeOf(o *text.Outline, path string) int {
	if i := slices.IndexFunc(o.Nodes, func(n text.Node) bool { return n.Path == path }); i >= 0 {
		return i
	}
	best, common := 0, -1
	for i, n := range o.Nodes {
		if k := sharedSteps(n.Path, path); k >= common {
			best, common = i, k
		}
	}
	return best
}

// sharedSteps counts the runes two paths begin with alike, up to the last
// whole step.
func sharedSteps(a, b string) int {
	steps := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			steps = i
		}
		if i+1 == len(a) && b[i+1:] != "" && b[i+1] == '/' {
			steps = i + 1
		}
	}
	return steps
}

// firstArticle is where a person begins to read: the first article, else the
// first provision.
func firstArticle(t *desk.Text) data.ID {
	for _, p := range t.Provisions {
		if p.Kind == data.KindArticle {
			return p.ID
		}
	}
	if len(t.Provisions) > 0 {
		return t.Provisions[0].ID
	}
	return data.ID{}
}
