package intake

import (
	"crypto/sha256"
	"strings"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
)

// draft is a file under review, with the history of what was done to its
// outline. It knows no widgets.
type draft struct {
	name    string
	content []byte
	digest  [32]byte
	file    *text.Source  // as it is
	parsed  *text.Outline // as it was found
	outline *text.Outline // its source is the file in the reading chosen

	done, undone []doing
}

// doing is an edit, the outline on its other side, and what was selected there:
// before it for what was done, after it for what was undone.
type doing struct {
	edit    edit
	outline *text.Outline
	node    int
}

func newDraft(name string, content []byte, source *text.Source) *draft {
	o := text.Parse(source, "")
	return &draft{name: name, content: content, digest: sha256.Sum256(content), file: source, parsed: o, outline: o}
}

// change makes an edit; where is the node selected before it. It returns the
// node to select, or false if nothing was altered.
func (d *draft) change(where int, e edit) (node int, ok bool) {
	next, node := e.apply(d.file, d.outline)
	if next == nil {
		return where, false
	}
	d.take(where, e, next)
	return node, true
}

// take puts what an edit made in the place of the outline.
func (d *draft) take(where int, e edit, next *text.Outline) {
	d.done = append(d.done, doing{e, d.outline, where})
	d.undone = nil
	d.outline = next
}

// undo goes back one edit; redo goes forward again. They return the node that
// was selected then.
func (d *draft) undo(where int) (node int, ok bool) { return d.move(&d.done, &d.undone, where) }
func (d *draft) redo(where int) (node int, ok bool) { return d.move(&d.undone, &d.done, where) }

func (d *draft) move(from, to *[]doing, where int) (int, bool) {
	if len(*from) == 0 {
		return where, false
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, doing{last.edit, d.outline, where})
	d.outline = last.outline
	return last.node, true
}

// edited reports whether anything was done to the outline.
func (d *draft) edited() bool { return len(d.done) > 0 }

// reading is how the file's changes are read now.
func (d *draft) reading() intake.Reading {
	for i := len(d.done) - 1; i >= 0; i-- {
		if e := d.done[i].edit; e.Act == actView {
			return e.reading()
		}
	}
	return intake.Reading{Changes: intake.Redline}
}

// edits are what was done to the outline, in its order.
func (d *draft) edits() []edit {
	var all []edit
	for _, s := range d.done {
		all = append(all, s.edit)
	}
	return all
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
	if d.file.Symbol != "" {
		return d.file.Symbol
	}
	for i, b := range d.file.Blocks {
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
	for _, b := range d.file.Blocks {
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
