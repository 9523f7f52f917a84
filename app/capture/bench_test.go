package capture

import (
	"context"
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
)

// BenchmarkEnter is from Enter to recorded and durable, in a vault with 20,000
// views. It fails where one line takes 50 ms on average.
func BenchmarkEnter(b *testing.B) {
	r := roomtest.New(b, "en")
	text := r.Import(b, "L/1", data.English, roomtest.English)
	p, ok := text.At("ch1/art1")
	if !ok {
		b.Fatal("no article 1")
	}
	other, ok := text.At("ch1/art2/1")
	if !ok {
		b.Fatal("no paragraph 1 of article 2")
	}
	parties := r.Desk.Register().Counted()
	for n := 0; n < 20_000; {
		var batch []data.View
		for range 1000 {
			v := data.View{Provision: p.ID, By: data.Speaker{Code: parties[n%len(parties)]}, Attitude: data.Attitudes[n%len(data.Attitudes)]}
			if n%2 == 1 {
				v.Provision = other.ID
			}
			batch = append(batch, v)
			n++
		}
		_, err := r.Desk.RecordViews(context.Background(), batch)
		roomtest.Must(b, err)
	}
	r.Selection.Select(p.ID)
	line := New(r.Room, nil)
	r.Window.SetContent(line.Object())
	line.Focus()
	before := len(r.Desk.Views(p.ID))
	var slowest time.Duration
	lines := 0
	for b.Loop() {
		b.StopTimer()
		test.Type(line.field, fmt.Sprintf("egy nam - no %d", lines))
		b.StartTimer()
		began := time.Now()
		line.enter()
		line.recorder.wait()
		slowest = max(slowest, time.Since(began))
		lines++
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
	if n := len(r.Desk.Views(p.ID)) - before; n != lines {
		b.Fatalf("%d of %d lines are recorded", n, lines)
	}
	if per := b.Elapsed() / time.Duration(lines); per > 50*time.Millisecond {
		b.Errorf("a line is recorded in %v, want under 50 ms", per)
	}
}
