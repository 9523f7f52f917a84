package app

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play"
	"travaux/data/vault"
	"travaux/translations"
)

// card centres a column on the page, as wide as is readable: the width is for
// normal text and grows with it as far as the window allows.
func card(width float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
	sheet := look.Ground(look.ColourPaper, look.Inset(28, 28, 32, 32, look.Column(objects...)))
	return look.Ground(look.ColourSurface, container.NewVScroll(container.New(&cardLayout{width: width}, sheet)))
}

// cardLayout gives its one object a width and the height it asks for, in the
// middle and on whole pixels: a field between two pixels loses an edge.
type cardLayout struct {
	width float32 // for normal text
	given float32 // by the window
}

func (c *cardLayout) wide() float32 {
	width := look.Scaled(c.width)
	if c.given > 0 {
		width = min(width, c.given)
	}
	return width
}

// Layout implements fyne.Layout.
func (c *cardLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	c.given = size.Width
	width, height := c.wide(), c.MinSize(o).Height
	o[0].Resize(fyne.NewSize(width, height))
	x, y := max((size.Width-width)/2, 0), max((size.Height-height)/2, 0)
	o[0].Move(fyne.NewPos(float32(int(x)), float32(int(y))))
}

// MinSize implements fyne.Layout.
func (c *cardLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	if width := c.wide(); o[0].Size().Width != width {
		o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height)) // words wrap only once they know the width
	}
	return fyne.NewSize(100, o[0].MinSize().Height)
}

// widthLayout gives its one object at least a width.
type widthLayout struct{ width float32 }

// Layout implements fyne.Layout.
func (w *widthLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.Position{})
}

// MinSize implements fyne.Layout.
func (w *widthLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	if o[0].Size().Width < w.width {
		o[0].Resize(fyne.NewSize(w.width, o[0].Size().Height))
	}
	return fyne.NewSize(w.width, o[0].MinSize().Height)
}

// showStart is the first page: language, then what to open.
func (p *program) showStart() {
	objects := []fyne.CanvasObject{
		look.Heading(programName),
		look.Wrapped(p.loc.T("start.welcome")),
		p.languages(p.showStart),
		p.textSizes(),
		look.Rule(),
		look.NewPrimary(p.loc.T("start.create"), p.showCreate),
		look.NewButton(p.loc.T("start.join"), p.showJoin),
		look.NewButton(p.loc.T("start.sample"), p.openSample),
		look.NewButton(p.loc.T("start.open"), p.chooseVault),
		look.NewButton(p.loc.T("start.restore"), p.showRestore),
		look.Rule(),
		look.Wrapped(p.loc.T("start.note")),
	}
	p.show(card(520, objects...))
}

// languages is a row of the six languages by their own names; choosing one
// changes the language at once and shows the page again.
func (p *program) languages(again func()) fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, lang := range data.Langs {
		b := look.NewButton(translations.Endonym(string(lang)), func() { p.setLanguage(lang); again() })
		if string(lang) == p.loc.Lang() {
			b.Rank(look.Primary)
		}
		buttons = append(buttons, b)
	}
	equal := []float32{1, 1, 1}
	return look.Column(page.Columns(equal, buttons[:3]...), page.Columns(equal, buttons[3:]...))
}

// textSizes are two buttons that make the text smaller and larger, for those who
// cannot read this yet.
func (p *program) textSizes() fyne.CanvasObject {
	return look.Row(look.Space(),
		look.NewIconButton(look.IconLess, "", func() { p.zoom(-1) }).WithTip(p.loc.T("command.smaller")),
		look.NewText(p.loc.T("command.text-size")),
		look.NewIconButton(look.IconAdd, "", func() { p.zoom(1) }).WithTip(p.loc.T("command.larger")))
}

// setLanguage changes the interface language and the direction of the window.
func (p *program) setLanguage(lang data.Lang) {
	p.settings.setLang(lang)
	p.speak()
	t := *p.settings.theme(p.loc)
	look.Apply(&t)
}

// heading is a title of any length.
func heading(words string) *look.Text {
	t := look.Heading(words)
	t.Wrap = true
	return t
}

// showWait is the page while a vault opens or closes.
func (p *program) showWait(id string) {
	p.show(look.Ground(look.ColourSurface, container.NewCenter(look.Column(look.NewText(p.loc.T(id)), p.bar.box))))
}

// showUnlock asks for the passphrase of a vault.
func (p *program) showUnlock(dir string) {
	field := textview.NewSecret()
	field.Placeholder = p.loc.T("start.passphrase")
	recovery := look.NewCheck(p.loc.T("start.use-recovery"), false, func(on bool) { field.SetMasked(!on) })
	unlock := func() {
		o := vault.Options{Passphrase: []byte(field.Text())}
		if recovery.Ticked() {
			o = vault.Options{RecoveryCode: field.Text()}
		}
		p.jobs.fail = func(err error) { p.showUnlock(dir); p.fail(err) }
		p.open(dir, o)
	}
	field.OnSubmitted = func(string) { unlock() }
	p.show(card(460,
		look.Heading(programName),
		look.Wrapped(p.loc.T("start.unlock")),
		look.MutedWrapped(p.loc.Isolate(dir)),
		field,
		recovery,
		look.Flow(look.NewPrimary(p.loc.T("start.unlock.do"), unlock), look.NewButton(p.loc.T("start.other"), p.showStart)),
		p.languages(func() { p.showUnlock(dir) }),
		p.textSizes(),
	))
	p.window.Canvas().Focus(field)
}

// openSample opens the sample negotiation, making its vault the first time. It
// holds nothing secret, so its passphrase is in the program.
func (p *program) openSample() {
	p.showWait("start.sample.making")
	p.jobs.fail = func(err error) { p.showStart(); p.fail(err) }
	var s *session
	lang := data.Lang(p.loc.Lang())
	p.jobs.run(func(ctx context.Context, progress data.Progress) error {
		v, d, err := OpenSample(ctx, lang, progress)
		if err != nil {
			return err
		}
		s = &session{sample: true, vault: v, desk: d}
		return nil
	}, func() {
		p.settings.setLang(lang)
		p.enter(s)
	})
}

// samplePassphrase protects nothing: the sample is public.
const samplePassphrase = "sample negotiation"

// OpenSample opens the vault of the sample negotiation in the user's cache
// folder, made the first time, one for every language its story is told in.
func OpenSample(ctx context.Context, lang data.Lang, progress data.Progress) (*vault.Vault, *desk.Desk, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return nil, nil, data.E(data.CodeFile, "name", "cache").Because(err)
	}
	dir := filepath.Join(base, "travaux", "sample-"+string(lang))
	o := vault.Options{Passphrase: []byte(samplePassphrase), KDF: vault.KDF{Time: 1, Memory: 64, Threads: 1}}
	v, err := vault.Open(ctx, dir, o)
	if err == nil {
		if d, err := desk.Open(ctx, v); err == nil {
			return v, d, nil
		}
		v.Close() // its making was interrupted: it is made again
	}
	if data.CodeOf(err) == vault.CodeInUse {
		return nil, nil, err
	}
	return makeSample(ctx, dir, o, lang, progress)
}

func makeSample(ctx context.Context, dir string, o vault.Options, lang data.Lang, progress data.Progress) (*vault.Vault, *desk.Desk, error) {
	if err := os.RemoveAll(dir); err != nil {
		return nil, nil, data.E(data.CodeFile, "name", "sample").Because(err)
	}
	v, _, err := vault.Create(ctx, dir, o)
	if err != nil {
		return nil, nil, err
	}
	d, err := play.Into(ctx, v, lang, progress)
	if err != nil {
		v.Close()
		os.RemoveAll(dir)
		return nil, nil, err
	}
	return v, d, nil
}
