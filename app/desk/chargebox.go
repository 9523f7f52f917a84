package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
)

// chargeBox says who is in charge of the provision. What is somebody else's is
// handed over, with a note; the last notes stand below.
type chargeBox struct {
	tab     *positionTab
	who     *look.Select
	note    *textview.Editor
	all     *fyne.Container // the tick for all that the one who hands over has
	whole   bool            // it is ticked
	handing *fyne.Container // note, all and the button
	notes   *fyne.Container
	object  *fyne.Container

	provision data.ID
	members   []data.Member
	from, to  data.ID
}

// mostNotes is how many notes of handing over are shown.
const mostNotes = 3

func newChargeBox(t *positionTab, width float32) *chargeBox {
	b := &chargeBox{tab: t, note: textview.NewEditor(), notes: look.Column()}
	loc := t.room.Loc
	b.who = look.NewSelect(nil, -1, func(i int) { b.choose(i - 1) })
	b.note.MinRows, b.note.MaxRows = 2, 8
	b.note.Placeholder = loc.T("charge.note.placeholder")
	b.note.OnChanged = func(text string) { t.pad.note(handOverKey(b.from, b.provision), text); t.column.Refresh() }
	b.all = look.Stack()
	send := look.NewPrimary(loc.T("charge.hand-over"), b.handOver)
	stop := look.NewButton(loc.T("charge.stop"), func() { b.load(b.provision) }).Rank(look.Quiet)
	b.handing = look.Column(look.NewFrame(loc.T("charge.note"), look.Column(b.note, b.all)), look.Row(look.Space(), stop, send))
	b.object = look.Column(look.FormRow(width, look.Muted(loc.T("charge.title")), b.who), b.handing, b.notes)
	return b
}

// load shows who is in charge of a provision.
func (b *chargeBox) load(provision data.ID) {
	r := b.tab.room
	b.provision, b.members, b.whole = provision, r.Desk.Members(), false
	names := []string{r.Loc.T("charge.nobody")}
	for _, m := range b.members {
		names = append(names, m.Name)
	}
	b.from = data.ID{}
	now, ok := r.Desk.InCharge(provision)
	at := 0
	if ok {
		b.from = now.ID
		at = 1 + slices.IndexFunc(b.members, func(m data.Member) bool { return m.ID == now.ID })
	}
	b.who.SetOptions(names, at)
	b.handing.Hide()
	b.notes.Objects = nil
	for i, h := range r.Desk.HandOvers(provision) {
		if i == mostNotes {
			break
		}
		title := r.Loc.T("charge.handed", "from", memberName(r, h.From), "to", memberName(r, h.To), "time", r.Loc.Time(h.Time))
		b.notes.Add(look.NewFrame(title, look.Content(h.Note, "")))
	}
	b.object.Refresh()
}

// choose puts a member in charge (-1: nobody), or asks for a note first.
func (b *chargeBox) choose(i int) {
	to := data.ID{}
	if i >= 0 {
		to = b.members[i].ID
	}
	r, id := b.tab.room, b.provision
	if b.from.IsZero() || b.from == r.Desk.Me().ID && to.IsZero() || to == b.from {
		r.Act(func(ctx context.Context) error { return r.Desk.PutInCharge(ctx, []data.ID{id}, to) }, nil)
		return
	}
	if to.IsZero() {
		b.load(id)
		return
	}
	b.to = to
	text, _ := b.tab.pad.read(handOverKey(b.from, id))
	refill(b.note, text)
	b.all.Objects = []fyne.CanvasObject{look.NewCheck(r.Loc.T("charge.all", "name", memberName(r, b.from)), false, func(on bool) { b.whole = on })}
	b.handing.Show()
	b.tab.column.Refresh()
	focus(r, b.note)
}

func (b *chargeBox) handOver() {
	r, from, to, note := b.tab.room, b.from, b.to, b.note.Text()
	provisions := []data.ID{b.provision}
	if b.whole {
		provisions = nil
	}
	key := handOverKey(from, b.provision)
	r.Act(func(ctx context.Context) error {
		if err := r.Desk.HandOver(ctx, from, to, provisions, note); err != nil {
			return err
		}
		return b.tab.pad.drop(key, note)
	}, nil)
}

// handOverKey is the key of a note that is being written.
func handOverKey(from, provision data.ID) string {
	return "hand-over/" + from.String() + "/" + provision.String()
}
