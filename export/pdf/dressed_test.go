package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
)

// logo is a disc on nothing: what is transparent must become white.
func logo(t testing.TB) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 300, 120))
	for y := range 120 {
		for x := range 300 {
			switch d := math.Hypot(float64(x-60), float64(y-60)); {
			case d < 55:
				m.SetNRGBA(x, y, color.NRGBA{20, 60, 120, 255})
			case x > 140 && (y/12)%2 == 0:
				m.SetNRGBA(x, y, color.NRGBA{160, 30, 40, uint8(x - 100)})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noted is a paper with all that a template and the newer marks ask: notes of all
// lengths, a paragraph in another language, pages that lie.
func noted(lang data.Lang) export.Document {
	doc := paper(lang, 1)
	var words []string // of the specimen, to be told in notes
	for _, l := range specimen.Brief(lang).Lines {
		words = append(words, l.Reasons)
	}
	n := 0
	notes := func(p export.Paragraph) export.Paragraph {
		var spans []export.Span
		for _, s := range p.Spans {
			spans = append(spans, s)
			if n++; n%2 == 1 {
				text := words[n%len(words)]
				if n%5 == 0 {
					text = strings.Repeat(text+" ", 9) // runs over pages
				}
				spans = append(spans, export.Span{Text: text, Mark: export.Footnote})
			}
		}
		p.Spans = spans
		return p
	}
	for i, b := range doc.Blocks {
		switch b := b.(type) {
		case export.Paragraph:
			doc.Blocks[i] = notes(b)
		case export.Entry:
			b.Paragraphs = slices.Clone(b.Paragraphs)
			for k := range b.Paragraphs {
				b.Paragraphs[k] = notes(b.Paragraphs[k])
			}
			doc.Blocks[i] = b
		}
	}
	other := data.Arabic
	if lang == data.Arabic {
		other = data.French
	}
	foreign := specimen.Brief(other).Lines[0]
	doc.Blocks = append(doc.Blocks, export.PageBreak{Landscape: true})
	table := comparison(lang, 1, true)
	doc.Blocks = append(doc.Blocks, table.Blocks...)
	doc.Blocks = append(doc.Blocks, export.PageBreak{}, export.Heading{Level: 1, Text: foreign.Label},
		notes(export.Paragraph{Lang: other, Spans: []export.Span{{Text: foreign.Reasons}}}),
		export.Paragraph{Lang: other, Kind: export.Fine, Spans: []export.Span{{Text: foreign.Text}}})
	return doc
}

// looks are the ends of what a template can ask.
func looks(t testing.TB) map[string]export.Look {
	return map[string]export.Look{
		"usual":  {},
		"letter": {Page: data.PageLetter, Face: data.FaceSans, Logo: logo(t)},
		"small":  {Size: data.SizeLeast, Margins: data.Margins{Top: data.MarginLeast, Bottom: data.MarginLeast, Side: data.MarginLeast}, Logo: logo(t)},
		"large":  {Size: data.SizeMost, Face: data.FaceSans, Margins: data.Margins{Top: 40, Bottom: 35, Side: 30}},
	}
}

func TestEveryLookIsASoundFile(t *testing.T) {
	tool(t, "qpdf")
	for name, look := range looks(t) {
		for _, lang := range data.Langs {
			if testing.Short() && lang != data.Arabic { // what is set does not depend on what watches it
				continue
			}
			for _, marking := range []string{"", "CONFIDENTIAL"} {
				doc := noted(lang)
				doc.Look, doc.Marking = look, marking
				file := written(t, doc, Options{PDFA: marking == ""})
				onPages(t, fmt.Sprintf("%s, %s, marked %v", name, lang, marking != ""), doc)
				t.Run(fmt.Sprintf("%s/%s/%v", name, lang, marking != ""), func(t *testing.T) { soundFile(t, file) })
			}
		}
	}
}

// onPages holds that nothing runs over the type area, and that no line stands on
// another.
func onPages(t *testing.T, name string, doc export.Document) {
	t.Helper()
	for n, p := range laidOut(t, doc) {
		s := p.sheet
		head, foot := s.head, s.height-s.foot
		for _, it := range p.items {
			left, right := it.x, it.x+it.w
			if it.line != nil {
				left, right = it.x+it.line.X, it.x+it.line.X+it.line.Width
			}
			if left < s.side-0.5 || right > s.width-s.side+0.5 {
				t.Errorf("%s, page %d: from %.1f to %.1f", name, n+1, left, right)
			}
			if y := it.top + it.y; it.element != nil && (y < s.top-0.5 || y > s.bodyBottom()+0.5 || y < head+8 || y > foot-8) {
				t.Errorf("%s, page %d: %q at %.1f", name, n+1, wordsOf(it), y)
			}
		}
	}
}

func wordsOf(it placed) string {
	if it.line == nil {
		return ""
	}
	return string(it.para.text[it.line.Start:it.line.End])
}

func TestSizesOfPages(t *testing.T) {
	doc := noted(data.English)
	doc.Look = export.Look{Page: data.PageLetter, Size: 14}
	f, err := load(written(t, doc, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	kids, _ := f.dict(f.dict(f.trailer["Root"])["Pages"])["Kids"].(array)
	var stands, lies int
	for _, k := range kids {
		box, _ := f.dict(k)["MediaBox"].(array)
		switch fmt.Sprint(box) {
		case "[0 0 612 792]":
			if stands++; lies > 0 && stands == 1 {
				t.Error("the first page lies")
			}
		case "[0 0 792 612]":
			lies++
		default:
			t.Errorf("a page of %v", box)
		}
	}
	if stands < 2 || lies < 2 {
		t.Errorf("%d pages stand and %d lie", stands, lies)
	}
}

func TestLogoIsFlattenedAndDescribed(t *testing.T) {
	doc := paper(data.English, 1)
	doc.Look.Logo = logo(t)
	f, err := load(written(t, doc, Options{PDFA: true}))
	if err != nil {
		t.Fatal(err)
	}
	pictures, described := 0, false
	name, _ := doc.Blocks[0].(export.Letterhead)
	for _, o := range f.objects {
		switch o := o.(type) {
		case stream:
			if o.dict["Subtype"] == nameOf("Image") {
				pictures++
				if o.dict["SMask"] != nil || o.dict["Width"] != number("300") {
					t.Errorf("the picture is %v", o.dict)
				}
			}
		case dict:
			if o["S"] == nameOf("Figure") {
				described = o["Alt"] == unicodeText(name.Name)
			}
		}
	}
	if pictures != 1 || !described {
		t.Errorf("%d pictures, described: %v", pictures, described)
	}
	if p := logoOf(doc.Look); p.pixels[0] != 255 || p.pixels[1] != 255 || p.pixels[2] != 255 {
		t.Errorf("what is transparent became %v", p.pixels[:3])
	}
	doc.Look.Logo = []byte("no picture")
	written(t, doc, Options{})
}

func nameOf(s string) name { return name(s) }

// TestNobodyIsInAnAnonymousPaper searches everything a file says.
func TestNobodyIsInAnAnonymousPaper(t *testing.T) {
	doc := export.Document{
		Lang: data.English, Title: "Working paper", Author: "Ruritania", Carried: []byte(`{"signer":"Ruritania"}`), Anonymous: true,
		Blocks: []export.Block{export.Paragraph{Spans: []export.Span{{Text: "Kites shall be reported."}}}},
	}
	for _, archive := range []bool{false, true} {
		file := written(t, doc, Options{PDFA: archive})
		f, err := load(file)
		if err != nil {
			t.Fatal(err)
		}
		all := string(file)
		for _, o := range f.objects {
			if s, ok := o.(stream); ok {
				body, err := s.decoded()
				if err != nil {
					t.Fatal(err)
				}
				all += string(body)
			}
		}
		for _, trace := range []string{"Ruritania", producer, "gofpdf", "FPDF"} {
			if strings.Contains(strings.ToLower(all), strings.ToLower(trace)) {
				t.Errorf("archive %v: %s is in the file", archive, trace)
			}
		}
		info := f.dict(f.trailer["Info"])
		if info["Author"] != nil || info["Producer"] != nil || info["Creator"] != nil {
			t.Errorf("archive %v: %v", archive, info)
		}
	}
}
