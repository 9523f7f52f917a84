package export

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

// TestABookBindsPapers holds that a book has one table of contents, each paper on new
// pages that lie or stand as its own do, headings one level further in, and nothing that
// only a paper by itself needs.
func TestABookBindsPapers(t *testing.T) {
	lying := Document{Lang: data.English, Landscape: true, Blocks: []Block{
		Letterhead{Name: "Velmora"},
		Title{"Table", "Draft"},
		Heading{1, "Numbers"},
		Heading{3, "Deep"},
		PageBreak{Landscape: true},
		Paragraph{Kind: Body, Spans: []Span{{"words", Plain}, {"a note", Footnote}}},
	}}
	standing := Document{Lang: data.English, Blocks: []Block{
		Title{"Paper", "On something else"},
		Contents{"Contents", 3},
		Revised{Level: 1, Spans: []Span{{"Article 1", Plain}}},
		Code{Content: "x"},
		Heading{1, "Approval"},
		Entry{"x", nil},
	}, Parts: []Part{{"provisions", 2}, {"approvals", 3}}, Quotes: "issued"}
	doc := BriefingBook(Book{PublicBrief: data.PublicBrief{Lang: data.English, Title: "Draft"}, Marking: "SECRET", Papers: []Document{lying, standing}}, translations.New("en"))
	var breaks, headings []string
	contents := 0
	for _, b := range doc.Blocks {
		switch v := b.(type) {
		case PageBreak:
			breaks = append(breaks, map[bool]string{true: "lies", false: "stands"}[v.Landscape])
		case Contents:
			contents++
		case Code, Letterhead:
			t.Errorf("the book has %T", b)
		}
	}
	for _, h := range doc.Headings() {
		headings = append(headings, strings.Repeat("#", h.Level)+h.Text)
	}
	if got := strings.Join(breaks, " "); got != "lies lies stands" {
		t.Errorf("pages: %s", got)
	}
	if got := strings.Join(headings, " "); got != "#Table ##Numbers ####Deep #Paper: On something else ##Article 1" {
		t.Errorf("headings: %s", got)
	}
	if contents != 1 || doc.Marking != "SECRET" || !strings.Contains(doc.Issued(), "issued") || !strings.Contains(doc.Text(), "[^a note^]") {
		t.Errorf("%d contents, %q", contents, doc.Marking)
	}
}

func TestALetterIsSignedAtTheEndAndANoteIsNot(t *testing.T) {
	for _, lang := range data.Langs {
		loc := translations.New(string(lang))
		c := CircularLetter{Addressee: "chair", Signed: "Irena Valdaro", Capacity: "x"}
		c.Lang, c.Title, c.Words, c.WordsLang = lang, "Draft", "Words.", data.Russian
		signed := func(d Document) (n int) {
			for _, b := range d.Blocks {
				if p, ok := b.(Paragraph); ok && p.Kind == Signature {
					n++
				}
			}
			return n
		}
		if n := signed(LetterForCirculation(c, loc)); n != 2 {
			t.Errorf("%s: a letter has %d lines of signature", lang, n)
		}
		c.Note = true
		doc := LetterForCirculation(c, loc)
		if signed(doc) != 0 || strings.Contains(doc.Text(), "Valdaro") {
			t.Errorf("%s: a note verbale is signed", lang)
		}
		if !strings.Contains(doc.Text(), Original(data.Russian, loc)) {
			t.Errorf("%s: the annex does not say its language", lang)
		}
	}
}
