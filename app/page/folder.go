package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
)

// Folder is where papers are written: the folder of the last ones at first, typed or
// chosen. Enter in it makes them.
type Folder struct {
	Object fyne.CanvasObject

	field *textview.Field
	made  func(dir string)
}

// NewFolder makes it; made is what Enter does, and Make.
func NewFolder(r *room.Room, made func(dir string)) *Folder {
	f := &Folder{field: textview.NewField(), made: made}
	f.field.SetText(LastFolder())
	f.field.OnSubmitted = func(string) { f.Make() }
	choose := look.NewIconButton(look.IconOpen, r.Loc.T("papers.choose"), func() { ChooseFolder(r, f.field.Text(), f.field.SetText) }).Rank(look.Plain)
	f.Object = Labelled(r.Loc.T("papers.folder"), look.Border(nil, nil, nil, choose, look.Inset(0, 0, 0, 6, f.field)))
	return f
}

// Make makes the papers in the folder.
func (f *Folder) Make() { f.made(f.Dir()) }

// Dir is the folder.
func (f *Folder) Dir() string { return strings.TrimSpace(f.field.Text()) }

// Set shows another folder.
func (f *Folder) Set(dir string) { f.field.SetText(dir) }

// OnEscaped sets what Escape in the field does.
func (f *Folder) OnEscaped(closing func()) { f.field.OnEscaped = closing }
