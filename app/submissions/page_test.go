package submissions

import (
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/vault"
)

var ctx = context.Background()

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

const letter = `On the draft convention
General remarks that name nothing.
Article 2, paragraph 1: every State Party should light lanterns earlier.
We thank the Chair.`

// kept is a room with a text and one submission of Kenya, and its page.
func keptPage(t *testing.T, lang string) (*roomtest.Bench, *Page, data.Submission) {
	t.Helper()
	b := roomtest.New(t, lang)
	b.Import(t, "A/1", data.English, roomtest.English)
	day, err := data.ParseDate("2026-03-04")
	roomtest.Must(t, err)
	s, err := b.Desk.RecordSubmission(ctx, data.Submission{Symbol: "L/CRP.1", Text: letter, Date: day, Lang: data.English, By: []data.Speaker{{Code: "KEN"}, {Code: "NOR"}}}, nil)
	roomtest.Must(t, err)
	return b, Show(b.Room), s
}

// selectWords selects words in the text as a person does.
func selectWords(t *testing.T, p *Page, words string) {
	t.Helper()
	before, _, found := strings.Cut(p.now.Text, words)
	if !found {
		t.Fatalf("%q is not in the text", words)
	}
	start := len([]rune(before))
	p.text.pick(start, start+len([]rune(words)))
}

// TestWordsAreMarkedAsAView: select, the sign of the attitude, Enter.
func TestWordsAreMarkedAsAView(t *testing.T) {
	b, p, s := keptPage(t, "en")
	selectWords(t, p, "every State Party should light lanterns earlier")
	if !p.text.OnKey(&fyne.KeyEvent{Name: fyne.KeyMinus}, 0) {
		t.Fatal("the key of an attitude is not taken")
	}
	if p.form == nil || p.form.draft.Attitude != data.AttitudeOppose || p.form.draft.Place == "" {
		t.Fatalf("the form: %+v", p.form)
	}
	if all := b.Desk.AllViews(); len(all) != 0 {
		t.Fatal("recorded before anybody said so")
	}
	p.form.place.OnSubmitted(p.form.place.Text())
	all := b.Desk.AllViews()
	if len(all) != 2 || len(b.Errors) > 0 {
		t.Fatalf("%d views, %v", len(all), b.Errors)
	}
	for i, code := range []string{"KEN", "NOR"} {
		v := all[i]
		prov, _ := b.Desk.Provision(v.Provision)
		if v.By.Code != code || v.Attitude != data.AttitudeOppose || prov.Path != "ch1/art2/1" || v.Submission != s.ID {
			t.Errorf("view %d: %+v on %s", i, v, prov.Path)
		}
		if runes := []rune(letter); v.Words != string(runes[v.Anchor.Start:v.Anchor.End]) || v.Words != v.Anchor.Quote || v.Words != "every State Party should light lanterns earlier" {
			t.Errorf("quoted as %q, anchored at %q", v.Words, v.Anchor.Quote)
		}
		if data.DateOf(v.Said.UTC()).String() != "2026-03-04" || !v.Meeting.IsZero() {
			t.Errorf("said %v at %v", v.Said, v.Meeting)
		}
	}
	if p.form != nil || len(p.passages) != 2 || len(unmarked(p.parts, p.passages)) != 0 {
		t.Errorf("afterwards: form %v, %d passages, %d parts", p.form, len(p.passages), len(unmarked(p.parts, p.passages)))
	}
	_, err := b.Desk.Undo(ctx) // the one act
	roomtest.Must(t, err)
	p.Refresh()
	if len(p.passages) != 0 || len(unmarked(p.parts, p.passages)) != 1 {
		t.Errorf("undone: %d passages", len(p.passages))
	}
}

func TestWordsAreMarkedAsAProposal(t *testing.T) {
	b, p, s := keptPage(t, "fr")
	p.nextPart() // the part that names a provision
	if p.form == nil || !strings.HasPrefix(p.form.quote(), "Article 2, paragraph 1") {
		t.Fatalf("the next part: %+v", p.form)
	}
	p.form.draft.As = data.ProposalModify
	p.form.wording.OnChanged("Every State Party should light lanterns earlier.")
	p.form.by.OnChanged("Kenya au nom du Groupe africain")
	p.form.place.OnChanged("2.1")
	p.form.store()
	list := b.Desk.AllProposals()
	if len(list) != 1 || len(b.Errors) > 0 {
		t.Fatalf("%d proposals, %v", len(list), b.Errors)
	}
	for _, all := range list {
		x := all[0]
		if x.Wording[data.English] != "Every State Party should light lanterns earlier." || x.Source != "L/CRP.1" || x.Submission != s.ID || x.Proponents[0].State != "KEN" || x.Proponents[0].For == "" {
			t.Errorf("proposal %+v", x)
		}
	}
	if len(p.passages) != 1 || !p.passages[0].isProposal() || p.passages[0].start == p.passages[0].end {
		t.Errorf("passages %+v", p.passages)
	}
	p.at = 0
	p.open()
	if got, _ := b.Desk.Provision(b.Selection.Provision()); got.Path != "ch1/art2/1" || b.Page != nil {
		t.Errorf("opened %q", got.Path)
	}
}

// TestNothingTypedIsLost: the form that was left comes back with the page.
func TestNothingTypedIsLost(t *testing.T) {
	b, p, _ := keptPage(t, "en")
	selectWords(t, p, "We thank the Chair.")
	p.begin(data.AttitudeSupport)
	p.form.place.OnChanged("1")
	p.page.Close()
	q := Show(b.Room)
	if q.form == nil || q.form.place.Text() != "1" || q.form.quote() != "We thank the Chair." {
		t.Fatalf("came back as %+v", q.form)
	}
	q.form.close()
	q.page.Close()
	if again := Show(b.Room); again.form != nil {
		t.Error("given up, and it comes back")
	}
}

func TestWhatCannotBeRecordedIsNotOffered(t *testing.T) {
	_, p, _ := keptPage(t, "en")
	selectWords(t, p, "We thank the Chair.")
	p.begin("")
	if p.form.draft.Attitude != data.AttitudeSilent {
		t.Error("an attitude is taken for granted")
	}
	for name, c := range map[string]struct {
		place, by string
		attitude  data.Attitude
		can       bool
	}{
		"all there":         {"2.1", "Kenya", data.AttitudeOppose, true},
		"no place":          {"", "Kenya", data.AttitudeOppose, false},
		"a place not there": {"4711", "Kenya", data.AttitudeOppose, false},
		"nobody":            {"2.1", " ", data.AttitudeOppose, false},
		"no attitude":       {"2.1", "Kenya", data.AttitudeSilent, false},
	} {
		p.form.draft.Place, p.form.draft.By, p.form.draft.Attitude = c.place, c.by, c.attitude
		p.form.check()
		if p.form.record.Disabled() == c.can {
			t.Errorf("%s: offered %v", name, !p.form.record.Disabled())
		}
	}
}

func TestFactsAreCorrected(t *testing.T) {
	b, p, s := keptPage(t, "en")
	p.edit()
	p.facts.fields.by.SetText("Peru; River Society")
	p.facts.fields.by.OnChanged("")
	p.facts.fields.title.SetText("On lanterns")
	p.facts.fields.title.OnChanged("")
	p.page.Leave()
	p = Show(b.Room)
	p.edit() // as it was left
	tapRecord(t, p)
	now, _ := b.Desk.Submission(s.ID)
	if now.Title != "On lanterns" || len(now.By) != 2 || now.By[0].Code != "PER" || now.By[1].Name != "River Society" || now.Text != letter {
		t.Errorf("corrected to %+v, %v", now.By, b.Errors)
	}
	if p.find.OnChanged("river"); len(p.shown) != 1 {
		p.find.SetText("river")
		p.set(p.all)
		t.Errorf("%d found", len(p.shown))
	}
}

// tapRecord presses the button that records the form with the facts.
func tapRecord(t *testing.T, p *Page) {
	t.Helper()
	var found fyne.Tappable
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c)
			}
		case interface {
			fyne.Tappable
			Words() string
		}:
			if x.Words() == p.room.Loc.T("submissions.edit.record") {
				found = x
			}
		}
	}
	walk(p.facts.object)
	if found == nil {
		t.Fatal("there is no button that records")
	}
	found.Tapped(&fyne.PointEvent{})
}

const proposalsOnLanterns = `Compilation of textual proposals L/INF.1
Article 1
Kenya
Lanterns and lamps.
Rationale: more light.
Article 2
Norway
2. A keeper may not rest at dawn.
Article 2 bis
Peru
A new article.
Annex VII
Peru
Nowhere.`

func TestACompilationIsTaken(t *testing.T) {
	b, p, _ := keptPage(t, "en")
	p.Take("proposals.txt", []byte(proposalsOnLanterns))
	text, ok := p.keep.Read(takingKey)
	if !ok {
		t.Fatal("not kept while it is looked at")
	}
	content, _ := p.keep.ReadLong(fileKey)
	w, ok := readBack(ctx, b.Room, text, content)
	if !ok || len(w.entries) != 4 || w.placed() != 3 || w.Facts.Symbol != "" && w.Facts.Symbol != "L/INF.1" {
		t.Fatalf("%d entries, %d placed, %+v", len(w.entries), w.placed(), w.Facts)
	}
	tk := showTaking(p, w)
	tk.fields.by.SetText("Secretariat")
	tk.fields.by.OnChanged("")
	tk.recordProposals()
	n := 0
	for _, list := range b.Desk.AllProposals() {
		n += len(list)
	}
	if n != 3 || len(b.Errors) > 0 {
		t.Fatalf("%d proposals, %v", n, b.Errors)
	}
	q := p.latest()
	if q == p || q.now.File != "proposals.txt" || len(q.passages) != 3 || !q.Shown() || q.now.By[0].Name != "Secretariat" {
		t.Errorf("afterwards: %q with %d passages", q.now.File, len(q.passages))
	}
	if _, ok := p.keep.Read(takingKey); ok {
		t.Error("recorded, and it is still kept as begun")
	}
	file, err := b.Desk.SubmissionFile(q.now.ID)
	if err != nil || string(file) != proposalsOnLanterns {
		t.Errorf("the original: %q, %v", file, err)
	}
}

func TestAPastedTextIsTaken(t *testing.T) {
	b, p, _ := keptPage(t, "en")
	p.taken("", []byte("Statement by somebody\nArticle 1 is good."), func() {})
	text, _ := p.keep.Read(takingKey)
	content, _ := p.keep.ReadLong(fileKey)
	w, ok := readBack(ctx, b.Room, text, content)
	if !ok || len(w.entries) != 0 || w.Original != nil || w.Facts.Title != "Statement by somebody" {
		t.Fatalf("read as %+v", w)
	}
	tk := showTaking(p, w)
	tk.fields.date.OnChanged("")
	w.Facts.Date = "yesterday"
	tk.record()
	if data.CodeOf(b.Errors[0]) != data.CodeInput || len(b.Desk.Submissions()) != 1 {
		t.Fatalf("a date that is none: %v", b.Errors)
	}
	w.Facts.Date = "2026-05-06"
	tk.record()
	if all := b.Desk.Submissions(); len(all) != 2 || all[1].Date.String() != "2026-05-06" || all[1].File != "" {
		t.Errorf("recorded %d", len(b.Desk.Submissions()))
	}
}

// TestThePageIsThereInEveryLanguage: it is shown, with a form open, right to left
// too.
func TestThePageIsThereInEveryLanguage(t *testing.T) {
	for _, lang := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
		b, p, _ := keptPage(t, lang)
		p.nextPart()
		p.form.draft.Attitude = data.AttitudeReserve
		if p.form.check(); p.form.record.Disabled() {
			t.Errorf("%s: the place that is named is not understood: %q", lang, p.form.draft.Place)
		}
		if !strings.Contains(test.RenderToMarkup(b.Window.Canvas()), "widget") {
			t.Errorf("%s: nothing is shown", lang)
		}
	}
}

func TestObserversMayOnlyRead(t *testing.T) {
	b, _, _ := keptPage(t, "en")
	m, err := b.Desk.SetMember(ctx, data.Member{Name: "O. Observer", Role: data.RoleObserver})
	roomtest.Must(t, err)
	roomtest.Must(t, b.Desk.WorkAs(m.ID))
	p := Show(b.Room)
	p.nextPart()
	selectWords(t, p, "We thank the Chair.")
	p.begin("")
	p.edit()
	if p.form != nil || p.facts != nil || !p.mark.Disabled() {
		t.Error("an observer can mark")
	}
	p.take()
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeForbidden {
		t.Errorf("an observer takes in: %v", b.Errors)
	}
}

// TestALargeFileIsKept: three megabytes, while they are looked at, in another page,
// and as they came once they are recorded.
func TestALargeFileIsKept(t *testing.T) {
	b, p, _ := keptPage(t, "en")
	large := []byte("On lanterns\n" + strings.Repeat("Every keeper keeps a lantern of the coast alight until dawn.\n", 50_000))
	p.Take("large.txt", large)
	p.keep.Wait()
	b.Page = nil
	q := Show(b.Room)
	content, ok := q.keep.ReadLong(fileKey)
	text, _ := q.keep.Read(takingKey)
	if !ok || string(content) != string(large) || len(large) < 3_000_000 {
		t.Fatalf("%d of %d bytes are kept", len(content), len(large))
	}
	w, ok := readBack(ctx, b.Room, text, content)
	if !ok || w.Name != "large.txt" {
		t.Fatalf("read back: %v", ok)
	}
	tk := showTaking(q, w)
	tk.record()
	all := b.Desk.Submissions()
	if len(b.Errors) > 0 || len(all) != 2 {
		t.Fatalf("%d recorded, %v", len(all), b.Errors)
	}
	s := all[1]
	if file, err := b.Desk.SubmissionFile(s.ID); err != nil || string(file) != string(large) {
		t.Errorf("%d bytes came back, %v", len(file), err)
	}
	if _, ok := q.keep.ReadLong(fileKey); ok {
		t.Error("recorded, and still kept as begun")
	}
}
