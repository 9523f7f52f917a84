package revisions

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/docx"
	"travaux/export/paper"
	"travaux/export/pdf"
	"travaux/translations"
)

// paperForm is a form in which a comparison is saved.
type paperForm struct {
	words  string // catalogue id
	format export.Format
	table  bool // the table; else the running redline
}

var paperForms = []paperForm{
	{"revisions.save.word", docx.Format, false},
	{"revisions.save.table", pdf.Format, true},
	{"revisions.save.redline", pdf.Format, false},
	{"revisions.save.word-table", docx.Format, true},
}

// saving writes the comparison that the page shows to files: a panel under the
// head, which a button opens.
type saving struct {
	room   *room.Room
	head   *head
	button *look.Button
	object *fyne.Container
	form   *look.Select
	whole  *look.Check
	noted  *look.Check
	folder *textview.Field
	made   *look.Text
	save   *look.Button
	resize func() // the page is laid out anew
}

func newSaving(r *room.Room, h *head) *saving {
	loc := r.Loc
	s := &saving{room: r, head: h, folder: textview.NewField(), made: look.Wrapped("")}
	s.button = look.NewIconButton(look.IconExport, withKey(loc, loc.T("revisions.save"), string(saveKey)), s.toggle).Rank(look.Plain)
	var forms []string
	for _, f := range paperForms {
		forms = append(forms, loc.T(f.words))
	}
	s.form = look.NewSelect(forms, 0, func(int) { s.fit() })
	s.whole = look.NewCheck(loc.T("revisions.save.whole"), false, nil)
	s.noted = look.NewCheck(loc.T("revisions.save.noted"), false, nil)
	s.folder.OnEscaped = s.toggle
	s.folder.OnSubmitted = func(string) { s.start() }
	choose := look.NewIconButton(look.IconOpen, loc.T("papers.choose"), func() { page.ChooseFolder(r, s.folder.Text(), s.folder.SetText) }).Rank(look.Plain)
	s.save = look.NewPrimary(loc.T("revisions.save.now"), s.start)
	s.made.Hide()
	s.object = look.Inset(8, 4, 0, 0, look.Column(
		page.Columns([]float32{1, 1},
			page.Labelled(loc.T("revisions.save.form"), s.form),
			page.Labelled(loc.T("papers.folder"), look.Border(nil, nil, nil, choose, look.Inset(0, 0, 0, 6, s.folder)))),
		look.Row(s.whole, look.Inset(0, 0, 12, 0, s.noted), look.Space(), s.save),
		s.made,
	))
	s.object.Hide()
	return s
}

// toggle opens the panel, or closes it.
func (s *saving) toggle() {
	if s.object.Visible() {
		s.object.Hide()
	} else {
		s.folder.SetText(page.LastFolder())
		s.made.Hide()
		s.object.Show()
		s.fit()
		look.Focus(s.room.Window.Canvas(), s.form)
	}
	if s.resize != nil {
		s.resize()
	}
}

// fit offers what the chosen form can have.
func (s *saving) fit() {
	table := paperForms[s.form.Chosen()].table
	look.SetShown(s.whole, table)
	look.SetShown(s.noted, table)
	s.object.Refresh()
}

// start writes the file.
func (s *saving) start() {
	o := saveOrder{
		form: paperForms[s.form.Chosen()], old: s.head.earlier(), new: s.head.later(), lang: s.room.Selection.Lang(),
		folder: s.folder.Text(), day: data.Today(),
	}
	if o.form.table {
		o.whole, o.noted = s.whole.Ticked(), s.noted.Ticked()
	}
	page.HandOverMade(s.room, o.folder, s.made, func(ctx context.Context, progress data.Progress) ([]paper.Made, error) {
		return o.make(ctx, s.room.Desk, progress)
	}, func() {
		s.object.Refresh()
		if s.resize != nil {
			s.resize()
		}
	})
}

// saveOrder is what is to be saved.
type saveOrder struct {
	form         paperForm
	old, new     data.ID
	lang         data.Lang
	whole, noted bool
	folder       string
	day          data.Date
}

// make makes the file. One without notes gives nothing away, and is read back and
// refused if it does; one with notes says on every page that it is confidential.
func (o saveOrder) make(ctx context.Context, d *desk.Desk, progress data.Progress) ([]paper.Made, error) {
	c, err := d.Compare(ctx, o.old, o.new, o.lang)
	if err != nil {
		return nil, err
	}
	doc := o.document(d, c, translations.New(string(c.Lang)))
	w := paper.Work{Kind: paper.Compared, Date: o.day, Ours: o.noted, Document: func(context.Context, data.Lang) (export.Document, error) { return doc, nil }}
	m, err := page.Making{Work: w, Name: page.FileName(strings.ReplaceAll(doc.Title, " ", "-")), Formats: []export.Format{o.form.format}}.Made(ctx, d, []data.Lang{c.Lang}, progress)
	return []paper.Made{m}, err
}

func (o saveOrder) document(d *desk.Desk, c *desk.Compared, loc *translations.Localizer) export.Document {
	x := export.Comparison{
		Comparison: c.Comparison, Lang: c.Lang, OldNames: citations(c.Old, c.OldIDs, loc), NewNames: citations(c.New, c.NewIDs, loc),
		OldIssue: issueOf(c.Old.Revision, loc), NewIssue: issueOf(c.New.Revision, loc), Date: o.day,
	}
	if !o.form.table {
		if o.form.format.ID == pdf.Format.ID {
			return export.RedlinePaper(x, loc)
		}
		return export.RedlineText(x, loc)
	}
	if o.noted {
		x.Notes = notesOf(d, c, loc)
	}
	doc := export.ComparisonPaper(x, export.TableOptions{Whole: o.whole}, loc)
	if o.noted {
		doc.Marking = export.Handling(d.Level(), loc)
	}
	return doc
}

// citations are how the language cites all paragraphs of a version.
func citations(t *desk.Text, ids []data.ID, loc *translations.Localizer) []string {
	out := make([]string, len(ids))
	for i := range ids {
		out[i] = cited(t, ids, []int{i}, loc)
	}
	return out
}

// issueOf names a revision by its symbol, else by what sort of text it is.
func issueOf(r data.Revision, loc *translations.Localizer) export.Issue {
	name := r.Symbol
	if name == "" {
		name = loc.Name("revision-kind", string(r.Kind))
	}
	return export.Issue{Name: name, Date: r.Date}
}

// notesOf writes, for every pair, our position, what capital instructed and
// what we remarked.
func notesOf(d *desk.Desk, c *desk.Compared, loc *translations.Localizer) []string {
	out := make([]string, len(c.Pairs))
	for i, p := range c.Pairs {
		var lines []string
		seen := map[data.ID]bool{}
		for _, id := range append(idsOf(c.NewIDs, p.New), idsOf(c.OldIDs, p.Old)...) {
			if !seen[id] {
				seen[id] = true
				lines = append(lines, notesOn(d, id, loc)...)
			}
		}
		out[i] = strings.Join(lines, "\n")
	}
	return out
}

func notesOn(d *desk.Desk, provision data.ID, loc *translations.Localizer) (lines []string) {
	if s := d.Position(provision).Stance; s != data.StanceNone {
		lines = append(lines, loc.T("revisions.save.position", "stance", loc.Name("stance", string(s))))
	}
	for _, in := range d.Instructions(provision) {
		lines = append(lines, loc.T("revisions.save.instruction", "text", export.Portioned(d.Marking(), in.Classification, in.Text, loc)))
	}
	for _, t := range d.Comments(provision) {
		if !t.Resolved && t.Text != "" {
			lines = append(lines, t.Text)
		}
	}
	return lines
}
