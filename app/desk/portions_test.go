package desk

import (
	"slices"
	"testing"
	"time"
)

func TestPortionsLeaveTheWindowItsTurn(t *testing.T) {
	var waiting []func()
	p := portions{post: func(f func()) { waiting = append(waiting, f) }}
	var added []int
	shown := 0
	slow := func(i int) {
		added = append(added, i)
		for start := time.Now(); time.Since(start) <= longestTurn; {
		}
	}
	p.fill(3, slow, func() { shown++ })
	if !slices.Equal(added, []int{0}) || shown != 1 {
		t.Fatalf("in the first turn %v were added", added)
	}
	turn := func() {
		next := waiting[0]
		waiting = waiting[1:]
		next()
	}
	turn()
	turn()
	if !slices.Equal(added, []int{0, 1, 2}) || shown != 3 || len(waiting) != 0 {
		t.Fatalf("after three turns %v were added, shown %d times", added, shown)
	}
	p.fill(2, slow, func() { shown++ })
	p.fill(1, func(i int) { added = append(added, 10+i) }, func() { shown++ })
	for len(waiting) > 0 {
		turn()
	}
	if want := []int{0, 1, 2, 0, 10}; !slices.Equal(added, want) || shown != 5 {
		t.Errorf("a filling goes on after another has begun: %v", added)
	}
	p.fill(2, slow, func() { shown++ })
	p.stop()
	turn()
	if len(added) != 6 {
		t.Errorf("a filling goes on after it was stopped: %v", added)
	}
}
