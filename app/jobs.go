package app

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"travaux/data"
)

// showAfter is how long work may last before its progress is shown.
const showAfter = 300 * time.Millisecond

// jobs runs slow work off the window's goroutine. One bar shows the latest.
type jobs struct {
	bar     *progressBar
	fail    func(error)
	post    func(func()) // fyne.Do, or at once in tests
	spawn   func(func()) // go, or at once in tests
	later   later
	running map[int]*job
	next    int
}

// later does something on the window's goroutine after a while; stop prevents
// it. Tests never do it: their window has no goroutine of its own.
type later func(after time.Duration, do func()) (stop func())

func onWindow(after time.Duration, do func()) func() {
	timer := time.AfterFunc(after, func() { fyne.Do(do) })
	return func() { timer.Stop() }
}

// job is one piece of work under way.
type job struct {
	stop  context.CancelFunc
	done  chan struct{} // closed when the work has returned
	quiet bool          // nobody wants to know how it ends
}

func newJobs(bar *progressBar, fail func(error)) *jobs {
	return &jobs{
		bar: bar, fail: fail, post: fyne.Do,
		spawn:   func(f func()) { go f() },
		later:   onWindow,
		running: map[int]*job{},
	}
}

// watch passes progress on to the bar, at most twenty times a second.
type watch struct {
	jobs *jobs
	last atomic.Int64
}

// Done implements data.Progress.
func (w *watch) Done(done, total int) {
	now := time.Now().UnixMilli()
	if last := w.last.Load(); now-last < 50 || !w.last.CompareAndSwap(last, now) {
		return
	}
	w.jobs.post(func() { w.jobs.bar.set(done, total) })
}

// run does work in the background, then calls then in the window's goroutine;
// an error is shown instead. Work that was stopped says nothing.
func (j *jobs) run(work func(context.Context, data.Progress) error, then func()) {
	ctx, stop := context.WithCancel(context.Background())
	id := j.next
	j.next++
	this := &job{stop: stop, done: make(chan struct{})}
	j.running[id] = this
	inTime := j.later(showAfter, func() { j.show(id) })
	j.spawn(func() {
		err := work(ctx, &watch{jobs: j})
		close(this.done)
		j.post(func() {
			inTime()
			stop()
			delete(j.running, id)
			j.bar.hide(len(j.running) == 0)
			switch {
			case this.quiet:
			case err == nil:
				if then != nil {
					then()
				}
			case ctx.Err() != nil && data.CodeOf(err) == data.CodeCancelled:
			default:
				j.fail(err)
			}
		})
	})
}

func (j *jobs) show(id int) {
	if this, still := j.running[id]; still {
		j.bar.show(this.stop)
	}
}

// patience is how long work under way may go on when the vault is to be closed:
// enough for every act of a person.
const patience = 2 * time.Second

// settle makes all work under way quiet and returns what waits, off the window's
// goroutine, until none of it goes on: what lasts is stopped.
func (j *jobs) settle() (wait func()) {
	var under []*job
	for _, this := range j.running {
		this.quiet = true
		under = append(under, this)
	}
	return func() {
		enough := time.After(patience)
		for _, this := range under {
			select {
			case <-this.done:
				continue
			case <-enough:
			}
			for _, all := range under {
				all.stop()
			}
			<-this.done
		}
	}
}

// idle reports whether nothing runs.
func (j *jobs) idle() bool { return len(j.running) == 0 }
