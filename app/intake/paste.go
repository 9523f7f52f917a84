package intake

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
)

// pasteKey is where a pasted text is kept until it is reviewed.
const pasteKey = "review.paste"

// Paste covers the window with a page that takes a pasted text, and then
// reviews it like a file.
func Paste(r *room.Room) {
	loc := r.Loc
	keep := page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	e := textview.NewEditor()
	e.Placeholder = loc.T("review.paste.hint")
	if text, ok := keep.Read(pasteKey); ok {
		e.SetText(text)
	}
	var p *page.Page
	next := look.NewPrimary(loc.T("review.paste.next"), func() {
		text := e.Text()
		keep.Drop(pasteKey)
		p.Leave()
		Review(r, loc.T("review.pasted"), []byte(text))
	})
	check := func(text string) { enable(next, strings.TrimSpace(text) != "") }
	check(e.Text())
	e.OnChanged = func(text string) {
		keep.Note(pasteKey, text)
		check(text)
	}
	p = page.Show(r, loc.T("review.paste.title"), look.Inset(10, 10, 14, 14, e), look.Row(look.Muted(loc.T("review.paste.note")), look.Space(), next))
	e.OnEscaped = p.Close
	p.Focus(e)
}
