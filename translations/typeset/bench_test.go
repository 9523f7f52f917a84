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
