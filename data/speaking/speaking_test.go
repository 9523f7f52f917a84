package speaking

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode"

	"travaux/data"
)

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		want int
	}{
		{"nothing", data.English, " \n— ", 0},
		{"words", data.English, "My delegation supports this text.", 5},
		{"apostrophes and hyphens are within words", data.French, "L’avant-projet n'est pas prêt.", 4},
		{"a long number takes longer", data.English, "resolution 75/240 of 2020", 2 + 1 + 2 + 2},
		{"Arabic with its vowel signs", data.Arabic, "يؤيّد وفد بلادي هذا النصّ", 5},
		{"Russian", data.Russian, "Моя делегация поддерживает текст.", 4},
		{"Chinese characters", data.Chinese, "我国代表团支持这一案文。", 11},
		{"a name in Chinese", data.Chinese, "支持 ITU 的2条", 2 + latinInChinese + 1 + 1 + 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Units(c.text, c.lang); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

func TestTakes(t *testing.T) {
	hundred := strings.Repeat("word ", 120)
	if got := Takes(hundred, data.English, 0); got != time.Minute {
		t.Errorf("120 words take %v at the default pace", got)
	}
	if got := Takes(hundred, data.English, 60); got != 2*time.Minute {
		t.Errorf("they take %v at half of it", got)
	}
	if got := PaceOf(hundred, data.English, 90*time.Second); got != 80 {
		t.Errorf("said in 90 seconds they are %d a minute", got)
	}
	if Paced(1, data.English) != Slowest || Paced(9999, data.English) != Fastest || PaceOf("word", data.English, 0) != 0 {
		t.Error("a pace beyond its bounds is taken")
	}
	for _, lang := range data.Langs {
		if p := Default(lang); p < 100 || p > 230 {
			t.Errorf("%s: %d", lang, p)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		want []string // "|" before the first of a paragraph
	}{
		{"stops", data.English, "Thank you, Chair. We agree! Do you?", []string{"|Thank you, Chair.", "We agree!", "Do you?"}},
		{"paragraphs, with and without a stop", data.English, "Chair\n\nWe agree.\nWe thank you", []string{"|Chair", "|We agree.", "|We thank you"}},
		{"abbreviations", data.English, "See art. 5 and para. 2. Mr. Smith and No. 7 agree, e.g. Egypt.", []string{"|See art. 5 and para. 2.", "Mr. Smith and No. 7 agree, e.g. Egypt."}},
		{"a label", data.English, "1. Every State shall. We agree.", []string{"|1. Every State shall.", "We agree."}},
		{"a number ends a sentence", data.English, "We turn to article 5. It is good.", []string{"|We turn to article 5.", "It is good."}},
		{"a quotation", data.English, "We propose “without delay.” It is short.", []string{"|We propose “without delay.”", "It is short."}},
		{"a decimal and a symbol", data.English, "Article 5.1 and A/C.1/78/L.60 stand. Good.", []string{"|Article 5.1 and A/C.1/78/L.60 stand.", "Good."}},
		{"French", data.French, "L’art. 5, par. 2, suffit. «Sans délai.» Merci.", []string{"|L’art. 5, par. 2, suffit.", "«Sans délai.»", "Merci."}},
		{"Spanish", data.Spanish, "¿Por qué? El párr. 2 basta.", []string{"|¿Por qué?", "El párr. 2 basta."}},
		{"Russian", data.Russian, "См. п. 2 ст. 5. Он хорош и т. д. Спасибо.", []string{"|См. п. 2 ст. 5.", "Он хорош и т. д.", "Спасибо."}},
		{"Arabic", data.Arabic, "نؤيد النص. هل من اعتراض؟ شكرا.", []string{"|نؤيد النص.", "هل من اعتراض؟", "شكرا."}},
		{"Chinese", data.Chinese, "谢谢主席。我们同意“立即。”很好！", []string{"|谢谢主席。", "我们同意“立即。”", "很好！"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := []rune(c.text)
			var got []string
			last := -1
			for _, s := range Sentences(c.text, c.lang) {
				words := string(r[s.Start:s.End])
				if s.Paragraph != last {
					words, last = "|"+words, s.Paragraph
				}
				got = append(got, words)
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

const statement = `Thank you, Chair.

On article 2, we support the text. It is clear. It took three sessions to write. For example, paragraph 2 was written twice. We propose to keep it as it is.

On article 3, we have a doubt. The word is new.

Thank you for your attention.`

func TestCut(t *testing.T) {
	for _, c := range []struct {
		name  string
		words int // that can be said
		want  string
	}{
		{"it fits", 100, statement},
		{"an example goes first", 47, "Thank you, Chair.\n\nOn article 2, we support the text. It is clear. It took three sessions to write. We propose to keep it as it is.\n\nOn article 3, we have a doubt. The word is new.\n\nThank you for your attention."},
		{"then the end of the longest paragraph", 40, "Thank you, Chair.\n\nOn article 2, we support the text. It is clear. We propose to keep it as it is.\n\nOn article 3, we have a doubt. The word is new.\n\nThank you for your attention."},
		{"a request goes after what only tells", 32, "Thank you, Chair.\n\nOn article 2, we support the text. We propose to keep it as it is.\n\nOn article 3, we have a doubt.\n\nThank you for your attention."},
		{"then the last point", 16, "Thank you, Chair.\n\nOn article 2, we support the text.\n\nThank you for your attention."},
		{"the first and the last sentence stay", 1, "Thank you, Chair.\n\nThank you for your attention."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Cut(statement, data.English, 60, time.Duration(c.words)*time.Second)
			if got.Text != c.want {
				t.Errorf("%s\nwant:\n%s", got.Text, c.want)
			}
			if got.Fits != (c.words > 1) {
				t.Errorf("it takes %v and fits: %v", got.Time, got.Fits)
			}
		})
	}
}

func TestWhatFitsAgainComesBack(t *testing.T) {
	text := "A one.\n\nB " + strings.Repeat("long ", 20) + "end. C two.\n\nD three."
	got := Cut(text, data.English, 60, 10*time.Second)
	if want := "A one.\n\nD three."; got.Text != want {
		t.Errorf("%q: a sentence came back without the beginning of its paragraph", got.Text)
	}
	text = "A one.\n\nB two. B " + strings.Repeat("long ", 20) + "end. We propose B.\n\nD three."
	got = Cut(text, data.English, 60, 9*time.Second)
	if !strings.Contains(got.Text, "We propose B.") || strings.Contains(got.Text, "long") {
		t.Errorf("%q", got.Text)
	}
}

// check holds what is true of every text.
func check(t testing.TB, text string, lang data.Lang, limit time.Duration) {
	t.Helper()
	r := []rune(text)
	in, at := map[int]bool{}, 0
	for _, s := range Sentences(text, lang) {
		if s.Start < at || s.End <= s.Start || s.End > len(r) {
			t.Fatalf("sentence %v after %d of %d in %q", s, at, len(r), text)
		}
		at = s.End
		for i := s.Start; i < s.End; i++ {
			in[i] = true
		}
	}
	for i, c := range r {
		if unicode.IsLetter(c) && !in[i] {
			t.Fatalf("letter %d of %q is in no sentence", i, text)
		}
	}
	cut := Cut(text, lang, 0, limit)
	if Takes(text, lang, 0) <= limit && cut.Text != text {
		t.Fatalf("%q fits and was cut to %q", text, cut.Text)
	}
	if cut.Fits != (cut.Time <= limit) || Units(cut.Text, lang) > Units(text, lang) {
		t.Fatalf("%q was cut to %q in %v", text, cut.Text, cut.Time)
	}
	rest := text
	for _, line := range strings.Split(cut.Text, "\n") {
		for _, s := range Sentences(line, lang) {
			words := string([]rune(line)[s.Start:s.End])
			if _, after, ok := strings.Cut(rest, words); ok {
				rest = after
			} else if cut.Text != text {
				t.Fatalf("%q of the cut is not in %q where it should be", words, text)
			}
		}
	}
}

func TestCuttingHoldsItsRules(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 2000 {
		var b strings.Builder
		for range r.IntN(9) {
			for range 1 + r.IntN(5) {
				b.WriteString([]string{"We agree", "For example, lanterns", "We propose “light”", "It is so", "The end of it all"}[r.IntN(5)])
				b.WriteString(strings.Repeat(" word", r.IntN(12)))
				b.WriteString([]string{". ", "! ", "? "}[r.IntN(3)])
			}
			b.WriteString([]string{"\n", "\n\n"}[r.IntN(2)])
		}
		check(t, b.String(), data.English, time.Duration(r.IntN(90))*time.Second)
	}
}

func FuzzCut(f *testing.F) {
	f.Add(statement, "en", 10)
	f.Add("谢谢主席。我们同意。", "zh", 1)
	f.Add("شكرا. هل؟", "ar", 0)
	f.Fuzz(func(t *testing.T, text, lang string, seconds int) {
		check(t, strings.ToValidUTF8(text, "?"), data.Lang(lang), time.Duration(seconds%600)*time.Second)
	})
}

func BenchmarkCut(b *testing.B) {
	text := "Thank you.\n\n" + strings.Repeat("On article 2, we support the text. It is clear. It took three sessions to write.\n\n", 100) + "Thank you."
	for b.Loop() {
		if !Cut(text, data.English, 0, time.Minute).Fits {
			b.Fatal("it does not fit")
		}
	}
}
