package desk

import (
	"strings"
	"testing"

	"travaux/app/look"
	"travaux/data"
)

// guarded is a stage with a red line on the duty: words that must stay.
func guarded(t *testing.T, lang string) (s *stage, duty data.ID) {
	t.Helper()
	s = newStage(t, lang)
	duty = s.choose("ch1/art2/1")
	_, err := s.desk.SetRedLine(ctx, data.RedLine{
		Provisions: []data.ID{duty}, Rule: data.RedLineStays, Phrases: data.Words{data.English: "shall ensure"}, Reason: "Canary reason.",
	})
	must(t, err)
	s.room.Changed()
	return s, duty
}

// TestWordingIsWatchedWithEveryKey shows the line below the field while the wording
// crosses, before anything is saved.
func TestWordingIsWatchedWithEveryKey(t *testing.T) {
	s, duty := guarded(t, "en")
	s.open_(tabPosition)
	p := s.side.position
	hides(t, p.redLines.live, "missing")
	type_(p.wording.editor, "Parties should ensure")
	shows(t, p.redLines.live, "“shall ensure” is missing")
	if s.desk.Position(duty).Wording[data.English] != "" {
		t.Error("it was saved")
	}
	p.wording.editor.SetText("")
	type_(p.wording.editor, "Parties shall ensure")
	if p.redLines.live.Visible() {
		t.Error("a wording that keeps the words is told to cross")
	}
}

func TestRedLinesStandBesideTheProvision(t *testing.T) {
	s, duty := guarded(t, "en")
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: duty, Stance: data.StanceDelete}))
	s.room.Changed()
	s.open_(tabPosition)
	box := s.side.position.redLines.object
	for _, words := range []string{"Must stay: “shall ensure”", "Canary reason.", "Our wording: the provision would go"} {
		shows(t, box, words)
	}
	if !strings.Contains(rowOf(s, duty), "crossed") {
		t.Error("the outline has no sign of it")
	}
	s.choose("ch1/art1")
	hides(t, s.side.position.redLines.object, "shall ensure")
}

// rowOf says whether the row of the outline has the sign of a red line.
func rowOf(s *stage, id data.ID) string {
	for _, r := range s.outline.rows {
		if r.id == id && r.tally.own.crossed == crossed {
			return "crossed"
		}
	}
	return ""
}

func TestProposalsAreWatched(t *testing.T) {
	s, duty := guarded(t, "en")
	s.open_(tabProposals)
	s.side.propose(data.ProposalModify)
	f := s.side.proposals.form
	f.wording.SetText("")
	type_(f.wording, "Parties should ensure light.")
	shows(t, f.crossed, "“shall ensure” is missing")
	_, err := s.desk.Propose(ctx, data.Proposal{Provision: duty, Kind: data.ProposalModify, Wording: data.Words{data.English: "Parties should ensure light."}})
	must(t, err)
	f.cancel()
	s.room.Changed()
	shows(t, s.side.proposals.object, "“shall ensure” is missing")
}

// TestRedLinesAreNotForEverybody shows nothing of them to a role without the right.
func TestRedLinesAreNotForEverybody(t *testing.T) {
	s, duty := guarded(t, "en")
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: duty, Wording: data.Words{data.English: "Parties should ensure."}}))
	m, err := s.desk.SetMember(ctx, data.Member{Name: "C. Notes", Role: data.RoleNoteTaker})
	must(t, err)
	must(t, s.desk.WorkAs(m.ID))
	s.room.Changed()
	s.open_(tabPosition)
	hides(t, s.side.object, "Must stay")
	hides(t, s.side.object, "is missing")
	if rowOf(s, duty) != "" {
		t.Error("the outline tells of it")
	}
}

func TestRedLinesAreBlanked(t *testing.T) {
	s, _ := guarded(t, "en")
	s.open_(tabPosition)
	type_(s.side.position.wording.editor, "Parties should ensure")
	look.BlankFrames(true)
	t.Cleanup(func() { look.BlankFrames(false) })
	for _, words := range []string{"“shall ensure”", "Canary reason."} {
		hides(t, s.side.object, words)
	}
}
