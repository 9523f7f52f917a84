package intake

import (
	"encoding/xml"
	"sort"
	"strings"

	"travaux/data/text"
)

// commentRange is the text a comment is about.
type commentRange struct{ start, end text.Place }

// move carries a range to other block numbers; false if its blocks are gone.
func (c *commentRange) move(blocks map[int]int) bool {
	start, ok := blocks[c.start.Block]
	end, ok2 := blocks[c.end.Block]
	c.start.Block, c.end.Block = start, end
	return ok && ok2
}

// commentEdge notes where the range of a comment begins or ends. The mark of
// a comment that has no range is its place.
func (r *bodyReader) commentEdge(e xml.StartElement) {
	id := attrOf(e, "id")
	c := r.ranges[id]
	switch {
	case len(r.ranges) >= maxBlocks:
		r.file.doubt("doubt.part-unreadable")
	case c == nil && e.Name.Local != "commentRangeEnd":
		r.ranges[id] = &commentRange{start: r.here(), end: r.here()}
	case c != nil && e.Name.Local == "commentRangeEnd":
		c.end = r.here()
		if r.para == nil && r.lastEnd.Block >= c.start.Block { // between paragraphs
			c.end = r.lastEnd
		}
	}
}

// commentReply is what commentsExtended says of a comment.
type commentReply struct {
	parent   string // paraId
	resolved bool
}

// readComments reads the remarks, in the order of their places.
func (r *bodyReader) readComments() error {
	replies, err := r.readReplies()
	if err != nil {
		return err
	}
	main, end := r.out, r.textEnd
	defer func() { r.out = main }()
	byPara := map[string]string{} // paraId of a comment's last paragraph -> comment
	paras := map[string]string{}  // and back
	err = r.file.readOptional(r.file.parts["comments"], func(x *xmlStream, _ xml.StartElement) error {
		r.xmlStream = x
		return x.children(func(e xml.StartElement) error {
			if e.Name.Local != "comment" {
				return x.skip()
			}
			if len(r.comments) >= maxBlocks {
				r.file.doubt("doubt.part-unreadable")
				return x.skip()
			}
			remark, para, err := r.comment(e, main, end)
			byPara[para], paras[remark.ID] = remark.ID, para
			r.comments = append(r.comments, remark)
			return err
		})
	})
	for i := range r.comments {
		c := &r.comments[i]
		if para := paras[c.ID]; para != "" {
			c.Parent, c.Resolved = byPara[replies[para].parent], replies[para].resolved
		}
	}
	sort.SliceStable(r.comments, func(i, j int) bool {
		a, b := r.comments[i].Start, r.comments[j].Start
		return a.Block < b.Block || a.Block == b.Block && a.Rune < b.Rune
	})
	return err
}

// comment reads one remark, and the id of its last paragraph, by which
// replies name it.
func (r *bodyReader) comment(e xml.StartElement, main []text.Block, end text.Place) (remark text.Comment, para string, err error) {
	remark = text.Comment{ID: attrOf(e, "id"), Author: attrOf(e, "author"), Date: attrOf(e, "date")}
	if c := r.ranges[remark.ID]; c != nil {
		remark.Start, remark.End = inBlocks(len(main), c.start, end), inBlocks(len(main), c.end, end)
	}
	r.out, r.fields = nil, nil
	err = r.children(func(e xml.StartElement) error {
		if e.Name.Local == "p" {
			para = attrOf(e, "paraId")
		}
		return r.block(e)
	})
	r.flush()
	var lines []string
	for _, b := range r.out {
		if b.Kind != text.BlockHidden {
			lines = append(lines, b.Text)
		}
	}
	remark.Text = strings.TrimSpace(strings.Join(lines, "\n"))
	return remark, para, err
}

// inBlocks keeps a place inside the n blocks there are.
func inBlocks(n int, at, end text.Place) text.Place {
	if at.Block >= n {
		return end
	}
	return at
}

func (r *bodyReader) readReplies() (map[string]commentReply, error) {
	replies := map[string]commentReply{}
	err := r.file.readOptional(r.file.parts["commentsExtended"], func(x *xmlStream, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			replies[attrOf(e, "paraId")] = commentReply{attrOf(e, "paraIdParent"), attrOf(e, "done") == "1" || attrOf(e, "done") == "true"}
			return x.skip()
		})
	})
	return replies, err
}
