package desk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/tally"
)

// heard makes a desk with so many views on sixty paragraphs, three in ten of them
// of groups; generated, the same every time.
func heard(b *testing.B, n int) (*desk.Desk, []tally.Question) {
	b.Helper()
	d, _, _ := newDesk(b)
	text := "Draft Convention\n\nArticle 1\nDuties\n\n"
	for i := range 60 {
		text += fmt.Sprintf("%d. Every keeper shall tend lantern number %d.\n\n", i+1, i+1)
	}
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, text))
	must(b, err)
	t, err := d.Current()
	must(b, err)
	var questions []tally.Question
	for _, p := range t.Provisions {
		if strings.Contains(p.Text[data.English].Text, "lantern number") {
			questions = append(questions, tally.Question{Provision: p.ID})
		}
	}
	r := rand.New(rand.NewPCG(6, 7))
	register, began := d.Register(), time.Date(2026, time.May, 4, 10, 0, 0, 0, time.UTC)
	parties, groups := register.Counted(), register.Groups()
	for done := 0; done < n; {
		var batch []data.View
		for range min(1000, n-done) {
			v := data.View{
				Provision: questions[r.IntN(len(questions))].Provision, By: data.Speaker{Code: parties[r.IntN(len(parties))]},
				Attitude: data.Attitudes[r.IntN(len(data.Attitudes))], Said: began.Add(time.Duration(r.Int64N(int64(30 * 24 * time.Hour)))),
			}
			if r.IntN(10) < 3 {
				v.By.For = groups[r.IntN(len(groups))].Code
			}
			batch = append(batch, v)
		}
		_, err := d.RecordViews(ctx, batch)
		must(b, err)
		done += len(batch)
	}
	return d, questions
}

// BenchmarkTallyMatrix counts 20,000 views of a vault on sixty paragraphs, every
// time anew. It fails where that takes 50 ms.
func BenchmarkTallyMatrix(b *testing.B) {
	d, questions := heard(b, 20_000)
	if len(questions) != 60 {
		b.Fatalf("%d paragraphs", len(questions))
	}
	for b.Loop() {
		if grid := d.TallyMatrix(questions, time.Time{}); grid.Columns[0].Totals().Spoken() == 0 {
			b.Fatal("nobody has spoken")
		}
	}
	if per := b.Elapsed() / time.Duration(b.N); per > 50*time.Millisecond {
		b.Errorf("20,000 views tallied in %v, want under 50 ms", per)
	}
}
