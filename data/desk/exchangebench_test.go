package desk_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/desk"
	"travaux/data/vault"
)

// BenchmarkExchange: 100,000 changes of a delegate, sealed for the head, read,
// foretold, taken in and shown, under 10 s and 500 MB.
func BenchmarkExchange(b *testing.B) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(data.MemoryGoal)) // as the program does
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("%d changes", n), func(b *testing.B) {
			for b.Loop() {
				exchangeMany(b, n)
			}
		})
	}
}

func exchangeMany(b *testing.B, n int) {
	b.StopTimer()
	open := func(name string) *vault.Vault {
		v, _, err := vault.Create(ctx, filepath.Join(b.TempDir(), name), light())
		must(b, err)
		return v
	}
	hv, av := open("head"), open("ana")
	defer hv.Close()
	head, err := desk.Found(ctx, hv, data.Negotiation{Title: data.Words{data.English: "Lanterns"}}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(b, err)
	_, err = head.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, longDraft(300)))
	must(b, err)
	must(b, head.StartRoster(ctx, "blue laptop"))
	card, err := desk.MakeCard(av, "Ana", "grey laptop", data.RoleDelegate)
	must(b, err)
	_, err = head.Admit(ctx, card, data.Member{Name: "Ana", Role: data.RoleDelegate})
	must(b, err)
	var first bytes.Buffer
	_, err = head.Pack(ctx, []change.DeviceID{card.Device()}, &first)
	must(b, err)
	in, err := desk.ReadInvitation(ctx, av, &first)
	must(b, err)
	ana, err := desk.Join(ctx, av, in)
	must(b, err)
	text, err := ana.Current()
	must(b, err)
	writes := make([]change.Write, 0, n)
	for i := range n {
		p := text.Provisions[i%len(text.Provisions)].ID
		w := change.Write{Kind: "textstep", Entity: data.NewID(), Field: "body", Body: change.Marshal(data.TextStep{
			Provision: p, State: data.TextBracketed, Remark: fmt.Sprintf("Remark %d, as long as remarks are when somebody writes fast and the room moves on.", i), By: ana.Me().ID,
		})}
		writes = append(writes, w)
	}
	_, err = av.Append(ctx, ana.Me().ID, writes...)
	must(b, err)
	writes = nil
	base := live()
	peak, stop := heapPeak()
	b.StartTimer()

	began := time.Now()
	path := filepath.Join(b.TempDir(), "a.tbx")
	file, err := os.Create(path)
	must(b, err)
	_, err = ana.Pack(ctx, []change.DeviceID{hv.Device()}, file)
	must(b, err)
	must(b, file.Close())
	packed := time.Now()
	b.StopTimer() // the sender's laptop is another one
	must(b, av.Close())
	ana, text = nil, nil
	live()
	b.StartTimer()
	opened := time.Now()
	file, err = os.Open(path)
	must(b, err)
	defer file.Close()
	info, err := file.Stat()
	must(b, err)
	incoming, err := head.Preview(ctx, file)
	must(b, err)
	seen := time.Now()
	b.StopTimer()
	b.Logf("in use after the preview: %.0f MB more", live()-base)
	b.StartTimer()
	shown := time.Now()
	must(b, head.TakeIn(ctx, incoming))
	taken := time.Now()

	b.StopTimer()
	stop()
	b.Logf("in use after taking in: %.0f MB more", live()-base)
	if len(head.Missing()) != 0 || incoming.New < n {
		b.Fatalf("%d of %d changes came", incoming.New, n)
	}
	b.ReportMetric(packed.Sub(began).Seconds(), "s-pack")
	b.ReportMetric(seen.Sub(opened).Seconds(), "s-preview")
	b.ReportMetric(taken.Sub(shown).Seconds(), "s-take")
	b.ReportMetric(float64(info.Size())/1e6, "MB-file")
	b.ReportMetric(float64(peak.Load())/1e6, "MB-heap")
	b.Logf("pack %v, preview %v, take %v, peak %d MB", packed.Sub(began), seen.Sub(opened), taken.Sub(shown), peak.Load()/1e6)
	if all := taken.Sub(shown) + seen.Sub(opened) + packed.Sub(began); all > 10*time.Second {
		b.Errorf("%d changes took %v, the promise is 10 s", n, all)
	}
	if peak.Load() > 500e6 {
		b.Errorf("%d MB of memory, the promise is 500", peak.Load()/1e6)
	}
	b.StartTimer()
}

// longDraft is a draft of that many articles of two paragraphs.
func longDraft(articles int) string {
	var s strings.Builder
	s.WriteString("Draft Convention on Lanterns\n\n")
	for i := range articles {
		fmt.Fprintf(&s, "Article %d\nDuties\n\n1. Every keeper shall tend lantern %d.\n\n2. A keeper may rest at dawn.\n\n", i+1, i)
	}
	return s.String()
}

// live is how much memory is in use, in megabytes.
func live() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

// heapPeak watches how much memory is in use.
func heapPeak() (peak *atomic.Uint64, stop func()) {
	peak = &atomic.Uint64{}
	done := make(chan bool)
	go func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak.Store(max(peak.Load(), m.HeapInuse))
			}
		}
	}()
	return peak, func() { done <- true }
}
