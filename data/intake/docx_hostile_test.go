package intake

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"travaux/data"
)

// noise is text that does not pack well.
func noise(size int) string {
	r, b := rand.New(rand.NewSource(1)), make([]byte, size)
	for i := range b {
		b[i] = 'a' + byte(r.Intn(26))
	}
	return string(b)
}

// repeatedly writes more definitions than are read, each with its number.
func repeatedly(definition string) string {
	var b strings.Builder
	for i := range maxDefinitions + 2 {
		fmt.Fprintf(&b, definition, i)
	}
	return b.String()
}

// lying returns a file whose directory says that its last part is small.
func lying(content []byte) []byte {
	at := bytes.LastIndex(content, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(content[at+24:], 1000)
	return content
}

func TestDocxRefused(t *testing.T) {
	many := []string{"word/document.xml", documentOf("")}
	for i := range maxParts {
		many = append(many, fmt.Sprintf("word/%d.xml", i), "")
	}
	sound := wordFile("word/document.xml", documentOf(paraOf(runOf("a"))))
	for _, c := range []struct {
		name    string
		content []byte
		want    data.Code
	}{
		{"bomb", wordFile("word/document.xml", documentOf(paraOf(runOf(strings.Repeat("A", 20<<20))))), CodeHostile},
		{"bomb that lies about its size", lying(wordFile("word/document.xml", documentOf(paraOf(runOf(strings.Repeat("A", 20<<20)))))), CodeDamaged},
		{"bomb beside the text", wordFile("word/document.xml", documentOf(""), "word/styles.xml", strings.Repeat(" ", 20<<20)), CodeHostile},
		{"part too large", wordFile("word/document.xml", documentOf(paraOf(runOf(noise(maxPart+1))))), CodeTooLarge},
		{"entities", wordFile("word/document.xml", `<!DOCTYPE d [<!ENTITY a "aaaa">]>`+documentOf(paraOf(runOf("&a;")))), CodeHostile},
		{"entities beside the text", wordFile("word/document.xml", documentOf(""), "word/numbering.xml", `<!DOCTYPE d SYSTEM "file:///etc/passwd">`+rootOf("numbering", "")), CodeHostile},
		{"nested elements", wordFile("word/document.xml", documentOf(strings.Repeat("<w:sdt>", 100_000))), CodeHostile},
		{"nested tables", wordFile("word/document.xml", documentOf(strings.Repeat("<w:tbl><w:tr><w:tc>", 1000))), CodeHostile},
		{"nested unknown elements", wordFile("word/document.xml", documentOf(strings.Repeat("<w:x>", 1000))), CodeHostile},
		{"too many parts", wordFile(many...), CodeHostile},
		{"too many paragraphs", wordFile("word/document.xml", documentOf(strings.Repeat("<w:p/>", maxBlocks+1))), CodeTooLarge},
		{"too many styles", wordFile("word/document.xml", documentOf(""), "word/styles.xml", rootOf("styles", repeatedly(`<w:style w:styleId="%d"/>`))), CodeTooLarge},
		{"too many lists", wordFile("word/document.xml", documentOf(""), "word/numbering.xml", rootOf("numbering", repeatedly(`<w:num w:numId="%d"/>`))), CodeTooLarge},
		{"too many definitions of lists", wordFile("word/document.xml", documentOf(""), "word/numbering.xml", rootOf("numbering", repeatedly(`<w:abstractNum w:abstractNumId="%d"/>`))), CodeTooLarge},
		{"no main part", wordFile("word/other.xml", ""), CodeDamaged},
		{"empty main part", wordFile("word/document.xml", ""), CodeDamaged},
		{"broken XML", wordFile("word/document.xml", "<w:document><w:body><w:p>"), CodeDamaged},
		{"cut off", sound[:len(sound)/2], CodeDamaged},
		{"another kind of file", wordFile("xl/workbook.xml", "<x/>"), CodeUnknown},
	} {
		t.Run(c.name, func(t *testing.T) { refusedOf(t, c.content, c.want) })
	}
}

// refusedOf holds a refusal to its budget: one second, 200 MB. The machine may
// be busy, so the best of three times counts.
func refusedOf(t *testing.T, content []byte, want data.Code) {
	t.Helper()
	limit := time.Second
	if testing.Short() {
		limit *= 10 // the short run is the one with the race detector
	}
	best := time.Hour
	for range 3 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		src, err := readDocx(context.Background(), content)
		best = min(best, time.Since(start))
		runtime.ReadMemStats(&after)
		if src != nil || data.CodeOf(err) != want {
			t.Fatalf("got %v, want %s", err, want)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 200 {
			t.Fatalf("took %d MB, limit 200", used)
		}
		if best < limit {
			return
		}
	}
	t.Errorf("took %v, limit %v", best, limit)
}

func TestDocxHostileFiles(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedWord(t, "hostile"), "*.docx"))
	if len(files) == 0 {
		t.Skip("no hostile files on this machine")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			refusedOf(t, content, CodeHostile)
		})
	}
}

func TestDocxOddFiles(t *testing.T) {
	relations := func(target, more string) string {
		return `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + target + `" ` + more + `/></Relationships>`
	}
	for _, c := range []struct {
		name  string
		parts []string
		want  string
	}{
		{"main part elsewhere", []string{"_rels/.rels", relations("word/text.xml", ""), "word/text.xml", documentOf(paraOf(runOf("a")))}, "a"},
		{"absolute target", []string{"_rels/.rels", relations("/word/text.xml", ""), "word/text.xml", documentOf(paraOf(runOf("a")))}, "a"},
		{"target outside the file", []string{"_rels/.rels", relations("http://example.org/word/x.xml", `TargetMode="External"`), "word/document.xml", documentOf(paraOf(runOf("a")))}, "a"},
		{"target above the file", []string{"_rels/.rels", relations("../../etc/passwd", ""), "word/document.xml", documentOf(paraOf(runOf("a")))}, "a"},
		{"first of two parts", []string{"word/document.xml", documentOf(paraOf(runOf("first"))), "WORD/document.xml", documentOf(paraOf(runOf("second")))}, "first"},
		{"backslashes", []string{`word\document.xml`, documentOf(paraOf(runOf("a")))}, "a"},
		{"damaged styles", []string{"word/document.xml", documentOf(paraOf(runOf("a"))), "word/styles.xml", "<w:styles"}, "a"},
		{"strict vocabulary", []string{"word/document.xml", strings.ReplaceAll(documentOf(paraOf("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"+runOf("a"))), "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")}, "a[-¶-]"},
		{"no text", []string{"word/document.xml", documentOf("")}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := readDocx(context.Background(), wordFile(c.parts...))
			if err != nil {
				t.Fatal(err)
			}
			if got := linesOf(src.Blocks); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if damaged := strings.HasPrefix(c.name, "damaged"); damaged != (len(src.Doubts) == 1) {
				t.Errorf("doubts %v", src.Doubts)
			}
		})
	}
}

func TestDocxCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := readDocx(ctx, wordFile("word/document.xml", documentOf(strings.Repeat(paraOf(runOf("a")), 5000))))
	if data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("got %v", err)
	}
}

func TestDocxUN(t *testing.T) {
	src := readWord(t, sharedWord(t, "docx/unfccc-cma2021-UNstyles-numPr.docx"))
	paragraphs, notes, printed := 0, map[string]bool{}, 0
	for _, b := range src.Blocks {
		if b.Note != "" {
			notes[b.Note] = true
			continue
		}
		paragraphs++
		if b.Label != "" {
			printed++
		}
	}
	if paragraphs != 787 || len(notes) != 84 || len(src.Notes) != 84 {
		t.Errorf("%d paragraphs, %d footnotes, %d marks; want 787, 84, 84", paragraphs, len(notes), len(src.Notes))
	}
	if printed != 0 {
		t.Errorf("%d numbers printed, but the file takes numbering away everywhere", printed)
	}
	if src.Lang != data.English {
		t.Errorf("language %q", src.Lang)
	}
}

func FuzzDocxBody(f *testing.F) {
	f.Add(paraOf(runOf("a") + `<w:ins>` + runOf("b") + `</w:ins>`))
	f.Add(`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="-1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`)
	f.Add(paraOf(`<w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr><w:r><w:footnoteReference w:id="2"/><w:fldChar w:fldCharType="begin"/><w:commentReference w:id="1"/></w:r>`))
	f.Add(paraOf(`<m:oMath><m:d><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d></m:oMath><w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>`))
	f.Fuzz(func(t *testing.T, body string) {
		src, err := readDocx(context.Background(), wordFile("word/document.xml", documentOf(body),
			"word/footnotes.xml", rootOf("footnotes", `<w:footnote w:id="2">`+paraOf(runOf("n"))+`</w:footnote>`),
			"word/comments.xml", rootOf("comments", `<w:comment w:id="1">`+paraOf(runOf("c"))+`</w:comment>`)))
		if err != nil {
			return
		}
		checkSource(t, src)
		AcceptAll(src)
		RejectAll(src)
	})
}

func FuzzDocx(f *testing.F) {
	f.Add(wordFile("word/document.xml", documentOf(paraOf(runOf("a"))), "word/styles.xml", rootOf("styles", "")))
	f.Fuzz(func(t *testing.T, content []byte) {
		if src, err := readDocx(context.Background(), content); err == nil {
			checkSource(t, src)
		} else if src != nil {
			t.Error("a source beside an error")
		}
	})
}

func BenchmarkDocxUN(b *testing.B) {
	content, err := os.ReadFile(sharedWord(b, "docx/unfccc-cma2021-UNstyles-numPr.docx"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readDocx(context.Background(), content); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDocxBomb(b *testing.B) {
	content, err := os.ReadFile(sharedWord(b, "hostile/h_bomb.docx"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readDocx(context.Background(), content); err == nil {
			b.Fatal("not refused")
		}
	}
}
