package desk

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline/compose"
)

// Suffixes of the blocks of a provision other than its text, whose block has
// the provision's own identity.
const (
	headingBlock  = "/heading"
	languageBlock = "/language"
	wordsBlock    = "/words" // proposed where the text has none
	noteBlock     = "/note/"
	addedBlock    = "/add/"
	movedBlock    = "/move/"
)

// provisionOf is the provision that a block belongs to.
func provisionOf(block string) (data.ID, bool) {
	name, _, _ := strings.Cut(block, "/")
	id, err := data.ParseID(name)
	return id, err == nil
}

// columnBuilder sets a text out in the blocks of one column.
type columnBuilder struct {
	*facts
	out     columnPage
	over    *overlay
	layer   layer
	known   bool // the revision has the language
	plain   bool // only what would read
	indents map[data.ID]int
	ends    []int // index after all that a provision contains
}

// columnOf sets a text out as one column shows it.
func columnOf(f *facts, c Column) columnPage {
	b := &columnBuilder{
		facts: f, out: columnPage{column: c, shown: map[string]*shown{}},
		over: overlayOf(f.text, f.chosen(c), f.find), known: slices.Contains(f.text.Revision.Langs(), c.Lang),
		plain: c.View == Clean && c.Proposal.IsZero(), indents: map[data.ID]int{},
		ends: ends(f.text.Provisions),
	}
	b.layer = layer{loc: f.loc, lang: c.Lang, find: f.find, compose: compose.Compose, plain: b.plain}
	b.between(0, len(f.text.Provisions), "", nil)
	return b.out
}

// ends says for every provision where the next one begins that is not in it.
func ends(list []data.Provision) []int {
	out := make([]int, len(list))
	var open []int
	for i, p := range list {
		for len(open) > 0 && list[open[len(open)-1]].Depth >= p.Depth {
			out[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
		open = append(open, i)
	}
	for _, i := range open {
		out[i] = len(list)
	}
	return out
}

// between sets out the provisions [from, to) with what is to stand beside them.
// Of provisions at the place they would be moved to, suffix tells the blocks
// from those at the old place, and move is the proposal.
func (b *columnBuilder) between(from, to int, suffix string, move *data.Proposal) {
	var open []int // provisions of which not all is set out
	closeUpTo := func(at int) {
		for len(open) > 0 && b.ends[open[len(open)-1]] <= at {
			last := b.text.Provisions[open[len(open)-1]]
			open = open[:len(open)-1]
			b.beside(last, b.over.after[last.ID], move)
		}
	}
	for i := from; i < to; i++ {
		closeUpTo(i)
		p := b.text.Provisions[i]
		b.beside(p, b.over.before[p.ID], move)
		b.provision(p, suffix, move)
		open = append(open, i)
	}
	closeUpTo(to)
}

// put adds a block.
func (b *columnBuilder) put(block textview.Block, s shown) {
	block.Text, block.Marks = s.display.text, s.display.marks
	b.out.blocks = append(b.out.blocks, block)
	b.out.shown[block.ID] = &s
}

// provision sets out one provision.
func (b *columnBuilder) provision(p data.Provision, suffix string, move *data.Proposal) {
	r, lang := p.In(b.out.column.Lang)
	id := p.ID.String() + suffix
	kind := blockKind(p.Kind)
	away := b.over.away[p.ID]
	if move != nil {
		away = nil
	}
	if b.plain && len(away) > 0 && oneTarget(away) {
		return
	}
	words := b.lay(r.Text, lang, p.ID, len(away) > 0)
	words.gone = words.gone && !b.outlived(p)
	if b.plain && words.gone {
		return
	}
	block := textview.Block{ID: id, Kind: kind, Indent: b.indent(p), Lang: string(lang), Label: r.Label}
	if suffix == "" {
		b.margin(&block, p, r, lang)
	}
	if lang != b.out.column.Lang && b.known {
		b.note(id+languageBlock, block.Indent, b.loc.T("panes.reader.only-in", "lang", b.loc.Name("language", string(lang))))
	}
	heading := func(text string) shown {
		s := shown{provision: p.ID, proposal: idOf(move), heading: true, lang: lang, source: text, display: verbatim(text)}
		b.markHeading(&s, p)
		b.markMoved(&s.display, away, move)
		if words.gone {
			s.display.onAll(textview.Mark{Kind: textview.Deleted})
		}
		return s
	}
	below := words.remarks()
	switch {
	case kind == textview.Paragraph || kind == textview.Note || kind == textview.Title:
		if r.Heading != "" {
			b.put(textview.Block{ID: id + headingBlock, Kind: textview.Article, Lang: block.Lang}, heading(r.Heading))
		}
	case r.Text == "":
		below = b.headingAlone(block, p, r, lang, away, move, heading)
		b.below(id, block.Indent, append(below, b.moves(p, away, move)...))
		return
	default:
		b.put(textview.Block{ID: id + headingBlock, Kind: kind, Lang: block.Lang, Label: r.Label}, heading(r.Heading))
		block.Kind, block.Label = textview.Paragraph, ""
	}
	s := shown{provision: p.ID, proposal: idOf(move), lang: lang, source: r.Text, display: words.display, told: maps.Clone(words.told)}
	b.markWords(&s, p, r)
	b.markMoved(&s.display, away, move)
	b.markExtras(&s, words.reads)
	b.put(block, s)
	if verdict := b.judged(r.Text, words.reads, lang); verdict != "" && !words.gone {
		below = append(below, remark{signRemark, verdict})
	}
	b.below(id, block.Indent, append(below, b.moves(p, away, move)...))
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

// headingAlone sets out a provision that has a heading and no words of its own:
// what is proposed for all in it is said there, and words that are proposed for
// it stand below.
func (b *columnBuilder) headingAlone(block textview.Block, p data.Provision, r data.Rendering, lang data.Lang,
	away []data.Proposal, move *data.Proposal, heading func(string) shown,
) (below []remark) {
	whole := those(b.over.words[p.ID], func(x data.Proposal) bool { return x.Kind != data.ProposalModify })
	worded := those(b.over.words[p.ID], func(x data.Proposal) bool { return x.Kind == data.ProposalModify })
	s := heading(r.Heading)
	if len(whole) > 0 && !b.plain {
		l := b.laid(r.Heading, lang, whole)
		below, s.told = l.remarks(), maps.Clone(l.told)
		s.display = l.display
		b.markHeading(&s, p)
		b.markMoved(&s.display, away, move)
	}
	b.put(block, s)
	if len(worded) == 0 {
		return below
	}
	l := b.laid("", lang, worded)
	if l.text != "" {
		words := shown{provision: p.ID, lang: lang, display: l.display, told: maps.Clone(l.told)}
		b.markExtras(&words, l.reads)
		b.put(textview.Block{ID: block.ID + wordsBlock, Kind: textview.Paragraph, Lang: block.Lang}, words)
	}
	return append(below, l.remarks()...)
}

// remark is a line in words about a block, and the sign before it.
type remark struct{ sign, words string }

// Signs: something collides, or is only to be known.
const (
	signCollision = "≠"
	signRemark    = "–"
)

// remarks are the notes on a text with proposals laid over it.
func (l *laid) remarks() (list []remark) {
	collides := slices.Collect(maps.Values(l.told))
	for _, words := range l.notes {
		if slices.Contains(collides, words) {
			list = append(list, remark{signCollision, words})
		} else {
			list = append(list, remark{signRemark, words})
		}
	}
	return list
}

// note adds a line that is only to be known.
func (b *columnBuilder) note(id string, indent int, words string) {
	b.line(id, indent, remark{signRemark, words})
}

func (b *columnBuilder) line(id string, indent int, x remark) {
	d := verbatim(x.words)
	if x.sign == signRemark {
		d.onAll(textview.Mark{Kind: textview.Quiet})
	}
	provision, _ := provisionOf(id)
	b.put(textview.Block{ID: id, Kind: textview.Note, Indent: indent, Label: x.sign, Lang: b.loc.Lang()}, shown{provision: provision, display: d})
}

// below adds lines under a block.
func (b *columnBuilder) below(id string, indent int, list []remark) {
	for i, x := range list {
		b.line(id+noteBlock+strconv.Itoa(i), indent, x)
	}
}

// margin fills in the signs beside a block.
func (b *columnBuilder) margin(block *textview.Block, p data.Provision, r data.Rendering, lang data.Lang) {
	n := b.tallies[p.ID].own
	if block.Comments = n.comments; n.state != data.ApprovalNone {
		block.State = look.State(n.state)
	}
	block.Room = look.RoomState(b.tallies[p.ID].standing.State)
	if ours := b.wording[p.ID][lang]; ours != "" && ours != r.Text {
		block.Changes |= textview.OursChange
	}
	for _, x := range b.proposals[p.ID] {
		switch {
		case x.Withdrawn || x.Kind == data.ProposalNoChange:
		case x.Ours:
			block.Changes |= textview.OursChange
		default:
			block.Changes |= textview.OthersChange
		}
	}
}

func idOf(p *data.Proposal) (id data.ID) {
	if p != nil {
		id = p.ID
	}
	return id
}

func blockKind(k data.Kind) textview.Kind {
	switch k {
	case data.KindTitle:
		return textview.Title
	case data.KindPreamble, data.KindPart, data.KindChapter, data.KindSection, data.KindAnnex:
		return textview.Chapter
	case data.KindArticle:
		return textview.Article
	case data.KindNote, data.KindFootnote:
		return textview.Note
	}
	return textview.Paragraph
}

// indent counts the lists that a provision stands in.
func (b *columnBuilder) indent(p data.Provision) int {
	n := b.indents[p.Parent]
	if p.Kind == data.KindPoint {
		n++
	}
	if blockKind(p.Kind) != textview.Paragraph {
		n = 0
	}
	b.indents[p.ID] = n
	return n
}

// anchored finds the words of an anchor in a text, which may have changed since:
// where they stood, else with their surroundings, else where they occur once.
func anchored(a data.Anchor, text string) (start, end int, ok bool) {
	return anchoredIn(a, text, []rune(text))
}

func anchoredIn(a data.Anchor, text string, runes []rune) (start, end int, ok bool) {
	if a.End <= a.Start || a.Quote == "" {
		return 0, 0, false
	}
	if a.End <= len(runes) && string(runes[a.Start:a.End]) == a.Quote {
		return a.Start, a.End, true
	}
	before := a.Before
	at := strings.Index(text, a.Before+a.Quote+a.After)
	if at < 0 && strings.Count(text, a.Quote) == 1 {
		before, at = "", strings.Index(text, a.Quote)
	}
	if at < 0 {
		return 0, 0, false
	}
	start = utf8.RuneCountInString(text[:at+len(before)])
	return start, start + utf8.RuneCountInString(a.Quote), true
}

func contains(list []data.Lang, lang data.Lang) bool { return slices.Contains(list, lang) }
