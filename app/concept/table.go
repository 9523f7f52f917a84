package concept

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// table is every provision of the current text with what it rests on, and what rests
// on nothing.
type table struct {
	room    *room.Room
	bare    *look.Check
	says    *look.Text
	list    *look.List
	place   *look.Text
	words   *look.Text
	sources *sources
	save    *look.Button
	detail  *fyne.Container
	object  fyne.CanvasObject
	focus   func(fyne.Focusable)

	rows []sourced
	at   data.ID // the provision that is shown
}

// sourced is a provision with its sources; of an article also those of what stands in it.
type sourced struct {
	provision data.Provision
	own, all  []data.SourceRef
}

func newTable(r *room.Room) *table {
	x := &table{room: r, says: look.Wrapped(""), place: look.Heading(""), words: look.Content("", r.Loc.Lang())}
	loc := r.Loc
	x.bare = look.NewCheck(loc.T("concept.table.bare"), false, func(bool) { x.read() })
	x.list = look.NewList(func() int { return len(x.rows) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, o fyne.CanvasObject) { x.set(o.(*page.TwoLines), x.rows[i]) },
		func(i int) { x.chosen(i) })
	x.sources = newSources(r, func() data.Lang { return data.Lang(loc.Lang()) }, x.leave, x.record, func([]data.SourceRef) { x.save.Show() })
	x.save = look.NewPrimary(loc.T("concept.form.save"), x.record)
	x.detail = look.Column(x.place, x.words, x.sources.object, look.Row(look.Space(), x.save))
	x.detail.Hide()
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(x.says, x.bare)), nil, nil, nil, look.Ground(look.ColourPaper, x.list))
	x.object = look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(8, 12, 12, 12, x.detail)), 0.42)
	return x
}

// units are the provisions that a table of sources lists: recitals and articles, and
// below these what has sources of its own.
func units(t *desk.Text, of func(data.ID) []data.SourceRef) []sourced {
	var out []sourced
	for i, p := range t.Provisions {
		s := sourced{provision: p, own: of(p.ID)}
		switch p.Kind {
		case data.KindRecital, data.KindArticle:
			s.all = slices.Clone(s.own)
			for _, q := range t.Provisions[i+1:] {
				if q.Depth <= p.Depth {
					break
				}
				s.all = append(s.all, of(q.ID)...)
			}
		default:
			if s.all = s.own; len(s.own) == 0 {
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// read takes the text and its sources as the desk has them.
func (x *table) read() {
	loc := x.room.Loc
	x.rows = nil
	t, err := x.room.Desk.Current()
	if err != nil {
		x.says.SetText(loc.T("concept.table.no-text"))
		x.list.Refresh()
		return
	}
	bare, all := 0, 0
	for _, s := range units(t, x.of) {
		unit := s.provision.Kind == data.KindArticle || s.provision.Kind == data.KindRecital
		if unit {
			all++
			if len(s.all) == 0 {
				bare++
			}
		}
		if !x.bare.Ticked() || len(s.all) == 0 {
			x.rows = append(x.rows, s)
		}
	}
	x.says.SetText(loc.T("concept.table.says", "all", loc.N("concept.table.all", all), "bare", loc.N("concept.table.without", bare)))
	x.list.Refresh()
	if i := slices.IndexFunc(x.rows, func(s sourced) bool { return s.provision.ID == x.at }); i >= 0 {
		x.list.Mark(i)
	}
}

// of are the recorded sources of a provision.
func (x *table) of(id data.ID) []data.SourceRef {
	var out []data.SourceRef
	for _, s := range x.room.Desk.Sourcings().On(id) {
		out = append(out, s.Sources...)
	}
	return out
}

func (x *table) set(v *page.TwoLines, s sourced) {
	loc := x.room.Loc
	r, _ := s.provision.In(data.Lang(loc.Lang()))
	title := translations.Capital(loc.Cite(s.provision.Path))
	if words := firstWords(cmp.Or(r.Heading, r.Text), 90); words != "" {
		title = loc.T("concept.table.row", "place", title, "words", loc.Isolate(words))
	}
	v.Title.SetText(title)
	v.State.Colour = look.ColourMuted
	var names []string
	for _, src := range s.all {
		if name := cited(x.room, src); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	v.State.SetText(strings.Join(names, "; "))
	if len(names) == 0 {
		v.State.Colour = look.ColourReturned
		v.State.SetText(loc.T("concept.table.nothing"))
	}
	v.Refresh()
}

func (x *table) chosen(i int) {
	if i >= len(x.rows) {
		return
	}
	s := x.rows[i]
	r, lang := s.provision.In(data.Lang(x.room.Loc.Lang()))
	x.at = s.provision.ID
	x.place.SetText(translations.Capital(x.room.Loc.Cite(s.provision.Path)))
	x.words = look.Content(strings.TrimSpace(r.Heading+"\n"+r.Text), string(lang))
	x.detail.Objects[1] = x.words
	x.sources.show(s.own)
	x.save.Hide()
	x.detail.Show()
	x.detail.Refresh()
}

// leave gives the keyboard back to the list.
func (x *table) leave() {
	if x.focus != nil {
		x.focus(x.list)
	}
}

// record writes the sources of the provision that is shown.
func (x *table) record() {
	id, all := x.at, slices.Clone(x.sources.all)
	book := x.room.Desk.Sourcings()
	x.room.Act(func(ctx context.Context) error {
		there := book.On(id)
		s := data.Sourcing{Provision: id}
		if len(there) > 0 {
			s = there[0]
		}
		if len(all) == 0 {
			for _, old := range there {
				if err := book.Delete(ctx, old.ID); err != nil {
					return err
				}
			}
			return nil
		}
		s.Sources = all
		_, err := book.Set(ctx, s)
		return err
	}, func() {
		x.save.Hide()
		x.read()
		x.leave()
	})
}
