package desk_test

import (
	"fmt"
	"slices"
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

func TestLastToObject(t *testing.T) {
	english := data.Words{data.English: "Other words."}
	propose := func(p data.Proposal) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			p := p
			p.Provision = at(t, d, "ch1/art2/1").ID
			if p.Kind == data.ProposalModify {
				p.Wording = english
			}
			_, err := d.Propose(ctx, p)
			must(t, err)
		}
	}
	oppose := func(t *testing.T, d *desk.Desk) {
		must(t, d.SetPosition(ctx, data.Position{Provision: at(t, d, "ch1/art2/2").ID, Stance: data.StanceOppose}))
	}
	ours := data.Proposal{Kind: data.ProposalModify, Ours: true}
	jointly := data.Proposal{Kind: data.ProposalModify, Ours: true, Proponents: []data.Proponent{{State: "CHE"}, {State: "NOR"}}}
	byUs := data.Proposal{Kind: data.ProposalModify, Ours: true, Proponents: []data.Proponent{{State: "CHE"}}}
	forGroup := data.Proposal{Kind: data.ProposalModify, Ours: true, Proponents: []data.Proponent{{State: "CHE", For: "Core group"}}}
	theirs := data.Proposal{Kind: data.ProposalSuppress, Proponents: []data.Proponent{{State: "NOR"}}}
	theirNoChange := data.Proposal{Kind: data.ProposalNoChange, Proponents: []data.Proponent{{State: "NOR"}}}
	type acts []func(*testing.T, *desk.Desk)
	on := func(path string, p data.Proposal) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			p := p
			p.Provision = at(t, d, path).ID
			if p.Kind == data.ProposalAdd {
				p.Wording = english
			}
			_, err := d.Propose(ctx, p)
			must(t, err)
		}
	}
	say := func(path string, s data.TextState) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) { must(t, d.SetTextState(ctx, at(t, d, path).ID, s, "")) }
	}
	stance := func(s data.Stance) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			must(t, d.SetPosition(ctx, data.Position{Provision: at(t, d, "ch1/art2/1").ID, Stance: s}))
		}
	}
	withdraw := func(t *testing.T, d *desk.Desk) {
		list := d.Proposals(at(t, d, "ch1/art2/1").ID)
		must(t, d.WithdrawProposal(ctx, list[len(list)-1].ID, true))
	}
	amend := func(p data.Proposal) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) {
			p := p
			p.Provision = at(t, d, "ch1/art2/1").ID
			p.On = d.Proposals(p.Provision)[0].ID
			_, err := d.Propose(ctx, p)
			must(t, err)
		}
	}
	withdrawFirst := func(t *testing.T, d *desk.Desk) {
		must(t, d.WithdrawProposal(ctx, d.Proposals(at(t, d, "ch1/art2/1").ID)[0].ID, true))
	}
	for name, c := range map[string]struct {
		acts acts
		want int // objections of ours that are listed; 0: the article is not
	}{
		"nothing":                                 {acts{}, 0},
		"we oppose":                               {acts{oppose}, 1},
		"we support":                              {acts{stance(data.StanceSupport)}, 0},
		"we are flexible":                         {acts{stance(data.StanceFlexible)}, 0},
		"a red line":                              {acts{stance(data.StanceRedLine)}, 1},
		"we await instructions":                   {acts{stance(data.StanceReserve)}, 1},
		"our proposal":                            {acts{propose(ours)}, 1},
		"our proposal by name":                    {acts{propose(byUs)}, 1},
		"our proposal and a position":             {acts{propose(ours), oppose}, 2},
		"our proposal, withdrawn":                 {acts{propose(ours), withdraw}, 0},
		"a joint proposal":                        {acts{propose(jointly), oppose}, 0},
		"we speak for a group":                    {acts{propose(forGroup), oppose}, 0},
		"theirs alone":                            {acts{propose(theirs)}, 0},
		"theirs as well":                          {acts{oppose, propose(theirs)}, 0},
		"theirs, withdrawn":                       {acts{oppose, propose(theirs), withdraw}, 1},
		"they want no change":                     {acts{oppose, propose(theirNoChange)}, 1},
		"theirs on ours":                          {acts{propose(ours), amend(theirs)}, 0},
		"theirs on ours, which was withdrawn":     {acts{oppose, propose(ours), amend(theirs), withdrawFirst}, 1},
		"theirs in another article":               {acts{oppose, on("ch1/art1/a", theirs)}, 1},
		"theirs on the article":                   {acts{oppose, on("ch1/art2", theirs)}, 0},
		"theirs on the chapter":                   {acts{oppose, on("ch1", theirs)}, 0},
		"theirs beside the chapter":               {acts{oppose, on("ch1", data.Proposal{Kind: data.ProposalAdd, Proponents: theirs.Proponents})}, 1},
		"what we oppose was agreed":               {acts{oppose, say("ch1/art2/2", data.TextAdReferendum)}, 0},
		"what we oppose was deleted":              {acts{oppose, say("ch1/art2/2", data.TextDeleted)}, 0},
		"what they oppose was agreed":             {acts{oppose, propose(theirs), say("ch1/art2/1", data.TextAgreed)}, 1},
		"another paragraph of it was agreed":      {acts{oppose, say("ch1/art2/1", data.TextAgreed)}, 1},
		"theirs, on what we have said nothing of": {acts{on("ch1/art1/b", theirs)}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := imported(t)
			n := d.Negotiation()
			n.State = "CHE"
			must(t, d.SetNegotiation(ctx, n))
			for _, act := range c.acts {
				act(t, d)
			}
			list := converged(t, d).LastToObject
			if c.want == 0 {
				if len(list) != 0 {
					t.Errorf("listed: %+v", list)
				}
				return
			}
			if len(list) != 1 || list[0].Provision != at(t, d, "ch1/art2").ID || len(list[0].Ours) != c.want || list[0].Brackets != 2 {
				t.Errorf("got %+v, want article 2 with %d", list, c.want)
			}
		})
	}
}

// TestWhatWasTakenOverIsNoObjection lets the next revision say what we proposed on
// one paragraph, and not what another delegation proposed on it.
func TestWhatWasTakenOverIsNoObjection(t *testing.T) {
	d := lanterns(t, lanternsZero)
	p := at(t, d, "art3/1").ID
	taken := data.Proposal{Provision: p, Kind: data.ProposalModify, Ours: true, Wording: data.Words{data.English: "Lanterns and their spare wicks are never sold abroad."}}
	_, err := d.Propose(ctx, taken)
	must(t, err)
	listed := func() bool {
		return slices.ContainsFunc(converged(t, d).LastToObject, func(l desk.LastObjection) bool { return l.Path == "art3" })
	}
	if !listed() {
		t.Error("a proposal that is open is not listed")
	}
	later := strings.Replace(lanternsZero, "Lanterns are [never] sold.", "Lanterns and their spare wicks are never sold abroad.", 1)
	_, err = d.Import(ctx, desk.Issue{Symbol: "L/2", Date: data.Date{Year: 2026, Month: 4, Day: 1}}, data.NoProgress{}, version(data.English, later))
	must(t, err)
	if listed() {
		t.Error("a proposal that was taken over is listed")
	}
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
