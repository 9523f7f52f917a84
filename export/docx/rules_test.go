package docx

import (
	"regexp"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
)

func one(lang data.Lang, blocks ...export.Block) export.Document {
	return export.Document{Lang: lang, Blocks: blocks}
}

func mainPart(t *testing.T, doc export.Document) string {
	t.Helper()
	return partsOf(t, written(t, doc))["word/document.xml"]
}

func TestEveryIDIsGivenOnce(t *testing.T) {
	id := regexp.MustCompile(`<w:(ins|del|comment|bookmarkStart) w:id="(\d+)"`)
	for name, doc := range specimens() {
		parts := partsOf(t, written(t, doc))
		seen := map[string]bool{}
		for _, m := range id.FindAllStringSubmatch(parts["word/document.xml"]+parts["word/comments.xml"], -1) {
			if seen[m[2]] {
				t.Errorf("%s: id %s is given twice", name, m[2])
			}
			seen[m[2]] = true
		}
		if strings.HasPrefix(name, "redline") && len(seen) < 10 { // ten changes at least
			t.Errorf("%s: only %d ids are found", name, len(seen))
		}
	}
}

func TestMarksBecomeChanges(t *testing.T) {
	by := `w:author="Velmora" w:date="2026-03-09T18:00:00Z"`
	for name, c := range map[string]struct {
		r    export.Revised
		want string
	}{
		"kept":     {export.Revised{Spans: []export.Span{{Text: "a"}}}, `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>`},
		"inserted": {export.Revised{Spans: []export.Span{{Text: "a", Mark: export.Inserted}}}, `<w:ins w:id="1" ` + by + `><w:r><w:t xml:space="preserve">a</w:t></w:r></w:ins></w:p>`},
		"deleted":  {export.Revised{Spans: []export.Span{{Text: "a", Mark: export.Deleted}}}, `<w:del w:id="1" ` + by + `><w:r><w:delText xml:space="preserve">a</w:delText></w:r></w:del></w:p>`},
		"two spans of one change": {
			export.Revised{Spans: []export.Span{{Text: "a", Mark: export.Inserted}, {Text: "b", Mark: export.MovedHere}}},
			`>a</w:t></w:r><w:r><w:t xml:space="preserve">b</w:t></w:r></w:ins></w:p>`,
		},
		"new paragraph":      {export.Revised{End: export.Inserted, Spans: []export.Span{{Text: "a", Mark: export.Inserted}}}, `<w:rPr><w:ins w:id="1" ` + by + `/></w:rPr></w:pPr><w:ins w:id="2" `},
		"gone paragraph":     {export.Revised{End: export.Deleted, Spans: []export.Span{{Text: "a", Mark: export.Deleted}}}, `<w:rPr><w:del w:id="1" ` + by + `/></w:rPr></w:pPr><w:del w:id="2" `},
		"left out on a move": {export.Revised{Spans: []export.Span{{Text: "a", Mark: export.MovedHere}, {Text: "b", Mark: export.LeftOut}, {Text: "c", Mark: export.MovedHere}}}, `>a</w:t></w:r><w:r><w:t xml:space="preserve">c</w:t>`},
		"bold in a change":   {export.Revised{Spans: []export.Span{{Text: "a", Mark: export.Inserted | export.Strong}}}, `<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t `},
		"deleted tab":        {export.Revised{Spans: []export.Span{{Text: "1.\ta", Mark: export.Deleted}}}, `<w:delText xml:space="preserve">1.</w:delText><w:tab/><w:delText xml:space="preserve">a</w:delText>`},
		"breaks and hyphens": {export.Revised{Spans: []export.Span{{Text: "a\nb\r\nc\u00ADd\u2011e"}}}, `>a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:br/><w:t xml:space="preserve">c</w:t><w:softHyphen/><w:t xml:space="preserve">d</w:t><w:noBreakHyphen/><w:t xml:space="preserve">e</w:t>`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := mainPart(t, one(data.English, c.r)); !strings.Contains(got, c.want) {
				t.Errorf("no %s in\n%s", c.want, got)
			}
		})
	}
}

func TestDeletedTextIsDelText(t *testing.T) {
	for name, doc := range specimens() {
		xml := mainPart(t, doc)
		for _, del := range regexp.MustCompile(`<w:del [^/>]*>.*?</w:del>`).FindAllString(xml, -1) {
			if strings.Contains(del, "<w:t ") || !strings.Contains(del, "<w:delText ") && !strings.Contains(del, "<w:commentReference ") {
				t.Errorf("%s: %s", name, del)
			}
		}
		if rest := regexp.MustCompile(`<w:del [^/>]*>.*?</w:del>`).ReplaceAllString(xml, ""); strings.Contains(rest, "w:delText") {
			t.Errorf("%s: w:delText outside a deletion", name)
		}
	}
}

func TestNothingIsWrittenAsAMove(t *testing.T) {
	for name, doc := range specimens() {
		for part, content := range partsOf(t, written(t, doc)) {
			if strings.Contains(content, "w:move") {
				t.Errorf("%s: %s has a move", name, part)
			}
		}
	}
}

func TestNotesAreComments(t *testing.T) {
	doc := redlined(data.English)
	parts := partsOf(t, written(t, doc))
	xml, comments := parts["word/document.xml"], parts["word/comments.xml"]
	for _, m := range regexp.MustCompile(`<w:comment w:id="(\d+)" w:author="Velmora" w:date="2026-03-09T18:00:00Z" w:initials="V">`).FindAllStringSubmatch(comments, -1) {
		start := strings.Index(xml, `<w:commentRangeStart w:id="`+m[1]+`"/>`)
		end := strings.Index(xml, `<w:commentRangeEnd w:id="`+m[1]+`"/>`)
		sign := strings.Index(xml, `<w:commentReference w:id="`+m[1]+`"/>`)
		if start < 0 || end < start || sign < end {
			t.Errorf("comment %s: range %d to %d, sign at %d", m[1], start, end, sign)
		}
	}
	if n := strings.Count(comments, "<w:comment "); n != 2 {
		t.Errorf("%d comments", n)
	}
	if want := `<w:rStyle w:val="WordsDeleted"/></w:rPr><w:t xml:space="preserve">appropriate measures</w:t>`; !strings.Contains(comments, want) {
		t.Errorf("the comment on a move does not show the changes: %s", comments)
	}
	// what is rejected takes its comment along
	for _, around := range []string{`<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val="CommentReference"/>`, `<w:del [^>]*><w:r><w:rPr><w:rStyle w:val="CommentReference"/>`} {
		if len(regexp.MustCompile(around).FindAllString(xml, -1)) != 1 {
			t.Errorf("no %s", around)
		}
	}
	if _, there := partsOf(t, written(t, tabled(data.English)))["word/comments.xml"]; there {
		t.Error("a part for comments without one")
	}
}

func TestNextWritingOfARedlineIsTrackedToo(t *testing.T) {
	for name, doc := range specimens() {
		tracked := strings.Contains(partsOf(t, written(t, doc))["word/settings.xml"], "<w:trackRevisions/>")
		if tracked != strings.HasPrefix(name, "redline") {
			t.Errorf("%s: tracked %v", name, tracked)
		}
	}
}

func TestCharactersThatXMLForbidsAreLeftOut(t *testing.T) {
	for in, want := range map[string]string{
		"a\x00b\x0b\x1fc":            "abc",
		"\ufffe\uffff\ufdd0":         "\ufdd0",
		"\xff":                       "\ufffd",
		"\U00010000\u0085\u2028":     "\U00010000\u0085\u2028",
		"\tkept\n":                   "\tkept\n",
		"\u202Eoverridden\u2066x":    "\u202Eoverridden\u2066x",
		"أ\u200dب\u200c":             "أ\u200dب\u200c",
		string([]byte{0xed, 0xa0}):   "\ufffd",
		strings.Repeat("\x01", 1000): "",
	} {
		if got := fit(in); got != want {
			t.Errorf("%q became %q, not %q", in, got, want)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for name, doc := range specimens() {
		parts := partsOf(t, written(t, doc))
		xml := parts["word/document.xml"]
		arabic := doc.Lang == data.Arabic
		paragraphs, bidi := strings.Count(xml, "<w:pPr>"), strings.Count(xml, "<w:bidi/>")
		foreign := 0 // paragraphs that run the other way, each beside its note
		if strings.HasPrefix(name, "dressed.") {
			foreign = map[bool]int{true: 2 * (len(data.Langs) - 1), false: 2}[arabic]
		}
		if arabic && bidi < paragraphs-foreign || !arabic && bidi != foreign { // one more in each section
			t.Errorf("%s: %d paragraphs, %d of them from right to left", name, paragraphs, bidi)
		}
		if section := xml[strings.LastIndex(xml, "<w:sectPr>"):]; strings.Contains(section, "<w:bidi/>") != arabic {
			t.Errorf("%s: section %s", name, section)
		}
		tables, mirrored := strings.Count(xml, "<w:tblPr>"), strings.Count(xml, "<w:bidiVisual/>")
		if arabic && mirrored != tables || !arabic && mirrored > 0 {
			t.Errorf("%s: %d tables, %d mirrored", name, tables, mirrored)
		}
		for _, m := range regexp.MustCompile(`<w:r>(<w:rPr>.*?</w:rPr>)?<w:(?:t|delText) [^>]*>([^<]*)`).FindAllStringSubmatch(xml, -1) {
			rtl := strings.Contains(m[1], "<w:rtl/>")
			if regexp.MustCompile(`\p{Arabic}{2}`).MatchString(m[2]) && !rtl || regexp.MustCompile(`[A-Z]{2}`).MatchString(m[2]) && rtl {
				t.Errorf("%s: a run from right to left (%v): %s", name, rtl, m[2])
			}
		}
	}
}

func TestStretches(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		rtl  bool
		want string
	}{
		"all of one":              {"States Parties, 12", false, "States Parties, 12"},
		"nothing":                 {"", true, ""},
		"only signs":              {"(1) - ", true, "<(1) - "},
		"arabic":                  {"المادة 12 (أ)", true, "<المادة 12 (أ)"},
		"symbol in arabic":        {"الوثيقة A/CONF.232/2022/5، الفقرة 3", true, "<الوثيقة |A/CONF.232/2022/5|<، الفقرة 3"},
		"bracket round a symbol":  {"(A/AC.1)", true, "<(|A/AC.1|<)"},
		"arabic words in english": {"the term البحر 3, too", false, "the term |<البحر 3|, too"},
		"arabic at the end":       {"see المادة", false, "see |<المادة"},
		"cyrillic in arabic":      {"كلمة слово", true, "<كلمة |слово"},
		"a date behind a symbol":  {"\u2066A/AC.1\u2069، 14 أيلول", true, "<\u2066|A/AC.1|<\u2069، 14 أيلول"},
		"an isolated sentence":    {"(سري) \u2066“No” is said.\u2069", true, "<(سري) \u2066|“No” is said.|<\u2069"},
		"nothing isolated":        {"كلمة\u2066\u2069 A", true, "<كلمة\u2066|<\u2069 |A"},
		"arabic isolated":         {"see \u2067(المادة)\u2069, 3", false, "see \u2067|<(المادة)|\u2069, 3"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, s := range stretches(c.text, c.rtl) {
				sign := ""
				if s.rightToLeft {
					sign = "<"
				}
				got = append(got, sign+s.text)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestLanguageAndFontsAreNamed(t *testing.T) {
	for lang, want := range map[data.Lang]string{
		data.Arabic: "ar-SA", data.Chinese: "zh-CN", data.English: "en-GB", data.French: "fr-FR", data.Russian: "ru-RU", data.Spanish: "es-ES",
	} {
		parts := partsOf(t, written(t, redlined(lang)))
		if !strings.Contains(parts["word/styles.xml"], `"`+want+`"`) || !strings.Contains(parts["docProps/core.xml"], "<dc:language>"+string(lang)+"<") {
			t.Errorf("%s: the language is not named", lang)
		}
		for _, f := range faces[data.FaceSerif].fonts {
			if !strings.Contains(parts["word/styles.xml"], `"`+f.name+`"`) || !strings.Contains(parts["word/fontTable.xml"], `<w:altName w:val="`+f.instead+`"/>`) {
				t.Errorf("%s: %s is not named with what may stand for it", lang, f.name)
			}
		}
	}
}

func TestPagesAreNumbered(t *testing.T) {
	for name, doc := range specimens() {
		parts := partsOf(t, written(t, doc))
		for _, footer := range []string{"word/footer1.xml", "word/footer2.xml"} {
			for _, field := range []string{`w:instr=" PAGE "`, `w:instr=" NUMPAGES "`} {
				if !strings.Contains(parts[footer], field) {
					t.Errorf("%s: %s has no %s", name, footer, field)
				}
			}
		}
		if doc.RunningHead != "" && !strings.Contains(parts["word/header1.xml"], "<w:t ") {
			t.Errorf("%s: no running head", name)
		}
	}
}

func TestTheMarkingOfWhatIsConfidentialStandsOnEveryPage(t *testing.T) {
	doc := tabled(data.English)
	doc.Marking = "Confidential: delegation only"
	parts := partsOf(t, written(t, doc))
	for _, header := range []string{"word/header1.xml", "word/header2.xml"} {
		if !strings.Contains(parts[header], doc.Marking) {
			t.Errorf("%s does not have it", header)
		}
	}
}

func TestAChartIsATableOfItsNumbers(t *testing.T) {
	xml := mainPart(t, one(data.English, export.Chart{Series: []export.Series{
		{Name: "Brackets", Bars: []export.Bar{{Label: "Rev.1", Value: 1412, Words: "1,412"}}},
	}}))
	for _, want := range []string{"Brackets", "Rev.1", "1,412", "<w:tblHeader/>"} {
		if !strings.Contains(xml, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestTables(t *testing.T) {
	xml := mainPart(t, tabled(data.English))
	if n := strings.Count(xml, "</w:tbl><w:p>"); n != strings.Count(xml, "</w:tbl>") || n != 2 {
		t.Errorf("a paragraph follows %d of %d tables", n, strings.Count(xml, "</w:tbl>"))
	}
	for _, want := range []string{"<w:tblHeader/>", `<w:gridSpan w:val="3"/>`, `<w:tblLayout w:type="fixed"/>`, `w:orient="landscape"`} {
		if strings.Count(xml, want) == 0 {
			t.Errorf("no %s", want)
		}
	}
	for _, row := range regexp.MustCompile(`<w:tc>.*?</w:tc>`).FindAllString(xml, -1) {
		if !strings.HasSuffix(row, "</w:p></w:tc>") {
			t.Errorf("a cell without a paragraph: %s", row)
		}
	}
}

// TestZipHasNoTimes is what makes the bytes the same on every day.
func TestZipHasNoTimes(t *testing.T) {
	for _, f := range files(t, written(t, redlined(data.English))) {
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s was written at %v", f.Name, f.Modified)
		}
	}
}

// TestInsertionsBesideABreakAreNotTakenForOne holds the times by which
// LibreOffice keeps them apart (see apart).
func TestInsertionsBesideABreakAreNotTakenForOne(t *testing.T) {
	kept, came := export.Span{Text: "a"}, export.Span{Text: "b", Mark: export.Inserted}
	for name, c := range map[string]struct {
		first, second export.Revised
		want          string
	}{
		"on both sides":             {export.Revised{Spans: []export.Span{kept, came}}, export.Revised{Spans: []export.Span{came, kept}}, "18:00 18:02"},
		"a new paragraph after":     {export.Revised{Spans: []export.Span{kept, came}}, export.Revised{End: export.Inserted}, "18:00 18:02"},
		"not at the end":            {export.Revised{Spans: []export.Span{came, kept}}, export.Revised{Spans: []export.Span{came, kept}}, "18:00 18:00"},
		"not at the beginning":      {export.Revised{Spans: []export.Span{kept, came}}, export.Revised{Spans: []export.Span{kept, came}}, "18:00 18:00"},
		"the break is inserted too": {export.Revised{End: export.Inserted, Spans: []export.Span{kept, came}}, export.Revised{Spans: []export.Span{came, kept}}, "18:00 18:00 18:00"},
	} {
		var times []string
		for _, m := range regexp.MustCompile(`<w:ins [^>]*w:date="2026-03-09T(\d\d:\d\d):00Z"`).FindAllStringSubmatch(mainPart(t, one(data.English, c.first, c.second)), -1) {
			times = append(times, m[1])
		}
		if got := strings.Join(times, " "); got != c.want {
			t.Errorf("%s: made at %s, not %s", name, got, c.want)
		}
	}
}

// TestNumbersStandInTheirLine, words above what they label.
func TestNumbersStandInTheirLine(t *testing.T) {
	entry := func(label string) export.Block {
		return export.Entry{Label: label, Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: "a"}}}, {Spans: []export.Span{{Text: "b"}}}}}
	}
	for label, want := range map[string]string{
		"1.":      `<w:pStyle w:val="ListNumber"/></w:pPr><w:r><w:t xml:space="preserve">1.</w:t></w:r><w:r><w:tab/></w:r>`,
		"Reasons": `<w:t xml:space="preserve">Reasons</w:t></w:r></w:p><w:p>`,
	} {
		got := mainPart(t, one(data.English, entry(label)))
		if !strings.Contains(got, want) && !strings.Contains(got, strings.ReplaceAll(want, "</w:r><w:r>", "")) {
			t.Errorf("%s: no %s in\n%s", label, want, got)
		}
		if strings.Count(got, "<w:p>") != map[string]int{"1.": 2, "Reasons": 3}[label] {
			t.Errorf("%s: %d paragraphs", label, strings.Count(got, "<w:p>"))
		}
	}
}
