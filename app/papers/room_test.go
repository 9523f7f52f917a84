package papers

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
)

func TestEveryKindOfPaperHasAForm(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	for _, k := range paper.Kinds {
		f.choose(k)
		o, _ := f.order()
		if o.paper.Kind != k.ID || f.make.Disabled() != (paper.Ready(o.paper) != nil) && !k.Heeds(paper.AskApproved) {
			t.Errorf("%s: %+v", k.ID, o.paper)
		}
		if f.views.Visible() != k.Heeds(paper.AskApproved) || f.ready.Visible() != (paper.Ready(o.paper) != nil) {
			t.Errorf("%s: what is shown is not what it asks", k.ID)
		}
	}
	if len(b.Errors) > 0 {
		t.Error(b.Errors)
	}
}

// TestWhatIsWrittenForAKindIsKept until it is written otherwise, also over a crash; that
// what is not approved was let out is asked again.
func TestWhatIsWrittenForAKindIsKept(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	k, _ := paper.ByID("non-paper")
	f.choose(k)
	f.asks.words.editors[data.French].Insert("Une proposition discrète.")
	position, _ := paper.ByID(firstKind)
	f.choose(position)
	f.which.Choose(1)
	f.refresh()
	f.choose(k)
	if got := f.asks.words.words()[data.French]; got != "Une proposition discrète." {
		t.Errorf("%q", got)
	}
	f.summary.keep.Wait()
	again := newForm(b.Room)
	if again.ordered(k.ID).Words[data.French] == "" || again.which.Chosen() != 0 {
		t.Error("it does not outlive the program, or a paper of all positions is offered unasked")
	}
}

func TestSeveralFormatsAreOneDraft(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.name.SetText("paper")
	f.formats["docx"].SetTicked(true)
	test.Tap(f.make)
	test.Tap(f.make)
	want := []string{"paper-draft-2-en.docx", "paper-draft-2-en.pdf", "paper-en.docx", "paper-en.pdf"}
	if got := files(t, folder); !slices.Equal(got, want) || len(b.Errors) > 0 {
		t.Fatalf("made %v, errors %v", got, b.Errors)
	}
	all := b.Desk.Papers().All()
	if len(all) != 2 || all[1].Draft != 2 || all[1].SeriesID() != all[0].ID || len(all[1].Files) != 2 || all[1].Files[0].Name != "paper-draft-2-en.pdf" {
		t.Fatalf("noted %+v", all)
	}
	lines, err := b.Desk.Audit(desk.AuditFilter{})
	roomtest.Must(t, err)
	if last := lines[len(lines)-1]; last.What != "event.paper" || !strings.Contains(last.After, "paper-draft-2-en.docx") || !strings.Contains(last.After, "SHA-256") {
		t.Errorf("the log says %+v", last)
	}
	if !strings.Contains(f.draft.Text, "paper-draft-3-en.pdf") {
		t.Errorf("offered next: %q", f.draft.Text)
	}
}

func TestRecentPapersAreMadeAgain(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.name.SetText("otters")
	f.which.Choose(1)
	test.Tap(f.make)
	f.name.SetText("other")
	f.which.Choose(0)
	f.refresh()
	if len(f.recent.all) != 1 {
		t.Fatalf("listed %+v", f.recent.all)
	}
	f.recent.again()
	if o, _ := f.order(); o.name != "otters" || o.paper.ApprovedOnly || f.tabs.Chosen() != tabOrder {
		t.Errorf("restored %+v", o)
	}
	f.recent.inAll() // the French lacks an article
	if got := files(t, folder); len(got) != 1 || !f.langs[data.Russian].Ticked() || len(b.Toasts) == 0 {
		t.Errorf("made %v, toasts %v", got, b.Toasts)
	}
	f.recent.certify()
	if got := b.Certified(t, folder); !slices.Contains(got, "otters-certificate-en.pdf") || len(b.Errors) > 0 {
		t.Errorf("made %v, errors %v", got, b.Errors)
	}
	if x, _ := f.recent.chosen(); len(f.recent.all) != 2 || x.Name != "otters" || !f.recent.made.Visible() {
		t.Errorf("listed %+v, chosen %+v", f.recent.all, x)
	}
}

// TestPapersOfOtherPagesAreListed by their own names: they are made again where they were
// made, and their certificate is made here.
func TestPapersOfOtherPagesAreListed(t *testing.T) {
	for _, lang := range data.Langs {
		b := negotiated(t, string(lang))
		dir := t.TempDir()
		for _, k := range paper.Pages {
			m := page.Making{Work: paper.Work{Kind: k, Document: func(_ context.Context, l data.Lang) (export.Document, error) {
				return export.Document{Lang: l, Title: k.ID, Blocks: []export.Block{export.Title{Text: k.ID}}}, nil
			}}, Name: k.ID}
			page.MakePapers(b.Room, dir, look.Wrapped(""), []data.Lang{lang}, m)
		}
		f, _ := shown(t, b)
		b.Certified(t, dir)
		if len(f.recent.all) != len(paper.Pages) {
			t.Fatalf("%s: %d are listed: %v", lang, len(f.recent.all), b.Errors)
		}
		for i, x := range f.recent.all {
			f.recent.list.Mark(i)
			f.recent.show()
			row := page.NewTwoLines()
			f.recent.tell(row, x)
			k, _ := paper.OfPage(x.Order.Kind)
			if !b.Loc.Has(k.Name) || !strings.HasPrefix(row.State.Text, b.Loc.T(k.Name)) || k.Page != "" && !b.Loc.Has(k.Page) {
				t.Errorf("%s: %s is listed as %q", lang, k.ID, row.State.Text)
			}
			if f.recent.orders[0].Visible() || f.recent.itself.Visible() == (k.Page == "") {
				t.Errorf("%s: %s is offered to be made of an order", lang, k.ID)
			}
		}
		f.recent.list.Mark(slices.IndexFunc(f.recent.all, func(x data.Paper) bool { return x.Order.Kind == paper.Coverage.ID }))
		f.recent.certify()
		if got := b.Certified(t, dir); len(got) != len(paper.Pages)+1 {
			t.Errorf("%s: %q, %v", lang, got, b.Errors)
		}
		f.recent.inAll()
		f.recent.again()
		if f.page.Shown() || !slices.Equal(b.Opened, []string{paper.Coverage.Page}) || len(b.Errors) > 0 {
			t.Errorf("%s: opened %q, %v", lang, b.Opened, b.Errors)
		}
	}
}

// TestWhatBecameOfAFileIsSaid by its digest, not by its date.
func TestWhatBecameOfAFileIsSaid(t *testing.T) {
	b := negotiated(t, "en")
	f, folder := shown(t, b)
	f.name.SetText("otters")
	test.Tap(f.make)
	c := b.Desk.Papers().All()[0].Files[0]
	now := func() string { id, _ := fileNow(folder, c); return id }
	if now() != "papers.file.same" {
		t.Error(now())
	}
	path := filepath.Join(folder, c.Name)
	content, err := os.ReadFile(path)
	roomtest.Must(t, err)
	content[len(content)/2] ^= 1
	roomtest.Must(t, os.WriteFile(path, content, 0o600))
	if now() != "papers.file.changed" {
		t.Error(now())
	}
	roomtest.Must(t, os.Remove(path))
	if now() != "papers.file.gone" {
		t.Error(now())
	}
	if id, _ := fileNow("", c); id != "papers.file.elsewhere" {
		t.Error(id)
	}
}

// drawing is a preview that draws at once.
func drawing(p *preview) *preview {
	p.run, p.post = func(work func()) { work() }, func(do func()) { do() }
	return p
}

func TestThePreviewShowsThePagesOfTheFile(t *testing.T) {
	if testing.Short() {
		t.Skip("the short run does not start the PDF library")
	}
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	p := drawing(f.preview)
	p.make()
	if p.paper == nil || p.view.shown.Image == nil || !strings.Contains(p.at.Text, "1") {
		t.Fatalf("nothing is shown: %q", p.told.Text)
	}
	if w := p.view.shown.Image.Bounds().Dx(); w != p.view.pixels(1) && !p.view.whole {
		t.Errorf("drawn %d pixels wide of %d", w, p.view.pixels(1))
	}
	count := p.paper.Pages()
	for range count + 2 {
		p.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if p.page != count-1 || !p.next.Disabled() {
		t.Errorf("page %d of %d", p.page, count)
	}
	p.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	p.turn()
	if p.page != 0 || !p.view.whole || p.view.body.MinSize().Height > p.view.Size().Height+1 {
		t.Errorf("page %d, whole %v", p.page, p.view.whole)
	}
	f.asks.which.Choose(1)
	before := p.asked
	f.refresh()
	if p.asked == before {
		t.Error("another order, and the preview stays")
	}
}

func TestThePreviewSaysWhyThereIsNone(t *testing.T) {
	b := guarded(t, "en")
	f, _ := shown(t, b)
	f.which.Choose(1)
	p := drawing(f.preview)
	p.make()
	if p.paper != nil || !p.told.Visible() || p.told.Text == "" || len(b.Errors) > 0 {
		t.Errorf("%q, errors %v", p.told.Text, b.Errors)
	}
}

func logo(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	roomtest.Must(t, png.Encode(&out, image.NewGray(image.Rect(0, 0, 30, 20))))
	return out.Bytes()
}

func TestATemplateIsWrittenAndUsed(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	d := f.designs
	d.name.Insert("Mission")
	d.usual.Tapped(nil)
	d.letterhead.editors[data.English].Insert("1 Quay")
	d.logo.take([]byte("no picture"))
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeLogo {
		t.Fatalf("errors %v", b.Errors)
	}
	d.logo.take(logo(t))
	d.measures.fields[0].Insert("11,5")
	d.parts.order = moved(d.parts.order, 1, 0)
	d.parts.changed(d.parts.order, []string{"approvals"})
	d.phrases.fields[0].Insert("Our views")
	f.summary.keep.Wait()
	if again := newForm(b.Room); again.designs.Is.Name != "Mission" || len(again.designs.Is.Logo) == 0 {
		t.Error("what was typed does not outlive the program")
	}
	test.Tap(d.save)
	all := b.Desk.Templates().All()
	if len(all) != 1 || all[0].Size != 11.5 || !all[0].Usual || all[0].Out[firstKind][0] != "approvals" || len(all[0].Wording) != 1 || len(b.Errors) != 1 {
		t.Fatalf("recorded %+v, errors %v", all, b.Errors)
	}
	if again := newForm(b.Room); again.chosenTemplate() != all[0].ID && again.ordered("matrix").Template != all[0].ID {
		t.Error("the usual template is not offered")
	}
	f.fillTemplates(all[0].ID)
	o, _ := f.order()
	doc, err := paper.Document(b.Desk, o.paper, data.English)
	roomtest.Must(t, err)
	if doc.Look.Size != 11.5 || !strings.Contains(doc.Text(), "Our views") || !strings.Contains(doc.Text(), "1 Quay") {
		t.Error("the paper is not set by it")
	}
	d.drop()
	if len(b.Desk.Templates().All()) != 0 {
		t.Error("it is not deleted")
	}
	_, err = b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	if len(b.Desk.Templates().All()) != 1 {
		t.Error("undoing does not bring it back")
	}
}

func TestAWrongMeasureIsNotRecorded(t *testing.T) {
	b := negotiated(t, "en")
	f, _ := shown(t, b)
	f.designs.name.Insert("Mission")
	f.designs.measures.fields[1].Insert("wide")
	test.Tap(f.designs.save)
	if len(b.Errors) != 1 || len(b.Desk.Templates().All()) != 0 {
		t.Errorf("errors %v", b.Errors)
	}
}

func TestPartsStandWhereTheyBelong(t *testing.T) {
	l := newPartsList(negotiated(t, "en").Room, func([]string, []string) {})
	for name, c := range map[string]struct{ order, want string }{
		"as usual":                {"", "a b c"},
		"turned":                  {"c b a", "c b a"},
		"of another version":      {"x c", "a b c"},
		"behind what went before": {"b a", "b c a"},
	} {
		l.set([]string{"a", "b", "c"}, strings.Fields(c.order), nil)
		if got := strings.Join(l.order, " "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestTheFormatsAreThoseOfTheProgram(t *testing.T) {
	f, _ := shown(t, negotiated(t, "ar"))
	if len(f.formats) != len(formats.All) || !f.formats["pdf"].Ticked() {
		t.Error("a format is missing")
	}
}
