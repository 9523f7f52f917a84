package capital

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// form is one decision that is asked of capital.
type form struct {
	room  *room.Room
	keep  *page.Keep
	saved func(data.ID)

	question *textview.Editor
	place    *textview.Field
	where    *look.Text
	deadline *textview.Field
	zone     *look.Select
	when     *look.Text // the deadline on both clocks
	answer   *look.Select
	closed   *look.Check
	withdraw *look.Button
	object   *look.Frame

	zones   []string
	answers []data.ID
	request data.Request // as it is in the form
	typed   string       // of the deadline
}

// kept is a request as it is kept while it is typed.
type kept struct {
	Request data.Request
	Typed   string
}

func newForm(r *room.Room, saved func(data.ID)) *form {
	f := &form{room: r, saved: saved, where: look.Wrapped(""), when: look.Wrapped("")}
	loc := r.Loc
	f.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	f.when.Colour = look.ColourMuted
	f.question = textview.NewEditor()
	f.question.MaxRows, f.question.Placeholder = 10, loc.T("capital.form.question")
	f.question.OnChanged = func(text string) { f.request.Question = text; f.note() }
	f.question.OnSubmitted = func(string) { f.save() }
	f.place, f.deadline = textview.NewField(), textview.NewField()
	f.place.Placeholder, f.place.OnSubmitted = loc.T("packages.form.place"), f.found
	f.deadline.Placeholder, f.deadline.OnChanged = loc.T("capital.form.deadline"), func(text string) { f.typed = text; f.note(); f.tell() }
	f.zone = look.NewSelect(nil, 0, func(int) { f.note(); f.tell() })
	f.answer = look.NewSelect(nil, 0, func(i int) { f.request.Answered = f.answers[i]; f.note() })
	f.closed = look.NewCheck(loc.T("capital.form.closed"), false, func(on bool) { f.request.Closed = on; f.note() })
	f.withdraw = look.NewButton(loc.T("capital.form.withdraw"), f.remove).Rank(look.Quiet)
	save := look.NewPrimary(loc.T("capital.form.save"), f.save)
	f.object = look.NewFrame(loc.T("capital.frame"), look.Column(
		page.Labelled(loc.T("capital.question"), f.question),
		page.Columns([]float32{2, 3}, page.Labelled(loc.T("capital.form.place"), f.place), page.Labelled("", f.where)),
		page.Columns([]float32{2, 2}, page.Labelled(loc.T("capital.deadline"), f.deadline), page.Labelled(loc.T("capital.form.zone"), f.zone)),
		f.when,
		page.Labelled(loc.T("capital.form.answer"), f.answer), f.closed,
		look.Row(f.withdraw, look.Space(), save),
	))
	return f
}

func (f *form) key() string {
	if f.request.ID.IsZero() {
		return "request/new"
	}
	return "request/" + f.request.ID.String()
}

func (f *form) note() {
	if m, err := data.ParseMoment(f.typed, f.zones[max(f.zone.Chosen(), 0)]); err == nil {
		f.request.Deadline = m
	}
	text, err := json.Marshal(kept{f.request, f.typed})
	if err != nil {
		f.room.Fail(err)
		return
	}
	f.keep.Note(f.key(), string(text))
}

// begin is a new request, or the one that was begun and not recorded.
func (f *form) begin(provision data.ID) {
	f.load(data.Request{})
	if f.request.Question == "" && f.request.Provision.IsZero() && !provision.IsZero() {
		f.request.Provision = provision
		f.show()
	}
}

// load shows a request, as it was being changed.
func (f *form) load(r data.Request) {
	f.request, f.typed = r, r.Deadline.String()
	var k kept
	if text, ok := f.keep.Read(f.key()); ok && json.Unmarshal([]byte(text), &k) == nil {
		k.Request.ID, k.Request.Author, k.Request.Time = r.ID, r.Author, r.Time
		f.request, f.typed = k.Request, k.Typed
	}
	f.show()
}

func (f *form) show() {
	loc, d := f.room.Loc, f.room.Desk
	n := d.Negotiation()
	f.zones = nil
	var names []string
	for _, zone := range []string{f.request.Deadline.Zone, n.Place, n.Capital, ""} {
		if !slices.Contains(f.zones, zone) {
			f.zones = append(f.zones, zone)
			names = append(names, loc.Place(zone))
		}
	}
	at := f.request.Deadline.Zone
	if f.request.Deadline.IsZero() {
		at = n.Place
	}
	f.zone.SetOptions(names, max(slices.Index(f.zones, at), 0))
	f.answers = []data.ID{{}}
	answers := []string{loc.T("capital.form.answer.none")}
	for _, i := range slices.Backward(d.AllInstructions()) {
		f.answers = append(f.answers, i.ID)
		name := i.Reference
		if name == "" {
			name = shortened(i.Text)
		}
		answers = append(answers, name)
	}
	f.answer.SetOptions(answers, max(slices.Index(f.answers, f.request.Answered), 0))
	f.question.SetText(f.request.Question)
	f.deadline.SetText(f.typed)
	f.place.SetText("")
	f.closed.SetTicked(f.request.Closed)
	look.SetShown(f.withdraw, !f.request.ID.IsZero())
	f.tell()
}

// shortened is the beginning of a text, for a line in a list.
func shortened(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// tell says which provision it is about, and when the deadline is on both clocks.
func (f *form) tell() {
	loc := f.room.Loc
	where := loc.T("capital.whole")
	if !f.request.Provision.IsZero() {
		where = page.Cited(f.room, []data.ID{f.request.Provision})
	}
	f.where.SetText(where)
	m, err := data.ParseMoment(f.typed, f.zones[max(f.zone.Chosen(), 0)])
	f.when.Colour = look.ColourMuted
	switch {
	case err != nil:
		f.when.Colour = look.ColourDanger
		f.when.SetText(loc.T("capital.form.deadline.wrong"))
	case m.IsZero():
		f.when.SetText(loc.T("capital.deadline.none"))
	default:
		f.when.SetText(clocks(f.room, m))
	}
}

// found takes the provision that a typed number means; "": none.
func (f *form) found(typed string) {
	if typed == "" {
		f.request.Provision = data.ID{}
		f.note()
		f.tell()
		return
	}
	t, err := f.room.Desk.Current()
	if err != nil {
		f.room.Fail(err)
		return
	}
	list := t.GoTo(typed)
	if len(list) == 0 {
		f.room.Toast(f.room.Loc.T("packages.form.not-found"))
		return
	}
	f.request.Provision = list[0].ID
	f.place.SetText("")
	f.note()
	f.tell()
}

// save records the request; a deadline that cannot be read is refused.
func (f *form) save() {
	m, err := data.ParseMoment(f.typed, f.zones[max(f.zone.Chosen(), 0)])
	if err != nil {
		f.room.Fail(err)
		return
	}
	key, r := f.key(), f.request
	r.Deadline = m
	f.room.Act(func(ctx context.Context) (err error) {
		r, err = f.room.Desk.SetRequest(ctx, r)
		return err
	}, func() {
		f.keep.Drop(key)
		f.saved(r.ID)
	})
}

// remove takes the request back.
func (f *form) remove() {
	key, id := f.key(), f.request.ID
	f.room.Act(func(ctx context.Context) error { return f.room.Desk.DeleteRequest(ctx, id) }, func() {
		f.keep.Drop(key)
		f.saved(data.ID{})
	})
}
