package docx

import (
	"context"
	"math/rand"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/export"
)

func read(tb testing.TB, file []byte) *text.Source {
	tb.Helper()
	src, err := intake.Read(context.Background(), "t.docx", file)
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

// versions are the paragraphs of both versions of a revised text, by the
// meaning of its marks alone.
func versions(doc export.Document) (old, new []string) {
	var before, after strings.Builder
	for _, b := range doc.Blocks {
		r := b.(export.Revised)
		for _, s := range r.Spans {
			if !s.Mark.Came() && s.Mark&export.LeftOut != export.LeftOut {
				before.WriteString(s.Text)
			}
			if !s.Mark.Gone() {
				after.WriteString(s.Text)
			}
		}
		if r.End != export.Inserted {
			old = append(old, before.String())
			before.Reset()
		}
		if r.End != export.Deleted {
			new = append(new, after.String())
			after.Reset()
		}
	}
	return old, new
}

func TestAcceptedIsNewRejectedIsOld(t *testing.T) {
	for _, lang := range data.Langs {
		doc := redlined(lang)
		src := read(t, written(t, doc))
		old, new := versions(doc)
		same(t, string(lang)+", accepted", lines(intake.AcceptAll(src)), new)
		same(t, string(lang)+", rejected", lines(intake.RejectAll(src)), old)
	}
}

// TestRandomTextsAreReadBack tries what no draft has come up with yet: any
// marks, ends, scripts, signs and breaks.
func TestRandomTextsAreReadBack(t *testing.T) {
	pieces := []string{
		"shall", " ", "States Parties", "المادة", "12", "第七条", "，", "(a)\t", "A/AC.311/11", "\n", "  ", "<&>\"'", "co\u00adoperate", "non\u2011paper", "é\u00a0!", "„", "😀",
	}
	marks := []export.Mark{
		export.Plain, export.Inserted, export.Deleted, export.MovedHere, export.MovedAway, export.LeftOut, export.Strong, export.Slanted | export.Inserted,
	}
	ends := []export.Mark{export.Plain, export.Plain, export.Inserted, export.Deleted}
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		doc := export.Document{Lang: data.Langs[r.Intn(len(data.Langs))]}
		for range 1 + r.Intn(12) {
			p := export.Revised{Level: r.Intn(3), Depth: r.Intn(3), End: ends[r.Intn(len(ends))]}
			for range r.Intn(6) {
				p.Spans = append(p.Spans, export.Span{Text: pieces[r.Intn(len(pieces))] + pieces[r.Intn(len(pieces))], Mark: marks[r.Intn(len(marks))]})
			}
			if r.Intn(4) == 0 {
				p.Note = []export.Span{{Text: pieces[r.Intn(len(pieces))]}}
			}
			doc.Blocks = append(doc.Blocks, p)
		}
		doc.Blocks = append(doc.Blocks, export.Revised{Spans: []export.Span{{Text: "end"}}})
		src := read(t, written(t, doc))
		old, new := versions(doc)
		same(t, "accepted", lines(intake.AcceptAll(src)), new)
		same(t, "rejected", lines(intake.RejectAll(src)), old)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, doc.Text())
		}
	}
}

// TestPapersAreReadBack holds that a position paper loses nothing on its way.
func TestPapersAreReadBack(t *testing.T) {
	for _, lang := range data.Langs {
		doc := tabled(lang)
		said := strings.Join(lines(read(t, written(t, doc)).Blocks), "\n")
		for _, b := range doc.Blocks {
			e, ok := b.(export.Entry)
			if !ok {
				continue
			}
			for _, p := range e.Paragraphs {
				for _, s := range p.Spans {
					if !strings.Contains(said, strings.TrimSpace(s.Text)) {
						t.Errorf("%s: not read back: %q", lang, s.Text)
					}
				}
			}
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("Each State Party", "\x00\x0b\ufffe\xff", "A/AC.311/11 المادة", uint8(3), uint8(1))
	f.Fuzz(func(t *testing.T, kept, gone, came string, lang, end uint8) {
		ends := []export.Mark{export.Plain, export.Inserted, export.Deleted}
		doc := export.Document{Lang: data.Langs[int(lang)%len(data.Langs)], Title: kept, RunningHead: gone, Blocks: []export.Block{
			export.Revised{
				End:   ends[int(end)%len(ends)],
				Spans: []export.Span{{Text: kept}, {Text: gone, Mark: export.Deleted}, {Text: came, Mark: export.Inserted}},
				Note:  []export.Span{{Text: came}},
			},
			export.Revised{Spans: []export.Span{{Text: "end"}}},
		}}
		src := read(t, written(t, doc))
		old, new := versions(doc)
		same(t, "accepted", lines(intake.AcceptAll(src)), asWritten(new))
		same(t, "rejected", lines(intake.RejectAll(src)), asWritten(old))
	})
}

// asWritten is what XML can keep of texts.
func asWritten(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(fit(s))
	}
	return out
}
