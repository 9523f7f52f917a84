package desk

import (
	"context"
	"slices"
	"sort"
	"strings"
	"sync/atomic"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/search"
)

// wholeText is where an instruction without provisions is kept.
var wholeText data.ID

// instructing is what there is about instructions besides themselves.
type instructing struct {
	acknowledgements shelf[data.Acknowledgement] // by the instruction that was read
	cables           shelf[data.Cable]
	related          atomic.Pointer[relations] // of instructions to each other; nil: to be found
}

// instructionRecord is an instruction as records hold it. Those written before
// hours and zones were noted have two days instead.
type instructionRecord struct {
	data.Instruction
	Date, ValidUntil data.Date
}

func (r instructionRecord) instruction() data.Instruction {
	i := r.Instruction
	if i.Issued.IsZero() {
		i.Issued = data.OnDay(r.Date, "")
	}
	if i.Lapses.IsZero() {
		i.Lapses = data.OnDay(r.ValidUntil, "")
	}
	return i
}

func (d *Desk) foldInstruction(rec change.Record) error {
	var r instructionRecord
	ok, err := field(rec, fieldBody, &r)
	switch {
	case err != nil:
		return err
	case ok:
		d.instructions.put(rec.Entity, r.instruction(), recorded(rec), d.carriage.moved(rec.Entity))
	default:
		d.instructions.drop(rec.Entity)
	}
	return nil
}

// Instructions returns capital's instructions on a provision, on a container
// of it, on a topic that it speaks of, or on the whole text, newest first: those
// that the member at the laptop can read.
func (d *Desk) Instructions(provision data.ID) []data.Instruction {
	line := d.ancestry(provision)
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.instructionsOn(t, line)
}

// instructionsOn is Instructions for a caller that holds mu; line is the provision
// and all it stands in.
func (d *Desk) instructionsOn(t *Text, line []data.ID) []data.Instruction {
	seen := map[data.ID]bool{}
	var out []data.Instruction
	var words []string
	for _, place := range append(slices.Clone(line), wholeText) {
		for _, k := range d.instructions.by[place] {
			i := k.it
			if seen[i.ID] || !d.reads(i) {
				continue
			}
			if i.Topic != "" {
				if words == nil {
					words = t.foldedOf(line)
				}
				if !touches(i.Topic, words) {
					continue
				}
			}
			seen[i.ID] = true
			out = append(out, ownCopy(i))
		}
	}
	newestFirst(out)
	return out
}

// newestFirst orders instructions by when they were issued, then recorded.
func newestFirst(list []data.Instruction) {
	sort.SliceStable(list, func(a, b int) bool {
		if x, y := list[a].Issued.Start(), list[b].Issued.Start(); !x.Equal(y) {
			return y.Before(x)
		}
		return list[b].Time.Before(list[a].Time)
	})
}

// reads reports whether the member at the laptop can read an instruction. The
// caller holds mu.
func (d *Desk) reads(i data.Instruction) bool { return d.members[d.me].Role.Of(i.ReadBy()) }

// ownCopy is an instruction that the caller may alter.
func ownCopy(i data.Instruction) data.Instruction {
	i.Provisions, i.Supersedes = slices.Clone(i.Provisions), slices.Clone(i.Supersedes)
	i.Requires, i.Forbids = slices.Clone(i.Requires), slices.Clone(i.Forbids)
	return i
}

// foldedOf are the words and headings of some provisions, in all languages, as
// search.Fold gives them.
func (t *Text) foldedOf(provisions []data.ID) []string {
	out := []string{}
	for _, item := range t.searchable() {
		if slices.Contains(provisions, item.Provision) {
			out = append(out, item.Folded)
		}
	}
	return out
}

// touches reports whether one of the words that name a topic occurs in folded
// texts.
func touches(topic string, texts []string) bool {
	for _, name := range strings.FieldsFunc(topic, func(r rune) bool { return r == ';' || r == '；' || r == '؛' }) {
		if name = strings.TrimSpace(search.Fold(name)); name == "" {
			continue
		}
		if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, name) }) {
			return true
		}
	}
	return false
}

// AllInstructions returns every instruction that the member at the laptop can
// read, newest first.
func (d *Desk) AllInstructions() []data.Instruction {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := make([]data.Instruction, 0, len(d.instructions.all))
	for _, k := range d.instructions.all {
		if d.reads(k.it) {
			out = append(out, ownCopy(k.it))
		}
	}
	newestFirst(out)
	return out
}

// Instruction returns the instruction of that identity; CodeNotFound also for one
// that the member at the laptop cannot read.
func (d *Desk) Instruction(id data.ID) (data.Instruction, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	i, ok := d.instructions.get(id)
	if !ok || !d.reads(i) {
		return data.Instruction{}, data.E(data.CodeNotFound, "what", "instruction")
	}
	return ownCopy(i), nil
}

// SetInstruction records an instruction (zero ID) or corrects one. Without
// provisions and topic it holds for the whole text.
//
// Codes: CodeForbidden, CodeEmpty, CodeCircle.
func (d *Desk) SetInstruction(ctx context.Context, i data.Instruction) (data.Instruction, error) {
	title := "act.instruction.edit"
	if i.ID.IsZero() {
		title = "act.instruction"
	}
	i, writes, err := d.instructionWrites(i)
	if err != nil {
		return i, err
	}
	return i, d.act(ctx, title, writes...)
}

// instructionWrites are the writes that record or correct an instruction, and what
// it will be.
func (d *Desk) instructionWrites(i data.Instruction) (data.Instruction, []change.Write, error) {
	me := d.Me()
	if !me.Role.MayInstruct() || !me.Role.Of(i.ReadBy()) {
		return i, nil, data.E(data.CodeForbidden)
	}
	i = ownCopy(i)
	i.Text, i.Reference, i.Topic = strings.TrimSpace(i.Text), strings.TrimSpace(i.Reference), strings.TrimSpace(i.Topic)
	i.Requires, i.Forbids = phrases(i.Requires), phrases(i.Forbids)
	if i.Text == "" {
		return i, nil, data.E(CodeEmpty)
	}
	for n, id := range i.Provisions {
		i.Provisions[n] = d.permanent(id)
	}
	if len(i.Provisions) > 0 {
		i.Topic = ""
	}
	if i.ID.IsZero() {
		i.ID, i.Author, i.Time = data.NewID(), me.ID, now()
	}
	if i.Classification == "" {
		i.Classification = d.Marking().Internal
	}
	if i.Binding == "" {
		i.Binding = data.BindingMandatory
	}
	i.Audience = i.ReadBy()
	if d.circular(i) {
		return i, nil, data.E(CodeCircle)
	}
	i.Revision = d.currentRevision()
	about := forAudience(i.Audience, d.stillAbout(kindInstruction, i.ID, i.Provisions))
	writes := append([]change.Write{about}, d.forgetPuts(i.Revision, i.ID)...)
	return i, append(writes, forAudience(i.Audience, set(kindInstruction, root, i.ID, fieldBody, i))), nil
}

// forAudience seals the body of a write to an audience.
func forAudience(a data.Audience, w change.Write) change.Write {
	w.Audience = string(a)
	return w
}

// phrases are the phrases that have words.
func phrases(list []data.Phrase) (out []data.Phrase) {
	for _, p := range list {
		if p.Words = strings.TrimSpace(p.Words); p.Words != "" {
			out = append(out, p)
		}
	}
	return out
}

// circular reports whether an instruction would supersede itself, if only by way
// of others.
func (d *Desk) circular(i data.Instruction) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	seen := map[data.ID]bool{}
	next := slices.Clone(i.Supersedes)
	for len(next) > 0 {
		id := next[0]
		next = next[1:]
		if id == i.ID {
			return true
		}
		if other, ok := d.instructions.get(id); ok && !seen[id] {
			seen[id] = true
			next = append(next, other.Supersedes...)
		}
	}
	return false
}

// DeleteInstruction withdraws an instruction; it stays in the history.
func (d *Desk) DeleteInstruction(ctx context.Context, id data.ID) error {
	if !d.Me().Role.MayInstruct() {
		return data.E(data.CodeForbidden)
	}
	i, err := d.Instruction(id)
	if err != nil {
		return err
	}
	return d.act(ctx, "act.instruction.delete", forAudience(i.ReadBy(), tombstone(kindInstruction, root, id, fieldBody)))
}
