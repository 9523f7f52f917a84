package tally

import (
	"math/rand/v2"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/states"
)

// random makes views of States and groups of the register on so many questions,
// over sixty days; the same for the same seed.
func random(seed uint64, n, questions int, reg *states.Register) []data.View {
	r := rand.New(rand.NewPCG(seed, 1))
	parties, groups := reg.Parties(), reg.Groups()
	out := make([]data.View, n)
	for i := range out {
		v := data.View{
			ID: data.NewID(), Provision: data.ID{1, byte(r.IntN(questions))}, By: data.Speaker{Code: parties[r.IntN(len(parties))].Code},
			Attitude: data.Attitudes[r.IntN(len(data.Attitudes))], Said: day1.Add(time.Duration(r.Int64N(int64(60 * 24 * time.Hour)))),
		}
		switch r.IntN(10) {
		case 0, 1, 2:
			v.By.For = groups[r.IntN(len(groups))].Code
		case 3:
			v.Confidence = data.ConfidenceUnsure
		case 4:
			v.Confidence = data.ConfidenceReported
		}
		out[i] = v
	}
	return out
}

// BenchmarkMatrix counts 20,000 views on sixty questions, three in ten of them of
// groups: from the views to every cell. It fails where that takes 50 ms.
func BenchmarkMatrix(b *testing.B) {
	reg := states.Standard()
	views := random(1, 20_000, 60, reg)
	for b.Loop() {
		var columns []Column
		for q, list := range ByQuestion(views) {
			columns = append(columns, Column{q, list})
		}
		grid := Matrix(columns, reg, time.Time{})
		for row := range grid.Rows {
			for column := range grid.Columns {
				grid.Cell(row, column)
			}
		}
	}
	if per := b.Elapsed() / time.Duration(b.N); per > 50*time.Millisecond {
		b.Errorf("20,000 views tallied in %v, want under 50 ms", per)
	}
}

// BenchmarkOf counts 20,000 views on one question.
func BenchmarkOf(b *testing.B) {
	reg := states.Standard()
	views := random(2, 20_000, 1, reg)
	for b.Loop() {
		Of(views, reg, time.Time{})
	}
	if per := b.Elapsed() / time.Duration(b.N); per > 50*time.Millisecond {
		b.Errorf("20,000 views tallied in %v, want under 50 ms", per)
	}
}
