package capture

import (
	"context"
	"sync"
	"time"

	"travaux/data"
)

// recorder does what was asked for, one thing after another, off the window's
// goroutine.
type recorder struct {
	mu      sync.Mutex
	idle    sync.Cond
	jobs    []func(context.Context)
	working bool
}

func (r *recorder) init() { r.idle.L = &r.mu }

// add puts work at the end; it reports whether somebody must begin to do it.
func (r *recorder) add(job func(context.Context)) (begin bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.jobs = append(r.jobs, job)
	begin = !r.working
	r.working = true
	return begin
}

// work does all there is. Whoever stops it stops none of it: a line that was
// taken is recorded.
func (r *recorder) work(ctx context.Context) {
	ctx = context.WithoutCancel(ctx)
	for {
		r.mu.Lock()
		if len(r.jobs) == 0 {
			r.working = false
			r.idle.Broadcast()
			r.mu.Unlock()
			return
		}
		job := r.jobs[0]
		r.jobs = r.jobs[1:]
		r.mu.Unlock()
		job(ctx)
	}
}

// wait returns when there is nothing to do any more.
func (r *recorder) wait() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.working {
		r.idle.Wait()
	}
}

// do does something after all that was asked for before.
func (b *Bar) do(job func(context.Context)) {
	if b.recorder.add(job) {
		b.room.Run(func(ctx context.Context, _ data.Progress) error {
			b.recorder.work(ctx)
			return nil
		}, b.done)
	}
}

// done is told that lines were recorded, or failed.
func (b *Bar) done() {
	if b.stale.IsZero() {
		b.stale = time.Now()
	}
	b.tellSoon()
	b.Refresh()
}

// The panes are told of what was recorded when nobody has typed for a while: to
// show them anew takes longer than a key. They wait so long at most.
const (
	tellAfter = 400 * time.Millisecond
	tellMost  = 4 * time.Second
)

func (b *Bar) tellSoon() {
	if b.waiting {
		return
	}
	b.waiting = true
	b.room.Later(tellAfter, func() {
		b.waiting = false
		switch {
		case b.stale.IsZero():
		case time.Since(b.touched) < tellAfter && time.Since(b.stale) < tellMost:
			b.tellSoon()
		default:
			b.stale = time.Time{}
			b.room.Changed()
		}
	})
}

// record records a line that was just taken.
func (b *Bar) record(x *line) {
	views := b.viewsOf(x)
	b.do(func(ctx context.Context) {
		recorded, err := b.room.Desk.RecordViews(ctx, views)
		x.finish(recorded, nil, err)
	})
}

// correct makes of the views of a line those of another one, which may say nothing
// any more. Only when its turn comes is it known what there is to correct.
func (b *Bar) correct(was, x *line) {
	views := b.viewsOf(x)
	b.do(func(ctx context.Context) {
		old := was.state().views
		if len(old) > 0 {
			for i := range views { // when it was said, and in which turn, is known
				views[i].Said, views[i].Turn = time.Time{}, data.ID{}
			}
		}
		recorded, err := b.room.Desk.CorrectViews(ctx, old, views)
		x.finish(recorded, old, err)
	})
}

// takeBack takes a line back.
func (b *Bar) takeBack(x *line) {
	b.do(func(ctx context.Context) {
		if err := b.room.Desk.TakeBackViews(ctx, x.state().views); err != nil {
			x.finish(nil, x.state().views, err)
			x.setGone(false)
		}
	})
}

// viewsOf are the views of a line, dated by the moment it was taken.
func (b *Bar) viewsOf(x *line) []data.View {
	views := x.entry.Views()
	for i := range views {
		views[i].Said = x.said
		views[i].Turn = b.floorTurn(views[i].By)
	}
	return views
}
