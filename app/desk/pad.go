package desk

import (
	"maps"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/room"
	work "travaux/data/desk"
)

// keepAfter is how long typing waits for more typing before it goes to disk.
const keepAfter = 400 * time.Millisecond

// pad keeps what is being typed and is not yet an act: in memory at once, on
// the disk keepAfter after the first key. Each text has a key that names field
// and provision. It may be used from any goroutine.
type pad struct {
	desk  *work.Desk
	fail  func(error)                 // told of what could not be kept
	later func(time.Duration, func()) // runs a function after a time, on any goroutine
	post  func(func())                // runs a function on the window's goroutine
	moved func()                      // on the window's goroutine: texts have come to the disk, or gone

	mu      sync.Mutex
	dirty   map[string]string
	waiting bool
	writing sync.Mutex
}

func newPad(r *room.Room, fail func(error)) *pad {
	return &pad{
		desk: r.Desk, fail: fail, dirty: map[string]string{},
		later: func(d time.Duration, f func()) { r.Later(d, func() { go f() }) },
		post:  fyne.Do,
	}
}

// leaveAfter is how long a field that was left waits before it is written. The
// press that took the keyboard away is over by then: an act makes parts of the
// window anew, and a button made anew under the pointer would miss its press.
const leaveAfter = 250 * time.Millisecond

// soon runs a function on the window's goroutine, a moment from now.
func (p *pad) soon(f func()) { p.later(leaveAfter, func() { p.post(f) }) }

// typed is how a kept text is told from no text: an emptied field is kept too.
const typed = "="

// onWindow runs a function on the window's goroutine, after what it is doing.
func (p *pad) onWindow(f func()) { p.post(f) }

// note takes down what a field holds now.
func (p *pad) note(key, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dirty[key] = typed + text
	if !p.waiting {
		p.waiting = true
		p.later(keepAfter, func() {
			moved, err := p.keep()
			if err != nil {
				p.fail(err)
			}
			if moved {
				p.tell()
			}
		})
	}
}

// read returns what was typed into a field and has not become an act.
func (p *pad) read(key string) (text string, ok bool) {
	p.mu.Lock()
	kept, noted := p.dirty[key]
	p.mu.Unlock()
	if !noted {
		kept = p.desk.Scratch(key)
	}
	return strings.CutPrefix(kept, typed)
}

// drop forgets a text that has become an act, unless more has been typed since.
func (p *pad) drop(key, text string) error {
	if now, ok := p.read(key); !ok || now != text {
		return nil
	}
	p.mu.Lock()
	p.dirty[key] = ""
	p.mu.Unlock()
	_, err := p.keep()
	return err
}

// tell says that it is another set of fields now that holds unsent typing.
func (p *pad) tell() {
	if p.moved != nil {
		p.post(p.moved)
	}
}

// keep writes all that was noted to the disk. What the disk does not take stays
// noted, for the next time. It reports whether the disk now holds a text under a
// key where it held none, or the other way round.
func (p *pad) keep() (moved bool, err error) {
	p.writing.Lock()
	defer p.writing.Unlock()
	p.mu.Lock()
	todo := maps.Clone(p.dirty)
	p.waiting = false
	p.mu.Unlock()
	for key, text := range todo {
		before := p.desk.Scratch(key)
		if err := p.desk.SetScratch(key, text); err != nil {
			return moved, err
		}
		moved = moved || (before == "") != (text == "")
		p.mu.Lock()
		if p.dirty[key] == text { // else more has been typed meanwhile
			delete(p.dirty, key)
		}
		p.mu.Unlock()
	}
	return moved, nil
}
