package typeset

import (
	"strings"
	"testing"
)

// long returns a paragraph of about n runes in a language.
func long(lang string, n int, width float64, align Align) Paragraph {
	text := samples[lang]
	text = strings.Repeat(text+" ", n/len([]rune(text))+1)
	return sample(lang, string([]rune(text)[:n]), width, align)
}

func BenchmarkSet(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		p := long(lang, 550, 720, Justify)
		e := New()
		e.Set(p)
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.Set(p)
			}
		})
	}
}

func BenchmarkRewrap(b *testing.B) {
	for _, align := range []Align{Start, Justify} {
		for _, lang := range []string{"en", "ar", "zh"} {
			l := New().Set(long(lang, 550, 720, align))
			name := lang
			if align == Justify {
				name += "-justified"
			}
			b.Run(name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					l.Rewrap(700)
				}
			})
		}
	}
}

func BenchmarkOutline(b *testing.B) {
	face := New().Set(sample("zh", samples["zh"], 0, Start)).Lines[0].Runs[0].Face
	for b.Loop() {
		face.Outline(1234)
	}
}

// BenchmarkPaper sets the text of a ten-page paper, each paragraph once, with a
// new engine.
func BenchmarkPaper(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		words := strings.Fields(samples[lang])
		var paragraphs []Paragraph
		for i := range 60 {
			var text []string
			for k := range 75 {
				text = append(text, words[(i*7+k*k)%len(words)])
			}
			p := sample(lang, strings.Join(text, " "), 450, Justify)
			p.Text = p.Text[:min(len(p.Text), 550)]
			p.Spans[0].End, p.Spans[0].Style.Size = len(p.Text), 10.5
			paragraphs = append(paragraphs, p)
		}
		b.Run(lang, func(b *testing.B) {
			for b.Loop() {
				e := New()
				for _, p := range paragraphs {
					e.Set(p)
				}
			}
		})
	}
}

func BenchmarkHostile(b *testing.B) {
	e := New()
	for _, text := range []string{strings.Repeat("a", 5000), strings.Repeat("ب", 5000), strings.Repeat("一", 5000), "e" + strings.Repeat("\u0301", 2000)} {
		for _, align := range []Align{Start, Justify} {
			p := redlined(text, 400, align)
			b.Run(string([]rune(text)[:2]), func(b *testing.B) {
				for b.Loop() {
					e.Set(p)
				}
			})
		}
	}
}

// redlined has a span of its own for every seven runes.
func redlined(text string, width float64, align Align) Paragraph {
	p := sample("en", text, width, align)
	p.Spans = nil
	for at := 0; at < len(p.Text); at += 7 {
		p.Spans = append(p.Spans, Span{Start: at, End: min(at+7, len(p.Text)), Style: Style{Size: 12}, Mark: at})
	}
	return p
}
