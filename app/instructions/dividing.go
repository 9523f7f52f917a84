package instructions

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/mandate"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// dividing is the page on which a cable is divided: its text at the start, what
// stands at the head of its instructions and the parts at the end.
type dividing struct {
	room *room.Room
	keep *page.Keep
	work *work
	page *page.Page

	text   *cableText
	fields *mandate.Fields
	lang   *look.Select
	parts  *fyne.Container
	all    *look.Button // takes all that is proposed
	mark   *look.Button // makes a part of the selection
	record *look.Button
	count  *look.Text
	at     int // the part that is shown in the text; -1 none
	closed bool
}

func showDividing(r *room.Room, w *work, keep *page.Keep) *dividing {
	loc := r.Loc
	d := &dividing{room: r, keep: keep, work: w, text: newCableText(w), parts: look.Column(), count: look.Ellipsis(""), at: -1}
	d.count.Colour = look.ColourMuted
	d.fields = mandate.NewFields(r, w.Head, d.typed)
	var names []string
	for _, lang := range data.Langs {
		names = append(names, translations.Endonym(string(lang)))
	}
	d.lang = look.NewSelect(names, slices.Index(data.Langs, w.Lang), func(i int) { d.speak(data.Langs[i]) })
	d.all = look.NewButton("", d.takeAll)
	d.mark = look.NewButton(keyed(r, "instructions.cable.mark", "M"), d.markSelected)
	d.record = look.NewPrimary("", d.store)
	d.text.OnSelected = d.selected
	d.text.OnChosen = d.pressed

	start := look.Border(look.Inset(6, 6, 12, 10, look.Border(nil, nil, nil, d.lang, look.Muted(loc.T("instructions.cable.language")))), nil, nil, nil,
		look.Ground(look.ColourPaper, look.Inset(4, 4, 8, 4, d.text)))
	head := mandate.FormRows(d.fields.Rows()...)
	end := look.Column(look.NewFrame(loc.T("panes.internal"), head), look.Heading(loc.T("instructions.cable.parts")), d.parts)
	body := look.NewSplit(look.NewFrame(loc.T("panes.internal"), start), container.NewVScroll(look.Inset(8, 12, 12, 14, end)), 0.55)
	discard := look.NewButton(loc.T("instructions.cable.discard"), d.discard)
	d.page = page.Show(r, loc.T("instructions.cable.title"), body, look.Border(nil, nil, nil, look.Row(discard, d.mark, d.all, d.record), d.count))
	d.page.OnKey = d.key
	d.text.OnKey = func(e *fyne.KeyEvent, with fyne.KeyModifier) bool { return with == 0 && d.key(look.KeyName(e)) }
	for _, e := range d.fields.Editors() {
		e.OnEscaped = d.page.Close
	}
	d.show()
	d.selected()
	d.note()
	look.Focus(r.Window.Canvas(), d.text)
	return d
}

// note keeps the work as far as it can be kept.
func (d *dividing) note() {
	if d.closed {
		return
	}
	if kept := d.work.String(); page.Fits(kept) {
		d.keep.Note(workKey, kept)
	}
}

func (d *dividing) typed() {
	if d.fields != nil {
		d.work.Head = d.fields.Says()
		d.note()
	}
}

// show shows the parts and what can be done.
func (d *dividing) show() {
	loc := d.room.Loc
	d.parts.Objects = nil
	for i := range d.work.Parts {
		d.parts.Add(newPartView(d, i))
	}
	if len(d.work.Parts) == 0 {
		none := look.Wrapped(loc.T("instructions.cable.none"))
		none.Colour = look.ColourMuted
		d.parts.Add(none)
	}
	taken := d.work.taken()
	proposed := len(d.work.Parts) - taken
	d.all.SetWords(loc.T("revisions.keyed", "words", loc.N("instructions.cable.all.n", proposed), "key", "A"))
	look.SetShown(d.all, proposed > 0)
	d.record.SetWords(loc.N("instructions.cable.record", taken))
	if taken > 0 {
		d.record.Enable()
	} else {
		d.record.Disable()
	}
	d.count.SetText(d.work.Name)
	d.text.show(d.work, d.at)
	d.parts.Refresh()
}

// selected offers to make a part of the words that are selected.
func (d *dividing) selected() {
	if _, _, ok := d.text.runes(); ok {
		d.mark.Enable()
	} else {
		d.mark.Disable()
	}
}

// pressed shows the part that a person pressed in the text.
func (d *dividing) pressed(id string) {
	start, end := d.text.line(id)
	at := slices.IndexFunc(d.work.Parts, func(p part) bool { return p.Start < end && start < p.End })
	if at >= 0 && at != d.at {
		d.at = at
		d.show()
	}
}

func (d *dividing) markSelected() {
	start, end, ok := d.text.runes()
	if !ok {
		return
	}
	if at := d.work.mark(d.room.Desk, start, end); at >= 0 {
		d.at = at
		d.note()
		d.show()
	}
}

func (d *dividing) takeAll() {
	d.work.takeAll()
	d.note()
	d.show()
}

// speak reads the cable as one in another language.
func (d *dividing) speak(lang data.Lang) {
	d.work.Lang, d.at = lang, -1
	d.work.propose(d.room.Desk)
	d.note()
	d.show()
}

// alter changes a part.
func (d *dividing) alter(i int, change func(p *part)) {
	change(&d.work.Parts[i])
	d.at = i
	d.note()
	d.show()
}

func (d *dividing) remove(i int) {
	d.work.Parts = slices.Delete(d.work.Parts, i, i+1)
	d.at = -1
	d.note()
	d.show()
}

// store records the instructions as one act, and shows them.
func (d *dividing) store() {
	n := d.work.taken()
	d.room.Act(func(ctx context.Context) error { return d.work.record(ctx, d.room.Desk) }, func() {
		d.forget()
		d.page.Leave()
		d.room.Toast(d.room.Loc.N("instructions.cable.recorded", n))
	})
}

// discard forgets the cable.
func (d *dividing) discard() {
	d.forget()
	d.page.Leave()
}

func (d *dividing) forget() {
	d.closed = true
	d.keep.Drop(workKey)
}

func (d *dividing) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyM:
		d.markSelected()
	case fyne.KeyA:
		d.takeAll()
	default:
		return false
	}
	return true
}
