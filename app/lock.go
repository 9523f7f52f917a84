package app

import (
	"os"
	"os/exec"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// idleWatch fires once nothing has been touched for the set time. It goes by
// the clock on the wall and looks at it often: timers stand still while a laptop
// sleeps, and a laptop that was closed over lunch is to be locked when it wakes.
type idleWatch struct {
	after time.Duration
	fired func()
	now   func() time.Time

	mu    sync.Mutex
	last  time.Time
	over  bool
	timer *time.Timer
}

// lookAgain is how often the watch looks at the clock.
const lookAgain = 20 * time.Second

// newIdleWatch starts the watch; minutes 0 never fires. Fired is called once,
// on the window's goroutine.
func newIdleWatch(minutes int, fired func()) *idleWatch {
	w := &idleWatch{after: time.Duration(minutes) * time.Minute, fired: func() { fyne.Do(fired) }, now: time.Now}
	w.last = w.wall()
	if minutes > 0 {
		w.timer = time.AfterFunc(lookAgain, w.look)
	}
	return w
}

// wall is the time without the reading that stands still in sleep.
func (w *idleWatch) wall() time.Time { return w.now().Round(0) }

// look fires if the time is over, else looks again later.
func (w *idleWatch) look() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.expire() && w.timer != nil && !w.over {
		w.timer.Reset(min(lookAgain, w.after))
	}
}

// expire fires if the time is over.
func (w *idleWatch) expire() bool {
	if w.over || w.after <= 0 || w.wall().Sub(w.last) < w.after {
		return false
	}
	w.over = true
	go w.fired()
	return true
}

// touch starts the time anew, unless it was over before: the first key after a
// long sleep unlocks nothing.
func (w *idleWatch) touch() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.expire() {
		w.last = w.wall()
	}
}

// stop ends the watch.
func (w *idleWatch) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.over = true
	if w.timer != nil {
		w.timer.Stop()
	}
}

// startAnew starts this program anew with the arguments; the caller then ends
// this process. A key cannot be forgotten in a running Go process; a new
// process never knew it.
func startAnew(args []string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(program, args...)
	c.Stdin, c.Stdout, c.Stderr = nil, os.Stdout, os.Stderr
	return c.Start()
}
