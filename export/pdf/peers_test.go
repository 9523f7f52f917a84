package pdf

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

// The peers: what else could turn the same words into a paper. BenchmarkPeers
// measures the processor time of whole processes, ours too, on the same
// content and fonts:
//
//	npm install --prefix DIR @myriaddreamin/typst-ts-node-compiler
//	TRAVAUX_PEERS=DIR go test ./export/pdf -run '^$' -bench Peers -benchtime 1x
//
// LibreOffice is taken from the path. A peer that is missing is left out.

// writeEnv makes the test binary write the paper of one brief, which was recorded and
// signed before, and leave: "brief file".
const writeEnv = "TRAVAUX_WRITE_PAPER"

func TestMain(m *testing.M) {
	if job := strings.Fields(os.Getenv(writeEnv)); len(job) == 2 {
		release := data.ReserveMemory() // as the program does
		err := writeBrief(job[0], job[1])
		fmt.Println(residentMemory())
		release()
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func writeBrief(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var brief data.PublicBrief
	if err := json.Unmarshal(content, &brief); err != nil {
		return err
	}
	out, err := Write(context.Background(), export.PositionPaper(brief, translations.New(string(brief.Lang))), Options{})
	if err != nil {
		return err
	}
	return os.WriteFile(to, out, 0o600)
}

// wanted is how many times less processor time than each peer we promise, how many
// times the floor we take at most, and how many megabytes; and how often each process
// runs, short ones more often, for they differ more. No floor is promised of Chinese:
// an ideograph is no more than looked up there.
var wanted = map[int]struct {
	typst, office, floor, memory float64
	runs                         int
}{10: {typst: 5, office: 10, runs: 15}, 200: {3, 4, 3, 120, 5}}

func BenchmarkPeers(b *testing.B) {
	dir := b.TempDir()
	office, typst := officePeer(dir), typstPeer(dir)
	floor := floorPeer(b, dir)
	if office == nil && typst == nil && floor == nil {
		b.Skip("no peer is installed: TRAVAUX_PEERS names no folder with Typst's npm package, and there is no soffice")
	}
	for _, lang := range []data.Lang{data.Arabic, data.Chinese, data.English} {
		for _, least := range []int{10, 200} {
			b.Run(fmt.Sprintf("%s/%d", lang, least), func(b *testing.B) {
				job := newPeerJob(b, dir, lang, least)
				b.ResetTimer()
				for b.Loop() {
					took, memory := job.processorTimes(b, wanted[least].runs, ours, typst, office, floor)
					job.own = took[0]
					job.held(b, memory, wanted[least].memory)
					job.against(b, "typst", took[1], wanted[least].typst)
					job.against(b, "office", took[2], wanted[least].office)
					promised := wanted[least].floor
					if lang == data.Chinese {
						promised = 0
					}
					job.above(b, took[3], promised)
				}
			})
		}
	}
}

// peer makes the command that writes a job's paper.
type peer func(j *peerJob) *exec.Cmd

type peerJob struct {
	dir  string
	lang data.Lang
	doc  export.Document
	own  time.Duration
}

func newPeerJob(b *testing.B, dir string, lang data.Lang, least int) *peerJob {
	times := max(1, least/6)
	for {
		laid, err := newComposer(paper(lang, times)).compose(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		if len(laid) >= least {
			break
		}
		times++
	}
	j := &peerJob{dir: dir, lang: lang, doc: paper(lang, times)}
	brief, err := json.Marshal(specimen.Long(lang, times))
	if err != nil {
		b.Fatal(err)
	}
	for name, content := range map[string]string{
		"paper.json": string(brief), "paper.typ": typstSource(j.doc), "paper.html": htmlSource(j.doc), "paper.txt": plainSource(j.doc),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return j
}

// ours is our own process.
func ours(j *peerJob) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s", writeEnv, filepath.Join(j.dir, "paper.json"), filepath.Join(j.dir, "ours.pdf")))
	return cmd
}

// held holds our process to its memory.
func (j *peerJob) held(b *testing.B, memory int64, most float64) {
	b.Helper()
	b.ReportMetric(float64(j.own.Milliseconds()), "ours-ms")
	b.ReportMetric(float64(memory), "ours-MB")
	b.ReportMetric(float64(pagesIn(filepath.Join(j.dir, "ours.pdf"))), "ours-pages")
	if most > 0 && float64(memory) >= most {
		b.Errorf("%d MB of memory, not less than %.0f", memory, most)
	}
}

// against compares with a peer; took is 0 if it is not there.
func (j *peerJob) against(b *testing.B, name string, took time.Duration, promised float64) {
	b.Helper()
	if took == 0 {
		return
	}
	ratio := float64(took) / float64(j.own)
	b.ReportMetric(float64(took.Milliseconds()), name+"-ms")
	b.ReportMetric(ratio, name+"-times")
	b.Logf("ours %v, %s %v: %.1f times", j.own, name, took, ratio)
	b.ReportMetric(float64(pagesIn(filepath.Join(j.dir, name+".pdf"))), name+"-pages")
	if ratio < promised {
		b.Errorf("only %.1f times less processor time than %s, not %.1f", ratio, name, promised)
	}
}

// above compares with the floor. That is text only, and so nothing is promised of
// papers whose fonts and start outweigh it.
func (j *peerJob) above(b *testing.B, took time.Duration, most float64) {
	b.Helper()
	if took == 0 {
		return
	}
	ratio := float64(j.own) / float64(took)
	b.ReportMetric(float64(took.Milliseconds()), "floor-ms")
	b.ReportMetric(ratio, "floors")
	b.Logf("ours %v, the floor %v: %.1f times", j.own, took, ratio)
	if most > 0 && ratio > most {
		b.Errorf("%.1f times the floor, not %.1f", ratio, most)
	}
}

// processorTimes are the medians of the runs of each process, user and system together,
// and the largest memory in megabytes that the first reported of itself. The processes
// take turns: a machine that others use too is not as busy all the time. A peer that is
// missing takes no time.
func (j *peerJob) processorTimes(b *testing.B, runs int, peers ...peer) (medians []time.Duration, memory int64) {
	b.Helper()
	took := make([][]time.Duration, len(peers))
	for range runs {
		for i, p := range peers {
			if p == nil {
				continue
			}
			cmd := p(j)
			out, err := cmd.CombinedOutput()
			for tries := 0; err != nil; tries++ {
				if tries == 3 { // LibreOffice sometimes falls over as it leaves
					b.Fatalf("%v: %v\n%s", cmd.Args, err, out)
				}
				cmd = p(j)
				out, err = cmd.CombinedOutput()
			}
			took[i] = append(took[i], cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
			if i == 0 {
				own, _ := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
				memory = max(memory, own)
			}
		}
	}
	medians = make([]time.Duration, len(peers))
	for i, of := range took {
		if len(of) > 0 {
			slices.Sort(of)
			medians[i] = of[runs/2]
		}
	}
	return medians, memory
}

// pagesIn asks poppler; 0 if it is not there.
func pagesIn(file string) int {
	out, _ := exec.Command("pdfinfo", file).Output()
	for _, line := range strings.Split(string(out), "\n") {
		if n, ok := strings.CutPrefix(line, "Pages:"); ok {
			pages, _ := strconv.Atoi(strings.TrimSpace(n))
			return pages
		}
	}
	return 0
}

func fontFolder() string {
	dir, _ := filepath.Abs("../../translations/typeset/fonts/files")
	return dir
}

func typstPeer(dir string) peer {
	modules := os.Getenv("TRAVAUX_PEERS")
	if _, err := os.Stat(filepath.Join(modules, "node_modules/@myriaddreamin/typst-ts-node-compiler")); modules == "" || err != nil {
		return nil
	}
	script := fmt.Sprintf(`
const { NodeCompiler } = require(%q);
const c = NodeCompiler.create({ workspace: %q, fontArgs: [{ fontPaths: [%q] }] });
require("fs").writeFileSync(%q, c.pdf({ mainFilePath: %q }));
`, filepath.Join(modules, "node_modules/@myriaddreamin/typst-ts-node-compiler"), dir, fontFolder(),
		filepath.Join(dir, "typst.pdf"), filepath.Join(dir, "paper.typ"))
	return func(*peerJob) *exec.Cmd { return exec.Command("node", "-e", script) }
}

func officePeer(dir string) peer {
	if _, err := exec.LookPath("soffice"); err != nil {
		return nil
	}
	fonts := filepath.Join(dir, "fonts.conf")
	conf := fmt.Sprintf("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
		fontFolder(), filepath.Join(dir, "fontcache"))
	if os.WriteFile(fonts, []byte(conf), 0o600) != nil {
		return nil
	}
	convert := func(*peerJob) *exec.Cmd {
		cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
			"--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", dir, filepath.Join(dir, "paper.html"))
		cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+fonts)
		return cmd
	}
	// the first start makes the profile and is not measured
	os.WriteFile(filepath.Join(dir, "paper.html"), []byte("<p>x</p>"), 0o600)
	if convert(nil).Run() != nil {
		return nil
	}
	return func(j *peerJob) *exec.Cmd {
		cmd := convert(j)
		cmd.Args = []string{"sh", "-c", `"$@" && mv paper.pdf office.pdf`, "sh"}
		cmd.Args = append(cmd.Args, convert(j).Args...)
		cmd.Path, _ = exec.LookPath("sh")
		cmd.Dir = dir
		return cmd
	}
}

// typstSource writes the document for Typst, with what our papers have: head,
// numbers, contents, outline, hanging labels, redlines, justification.
func typstSource(doc export.Document) string {
	var b strings.Builder
	direction, font := "ltr", `("Liberation Serif", "Amiri", "Noto Serif SC")`
	if doc.Lang.RightToLeft() {
		direction, font = "rtl", `("Amiri", "Liberation Serif")`
	}
	if doc.Lang == data.Chinese {
		font = `("Noto Serif SC", "Liberation Serif")`
	}
	fmt.Fprintf(&b, `#set document(title: %s)
#set page(paper: "a4", margin: (x: 76pt, y: 94pt), header: text(8pt)[%s], footer: context text(8pt)[#counter(page).display("1/1", both: true)])
#set text(lang: %q, dir: %s, font: %s, size: 10.5pt, fallback: true)
#set par(justify: true, leading: 0.6em)
#let entry(label, body) = grid(columns: (88pt, 1fr), column-gutter: 18pt, text(8.75pt, label), body)
`, typstString(doc.Title), typstText(doc.RunningHead), doc.Lang, direction, font)
	for _, block := range doc.Blocks {
		switch v := block.(type) {
		case export.Letterhead:
			fmt.Fprintf(&b, "#align(center)[*%s*]\n", typstText(v.Name))
			for _, l := range v.Lines {
				fmt.Fprintf(&b, "#align(center, text(8.5pt)[%s])\n", typstText(l))
			}
			b.WriteString("#line(length: 100%)\n")
		case export.Title:
			fmt.Fprintf(&b, "#text(25pt)[%s]\n\n#text(14pt)[%s]\n\n", typstText(v.Text), typstText(v.Subtitle))
		case export.Fields:
			for _, f := range v.Rows {
				fmt.Fprintf(&b, "#entry[%s][%s]\n", typstText(f.Label), typstText(f.Value))
			}
		case export.Contents:
			fmt.Fprintf(&b, "#outline(title: [%s], depth: %d)\n", typstText(v.Heading), v.Depth)
		case export.Heading:
			fmt.Fprintf(&b, "#heading(level: %d)[%s]\n", v.Level, typstText(v.Text))
		case export.Paragraph:
			b.WriteString(typstSpans(v) + "\n\n")
		case export.Entry:
			var body []string
			for _, p := range v.Paragraphs {
				body = append(body, typstSpans(p))
			}
			fmt.Fprintf(&b, "#entry[%s][%s]\n", typstText(v.Label), strings.Join(body, "\n\n"))
		}
	}
	return b.String()
}

func typstSpans(p export.Paragraph) string {
	var b strings.Builder
	for _, s := range p.Spans {
		form := "#text[%s]"
		switch {
		case s.Mark&export.Inserted != 0:
			form = "#underline(text(fill: blue)[%s])"
		case s.Mark&export.Deleted != 0:
			form = "#strike(text(fill: red)[%s])"
		}
		fmt.Fprintf(&b, form, typstText(s.Text))
	}
	return b.String()
}

func typstString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func typstText(s string) string { return "#" + typstString(s) }

// htmlSource writes the document for LibreOffice, which makes neither contents
// nor running heads of it.
func htmlSource(doc export.Document) string {
	var b strings.Builder
	direction, font := "ltr", "Liberation Serif"
	switch doc.Lang {
	case data.Arabic:
		direction, font = "rtl", "Amiri"
	case data.Chinese:
		font = "Noto Serif SC"
	}
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="%s" dir="%s"><head><meta charset="utf-8"><title>%s</title><style>
@page { size: A4; margin: 94pt 76pt } body { font: 10.5pt/1.4 "%s" } p { text-align: justify } td { vertical-align: top } ins { color: blue } del { color: red }
</style></head><body>`, doc.Lang, direction, html.EscapeString(doc.Title), font)
	paragraph := func(p export.Paragraph) {
		b.WriteString("<p>")
		for _, s := range p.Spans {
			tag := "span"
			switch {
			case s.Mark&export.Inserted != 0:
				tag = "u"
			case s.Mark&export.Deleted != 0:
				tag = "strike"
			}
			fmt.Fprintf(&b, "<%s>%s</%s>", tag, html.EscapeString(s.Text), tag)
		}
		b.WriteString("</p>\n")
	}
	row := func(label string, body func()) {
		fmt.Fprintf(&b, `<table width="100%%"><tr><td width="20%%"><font size="1">%s</font></td><td>`, html.EscapeString(label))
		body()
		b.WriteString("</td></tr></table>\n")
	}
	for _, block := range doc.Blocks {
		switch v := block.(type) {
		case export.Letterhead:
			fmt.Fprintf(&b, "<center><b>%s</b><br>%s</center><hr>\n", html.EscapeString(v.Name), html.EscapeString(strings.Join(v.Lines, ", ")))
		case export.Title:
			fmt.Fprintf(&b, "<h1>%s</h1><p><i>%s</i></p>\n", html.EscapeString(v.Text), html.EscapeString(v.Subtitle))
		case export.Fields:
			for _, f := range v.Rows {
				row(f.Label, func() { b.WriteString(html.EscapeString(f.Value)) })
			}
		case export.Heading:
			fmt.Fprintf(&b, "<h%d>%s</h%d>\n", v.Level+1, html.EscapeString(v.Text), v.Level+1)
		case export.Paragraph:
			paragraph(v)
		case export.Entry:
			row(v.Label, func() {
				for _, p := range v.Paragraphs {
					paragraph(p)
				}
			})
		}
	}
	return b.String() + "</body></html>\n"
}
