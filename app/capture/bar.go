// Package capture is the capture line: one line at the foot of the window into
// which what others say is typed as fast as it is said ("egy nam -"), whatever
// the window shows. What is typed is read by data/capture.
//
// It imports app/page, app/room, app/look and app/textview, never another area.
//
// Invariants:
//   - Enter takes a line once: it is recorded, or it is kept where it can be
//     recalled, and nothing that is under way keeps the next line from being typed;
//   - lines are recorded one after another, in the order in which they were typed;
//   - nobody is guessed: a line that may mean several is not taken.
package capture

import (
	"cmp"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/capture"
)

// Bar is the capture line. Its methods belong to the window's goroutine.
type Bar struct {
	room    *room.Room
	keep    *page.Keep
	field   *textview.Field
	where   *look.Text // the provision that is meant
	preview *look.Text
	names   *choices
	back    *look.Button
	object  *fyne.Container

	// OnLeft is told that the keyboard goes back to where one reads.
	OnLeft func()

	entry    capture.Entry
	refused  bool    // Enter was pressed, and the line was not taken
	lines    []*line // that were taken, oldest first
	last     *line   // with which something was done; nil: none yet
	recalled *line   // that is being corrected; nil: a new one is typed
	typed    string  // what was being typed when a line was recalled
	recorder recorder
	noting   bool // what is typed will be noted soon
	touched  time.Time
	stale    time.Time // since when the panes do not show what was recorded; zero: they do
	waiting  bool      // the panes will be told soon
	closed   bool      // another line has taken its place
}

// scratchLine is under what the unfinished line is kept.
const scratchLine = "capture/line"

// New makes the line, hidden unless something was being typed in it. The lines that
// were taken in the one before it, in another language or look, are taken over.
func New(r *room.Room, before *Bar) *Bar {
	b := &Bar{room: r, field: textview.NewField(), where: look.NewText(""), preview: look.Ellipsis("")}
	b.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	b.recorder.init()
	if before != nil {
		before.closed = true
		b.lines, b.last = before.lines, before.last
	}
	b.where.Bold = true
	b.field.Placeholder = r.Loc.T("capture.placeholder")
	b.field.TakesTab = true
	b.field.OnChanged = b.changed
	b.field.OnSubmitted = func(string) { b.enter() }
	b.field.OnEscaped = b.escape
	b.field.OfferKeys(b.key)
	b.names = newChoices(r, b.choose)
	b.back = look.NewButton(r.Loc.T("capture.undo"), func() { b.Undo(); b.Focus() }).Rank(look.Quiet)
	told := look.Border(nil, nil, b.where, b.back, look.Inset(0, 0, 8, 8, b.preview))
	b.object = look.Ground(look.ColourSurface, look.Stack(look.Rule(), look.Inset(4, 5, 10, 10, look.Stack(told, b.names.object, b.field))))
	b.object.Hide()
	if text, ok := b.keep.Read(scratchLine); ok && text != "" {
		b.field.SetText(text)
		b.object.Show()
	}
	b.Refresh()
	return b
}

// Object is what to place in the window.
func (b *Bar) Object() fyne.CanvasObject { return b.object }

// Focus shows the line and gives it the keyboard.
func (b *Bar) Focus() {
	b.object.Show()
	b.Refresh()
	b.room.Window.Canvas().Focus(b.field)
}

// Focused reports whether the line has the keyboard.
func (b *Bar) Focused() bool { return b.room.Window.Canvas().Focused() == fyne.Focusable(b.field) }

// Refresh shows what the line says now, for the desk or the selection has changed.
func (b *Bar) Refresh() {
	b.read()
	b.show()
}

// Shown reports whether the line is in view.
func (b *Bar) Shown() bool { return b.object.Visible() }

// Flush returns when every line that was taken is recorded or has failed, and what
// is being typed is on the disk.
func (b *Bar) Flush() {
	b.recorder.wait()
	b.note()
	b.keep.Wait()
}

// changed is told of every letter.
func (b *Bar) changed(string) {
	b.touched, b.refused = time.Now(), false
	if !b.noting {
		b.noting = true
		b.room.Later(noteAfter, func() {
			b.noting = false
			b.note()
		})
	}
	b.Refresh()
}

// noteAfter is how long typing waits for more before it goes to the disk: a line
// takes about as long.
const noteAfter = 700 * time.Millisecond

// note keeps what is being typed. A correction is not kept: what it corrects is.
// Nor is a line that could not be recorded: it is in the message that says so.
func (b *Bar) note() {
	if b.closed {
		return
	}
	text := b.field.Text()
	if b.recalled != nil {
		text = b.typed
	}
	switch kept, ok := b.keep.Read(scratchLine); {
	case text == "" && ok:
		b.keep.Drop(scratchLine)
	case text != "" && (!ok || kept != text):
		b.keep.Note(scratchLine, text)
	}
}

// read reads the line as it stands.
func (b *Bar) read() { b.entry = b.parse(b.field.Text()) }

func (b *Bar) parse(text string) capture.Entry {
	d := b.room.Desk
	c := capture.Context{Provision: b.room.Selection.Provision(), Lang: data.Lang(b.room.Loc.Lang())}
	if b.recalled != nil {
		c.Provision, c.Issue, c.Floor = b.recalled.provision, b.recalled.issue, b.recalled.entry.Floor
		c.Lang = cmp.Or(b.recalled.lang, c.Lang)
	} else if turn, speaks := d.Turn(); speaks && !turn.Ours {
		c.Floor = turn.By
	}
	if _, err := d.Provision(c.Provision); err != nil {
		c.Provision = data.ID{}
	}
	if _, known := d.Issue(c.Issue); !known {
		c.Issue = data.ID{}
	}
	c.Issues = func(typed string) (ids []data.ID) {
		for _, x := range d.IssuesNamed(typed) {
			ids = append(ids, x.ID)
		}
		return ids
	}
	c.Place = func(typed string) (ids []data.ID) {
		t, err := d.Current()
		if err != nil {
			return nil
		}
		for _, p := range t.GoTo(typed) {
			ids = append(ids, p.ID)
		}
		return ids
	}
	c.Proposals = func(provision data.ID) (ids []data.ID) {
		for _, p := range d.Proposals(provision) {
			ids = append(ids, p.ID)
		}
		return ids
	}
	return capture.Parse(text, d.Register(), c)
}

// set puts another text into the line.
func (b *Bar) set(text string) {
	b.field.SetText(text)
	b.Refresh()
}
