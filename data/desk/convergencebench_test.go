package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/crowd"
)

// BenchmarkConvergence counts six revisions of 600 provisions. Promise: read for
// the first time they are counted in the background before anybody notices,
// after that within a frame.
func BenchmarkConvergence(b *testing.B) {
	d, v, _ := newDesk(b)
	draft := crowd.Draft(data.English, crowd.Full.Provisions)
	for i := range 6 {
		settled := strings.NewReplacer("[shall][should]", "shall").Replace(draft[:len(draft)*i/6]) + draft[len(draft)*i/6:]
		issue := desk.Issue{Symbol: fmt.Sprint("L/", i), Date: data.Date{Year: 2026, Month: 3, Day: i + 1}}
		_, err := d.Import(ctx, issue, data.NoProgress{}, version(data.English, settled))
		must(b, err)
	}
	txt, err := d.Current()
	must(b, err)
	for i, p := range txt.Provisions {
		if i%3 == 0 {
			must(b, d.SetTextState(ctx, p.ID, data.TextDiscussed, ""))
		}
	}
	half := func(b *testing.B, promise time.Duration, prepare func() *desk.Desk) {
		var took []time.Duration
		for b.Loop() {
			d := prepare()
			start := time.Now()
			c, err := d.Convergence(ctx, data.English)
			took = append(took, time.Since(start))
			if must(b, err); len(c.Totals) != 6 || len(c.Rows) < 20 {
				b.Fatalf("%d revisions, %d rows", len(c.Totals), len(c.Rows))
			}
		}
		slices.Sort(took)
		median := took[len(took)/2]
		b.ReportMetric(float64(median.Microseconds())/1000, "median-ms")
		if median > promise {
			b.Errorf("%v at the median, promised %v", median, promise)
		}
	}
	b.Run("first", func(b *testing.B) {
		half(b, promisedWait, func() *desk.Desk {
			again, err := desk.Open(ctx, v)
			must(b, err)
			for _, r := range again.Revisions() { // reading the vault is not what is measured
				_, err := again.Text(r.ID)
				must(b, err)
			}
			return again
		})
	})
	b.Run("again", func(b *testing.B) { half(b, promisedPass, func() *desk.Desk { return d }) })
}
