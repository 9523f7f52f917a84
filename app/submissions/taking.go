package submissions

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
)

// Where a pasted text, and a submission that is being taken in, are kept until it
// is recorded.
const (
	pastedKey = "submissions.pasted"
	takingKey = "submissions.taking"
	fileKey   = "submissions.taking.file" // its file, or what was pasted, as it came
)

// take asks for a file, or goes on with the one that was begun.
func (p *Page) take() {
	if !p.room.Desk.Me().Role.May(data.RightTakeNotes) {
		p.room.Fail(data.E(data.CodeForbidden))
		return
	}
	if p.goOn() {
		return
	}
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		name := filepath.Base(file.URI().Path())
		var content []byte
		p.room.Run(func(context.Context, data.Progress) error {
			defer file.Close()
			if content, err = io.ReadAll(io.LimitReader(file, intake.MaxFile+1)); err != nil {
				return data.E(data.CodeFile, "name", name).Because(err)
			}
			return nil
		}, func() { p.Take(name, content) })
	}, p.room.Window)
	d.Show() // before Resize: Fyne 2.8.1 resizes only what is shown
	d.Resize(fyne.NewSize(860, 560))
}

// goOn shows the submission that was begun and neither recorded nor discarded.
func (p *Page) goOn() bool {
	text, ok := p.keep.Read(takingKey)
	if !ok {
		return false
	}
	content, ok := p.keep.ReadLong(fileKey)
	if !ok {
		return false
	}
	w, ok := readBack(context.Background(), p.room, text, content)
	if !ok {
		return false
	}
	p.page.Leave()
	fyne.Do(func() { showTaking(p, w) }) // the letter of the key is still to come
	return true
}

// Take reads a file, and shows what it is before it is recorded.
func (p *Page) Take(name string, content []byte) {
	p.taken(name, content, func() {})
}

func (p *Page) taken(name string, content []byte, then func()) {
	var w *work
	p.room.Run(func(ctx context.Context, progress data.Progress) (err error) {
		w, err = readWork(ctx, p.room, name, content, progress)
		return err
	}, func() {
		then()
		p.page.Leave()
		showTaking(p, w)
	})
}

// paste covers the window with a field for a text that came by mail.
func (p *Page) paste() {
	if !p.room.Desk.Me().Role.May(data.RightTakeNotes) {
		p.room.Fail(data.E(data.CodeForbidden))
		return
	}
	if p.goOn() {
		return
	}
	p.page.Leave()
	fyne.Do(func() { showPasting(p) }) // the letter of the key is still to come
}

func showPasting(p *Page) {
	loc, r := p.room.Loc, p.room
	e := textview.NewEditor()
	e.Placeholder = loc.T("submissions.paste.example")
	if text, ok := p.keep.Read(pastedKey); ok {
		e.SetText(text)
	}
	next := look.NewPrimary(loc.T("submissions.paste.next"), func() {
		p.taken("", []byte(e.Text()), func() { p.keep.Drop(pastedKey) })
	})
	check := func(text string) {
		if strings.TrimSpace(text) == "" {
			next.Disable()
		} else {
			next.Enable()
		}
		if page.Fits(text) {
			p.keep.Note(pastedKey, text)
		}
	}
	if strings.TrimSpace(e.Text()) == "" {
		next.Disable()
	}
	e.OnChanged = check
	p.page = page.Show(r, loc.T("submissions.paste.title"), look.Inset(10, 10, 14, 14, e), look.Row(look.Space(), next))
	e.OnEscaped = p.page.Close
	p.page.Focus(e)
}

// taking is the page on which a submission is looked at before it is recorded.
type taking struct {
	from   *Page
	room   *room.Room
	keep   *page.Keep
	work   *work
	page   *page.Page
	fields *factFields
	closed bool
}

func showTaking(from *Page, w *work) *taking {
	r, loc := from.room, from.room.Loc
	t := &taking{from: from, room: r, keep: from.keep, work: w}
	t.fields = newFactFields(r, w.Facts, t.typed, func() { t.page.Close() })
	text := newSubmissionText()
	text.set(data.Submission{Text: w.Text, Lang: data.Lang(w.Facts.Lang)}, nil, nil)
	note := look.Wrapped(loc.T("submissions.taking.note"))
	note.Colour = look.ColourMuted
	head := look.Inset(10, 8, 12, 14, look.Column(t.fields.object, note))
	side := look.Border(head, nil, nil, nil, t.proposals())
	foot := look.Row(look.NewButton(loc.T("submissions.discard"), t.discard), look.Space())
	alone := look.NewButton(loc.T("submissions.record"), t.record)
	if n := w.placed(); n > 0 {
		if !w.Form {
			foot.Add(alone)
		}
		foot.Add(look.NewPrimary(loc.N("submissions.record.proposals", n), t.recordProposals))
	} else {
		alone.Rank(look.Primary)
		foot.Add(alone)
	}
	body := look.NewSplit(look.Ground(look.ColourPaper, look.Inset(6, 6, 12, 8, text)), page.AtLeast(leastList, side), 0.55)
	t.page = page.Show(r, loc.T("submissions.taking.title"), body, foot)
	t.page.Focus(t.fields.by)
	t.keep.NoteLong(fileKey, w.content())
	t.note()
	return t
}

// proposals lists what was found under articles, with where each belongs.
func (t *taking) proposals() fyne.CanvasObject {
	w, loc := t.work, t.room.Loc
	if len(w.entries) == 0 {
		return look.Space()
	}
	list := look.NewList(func() int { return len(w.entries) },
		func() fyne.CanvasObject { return newEntryView() },
		func(i int, row fyne.CanvasObject) { row.(*entryView).set(t.room, w, i) }, func(int) {})
	found := look.Heading(loc.N("submissions.proposals", len(w.entries)))
	nowhere := look.Wrapped("")
	nowhere.Colour = look.ColourLapsed
	if n := len(w.entries) - w.placed(); n > 0 {
		nowhere.SetText(loc.N("submissions.proposals.nowhere", n))
	} else {
		nowhere.Hide()
	}
	return look.Border(look.Inset(4, 4, 12, 14, look.Column(found, nowhere)), nil, nil, nil, look.Ground(look.ColourPaper, list))
}

// entryView shows a proposal of a compilation: the article, by whom, and where it
// belongs.
type entryView struct {
	widget.BaseWidget
	name, below *look.Text
	box         *fyne.Container
}

func newEntryView() *entryView {
	v := &entryView{name: look.Ellipsis("X"), below: look.Ellipsis("X")}
	v.below.Scale = theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 12, 8, look.Stack(v.name, v.below))
	v.ExtendBaseWidget(v)
	return v
}

func (v *entryView) set(r *room.Room, w *work, i int) {
	loc, e, at := r.Loc, w.entries[i], w.landed[i]
	v.name.SetText(loc.T("submissions.entry", "article", loc.Isolate(e.Article), "names", page.Proponents(loc, data.Proposal{Proponents: e.Proponents})))
	v.below.Colour = look.ColourMuted
	switch {
	case at.ID.IsZero():
		v.below.Colour = look.ColourLapsed
		v.below.SetText(loc.T("submissions.entry.nowhere"))
	case w.adds[i]:
		v.below.SetText(loc.T("submissions.entry.added", "place", loc.Cite(at.Path)))
	default:
		v.below.SetText(loc.T("submissions.entry.on", "place", loc.Cite(at.Path)))
	}
	v.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *entryView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

func (t *taking) typed(f facts) {
	t.work.Facts = f
	t.note()
}

// note keeps what is said of the work; its file is kept already.
func (t *taking) note() {
	if !t.closed {
		t.keep.Note(takingKey, kept(begun{t.work.Name, t.work.Facts}))
	}
}

func (t *taking) forget() {
	t.closed = true
	t.keep.Drop(takingKey)
	t.keep.DropLong(fileKey)
}

// discard forgets the work.
func (t *taking) discard() {
	t.forget()
	t.page.Leave()
	t.from.after = Show(t.room)
}

// record keeps the submission, and shows it to be marked.
func (t *taking) record() {
	s, err := t.work.submission(t.room)
	if err != nil {
		t.room.Fail(err)
		return
	}
	t.room.Act(func(ctx context.Context) error {
		s, err = t.room.Desk.RecordSubmission(ctx, s, t.work.Original)
		return err
	}, func() { t.done(s.ID, t.room.Loc.T("submissions.recorded")) })
}

// recordProposals keeps the submission with its proposals, as one act.
func (t *taking) recordProposals() {
	s, err := t.work.submission(t.room)
	if err != nil {
		t.room.Fail(err)
		return
	}
	var made []data.Proposal
	var refused []error
	t.room.Act(func(ctx context.Context) error {
		made, refused, err = t.room.Desk.TakeProposals(ctx, s, t.work.Original, t.work.entries)
		return err
	}, func() {
		if len(made) == 0 {
			t.room.Fail(firstOf(refused))
			return
		}
		t.done(made[0].Submission, t.room.Loc.N("submissions.recorded.proposals", len(made)))
	})
}

func firstOf(list []error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return data.E(desk.CodeEmpty)
}

// done shows the submission that was recorded.
func (t *taking) done(id data.ID, said string) {
	t.forget()
	t.page.Leave()
	t.room.Toast(said)
	t.from.after = ShowOne(t.room, id)
}
