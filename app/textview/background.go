package textview

import (
	"runtime"
	"sync"
	"sync/atomic"
	"weak"

	"travaux/translations/typeset"
)

// Background lays text out beside the window, so that heights are known and
// layouts ready before one scrolls to them.
type Background struct {
	// Workers is how many run at a time.
	Workers int
	// Go runs work on a goroutine of its own.
	Go func(work func())
	// Post runs a function on the window's goroutine.
	Post func(take func())
}

// background is what all Documents use; nil: everything is laid out when it comes
// into view.
var background *Background

// LayOutAhead sets how all Documents lay text out beside the window from now on;
// nil, as at first, lets them not do so.
func LayOutAhead(b *Background) { background = b }

// engines are those of workers; each belongs to one at a time and remembers the
// words it has shaped.
var engines = sync.Pool{New: func() any { return typeset.New() }}

// batch is how many rows are handed over at once.
const batch = 24

// job lays some rows out. It holds what it needs and neither the window nor the
// Documents, which may go meanwhile.
type job struct {
	members []plan
	rows    []int // in the order in which they are wanted
	next    atomic.Int64
	left    atomic.Int64 // workers at work
	stopped atomic.Bool
	owner   weak.Pointer[flow]
	post    func(func())
}

// plan is what a job knows of a member.
type plan struct {
	sizes  measures
	blocks []Block
}

// laid is a row that was laid out: one layout for each member.
type laid struct {
	row int
	set []*setBlock
}

// work takes rows until there are none left.
func (j *job) work() {
	e := engines.Get().(*typeset.Engine)
	defer engines.Put(e)
	var done []laid
	for !j.over() {
		k := int(j.next.Add(1)) - 1
		if k >= len(j.rows) {
			break
		}
		row := laid{row: j.rows[k]}
		for _, m := range j.members {
			row.set = append(row.set, m.sizes.set(e.Set, &m.blocks[row.row]))
		}
		if done = append(done, row); len(done) == batch {
			j.give(done, false)
			done = nil
		}
		runtime.Gosched() // the window comes first
	}
	j.give(done, j.left.Add(-1) == 0)
}

// over tells that nobody wants the rest.
func (j *job) over() bool { return j.stopped.Load() || j.owner.Value() == nil }

// give hands rows to the window's goroutine; last says that no more will come.
func (j *job) give(rows []laid, last bool) {
	if j.over() || len(rows) == 0 && !last {
		return
	}
	j.post(func() {
		if f := j.owner.Value(); f != nil && f.job == j {
			f.takeOver(rows, last)
		}
	})
}

// near is how many rows around the view are to be laid out before they come into
// it; a job for them begins when one within half of that is missing.
const near = 60

// lookAhead begins a job for the rows around the view and for those whose height
// is not known yet, unless one is under way.
func (f *flow) lookAhead() {
	b := background
	if b == nil || f.job != nil || f.len() == 0 {
		return
	}
	rows := f.wanted()
	if len(rows) == 0 {
		return
	}
	j := &job{rows: rows, owner: weak.Make(f), post: b.Post}
	for _, d := range f.members {
		j.members = append(j.members, plan{d.sizes, d.blocks})
	}
	f.job = j
	n := min(max(b.Workers, 1), (len(rows)+batch-1)/batch)
	j.left.Store(int64(n))
	for range n {
		b.Go(j.work)
	}
}

// wanted are the rows that a job is to lay out, those nearest to the view first.
func (f *flow) wanted() []int {
	first, last := f.inView()
	lacking := func(i int) bool {
		for _, d := range f.members {
			if d.set[i] == nil {
				return true
			}
		}
		return false
	}
	var rows []int
	urgent := false
	for step := 1; first-step >= 0 || last+step < f.len(); step++ {
		for _, i := range [...]int{last + step, first - step} {
			switch {
			case i < 0 || i >= f.len():
			case !f.column.known[i]:
				rows, urgent = append(rows, i), true
			case step <= near && lacking(i):
				rows = append(rows, i)
				urgent = urgent || step <= near/2
			}
		}
	}
	if !urgent {
		return nil
	}
	return rows
}

// takeOver takes rows from a job. What is in view stays where it is.
func (f *flow) takeOver(rows []laid, last bool) {
	total := f.column.total()
	f.hold(func() {
		for _, r := range rows {
			f.take(r)
		}
	})
	if last {
		f.job = nil
	}
	if f.column.total() != total || last {
		f.arrange()
	}
}

// take takes one row, unless it was laid out meanwhile.
func (f *flow) take(r laid) {
	fresh := false
	for i, d := range f.members {
		if d.set[r.row] == nil {
			d.set[r.row], fresh = r.set[i], true
		}
	}
	if fresh {
		f.column.set(r.row, f.align(r.row))
	}
}

// stop ends the job under way: what it is for has changed.
func (f *flow) stop() {
	if f.job != nil {
		f.job.stopped.Store(true)
		f.job = nil
	}
}
