package desk

import (
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
	goneBlock     = "/gone/" // not continued since the revision before
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
