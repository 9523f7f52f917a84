package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/redline"
	"travaux/translations/typeset"
)

// drafting is the editor in the text in which a proposal of ours is written: on
// the words of a provision, or for a new one beside it.
type drafting struct {
	reader    *Reader
	column    int
	provision data.ID // of an addition, its neighbour
	adds      bool
	before    bool
	lang      data.Lang
	base      string // the text as issued
	began     string // what the editor began with
	label     *textview.Field
	editor    *textview.Editor
	redline   *pages.Passage
	says      *look.Text
	object    fyne.CanvasObject
}

// canPropose reports whether the selected provision is shown in the current
// column, so that words can be proposed for it.
func (v *Reader) canPropose() bool {
	return v.hasText() && v.column(v.current()).shown[v.room.Selection.Provision().String()] != nil
}

// proposeHere opens the editor on the selected provision.
func (v *Reader) proposeHere() {
	id := v.room.Selection.Provision()
	s := v.column(v.current()).shown[id.String()]
	switch {
	case s == nil:
	case s.heading || s.source == "":
		v.room.Toast(v.room.Loc.T("reader.propose.heading"))
	default:
		v.draft(&drafting{provision: id, lang: s.lang, base: s.source})
	}
}

// proposeBeside opens the editor for a new provision next to the selected one.
func (v *Reader) proposeBeside(before bool) {
	id := v.room.Selection.Provision()
	if s := v.column(v.current()).shown[id.String()]; s != nil {
		v.draft(&drafting{provision: id, lang: s.lang, base: s.source, adds: true, before: before})
	}
}

// draft opens an editor; one that was open is closed, and what was typed there
// is kept.
func (v *Reader) draft(d *drafting) {
	if v.drafting != nil {
		v.drafting.close()
	}
	d.reader, d.column = v, v.current()
	d.build()
	if !v.columns.Document(d.column).Edit(d.provision.String(), textview.InPlace{Editor: d.editor, Around: d.object, Instead: !d.adds}) {
		return
	}
	v.drafting = d
	d.show()
}

func (d *drafting) build() {
	loc := d.reader.room.Loc
	d.editor, d.redline, d.says = textview.NewEditor(), pages.NewPassage("", "", d.lang), look.Ellipsis("")
	d.editor.Lang, d.editor.Family, d.editor.MinRows = string(d.lang), typeset.Serif, 1
	d.says.Colour = look.ColourMuted
	d.began = d.start()
	text, typed := d.reader.pad.read(d.key())
	if !typed {
		text = d.began
	}
	d.editor.SetText(text)
	d.editor.OnChanged = func(text string) {
		d.reader.pad.note(d.key(), text)
		d.show()
	}
	d.editor.OnSubmitted = func(string) { d.save() }
	d.editor.OnEscaped = d.escape
	save := look.NewPrimary(loc.T("reader.propose.save"), d.save).WithTip(loc.T("reader.propose.save.tip"))
	cancel := look.NewButton(loc.T("panes.cancel"), d.cancel).WithTip(loc.T("reader.propose.cancel.tip"))
	column := look.Column()
	if d.adds {
		d.label = textview.NewField()
		d.label.Lang = string(d.lang)
		label, typed := d.reader.pad.read(d.labelKey())
		if !typed {
			label = d.suggested()
		}
		d.label.SetText(label)
		d.label.OnChanged = func(text string) { d.reader.pad.note(d.labelKey(), text) }
		d.label.OnEscaped, d.label.OnSubmitted = d.escape, func(string) { d.editor.Focus() }
		column.Add(look.FormRow(look.Muted(loc.T("reader.propose.label")).MinSize().Width+4, look.Muted(loc.T("reader.propose.label")), d.label))
	}
	column.Add(d.editor)
	column.Add(d.redline)
	column.Add(look.Row(d.says, look.Space(), cancel, save))
	d.object = column
}

// key names what is typed on the pad.
func (d *drafting) key() string {
	return draftKey(d.reader.room.Desk.Me().ID, d.provision, d.place(), d.lang)
}

func (d *drafting) labelKey() string { return d.key() + "/label" }

// draftPlaces tell the words of a provision from those before and after it.
var draftPlaces = [...]string{"here", "before", "after"}

func (d *drafting) place() string {
	switch {
	case !d.adds:
		return draftPlaces[0]
	case d.before:
		return draftPlaces[1]
	}
	return draftPlaces[2]
}

// start is what the editor begins with: our proposal, or the wording of our
// position, or the text as issued.
func (d *drafting) start() string {
	if d.adds {
		return ""
	}
	desk := d.reader.room.Desk
	if p, ok := d.ours(); ok && p.Kind == data.ProposalModify && p.Wording[d.lang] != "" {
		return p.Wording[d.lang]
	}
	if words := desk.Position(d.provision).Wording[d.lang]; words != "" {
		return words
	}
	return d.base
}

// ours is our standing proposal on the words of the provision.
func (d *drafting) ours() (data.Proposal, bool) {
	for _, p := range d.reader.room.Desk.Proposals(d.provision) {
		if p.Ours && !p.Withdrawn && p.On.IsZero() && (p.Kind == data.ProposalModify || p.Kind == data.ProposalSuppress) {
			return p, true
		}
	}
	return data.Proposal{}, false
}

// show brings redline and sentence up to date with what is typed.
func (d *drafting) show() {
	loc, text := d.reader.room.Loc, trimmed(d.editor.Text())
	changed := !d.adds && text != d.base && text != ""
	if changed {
		d.redline.SetEdits(excerpt(redline.Words(d.base, text)), d.lang)
	}
	look.SetShown(d.redline, changed)
	id := "reader.propose.modifies"
	switch {
	case d.adds:
		id = "reader.propose.adds"
	case text == "":
		id = "reader.propose.deletes"
	case text == d.base:
		id = "reader.propose.same"
	}
	d.says.SetText(loc.T(id))
	d.object.Refresh()
}

// excerptContext is how many runes around a change a redline of what is being
// typed shows: the words themselves stand above it.
const excerptContext = 90

// excerpt is a difference without most of what stays between its changes.
func excerpt(edits []redline.Edit) []redline.Edit {
	var out []redline.Edit
	for i, e := range edits {
		if e.Kind == redline.Keep {
			e.Text = shortened(e.Text, i > 0, i < len(edits)-1)
		}
		out = append(out, e)
	}
	return out
}

// shortened leaves of a text what is near the changes before and after it.
func shortened(text string, after, before bool) string {
	runes := []rune(text)
	head, tail := 0, 0
	if after {
		head = excerptContext
	}
	if before {
		tail = excerptContext
	}
	if len(runes) <= head+tail+excerptContext/2 {
		return text
	}
	return string(runes[:head]) + "…" + string(runes[len(runes)-tail:])
}

// save makes a proposal of ours of what is typed, or puts it in the place of the
// one we have.
func (d *drafting) save() {
	text := trimmed(d.editor.Text())
	p := data.Proposal{Provision: d.provision, Kind: data.ProposalModify, Ours: true, Wording: data.Words{d.lang: text}}
	switch {
	case d.adds && text == "":
		d.refuse("reader.propose.empty")
		return
	case d.adds:
		p.Kind, p.Before, p.Label = data.ProposalAdd, d.before, d.label.Text()
	case text == d.base:
		d.refuse("reader.propose.unchanged")
		return
	case text == "":
		p.Kind, p.Wording = data.ProposalSuppress, nil
	}
	d.write(p, d.editor.Text())
}

func (d *drafting) refuse(id string) {
	d.says.Colour = look.ColourReturned
	d.says.SetText(d.reader.room.Loc.T(id))
	d.editor.Focus()
}

// write records the proposal and then shows it.
func (d *drafting) write(p data.Proposal, typed string) {
	v := d.reader
	d.editor.Disable()
	old, has := d.ours()
	has = has && !d.adds
	v.room.Act(func(ctx context.Context) (err error) {
		if has {
			_, err = v.room.Desk.ChangeProposal(ctx, old.ID, func(now *data.Proposal) { amend(now, p, d.lang) })
		} else {
			_, err = v.room.Desk.Propose(ctx, p)
		}
		if err != nil {
			d.failed()
			return err
		}
		return d.forget(typed)
	}, func() {
		d.close()
		v.lookAt(d.column, func(c *Column) {
			if (c.View == AsIssued || c.View == Since) && c.Proposal.IsZero() {
				c.View = WithOurs
			}
		})
	})
}

// failed lets one go on typing after an act that could not be taken.
func (d *drafting) failed() { d.reader.pad.post(d.editor.Enable) }

// amend puts other words into a proposal, in one language.
func amend(now *data.Proposal, p data.Proposal, lang data.Lang) {
	if now.Kind = p.Kind; p.Kind == data.ProposalSuppress {
		now.Wording = nil
		return
	}
	if now.Wording == nil {
		now.Wording = data.Words{}
	}
	now.Wording[lang] = p.Wording[lang]
}

// forget takes what was typed off the pad.
func (d *drafting) forget(typed string) error {
	if err := d.reader.pad.drop(d.key(), typed); err != nil || d.label == nil {
		return err
	}
	return d.reader.pad.drop(d.labelKey(), d.label.Text())
}

// cancel closes the editor and forgets what was typed.
func (d *drafting) cancel() {
	if err := d.forget(d.editor.Text()); err != nil {
		d.reader.room.Fail(err)
	}
	d.close()
}

// escape closes the editor. What was typed is kept for the next time.
func (d *drafting) escape() {
	if trimmed(d.editor.Text()) == d.began {
		d.cancel()
		return
	}
	d.reader.room.Toast(d.reader.room.Loc.T("reader.propose.kept"))
	d.close()
}

// fits reports whether a page still shows the words that are written over. If not
// the editor is closed; what was typed is kept.
func (d *drafting) fits(p page) bool {
	if p.text == nil || d.column >= len(p.columns) || len(p.columns) != d.reader.columns.Count() {
		return false
	}
	s := p.columns[d.column].shown[d.provision.String()]
	return s != nil && s.lang == d.lang && s.source == d.base
}

func (d *drafting) close() {
	v := d.reader
	if v.drafting == d {
		v.drafting = nil
	}
	v.columns.Document(d.column).EndEdit()
}

// proposeCommands write proposals into the text.
func (v *Reader) proposeCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuWork, Title: "reader.propose", Shortcut: ctrl(fyne.KeyE), Enabled: v.canPropose, Do: v.proposeHere, Icon: look.IconEdit, After: true},
		{Menu: room.MenuWork, Title: "reader.propose.after", Shortcut: ctrl(fyne.KeyE, fyne.KeyModifierShift), Enabled: v.canPropose, Do: func() { v.proposeBeside(false) }},
		{Menu: room.MenuWork, Title: "reader.propose.before", Enabled: v.canPropose, Do: func() { v.proposeBeside(true) }},
	}
}
