package main

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/redline"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/data/text"
)

// macro is what LibreOffice does: open the new version unseen, lay the
// comparison with the old one over it, store it as a Word file.
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub LayRedline
  On Error Goto Done
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("%s", "_blank", 0, hidden())
  Dim against(1) As New com.sun.star.beans.PropertyValue
  against(0).Name = "URL"
  against(0).Value = "%s"
  against(1).Name = "NoAcceptDialog"
  against(1).Value = True
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, against())
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  document.storeToURL("%s", word())
  document.close(True)
Done:
  StarDesktop.terminate()
End Sub
</script:module>
`

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`

// office is LibreOffice with a profile of its own in which the macro is.
type office struct{ bin, profile string }

func newOffice(b *testing.B, f officeFiles) (office, error) {
	b.Helper()
	bin, err := exec.LookPath("soffice")
	if err != nil {
		return office{}, err
	}
	o := office{bin, "file://" + filepath.Join(f.dir, "profile")}
	// The first start makes the profile, and would throw out what was there.
	if said, err := exec.Command(bin, "-env:UserInstallation="+o.profile, "--headless", "--terminate_after_init").CombinedOutput(); err != nil {
		return office{}, fmt.Errorf("%w: %s", err, said)
	}
	basic := filepath.Join(f.dir, "profile", "user", "basic", "Standard")
	if err := os.MkdirAll(basic, 0o700); err != nil {
		return office{}, err
	}
	for name, content := range map[string]string{
		"script.xlb":  library,
		"Module1.xba": fmt.Sprintf(macro, "file://"+f.newWord, "file://"+f.oldWord, "file://"+f.out),
	} {
		if err := os.WriteFile(filepath.Join(basic, name), []byte(content), 0o600); err != nil {
			return office{}, err
		}
	}
	return o, nil
}

func (o office) command() *exec.Cmd {
	return exec.Command(o.bin, "-env:UserInstallation="+o.profile, "--headless", "--norestore", "macro:///Standard.Module1.LayRedline")
}

// redlineCount is what a redline of a whole draft comes to: changed words, and
// the places of change in every paragraph.
type redlineCount struct{ words, places int }

func (n *redlineCount) add(edits []redline.Edit) {
	inserted, deleted, places := redline.Changed(edits)
	n.words += inserted + deleted
	n.places += places
}

func (n redlineCount) report(b *testing.B, who string) {
	b.ReportMetric(float64(n.words), who+"-changed-words")
	b.ReportMetric(float64(n.places), who+"-places")
	b.ReportMetric(float64(n.cost()), who+"-cost")
}

// cost is a word for every changed word and two for every place, where a reader
// has to stop.
func (n redlineCount) cost() int { return n.words + 2*n.places }

// holdAgainst fails where theirs is as good to read. LibreOffice changes in fewer
// places where it replaces paragraphs as wholes: places count with the words that
// they cost.
func (n redlineCount) holdAgainst(b *testing.B, their redlineCount) {
	if n.words >= their.words || n.cost() >= their.cost() {
		b.Errorf("ours change %d words in %d places, those of LibreOffice %d in %d", n.words, n.places, their.words, their.places)
	}
}

// count reads the tracked changes of LibreOffice's file as edits.
func (o office) count(b *testing.B, file string) (n redlineCount) {
	b.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	src, err := intake.Read(context.Background(), file, content)
	if err != nil {
		b.Fatal(err)
	}
	for i := range src.Blocks {
		n.add(editsOf(&src.Blocks[i]))
	}
	return n
}

// editsOf is a paragraph with tracked changes as a redline.
func editsOf(block *text.Block) (edits []redline.Edit) {
	runes, at := []rune(block.Text), 0
	add := func(kind redline.Kind, to int) {
		if at < to {
			edits = append(edits, redline.Edit{Kind: kind, Text: string(runes[at:to])})
			at = to
		}
	}
	for _, t := range block.Tracked {
		add(redline.Keep, t.Start)
		add(map[data.TrackKind]redline.Kind{data.TrackInserted: redline.Insert, data.TrackDeleted: redline.Delete}[t.Kind], t.End)
	}
	add(redline.Keep, len(runes))
	return edits
}

// countOurs counts our redline with the same ruler.
func (f officeFiles) countOurs(b *testing.B) (n redlineCount) {
	b.Helper()
	read := func(file string) []align.Paragraph {
		content, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		return asParagraphs(nonEmpty(string(content)))
	}
	old, new := read(f.oldText), read(f.newText)
	for _, l := range compare.Of(old, new, align.Align(old, new, align.Options{})).Lines {
		if !l.Gone() || l.Other < 0 { // what moved counts where it stands now
			n.add(l.Text)
		}
	}
	return n
}

// wordBody is the paragraphs of a Word file.
func wordBody(lines []string) string {
	var body bytes.Buffer
	for _, line := range lines {
		body.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		xml.EscapeText(&body, []byte(line))
		body.WriteString("</w:t></w:r></w:p>")
	}
	return body.String()
}

// TestTrackedChangesAreCounted: a ruler that misreads LibreOffice's file would
// flatter us.
func TestTrackedChangesAreCounted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tracked.docx")
	wordFile(t, file, `<w:p><w:r><w:t xml:space="preserve">The wind </w:t></w:r><w:del w:id="1"><w:r><w:delText>may</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>shall always</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> be free.</w:t></w:r></w:p>`+
		`<w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:ins w:id="4"><w:r><w:t>So shall kites.</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>Done.</w:t></w:r></w:p>`)
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src, err := intake.Read(t.Context(), file, content)
	if err != nil {
		t.Fatal(err)
	}
	var n redlineCount
	var all []string
	for i := range src.Blocks {
		edits := editsOf(&src.Blocks[i])
		n.add(edits)
		all = append(all, marked(edits))
	}
	if want := "The wind [-may-][+shall always+] be free.|[+So shall kites.+]|Done."; strings.Join(all, "|") != want || n != (redlineCount{6, 2}) {
		t.Errorf("%+v %q", n, all)
	}
}
