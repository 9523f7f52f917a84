package intake

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
)

// pasteKey is where a pasted text is kept until it is imported.
const pasteKey = "review.paste"

// Paste covers the window with a page that takes a pasted text, and then
// reviews it like a file.
func Paste(r *room.Room) {
	loc := r.Loc
	keep := page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	e, note := textview.NewEditor(), look.Wrapped("")
	e.Placeholder = loc.T("review.paste.hint")
	if text, ok := keep.Read(pasteKey); ok {
		e.SetText(text)
	}
	var p *page.Page
	next := look.NewPrimary(loc.T("review.paste.next"), func() {
		text := e.Text()
		p.Leave()
		start(r, loc.T("review.pasted"), []byte(text), func() { keep.Drop(pasteKey) })
	})
	check := func(text string) {
		next.SetEnabled(strings.TrimSpace(text) != "")
		note.Colour = look.ColourMuted
		id := "review.paste.note"
		if !page.Fits(text) {
			note.Colour = look.ColourLapsed
			id = "review.paste.long"
		}
		note.SetText(loc.T(id))
	}
	check(e.Text())
	e.OnChanged = func(text string) {
		if page.Fits(text) {
			keep.Note(pasteKey, text)
		}
		check(text)
	}
	p = page.Show(r, loc.T("review.paste.title"), look.Inset(10, 10, 14, 14, e), look.Border(nil, nil, nil, next, note))
	e.OnEscaped = p.Close
	p.Focus(e)
}
