package strength_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/intake"
	"travaux/data/redline/strength"
	"travaux/data/text"
)

// convention reads the United Nations Convention against Cybercrime, provision
// by provision, and skips where the shared data are absent.
func convention(tb testing.TB, lang data.Lang) (paths []string, texts map[string]string) {
	tb.Helper()
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	content, err := os.ReadFile(filepath.Join(dir, "..", "shared", "data", "akn", "A_RES_79_243_"+string(lang)+".xml"))
	if err != nil {
		tb.Skip("the shared conventions are not on this machine")
	}
	src, err := intake.Read(context.Background(), "convention", content)
	if err != nil {
		tb.Fatal(err)
	}
	texts = map[string]string{}
	for _, n := range text.Parse(src, lang).Nodes {
		if strings.HasPrefix(n.Path, "ch") || strings.HasPrefix(n.Path, "annex") {
			paths = append(paths, n.Path)
			texts[n.Path] = n.Text
		}
	}
	return paths, texts
}

// TestLanguagesAgree compares, provision by provision, what each language
// version of one convention is found to say with what the English one is.
//
// Where English binds, the others are to be of the same class. Some never can
// be: the versions differ ("shall be liable" is "podrán ser objeto"), or put
// the verb into the chapeau in one language and into its items in another.
// Those items, and list items that describe ("qui ...:" "adopte"), are why
// fewer agree of the provisions where either language binds.
func TestLanguagesAgree(t *testing.T) {
	paths, english := convention(t, data.English)
	for lang, floor := range map[data.Lang]struct{ binding, either float64 }{
		data.Arabic: {95, 88}, data.Chinese: {93, 91}, data.French: {93.5, 81.5}, data.Russian: {94, 84}, data.Spanish: {95.5, 87.5},
	} {
		_, texts := convention(t, lang)
		var binding, either, agreed int
		for _, p := range paths {
			en, other := strength.Main(strength.Find(english[p], data.English)), strength.Main(strength.Find(texts[p], lang))
			if en != "" {
				binding++
			}
			if en != "" || other != "" {
				either++
			}
			if en != "" && en == other {
				agreed++
			}
		}
		ofBinding, ofEither := 100*float64(agreed)/float64(binding), 100*float64(agreed)/float64(either)
		t.Logf("%s: the class of the English in %d of %d provisions that bind in English (%.1f %%), %d of those that bind in either (%.1f %%)", lang, agreed, binding, ofBinding, either, ofEither)
		if binding < 280 || ofBinding < floor.binding || ofEither < floor.either {
			t.Errorf("%s: %d provisions, %.1f %% and %.1f %% agree, the floors are %.1f and %.1f", lang, binding, ofBinding, ofEither, floor.binding, floor.either)
		}
	}
}

func BenchmarkFindConvention(b *testing.B) {
	for _, lang := range data.Langs {
		b.Run(string(lang), func(b *testing.B) {
			paths, texts := convention(b, lang)
			size := 0
			for _, t := range texts {
				size += len(t)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range paths {
					strength.Find(texts[p], lang)
				}
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	paths, texts := convention(b, data.English)
	for b.Loop() {
		for _, p := range paths {
			strength.Compare(texts[p], strings.ReplaceAll(texts[p], "shall", "should"), data.English)
		}
	}
}
