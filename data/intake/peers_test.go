package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data/intake/pdf"
	"travaux/data/text"
)

// The peers: what else could turn a draft into text. BenchmarkPeers compares
// whole processes, ours too, on the same file in the same run:
//
//	go test ./data/intake -run '^$' -bench Peers -benchtime 1x
//
// Ours does more: it gives the outline besides the text. Neither peer reads
// Akoma Ntoso, so there they are given a Word file of the same paragraphs,
// plain and without any markup, made here. A peer that is missing is left out.

// readEnv makes the test binary read one draft and leave.
const readEnv = "TRAVAUX_READ_DRAFT"

func TestMain(m *testing.M) {
	pdf.ReaderMain()
	if name := os.Getenv(readEnv); name != "" {
		if _, err := outlineOf(name); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func outlineOf(name string) (*text.Outline, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	src, err := Read(context.Background(), name, content)
	if err != nil {
		return nil, err
	}
	return text.Parse(src, ""), nil
}

// fewestTimes is how many times less than each peer a read has to take.
const fewestTimes = 10

func BenchmarkPeers(b *testing.B) {
	for _, draft := range []struct {
		name, file string
		limit      time.Duration // for one read in a running program
	}{
		{"resolution", "akn/A_RES_79_243_en.xml", 50 * time.Millisecond},
		{"word787", "docx/unfccc-cma2021-UNstyles-numPr.docx", 150 * time.Millisecond},
	} {
		b.Run(draft.name, func(b *testing.B) {
			file, err := filepath.Abs(filepath.Join("../../../shared/data", draft.file))
			if err == nil {
				_, err = os.Stat(file)
			}
			if err != nil {
				b.Skip("the real documents are not beside the project")
			}
			dir := b.TempDir()
			theirs := file
			if filepath.Ext(file) != ".docx" {
				theirs = wordFileOf(b, file, dir)
			}
			b.ResetTimer()
			for b.Loop() {
				holdInProcess(b, file, draft.limit)
				own := measure(b, func() *exec.Cmd {
					c := exec.Command(os.Args[0])
					c.Env = append(os.Environ(), readEnv+"="+file)
					return c
				})
				own.report(b, "ours")
				pandoc := filepath.Join(dir, "pandoc.txt")
				against(b, "pandoc", pandoc, own, func(bin string) *exec.Cmd {
					return exec.Command(bin, "-f", "docx", "-t", "plain", "-o", pandoc, theirs)
				})
				office := filepath.Join(dir, strings.TrimSuffix(filepath.Base(theirs), ".docx")+".txt")
				against(b, "soffice", office, own, func(bin string) *exec.Cmd {
					return exec.Command(bin, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
						"--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, theirs)
				})
			}
		})
	}
}

// holdInProcess is what a person waits for: the median of reads in a program
// that is running already.
func holdInProcess(b *testing.B, file string, limit time.Duration) {
	b.Helper()
	var took []time.Duration
	for range 15 {
		began := time.Now()
		if _, err := outlineOf(file); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	median := took[len(took)/2]
	b.ReportMetric(ms(median), "read-ms")
	if median > limit {
		b.Errorf("one read takes %s, more than %s", median, limit)
	}
}

// spent is what a process took.
type spent struct{ processor, wall time.Duration }

func (s spent) report(b *testing.B, who string) {
	b.ReportMetric(ms(s.processor), who+"-cpu-ms")
	b.ReportMetric(ms(s.wall), who+"-wall-ms")
}

// against measures a peer that writes its text to the file out.
func against(b *testing.B, name, out string, own spent, command func(bin string) *exec.Cmd) {
	b.Helper()
	bin, err := exec.LookPath(name)
	if err != nil {
		b.Logf("%s is not installed and is left out", name)
		return
	}
	if said, err := command(bin).CombinedOutput(); err != nil { // the first start makes profiles and caches
		b.Fatalf("%s: %v\n%s", name, err, said)
	}
	if made, err := os.Stat(out); err != nil || made.Size() < 50_000 {
		b.Fatalf("%s did not write the text: %v", name, err)
	}
	their := measure(b, func() *exec.Cmd { return command(bin) })
	their.report(b, name)
	processor, wall := ratio(their.processor, own.processor), ratio(their.wall, own.wall)
	b.ReportMetric(processor, name+"-cpu-times")
	b.ReportMetric(wall, name+"-wall-times")
	if processor < fewestTimes || wall < fewestTimes {
		b.Errorf("only %.1f times less processor time and %.1f times less time than %s, not %d", processor, wall, name, fewestTimes)
	}
}

func ratio(their, own time.Duration) float64 { return float64(their) / float64(own) }

// measure is the median of five runs of a process.
func measure(b *testing.B, command func() *exec.Cmd) spent {
	b.Helper()
	var processor, wall []time.Duration
	for range 5 {
		c := command()
		began := time.Now()
		if out, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%s: %v\n%s", c.Path, err, out)
		}
		wall = append(wall, time.Since(began))
		processor = append(processor, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	}
	slices.Sort(processor)
	slices.Sort(wall)
	return spent{processor[2], wall[2]}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// wordFileOf makes a Word file of a draft's paragraphs.
func wordFileOf(b *testing.B, file, dir string) string {
	b.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	src, err := Read(context.Background(), file, content)
	if err != nil {
		b.Fatal(err)
	}
	var body bytes.Buffer
	for _, paragraph := range strings.Split(src.Plain(), "\n") {
		body.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&body, []byte(paragraph)); err != nil {
			b.Fatal(err)
		}
		body.WriteString("</w:t></w:r></w:p>")
	}
	out := filepath.Join(dir, "draft.docx")
	f, err := os.Create(out)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part.name)
		if err == nil {
			_, err = w.Write([]byte(part.content))
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
	return out
}
