package matrix

import (
	"slices"
	"time"

	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/data/tally"
)

// counter counts views; it is the desk.
type counter interface {
	TallyMatrix(questions []tally.Question, until time.Time) tally.Grid
	TallySeries(q tally.Question, moments []time.Time) []tally.Point
}

// world is what the page reads of the desk, at one time.
type world struct {
	text      *desk.Text // nil: there is none
	lang      data.Lang  // in which the text is read, and its labels
	asked     []tally.Question
	days      []data.Date // on which something was said, the latest first
	zone      *time.Location
	issues    map[data.ID]data.Issue
	proposals map[data.ID][]data.Proposal
	stances   map[data.ID]data.Stance
	agenda    []data.ID // of the meeting that goes on; none: it follows the text
	register  *states.Register
}

// worldOf reads the desk.
func worldOf(r *room.Room) (world, error) {
	d := r.Desk
	w := world{
		lang: r.Selection.Lang(), asked: d.Questions(), proposals: d.AllProposals(), register: d.Register(),
		issues: map[data.ID]data.Issue{}, stances: map[data.ID]data.Stance{}, zone: d.Zone(), days: d.SpokenDays(),
	}
	for _, x := range d.Issues() {
		w.issues[x.ID] = x
	}
	slices.Reverse(w.days)
	if m, ok := d.CurrentMeeting(); ok {
		w.agenda = m.Order
	}
	for _, q := range w.asked {
		if q.Proposal.IsZero() && !q.Provision.IsZero() {
			w.stances[q.Provision] = d.Position(q.Provision).Stance
		}
	}
	text, err := d.Current()
	if data.CodeOf(err) == desk.CodeNoText {
		return w, nil
	}
	w.text = text
	return w, err
}
