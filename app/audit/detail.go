package audit

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
)

// detail is a line in full: the words before and after it.
type detail struct {
	room   *room.Room
	rows   *fyne.Container
	object fyne.CanvasObject
}

func newDetail(r *room.Room) *detail {
	d := &detail{room: r, rows: look.Column()}
	d.object = page.Scroll(look.Inset(8, 8, 12, 12, d.rows))
	return d
}

func (d *detail) clear() {
	d.rows.RemoveAll()
}

func (d *detail) show(l data.AuditLine, names export.AuditNames) {
	d.clear()
	loc := d.room.Loc
	head := look.Wrapped(headline(l, names, d.room))
	head.Bold = true
	who := look.Wrapped(byline(l, names, d.room))
	who.Colour = look.ColourMuted
	number := look.Wrapped(loc.T("audit.column.number") + ": " + loc.Number(int(l.Number)))
	number.Colour = look.ColourMuted
	d.rows.Add(head)
	d.rows.Add(who)
	d.rows.Add(number)
	before, after := export.AuditWords(loc, l)
	for _, part := range []struct{ id, words string }{{"audit.column.before", before}, {"audit.column.after", after}} {
		if part.words != "" {
			d.rows.Add(look.Rule())
			d.rows.Add(page.Labelled(loc.T(part.id), look.Wrapped(part.words)))
		}
	}
	d.rows.Refresh()
}
