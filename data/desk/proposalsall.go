package desk

import (
	"context"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// CodeProposalThere is for a proposal that is recorded already: by the same
// proponents, from the same document, on the same provision, in the same words.
const CodeProposalThere data.Code = "desk.proposal-there"

// ProposeAll records the proposals of one document as one act, together with the
// document itself where it is given and not kept yet: by its symbol and its words. What Propose
// refuses, or what is recorded already, is left out and told: refused has an error
// in the place of each such proposal, nil elsewhere. Their meeting stays as given:
// they were made in writing. One with the words of the text as it stands is
// recorded too: in many documents what is struck through or underlined is lost
// with its looks, and a person has to see it. It is no act where nothing is left.
func (d *Desk) ProposeAll(ctx context.Context, from data.Submission, original []byte, list []data.Proposal) (made []data.Proposal, refused []error, err error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	from, writes, err := d.document(from, original)
	if err != nil {
		return nil, nil, err
	}
	refused = make([]error, len(list))
	for i, p := range list {
		p = owned(p)
		p.Provision, p.Target = d.permanent(p.Provision), d.permanent(p.Target)
		p.ID, p.Author, p.Time, p.Withdrawn, p.Revision = data.NewID(), d.Me().ID, now(), false, d.currentRevision()
		p.Submission = from.ID
		if p, refused[i] = d.complete(p); refused[i] != nil {
			continue
		}
		if d.recordedAlready(p) || containsAlike(made, p) {
			refused[i] = data.E(CodeProposalThere)
			continue
		}
		made = append(made, p)
		writes = append(writes, about(kindProposal, p.ID, p.Provision))
		writes = append(writes, proposalWrites(data.Proposal{}, p)...)
	}
	if len(made) == 0 {
		return nil, refused, nil
	}
	return made, refused, d.acted(ctx, "act.proposals", nil, writes)
}

// document is the submission in which proposals stand, and the writes that keep it
// where it is not kept yet. It has no identity where it has no text.
func (d *Desk) document(from data.Submission, original []byte) (data.Submission, []change.Write, error) {
	if !from.ID.IsZero() || from.Text == "" {
		return from, nil, nil
	}
	for _, old := range d.Submissions() {
		if old.Symbol == from.Symbol && old.Text == from.Text {
			return old, nil, nil
		}
	}
	return d.submissionWrites(from, original)
}

func (d *Desk) recordedAlready(p data.Proposal) bool {
	return containsAlike(d.Proposals(p.Provision), p)
}

// containsAlike reports whether a list has the same proposal.
func containsAlike(list []data.Proposal, p data.Proposal) bool {
	for _, q := range list {
		if q.Kind == p.Kind && q.Source == p.Source && q.Label == p.Label && q.Provision == p.Provision && q.By(p) && wordedAlike(q.Wording, p.Wording) {
			return true
		}
	}
	return false
}

func wordedAlike(a, b data.Words) bool {
	for lang, words := range a {
		if strings.TrimSpace(words) != strings.TrimSpace(b[lang]) {
			return false
		}
	}
	return len(a) == len(b)
}
