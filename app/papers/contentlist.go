package papers

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// contentList shows what will be in the papers, and what is missing.
type contentList struct {
	room    *room.Room
	entries []entry
	object  fyne.CanvasObject
	list    *look.List
	count   *look.Text // how many provisions, how many of them approved
	empty   *look.Text
	missing *look.Text // languages without a summary
}

// entriesShown is how many provisions are seen at once.
const entriesShown = 8

func newContentList(r *room.Room) *contentList {
	c := &contentList{room: r, count: look.Muted(""), empty: look.Wrapped(""), missing: look.Wrapped("")}
	c.missing.Colour = look.ColourSubmitted
	c.list = look.NewList(
		func() int { return len(c.entries) },
		func() fyne.CanvasObject { return newEntryRow(r.Loc) },
		func(i int, row fyne.CanvasObject) { row.(*entryRow).set(c.entries[i]) },
		nil)
	rows := ofHeight(func() float32 {
		if len(c.entries) == 0 {
			return 0
		}
		return c.list.HeightOf(min(len(c.entries), entriesShown))
	}, look.Ground(look.ColourPaper, c.list))
	c.object = look.Column(look.Inset(8, 0, 0, 0, look.Heading(r.Loc.T("papers.content"))), c.count, c.missing, c.empty, rows)
	return c
}

// set lists the entries of an order.
func (c *contentList) set(list []entry, o order, s *summary) {
	loc := c.room.Loc
	c.entries = list
	approved := 0
	for _, e := range list {
		if e.state.InForce() {
			approved++
		}
	}
	c.count.SetText(loc.N("papers.count", len(list)) + "  ·  " + loc.N("papers.count.approved", approved))
	var bare []data.Lang
	for _, lang := range o.langs {
		if strings.TrimSpace(s.editors[lang].Text()) == "" {
			bare = append(bare, lang)
		}
	}
	say(c.missing, len(bare) > 0, loc.T("papers.lack.summary", "languages", languages(loc, bare)))
	reason := "papers.empty"
	switch {
	case len(o.langs) == 0:
		reason = "papers.empty.languages"
	case o.paper.ApprovedOnly:
		reason = "papers.empty.approved"
	}
	say(c.empty, len(list) == 0, loc.T(reason))
	c.list.Refresh()
	c.object.Refresh()
}

func say(t *look.Text, it bool, words string) {
	if !it {
		t.Hide()
		return
	}
	t.SetText(words)
	t.Show()
}

// entryRow is one provision: the sign of its approval, its number, the stance,
// and below what some languages lack.
type entryRow struct {
	widget.BaseWidget
	loc    *translations.Localizer
	dot    *look.Dot
	where  *look.Text
	stance *look.Text
	lacks  *look.Text
	box    *fyne.Container
}

func newEntryRow(loc *translations.Localizer) *entryRow {
	r := &entryRow{loc: loc, dot: look.NewDot(look.StateNone), where: look.Ellipsis(""), stance: look.Ellipsis(""), lacks: look.Ellipsis("")}
	r.where.Bold = true
	r.stance.Colour = look.ColourMuted
	r.lacks.Colour = look.ColourSubmitted
	r.box = look.Inset(3, 3, 8, 8, look.Row(r.dot, r.where, r.stance, look.Space(), r.lacks))
	r.ExtendBaseWidget(r)
	return r
}

func (r *entryRow) set(e entry) {
	r.dot.SetState(look.State(e.state))
	r.where.SetText(r.loc.Cite(e.path))
	r.stance.SetText(r.loc.Name("stance", string(e.stance)) + "  ·  " + r.loc.T("approval."+string(e.state)))
	r.lacks.SetText(e.words(r.loc))
	r.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *entryRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
