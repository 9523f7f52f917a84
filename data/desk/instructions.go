package desk

import (
	"context"
	"slices"
	"sort"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// wholeText is where an instruction without provisions is kept.
var wholeText data.ID

// Instructions returns capital's instructions on a provision, on a container
// of it or on the whole text, newest first.
func (d *Desk) Instructions(provision data.ID) []data.Instruction {
	line := d.ancestry(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	seen := map[data.ID]bool{}
	var out []data.Instruction
	for _, place := range append(line, wholeText) {
		for _, k := range d.instructions.by[place] {
			if i := k.it; !seen[i.ID] {
				seen[i.ID] = true
				i.Provisions = slices.Clone(i.Provisions)
				out = append(out, i)
			}
		}
	}
	sort.Slice(out, func(a, b int) bool {
		if out[a].Date != out[b].Date {
			return out[b].Date.Before(out[a].Date)
		}
		return out[b].Time.Before(out[a].Time)
	})
	return out
}

// AllInstructions returns every instruction, newest first.
func (d *Desk) AllInstructions() []data.Instruction {
	d.mu.RLock()
	defer d.mu.RUnlock()
	out := make([]data.Instruction, 0, len(d.instructions.all))
	for _, k := range d.instructions.all {
		i := k.it
		i.Provisions = slices.Clone(i.Provisions)
		out = append(out, i)
	}
	sort.Slice(out, func(a, b int) bool { return out[b].Time.Before(out[a].Time) })
	return out
}

// SetInstruction records an instruction (zero ID) or corrects one. Without
// provisions it holds for the whole text.
func (d *Desk) SetInstruction(ctx context.Context, i data.Instruction) (data.Instruction, error) {
	if !d.Me().Role.MayInstruct() {
		return i, data.E(data.CodeForbidden)
	}
	i.Text, i.Reference = strings.TrimSpace(i.Text), strings.TrimSpace(i.Reference)
	if i.Text == "" {
		return i, data.E(CodeEmpty)
	}
	i.Provisions = slices.Clone(i.Provisions)
	for n, id := range i.Provisions {
		i.Provisions[n] = d.permanent(id)
	}
	title := "act.instruction.edit"
	if i.ID.IsZero() {
		title = "act.instruction"
		i.ID, i.Author, i.Time = data.NewID(), d.Me().ID, now()
	}
	if i.Classification == "" {
		i.Classification = data.Confidential
	}
	i.Revision = d.currentRevision()
	writes := append([]change.Write{d.stillAbout(kindInstruction, i.ID, i.Provisions)}, d.forgetPuts(i.Revision, i.ID)...)
	return i, d.act(ctx, title, append(writes, set(kindInstruction, root, i.ID, fieldBody, i))...)
}

// DeleteInstruction withdraws an instruction; it stays in the history.
func (d *Desk) DeleteInstruction(ctx context.Context, id data.ID) error {
	if !d.Me().Role.MayInstruct() {
		return data.E(data.CodeForbidden)
	}
	d.mu.RLock()
	_, known := d.instructions.get(id)
	d.mu.RUnlock()
	if !known {
		return data.E(data.CodeNotFound, "what", "instruction")
	}
	return d.act(ctx, "act.instruction.delete", tombstone(kindInstruction, root, id, fieldBody))
}
