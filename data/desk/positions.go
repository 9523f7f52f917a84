package desk

import (
	"context"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Position returns our position on a provision; the zero Position (with its
// Provision set) where there is none.
func (d *Desk) Position(provision data.ID) data.Position {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.position(provision)
}

func (d *Desk) position(provision data.ID) data.Position {
	p, ok := d.onlyPosition(provision)
	if !ok {
		return data.Position{Provision: provision, Wording: data.Words{}, PublicReasons: data.Words{}, Citations: data.Words{}, TalkingPoints: data.Words{}}
	}
	p.Wording, p.PublicReasons, p.Citations, p.TalkingPoints = copied(p.Wording), copied(p.PublicReasons), copied(p.Citations), copied(p.TalkingPoints)
	return p
}

// onlyPosition is the position in force on a provision; it is shared.
func (d *Desk) onlyPosition(provision data.ID) (data.Position, bool) {
	x, ok := d.positions.last(provision)
	return x.Position, ok
}

// holds reports whether we have a position on a provision.
func (d *Desk) holds(provision data.ID) bool { return len(d.positions.by[provision]) > 0 }

// positionRecord is the record in which the position on a provision is kept. It
// has the provision's own identity, unless that record has moved to another
// provision, or the one that is here came from another.
func (d *Desk) positionRecord(provision data.ID) (record data.ID, placed []change.Write) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if list := d.positions.by[provision]; len(list) > 0 {
		return list[len(list)-1].id, nil
	}
	home := d.current()
	if at, beside, _ := d.carriage.follow(provision, data.ID{}, provision); at == provision && !beside {
		return provision, []change.Write{set(kindPosition, root, provision, fieldHome, home)}
	}
	record = data.NewID()
	here := put{Kind: data.AnnotationPosition, To: provision, Time: now()}
	return record, []change.Write{
		set(kindPosition, root, record, fieldHome, home),
		set(kindCarried, home, record, fieldPut+"/"+record.String(), here),
	}
}

func copied(w data.Words) data.Words {
	out := make(data.Words, len(w))
	for l, s := range w {
		out[l] = s
	}
	return out
}

// SetPosition writes what differs from the position as it is. Writing nothing
// new is no act. Who changes only part of a position uses ChangePosition: what
// others write meanwhile would be taken back.
func (d *Desk) SetPosition(ctx context.Context, p data.Position) error {
	return d.ChangePosition(ctx, p.Provision, func(now *data.Position) { *now = p })
}

// ChangePosition lets alter change the position as it is at that moment, and
// writes what differs. Nothing else is written in between; alter must not use
// the desk.
func (d *Desk) ChangePosition(ctx context.Context, provision data.ID, alter func(p *data.Position)) error {
	d.acts.Lock()
	defer d.acts.Unlock()
	prov, err := d.Provision(provision)
	if err != nil {
		return err
	}
	p := d.Position(prov.ID)
	alter(&p)
	p.Provision = prov.ID
	writes := d.positionWrites(p)
	if len(writes) == 0 {
		return nil
	}
	return d.acted(ctx, "act.position", nil, writes)
}

// positionWrites are the writes that make the position what it is to be.
func (d *Desk) positionWrites(p data.Position) []change.Write {
	old := d.Position(p.Provision)
	record, placed := d.positionRecord(p.Provision)
	var writes []change.Write
	put := func(name string, before, after string) {
		if after = strings.TrimRight(after, " \t\r\n"); after != before {
			writes = append(writes, set(kindPosition, root, record, name, after))
		}
	}
	put(fieldStance, string(old.Stance), string(p.Stance))
	put(fieldInternal, old.InternalReasons, p.InternalReasons)
	for _, lang := range data.Langs {
		put(fieldWording+"/"+string(lang), old.Wording[lang], p.Wording[lang])
		put(fieldReasons+"/"+string(lang), old.PublicReasons[lang], p.PublicReasons[lang])
		put(fieldCitations+"/"+string(lang), old.Citations[lang], p.Citations[lang])
		put(fieldTalking+"/"+string(lang), old.TalkingPoints[lang], p.TalkingPoints[lang])
	}
	if len(writes) == 0 {
		return nil
	}
	return append(placed, writes...)
}
