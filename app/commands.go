package app

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/audit"
	"travaux/app/delegation"
	"travaux/app/exchange"
	"travaux/app/look"
	"travaux/app/papers"
	"travaux/app/room"
	"travaux/app/sheets"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// commands is the command table: everything a person can do, in the order of
// the menus.
func (s *shell) commands() []room.Command {
	table := s.fileCommands()
	table = append(table, s.editCommands()...)
	for _, pane := range [][]room.Command{s.outline.Commands(), s.reader.Commands(), s.side.Commands()} {
		for _, c := range pane {
			table = append(table, s.whileUncovered(c))
		}
	}
	table = append(table, s.roomCommands()...)
	table = append(table, s.treatyCommands()...)
	table = append(table, s.teamCommands()...)
	table = append(table, s.viewCommands()...)
	return append(table, s.helpCommands()...)
}

// do does the command with a title, if it can be done now.
func (s *shell) do(title string) {
	for _, c := range s.commands() {
		if c.Title == title && enabled(c) {
			c.Do()
			return
		}
	}
}

// whileUncovered is a command that can be done only while no page covers the panes.
func (s *shell) whileUncovered(c room.Command) room.Command {
	can := c.Enabled
	c.Enabled = func() bool { return s.uncovered() && (can == nil || can()) }
	if !s.uncovered() {
		c.Why = "palette.why.covered"
	}
	return c
}

// Titles that are asked for by name.
const (
	titleWorkAs  = "command.work-as"
	titlePalette = "command.palette"
)

// workAs are the members of the delegation, as whom one can work.
func (s *shell) workAs() []room.Command {
	var rows []room.Command
	d := s.p.session.desk
	if !d.IsSolo() { // then the laptop is its member's
		return nil
	}
	for _, m := range d.Members() {
		rows = append(rows, room.Command{
			Words: m.Name + " (" + s.p.loc.T("role."+string(m.Role)) + ")",
			Do: func() {
				s.flush()
				if err := d.WorkAs(m.ID); err != nil {
					s.p.fail(err)
				}
				s.changed()
			},
			Checked: func() bool { return m.ID == d.Me().ID },
		})
	}
	return rows
}

func (s *shell) fileCommands() []room.Command {
	return []room.Command{
		s.whileUncovered(room.Command{Menu: room.MenuFile, Title: "command.import", Short: "command.import.short", Shortcut: key(fyne.KeyI), Toolbar: true, Icon: look.IconImport, Do: s.chooseFile}),
		s.whileUncovered(room.Command{Menu: room.MenuFile, Title: "command.paste", Shortcut: key(fyne.KeyV, fyne.KeyModifierShift), Do: s.pasteText}),
		s.whileUncovered(room.Command{Menu: room.MenuFile, Title: "command.revisions", Words: s.revisionsWords(), Shortcut: key(fyne.KeyR), Toolbar: true, Icon: look.IconRevisions, Do: s.showRevisions, After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuFile, Title: "command.paper", Short: "command.paper.short", Shortcut: key(fyne.KeyP), Toolbar: true, Icon: look.IconPaper, Do: s.makePaper, After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuFile, Title: "command.report", Enabled: s.severalRevisions, Why: "palette.why.one-revision", Do: s.makeReport}),
		s.whileUncovered(room.Command{Menu: room.MenuFile, Title: "sheets.title", Shortcut: key(fyne.KeyT), Do: func() { s.flush(); s.live = sheets.Show(s.room) }}),
		{Menu: room.MenuFile, Title: "command.backup", Do: s.backUp, After: true},
		{Menu: room.MenuFile, Title: "command.verify", Do: s.verify},
		{Menu: room.MenuFile, Title: "command.lock", Shortcut: key(fyne.KeyL), Do: s.p.lock, Anytime: true, After: true},
		{Menu: room.MenuFile, Title: "command.quit", Shortcut: key(fyne.KeyQ), Do: s.p.quit, Anytime: true},
	}
}

// teamCommands are what the delegation does among itself.
func (s *shell) teamCommands() []room.Command {
	return []room.Command{
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.instructions", Words: s.instructionsWords(), Shortcut: key(fyne.KeyO, fyne.KeyModifierShift), Do: s.showInstructions}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.export-approval", Do: func() { s.flush(); papers.ExportApproval(s.room, s.reading.Provision()) }, After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.approvals", Words: s.approvalsWords(), Shortcut: key(fyne.KeyA, fyne.KeyModifierShift), Toolbar: true, Icon: look.IconApprove, Do: s.showApprovals}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.conflicts", Shortcut: key(fyne.KeyD, fyne.KeyModifierShift), Do: func() { s.showConflicts(s.reading.Provision()) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "redline.page", Shortcut: key(fyne.KeyL, fyne.KeyModifierShift), Do: func() { s.showRedLines(data.ID{}) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.packages", Shortcut: key(fyne.KeyB, fyne.KeyModifierShift), Do: func() { s.showPackages(data.ID{}, data.ID{}) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.delegation", Do: func() { s.flush(); delegation.Show(s.room) }, After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.exchange", Shortcut: key(fyne.KeyX, fyne.KeyModifierShift), Do: func() { s.flush(); exchange.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTeam, Title: "command.audit", Enabled: s.mayAudit, Why: "palette.why.role", Do: func() { s.flush(); audit.Show(s.room, s.reading.Provision()) }, After: true}),
		{Menu: room.MenuTeam, Title: titleWorkAs, Submenu: s.workAs(), Enabled: s.p.session.desk.IsSolo},
	}
}

// mayAudit reports whether the member's role may read who did what.
func (s *shell) mayAudit() bool { return s.p.session.desk.Me().Role.May(data.RightAudit) }

// revisionsWords names the page about revisions with how much waits in it, so that
// nobody forgets it.
func (s *shell) revisionsWords() string {
	if n := s.queued; n > 0 {
		return s.p.loc.T("command.revisions.waiting", "n", s.p.loc.Number(n))
	}
	return s.p.loc.T("command.revisions")
}

func (s *shell) editCommands() []room.Command {
	d := s.p.session.desk
	return []room.Command{
		{Menu: room.MenuEdit, Title: "command.undo", Words: s.actWords("command.undo", "command.undo.act", d.CanUndo), Shortcut: &fyne.ShortcutUndo{}, Do: s.undo},
		{Menu: room.MenuEdit, Title: "command.redo", Words: s.actWords("command.redo", "command.redo.act", d.CanRedo), Shortcut: &fyne.ShortcutRedo{}, Do: s.redo},
		s.whileUncovered(room.Command{Menu: room.MenuEdit, Title: "command.find", Shortcut: key(fyne.KeyF, fyne.KeyModifierShift), Do: s.finder.focus, After: true}),
		{Menu: room.MenuEdit, Title: titlePalette, Shortcut: key(fyne.KeyK), Do: s.palette.open},
		s.whileUncovered(room.Command{Menu: room.MenuText, Title: "command.goto", Shortcut: key(fyne.KeyG), Do: s.finder.focus}),
	}
}

// actWords names the act that undo or redo is about.
func (s *shell) actWords(id, withAct string, can func() (string, bool)) string {
	act, ok := can()
	if !ok {
		return s.p.loc.T(id)
	}
	return s.p.loc.T(withAct, "act", s.p.loc.T(act))
}

// undoable is a field with a history of its own.
type undoable interface {
	Undo() bool
	Redo() bool
}

var _ undoable = (*textview.Editor)(nil)

// undo takes back what was typed in the field that has the keyboard, or else
// the latest act.
func (s *shell) undo() {
	if f, ok := s.p.window.Canvas().Focused().(undoable); ok && f.Undo() {
		return
	}
	if s.capture.Focused() && s.capture.Undo() {
		return
	}
	s.step("undo.done", s.p.session.desk.Undo)
}

func (s *shell) redo() {
	if f, ok := s.p.window.Canvas().Focused().(undoable); ok && f.Redo() {
		return
	}
	s.step("redo.done", s.p.session.desk.Redo)
}

func (s *shell) step(id string, move func(context.Context) (string, error)) {
	s.flush()
	var act string
	s.room.Act(func(ctx context.Context) (err error) {
		act, err = move(ctx)
		return err
	}, func() { s.toast(s.p.loc.T(id, "act", s.p.loc.T(act))) })
}

func (s *shell) viewCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuView, Title: "command.pane.next", Shortcut: function(fyne.KeyF6), Do: func() { s.cycle(1) }, After: true},
		{Menu: room.MenuView, Title: "command.pane.previous", Shortcut: &look.FunctionKey{Name: fyne.KeyF6, Shift: true}, Do: func() { s.cycle(-1) }},
		{Menu: room.MenuView, Title: "command.menu-bar", Shortcut: function(fyne.KeyF10), Do: func() { s.menu.Open(0) }},
		{Menu: room.MenuView, Title: "command.hide", Short: "command.hide.short", Shortcut: key(fyne.KeyH), Also: []fyne.Shortcut{function(fyne.KeyF9)}, Anytime: true, Toolbar: true, Icon: look.IconHide, Do: s.blank, After: true, Checked: look.FramesBlanked},
		s.whileUncovered(room.Command{Menu: room.MenuView, Title: "command.language", Submenu: s.languages(), After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuView, Title: "command.appearance", Submenu: s.appearances()}),
		{Menu: room.MenuView, Title: "command.text-size", Submenu: s.p.sizes()},
		s.whileUncovered(room.Command{Menu: room.MenuView, Title: "command.roomy", Do: func() { s.restyle(func(t *look.Theme) { t.Compact = !t.Compact }) }, Checked: func() bool { return !look.Current().Compact }}),
		{Menu: room.MenuView, Title: "command.idle", Submenu: s.idleTimes(), After: true},
	}
}

func (s *shell) languages() []room.Command {
	var rows []room.Command
	for _, lang := range data.Langs {
		rows = append(rows, room.Command{
			Words:   translations.Endonym(string(lang)),
			Known:   s.p.loc.Name("language", string(lang)),
			Do:      func() { s.p.setLanguage(lang); s.p.showShell() },
			Checked: func() bool { return string(lang) == s.p.loc.Lang() },
		})
	}
	return rows
}

func (s *shell) appearances() []room.Command {
	var rows []room.Command
	for _, a := range []look.Appearance{look.Light, look.Dark, look.HighContrast} {
		rows = append(rows, room.Command{
			Title:   "appearance." + string(a),
			Do:      func() { s.restyle(func(t *look.Theme) { t.Appearance = a }) },
			Checked: func() bool { return look.Current().Appearance == a },
		})
	}
	return rows
}

func (s *shell) idleTimes() []room.Command {
	var rows []room.Command
	for _, minutes := range []int{0, 5, 15, 30, 60} {
		words := s.p.loc.T("idle.never")
		if minutes > 0 {
			words = s.p.loc.N("idle.minutes", minutes)
		}
		rows = append(rows, room.Command{
			Words: words,
			Do: func() {
				s.p.settings.setIdle(minutes)
				s.p.watchIdle()
				s.refreshCommands()
			},
			Checked: func() bool { return s.p.settings.idle() == minutes },
		})
	}
	return rows
}

// restyle applies a changed look and keeps it.
func (s *shell) restyle(change func(*look.Theme)) {
	s.p.dress(change)
	s.p.showShell()
}

func (s *shell) helpCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuHelp, Title: "command.shortcuts", Shortcut: function(fyne.KeyF1), Also: []fyne.Shortcut{key(fyne.KeySlash)}, Do: s.keys.open},
		s.whileUncovered(room.Command{Menu: room.MenuHelp, Title: "command.sample-next", Enabled: s.sampleHasNext, Why: "palette.why.sample", Do: s.issueSampleNext, After: true}),
		{Menu: room.MenuHelp, Title: "command.about", Do: s.about, After: true},
	}
}

func (s *shell) about() {
	s.p.ask(programName, s.p.loc.T("about.text"))
}
