package desk

import (
	"slices"
	"time"

	"travaux/data"
)

// Instructed is an instruction as it stands at some time, with all that its reader
// has to be told.
type Instructed struct {
	data.Instruction
	Flags        []data.Flag // the gravest first
	SupersededBy []data.ID   // instructions that take its place and have begun
	Contradicts  []data.Contradiction

	Read   []data.Acknowledgement // the latest of each member, oldest first; also of an earlier wording
	Unread []data.ID              // members who are to say that they have read it as it stands and have not
	Await  bool                   // the member at the laptop is one of them
}

// Standing reports whether the instruction is to be followed: in force and not
// superseded.
func (i Instructed) Standing() bool { return i.Out() == "" }

// Out is the gravest reason why the instruction is not to be followed, "" if it is.
func (i Instructed) Out() data.Flag {
	for _, f := range i.Flags {
		if f == data.FlagSuperseded || f == data.FlagLapsed || f == data.FlagNotBegun {
			return f
		}
	}
	return ""
}

// Has reports whether a flag is raised.
func (i Instructed) Has(f data.Flag) bool { return slices.Contains(i.Flags, f) }

// InstructionsAt are the Instructions on a provision as they stand at some time:
// those to be followed first.
func (d *Desk) InstructionsAt(provision data.ID, now time.Time) []Instructed {
	line := d.ancestry(provision)
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.standAt(t, d.instructionsOn(t, line), now)
}

// AllInstructionsAt is every instruction that the member at the laptop can read,
// as it stands at some time: those to be followed first.
func (d *Desk) AllInstructionsAt(now time.Time) []Instructed {
	all := d.AllInstructions()
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.standAt(t, all, now)
}

func (d *Desk) standAt(t *Text, list []data.Instruction, now time.Time) []Instructed {
	related := d.relate(t)
	out := make([]Instructed, 0, len(list))
	for _, i := range list {
		out = append(out, d.stand(related, i, now))
	}
	slices.SortStableFunc(out, func(a, b Instructed) int {
		switch x, y := a.Standing(), b.Standing(); {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	})
	return out
}

// stand tells how an instruction stands. The caller holds mu.
func (d *Desk) stand(related *relations, i data.Instruction, now time.Time) Instructed {
	out := Instructed{Instruction: i, SupersededBy: d.superseders(related, i.ID, now)}
	flags := map[data.Flag]bool{
		data.FlagSuperseded: len(out.SupersededBy) > 0,
		data.FlagLapsed:     i.Lapsed(now),
		data.FlagNotBegun:   !i.Begun(now),
	}
	if i.InForce(now) && len(out.SupersededBy) == 0 {
		out.Contradicts = d.contradictions(related, i.ID, now)
		flags[data.FlagContradicted] = len(out.Contradicts) > 0
		flags[data.FlagLapsesSoon] = i.Lapsed(now.Add(data.LapsesSoon))
	}
	for _, f := range data.Flags {
		if flags[f] {
			out.Flags = append(out.Flags, f)
		}
	}
	d.readers(&out)
	return out
}

// NextInstructionChange is the next time after now at which an instruction begins,
// lapses or is about to, so that a window can tell it the minute it happens; zero
// if there is none.
func (d *Desk) NextInstructionChange(now time.Time) (next time.Time) {
	consider := func(t time.Time) {
		if t.After(now) && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, k := range d.instructions.all {
		consider(k.it.Issued.Start())
		if !k.it.Lapses.IsZero() {
			consider(k.it.Lapses.End())
			consider(k.it.Lapses.End().Add(-data.LapsesSoon))
		}
	}
	return next
}

// relations are what instructions are to each other, whatever the hour.
type relations struct {
	version    int
	revision   data.ID
	superseded map[data.ID][]data.ID // by those in the value, oldest first
	clashes    map[data.ID][]data.Contradiction
}

// relate finds the relations of all instructions; they are kept until the next
// act. The caller holds mu; t is the current text.
func (d *Desk) relate(t *Text) *relations {
	if r := d.related.Load(); r != nil && r.version == d.version && r.revision == t.Revision.ID {
		return r
	}
	r := &relations{
		version: d.version, revision: t.Revision.ID,
		superseded: map[data.ID][]data.ID{}, clashes: map[data.ID][]data.Contradiction{},
	}
	var ordering []data.Instruction // those that can contradict another
	for _, i := range d.instructions.everything() {
		for _, id := range i.Supersedes {
			if other, ok := d.instructions.get(id); ok && !takesOver(other, i) {
				r.superseded[id] = append(r.superseded[id], i.ID)
			}
		}
		if i.Mandatory() && (i.Stance != data.StanceNone || len(i.Requires)+len(i.Forbids) > 0) {
			ordering = append(ordering, i)
		}
	}
	for _, i := range ordering {
		for _, other := range ordering {
			if found := data.Contradictions(i, other, t.holds); len(found) > 0 {
				r.clashes[i.ID] = append(r.clashes[i.ID], found...)
			}
		}
	}
	d.related.Store(r)
	return r
}

// takesOver reports whether a names b as superseded although b names a as well, as
// may come from two laptops: the one recorded later stands.
func takesOver(a, b data.Instruction) bool {
	if !slices.Contains(a.Supersedes, b.ID) {
		return false
	}
	if !a.Time.Equal(b.Time) {
		return a.Time.After(b.Time)
	}
	return a.ID.String() > b.ID.String()
}

// holds reports whether one provision stands in another.
func (t *Text) holds(outer, inner data.ID) bool {
	for range t.Provisions {
		p, ok := t.Find(inner)
		if !ok || p.Parent.IsZero() {
			return false
		}
		if inner = p.Parent; inner == outer {
			return true
		}
	}
	return false
}

// superseders are the instructions that have taken the place of one by then. The
// caller holds mu.
func (d *Desk) superseders(related *relations, id data.ID, now time.Time) (out []data.ID) {
	for _, by := range related.superseded[id] {
		if i, ok := d.instructions.get(by); ok && i.Begun(now) {
			out = append(out, by)
		}
	}
	return out
}

// contradictions are those with instructions that are to be followed then, and
// that the member at the laptop can read. The caller holds mu.
func (d *Desk) contradictions(related *relations, id data.ID, now time.Time) (out []data.Contradiction) {
	for _, c := range related.clashes[id] {
		other, ok := d.instructions.get(c.With)
		if ok && d.reads(other) && other.InForce(now) && len(d.superseders(related, c.With, now)) == 0 {
			out = append(out, c)
		}
	}
	return out
}
