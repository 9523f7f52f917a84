package intake

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data/text"
)

// tools are what sets the outline right: buttons above the list; below it what
// is doubtful about the selected node, and its heading.
type tools struct {
	review      *review
	top, bottom *fyne.Container

	undo, redo             *look.Button
	previous, next         *look.Button
	promote, demote, split *look.Button
	merge                  *look.Button
	doubts                 *look.Text // how many places are doubtful
	where                  *look.Text
	reasons                *look.Text
	settle                 *look.Button
	heading                *textview.Field
}

func newTools(v *review) *tools {
	loc := v.room.Loc
	t := &tools{review: v, doubts: look.Ellipsis(""), where: look.Ellipsis(""), reasons: look.Wrapped(""), heading: textview.NewField()}
	icon := func(i look.IconName, id string, do func()) *look.Button {
		return look.NewIconButton(i, "", do).WithTip(loc.T(id))
	}
	t.undo = icon(look.IconUndo, "review.undo", v.undo)
	t.redo = icon(look.IconRedo, "review.redo", v.redo)
	t.previous = icon(look.IconUp, "review.doubt.previous", func() { v.doubt(-1) })
	t.next = icon(look.IconDown, "review.doubt.next", func() { v.doubt(1) })
	t.promote = look.NewIconButton(look.IconBack, loc.T("review.promote"), func() { v.do(promote(v.node)) }).WithTip(loc.T("review.promote.tip"))
	t.demote = look.NewIconButton(look.IconForward, loc.T("review.demote"), func() { v.do(demote(v.node)) }).WithTip(loc.T("review.demote.tip"))
	t.merge = look.NewIconButton(look.IconUp, loc.T("review.merge"), func() { v.do(merge(v.node)) }).WithTip(loc.T("review.merge.tip"))
	t.split = look.NewIconButton(look.IconDown, loc.T("review.split"), v.split).WithTip(loc.T("review.split.tip"))
	t.top = look.Stack(
		look.Row(t.previous, t.next, t.doubts, look.Space(), t.undo, t.redo),
		look.Row(t.promote, t.demote, t.merge, t.split))
	t.where.Bold = true
	t.settle = look.NewIconButton(look.IconApprove, loc.T("review.settle"), func() { v.do(settle(v.node)) }).WithTip(loc.T("review.settle.tip"))
	t.heading.Placeholder = loc.T("review.heading.none")
	set := func() { v.do(retitle(v.node, t.heading.Text())) }
	t.heading.OnSubmitted = func(string) {
		set()
		v.page.Focus(v.list)
	}
	t.reasons.Colour = look.ColourLapsed
	t.bottom = look.Inset(6, 6, 4, 4, look.Column(
		look.Border(nil, nil, nil, t.settle, t.where),
		t.reasons, // holds its line when it is empty, so that the list keeps its height
		look.Border(nil, nil, look.NewText(loc.T("review.heading")), look.NewButton(loc.T("review.retitle"), set), look.Inset(0, 0, 6, 6, t.heading)),
	))
	return t
}

// count shows how many doubtful places there are and what can be undone.
func (t *tools) count() {
	d := t.review.draft
	n := d.counts().doubts
	t.doubts.SetText(t.review.room.Loc.N("review.doubts", n))
	t.previous.SetEnabled(n > 0)
	t.next.SetEnabled(n > 0)
	t.undo.SetEnabled(len(d.done) > 0)
	t.redo.SetEnabled(len(d.undone) > 0)
}

// show speaks of another node.
func (t *tools) show(n *text.Node) {
	loc := t.review.room.Loc
	where := loc.Cite(n.Path)
	if where == n.Path { // which nobody cites
		where = loc.Name("kind", string(n.Kind))
	}
	t.where.SetText(where)
	t.heading.Lang = string(t.review.draft.outline.Lang)
	t.heading.SetText(n.Heading)
	var why []string
	for _, id := range n.Doubts {
		why = append(why, loc.T(id))
	}
	t.reasons.SetText(strings.Join(why, " "))
	t.settle.SetEnabled(len(n.Doubts) > 0)
	_, can := t.review.source.splitPlace(n)
	t.split.SetEnabled(can)
	t.promote.SetEnabled(n.Depth > 0)
	t.merge.SetEnabled(t.review.node > 0)
	t.bottom.Refresh()
}
