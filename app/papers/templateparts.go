package papers

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export/paper"
	"travaux/translations"
)

// partsList is the order of the parts of a kind of paper: each can be moved up and
// down, or left out.
type partsList struct {
	room    *room.Room
	object  *fyne.Container
	changed func(order, out []string)
	order   []string // all of them
	out     []string
}

func newPartsList(r *room.Room, changed func(order, out []string)) *partsList {
	return &partsList{room: r, object: look.Column(), changed: changed}
}

// set shows the parts of a kind in an order; those that it does not name stand behind
// what stood before them.
func (l *partsList) set(usual, order, out []string) {
	all := slices.DeleteFunc(slices.Clone(order), func(id string) bool { return !slices.Contains(usual, id) })
	for i, id := range usual {
		if !slices.Contains(all, id) {
			at := 0
			if i > 0 {
				at = slices.Index(all, usual[i-1]) + 1
			}
			all = slices.Insert(all, at, id)
		}
	}
	l.order, l.out = all, slices.Clone(out)
	l.lay()
}

func (l *partsList) lay() {
	look.Rebuild(l.object, func() {
		l.object.RemoveAll()
		if len(l.order) == 0 {
			l.object.Add(page.Small(l.room.Loc.T("template.parts.none"), look.ColourMuted))
		}
		for i, id := range l.order {
			l.object.Add(l.row(i, id))
		}
	})
	l.object.Refresh()
}

func (l *partsList) row(i int, id string) fyne.CanvasObject {
	loc := l.room.Loc
	in := look.NewCheck(paper.PartName(id, loc), !slices.Contains(l.out, id), func(on bool) {
		l.out = slices.DeleteFunc(l.out, func(x string) bool { return x == id })
		if !on {
			l.out = append(l.out, id)
		}
		l.changed(l.order, l.out)
	})
	move := func(to int) func() {
		return func() {
			l.order = moved(l.order, i, to)
			l.lay()
			l.changed(l.order, l.out)
		}
	}
	up := moveButton(look.IconUp, loc.T("papers.bound.up"), i > 0, move(i-1))
	down := moveButton(look.IconDown, loc.T("papers.bound.down"), i+1 < len(l.order), move(i+1))
	return look.Border(nil, nil, nil, look.Row(up, down), in)
}

// phrases are how the delegation words what a kind of paper says by itself, in one
// language at a time.
type phrases struct {
	room    *room.Room
	object  fyne.CanvasObject
	lang    *look.Select
	rows    *fyne.Container
	fields  []*textview.Field
	ids     []string
	wording map[string]data.Words
	changed func(id string, lang data.Lang, words string)
	closing func()
}

func newPhrases(r *room.Room, changed func(id string, lang data.Lang, words string), closing func()) *phrases {
	p := &phrases{room: r, rows: look.Column(), changed: changed, closing: closing}
	var names []string
	for _, lang := range data.Langs {
		names = append(names, translations.Endonym(string(lang)))
	}
	p.lang = look.NewSelect(names, max(slices.Index(data.Langs, data.Lang(r.Loc.Lang())), 0), func(int) { p.lay() })
	p.object = look.Column(look.Row(p.lang, look.Space()), p.rows)
	return p
}

// set shows the phrases of a kind.
func (p *phrases) set(ids []string, wording map[string]data.Words) {
	p.ids, p.wording = ids, wording
	p.lay()
}

// lay shows a field for each phrase; while it is empty it shows what the program says.
func (p *phrases) lay() {
	lang := data.Langs[max(p.lang.Chosen(), 0)]
	usual := translations.New(string(lang))
	p.rows.RemoveAll()
	p.fields = nil
	if len(p.ids) == 0 {
		p.rows.Add(page.Small(p.room.Loc.T("template.words.none"), look.ColourMuted))
	}
	for _, id := range p.ids {
		f := page.Typing(p.closing, usual.T(id), func(typed string) {
			p.wording = with(p.wording, id, with(p.wording[id], lang, typed))
			p.changed(id, lang, typed)
		})
		f.Lang = string(lang)
		f.SetText(p.wording[id][lang])
		p.fields = append(p.fields, f)
		p.rows.Add(look.Stack(page.Small(p.room.Loc.T(id), look.ColourMuted), f))
	}
	p.rows.Refresh()
}
