package main

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data/redline/align"
	"travaux/data/redline/compare"
)

// What a comparison of a draft of 150 pages may take on two cores, whether its
// paragraphs are in memory or the whole program is started for it, and how many
// times less than LibreOffice's that is.
const (
	mostTime    = 700 * time.Millisecond
	fewestTimes = 20
)

// BenchmarkComparePages compares drafts of growing length with their revisions:
//
//	go test ./cmd/travaux -run '^$' -bench ComparePages -benchtime 1x
func BenchmarkComparePages(b *testing.B) {
	if runtime.NumCPU() > 2 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	}
	perPage := map[int]float64{}
	for _, n := range []int{50, 150, 200, 800, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			old, new := pagesPair(n)
			o, w := asParagraphs(old), asParagraphs(new)
			var took []time.Duration
			for b.Loop() {
				for range max(1, 800/n) {
					began := time.Now()
					c := compare.Of(o, w, align.Align(o, w, align.Options{}))
					count := c.Count()
					took = append(took, time.Since(began))
					if count.Hunks < n || count.Inserted < n {
						b.Fatalf("%+v", count)
					}
				}
			}
			best := slices.Min(took)
			perPage[n] = ms(best) / float64(n)
			b.ReportMetric(ms(best), "ms")
			b.ReportMetric(perPage[n], "ms/page")
			if n == 150 && best > mostTime {
				b.Errorf("%d pages take %s, more than %s", n, best, mostTime)
			}
		})
	}
	// Linear: a page of a long text takes as long as one of a short text. Half as
	// much again is granted for what no longer fits into the processor's cache.
	if short, long := perPage[200], perPage[2000]; short > 0 && long > 1.5*short {
		b.Errorf("%.2f ms a page at 2,000 pages, %.2f at 200: not linear", long, short)
	}
}

func pagesPair(n int) (old, new []string) {
	r := rand.New(rand.NewSource(int64(n)))
	old = pages(r, n)
	return old, revised(r, old)
}

func asParagraphs(lines []string) []align.Paragraph {
	out := make([]align.Paragraph, len(lines))
	for i, line := range lines {
		out[i] = align.Paragraph{Text: line, Parent: -1}
	}
	return out
}

// runEnv makes the test binary the program itself.
const runEnv = "TRAVAUX_RUN_AS_PROGRAM"

// asProgram runs the program if it is asked to, and does not return.
func asProgram() {
	if os.Getenv(runEnv) != "" {
		os.Exit(run(context.Background(), os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
	}
}

// BenchmarkCompareOffice compares whole processes, ours and LibreOffice's, on the
// same paragraphs: two real drafts, of which the redlines are counted as well,
// and a draft of 150 pages. LibreOffice is given Word files of them and makes
// one with tracked changes; ours reads the plain text and prints JSON.
//
//	go test ./cmd/travaux -run '^$' -bench CompareOffice -benchtime 1x
func BenchmarkCompareOffice(b *testing.B) {
	old, new := pagesPair(150)
	sets := []struct {
		name     string
		old, new []string
	}{{"150 pages", old, new}, {"bbnj", sharedLines("bbnj-2022_5.clean.txt"), sharedLines("bbnj-2023_2.clean.txt")}}
	for _, set := range sets {
		b.Run(set.name, func(b *testing.B) {
			if len(set.old) == 0 || len(set.new) == 0 {
				b.Skip("the real documents are not beside the project")
			}
			files := newOfficeFiles(b, set.old, set.new)
			for b.Loop() {
				own := files.measure(b, 5, files.ours)
				own.report(b, "ours")
				if set.name == "150 pages" && own.wall > mostTime {
					b.Errorf("travaux compare takes %s, more than %s", own.wall, mostTime)
				}
				count := files.countOurs(b)
				count.report(b, "ours")
				office, err := newOffice(b, files)
				if err != nil {
					b.Logf("LibreOffice is left out: %v", err)
					continue
				}
				their := files.measure(b, 3, office.command)
				their.report(b, "soffice")
				theirCount := office.count(b, files.out)
				theirCount.report(b, "soffice")
				count.holdAgainst(b, theirCount)
				b.ReportMetric(float64(their.processor)/float64(own.processor), "soffice-cpu-times")
				b.ReportMetric(float64(their.wall)/float64(own.wall), "soffice-wall-times")
				if set.name == "150 pages" && float64(their.wall) < fewestTimes*float64(own.wall) {
					b.Errorf("LibreOffice takes %s, only %.1f times as long as ours", their.wall, float64(their.wall)/float64(own.wall))
				}
			}
		})
	}
}

func sharedLines(name string) []string {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "drafts", name))
	if err != nil {
		return nil
	}
	return nonEmpty(string(content))
}

// spent is what a process took.
type spent struct{ processor, wall time.Duration }

func (s spent) report(b *testing.B, who string) {
	b.ReportMetric(ms(s.processor), who+"-cpu-ms")
	b.ReportMetric(ms(s.wall), who+"-wall-ms")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// officeFiles are two versions as files.
type officeFiles struct {
	dir                                string
	oldText, newText, oldWord, newWord string
	out                                string
}

func newOfficeFiles(b *testing.B, old, new []string) officeFiles {
	dir := b.TempDir()
	f := officeFiles{
		dir, filepath.Join(dir, "old.txt"), filepath.Join(dir, "new.txt"),
		filepath.Join(dir, "old.docx"), filepath.Join(dir, "new.docx"), filepath.Join(dir, "compared.docx"),
	}
	for name, lines := range map[string][]string{f.oldText: old, f.newText: new} {
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	wordFile(b, f.oldWord, wordBody(old))
	wordFile(b, f.newWord, wordBody(new))
	return f
}

func (f officeFiles) ours() *exec.Cmd {
	c := exec.Command(os.Args[0], "compare", f.oldText, f.newText, "--json")
	c.Env = append(os.Environ(), runEnv+"=1", "GOMAXPROCS=2")
	return c
}

// measure is the median of some runs of a process, after one that may still
// have to make caches.
func (f officeFiles) measure(b *testing.B, runs int, command func() *exec.Cmd) spent {
	b.Helper()
	var processor, wall []time.Duration
	for n := range runs + 1 {
		c := command()
		began := time.Now()
		if _, err := c.Output(); err != nil {
			b.Fatalf("%s: %v", c.Path, err)
		}
		if n > 0 {
			wall = append(wall, time.Since(began))
			processor = append(processor, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
		}
	}
	slices.Sort(processor)
	slices.Sort(wall)
	return spent{processor[runs/2], wall[runs/2]}
}
