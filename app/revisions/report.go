package revisions

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// ShowReport covers the window with the page that writes the report of the day: on
// a revision and the one before it; the zero ID is the current one.
func ShowReport(r *room.Room, revision data.ID) { newReportForm(r, revision).show() }

// reportForm is the page.
type reportForm struct {
	room     *room.Room
	revision data.ID
	page     *page.Page
	langs    map[data.Lang]*look.Check
	variant  *look.Select // for us, or for the outside
	about    *look.Text   // what the variant has in it, and who may see it
	date     *textview.Field
	folder   *textview.Field
	name     *textview.Field
	named    bool // the person gave the name
	made     *look.Text
	make     *look.Button
	counts   *fyne.Container // what will be in it
	facts    *fyne.Container // holds them: in a confidential frame, or for the outside without
}

// variants of the report, in the order in which they are offered.
const (
	forUs = iota
	forOutside
)

func newReportForm(r *room.Room, revision data.ID) *reportForm {
	loc := r.Loc
	f := &reportForm{room: r, revision: revision, langs: map[data.Lang]*look.Check{}, about: look.Wrapped(""), made: look.Wrapped(""), counts: look.Column()}
	for _, lang := range data.Langs {
		f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), func(bool) { f.allow() })
	}
	f.variant = look.NewSelect([]string{loc.T("report.form.internal"), loc.T("report.form.public")}, forUs, func(int) { f.refresh() })
	f.date, f.folder, f.name = textview.NewField(), textview.NewField(), textview.NewField()
	f.date.SetText(data.Today().String())
	f.date.Placeholder = loc.T("papers.date.form")
	f.folder.SetText(page.LastFolder())
	f.name.OnChanged = func(string) { f.named = true }
	f.about.Colour = look.ColourMuted
	f.made.Hide()
	f.make = look.NewPrimary(loc.T("report.form.make"), f.start)
	f.facts = container.NewStack()
	return f
}

// show lays the page out and covers the window with it.
func (f *reportForm) show() {
	loc := f.room.Loc
	langs := look.Column()
	for i := 0; i < len(data.Langs); i += 2 {
		langs.Add(page.Columns([]float32{1, 1}, f.langs[data.Langs[i]], f.langs[data.Langs[i+1]]))
	}
	choose := look.NewIconButton(look.IconOpen, loc.T("papers.choose"), func() { page.ChooseFolder(f.room, f.folder.Text(), f.folder.SetText) }).Rank(look.Plain)
	start := look.Column(
		page.Labelled(loc.T("report.form.variant"), f.variant),
		f.about,
		look.Rule(),
		look.Heading(loc.T("papers.languages")),
		langs,
		look.Rule(),
		page.Columns([]float32{1, 1},
			page.Labelled(loc.T("papers.date"), f.date),
			page.Labelled(loc.T("papers.name"), f.name)),
		page.Labelled(loc.T("papers.folder"), look.Border(nil, nil, nil, choose, look.Inset(0, 0, 0, 6, f.folder))),
		f.made,
	)
	end := look.Border(look.Heading(loc.T("papers.content")), nil, nil, nil, look.Inset(6, 0, 0, 0, f.facts))
	body := page.Halves(look.Inset(10, 10, 14, 8, start), look.Inset(10, 10, 8, 14, end))
	f.page = page.Show(f.room, loc.T("report.form.title"), body, look.Row(look.Space(), f.make))
	for _, e := range []*textview.Field{f.date, f.folder, f.name} {
		e.OnEscaped = f.page.Close
	}
	f.refresh()
}

// order is what the page says now; a wrong date is an error.
func (f *reportForm) order() (reportOrder, error) {
	o := reportOrder{revision: f.revision, internal: f.variant.Chosen() == forUs, folder: f.folder.Text(), name: page.FileName(f.name.Text())}
	for _, lang := range data.Langs {
		if f.langs[lang].Ticked() {
			o.langs = append(o.langs, lang)
		}
	}
	var err error
	o.date, err = data.ParseDate(strings.TrimSpace(f.date.Text()))
	if o.date.IsZero() {
		o.date = data.Today()
	}
	if o.name == "" || o.name == "." {
		o.name = f.usualName()
	}
	return o, err
}

// refresh tells what the chosen variant has in it.
func (f *reportForm) refresh() {
	loc := f.room.Loc
	o, _ := f.order()
	about := "report.form.public.about"
	if o.internal {
		about = "report.form.internal.about"
	}
	f.about.SetText(loc.T(about))
	if !f.named {
		f.name.SetText(f.usualName())
	}
	f.allow()
	counts := page.Scroll(look.Inset(4, 4, 4, 4, f.counts))
	if o.internal {
		counts = look.NewFrame(export.Handling(f.room.Desk.Level(), loc), counts)
	}
	f.facts.Objects = []fyne.CanvasObject{counts}
	f.facts.Refresh()
	var facts []reportFact
	f.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		facts, err = o.facts(ctx, f.room.Desk, loc)
		return err
	}, func() {
		f.counts.Objects = nil
		for _, x := range facts {
			f.counts.Add(page.Columns([]float32{3, 1}, look.Wrapped(x.what), look.Wrapped(x.number)))
		}
		f.counts.Refresh()
	})
}

// allow lets reports be made if a language is ticked.
func (f *reportForm) allow() {
	if o, _ := f.order(); len(o.langs) == 0 {
		f.make.Disable()
	} else {
		f.make.Enable()
	}
}

// start makes the reports.
func (f *reportForm) start() {
	o, err := f.order()
	if err != nil {
		f.room.Fail(err)
		return
	}
	page.MakePapers(f.room, o.folder, f.made, o.langs, page.Making{Work: o.work(f.room.Desk), Name: o.name})
}

// usualName is what reports are called unless the person says otherwise. One for
// us says so already in its name.
func (f *reportForm) usualName() string {
	id := "report.form.file"
	if f.variant.Chosen() == forUs {
		id = "report.form.file.internal"
	}
	name := f.room.Loc.T(id)
	for _, r := range f.room.Desk.Revisions() {
		if r.ID == f.revision && r.Symbol != "" {
			name += "-" + r.Symbol
		}
	}
	return page.FileName(strings.ReplaceAll(name, " ", "-"))
}
