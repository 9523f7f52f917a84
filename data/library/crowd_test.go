package library_test

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"travaux/data"
	"travaux/data/library"
	"travaux/data/redline"
)

const documents = "../../../shared/data/"

var (
	anyTag    = regexp.MustCompile(`<[^>]*>`)
	paragraph = regexp.MustCompile(`(?s)<p[ >].*?</p>`)
)

// real are the paragraphs of real documents in a language; none where the
// documents are not at hand.
func real(lang data.Lang) (out []string) {
	for _, name := range []string{"akn/A_RES_79_243_%s.xml", "akn/A_RES_79_1_%s.xml"} {
		content, err := os.ReadFile(documents + fmt.Sprintf(name, lang))
		if err != nil {
			continue
		}
		for _, p := range paragraph.FindAllString(string(content), -1) {
			out = append(out, clean(html.UnescapeString(anyTag.ReplaceAllString(p, ""))))
		}
	}
	if content, err := os.ReadFile(documents + fmt.Sprintf("treaties/un-charter-%s.txt", lang)); err == nil {
		for line := range strings.Lines(string(content)) {
			out = append(out, clean(line))
		}
	}
	return unique(out)
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func unique(in []string) (out []string) {
	seen := map[string]bool{}
	for _, s := range in {
		if !seen[s] && len(tokens(s)) >= 6 {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// tokens are the words of a text and what stands between them.
func tokens(s string) (words []string) {
	for _, t := range redline.Tokens(s) {
		if r := []rune(t)[0]; unicode.IsLetter(r) || unicode.IsNumber(r) {
			words = append(words, t)
		}
	}
	return words
}

// invented are paragraphs of words that no language has, in its letters, as often
// as words occur (Zipf's law); what stands in for the documents.
func invented(lang data.Lang, n int, r *rand.Rand) (out []string) {
	letters := map[data.Lang]string{data.Arabic: "ابتجحدرسعفقلمنهوي", data.Russian: "абвгдеиклмнопрсту"}[lang]
	if letters == "" {
		letters = "abcdeilmnoprstu"
	}
	alphabet := []rune(letters)
	words := make([]string, 6000)
	for i := range words {
		size := 2 + r.IntN(7)
		if lang == data.Chinese {
			words[i] = string(rune(0x4E00 + r.IntN(3000)))
			continue
		}
		for range size {
			words[i] += string(alphabet[r.IntN(len(alphabet))])
		}
	}
	often := rand.NewZipf(r, 1.2, 4, uint64(len(words)-1))
	for range n {
		var p []string
		for range 20 + r.IntN(60) {
			p = append(p, words[often.Uint64()])
		}
		out = append(out, strings.Join(p, between(lang))+".")
	}
	return out
}

func between(lang data.Lang) string {
	if lang == data.Chinese {
		return ""
	}
	return " "
}

// crowd is a library of so many paragraphs: real ones, and such as are made of
// halves of them, as resolutions are made of earlier ones, with words exchanged.
func crowd(lang data.Lang, size int) []string {
	r := rand.New(rand.NewPCG(6, uint64(len(lang))+uint64(lang[0])<<8+uint64(lang[1])))
	out := real(lang)
	if len(out) == 0 {
		out = invented(lang, 2000, r)
	}
	cut := make([][]string, len(out))
	for i, p := range out {
		cut[i] = redline.Tokens(p)
	}
	for len(out) < size {
		a, b := cut[r.IntN(len(cut))], cut[r.IntN(len(cut))]
		p := append(append([]string{}, a[:r.IntN(len(a))]...), b[r.IntN(len(b)):]...)
		for range len(p) / 6 {
			other := cut[r.IntN(len(cut))]
			p[r.IntN(len(p))] = other[r.IntN(len(other))]
		}
		if len(p) >= 20 {
			out = append(out, clean(strings.Join(p, "")))
		}
	}
	return out[:size]
}

// shelf puts paragraphs on a shelf, 500 to a work.
func shelf(lang data.Lang, texts []string) *library.Shelf {
	var volumes []library.Volume
	for n := 0; n < len(texts); n += 500 {
		v := library.Volume{Work: data.Work{ID: data.ID{1, byte(n >> 16), byte(n >> 8), byte(n)}, Symbol: fmt.Sprintf("A/%d", n)}}
		for i, t := range texts[n:min(n+500, len(texts))] {
			v.Lines = append(v.Lines, library.Line{Path: fmt.Sprint(i), Pointer: fmt.Sprintf("para. %d", i+1), Text: t})
		}
		volumes = append(volumes, v)
	}
	return library.NewShelf(lang, volumes)
}

var sentenceEnd = regexp.MustCompile(`[.;:؛](\s+|$)|[。；：]`)

// sentence is one of the sentences of a paragraph that have at least eight words.
func sentence(p string, r *rand.Rand) string {
	var all []string
	for _, s := range sentenceEnd.Split(p, -1) {
		if len(tokens(s)) >= 8 {
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[r.IntN(len(all))]
}

// altered exchanges, takes away, adds and swaps words: 30 per cent of them.
func altered(lang data.Lang, s string, others []string, r *rand.Rand) string {
	words := tokens(s)
	foreign := func() string {
		w := tokens(others[r.IntN(len(others))])
		return w[r.IntN(len(w))]
	}
	for range len(words) * 3 / 10 {
		at := r.IntN(len(words))
		switch kind := r.IntN(10); {
		case kind < 5:
			words[at] = foreign()
		case kind < 7:
			words = append(words[:at:at], words[at+1:]...)
		case kind < 9 || at+1 == len(words):
			words = append(words[:at:at], append([]string{foreign()}, words[at:]...)...)
		default:
			words[at], words[at+1] = words[at+1], words[at]
		}
	}
	return strings.Join(words, between(lang))
}

// TestSourceIsFound alters sentences by 30 per cent of their words and looks for
// where they come from among 50,000 paragraphs, in each of the six languages.
func TestSourceIsFound(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 50,000 paragraphs in six languages")
	}
	const tries, least = 100, 0.95
	for _, lang := range data.Langs {
		t.Run(string(lang), func(t *testing.T) {
			texts := crowd(lang, 50000)
			s := shelf(lang, texts)
			r := rand.New(rand.NewPCG(30, 3))
			found, asked := 0, 0
			for asked < tries {
				source := sentence(texts[r.IntN(len(texts))], r)
				if source == "" {
					continue
				}
				asked++
				for _, w := range s.Nearest(altered(lang, source, texts, r), 3) {
					if strings.Contains(w.Text, source) {
						found++
						break
					}
				}
			}
			if share := float64(found) / tries; share < least {
				t.Errorf("the source of %.1f %% of the sentences is among the first three, not of %.0f %%", 100*share, 100*least)
			} else {
				t.Logf("%.1f %%", 100*share)
			}
		})
	}
}
