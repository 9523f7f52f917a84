package desk

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// instructionTab lists what capital has ordered for the selected provision, for
// what it stands in and for the whole text; or shows the form for one.
type instructionTab struct {
	room      *room.Room
	pad       *pad
	list      *fyne.Container
	filling   portions
	scroll    *container.Scroll
	object    *fyne.Container
	provision data.Provision
	member    data.ID          // who works at the laptop
	form      *instructionForm // nil while the list is shown
}

func newInstructionTab(r *room.Room, pad *pad) *instructionTab {
	t := &instructionTab{room: r, pad: pad, list: look.Column(), filling: portions{post: pad.onWindow}}
	t.scroll = scrolled(8, 12, 10, t.list)
	t.object = container.NewStack(t.scroll)
	return t
}

func (t *instructionTab) leave() {}
func (t *instructionTab) flush() {}

func (t *instructionTab) load(p data.Provision) {
	me := t.room.Desk.Me().ID
	fresh := p.ID != t.provision.ID || me != t.member
	t.provision, t.member = p, me
	if fresh {
		t.form = nil
		t.filling.stop()
		t.list.RemoveAll()
		t.scroll.ScrollToTop()
		if i, ok := t.begun(); ok {
			t.edit(i)
		}
	}
}

// begun finds an instruction that was begun, or whose correction was, on the
// provision itself and is not recorded.
func (t *instructionTab) begun() (data.Instruction, bool) {
	if _, ok := readDraft(t.pad, instructionKey(t.member, t.provision.ID)); ok {
		return data.Instruction{}, true
	}
	for _, i := range t.room.Desk.Instructions(t.provision.ID) {
		if _, ok := readDraft(t.pad, instructionKey(t.member, i.ID)); ok && slices.Contains(i.Provisions, t.provision.ID) {
			return i, true
		}
	}
	return data.Instruction{}, false
}

// show lists the instructions, or shows the form.
func (t *instructionTab) show() {
	if t.form != nil {
		t.filling.stop()
		t.list.Objects = []fyne.CanvasObject{t.form.object}
		t.list.Refresh()
		return
	}
	loc := t.room.Loc
	var list []func() fyne.CanvasObject
	all := t.room.Desk.Instructions(t.provision.ID)
	today := data.Today()
	slices.SortStableFunc(all, func(a, b data.Instruction) int { return rank(a, today) - rank(b, today) })
	for _, i := range all {
		list = append(list, func() fyne.CanvasObject { return t.card(i, today) })
	}
	if len(all) == 0 {
		list = append(list, func() fyne.CanvasObject { return look.Muted(loc.T("panes.instruction.none")) })
	}
	if t.room.Desk.Me().Role.MayInstruct() {
		list = append(list, func() fyne.CanvasObject {
			return look.Row(look.NewIconButton(look.IconAdd, loc.T("panes.instruction.add"), func() { t.edit(data.Instruction{}) }).Rank(look.Plain))
		})
	}
	t.filling.list(t.list, list)
}

// rank puts instructions in force before those that are not.
func rank(i data.Instruction, today data.Date) int {
	if i.ValidOn(today) {
		return 0
	}
	return 1
}

// card shows one instruction inside a frame with its marking.
func (t *instructionTab) card(i data.Instruction, today data.Date) fyne.CanvasObject {
	loc := t.room.Loc
	reference := look.Wrapped(loc.Isolate(i.Reference))
	reference.Bold = true
	body := look.Stack()
	if i.Reference != "" {
		body.Add(reference)
	}
	source := look.Wrapped(t.source(i))
	validity := look.Wrapped(t.validity(i, today))
	for _, line := range []*look.Text{source, validity} {
		line.Colour, line.Scale = look.ColourMuted, theme.SizeNameCaptionText
		if line.Text != "" {
			body.Add(line)
		}
	}
	if !i.ValidOn(today) {
		validity.Colour, validity.Bold = look.ColourLapsed, true
	}
	body.Add(look.Inset(5, 4, 0, 0, look.Content(i.Text, "")))
	addCarried(body, t.room, data.AnnotationInstruction, i.ID, t.provision.ID)
	if t.room.Desk.Me().Role.MayInstruct() {
		edit := look.NewIconButton(look.IconEdit, "", func() { t.edit(i) }).WithTip(loc.T("panes.instruction.edit"))
		withdraw := look.NewIconButton(look.IconDelete, "", func() { t.withdraw(i.ID) }).WithTip(loc.T("panes.instruction.withdraw"))
		scope := small(t.scope(i.Provisions))
		body.Add(look.Row(scope, look.Space(), edit, withdraw))
	} else {
		body.Add(small(t.scope(i.Provisions)))
	}
	return look.NewFrame(loc.Name("classification", string(i.Classification)), body)
}

// source is who issued an instruction and when.
func (t *instructionTab) source(i data.Instruction) string {
	var parts []string
	if i.Issuer != "" {
		parts = append(parts, t.room.Loc.Isolate(i.Issuer))
	}
	if !i.Date.IsZero() {
		parts = append(parts, day(t.room.Loc, i.Date))
	}
	return strings.Join(parts, " · ")
}

func (t *instructionTab) validity(i data.Instruction, today data.Date) string {
	loc := t.room.Loc
	switch {
	case today.Before(i.Date):
		return loc.T("panes.instruction.from", "date", day(loc, i.Date))
	case i.ValidUntil.IsZero():
		return loc.T("panes.instruction.open-ended")
	case i.ValidOn(today):
		return loc.T("panes.instruction.until", "date", day(loc, i.ValidUntil))
	}
	return loc.T("panes.instruction.expired", "date", day(loc, i.ValidUntil))
}

// scope names what an instruction holds for.
func (t *instructionTab) scope(provisions []data.ID) string {
	loc := t.room.Loc
	if len(provisions) == 0 {
		return loc.T("panes.scope.whole")
	}
	var places []string
	for _, id := range provisions {
		if p, err := t.room.Desk.Provision(id); err == nil {
			places = append(places, loc.Cite(p.Path))
		}
	}
	return loc.T("panes.scope.on", "places", loc.List(places))
}

// edit opens the form; a zero instruction is a new one.
func (t *instructionTab) edit(i data.Instruction) {
	t.form = newInstructionForm(t, i)
	t.show()
	t.scroll.ScrollToTop()
}

func (t *instructionTab) close() {
	t.form = nil
	t.show()
}

// withdraw takes an instruction from view; Undo brings it back.
func (t *instructionTab) withdraw(id data.ID) {
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.DeleteInstruction(ctx, id) }, nil)
}
