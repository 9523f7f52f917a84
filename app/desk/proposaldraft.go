package desk

import (
	"encoding/json"
	"maps"

	"travaux/data"
	"travaux/data/states"
)

// proposalDraft is all that an unrecorded form says, as it stands there:
// proponents and target as typed.
type proposalDraft struct {
	Kind       data.ProposalKind
	On         string // identity of the proposal that it amends; "" for none
	Proponents string
	Ours       bool
	Lang       data.Lang // that is written in
	Wording    data.Words
	Label      string
	Target     string // of a move, as it is typed
	Before     bool
	Reasons    string
	Source     string
}

// draftOfProposal is what the form for a proposal says before anybody typed:
// read in a language, named in that of the window.
func draftOfProposal(p data.Proposal, read, window data.Lang, cite func(data.ID) string) proposalDraft {
	x := proposalDraft{
		Kind: p.Kind, Proponents: states.WriteProponents(p.Proponents, window), Ours: p.Ours, Lang: read, Wording: maps.Clone(p.Wording),
		Label: p.Label, Before: p.Before, Reasons: p.Reasons, Source: p.Source,
	}
	if x.Wording == nil {
		x.Wording = data.Words{}
	}
	if !p.On.IsZero() {
		x.On = p.On.String()
	}
	if !p.Target.IsZero() {
		x.Target = cite(p.Target)
	}
	if len(p.Wording) > 0 && p.Wording[read] == "" {
		x.Lang, _ = wordingIn(p, read)
	}
	return x
}

// String is the draft as the pad keeps it.
func (x proposalDraft) String() string {
	out, err := json.Marshal(x)
	if err != nil {
		panic(err) // it holds nothing but strings
	}
	return string(out)
}

// readProposalDraft returns the draft that the pad holds under a key, if it does.
func readProposalDraft(p *pad, key string) (x proposalDraft, ok bool) {
	text, ok := p.read(key)
	if !ok || json.Unmarshal([]byte(text), &x) != nil {
		return x, false
	}
	return x, true
}

// worded reports whether a kind of proposal has words of its own.
func worded(k data.ProposalKind) bool {
	return k == data.ProposalModify || k == data.ProposalAdd
}
