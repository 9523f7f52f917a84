package html_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/html"
	"travaux/export/internal/everything"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

func written(tb testing.TB, doc export.Document) []byte {
	tb.Helper()
	b, err := html.Write(context.Background(), doc)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func specimens(lang data.Lang) map[string]export.Document {
	marked := everything.Paper(lang)
	marked.Marking, marked.Look.Face = "RESTRICTED", data.FaceSans
	return map[string]export.Document{
		"everything": everything.Paper(lang),
		"marked":     marked,
		"position":   export.PositionPaper(specimen.Brief(lang), translations.New(string(lang))),
		"empty":      {Lang: lang},
	}
}

// TestLook writes the specimens to the folder TRAVAUX_LOOK for a person to see.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRAVAUX_LOOK")
	if dir == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			if err := os.WriteFile(filepath.Join(dir, name+"."+string(lang)+".html"), written(t, doc), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// within are the elements that the writer knows, and what each may stand in. From the HTML standard, section 4, as far as it is needed here.
var within = map[string]string{
	"head": "html", "body": "html", "meta": "head", "title": "head", "thead": "table", "tbody": "table", "colgroup": "table",
	"col": "colgroup", "tr": "thead tbody", "td": "tr", "th": "tr",
	"ins": "words", "del": "words", "strong": "words", "em": "words", "sup": "words", "a": "words", "br": "words", "span": "words", "img": "words",
	"p": "blocks", "h1": "blocks", "h2": "blocks", "h3": "blocks", "h4": "blocks", "table": "blocks", "hr": "blocks", "div": "blocks", "html": "",
}

// fits reports whether an element may stand in another.
func fits(tag, in string) bool {
	where, known := within[tag]
	switch {
	case !known:
		return false
	case where == "blocks":
		return in == "body" || in == "div" || in == "td" && tag == "p"
	case where == "words":
		return strings.Contains(" p h1 h2 h3 h4 td th ins del strong em sup a ", " "+in+" ")
	}
	return strings.Contains(" "+where+" ", " "+in+" ")
}

// TestValid reads every specimen as XML, and holds what the HTML standard asks: which
// element stands where, ids that are there once, links that lead somewhere, rows of one
// width, heads with their scope.
func TestValid(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			t.Run(name+"."+string(lang), func(t *testing.T) { valid(t, written(t, doc)) })
		}
	}
}

func valid(t *testing.T, file []byte) {
	d := xml.NewDecoder(bytes.NewReader(file))
	open := []string{""}
	ids, links := map[string]bool{}, map[string]bool{}
	width, first := 0, 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			tag := e.Name.Local
			if !fits(tag, open[len(open)-1]) {
				t.Errorf("<%s> in <%s>", tag, open[len(open)-1])
			}
			open = append(open, tag)
			across := 1
			for _, a := range e.Attr {
				switch a.Name.Local {
				case "id":
					if ids[a.Value] {
						t.Errorf("id %q twice", a.Value)
					}
					ids[a.Value] = true
				case "href":
					links[strings.TrimPrefix(a.Value, "#")] = true
				case "colspan":
					n, err := strconv.Atoi(a.Value)
					if err != nil || n < 1 {
						t.Errorf("colspan=%q", a.Value)
					}
					across = n
				case "class":
					t.Error("a class, which mail programs drop")
				}
			}
			switch tag {
			case "table":
				first = 0
			case "tr":
				width = 0
			case "td", "th":
				width += across
				if tag == "th" && !strings.Contains(attribute(e, "scope"), "col") && !strings.Contains(attribute(e, "scope"), "row") {
					t.Error("a head without scope")
				}
			}
		case xml.EndElement:
			if e.Name.Local == "tr" {
				if first > 0 && width != first {
					t.Errorf("a row of %d columns below one of %d", width, first)
				}
				first = width
			}
			open = open[:len(open)-1]
		}
	}
	for l := range links {
		if !ids[l] {
			t.Errorf("nothing at #%s", l)
		}
	}
	for _, never := range []string{"<style", "<script", "http:", "https:", "Velmora</meta", "<link"} {
		if strings.Contains(strings.Replace(string(file), `xmlns="http://www.w3.org/1999/xhtml"`, "", 1), never) {
			t.Errorf("it has %q", never)
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// TestXmllintAccepts asks a reader of HTML that is not ours.
func TestXmllintAccepts(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil || testing.Short() {
		t.Skip("xmllint is not asked")
	}
	dir := t.TempDir()
	for _, lang := range data.Langs {
		path := filepath.Join(dir, string(lang)+".html")
		if err := os.WriteFile(path, written(t, everything.Paper(lang)), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"--html", "--noout"}, {"--noout"}} {
			if out, err := exec.Command("xmllint", append(args, path)...).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s: %v %.800s", lang, err, out)
			}
		}
	}
}

func TestLanguageAndDirection(t *testing.T) {
	for lang, want := range map[data.Lang][]string{
		data.Arabic:  {`<html xmlns="http://www.w3.org/1999/xhtml" lang="ar" dir="rtl">`, `<p lang="en" dir="ltr" style=`, "text-align:right"},
		data.English: {`lang="en" dir="ltr">`, `<p lang="ar" dir="rtl" style=`, "text-align:right"},
		data.Chinese: {`lang="zh-Hans" dir="ltr">`, `<p lang="en" dir="ltr"`},
	} {
		got := string(written(t, everything.Paper(lang)))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %s", lang, w)
			}
		}
	}
}

// TestChangesHaveALineAndAColour holds that they are legible without colour.
func TestChangesHaveALineAndAColour(t *testing.T) {
	got := string(written(t, everything.Paper(data.English)))
	for _, e := range regexp.MustCompile(`<(?:ins|del)[^>]*>`).FindAllString(got, -1) {
		if !strings.Contains(e, "color:#") || !strings.Contains(e, "text-decoration:") {
			t.Error(e)
		}
	}
	for _, want := range []string{`underline">the measures necessary</ins>`, `line-through">appropriate measures</del>`, `text-decoration-style:double">Each State`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestNewWordsStandApartFromOldOnes holds that nobody reads "Article 1617", whatever
// becomes of lines and colours.
func TestNewWordsStandApartFromOldOnes(t *testing.T) {
	p := export.Paragraph{Spans: []export.Span{{Text: "16", Mark: export.Deleted}, {Text: "17", Mark: export.Inserted}}}
	for name, b := range map[string]export.Block{
		"paragraph": p, "cell": export.Table{Heads: []string{""}, Rows: []export.Row{{Cells: []export.Cell{{p}}}}},
	} {
		got := string(written(t, export.Document{Lang: data.English, Blocks: []export.Block{b}}))
		if !strings.Contains(got, "16</del> <ins") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestIsolatesAreElements holds that a symbol in Arabic keeps to itself where a program
// does not know the characters that say so.
func TestIsolatesAreElements(t *testing.T) {
	for in, want := range map[string]string{
		"\u2066A/AC.1\u2069، 14":        "<span dir=\"ltr\">\u2066A/AC.1\u2069</span>، 14",
		"a \u2067(ب)\u2069":             "a <span dir=\"rtl\">\u2067(ب)\u2069</span>",
		"\u2066a \u2067ب\u2069 c\u2069": "\u2066a <span dir=\"rtl\">\u2067ب\u2069</span> c\u2069",
		"\u2066never ended":             "\u2066never ended",
	} {
		got := string(written(t, export.Document{Lang: data.Arabic, Blocks: []export.Block{export.Paragraph{Spans: []export.Span{{Text: in}}}}}))
		if !strings.Contains(got, ">"+want+"</p>") {
			t.Errorf("%q: %s", in, got)
		}
	}
}

// TestStepsAreMargins holds that indents are margins, which all mail programs know for
// paragraphs, and that numbers stand out before their words.
func TestStepsAreMargins(t *testing.T) {
	p := func(text string) export.Paragraph {
		return export.Paragraph{Spans: []export.Span{{Text: text}}}
	}
	blocks := []export.Block{
		export.Contents{Depth: 2},
		export.Heading{Level: 1, Text: "A"},
		export.Heading{Level: 2, Text: "B"},
		export.Entry{Label: "1.", Paragraphs: []export.Paragraph{p("first"), p("second")}},
		export.Revised{Depth: 1, Spans: []export.Span{{Text: "(a)"}}},
	}
	for lang, numbered := range map[data.Lang]string{
		data.English: "margin-left:15.4pt;text-indent:-15.4pt\">1.\u00a0 first</p>\n<p style=\"[^>]*;margin-left:15.4pt\">second",
		data.Arabic:  "margin-bottom:8px;text-align:right\">1.\u00a0 first</p>\n<p[^>]*;margin-right:18.5pt;text-align:right\">second",
	} {
		side := "left"
		if lang.RightToLeft() {
			side = "right"
		}
		got := string(written(t, export.Document{Lang: lang, Blocks: blocks}))
		for _, want := range []string{
			"margin-" + side + `:16px[^>]*><a href="#part-2"`, numbered, "margin-" + side + `:28px[^>]*>\(a\)`,
		} {
			if !regexp.MustCompile(want).MatchString(got) {
				t.Errorf("%s: no %s in %s", lang, want, got)
			}
		}
	}
}

// shown is a document without the codes that only cameras read.
func shown(doc export.Document) export.Document {
	doc.Blocks = slices.DeleteFunc(slices.Clone(doc.Blocks), func(b export.Block) bool {
		_, code := b.(export.Code)
		return code
	})
	return doc
}

func TestNothingIsLost(t *testing.T) {
	for _, lang := range data.Langs {
		for name, doc := range specimens(lang) {
			file := written(t, doc)
			if !bytes.Equal(file, written(t, doc)) {
				t.Errorf("%s, %s: other bytes", name, lang)
			}
			said, err := html.Read(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range strings.FieldsFunc(shown(doc).Text()+doc.Title, func(r rune) bool { return strings.ContainsRune(" \n\t[]+-<>^|=#/_▦¶:*!", r) }) {
				if !strings.Contains(said, word) {
					t.Errorf("%s, %s: no %q", name, lang, word)
				}
			}
		}
	}
}

// TestReadSeesWhatIsHidden holds that the check of a file looks everywhere.
func TestReadSeesWhatIsHidden(t *testing.T) {
	secret := "Capital will accept twelve months if the other delegations insist upon it"
	logo := append(everything.Logo(), secret...)
	for name, file := range map[string]string{
		"attribute":   `<p title="` + secret + `">x</p>`,
		"comment":     `<p>x</p><!-- ` + secret + ` -->`,
		"instruction": `<p>x</p><?note ` + secret + `?>`,
	} {
		if said, err := html.Read([]byte(file)); err != nil || !strings.Contains(said, secret) {
			t.Errorf("%s: %v %q", name, err, said)
		}
	}
	for name, b := range map[string]export.Block{
		"note":     export.Paragraph{Spans: []export.Span{{Text: secret, Mark: export.Footnote}}},
		"words":    export.Grid{Columns: []export.GridColumn{{Words: secret}}},
		"accepted": export.Entry{Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: secret[:30], Mark: export.Inserted}, {Text: "all of the others", Mark: export.Deleted}, {Text: secret[30:], Mark: export.Inserted}}}}},
	} {
		_, _, err := html.Format.Checked(t.Context(), export.Document{Lang: data.English, Blocks: []export.Block{b}}, export.FileOptions{}, []data.Secret{{Field: "f", Text: secret}})
		if data.CodeOf(err) != export.CodeLeak {
			t.Errorf("%s: %v", name, err)
		}
	}
	doc := export.Document{Lang: data.English, Look: export.Look{Logo: logo}, Blocks: []export.Block{export.Letterhead{Name: "Velmora"}}}
	if said, err := html.Read(written(t, doc)); err != nil || strings.Contains(said, secret) {
		t.Errorf("the logo says it: %v", err)
	}
}

func TestMarkingAtBothEnds(t *testing.T) {
	doc := everything.Paper(data.French)
	doc.Marking = "DIFFUSION RESTREINTE"
	if _, c, err := html.Format.Marked(t.Context(), doc, export.FileOptions{}); err != nil || !c.Ours {
		t.Error(err)
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("<b>&amp;]]>\x00\x7f\xff\ufffe\ufdd0\r\n\t\"'", uint8(1))
	f.Fuzz(func(t *testing.T, s string, mark uint8) {
		p := export.Paragraph{Spans: []export.Span{{Text: s, Mark: export.Mark(mark)}}}
		file := written(t, export.Document{Lang: data.Arabic, Title: s, Marking: s, Blocks: []export.Block{
			export.Heading{Level: int(mark % 5), Text: s},
			p,
			export.Table{Heads: []string{s, s}, Rows: []export.Row{{Cells: []export.Cell{{p}, {p}}}}},
			export.Grid{Columns: []export.GridColumn{{Words: s}}},
		}})
		if _, err := html.Read(file); err != nil {
			t.Error(err)
		}
	})
}
