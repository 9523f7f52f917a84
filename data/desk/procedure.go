package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// enacted is a procedure from the moment in which it was set; nil where it was
// taken back.
type enacted struct {
	at        change.HLC
	procedure *data.Procedure
}

// ever is later than any change.
const ever = ^change.HLC(0)

// Procedure returns how positions are approved now.
func (d *Desk) Procedure() data.Procedure {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.procedureAt(ever).Clone()
}

// procedureAt is the procedure that was in force at a moment, on whatever laptop
// it was set; it is shared.
func (d *Desk) procedureAt(at change.HLC) data.Procedure {
	for i := len(d.procedures) - 1; i >= 0; i-- {
		if x := d.procedures[i]; x.at < at {
			if x.procedure == nil {
				break
			}
			return *x.procedure
		}
	}
	p := data.DefaultProcedure()
	if _, began := d.roster.StartedBy(); d.roster.Started() {
		p.FourEyes = began < at // who works alone has nobody else
	}
	return p
}

// SetProcedure changes how positions are approved from now on: steps that were
// taken before are judged as it was then. Codes: data.CodeProcedure,
// data.CodeForbidden.
func (d *Desk) SetProcedure(ctx context.Context, p data.Procedure) error {
	if err := p.Check(); err != nil {
		return err
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	if now := d.Procedure(); slices.Equal(now.Steps, p.Steps) && now.FourEyes == p.FourEyes {
		return nil
	}
	return d.acted(ctx, "act.procedure", nil, []change.Write{set(kindProcedure, root, d.Negotiation().ID, fieldBody, p)})
}

// foldProcedure reads all procedures that there ever were, for decisions are
// judged by that of their time. One that this version cannot follow counts as if
// it were not there.
func (d *Desk) foldProcedure(rec change.Record) error {
	d.procedures = nil
	history, err := d.store.History(rec.Entity)
	if err != nil {
		return err
	}
	for _, c := range history {
		if c.Kind != kindProcedure || c.Field != fieldBody {
			continue
		}
		x := enacted{at: c.Time}
		if c.Op != change.OpTombstone {
			var p data.Procedure
			if change.Unmarshal(c.Body, &p) != nil || p.Check() != nil {
				continue
			}
			x.procedure = &p
		}
		d.procedures = append(d.procedures, x)
	}
	slices.SortStableFunc(d.procedures, func(a, b enacted) int {
		if a.at < b.at {
			return -1
		}
		return 1
	})
	return nil
}
