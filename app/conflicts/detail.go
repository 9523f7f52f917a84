package conflicts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/redline"
	"travaux/data/text/bracket"
	"travaux/translations"
)

// acts are what a person can do with a conflict.
type acts struct {
	keep               func(version int)
	merge, write, open func()
}

// detail shows one conflict: the redline between its versions and the proposed
// merge above, the versions side by side below, each with the button that keeps
// it.
type detail struct {
	room   *room.Room
	acts   acts
	object *fyne.Container
	body   *fyne.Container

	title, where *look.Text
	words        *textview.Document
	sides        *textview.Columns
	heads        *fyne.Container // above the versions
	mergeButton  *look.Button
	writeButton  *look.Button
	openButton   *look.Button
	buttons      *fyne.Container

	merged desk.Merged
	clean  bool
}

// leastDetail is how high, for normal text, the detail is at the least: in less
// room it scrolls.
const leastDetail = 420

func newDetail(r *room.Room, a acts) *detail {
	loc := r.Loc
	d := &detail{room: r, acts: a, title: look.Ellipsis(""), where: look.Wrapped(""), words: textview.NewDocument(), sides: textview.NewColumns(2), heads: look.Evenly()}
	d.title.Bold = true
	d.where.Colour = look.ColourMuted
	d.words.Margin = false
	keyed := func(id string, key fyne.KeyName) string {
		return loc.T("revisions.keyed", "words", loc.T(id), "key", string(key))
	}
	d.mergeButton = look.NewPrimary(keyed("conflicts.merge", mergeKey), a.merge)
	d.writeButton = look.NewButton(keyed("conflicts.write", writeKey), a.write)
	d.openButton = look.NewButton(keyed("revisions.open", openKey), a.open)
	d.buttons = look.Flow(d.mergeButton, d.writeButton, d.openButton)
	head := look.Inset(2, 8, 10, 12, look.Column(d.title, d.where, d.buttons))
	sides := look.Border(look.Stack(look.Rule(), look.Inset(4, 4, 10, 10, d.heads)), nil, nil, nil, d.sides)
	both := look.Halfway(d.words, sides)
	frame := look.NewFrame(loc.T("panes.internal"), both)
	d.body = look.Border(head, nil, nil, nil, look.Inset(0, 6, 6, 6, frame))
	d.object = container.NewStack(page.AtLeast(leastDetail, d.body))
	d.clear()
	return d
}

// clear shows nothing.
func (d *detail) clear() {
	d.clean = false
	d.body.Hide()
}

func (d *detail) show(c desk.Conflict, merged desk.Merged, clean bool) {
	d.merged, d.clean = merged, clean
	loc := d.room.Loc
	d.title.SetText(title(c, d.room))
	d.where.SetText(loc.T("conflicts.why." + why(c, clean)))
	look.SetShown(d.mergeButton, clean)
	look.SetShown(d.writeButton, c.Words())
	look.SetShown(d.openButton, len(c.Provisions) > 0)
	d.words.SetBlocks(d.comparison(c))
	d.showVersions(c)
	d.body.Show()
	d.body.Refresh()
}

// why names what is said of a conflict: whether a merge is proposed, and why not.
func why(c desk.Conflict, clean bool) string {
	for _, v := range c.Versions {
		if v.Deleted {
			return "deleted"
		}
	}
	switch {
	case clean:
		return "clean"
	case c.Words():
		return "meet"
	}
	return "choose"
}

func (d *detail) showVersions(c desk.Conflict) {
	d.sides.SetCount(len(c.Versions))
	d.heads.Objects = nil
	columns := make([][]textview.Block, len(c.Versions))
	for i, v := range c.Versions {
		d.sides.Document(i).Margin = false
		name := look.Ellipsis(who(c, i, d.room))
		keep := look.NewButton(d.room.Loc.T("revisions.keyed", "words", d.room.Loc.T("conflicts.keep"), "key", d.room.Loc.Number(i+1)), func() { d.acts.keep(i) })
		d.heads.Add(look.Inset(0, 0, 2, 8, look.Border(nil, nil, nil, keep, name)))
		columns[i] = d.blocks(partsOf(c, v, d.room.Loc), strconv.Itoa(i))
	}
	d.sides.SetBlocks(columns...)
	d.heads.Refresh()
}

// comparison sets out the redline from the version that is shown to each other
// one, and the proposed merge against all.
func (d *detail) comparison(c desk.Conflict) (blocks []textview.Block) {
	loc := d.room.Loc
	if !c.Words() {
		if d.clean {
			blocks = append(blocks, d.note("merge", loc.T("conflicts.merged")))
			blocks = append(blocks, d.blocks(detailParts(d.merged.Details, loc), "merge")...)
		}
		return blocks
	}
	if d.clean {
		for i := range c.Versions {
			id := "merge" + strconv.Itoa(i)
			blocks = append(blocks, d.note(id, loc.T("conflicts.merged-against", "n", loc.Number(i+1))),
				d.redline(id+"/words", c.Versions[i].Text, d.merged.Text, c.Lang))
		}
		return blocks
	}
	for i := 1; i < len(c.Versions); i++ {
		id := "line" + strconv.Itoa(i)
		blocks = append(blocks, d.note(id, loc.T("conflicts.between", "from", loc.Number(i+1), "to", loc.Number(1))),
			d.redline(id+"/words", c.Versions[i].Text, c.Versions[0].Text, c.Lang))
	}
	return blocks
}

func (d *detail) note(id, words string) textview.Block {
	return textview.Block{ID: id, Kind: textview.Note, Text: words, Lang: d.room.Loc.Lang()}
}

func (d *detail) redline(id, before, after string, lang data.Lang) textview.Block {
	text, marks := textview.Spans(redline.Words(before, after))
	return textview.Block{ID: id, Text: text, Lang: string(lang), Marks: marks}
}

// blocks set out the parts of a version.
func (d *detail) blocks(parts []part, id string) (blocks []textview.Block) {
	for i, p := range parts {
		at := id + "/" + strconv.Itoa(i)
		if p.title != "" {
			blocks = append(blocks, d.note(at+"/title", translations.Capital(p.title)))
		}
		b := textview.Block{ID: at, Text: p.words, Lang: string(p.lang)}
		if p.ours {
			b.Lang = d.room.Loc.Lang()
		} else {
			b.Marks = brackets(p.words)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// brackets tints the brackets of a text by their depth.
func brackets(text string) (marks []textview.Mark) {
	for _, m := range bracket.Parse([]string{text}).Marks(0, bracket.FieldText) {
		marks = append(marks, textview.Mark{Kind: textview.Bracket, Start: m.Start, End: m.End, Depth: m.Depth, Ref: strconv.Itoa(m.Pair)})
	}
	return marks
}
