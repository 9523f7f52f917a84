package revisions

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/docx"
	"travaux/export/pdf"
	"travaux/translations"
)

// paperForm is a form in which a comparison is saved.
type paperForm struct {
	words  string // catalogue id
	ending string
	table  bool // the table; else the running redline
}

var paperForms = []paperForm{
	{"revisions.save.word", ".docx", false},
	{"revisions.save.table", ".pdf", true},
	{"revisions.save.redline", ".pdf", false},
	{"revisions.save.word-table", ".docx", true},
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
		folder: s.folder.Text(), day: time.Now(),
	}
	if o.form.table {
		o.whole, o.noted = s.whole.Ticked(), s.noted.Ticked()
	}
	var path string
	s.room.Run(func(ctx context.Context, _ data.Progress) (err error) {
		path, err = o.write(ctx, s.room.Desk)
		return err
	}, func() {
		page.RememberFolder(o.folder)
		s.made.SetText(s.room.Loc.T("revisions.saved", "name", s.room.Loc.Isolate(path)))
		s.made.Show()
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
	day          time.Time
}

// write makes the file and puts it into the folder. One without notes gives
// nothing away, and is read back and refused if it does; one with notes says on
// every page that it is confidential.
func (o saveOrder) write(ctx context.Context, d *desk.Desk) (string, error) {
	c, err := d.Compare(ctx, o.old, o.new, o.lang)
	if err != nil {
		return "", err
	}
	loc := translations.New(string(c.Lang))
	doc := o.document(d, c, loc)
	secrets := d.Secrets()
	if o.noted {
		secrets = nil
	}
	var file []byte
	if o.form.ending == ".pdf" {
		file, err = pdf.Checked(ctx, doc, pdf.Options{}, secrets)
	} else {
		file, err = docx.Checked(ctx, doc, docx.Options{Date: o.day}, secrets)
	}
	if err != nil {
		return "", err
	}
	name := strings.ReplaceAll(doc.Title, " ", "-")
	return page.WriteFile(o.folder, page.FileName(name), o.form.ending, file)
}

func (o saveOrder) document(d *desk.Desk, c *desk.Compared, loc *translations.Localizer) export.Document {
	paper := export.Comparison{
		Comparison: c.Comparison, Lang: c.Lang, OldNames: citations(c.Old, c.OldIDs, loc), NewNames: citations(c.New, c.NewIDs, loc),
		OldIssue: issueOf(c.Old.Revision, loc), NewIssue: issueOf(c.New.Revision, loc), Date: data.DateOf(o.day),
	}
	if !o.form.table {
		if o.form.ending == ".pdf" {
			return export.RedlinePaper(paper, loc)
		}
		return export.RedlineText(paper, loc)
	}
	if o.noted {
		paper.Notes = notesOf(d, c, loc)
	}
	doc := export.ComparisonPaper(paper, export.TableOptions{Whole: o.whole}, loc)
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
