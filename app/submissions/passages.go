package submissions

import (
	"slices"
	"time"
	"unicode"

	"travaux/data"
	"travaux/data/desk"
)

// passage is what was marked in a submission: a view, or a proposal.
type passage struct {
	start, end int // runes of the text
	view       data.View
	proposal   data.Proposal // zero ID: it is a view
}

func (p passage) isProposal() bool { return !p.proposal.ID.IsZero() }

func (p passage) provision() data.ID {
	if p.isProposal() {
		return p.proposal.Provision
	}
	return p.view.Provision
}

// passagesOf are the passages of a submission, in the order of its text; those that
// were taken from it without being marked there stand first.
func passagesOf(d *desk.Desk, s data.Submission) (out []passage) {
	for _, v := range d.AllViews() {
		if v.Submission == s.ID {
			out = append(out, passage{start: v.Anchor.Start, end: v.Anchor.End, view: v})
		}
	}
	for _, list := range d.AllProposals() {
		for _, p := range list {
			if p.Submission == s.ID {
				out = append(out, passage{start: p.Passage.Start, end: p.Passage.End, proposal: p})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b passage) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.time().Compare(b.time())
	})
	return out
}

// time is when it was recorded.
func (p passage) time() time.Time {
	if p.isProposal() {
		return p.proposal.Time
	}
	return p.view.Time
}

// unmarked are the parts of a submission in which the program recognises what they
// are about, without those that are marked.
func unmarked(parts []desk.CablePart, marked []passage) []desk.CablePart {
	var out []desk.CablePart
	for _, c := range parts {
		if !slices.ContainsFunc(marked, func(p passage) bool { return p.start < c.End && c.Start < p.end }) {
			out = append(out, c)
		}
	}
	return out
}

// aboutAt is what the program takes words to be about: what they name, or the part
// that they stand in.
func aboutAt(d *desk.Desk, s data.Submission, parts []desk.CablePart, start, end int) (provision data.ID, ok bool) {
	if named := d.NamedProvisions(string([]rune(s.Text)[start:end]), s.Lang); len(named) > 0 {
		return named[0], true
	}
	for _, c := range parts {
		if c.Start <= start && start < c.End && len(c.Provisions) > 0 {
			return c.Provisions[0], true
		}
	}
	return data.ID{}, false
}

// trimmed is a selection without the space around it; ok is false where nothing is
// left.
func trimmed(text string, start, end int) (from, to int, ok bool) {
	runes := []rune(text)
	from, to = max(start, 0), min(end, len(runes))
	for from < to && unicode.IsSpace(runes[from]) {
		from++
	}
	for to > from && unicode.IsSpace(runes[to-1]) {
		to--
	}
	return from, to, from < to
}

// around is how many runes beside a quotation are kept with it.
const around = 32

// anchor ties a view to the words of a submission.
func anchor(s data.Submission, start, end int) data.Anchor {
	runes := []rune(s.Text)
	return data.Anchor{
		Lang: s.Lang, Start: start, End: end, Quote: string(runes[start:end]),
		Before: string(runes[max(start-around, 0):start]), After: string(runes[end:min(end+around, len(runes))]),
	}
}

// said is when a submission was made, for the membership of groups: noon of its day.
func said(s data.Submission) time.Time {
	return time.Date(s.Date.Year, s.Date.Month, s.Date.Day, 12, 0, 0, 0, time.UTC)
}
