package app

import (
	"context"
	"crypto/rand"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/data/vault"
)

// Codes of the start pages.
const (
	codeShort     data.Code = "start.short"     // the passphrase is too short
	codeDiffer    data.Code = "start.differ"    // the two passphrases differ
	codeUnnamed   data.Code = "start.unnamed"   // no name of a member
	codeNotCopied data.Code = "start.notcopied" // the recovery code was not typed back rightly
)

// leastPassphrase is the number of characters below which a passphrase is
// refused: five syllable pairs as suggested have 24.
const leastPassphrase = 12

// createForm is the page that makes a vault.
type createForm struct {
	p                   *program
	title, name, folder *textview.Field
	passphrase, again   *textview.Field
	role, state         *look.Select
	roles               []data.Role
	codes               []string // of the State choices; "" first
}

func (p *program) newCreateForm() *createForm {
	f := &createForm{
		p: p, title: textview.NewField(), name: textview.NewField(), folder: textview.NewField(),
		passphrase: textview.NewSecret(), again: textview.NewSecret(), roles: data.Roles,
	}
	var roleNames []string
	for _, r := range f.roles {
		roleNames = append(roleNames, p.loc.T("role."+string(r)))
	}
	f.role = look.NewSelect(roleNames, 0, nil)
	f.codes, f.state = p.stateSelect("")
	f.folder.SetText(defaultFolder())
	return f
}

func (p *program) showCreate() {
	f := p.newCreateForm()
	row := p.form("create.title", "create.state", "create.name", "create.role", "create.passphrase", "create.again", "create.folder")
	p.show(card(640,
		heading(p.loc.T("start.create")),
		row("create.title", f.title),
		row("create.state", f.state),
		row("create.name", f.name),
		row("create.role", f.role),
		look.Rule(),
		row("create.passphrase", f.passphrase),
		row("create.again", f.again),
		look.Row(look.NewButton(p.loc.T("create.suggest"), f.suggest)),
		look.Wrapped(p.loc.T("create.passphrase.note")),
		look.Rule(),
		row("create.folder", look.Border(nil, nil, nil, look.NewButton(p.loc.T("create.choose"), f.choose), f.folder)),
		look.Flow(look.NewPrimary(p.loc.T("create.do"), f.create), look.NewButton(p.loc.T("common.cancel"), p.showStart)),
	))
	p.window.Canvas().Focus(f.title)
}

// form makes rows of a form, each from the catalogue id of its label and a field;
// the labels are as wide as the widest of those that are named.
func (p *program) form(ids ...string) func(id string, field fyne.CanvasObject) fyne.CanvasObject {
	width := float32(0)
	for _, id := range ids {
		width = max(width, look.NewText(p.loc.T(id)).MinSize().Width)
	}
	width = min(width+4, look.Scaled(220))
	return func(id string, field fyne.CanvasObject) fyne.CanvasObject {
		return look.FormRow(width, look.Wrapped(p.loc.T(id)), field)
	}
}

// stateSelect offers the States by their names in the interface language.
func (p *program) stateSelect(chosen string) (codes []string, s *look.Select) {
	codes = []string{""}
	names := []string{p.loc.T("create.state.none")}
	byName := map[string]string{}
	var sorted []string
	for _, st := range states.All() {
		name := states.Name(st.Code, data.Lang(p.loc.Lang()))
		byName[name] = st.Code
		sorted = append(sorted, name)
	}
	p.loc.Sort(sorted)
	at := 0
	for i, name := range sorted {
		names = append(names, name)
		codes = append(codes, byName[name])
		if byName[name] == chosen {
			at = i + 1
		}
	}
	return codes, look.NewSelect(names, at, nil)
}

// defaultFolder is where a vault is put unless the person says otherwise: a
// folder of its own in the home folder. Its name says nothing of the
// negotiation, for folder names are not encrypted.
func defaultFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "."
	}
	home = filepath.Join(home, programName)
	return filepath.Join(home, freeName(home, "vault", ""))
}

// suggest fills both fields with a passphrase that can be spoken: five groups
// of two syllables, 66 bits, shown in clear so that it can be written down.
func (f *createForm) suggest() {
	const consonants, vowels = "bdfghjklmnprstvzkmtr", "aeiou"
	pick := func(from string) byte {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(from))))
		if err != nil {
			panic(err) // the operating system's random source never fails
		}
		return from[n.Int64()]
	}
	var groups []string
	for range 5 {
		groups = append(groups, string([]byte{pick(consonants), pick(vowels), pick(consonants), pick(vowels)}))
	}
	words := strings.Join(groups, "-")
	f.passphrase.SetMasked(false)
	f.passphrase.SetText(words)
	f.again.SetText(words)
}

func (f *createForm) choose() {
	dialog.ShowFolderOpen(func(dir fyne.ListableURI, err error) {
		if err == nil && dir != nil {
			f.folder.SetText(filepath.Join(dir.Path(), filepath.Base(f.folder.Text())))
		}
	}, f.p.window)
}

func (f *createForm) check() error {
	switch {
	case strings.TrimSpace(f.name.Text()) == "":
		return data.E(codeUnnamed)
	case len([]rune(f.passphrase.Text())) < leastPassphrase:
		return data.E(codeShort)
	case f.passphrase.Text() != f.again.Text():
		return data.E(codeDiffer)
	}
	return nil
}

// create makes the vault, then shows the recovery code.
func (f *createForm) create() {
	p := f.p
	if !p.jobs.idle() {
		return // pressed twice
	}
	if err := f.check(); err != nil {
		p.fail(err)
		return
	}
	lang := data.Lang(p.loc.Lang())
	n := data.Negotiation{Title: data.Words{lang: strings.TrimSpace(f.title.Text())}, State: f.codes[f.state.Chosen()]}
	if n.Title[lang] == "" {
		n.Title[lang] = p.loc.T("negotiation.untitled")
	}
	me := data.Member{Name: strings.TrimSpace(f.name.Text()), Role: f.roles[f.role.Chosen()]}
	dir, o := f.folder.Text(), vault.Options{Passphrase: []byte(f.passphrase.Text())}
	var s *session
	var code string
	p.jobs.fail = p.fail
	p.jobs.run(func(ctx context.Context, _ data.Progress) error {
		v, recovery, err := vault.Create(ctx, dir, o)
		if err != nil {
			return err
		}
		d, err := desk.Found(ctx, v, n, me)
		if err != nil {
			v.Close()
			os.RemoveAll(dir) // half a vault, whose recovery code nobody has seen
			return err
		}
		s, code = &session{dir: dir, vault: v, desk: d}, recovery
		return nil
	}, func() { p.showRecovery(s, code, func() { p.enter(s) }) })
}

// showRecovery shows the recovery code once and asks for its last group back,
// then goes on.
// The vault is the program's from now on: whoever closes the window here finds
// it again by the passphrase.
func (p *program) showRecovery(s *session, code string, then func()) {
	p.session = s
	p.settings.setVault(s.dir)
	groups := strings.FieldsFunc(code, func(r rune) bool { return r == '-' || r == ' ' })
	last := groups[len(groups)-1]
	field := textview.NewField()
	shown := heading(p.loc.Isolate(code))
	confirm := func() {
		if !strings.EqualFold(strings.TrimSpace(field.Text()), last) {
			p.fail(data.E(codeNotCopied))
			return
		}
		then()
	}
	field.OnSubmitted = func(string) { confirm() }
	p.show(card(640,
		heading(p.loc.T("recovery.title")),
		look.Wrapped(p.loc.T("recovery.note")),
		shown,
		look.Wrapped(p.loc.N("recovery.confirm", len([]rune(last)))),
		field,
		look.Row(look.NewPrimary(p.loc.T("recovery.do"), confirm)),
	))
	p.window.Canvas().Focus(field)
}

// chooseVault asks for the folder of a vault.
func (p *program) chooseVault() {
	dialog.ShowFolderOpen(func(dir fyne.ListableURI, err error) {
		if err == nil && dir != nil {
			p.showUnlock(dir.Path())
		}
	}, p.window)
}

// showRestore makes a vault from a backup file.
func (p *program) showRestore() {
	file, folder, secret := textview.NewField(), textview.NewField(), textview.NewSecret()
	folder.SetText(defaultFolder())
	choose := look.NewButton(p.loc.T("create.choose"), func() {
		dialog.ShowFileOpen(func(r fyne.URIReadCloser, err error) {
			if err == nil && r != nil {
				file.SetText(r.URI().Path())
				r.Close()
			}
		}, p.window)
	})
	do := func() {
		if !p.jobs.idle() {
			return // pressed twice
		}
		var s *session
		p.jobs.fail = p.fail
		p.jobs.run(func(ctx context.Context, _ data.Progress) error {
			v, err := vault.Restore(ctx, file.Text(), folder.Text(), vault.Options{Passphrase: []byte(secret.Text())})
			if err != nil {
				return err
			}
			d, err := desk.Open(ctx, v)
			if err != nil {
				v.Close()
				return err
			}
			s = &session{dir: folder.Text(), vault: v, desk: d}
			return nil
		}, func() { p.enter(s) })
	}
	row := p.form("restore.file", "create.folder", "create.passphrase")
	p.show(card(640,
		heading(p.loc.T("start.restore")),
		row("restore.file", look.Border(nil, nil, nil, choose, file)),
		row("create.folder", folder),
		row("create.passphrase", secret),
		look.Flow(look.NewPrimary(p.loc.T("start.restore"), do), look.NewButton(p.loc.T("common.cancel"), p.showStart)),
	))
	p.window.Canvas().Focus(file)
}
