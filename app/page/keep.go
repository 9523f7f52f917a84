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
	defer k.mu.Unlock()
	k.latest[key] = text
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
