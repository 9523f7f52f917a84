package desk_test

import (
	"strings"
	"testing"

	"travaux/data"
)

// TestARebuiltVaultGivesTheSame takes all that is done on the day of a new
// revision, and reads the desk out of a vault that was made anew out of its
// changes.
func TestARebuiltVaultGivesTheSame(t *testing.T) {
	d, v, _ := newDesk(t)
	importKinds(t, d, 1, beforeKinds)
	for path, quote := range map[string]string{"art1/2": "birds", "art1/4": "a map", "art2/1": "older keeper", "art2/2": "equal parts", "art2/3": "six hours", "art2/4": "widow"} {
		annotate(t, d, at(t, d, path), quote)
	}
	oil := at(t, d, "art1/2").ID
	importKinds(t, d, 2, afterKinds)
	must(t, d.PlaceCarried(ctx, d.Orphans()[0], at(t, d, "art1/1").ID))
	must(t, d.DecideCarried(ctx, d.Queue()[0], data.ChoiceGood))
	must(t, d.DecideCarried(ctx, d.Queue()[0], data.ChoiceEscalate))
	matches := at(t, d, "art1/3").ID
	_, err := d.Comment(ctx, matches, data.Anchor{}, "on the new text")
	must(t, err)
	must(t, d.Repair(ctx, d.Revisions()[1].ID, []data.ID{oil}, []data.ID{matches}))
	must(t, d.SetPosition(ctx, data.Position{Provision: at(t, d, "art1/2").ID, Stance: data.StanceOppose}))
	importKinds(t, d, 3, strings.Replace(afterKinds, "Matches, flints", "Matches", 1))
	if at(t, d, "art1/3").ID != oil {
		t.Fatal("the identity that was paired anew does not go on")
	}
	want, told := seen(t, d), histories(t, d)
	must(t, v.Rebuild(ctx))
	again := reopened(t, v)
	same(t, "out of a rebuilt vault", seen(t, again), want)
	same(t, "the history out of a rebuilt vault", histories(t, again), told)
}
