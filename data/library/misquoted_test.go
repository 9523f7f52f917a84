package library_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/library"
)

// TestOneWordIsFlagged quotes sentences of a library word for word, and with one
// word exchanged, in each of the six languages.
func TestOneWordIsFlagged(t *testing.T) {
	marks := map[data.Lang][2]string{
		data.Arabic: {"”", "“"}, data.Chinese: {"“", "”"}, data.English: {"“", "”"},
		data.French: {"« ", " »"}, data.Russian: {"«", "»"}, data.Spanish: {"“", "”"},
	}
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			texts := crowd(lang, 2000)
			s := shelf(lang, texts)
			r := rand.New(rand.NewPCG(1, 9))
			for tried := 0; tried < 60; {
				at := r.IntN(len(texts))
				source := sentence(texts[at], r)
				if source == "" || strings.ContainsAny(source, "[]…“”«»\"„") {
					continue
				}
				tried++
				symbol := "A/" + [4]string{"0", "500", "1000", "1500"}[at/500]
				quote := func(words string) []library.Quotation {
					return s.Quotations(marks[lang][0]+words+marks[lang][1]+" ("+symbol+")", "")
				}
				if got := quote(source); len(got) != 1 || got[0].Verdict != library.Exact {
					t.Fatalf("%q, word for word, gives %+v", source, got)
				}
				words := tokens(source)
				w := words[r.IntN(len(words))]
				other := "قققق"
				if lang != data.Arabic {
					other = "zzzz"
				}
				wrong := strings.Replace(source, w, other, 1)
				if got := quote(wrong); len(got) != 1 || got[0].Verdict == library.Exact {
					t.Fatalf("%q with %q for %q gives %+v", source, other, w, got)
				}
			}
		})
	}
}
