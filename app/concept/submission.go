package concept

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/akn"
	"travaux/export/docx"
	"travaux/export/paper"
	"travaux/export/pdf"
	"travaux/translations"
)

// submission makes the package with which the current text is handed in: the draft in
// the languages that are ticked as PDF, Word and Akoma Ntoso, the table of sources, and
// a letter or a note verbale for circulation.
type submission struct {
	room     *room.Room
	langs    []*look.Check // in the order of data.Langs
	forms    []*look.Check // in the order of parts
	note     *look.Select
	to       *look.Select
	signed   *textview.Field
	capacity *textview.Field
	says     *look.Text
	make     *look.Button
	made     *look.Text
	object   fyne.CanvasObject
}

// parts are what a package may hold, by their catalogue ids.
var parts = []string{"submission.part.pdf", "submission.part.docx", "submission.part.akn", "submission.part.sources", "submission.part.letter"}

// Parts.
const (
	partPDF = iota
	partWord
	partAKN
	partSources
	partLetter
)

// draftFormats are those of the parts that are the draft.
var draftFormats = []export.Format{partPDF: pdf.Format, partWord: docx.Format, partAKN: akn.Format}

func newSubmission(r *room.Room) *submission {
	x := &submission{room: r, says: look.Wrapped(""), made: look.Wrapped(""), signed: textview.NewField(), capacity: textview.NewField()}
	loc := r.Loc
	x.made.Hide()
	langs, forms := look.Flow(), look.Column()
	for _, l := range data.Langs {
		c := look.NewCheck(translations.Endonym(string(l)), string(l) == loc.Lang(), func(bool) {})
		x.langs = append(x.langs, c)
		langs.Add(c)
	}
	for _, id := range parts {
		c := look.NewCheck(loc.T(id), true, func(bool) {})
		x.forms = append(x.forms, c)
		forms.Add(c)
	}
	x.note = look.NewSelect([]string{loc.T("submission.note"), loc.T("submission.letter")}, 0, func(int) { x.tell() })
	var who []string
	for _, a := range export.Addressees {
		who = append(who, loc.Name("addressee", a))
	}
	x.to = look.NewSelect(who, 0, func(int) {})
	x.signed.Placeholder, x.capacity.Placeholder = loc.T("submission.signed.name"), loc.T("submission.signed.capacity")
	folder := page.NewFolder(r, x.into)
	x.make = look.NewPrimary(loc.T("submission.make"), folder.Make)
	x.object = page.Scroll(look.Inset(8, 12, 12, 12, look.Column(
		x.says, page.Labelled(loc.T("concept.draft.languages"), langs), page.Labelled(loc.T("submission.parts"), forms),
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("submission.kind"), x.note), page.Labelled(loc.T("submission.addressee"), x.to)),
		page.Columns([]float32{1, 1}, x.signed, x.capacity),
		folder.Object, look.Row(look.Space(), x.make), x.made)))
	return x
}

// tell says what would be handed in.
func (x *submission) tell() {
	loc := x.room.Loc
	t, err := x.room.Desk.Current()
	look.SetShown(x.make, err == nil)
	letter := x.note.Chosen() == 1
	look.SetShown(x.signed, letter)
	look.SetShown(x.capacity, letter)
	if err != nil {
		x.says.SetText(loc.T("concept.table.no-text"))
		return
	}
	name := t.Revision.Symbol
	if name == "" {
		name = loc.Name("revision-kind", string(t.Revision.Kind))
	}
	x.says.SetText(loc.T("submission.of", "symbol", loc.Isolate(name)))
	for i, l := range data.Langs {
		look.SetShown(x.langs[i], slices.Contains(t.Revision.Langs(), l))
	}
	x.object.Refresh()
}

// order is a package as it was ordered.
type order struct {
	langs    []data.Lang
	parts    []bool
	note     bool
	to       string
	signed   string
	capacity string
}

func (x *submission) order() order {
	o := order{note: x.note.Chosen() != 1, to: export.Addressees[max(x.to.Chosen(), 0)], signed: x.signed.Text(), capacity: x.capacity.Text()}
	for i, l := range data.Langs {
		if x.langs[i].Visible() && x.langs[i].Ticked() {
			o.langs = append(o.langs, l)
		}
	}
	for _, c := range x.forms {
		o.parts = append(o.parts, c.Ticked())
	}
	return o
}

// into makes the package in a folder.
func (x *submission) into(dir string) {
	o := x.order()
	if len(o.langs) == 0 {
		x.room.Toast(x.room.Loc.T("concept.draft.no-language"))
		return
	}
	all, err := o.makings(x.room.Desk)
	if err != nil {
		x.room.Fail(err)
		return
	}
	page.MakePapers(x.room, dir, x.made, o.langs, all...)
}

// makings are the papers of the package.
func (o order) makings(d *desk.Desk) (all []page.Making, err error) {
	t, err := d.Current()
	if err != nil {
		return nil, err
	}
	add := func(kind paper.Elsewhere, name string, document func(export.DraftText, *translations.Localizer) export.Document, in ...export.Format) {
		w := paper.Work{Kind: kind, Date: data.Today(), Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
			loc := translations.New(string(lang))
			return document(draftText(d, t, lang, loc), loc), nil
		}}
		all = append(all, page.Making{Work: w, Name: name, Formats: in})
	}
	var in []export.Format
	for part, f := range draftFormats {
		if o.parts[part] {
			in = append(in, f)
		}
	}
	if len(in) > 0 {
		add(paper.Draft, "draft", export.DraftPaper, in...)
	}
	if o.parts[partSources] {
		add(paper.Sources, "sources", export.SourcesPaper)
	}
	if o.parts[partLetter] {
		add(paper.Circulation, "circulation", func(text export.DraftText, loc *translations.Localizer) export.Document {
			return export.CirculationPaper(export.Circulation{DraftText: text, Note: o.note, Addressee: o.to, Signed: o.signed, Capacity: o.capacity, Annexes: o.langs}, loc)
		})
	}
	return all, nil
}

// draftText is the current text as it is handed in, in a language.
func draftText(d *desk.Desk, t *desk.Text, lang data.Lang, loc *translations.Localizer) export.DraftText {
	n := d.Negotiation()
	state := n.StateName.In(lang)
	if state == "" {
		state = states.Name(n.State, lang)
	}
	out := export.DraftText{
		Lang: lang, Title: n.Title.In(lang), Symbol: t.Revision.Symbol, Date: data.Today(), State: state,
		Body: n.Body.In(lang), Session: n.Session.In(lang), AgendaItem: n.AgendaItem.In(lang),
	}
	of := func(id data.ID) (all []data.SourceRef) {
		for _, s := range d.Sourcings().On(id) {
			all = append(all, s.Sources...)
		}
		return all
	}
	rests := map[data.ID][]data.SourceRef{}
	for _, u := range units(t, of) {
		rests[u.provision.ID] = u.all
	}
	for _, p := range t.Provisions {
		r, ok := p.Text[lang]
		if !ok {
			continue
		}
		l := export.DraftLine{ID: p.ID, Path: p.Path, Kind: p.Kind, Depth: p.Depth, Label: r.Label, Heading: r.Heading, Text: r.Text}
		for _, s := range rests[p.ID] {
			symbol, title := s.Symbol, ""
			if w, ok := d.Work(s.Work); ok {
				symbol, title = w.Symbol, w.Title.In(lang)
			}
			l.Sources = append(l.Sources, export.DraftSource{Cite: loc.CiteWork(loc.Isolate(symbol), title, s.Pointer, true), Quote: s.Quote})
		}
		out.Lines = append(out.Lines, l)
	}
	return out
}
