package pdf

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"image"
	"io"
	"os"
	"os/exec"
	"time"

	"travaux/data"
)

// How long the process that draws pages is kept when nobody asks, and how long it
// may take to start and over one page.
const (
	warmFor    = 3 * time.Minute
	timeOfPage = 60 * time.Second
)

// hand is the process that draws, from this side. Whoever holds its token may
// speak to it.
type hand struct {
	token chan struct{}
	child *exec.Cmd
	to    io.WriteCloser
	from  io.Reader
	shown *Shown // the file that it has open
	rest  *time.Timer
}

var theHand = &hand{token: make(chan struct{}, 1)}

// do lets work speak with the process about a file. Whoever does not wait any
// longer is gone at once; the process ends what it has begun, and is ended itself if
// that takes too long.
func (h *hand) do(ctx context.Context, s *Shown, work func() error) error {
	select {
	case h.token <- struct{}{}:
	case <-ctx.Done():
		return data.E(data.CodeCancelled).Because(ctx.Err())
	}
	done := make(chan error, 1)
	go func() {
		err := h.start()
		if err == nil && s != nil && h.shown != s {
			err = h.open(s)
		}
		if err == nil {
			err = work()
		}
		h.rested()
		<-h.token
		done <- err
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return data.E(data.CodeCancelled).Because(ctx.Err())
	}
}

// start starts the process if there is none.
func (h *hand) start() error {
	if h.rest != nil {
		h.rest.Stop()
	}
	if h.child != nil {
		return nil
	}
	if os.Getenv(childEnv) != "" {
		return data.E(CodeReader) // a reader that does not know that it is one
	}
	program, err := os.Executable()
	if err != nil {
		return data.E(CodeReader).Because(err)
	}
	child := exec.Command(program)
	child.Env = append(os.Environ(), childEnv+"="+childPaints)
	child.WaitDelay = time.Second
	to, err := child.StdinPipe()
	if err != nil {
		return data.E(CodeReader).Because(err)
	}
	from, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		_ = to.Close()
		return data.E(CodeReader).Because(err)
	}
	h.child, h.to, h.from, h.shown = child, to, from, nil
	return nil
}

// stop ends the process.
func (h *hand) stop() {
	if h.child == nil {
		return
	}
	_ = h.to.Close()
	_ = h.child.Process.Kill()
	_ = h.child.Wait()
	h.child, h.to, h.from, h.shown = nil, nil, nil, nil
}

// rested ends the process if nobody asks for a while.
func (h *hand) rested() {
	h.rest = time.AfterFunc(warmFor, func() {
		select {
		case h.token <- struct{}{}:
			h.stop()
			<-h.token
		default: // somebody asks
		}
	})
}

// ask says something and hears the answer, which must be of a kind.
func (h *hand) ask(want byte, said ...message) ([]byte, error) {
	late := time.AfterFunc(timeOfPage, func() { _ = h.child.Process.Kill() })
	heard, err := func() (message, error) {
		for _, m := range said {
			if err := writeMessage(h.to, m.kind, m.body); err != nil {
				return message{}, err
			}
		}
		return readMessage(h.from)
	}()
	heavy := !late.Stop()
	switch {
	case err != nil && heavy:
		h.stop()
		return nil, data.E(CodeHeavy)
	case err != nil: // it ended without a word: the file brought it down
		h.stop()
		return nil, data.E(CodeDamaged).Because(err)
	case heard.kind == sayRefused:
		return nil, refusal(heard.body)
	case heard.kind != want:
		h.stop()
		return nil, data.E(CodeReader)
	}
	return heard.body, nil
}

// open gives the process a file to show.
func (h *hand) open(s *Shown) error {
	h.shown = nil
	password, err := json.Marshal(s.password)
	if err != nil {
		return data.E(CodeReader).Because(err)
	}
	body, err := h.ask(sayOpened, message{askOpen, password}, message{askFile, s.file})
	if err != nil {
		return err
	}
	var sizes [][2]float64
	if err := json.Unmarshal(body, &sizes); err != nil || len(sizes) == 0 || len(sizes) > maxPages {
		h.stop()
		return data.E(CodeReader)
	}
	h.shown, s.sizes = s, sizes
	return nil
}

// pictureOf reads the answer sayPicture.
func pictureOf(body []byte) (*image.RGBA, error) {
	if len(body) < 8 {
		return nil, data.E(CodeReader)
	}
	w, h := int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
	if w < 1 || h < 1 || w > 4*mostPixels || h > 4*mostPixels || len(body)-8 != 4*w*h {
		return nil, data.E(CodeReader)
	}
	return &image.RGBA{Pix: body[8:], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}, nil
}
