package delegation

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// rightsTable shows what each role may: rights down, roles across. It is read
// from the table that the desk asks.
func rightsTable(loc *translations.Localizer) fyne.CanvasObject {
	note := look.Wrapped(loc.T("roster.rights.note"))
	note.Colour = look.ColourMuted
	body := look.Column(look.Heading(loc.T("roster.tab.rights")), note, heads(loc))
	reading := true
	for i, right := range data.Rights {
		if head := i == 0 || reading && !reads(right); head {
			reading = reads(right)
			words := look.NewText(loc.T(map[bool]string{true: "roster.rights.read", false: "roster.rights.do"}[reading]))
			words.Bold = true
			body.Add(look.Inset(8, 2, 0, 0, words))
		}
		cells := []fyne.CanvasObject{look.Wrapped(loc.T("right." + string(right)))}
		for _, role := range data.Roles {
			cells = append(cells, cell(role.May(right)))
		}
		body.Add(container.New(grid{}, cells...))
		body.Add(look.Rule())
	}
	return body
}

// reads reports whether a right is one to read confidential things.
func reads(r data.Right) bool {
	for _, a := range data.Audiences {
		if a.Right() == r {
			return true
		}
	}
	return false
}

// heads are the names of the roles above their columns.
func heads(loc *translations.Localizer) fyne.CanvasObject {
	cells := []fyne.CanvasObject{look.NewText("")}
	for _, role := range data.Roles {
		t := look.Wrapped(loc.Name("role", string(role)))
		t.Bold, t.Align = true, typeset.Centre
		cells = append(cells, t)
	}
	return container.New(grid{}, cells...)
}

// cell says yes by a sign, so that colour says nothing alone, or nothing.
func cell(may bool) fyne.CanvasObject {
	if !may {
		t := look.NewText("–")
		t.Colour, t.Align = look.ColourMuted, typeset.Centre
		return t
	}
	icon := look.NewIcon(look.IconApprove)
	return container.NewCenter(icon)
}

// firstShare is how many columns of a role the column of the rights is wide.
const firstShare = 3

// grid lays a row of the table out: the first cell wide, the others alike, so
// that rows stand below each other.
type grid struct{}

func (g grid) widths(total float32, n int) (first, each float32) {
	each = total / float32(n-1+firstShare)
	return each * firstShare, each
}

func (g grid) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, c := range o {
		size.Height = max(size.Height, c.MinSize().Height)
	}
	size.Width = look.Scaled(leastTable)
	return size
}

// leastTable is the width for normal text below which the table is not squeezed.
const leastTable = 560

func (g grid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	first, each := g.widths(size.Width, len(o))
	x := float32(0)
	for i, c := range o {
		w := each
		if i == 0 {
			w = first
		}
		c.Resize(fyne.NewSize(w, size.Height))
		c.Move(fyne.NewPos(look.Mirrored(x, w, size.Width), 0))
		x += w
	}
}
