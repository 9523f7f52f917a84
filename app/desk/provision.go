package desk

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"travaux/app/textview"
	"travaux/data"
)

// scene is a provision as it is about to be set out.
type scene struct {
	p     data.Provision
	r     data.Rendering
	lang  data.Lang
	block textview.Block
	words laid
	away  []data.Proposal // to be moved, in its old place
	move  *data.Proposal  // moved, in its new place
}

// scene gathers what there is of a provision; ok is false where a column shows
// nothing of it.
func (b *columnBuilder) scene(p data.Provision, suffix string, move *data.Proposal) (x scene, ok bool) {
	x = scene{p: p, move: move}
	x.r, x.lang = p.In(b.out.column.Lang)
	if move == nil {
		x.away = b.over.away[p.ID]
	}
	if b.plain && len(x.away) > 0 && oneTarget(x.away) {
		return x, false
	}
	x.words = b.lay(x.r.Text, x.lang, p.ID, len(x.away) > 0)
	x.words.gone = x.words.gone && !b.outlived(p)
	if b.since() {
		_, was, continues := b.was(p, x.lang)
		x.words.display = b.changed(was.Text, x.r.Text, continues)
	}
	x.block = textview.Block{ID: p.ID.String() + suffix, Kind: blockKind(p.Kind), Indent: b.indent(p), Lang: string(x.lang), Label: x.r.Label}
	if suffix == "" {
		b.margin(&x.block, p, x.r, x.lang)
	}
	return x, !b.plain || !x.words.gone
}

// provision sets out one provision: its heading, its words, and what is to be
// said of them.
func (b *columnBuilder) provision(p data.Provision, suffix string, move *data.Proposal) {
	x, ok := b.scene(p, suffix, move)
	if !ok {
		return
	}
	id := x.block.ID
	if x.lang != b.out.column.Lang && b.known {
		b.note(id+languageBlock, x.block.Indent, b.loc.T("panes.reader.only-in", "lang", b.loc.Name("language", string(x.lang))))
	}
	below := x.words.remarks()
	switch {
	case x.block.Kind == textview.Paragraph || x.block.Kind == textview.Note || x.block.Kind == textview.Title:
		if x.r.Heading != "" {
			b.put(textview.Block{ID: id + headingBlock, Kind: textview.Article, Lang: x.block.Lang}, b.heading(x))
		}
		below = append(below, b.wordsOf(x)...)
	case x.r.Text == "":
		below = b.headingAlone(x)
	default:
		b.put(textview.Block{ID: id + headingBlock, Kind: x.block.Kind, Lang: x.block.Lang, Label: x.r.Label}, b.heading(x))
		x.block.Kind, x.block.Label = textview.Paragraph, ""
		below = append(below, b.wordsOf(x)...)
	}
	below = append(below, b.changedPlace(p, x.lang)...)
	b.below(id, x.block.Indent, append(below, b.moves(p, x.away, move)...))
	b.gone(p, x.lang)
}

// heading is what a heading shows.
func (b *columnBuilder) heading(x scene) shown {
	s := shown{provision: x.p.ID, proposal: idOf(x.move), heading: true, lang: x.lang, source: x.r.Heading, display: verbatim(x.r.Heading)}
	if b.since() {
		_, was, continues := b.was(x.p, x.lang)
		s.display = b.changed(was.Heading, x.r.Heading, continues)
	}
	b.markHeading(&s, x.p)
	b.markMoved(&s.display, x.away, x.move)
	if x.words.gone {
		s.display.onAll(textview.Mark{Kind: textview.Deleted})
	}
	return s
}

// wordsOf sets out the words, and returns whether they would bind more or less
// than as issued.
func (b *columnBuilder) wordsOf(x scene) (below []remark) {
	s := shown{
		provision: x.p.ID, proposal: idOf(x.move), lang: x.lang, source: x.r.Text,
		display: x.words.display, told: maps.Clone(x.words.told),
	}
	b.markWords(&s, x.p, x.r)
	b.markMoved(&s.display, x.away, x.move)
	b.markExtras(&s, x.words.reads)
	b.put(x.block, s)
	if verdict := b.judged(x.r.Text, x.words.reads, x.lang); verdict != "" && !x.words.gone {
		below = append(below, remark{signRemark, verdict})
	}
	return below
}

// headingAlone sets out a provision that has a heading and no words of its own:
// what is proposed for all in it is said there, and words that are proposed for
// it stand below.
func (b *columnBuilder) headingAlone(x scene) (below []remark) {
	whole := those(b.over.words[x.p.ID], func(y data.Proposal) bool { return y.Kind != data.ProposalModify })
	worded := those(b.over.words[x.p.ID], func(y data.Proposal) bool { return y.Kind == data.ProposalModify })
	s := b.heading(x)
	if len(whole) > 0 && !b.plain {
		l := b.laid(x.r.Heading, x.lang, whole)
		below, s.told = l.remarks(), maps.Clone(l.told)
		s.display = l.display
		b.markHeading(&s, x.p)
		b.markMoved(&s.display, x.away, x.move)
	}
	b.put(x.block, s)
	if len(worded) == 0 {
		return below
	}
	l := b.laid("", x.lang, worded)
	if l.text != "" {
		words := shown{provision: x.p.ID, lang: x.lang, display: l.display, told: maps.Clone(l.told)}
		b.markExtras(&words, l.reads)
		b.put(textview.Block{ID: x.block.ID + wordsBlock, Kind: textview.Paragraph, Lang: x.block.Lang}, words)
	}
	return append(below, l.remarks()...)
}

// lay lays over a text what is proposed for a provision. Other words for one that
// is to be moved are shown at its new place.
func (b *columnBuilder) lay(text string, lang data.Lang, of data.ID, moved bool) laid {
	list := b.over.words[of]
	if moved {
		list = those(list, func(x data.Proposal) bool { return x.Kind != data.ProposalModify })
	}
	return b.laid(text, lang, list)
}

// laid lays proposals over a text, once for as long as they are the same.
func (b *columnBuilder) laid(text string, lang data.Lang, list []data.Proposal) laid {
	b.layer.lang = lang
	if len(list) == 0 {
		return b.layer.lay(text, nil)
	}
	return b.memory.laid.of(laidKey(text, lang, b.plain, list), func() laid {
		l := b.layer.lay(text, list)
		l.display.marks = slices.Clip(l.display.marks) // more is laid over copies of it
		return l
	})
}

// laidKey is all that proposals laid over a text depend on.
func laidKey(text string, lang data.Lang, plain bool, list []data.Proposal) string {
	var key strings.Builder
	fmt.Fprint(&key, lang, plain, "\x00", text)
	for i := range list {
		p := &list[i]
		key.WriteString("\x00" + string(p.Kind) + keyOf(*p) + p.Wording[lang])
		if made := p.Base[lang]; made != text {
			key.WriteString("\x04" + made)
		}
		for _, x := range p.Proponents {
			key.WriteString("\x01" + x.State + "\x01" + x.Name + "\x01" + x.For)
		}
		if p.Ours {
			key.WriteString("\x02")
		}
		if p.Wording[lang] == "" { // then it is said in which languages it is
			for _, l := range data.Langs {
				if p.Wording[l] != "" {
					key.WriteString("\x03" + string(l))
				}
			}
		}
	}
	return key.String()
}

// outlived reports whether somebody wants to keep a provision that is within
// this one.
func (b *columnBuilder) outlived(p data.Provision) bool {
	for _, inner := range b.text.Provisions[p.Order+1 : b.ends[p.Order]] {
		for _, x := range b.over.words[inner.ID] {
			if x.Kind != data.ProposalSuppress {
				return true
			}
		}
	}
	return false
}
