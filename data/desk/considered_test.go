package desk_test

import (
	"testing"

	"travaux/data"
)

func TestOrdersOfConsiderationAreReadBack(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	for _, c := range []struct {
		name, typed, want string
	}{
		{"articles", "2, 1", "2, 1"},
		{"a paragraph", "2.1", "2.1"},
		{"from one to another", "1-2", "1, 2"},
		{"twice the same", "2; 2; art 2", "2"},
		{"separated as in Arabic", "٢، ١", "2, 1"},
		{"separated as in Chinese", "第2条、1", "2, 1"},
		{"nothing", " , ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			order, err := text.ReadOrder(c.typed)
			must(t, err)
			if got := text.WriteOrder(order); got != c.want {
				t.Errorf("written %q, want %q", got, c.want)
			}
		})
	}
	_, err = text.ReadOrder("1, 99")
	wantCode(t, err, data.CodeInput)
	for _, p := range text.Provisions {
		order, err := text.ReadOrder(text.WriteOrder([]data.ID{p.ID}))
		if err != nil || len(order) != 1 || order[0] != p.ID {
			t.Errorf("%s is written %q: %v", p.Path, text.WriteOrder([]data.ID{p.ID}), err)
		}
	}
}
