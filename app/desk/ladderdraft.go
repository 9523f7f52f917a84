package desk

import (
	"encoding/json"
	"maps"
	"slices"

	"travaux/data"
)

// ladderDraft is a ladder that is being written, as it stands in the form.
type ladderDraft struct {
	Steps []ladderDraftStep
	At    int // the step that the form shows
}

type ladderDraftStep struct {
	ID      string // "": a new one
	Wording data.Words
	Trigger string
	Roles   []data.Role
}

// ladderDraftOf is a ladder as the form shows it; one that is begun has a
// preferred wording, a fallback and no words yet.
func ladderDraftOf(l data.Ladder) (x ladderDraft) {
	for _, s := range l.Steps {
		x.Steps = append(x.Steps, ladderDraftStep{s.ID.String(), maps.Clone(s.Wording), s.Trigger, slices.Clone(s.Roles)})
	}
	if len(x.Steps) == 0 {
		x.Steps = []ladderDraftStep{{Wording: data.Words{}}}
	}
	return x
}

// ladder is what the draft says.
func (x ladderDraft) ladder(provision data.ID) data.Ladder {
	l := data.Ladder{Provision: provision}
	for _, s := range x.Steps {
		id, _ := data.ParseID(s.ID)
		l.Steps = append(l.Steps, data.LadderStep{ID: id, Wording: s.Wording, Trigger: s.Trigger, Roles: s.Roles})
	}
	return l
}

// String is the draft as the pad keeps it.
func (x ladderDraft) String() string {
	out, err := json.Marshal(x)
	if err != nil {
		panic(err) // it holds nothing but strings
	}
	return string(out)
}

// readLadderDraft returns the draft that the pad holds under a key, if it does.
func readLadderDraft(p *pad, key string) (x ladderDraft, ok bool) {
	text, ok := p.read(key)
	if !ok || json.Unmarshal([]byte(text), &x) != nil || len(x.Steps) == 0 {
		return x, false
	}
	x.At = min(max(x.At, 0), len(x.Steps)-1)
	for i := range x.Steps {
		if x.Steps[i].Wording == nil {
			x.Steps[i].Wording = data.Words{}
		}
	}
	return x, true
}

func ladderDraftKey(by, provision data.ID) string { return personal("ladder", by, provision) }

// stepKey is for the reason of a move on a ladder.
func stepKey(by, provision data.ID) string { return personal("ladder-step", by, provision) }
