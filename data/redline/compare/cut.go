package compare

import (
	"strings"

	"travaux/data/redline"
)

// part is what the redline of several paragraphs says of one old and one new
// of them.
type part struct {
	old, new int // which of the paragraphs
	edits    []redline.Edit
}

// cutter walks a redline and begins a new part at every paragraph break.
type cutter struct {
	parts    []part
	old, new []int // what is left of the current and later paragraphs, in bytes
}

// cut cuts the redline of paragraphs joined by line feeds at the line feeds
// that joined them. Those are in no part; a line feed that is within a
// paragraph on one side and a break on the other is an edit.
func cut(edits []redline.Edit, old, new []string) []part {
	c := &cutter{parts: make([]part, 1, len(old)+len(new)), old: sizes(old), new: sizes(new)}
	for len(edits) > 0 {
		if edits[0].Kind == redline.Keep {
			c.keep(edits[0].Text)
			edits = edits[1:]
			continue
		}
		var gone, come string
		for len(edits) > 0 && edits[0].Kind != redline.Keep {
			if edits[0].Kind == redline.Delete {
				gone += edits[0].Text
			} else {
				come += edits[0].Text
			}
			edits = edits[1:]
		}
		c.change(gone, come)
	}
	return c.parts
}

func sizes(texts []string) []int {
	out := make([]int, len(texts))
	for i, s := range texts {
		out[i] = len(s)
	}
	return out
}

// keep takes words that are on both sides.
func (c *cutter) keep(text string) {
	for {
		now := &c.parts[len(c.parts)-1]
		size := min(len(text), c.old[now.old], c.new[now.new])
		c.add(redline.Keep, text[:size])
		c.old[now.old] -= size
		c.new[now.new] -= size
		if text = text[size:]; text == "" {
			return
		}
		oldBreak, newBreak := c.old[now.old] == 0, c.new[now.new] == 0
		if !oldBreak {
			c.add(redline.Delete, text[:1])
			c.old[now.old]--
		}
		if !newBreak {
			c.add(redline.Insert, text[:1])
			c.new[now.new]--
		}
		text = text[1:]
		c.next(oldBreak, newBreak)
	}
}

// change takes words that took the place of others. Where both have breaks, the
// first goes with the first.
func (c *cutter) change(gone, come string) {
	for {
		now := &c.parts[len(c.parts)-1]
		oldSize, newSize := min(len(gone), c.old[now.old]), min(len(come), c.new[now.new])
		c.add(redline.Delete, gone[:oldSize])
		c.add(redline.Insert, come[:newSize])
		c.old[now.old] -= oldSize
		c.new[now.new] -= newSize
		gone, come = gone[oldSize:], come[newSize:]
		oldBreak, newBreak := gone != "", come != ""
		if !oldBreak && !newBreak {
			return
		}
		gone, come = strings.TrimPrefix(gone, "\n"), strings.TrimPrefix(come, "\n")
		c.next(oldBreak, newBreak)
	}
}

// next begins a part with the next old or new paragraph, or both.
func (c *cutter) next(old, new bool) {
	p := c.parts[len(c.parts)-1]
	p.edits = nil
	if old {
		p.old++
	}
	if new {
		p.new++
	}
	c.parts = append(c.parts, p)
}

// add appends to the current part, deletions before insertions.
func (c *cutter) add(kind redline.Kind, text string) {
	if text == "" {
		return
	}
	p := &c.parts[len(c.parts)-1]
	at := len(p.edits)
	if kind == redline.Delete && at > 0 && p.edits[at-1].Kind == redline.Insert {
		at--
	}
	if at > 0 && p.edits[at-1].Kind == kind {
		p.edits[at-1].Text += text
		return
	}
	p.edits = append(p.edits, redline.Edit{})
	copy(p.edits[at+1:], p.edits[at:])
	p.edits[at] = redline.Edit{Kind: kind, Text: text}
}
