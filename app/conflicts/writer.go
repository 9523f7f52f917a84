package conflicts

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data/desk"
	"travaux/translations/typeset"
)

// writer is the field in which a person writes other words than any version has.
type writer struct {
	room     *room.Room
	keep     *page.Keep
	object   *fyne.Container
	title    *look.Text
	editor   *textview.Editor
	conflict desk.Conflict
}

// typedKey is the key of what is typed for a conflict.
func typedKey(c desk.Conflict) string { return "conflict/" + c.Entity.String() + "/" + c.Name() }

func newWriter(r *room.Room, settle func(text string, done func()), back func()) *writer {
	w := &writer{room: r, title: look.Wrapped(""), editor: textview.NewEditor()}
	w.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	w.title.Bold = true
	w.editor.Family = typeset.Serif
	w.editor.MinRows, w.editor.MaxRows = 6, 16
	w.editor.OnChanged = func(text string) { w.keep.Note(typedKey(w.conflict), text) }
	w.editor.OnEscaped = back
	send := func() {
		c := w.conflict
		settle(w.editor.Text(), func() { w.keep.Drop(typedKey(c)) })
	}
	w.editor.OnSubmitted = func(string) { send() }
	buttons := look.Flow(look.NewPrimary(r.Loc.T("conflicts.settle-words"), send), look.NewButton(r.Loc.T("conflicts.back"), back))
	w.object = look.Inset(2, 8, 10, 12, look.Column(w.title, look.NewFrame(r.Loc.T("panes.internal"), w.editor), buttons))
	return w
}

// on reports whether the field is open for that conflict.
func (w *writer) on(c desk.Conflict) bool { return w.conflict.Same(c) }

// open shows the field for a conflict, with what was typed for it before or else
// with the given words.
func (w *writer) open(c desk.Conflict, words string) {
	w.conflict = c
	if text, ok := w.keep.Read(typedKey(c)); ok {
		words = text
	}
	w.title.SetText(title(c, w.room))
	w.editor.Lang = string(c.Lang)
	w.editor.SetText(words)
}
