package desk

import (
	"time"

	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/text/bracket"
)

// note is what there is on a provision, in brief.
type note struct {
	state        data.ApprovalState
	stance       data.Stance
	comments     int // open threads
	instructions int // in force
	brackets     int // in the language of the outline; see countBrackets
	proposals    int // not withdrawn
	crossed      crossing
	doubts       bool
	packages     int
	broken       int // of packages
	conflicts    int // fields about it that were written in different ways on several laptops
}

// tally is the note of a provision itself and that of all it contains,
// itself included; how it stands in the room, and which filters hold of it.
type tally struct {
	own, whole note
	standing   data.Standing
	holds      filter
}

// survey takes stock of a text with its threads. A container's approval is the
// least advanced one among the provisions in it that have a position.
func survey(d *work.Desk, t *work.Text, threads map[data.ID][]work.Thread, now time.Time) map[data.ID]*tally {
	out := make(map[data.ID]*tally, len(t.Provisions))
	standings, proposals, conflicts := d.Standings(), d.AllProposals(), d.InConflict()
	for _, p := range t.Provisions {
		n := note{
			state: d.Approval(p.ID).State, stance: d.Position(p.ID).Stance,
			comments: open(threads[p.ID]), proposals: standing(proposals[p.ID]), doubts: doubtful(p),
			conflicts: conflicts[p.ID],
		}
		out[p.ID] = &tally{own: n, standing: standings[p.ID]}
	}
	for _, i := range d.AllInstructionsAt(now) {
		for _, id := range i.Provisions {
			if x := out[id]; x != nil && i.Standing() {
				x.own.instructions++
			}
		}
	}
	for _, c := range d.Crossings() {
		if x := out[c.Provision]; x != nil {
			x.own.crossed = max(x.own.crossed, crossingOf(c))
		}
	}
	for _, s := range d.Packages() {
		for _, id := range s.Provisions() {
			if x := out[id]; x != nil {
				x.own.packages++
				if s.State == data.PackageBroken {
					x.own.broken++
				}
			}
		}
	}
	for i := len(t.Provisions) - 1; i >= 0; i-- {
		p := t.Provisions[i]
		x := out[p.ID]
		x.whole = x.whole.with(x.own)
		if up := out[p.Parent]; up != nil {
			up.whole = up.whole.with(x.whole)
		}
	}
	return out
}

// countBrackets adds to a survey how many brackets a text has in a language.
func countBrackets(w *wholeText, tallies map[data.ID]*tally) {
	b := w.brackets()
	for i, p := range w.text.Provisions {
		x := tallies[p.ID]
		x.own.brackets, x.whole.brackets = bracketsOf(b.own[i]), bracketsOf(b.total[i])
	}
}

func bracketsOf(c bracket.Count) int { return c.Pairs + c.Unclosed + c.Unopened }

// standing counts the proposals that their proponents uphold.
func standing(proposals []data.Proposal) (n int) {
	for _, p := range proposals {
		if !p.Withdrawn {
			n++
		}
	}
	return n
}

// with adds up two notes; the stance is that of the provision alone.
func (n note) with(m note) note {
	n.comments += m.comments
	n.instructions += m.instructions
	n.brackets += m.brackets
	n.proposals += m.proposals
	n.doubts = n.doubts || m.doubts
	n.conflicts += m.conflicts
	n.crossed = max(n.crossed, m.crossed)
	n.packages += m.packages
	n.broken += m.broken
	n.state = leastAdvanced(n.state, m.state)
	return n
}

// progress of a position, from its first words to its approval.
var progress = map[data.ApprovalState]int{
	data.ApprovalDraft: 1, data.ApprovalReturned: 2, data.ApprovalLapsed: 3,
	data.ApprovalSubmitted: 4, data.ApprovalClearedExpert: 5, data.ApprovalClearedLegal: 6,
	data.ApprovalApproved: 7, data.ApprovalConfirmed: 8,
}

// leastAdvanced compares only states of positions; where there is none, the
// other state holds.
func leastAdvanced(a, b data.ApprovalState) data.ApprovalState {
	switch x, y := progress[a], progress[b]; {
	case x == 0 && y == 0:
		return data.ApprovalNone
	case x == 0 || y != 0 && y < x:
		return b
	}
	return a
}

func open(threads []work.Thread) (n int) {
	for _, t := range threads {
		if !t.Resolved {
			n++
		}
	}
	return n
}

func doubtful(p data.Provision) bool {
	for _, r := range p.Text {
		if len(r.Doubts) > 0 {
			return true
		}
	}
	return false
}
