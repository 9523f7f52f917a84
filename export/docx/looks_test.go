package docx

import (
	"bytes"
	"context"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/export"
	"travaux/export/internal/everything"
)

func TestPagesAreAsTheLookHasThem(t *testing.T) {
	for name, c := range map[string]struct {
		look      export.Look
		landscape bool
		want      []string
	}{
		"as usual": {export.Look{}, false, []string{`<w:pgSz w:w="11906" w:h="16838"/>`, `w:left="1520"`, `w:top="1700"`}},
		"letter":   {export.Look{Page: data.PageLetter}, false, []string{`<w:pgSz w:w="12240" w:h="15840"/>`}},
		"lying":    {export.Look{Page: data.PageLetter}, true, []string{`<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>`}},
		"margins":  {export.Look{Margins: data.Margins{Top: 25.4, Bottom: 12.7, Side: 50.8}}, false, []string{`w:top="1440" w:right="2880" w:bottom="720" w:left="2880"`}},
		"too much": {export.Look{Margins: data.Margins{Side: 5000}}, false, []string{`w:left="3402"`}},
		"no page":  {export.Look{Page: "a0"}, false, []string{`<w:pgSz w:w="11906" w:h="16838"/>`}},
	} {
		doc := one(data.English, export.Rule{})
		doc.Look, doc.Landscape = c.look, c.landscape
		xml := mainPart(t, doc)
		for _, want := range c.want {
			if !strings.Contains(xml, want) {
				t.Errorf("%s: no %s in %s", name, want, xml)
			}
		}
	}
}

// TestSizesAreInProportion holds every size of a paper set in 14 points to that of one
// set in 10.5, and the face to the one that was asked for.
func TestSizesAreInProportion(t *testing.T) {
	doc := one(data.Arabic, export.Rule{})
	plain := partsOf(t, written(t, doc))["word/styles.xml"]
	doc.Look = export.Look{Size: 14, Face: data.FaceSans}
	large := partsOf(t, written(t, doc))["word/styles.xml"]
	size := regexp.MustCompile(`<w:sz w:val="(\d+)"/>`)
	before, after := size.FindAllStringSubmatch(plain, -1), size.FindAllStringSubmatch(large, -1)
	if len(before) != len(after) || len(before) < 20 {
		t.Fatalf("%d and %d sizes", len(before), len(after))
	}
	for i := range before {
		was, is := wholeOf(t, before[i][1]), wholeOf(t, after[i][1])
		if want := float64(was) * 14 / 10.5; float64(is) < want-0.5 || float64(is) > want+0.5 {
			t.Errorf("%d became %d", was, is)
		}
	}
	if !strings.Contains(large, `"Arial"`) || strings.Contains(large, "Times") || !strings.Contains(plain, "Times") {
		t.Error("not in the face that was asked for")
	}
}

func wholeOf(t *testing.T, digits string) (n int) {
	t.Helper()
	for _, r := range digits {
		n = 10*n + int(r-'0')
	}
	return n
}

func TestTheLogoStandsAboveTheName(t *testing.T) {
	doc := dressed(data.English)
	parts := partsOf(t, written(t, doc))
	xml := parts["word/document.xml"]
	if picture, name := strings.Index(xml, "<w:drawing>"), strings.Index(xml, ">Velmora<"); picture < 0 || name < picture {
		t.Errorf("picture at %d, name at %d", picture, name)
	}
	size, err := png.DecodeConfig(strings.NewReader(parts[pictureName]))
	if err != nil || size.Width != 300 || !strings.Contains(parts["[Content_Types].xml"], `Extension="png"`) {
		t.Errorf("%v, %v", size, err)
	}
	id := regexp.MustCompile(`r:embed="(rId\d+)"`).FindStringSubmatch(xml)
	if id == nil || !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="`+id[1]+`" Type="`+documentNS+`/image" Target="media/logo.png"`) {
		t.Errorf("%v does not lead to it", id)
	}
	doc.Look.Logo = []byte("no picture")
	if parts := partsOf(t, written(t, doc)); parts[pictureName] != "" || strings.Contains(parts["word/document.xml"], "w:drawing") {
		t.Error("something that is no picture became one")
	}
}

// TestPagesLieAndStand has a section for each stretch of pages of one kind, with the
// headers and footers of the others.
func TestPagesLieAndStand(t *testing.T) {
	xml := mainPart(t, dressed(data.English))
	var got []string
	for _, section := range regexp.MustCompile(`<w:sectPr>.*?</w:sectPr>`).FindAllString(xml, -1) {
		kind := "stands"
		if strings.Contains(section, "landscape") {
			kind = "lies"
		}
		if strings.Contains(section, "w:titlePg") {
			kind += " first"
		}
		footer := regexp.MustCompile(`<w:footerReference w:type="default" r:id="(\w+)"/>`).FindStringSubmatch(section)
		got = append(got, kind+" "+footer[1])
		if strings.Count(section, "headerReference") != 2 {
			t.Errorf("headers are missing: %s", section)
		}
	}
	if want := []string{"stands first rId3", "lies rId5", "stands rId3"}; !slices.Equal(got, want) {
		t.Errorf("sections %q, not %q", got, want)
	}
	if n := strings.Count(xml, "<w:pageBreakBefore/>"); n != 2 {
		t.Errorf("%d pages begin without a section", n)
	}
}

func TestNoTraceOfWhoMadeAnAnonymousPaper(t *testing.T) {
	for _, lang := range data.Langs {
		doc := noted(lang)
		doc.Anonymous, doc.Author = true, "Velmora"
		out, err := Write(context.Background(), doc, Options{Author: "Ana López", Date: day})
		if err != nil {
			t.Fatal(err)
		}
		parts := partsOf(t, out)
		for name, content := range parts {
			for _, trace := range []string{"Velmora", "López", "Travaux", "travaux", "T18:00"} {
				if strings.Contains(content, trace) {
					t.Errorf("%s: %s has %s", lang, name, trace)
				}
			}
		}
		src := read(t, out)
		if len(changes(src)) == 0 || slices.ContainsFunc(changes(src), func(c string) bool { return !strings.Contains(c, " by "+newWriter(doc, Options{}).author+": ") }) {
			t.Errorf("%s: %q", lang, changes(src))
		}
	}
}

func TestFootnotesComeAndGoWithTheirWords(t *testing.T) {
	came, gone := export.Inserted, export.Deleted
	note := export.Span{Text: "n", Mark: export.Footnote}
	for name, c := range map[string]struct {
		spans    []export.Span
		accepted int
		rejected int
	}{
		"among words that stay":   {[]export.Span{{Text: "a"}, note, {Text: "b"}}, 1, 1},
		"behind words that came":  {[]export.Span{{Text: "a"}, {Text: "b", Mark: came}, note}, 1, 0},
		"behind words that went":  {[]export.Span{{Text: "a", Mark: gone}, note, {Text: "b", Mark: came}}, 0, 1},
		"before words that came":  {[]export.Span{note, {Text: "b", Mark: came}}, 1, 0},
		"behind words left out":   {[]export.Span{{Text: "a", Mark: export.MovedHere}, {Text: "b", Mark: export.LeftOut}, note}, 0, 0},
		"two behind one another":  {[]export.Span{{Text: "a", Mark: gone}, note, note}, 0, 2},
		"a note without words":    {[]export.Span{{Text: "a"}, {Text: " ", Mark: export.Footnote}}, 0, 0},
		"alone in its paragraph":  {[]export.Span{note}, 1, 1},
		"at the end of the words": {[]export.Span{{Text: "a"}, note, {Text: "b", Mark: gone}}, 1, 1},
	} {
		xml := mainPart(t, one(data.English, export.Revised{Spans: c.spans}))
		count := func(without string) int {
			return strings.Count(regexp.MustCompile(`<w:`+without+` [^/>]*>.*?</w:`+without+`>`).ReplaceAllString(xml, ""), "w:footnoteReference ")
		}
		if accepted, rejected := count("del"), count("ins"); accepted != c.accepted || rejected != c.rejected {
			t.Errorf("%s: %d accepted, %d rejected, not %d and %d: %s", name, accepted, rejected, c.accepted, c.rejected, xml)
		}
	}
}

// TestNotesAreReadBackInTheirOrder, in every place where a paper has some.
func TestNotesAreReadBackInTheirOrder(t *testing.T) {
	for _, lang := range data.Langs {
		doc := dressed(lang)
		src := read(t, written(t, doc))
		var want, got []string
		for _, m := range regexp.MustCompile(`\[\^(.*?)\^\]`).FindAllStringSubmatch(doc.Text(), -1) {
			want = append(want, strings.TrimSpace(m[1]))
		}
		for _, n := range footnotes(src) {
			_, words, _ := strings.Cut(n, " ")
			_, words, _ = strings.Cut(words, " ")
			got = append(got, words)
		}
		if len(want) < 10 || !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
	}
}

// TestForeignWordsSayTheirLanguage in both directions.
func TestForeignWordsSayTheirLanguage(t *testing.T) {
	for name, c := range map[string]struct {
		doc, words data.Lang
		want       string
		bidi       bool
	}{
		"Arabic in English":  {data.English, data.Arabic, `<w:rtl/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`, true},
		"English in Arabic":  {data.Arabic, data.English, `<w:rPr><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`, false},
		"Chinese in French":  {data.French, data.Chinese, `<w:rFonts w:hint="eastAsia"/><w:lang `, false},
		"Russian in Spanish": {data.Spanish, data.Russian, `<w:lang w:val="ru-RU"`, false},
	} {
		words := texts[c.words].kept
		xml := mainPart(t, one(c.doc, export.Paragraph{Lang: c.words, Kind: export.Quotation, Spans: []export.Span{{Text: words}}}))
		paragraph := xml[:strings.Index(xml, "</w:p>")]
		if !strings.Contains(paragraph, c.want) || strings.Contains(paragraph, "<w:bidi/>") != c.bidi {
			t.Errorf("%s: %s", name, paragraph)
		}
		if other := c.doc.RightToLeft() != c.words.RightToLeft(); strings.Contains(paragraph, "w:pBdr") != other {
			t.Errorf("%s: the line of a quotation: %s", name, paragraph)
		}
	}
}

// TestStylesSayHowThingsLook: of what is formatted besides, only what no style can say.
func TestStylesSayHowThingsLook(t *testing.T) {
	used := regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/>`)
	direct := regexp.MustCompile(`<w:(sz|szCs|color|u|strike|dstrike|jc|spacing|tblBorders|tblCellMar|ind|rFonts w:ascii)\b`)
	for name, doc := range specimens() {
		parts := partsOf(t, written(t, doc))
		for part, content := range parts {
			if !strings.HasPrefix(part, "word/") || part == "word/styles.xml" || part == pictureName {
				continue
			}
			for _, m := range used.FindAllStringSubmatch(content, -1) {
				if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+m[1]+`"`) {
					t.Errorf("%s: %s uses %s, which is no style", name, part, m[1])
				}
			}
			if m := direct.FindString(content); m != "" {
				t.Errorf("%s: %s says %s itself", name, part, m)
			}
		}
	}
}

// TestOnlyLettersThatSlantAreSlanted: Arabic and Chinese have no slanted letters.
func TestOnlyLettersThatSlantAreSlanted(t *testing.T) {
	for lang, want := range map[data.Lang]string{
		data.English: "<w:i/><w:iCs/>", data.Arabic: "<w:i/>", data.Chinese: `<w:rFonts w:eastAsia="KaiTi"/>`,
	} {
		span := export.Span{Text: texts[lang].kept, Mark: export.Slanted | export.Strong}
		parts := partsOf(t, written(t, one(lang, export.Paragraph{Spans: []export.Span{span}})))
		for _, part := range []string{"word/styles.xml", "word/document.xml"} {
			if !strings.Contains(parts[part], want) || lang != data.English && strings.Contains(parts[part], "w:iCs") || lang == data.Chinese && strings.Contains(parts[part], "<w:i/>") {
				t.Errorf("%s: slanted otherwise in %s", lang, part)
			}
		}
	}
}

// TestStylesAreNamedInTheLanguageOfThePaper, each otherwise, and without commas, which
// would part a name from another one (ECMA-376 part 1, 17.7.4.9).
func TestStylesAreNamedInTheLanguageOfThePaper(t *testing.T) {
	deleted := map[data.Lang]string{data.English: "Deleted wording", data.Russian: "Исключенная формулировка"}
	for _, lang := range data.Langs {
		styles := partsOf(t, written(t, one(lang, export.Rule{})))["word/styles.xml"]
		if want := deleted[lang]; !strings.Contains(styles, `<w:name w:val="`+want) || strings.Contains(styles, "word.style") {
			t.Errorf("%s: no %s", lang, want)
		}
		seen := map[string]bool{}
		for _, m := range regexp.MustCompile(`<w:name w:val="([^"]*)"`).FindAllStringSubmatch(styles, -1) {
			if seen[m[1]] || strings.Contains(m[1], ",") {
				t.Errorf("%s: the name %q", lang, m[1])
			}
			seen[m[1]] = true
		}
	}
}

// TestEverythingIsReadBack holds a document with all that there is to our own reader
// and to Text.
func TestEverythingIsReadBack(t *testing.T) {
	for _, lang := range data.Langs {
		doc := everything.Paper(lang)
		file, err := Format.Write(context.Background(), doc, export.FileOptions{})
		if err != nil {
			t.Fatal(err)
		}
		again, err := Format.Write(context.Background(), doc, export.FileOptions{})
		if err != nil || !bytes.Equal(file, again) {
			t.Errorf("%s: twice written, it is not the same: %v", lang, err)
		}
		said, err := Format.Read(file, export.FileOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{doc.Title, doc.Subject, doc.RunningHead, doc.Author, "mission@velmora.example", "Note A: " + everything.Sentence[lang].Came} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: Text does not say %q", lang, want)
			}
		}
		src := read(t, file)
		if len(src.Notes) < 3 || len(src.Comments) != 1 || len(changes(src)) < 5 {
			t.Errorf("%s: %d notes, %d comments, %d changes", lang, len(src.Notes), len(src.Comments), len(changes(src)))
		}
		if text := strings.Join(lines(intake.AcceptAll(src)), "\n"); !strings.Contains(text, everything.Sentence[lang].Kept) {
			t.Errorf("%s: %q", lang, text)
		}
	}
}

// TestChangesAndNumbersHaveTheSpacesOfTheLanguage holds that Chinese has a space neither
// between words that went and came nor around a number, where others have one.
func TestChangesAndNumbersHaveTheSpacesOfTheLanguage(t *testing.T) {
	for lang, c := range map[data.Lang]struct {
		old, new string
		parted   bool
	}{
		data.English: {"four", "five", true},
		data.Chinese: {"四年", "五年", false},
		data.French:  {" et", ", puis", false},
	} {
		doc := one(lang, export.Paragraph{Spans: []export.Span{{Text: c.old, Mark: export.Deleted}, {Text: c.new, Mark: export.Inserted}}})
		if got := strings.Contains(mainPart(t, doc), `<w:t xml:space="preserve"> </w:t>`); got != c.parted {
			t.Errorf("%s: a space between them: %t", lang, got)
		}
		if got := strings.Contains(partsOf(t, written(t, doc))["word/styles.xml"], `<w:autoSpaceDN w:val="0"/>`); got != (lang == data.Chinese) {
			t.Errorf("%s: no space around numbers: %t", lang, got)
		}
	}
}

// TestRemarksOfTablesTakeNoRoomBesideTheirLines holds that a cell with two of them is as high as
// two lines, and that the remark below a table of contents stands apart from it.
func TestRemarksOfTablesTakeNoRoomBesideTheirLines(t *testing.T) {
	fine := export.Paragraph{Kind: export.Fine, Spans: []export.Span{{Text: "3 May"}}}
	parts := partsOf(t, written(t, one(data.English, export.Table{Heads: []string{"When"}, Rows: []export.Row{{Cells: []export.Cell{{fine, fine}}}}}, fine)))
	if n := strings.Count(parts["word/document.xml"], `<w:pStyle w:val="`+styleRemark+`"/>`); n != 3 { // and one that ends the table
		t.Errorf("%d remarks of tables", n)
	}
	for id, want := range map[string]string{styleRemark: `w:before="0" w:after="0"`, styleFine: `w:before="80" w:after="80"`} {
		_, behind, _ := strings.Cut(parts["word/styles.xml"], `w:styleId="`+id+`"`)
		if style, _, _ := strings.Cut(behind, "</w:style>"); !strings.Contains(style, want) {
			t.Errorf("%s: %s", id, style)
		}
	}
}

// TestRowsOfAParagraphAreNotDivided holds that the last word of a paragraph does not stand alone in
// a table on the next page, and that a row of half a page may be divided.
func TestRowsOfAParagraphAreNotDivided(t *testing.T) {
	for words, whole := range map[int]bool{20: true, 45: true, 300: false} {
		p := export.Paragraph{Spans: []export.Span{{Text: strings.Repeat("words ", words)}}}
		doc := one(data.English, export.Table{Heads: []string{"A", "B", "C"}, Rows: []export.Row{{Cells: []export.Cell{{p}, {p}, {p}}}}})
		rows := strings.Split(mainPart(t, doc), "<w:tr>")
		if got := strings.Contains(rows[len(rows)-1], "<w:cantSplit/>"); got != whole {
			t.Errorf("%d words: whole: %t", words, got)
		}
	}
}

// TestDotsLeadToThePagesOfTheContents holds them to the contents alone.
func TestDotsLeadToThePagesOfTheContents(t *testing.T) {
	styles := partsOf(t, written(t, one(data.English, export.Rule{})))["word/styles.xml"]
	for id, want := range map[string]bool{"TOC1": true, "TOC2": true, "TOC3": true, styleFooter: false} {
		_, behind, _ := strings.Cut(styles, `w:styleId="`+id+`"`)
		style, _, _ := strings.Cut(behind, "</w:style>")
		if got := strings.Contains(style, `w:leader="dot"`); got != want {
			t.Errorf("%s: dots: %t", id, got)
		}
	}
}

// TestNeitherEndOfATableNorTheEndOfAListStandsAlone on a page.
func TestNeitherEndOfATableNorTheEndOfAListStandsAlone(t *testing.T) {
	words := []string{"first", "second", "third", "fourth", "last"}
	var rows []export.Row
	var entries []export.Block
	for _, x := range words {
		p := export.Paragraph{Spans: []export.Span{{Text: x}}}
		rows = append(rows, export.Row{Cells: []export.Cell{{p}, {p}}})
		entries = append(entries, export.Entry{Label: "Label", Paragraphs: []export.Paragraph{p, p}})
	}
	table := mainPart(t, one(data.English, export.Table{Heads: []string{"A", "B"}, Rows: rows}))
	if alone := mainPart(t, one(data.English, export.Table{Heads: []string{"A", "B"}, Rows: rows[:1]})); strings.Contains(alone, "<w:keepNext/>") {
		t.Error("the only row stays with what is below the table")
	}
	list := mainPart(t, one(data.English, append(entries, export.Rule{}, entries[0])...))
	for i, x := range words {
		keeps := func(xml string) (n int) {
			for _, p := range strings.Split(xml, "<w:p>") {
				if strings.Contains(p, ">"+x+"<") && strings.Contains(p, "<w:keepNext/>") {
					n++
				}
			}
			return n
		}
		if got, want := keeps(table), map[int]int{0: 2, 3: 2}[i]; got != want {
			t.Errorf("the %s row: %d of its cells stay with the row below, want %d", x, got, want)
		}
		if got, want := keeps(list), map[int]int{3: 1}[i]; got != want {
			t.Errorf("the %s entry: %d of its paragraphs stay with the next, want %d", x, got, want)
		}
	}
}
