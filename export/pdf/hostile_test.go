package pdf

import (
	"bytes"
	"context"
	"os/exec"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

var hostile = map[string]string{
	"empty":          "",
	"emoji":          "😀👨‍👩‍👧‍👦🏳️‍🌈 and words",
	"beyond the BMP": "𠀀𠀁𝒜 and words",
	"override":       "a\u202Egnp.exe\u202C b",
	"nothing seen":   "\u2067",
	"isolates":       "\u2067\u2066\u2068unclosed (أ) [x",
	"invalid UTF-8":  "a\xff\xfe\xc0\xafb\xed\xa0\x80c",
	"controls":       "a\x00b\x07c\x1bd\u0085e\u2028f\u2029g",
	"long word":      strings.Repeat("incomprehensibilities", 240),
	"long Chinese":   strings.Repeat("湖", 5000),
	"long Arabic":    strings.Repeat("بحيرة", 1000),
	"stacked marks":  "e" + strings.Repeat("\u0301", 300) + " ب" + strings.Repeat("\u064B", 300),
	"other scripts":  "क्षेत्र ภาษาไทย עברית ქართული",
	"PDF syntax":     ") Tj ET (\\ endstream endobj << /JS (x) >> %PDF",
	"XML":            "</rdf:li><x a=\"&\">\uFFFE",
	"brackets":       strings.Repeat("[", 500) + strings.Repeat("]", 499),
	"white space":    " \t \u00a0\u3000\u2003 ",
	"only newlines":  "\n\n\r\n\n",
}

func hostileDocument(lang data.Lang, s string) export.Document {
	p := export.Paragraph{Spans: []export.Span{{Text: s}, {Text: s, Mark: export.Inserted}, {Text: s, Mark: export.Deleted | export.Strong}}}
	return export.Document{
		Lang: lang, Title: s, Subject: s, Author: s, RunningHead: s,
		Blocks: []export.Block{
			export.Letterhead{Name: s, Lines: []string{s, s}},
			export.Title{Text: s, Subtitle: s},
			export.Fields{Rows: []export.Field{{Label: s, Value: s}}},
			export.Contents{Heading: s, Depth: 3},
			export.Heading{Level: 3, Text: s},
			p,
			export.Heading{Level: 1, Text: s},
			export.Rule{},
			export.Entry{Label: s, Paragraphs: []export.Paragraph{p, p}},
			export.PageBreak{},
			export.PageBreak{},
			p,
			export.Heading{Level: 9, Text: s},
			export.Entry{Label: s},
		},
	}
}

func TestHostileText(t *testing.T) {
	_, noQpdf := exec.LookPath("qpdf")
	if noQpdf != nil {
		t.Log("qpdf is not installed: the files are only read back")
	}
	for name, s := range hostile {
		for _, lang := range []data.Lang{data.English, data.Arabic, data.Chinese} {
			t.Run(name+" "+string(lang), func(t *testing.T) {
				out := written(t, hostileDocument(lang, s), Options{})
				if _, err := Text(out); err != nil {
					t.Fatal(err)
				}
				if noQpdf == nil {
					if said, err := exec.Command("qpdf", "--check", onDisk(t, out)).CombinedOutput(); err != nil {
						t.Errorf("%v\n%s", err, said)
					}
				}
			})
		}
	}
}

func TestOverrideCannotHideASecret(t *testing.T) {
	doc := hostileDocument(data.English, "\u202Ethgie neves xis evif ruof eerht owt eno\u202C one two three four five six seven eight")
	if _, err := searched(context.Background(), doc, []data.Secret{{Field: "f", Text: "one two three four five six"}}); data.CodeOf(err) != export.CodeLeak {
		t.Errorf("not refused: %v", err)
	}
}

func TestNoBlocks(t *testing.T) {
	if _, err := Text(written(t, export.Document{}, Options{})); err != nil {
		t.Fatal(err)
	}
}

// FuzzText holds that reading back answers any bytes without a panic.
func FuzzText(f *testing.F) {
	small := export.Document{Lang: data.Arabic, Title: "t", Blocks: []export.Block{export.Heading{Level: 1, Text: "المادة 7 (ب)"}}}
	for _, archive := range []bool{false, true} {
		out, err := Write(context.Background(), small, Options{PDFA: archive})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(out)
		f.Add(bytes.Replace(out, []byte("/First "), []byte("/First -"), 1))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		Text(file) // only that it returns
	})
}

func FuzzWrite(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 200 {
			f.Add(s, true)
		}
	}
	f.Fuzz(func(t *testing.T, s string, rightToLeft bool) {
		if len(s) > 2000 {
			t.Skip()
		}
		lang := data.English
		if rightToLeft {
			lang = data.Arabic
		}
		out, err := Write(context.Background(), hostileDocument(lang, s), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Text(out); err != nil {
			t.Fatal(err)
		}
	})
}
