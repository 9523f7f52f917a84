package desk

import (
	"testing"

	"travaux/data"
)

func TestViewingTellsOfChangesOnly(t *testing.T) {
	v, told := NewViewing(data.English), 0
	v.Listen(func() { told++ })
	a := data.NewID()
	steps := []struct {
		name  string
		do    func()
		tells int
	}{
		{"a view", func() { v.Look(WithOurs) }, 1},
		{"the same view", func() { v.Look(WithOurs) }, 0},
		{"a tick", func() { v.Tick(true, a) }, 1},
		{"the same tick", func() { v.Tick(true, a) }, 0},
		{"no tick", func() { v.Tick(false, a) }, 1},
		{"an extra that is shown", func() { v.Show(References, true) }, 0},
		{"another extra", func() { v.Show(Strength, true) }, 1},
		{"no column", func() { v.SetColumns() }, 0},
		{"seven columns", func() { v.SetColumns(make([]Column, 7)...) }, 1},
	}
	for _, s := range steps {
		told = 0
		if s.do(); told != s.tells {
			t.Errorf("%s: told %d times, not %d", s.name, told, s.tells)
		}
	}
	if n := len(v.Columns()); n != mostColumns {
		t.Errorf("%d columns are shown", n)
	}
	if v.Silence(); len(v.listeners) > 0 {
		t.Error("listeners stay")
	}
}
