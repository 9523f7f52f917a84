package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"time"

	"travaux/data"
	"travaux/data/text"
)

// childEnv says to a process of this program that it is a reader, with the value
// childPaints one that shows pages.
const (
	childEnv    = "TRAVAUX_PDF"
	childPaints = "pages"
)

// Read reads a PDF. Progress is told page by page. Errors carry one of the codes
// of this package, or data.CodeCancelled.
func Read(ctx context.Context, content []byte, progress data.Progress) (*text.Source, error) {
	if os.Getenv(childEnv) != "" {
		return nil, data.E(CodeReader) // a reader that does not know that it is one
	}
	if !bytes.Contains(content, []byte("obj")) {
		return nil, data.E(CodeDamaged) // nothing that any reader could find
	}
	if ctx.Err() != nil {
		return nil, data.E(data.CodeCancelled).Because(ctx.Err())
	}
	program, err := os.Executable()
	if err != nil {
		return nil, data.E(CodeReader).Because(err)
	}
	inAll, stop := context.WithTimeout(ctx, timeInAll)
	defer stop()
	child := exec.CommandContext(inAll, program)
	child.Env = append(os.Environ(), childEnv+"=1")
	child.Stdin = bytes.NewReader(content)
	child.WaitDelay = time.Second
	answers, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		return nil, data.E(CodeReader).Because(err)
	}
	src, err := listen(answers, progress, stop)
	heavy := inAll.Err() != nil
	stop() // a child that has said all, or something wrong, has nothing more to do
	_ = child.Wait()
	switch {
	case ctx.Err() != nil:
		return nil, data.E(data.CodeCancelled).Because(ctx.Err())
	case heavy:
		return nil, data.E(CodeHeavy)
	}
	return src, err
}

// listen takes the child's messages until the last. A child that is silent for
// too long is stopped.
func listen(from io.Reader, progress data.Progress, stop func()) (*text.Source, error) {
	silent := time.AfterFunc(timeSilent, stop)
	defer silent.Stop()
	for {
		m, err := readMessage(from)
		if err != nil { // it ended without a last word: the file brought it down
			return nil, data.E(CodeDamaged).Because(err)
		}
		silent.Reset(timeSilent)
		switch m.kind {
		case sayProgress:
			var done [2]int
			if json.Unmarshal(m.body, &done) == nil {
				progress.Done(done[0], done[1])
			}
		case sayRefused:
			return nil, refusal(m.body)
		case saySource:
			src := &text.Source{}
			if err := json.Unmarshal(m.body, src); err != nil || !sound(src) {
				return nil, data.E(CodeDamaged).Because(err)
			}
			return src, nil
		default:
			return nil, data.E(CodeReader)
		}
	}
}

// refusal is the error with a code that the child gave.
func refusal(code []byte) error {
	for _, known := range []data.Code{CodeLocked, CodeScan, CodeUnmapped, CodeDamaged, CodeHeavy} {
		if string(known) == string(code) {
			return data.E(known)
		}
	}
	return data.E(CodeReader)
}

// sound reports whether all places of a source lie in its text.
func sound(src *text.Source) bool {
	for _, n := range src.Notes {
		if n.At.Block < 0 || n.At.Block >= len(src.Blocks) || n.At.Rune < 0 || n.At.Rune > len([]rune(src.Blocks[n.At.Block].Text)) {
			return false
		}
	}
	for _, b := range src.Blocks {
		for at, end := 0, len([]rune(b.Text)); len(b.Marked) > 0; b.Marked = b.Marked[1:] {
			e := b.Marked[0]
			if e.Start < at || e.End < e.Start || e.End > end {
				return false
			}
			at = e.End
		}
	}
	return true
}
