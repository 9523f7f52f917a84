package app

import (
	"os"
	"os/exec"
	"time"

	"fyne.io/fyne/v2"
)

// idleWatch calls fired once nothing has been touched for the set time.
type idleWatch struct {
	after time.Duration
	fired func()
	timer *time.Timer
}

// newIdleWatch starts the watch; minutes 0 never fires.
func newIdleWatch(minutes int, fired func()) *idleWatch {
	w := &idleWatch{after: time.Duration(minutes) * time.Minute, fired: fired}
	if minutes > 0 {
		w.timer = time.AfterFunc(w.after, func() { fyne.Do(fired) })
	}
	return w
}

// touch starts the time anew.
func (w *idleWatch) touch() {
	if w.timer != nil {
		w.timer.Reset(w.after)
	}
}

// stop ends the watch.
func (w *idleWatch) stop() {
	if w.timer != nil {
		w.timer.Stop()
	}
}

// restart starts this program anew with the arguments and ends this process.
// A key cannot be forgotten in a running Go process; a new process never
// knew it.
func restart(args []string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(program, args...)
	c.Stdin, c.Stdout, c.Stderr = nil, os.Stdout, os.Stderr
	if err := c.Start(); err != nil {
		return err
	}
	os.Exit(0)
	return nil
}
