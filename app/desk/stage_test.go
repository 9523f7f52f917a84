package desk

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/data/vault"
	"travaux/translations"
)

func TestMain(m *testing.M) {
	vault.ProbeMain()
	os.Exit(m.Run())
}

const draftEnglish = `Draft Convention on Lanterns

The States Parties to this Convention,

Recalling the value of light,

Have agreed as follows:

Chapter I
General provisions

Article 1
Use of terms

For the purposes of this Convention:

(a) “Lantern” means a device that gives light;

(b) “Keeper” means a person who tends a lantern.

Article 2
Duties of keepers

1. Every State Party shall ensure that lanterns [shall][should] be lit at dusk.

2. A keeper may rest at dawn.
`

const draftFrench = `Projet de convention sur les lanternes

Les États Parties à la présente Convention,

Rappelant la valeur de la lumière,

Sont convenus de ce qui suit :

Chapitre premier
Dispositions générales

Article premier
Terminologie

Aux fins de la présente Convention :

a) Le terme « lanterne » désigne un appareil qui éclaire ;

b) Le terme « gardien » désigne une personne qui entretient une lanterne.

Article 2
Devoirs des gardiens

1. Chaque État Partie veille à ce que les lanternes [soient][devraient être] allumées au crépuscule.
`

var ctx = context.Background()

// stage is the three panes in a test window over a desk in a real vault. Work
// runs at once; the pad's clock stands until tick.
type stage struct {
	t       testing.TB
	desk    *work.Desk
	room    *room.Room
	viewing *Viewing // outlives the panes
	outline *Outline
	reader  *Reader
	side    *Side
	failed  error
	toast   string
	ticking []func()
	head    data.ID
	adviser data.ID
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func newDesk(t testing.TB) *work.Desk {
	t.Helper()
	v, _, err := vault.Create(ctx, filepath.Join(t.TempDir(), "vault"), vault.Options{Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}})
	must(t, err)
	t.Cleanup(func() { v.Close() })
	d, err := work.Found(ctx, v, data.Negotiation{Title: data.Words{data.English: "Lanterns"}}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(t, err)
	return d
}

func version(lang data.Lang, content string) work.Version {
	src, err := intake.Read(ctx, "draft.txt", []byte(content))
	if err != nil {
		panic(err)
	}
	return work.Version{Lang: lang, Name: "draft.txt", Format: "text", Content: []byte(content), Outline: text.Parse(src, lang)}
}

// newStage imports the draft in two languages and shows it in the window's
// language, read in English.
func newStage(t testing.TB, lang string) *stage {
	t.Helper()
	d := newDesk(t)
	_, err := d.Import(ctx, work.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{},
		version(data.English, draftEnglish), version(data.French, draftFrench))
	must(t, err)
	adviser, err := d.SetMember(ctx, data.Member{Name: "B. Adviser", Role: data.RoleAdviser})
	must(t, err)
	s := &stage{t: t, desk: d, head: d.Me().ID, adviser: adviser.ID}
	s.open(lang)
	return s
}

// open builds the panes, anew if there were some: as after a change of the
// interface language, or when the program is started again.
func (s *stage) open(lang string) {
	app := test.NewTempApp(s.t)
	loc := translations.New(lang)
	app.Settings().SetTheme(look.NewTheme(lang, loc.RightToLeft()))
	w := app.NewWindow("")
	s.room = &room.Room{Desk: s.desk, Loc: loc, Window: w, Selection: room.NewSelection(data.English)}
	s.room.Later = func(time.Duration, func()) {}
	s.room.Fail = func(err error) { s.failed = err }
	s.room.Toast = func(words string) { s.toast = words }
	s.room.Run = func(work func(context.Context, data.Progress) error, then func()) {
		if err := work(ctx, data.NoProgress{}); err != nil {
			s.room.Fail(err)
		} else if then != nil {
			then()
		}
	}
	if s.viewing == nil {
		s.viewing = NewViewing(data.English)
	}
	s.viewing.Silence()
	s.outline, s.reader, s.side = NewOutline(s.room, s.viewing), NewReader(s.room, s.viewing), NewSide(s.room, s.viewing)
	Join(s.outline, s.reader, s.side)
	s.side.pad.later = func(_ time.Duration, f func()) { s.ticking = append(s.ticking, f) }
	s.side.pad.post = func(f func()) { f() }
	s.room.Changed = func() { s.outline.Refresh(); s.reader.Refresh(); s.side.Refresh() }
	w.SetContent(look.NewSplit(s.outline.Object(), look.NewSplit(s.reader.Object(), s.side.Object(), 0.6), 0.25))
	w.Resize(fyne.NewSize(1300, 720))
	s.room.Changed()
}

// tick lets the pad's time pass.
func (s *stage) tick() {
	for _, f := range s.ticking {
		f()
	}
	s.ticking = nil
}

func (s *stage) at(path string) data.Provision {
	s.t.Helper()
	txt, err := s.desk.Current()
	must(s.t, err)
	p, ok := txt.At(path)
	if !ok {
		s.t.Fatalf("no provision at %s", path)
	}
	return p
}

func (s *stage) choose(path string) data.ID {
	s.t.Helper()
	p := s.at(path)
	s.room.Selection.Select(p.ID)
	return p.ID
}

// do runs a command by its title.
func (s *stage) do(title string) {
	s.t.Helper()
	for _, list := range [][]room.Command{s.outline.Commands(), s.reader.Commands(), s.side.Commands()} {
		for _, c := range list {
			if c.Title == title {
				c.Do()
				return
			}
		}
	}
	s.t.Fatalf("no command %s", title)
}

// type_ types into a field as a person does.
func type_(e *textview.Editor, words string) {
	for _, r := range words {
		e.TypedRune(r)
	}
}

// seen is all the words that stand in what is visible of an object.
func seen(o fyne.CanvasObject) string {
	var b strings.Builder
	each(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Text:
			b.WriteString(o.Text + "\n")
		case *pages.Passage:
			b.WriteString(o.Words() + "\n")
		case *textview.Editor:
			b.WriteString(o.Text() + "\n")
		case *textview.Field:
			b.WriteString(o.Text() + "\n")
		}
	})
	return b.String()
}

// each visits an object and all visible ones in it.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			each(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			each(c, visit)
		}
	}
}

// press presses the visible button with those words.
func press(t *testing.T, in fyne.CanvasObject, words string) {
	t.Helper()
	var found *look.Button
	each(in, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok && (b.Words() == words || b.Tip == words) && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q among:\n%s", words, seen(in))
	}
	test.Tap(found)
}

func shows(t *testing.T, o fyne.CanvasObject, words string) {
	t.Helper()
	if all := seen(o); !strings.Contains(all, words) {
		t.Fatalf("%q is not shown; shown is:\n%s", words, all)
	}
}

func hides(t *testing.T, o fyne.CanvasObject, words string) {
	t.Helper()
	if all := seen(o); strings.Contains(all, words) {
		t.Fatalf("%q is shown", words)
	}
}

func tips(o fyne.CanvasObject) string {
	var b strings.Builder
	each(o, func(o fyne.CanvasObject) {
		if x, ok := o.(*look.Button); ok {
			b.WriteString(x.Tip + "\n")
		}
	})
	return b.String()
}

// formRow is label and field of a row of a form.
func formRow(o fyne.CanvasObject) (label, field fyne.CanvasObject) {
	c := o.(*fyne.Container)
	return c.Objects[0], c.Objects[1]
}
