package desk

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// historyTab lists all that was ever done about a provision, newest first.
type historyTab struct {
	room   *room.Room
	list   *fyne.Container
	object fyne.CanvasObject

	provision data.ID
	events    []entry // newest first
	most      int     // that are shown
	filling   portions
	turn      int
}

// entry is one event, or several of one act that differ in their language only:
// it is shown in the language that is read, and the others are named.
type entry struct {
	work.Event
	also []data.Lang
}

// oneAct is how far apart the changes of one act may be noted.
const oneAct = time.Second

// entries joins the languages of one act; events are newest first.
func entries(events []work.Event, read data.Lang) (list []entry) {
	for _, e := range events {
		last := len(list) - 1
		if last < 0 || e.Lang == "" || !sameAct(list[last].Event, e) || e.Lang == list[last].Lang || slices.Contains(list[last].also, e.Lang) {
			list = append(list, entry{Event: e})
			continue
		}
		x := &list[last]
		if e.Lang == read {
			e, x.Event = x.Event, e
		}
		x.also = append(x.also, e.Lang)
	}
	return list
}

func sameAct(a, b work.Event) bool {
	return a.What == b.What && a.By == b.By && a.Author == b.Author && a.Time.Sub(b.Time).Abs() <= oneAct
}

func newHistoryTab(r *room.Room, pad *pad) *historyTab {
	t := &historyTab{room: r, list: look.Column(), filling: portions{post: pad.onWindow}}
	t.object = look.Padded(look.NewFrame(r.Loc.T("panes.internal"), scrolled(0, 0, 0, t.list)))
	return t
}

func (t *historyTab) leave() {
	t.filling.stop()
	t.list.RemoveAll()
}
func (t *historyTab) flush() {}

func (t *historyTab) load(p data.Provision) { t.provision = p.ID }

// show reads the history, which takes time.
func (t *historyTab) show() {
	id := t.provision
	t.turn++
	turn := t.turn
	var events []work.Event
	t.room.Run(func(context.Context, data.Progress) (err error) {
		events, err = t.room.Desk.History(id)
		return err
	}, func() {
		if turn == t.turn {
			t.set(events)
		}
	})
}

// atOnce is how many events are shown at first, and then with every press for
// more: somewhat more than are in view.
const atOnce = 12

func (t *historyTab) set(events []work.Event) {
	slices.Reverse(events)
	t.events, t.most = entries(events, t.room.Selection.Lang()), atOnce
	t.fill()
}

// fill lists the latest events, and a button for more.
func (t *historyTab) fill() {
	var list []func() fyne.CanvasObject
	for i, e := range t.events[:min(len(t.events), t.most)] {
		list = append(list, func() fyne.CanvasObject {
			if i == 0 {
				return t.event(e)
			}
			return look.Column(look.Rule(), t.event(e))
		})
	}
	if n := len(t.events) - t.most; n > 0 {
		more := func() { t.most += atOnce; t.fill() }
		list = append(list, func() fyne.CanvasObject {
			return look.Row(look.NewButton(t.room.Loc.N("panes.history.more", n), more).Rank(look.Quiet))
		})
	}
	t.filling.list(t.list, list)
}

// event is one line of the history, with the words that changed.
func (t *historyTab) event(e entry) fyne.CanvasObject {
	loc := t.room.Loc
	what := loc.T(e.What)
	if e.Lang != "" {
		what += " (" + loc.Name("language", string(e.Lang)) + ")"
	}
	head := look.NewText(what)
	head.Bold, head.Shrink = true, true
	when := memberName(t.room, e.Author) + " · " + loc.Time(e.Time)
	if m := meetingWords(t.room, e.Meeting); m != "" {
		when += " · " + m
	}
	who := look.Wrapped(when)
	who.Colour, who.Scale = look.ColourMuted, theme.SizeNameCaptionText
	out := look.Stack(head, who)
	if len(e.Proponents) > 0 {
		out.Add(look.Wrapped(proponents(loc, data.Proposal{Proponents: e.Proponents})))
	}
	if !e.By.IsZero() {
		out.Add(look.Wrapped(pages.Speaker(loc, t.room.Desk.Register(), e.By)))
	}
	switch {
	case e.What == "event.position.stance":
		out.Add(look.Wrapped(loc.T("panes.history.from-to",
			"before", loc.Name("stance", e.Before), "after", loc.Name("stance", e.After))))
	case e.Before != "" || e.After != "":
		before := e.Before
		if before == "" { // words that are new as a whole are shown plainly
			before = e.After
		}
		out.Add(pages.NewPassage(before, e.After, e.Lang))
	}
	if len(e.also) > 0 {
		out.Add(small(loc.T("panels.history.also", "langs", languageNames(loc, e.also))))
	}
	return out
}

// languageNames lists languages in the order in which the UN lists them.
func languageNames(loc *translations.Localizer, langs []data.Lang) string {
	var names []string
	for _, l := range data.Langs {
		if slices.Contains(langs, l) {
			names = append(names, loc.Name("language", string(l)))
		}
	}
	return loc.List(names)
}

// memberName names a member; one who is not known any more is named so.
func memberName(r *room.Room, id data.ID) string {
	if name := r.Desk.Member(id).Name; name != "" {
		return r.Loc.Isolate(name)
	}
	return r.Loc.T("panes.member.unknown")
}
