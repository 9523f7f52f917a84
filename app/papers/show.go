package papers

import (
	"context"
	"strings"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// Show covers the window with the page.
func Show(r *room.Room) { newForm(r).show() }

// form is the page.
type form struct {
	room    *room.Room
	page    *page.Page
	langs   map[data.Lang]*look.Check
	which   *look.Select // approved positions only, or all
	date    *textview.Field
	archive *look.Check
	folder  *textview.Field
	name    *textview.Field
	summary *summary
	content *contentList
	crossed *crossedBox
	made    *look.Text // where the papers are
	make    *look.Button
}

func newForm(r *room.Room) *form {
	loc := r.Loc
	f := &form{room: r, langs: map[data.Lang]*look.Check{}, summary: newSummary(r), content: newContentList(r)}
	for _, lang := range data.Langs {
		f.langs[lang] = look.NewCheck(translations.Endonym(string(lang)), string(lang) == loc.Lang(), func(bool) { f.refresh() })
	}
	f.which = look.NewSelect([]string{loc.T("papers.which.approved"), loc.T("papers.which.all")}, 0, func(int) { f.refresh() })
	f.date, f.folder, f.name = textview.NewField(), textview.NewField(), textview.NewField()
	f.date.SetText(data.Today().String())
	f.date.Placeholder = loc.T("papers.date.form")
	f.archive = look.NewCheck(loc.T("papers.archive"), false, nil)
	f.folder.SetText(page.LastFolder())
	f.name.SetText(f.usualName())
	f.made = look.Wrapped("")
	f.made.Hide()
	f.make = look.NewPrimary(loc.T("papers.make"), f.start)
	f.summary.onChange = f.refresh
	f.crossed = newCrossedBox(f)
	return f
}

// show lays the page out and covers the window with it.
func (f *form) show() {
	loc := f.room.Loc
	langs := look.Column()
	for i := 0; i < len(data.Langs); i += 2 {
		langs.Add(page.Columns([]float32{1, 1}, f.langs[data.Langs[i]], f.langs[data.Langs[i+1]]))
	}
	note := look.Wrapped(loc.T("papers.languages.note"))
	note.Colour = look.ColourMuted
	choose := look.NewIconButton(look.IconOpen, loc.T("papers.choose"), func() { page.ChooseFolder(f.room, f.folder.Text(), f.folder.SetText) }).Rank(look.Plain)
	start := look.Column(
		look.Heading(loc.T("papers.languages")),
		langs,
		note,
		look.Rule(),
		page.Labelled(loc.T("papers.which"), f.which),
		page.Columns([]float32{1, 1},
			page.Labelled(loc.T("papers.date"), f.date),
			page.Labelled(loc.T("papers.name"), f.name)),
		page.Labelled(loc.T("papers.folder"), look.Border(nil, nil, nil, choose, look.Inset(0, 0, 0, 6, f.folder))),
		f.archive,
		f.crossed.Object,
		f.made,
	)
	views := look.Column(look.Heading(loc.T("papers.summary")), f.summary.tabs)
	end := look.Border(views, nil, nil, nil, f.content.object)
	body := page.Halves(look.Inset(10, 10, 14, 8, start), look.Inset(10, 10, 8, 14, end))
	f.page = page.Show(f.room, loc.T("papers.title"), body, look.Row(f.content.count, look.Space(), f.make))
	f.page.MayClose = func() bool {
		f.summary.save(nil)
		return true
	}
	for _, e := range f.fields() {
		e.OnEscaped = f.page.Close
	}
	f.refresh()
}

func (f *form) fields() []*textview.Editor {
	all := []*textview.Editor{&f.date.Editor, &f.folder.Editor, &f.name.Editor, f.crossed.Reason}
	for _, e := range f.summary.editors {
		all = append(all, e)
	}
	return all
}

// order is what the page says now; a wrong date is an error.
func (f *form) order() (order, error) {
	o := order{approved: f.which.Chosen() == 0, archive: f.archive.Ticked(), folder: f.folder.Text(), name: page.FileName(f.name.Text()), cite: f.room.Loc.Cite}
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
		o.name = page.FileName(f.usualName())
	}
	return o, err
}

// refresh lists what will be in the papers.
func (f *form) refresh() {
	o, _ := f.order()
	list, err := entries(f.room.Desk, o)
	if err != nil {
		f.room.Fail(err)
	}
	f.content.set(list, o, f.summary)
	if refused := f.crossed.refresh(o); refused || len(list) == 0 {
		f.make.Disable()
	} else {
		f.make.Enable()
	}
}

// start makes the papers.
func (f *form) start() {
	o, err := f.order()
	if err != nil {
		f.room.Fail(err)
		return
	}
	f.summary.save(func() {
		var paths []string
		f.room.Run(func(ctx context.Context, progress data.Progress) (err error) {
			paths, err = o.make(ctx, f.room.Desk, progress)
			return err
		}, func() {
			page.RememberFolder(o.folder)
			page.TellMade(f.room, f.made, paths)
		})
	})
}

// usualName is what papers are called unless the person says otherwise.
func (f *form) usualName() string {
	name := f.room.Loc.T("papers.file")
	if t, err := f.room.Desk.Current(); err == nil && t.Revision.Symbol != "" {
		name += "-" + t.Revision.Symbol
	}
	return page.FileName(strings.ReplaceAll(name, " ", "-"))
}
