package matrix

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
)

// issueForm is the tab in which issues are made, named anew, given other provisions
// and deleted. What is typed is kept until it becomes an act.
type issueForm struct {
	page   *Page
	keep   *page.Keep
	issues []data.Issue
	chosen data.ID // zero: one that is not made yet

	list          *look.List
	none, about   *look.Text
	title, places *textview.Field
	remove        *look.Button
	object        fyne.CanvasObject
}

func newIssueForm(p *Page) *issueForm {
	loc := p.room.Loc
	f := &issueForm{page: p, title: textview.NewField(), places: textview.NewField(), none: look.Wrapped(loc.T("matrix.issue.none")), about: look.Wrapped("")}
	f.keep = page.NewKeep(p.room.Desk, func(err error) { fyne.Do(func() { p.room.Fail(err) }) })
	f.none.Colour, f.about.Colour = look.ColourMuted, look.ColourMuted
	f.list = look.NewList(func() int { return len(f.issues) },
		func() fyne.CanvasObject { return look.Inset(4, 4, 10, 8, look.Ellipsis("X")) },
		func(i int, o fyne.CanvasObject) {
			o.(*fyne.Container).Objects[0].(*look.Text).SetText(f.issues[i].Title)
		},
		func(i int) { f.load(f.issues[i].ID) })
	f.list.OnOpen = func(int) { p.page.Focus(f.title) }
	f.title.Placeholder, f.places.Placeholder = loc.T("matrix.issue.title.placeholder"), loc.T("matrix.issue.places.placeholder")
	f.title.OnChanged = func(typed string) { f.keep.Note(f.key("title"), typed) }
	f.places.OnChanged = func(typed string) { f.keep.Note(f.key("places"), typed) }
	for _, x := range f.fields() {
		x.OnSubmitted = func(string) { f.save() }
		x.OnEscaped = func() { p.page.Focus(f.list) }
	}
	f.remove = look.NewButton(loc.T("matrix.issue.delete"), f.delete).Rank(look.Quiet)
	begin := look.NewIconButton(look.IconAdd, loc.T("matrix.issue.new"), func() { f.load(data.ID{}); p.page.Focus(f.title) }).Rank(look.Quiet)
	form := look.Inset(10, 10, 14, 14, look.Column(
		f.about,
		page.Labelled(loc.T("matrix.issue.title"), f.title),
		page.Labelled(loc.T("matrix.issue.places"), f.places),
		look.Row(f.remove, look.Space(), look.NewPrimary(loc.T("matrix.issue.save"), f.save)),
	))
	start := look.Border(look.Inset(6, 4, 8, 8, look.Column(look.Row(begin, look.Space()), f.none)), nil, nil, nil, look.Ground(look.ColourPaper, f.list))
	f.object = look.NewSplit(start, page.Scroll(form), 0.4)
	return f
}

func (f *issueForm) fields() []*textview.Field { return []*textview.Field{f.title, f.places} }

// key is under what a field of the form is kept.
func (f *issueForm) key(field string) string {
	which := "new"
	if !f.chosen.IsZero() {
		which = f.chosen.String()
	}
	return "issue/" + which + "/" + field
}

// refresh lists the issues as they are now.
func (f *issueForm) refresh() {
	f.issues = f.page.room.Desk.Issues()
	look.SetShown(f.none, len(f.issues) == 0)
	f.list.Refresh()
	f.load(f.chosen)
}

// load shows an issue as it was being changed; with a zero ID, the one that was
// begun and not made.
func (f *issueForm) load(id data.ID) {
	at := slices.IndexFunc(f.issues, func(x data.Issue) bool { return x.ID == id })
	var x data.Issue
	about := "matrix.issue.about.new"
	if at >= 0 {
		x, about = f.issues[at], "matrix.issue.about"
	}
	f.chosen = x.ID
	f.list.Mark(at)
	f.about.SetText(f.page.room.Loc.T(about))
	f.show(f.title, "title", x.Title)
	f.show(f.places, "places", f.written(x))
	look.SetShown(f.remove, at >= 0)
}

// show puts into a field what was typed there, else what is on the desk. The caret
// stays where nothing changes.
func (f *issueForm) show(x *textview.Field, name, stored string) {
	typed, unsent := f.keep.Read(f.key(name))
	if !unsent {
		typed = stored
	}
	if x.Text() != typed {
		x.SetText(typed)
	}
}

// written are the provisions of an issue as they are typed.
func (f *issueForm) written(x data.Issue) string {
	if t, err := f.page.room.Desk.Current(); err == nil {
		return t.WriteOrder(x.Provisions)
	}
	return ""
}

// read is the issue as it stands in the form. Provisions that were not touched stay,
// with those that the text lacks now.
func (f *issueForm) read() (data.Issue, error) {
	x, _ := f.page.room.Desk.Issue(f.chosen)
	x.ID, x.Title = f.chosen, f.title.Text()
	typed := strings.TrimSpace(f.places.Text())
	if typed == f.written(x) {
		return x, nil
	}
	t, err := f.page.room.Desk.Current()
	switch {
	case data.CodeOf(err) == desk.CodeNoText && typed == "":
		return x, nil
	case err != nil:
		return x, err
	}
	x.Provisions, err = t.ReadOrder(typed)
	return x, err
}

// save makes what is typed an act.
func (f *issueForm) save() {
	x, err := f.read()
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	keys := []string{f.key("title"), f.key("places")}
	f.page.room.Act(func(ctx context.Context) (err error) {
		if x, err = f.page.room.Desk.SetIssue(ctx, x); err == nil {
			f.drop(keys)
		}
		return err
	}, func() {
		f.chosen = x.ID
		f.page.Refresh()
	})
}

// delete takes the chosen issue away; undoing brings it back.
func (f *issueForm) delete() {
	id, keys := f.chosen, []string{f.key("title"), f.key("places")}
	f.page.room.Act(func(ctx context.Context) error {
		err := f.page.room.Desk.DeleteIssue(ctx, id)
		if err == nil {
			f.drop(keys)
		}
		return err
	}, f.page.Refresh)
}

func (f *issueForm) drop(keys []string) {
	for _, key := range keys {
		f.keep.Drop(key)
	}
}
