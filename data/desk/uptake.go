package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/redline/taken"
)

// TakenUp is what the Chair made of a proposal in a later revision.
type TakenUp struct {
	Proposal  data.Proposal
	From      data.ID     // the provision it was about, in the revision before; of an addition, its neighbour
	Lang      data.Lang   // in which the wordings were compared
	Uptake    data.Uptake // what holds: what a person said, or else what was found
	Found     data.Uptake // what the program says
	Evidence  taken.Evidence
	Places    []UptakePlace // where its words are in the revision, the place it was proposed for first
	Where     data.ID       // the provision of the revision to look at; zero: there is none
	Overruled bool          // a person said so
	Remark    string        // why; confidential
	By        data.ID       // who
	Time      time.Time     // when
}

// UptakePlace is a provision of the revision that a proposal is looked for in.
type UptakePlace struct {
	Provision data.ID
	Elsewhere bool         // not where it was proposed, but its words stand there
	Marks     []taken.Mark // its words in the text, in order
}

// overrule is what a person said about a proposal in a revision. The fields of
// its record are "uptake/revision".
type overrule struct {
	Uptake data.Uptake `cbor:"1,keyasint"`
	Remark string      `cbor:"2,keyasint,omitempty"`
	By     data.ID     `cbor:"3,keyasint"`
	Time   time.Time   `cbor:"4,keyasint"`
}

const (
	kindUptake  = "uptake" // one record for a proposal
	fieldUptake = "uptake" // with "/revision"
)

func uptakeField(revision data.ID) string { return fieldUptake + "/" + revision.String() }

// Uptakes returns what became in a revision of the proposals on the one before
// it, in document order, the withdrawn ones after all others: those made on it,
// and earlier ones that were not taken up till then. Each is compared in the
// wanted language or, where it or a revision is not there in it, in another that
// all three have. The first revision has none.
func (d *Desk) Uptakes(ctx context.Context, revision data.ID, lang data.Lang) ([]TakenUp, error) {
	if _, err := d.Text(revision); err != nil {
		return nil, err
	}
	before := d.Before(revision)
	if before.IsZero() {
		return nil, nil
	}
	older, err := d.Uptakes(ctx, before, lang)
	if err != nil {
		return nil, err
	}
	standing := map[data.ID]bool{}
	for _, u := range older {
		standing[u.Proposal.ID] = u.Uptake == data.UptakeNot || u.Uptake == data.UptakePartly
	}
	out, err := d.judged(ctx, before, revision, lang, standing)
	if err != nil {
		return nil, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	for i := range out {
		u := &out[i]
		u.Uptake = u.Found
		if o, ok := d.overrules[u.Proposal.ID][revision]; ok {
			u.Uptake, u.Overruled, u.Remark, u.By, u.Time = o.Uptake, true, o.Remark, o.By, o.Time
		}
	}
	return out, nil
}

// OverruleUptake says what became of a proposal in a revision, whatever the
// program found, and why (confidential); the empty uptake goes back to what was
// found. Saying again what was said is no act.
func (d *Desk) OverruleUptake(ctx context.Context, revision, proposal data.ID, u data.Uptake, remark string) error {
	if _, err := d.Proposal(proposal); err != nil {
		return err
	}
	if d.Before(revision).IsZero() {
		return data.E(data.CodeNotFound, "what", "revision")
	}
	remark = strings.TrimSpace(remark)
	d.mu.RLock()
	old, known := d.overrules[proposal][revision]
	d.mu.RUnlock()
	switch {
	case u == "" && !known, known && old.Uptake == u && old.Remark == remark:
		return nil
	case u == "":
		return d.act(ctx, "act.uptake.found", tombstone(kindUptake, root, proposal, uptakeField(revision)))
	case !slices.Contains(data.Uptakes, u):
		return data.E(data.CodeInput, "what", "uptake")
	}
	x := overrule{u, remark, d.Me().ID, now()}
	return d.act(ctx, "act.uptake", set(kindUptake, root, proposal, uptakeField(revision), x))
}

// foldUptake takes what persons said about a proposal into the state.
func (d *Desk) foldUptake(rec change.Record) error {
	said := map[data.ID]overrule{}
	for name := range rec.Fields {
		prefix, code, _ := strings.Cut(name, "/")
		revision, err := data.ParseID(code)
		if prefix != fieldUptake || err != nil {
			continue
		}
		var o overrule
		if ok, err := field(rec, name, &o); err != nil {
			return err
		} else if ok {
			said[revision] = o
		}
	}
	delete(d.overrules, rec.Entity)
	if len(said) > 0 {
		d.overrules[rec.Entity] = said
	}
	return nil
}

// uptakeEvent is event for what a person said about an uptake.
func uptakeEvent(e Event, c change.Change) (_ Event, ok bool, err error) {
	e.What = "event.uptake.found"
	if c.Op != change.OpTombstone {
		var o overrule
		err = change.Unmarshal(c.Body, &o)
		e.What, e.After = "event.uptake."+string(o.Uptake), o.Remark
	}
	return e, err == nil, err
}
