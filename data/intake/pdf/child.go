package pdf

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"time"

	"travaux/data"
	"travaux/data/intake/pdf/layout"
	"travaux/data/text"
)

// ReaderMain must be called first in main of a program that reads PDF files or
// shows their pages, and in TestMain of tests that do. If this process was started
// for that, it does so and exits; else it returns at once.
func ReaderMain() {
	work := answer
	switch os.Getenv(childEnv) {
	case "":
		return
	case childPaints: // until nobody asks any more
		work = paintFor
	default:
		time.AfterFunc(timeInAll, func() { os.Exit(1) }) // should nobody be there any more to stop it
	}
	confine()
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(memoryAimed)
	if work(os.Stdin, os.Stdout) != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// answer reads the document and writes messages; an error means that nobody
// hears them.
func answer(from io.Reader, to io.Writer) error {
	content, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	told := func(done, total int) error {
		body, err := json.Marshal([2]int{done, total})
		if err != nil {
			return err
		}
		return writeMessage(to, sayProgress, body)
	}
	if err := told(0, 0); err != nil {
		return err
	}
	e, err := startEngine(context.Background())
	var src *text.Source
	if err == nil {
		debug.FreeOSMemory() // what it took to start
		src, err = e.read(content, told)
	}
	if err == nil {
		var body []byte
		if body, err = json.Marshal(src); err == nil {
			if err = writeMessage(to, saySource, body); !errors.Is(err, errLong) {
				return err
			}
			err = data.E(CodeHeavy)
		}
	}
	return writeMessage(to, sayRefused, []byte(data.CodeOf(err)))
}

// read reads a document; told is told of every page.
func (e *engine) read(content []byte, told func(done, total int) error) (*text.Source, error) {
	d, err := e.open(content, "")
	if err != nil {
		return nil, err
	}
	pages := make([]layout.Page, 0, min(d.pages, 1000))
	words, unread := 0, 0
	for i := range d.pages {
		p, err := d.page(i)
		if err != nil {
			unread++
		}
		if words += len(p.Words); words > maxWords {
			return nil, data.E(CodeHeavy)
		}
		pages = append(pages, p)
		if err := told(i+1, d.pages); err != nil {
			return nil, err
		}
	}
	if unread == d.pages {
		return nil, data.E(CodeDamaged)
	}
	switch layout.Judge(pages) {
	case layout.Scanned:
		return nil, data.E(CodeScan)
	case layout.Unmapped:
		return nil, data.E(CodeUnmapped)
	}
	src := layout.Read(pages)
	if unread > 0 {
		src.Doubts = append(src.Doubts, "doubt.pdf-pages")
	}
	return src, nil
}
