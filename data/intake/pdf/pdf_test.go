package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/text"
)

func TestMain(m *testing.M) {
	ReaderMain()
	os.Exit(m.Run())
}

// unhurried leaves out of the short run, the one with the race detector, what
// starts the library: it takes minutes then, more than a child is given.
func unhurried(tb testing.TB) {
	tb.Helper()
	if testing.Short() {
		tb.Skip("the short run does not start the PDF library")
	}
}

// shared is one engine for all tests but those of the child.
var shared = sync.OnceValues(func() (*engine, error) { return startEngine(context.Background()) })

func readHere(tb testing.TB, content []byte) (*text.Source, error) {
	tb.Helper()
	unhurried(tb)
	e, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return e.read(content, func(int, int) error { return nil })
}

// linesOf writes blocks one per line with what is known of them.
func linesOf(src *text.Source) string {
	var out []string
	for _, b := range src.Blocks {
		s := b.Text
		if b.Label != "" {
			s = "<" + b.Label + "> " + s
		}
		if b.Kind != text.BlockPara {
			s = string(b.Kind) + ": " + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

const kitesText = `heading: Article 1
hidden: KITES/CONF.1/L.2
1. Every State Party shall respect the wind over its territory, its rivers and its lakes, and shall not hinder the flight of any kite that is flown for pleasure.
2. Builders of tall walls shall in good time give notice of them, with their exact height and place, to
(a) the keepers of the register of kites; and
(b) the neighbours.
hidden: 1
hidden: KITES/CONF.1/L.2
heading: Article 2
1. Every State Party shall respect the rain over its territory, its rivers and its lakes, and shall not hinder the flight of any kite that is flown for pleasure.
2. Builders of tall walls shall in good time give notice of them, with their exact height and place, to
(a) the keepers of the register of kites; and
(b) the neighbours.
hidden: 2
hidden: KITES/CONF.1/L.2
heading: Article 3
1. Every State Party shall respect the snow over its territory, its rivers and its lakes, and shall not hinder the flight of any kite that is flown for pleasure.
2. Builders of tall walls shall in good time give notice of them, with their exact height and place, to
(a) the keepers of the register of kites; and
(b) the neighbours.
hidden: 3
footnote: <1> A kite is any body held in the air by the wind and a line.`

// watch keeps what it is told.
type watch struct{ done, total int }

func (w *watch) Done(done, total int) { w.done, w.total = done, total }

func TestReadInAChild(t *testing.T) {
	unhurried(t)
	var told watch
	src, err := Read(t.Context(), kites(), &told)
	if err != nil {
		t.Fatal(err)
	}
	if got := linesOf(src); got != kitesText {
		t.Errorf("got\n%s\nwant\n%s", got, kitesText)
	}
	if told != (watch{3, 3}) {
		t.Errorf("told of %d of %d pages", told.done, told.total)
	}
	if n := src.Notes; len(n) != 1 || n[0].Mark != "1" || src.Blocks[n[0].At.Block].Text[:n[0].At.Rune] != "1. Every State Party shall respect the wind over its territory, its rivers and its lakes, and shall not hinder the flight of any kite" {
		t.Errorf("notes %+v", n)
	}
	if src.Format != "pdf" || len(src.Doubts) != 1 {
		t.Errorf("format %q, doubts %q", src.Format, src.Doubts)
	}
}

// TestBombInAChild reads a page of which 2 kB become 900 MB.
func TestBombInAChild(t *testing.T) {
	unhurried(t)
	var once, twice bytes.Buffer
	blanks := bytes.Repeat([]byte(" "), 1<<20)
	w := zlib.NewWriter(&once)
	for range 900 {
		w.Write(blanks)
	}
	w.Close()
	w = zlib.NewWriter(&twice)
	w.Write(once.Bytes())
	w.Close()
	bomb := assemble([]string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
		fmt.Sprintf("<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream", twice.Len(), twice.String()),
	})
	_, err := Read(t.Context(), bomb, data.NoProgress{})
	if code := data.CodeOf(err); code != CodeDamaged && code != CodeHeavy && code != CodeScan {
		t.Errorf("%v", err)
	}
	if mb := childMemory(); mb > memoryMost>>20 {
		t.Errorf("a child had %.0f MB", mb)
	}
}

func TestReadStops(t *testing.T) {
	unhurried(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, kites(), data.NoProgress{}); data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("before it begins: %v", err)
	}
	ctx, stop = context.WithCancel(t.Context())
	if _, err := Read(ctx, kites(), stopper(stop)); data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("while the child is at work: %v", err)
	}
}

// stopper stops the reading as soon as it hears of it.
type stopper func()

func (s stopper) Done(int, int) { s() }

func TestReaderThatDoesNotKnowItIsOne(t *testing.T) {
	t.Setenv(childEnv, "1")
	if _, err := Read(t.Context(), kites(), data.NoProgress{}); data.CodeOf(err) != CodeReader {
		t.Errorf("a reader would start readers without end: %v", err)
	}
}

// unmapped is a page whose letters the font maps to private characters.
func unmapped() []byte {
	toUnicode := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <20> <7E> <E020> endbfrange\nendcmap end end"
	content := ""
	for i := range 20 {
		content += words(72, 700-20*float64(i), 11, "letters of which nobody knows what they are")
	}
	fonts := `/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>`
	return file([]sheet{{content, fonts}}, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(toUnicode), toUnicode))
}

// scan is a page with a picture.
func scan() []byte {
	picture := `/XObject << /I 5 0 R >>`
	return file([]sheet{{"q 595 0 0 842 0 0 cm /I Do Q", picture}},
		"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream")
}

// locked is the sample with a password.
func locked(t *testing.T) []byte {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not on this machine")
	}
	in, out := filepath.Join(t.TempDir(), "in.pdf"), filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(in, kites(), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(qpdf, "--encrypt", "secret", "owner", "256", "--", in, out).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, said)
	}
	content, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestRefused(t *testing.T) {
	whole := kites()
	noise := rand.New(rand.NewPCG(1, 2))
	random := append([]byte("%PDF-1.7\n1 0 obj"), make([]byte, 100_000)...)
	for i := 16; i < len(random); i++ {
		random[i] = byte(noise.Uint32())
	}
	deep := strings.Repeat("[", 200_000) + strings.Repeat("]", 200_000)
	for _, c := range []struct {
		name    string
		content func() []byte
		codes   []data.Code
	}{
		{"a scan", scan, []data.Code{CodeScan}},
		{"nothing on its pages", func() []byte { return file([]sheet{{"", ""}}) }, []data.Code{CodeScan}},
		{"fonts without letters", unmapped, []data.Code{CodeUnmapped}},
		{"a password", func() []byte { return locked(t) }, []data.Code{CodeLocked}},
		{"cut off at the start", func() []byte { return whole[:200] }, []data.Code{CodeDamaged}},
		{"random bytes", func() []byte { return random }, []data.Code{CodeDamaged}},
		{"no object at all", func() []byte { return []byte("%PDF-1.4 obj") }, []data.Code{CodeDamaged}},
		{"more pages than anybody wrote", func() []byte {
			return assemble([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2000000000 /Kids [2 0 R 2 0 R] >>"})
		}, []data.Code{CodeDamaged, CodeHeavy, CodeScan}},
		{"pages that hold themselves", func() []byte {
			return assemble([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>"})
		}, []data.Code{CodeDamaged, CodeHeavy, CodeScan}},
		{"deep objects", func() []byte {
			return assemble([]string{"<< /Type /Catalog /Pages 2 0 R /Deep " + deep + " >>", "<< /Type /Pages /Count 0 /Kids [] >>"})
		}, []data.Code{CodeDamaged}},
		{"a stream longer than the file", func() []byte {
			return bytes.Replace(whole, []byte("/Length "), []byte("/Length 9999999"), -1)[:900]
		}, []data.Code{CodeDamaged, CodeScan}},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := c.content()
			start := time.Now()
			src, err := readHere(t, content)
			if err == nil {
				t.Fatalf("read %d blocks", len(src.Blocks))
			}
			code := data.CodeOf(err)
			for _, want := range c.codes {
				if code == want {
					return
				}
			}
			t.Errorf("%s after %v, want one of %s", code, time.Since(start), c.codes)
		})
	}
}

// TestCutAnywhere reads the sample cut off and with bytes exchanged at many
// places: it is read or refused, but never lets the reader fall.
func TestCutAnywhere(t *testing.T) {
	whole := kites()
	noise := rand.New(rand.NewPCG(3, 4))
	for i := range 120 {
		content := bytes.Clone(whole)
		if i%2 == 0 {
			content = content[:noise.IntN(len(content))]
		} else {
			for range 20 {
				content[noise.IntN(len(content))] = byte(noise.Uint32())
			}
		}
		src, err := readHere(t, content)
		switch code := data.CodeOf(err); {
		case err == nil && !sound(src):
			t.Errorf("variant %d: places outside the text", i)
		case err != nil && code != CodeDamaged && code != CodeScan && code != CodeLocked && code != CodeHeavy && code != CodeUnmapped:
			t.Errorf("variant %d: %v", i, err)
		}
	}
	if _, err := readHere(t, whole); err != nil {
		t.Errorf("after all that the sample is not read any more: %v", err)
	}
}

func TestMessages(t *testing.T) {
	var b bytes.Buffer
	for _, m := range []message{{sayProgress, []byte("[1,2]")}, {saySource, nil}} {
		if err := writeMessage(&b, m.kind, m.body); err != nil {
			t.Fatal(err)
		}
	}
	m, err := readMessage(&b)
	if err != nil || m.kind != sayProgress || string(m.body) != "[1,2]" {
		t.Errorf("%c %q %v", m.kind, m.body, err)
	}
	if m, err = readMessage(&b); err != nil || m.kind != saySource || len(m.body) != 0 {
		t.Errorf("%c %q %v", m.kind, m.body, err)
	}
	if _, err := readMessage(&b); err == nil {
		t.Error("a message after the last")
	}
}

// FuzzListen gives the parent whatever a child might say.
func FuzzListen(f *testing.F) {
	f.Add([]byte("p\x00\x00\x00\x05[1,2]"))
	f.Add([]byte("r\x00\x00\x00\x0fintake.pdf-scan"))
	f.Add([]byte("s\x00\x00\x00\x02{}"))
	f.Add([]byte("s\xff\xff\xff\xff{}"))
	f.Fuzz(func(t *testing.T, said []byte) {
		src, err := listen(bytes.NewReader(said), data.NoProgress{}, func() {})
		if (src == nil) == (err == nil) {
			t.Errorf("source %v, error %v", src, err)
		}
	})
}
