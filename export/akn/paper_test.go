package akn_test

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/export"
	"travaux/export/akn"
	"travaux/export/internal/everything"
)

// papers have every kind of block in all languages, as each document that AKN knows.
func papers() map[string]export.Document {
	out := map[string]export.Document{
		"empty": {Lang: data.English}, "empty amendment": {Lang: data.English, Kind: "amendment"},
		"no head": {Lang: data.English, Title: "T", Blocks: []export.Block{export.Paragraph{Spans: []export.Span{{Text: "a"}}}}},
		"deep first": {Lang: data.English, Kind: "amendment", Blocks: []export.Block{
			export.Heading{Level: 3, Text: "a"}, export.Heading{Level: 1, Text: "b"}, export.PageBreak{}, export.Entry{}, export.Contents{Depth: 3},
		}},
	}
	for _, lang := range data.Langs {
		for _, kind := range []string{"position", "statement", "amendment", "non-paper", "brief"} {
			d := everything.Paper(lang)
			d.Kind, d.Anonymous = kind, kind == "non-paper"
			if kind == "brief" {
				d.Marking = "Ours " + everything.Sentence[lang].Came
			}
			d.Parts = []export.Part{{ID: "summary", From: 4}, {ID: "provisions", From: 9}}
			out[kind+"."+string(lang)] = d
		}
	}
	return out
}

func written(tb testing.TB, d export.Document) []byte {
	tb.Helper()
	file, err := akn.WritePaper(context.Background(), d)
	if err != nil {
		tb.Fatal(err)
	}
	return file
}

func TestEveryPaperIsValid(t *testing.T) {
	files := map[string][]byte{}
	for name, d := range papers() {
		files[name] = written(t, d)
	}
	validate(t, files)
}

func TestEveryKindIsTheDocumentItIs(t *testing.T) {
	all := papers()
	for kind, want := range map[string]string{
		"position": `<doc name="positionPaper">`, "statement": `<doc name="officialStatement">`, "amendment": `<amendment name="amendment">`,
		"non-paper": `<doc name="nonPaper">`, "brief": `<doc name="brief">`,
	} {
		if got := string(written(t, all[kind+".fr"])); !strings.Contains(got, want) {
			t.Errorf("%s is no %s", kind, want)
		}
	}
}

// ids are the values of an attribute in a file.
func ids(file []byte, name string) (out []string) {
	for _, m := range regexp.MustCompile(` `+name+`="([^"]*)"`).FindAllSubmatch(file, -1) {
		out = append(out, string(m[1]))
	}
	return out
}

func TestIdentitiesAreUniqueAndTheSameInAllLanguages(t *testing.T) {
	all := papers()
	for name, d := range all {
		file := written(t, d)
		if !bytes.Equal(file, written(t, d)) {
			t.Errorf("%s: twice written, it is not the same", name)
		}
		for _, attribute := range []string{"eId", "wId"} {
			given := ids(file, attribute)
			slices.Sort(given)
			if n := len(slices.Compact(slices.Clone(given))); n != len(given) || strings.HasPrefix(name, "position") && n < 30 {
				t.Errorf("%s: %d of %s, %d of them different", name, len(given), attribute, n)
			}
		}
		for _, to := range ids(file, "href") {
			if id, ok := strings.CutPrefix(to, "#"); ok && !slices.Contains(ids(file, "eId"), id) {
				t.Errorf("%s: nothing is called %s", name, id)
			}
		}
	}
	for _, lang := range data.Langs {
		if !slices.Equal(ids(written(t, all["position."+string(lang)]), "wId"), ids(written(t, all["position.en"]), "wId")) {
			t.Errorf("%s: identities that the English paper has not", lang)
		}
	}
}

// TestAPartKeepsItsIdentitiesWhereverATemplateMovesIt turns the parts of a paper round.
func TestAPartKeepsItsIdentitiesWhereverATemplateMovesIt(t *testing.T) {
	part := func(words string) []export.Block {
		return []export.Block{export.Heading{Level: 1, Text: words}, export.Paragraph{Spans: []export.Span{{Text: words}}}}
	}
	d := export.Document{
		Lang: data.English, Parts: []export.Part{{ID: "a", From: 0}, {ID: "b", From: 2}}, Blocks: append(part("first"), part("second")...),
	}
	before := written(t, d)
	d = export.Dressed(d, "k", data.Template{Order: map[string][]string{"k": {"b", "a"}}})
	after := written(t, d)
	for _, file := range [][]byte{before, after} {
		if !regexp.MustCompile(`wId="b__sec_1"[^>]*>\s*<heading>second`).Match(file) {
			t.Errorf("not b__sec_1: %s", file)
		}
	}
	if bytes.Equal(before, after) || !regexp.MustCompile(`eId="sec_1" wId="b__sec_1"`).Match(after) {
		t.Error("the place did not change")
	}
}

// TestEveryWordIsReadBack holds what our own reader finds in a paper, and what Text
// says, to the words of the document.
func TestEveryWordIsReadBack(t *testing.T) {
	for name, d := range papers() {
		if len(d.Blocks) < 20 {
			continue
		}
		file := written(t, d)
		src, err := intake.Read(context.Background(), "paper.xml", file)
		if err != nil {
			t.Fatal(err)
		}
		var found strings.Builder
		for _, b := range src.Blocks {
			found.WriteString(b.Label + " " + b.Text + "\n")
		}
		said, err := akn.Text(file)
		if err != nil {
			t.Fatal(err)
		}
		if src.Lang != d.Lang || src.Date != d.Date {
			t.Errorf("%s: read as of %s, %v", name, src.Lang, src.Date)
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u2028", " ")), "") }
		read, all := squeeze(found.String()), squeeze(said)
		for _, p := range paragraphs(d) {
			for _, s := range p.Spans {
				if words := squeeze(s.Text); !p.Legend && (!strings.Contains(read, words) || !strings.Contains(all, words)) {
					t.Errorf("%s: not read back: %q", name, s.Text)
				}
			}
		}
		if n := len(src.Notes); n < 3 {
			t.Errorf("%s: %d notes", name, n)
		}
		if !slices.ContainsFunc(src.Blocks, func(b text.Block) bool { return len(b.Tracked) > 1 }) {
			t.Errorf("%s: no changes", name)
		}
		for _, words := range []string{d.Title, d.Subject} {
			if !strings.Contains(said, words) {
				t.Errorf("%s: it does not say %q", name, words)
			}
		}
		if d.Marking != "" && strings.Count(said, d.Marking) < 2 {
			t.Errorf("%s: it is not marked", name)
		}
	}
}

// paragraphs are those of a document, wherever they stand.
func paragraphs(d export.Document) (out []export.Paragraph) {
	for _, b := range d.Blocks {
		switch v := b.(type) {
		case export.Paragraph:
			out = append(out, v)
		case export.Entry:
			out = append(append(out, export.Paragraph{Spans: []export.Span{{Text: v.Label}}}), v.Paragraphs...)
		case export.Heading:
			out = append(out, export.Paragraph{Spans: []export.Span{{Text: v.Text}}})
		case export.Revised:
			out = append(append(out, export.Paragraph{Spans: v.Spans}), export.Paragraph{Spans: v.Note})
		case export.Fields:
			for _, f := range v.Rows {
				out = append(out, export.Paragraph{Spans: []export.Span{{Text: f.Label}, {Text: f.Value}}})
			}
		case export.Table:
			for _, r := range v.Rows {
				for _, c := range r.Cells {
					out = append(out, c...)
				}
			}
		}
	}
	return out
}

func TestChangesAreReadAcceptedAndRejected(t *testing.T) {
	d := export.Document{Lang: data.English, Blocks: []export.Block{export.Revised{Spans: []export.Span{
		{Text: "The Parties "},
		{Text: "shall", Mark: export.Deleted},
		{Text: "may", Mark: export.Inserted},
		{Text: " meet"},
		{Text: "a note", Mark: export.Footnote},
		{Text: " in "},
		{Text: "spring", Mark: export.LeftOut},
		{Text: "autumn", Mark: export.MovedHere},
	}}}}
	said, err := akn.Text(written(t, d))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"The Parties shallmay meet in springautumn\n", "The Parties may meet in autumn\n", "The Parties shall meet in \n", "a note\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in %q", want, said)
		}
	}
}

func TestNumbersAreNumbersAndWordsAreHeadings(t *testing.T) {
	for label, want := range map[string]string{"1.": "<num>1.</num>", "Reasons": "<heading>Reasons</heading>"} {
		d := export.Document{Lang: data.English, Blocks: []export.Block{export.Entry{Label: label, Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: "a"}}}}}}}
		if got := string(written(t, d)); !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

func TestWhatNobodyMadeNamesNobody(t *testing.T) {
	d := everything.Paper(data.English)
	d.Anonymous, d.Kind, d.Blocks = true, "non-paper", d.Blocks[1:]
	file := string(written(t, d))
	for _, name := range []string{"Velmora", "TLC", "#delegation", "docProponent"} {
		if strings.Contains(strings.ReplaceAll(file, ">Velmora<", ""), name) { // a State in a table of the specimen
			t.Errorf("it says %s", name)
		}
	}
}

func TestAForeignParagraphSaysItsLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		file := string(written(t, everything.Paper(lang)))
		want := data.English
		if lang == data.English {
			want = data.Arabic
		}
		if n := strings.Count(file, ` xml:lang="`+string(want)+`">`); n != 1 {
			t.Errorf("%s: %d paragraphs in %s", lang, n, want)
		}
	}
}

// TestNothingIsEmpty holds that what has no words has no element: neither the letters of an
// empty cell, nor what would lead to a heading but is a legend of changes.
// TestTheDateOfAPaperIsKnownAsSuch holds that a program need not read "29 November 2026".
func TestTheDateOfAPaperIsKnownAsSuch(t *testing.T) {
	d := export.Document{Lang: data.French, Date: data.Date{Year: 2026, Month: time.November, Day: 29}, Blocks: []export.Block{
		export.Title{Text: "Note"}, export.Fields{Rows: []export.Field{{Label: "Date", Value: "29 novembre 2026"}, {Label: "Session", Value: "Troisième session"}}},
	}}
	if got := string(written(t, d)); strings.Count(got, `<docDate date="2026-11-29">29 novembre 2026</docDate>`) != 1 || strings.Count(got, "<docDate") != 1 {
		t.Error(got)
	}
}

func TestNothingIsEmpty(t *testing.T) {
	doc := export.Document{Lang: data.English, Title: "Paper", Blocks: []export.Block{
		export.Heading{Level: 1, Text: "Proposals"},
		export.Paragraph{Legend: true, Spans: []export.Span{{Text: "underlined"}}},
		export.Heading{Level: 2, Text: "Article 5"},
		export.Table{Heads: []string{"a", "b"}, Rows: []export.Row{{Cells: []export.Cell{{{Spans: []export.Span{{Mark: export.Strong}}}}, nil}}}},
	}}
	file := string(written(t, doc))
	for _, empty := range []string{"<intro>\n</intro>", "<b></b>", "underlined"} {
		if strings.Contains(file, empty) {
			t.Errorf("%q in %s", empty, file)
		}
	}
}

func TestAPaperWithConfidentialWordsIsRefused(t *testing.T) {
	const secret = "Capital will accept twelve months if the other delegations insist upon it"
	half := len("Capital will accept twelve ")
	for name, plant := range map[string]func(*export.Document){
		"title":   func(d *export.Document) { d.Title = secret },
		"subject": func(d *export.Document) { d.Subject = secret },
		"author":  func(d *export.Document) { d.Author = secret },
		"note": func(d *export.Document) {
			d.Blocks = append(d.Blocks, export.Paragraph{Spans: []export.Span{{Text: secret, Mark: export.Footnote}}})
		},
		"around a note": func(d *export.Document) {
			d.Blocks = append(d.Blocks, export.Paragraph{Spans: []export.Span{{Text: secret[:half]}, {Text: "a", Mark: export.Footnote}, {Text: secret[half:]}}})
		},
		"part": func(d *export.Document) { d.Parts = []export.Part{{ID: secret}} },
	} {
		d := everything.Paper(data.English)
		plant(&d)
		_, _, err := akn.Format.Checked(context.Background(), d, export.FileOptions{}, []data.Secret{{Field: "field.internal", Text: secret}})
		if data.CodeOf(err) != export.CodeLeak {
			t.Errorf("%s: not refused: %v", name, err)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := akn.WritePaper(ctx, everything.Paper(data.English)); data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("got %v", err)
	}
}

func FuzzWritePaper(f *testing.F) {
	f.Add("Each State", "\x00\x0b\ufffe\xff", "<&>\"'\n\t]]>", uint8(0), uint8(3))
	f.Fuzz(func(t *testing.T, a, b, c string, kind, level uint8) {
		kinds := []string{"position", "amendment", a}
		d := export.Document{
			Lang: data.Langs[int(level)%len(data.Langs)], Kind: kinds[int(kind)%len(kinds)], Title: a, Subject: b, Author: c, Marking: b, Parts: []export.Part{{ID: c, From: 1}},
			Blocks: []export.Block{
				export.Title{Text: a, Subtitle: b},
				export.Heading{Level: int(level), Text: b},
				export.Entry{Label: c, Paragraphs: []export.Paragraph{{Spans: []export.Span{{Text: a, Mark: export.Mark(kind)}, {Text: b, Mark: export.Mark(level)}}}}},
			},
		}
		if _, err := akn.Text(written(t, d)); err != nil {
			t.Errorf("not well formed: %v", err)
		}
	})
}
