package desk

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
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
	now       func() time.Time
}

func newInstructionTab(r *room.Room, pad *pad) *instructionTab {
	t := &instructionTab{room: r, pad: pad, list: look.Column(), filling: portions{post: pad.onWindow}, now: time.Now}
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
	all := t.room.Desk.InstructionsAt(t.provision.ID, t.now())
	for _, i := range all {
		list = append(list, func() fyne.CanvasObject { return t.card(i) })
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

// card shows one instruction.
func (t *instructionTab) card(i work.Instructed) fyne.CanvasObject {
	carried := look.Stack()
	addCarried(carried, t.room, data.AnnotationInstruction, i.ID, t.provision.ID)
	return mandate.Card(t.room, i, mandate.Acts{
		Edit: func() { t.edit(i.Instruction) }, Withdraw: func() { t.withdraw(i.ID) }, More: carried,
	})
}

// acknowledge says that the member has read the first of the instructions on the
// provision that he was still to read.
func (t *instructionTab) acknowledge() {
	for _, i := range t.room.Desk.InstructionsAt(t.provision.ID, t.now()) {
		if i.Await {
			mandate.Acknowledge(t.room, i.ID)
			return
		}
	}
	t.room.Toast(t.room.Loc.T("instructions.read.none"))
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
