package app

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/vault"
)

// clock is a clock that tests set.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// watched is a watch of fifteen minutes on a clock of its own.
func watched() (w *idleWatch, c *clock, fired chan bool) {
	c, fired = &clock{at: time.Now()}, make(chan bool, 9)
	w = newIdleWatch(15, nil)
	w.now, w.fired = c.now, func() { fired <- true }
	return w, c, fired
}

func TestTheVaultIsLockedWhenNobodyIsThere(t *testing.T) {
	w, c, fired := watched()
	defer w.stop()
	for range 10 {
		c.pass(14 * time.Minute)
		w.touch()
		w.look()
	}
	if len(fired) > 0 {
		t.Fatal("locked while somebody was there")
	}
	c.pass(15 * time.Minute)
	w.look()
	<-fired
	w.look()
	w.touch()
	if len(fired) > 0 {
		t.Error("fired twice")
	}
}

func TestTheFirstKeyAfterALongSleepLocks(t *testing.T) {
	w, c, fired := watched()
	defer w.stop()
	c.pass(8 * time.Hour)
	w.touch()
	<-fired
}

func TestAStoppedWatchIsSilent(t *testing.T) {
	w, c, fired := watched()
	w.stop()
	c.pass(time.Hour)
	w.look()
	w.touch()
	if len(fired) > 0 {
		t.Error("it fires")
	}
}

func TestWhateverIsTouchedStartsTheIdleTimeAnew(t *testing.T) {
	p := openedSample(t, data.English)
	w, c, fired := watched()
	p.idle = w
	c.pass(14 * time.Minute)
	look.Touch()
	c.pass(14 * time.Minute)
	p.shell.typed(&fyne.KeyEvent{Name: fyne.KeyF2})
	c.pass(14 * time.Minute)
	w.look()
	if len(fired) > 0 {
		t.Error("locked while somebody was there")
	}
}

// lightVault makes a vault that unlocks fast, with a desk in it.
func lightVault(t testing.TB, dir string) *session {
	t.Helper()
	v, _, err := vault.Create(context.Background(), dir, vault.Options{
		Passphrase: []byte("tests only"), KDF: vault.KDF{Time: 1, Memory: 8, Threads: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Found(context.Background(), v, data.Negotiation{}, data.Member{Name: "A", Role: data.RoleHead})
	if err != nil {
		t.Fatal(err)
	}
	return &session{dir: dir, vault: v, desk: d}
}

func TestClosingAtTheRecoveryCodeKeepsTheVault(t *testing.T) {
	p := newTestProgram(t, data.English)
	s := lightVault(t, filepath.Join(t.TempDir(), "vault"))
	p.showRecovery(s, "aaaa-bbbb", func() {})
	p.quit()
	if got := p.settings.vault(); got != s.dir {
		t.Errorf("the next start offers %q", got)
	}
	v, err := vault.Open(context.Background(), s.dir, vault.Options{Passphrase: []byte("tests only")})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if notes := v.Notices(); len(notes) > 0 {
		t.Errorf("it was not closed cleanly: %v", notes)
	}
}

func TestAnActUnderWayIsTakenBeforeTheVaultCloses(t *testing.T) {
	p := newTestProgram(t, data.English)
	s := lightVault(t, filepath.Join(t.TempDir(), "vault"))
	p.enter(s)
	window := make(chan func(), 99) // the window's goroutine is this one
	p.jobs.post = func(f func()) { window <- f }
	p.jobs.spawn = func(f func()) { go f() }
	begun, may := make(chan bool), make(chan bool)
	told := false
	p.shell.room.Act(func(ctx context.Context) error {
		close(begun)
		<-may
		return s.desk.SetNegotiation(ctx, data.Negotiation{Session: data.Words{data.English: "Third"}})
	}, func() { told = true })
	<-begun
	closed := false
	p.leave(func(err error) {
		if err != nil {
			t.Error(err)
		}
		closed = true
	})
	close(may)
	for !closed {
		(<-window)()
	}
	if told {
		t.Error("the work speaks to a window that is gone")
	}
	v, err := vault.Open(context.Background(), s.dir, vault.Options{Passphrase: []byte("tests only")})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	d, err := desk.Open(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	if d.Negotiation().Session[data.English] != "Third" {
		t.Error("the act is lost")
	}
}

func TestWorkThatLastsIsStopped(t *testing.T) {
	p := newTestProgram(t, data.English)
	p.jobs.post = func(func()) {}
	p.jobs.spawn = func(f func()) { go f() }
	ended := make(chan error, 1)
	p.jobs.run(func(ctx context.Context, _ data.Progress) error {
		<-ctx.Done()
		ended <- ctx.Err()
		return ctx.Err()
	}, nil)
	p.jobs.settle()()
	if err := <-ended; err == nil {
		t.Error("it was not stopped")
	}
}
