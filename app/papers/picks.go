package papers

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/export/paper"
)

// newPlaces is a list of provisions of the text that is negotiated, by their numbers.
func newPlaces(r *room.Room) *page.Picked[data.ID] {
	return page.NewPicked(r, r.Loc.T("packages.form.place"), r.Loc.T("packages.form.not-found"),
		func(typed string) (data.ID, bool) {
			t, err := r.Desk.Current()
			if err != nil {
				r.Fail(err)
				return data.ID{}, false
			}
			if list := t.GoTo(typed); len(list) > 0 {
				return list[0].ID, true
			}
			return data.ID{}, false
		},
		func(id data.ID) string { return page.Cited(r, []data.ID{id}) })
}

// newRevisions is a list of texts, by their symbols.
func newRevisions(r *room.Room) *page.Picked[data.ID] {
	name := func(v data.Revision) string {
		if v.Symbol != "" {
			return r.Loc.Isolate(v.Symbol)
		}
		return r.Loc.Name("revision-kind", string(v.Kind))
	}
	all := r.Desk.Revisions()
	var symbols []string
	for _, v := range all {
		symbols = append(symbols, name(v))
	}
	return page.NewPicked(r, r.Loc.List(symbols), r.Loc.T("papers.revisions.unknown"),
		func(typed string) (data.ID, bool) {
			for _, v := range slices.Backward(all) {
				if strings.Contains(strings.ToLower(v.Symbol), strings.ToLower(typed)) {
					return v.ID, true
				}
			}
			return data.ID{}, false
		},
		func(id data.ID) string {
			for _, v := range all {
				if v.ID == id {
					return name(v)
				}
			}
			return r.Loc.T("packages.gone")
		})
}

// newIssues is a list of issues of the matrix, by words of their names.
func newIssues(r *room.Room) *page.Picked[data.ID] {
	return page.NewPicked(r, r.Loc.T("papers.issues.hint"), r.Loc.T("papers.issues.unknown"),
		func(typed string) (data.ID, bool) {
			for _, x := range r.Desk.Issues() {
				if strings.Contains(strings.ToLower(x.Title), strings.ToLower(typed)) {
					return x.ID, true
				}
			}
			return data.ID{}, false
		},
		func(id data.ID) string {
			for _, x := range r.Desk.Issues() {
				if x.ID == id {
					return x.Title
				}
			}
			return r.Loc.T("packages.gone")
		})
}

// boundPapers are the papers of a briefing book, in their order.
type boundPapers struct {
	room    *room.Room
	object  fyne.CanvasObject
	rows    *fyne.Container
	add     *look.Select
	all     []data.PaperOrder
	changed func()
}

// newBoundPapers makes it; fill gives the order of a kind as its own form has it now.
func newBoundPapers(r *room.Room, changed func(), fill func(kind string) data.PaperOrder) *boundPapers {
	b := &boundPapers{room: r, rows: look.Column(), changed: changed}
	var kinds, names []string
	for _, k := range paper.Kinds {
		if !k.Heeds(paper.AskBound) {
			kinds, names = append(kinds, k.ID), append(names, k.Name(r.Loc))
		}
	}
	b.add = look.NewSelect(names, -1, func(i int) {
		b.put(append(slices.Clip(b.all), fill(kinds[i])))
		b.add.Choose(-1)
	})
	b.object = look.Column(look.Muted(r.Loc.T("papers.bound")), b.rows, page.Labelled(r.Loc.T("papers.bound.add"), b.add))
	return b
}

func (b *boundPapers) put(all []data.PaperOrder) {
	b.set(all)
	b.changed()
}

// set shows papers.
func (b *boundPapers) set(all []data.PaperOrder) {
	b.all = all
	look.Rebuild(b.rows, func() {
		b.rows.RemoveAll()
		for i, o := range all {
			b.rows.Add(b.row(i, o))
		}
	})
	b.rows.Refresh()
}

func (b *boundPapers) row(i int, o data.PaperOrder) fyne.CanvasObject {
	loc := b.room.Loc
	k, _ := paper.ByID(o.Kind)
	words := k.Name(loc)
	if title := o.Title.In(data.Lang(loc.Lang())); title != "" && !look.FramesBlanked() {
		words += " · " + title
	}
	up := moveButton(look.IconUp, loc.T("papers.bound.up"), i > 0, func() { b.put(moved(b.all, i, i-1)) })
	down := moveButton(look.IconDown, loc.T("papers.bound.down"), i+1 < len(b.all), func() { b.put(moved(b.all, i, i+1)) })
	less := look.NewIconButton(look.IconClose, "", func() { b.put(slices.Delete(slices.Clone(b.all), i, i+1)) }).WithTip(loc.T("packages.form.remove"))
	return look.Border(nil, nil, look.Muted(loc.Number(i+1)+"  "), look.Row(up, down, less), look.Ellipsis(words))
}

func moveButton(icon look.IconName, tip string, on bool, do func()) *look.Button {
	b := look.NewIconButton(icon, "", do).WithTip(tip)
	b.SetEnabled(on)
	return b
}

// moved puts what stands at one place to another.
func moved[T any](all []T, from, to int) []T {
	out := slices.Clone(all)
	x := out[from]
	out = slices.Delete(out, from, from+1)
	return slices.Insert(out, to, x)
}
