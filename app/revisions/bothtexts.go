package revisions

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline"
	"travaux/data/redline/align"
)

// bothTexts is the redline of a provision, above the old and the new text side by
// side.
type bothTexts struct {
	room    *room.Room
	object  fyne.CanvasObject
	redline *textview.Document
	sides   *textview.Columns
	heads   [2]*look.Text
}

func newBothTexts(r *room.Room) *bothTexts {
	b := &bothTexts{room: r, redline: textview.NewDocument(), sides: textview.NewColumns(2)}
	b.redline.Margin = false
	for i := range b.heads {
		b.sides.Document(i).Margin = false
		b.heads[i] = look.Ellipsis("")
		b.heads[i].Colour = look.ColourMuted
	}
	sides := look.Border(look.Inset(4, 2, 12, 12, look.Evenly(b.heads[0], b.heads[1])), nil, nil, nil, b.sides)
	b.object = look.Halfway(b.redline, look.Border(look.Rule(), nil, nil, nil, sides))
	return b
}

// head names the two versions.
func (b *bothTexts) head(old, new string) {
	b.heads[0].SetText(old)
	b.heads[1].SetText(new)
}

// showPair shows a pair of a comparison.
func (b *bothTexts) showPair(c *desk.Compared, pair int) {
	p := c.Pairs[pair]
	b.head(revisionName(c.Old.Revision, b.room.Loc), revisionName(c.New.Revision, b.room.Loc))
	b.redline.SetBlocks(redlineOf(c, pair, b.room.Loc))
	b.sides.SetBlocks(versionOf(c.Comparison.Old, p.Old, c.Lang), versionOf(c.Comparison.New, p.New, c.Lang))
}

// showProvisions shows the provision that an annotation was about against the one
// it is to go to, and the words it is about.
func (b *bothTexts) showProvisions(c *desk.Compared, item data.Carried) {
	b.redline.SetBlocks(nil)
	b.sides.SetBlocks(nil, nil)
	if c == nil {
		return
	}
	b.head(revisionName(c.Old.Revision, b.room.Loc), revisionName(c.New.Revision, b.room.Loc))
	old, oldFound := paragraphOf(c.OldIDs, item.From)
	new, newFound := paragraphOf(c.NewIDs, item.To)
	var before, after []textview.Block
	if oldFound {
		before = paragraphBlocks(c.Comparison.Old[old], "old", c.Lang)
	} else if p, was, ok := lastSeen(b.room.Desk, item); ok {
		b.head(revisionName(was.Revision, b.room.Loc), revisionName(c.New.Revision, b.room.Loc))
		r, lang := p.In(c.Lang)
		before = paragraphBlocks(align.Paragraph{Label: r.Label, Heading: r.Heading, Text: r.Text}, "old", lang)
	}
	markQuote(before, item.Anchor)
	if newFound {
		after = paragraphBlocks(c.Comparison.New[new], "new", c.Lang)
		markQuote(after, item.Anchor)
	}
	b.sides.SetBlocks(before, after)
	at := -1
	if newFound {
		at = pairWith(c, item.To, true)
	}
	if at < 0 || oldFound && !slices.Contains(c.Pairs[at].Old, old) {
		at = pairWith(c, item.From, false)
	}
	if at >= 0 {
		b.redline.SetBlocks(redlineOf(c, at, b.room.Loc))
	}
}

// lastSeen is the provision that an annotation was on before it lost its place,
// and the revision with it: that may be long ago.
func lastSeen(d *desk.Desk, item data.Carried) (data.Provision, *desk.Text, bool) {
	t, err := d.Text(d.Before(item.Revision))
	if err != nil {
		return data.Provision{}, nil, false
	}
	p, ok := t.Find(item.From)
	return p, t, ok
}

func paragraphOf(ids []data.ID, provision data.ID) (int, bool) {
	i := slices.Index(ids, provision)
	return i, i >= 0 && !provision.IsZero()
}

// markQuote marks the words that an annotation is about, where they stand.
func markQuote(blocks []textview.Block, a data.Anchor) {
	if a.Quote == "" {
		return
	}
	for i := range blocks {
		if at := strings.Index(blocks[i].Text, a.Quote); at >= 0 {
			start := len([]rune(blocks[i].Text[:at]))
			blocks[i].Marks = append(blocks[i].Marks, textview.Mark{Kind: textview.Comment, Start: start, End: start + len([]rune(a.Quote))})
		}
	}
}

// showSubjects shows what was approved against what is now: the text, the wording
// and the reasons that have changed, in a language or in the first in which
// anything has.
func (b *bothTexts) showSubjects(was, now data.Subject, lang data.Lang) {
	var lines, old, new []textview.Block
	for _, part := range []struct {
		id       string
		was, now data.Words
	}{{"panes.approval.text", was.Base, now.InLanguagesOf(was).Base}, {"panes.position.wording", was.Wording, now.Wording}, {"panes.position.reasons", was.PublicReasons, now.PublicReasons}} {
		at, changed := changedIn(part.was, part.now, lang)
		if !changed {
			continue
		}
		title := textview.Block{ID: part.id, Kind: textview.Note, Text: b.room.Loc.T(part.id), Lang: b.room.Loc.Lang()}
		block := func(text string, marks []textview.Mark) textview.Block {
			return textview.Block{ID: part.id + "/text", Text: text, Lang: string(at), Marks: marks}
		}
		before, after := oneLine(part.was[at]), oneLine(part.now[at])
		lines = append(lines, title, block(textview.Spans(redline.Words(before, after))))
		old = append(old, title, block(before, brackets(before)))
		new = append(new, title, block(after, brackets(after)))
	}
	b.head(b.room.Loc.T("revisions.approved"), b.room.Loc.T("revisions.now"))
	b.redline.SetBlocks(lines)
	b.sides.SetBlocks(old, new)
}

// changedIn is the language in which words have changed: the wanted one, else the
// first.
func changedIn(was, now data.Words, want data.Lang) (data.Lang, bool) {
	for _, lang := range append([]data.Lang{want}, data.Langs...) {
		if was[lang] != now[lang] {
			return lang, true
		}
	}
	return want, false
}

// oneLine shows label and heading of a base text before its words.
func oneLine(base string) string { return strings.TrimSpace(strings.ReplaceAll(base, "\t", " ")) }
