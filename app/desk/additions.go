package desk

import (
	"maps"

	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// beside sets out what is proposed to stand next to a provision. Where
// provisions are shown at another place than their own, that was done already.
func (b *columnBuilder) beside(neighbour data.Provision, list []data.Proposal, move *data.Proposal) {
	if move != nil {
		return
	}
	for _, x := range list {
		if x.Kind == data.ProposalMove {
			b.arrival(x)
		} else {
			b.addition(x, neighbour)
		}
	}
}

// addition sets out a new provision, and what others would change of it.
func (b *columnBuilder) addition(x data.Proposal, neighbour data.Provision) {
	id := neighbour.ID.String() + addedBlock + x.ID.String()
	lang, words := wordingIn(x, b.out.column.Lang)
	l := b.laid(words, lang, b.over.amends[x.ID])
	if b.plain && l.gone {
		return
	}
	d := l.display
	if !b.plain {
		d.onAll(textview.Mark{Kind: textview.Inserted, Ref: refBy + keyOf(x)})
		b.layer.sign(&d, []data.Proposal{x}, "reader.add")
	}
	block := textview.Block{ID: id, Kind: textview.Paragraph, Indent: b.indentBeside(neighbour), Lang: string(lang), Label: x.Label}
	if lang != b.out.column.Lang {
		b.note(id+languageBlock, block.Indent, b.loc.T("panes.reader.only-in", "lang", b.loc.Name("language", string(lang))))
	}
	if kind := blockKind(neighbour.Kind); kind == textview.Article || kind == textview.Chapter {
		b.addedHeading(id, kind, x, lang)
		block.Label = ""
	}
	s := shown{provision: neighbour.ID, proposal: x.ID, lang: lang, source: words, display: d, told: maps.Clone(l.told)}
	b.markExtras(&s, l.reads)
	b.put(block, s)
	b.below(id, block.Indent, l.remarks())
}

// addedHeading sets the number of a new article where numbers of articles stand.
func (b *columnBuilder) addedHeading(id string, kind textview.Kind, x data.Proposal, lang data.Lang) {
	if x.Label == "" {
		return
	}
	d := verbatim(x.Label)
	if !b.plain {
		d.onAll(textview.Mark{Kind: textview.Inserted, Ref: refBy + keyOf(x)})
	}
	b.put(textview.Block{ID: id + headingBlock, Kind: kind, Lang: string(lang)},
		shown{provision: x.Provision, proposal: x.ID, heading: true, lang: lang, source: x.Label, display: d})
}

// wordingIn is a proposal's wording in a language, or else in one that it has.
func wordingIn(x data.Proposal, lang data.Lang) (data.Lang, string) {
	if words := x.Wording[lang]; words != "" {
		return lang, words
	}
	for _, l := range append([]data.Lang{data.English}, data.Langs...) {
		if words := x.Wording[l]; words != "" {
			return l, words
		}
	}
	return lang, ""
}

// indentBeside is the indent of what stands next to a provision.
func (b *columnBuilder) indentBeside(p data.Provision) int {
	if blockKind(p.Kind) != textview.Paragraph {
		return 0
	}
	n := b.indents[p.Parent]
	if p.Kind == data.KindPoint {
		n++
	}
	return n
}

// arrival sets out a provision with all that it contains at the place where it
// is to be moved to.
func (b *columnBuilder) arrival(x data.Proposal) {
	p, ok := b.text.Find(x.Provision)
	if !ok || b.plain && !oneTarget(b.over.away[p.ID]) {
		return
	}
	suffix := movedBlock + x.ID.String()
	if !b.plain {
		b.note(p.ID.String()+suffix+noteBlock+"from", b.indents[p.ID],
			b.loc.T("reader.moved.from", "where", b.cite(p), "who", speakers(b.loc, []data.Proposal{x})))
	}
	b.between(p.Order, b.ends[p.Order], suffix, &x)
}

// moves says of a provision where it would go, and who disagrees.
func (b *columnBuilder) moves(p data.Provision, away []data.Proposal, move *data.Proposal) (notes []remark) {
	if move != nil {
		return nil
	}
	for _, x := range away {
		if x.Provision != p.ID { // said of what it stands in
			continue
		}
		place := "reader.moved.after"
		if x.Before {
			place = "reader.moved.before"
		}
		target, _ := b.text.Find(x.Target)
		if !b.plain {
			notes = append(notes, remark{signRemark, b.loc.T(place, "where", b.cite(target), "who", speakers(b.loc, []data.Proposal{x}))})
		}
	}
	if len(notes) == 0 && !b.plain || len(away) == 0 || away[len(away)-1].Provision != p.ID {
		return notes
	}
	movers := speakers(b.loc, away)
	if !oneTarget(away) {
		notes = append(notes, remark{signCollision, translations.Capital(b.loc.T("reader.collide.moves", "a", movers))})
	}
	deleting := those(b.over.words[p.ID], func(x data.Proposal) bool { return x.Kind == data.ProposalSuppress })
	if len(deleting) > 0 {
		notes = append(notes, remark{signCollision, translations.Capital(b.loc.T("reader.collide.move-delete", "a", movers, "b", speakers(b.loc, deleting)))})
	}
	return notes
}

// oneTarget reports whether all moves lead to one place.
func oneTarget(moves []data.Proposal) bool {
	for _, x := range moves {
		if x.Target != moves[0].Target || x.Before != moves[0].Before || x.Provision != moves[0].Provision {
			return false
		}
	}
	return true
}

// markMoved marks words that are to stand elsewhere, or that stand elsewhere now.
func (b *columnBuilder) markMoved(d *display, away []data.Proposal, move *data.Proposal) {
	switch {
	case b.plain:
	case move != nil:
		d.onWords(textview.Mark{Kind: textview.MovedHere, Ref: refBy + keyOf(*move)})
	case len(away) > 0:
		d.onWords(textview.Mark{Kind: textview.MovedAway, Ref: refBy + keyOf(away[0])})
	}
}

// cite names a provision in the language of the window.
func (b *columnBuilder) cite(p data.Provision) string { return b.loc.Cite(p.Path) }
