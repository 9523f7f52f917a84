package formats_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/export"
	"travaux/export/formats"
	"travaux/translations"
)

// TestEveryFormatIsThereOnce: those that the delegation hands papers over in.
func TestEveryFormatIsThereOnce(t *testing.T) {
	var ids []string
	seen := map[string]bool{}
	for _, f := range formats.All {
		ids = append(ids, f.ID)
		for _, lang := range data.Langs {
			name := string(lang) + " " + f.Name(translations.New(string(lang)))
			if seen[name] {
				t.Errorf("two formats are called %q", name)
			}
			seen[name] = true
		}
		if !strings.HasPrefix(f.Ending, ".") || seen[f.Ending] {
			t.Errorf("%s: ending %q", f.ID, f.Ending)
		}
		seen[f.Ending] = true
		if got, ok := formats.ByID(f.ID); !ok || got.Ending != f.Ending {
			t.Errorf("%s is not found", f.ID)
		}
	}
	if want := []string{"pdf", "docx", "xlsx", "akn", "text", "html"}; !slices.Equal(ids, want) {
		t.Errorf("formats %v, want %v", ids, want)
	}
	if _, ok := formats.ByID("wpd"); ok {
		t.Error("a format is found that is not there")
	}
}

// TestEveryFormatReadsBackWhatItWrote: words in any direction, notes, changes, tables and
// properties; and it is refused for a secret in any of them, or without its marking.
func TestEveryFormatReadsBackWhatItWrote(t *testing.T) {
	for _, f := range formats.All {
		for lang, words := range map[data.Lang][]string{
			data.English: {"otters", "weasels", "badgers", "martens", "stoats", "minks", "polecats"},
			data.Arabic:  {"قضاعات", "عرس", "غرير", "خز", "قاقم", "منك", "ظربان"},
		} {
			t.Run(f.ID+" "+string(lang), func(t *testing.T) {
				doc := export.Document{Lang: lang, Title: words[0], Author: words[0], Marking: words[2], Date: data.Date{Year: 2026, Month: 3, Day: 2}, Blocks: []export.Block{
					export.Title{Text: words[0]},
					export.Paragraph{Spans: []export.Span{{Text: words[3] + " ", Mark: export.Deleted}, {Text: words[4] + " ", Mark: export.Inserted}, {Text: words[1] + ", "}, {Text: "* " + words[5], Mark: export.Footnote}}},
					export.Table{Heads: []string{words[6]}, Shares: []int{1}},
				}}
				file, c, err := f.Marked(t.Context(), doc, export.FileOptions{})
				if err != nil {
					t.Fatal(err)
				}
				said, err := f.Read(file, export.FileOptions{})
				if err != nil {
					t.Fatal(err)
				}
				for _, w := range append(words, "") {
					if !strings.Contains(said, w) {
						t.Errorf("%q is not read back from %q", w, said)
					}
					_, _, err := f.Checked(t.Context(), doc, export.FileOptions{}, []data.Secret{{Field: "f", Text: w, Exact: true}})
					if got, want := data.CodeOf(err) == export.CodeLeak, w != ""; got != want {
						t.Errorf("with the secret %q: %v", w, err)
					}
				}
				if c.Format != f.ID || c.Lang != lang || c.Size != len(file) || !c.Ours || c.Searched != 0 {
					t.Errorf("certificate %+v", c)
				}
				silent := f
				silent.Write = func(context.Context, export.Document, export.FileOptions) ([]byte, error) {
					doc := doc
					doc.Marking = ""
					return f.Write(t.Context(), doc, export.FileOptions{})
				}
				if _, _, err := silent.Marked(t.Context(), doc, export.FileOptions{}); data.CodeOf(err) != export.CodeUnmarked {
					t.Errorf("without its marking: %v", err)
				}
			})
		}
	}
}
