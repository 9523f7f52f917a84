package app

import (
	"fyne.io/fyne/v2"

	"travaux/app/capital"
	"travaux/app/library"
	"travaux/app/look"
	"travaux/app/matrix"
	"travaux/app/room"
	"travaux/app/speakers"
	"travaux/app/speeches"
	"travaux/app/states"
	"travaux/app/submissions"
	"travaux/data/search"
)

// inRoom is what the window knows of the pages for the meeting room.
type inRoom struct {
	live livePage // the last that was shown; nil: none was
}

// livePage is a page that follows the desk while it covers the window.
type livePage interface {
	Shown() bool
	Refresh()
}

// refreshLive shows the page that covers the window as the desk is now.
func (s *shell) refreshLive() {
	if s.live != nil && s.live.Shown() {
		s.live.Refresh()
	}
}

// roomCommands are what is done in the meeting room. A page is shown with s.live =
// its Show, so that it follows the desk.
func (s *shell) roomCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuRoom, Title: "capture.command", Shortcut: key(fyne.KeyN), Icon: look.IconPerson, Do: s.capture.Focus},
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "capture.correct", Shortcut: key(fyne.KeyU), Do: func() { s.side.CorrectView(s.capture.Correcting()) }}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "command.reading", Shortcut: function(fyne.KeyF5), Do: s.readAloud}),
		{Menu: room.MenuRoom, Title: "command.screen", Shortcut: &look.FunctionKey{Name: fyne.KeyF5, Shift: true}, Do: s.showScreen, Checked: s.hasScreen},
		{Menu: room.MenuRoom, Title: "command.screen.freeze", Do: func() { s.screen.Freeze(!s.screen.Frozen()); s.refreshCommands() }, Enabled: s.hasScreen, Why: "palette.why.no-screen", Checked: s.frozen},
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "matrix.title", Shortcut: key(fyne.KeyT, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = matrix.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "command.speakers", Shortcut: key(fyne.KeyN, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = speakers.Show(s.room) }}),
		{Menu: room.MenuRoom, Title: "command.next-speaker", Shortcut: function(fyne.KeyF4), Enabled: s.someoneSpeaks, Why: "palette.why.nobody-speaks", Do: s.nextSpeaker},
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "library.title", Shortcut: key(fyne.KeyJ, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = library.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "library.find", Shortcut: key(fyne.KeyJ), Enabled: s.hasWords, Do: s.findAgreed}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "states.title", Shortcut: key(fyne.KeyG, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = states.Show(s.room) }, After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "command.speeches", Shortcut: key(fyne.KeyY, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = speeches.Show(s.room, s.reading.Provision()) }}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "command.capital", Shortcut: key(fyne.KeyH, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = capital.Show(s.room, s.reading.Provision()) }}),
		s.whileUncovered(room.Command{Menu: room.MenuRoom, Title: "submissions.title", Shortcut: key(fyne.KeyS, fyne.KeyModifierShift), Do: func() { s.flush(); s.live = submissions.Show(s.room) }}),
	}
}

// openWritten covers the panes with the submission or statement in which words were
// found, at these runes of its text, both zero: at none; or with the page on which a
// record of the papers or of the life of the treaty stands.
func (s *shell) openWritten(it search.Item, at [2]int) {
	if !s.uncovered() {
		s.toast(s.p.loc.T("palette.why.covered"))
		return
	}
	s.flush()
	switch {
	case it.Kind != "":
		s.openRecord(it)
	case it.Class == search.ClassSubmission:
		s.live = submissions.ShowAt(s.room, it.Entity, at[0], at[1])
	default:
		s.live = speeches.ShowAt(s.room, it.Entity, it.Lang, at[0], at[1])
	}
}

// hasWords reports whether there are words for which agreed language can be looked
// for.
func (s *shell) hasWords() bool { return !s.reading.Provision().IsZero() }

// findAgreed looks for the agreed language that is nearest to the selected words, or
// to those of the selected provision.
func (s *shell) findAgreed() {
	words, lang := s.reader.QuotedWords()
	s.flush()
	s.live = library.Find(s.room, lang, words)
}
