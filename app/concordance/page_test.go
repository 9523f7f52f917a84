package concordance

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/concord"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/export/pdf"
)

var ctx = context.Background()

const inEnglish = `Convention on Lanterns

Article 1
Duties

1. Every State Party shall light its lanterns within thirty days.

2. A keeper may rest at dawn.
`

const inFrench = `Convention sur les lanternes

Article premier
Devoirs

1. Chaque État Partie doit allumer ses lanternes dans un délai de soixante jours.
`

// bench is a room with a text in two languages: the French one lacks a paragraph
// and says another number.
func bench(t *testing.T, lang string) (*roomtest.Bench, *desk.Text) {
	t.Helper()
	b := roomtest.New(t, lang)
	versions := []desk.Version{}
	for l, content := range map[data.Lang]string{data.English: inEnglish, data.French: inFrench} {
		src, err := intake.Read(ctx, "draft.txt", []byte(content))
		roomtest.Must(t, err)
		versions = append(versions, desk.Version{Lang: l, Name: "draft.txt", Format: "text", Content: []byte(content), Outline: text.Parse(src, l)})
	}
	rev, err := b.Desk.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionAdopted}, data.NoProgress{}, versions...)
	roomtest.Must(t, err)
	out, err := b.Desk.Text(rev.ID)
	roomtest.Must(t, err)
	return b, out
}

// list is what the list shows.
func list(p *Page) string {
	var out []string
	for _, x := range p.shown {
		out = append(out, string(x.finding.Kind)+" "+x.finding.Path+" "+x.state())
	}
	return strings.Join(out, "; ")
}

func TestDifferencesAreShownDecidedAndCorrected(t *testing.T) {
	b, text := bench(t, "en")
	p := Show(b.Room, data.ID{})
	if got := list(p); got != "number art1/1 concord.state.open; structure art1/2 concord.state.open" || len(b.Errors) > 0 {
		t.Fatalf("%s; %v", got, b.Errors)
	}
	if got := p.decision.said.Text; !strings.Contains(got, "thirty") || !strings.Contains(got, "soixante") {
		t.Errorf("what they say: %q", got)
	}
	if p.columns.Count() != 2 || len(p.columns.Document(0).Blocks()) != len(p.columns.Document(1).Blocks()) {
		t.Error("the versions are not side by side")
	}
	p.decision.remark.Insert("The French is wrong.")
	p.decision.version.SetOptions([]string{"English", "français"}, 1)
	p.decision.showRead()
	p.decision.read.SetText("")
	p.decision.read.Insert("Chaque État Partie doit allumer ses lanternes dans un délai de trente jours.")
	p.page.Leave()
	p = Show(b.Room, data.ID{})
	if p.decision.typed.Remark != "The French is wrong." || !strings.Contains(p.decision.typed.Read[data.French], "trente") {
		t.Fatalf("what was typed is lost: %+v", p.decision.typed)
	}
	p.key(confirmKey)
	if p.list.Selected() != 1 {
		t.Error("the next place is not chosen")
	}
	p.key(dismissKey)
	if got := list(p); got != "number art1/1 concord.state.confirmed; structure art1/2 concord.state.dismissed" || len(b.Errors) > 0 {
		t.Fatalf("%s; %v", got, b.Errors)
	}
	p.state.Choose(2)
	p.filter()
	if got := list(p); got != "number art1/1 concord.state.confirmed" {
		t.Errorf("only what is confirmed: %s", got)
	}
	p.state.Choose(0)
	p.filter()
	p.choose(1)
	p.decision.reopen()
	if got := list(p); !strings.HasSuffix(got, "structure art1/2 concord.state.open") {
		t.Errorf("withdrawn: %s", got)
	}
	notes(t, b, p, text)
}

// notes makes the note and looks at what it is made from.
func notes(t *testing.T, b *roomtest.Bench, p *Page, text *desk.Text) {
	t.Helper()
	dir := t.TempDir()
	p.paper.folder.Set(dir)
	p.paper.start()
	files := b.Certified(t, dir)
	if len(files) != 1 || filepath.Ext(files[0]) != ".pdf" || len(b.Errors) > 0 {
		t.Fatalf("%v, %v", files, b.Errors)
	}
	file, err := os.ReadFile(filepath.Join(dir, files[0]))
	roomtest.Must(t, err)
	said, err := pdf.Text(file)
	roomtest.Must(t, err)
	if strings.Contains(said, "The French is wrong") || !strings.Contains(said, "soixante") || !strings.Contains(said, "trente") {
		t.Errorf("the note says:\n%s", said)
	}
	o := noteOrder{places: p.places, text: text}
	m, err := b.Desk.Corrections(desk.CorrectionOptions{Lang: data.English, Says: o.says})
	roomtest.Must(t, err)
	if len(m.Items) != 1 || m.Items[0].Path != "art1/1" || len(m.Items[0].Readings) != 1 || len(m.Items[0].Said) != 2 || !slices.Equal(m.Authentic, []data.Lang{data.English, data.French}) {
		t.Errorf("%+v", m)
	}
}

func TestAReaderNotesAPlace(t *testing.T) {
	b, text := bench(t, "ar")
	duty, _ := text.At("art1/1")
	b.Room.Selection.Select(duty.ID)
	p := Show(b.Room, duty.ID)
	p.decision.begin()
	p.decision.decide(true)
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeWordless {
		t.Fatalf("a place without a word: %v", b.Errors)
	}
	p.decision.remark.Insert("“keeper” is not “gardien”.")
	p.decision.decide(true)
	if got := list(p); !strings.Contains(got, "seen art1/1 concord.state.confirmed") {
		t.Errorf("%s", got)
	}
	if len(b.Desk.Discordances().On(duty.ID)) != 1 {
		t.Error("it is not on the provision")
	}
}

func TestOneLanguageSaysWhatToDo(t *testing.T) {
	b := roomtest.New(t, "en")
	b.Import(t, "L/1", data.English, roomtest.English)
	p := Show(b.Room, data.ID{})
	if p.about.Text != b.Loc.T("concord.one") || len(p.shown) > 0 || len(b.Errors) > 0 {
		t.Errorf("%q, %v", p.about.Text, b.Errors)
	}
	p.paper.start()
	if len(b.Toasts) != 1 {
		t.Error("a note of nothing is made")
	}
}

func TestEveryKindHasItsWords(t *testing.T) {
	for _, lang := range data.Langs {
		b, text := bench(t, string(lang))
		c := concord.Compare(text.Provisions, data.Langs)
		for _, k := range concord.Kinds {
			f := concord.Finding{Kind: k, Langs: []data.Lang{data.French}}
			if kindName(k, b.Loc) == "" || !strings.Contains(sentence(f, b.Loc), b.Loc.Name("language", "fr")) {
				t.Errorf("%s: %s", lang, k)
			}
		}
		if len(c.Findings) != 2 {
			t.Errorf("%s: %d findings", lang, len(c.Findings))
		}
	}
}
