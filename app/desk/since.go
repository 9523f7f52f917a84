package desk

import (
	"slices"
	"unicode/utf8"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline"
)

// since reports whether a column shows what has changed since the revision before.
func (b *columnBuilder) since() bool {
	return b.out.column.View == Since && b.out.column.Proposal.IsZero() && b.earlier != nil
}

// changed shows a text with what has changed in it since the revision before: what
// came is marked, what went stands struck through between. Identity carries on, so
// a provision is compared with what it continues wherever that stood.
func (b *columnBuilder) changed(old, now string, continues bool) display {
	d := b.memory.laid.of("since\x00"+old+"\x00"+now, func() laid {
		return laid{display: sinceDisplay(old, now, continues), reads: now}
	}).display
	d.marks = slices.Clip(d.marks)
	return d
}

func sinceDisplay(old, now string, continues bool) display {
	d := displaying(now)
	if !continues {
		d.keep(utf8.RuneCountInString(now), textview.Mark{Kind: textview.Inserted})
		return d.show()
	}
	for _, e := range redline.Words(old, now) {
		n := utf8.RuneCountInString(e.Text)
		switch e.Kind {
		case redline.Keep:
			d.keep(n)
		case redline.Insert:
			d.keep(n, textview.Mark{Kind: textview.Inserted})
		case redline.Delete:
			d.remark(e.Text, textview.Mark{Kind: textview.Deleted})
		}
	}
	return d.show()
}

// was is how a provision read in the revision before.
func (b *columnBuilder) was(p data.Provision, lang data.Lang) (data.Provision, data.Rendering, bool) {
	old, ok := b.earlier.Find(p.ID)
	r, has := old.Text[lang]
	return old, r, ok && has
}

// changedPlace says where a provision stood before, if it has another number now.
func (b *columnBuilder) changedPlace(p data.Provision, lang data.Lang) []remark {
	if !b.since() {
		return nil
	}
	old, was, ok := b.was(p, lang)
	if now := p.Text[lang]; !ok || old.Path == p.Path || was.Label == now.Label && old.Parent == p.Parent {
		return nil
	}
	return []remark{{signRemark, b.loc.T("reader.since.was", "place", b.loc.Cite(old.Path))}}
}

// gone sets out, struck through, what stood behind a provision in the revision
// before and is not continued.
func (b *columnBuilder) gone(p data.Provision, lang data.Lang) {
	if !b.since() {
		return
	}
	old, ok := b.earlier.Find(p.ID)
	if !ok {
		return
	}
	for _, q := range b.earlier.Provisions[old.Order+1:] {
		if _, continued := b.text.Find(q.ID); continued {
			return
		}
		r, has := q.Text[lang]
		if !has {
			continue
		}
		words := r.Text
		if words == "" {
			words = r.Heading
		}
		d := verbatim(words)
		d.onAll(textview.Mark{Kind: textview.Deleted})
		id := p.ID.String() + goneBlock + q.ID.String()
		b.put(textview.Block{ID: id, Kind: blockKind(q.Kind), Label: r.Label, Lang: string(lang), Indent: b.indents[q.Parent]}, shown{provision: p.ID, lang: lang, display: d, proposal: q.ID})
	}
}
