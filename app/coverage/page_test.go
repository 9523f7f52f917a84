package coverage

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/library"
	"travaux/data/mechanism"
	"travaux/data/vault"
	"travaux/translations"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

const draft = `Draft Convention on Lanterns

The States Parties to this Convention,

Have agreed as follows:

Article 1
Use of terms

“Lantern” means a device that gives light.

Article 2
Keeping

Every Party shall keep its lanterns lit.

Article 3
Entry into force

1. This Convention shall enter into force on the sixtieth day after the deposit of the twentieth instrument of ratification.
`

// covered is a room with a draft and a treaty in the library, and the page.
func covered(t *testing.T) (*roomtest.Bench, *Page, *desk.Text) {
	t.Helper()
	b := roomtest.New(t, "en")
	text := b.Import(t, "L/1", data.English, draft)
	_, err := b.Desk.AddWork(context.Background(), data.Work{Symbol: "BUOYS", Kind: data.WorkTreaty}, desk.WorkReading{
		Source: data.Source{Lang: data.English}, Lines: []library.Line{
			{Path: "art1/1", Text: "Each Party shall keep its buoys."},
			{Path: "art2/1", Text: "Buoys float."},
			{Path: "art3/1", Text: "This Convention shall enter into force thirty days after the deposit of the tenth instrument."},
		},
	})
	roomtest.Must(t, err)
	return b, Show(b.Room), text
}

func (p *Page) requirement(t *testing.T, name string) mechanism.Standing {
	t.Helper()
	i := slices.IndexFunc(p.all, func(s mechanism.Standing) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("no %s", name)
	}
	return p.all[i]
}

func TestWhatIsMissingStandsFirst(t *testing.T) {
	b, p, _ := covered(t)
	if len(p.all) != len(mechanism.Requirements) || !p.all[0].Lacks() || !strings.Contains(p.tally.Text, "essential elements are missing") {
		t.Errorf("first %+v; %q", p.all[0], p.tally.Text)
	}
	entry := p.requirement(t, "entry")
	if entry.State() != mechanism.StateProposed || len(p.facts.beside) != 1 || len(p.facts.beside[0].params["entry"]) != 2 {
		t.Errorf("entry into force: %+v; beside %+v", entry, p.facts.beside)
	}
	if len(b.Errors) > 0 {
		t.Error(b.Errors)
	}
}

func TestADecisionIsRecordedWithItsReasonAndTakenBack(t *testing.T) {
	b, p, text := covered(t)
	p.choose("implementation")
	p.detail.note.Insert("the duty to keep is enough")
	p.page.Leave()
	p = Show(b.Room)
	p.choose("implementation")
	if got := p.detail.note.Text(); got != "the duty to keep is enough" {
		t.Fatalf("the reason that was begun is %q", got)
	}
	p.detail.named("2")
	duty, _ := text.At("art2")
	all := b.Desk.Coverings().All()
	if len(all) != 1 || all[0].Provision != duty.ID || all[0].Note != "the duty to keep is enough" || len(b.Errors) > 0 {
		t.Fatalf("%+v, %v", all, b.Errors)
	}
	if s := p.requirement(t, "implementation"); s.State() != mechanism.StateDecided {
		t.Errorf("%s", s.State())
	}
	if !slices.ContainsFunc(b.Desk.Secrets(), func(s data.Secret) bool { return s.Text == all[0].Note }) {
		t.Error("the reason is no secret")
	}
	p.back(all[0].ID)
	if s := p.requirement(t, "implementation"); s.State() != mechanism.StateMissing {
		t.Errorf("taken back, it is %s", s.State())
	}
	p.choose("entry")
	p.key(noKey)
	if s := p.requirement(t, "entry"); s.State() != mechanism.StateMissing || len(s.Refused) != 1 {
		t.Errorf("refused, it is %+v", s)
	}
	p.choose("secretariat")
	p.detail.needless(true, nil)
	if s := p.requirement(t, "secretariat"); s.State() != mechanism.StateNeedless {
		t.Errorf("%s", s.State())
	}
	_, err := b.Desk.Undo(context.Background())
	roomtest.Must(t, err)
	p.Refresh()
	if s := p.requirement(t, "secretariat"); s.State() != mechanism.StateMissing {
		t.Errorf("undone, it is %s", s.State())
	}
}

func TestTheProvisionIsOpenedAndThePaperMade(t *testing.T) {
	b, p, text := covered(t)
	dir := t.TempDir()
	for _, lang := range data.Langs {
		p.paper.langs[lang].SetTicked(true)
	}
	p.paper.make(dir)
	if files := b.Certified(t, dir); len(files) != 6 || len(b.Errors) > 0 {
		t.Errorf("%q, %v", files, b.Errors)
	}
	p.choose("entry")
	p.detail.open()
	if want, _ := text.At("art3/1"); b.Selection.Provision() != want.ID || p.Shown() {
		t.Error("the provision is not opened")
	}
}

func TestWithoutATextThePageSaysWhatToDo(t *testing.T) {
	b := roomtest.New(t, "fr")
	p := Show(b.Room)
	if p.tally.Text != translations.New("fr").T("coverage.none") || len(b.Errors) > 0 {
		t.Errorf("%q, %v", p.tally.Text, b.Errors)
	}
}
