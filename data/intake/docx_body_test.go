package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/text"
)

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
	`xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml"`

// wordFile packs parts, given as name, content, name, content …, in order.
func wordFile(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func rootOf(name, content string) string {
	return "<w:" + name + " " + wordSpaces + ">" + content + "</w:" + name + ">"
}

func documentOf(body string) string { return rootOf("document", "<w:body>"+body+"</w:body>") }

// readBody reads a body with more parts beside it.
func readBody(t *testing.T, body string, parts ...string) *text.Source {
	t.Helper()
	src, err := readDocx(context.Background(), wordFile(append([]string{"word/document.xml", documentOf(body)}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, src)
	return src
}

// paraOf is a paragraph with these runs.
func paraOf(inner string) string { return "<w:p>" + inner + "</w:p>" }

func runOf(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }

func fieldOf(instruction, result string) string {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return char("begin") + `<w:r><w:instrText>` + instruction + `</w:instrText></w:r>` + char("separate") + result + char("end")
}

// linesOf writes blocks one per line, tracked changes in {+ +} and [- -].
func linesOf(blocks []text.Block) string {
	var out []string
	for _, b := range blocks {
		runes, at, s := []rune(b.Text), 0, ""
		for _, c := range b.Tracked {
			s += string(runes[at:c.Start])
			if c.Kind == data.TrackInserted {
				s += "{+" + string(runes[c.Start:c.End]) + "+}"
			} else {
				s += "[-" + string(runes[c.Start:c.End]) + "-]"
			}
			at = c.End
		}
		s += string(runes[at:])
		switch {
		case b.Mark != nil && b.Mark.Kind == data.TrackInserted:
			s += "{+¶+}"
		case b.Mark != nil:
			s += "[-¶-]"
		}
		if b.Kind != text.BlockPara {
			s = string(b.Kind) + ": " + s
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestDocxText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"text as it is", paraOf(runOf("Article 1 ") + runOf(" Use")), "Article 1  Use"},
		{"spaces not to be kept", paraOf("<w:r><w:t> a </w:t></w:r>"), "a"},
		{"signs", paraOf("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/></w:r>"), "a\tb\nc\u2011d\u00AD\n"},
		{"page break is no text", paraOf(`<w:r><w:t>a</w:t><w:br w:type="page"/></w:r>`), "a"},
		{"symbol font", paraOf(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`), "≥\uF0FC"},
		{"hidden text apart", paraOf(runOf("a ") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>` + runOf("b")), "a b\nhidden: secret"},
		{"field shows its result", paraOf(runOf("see ") + fieldOf(" REF x ", runOf("Article 3")) + runOf(".")), "see Article 3."},
		{"field within an instruction", paraOf(fieldOf(" IF "+fieldOf("PAGE", runOf("7"))+" = 7 ", runOf("yes")) + runOf("!")), "yes!"},
		{"field within a result", paraOf(fieldOf("TOC", runOf("1 ")+fieldOf("PAGEREF", runOf("12")))), "1 12"},
		{"field over paragraphs", paraOf(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+runOf("TOC")+`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`+runOf("a")) + paraOf(runOf("b")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`), "a\nb"},
		{"simple field", paraOf(`<w:fldSimple w:instr="PAGE">` + runOf("5") + `</w:fldSimple>`), "5"},
		{"link, smart tag, direction, control", paraOf(`<w:hyperlink>` + runOf("a") + `</w:hyperlink><w:smartTag>` + runOf("b") + `</w:smartTag><w:bdo>` + runOf("c") + `</w:bdo><w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent>` + runOf("d") + `</w:sdtContent></w:sdt>`), "abcd"},
		{"control around paragraphs", `<w:sdt><w:sdtContent>` + paraOf(runOf("a")) + paraOf(runOf("b")) + `</w:sdtContent></w:sdt>`, "a\nb"},
		{"alternative once", paraOf(`<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r>`), "a"},
		{"fallback alone", paraOf(`<mc:AlternateContent><mc:Fallback>` + runOf("b") + `</mc:Fallback></mc:AlternateContent>`), "b"},
		{"text box after its paragraph", paraOf(runOf("a") + `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>` + paraOf(runOf("box")) + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r>` + runOf("b")), "ab\nbox"},
		{"formula", paraOf(`<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:d><m:e><m:r><m:t>c</m:t></m:r></m:e></m:d></m:oMath>`), "x=a/b(c)"},
		{"table", `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>` + paraOf(runOf("b")) + `</w:tc></w:tr></w:tbl>` + paraOf(runOf("after")), "cell: \ncell: b\nafter"},
		{"insertion and deletion", paraOf(runOf("a ") + `<w:ins>` + runOf("new ") + `</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>`), "a {+new +}[-old-]"},
		{"move", paraOf(`<w:moveFrom>`+runOf("x")+`</w:moveFrom>`) + paraOf(`<w:moveTo>`+runOf("x")+`</w:moveTo>`), "[-x-]\n{+x+}"},
		{"inserted and deleted again", paraOf(runOf("a") + `<w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>`), "a"},
		{"paragraph marks", paraOf(`<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>`+runOf("a")) + paraOf(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+runOf("b")) + paraOf(runOf("c")), "a{+¶+}\nb[-¶-]\nc"},
		{"mark in neither version", paraOf(`<w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr>`+runOf("a")) + paraOf(runOf("b")), "ab"},
		{"formatting changes change no text", paraOf(`<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`), "a"},
		{"deleted row", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + paraOf(runOf("a")) + `</w:tc></w:tr><w:tr><w:tc>` + paraOf(runOf("b")) + `</w:tc></w:tr></w:tbl>` + paraOf(""), "cell: [-a-][-¶-]\ncell: b\n"},
		{"inserted cell", `<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr>` + paraOf(runOf("a")) + `</w:tc><w:tc>` + paraOf(runOf("b")) + `</w:tc></w:tr></w:tbl>`, "cell: {+a+}{+¶+}\ncell: b"},
		{"drawing's own words are no text", paraOf(`<w:r><w:drawing><a:t xmlns:a="urn:x">alt</a:t></w:drawing></w:r>` + runOf("a")), "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linesOf(readBody(t, c.body).Blocks); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestDocxViews(t *testing.T) {
	mark := func(change string) string { return `<w:pPr><w:rPr><w:` + change + `/></w:rPr></w:pPr>` }
	row := func(change, cell string) string {
		return `<w:tr><w:trPr><w:` + change + `/></w:trPr><w:tc>` + paraOf(cell) + `</w:tc></w:tr>`
	}
	for _, c := range []struct{ name, body, accepted, rejected string }{
		{"words", paraOf(runOf("a ") + `<w:ins>` + runOf("new") + `</w:ins><w:del>` + runOf("old") + `</w:del>`), "a new", "a old"},
		{"mark", paraOf(mark("ins")+runOf("a")) + paraOf(mark("del")+runOf("b")) + paraOf(runOf("c")), "a|bc", "ab|c"},
		{"last mark", paraOf(runOf("a")) + paraOf(mark("del")+`<w:del>`+runOf("b")+`</w:del>`), "a", "a|b"},
		{"rows", `<w:tbl>` + row("del", runOf("a")) + row("ins", runOf("b")) + row("cantSplit", runOf("c")) + `</w:tbl>`, "b|c", "a|c"},
		{"an empty cell stays", `<w:tbl><w:tr><w:tc>` + paraOf(mark("del")+`<w:del>`+runOf("a")+`</w:del>`) + `</w:tc></w:tr></w:tbl>` + paraOf(runOf("b")), "|b", "a|b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := readBody(t, c.body)
			if got := strings.Join(textsOf(AcceptAll(src)), "|"); got != c.accepted {
				t.Errorf("accepted: %q, want %q", got, c.accepted)
			}
			if got := strings.Join(textsOf(RejectAll(src)), "|"); got != c.rejected {
				t.Errorf("rejected: %q, want %q", got, c.rejected)
			}
		})
	}
}

func TestDocxTablePlaces(t *testing.T) {
	cell := func(span int, inner string) string {
		return fmt.Sprintf(`<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr>%s</w:tc>`, span, inner)
	}
	nested := `<w:tbl><w:tr>` + cell(1, paraOf(runOf("n"))) + `</w:tr></w:tbl>`
	src := readBody(t, `<w:tbl><w:tr>`+cell(2, paraOf(runOf("a")))+cell(1, paraOf(runOf("b")))+`</w:tr><w:tr>`+cell(1, nested+paraOf(runOf("c")))+`</w:tr></w:tbl>`+paraOf(runOf("d")))
	var got []string
	for _, b := range src.Blocks {
		got = append(got, fmt.Sprintf("%s%d.%d.%d", b.Text, b.Table, b.Row, b.Col))
	}
	if want := "a1.1.1 b1.1.3 n2.1.1 c1.2.1 d0.0.0"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestDocxLooks(t *testing.T) {
	styles := rootOf("styles", `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-CH" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
		<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="H1G"><w:name w:val="_ H_1_G"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/><w:jc w:val="center"/><w:ind w:left="200" w:hanging="50"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="H1G"/><w:pPr><w:bidi/></w:pPr></w:style>
		<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
		<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>`)
	src := readBody(t,
		paraOf(`<w:pPr><w:pStyle w:val="Sub"/></w:pPr>`+runOf("Titre "))+
			paraOf(`<w:pPr><w:pStyle w:val="H1G"/></w:pPr>`+runOf("gras ")+`<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>maigre</w:t></w:r>`)+
			paraOf(`<w:pPr><w:pStyle w:val="A"/><w:outlineLvl w:val="9"/></w:pPr>`+runOf("un ")+`<w:r><w:rPr><w:i/><w:strike/></w:rPr><w:t>deux</w:t></w:r>`),
		"word/styles.xml", styles)
	if src.Lang != data.French {
		t.Errorf("language %q, want fr", src.Lang)
	}
	first, second, third := src.Blocks[0], src.Blocks[1], src.Blocks[2]
	if first.Kind != text.BlockHeading || first.Level != 2 || first.Style != "Sub" || !first.Bold || !first.Centred || !first.RightToLeft || first.Indent != 150 || first.Marked != nil {
		t.Errorf("heading: %+v", first)
	}
	if second.Bold || len(second.Marked) != 1 || second.Marked[0] != (text.Emphasis{End: 5, Bold: true}) {
		t.Errorf("bold in bold is not bold: %+v", second)
	}
	if third.Kind != text.BlockPara || len(third.Marked) != 1 || third.Marked[0] != (text.Emphasis{Start: 3, End: 7, Italic: true, Strike: true}) {
		t.Errorf("struck words: %+v", third)
	}
}

func TestDocxLanguageNotBelieved(t *testing.T) {
	styles := rootOf("styles", `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>`)
	if src := readBody(t, paraOf(runOf("Государства обязаны")), "word/styles.xml", styles); src.Lang != "" {
		t.Errorf("Cyrillic text said to be %q", src.Lang)
	}
}

func TestDocxNotes(t *testing.T) {
	cite := func(id, more string) string {
		return `<w:r><w:footnoteReference w:id="` + id + `"` + more + `/></w:r>`
	}
	section := `<w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr>`
	footnote := func(id, words string) string {
		return `<w:footnote w:id="` + id + `">` + paraOf(`<w:r><w:footnoteRef/></w:r>`+runOf(words)) + `</w:footnote>`
	}
	src := readBody(t,
		paraOf(runOf("one")+cite("2", "")+runOf(" two")+cite("3", ""))+
			paraOf(section+runOf("three")+cite("4", ""))+
			paraOf(runOf("four")+cite("5", "")+`<w:r><w:footnoteReference w:id="6" w:customMarkFollows="1"/><w:t>*</w:t></w:r><w:del>`+cite("7", "")+`</w:del>`)+
			paraOf(`<w:r><w:endnoteReference w:id="2"/></w:r>`)+
			`<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>`,
		"word/footnotes.xml", rootOf("footnotes", `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>`+
			footnote("5", "E")+footnote("4", "D")+footnote("3", "C")+footnote("2", "B")+footnote("6", "* F")+footnote("7", "G")+footnote("9", "never cited")),
		"word/endnotes.xml", rootOf("endnotes", `<w:endnote w:id="2">`+paraOf(runOf("end"))+`</w:endnote>`))
	want := "one two\nthree\nfour*\n\nfootnote: B\nfootnote: C\nfootnote: D\nfootnote: E\nfootnote: * F\nfootnote: [-G-][-¶-]\nfootnote: end"
	if got := linesOf(src.Blocks); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var marks []string
	for _, n := range src.Notes {
		marks = append(marks, fmt.Sprintf("%s %s %d:%d", n.ID, n.Mark, n.At.Block, n.At.Rune))
	}
	wantMarks := "footnote-2 1 0:3, footnote-3 2 0:7, footnote-4 3 1:5, footnote-5 1 2:4, footnote-6 * 2:4, footnote-7 2 2:5, endnote-2 i 3:0"
	if got := strings.Join(marks, ", "); got != wantMarks {
		t.Errorf("got %s\nwant %s", got, wantMarks)
	}
	if b := src.Blocks[7]; b.Note != "footnote-5" || b.Label != "1" {
		t.Errorf("footnote block %+v", b)
	}
}

func TestDocxComments(t *testing.T) {
	comment := func(id, author, paraID, words string) string {
		return `<w:comment w:id="` + id + `" w:author="` + author + `" w:date="2024-05-01T10:00:00Z"><w:p w14:paraId="` + paraID + `">` + runOf(words) + `</w:p></w:comment>`
	}
	src := readBody(t,
		paraOf(runOf("shall "))+paraOf(`<w:commentRangeStart w:id="2"/><w:commentRangeStart w:id="1"/>`+runOf("take")+`<w:commentRangeEnd w:id="1"/><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="1"/></w:r>`+runOf(" all"))+
			paraOf(runOf("end")+`<w:r><w:commentReference w:id="0"/></w:r>`),
		"word/comments.xml", rootOf("comments", comment("0", "C", "0C", "at the end")+comment("1", "A", "0A", "why?")+comment("2", "B", "0B", "agreed")),
		"word/commentsExtended.xml", `<w15:commentsEx `+wordSpaces+`><w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>`)
	var got []string
	for _, c := range src.Comments {
		got = append(got, fmt.Sprintf("%s<%s %s %q %d:%d-%d:%d %v", c.ID, c.Parent, c.Author, c.Text, c.Start.Block, c.Start.Rune, c.End.Block, c.End.Rune, c.Resolved))
	}
	want := `1< A "why?" 1:0-1:4 true; 2<1 B "agreed" 1:0-1:4 false; 0< C "at the end" 2:3-2:3 false`
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
