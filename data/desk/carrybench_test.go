package desk_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/crowd"
	"travaux/data/vault"
)

// Promises of the day of a new revision: it is there, with all that was written
// on the one before, before the delegate has found the page; and a desk with two
// revisions opens nearly as fast as with one.
const (
	promisedImport = 3 * time.Second
	promisedOpen   = 1.3 // times as long as before
)

// BenchmarkRevisionDay imports a revision in which every third paragraph has
// other words, into 600 provisions with 2,000 proposals and 20,000 comments.
func BenchmarkRevisionDay(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "vault")
	v, _, err := vault.Create(ctx, dir, light())
	must(b, err)
	b.Cleanup(func() { v.Close() })
	d, err := desk.Found(ctx, v, data.Negotiation{}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(b, err)
	must(b, crowd.Fill(ctx, d, crowd.Full))
	opening := func() time.Duration {
		var took []time.Duration
		for range 5 {
			start := time.Now()
			again, err := desk.Open(ctx, v)
			must(b, err)
			_, err = again.Current()
			must(b, err)
			took = append(took, time.Since(start))
		}
		slices.Sort(took)
		return took[len(took)/2]
	}
	before := opening()
	var versions []desk.Version
	for _, lang := range crowd.Langs {
		versions = append(versions, version(lang, reworded(crowd.Draft(lang, crowd.Full.Provisions))))
	}
	imports := func(n int) data.Revision {
		r, err := d.Import(ctx, desk.Issue{Symbol: fmt.Sprint(crowd.Symbol, "/Rev.", n), Kind: data.RevisionRevised}, data.NoProgress{}, versions...)
		must(b, err)
		return r
	}
	b.Run("import", func(b *testing.B) {
		var took []time.Duration
		n := 0
		for b.Loop() {
			n++
			start := time.Now()
			imports(n)
			took = append(took, time.Since(start))
			b.StopTimer()
			_, err := d.Undo(ctx)
			must(b, err)
			b.StartTimer()
		}
		slices.Sort(took)
		half := took[len(took)/2]
		b.ReportMetric(float64(half.Milliseconds()), "import-p50-ms")
		if half > promisedImport {
			b.Errorf("%v at the median, promised %v", half, promisedImport)
		}
	})
	r := imports(0)
	counts, queue := d.CarryCounts(r.ID), d.Queue()
	b.Logf("carried %v, %d wait, %d have no place", counts, len(d.Queue()), len(d.Orphans()))
	for _, x := range []struct {
		name    string
		promise time.Duration
		look    func()
	}{
		{"queue", promisedPass, func() { d.Queue() }}, // asked whenever the menu is drawn
		{"carried", promisedPass, func() { d.Carried(r.ID) }},
		{"carried-to", promisedLook, func() { d.CarriedTo(queue[0].Kind, queue[0].Entity, queue[0].To) }},
		{"history", promisedWait, func() {
			_, err := d.History(queue[0].From)
			must(b, err)
		}},
		{"carried-after-an-act", promisedWait, func() {
			must(b, d.SetTextState(ctx, queue[0].From, data.TextDiscussed, "x"))
			d.Carried(r.ID)
		}},
		{"orphans", promisedWait, func() { d.Orphans() }},
		{"lapsed", promisedWait, func() { d.Lapsed() }},
		{"pairings", promisedPass, func() { d.Pairings(r.ID) }},
		{"open", 0, func() { opening() }},
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
	after := opening()
	b.ReportMetric(float64(after)/float64(before), "open-times-before")
	b.Logf("opening takes %v, with one revision %v", after, before)
	if float64(after) > promisedOpen*float64(before) {
		b.Errorf("opening takes %v, with one revision %v", after, before)
	}
}

// reworded gives every third line some words more.
func reworded(draft string) string {
	lines := strings.Split(draft, "\n")
	n := 0
	for i, line := range lines {
		if len(line) < 60 {
			continue
		}
		if n++; n%3 == 0 {
			at := strings.LastIndexAny(line[:len(line)-1], " ，、") // before the last word
			if at > 0 {
				lines[i] = line[:at] + " (2027)" + line[at:]
			}
		}
	}
	return strings.Join(lines, "\n")
}
