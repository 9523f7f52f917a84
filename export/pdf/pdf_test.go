package pdf

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"travaux/data"
	"travaux/export"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

func paper(lang data.Lang, times int) export.Document {
	return export.PositionPaper(specimen.Long(lang, times), translations.New(string(lang)))
}

func written(t testing.TB, doc export.Document, opts Options) []byte {
	t.Helper()
	out, err := Write(context.Background(), doc, opts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLook writes the papers to the folder TRAVAUX_LOOK for a person to see.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRAVAUX_LOOK")
	if dir == "" {
		t.Skip("TRAVAUX_LOOK names no folder")
	}
	for _, lang := range data.Langs {
		for kind, doc := range map[string]export.Document{
			"": paper(lang, 1), "table.": comparison(lang, 1, true), "redline.": running(lang, 1),
		} {
			if err := os.WriteFile(filepath.Join(dir, kind+string(lang)+".pdf"), written(t, doc, Options{}), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for kind, look := range looks(t) {
			doc := noted(lang)
			doc.Look = look
			if err := os.WriteFile(filepath.Join(dir, kind+"."+string(lang)+".pdf"), written(t, doc, Options{}), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for _, lang := range data.Langs {
		for _, archive := range []bool{false, true} {
			opts := Options{PDFA: archive}
			first := written(t, paper(lang, 1), opts)
			var wait sync.WaitGroup
			for range 4 { // at once, so that a shared state would show
				wait.Go(func() {
					again, err := Write(context.Background(), paper(lang, 1), opts)
					if err != nil || !bytes.Equal(first, again) {
						t.Errorf("%s, archive %v: another file (%v)", lang, archive, err)
					}
				})
			}
			wait.Wait()
		}
	}
}

func TestTimeIsTheDocumentsOrTheCallers(t *testing.T) {
	doc := paper(data.English, 1)
	if !bytes.Contains(written(t, doc, Options{PDFA: true}), []byte("(D:20260309000000+00'00')")) {
		t.Error("the document's date is not stated")
	}
	at := time.Date(2026, time.May, 4, 15, 16, 17, 0, time.FixedZone("", 3600))
	if !bytes.Contains(written(t, doc, Options{PDFA: true, Creation: at}), []byte("(D:20260504141617+00'00')")) {
		t.Error("the caller's time is not stated")
	}
}

func TestReadsBackInLogicalOrder(t *testing.T) {
	for _, lang := range data.Langs {
		for _, archive := range []bool{false, true} {
			said, err := Text(written(t, paper(lang, 1), Options{PDFA: archive}))
			if err != nil {
				t.Fatal(err)
			}
			run := func(s string) string { return strings.Join(strings.Fields(s), "") }
			all := run(said)
			for _, l := range specimen.Brief(lang).Lines {
				for _, s := range append(strings.Split(l.Reasons, "\n"), l.Text) {
					if !strings.Contains(all, run(s)) {
						t.Errorf("%s, archive %v: not read back: %s", lang, archive, s)
					}
				}
			}
		}
	}
}

func TestPropertiesAndBookmarksAreInTheLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		doc := paper(lang, 1)
		f, err := load(written(t, doc, Options{}))
		if err != nil {
			t.Fatal(err)
		}
		catalog := f.dict(f.trailer["Root"])
		if catalog["Lang"] != text(languageTag(lang)) {
			t.Errorf("%s: language %v", lang, catalog["Lang"])
		}
		if got := f.dict(f.trailer["Info"])["Title"]; got != unicodeText(doc.Title) {
			t.Errorf("%s: title %q", lang, got)
		}
		var titles []text
		var walk func(v any)
		walk = func(v any) {
			for d := f.dict(v); d != nil; d = f.dict(d["Next"]) {
				s, _ := d["Title"].(text)
				titles = append(titles, s)
				walk(d["First"])
			}
		}
		walk(f.dict(catalog["Outlines"])["First"])
		headings := doc.Headings()
		if len(titles) != len(headings) {
			t.Fatalf("%s: %d bookmarks for %d headings", lang, len(titles), len(headings))
		}
		for i, h := range headings {
			if titles[i] != unicodeText(h.Text) {
				t.Errorf("%s: bookmark %d is %q, not %q", lang, i, titles[i], h.Text)
			}
		}
	}
}

func TestContentsLeadToTheRightPages(t *testing.T) {
	doc := paper(data.English, 3)
	c := newComposer(doc)
	pages, err := c.compose(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[*heading]string{}
	for _, p := range pages {
		for _, it := range p.items {
			if it.link != nil {
				s := it.para.text
				numbers[it.link] = string(s) // the number is set last
			}
		}
	}
	for i, p := range pages {
		for _, h := range p.headings {
			if got, listed := numbers[h]; listed && got != strconv.Itoa(i+1) {
				t.Errorf("%q stands on page %d, the contents say %s", h.text, i+1, got)
			}
		}
	}
	if len(numbers) < 15 {
		t.Errorf("only %d headings are listed", len(numbers))
	}
}

// TestEverythingStandsOnThePage holds the geometry: nothing runs over the type
// area, nothing over the words below it.
func TestEverythingStandsOnThePage(t *testing.T) {
	for _, lang := range data.Langs {
		pages, err := newComposer(paper(lang, 2)).compose(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		for n, p := range pages {
			for _, it := range p.items {
				left, right := it.x, it.x+it.w
				if it.line != nil {
					left, right = it.x+it.line.X, it.x+it.line.X+it.line.Width
				}
				if left < portrait.side-0.5 || right > portrait.width-portrait.side+0.5 {
					t.Errorf("%s, page %d: from %.1f to %.1f", lang, n+1, left, right)
				}
				if y := it.top + it.y; it.element != nil && (y < portrait.top || y > portrait.bodyBottom()) {
					t.Errorf("%s, page %d: baseline at %.1f", lang, n+1, y)
				}
			}
		}
	}
}

func TestHeadingsAreNeverLeftAtTheFoot(t *testing.T) {
	for _, lang := range data.Langs {
		pages, err := newComposer(paper(lang, 6)).compose(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		for n, p := range pages {
			last := 0.0
			for _, it := range p.items {
				if it.element != nil {
					last = max(last, it.top)
				}
			}
			for _, h := range p.headings {
				if last-h.y < 20 {
					t.Errorf("%s, page %d ends with the heading %q", lang, n+1, h.text)
				}
			}
		}
	}
}

func TestTwentyPagesAreSmall(t *testing.T) {
	const limit = 300_000
	for _, lang := range data.Langs {
		doc, pages := ofPages(t, lang, 20)
		if size := len(written(t, doc, Options{})); size > limit {
			t.Errorf("%s: %d pages in %d bytes", lang, pages, size)
		} else {
			t.Logf("%s: %d pages, %d kB", lang, pages, size/1000)
		}
	}
}

// ofPages returns a paper of at least that many pages.
func ofPages(t testing.TB, lang data.Lang, least int) (doc export.Document, pages int) {
	t.Helper()
	for times := max(1, least/6); ; times++ {
		doc = paper(lang, times)
		laid, err := newComposer(doc).compose(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if len(laid) >= least {
			return doc, len(laid)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Write(ctx, paper(data.English, 1), Options{}); data.CodeOf(err) != data.CodeCancelled {
		t.Errorf("got %v", err)
	}
}
