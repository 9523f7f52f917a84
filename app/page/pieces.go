package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// audiences are who can be let read a record, the widest first.
var audiences = []data.Audience{data.AudienceAll, data.AudienceDelegation, data.AudienceInstructed, data.AudienceHead}

// Readers chooses who may read a record.
type Readers struct{ *look.Select }

// NewReaders makes the choice.
func NewReaders(r *room.Room, changed func(data.Audience)) Readers {
	var names []string
	for _, a := range audiences {
		names = append(names, ReadersName(r.Loc, a))
	}
	return Readers{look.NewSelect(names, 0, func(i int) { changed(audiences[i]) })}
}

// Set shows who may read.
func (x Readers) Set(a data.Audience) { x.Choose(max(slices.Index(audiences, a), 0)) }

// ReadersName says who may read a record.
func ReadersName(loc *translations.Localizer, a data.Audience) string {
	if a == data.AudienceAll {
		return loc.T("readers.all")
	}
	return loc.Name("readers", string(a))
}

// Framed puts what fewer may read into a confidential frame that says who.
func Framed(r *room.Room, a data.Audience, o fyne.CanvasObject) fyne.CanvasObject {
	if a != data.AudienceAll {
		o = look.NewFrame(ReadersName(r.Loc, a), o)
	}
	return look.Inset(4, 6, 0, 0, o)
}

// Named are the names of a family's values.
func Named[T ~string](loc *translations.Localizer, family string, values []T) (out []string) {
	for _, v := range values {
		out = append(out, loc.Name(family, string(v)))
	}
	return out
}

// Removable is a thing with buttons at its end that change it, where it can be
// changed, and take it away.
func Removable(r *room.Room, o fyne.CanvasObject, edit, remove func()) fyne.CanvasObject {
	buttons := look.Row()
	if edit != nil {
		buttons.Add(look.NewIconButton(look.IconEdit, "", edit).WithTip(r.Loc.T("dispute.edit")))
	}
	buttons.Add(look.NewIconButton(look.IconClose, "", remove).WithTip(r.Loc.T("packages.form.remove")))
	return look.Border(nil, nil, nil, look.Top(buttons), o)
}

// Strong is a line in bold that may be given less room than it needs.
func Strong(words string) *look.Text {
	h := look.Ellipsis(words)
	h.Bold = true
	return h
}

// Small is wrapped small print in a colour.
func Small(words string, colour fyne.ThemeColorName) *look.Text {
	t := look.Wrapped(words)
	t.Colour, t.Scale = colour, theme.SizeNameCaptionText
	return t
}
