package typeset

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"travaux/translations/typeset/fonts"
)

// trial is how a font is compared with HarfBuzz itself.
type trial struct {
	font, script, direction, lang string
	letters, signs                string
}

var trials = []trial{
	{"Amiri-Regular", "Arab", "rtl", "ar", arabicLetters, arabicSigns},
	{"Amiri-Bold", "Arab", "rtl", "ar", arabicLetters, arabicSigns},
	{"NotoSansArabic-Regular", "Arab", "rtl", "ar", arabicLetters, arabicSigns},
	{"NotoSansArabic-Bold", "Arab", "rtl", "ar", arabicLetters, arabicSigns},
	{"LiberationSerif-Regular", "Latn", "ltr", "fr", latinLetters, latinSigns},
	{"LiberationSerif-BoldItalic", "Latn", "ltr", "en", latinLetters, latinSigns},
	{"LiberationSerif-Regular", "Cyrl", "ltr", "ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАВТУЧЯ", "№«»,.-()0123456789"},
	{"NotoSans-Regular", "Latn", "ltr", "es", latinLetters, latinSigns},
	{"NotoSerifSC-Regular", "Hani", "ltr", "zh", "缔约国应当根据本国能力保护共有水井免于干旱并在年以前把号决议所述的渗漏减少", "，。；：“”‘’（）［］《》、—…"},
	{"NotoSansSC-Regular", "Hani", "ltr", "zh", "每一项通报均为自愿性质本条任何规定不得解释损害安全除非另有约定", "，。；：“”‘’（）［］《》、—…"},
}

const (
	arabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىلالامه"
	arabicSigns   = "،؛؟.:()[]«»/-0123456789%ًٌٍَُِّّْـ"
	latinLetters  = "abcdefghijklmnopqrstuvwxyzffifflAVTYWLPàâçéèêëîïôûùüÿœæñáíóúÑÉ"
	latinSigns    = ",.;:()[]“”‘’«»/-–—0123456789%éö"
)

// fontFile returns the path of an embedded font.
func fontFile(name string) string {
	return filepath.Join("fonts", "files", name+".ttf")
}

// loaded returns the face of a font file.
func loaded(t *testing.T, file string) *Face {
	t.Helper()
	for i, f := range fonts.All {
		if f.Name == file || f.Name+"-Regular" == file {
			return faces[i]()
		}
	}
	t.Fatalf("no font %s", file)
	return nil
}

// words makes invented text of a trial's letters, with some signs.
func (tr trial) words(random *rand.Rand, count int) []string {
	letters, signs := []rune(tr.letters), []rune(tr.signs)
	list := make([]string, count)
	for i := range list {
		text := []rune{letters[random.IntN(len(letters))]}
		for range random.IntN(24) {
			switch random.IntN(10) {
			case 0:
				text = append(text, ' ')
			case 1:
				text = append(text, signs[random.IntN(len(signs))])
			default:
				text = append(text, letters[random.IntN(len(letters))])
			}
		}
		list[i] = string(text)
	}
	return list
}

// ours shapes a text and writes the result as hb-shape does.
func (tr trial) ours(e *Engine, face *Face, text string) string {
	runes := []rune(text)
	script, _ := language.ParseScript(tr.script)
	it := &item{end: len(runes), to: len(runes), script: script, face: face}
	if tr.direction == "rtl" {
		it.level = 1
	}
	var b strings.Builder
	for i, u := range e.item(runes, language.NewLanguage(tr.lang), it) {
		if i > 0 {
			b.WriteByte('|')
		}
		fmt.Fprintf(&b, "%d=%d", u.glyph, u.cluster)
		if u.x != 0 || u.y != 0 {
			fmt.Fprintf(&b, "@%d,%d", u.x, u.y)
		}
		fmt.Fprintf(&b, "+%d", u.advance)
	}
	return "[" + b.String() + "]"
}

// theirs has hb-shape shape the lines.
func (tr trial) theirs(t *testing.T, lines []string) []string {
	t.Helper()
	command := exec.Command("hb-shape", fontFile(tr.font), "--script="+tr.script, "--direction="+tr.direction, "--language="+tr.lang, "--no-glyph-names")
	command.Stdin = strings.NewReader(strings.Join(lines, "\n"))
	var out bytes.Buffer
	command.Stdout = &out
	if err := command.Run(); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(out.String()), "\n")
}

// TestLikeHarfBuzz compares thousands of invented strings with HarfBuzz itself
// where it is installed.
func TestLikeHarfBuzz(t *testing.T) {
	if _, err := exec.LookPath("hb-shape"); err != nil {
		t.Skip("hb-shape (Debian libharfbuzz-bin) is not installed")
	}
	for _, tr := range trials {
		t.Run(tr.font+"-"+tr.script, func(t *testing.T) {
			lines := tr.words(rand.New(rand.NewPCG(3, 4)), 3000)
			want := tr.theirs(t, lines)
			e, face, wrong := New(), loaded(t, tr.font), 0
			for i, line := range lines {
				if got := tr.ours(e, face, line); got != want[i] {
					if wrong++; wrong <= 5 {
						t.Errorf("%q\nours   %s\ntheirs %s", line, got, want[i])
					}
				}
			}
			if wrong > 0 {
				t.Errorf("%d of %d differ", wrong, len(lines))
			}
		})
	}
}

// sentences are compared with results of HarfBuzz 6.0 that are kept in testdata,
// so that an upgrade of the shaping library which misshapes is seen on every
// machine (go-text v0.3.4 and v0.3.5 do).
var sentences = map[string][]string{
	"ar": {
		"تتعهد الدول الأطراف بحماية الآبار المشتركة من الجفاف", "الجمعية العامة للقرى السبع", "ويُعدّ كلُّ إبلاغٍ طوعيًّا، ما لم يُتّفق على غيره؛",
		"«اتفاقية البئر» (المادة 5)", "[يتعين] [ينبغي] على الأطراف أن تلتزم بما يلي:", "ملْك لْك لًّگ", "الصفة كذلك، وهذه كلمة", "لا إله إلا الله محمد لمحة بحيرة تمجيد يخنق",
	},
	"en": {"The difficult office of the well-keeper: “shared wells”", "AVATAR To Yves, P. Wells — 5 (a) [bis] fjord ffl"},
	"fr": {"L’œuvre des États parties « à venir » ; ça et là", "e\u0301te\u0301 nai\u0308f"},
	"ru": {"Государства-участники защищают «общие колодцы» № 7", "Ёлка, объезд, Йод; и\u0306"},
	"zh": {"缔约国应当保护“共有水井”［免于干旱］，并减少渗漏——除非另有约定……", "第五条（甲）《水井公约》、一、二。"},
}

const goldenShapes = "testdata/harfbuzz.txt"

// TestGoldenShapes compares with the committed results; -update has hb-shape
// write them anew.
func TestGoldenShapes(t *testing.T) {
	var got, want []string
	e := New()
	for _, tr := range trials {
		lines := append(slices.Clone(sentences[tr.lang]), tr.words(rand.New(rand.NewPCG(5, 6)), 12)...)
		if *update {
			want = append(want, tr.theirs(t, lines)...)
		}
		for _, line := range lines {
			got = append(got, tr.ours(e, loaded(t, tr.font), line))
		}
	}
	compareGolden(t, goldenShapes, want, got)
}
