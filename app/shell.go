package app

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/approvals"
	"travaux/app/conflicts"
	deskpane "travaux/app/desk"
	"travaux/app/exchange"
	"travaux/app/look"
	"travaux/app/packages"
	"travaux/app/page"
	"travaux/app/revisions"
	"travaux/app/room"
	"travaux/app/speakers"
	"travaux/data"
	bundle "travaux/data/exchange"
)

// shell is the main window over one open vault.
type shell struct {
	instructing
	inRoom
	listening
	capturing

	p         *program
	room      *room.Room
	outline   *deskpane.Outline
	reader    *deskpane.Reader
	side      *deskpane.Side
	finder    *finder
	palette   *palette
	toasts    *fyne.Container // over everything; a pop-up would take the keyboard
	table     []room.Command
	menu      *look.MenuBar
	tools     *fyne.Container // toolbar and search
	top       *fyne.Container // menu and tools
	bar       *toolbar
	keys      *keySheet
	status    *look.Text
	banners   [2]*look.Banner // at the top and at the bottom of the window
	body      *fyne.Container
	cover     fyne.CanvasObject
	panes     *look.Panes
	stale     bool            // the text size was changed under a page
	revisions *revisions.Page // nil: it was never shown
	queued    int             // what was carried over and waits for a decision
	conflicts *conflicts.Page // nil: it was never shown
	packages  *packages.Page  // nil: it was never shown
	approvals *approvals.Page // nil: it was never shown
	awaits    int             // positions that await a step of the member at the laptop
	disputed  int             // fields that were written in different ways on several laptops
	crossed   int             // red lines
	covered   int             // part of the window that had the keyboard before a page, -1 for none
	reading   *room.Selection
	viewing   *deskpane.Viewing
}

// showShell builds the main window, or builds it anew in another language or
// look around the same desk and selection.
func (p *program) showShell() {
	part := -1
	var selection *room.Selection
	var viewing *deskpane.Viewing
	if p.shell != nil {
		part = p.shell.part()
		p.shell.flush()
		p.shell.keepSplits()
		selection, viewing = p.shell.reading, p.shell.viewing
		selection.Silence()
		viewing.Silence()
	} else {
		selection = room.NewSelection(p.readingLanguage())
		viewing = deskpane.NewViewing(selection.Lang())
	}
	before := p.shell
	s := &shell{p: p, reading: selection, viewing: viewing, toasts: container.NewWithoutLayout()}
	p.shell = s
	p.jobs.fail = p.fail
	s.room = &room.Room{
		Desk: p.session.desk, Loc: p.loc, Window: p.window, Selection: selection,
		Run: p.jobs.run, Later: func(after time.Duration, do func()) { p.jobs.later(after, do) }, Fail: p.fail, Toast: s.toast, Changed: s.changed,
		Cover: s.showCover, Uncover: s.uncover, Import: s.importFile, Issued: s.showIssued, Edit: s.edit, RedLines: s.showRedLines, Open: s.do,
	}
	s.outline, s.reader, s.side = deskpane.NewOutline(s.room, viewing), deskpane.NewReader(s.room, viewing), deskpane.NewSide(s.room, viewing)
	deskpane.Join(s.outline, s.reader, s.side)
	s.reader.OnImport = s.chooseFile
	s.side.OnSettle, s.side.OnPackages = s.showConflicts, s.showPackages
	s.finder = newFinder(s.room)
	s.finder.went, s.finder.escaped, s.finder.opens = s.reader.Focus, s.reader.Focus, s.openWritten
	s.palette = newPalette(s.room, s.sources, p.recent)
	s.keys = newKeySheet(s)
	s.newCapture(before)
	s.build()
	s.keepScreen(before)
	p.window.SetOnDropped(s.dropped)
	p.window.Canvas().SetOnTypedKey(s.typed)
	s.changed()
	if part >= 0 {
		s.areas()[part].focus()
	}
}

// readingLanguage is the interface language if the text has it, else the
// first language the text has.
func (p *program) readingLanguage() data.Lang {
	want := data.Lang(p.loc.Lang())
	t, err := p.session.desk.Current()
	if err != nil {
		return want
	}
	langs := t.Revision.Langs()
	for _, l := range langs {
		if l == want {
			return want
		}
	}
	if len(langs) > 0 {
		return langs[0]
	}
	return want
}

func (s *shell) build() {
	set := s.p.settings
	loc := s.p.loc
	s.panes = look.NewPanes(s.outline.Object(), s.reader.Object(), s.side.Object(),
		set.split(keySplitA, 0.22), set.split(keySplitB, 0.66),
		[3]string{loc.T("pane.outline"), loc.T("pane.text"), loc.T("pane.side")})
	s.body = container.NewStack(s.panes)
	s.status = look.Muted("")
	s.floor = speakers.NewStrip(s.room)
	foot := look.Ground(look.ColourSurface, look.Inset(3, 3, 8, 8, look.Row(s.status, look.Space(), s.floor.Object(), s.p.bar.box)))
	s.bar = newToolbar()
	s.menu = menuBar(s.p.loc, func() []room.Command { return s.table })
	s.tools = look.Inset(2, 4, 6, 6, look.Border(nil, nil, nil, s.finder.object(), look.Inset(0, 0, 0, 8, s.bar.row)))
	s.top = look.Stack(look.Inset(1, 0, 4, 4, s.menu), s.tools)
	s.banners = [2]*look.Banner{look.NewBanner(false), look.NewBanner(true)}
	page := look.Ground(look.ColourSurface,
		look.Border(look.Stack(s.banners[0], s.top, look.Rule()), look.Stack(s.capture.Object(), look.Rule(), foot, s.banners[1]), nil, nil, s.body))
	s.p.window.SetContent(look.WithTips(s.p.window, look.Loose(container.NewStack(look.NewSensor(), page, s.finder.layer, s.palette.layer, s.keys.layer, s.toasts))))
	s.reading.Listen(s.refreshCommands)
	s.reading.Listen(s.capture.Refresh)
}

// changed refreshes every area, the menu and the status line.
func (s *shell) changed() {
	if s.p.shell != s { // work that was begun before the window was built anew
		if s.p.shell != nil {
			s.p.shell.changed()
		}
		return
	}
	s.outline.Refresh()
	s.reader.Refresh()
	s.side.Refresh()
	s.capture.Refresh()
	s.finder.forget()
	if s.revisions != nil && s.revisions.Shown() {
		s.revisions.Refresh()
	}
	if s.packages != nil && s.packages.Shown() {
		s.packages.Refresh()
	}
	if s.conflicts != nil && s.conflicts.Shown() {
		s.conflicts.Refresh()
	}
	if s.approvals != nil && s.approvals.Shown() {
		s.approvals.Refresh()
	}
	s.refreshLive()
	s.readInstructions()
	s.hear()
	s.awaits = s.room.Desk.AwaitsMe()
	s.queued, s.disputed = len(s.room.Desk.Queue()), len(s.room.Desk.Conflicts())
	s.countCrossed()
	s.refreshCommands()
	s.status.SetText(s.statusLine())
	s.mark()
	s.p.window.SetTitle(programName)
}

// refreshCommands makes the table anew: what can be done, and its words, depend
// on the desk and the selection.
func (s *shell) refreshCommands() {
	canvas := s.p.window.Canvas()
	for _, old := range shortcutsOf(s.table) {
		canvas.RemoveShortcut(old)
	}
	s.table = s.commands()
	for _, sc := range shortcutsOf(s.table) {
		canvas.AddShortcut(sc, func(pressed fyne.Shortcut) { look.Shortcut(pressed) })
	}
	look.OnShortcut = s.press
	s.bar.show(s.p.loc, s.table)
	s.showTools()
}

// fewLines is the height of a window, for normal text, below which a page that
// covers the panes takes the place of the toolbar too, which it has no use for.
const fewLines = 520

// showTools shows or hides the toolbar.
func (s *shell) showTools() {
	hidden := !s.uncovered() && s.p.window.Canvas().Size().Height < look.Scaled(fewLines)
	if s.tools.Hidden == hidden {
		return
	}
	s.tools.Hidden = hidden
	s.p.window.Content().Refresh()
}

// statusLine says as whom one works, on which revision, and what awaits the
// head.
func (s *shell) statusLine() string {
	loc, d := s.p.loc, s.p.session.desk
	me := d.Me()
	line := loc.T("status.me", "name", me.Name, "role", loc.T("role."+string(me.Role)))
	t, err := d.Current()
	if err != nil {
		return line
	}
	waiting := 0
	for _, p := range t.Provisions {
		if d.Approval(p.ID).State.Pending() {
			waiting++
		}
	}
	line += "   ·   " + loc.N("status.provisions", len(t.Provisions))
	if waiting > 0 {
		line += "   ·   " + loc.N("status.waiting", waiting)
	}
	if s.unread > 0 {
		line += "   ·   " + loc.N("status.instructions", s.unread)
	}
	if n := s.awaits; n > 0 {
		line += "   ·   " + loc.N("status.approvals", n)
	}
	if n := s.queued; n > 0 {
		line += "   ·   " + loc.N("status.queue", n)
	}
	broken := 0
	for _, p := range d.Packages() {
		if p.State == data.PackageBroken {
			broken++
		}
	}
	if broken > 0 {
		line += "   ·   " + loc.N("status.packages", broken)
	}
	if n := s.disputed; n > 0 {
		line += "   ·   " + loc.N("status.conflicts", n)
	}
	if n := s.crossed; n > 0 {
		line += "   ·   " + loc.N("redline.status", n)
	}
	return line
}

// flush writes what is being typed, in the panes and in a page over them.
func (s *shell) flush() {
	s.capture.Flush()
	s.side.Flush()
	page.Flush(s.room.Desk)
}

func (s *shell) keepSplits() {
	s.p.settings.setSplit(keySplitA, s.panes.Outer.Offset())
	s.p.settings.setSplit(keySplitB, s.panes.Inner.Offset())
}

// showCover lays a page of an area over the body.
func (s *shell) showCover(page fyne.CanvasObject) {
	if s.cover != nil {
		s.body.Remove(s.cover)
	} else {
		s.covered = s.part()
	}
	s.cover = page
	s.panes.Hide()
	s.body.Add(s.cover)
	s.refreshCommands()
}

// uncovered reports whether the panes are seen; a page that covers them is
// closed by the person, never by a command.
func (s *shell) uncovered() bool { return s.cover == nil }

// uncover takes the page away.
func (s *shell) uncover() {
	if s.cover != nil {
		s.body.Remove(s.cover)
		s.cover = nil
		s.panes.Show()
		s.refreshCommands()
		if areas := s.areas(); s.covered >= 0 && s.covered < len(areas) {
			areas[s.covered].focus()
		} else {
			s.reader.Focus()
		}
	}
	if s.stale && s.p.shell == s {
		s.p.showShell()
	}
}

// dropped takes files that were dropped on the window.
func (s *shell) dropped(_ fyne.Position, uris []fyne.URI) {
	if !s.uncovered() {
		return
	}
	for _, u := range uris {
		if strings.HasSuffix(u.Name(), bundle.Ending) {
			s.flush()
			exchange.ShowFile(s.room, filepath.FromSlash(u.Path()))
			return
		}
	}
	for _, u := range uris {
		s.read(u)
	}
}

// press does the command of a shortcut; under a menu or a message only what must
// always be possible.
func (s *shell) press(pressed fyne.Shortcut) bool {
	if s.p.window.Canvas().Overlays().Top() == nil {
		return press(s.table, pressed)
	}
	var anytime []room.Command
	for _, c := range s.table {
		if c.Anytime {
			anytime = append(anytime, c)
		}
	}
	return press(anytime, pressed)
}

// typed is a key that what has the keyboard has no use for.
func (s *shell) typed(e *fyne.KeyEvent) {
	look.Touch()
	if s.p.window.Canvas().Overlays().Top() != nil {
		return // a message is on top, and nothing of it has the keyboard
	}
	if e.Name == fyne.KeyF8 && s.uncovered() && !look.Shifted() {
		s.side.Hold()
		return
	}
	if f := look.FunctionKeyOf(e); f != nil {
		look.Shortcut(f)
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		s.escape()
	case fyne.KeySlash:
		if s.uncovered() {
			fyne.Do(s.finder.focus) // the sign itself is still to come, to where the keyboard is now
		}
	default:
		if s.uncovered() {
			s.side.Key(e)
		}
	}
}

// escape leaves the page that covers the panes, else goes back to the text.
func (s *shell) escape() {
	switch {
	case !s.uncovered():
		s.uncover()
	case look.Path(s.reader.Object(), focusedObject(s.p.window.Canvas())) == nil:
		s.reader.Focus()
	}
}

// focusedObject is what has the keyboard, nil for nothing.
func focusedObject(c fyne.Canvas) fyne.CanvasObject {
	o, _ := c.Focused().(fyne.CanvasObject)
	return o
}

// blank hides or shows all confidential material.
func (s *shell) blank() {
	look.BlankFrames(!look.FramesBlanked())
	s.refreshCommands()
}

// read reads a file off the window's goroutine and opens its review.
func (s *shell) read(u fyne.URI) {
	name := filepath.Base(u.Path())
	var content []byte
	s.p.jobs.run(readURI(u, name, &content), func() { s.importFile(name, content) })
}
