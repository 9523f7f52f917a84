package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

const lanternsZero = `Draft Convention on Lanterns

The States Parties to this Convention,

Recalling the value of [light][fire],

Have agreed as follows:

Article 1
Use of terms

1. “Lantern” means a device that gives [light [and warmth]].

[2. “Keeper” means:

(a) a person who tends a lantern;

(b) a person who tends a keeper.]

Article 2
Duties

Option 1

1. Lanterns shall be lit.

Option 2

1. Lanterns should be lit.

Article 3
Gone

1. Lanterns are [never] sold.
`

const lanternsRev = `Draft Convention on Lanterns

The States Parties to this Convention,

Recalling the value of light,

Have agreed as follows:

Article 4
Depositary

The Chair of the Conference is the depositary of this Convention and keeps its originals.

Article 1
Use of terms

1. “Lantern” means a device that gives light [and warmth].

2. “Keeper” means:

(a) a person who tends a lantern;

(b) a person who tends a keeper.

Article 2
Duties

1. Lanterns shall be lit.

1 alt. Lanterns should be lit.
`

// lanterns is a desk with the zero draft, and one with the revision on top.
func lanterns(t testing.TB, contents ...string) *desk.Desk {
	t.Helper()
	d, _, _ := newDesk(t)
	for i, content := range contents {
		issue := desk.Issue{Symbol: fmt.Sprint("L/", i+1), Date: data.Date{Year: 2026, Month: 3, Day: i + 1}, Kind: data.RevisionRevised}
		_, err := d.Import(ctx, issue, data.NoProgress{}, version(data.English, content))
		must(t, err)
	}
	return d
}

func converged(t testing.TB, d *desk.Desk) *desk.Convergence {
	t.Helper()
	c, err := d.Convergence(ctx, data.English)
	must(t, err)
	return c
}

// told writes a table in one line per article: brackets, options, alternative
// paragraphs, pending, in doubt, parts; "-" where it is not there.
func told(c *desk.Convergence) string {
	var b strings.Builder
	for _, r := range c.Rows {
		b.WriteString(r.Path)
		for _, x := range r.Cells {
			if !x.There {
				b.WriteString(" -")
				continue
			}
			fmt.Fprintf(&b, " %d/%d/%d %d/%d/%d", x.Brackets, x.Options, x.Alts, x.Pending, x.InDoubt, x.Parts)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestConvergenceCountsWhatIsOpenInEachArticle(t *testing.T) {
	c := converged(t, lanterns(t, lanternsZero, lanternsRev))
	want := `pre 2/0/0 1/1/3 0/0/0 0/0/3
art4 - 0/0/0 0/0/1
art1 3/0/0 4/4/4 1/0/0 1/1/4
art2 0/2/0 2/2/2 0/0/1 2/2/2
art3 1/0/0 1/1/1 -
`
	if got := told(c); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if len(c.Totals) != 2 || c.Totals[0].Brackets != 6 || c.Totals[1].Brackets != 1 || c.Totals[0].Options != 2 || c.Totals[1].Alts != 1 {
		t.Errorf("totals %+v", c.Totals)
	}
	if c.Rows[4].Last() != 0 || c.Rows[1].First() != 1 || c.Rows[4].Now().There {
		t.Error("what came and went is not told")
	}
}

// pendingOf is how much of an article is pending in each revision.
func pendingOf(t *testing.T, d *desk.Desk, path string) (list []int) {
	t.Helper()
	for _, r := range converged(t, d).Rows {
		if r.Path == path {
			for _, x := range r.Cells {
				list = append(list, x.Pending)
			}
		}
	}
	return list
}

func TestPendingFollowsWhatWasAnnounced(t *testing.T) {
	type steps map[string][]data.TextState
	for name, c := range map[string]struct {
		steps      steps
		art1, art4 int // pending: of four parts, all in brackets; of one part, without
	}{
		"nothing":                             {nil, 4, 0},
		"a part agreed":                       {steps{"art1/2/a": {data.TextAdReferendum}}, 3, 0},
		"a part agreed and reopened":          {steps{"art1/2/a": {data.TextAgreed, data.TextReopened}}, 4, 0},
		"a list agreed, its parts not":        {steps{"art1/2": {data.TextAgreed}}, 3, 0},
		"the whole agreed, its parts not":     {steps{"art1": {data.TextAgreed}, "art4": {data.TextAgreed}}, 4, 0},
		"the whole deleted":                   {steps{"art1": {data.TextDeleted}}, 0, 0},
		"a part withdrawn":                    {steps{"art1/2/b": {data.TextWithdrawn}}, 3, 0},
		"clean words that are discussed":      {steps{"art4": {data.TextDiscussed}}, 4, 1},
		"clean words, discussed, then agreed": {steps{"art4": {data.TextDiscussed, data.TextAgreed}}, 4, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := lanterns(t, lanternsZero+"\nArticle 4\nDepositary\n\nThe Chair is the depositary.\n")
			for path, list := range c.steps {
				for _, s := range list {
					must(t, d.SetTextState(ctx, at(t, d, path).ID, s, ""))
				}
			}
			if got := pendingOf(t, d, "art1"); len(got) != 1 || got[0] != c.art1 {
				t.Errorf("of article 1 pending %v, want %d", got, c.art1)
			}
			if got := pendingOf(t, d, "art4"); len(got) != 1 || got[0] != c.art4 {
				t.Errorf("of article 4 pending %v, want %d", got, c.art4)
			}
		})
	}
}

// TestARevisionStandsAsWasSaidBeforeTheNextOneCame holds that what is announced
// of a new revision does not change how an earlier one stood.
func TestARevisionStandsAsWasSaidBeforeTheNextOneCame(t *testing.T) {
	d := lanterns(t, lanternsZero)
	must(t, d.SetTextState(ctx, at(t, d, "art2").ID, data.TextParked, ""))
	must(t, d.SetTextState(ctx, at(t, d, "art1/1").ID, data.TextAgreed, ""))
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.NoProgress{}, version(data.English, lanternsRev))
	must(t, err)
	must(t, d.SetTextState(ctx, at(t, d, "art1/1").ID, data.TextReopened, ""))
	must(t, d.SetTextState(ctx, at(t, d, "art4").ID, data.TextDiscussed, ""))
	if got := pendingOf(t, d, "art1"); got[0] != 3 || got[1] != 1 {
		t.Errorf("article 1: %v", got)
	}
	if got := pendingOf(t, d, "art4"); got[0] != 0 || got[1] != 1 {
		t.Errorf("article 4: %v", got)
	}
}

// TestAStateHoldsForTheRevisionItWasAnnouncedOf lets the provision that was agreed
// be merged into another.
func TestAStateHoldsForTheRevisionItWasAnnouncedOf(t *testing.T) {
	const two = `Article 1
Lighting

1. Lanterns [shall] be lit at dusk by the keepers of every harbour of a State Party.

2. Every keeper may rest at dawn in the tower of the harbour that has been assigned to him.
`
	one := strings.NewReplacer("[", "", "]", "", "\n\n2. Every", " Every").Replace(two)
	d := lanterns(t, two)
	must(t, d.SetTextState(ctx, at(t, d, "art1/1").ID, data.TextAgreed, ""))
	if got := pendingOf(t, d, "art1"); got[0] != 0 {
		t.Fatalf("pending %v", got)
	}
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.NoProgress{}, version(data.English, one))
	must(t, err)
	if got := pendingOf(t, d, "art1"); got[0] != 0 {
		t.Errorf("after the merger the earlier revision has %v pending", got)
	}
}

func TestRowsOfArticlesThatWentStandWhereTheyStood(t *testing.T) {
	article := func(n int) string {
		return fmt.Sprintf("Article %d\nOn matter %d\n\nMatter %d is kept by keeper %d alone.\n\n", n, n, n, n)
	}
	d := lanterns(t, article(1)+article(2)+article(3), article(1)+article(3)+article(4))
	var got []string
	for _, r := range converged(t, d).Rows {
		got = append(got, r.Path)
	}
	if s := strings.Join(got, " "); s != "art1 art2 art3 art4" {
		t.Errorf("order %s", s)
	}
}

// TestAnArticleThatTookTheIdentityOfItsParagraphGoesOn merges an article's only
// paragraphs into the article itself, and parts them again.
func TestAnArticleThatTookTheIdentityOfItsParagraphGoesOn(t *testing.T) {
	const parted = `Article 1
Emergencies

1. In a humanitarian emergency each Supervising State shall make reserve capacity available free of charge.

2. Capacity made available under this article shall not be sold on by those who have received it.
`
	merged := strings.NewReplacer("1. In", "In", "\n\n2. Cap", " Cap", "Article 1", "Article 2").Replace(parted)
	c := converged(t, lanterns(t, parted, merged, parted))
	var got []string
	for _, r := range c.Rows {
		line := r.Path
		for _, x := range r.Cells {
			line += fmt.Sprint(" ", x.Label)
		}
		got = append(got, line)
	}
	if s := strings.Join(got, "\n"); s != "art1 Article 1 Article 2 Article 1" {
		t.Errorf("rows:\n%s", s)
	}
}

func TestConvergenceReadsALanguageThatIsNotThere(t *testing.T) {
	d := imported(t)
	c, err := d.Convergence(ctx, data.French)
	must(t, err)
	if c.Read[0] != data.English || c.Rows[0].Lang != data.English || c.Totals[0].Brackets != 2 {
		t.Errorf("read in %s, %+v", c.Read, c.Totals)
	}
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/1"}, data.NoProgress{}, version(data.French, draftFrench))
	must(t, err)
	if c, err = d.Convergence(ctx, data.French); err != nil || c.Read[0] != data.French || c.Totals[0].Brackets != 2 {
		t.Errorf("with a French version: read in %s, %+v, %v", c.Read, c.Totals, err)
	}
}

func TestConvergenceOfNothing(t *testing.T) {
	d, _, _ := newDesk(t)
	_, err := d.Convergence(ctx, data.English)
	wantCode(t, err, desk.CodeNoText)
}

// TestTheTotalIsThatOfAllProvisions counts a large draft by rows and as a whole.
func TestTheTotalIsThatOfAllProvisions(t *testing.T) {
	d := lanterns(t, lanternsZero, lanternsRev)
	c := converged(t, d)
	for i := range c.Revisions {
		var sum desk.Measure
		for _, r := range c.Rows {
			sum.Brackets += r.Cells[i].Brackets
			sum.Pending += r.Cells[i].Pending
			sum.Options += r.Cells[i].Options
		}
		if x := c.Totals[i]; sum.Brackets != x.Brackets || sum.Pending != x.Pending || sum.Options != x.Options || x.Words == 0 {
			t.Errorf("rows %+v, total %+v", sum, x)
		}
	}
}
