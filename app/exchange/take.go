package exchange

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/exchange"
)

// take is the part of the page that takes bundles in: first what a bundle would
// change, then the act.
type take struct {
	room   *room.Room
	object *fyne.Container
	after  func() // something was taken in

	lying *fyne.Container // what lies in the drop folder
	shown *fyne.Container // what the bundle that was read would change
	reads int             // counts the bundles that were read: a slower one does not replace a later
}

func newTake(r *room.Room, after func()) *take {
	t := &take{room: r, after: after, lying: look.Column(), shown: look.Column()}
	choose := look.NewIconButton(look.IconImport, r.Loc.T("exchange.take.file"), t.choose)
	t.object = look.Column(
		look.Heading(r.Loc.T("exchange.take")),
		wrapped(r.Loc.T("exchange.take.note"), look.ColourMuted),
		t.lying,
		look.Row(choose),
		t.shown,
	)
	return t
}

// refresh lists the bundles of others in the drop folder, the latest first.
func (t *take) refresh() {
	loc := t.room.Loc
	t.lying.Objects = nil
	for _, f := range t.files() {
		words := loc.Isolate(f.Name())
		b := look.NewIconButton(look.IconForward, words, func() { t.read(filepath.Join(t.room.Desk.Scratch(dropKey), f.Name())) }).Rank(look.Quiet)
		note := look.Muted("")
		if info, err := f.Info(); err == nil {
			note.SetText(loc.Time(info.ModTime()))
			if t.isTaken(info) {
				note.SetText(loc.T("exchange.taken.before"))
			}
		}
		t.lying.Add(look.Row(b, note))
	}
	t.object.Refresh()
}

// mostLying is how many files of the drop folder are listed.
const mostLying = 12

func (t *take) files() []fs.DirEntry {
	dir := t.room.Desk.Scratch(dropKey)
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // a stick that is not in
	}
	own := filePrefix(t.room.Desk)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return e.IsDir() || !strings.HasSuffix(e.Name(), exchange.Ending) || strings.HasPrefix(e.Name(), own)
	})
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return modified(b) - modified(a) })
	return entries[:min(len(entries), mostLying)]
}

func modified(e fs.DirEntry) int {
	info, err := e.Info()
	if err != nil {
		return 0
	}
	return int(info.ModTime().Unix())
}

// takenKey is where it is kept which files were taken in, by name and size.
const takenKey = "exchange.taken/"

func (t *take) isTaken(info fs.FileInfo) bool {
	return t.room.Desk.Scratch(takenKey+info.Name()) == strconv.FormatInt(info.Size(), 10)
}

func (t *take) noteTaken(path string) {
	if info, err := os.Stat(path); err == nil && filepath.Dir(path) == filepath.Clean(t.room.Desk.Scratch(dropKey)) {
		if err := t.room.Desk.SetScratch(takenKey+info.Name(), strconv.FormatInt(info.Size(), 10)); err != nil {
			t.room.Fail(err)
		}
	}
}

func (t *take) choose() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil {
			path := r.URI().Path()
			r.Close()
			t.read(filepath.FromSlash(path))
		}
	}, t.room.Window)
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

// read finds out what a bundle would change and shows it.
func (t *take) read(path string) { t.readWith(path, nil) }

func (t *take) readWith(path string, passphrase []byte) {
	t.reads++
	mine := t.reads
	t.show()
	var in desk.Incoming
	wanted := false
	t.room.Run(func(ctx context.Context, _ data.Progress) error {
		f, err := os.Open(path)
		if err != nil {
			return data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
		}
		defer f.Close()
		if passphrase != nil {
			in, err = t.room.Desk.PreviewSealedWith(ctx, f, passphrase)
		} else {
			in, err = t.room.Desk.Preview(ctx, f)
		}
		if data.CodeOf(err) == exchange.CodePassphraseWanted {
			wanted = true
			return nil
		}
		return err
	}, func() {
		switch {
		case mine != t.reads:
		case wanted:
			t.ask(path)
		default:
			t.preview(path, in)
		}
	})
}

// ask asks for the passphrase of a bundle.
func (t *take) ask(path string) {
	field := textview.NewSecret()
	field.Placeholder = t.room.Loc.T("start.passphrase")
	open := func() { t.readWith(path, []byte(field.Text())) }
	field.OnSubmitted = func(string) { open() }
	t.show(look.Rule(), look.Wrapped(t.room.Loc.T("exchange.take.sealed")), field, look.Row(look.NewPrimary(t.room.Loc.T("exchange.take.open"), open)))
	t.room.Window.Canvas().Focus(field)
}

// preview shows what a bundle would change, and the buttons for it.
func (t *take) preview(path string, in desk.Incoming) {
	loc := t.room.Loc
	words := []fyne.CanvasObject{look.NewFrame(loc.T("panes.internal"), look.Column(Lines(Tell(loc, in))...))}
	leave := look.NewButton(loc.T("exchange.take.not"), func() { t.show() })
	if in.Repeated {
		t.noteTaken(path)
		t.show(append(words, look.Row(leave))...)
		t.after()
		return
	}
	do := look.NewPrimary(loc.T("exchange.take.do"), func() { t.takeIn(path, in) })
	t.show(append(words, look.Flow(do, leave))...)
	t.room.Window.Canvas().Focus(do)
}

func (t *take) takeIn(path string, in desk.Incoming) {
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.TakeIn(ctx, in) }, func() {
		t.noteTaken(path)
		t.show(look.Rule(), look.Wrapped(t.room.Loc.T("exchange.taken")))
		t.room.Toast(t.room.Loc.T("exchange.taken"))
		t.after()
	})
}

// show replaces what is shown of the bundle that was read.
func (t *take) show(objects ...fyne.CanvasObject) {
	t.shown.Objects = objects
	t.object.Refresh()
}

// Lines are told words laid out: sections with their titles, grave ones in the
// colour of what asks for care.
func Lines(told Told) []fyne.CanvasObject {
	head := look.Wrapped(told.Head)
	head.Bold = true
	out := []fyne.CanvasObject{head, look.Wrapped(told.Sum)}
	for _, s := range told.Sections {
		title := look.Wrapped(s.Title)
		title.Bold = true
		if s.Grave {
			title.Colour = look.ColourLapsed
		}
		lines := look.Stack()
		for _, line := range s.Lines {
			lines.Add(look.Wrapped(line))
		}
		out = append(out, look.Stack(title, look.Inset(2, 0, 12, 0, lines)))
	}
	return out
}
