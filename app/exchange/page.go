package exchange

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
)

// Show covers the window with the page.
func Show(r *room.Room) *Page { return show(r, "") }

// ShowFile covers the window with the page and what a bundle file would change.
func ShowFile(r *room.Room, path string) *Page { return show(r, path) }

// Page is the page.
type Page struct {
	room *room.Room
	page *page.Page
	send *send
	take *take
}

func show(r *room.Room, path string) *Page {
	p := &Page{room: r}
	p.send, p.take = newSend(r, p.refresh), newTake(r, p.refresh)
	p.refresh() // before it is shown: the first laptop gets the keyboard
	body := page.Halves(look.Inset(10, 10, 14, 8, p.send.object), look.Inset(10, 10, 8, 14, p.take.object))
	p.page = page.Show(r, r.Loc.T("exchange.title"), body, nil)
	if path != "" {
		p.take.read(path)
	}
	return p
}

// refresh shows again who has what and what lies in the drop folder.
func (p *Page) refresh() {
	p.send.refresh()
	p.take.refresh()
}

// dropKey is where the drop folder is kept: in the vault, for its name may tell
// more than the settings of the laptop should.
const dropKey = "exchange.drop"

// wrapped are words of any length, of the second rank.
func wrapped(words string, colour fyne.ThemeColorName) *look.Text {
	t := look.Wrapped(words)
	t.Colour = colour
	return t
}
