package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/data/vault"
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

2. Le gardien peut se reposer à l’aube.
`

var ctx = context.Background()

// light makes unlocking fast; the strength of the key is the vault's matter.
func light() vault.Options {
	return vault.Options{Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1}}
}

// newDesk founds a desk in a fresh vault, with the head at the laptop.
func newDesk(t testing.TB) (d *desk.Desk, v *vault.Vault, dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "vault")
	v, _, err := vault.Create(ctx, dir, light())
	must(t, err)
	t.Cleanup(func() { v.Close() })
	d, err = desk.Found(ctx, v, data.Negotiation{Title: data.Words{data.English: "Lanterns"}}, data.Member{Name: "A. Head", Role: data.RoleHead})
	must(t, err)
	return d, v, dir
}

func version(lang data.Lang, content string) desk.Version {
	src, err := intake.Read(ctx, "draft.txt", []byte(content))
	if err != nil {
		panic(err)
	}
	return desk.Version{Lang: lang, Name: "draft.txt", Format: "text", Content: []byte(content), Outline: text.Parse(src, lang)}
}

func imported(t testing.TB) *desk.Desk {
	t.Helper()
	d, _, _ := newDesk(t)
	_, err := d.Import(ctx, desk.Issue{Symbol: "L/1", Kind: data.RevisionZero}, data.NoProgress{}, version(data.English, draftEnglish))
	must(t, err)
	return d
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantCode(t *testing.T, err error, code data.Code) {
	t.Helper()
	if data.CodeOf(err) != code {
		t.Fatalf("error %v, want code %s", err, code)
	}
}

func at(t testing.TB, d *desk.Desk, path string) data.Provision {
	t.Helper()
	txt, err := d.Current()
	must(t, err)
	p, ok := txt.At(path)
	if !ok {
		var have []string
		for _, p := range txt.Provisions {
			have = append(have, p.Path)
		}
		t.Fatalf("no provision at %s; have %s", path, strings.Join(have, " "))
	}
	return p
}
