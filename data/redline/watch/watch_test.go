package watch

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
)

// in reads a text in which ⟨…⟩ encloses what may be in it or not.
func in(t testing.TB, marked string, lang data.Lang) *Text {
	t.Helper()
	var words []rune
	var open []int
	var spans []Span
	for _, r := range marked {
		switch r {
		case '⟨':
			open = append(open, len(words))
		case '⟩':
			spans = append(spans, Span{open[len(open)-1], len(words), Bracketed})
			open = open[:len(open)-1]
		default:
			words = append(words, r)
		}
	}
	return Read(string(words), lang, spans)
}

func parse(t testing.TB, phrase string, lang data.Lang) Phrase {
	t.Helper()
	p, err := Parse(phrase, lang)
	if err != nil {
		t.Fatalf("%q: %v", phrase, err)
	}
	return p
}

// found shows matches: the words, and a question mark where they are in doubt.
func found(text *Text, matches []Match) string {
	var out []string
	for _, m := range matches {
		s := string([]rune(text.words)[m.Start:m.End])
		if m.Doubt != 0 {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, " / ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, phrase, text string
		lang               data.Lang
		want               string
	}{
		{"as it is", "without delay", "Parties shall act without delay.", data.English, "without delay"},
		{"capitals", "Without Delay", "ACT WITHOUT DELAY", data.English, "WITHOUT DELAY"},
		{"whole words only", "act", "Parties react; actors", data.English, ""},
		{"over a line end", "without delay", "without\n  delay", data.English, "without\n  delay"},
		{"marks between", "shall as appropriate act", "shall, “as appropriate”, act", data.English, "shall, “as appropriate”, act"},
		{"a hyphen", "non-discrimination", "non discrimination", data.English, "non discrimination"},
		{"not over a stop", "shall act", "as it shall. Act now", data.English, ""},
		{"a stop that is in both", "shall. Act", "as it shall. Act now", data.English, "shall. Act"},
		{"stops around the phrase", " shall act. ", "shall act now", data.English, "shall act"},
		{"English accents", "coordinate naive", "coördinate naïve", data.English, "coördinate naïve"},
		{"words with alternatives", "shall|must act", "they must act", data.English, "must act"},
		{"and only those", "shall|must act", "they should act", data.English, ""},
		{"groups", "Parties (shall ensure|ensure) it", "Parties ensure it; Parties shall ensure it", data.English, "Parties ensure it / Parties shall ensure it"},
		{"a group that may be missing", "shall (also|) act", "shall act and shall also act", data.English, "shall act / shall also act"},
		{"phrases on lines", "no exception\nwithout exception", "without exception", data.English, "without exception"},
		{"phrases beside one another", "no exception | without exception", "no exception", data.English, "no exception"},
		{"the beginning of words", "arbitra*", "arbitral, arbitration, nonarbitral", data.English, "arbitral / arbitration"},
		{"brackets in the phrase", "[shall] act", "shall act", data.English, "shall act"},
		{"parentheses that are a number", "paragraph 2 (a)", "of paragraph 2 (a) of", data.English, "paragraph 2 (a"},
		{"a number with a point", "1,000 kg", "of 1,000 kg", data.English, "1,000 kg"},
		{"twice", "shall", "shall and shall", data.English, "shall / shall"},
		{"in brackets", "shall act", "Parties ⟨[shall act]⟩ now", data.English, "shall act?"},
		{"around what may go", "shall act", "Parties shall ⟨[not]⟩ act", data.English, "shall [not] act?"},
		{"one of two", "Parties shall act", "Parties ⟨[may]⟩ ⟨[shall]⟩ act", data.English, "Parties [may] [shall] act?"},
		{"the other of two", "Parties may act", "Parties ⟨[may]⟩ ⟨[shall]⟩ act", data.English, "Parties [may] [shall] act?"},
		{"deep", "shall act now", "shall ⟨[a ⟨[b]⟩ c]⟩ act ⟨[⟨[at once]⟩]⟩ now", data.English, "shall [a [b] c] act [[at once]] now?"},
		{"sure beside brackets", "shall act", "⟨[Parties]⟩ shall act ⟨[now]⟩", data.English, "shall act"},
		{"sure beats doubt", "shall act", "⟨[shall act]⟩ and shall act", data.English, "shall act? / shall act"},
		{"of two ways the sure one", "shall act", "⟨[shall]⟩ shall act", data.English, "shall act"},

		{"French article", "État", "l’État", data.French, "État"},
		{"French capitals", "État", "L’ETAT PARTIE", data.French, "ETAT"},
		{"French accents count", "oblige", "il est obligé", data.French, ""},
		{"French apostrophes", "d'autres États", "d’autres États", data.French, "d’autres États"},
		{"French composed", "obligé", "oblige\u0301", data.French, "oblige\u0301"},
		{"Spanish tilde counts", "ano", "cada año", data.Spanish, ""},
		{"Spanish capitals", "jurisdicción", "JURISDICCION", data.Spanish, "JURISDICCION"},
		{"Russian ё", "учёт", "учет", data.Russian, "учет"},
		{"Russian й is a letter", "ий", "ии", data.Russian, ""},
		{"Russian й in capitals", "КРАЙ", "край", data.Russian, "край"},
		{"Russian stress", "замок", "за\u0301мок", data.Russian, "за\u0301мок"},
		{"Russian inflection is not guessed", "арбитраж", "арбитража", data.Russian, ""},
		{"unless it is said", "арбитраж*", "арбитража", data.Russian, "арбитража"},
		{"Arabic vowel signs", "تلتزم الدول", "تَلتَزِمُ الدُّوَلُ", data.Arabic, "تَلتَزِمُ الدُّوَلُ"},
		{"Arabic joining strokes", "الدول", "الـــدول", data.Arabic, "الـــدول"},
		{"Arabic hamza", "إلى أن", "الى ان", data.Arabic, "الى ان"},
		{"Arabic article is not guessed", "تحكيم", "التحكيم", data.Arabic, ""},
		{"unless it is said in Arabic", "*تحكيم", "والتحكيم", data.Arabic, "والتحكيم"},
		{"Arabic alternatives", "تحكيم|التحكيم", "إلى التحكيم", data.Arabic, "التحكيم"},
		{"Arabic digits", "30 يوما", "خلال ٣٠ يوما", data.Arabic, "٣٠ يوما"},
		{"Chinese in a row", "国际仲裁", "提交国际仲裁。", data.Chinese, "国际仲裁"},
		{"Chinese over a bracket", "应采取", "各缔约国应⟨［酌情］⟩采取措施", data.Chinese, "应［酌情］采取?"},
		{"Chinese alternatives", "缔约国(应|必须)采取", "缔约国必须采取", data.Chinese, "缔约国必须采取"},
		{"Chinese full-width signs", "缔约国（应｜必须）采取", "缔约国应采取", data.Chinese, "缔约国应采取"},
		{"Chinese stop", "仲裁", "仲。裁", data.Chinese, ""},
		{"full-width digits", "30天", "在３０天内", data.Chinese, "３０天"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := in(t, c.text, c.lang)
			if got := found(text, text.Find(parse(t, c.phrase, c.lang))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		name, phrase string
		want         data.Code
	}{
		{"nothing", "", CodeNoPhrase},
		{"no words", " […] — (|) | ", CodeNoPhrase},
		{"only a stop", ".", CodeNoPhrase},
		{"too much", strings.Repeat("a|b ", 9), CodeTooMany},
		{"too many lines", strings.Repeat("a|b c|d\n", 70), CodeTooMany},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse(c.phrase, data.English); data.CodeOf(err) != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestWeaker(t *testing.T) {
	for _, c := range []struct {
		name, was, is, only string
		lang                data.Lang
		want                string // "": it does not bind less
	}{
		{"the same", "Parties shall act.", "Parties shall act.", "", data.English, ""},
		{"other words, as strong", "Parties shall act.", "Each Party shall act.", "", data.English, ""},
		{"stronger", "Parties should act.", "Parties shall act.", "", data.English, ""},
		{"shall to should", "Parties shall act.", "Parties should act.", "", data.English, "shall>should"},
		{"weakened by words", "Parties shall act.", "Parties shall, as appropriate, act.", "", data.English, ">as appropriate"},
		{"gone", "Parties shall act.", "", "", data.English, "shall>"},
		{"in doubt", "Parties shall act.", "Parties ⟨[shall]⟩ ⟨[should]⟩ act.", "", data.English, "shall>shall / should?"},
		{"all of it in doubt", "Parties shall act.", "⟨[Parties shall act.]⟩", "", data.English, "shall>?"},
		{"in doubt before as well", "⟨[Parties shall act.]⟩", "⟨[Parties shall act.]⟩", "", data.English, ""},
		{"both ways", "Parties shall act. They should report.", "Parties should act. They shall report.", "", data.English, "shall>should?"},
		{"another sentence", "Parties shall act. They shall report.", "Parties shall act. They should report.", "Parties", data.English, ""},
		{"the sentence asked for", "Parties shall act. They shall report.", "Parties shall act. They should report.", "report", data.English, "shall>should"},
		{"French", "Les Parties doivent agir.", "Les Parties devraient agir.", "", data.French, "doivent>devraient"},
		{"Spanish", "Las Partes deberán actuar.", "Las Partes deberían actuar.", "", data.Spanish, "deberán>deberían"},
		{"Russian", "Государства должны действовать.", "Государствам следует действовать.", "", data.Russian, "должны>следует"},
		{"Arabic", "يجب على الدول أن تتعاون.", "ينبغي للدول أن تتعاون.", "", data.Arabic, "يجب>ينبغي, على الدول أن>"},
		{"Chinese", "缔约国应当合作。", "缔约国可以合作。", "", data.Chinese, "应当>可以"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var only *Phrase
			if c.only != "" {
				p := parse(t, c.only, c.lang)
				only = &p
			}
			w, ok := Weaker(in(t, c.was, c.lang), in(t, c.is, c.lang), only)
			got := ""
			for i, x := range w.Changes {
				if i > 0 {
					got += ", "
				}
				got += x.Was + ">" + x.Is
			}
			if w.Doubt {
				got += "?"
			}
			if ok != (c.want != "") || got != c.want {
				t.Errorf("got %q (%v), want %q", got, ok, c.want)
			}
		})
	}
}

// BenchmarkFind looks for a phrase in a text as long as a convention.
func BenchmarkFind(b *testing.B) {
	text := in(b, strings.Repeat("Each State Party shall ⟨[, as appropriate,]⟩ take such measures as may be necessary. ", 3000), data.English)
	p := parse(b, "States Parties (shall|must) take measures | shall take such measures as are", data.English)
	b.ReportAllocs()
	for b.Loop() {
		if n := len(text.Find(p)); n != 0 {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(len(text.list)), "words")
}

func ExampleParse() {
	p, _ := Parse("shall|must ensure", data.English)
	text := Read("Each Party must [endeavour to] ensure it.", data.English, []Span{{16, 30, Bracketed}})
	for _, m := range text.Find(p) {
		fmt.Println(m.Start, m.End, m.Doubt == Bracketed)
	}
	// Output: 11 37 true
}
