package intake

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"travaux/data"
	"travaux/data/intake/pdf"
	"travaux/data/text"
)

func read(t *testing.T, content string) *text.Source {
	t.Helper()
	src, err := Read(context.Background(), "folder/draft", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func TestChosenByContent(t *testing.T) {
	akn := `<akomaNtoso xmlns="x"><act><body><p>Text</p></body></act></akomaNtoso>`
	for _, c := range []struct {
		name, content, format string
		code                  data.Code
	}{
		{name: "empty", content: "", code: CodeEmpty},
		{name: "white space", content: "\xef\xbb\xbf \r\n\t", code: CodeEmpty},
		{name: "pdf", content: "%PDF-1.7\n...", code: pdf.CodeDamaged},
		{name: "pdf after junk", content: "\x00\x00junk\n%PDF-1.4", code: pdf.CodeDamaged},
		{name: "old word", content: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", code: CodeOldWord},
		{name: "rtf", content: `{\rtf1\ansi x}`, code: CodeRTF},
		{name: "open document", content: "PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.text", code: CodeODT},
		{name: "picture", content: "\x89PNG\r\n\x1a\n", code: CodeImage},
		{name: "program", content: "MZ\x90\x00\x03", code: CodeUnknown},
		{name: "binary", content: strings.Repeat("\x01\x02\x03x", 100), code: CodeUnknown},
		{name: "other xml", content: `<?xml version="1.0"?><svg/>`, code: CodeUnknown},
		{name: "cut off", content: akn[:len(akn)-20], code: CodeDamaged},
		{name: "wrong nesting", content: `<akomaNtoso><a><b></a></b></akomaNtoso>`, code: CodeDamaged},
		{name: "unknown entity", content: `<akomaNtoso><p>&xxe;</p></akomaNtoso>`, code: CodeDamaged},
		{name: "document type", content: `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]>` + akn, code: CodeHostile},
		{name: "external entity", content: `<!DOCTYPE foo [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>`, code: CodeHostile},
		{name: "document type in utf-16", content: string(utf16Bytes(`<!DOCTYPE foo []>`+akn, true)), code: CodeHostile},
		{name: "akoma ntoso", content: akn, format: "akn"},
		{name: "akoma ntoso with prefix", content: `<?xml version="1.0"?><an:akomaNtoso xmlns:an="x"><an:p>T</an:p></an:akomaNtoso>`, format: "akn"},
		{name: "akoma ntoso in utf-16", content: string(utf16Bytes(`<?xml version="1.0" encoding="utf-16"?>`+akn, true)), format: "akn"},
		{name: "web page", content: "<!DOCTYPE html><html><body><p>x", format: "html"},
		{name: "pasted piece of a page", content: "<p>Article 1</p><p>Text</p>", format: "html"},
		{name: "markdown after a meta line", content: "<meta charset='utf-8' />\n\n## Title\n", format: "text"},
		{name: "words", content: "MZ is how this sentence begins.", format: "text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := Read(context.Background(), "a.pdf", []byte(c.content))
			if data.CodeOf(err) != c.code {
				t.Fatalf("error %v, want %q", err, c.code)
			}
			if err == nil && (src.Format != c.format || src.Name != "a.pdf") {
				t.Errorf("format %q, name %q", src.Format, src.Name)
			}
		})
	}
}

func utf16Bytes(s string, mark bool) []byte {
	var b bytes.Buffer
	if mark {
		b.Write([]byte{0xff, 0xfe})
	}
	for _, u := range utf16.Encode([]rune(s)) {
		binary.Write(&b, binary.LittleEndian, u)
	}
	return b.Bytes()
}

func TestEncodings(t *testing.T) {
	russian := "Статья 1. Государства-участники сотрудничают друг с другом в соответствии с настоящей Конвенцией."
	arabic := "المادة 1 تتعاون الدول الأطراف فيما بينها وفقا لأحكام هذه الاتفاقية."
	french := "Article premier. Les États parties à la présente Convention coopèrent dès l’entrée en vigueur."
	chinese := "第一条 缔约国应当根据本公约的规定开展合作，并采取必要措施。"
	for _, c := range []struct {
		name, words, encoding string
		bytes                 []byte
	}{
		{"utf-8", russian, "utf-8", []byte(russian)},
		{"utf-8 with mark", arabic, "utf-8", []byte("\xef\xbb\xbf" + arabic)},
		{"utf-16 with mark", chinese, "utf-16", utf16Bytes(chinese, true)},
		{"utf-16 without mark", french, "utf-16", utf16Bytes(french, false)},
		{"windows-1251", russian, "windows-1251", encoded(t, "windows-1251", russian)},
		{"windows-1252", french, "windows-1252", encoded(t, "windows-1252", french)},
		{"windows-1256", arabic, "windows-1256", encoded(t, "windows-1256", arabic)},
		{"gb18030", chinese, "gb18030", encoded(t, "gb18030", chinese)},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := read(t, string(c.bytes))
			if got := src.Plain(); got != c.words || src.Encoding != c.encoding {
				t.Errorf("%s: %q", src.Encoding, got)
			}
			guessed := strings.HasPrefix(c.encoding, "windows") || c.encoding == "gb18030"
			if (len(src.Doubts) > 0) != guessed {
				t.Errorf("doubts %v", src.Doubts)
			}
		})
	}
}

func encoded(t *testing.T, name, s string) []byte {
	t.Helper()
	e, _ := charset.Lookup(name)
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPlainKeepsEverything(t *testing.T) {
	s := "One\r\nTwo\n\n\fThree\rFour\u2029  Five"
	if got := read(t, s).Plain(); got != s {
		t.Errorf("%q", got)
	}
}

func TestBrokenLinesAreJoined(t *testing.T) {
	s := `Article 1
Scope
1. This paragraph was broken by a mail program at the same width as all
the others, so that it goes on in the second line and even in the third
line before it ends.
2. The second paragraph is also long enough to be broken at the width of
seventy characters.
`
	src := read(t, s)
	if src.Plain() != s {
		t.Error("not the same text")
	}
	o := text.Parse(src, "")
	var got []string
	for _, n := range o.Nodes {
		got = append(got, n.Path)
	}
	if strings.Join(got, " ") != "art1 art1/1 art1/2" {
		t.Errorf("%v", got)
	}
}

// The text of a PDF: a few lines are longer than all others, paragraphs end in
// lines that had room for more, and a line may begin in the middle of a sentence
// with a word that could be a heading.
func TestLinesOfAPDFAreJoined(t *testing.T) {
	paragraph := `%d. Each Party shall take measures to prevent, reduce and where possible eliminate what is
annex A lists, in accordance with its national circumstances, and shall report on the measures
which it has taken.
`
	s := "Contents " + strings.Repeat(".", 160) + " 1\nArticle 1\nMeasures\nOption 1\n"
	for i := 1; i <= 18; i++ {
		s += fmt.Sprintf(paragraph, i)
	}
	s += `y. Emergency response to public health incidents and to natural disasters of any kind;
z. Scientific and experimental research by institutions that are entitled to carry it out; and
aa. Uses for which there is no alternative.
The measures shall be proportionate.
Nothing in this article shall affect what Parties have agreed elsewhere on the same matters here.
Option 2
No text.
`
	src := read(t, s)
	if src.Plain() != s {
		t.Error("not the same text")
	}
	var got []string
	for _, n := range text.Parse(src, "").Nodes {
		got = append(got, n.Path)
	}
	want := "title art1 art1/opt1"
	for i := 1; i <= 18; i++ {
		want += fmt.Sprintf(" art1/opt1/%d", i)
	}
	want += " art1/opt1/flush art1/opt1/flush2 art1/opt1/flush3 art1/opt1/flush4 art1/opt1/flush5 art1/opt2"
	if strings.Join(got, " ") != want {
		t.Errorf("%v", got)
	}
}

func TestAKNStructured(t *testing.T) {
	src := read(t, `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification>
<FRBRdate date="2024-05-06" name="x"/><FRBRlanguage language="fra"/></identification></meta>
<preface><p>Projet <docNumber refersTo="#symbol">A/X/1</docNumber></p></preface>
<body><chapter><num>I</num><heading>Objet</heading>
<article><num>Article 1</num><heading>Champ</heading>
 <paragraph><num>1.</num><list><intro><p>Texte :</p></intro>
  <point><num>a)</num><content><p>un <ins>nouveau</ins> <b>gras</b></p></content></point>
  <point><num>b)</num><content><p>deux<authorialNote marker="1"><p>Note.</p></authorialNote></p></content></point>
  <wrapUp><p>fin.</p></wrapUp></list></paragraph>
 <paragraph><num>2.</num><content><p>Autre.</p></content></paragraph>
</article></chapter></body></act></akomaNtoso>`)
	if src.Lang != data.French || src.Symbol != "A/X/1" || src.Date.Year != 2024 || len(src.Notes) != 1 {
		t.Errorf("lang %q symbol %q date %v notes %v", src.Lang, src.Symbol, src.Date, src.Notes)
	}
	o := text.Parse(src, "")
	var got strings.Builder
	for _, n := range o.Nodes {
		got.WriteString(n.Path + "|" + n.Label + "|" + n.Heading + "|" + n.Text + "\n")
	}
	want := `title|||Projet A/X/1
ch1|I|Objet|
ch1/art1|Article 1|Champ|
ch1/art1/1|1.||Texte :
ch1/art1/1/a|a)||un nouveau gras
ch1/art1/1/b|b)||deux
ch1/art1/1/flush|||fin.
ch1/art1/2|2.||Autre.
fn1|||Note.
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
	for _, n := range o.Nodes {
		if n.Path == "ch1/art1/1/a" && (len(n.Tracked) != 1 || n.Text[n.Tracked[0].Start:n.Tracked[0].End] != "nouveau") {
			t.Errorf("tracked %v", n.Tracked)
		}
	}
}

func TestHTML(t *testing.T) {
	src := read(t, `<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>T</title><style>p{}</style></head><body>
<script>evil()</script><nav>Menu</nav>
<h2>Article&nbsp;1</h2><p>First
   line<br>second <b>bold</b> &amp; <del>old</del></p><ol type="a"><li>one<li>two</ol>
<table><tr><td>x<td>y</table>after<br><br>last`)
	if src.Lang != data.Arabic || src.Title != "T" {
		t.Errorf("lang %q title %q", src.Lang, src.Title)
	}
	var got strings.Builder
	for _, b := range src.Blocks {
		got.WriteString(string(b.Kind) + "|" + b.Label + "|" + b.Text + "\n")
	}
	want := "heading||Article\u00a01\n||First line\nsecond bold & old\n|a.|one\n|b.|two\ncell||x\ncell||y\n||after\n||last\n"
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
	if tr := src.Blocks[1].Tracked; len(tr) != 1 || tr[0].Kind != data.TrackDeleted {
		t.Errorf("tracked %v", tr)
	}
}

// TestHostileText feeds what is cheap to make and dear to read. A second is
// the limit on a quiet machine; the test allows for a busy one.
func TestHostileText(t *testing.T) {
	if testing.Short() {
		t.Skip("the short run is the one with the race detector, which slows what is timed here")
	}
	many := strings.Repeat
	for name, content := range map[string]string{
		"labels in a row":        many("(a) (1) ", 900_000),
		"lists in lists":         many("(a) x:\n", 90_000),
		"too many lines":         many("x\n", 400_000),
		"one long word":          many("x", 8<<20-1),
		"articles":               many("Article 1\n", 90_000),
		"breaks":                 "<html><body>" + many("Article 1<br>", 400_000),
		"empty elements":         "<akomaNtoso>" + many("<p/>", 1_900_000) + "</akomaNtoso>",
		"paragraphs":             "<akomaNtoso>" + many("<p>x</p>", 99_000) + "</akomaNtoso>",
		"deep elements":          "<akomaNtoso>" + many("<p>", 1_000_000),
		"deep tags":              many("<div>", 1_600_000),
		"footnotes":              "<akomaNtoso><p>" + many("<authorialNote><p>x</p></authorialNote>", 190_000) + "</p></akomaNtoso>",
		"footnotes in footnotes": "<akomaNtoso>" + many("<authorialNote><p>", 100) + many("</p></authorialNote>", 100) + "</akomaNtoso>",
		"attributes":             "<akomaNtoso><p " + many("a='b' ", 1_300_000) + "/></akomaNtoso>",
		"paragraphs in one":      "Article 1 T " + many("1. A b. 2. C d. ", 300_000),
		"contents":               many("Article 1 .... 3\n", 90_000),
		"broken lines":           many(many("abcdefg ", 10)+"\n", 95_000),
		"zero bytes":             many("\x00a", 4<<20-1),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			src, err := Read(context.Background(), "x", []byte(content))
			if err == nil {
				o := text.Parse(src, "")
				if o.Rebuild() != src.Plain() {
					t.Error("not rebuilt")
				}
			} else if c := data.CodeOf(err); c != CodeHostile && c != CodeTooLarge && c != CodeUnknown {
				t.Errorf("error %v", err)
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, "x", []byte("text")); data.CodeOf(err) != data.CodeCancelled {
		t.Error(err)
	}
}

func TestErrorsHoldNoText(t *testing.T) {
	_, err := Read(context.Background(), "x", []byte("<akomaNtoso><secret-sentence></akomaNtoso>"))
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Error(err)
	}
}

// fuzzRead checks what holds for every file: valid text, and an outline that
// gives it back.
func fuzzRead(t *testing.T, content []byte) {
	src, err := Read(context.Background(), "x", content)
	if err != nil {
		if data.CodeOf(err) == data.CodeInternal {
			t.Fatal(err)
		}
		return
	}
	plain := src.Plain()
	if !utf8.ValidString(plain) {
		t.Fatal("not valid text")
	}
	if src.Format == "text" && src.Encoding == "utf-8" && plain != strings.TrimPrefix(string(content), "\ufeff") {
		t.Fatalf("characters lost: %q", plain)
	}
	if o := text.Parse(src, ""); o.Rebuild() != plain {
		t.Fatalf("not rebuilt: %q", plain)
	}
	for _, n := range src.Notes {
		if n.At.Block < 0 || n.At.Block > len(src.Blocks) {
			t.Fatalf("note at %v", n.At)
		}
	}
}

func FuzzAKN(f *testing.F) {
	f.Add([]byte(`<akomaNtoso><act><meta><FRBRlanguage language="eng"/></meta><article><num>1</num><p class="H4">a<i>b</i><authorialNote><p>n</p></authorialNote></p></article></act></akomaNtoso>`))
	f.Add([]byte(`<akomaNtoso><table><tr><td>x</td></tr></table><num>(a)</num><p xml:space="preserve">	(b)	y&#233;</p><![CDATA[z]]></akomaNtoso>`))
	f.Fuzz(fuzzRead)
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<html lang=fr><h1>Article 1</h1><p>a<br>b<ol><li value=3>c<table><tr><td>d</table><ins>e</ins></p>`))
	f.Add([]byte(`<p></div></p><ul><li>x</ul></ol>&nbsp;&#0;<script>`))
	f.Fuzz(fuzzRead)
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte("Article 1\r\n# T\n(a) x"))
	f.Add(utf16Bytes("المادة 1", true))
	f.Fuzz(fuzzRead)
}

func BenchmarkImportAKN(b *testing.B) {
	for _, lang := range data.Langs {
		content, err := os.ReadFile(sharedWord(b, "akn/A_RES_79_243_"+string(lang)+".xml"))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(string(lang), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				src, err := Read(context.Background(), "x.xml", content)
				if err != nil {
					b.Fatal(err)
				}
				text.Parse(src, "")
			}
		})
	}
}
