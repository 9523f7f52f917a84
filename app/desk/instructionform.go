package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
)

// instructionForm records or corrects one instruction.
type instructionForm struct {
	tab       *instructionTab
	start     data.Instruction
	at        data.ID // the provision it was opened on
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
		tab: t, start: i, at: t.provision.ID, text: textview.NewEditor(),
		reference: textview.NewField(), issuer: textview.NewField(), date: textview.NewField(), until: textview.NewField(),
	}
	if i.ID.IsZero() {
		i.Date, i.Classification = data.Today(), data.Confidential
	}
	f.text.MinRows, f.text.MaxRows = 5, 16
	f.date.Placeholder, f.until.Placeholder = t.room.Loc.T("panes.date.form"), t.room.Loc.T("panes.date.form")
	for name, field := range f.texts() {
		f.bind(name, field, map[string]string{
			"reference": i.Reference, "issuer": i.Issuer, "date": i.Date.String(), "until": i.ValidUntil.String(), "text": i.Text,
		}[name])
	}
	f.level = look.NewSelect(f.levels(), max(indexOf(data.Classifications, i.Classification), 0), nil)
	f.makeScopes(i)
	f.build()
	return f
}

// texts are the fields in which one types, by their names in the pad.
func (f *instructionForm) texts() map[string]*textview.Editor {
	return map[string]*textview.Editor{
		"reference": &f.reference.Editor, "issuer": &f.issuer.Editor, "date": &f.date.Editor,
		"until": &f.until.Editor, "text": f.text,
	}
}

func instructionKey(i data.Instruction, at data.ID, field string) string {
	if !i.ID.IsZero() {
		at = i.ID
	}
	return "instruction/" + at.String() + "/" + field
}

// unsent reports whether an instruction was begun and never recorded.
func unsent(p *pad, i data.Instruction, at data.ID) bool {
	text, ok := p.read(instructionKey(i, at, "text"))
	return ok && text != ""
}

// bind fills a field, with what was typed there before if that was not sent.
func (f *instructionForm) bind(name string, e *textview.Editor, value string) {
	key := instructionKey(f.start, f.at, name)
	if kept, ok := f.tab.pad.read(key); ok {
		value = kept
	}
	e.SetText(value)
	e.OnChanged = func(text string) { f.tab.pad.note(key, text) }
}

func (f *instructionForm) levels() []string {
	names := make([]string, len(data.Classifications))
	for i, c := range data.Classifications {
		names[i] = f.tab.room.Loc.Name("classification", string(c))
	}
	return names
}

// makeScopes offers this provision, its article and the whole text; and, for an
// instruction that has yet another scope, that one.
func (f *instructionForm) makeScopes(i data.Instruction) {
	loc, p := f.tab.room.Loc, f.tab.provision
	names := []string{loc.Cite(p.Path)}
	f.scopes = [][]data.ID{{p.ID}}
	if article, ok := f.article(p); ok {
		names = append(names, loc.Cite(article.Path))
		f.scopes = append(f.scopes, []data.ID{article.ID})
	}
	names = append(names, loc.T("panes.scope.whole"))
	f.scopes = append(f.scopes, nil)
	chosen := 0
	if !i.ID.IsZero() {
		chosen = -1
		for k, s := range f.scopes {
			if len(s) == len(i.Provisions) && (len(s) == 0 || s[0] == i.Provisions[0]) {
				chosen = k
			}
		}
		if chosen < 0 {
			names, f.scopes = append(names, f.tab.scope(i)), append(f.scopes, i.Provisions)
			chosen = len(f.scopes) - 1
		}
	}
	f.scope = look.NewSelect(names, chosen, nil)
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
	sent := map[string]string{}
	for name, e := range f.texts() {
		sent[instructionKey(f.start, f.at, name)] = e.Text()
	}
	f.tab.room.Act(func(ctx context.Context) error {
		if _, err := f.tab.room.Desk.SetInstruction(ctx, i); err != nil {
			return err
		}
		return f.forget(sent)
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

func (f *instructionForm) forget(sent map[string]string) error {
	for key, text := range sent {
		if err := f.tab.pad.drop(key, text); err != nil {
			return err
		}
	}
	return nil
}

// cancel goes back to the list and forgets what was typed.
func (f *instructionForm) cancel() {
	for name := range f.texts() {
		key := instructionKey(f.start, f.at, name)
		text, _ := f.tab.pad.read(key)
		if err := f.tab.pad.drop(key, text); err != nil {
			f.tab.room.Fail(err)
		}
	}
	f.gone()
}

func (f *instructionForm) gone() {
	if f.tab.form == f {
		f.tab.close()
	}
}

func indexOf[T comparable](list []T, value T) int {
	for i, v := range list {
		if v == value {
			return i
		}
	}
	return -1
}
