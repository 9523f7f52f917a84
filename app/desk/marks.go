package desk

import (
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text/bracket"
)

// markWords lays over the words of a provision what is to be seen of them:
// brackets, changes tracked in the file, comments. What only would read has no
// marks of its own.
func (b *columnBuilder) markWords(s *shown, p data.Provision, r data.Rendering) {
	if b.plain {
		return
	}
	b.markBrackets(s, p, s.lang, bracket.FieldText)
	for _, t := range r.Tracked {
		kind := textview.Inserted
		if t.Kind == data.TrackDeleted {
			kind = textview.Deleted
		}
		s.display.over(textview.Mark{Kind: kind, Start: t.Start, End: t.End})
	}
	b.markComments(&s.display, p, r, s.lang)
}

// markHeading does it for a heading.
func (b *columnBuilder) markHeading(s *shown, p data.Provision) {
	if !b.plain {
		b.markBrackets(s, p, s.lang, bracket.FieldHeading)
	}
}

func (b *columnBuilder) markComments(d *display, p data.Provision, r data.Rendering, lang data.Lang) {
	threads := b.threads[p.ID]
	if len(threads) == 0 {
		return
	}
	runes := []rune(r.Text)
	for _, thread := range threads {
		if thread.Resolved || thread.Anchor.Lang != lang {
			continue
		}
		if start, end, ok := anchoredIn(thread.Anchor, r.Text, runes); ok {
			d.over(textview.Mark{Kind: textview.Comment, Start: start, End: end, Ref: thread.ID.String()})
		}
	}
}

// markExtras marks what would read with what is shown on demand.
func (b *columnBuilder) markExtras(s *shown, reads string) {
	if reads == "" {
		return
	}
	if b.extras&Strength != 0 {
		b.markStrength(&s.display, s.lang, reads)
	}
	if b.extras&Terms != 0 {
		b.markTerms(&s.display, s.lang, reads)
	}
	if b.extras&References != 0 {
		s.links = b.markLinks(&s.display, s.provision, s.lang, reads)
	}
}
