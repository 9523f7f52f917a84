package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"sync"
	"testing"

	"travaux/data"
)

// squares is a file with a black square on each page: high at the left on the
// first, and on the second, which lies, low at the right.
func squares() []byte {
	page := func(parent int, box string) string {
		return fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents %d 0 R /Resources << >> >>", box, parent)
	}
	content := func(s string) string { return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s) }
	return assemble([]string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [3 0 R 5 0 R] >>",
		page(4, "0 0 100 200"), content("0 g 0 150 50 50 re f"),
		page(6, "0 0 200 100"), content("0 g 150 0 50 50 re f"),
	})
}

// dark is where a picture is black: in each of its quarters, by rows.
func dark(m *image.RGBA) (quarters [4]bool) {
	b := m.Bounds()
	for i := range quarters {
		at := m.RGBAAt(b.Dx()/8+(i%2)*b.Dx()*3/4, b.Dy()/8+(i/2)*b.Dy()*3/4)
		quarters[i] = at == color.RGBA{0, 0, 0, 255}
		if !quarters[i] && at != (color.RGBA{255, 255, 255, 255}) {
			panic(fmt.Sprint("neither black nor white: ", at))
		}
	}
	return quarters
}

func TestPictures(t *testing.T) {
	unhurried(t)
	s, err := Show(t.Context(), squares(), "")
	if err != nil {
		t.Fatal(err)
	}
	if s.Pages() != 2 {
		t.Fatalf("%d pages", s.Pages())
	}
	for i, want := range []struct {
		width, height float64
		dark          [4]bool
	}{{100, 200, [4]bool{0: true}}, {200, 100, [4]bool{3: true}}} {
		if w, h := s.Size(i); w != want.width || h != want.height {
			t.Errorf("page %d: %g × %g points", i, w, h)
		}
		m, err := s.Picture(t.Context(), i, 400)
		if err != nil {
			t.Fatal(err)
		}
		if w, h := m.Bounds().Dx(), m.Bounds().Dy(); w != 400 || h != int(400*want.height/want.width) {
			t.Errorf("page %d: %d × %d pixels", i, w, h)
		}
		if got := dark(m); got != want.dark {
			t.Errorf("page %d: black at %v, want %v", i, got, want.dark)
		}
	}
	for _, bad := range []struct{ page, width int }{{-1, 100}, {2, 100}, {0, 0}} {
		if _, err := s.Picture(t.Context(), bad.page, bad.width); data.CodeOf(err) != data.CodeInput {
			t.Errorf("%v: %v", bad, err)
		}
	}
	large, err := s.Picture(t.Context(), 0, 1_000_000)
	if err != nil || len(large.Pix) > 4*mostPixels {
		t.Errorf("a picture as wide as a house: %v", err)
	}
}

// TestPicturesOfManyAtOnce draws two files in turn from several goroutines.
func TestPicturesOfManyAtOnce(t *testing.T) {
	unhurried(t)
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for _, file := range [][]byte{squares(), kites()} {
				pages, err := Pictures(t.Context(), file, 120)
				if err != nil || len(pages) < 2 {
					t.Errorf("%d pages, %v", len(pages), err)
				}
			}
		})
	}
	all.Wait()
}

func TestPicturesRefused(t *testing.T) {
	unhurried(t)
	if _, err := Show(t.Context(), []byte("no PDF"), ""); data.CodeOf(err) != CodeDamaged {
		t.Errorf("no PDF: %v", err)
	}
	gone, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Show(gone, squares(), ""); data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("cancelled: %v", err)
	}
	if one, err := Pictures(t.Context(), squares(), 50, 1); err != nil || len(one) != 1 { // and the process is well
		t.Errorf("after that: %d, %v", len(one), err)
	}
}

// TestPicturesAfterItEnded draws on with a new process.
func TestPicturesAfterItEnded(t *testing.T) {
	unhurried(t)
	s, err := Show(t.Context(), squares(), "")
	if err != nil {
		t.Fatal(err)
	}
	before, err := s.Picture(t.Context(), 0, 64)
	if err != nil {
		t.Fatal(err)
	}
	theHand.token <- struct{}{}
	theHand.stop()
	<-theHand.token
	after, err := s.Picture(t.Context(), 0, 64)
	if err != nil || !bytes.Equal(before.Pix, after.Pix) {
		t.Errorf("drawn on: %v", err)
	}
}

// BenchmarkPicture draws a page of text for a window of usual size.
func BenchmarkPicture(b *testing.B) {
	s, err := Show(b.Context(), kites(), "")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Picture(b.Context(), 0, 900); err != nil {
			b.Fatal(err)
		}
	}
}
