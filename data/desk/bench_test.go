package desk_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/crowd"
	"travaux/data/vault"
)

// Promises: a look at one provision costs less than a frame leaves over, a pass
// over the whole text less than a frame; what is read from the vault or built in
// the background, less than anybody notices.
const (
	promisedLook = 500 * time.Microsecond
	promisedPass = 16 * time.Millisecond
	promisedWait = 100 * time.Millisecond
)

// BenchmarkBigNegotiation holds the desk to its promises with 600 provisions in
// three languages, 2,000 proposals and 20,000 comments.
func BenchmarkBigNegotiation(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "vault")
	v, _, err := vault.Create(ctx, dir, light())
	must(b, err)
	b.Cleanup(func() { v.Close() })
	d, err := desk.Found(ctx, v, data.Negotiation{}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(b, err)
	start := time.Now()
	must(b, crowd.Fill(ctx, d, crowd.Full))
	b.Logf("built in %v", time.Since(start).Round(time.Millisecond))
	txt, err := d.Current()
	must(b, err)

	// The provision on which there is most.
	busiest := txt.Provisions[0].ID
	for id, threads := range d.AllComments() {
		if len(threads) > len(d.Comments(busiest)) {
			busiest = id
		}
	}
	for _, x := range []struct {
		name    string
		promise time.Duration
		look    func()
	}{
		{"comments", promisedLook, func() { d.Comments(busiest) }},
		{"proposals", promisedLook, func() { d.Proposals(busiest) }},
		{"instructions", promisedLook, func() { d.Instructions(busiest) }},
		{"approval", promisedLook, func() { d.Approval(busiest) }},
		{"steps", promisedLook, func() { d.TextSteps(busiest) }},
		{"standing", promisedLook, func() { d.Standing(busiest) }},
		{"all-comments", promisedPass, func() { d.AllComments() }},
		{"all-proposals", promisedPass, func() { d.AllProposals() }},
		{"standings", promisedPass, func() { d.Standings() }},
		{"coverage", promisedPass, func() { d.Coverage(time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)) }},
		{"history", promisedWait, func() {
			_, err := d.History(busiest)
			must(b, err)
		}},
		{"secrets", promisedWait, func() { d.Secrets() }},
		{"read-anew", 0, func() {
			again, err := desk.Open(ctx, v)
			must(b, err)
			_, err = again.Current()
			must(b, err)
		}},
		{"search-after-an-act", promisedWait, func() {
			must(b, d.SetTextState(ctx, busiest, data.TextDiscussed, "x"))
			_, err := d.Search("lighthouse", data.English, 50)
			must(b, err)
		}},
	} {
		b.Run(x.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				x.look()
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			if half := took[len(took)/2]; x.promise > 0 && half > x.promise {
				b.Errorf("%v at the median, promised %v", half, x.promise)
			}
		})
	}
	b.Run("acts", func(b *testing.B) { benchActs(b, d, busiest) })
}

// benchActs takes acts in the large negotiation and in a small one, in
// alternating blocks of one run. Promise: at most 1.5 times as long.
func benchActs(b *testing.B, large *desk.Desk, busiest data.ID) {
	small := imported(b)
	acts := func(d *desk.Desk, on data.ID) time.Duration {
		start := time.Now()
		_, err := d.Comment(ctx, on, data.Anchor{}, "A remark that is taken down while the room moves on.")
		must(b, err)
		made, err := d.Propose(ctx, data.Proposal{Provision: on, Kind: data.ProposalModify, Wording: english("Other words.")})
		must(b, err)
		must(b, d.WithdrawProposal(ctx, made.ID, true))
		must(b, d.SetTextState(ctx, on, data.TextDiscussed, "again"))
		return time.Since(start) / 4
	}
	var few, many []time.Duration
	for b.Loop() {
		few = append(few, acts(small, at(b, small, "ch1/art2/1").ID))
		many = append(many, acts(large, busiest))
	}
	slices.Sort(few)
	slices.Sort(many)
	x, y := few[len(few)/2], many[len(many)/2]
	b.ReportMetric(float64(y.Microseconds()), "act-p50-us")
	b.ReportMetric(float64(y)/float64(x), "times-small")
	if len(many) > 20 && float64(y) > 1.5*float64(x) {
		b.Errorf("an act takes %v, in a small negotiation %v", y, x)
	}
}
