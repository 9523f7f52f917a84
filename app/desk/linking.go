package desk

import (
	"strings"

	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/reference"
)

// link is a reference in a text: to a provision, or to a document.
type link struct {
	start, end int // runes
	target     reference.Target
	document   string // its symbol with what is pointed to in it; "" for a provision
}

// followable reports whether the link leads to a place in the text.
func (l link) followable() bool { return l.document == "" && !l.goal().IsZero() }

// goal is where following leads: to what is meant, or what is left of it.
func (l link) goal() data.ID {
	switch {
	case l.target.Status == reference.Renumbered:
		return l.target.Was
	case !l.target.ID.IsZero():
		return l.target.ID
	}
	return l.target.Nearest
}

// broken reports whether the reader must be warned.
func (l link) broken() bool {
	switch l.target.Status {
	case reference.Gone, reference.Renumbered, reference.Replaced:
		return l.document == ""
	}
	return false
}

// linksIn finds what words in a provision refer to. What belongs to other
// instruments, or perhaps does, is no link.
func linksIn(words string, lang data.Lang, in data.ID, current, earlier *reference.Index) (out []link) {
	refs, symbols := reference.Scan(words, lang)
	for _, r := range refs {
		targets := reference.Check(r, in, current, earlier)
		for i, t := range targets {
			l := link{start: t.Span.Start, end: t.Span.End, target: t}
			if i == 0 { // "articles" of "articles 7 and 8"
				l.start = r.Span.Start
			}
			if i == len(targets)-1 {
				l.end = r.Span.End
			}
			if t.Status != reference.Foreign && t.Status != reference.Unclear {
				out = append(out, l)
			}
		}
	}
	for _, s := range symbols {
		l := link{start: s.Span.Start, end: s.Span.End, document: documentOf(words, s)}
		for _, p := range s.Pointers {
			l.end = max(l.end, p.Span.End)
		}
		out = append(out, l)
	}
	return out
}

// documentOf is a document's symbol with its pointers, as it is looked up:
// "A/RES/76/19, PP3".
func documentOf(words string, s reference.Symbol) string {
	runes := []rune(words)
	parts := []string{s.Name}
	for _, p := range s.Pointers {
		if p.Span.Start >= 0 && p.Span.End <= len(runes) && p.Span.Start < p.Span.End {
			parts = append(parts, string(runes[p.Span.Start:p.Span.End]))
		}
	}
	return strings.Join(parts, ", ")
}

// linkKey names the words whose links are remembered, and the numbering they are
// looked up in.
type linkKey struct {
	text, earlier *work.Text
	provision     data.ID
	lang          data.Lang
	words         string
}

// links finds links once.
func (m *memory) links(k linkKey) []link {
	return m.linked.of(k, func() []link {
		var earlier *reference.Index
		if k.earlier != nil {
			earlier = m.index(k.earlier)
		}
		return linksIn(k.words, k.lang, k.provision, m.index(k.text), earlier)
	})
}

func (m *memory) index(t *work.Text) *reference.Index {
	return m.indexes.of(t, func() *reference.Index { return reference.NewIndex(t.Provisions) })
}

// markLinks marks the references in what would read.
func (b *columnBuilder) markLinks(d *display, in data.ID, lang data.Lang, reads string) []link {
	links := b.memory.links(linkKey{b.text, b.earlier, in, lang, reads})
	for i, l := range links {
		kind := textview.Link
		if l.broken() {
			kind = textview.LinkBroken
		}
		d.overRead(textview.Mark{Kind: kind, Start: l.start, End: l.end, Ref: numbered(refLink, i)})
	}
	return links
}
