package mechanism_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"travaux/data"
	"travaux/data/clause"
	"travaux/data/intake"
	books "travaux/data/library/read"
	"travaux/data/mechanism"
)

// TestTreatiesOfTheLibrary holds what is read of treaties as the library keeps them,
// which is without headings, to what a person reads in them.
func TestTreatiesOfTheLibrary(t *testing.T) {
	for _, c := range []struct {
		file   string
		lang   data.Lang
		entry  data.EntryRule
		notice data.Delay
		stand  data.Delay // before an amendment may be proposed
	}{
		{"akn/A_RES_79_243_en.xml", data.English, data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}, data.Delay{Years: 1}, data.Delay{Years: 5}},
		{"akn/A_RES_79_243_fr.xml", data.French, data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}, data.Delay{Years: 1}, data.Delay{Years: 5}},
		{"akn/A_RES_79_243_zh.xml", data.Chinese, data.EntryRule{Number: 40, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 30}}, data.Delay{Years: 1}, data.Delay{Years: 5}},
		{"treaties/arms-trade-treaty.md", data.English, data.EntryRule{Number: 50, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 90}}, data.Delay{Days: 90}, data.Delay{Years: 6}},
		{"treaties/minamata.md", data.English, data.EntryRule{Number: 50, Delay: data.Delay{Days: 90}, Later: data.Delay{Days: 90}}, data.Delay{Years: 1}, data.Delay{}},
	} {
		t.Run(c.file, func(t *testing.T) {
			all := mechanism.Cover(paragraphs(t, c.file, c.lang), c.lang)
			if got := clause.Rule(mechanism.Params(all, "entry")); got.Number != c.entry.Number || got.Delay != c.entry.Delay || got.Later != c.entry.Later {
				t.Errorf("entry into force: %+v, want %+v", got, c.entry)
			}
			if got := clause.NoticeOf(mechanism.Params(all, "denunciation")); got != c.notice {
				t.Errorf("notice: %+v, want %+v", got, c.notice)
			}
			if p, _ := clause.Find(mechanism.Params(all, "amendment.proposal"), clause.Standstill); p.Delay != c.stand {
				t.Errorf("standstill: %+v, want %+v", p.Delay, c.stand)
			}
		})
	}
}

func paragraphs(t *testing.T, file string, lang data.Lang) []data.Provision {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", file))
	if err != nil {
		t.Skip("the shared treaties are not on this machine")
	}
	src, err := intake.Read(context.Background(), file, content)
	if err != nil {
		t.Fatal(err)
	}
	var paths, texts []string
	for _, l := range books.Read(src, lang).Lines {
		paths, texts = append(paths, l.Path), append(texts, l.Text)
	}
	return mechanism.Paragraphs(paths, texts, lang)
}
