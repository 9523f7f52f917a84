package typeset

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/vector"
)

// samples are invented provisions, one for each language.
var samples = map[string]string{
	"ar": "المادة 5 (أ) من A/RES/75/240: تتعهد الدول الأطراف، بحسب قدراتها الوطنية، بحماية «الآبار المشتركة» [من الجفاف] بنسبة 95% قبل عام 2031؛ ويُعدّ كلُّ إبلاغ طوعيًّا (انظر UNEP/WELL/12، الفقرة 3). ولا يجوز تفسير أي حكم على نحو يخلّ بسلامة البئر.",
	"zh": "第五条（甲）缔约国应当根据本国能力，保护“共有水井”［免于干旱］，并在2031年以前把A/RES/75/240号决议所述的渗漏减少95%；每一项通报均为自愿性质（见UNEP/WELL/12，第3段）。本条任何规定均不得解释为损害水井的安全——除非另有约定……",
	"en": "Article 5 (a): States Parties shall, in accordance with their capabilities, protect the “shared wells” [from drought] and reduce the losses described in A/RES/75/240 by 95% before 2031; each report is voluntary (see UNEP/WELL/12, paragraph 3). Nothing in this article affects the difficult office of the well-keeper.",
	"fr": "Article 5 a) : Les États parties protègent, selon leurs capacités, les « puits partagés » [contre la sécheresse] et réduisent de 95 % les pertes visées dans A/RES/75/240 avant 2031 ; chaque rapport est volontaire (voir UNEP/WELL/12, par. 3). L’œuvre du gardien n’en est pas affectée.",
	"ru": "Статья 5 а): Государства-участники в соответствии со своими возможностями защищают «общие колодцы» [от засухи] и сокращают потери, указанные в A/RES/75/240, на 95% до 2031 года; каждое сообщение является добровольным (см. UNEP/WELL/12, пункт 3). Ничто не затрагивает № 7.",
	"es": "Artículo 5 a): Los Estados partes protegerán, según sus capacidades, los «pozos compartidos» [de la sequía] y reducirán en un 95 % las pérdidas descritas en A/RES/75/240 antes de 2031; ¿cada informe es voluntario? (véase UNEP/WELL/12, párr. 3). Ñandú, corazón, pingüino.",
}

var languages = []string{"ar", "zh", "en", "fr", "ru", "es"}

// sample is a paragraph in one style.
func sample(lang, text string, width float64, align Align) Paragraph {
	runes := []rune(text)
	return Paragraph{Text: runes, Spans: []Span{{End: len(runes), Style: Style{Size: 20}}}, Lang: lang, Width: width, Align: align}
}

// paint draws layouts below one another, with their boxes and a selection.
func paint(t *testing.T, name string, layouts ...*Layout) {
	t.Helper()
	const margin = 30
	width, height := 0.0, 0.0
	for _, l := range layouts {
		width, height = max(width, l.Width), height+l.Height+margin
	}
	img := image.NewRGBA(image.Rect(0, 0, int(width)+2*margin, int(height)+margin))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	y := float64(margin)
	for _, l := range layouts {
		box := func(r Rect, c color.Color) {
			area := image.Rect(margin+int(r.X), int(y+r.Y), margin+int(r.X+max(r.Width, 1)), int(y+r.Y+r.Height))
			draw.Draw(img, area, image.NewUniform(c), image.Point{}, draw.Over)
		}
		box(Rect{0, 0, l.Width, l.Height}, color.NRGBA{240, 246, 255, 255})
		for _, r := range l.Select(12, 40) {
			box(r, color.NRGBA{255, 220, 120, 255})
		}
		box(l.Caret(8), color.NRGBA{200, 0, 0, 255})
		for _, line := range l.Lines {
			for _, run := range line.Runs {
				paintRun(img, run, margin+run.X, y+line.Baseline)
			}
		}
		y += l.Height + margin
	}
	folder := os.Getenv("TYPESET_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func paintRun(img draw.Image, run Run, x, y float64) {
	scale := float32(run.Size) / float32(run.Face.UnitsPerEm)
	ink := color.Gray{uint8(0x30 * run.Mark)}
	for _, g := range run.Glyphs {
		b := img.Bounds()
		r := vector.NewRasterizer(b.Dx(), b.Dy())
		at := func(px, py float32) (float32, float32) {
			return float32(x) + g.X + px*scale, float32(y) - g.Y - py*scale
		}
		for _, s := range run.Face.Outline(g.ID) {
			px, py := at(s.X, s.Y)
			switch s.Op {
			case MoveTo:
				r.ClosePath()
				r.MoveTo(px, py)
			case LineTo:
				r.LineTo(px, py)
			case QuadTo:
				cx, cy := at(s.CX, s.CY)
				r.QuadTo(cx, cy, px, py)
			}
		}
		r.ClosePath()
		r.Draw(img, b, image.NewUniform(ink), image.Point{})
		x += g.Advance
	}
}

// TestPictures writes pictures of every language to $TYPESET_PICTURES for a
// person to look at.
func TestPictures(t *testing.T) {
	if os.Getenv("TYPESET_PICTURES") == "" {
		t.Skip("set TYPESET_PICTURES to a folder to look at the pictures")
	}
	e := New()
	for _, lang := range languages {
		var layouts []*Layout
		for _, align := range []Align{Start, Justify} {
			for _, family := range []Family{Serif, Sans} {
				p := sample(lang, samples[lang], 460, align)
				p.Spans[0].Style.Family = family
				p.FirstIndent = 40
				layouts = append(layouts, e.Set(p))
			}
		}
		paint(t, lang, layouts...)
		p := redline(lang, 460, Justify)
		for i := range p.Spans {
			p.Spans[i].Style.Size = 20
		}
		p.Leading = 1.24
		paint(t, lang+"-redline", e.Set(p))
	}
}
