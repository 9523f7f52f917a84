package desk_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

const nextEnglish = `Draft Convention on Lanterns

The States Parties to this Convention,

Recalling the value of light,

Have agreed as follows:

Chapter I
General provisions

Article 1
Use of terms

For the purposes of this Convention:

(a) “Lantern” means a device that gives light;

(b) “Keeper” means a person who tends a lantern.

Article 2
Duties of keepers

1. Every State Party shall ensure that lanterns should be lit at dusk.

2. A keeper may rest at dawn, and at noon.
`

const (
	lightPath = "ch1/art2/1"
	restPath  = "ch1/art2/2"
	termPath  = "ch1/art1/a"
)

// deal is a package that accepts the provision on rest on one condition.
func deal(t *testing.T, d *desk.Desk, c data.Condition) (data.Package, error) {
	t.Helper()
	return d.SetPackage(ctx, data.Package{Title: "Rest for light", Accepts: []data.ID{at(t, d, restPath).ID}, Conditions: []data.Condition{c}})
}

func TestConditionsAreLookedAtAfterEveryMove(t *testing.T) {
	issue := func(t *testing.T, d *desk.Desk) {
		_, err := d.Import(ctx, desk.Issue{Symbol: "L/2", Kind: data.RevisionRevised, Date: data.Date{Year: 2027, Month: 1, Day: 1}}, data.NoProgress{}, version(data.English, nextEnglish))
		must(t, err)
	}
	state := func(path string, s data.TextState) func(*testing.T, *desk.Desk) {
		return func(t *testing.T, d *desk.Desk) { must(t, d.SetTextState(ctx, at(t, d, path).ID, s, "")) }
	}
	none := func(*testing.T, *desk.Desk) {}
	for _, c := range []struct {
		name      string
		path      string
		condition data.Condition
		before    data.PackageState
		move      func(*testing.T, *desk.Desk)
		after     data.PackageState
		why       string
	}{
		{"words that stay", termPath, data.Condition{Kind: data.ConditionHas, Words: "gives light"}, data.PackageHolds, issue, data.PackageHolds, ""},
		{"words in brackets that go", lightPath, data.Condition{Kind: data.ConditionHas, Words: "[shall][should]"}, data.PackageOpen, issue, data.PackageBroken, "package.why.has"},
		{"words in brackets", lightPath, data.Condition{Kind: data.ConditionHas, Words: "lanterns shall be lit"}, data.PackageOpen, none, data.PackageOpen, "package.why.bracketed"},
		{"words that must not come", lightPath, data.Condition{Kind: data.ConditionLacks, Words: "lanterns should be lit"}, data.PackageOpen, issue, data.PackageBroken, "package.why.lacks"},
		{"a provision that keeps its words", termPath, data.Condition{Kind: data.ConditionKeeps}, data.PackageHolds, issue, data.PackageHolds, ""},
		{"a provision that does not", lightPath, data.Condition{Kind: data.ConditionKeeps}, data.PackageHolds, issue, data.PackageBroken, "package.why.keeps"},
		{"a language the text is not in", lightPath, data.Condition{Kind: data.ConditionHas, Lang: data.French, Words: "lanternes"}, data.PackageOpen, none, data.PackageOpen, "package.why.language"},
		{"an agreement to come", lightPath, data.Condition{Kind: data.ConditionState, State: data.TextAgreed}, data.PackageOpen, state(lightPath, data.TextAdReferendum), data.PackageHolds, ""},
		{"a provision that was deleted in the room", lightPath, data.Condition{Kind: data.ConditionState, State: data.TextAgreed}, data.PackageOpen, state(lightPath, data.TextDeleted), data.PackageBroken, "package.why.state"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := imported(t)
			c.condition.Provision = at(t, d, c.path).ID
			if c.condition.Lang == "" {
				c.condition.Lang = data.English
			}
			p, err := deal(t, d, c.condition)
			must(t, err)
			if got := d.Packages()[0]; got.State != c.before {
				t.Fatalf("at first it %s, want %s: %+v", got.State, c.before, got.Conditions)
			}
			c.move(t, d)
			got := d.Packages()[0]
			if got.State != c.after || got.Conditions[0].Why != c.why {
				t.Errorf("then it %s because of %q, want %s because of %q", got.State, got.Conditions[0].Why, c.after, c.why)
			}
			for _, path := range []string{restPath, c.path} {
				if on := d.PackagesOf(at(t, d, path).ID); len(on) != 1 || on[0].Package.ID != p.ID {
					t.Errorf("%s has %d packages", path, len(on))
				}
			}
			if on := d.PackagesOf(at(t, d, "ch1/art1/b").ID); len(on) != 0 {
				t.Error("a provision that it is not about has the package")
			}
		})
	}
}

func TestAPackageBreaksWithOurOwnStanceAndIsWholeAgainWithUndo(t *testing.T) {
	d := imported(t)
	duty := at(t, d, lightPath).ID
	must(t, d.SetPosition(ctx, data.Position{Provision: duty, Stance: data.StanceSupport}))
	_, err := deal(t, d, data.Condition{Provision: duty, Kind: data.ConditionStance})
	must(t, err)
	must(t, d.SetStances(ctx, []data.ID{duty}, data.StanceOppose))
	if got := d.Packages()[0]; got.State != data.PackageBroken || got.Conditions[0].Why != "package.why.stance" {
		t.Errorf("it %s", got.State)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if got := d.Packages()[0]; got.State != data.PackageHolds {
		t.Errorf("after undoing the move it %s", got.State)
	}
}

func TestPackagesThatSayNothingAreRefused(t *testing.T) {
	d := imported(t)
	duty, rest := at(t, d, lightPath).ID, at(t, d, restPath).ID
	for _, c := range []struct {
		name string
		pack data.Package
		code data.Code
	}{
		{"nothing accepted", data.Package{Conditions: []data.Condition{{Provision: duty, Kind: data.ConditionKeeps}}}, desk.CodePackageEmpty},
		{"no condition", data.Package{Accepts: []data.ID{rest}}, desk.CodePackageEmpty},
		{"a condition without words", data.Package{Accepts: []data.ID{rest}, Conditions: []data.Condition{{Provision: duty, Kind: data.ConditionHas, Lang: data.English, Words: "  "}}}, desk.CodeConditionEmpty},
		{"a condition without a state", data.Package{Accepts: []data.ID{rest}, Conditions: []data.Condition{{Provision: duty, Kind: data.ConditionState}}}, desk.CodeConditionEmpty},
		{"a condition without a stance, and no position", data.Package{Accepts: []data.ID{rest}, Conditions: []data.Condition{{Provision: duty, Kind: data.ConditionStance}}}, desk.CodeConditionEmpty},
		{"a condition on itself", data.Package{Accepts: []data.ID{rest}, Conditions: []data.Condition{{Provision: rest, Kind: data.ConditionKeeps}}}, desk.CodePackageItself},
		{"a provision that is not there", data.Package{Accepts: []data.ID{rest}, Conditions: []data.Condition{{Provision: data.NewID(), Kind: data.ConditionKeeps}}}, desk.CodeConditionUnknown},
		{"a kind that is not known", data.Package{Accepts: []data.ID{rest}, Conditions: []data.Condition{{Provision: duty, Kind: "novel"}}}, data.CodeInput},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := d.SetPackage(ctx, c.pack)
			wantCode(t, err, c.code)
		})
	}
}

func TestWhoIsInCharge(t *testing.T) {
	d := imported(t)
	head := d.Me()
	bea, err := d.SetMember(ctx, data.Member{Name: "Bea", Role: data.RoleDelegate})
	must(t, err)
	cem, err := d.SetMember(ctx, data.Member{Name: "Cem", Role: data.RoleDelegate})
	must(t, err)
	article, duty, rest := at(t, d, "ch1/art2").ID, at(t, d, lightPath).ID, at(t, d, restPath).ID
	charge := func(id data.ID) string {
		m, _ := d.InCharge(id)
		return m.Name
	}
	if charge(duty) != "" {
		t.Fatal("somebody is in charge before anybody was put")
	}
	must(t, d.PutInCharge(ctx, []data.ID{article}, bea.ID))
	if charge(article) != "Bea" || charge(duty) != "Bea" || charge(at(t, d, termPath).ID) != "" {
		t.Errorf("in charge of the article is %q, of its paragraph %q", charge(article), charge(duty))
	}
	wantCode(t, d.PutInCharge(ctx, []data.ID{rest}, cem.ID), desk.CodeHandOverNote)
	wantCode(t, d.HandOver(ctx, bea.ID, cem.ID, []data.ID{rest}, " "), desk.CodeHandOverNote)
	must(t, d.HandOver(ctx, bea.ID, cem.ID, []data.ID{rest}, "Egypt wants noon as well."))
	if charge(rest) != "Cem" || charge(duty) != "Bea" {
		t.Errorf("after handing over one paragraph: %q, and %q has the other", charge(rest), charge(duty))
	}
	wantCode(t, d.HandOver(ctx, head.ID, cem.ID, nil, "all of it"), desk.CodeNotInCharge)
	must(t, d.HandOver(ctx, bea.ID, head.ID, nil, "I fly home."))
	if charge(article) != head.Name || charge(duty) != head.Name || charge(rest) != "Cem" {
		t.Errorf("after handing over all: %q %q %q", charge(article), charge(duty), charge(rest))
	}
	var notes []string
	for _, h := range d.HandOvers(rest) {
		notes = append(notes, h.Note)
	}
	if strings.Join(notes, "|") != "I fly home.|Egypt wants noon as well." {
		t.Errorf("notes %q", notes)
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if charge(article) != "Bea" || len(d.HandOvers(rest)) != 1 {
		t.Errorf("undone, %q is in charge, with %d notes", charge(article), len(d.HandOvers(rest)))
	}
	observer, err := d.SetMember(ctx, data.Member{Name: "Obs", Role: data.RoleObserver})
	must(t, err)
	must(t, d.WorkAs(observer.ID))
	if charge(duty) != "" || len(d.HandOvers(rest)) > 0 || len(d.Charges()) > 0 || d.Packages() != nil {
		t.Error("an observer reads who is in charge, packages or notes")
	}
}

func TestBulkActsAreOneActWithOneUndo(t *testing.T) {
	d := imported(t)
	duty, rest, term := at(t, d, lightPath).ID, at(t, d, restPath).ID, at(t, d, termPath).ID
	all := []data.ID{duty, rest, term, duty}
	must(t, d.ChangePosition(ctx, duty, func(p *data.Position) { p.Wording[data.English] = "Every State Party shall light lanterns." }))
	must(t, d.SetStances(ctx, all, data.StanceFlexible))
	if d.Position(term).Stance != data.StanceFlexible || d.Position(duty).Wording[data.English] == "" {
		t.Error("not all have the stance, or a wording was lost")
	}
	n, err := d.SubmitAll(ctx, append(all, at(t, d, "ch1/art1/b").ID))
	must(t, err)
	if n != 3 || d.Approval(rest).State != data.ApprovalSubmitted {
		t.Errorf("%d submitted, one is %s", n, d.Approval(rest).State)
	}
	_, err = d.SubmitAll(ctx, all)
	wantCode(t, err, desk.CodeNoPosition)
	for _, id := range all[:2] {
		_, err := d.Comment(ctx, id, data.Anchor{}, "why?")
		must(t, err)
	}
	if n, err := d.ResolveAll(ctx, all); err != nil || n != 2 || !d.Comments(duty)[0].Resolved {
		t.Errorf("%d threads settled: %v", n, err)
	}
	if n, err := d.ResolveAll(ctx, all); err != nil || n != 0 {
		t.Errorf("settled again: %d, %v", n, err)
	}
	for range 5 { // threads, two comments, submitting, stances
		_, err := d.Undo(ctx)
		must(t, err)
	}
	if d.Position(term).Stance != data.StanceNone || d.Position(duty).Wording[data.English] == "" || d.Approval(rest).State != data.ApprovalNone {
		t.Error("undoing does not take each back as one")
	}
}

func TestTalkingPointsAndPackagesAreSecret(t *testing.T) {
	d := imported(t)
	duty, rest := at(t, d, lightPath).ID, at(t, d, restPath).ID
	must(t, d.ChangePosition(ctx, duty, func(p *data.Position) {
		p.Stance, p.TalkingPoints[data.English], p.TalkingPoints[data.French] = data.StanceSupport, "Light is cheap.", "La lumière ne coûte rien."
	}))
	_, err := d.SetPackage(ctx, data.Package{
		Title: "Rest for light", Note: "agreed with the north over coffee", Accepts: []data.ID{rest},
		Conditions: []data.Condition{{Provision: duty, Kind: data.ConditionKeeps, Lang: data.English}},
	})
	must(t, err)
	bea, err := d.SetMember(ctx, data.Member{Name: "Bea", Role: data.RoleDelegate})
	must(t, err)
	must(t, d.PutInCharge(ctx, []data.ID{duty}, d.Me().ID))
	must(t, d.HandOver(ctx, d.Me().ID, bea.ID, nil, "beware of the south"))
	secrets := map[string]bool{}
	for _, s := range d.Secrets() {
		secrets[s.Text] = true
	}
	for _, text := range []string{"Light is cheap.", "La lumière ne coûte rien.", "Rest for light", "agreed with the north over coffee", "beware of the south"} {
		if !secrets[text] {
			t.Errorf("%q is no secret", text)
		}
	}
	before, err := d.Subject(duty)
	must(t, err)
	must(t, d.ChangePosition(ctx, duty, func(p *data.Position) { p.TalkingPoints[data.English] = "Light is free." }))
	after, err := d.Subject(duty)
	must(t, err)
	if before.Digest() != after.Digest() {
		t.Error("an approval is bound to talking points")
	}
	history, err := d.History(duty)
	must(t, err)
	var told []string
	for _, e := range history {
		told = append(told, e.What)
	}
	for _, what := range []string{"event.position.talking", "event.package", "event.charge", "event.hand-over"} {
		if !strings.Contains(strings.Join(told, " "), what) {
			t.Errorf("the history does not tell of %s", what)
		}
	}
}
