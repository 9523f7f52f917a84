package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text/bracket"
)

// livingBox is what the delegation can live with of a provision, inside a frame:
// the sentence that now reads can be taken into it.
type livingBox struct {
	box    *bracketBox
	pad    *pad
	list   *fyne.Container
	remark *textview.Field
	save   *look.Button
	taking *fyne.Container // remark and save
	object *look.Frame

	provision data.ID
	member    data.ID
}

func newLivingBox(b *bracketBox, pad *pad) *livingBox {
	l := &livingBox{box: b, pad: pad, list: look.Column(), remark: textview.NewField()}
	loc := b.room.Loc
	l.remark.Placeholder = loc.T("panels.living.remark")
	l.remark.OnChanged = func(text string) { l.pad.note(l.key(), text) }
	l.remark.OnSubmitted = func(string) { l.take() }
	l.save = look.NewButton(loc.T("panels.living.take"), l.take)
	l.taking = look.Column(l.remark, look.Row(look.Space(), l.save))
	l.object = look.NewFrame(loc.T("panels.living.title"), look.Column(l.list, l.taking))
	return l
}

func (l *livingBox) key() string { return livingKey(l.member, l.provision) }

func (l *livingBox) load(provision data.ID) {
	me := l.box.room.Desk.Me().ID
	fresh := provision != l.provision || me != l.member
	l.provision, l.member = provision, me
	if text, _ := l.pad.read(l.key()); fresh || text != l.remark.Text() {
		refill(&l.remark.Editor, text)
	}
}

// set lists what was saved, newest first.
func (l *livingBox) set(saved []data.LiveWith) {
	look.SetShown(l.taking, len(l.box.text.reading.Brackets) > 0)
	l.list.Objects = nil
	for i, x := range saved {
		if i > 0 {
			l.list.Add(look.Rule())
		}
		l.list.Add(l.entry(x))
	}
}

// entry is one saved sentence: what, who, when, on what condition.
func (l *livingBox) entry(x data.LiveWith) fyne.CanvasObject {
	r, loc := l.box.room, l.box.room.Loc
	out := look.Stack()
	if x.Sentence == "" {
		out.Add(look.Muted(loc.T("panels.proposal.nothing-left")))
	} else {
		out.Add(pages.NewPassage(x.Sentence, x.Sentence, x.Lang))
	}
	if x.Remark != "" {
		out.Add(look.Content(x.Remark, ""))
	}
	same := x.Lang == l.box.text.lang && x.Base == l.box.text.source
	if l.changed(x) {
		out.Add(warning(loc.T("panels.living.changed")))
	}
	who := small(memberName(r, x.Author) + " · " + loc.Time(x.Time))
	row := look.Row(who, look.Space())
	if same {
		row.Add(look.NewIconButton(look.IconShow, "", func() { l.again(x) }).WithTip(loc.T("panels.living.again")))
	}
	row.Add(look.NewIconButton(look.IconDelete, "", func() { l.remove(x.ID) }).WithTip(loc.T("panels.living.delete")))
	out.Add(row)
	return out
}

// changed reports whether the text reads otherwise now than when the sentence
// was made from it.
func (l *livingBox) changed(x data.LiveWith) bool {
	p, err := l.box.room.Desk.Provision(x.Provision)
	if err != nil {
		return true
	}
	r := p.Text[x.Lang]
	return x.Base != r.Text && (r.Text != "" || x.Base != r.Heading)
}

// take saves the sentence that now reads.
func (l *livingBox) take() {
	b, remark, key := l.box, l.remark.Text(), l.key()
	x := data.LiveWith{
		Provision: l.provision, Lang: b.text.lang, Base: b.text.source,
		Kept: b.text.surviving(b.choice.Choice), Sentence: b.sentence, Remark: remark,
	}
	b.room.Act(func(ctx context.Context) error {
		if _, err := b.room.Desk.SetLiveWith(ctx, x); err != nil {
			return err
		}
		return l.pad.drop(key, remark)
	}, nil)
}

// again ticks the brackets that were kept then.
func (l *livingBox) again(x data.LiveWith) {
	keep := map[int]bool{}
	for _, i := range x.Kept {
		keep[i] = true
	}
	l.box.choice.Choice = bracket.Choice{Keep: keep, Part: map[int]int{}}
	l.box.resolve()
}

func (l *livingBox) remove(id data.ID) {
	l.box.room.Act(func(ctx context.Context) error { return l.box.room.Desk.DeleteLiveWith(ctx, id) }, nil)
}
