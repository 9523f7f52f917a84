package desk

import "testing"

func TestMemoWorksOutOnceWhatIsAskedForAgain(t *testing.T) {
	var m memo[string, int]
	worked := 0
	ask := func(k string) int { return m.of(k, func() int { worked++; return len(k) }) }
	steps := []struct {
		name   string
		do     func()
		worked int
	}{
		{"two questions", func() { ask("a"); ask("bb") }, 2},
		{"the same again", func() { ask("a"); ask("bb") }, 0},
		{"one in the next turn", func() { m.turn(); ask("a") }, 0},
		{"the other, two turns later", func() { m.turn(); ask("bb") }, 1},
		{"the one that was asked for in between", func() { ask("a") }, 0},
	}
	for _, s := range steps {
		worked = 0
		if s.do(); worked != s.worked {
			t.Errorf("%s: worked %d times, not %d", s.name, worked, s.worked)
		}
	}
	if ask("bb") != 2 {
		t.Error("the answer is another one")
	}
}
