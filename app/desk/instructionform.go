package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
)

// instructionForm records or corrects one instruction. Until then all that it
// says is on the pad, as one draft.
type instructionForm struct {
	tab       *instructionTab
	start     data.Instruction
	key       string           // of the draft
	before    instructionDraft // what it said when nobody had typed
	reference *textview.Field
	issuer    *textview.Field
	date      *textview.Field
	until     *textview.Field
	text      *textview.Editor
	level     *look.Select
	scope     *look.Select
	scopes    [][]data.ID
	object    fyne.CanvasObject
}

func newInstructionForm(t *instructionTab, i data.Instruction) *instructionForm {
	f := &instructionForm{
		tab: t, start: i, key: instructionKey(t.member, t.provision.ID), text: textview.NewEditor(),
		reference: textview.NewField(), issuer: textview.NewField(), date: textview.NewField(), until: textview.NewField(),
	}
	if i.ID.IsZero() {
		i.Date, i.Classification, i.Provisions = data.Today(), data.Confidential, []data.ID{t.provision.ID}
	} else {
		f.key = instructionKey(t.member, i.ID)
	}
	f.before = draftOf(i)
	says, begun := readDraft(t.pad, f.key)
	if !begun {
		says = f.before
	}
	f.fill(says)
	f.build()
	return f
}

// fill makes the fields say what the draft says.
func (f *instructionForm) fill(x instructionDraft) {
	f.text.MinRows, f.text.MaxRows = 5, 16
	f.date.Placeholder, f.until.Placeholder = f.tab.room.Loc.T("panes.date.form"), f.tab.room.Loc.T("panes.date.form")
	for e, text := range map[*textview.Editor]string{
		&f.reference.Editor: x.Reference, &f.issuer.Editor: x.Issuer, &f.date.Editor: x.Date, &f.until.Editor: x.Until, f.text: x.Text,
	} {
		e.SetText(text)
		e.OnChanged = func(string) { f.note() }
	}
	f.level = look.NewSelect(f.levels(), max(slices.Index(data.Classifications, x.Classification), 0), func(int) { f.note() })
	f.makeScopes(x.scope())
}

// says is what stands in the fields.
func (f *instructionForm) says() instructionDraft {
	x := instructionDraft{
		Reference: f.reference.Text(), Issuer: f.issuer.Text(), Date: f.date.Text(), Until: f.until.Text(), Text: f.text.Text(),
		Classification: data.Classifications[max(f.level.Chosen(), 0)],
	}
	return x.on(f.scopes[max(f.scope.Chosen(), 0)])
}

// note keeps the draft; one that says nothing new is none.
func (f *instructionForm) note() {
	if now := f.says().String(); now != f.before.String() {
		f.tab.pad.note(f.key, now)
	} else {
		f.forget()
	}
}

func (f *instructionForm) forget() {
	text, _ := f.tab.pad.read(f.key)
	if err := f.tab.pad.drop(f.key, text); err != nil {
		f.tab.room.Fail(err)
	}
	f.tab.pad.tell()
}

func (f *instructionForm) levels() []string {
	names := make([]string, len(data.Classifications))
	for i, c := range data.Classifications {
		names[i] = f.tab.room.Loc.Name("classification", string(c))
	}
	return names
}

// makeScopes offers this provision, its article and the whole text; and, where
// the instruction is to have yet another scope, that one.
func (f *instructionForm) makeScopes(wanted []data.ID) {
	loc, p := f.tab.room.Loc, f.tab.provision
	names := []string{loc.Cite(p.Path)}
	f.scopes = [][]data.ID{{p.ID}}
	if article, ok := f.article(p); ok {
		names = append(names, loc.Cite(article.Path))
		f.scopes = append(f.scopes, []data.ID{article.ID})
	}
	names = append(names, loc.T("panes.scope.whole"))
	f.scopes = append(f.scopes, nil)
	chosen := slices.IndexFunc(f.scopes, func(s []data.ID) bool { return slices.Equal(s, wanted) })
	if chosen < 0 {
		chosen = len(f.scopes)
		names, f.scopes = append(names, f.tab.scope(wanted)), append(f.scopes, wanted)
	}
	f.scope = look.NewSelect(names, chosen, func(int) { f.note() })
}

// article is the article that a provision stands in, not itself.
func (f *instructionForm) article(p data.Provision) (data.Provision, bool) {
	for !p.Parent.IsZero() {
		up, err := f.tab.room.Desk.Provision(p.Parent)
		if err != nil {
			break
		}
		if p = up; p.Kind == data.KindArticle {
			return p, true
		}
	}
	return data.Provision{}, false
}

func (f *instructionForm) build() {
	loc := f.tab.room.Loc
	ids := []string{
		"panes.instruction.reference", "panes.instruction.issuer", "panes.instruction.date",
		"panes.instruction.valid-until", "panes.instruction.classification", "panes.instruction.scope",
	}
	fields := []fyne.CanvasObject{f.reference, f.issuer, f.date, f.until, f.level, f.scope}
	width := float32(0)
	labels := make([]*look.Text, len(ids))
	for i, id := range ids {
		labels[i] = look.Muted(loc.T(id))
		width = max(width, labels[i].MinSize().Width)
	}
	column := look.Column()
	for i := range fields {
		column.Add(look.FormRow(width, labels[i], fields[i]))
	}
	column.Add(f.text)
	column.Add(look.Row(
		look.Space(), look.NewButton(loc.T("panes.cancel"), f.cancel),
		look.NewPrimary(loc.T("panes.instruction.record"), f.record),
	))
	f.object = look.NewFrame(loc.T("panes.internal"), column)
}

// record makes the instruction an act and goes back to the list.
func (f *instructionForm) record() {
	i, err := f.read()
	if err != nil {
		f.tab.room.Fail(err)
		return
	}
	sent := f.says().String()
	f.tab.room.Act(func(ctx context.Context) error {
		if _, err := f.tab.room.Desk.SetInstruction(ctx, i); err != nil {
			return err
		}
		return f.tab.pad.drop(f.key, sent)
	}, func() { f.gone() })
}

// read takes the instruction from the fields.
func (f *instructionForm) read() (i data.Instruction, err error) {
	i = f.start
	if i.Date, err = data.ParseDate(f.date.Text()); err != nil {
		return i, err
	}
	if i.ValidUntil, err = data.ParseDate(f.until.Text()); err != nil {
		return i, err
	}
	i.Reference, i.Issuer, i.Text = f.reference.Text(), f.issuer.Text(), f.text.Text()
	i.Classification = data.Classifications[max(f.level.Chosen(), 0)]
	i.Provisions = f.scopes[max(f.scope.Chosen(), 0)]
	return i, nil
}

// cancel goes back to the list and forgets what was typed.
func (f *instructionForm) cancel() {
	f.forget()
	f.gone()
}

func (f *instructionForm) gone() {
	if f.tab.form == f {
		f.tab.close()
	}
}
