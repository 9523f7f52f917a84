package desk_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

// Promise: two hundred positions are approved in one act, on the disk, within a
// second.
const (
	manyPositions     = 200
	promisedApproving = time.Second
)

// BenchmarkApproveTwoHundred approves what lies in an inbox as one act, in a real
// vault.
func BenchmarkApproveTwoHundred(b *testing.B) {
	var took []time.Duration
	for b.Loop() {
		b.StopTimer()
		v, _, err := vault.Create(ctx, filepath.Join(b.TempDir(), "vault"), light())
		must(b, err)
		d, err := desk.Found(ctx, v, data.Negotiation{}, data.Member{Name: "A. Head", Role: data.RoleHead})
		must(b, err)
		_, err = d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, longDraft(2*manyPositions)))
		must(b, err)
		t, err := d.Current()
		must(b, err)
		var on []data.ID
		for _, p := range t.Provisions {
			if p.Text[data.English].Text != "" && len(on) < manyPositions {
				on = append(on, p.ID)
			}
		}
		must(b, d.SetStances(ctx, on, data.StanceSupport))
		_, err = d.SubmitAll(ctx, on)
		must(b, err)
		var seen []desk.Seen
		for _, x := range d.Inbox() {
			seen = append(seen, desk.Seen{Provision: x.Provision, Digest: x.Digest})
		}
		if len(seen) != manyPositions {
			b.Fatalf("%d positions await approval", len(seen))
		}
		b.StartTimer()
		start := time.Now()
		must(b, d.LetPass(ctx, "", seen...))
		took = append(took, time.Since(start))
		b.StopTimer()
		if s := d.Approval(on[0]).State; s != data.ApprovalApproved {
			b.Fatalf("after the act a position is %s", s)
		}
		must(b, v.Close())
		b.StartTimer()
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Milliseconds()), "p50-ms")
	if best := took[0]; best > promisedApproving {
		b.Errorf("approving %d positions takes %v, promised %v", manyPositions, best, promisedApproving)
	}
}
