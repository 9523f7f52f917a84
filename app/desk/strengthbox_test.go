package desk

import (
	"testing"

	"travaux/data"
	"travaux/translations"
)

func TestStrengthIsSaidInWords(t *testing.T) {
	for _, c := range []struct {
		name, lang, old, new, want string
	}{
		{"weaker", "en", "Each Party shall act.", "Each Party should act.", "weakened shall → should"},
		{"stronger", "en", "Each Party should act.", "Each Party shall act without delay.", "strengthened should → shall; Added: without delay"},
		{"unchanged", "en", "Each Party shall act.", "Every Party shall act.", "unchanged "},
		{"French", "fr", "Chaque Partie doit agir.", "Chaque Partie devrait agir.", "weakened doit → devrait"},
	} {
		f := compareStrength(translations.New("en"), c.old, c.new, data.Lang(c.lang))
		if got := string(f.outcome) + " " + f.changes; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestStrengthOfWhatIsWanted(t *testing.T) {
	s := newStage(t, "en")
	id := s.choose("ch1/art2/2")
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Wording: data.Words{data.English: "A keeper shall rest at dawn."}}))
	p := s.proposed(data.Proposal{Provision: id, Kind: data.ProposalModify, Wording: data.Words{data.English: "A keeper is encouraged to rest at dawn."}})
	s.open_(tabText)
	shows(t, s.side.text.strength.object, "Strengthened: may → shall")
	hides(t, s.side.text.strength.object, "ticked")
	s.viewing.Tick(true, p.ID)
	shows(t, s.side.text.strength.object, "With the ticked proposals")
	shows(t, s.side.text.strength.object, "Strengthened: may → is encouraged to")
	s.open_(tabProposals)
	shows(t, s.side.proposals.list, "Strengthened: may → is encouraged to")
}
