package intake

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/text"
	"travaux/translations"
)

// differenceList lists how the structure of an outline differs from the other
// language versions of its text.
type differenceList struct {
	loc     *translations.Localizer
	outline *text.Outline
	items   []text.Difference
	list    *look.List
	none    *fyne.Container // says that there are none
	object  fyne.CanvasObject
}

func newDifferenceList(loc *translations.Localizer, choose func(node int)) *differenceList {
	l := &differenceList{loc: loc, none: look.Inset(8, 8, 8, 8, look.Wrapped(loc.T("review.differences.none")))}
	l.list = differenceRows(
		func() int { return len(l.items) },
		func(i int) (string, string) {
			d := l.items[i]
			return cite(loc, d.Path), loc.T(string(d.Kind), "langs", languages(loc, d.Langs))
		},
		func(i int) { choose(nodeOf(l.outline, l.items[i].Path)) })
	l.object = look.Border(l.none, nil, nil, nil, look.Ground(look.ColourPaper, l.list))
	return l
}

func (l *differenceList) set(items []text.Difference, o *text.Outline) {
	l.items, l.outline = items, o
	l.none.Hidden = len(items) > 0
	l.list.Mark(-1)
	l.list.Refresh()
	l.object.Refresh()
}

// differenceRows is a list of two texts a row: where, and what.
func differenceRows(length func() int, words func(i int) (where, what string), chosen func(int)) *look.List {
	return look.NewList(length,
		func() fyne.CanvasObject {
			where := look.Ellipsis("")
			where.Bold = true
			what := look.Ellipsis("")
			what.Colour = look.ColourMuted
			return look.Inset(3, 3, 8, 8, look.Row(where, what))
		},
		func(i int, o fyne.CanvasObject) {
			row := o.(*fyne.Container).Objects[0].(*fyne.Container)
			where, what := words(i)
			row.Objects[0].(*look.Text).SetText(where)
			row.Objects[1].(*look.Text).SetText(what)
			row.Refresh()
		},
		chosen)
}

// cite names a place the way the window's language cites it; a place that has
// no such name is named by its path.
func cite(loc *translations.Localizer, path string) string { return loc.Isolate(loc.Cite(path)) }

func languages(loc *translations.Localizer, langs []data.Lang) string {
	var names []string
	for _, l := range langs {
		names = append(names, loc.T("language."+string(l)))
	}
	return loc.List(names)
}

// showJoined lists, after a language version was joined, the provisions that
// only some languages of the text have.
func showJoined(r *room.Room, t *desk.Text, list []desk.Difference) {
	var p *page.Page
	rows := differenceRows(
		func() int { return len(list) },
		func(i int) (string, string) {
			return cite(r.Loc, list[i].Path), r.Loc.T("review.joined.only", "languages", languages(r.Loc, list[i].Langs))
		},
		func(i int) {
			if at, ok := t.At(list[i].Path); ok {
				p.Leave()
				r.Selection.Read(list[i].Langs[0])
				r.Selection.Select(at.ID)
			}
		})
	note := look.Wrapped(r.Loc.N("review.joined", len(list), "symbol", r.Loc.Isolate(t.Revision.Symbol)))
	done := look.NewPrimary(r.Loc.T("review.joined.done"), func() { p.Close() })
	body := look.Border(look.Inset(10, 10, 14, 14, note), nil, nil, nil, look.Inset(0, 0, 14, 14, look.Ground(look.ColourPaper, rows)))
	p = page.Show(r, r.Loc.T("review.differences"), body, look.Row(look.Space(), done))
	p.Focus(done)
}
