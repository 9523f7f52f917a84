package desk_test

import (
	"reflect"
	"testing"

	"travaux/data"
)

func TestAllCommentsAreThoseOfEachProvision(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	one, other, bare := text.Provisions[1].ID, text.Provisions[2].ID, text.Provisions[3].ID
	comment := func(on data.ID, words string) data.Comment {
		c, err := d.Comment(ctx, on, data.Anchor{}, words)
		must(t, err)
		return c
	}
	first, withdrawn := comment(one, "First."), comment(other, "Withdrawn.")
	comment(other, "Another.")
	for _, to := range []data.ID{first.ID, withdrawn.ID, first.ID} {
		_, err := d.Reply(ctx, to, "Answer.")
		must(t, err)
	}
	must(t, d.ResolveComment(ctx, first.ID, true))
	must(t, d.DeleteComment(ctx, withdrawn.ID))
	all := d.AllComments()
	if got := []int{len(all), len(all[one]), len(all[other])}; !reflect.DeepEqual(got, []int{2, 1, 2}) {
		t.Fatalf("provisions and threads %v, want [2 1 2]", got)
	}
	if !all[one][0].Resolved || len(all[one][0].Replies) != 2 {
		t.Errorf("thread %+v", all[one][0])
	}
	for _, id := range []data.ID{one, other, bare} {
		if want := d.Comments(id); !reflect.DeepEqual(all[id], want) {
			t.Errorf("%v differs from Comments:\n%+v\n%+v", id, all[id], want)
		}
	}
}
