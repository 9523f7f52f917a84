package desk

import (
	"context"
	"math/bits"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
)

// Outline is the pane with the structure of the text.
type Outline struct {
	// OnOpen is told that Enter was pressed on a row.
	OnOpen func()

	room    *room.Room
	viewing *Viewing
	filter  *textview.Field
	asked   *look.Filters // in the order of filterTitles
	folding *look.Button  // of asked
	meeting *meetingBox
	list    *outlineList
	bulk    *bulkBar
	object  fyne.CanvasObject

	selecting selecting

	text   *work.Text
	lang   data.Lang // of rows
	rows   []row
	shown  []int // indices into rows
	folded map[data.ID]bool
	typing map[data.ID]*typings
	turn   int // of the latest fetch
}

// NewOutline makes the pane; call Refresh to fill it.
func NewOutline(r *room.Room, v *Viewing) *Outline {
	o := &Outline{room: r, viewing: v, folded: map[data.ID]bool{}, filter: textview.NewField()}
	o.filter.Placeholder = r.Loc.T("panes.outline.filter")
	o.filter.OnChanged = func(string) { o.show() }
	o.filter.OnEscaped = func() { o.filter.SetText(""); o.show(); o.Focus() }
	o.filter.OnSubmitted = func(string) { o.takeFirst() }
	o.asked = o.newFilters()
	o.folding = look.NewIconButton(look.IconUp, "", o.foldFilters)
	o.meeting = newMeetingBox(r, o.folding)
	o.list = newOutlineList(o)
	o.bulk = newBulkBar(r, func() { o.chooseNone(); o.showChosen() })
	o.showFilters()
	head := look.Inset(5, 5, 6, 6, look.Column(o.filter, o.meeting.object, o.asked))
	o.object = look.Ground(look.ColourSurface, look.Border(head, o.bulk.object, nil, nil, o.list))
	r.Selection.Listen(o.selected)
	return o
}

// Object is what to place in the window.
func (o *Outline) Object() fyne.CanvasObject { return o.object }

// Focus gives the rows the keyboard.
func (o *Outline) Focus() { focus(o.room, o.list) }

// Refresh reads the desk again; rows and what is folded keep their place.
func (o *Outline) Refresh() {
	o.turn++
	turn, lang := o.turn, o.room.Selection.Lang()
	var text *work.Text
	var rows []row
	var typing map[data.ID]*typings
	o.room.Run(func(context.Context, data.Progress) error {
		t, err := o.room.Desk.Current()
		if data.CodeOf(err) == work.CodeNoText {
			return nil
		}
		if err != nil {
			return err
		}
		text, rows = t, rowsOf(o.room.Desk, o.viewing.wholes.of(t, lang), time.Now())
		typing = typingOn(o.room.Desk, t)
		return nil
	}, func() {
		if turn == o.turn {
			o.text, o.rows, o.lang, o.typing = text, rows, lang, typing
			o.meeting.show()
			o.count()
			o.show()
			o.bulk.show(o.several())
		}
	})
}

// lookForTyping finds out again where unsent typing is.
func (o *Outline) lookForTyping() {
	text, turn := o.text, o.turn
	if text == nil {
		return
	}
	var typing map[data.ID]*typings
	o.room.Run(func(context.Context, data.Progress) error {
		typing = typingOn(o.room.Desk, text)
		return nil
	}, func() {
		if turn == o.turn {
			o.typing = typing
			o.list.Refresh()
		}
	})
}

// typingIn is where unsent typing is on the provision of a row, and in all that
// it hides.
func (o *Outline) typingIn(r row, folded bool) places {
	switch t := o.typing[r.id]; {
	case t == nil:
		return 0
	case folded:
		return t.whole
	default:
		return t.own
	}
}

// newFilters are the questions above the rows.
func (o *Outline) newFilters() *look.Filters {
	list := make([]look.Filter, len(filterTitles))
	for i, id := range filterTitles {
		list[i] = look.Filter{Words: o.room.Loc.T(id), On: o.viewing.wanted.all(1 << i)}
	}
	return look.NewFilters(list, func(i int, on bool) {
		if o.viewing.wanted &^= 1 << i; on {
			o.viewing.wanted |= 1 << i
		}
		o.showFilters()
		o.show()
	})
}

// foldFilters puts the filters out of sight, or back; those that are on stay on.
func (o *Outline) foldFilters() {
	o.viewing.unasked = !o.viewing.unasked
	o.showFilters()
	o.object.Refresh()
}

// showFilters shows the filters, or how many are on while they are out of sight.
func (o *Outline) showFilters() {
	icon, tip, words := look.IconUp, "panels.filter.hide", ""
	if o.viewing.unasked {
		icon, tip = look.IconDown, "panels.filter.show"
		if n := bits.OnesCount8(uint8(o.viewing.wanted)); n > 0 {
			words = o.room.Loc.N("panels.filter.on", n)
		}
	}
	o.folding.SetIcon(icon)
	o.folding.SetWords(words)
	o.folding.WithTip(o.room.Loc.T(tip))
	look.SetShown(o.asked, !o.viewing.unasked)
}

// count shows on the filters of how many provisions each holds.
func (o *Outline) count() {
	for i, n := range counts(o.rows) {
		o.asked.SetCount(i, number(n))
	}
}

// filtered reports whether only some rows are shown, whatever is folded.
func (o *Outline) filtered() bool { return o.filter.Text() != "" || o.viewing.wanted != 0 }

// show works out the visible rows again.
func (o *Outline) show() {
	o.arrange()
	o.mark()
}

func (o *Outline) arrange() {
	o.shown = unfolded(o.rows, o.folded)
	if o.filtered() && o.text != nil {
		o.shown = kept(o.rows, o.viewing.wanted, matching(o.rows, o.text, o.filter.Text()))
	}
	o.list.Refresh()
}

// step selects the next provision (or with -1 the one before) of which the
// filters hold; without filters, the next without a position.
func (o *Outline) step(by int) {
	wanted := o.viewing.wanted
	if wanted == 0 {
		wanted = noPosition
	}
	at := slices.IndexFunc(o.rows, func(r row) bool { return r.id == o.room.Selection.Provision() })
	if at < 0 && by < 0 {
		at = len(o.rows)
	}
	if i := after(o.rows, at, by, wanted); i >= 0 {
		o.room.Selection.Select(o.rows[i].id)
	}
}

// selected follows the selection of the room.
func (o *Outline) selected() {
	if o.room.Selection.Lang() != o.lang {
		o.Refresh()
		return
	}
	o.reveal(o.room.Selection.Provision())
	o.mark()
}

// reveal unfolds what the provision stands in. Filters stay; what they hide is
// not shown for being selected elsewhere.
func (o *Outline) reveal(id data.ID) {
	if o.index(id) >= 0 || o.text == nil {
		return
	}
	p, ok := o.text.Find(id)
	if !ok {
		return
	}
	for up := p.Parent; !up.IsZero(); {
		delete(o.folded, up)
		container, ok := o.text.Find(up)
		if !ok {
			break
		}
		up = container.Parent
	}
	if o.filter.Text() != "" {
		o.filter.SetText("")
	}
	o.arrange()
}

// mark shows which row is selected, without selecting it.
func (o *Outline) mark() { o.list.mark(o.index(o.room.Selection.Provision())) }

// index is the visible row of a provision, -1 for none.
func (o *Outline) index(id data.ID) int {
	for i, at := range o.shown {
		if o.rows[at].id == id {
			return i
		}
	}
	return -1
}

func (o *Outline) at(i int) (row, bool) {
	if i < 0 || i >= len(o.shown) {
		return row{}, false
	}
	return o.rows[o.shown[i]], true
}

// toggle folds or unfolds a container.
func (o *Outline) toggle(id data.ID) {
	if o.folded[id] = !o.folded[id]; !o.folded[id] {
		delete(o.folded, id)
	}
	o.show()
}

// takeFirst selects the first row that the filter found by itself.
func (o *Outline) takeFirst() {
	if o.text == nil {
		return
	}
	if found := o.text.GoTo(o.filter.Text()); len(found) > 0 {
		o.room.Selection.Select(found[0].ID)
	} else if r, ok := o.at(0); ok {
		o.room.Selection.Select(r.id)
	}
	o.Focus()
}
