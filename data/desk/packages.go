package desk

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/redline/watch"
)

// Codes of packages that cannot be written.
const (
	CodePackageEmpty     data.Code = "desk.package-empty"     // nothing that we accept, or no condition
	CodeConditionEmpty   data.Code = "desk.condition-empty"   // a condition without what it asks for
	CodePackageItself    data.Code = "desk.package-itself"    // what we accept is its own condition
	CodeConditionUnknown data.Code = "desk.condition-unknown" // a provision that is not in the current text
)

// dealing is what the desk knows of packages, and of who is in charge of what.
type dealing struct {
	packages  shelf[data.Package]
	charges   shelf[data.Charge]
	handOvers shelf[data.HandOver]
}

// Packages returns all packages, oldest first, with how their conditions stand now:
// in the text as it is, with the states and positions there are. None for a role
// that cannot read them.
func (d *Desk) Packages() []data.PackageStanding {
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	d.mu.RLock()
	readable := d.members[d.me].Role.May(data.RightReadInstructions)
	list := d.packages.everything()
	d.mu.RUnlock()
	if !readable {
		return nil
	}
	out := make([]data.PackageStanding, len(list))
	for i, p := range list {
		out[i] = d.standingOf(t, p)
	}
	return out
}

// PackagesOf returns the packages in which a provision is accepted or is a
// condition.
func (d *Desk) PackagesOf(provision data.ID) []data.PackageStanding {
	return slices.DeleteFunc(d.Packages(), func(s data.PackageStanding) bool {
		return !slices.Contains(s.Provisions(), provision)
	})
}

// SetPackage records a package (zero ID) or changes it. A condition that a
// provision keeps its words without saying which takes those that it has now, in
// the language of the condition.
//
// Codes: data.CodeForbidden, CodePackageEmpty, CodeConditionEmpty,
// CodeConditionUnknown, CodePackageItself, and those of watch.Parse.
func (d *Desk) SetPackage(ctx context.Context, p data.Package) (data.Package, error) {
	p.Title, p.Note = strings.TrimSpace(p.Title), strings.TrimSpace(p.Note)
	p.Accepts, p.Conditions = slices.Clone(p.Accepts), slices.Clone(p.Conditions)
	if len(p.Accepts) == 0 || len(p.Conditions) == 0 {
		return p, data.E(CodePackageEmpty)
	}
	for i, id := range p.Accepts {
		p.Accepts[i] = d.permanent(id)
	}
	for i, c := range p.Conditions {
		c, err := d.checkedCondition(c)
		if err != nil {
			return p, err
		}
		if slices.Contains(p.Accepts, c.Provision) {
			return p, data.E(CodePackageItself)
		}
		p.Conditions[i] = c
	}
	title := "act.package.edit"
	if p.ID.IsZero() {
		title = "act.package"
		p.ID, p.Author, p.Time = data.NewID(), d.Me().ID, now()
	}
	return p, d.act(ctx, title,
		d.stillAbout(kindPackage, p.ID, p.Provisions()), set(kindPackage, root, p.ID, fieldBody, p))
}

func (d *Desk) checkedCondition(c data.Condition) (data.Condition, error) {
	c.Provision, c.Words = d.permanent(c.Provision), strings.TrimSpace(c.Words)
	prov, err := d.Provision(c.Provision)
	known := err == nil
	switch c.Kind {
	case data.ConditionKeeps:
		if c.Words == "" && !known {
			return c, data.E(CodeConditionUnknown)
		}
		if c.Words == "" {
			var r data.Rendering
			r, c.Lang = prov.In(c.Lang)
			c.Words = r.Text
		}
		if c.Words == "" {
			return c, data.E(CodeConditionEmpty)
		}
	case data.ConditionHas, data.ConditionLacks:
		if c.Words == "" {
			return c, data.E(CodeConditionEmpty)
		}
		if _, err := watch.Parse(c.Words, c.Lang); err != nil {
			return c, err
		}
	case data.ConditionState:
		if c.State == data.TextNone {
			return c, data.E(CodeConditionEmpty)
		}
	case data.ConditionStance:
		if c.Stance == data.StanceNone {
			c.Stance = d.Position(c.Provision).Stance
		}
		if c.Stance == data.StanceNone {
			return c, data.E(CodeConditionEmpty)
		}
	default:
		return c, data.E(data.CodeInput, "what", "condition")
	}
	return c, nil
}

// DeletePackage gives a package up; it stays in the history.
func (d *Desk) DeletePackage(ctx context.Context, id data.ID) error {
	d.mu.RLock()
	_, known := d.packages.get(id)
	d.mu.RUnlock()
	if !known {
		return data.E(data.CodeNotFound, "what", "package")
	}
	return d.act(ctx, "act.package.delete", tombstone(kindPackage, root, id, fieldBody))
}

// standingOf looks at every condition of a package.
func (d *Desk) standingOf(t *Text, p data.Package) data.PackageStanding {
	p.Accepts, p.Conditions = slices.Clone(p.Accepts), slices.Clone(p.Conditions)
	out := data.PackageStanding{Package: p, State: data.PackageHolds}
	for _, id := range p.Accepts {
		if _, ok := t.Find(id); !ok {
			out.Gone = append(out.Gone, id)
			out.State = data.PackageBroken
		}
	}
	for _, c := range p.Conditions {
		met := d.met(t, c)
		out.Conditions = append(out.Conditions, met)
		out.State = out.State.Worse(met.State)
	}
	return out
}

// met says how a condition stands in a text.
func (d *Desk) met(t *Text, c data.Condition) data.ConditionMet {
	m := data.ConditionMet{Condition: c, State: data.PackageHolds}
	not := func(state data.PackageState, why string) data.ConditionMet {
		m.State, m.Why = state, why
		return m
	}
	at, there := t.byID[c.Provision]
	if !there {
		return not(data.PackageBroken, "package.why.gone")
	}
	r, hasWords := t.Provisions[at].Text[c.Lang]
	switch c.Kind {
	case data.ConditionStance:
		if d.Position(c.Provision).Stance != c.Stance {
			return not(data.PackageBroken, "package.why.stance")
		}
		return m
	case data.ConditionState:
		return stateMet(m, d.Standing(c.Provision))
	}
	if !hasWords {
		return not(data.PackageOpen, "package.why.language")
	}
	m.Now = r.Text
	if c.Kind == data.ConditionKeeps {
		if letters(r.Text) != letters(c.Words) {
			return not(data.PackageBroken, "package.why.keeps")
		}
		return m
	}
	return d.wordsMet(t, at, m)
}

// wordsMet looks for the words of a condition. Those that stand in brackets, or are
// being struck out, are not sure to stay.
func (d *Desk) wordsMet(t *Text, at int, m data.ConditionMet) data.ConditionMet {
	phrase, err := watch.Parse(m.Condition.Words, m.Condition.Lang)
	if err != nil {
		return m
	}
	found, sure := false, false
	for _, field := range []int{watchedHeading, watchedWords} {
		if part := t.part(at, m.Condition.Lang, field); part != nil {
			for _, x := range part.Find(phrase) {
				found, sure = true, sure || x.Doubt == 0
			}
		}
	}
	switch has := m.Condition.Kind == data.ConditionHas; {
	case has && !found:
		m.State, m.Why = data.PackageBroken, "package.why.has"
	case has && !sure:
		m.State, m.Why = data.PackageOpen, "package.why.bracketed"
	case !has && sure:
		m.State, m.Why = data.PackageBroken, "package.why.lacks"
	case !has && found:
		m.State, m.Why = data.PackageOpen, "package.why.bracketed"
	}
	return m
}

// stateMet compares how far a provision has come with how far it is to come. What
// was reopened, deleted or withdrawn is a move against it; what is still under way
// is open.
func stateMet(m data.ConditionMet, s data.Standing) data.ConditionMet {
	want := m.Condition.State
	switch {
	case s.State == want || want.Agreed() && s.State.Agreed() || s.Own == want:
	case s.State.Gone() || s.Reopened || s.State == data.TextReopened || s.State.Agreed():
		m.State, m.Why = data.PackageBroken, "package.why.state"
	default:
		m.State, m.Why = data.PackageOpen, "package.why.not-yet"
	}
	return m
}

func (d *Desk) placePackage(_ data.ID, p *data.Package) (on []data.ID, beside bool) {
	return p.Provisions(), false
}

// packageSecrets are the words of packages that no public paper may contain.
func (d *Desk) packageSecrets(add func(field, text string, exact bool)) {
	for _, k := range d.packages.all {
		add("field.package", k.it.Title, false)
		add("field.package", k.it.Note, false)
	}
	for _, k := range d.handOvers.all {
		add("field.hand-over", k.it.Note, false)
	}
	for _, k := range d.positions.all {
		for _, text := range k.it.TalkingPoints {
			add("field.talking", text, false)
		}
	}
}

// packageEvent puts a change to a package, to who is in charge, or a note of
// handing over into the terms of the history.
func packageEvent(e Event, c change.Change) (_ Event, ok bool, err error) {
	deleted := c.Op == change.OpTombstone
	switch {
	case c.Kind == kindPackage && deleted:
		e.What = "event.package.deleted"
	case c.Kind == kindPackage:
		var p data.Package
		err = change.Unmarshal(c.Body, &p)
		e.What, e.After = "event.package", p.Title
	case c.Kind == kindHandOver && !deleted:
		var h data.HandOver
		err = change.Unmarshal(c.Body, &h)
		e.What, e.After = "event.hand-over", h.Note
	case c.Kind == kindCharge && !deleted:
		var x data.Charge
		err = change.Unmarshal(c.Body, &x)
		e.What = "event.charge"
	default:
		return e, false, nil
	}
	return e, err == nil, err
}
