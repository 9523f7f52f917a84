package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	shown "travaux/app/exchange"
	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/exchange"
	"travaux/data/vault"
)

// A laptop joins a delegation in two steps: it makes an empty vault and a card,
// which goes to the head; and takes the first bundle that comes back, once the
// head's fingerprint was compared. Between them may lie days: a vault that waits
// shows the page of the second step when it is opened.

// showJoin is the first step: the page that makes the vault and the card.
func (p *program) showJoin() {
	f := p.newCreateForm()
	laptop := textview.NewField()
	if name, err := os.Hostname(); err == nil {
		laptop.SetText(name)
	}
	row := p.form("create.name", "join.laptop", "create.role", "create.passphrase", "create.again", "create.folder")
	p.show(card(640,
		heading(p.loc.T("start.join")),
		look.Wrapped(p.loc.T("join.note")),
		row("create.name", f.name),
		row("join.laptop", laptop),
		row("create.role", f.role),
		look.Rule(),
		row("create.passphrase", f.passphrase),
		row("create.again", f.again),
		look.Row(look.NewButton(p.loc.T("create.suggest"), f.suggest)),
		look.Wrapped(p.loc.T("create.passphrase.note")),
		look.Rule(),
		row("create.folder", look.Border(nil, nil, nil, look.NewButton(p.loc.T("create.choose"), f.choose), f.folder)),
		look.Flow(look.NewPrimary(p.loc.T("join.do"), func() { f.join(laptop.Text()) }), look.NewButton(p.loc.T("common.cancel"), p.showStart)),
	))
	p.window.Canvas().Focus(f.name)
}

// join makes the vault and the card, shows the recovery code, then the second step.
func (f *createForm) join(laptop string) {
	p := f.p
	if !p.jobs.idle() {
		return // pressed twice
	}
	if err := f.check(); err != nil {
		p.fail(err)
		return
	}
	person, role, dir := f.name.Text(), f.roles[f.role.Chosen()], f.folder.Text()
	o := vault.Options{Passphrase: []byte(f.passphrase.Text()), DeviceName: strings.TrimSpace(laptop)}
	var s *session
	var code string
	p.jobs.fail = p.fail
	p.jobs.run(func(ctx context.Context, _ data.Progress) error {
		v, recovery, err := vault.Create(ctx, dir, o)
		if err != nil {
			return err
		}
		if _, err := desk.MakeCard(v, person, laptop, role); err != nil {
			v.Close()
			os.RemoveAll(dir) // a vault whose recovery code nobody has seen
			return err
		}
		s, code = &session{dir: dir, vault: v}, recovery
		return nil
	}, func() { p.showRecovery(s, code, func() { p.showWaiting(s) }) })
}

// showWaiting is the second step: the card for the head, and the first bundle.
func (p *program) showWaiting(s *session) {
	p.session = s
	waiting, ok := desk.WaitingCard(s.vault)
	if !ok {
		p.fail(data.E(desk.CodeNoNegotiation))
		return
	}
	p.settings.setVault(s.dir)
	told := look.Column()
	p.show(card(640,
		heading(p.loc.T("join.waiting")),
		look.Wrapped(p.loc.T("join.waiting.card")),
		look.Flow(look.NewPrimary(p.loc.T("join.save-card"), func() { p.saveCard(waiting) })),
		look.Wrapped(p.loc.T("join.waiting.fingerprint")),
		digits(p, waiting.Fingerprint()),
		look.Rule(),
		look.Wrapped(p.loc.T("join.waiting.bundle")),
		look.Flow(look.NewButton(p.loc.T("exchange.take.file"), func() { p.chooseInvitation(s, told) })),
		told,
		look.Rule(),
		look.Row(look.NewButton(p.loc.T("join.later"), p.quit)),
	))
	p.window.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		if len(dropped) > 0 && s.desk == nil {
			p.readInvitation(s, told, filepath.FromSlash(dropped[0].Path()))
		}
	})
}

// digits shows a fingerprint so that it can be read aloud: always from left to
// right, whatever the language.
func digits(p *program, groups []string) fyne.CanvasObject {
	half := len(groups) / 2
	first, second := heading(p.loc.Isolate(strings.Join(groups[:half], "  "))), heading(p.loc.Isolate(strings.Join(groups[half:], "  ")))
	return look.Stack(first, second)
}

// saveCard writes the card into a folder that the person chooses.
func (p *program) saveCard(c exchange.Card) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil || dir == nil {
			return
		}
		var path string
		p.jobs.fail = p.fail
		p.jobs.run(func(context.Context, data.Progress) error {
			var b bytes.Buffer
			err := exchange.WriteCard(&b, c)
			if err == nil {
				path, err = page.WriteFile(filepath.FromSlash(dir.Path()), "laptop-"+c.Fingerprint()[0], exchange.CardEnding, b.Bytes())
			}
			return err
		}, func() { p.ask(p.loc.T("join.saved"), p.loc.Isolate(path)) })
	}, p.window)
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

// chooseInvitation asks for the first bundle.
func (p *program) chooseInvitation(s *session, told *fyne.Container) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil {
			path := filepath.FromSlash(r.URI().Path())
			r.Close()
			p.readInvitation(s, told, path)
		}
	}, p.window)
	d.Show()
	d.Resize(fyne.NewSize(860, 560))
}

// readInvitation shows who invites to what, and what has to be compared.
func (p *program) readInvitation(s *session, told *fyne.Container, path string) {
	told.Objects = nil
	told.Refresh()
	var in desk.Invitation
	p.jobs.fail = p.fail
	p.jobs.run(func(ctx context.Context, _ data.Progress) error {
		f, err := os.Open(path)
		if err != nil {
			return data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
		}
		defer f.Close()
		in, err = desk.ReadInvitation(ctx, s.vault, f)
		return err
	}, func() {
		do := look.NewPrimary(p.loc.T("join.join"), func() { p.join(s, in) })
		do.Disable()
		words := shown.Invited(p.loc, in)
		words.Sections = words.Sections[:len(words.Sections)-1]
		told.Objects = append(shown.Lines(words),
			look.Wrapped(p.loc.T("join.compare")),
			digits(p, in.From.Fingerprint()),
			look.NewCheck(p.loc.T("join.compared"), false, func(same bool) {
				if same {
					do.Enable()
				} else {
					do.Disable()
				}
			}),
			look.Flow(do))
		told.Refresh()
		p.window.Content().Refresh()
	})
}

// join takes the invitation in and shows the desk.
func (p *program) join(s *session, in desk.Invitation) {
	if !p.jobs.idle() {
		return // pressed twice
	}
	p.jobs.run(func(ctx context.Context, _ data.Progress) (err error) {
		s.desk, err = desk.Join(ctx, s.vault, in)
		return err
	}, func() { p.enter(s) })
}
