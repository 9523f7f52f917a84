package amend_test

import (
	"fmt"
	"testing"
	"time"

	"travaux/data"
)

// BenchmarkState is an amendment to a treaty of 195 parties that 150 accepted, each on
// a day of its own. The page asks this of every amendment at each refresh: it is to
// take no longer than 50 milliseconds.
func BenchmarkState(b *testing.B) {
	l, a := life(data.AmendmentRule{Effect: data.EffectAccepting, Needed: data.Share{Num: 3, Den: 4}, Delay: data.Delay{Days: 90}})
	start := day("2020-02-01")
	for i := range 195 {
		party := fmt.Sprintf("P%03d", i)
		l.Instruments = append(l.Instruments, data.Instrument{Treaty: treaty.ID, Party: party, Kind: data.InstrumentRatification, Date: data.DateOf(start.Time().AddDate(0, 0, 20*i))})
		if i < 150 {
			l.Acts = append(l.Acts, data.AmendmentAct{Amendment: a.ID, Party: party, Kind: data.ActAccept, Date: data.DateOf(a.Adopted.Time().AddDate(0, 0, 30*i))})
		}
	}
	on := day("2045-01-01")
	for b.Loop() {
		if s := l.State(a, on); s.Counted != 150 {
			b.Fatalf("%d accepted", s.Counted)
		}
	}
	if took := b.Elapsed() / time.Duration(b.N); took > 50*time.Millisecond {
		b.Errorf("it takes %s", took)
	}
}
