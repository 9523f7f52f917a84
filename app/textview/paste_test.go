package textview

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestPasted(t *testing.T) {
	for name, tt := range map[string]struct{ in, want string }{
		"line ends of Windows":          {"one\r\ntwo\r\n", "one\ntwo\n"},
		"line ends of old and new kind": {"a\rb\nc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
		"two empty lines stay":          {"a\r\n\r\nb\r\rc", "a\n\nb\n\nc"},
		"a line of Word broken by hand": {"a\vb\fc", "a\nb\nc"},
		"no-break spaces stay":          {"article\u00A07\u202F%\u2009x\u3000y", "article\u00A07\u202F%\u2009x\u3000y"},
		"soft hyphens go":               {"con\u00ADven\u00ADtion", "convention"},
		"invisible signs go":            {"\uFEFFa\u200Bb\u2060c\u180Ed\u2064e", "abcde"},
		"joiners stay":                  {"می\u200Cخواهم क\u200Dष", "می\u200Cخواهم क\u200Dष"},
		"direction marks stay":          {"\u200Ea\u200F\u061C\u2066b\u2069\u202Bc\u202C", "\u200Ea\u200F\u061C\u2066b\u2069\u202Bc\u202C"},
		"tabs stay":                     {"a\tb", "a\tb"},
		"controls go":                   {"a\x00b\x01c\x1Bd\x7Fe\u0081f", "abcdef"},
		"quotation marks of Windows":    {"\u0093State\u0092s\u0094 \u0096 \u0080", "“State’s” – €"},
		"Word's no-break hyphen":        {"non\x1Egovernmental", "non\u2011governmental"},
		"Word's optional hyphen":        {"non\x1Fgovernmental", "nongovernmental"},
		"Word's bullets":                {"\uF0B7\tone\n\uF0A7\ttwo", "•\tone\n•\ttwo"},
		"private letters go":            {"a\uE000b\uF8FFc\U000F0000d", "abcd"},
		"objects and annotations go":    {"a\uFFFCb\uFFF9c\uFFFBd", "abcd"},
		"no characters go":              {"a\uFDD0b\uFFFEc\U0001FFFFd", "abcd"},
		"ligatures":                     {"ﬁnal oﬃce ﬂow ﬀ ﬅ", "final office flow ff st"},
		"joined forms of Arabic":        {"ﺍﻟﻤﺎﺩﺓ ﻻ ﷺ", "المادة لا ﷺ"},
		"ornate brackets stay":          {"﴿آية﴾", "﴿آية﴾"},
		"a vowel sign standing alone":   {"ﺩﹶ", "دَ"},
		"accents of Latin":              {"re\u0301solution e\u0302tre an\u0303o", "résolution être año"},
		"accents of Russian":            {"и\u0306 е\u0308", "й ё"},
		"two accents":                   {"a\u0302\u0301 e\u0323\u0302", "ấ ệ"},
		"an accent without its letter":  {"\u0301a \u0301", "\u0301a \u0301"},
		"vowel signs keep their order":  {"مُّ م\u0651\u064F ا\u0653", "مُّ م\u0651\u064F ا\u0653"},
		"ideographs stay themselves":    {"\uF900\u3402〇豈", "\uF900\u3402〇豈"},
		"a variant of an ideograph":     {"葛\U000E0100", "葛\U000E0100"},
		"emoji":                         {"👩\u200D👩\u200D👧 🇺🇳 ✔\uFE0F", "👩\u200D👩\u200D👧 🇺🇳 ✔\uFE0F"},
		"broken bytes":                  {"a\xEDb\xFFc", "a\uFFFDb\uFFFDc"},
		"half a pair of UTF-16":         {"a\xED\xA0\x80b", "a\uFFFD\uFFFD\uFFFDb"},
		"nothing":                       {"", ""},
	} {
		if got := pasted(tt.in); got != tt.want {
			t.Errorf("%s: %+q becomes %+q, want %+q", name, tt.in, got, tt.want)
		}
	}
}

func paste(e interface{ TypedShortcut(fyne.Shortcut) }, text string) {
	board := test.NewClipboard()
	board.SetContent(text)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
}

func TestPasteIntoEditor(t *testing.T) {
	e := write(t, "en", "Each ⟦State⟧ shall act", 500)
	paste(e, "Party\u00AD\r\n(a)\tor\u200B States")
	if got, want := picture(e), "Each Party\n(a)\tor States| shall act"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	do(e, "C-z")
	if got, want := picture(e), "Each ⟦State⟧ shall act"; got != want {
		t.Errorf("after one undo %q, want %q", got, want)
	}
	do(e, "C-y")
	if got := e.Text(); !strings.HasPrefix(got, "Each Party\n(a)") {
		t.Errorf("after redo %q", got)
	}
	told := 0
	e.OnChanged = func(string) { told++ }
	paste(e, "\u200B\uFEFF")
	if told != 0 {
		t.Error("a paste of nothing visible is told of as a change")
	}
}

func TestPasteIntoField(t *testing.T) {
	dress(t, "en")
	f := NewField()
	w := test.NewWindow(f)
	defer w.Close()
	paste(f, "  A/RES/76/19\r\n\tof 2021\u00AD ")
	if got := f.Text(); got != "A/RES/76/19  of 2021" {
		t.Errorf("the field holds %q", got)
	}
	secret := NewSecret()
	test.NewTempWindow(t, secret)
	paste(secret, " open\u00A0sesame\n")
	if got := secret.Text(); got != "open\u00A0sesame" {
		t.Errorf("the secret is %q", got)
	}
}

// What a program sets is its own affair: nothing of it is lost.
func TestSetTextIsVerbatim(t *testing.T) {
	e := write(t, "en", "", 500)
	const text = "con\u00ADvention \uF0B7 ﬁ e\u0301"
	e.SetText(text)
	if e.Text() != text {
		t.Errorf("%+q", e.Text())
	}
}

// Text that an input method hands over arrives rune by rune within a moment, and
// is taken back at once; what is typed later is a step of its own.
func TestComposedTextIsOneStep(t *testing.T) {
	e := write(t, "zh", "", 500)
	compose := func(text string) {
		e.typedAt = e.typedAt.Add(-1e9)
		for _, r := range text {
			e.TypedRune(r)
		}
	}
	compose("缔约国")
	compose("应当")
	compose("保护 共有水井")
	for _, want := range []string{"缔约国应当", "缔约国", ""} {
		do(e, "C-z")
		if got := e.Text(); got != want {
			t.Errorf("after undo %q, want %q", got, want)
		}
	}
	do(e, "C-y", "C-y")
	if got := e.Text(); got != "缔约国应当" {
		t.Errorf("after redo %q", got)
	}
}

func FuzzPasted(f *testing.F) {
	f.Add("con\u00ADvention\r\n\uF0B7 ﬁ e\u0301 ﺍﻟﻤﺎﺩﺓ")
	f.Add("a\xED\xA0\x80\x92\u0092\u2028\U000E0001")
	f.Fuzz(func(t *testing.T, text string) {
		once := pasted(text)
		if !utf8.ValidString(once) {
			t.Fatalf("%+q is no UTF-8", once)
		}
		if twice := pasted(once); twice != once {
			t.Fatalf("pasted twice %+q, once %+q", twice, once)
		}
		for _, r := range once {
			if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Co, r) || r == 0xAD || r == 0x200B) {
				t.Fatalf("%+q holds %U", once, r)
			}
		}
		letters := func(s string) (n int) {
			for _, r := range s {
				if 0x4E00 <= r && r <= 0x9FFF || 0x620 <= r && r <= 0x652 {
					n++
				}
			}
			return n
		}
		if letters(once) < letters(text) {
			t.Fatalf("letters of %+q are lost in %+q", text, once)
		}
	})
}

func BenchmarkPaste100KB(b *testing.B) {
	for _, lang := range []string{"en", "ar", "zh"} {
		for _, lines := range []bool{true, false} {
			b.Run(fmt.Sprint(lang, " in lines ", lines), func(b *testing.B) {
				var out strings.Builder
				for _, block := range convention(lang, 100_000) {
					out.WriteString(block.Text)
					if lines {
						out.WriteString("\r\n")
					}
				}
				e := write(b, lang, "", 700)
				for b.Loop() {
					paste(e, out.String())
					b.StopTimer()
					e.SetText("")
					b.StartTimer()
				}
			})
		}
	}
}
