package papers

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
	"travaux/translations"
)

// form is where a paper is ordered.
type form struct {
	room *room.Room
	page *page.Page
	tabs *look.TabBar

	kind  paper.Kind
	kinds *kindList
	asks  *asks
	which *look.Select // of asks

	langs     map[data.Lang]*look.Check
	formats   map[string]*look.Check
	date      *textview.Field
	name      *textview.Field
	draft     *look.Text // which draft it would be, and how its files are called
	template  *look.Select
	templates []data.ID
	archive   *look.Check
	password  *textview.Field
	folder    *page.Folder
	hint      *look.Text
	ready     *look.Text // what is missing that the kind cannot do without
	lacks     *look.Text // what is there in some languages only, and what to look at
	summary   *summary
	content   *contentList
	crossed   *crossedBox
	views     fyne.CanvasObject // summary and content: what our positions give
	made      *look.Text        // where the papers are
	make      *look.Button

	preview *preview
	recent  *recentPapers
	designs *templatesTab
	began   string // the order of the kind as it was shown first
	touched bool   // it was changed since
	filling bool   // the form is being filled: nothing is to be read from it
}

// firstKind is the kind with which the page opens.
const firstKind = "position"

func newForm(r *room.Room) *form {
	loc := r.Loc
	f := &form{room: r, langs: map[data.Lang]*look.Check{}, formats: map[string]*look.Check{}, summary: newSummary(r)}
	f.content = newContentList(r)
	for _, lang := range data.Langs {
		f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), func(bool) { f.refresh() })
	}
	for i, x := range formats.All {
		f.formats[x.ID] = look.NewCheck(x.Name(loc), i == 0, func(bool) { f.refresh() })
	}
	f.date, f.name = textview.NewField(), textview.NewField()
	f.date.SetText(data.Today().String())
	f.date.Placeholder = loc.T("papers.date.form")
	f.date.OnChanged = func(string) { f.refresh() }
	f.name.OnChanged = func(string) { f.refresh() }
	f.template = look.NewSelect(nil, 0, func(int) { f.refresh() })
	f.archive = look.NewCheck(loc.T("papers.archive"), false, func(bool) { f.locked() })
	f.password = textview.NewSecret()
	f.password.Placeholder = loc.T("papers.password.none")
	f.password.OnChanged = func(string) { f.locked() }
	f.draft, f.hint, f.ready, f.lacks, f.made = look.Wrapped(""), look.Wrapped(""), look.Wrapped(""), look.Wrapped(""), look.Wrapped("")
	f.draft.Colour, f.hint.Colour, f.ready.Colour, f.lacks.Colour = look.ColourMuted, look.ColourMuted, look.ColourSubmitted, look.ColourSubmitted
	f.made.Hide()
	f.make = look.NewPrimary(loc.T("papers.make"), func() { f.start(f.folder.Dir()) })
	f.folder = page.NewFolder(r, f.start)
	f.asks = newAsks(r, f.refresh, f.escaped, f.ordered)
	f.which = f.asks.which
	f.kinds = newKindList(r, f.choose)
	f.summary.onChange = f.refresh
	f.crossed = newCrossedBox(f)
	f.preview = newPreview(r, f.previewed)
	f.recent = newRecentPapers(f)
	f.designs = newTemplatesTab(f)
	k, _ := paper.ByID(firstKind)
	f.fill(k, f.ordered(k.ID))
	return f
}

func (f *form) escaped() {
	if f.page != nil {
		f.page.Close()
	}
}

// orderKey is under what is kept what was typed for a kind of paper.
func orderKey(kind string) string { return "papers.order/" + kind }

// ordered is the order of a kind as it was left; the usual one where it never was.
func (f *form) ordered(kind string) data.PaperOrder {
	o := paper.Suggest(f.room.Desk, kind)
	o.Template = usualTemplate(f.room)
	if text, ok := f.summary.keep.Read(orderKey(kind)); ok {
		_ = json.Unmarshal([]byte(text), &o) // what another version kept is begun anew
	}
	o.Kind, o.ApprovedOnly, o.Date = kind, true, data.Date{} // what is not approved is asked for each time
	for i := range o.Bound {
		b, _ := paper.ByID(o.Bound[i].Kind)
		o.Bound[i].ApprovedOnly = b.Heeds(paper.AskApproved)
	}
	k, _ := paper.ByID(kind)
	trimmed(k, &o)
	return o
}

// note keeps what was typed. An order with which a kind begins is not kept: it is what
// is most useful now, and another day that is another one.
func (f *form) note(o data.PaperOrder) {
	text, err := json.Marshal(o)
	if err != nil {
		f.room.Fail(err)
		return
	}
	if f.began == "" {
		f.began = string(text)
	}
	if f.touched = f.touched || f.began != string(text); f.touched {
		f.summary.keep.Note(orderKey(o.Kind), string(text))
	}
}

// forget keeps no more what was typed: it has become a paper, and can be had back from
// there.
func (f *form) forget() {
	f.summary.keep.Drop(orderKey(f.kind.ID))
	f.began, f.touched = "", false
}

// choose shows the form of another kind.
func (f *form) choose(k paper.Kind) {
	if k.ID != f.kind.ID {
		f.made.Hide()
		f.fill(k, f.ordered(k.ID))
	}
}

// fill shows an order.
func (f *form) fill(k paper.Kind, o data.PaperOrder) {
	loc := f.room.Loc
	f.filling = true
	f.kind, f.began, f.touched = k, "", false
	f.kinds.mark(k.ID)
	f.hint.SetText(k.Hint(loc))
	f.name.SetText(f.usualName())
	f.asks.set(k, o)
	f.asks.lay(k)
	f.fillTemplates(o.Template)
	positions := k.Heeds(paper.AskApproved)
	look.SetShown(f.content.object, positions)
	if f.views != nil {
		look.SetShown(f.views, positions)
	}
	f.filling = false
	f.refresh()
}

// fillTemplates offers the templates, one of them chosen.
func (f *form) fillTemplates(chosen data.ID) {
	f.templates = []data.ID{{}}
	names := []string{f.room.Loc.T("papers.template.none")}
	for _, t := range f.room.Desk.Templates().All() {
		f.templates = append(f.templates, t.ID)
		names = append(names, t.Name)
	}
	f.template.SetOptions(names, max(slices.Index(f.templates, chosen), 0))
}

// usualTemplate is that by which papers are made unless another is chosen.
func usualTemplate(r *room.Room) data.ID {
	for _, t := range r.Desk.Templates().All() {
		if t.Usual {
			return t.ID
		}
	}
	return data.ID{}
}

// chosenTemplate is the template that is chosen; zero: none.
func (f *form) chosenTemplate() data.ID {
	if i := f.template.Chosen(); i > 0 && i < len(f.templates) {
		return f.templates[i]
	}
	return data.ID{}
}

// formatOrder are the ids of the formats as they are offered.
func (f *form) formatOrder() (ids []string) {
	for _, x := range formats.All {
		ids = append(ids, x.ID)
	}
	return ids
}

// order is what the page says now; a wrong date is an error.
func (f *form) order() (order, error) {
	o := order{paper: data.PaperOrder{Kind: f.kind.ID}, folder: f.folder.Dir(), name: page.FileName(f.name.Text())}
	f.asks.read(f.kind, &o.paper)
	o.paper.Template = f.chosenTemplate()
	for _, lang := range data.Langs {
		if f.langs[lang].Ticked() {
			o.langs = append(o.langs, lang)
		}
	}
	for _, x := range formats.All {
		if f.formats[x.ID].Ticked() {
			o.formats = append(o.formats, x)
		}
	}
	o.how = export.FileOptions{Archive: f.archive.Ticked(), Password: f.password.Text()}
	var err error
	o.paper.Date, err = data.ParseDate(strings.TrimSpace(f.date.Text()))
	if o.paper.Date.IsZero() {
		o.paper.Date = data.Today()
	}
	if o.name == "" || o.name == "." {
		o.name = f.usualName()
	}
	return o, err
}

// previewed is what the preview shows.
func (f *form) previewed() (data.PaperOrder, *data.Template) {
	o, _ := f.order()
	return o.paper, nil
}

// locked lets a file be for archives or locked, not both.
func (f *form) locked() {
	f.password.Disable()
	if !f.archive.Ticked() {
		f.password.Enable()
	}
	f.archive.Enable()
	if f.password.Text() != "" {
		f.archive.Disable()
	}
}

// usualName is what papers of the kind are called unless the person says otherwise.
func (f *form) usualName() string {
	name := f.kind.Name(f.room.Loc)
	if f.kind.ID == firstKind {
		name = f.room.Loc.T("papers.file")
	}
	if t, err := f.room.Desk.Current(); err == nil && t.Revision.Symbol != "" {
		name += "-" + t.Revision.Symbol
	}
	return page.FileName(strings.ReplaceAll(name, " ", "-"))
}
