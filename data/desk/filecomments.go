package desk

import (
	"strings"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/text"
)

// fileComments are the remarks that an imported file brings along, tied to
// their words, as comments of the delegation. They keep the name the file
// gives their author; the member who imports is accountable for them.
func (m *merge) fileComments(v Version, importer data.ID) []change.Write {
	var writes []change.Write
	ids := map[string]data.ID{}
	for _, fc := range v.Outline.Source.Comments {
		i, ok := nodeAt(v.Outline, fc.Start)
		if !ok || strings.TrimSpace(fc.Text) == "" {
			continue
		}
		n := v.Outline.Nodes[i]
		c := data.Comment{
			ID: data.NewID(), Provision: m.byPath[n.Path].id, Parent: ids[fc.Parent],
			Author: importer, From: fc.Author, Time: now(), Revision: m.revision.ID,
			Anchor: quoteAnchor(n.Text, quoted(v.Outline.Source, fc.Start, fc.End), v.Lang),
		}
		if c.Parent.IsZero() {
			ids[fc.ID] = c.ID
		}
		writes = append(writes, about(kindComment, c.ID, c.Provision),
			set(kindComment, root, c.ID, fieldBody, c), set(kindComment, root, c.ID, fieldText, fc.Text))
		if fc.Resolved {
			writes = append(writes, set(kindComment, root, c.ID, fieldResolved, true))
		}
	}
	return writes
}

// nodeAt is the index of the node that a place of the source lies in.
func nodeAt(o *text.Outline, at text.Place) (int, bool) {
	for i := range o.Nodes {
		for _, p := range o.Nodes[i].Pieces {
			if p.Block == at.Block && p.Start <= at.Rune && at.Rune <= p.End {
				return i, true
			}
		}
	}
	return 0, false
}

// quoted are the words between two places of one block; of a range over
// several blocks, those in the first.
func quoted(s *text.Source, start, end text.Place) string {
	if start.Block >= len(s.Blocks) {
		return ""
	}
	runes := []rune(s.Blocks[start.Block].Text)
	last := len(runes)
	if end.Block == start.Block {
		last = min(end.Rune, last)
	}
	if start.Rune >= last {
		return ""
	}
	return string(runes[start.Rune:last])
}

// quoteAnchor ties a remark to a quotation, or to the provision as a whole
// where the words are not its text (a heading, say).
func quoteAnchor(provision, quote string, lang data.Lang) data.Anchor {
	quote = strings.TrimSpace(quote)
	before, _, found := strings.Cut(provision, quote)
	if quote == "" || !found {
		return data.Anchor{Lang: lang}
	}
	start := len([]rune(before))
	return data.NewAnchor(lang, provision, start, start+len([]rune(quote)))
}
