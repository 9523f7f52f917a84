package instructions

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
)

// showOrigin covers the window with a cable as it was read, the words of one
// extract marked. The file can be written out as it came.
func showOrigin(r *room.Room, x data.Extract) {
	c, err := r.Desk.Cable(x.Cable)
	if err != nil {
		r.Fail(err)
		return
	}
	loc := r.Loc
	w := &work{Text: c.Text, Lang: c.Lang, Parts: []part{{Start: x.Start, End: x.End, Taken: true}}}
	text := newCableText(w)
	about := loc.T("instructions.cable.received", "name", r.Desk.Member(c.Author).Name, "time", loc.Time(c.Time))
	if c.Name != "" {
		about = loc.Isolate(c.Name) + " · " + about
	}
	line := look.Ellipsis(about)
	line.Colour = look.ColourMuted
	save := look.NewIconButton(look.IconExport, loc.T("instructions.cable.save"), func() {
		page.ChooseFolder(r, page.LastFolder(), func(dir string) { saveOriginal(r, c, dir) })
	}).Rank(look.Plain)
	frame := look.NewFrame(loc.Name("classification", string(data.Confidential)), look.Ground(look.ColourPaper, look.Inset(6, 6, 10, 6, text)))
	p := page.Show(r, loc.T("instructions.cable.origin"), look.Inset(8, 8, 12, 12, frame), look.Border(nil, nil, nil, save, line))
	text.show(w, 0)
	p.Focus(text)
}

// saveOriginal writes a cable into a folder as it came.
func saveOriginal(r *room.Room, c data.Cable, dir string) {
	var path string
	r.Run(func(context.Context, data.Progress) error {
		content, err := r.Desk.CableFile(c.ID)
		if err != nil {
			return err
		}
		ending := filepath.Ext(c.Name)
		name := strings.TrimSuffix(page.FileName(c.Name), ending)
		if name == "" {
			name, ending = "cable", ".txt"
		}
		path, err = page.WriteFile(dir, name, ending, content)
		return err
	}, func() { r.Toast(r.Loc.T("instructions.cable.saved", "path", r.Loc.Isolate(path))) })
}

var _ fyne.Focusable = (*cableText)(nil)
