package app

import (
	"fyne.io/fyne/v2"

	"travaux/app/amendments"
	"travaux/app/concept"
	"travaux/app/concordance"
	"travaux/app/consultations"
	"travaux/app/coverage"
	"travaux/app/disputes"
	"travaux/app/look"
	"travaux/app/monitoring"
	"travaux/app/papers"
	"travaux/app/participation"
	"travaux/app/room"
	"travaux/data/search"
)

// openRecord covers the panes with the page on which a record of the papers or of the life
// of the treaty stands.
func (s *shell) openRecord(it search.Item) {
	switch it.Kind {
	case "paper":
		papers.ShowMade(s.room, it.Entity)
	case "template":
		papers.ShowTemplate(s.room, it.Entity)
	case "thesis", "sourcing":
		s.live = concept.Show(s.room)
	case "covering":
		s.live = coverage.Show(s.room)
	case "discordance":
		s.live = concordance.Show(s.room, it.Provision)
	case "amendment", "amendment-act":
		s.live = amendments.Show(s.room)
	case "question", "consultation", "contact":
		s.live = consultations.Show(s.room, it.Provision)
	case "dispute", "dispute-step", "dispute-paper":
		s.live = disputes.Show(s.room)
	case "obligation", "cycle", "party-report", "assessment", "review", "draw":
		s.live = monitoring.Show(s.room)
	default:
		s.live = participation.Show(s.room)
	}
}

// treatyCommands are what becomes of the treaty: from the concept to the four
// mechanisms. A page is shown with s.live = its Show, so that it follows the desk.
func (s *shell) treatyCommands() []room.Command {
	return []room.Command{
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "concept.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF2, Shift: true}, Do: func() { s.flush(); s.live = concept.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "participation.title", Shortcut: function(fyne.KeyF7), Do: func() { s.flush(); s.live = participation.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "concord.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF4, Shift: true}, Do: func() { s.flush(); s.live = concordance.Show(s.room, s.reading.Provision()) }, After: true}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "coverage.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF11, Shift: true}, Do: func() { s.flush(); s.live = coverage.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "amendments.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF7, Shift: true}, Do: func() { s.flush(); s.live = amendments.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "consult.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF8, Shift: true}, Do: func() { s.flush(); s.live = consultations.Show(s.room, s.reading.Provision()) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "dispute.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF9, Shift: true}, Do: func() { s.flush(); s.live = disputes.Show(s.room) }}),
		s.whileUncovered(room.Command{Menu: room.MenuTreaty, Title: "monitoring.title", Shortcut: &look.FunctionKey{Name: fyne.KeyF12, Shift: true}, Do: func() { s.flush(); s.live = monitoring.Show(s.room) }}),
	}
}
