package instructions

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
)

// Where a pasted cable, and one that is being divided, are kept until they are
// recorded.
const (
	pasteKey = "instructions.paste"
	workKey  = "instructions.cable"
)

// ShowCable covers the window with the page that takes a cable, pasted or from a
// file, and then with the one that divides it. A cable that was begun comes back.
func ShowCable(r *room.Room) { showCable(r) }

// showCable returns the page that divides a cable, where one was begun.
func showCable(r *room.Room) *dividing {
	keep := page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	if kept, ok := keep.Read(workKey); ok {
		if w, ok := readWork(kept); ok {
			return showDividing(r, w, keep)
		}
	}
	loc := r.Loc
	e, note := textview.NewEditor(), look.Wrapped(loc.T("instructions.cable.note"))
	note.Colour = look.ColourMuted
	e.Placeholder = loc.T("instructions.cable.paste")
	if text, ok := keep.Read(pasteKey); ok {
		e.SetText(text)
	}
	var p *page.Page
	begin := func(name string, content []byte) {
		divide(r, keep, name, content, func() { p.Leave(); keep.Drop(pasteKey) })
	}
	next := look.NewPrimary(loc.T("instructions.cable.next"), func() { begin("", []byte(e.Text())) })
	file := look.NewIconButton(look.IconOpen, loc.T("instructions.cable.file"), func() { chooseFile(r, begin) }).Rank(look.Plain)
	check := func(text string) {
		if strings.TrimSpace(text) == "" || len(text) > desk.CableMost {
			next.Disable()
		} else {
			next.Enable()
		}
		if page.Fits(text) {
			keep.Note(pasteKey, text)
		}
	}
	check(e.Text())
	e.OnChanged = check
	p = page.Show(r, loc.T("instructions.cable.title"), look.Inset(10, 10, 14, 14, look.NewFrame(loc.T("panes.internal"), e)), look.Border(nil, nil, nil, look.Row(file, next), note))
	e.OnEscaped = p.Close
	p.Focus(e)
	return nil
}

// chooseFile asks for a cable and reads it, but no more of it than can be kept.
func chooseFile(r *room.Room, read func(name string, content []byte)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		name := filepath.Base(file.URI().Path())
		var content []byte
		r.Run(func(context.Context, data.Progress) error {
			defer file.Close()
			content, err = io.ReadAll(io.LimitReader(file, intake.MaxFile+1))
			if err != nil {
				return data.E(data.CodeFile, "name", name).Because(err)
			}
			return nil
		}, func() { read(name, content) })
	}, r.Window)
	d.Show() // before Resize: Fyne 2.8.1 resizes only what is shown
	d.Resize(fyne.NewSize(860, 560))
}

// divide reads a cable and shows the page that divides it; then is called before.
// The page is returned if it is shown already.
func divide(r *room.Room, keep *page.Keep, name string, content []byte, then func()) (d *dividing) {
	var w *work
	r.Run(func(ctx context.Context, progress data.Progress) (err error) {
		read := name
		if read == "" {
			read = "cable.txt"
		}
		if w, err = readCable(ctx, r.Desk, read, content, progress); err == nil {
			w.Name = name
			w.Head = mandate.DraftOf(data.Instruction{
				Issued: data.OnDay(data.Today(), mandate.UsualZone(r)), Classification: data.Confidential,
			})
		}
		return err
	}, func() {
		then()
		d = showDividing(r, w, keep)
	})
	return d
}
