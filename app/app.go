package app

import (
	"context"
	_ "embed"
	"os"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
	"travaux/translations"
)

// Options are what the command line may say.
type Options struct {
	Vault      string    // folder to open; "" for the last one, or the start page
	Passphrase []byte    // opens Vault without asking
	Lang       data.Lang // interface language; "" for the one chosen before
	SystemLang data.Lang // offered first where none was chosen
	Theme      string    // "light", "dark", "contrast"; "" for the one chosen before
	Sample     bool      // open the sample negotiation
	Start      bool      // the start page, whatever was open last
}

//go:embed icon.png
var icon []byte

// appID names the program to the operating system and its preferences.
const appID = "org.travaux.desk"

// program is the running window.
type program struct {
	options  Options
	app      fyne.App
	window   fyne.Window
	settings settings
	loc      *translations.Localizer
	jobs     *jobs
	bar      *progressBar
	session  *session
	shell    *shell
	idle     *idleWatch
	recent   *recency // what was chosen in the palette
	end      func()   // the last act of quitting
	leaving  bool
}

// session is one open vault.
type session struct {
	dir    string
	sample bool
	vault  *vault.Vault
	desk   *desk.Desk
}

// Run opens the window and returns when it is closed. When ctx ends, the
// program does as if the window were closed.
func Run(ctx context.Context, o Options) error {
	if dir, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(dir, 0o700) // Fyne makes its own folder in it, but not the folder itself
	}
	a := fyneapp.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", icon))
	p := newProgram(a, o)
	textview.LayOutAhead(&textview.Background{Workers: runtime.GOMAXPROCS(0), Go: func(work func()) { go work() }, Post: fyne.Do})
	defer context.AfterFunc(ctx, func() { fyne.Do(p.quit) })()
	p.window.SetMaster()
	p.window.Resize(fyne.NewSize(1366, 740))
	p.window.CenterOnScreen()
	p.window.SetCloseIntercept(p.quit)
	p.end = endProcess
	p.begin()
	p.window.ShowAndRun()
	return p.last()
}

// last writes what is being typed and closes the vault where the toolkit ended
// the program by itself: on a signal, or from a menu of the system.
func (p *program) last() error {
	if p.shell != nil {
		p.shell.flush()
	}
	s := p.session
	p.session, p.shell = nil, nil
	p.jobs.settle()()
	if s == nil {
		return nil
	}
	return s.vault.Close()
}

func newProgram(a fyne.App, o Options) *program {
	p := &program{options: o, app: a, settings: settings{a.Preferences()}, recent: newRecency()}
	if o.Lang != "" {
		p.settings.setLang(o.Lang)
	}
	p.window = a.NewWindow(programName)
	p.end = p.window.Close
	p.window.SetPadded(false)
	look.OnTouch, look.OnZoom = p.touched, p.zoom
	if c, ok := p.window.Canvas().(desktop.Canvas); ok {
		c.SetOnKeyDown(func(*fyne.KeyEvent) { look.Touch() })
	}
	p.speak()
	t := *p.settings.theme(p.loc)
	switch look.Appearance(o.Theme) {
	case look.Light, look.Dark, look.HighContrast:
		t.Appearance = look.Appearance(o.Theme)
		p.settings.setTheme(&t)
	}
	look.Apply(&t)
	return p
}

// programName is the same in all languages.
const programName = "Travaux"

// speak takes the interface language from the settings.
func (p *program) speak() {
	lang, ok := p.settings.lang()
	if !ok {
		lang = p.options.SystemLang
	}
	p.loc = translations.New(string(lang))
	feedToolkit(p.loc)
	p.bar = newProgressBar(p.loc)
	if p.jobs == nil {
		p.jobs = newJobs(p.bar, p.fail)
	}
	p.jobs.bar = p.bar
}

// begin shows the first page.
func (p *program) begin() {
	switch {
	case p.options.Sample:
		p.openSample()
	case p.options.Vault != "" && p.options.Passphrase != nil:
		p.open(p.options.Vault, vault.Options{Passphrase: p.options.Passphrase})
	case p.options.Vault != "":
		p.showUnlock(p.options.Vault)
	case p.settings.vault() != "" && !p.options.Start:
		p.showUnlock(p.settings.vault())
	default:
		p.showStart()
	}
}

// show makes a page the whole window.
func (p *program) show(page fyne.CanvasObject) {
	p.listen()
	p.window.Canvas().SetOnTypedKey(nil)
	p.window.SetContent(look.Loose(page))
}

// touched notes that somebody is at the window.
func (p *program) touched() {
	if p.idle != nil {
		p.idle.touch()
	}
}

// open opens a vault and shows its desk.
func (p *program) open(dir string, o vault.Options) {
	var s *session
	p.showWait("start.opening")
	p.jobs.run(func(ctx context.Context, _ data.Progress) error {
		v, err := vault.Open(ctx, dir, o)
		if err != nil {
			return err
		}
		d, err := desk.Open(ctx, v)
		if _, waits := desk.WaitingCard(v); err != nil && !waits {
			v.Close()
			return err
		}
		s = &session{dir: dir, vault: v, desk: d}
		return nil
	}, func() {
		if s.desk == nil {
			p.showWaiting(s)
			return
		}
		p.enter(s)
	})
}

// enter shows the desk of an open vault.
func (p *program) enter(s *session) {
	p.session = s
	if !s.sample {
		p.settings.setVault(s.dir)
		p.watchIdle()
	}
	p.showShell()
	for _, notice := range s.vault.Notices() {
		p.fail(notice)
	}
}

// watchIdle starts the idle time anew. The sample is never locked by itself.
func (p *program) watchIdle() {
	if p.idle != nil {
		p.idle.stop()
		p.idle = nil
	}
	if p.session != nil && !p.session.sample {
		p.idle = newIdleWatch(p.settings.idle(), p.lock)
	}
}

// leave writes what is being typed, lets the work under way end and closes the
// vault; then is told how that went.
func (p *program) leave(then func(error)) {
	if p.idle != nil {
		p.idle.stop()
	}
	if p.shell != nil {
		p.shell.flush()
		p.shell.keepSplits()
		p.shell.leaveScreen()
	}
	s := p.session
	p.session, p.shell = nil, nil
	if s == nil && p.jobs.idle() {
		then(nil)
		return
	}
	wait := p.jobs.settle()
	p.showWait("start.closing")
	var failed error
	p.jobs.run(func(context.Context, data.Progress) error {
		wait()
		if s != nil {
			failed = s.vault.Close()
		}
		return nil
	}, func() { then(failed) })
}

// quit ends the program with everything written. What goes wrong is said once;
// closing the window again then ends the program.
func (p *program) quit() {
	if p.leaving {
		return
	}
	p.leaving = true
	p.leave(func(err error) {
		p.leaving = false
		if err != nil {
			p.fail(err)
			return
		}
		p.end()
	})
}

// preferencesDelay is how long Fyne waits before it writes a changed preference.
const preferencesDelay = 150 * time.Millisecond

// endProcess ends the program once the vault is closed and the preferences are
// written. Fyne's own way out can still be sent an event after its queue was
// closed, which is a panic.
func endProcess() { time.AfterFunc(preferencesDelay, func() { os.Exit(0) }) }

// lock closes the vault and starts the program anew at the unlock page.
func (p *program) lock() {
	if p.session == nil {
		return
	}
	args := []string{"--vault", p.session.dir}
	if p.session.sample {
		args = []string{"--start"}
	}
	p.leave(func(error) { // whatever went wrong, the keys must not stay
		if err := startAnew(args); err != nil {
			p.fail(data.E(data.CodeInternal).Because(err))
			return
		}
		os.Exit(0)
	})
}
