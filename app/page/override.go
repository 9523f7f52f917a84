package page

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// Override says that a paper crosses red lines, and lets the head of delegation let
// it out with a reason; others are told who can.
type Override struct {
	Object  *look.Frame
	Lines   *fyne.Container // what is crossed
	Note    *look.Text
	Asking  fyne.CanvasObject // for the head
	Reason  *textview.Editor
	Release *look.Button

	room *room.Room
	keep *Keep
	key  string // of the reason that is typed
}

// NewOverride makes one that keeps the reason under a key while it is typed.
// release is told the reason, and lets the paper out with Act.
func NewOverride(r *room.Room, keep *Keep, key string, release func(reason string)) *Override {
	o := &Override{Lines: look.Column(), Note: look.Wrapped(""), Reason: textview.NewEditor(), room: r, keep: keep, key: key}
	o.Reason.MinRows, o.Reason.MaxRows = 2, 5
	o.Reason.Placeholder = r.Loc.T("redline.override.reason")
	if text, ok := keep.Read(key); ok {
		o.Reason.SetText(text)
	}
	o.Reason.OnChanged = func(text string) { keep.Note(key, text) }
	o.Release = look.NewButton(r.Loc.T("redline.override.do"), func() { release(o.Reason.Text()) })
	o.Asking = look.Column(o.Reason, look.Row(look.Space(), o.Release))
	o.Object = look.NewFrame(r.Loc.T("redline.override.frame"), look.Column(o.Lines, o.Note, o.Asking))
	o.Object.Hide()
	return o
}

// Show shows whether a paper crosses red lines, and whether it is refused for that.
func (o *Override) Show(crossed, refused bool) {
	head := o.room.Desk.Me().Role.May(data.RightOverride)
	id := "redline.override.done"
	switch {
	case refused && head:
		id = "redline.override.ask"
	case refused:
		id = "redline.override.others"
	}
	o.Note.SetText(o.room.Loc.T(id))
	look.SetShown(o.Asking, refused && head)
	look.SetShown(o.Object, crossed)
	o.Object.Refresh()
}

// Act does what lets the paper out, then forgets the reason.
func (o *Override) Act(do func(context.Context) error, then func()) {
	o.room.Act(do, func() {
		o.keep.Drop(o.key)
		o.Reason.SetText("")
		then()
	})
}
