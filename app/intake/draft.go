package intake

import (
	"crypto/sha256"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// draft is a file under review, with the history of what was done to its
// outline. It knows no widgets.
type draft struct {
	name    string
	content []byte
	digest  [32]byte
	source  *text.Source
	outline *text.Outline

	done, undone []state
}

// state is an outline as it was, and what was selected in it.
type state struct {
	outline *text.Outline
	node    int
}

func newDraft(name string, content []byte, source *text.Source) *draft {
	return &draft{
		name: name, content: content, digest: sha256.Sum256(content),
		source: source, outline: text.Parse(source, ""),
	}
}

// change alters the outline; where is the node selected before it. What change
// returns is the node to select, or a negative number if nothing was altered.
func (d *draft) change(where int, change func(o *text.Outline) int) (node int, ok bool) {
	next := clone(d.outline)
	node = change(next)
	if node < 0 {
		return where, false
	}
	d.replace(where, next)
	return node, true
}

// replace puts another outline in the place of the present one.
func (d *draft) replace(where int, next *text.Outline) {
	d.done = append(d.done, state{d.outline, where})
	d.undone = nil
	d.outline = next
}

// undo goes back one change; redo goes forward again. They return the node that
// was selected then.
func (d *draft) undo(where int) (node int, ok bool) { return d.step(&d.done, &d.undone, where) }
func (d *draft) redo(where int) (node int, ok bool) { return d.step(&d.undone, &d.done, where) }

func (d *draft) step(from, to *[]state, where int) (int, bool) {
	if len(*from) == 0 {
		return where, false
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, state{d.outline, where})
	d.outline = last.outline
	return last.node, true
}

// edited reports whether anything was done that closing would lose.
func (d *draft) edited() bool { return len(d.done) > 0 }

func clone(o *text.Outline) *text.Outline {
	c := *o
	c.Nodes = slices.Clone(o.Nodes)
	for i := range c.Nodes {
		n := &c.Nodes[i]
		n.Pieces, n.Doubts, n.Tracked = slices.Clone(n.Pieces), slices.Clone(n.Doubts), slices.Clone(n.Tracked)
	}
	return &c
}

// The changes a person can make. Each returns the node to select after it, or
// -1 where it is not possible.

func promote(i int) func(*text.Outline) int {
	return func(o *text.Outline) int { return when(o.Promote(i), i) }
}

func demote(i int) func(*text.Outline) int {
	return func(o *text.Outline) int { return when(o.Demote(i), i) }
}

func merge(i int) func(*text.Outline) int {
	return func(o *text.Outline) int { return when(o.Merge(i), i-1) }
}

func split(i, offset int) func(*text.Outline) int {
	return func(o *text.Outline) int { return when(o.Split(i, offset), i+1) }
}

func retitle(i int, heading string) func(*text.Outline) int {
	return func(o *text.Outline) int {
		before := o.Nodes[i].Heading
		o.Retitle(i, heading)
		return when(o.Nodes[i].Heading != before, i)
	}
}

// settle says that a doubtful place is right as it is.
func settle(i int) func(*text.Outline) int {
	return func(o *text.Outline) int {
		had := len(o.Nodes[i].Doubts) > 0
		o.Nodes[i].Doubts = nil
		return when(had, i)
	}
}

func when(done bool, node int) int {
	if !done {
		return -1
	}
	return node
}

// nextDoubt is the doubtful node after (step 1) or before (step -1) a node,
// going round; -1 if there is none.
func (d *draft) nextDoubt(from, step int) int {
	n := len(d.outline.Nodes)
	for k := 1; k <= n; k++ {
		i := ((from+step*k)%n + n) % n
		if len(d.outline.Nodes[i].Doubts) > 0 {
			return i
		}
	}
	return -1
}

// counts are what a person compares with the document's own contents.
type counts struct{ chapters, articles, provisions, doubts int }

func (d *draft) counts() counts {
	c := counts{provisions: len(d.outline.Nodes)}
	for _, n := range d.outline.Nodes {
		switch n.Kind {
		case data.KindChapter:
			c.chapters++
		case data.KindArticle:
			c.articles++
		}
		if len(n.Doubts) > 0 {
			c.doubts++
		}
	}
	return c
}

// masthead is how many paragraphs may come before a document's symbol.
const masthead = 20

// symbol is the document symbol that the file names or, failing that, the first
// that stands alone near its beginning.
func (d *draft) symbol() string {
	if d.source.Symbol != "" {
		return d.source.Symbol
	}
	for i, b := range d.source.Blocks {
		line := strings.TrimSpace(b.Text)
		if s := text.FindSymbols(line); len(s) == 1 && s[0].Start == 0 && s[0].End == len([]rune(line)) {
			return line
		}
		if i == masthead {
			break
		}
	}
	return ""
}

// tracked counts the insertions and deletions that the file keeps.
func (d *draft) tracked() (inserted, deleted int) {
	for _, b := range d.source.Blocks {
		for _, t := range b.Tracked {
			if t.Kind == data.TrackDeleted {
				deleted++
			} else {
				inserted++
			}
		}
	}
	return inserted, deleted
}
