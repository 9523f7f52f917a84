package amendments

import (
	"context"
	"slices"
	"strings"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
)

// fill puts the amendment into the fields.
func (f *form) fill() {
	a, loc := &f.amendment, f.page.room.Loc
	f.filling = true
	f.symbol.SetText(a.Symbol)
	f.proposers.Set(a.Proposers)
	f.kind.Choose(max(slices.Index(data.AmendmentKinds, a.Kind), 0))
	f.consensus.SetTicked(a.Vote.Consensus)
	for _, x := range f.dates {
		x.SetText(x.set(a).String())
	}
	for _, x := range f.numbers {
		x.SetText(figure(*x.set(a)))
	}
	names, at := []string{loc.T("amendments.form.protocol.none")}, 0
	for i, t := range f.page.world.treaties[1:] {
		names = append(names, t.Title.In(data.Lang(loc.Lang())))
		if t.ID == a.Protocol {
			at = i + 1
		}
	}
	f.protocol.SetOptions(names, at)
	look.SetShown(f.protocols, a.Kind == data.AmendmentProtocol)
	look.SetShown(f.delete, !a.ID.IsZero())
	f.remark.SetText(a.Remark)
	f.fillRule()
	f.words()
	f.filling = false
}

// fillRule puts the rule into the fields.
func (f *form) fillRule() {
	a, was := &f.amendment, f.filling
	f.filling = true
	f.required.Set(a.Rule.Required)
	f.fixed.SetTicked(a.Rule.Fixed)
	f.of.Choose(max(slices.Index(data.MajoritiesOf, a.Rule.Of), 0))
	f.effect.Choose(max(slices.Index(data.AmendmentEffects, a.Rule.Effect), 0))
	for _, x := range f.numbers {
		if n := x.set(a); n == &a.Rule.Number {
			x.SetText(figure(*n))
		}
	}
	for _, p := range f.periods {
		p.show(*p.set(a))
	}
	for _, s := range f.shares {
		s.show(*s.set(a), f)
	}
	f.filling = was
}

// words shows what is in the language of the form.
func (f *form) words() {
	f.title.Lang = string(f.language())
	f.title.SetText(f.amendment.Title[f.language()])
	f.showEdits()
}

// read takes what is typed into the amendment; what cannot be read is an error.
func (f *form) read() (data.Amendment, error) {
	a := f.amendment
	for _, x := range f.dates {
		day, err := data.ParseDate(strings.TrimSpace(x.Text()))
		if err != nil {
			return a, err
		}
		*x.set(&a) = day
	}
	for _, x := range f.numbers {
		n, err := number(x.Text())
		if err != nil {
			return a, err
		}
		*x.set(&a) = n
	}
	for _, p := range f.periods {
		d, err := p.read(*p.set(&a))
		if err != nil {
			return a, err
		}
		*p.set(&a) = d
	}
	return a, nil
}

// save records the amendment.
func (f *form) save() {
	a, err := f.read()
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	key := f.key()
	f.page.room.Act(func(ctx context.Context) (err error) {
		a, err = f.page.room.Desk.Amendments().Set(ctx, a)
		return err
	}, func() {
		f.keep.Drop(key)
		f.amendment = a
		f.page.saved(a.ID)
	})
}

// remove takes the amendment away, with what parties did about it.
func (f *form) remove() {
	key, id := f.key(), f.amendment.ID
	page.Remove(f.page.room, f.page.room.Desk.Amendments(), id, func() {
		f.keep.Drop(key)
		f.page.saved(data.ID{})
	})
}
