// Package roomtest gives tests of the window's pages a room: a real vault and
// desk in a temporary folder and a window of Fyne's test driver. Only tests
// import it.
package roomtest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/data/vault"
	"travaux/translations"
)

// Bench is a room and what was shown in it.
type Bench struct {
	*room.Room
	Page    fyne.CanvasObject // nil: nothing covers the window
	Errors  []error
	Toasts  []string
	Edited  []data.ID // the annotations whose editors were asked for
	Opened  []string  // the commands by which pages were asked for
	Issues  []data.ID // the revisions that were told to have become the current ones
	Changes int       // how often the areas were told that the desk has changed
	Vault   *vault.Vault
}

// New makes a room in an interface language, with the head of delegation at the
// laptop. Work runs at once.
func New(t testing.TB, lang string) *Bench {
	t.Helper()
	test.NewTempApp(t)
	loc := translations.New(lang)
	look.Apply(look.NewTheme(lang, loc.RightToLeft()))
	o := vault.Options{Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}}
	v, _, err := vault.Create(context.Background(), filepath.Join(t.TempDir(), "vault"), o)
	Must(t, err)
	t.Cleanup(func() { v.Close() })
	d, err := desk.Found(context.Background(), v, data.Negotiation{Title: data.Words{data.English: "Draft convention on lanterns"}}, data.Member{Name: "Aster Quill", Role: data.RoleHead})
	Must(t, err)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1300, 700))
	b := &Bench{Vault: v}
	b.Room = &room.Room{
		Later: func(time.Duration, func()) {},
		Desk:  d, Loc: loc, Window: w, Selection: room.NewSelection(data.English),
		Run: func(work func(context.Context, data.Progress) error, then func()) {
			if err := work(context.Background(), data.NoProgress{}); err != nil {
				b.Fail(err)
			} else if then != nil {
				then()
			}
		},
		Fail:    func(err error) { b.Errors = append(b.Errors, err) },
		Toast:   func(text string) { b.Toasts = append(b.Toasts, text) },
		Changed: func() { b.Changes++ },
		Cover:   func(page fyne.CanvasObject) { b.Page = page; w.SetContent(page) },
		Uncover: func() { b.Page = nil; w.SetContent(look.Space()) },
		Edit:    func(kind data.AnnotationKind, annotation, provision data.ID) { b.Edited = append(b.Edited, annotation) },
		Open:    func(command string) { b.Opened = append(b.Opened, command) },
		Issued:  func(revision data.ID) { b.Issues = append(b.Issues, revision) },
	}
	return b
}

// Import takes a plain text in as a revision, without a review.
func (b *Bench) Import(t testing.TB, symbol string, lang data.Lang, content string) *desk.Text {
	t.Helper()
	return b.Issue(t, desk.Issue{Symbol: symbol, Kind: data.RevisionZero}, lang, content)
}

// Issue is Import for a revision of which more is known.
func (b *Bench) Issue(t testing.TB, issue desk.Issue, lang data.Lang, content string) *desk.Text {
	t.Helper()
	src, err := intake.Read(context.Background(), "draft.txt", []byte(content))
	Must(t, err)
	rev, err := b.Desk.Import(context.Background(), issue, data.NoProgress{},
		desk.Version{Lang: lang, Name: "draft.txt", Format: "text", Content: []byte(content), Outline: text.Parse(src, lang)})
	Must(t, err)
	out, err := b.Desk.Text(rev.ID)
	Must(t, err)
	return out
}

// Must ends the test on an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// English and French are one small draft in two languages; the French lacks
// paragraph 2 of article 2.
const (
	English = `Draft Convention on Lanterns

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
	French = `Projet de convention sur les lanternes

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
)
