package audit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/export"
)

// rowView shows a line in the list: what was done and where, and below when, by
// whom and on which laptop.
type rowView struct {
	widget.BaseWidget
	what *look.Text
	who  *look.Text
	box  *fyne.Container
}

func newRowView() *rowView {
	v := &rowView{what: look.Ellipsis("X"), who: look.Ellipsis("X")}
	v.who.Colour, v.who.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 8, 8, look.Stack(look.Space(), v.what, v.who, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(l data.AuditLine, names export.AuditNames, r *room.Room) {
	v.what.SetText(headline(l, names, r))
	v.who.SetText(byline(l, names, r))
	v.box.Refresh()
}

// headline is what was done, in which language and where.
func headline(l data.AuditLine, names export.AuditNames, r *room.Room) string {
	what := export.AuditSentence(r.Loc, l)
	if l.Lang != "" {
		what += " (" + r.Loc.Name("language", string(l.Lang)) + ")"
	}
	if cited := cite(l, names); cited != "" {
		what += " · " + cited
	}
	return what
}

// cite names the provisions of a line; the first of many.
func cite(l data.AuditLine, names export.AuditNames) string {
	var cited []string
	for _, id := range l.Provisions {
		if c := names.Provision(id); c != "" {
			cited = append(cited, c)
		}
	}
	if len(cited) > 3 {
		cited = append(cited[:3], "…")
	}
	return strings.Join(cited, ", ")
}

// byline is when, by whom and on which laptop.
func byline(l data.AuditLine, names export.AuditNames, r *room.Room) string {
	return r.Loc.Time(l.Time) + " · " + r.Loc.Isolate(names.Person(l.Author)) + " · " + r.Loc.Isolate(names.Laptop(l.Device))
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }
