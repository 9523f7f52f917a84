package revisions

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// head says which two revisions are compared, and lets one choose others.
type head struct {
	room      *room.Room
	changed   func(later bool) // another one was chosen
	object    fyne.CanvasObject
	summary   *look.Text
	crossed   *crossedBox
	saving    *saving
	papers    *fyne.Container // buttons for what can be had on paper
	old, new  *look.Select
	revisions []data.Revision // oldest first
	oldAt     int             // in revisions; -1: there is none
	newAt     int
}

func newHead(r *room.Room, changed func(later bool)) *head {
	h := &head{room: r, changed: changed, oldAt: -1, newAt: -1, summary: look.Ellipsis("")}
	h.summary.Colour = look.ColourMuted
	h.old = look.NewSelect(nil, -1, func(i int) { h.oldAt = i; h.fill(); h.changed(false) })
	h.new = look.NewSelect(nil, -1, func(i int) { h.take(i + 1); h.changed(true) })
	h.saving = newSaving(r, h)
	h.papers = look.Row(h.saving.button)
	loc := r.Loc
	var open func()
	if r.RedLines != nil {
		open = func() { r.RedLines(data.ID{}) }
	}
	h.crossed = newCrossedBox(loc, open)
	h.object = look.Column(page.Columns([]float32{1, 1},
		look.Border(nil, nil, look.Inset(0, 0, 0, 6, look.Muted(loc.T("revisions.old"))), nil, h.old),
		look.Border(nil, nil, look.Inset(0, 0, 0, 6, look.Muted(loc.T("revisions.new"))), nil, h.new),
	), look.Border(nil, nil, nil, h.papers, h.summary), h.crossed.object, h.saving.object)
	return h
}

// choose takes a revision and the one before it; of the zero ID, the current
// one.
func (h *head) choose(revision data.ID) {
	h.revisions = h.room.Desk.Revisions()
	at := slices.IndexFunc(h.revisions, func(r data.Revision) bool { return r.ID == revision })
	if at < 0 {
		at = len(h.revisions) - 1
	}
	h.take(at)
}

// take takes the later revision by its place, and the one before it.
func (h *head) take(at int) {
	h.newAt, h.oldAt = at, at-1
	h.fill()
}

// fill shows what can be chosen: every revision that has one before it, and all
// that were before the chosen one.
func (h *head) fill() {
	var names []string
	for _, r := range h.revisions {
		names = append(names, h.name(r))
	}
	if !h.comparable() {
		h.object.Hide()
		return
	}
	h.old.SetOptions(names[:h.newAt], h.oldAt)
	h.new.SetOptions(names[1:], h.newAt-1)
	h.object.Show()
}

// name is the symbol of a revision and its date.
func (h *head) name(r data.Revision) string {
	loc := h.room.Loc
	symbol := revisionName(r, loc)
	if r.Date.IsZero() {
		return symbol
	}
	return loc.T("revisions.name", "symbol", symbol, "date", loc.Date(r.Date.Year, r.Date.Month, r.Date.Day))
}

// revisionName is the symbol of a revision; of one without, what it is.
func revisionName(r data.Revision, loc *translations.Localizer) string {
	if r.Symbol == "" {
		return loc.Name("revision-kind", string(r.Kind))
	}
	return loc.Isolate(r.Symbol)
}

// read notes which revisions there are now, and tells whether it is others.
func (h *head) read() bool {
	now := h.room.Desk.Revisions()
	same := slices.EqualFunc(now, h.revisions, func(a, b data.Revision) bool { return a.ID == b.ID })
	switch {
	case same:
	case h.comparable():
		h.choose(h.later())
	default: // the one there was had none before it: the latest may have
		h.choose(data.ID{})
	}
	return !same
}

// count says in one line how much changed, and what waits.
func (h *head) count() {
	revision := h.later()
	n := map[data.PairKind]int{}
	waiting := 0
	var crossed, fresh []data.Crossing
	h.room.Run(func(context.Context, data.Progress) error {
		for _, p := range h.room.Desk.Pairings(revision) {
			n[p.Kind]++
		}
		waiting = len(h.room.Desk.Queue())
		crossed, fresh = h.room.Desk.RevisionCrossings(revision)
		return nil
	}, func() {
		if revision == h.later() {
			h.summary.SetText(h.words(n, waiting))
			h.crossed.set(crossed, fresh, h.citeIn(revision))
			if h.saving.resize != nil {
				h.saving.resize() // the box makes the head higher, or lower
			}
		}
	})
}

func (h *head) words(n map[data.PairKind]int, waiting int) string {
	loc := h.room.Loc
	var all []string
	for _, k := range data.PairKinds {
		if k != data.PairUnchanged && n[k] > 0 {
			all = append(all, loc.T("revisions.count", "what", loc.Name("pair-kind", string(k)), "n", loc.Number(n[k])))
		}
	}
	if waiting > 0 {
		all = append(all, loc.T("revisions.count", "what", loc.T("revisions.tab.queue"), "n", loc.Number(waiting)))
	}
	return strings.Join(all, " · ")
}

// citeIn names provisions as they are numbered in a revision.
func (h *head) citeIn(revision data.ID) func(data.ID) string {
	return func(id data.ID) string {
		t, err := h.room.Desk.Text(revision)
		if err != nil {
			return ""
		}
		if p, ok := t.Find(id); ok {
			return h.room.Loc.Cite(p.Path)
		}
		return ""
	}
}

// comparable reports whether there are two revisions.
func (h *head) comparable() bool { return h.oldAt >= 0 && h.newAt > h.oldAt }

// earlier is the revision that is compared with; zero if there is none.
func (h *head) earlier() data.ID {
	if !h.comparable() {
		return data.ID{}
	}
	return h.revisions[h.oldAt].ID
}

// later is the revision that the page is about; zero if there is none.
func (h *head) later() data.ID {
	if h.newAt < 0 || h.newAt >= len(h.revisions) {
		return data.ID{}
	}
	return h.revisions[h.newAt].ID
}
