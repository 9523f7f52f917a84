package page

import (
	"strings"
	"sync"

	"travaux/data/desk"
)

// Keep writes what is being typed to the disk as it is typed, before it becomes
// an act: the latest text of each key, as fast as the disk takes it. It may be
// used from any goroutine.
type Keep struct {
	desk *desk.Desk
	fail func(error) // told, on any goroutine, of what could not be kept

	mu      sync.Mutex
	latest  map[string]string
	writing bool
	done    sync.Cond
}

// unwritten are the Keeps that have something for the disk.
var unwritten = struct {
	sync.Mutex
	keeps map[*Keep]bool
}{keeps: map[*Keep]bool{}}

// Flush returns when all that was noted over a desk is on the disk, or has
// failed once more: before a page is left and before the vault is closed. It
// belongs to the window's goroutine.
func Flush(d *desk.Desk) {
	for _, k := range unwrittenOf(d) {
		k.start()
		k.Wait()
	}
}

func unwrittenOf(d *desk.Desk) (all []*Keep) {
	unwritten.Lock()
	defer unwritten.Unlock()
	for k := range unwritten.keeps {
		if k.desk == d {
			all = append(all, k)
		}
	}
	return all
}

// wants says whether there is something for the disk.
func (k *Keep) wants(it bool) {
	unwritten.Lock()
	defer unwritten.Unlock()
	if it {
		unwritten.keeps[k] = true
	} else {
		delete(unwritten.keeps, k)
	}
}

// NewKeep makes a Keep over a desk.
func NewKeep(d *desk.Desk, fail func(error)) *Keep {
	k := &Keep{desk: d, fail: fail, latest: map[string]string{}}
	k.done.L = &k.mu
	return k
}

// typed tells a kept text from none: an emptied field is kept too.
const typed = "="

// Note takes down what a field holds now.
func (k *Keep) Note(key, text string) { k.put(key, typed+text) }

// Drop forgets a text that has become an act.
func (k *Keep) Drop(key string) { k.put(key, "") }

// Read returns what was typed and has not become an act.
func (k *Keep) Read(key string) (text string, ok bool) {
	k.mu.Lock()
	kept, noted := k.latest[key]
	k.mu.Unlock()
	if !noted {
		kept = k.desk.Scratch(key)
	}
	return strings.CutPrefix(kept, typed)
}

// most is how many bytes of one text the vault keeps: a little less than fit
// into one of its frames, for the key and what stands around it.
const most = 1<<20 - 1024

// Fits reports whether a text is short enough to be kept.
func Fits(text string) bool { return len(typed)+len(text) <= most }

// Wait returns when all that was noted is on the disk, or has failed.
func (k *Keep) Wait() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for k.writing {
		k.done.Wait()
	}
}

func (k *Keep) put(key, text string) {
	k.mu.Lock()
	k.latest[key] = text
	k.wants(true)
	k.mu.Unlock()
	k.start()
}

// start begins to write what was noted, also what the disk did not take before.
func (k *Keep) start() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.writing {
		k.writing = true
		go k.write()
	}
}

// write writes until nothing newer has come meanwhile.
func (k *Keep) write() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for len(k.latest) > 0 {
		todo := make(map[string]string, len(k.latest))
		for key, text := range k.latest {
			todo[key] = text
		}
		k.mu.Unlock()
		err := k.keep(todo)
		k.mu.Lock()
		if err != nil {
			k.fail(err)
			break
		}
		for key, text := range todo {
			if k.latest[key] == text {
				delete(k.latest, key)
			}
		}
	}
	k.wants(len(k.latest) > 0)
	k.writing = false
	k.done.Broadcast()
}

func (k *Keep) keep(todo map[string]string) error {
	for key, text := range todo {
		if err := k.desk.SetScratch(key, text); err != nil {
			return err
		}
	}
	return nil
}
