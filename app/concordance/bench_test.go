package concordance

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/text"
)

// step is how long it may take until the next place is shown in a convention.
const step = 50 * time.Millisecond

// BenchmarkNextPlace goes from place to place of a convention in six languages.
func BenchmarkNextPlace(b *testing.B) {
	bench := roomtest.New(b, "en")
	var versions []desk.Version
	for _, lang := range data.Langs {
		name := "A_RES_79_243_" + string(lang) + ".xml"
		content, err := os.ReadFile(filepath.Join("../../../shared/data/akn", name))
		if err != nil {
			b.Skip("the real documents are not beside the project")
		}
		src, err := intake.Read(ctx, name, content)
		roomtest.Must(b, err)
		versions = append(versions, desk.Version{Lang: lang, Name: name, Format: "akn", Content: content, Outline: text.Parse(src, lang)})
	}
	_, err := bench.Desk.Import(ctx, desk.Issue{Symbol: "A/RES/79/243", Kind: data.RevisionAdopted}, data.NoProgress{}, versions...)
	roomtest.Must(b, err)
	p := Show(bench.Room, data.ID{})
	if len(p.shown) < 10 || len(bench.Errors) > 0 {
		b.Fatalf("%d places, %v", len(p.shown), bench.Errors)
	}
	i := 0
	for b.Loop() {
		i++
		p.choose(i % len(p.shown))
	}
	if each := b.Elapsed() / time.Duration(b.N); each > step {
		b.Errorf("the next place takes %v", each)
	}
}
