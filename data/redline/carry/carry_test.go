package carry

import (
	"strings"
	"testing"

	"travaux/data"
)

// pair makes a Mover of a provision with one text and what continues it.
func pair(kind data.PairKind, lang data.Lang, old string, new ...string) *Mover {
	m := Move{Kind: kind, Score: 0.8, Old: provision(1, lang, old)}
	for i, text := range new {
		m.New = append(m.New, provision(byte(i+1), lang, text))
	}
	return New(m)
}

func provision(id byte, lang data.Lang, text string) data.Provision {
	return data.Provision{ID: data.ID{id}, Text: map[data.Lang]data.Rendering{lang: {Label: "1.", Text: text}}}
}

// anchor quotes words of a text.
func anchor(t *testing.T, lang data.Lang, text, quote string) data.Anchor {
	t.Helper()
	before, _, ok := strings.Cut(text, quote)
	if !ok {
		t.Fatalf("%q does not stand in %q", quote, text)
	}
	start := len([]rune(before))
	return data.NewAnchor(lang, text, start, start+len([]rune(quote)))
}

func TestWhatHoldsUsNeedsAPersonOnlyWhereWordsChanged(t *testing.T) {
	for _, c := range []struct {
		lang data.Lang
		name string
		old  string
		new  string
		want Change
	}{
		{data.English, "nothing", "Parties shall act.", "Parties shall act.", Same},
		{data.English, "capitals and punctuation", "The States Parties shall, where possible, act;", "The States parties shall where possible act.", Marked},
		{data.English, "a reference", "Parties shall act under article 11, paragraph 3.", "Parties shall act under article 14, paragraph 2.", Numbered},
		{data.English, "a number of days", "Parties shall report within 30 days.", "Parties shall report within 60 days.", Worded},
		{data.English, "brackets gone", "Parties [shall] act.", "Parties shall act.", Bracketed},
		{data.English, "brackets come", "Parties shall act.", "[Parties shall act.]", Bracketed},
		{data.English, "an option taken", "Parties [shall][should] act.", "Parties shall act.", Worded},
		{data.English, "a word", "Parties shall act.", "Parties should act.", Worded},
		{data.English, "not", "Parties shall act.", "Parties shall not act.", Worded},
		{data.French, "capitals and punctuation", "Les États Parties agissent ;", "Les États parties agissent.", Marked},
		{data.French, "a reference", "Conformément à l’article 11, les Parties agissent.", "Conformément à l’article 14, les Parties agissent.", Numbered},
		{data.French, "a reference to a paragraph", "Au sens du paragraphe 2, les Parties agissent.", "Au sens du paragraphe 3, les Parties agissent.", Numbered},
		{data.French, "brackets gone", "Les Parties [peuvent] agir.", "Les Parties peuvent agir.", Bracketed},
		{data.French, "a word", "Les Parties peuvent agir.", "Les Parties doivent agir.", Worded},
		{data.Spanish, "a reference", "Según el artículo 11, las Partes actuarán.", "Según el artículo 14, las Partes actuarán.", Numbered},
		{data.Spanish, "brackets gone", "Las Partes [podrán] actuar.", "Las Partes podrán actuar.", Bracketed},
		{data.Spanish, "a word", "Las Partes podrán actuar.", "Las Partes deberán actuar.", Worded},
		{data.Russian, "a reference", "Согласно пункту 2 статьи 11 Стороны действуют.", "Согласно пункту 3 статьи 14 Стороны действуют.", Numbered},
		{data.Russian, "brackets gone", "Стороны [могут] действовать.", "Стороны могут действовать.", Bracketed},
		{data.Russian, "a word", "Стороны могут действовать.", "Стороны должны действовать.", Worded},
		{data.Arabic, "a reference", "تعمل الأطراف وفقا للفقرة ٢ من المادة ١١.", "تعمل الأطراف وفقا للفقرة ٣ من المادة ١٤.", Numbered},
		{data.Arabic, "brackets gone", "[يجوز] للأطراف أن تعمل.", "يجوز للأطراف أن تعمل.", Bracketed},
		{data.Arabic, "a word", "يجوز للأطراف أن تعمل.", "يجب على الأطراف أن تعمل.", Worded},
		{data.Chinese, "a reference", "缔约方应按照第十一条第二款行事。", "缔约方应按照第十四条第三款行事。", Numbered},
		{data.Chinese, "a number of days", "缔约方应在三十日内报告。", "缔约方应在六十日内报告。", Worded},
		{data.Chinese, "brackets gone", "缔约方［应］行事。", "缔约方应行事。", Bracketed},
		{data.Chinese, "a word", "缔约方应行事。", "缔约方可行事。", Worded},
	} {
		t.Run(string(c.lang)+" "+c.name, func(t *testing.T) {
			if got := Compare(c.old, c.new); got != c.want {
				t.Fatalf("change %d, want %d", got, c.want)
			}
			p := pair(data.PairChanged, c.lang, c.old, c.new).Holding()
			want := map[Change]data.CarryOutcome{Same: data.CarryExact, Worded: data.CarryPerson}[c.want]
			if want == "" {
				want = data.CarryMoved
			}
			if p.Outcome != want || p.Reason != c.want.reason() || p.To != (data.ID{1}) {
				t.Errorf("holding %+v", p)
			}
			if r := pair(data.PairChanged, c.lang, c.old, c.new).Reporting(); c.want == Worded && (r.Outcome != data.CarryMoved || r.Score != 0.8) {
				t.Errorf("reporting %+v", r)
			}
		})
	}
}

func TestKindsOfPair(t *testing.T) {
	const text = "Parties shall act."
	for _, c := range []struct {
		name               string
		kind               data.PairKind
		new                []string
		doubtful           bool
		holding, reporting data.CarryOutcome
		reason             string
	}{
		{"unchanged", data.PairUnchanged, []string{text}, false, data.CarryExact, data.CarryExact, SameWords},
		{"renumbered", data.PairRenumbered, []string{text}, false, data.CarryExact, data.CarryExact, SameWords},
		{"moved", data.PairMoved, []string{text}, false, data.CarryExact, data.CarryExact, SameWords},
		{"moved and changed", data.PairMoved, []string{"Parties may act."}, false, data.CarryPerson, data.CarryMoved, WordsChanged},
		{"changed", data.PairChanged, []string{"Parties may act."}, false, data.CarryPerson, data.CarryMoved, WordsChanged},
		{"split", data.PairSplit, []string{"Parties shall", "act."}, false, data.CarryPerson, data.CarryMoved, Split},
		{"merged", data.PairMerged, []string{text + " They may rest."}, false, data.CarryPerson, data.CarryMoved, Merged},
		{"gone", data.PairGone, nil, false, data.CarryOrphan, data.CarryOrphan, Gone},
		{"doubtful, though unchanged", data.PairUnchanged, []string{text}, true, data.CarryPerson, data.CarryPerson, Doubtful},
		{"doubtful", data.PairChanged, []string{"Parties may act."}, true, data.CarryPerson, data.CarryPerson, Doubtful},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := pair(c.kind, data.English, text, c.new...)
			m.Doubtful = c.doubtful
			if p := m.Holding(); p.Outcome != c.holding || p.Reason != c.reason {
				t.Errorf("holding %+v", p)
			}
			if p := m.Reporting(); p.Outcome != c.reporting || p.Reason != c.reason {
				t.Errorf("reporting %+v", p)
			}
			if p := m.Remark(data.Anchor{}); p.Outcome != c.reporting || p.Reason != c.reason {
				t.Errorf("a remark on the whole %+v", p)
			}
		})
	}
}

func TestHeadingsAndLanguagesCount(t *testing.T) {
	m := Move{
		Kind: data.PairChanged, Score: 0.8,
		Old: data.Provision{ID: data.ID{1}, Text: map[data.Lang]data.Rendering{
			data.English: {Heading: "Purpose", Text: "Act."}, data.French: {Text: "Agir."}, data.Arabic: {Text: "يعمل"},
		}},
		New: []data.Provision{{ID: data.ID{1}, Text: map[data.Lang]data.Rendering{
			data.English: {Heading: "Objective", Text: "Act."}, data.French: {Text: "Agir."},
		}}},
	}
	for _, c := range []struct {
		name    string
		langs   []data.Lang
		outcome data.CarryOutcome
	}{
		{"all languages: the title changed in one", nil, data.CarryPerson},
		{"in the language that did not change", []data.Lang{data.French}, data.CarryExact},
		{"in the one that did", []data.Lang{data.English}, data.CarryPerson},
		{"in one that is not there any more: any counts", []data.Lang{data.Arabic}, data.CarryPerson},
	} {
		if p := New(m).Holding(c.langs...); p.Outcome != c.outcome {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
	m.New[0].Text = map[data.Lang]data.Rendering{data.Russian: {Text: "Действовать."}}
	if p := New(m).Holding(); p.Outcome != data.CarryPerson || p.Reason != NoLanguage {
		t.Errorf("without a common language: %+v", p)
	}
}

func TestRemarksFollowTheirWords(t *testing.T) {
	for _, c := range []struct {
		name    string
		lang    data.Lang
		old     string
		quote   string
		new     []string
		to      byte
		at      string // the words it is on now; "" for none
		outcome data.CarryOutcome
		reason  string
	}{
		{"words before came", data.English, "Parties shall take measures.", "take measures", []string{"All Parties to this Agreement shall take measures."}, 1, "take measures", data.CarryExact, SameWords},
		{"a word within changed", data.English, "Parties shall take appropriate measures.", "take appropriate measures", []string{"Parties shall take effective measures."}, 1, "take effective measures", data.CarryMoved, WordsChanged},
		{"all words went", data.English, "Parties shall take appropriate measures.", "appropriate", []string{"Parties shall take measures."}, 1, "", data.CarryPerson, WordsGone},
		{"hardly anything is left", data.English, "Parties shall act, as far as possible, at once.", "as far as possible", []string{"Parties shall act, in accordance with their capabilities and as national law provides, at once."}, 1, "as", data.CarryPerson, WordsChanged},
		{"the words went elsewhere in it", data.English, "Within their capabilities, Parties shall take measures at sea.", "Within their capabilities", []string{"Parties shall take measures at sea. Such measures shall be taken at once, and reported. Within their capabilities"}, 1, "Within their capabilities", "", ""},
		{"in the second part", data.English, "Parties shall act. They shall report to the Conference.", "report to the Conference", []string{"Parties shall act.", "They shall report to the Conference."}, 2, "report to the Conference", data.CarryExact, SameWords},
		{"over both parts, most in the second", data.English, "Parties shall act at once and report to the Conference.", "once and report to the Conference", []string{"Parties shall act at once.", "Parties shall report to the Conference."}, 2, "report to the Conference", data.CarryMoved, Split},
		{"merged", data.English, "Parties shall report.", "report", []string{"Parties shall act. Parties shall report. Nothing else is asked of them."}, 1, "report", data.CarryExact, SameWords},
		{"fr", data.French, "Les Parties prennent des mesures appropriées.", "mesures appropriées", []string{"Chaque fois, les Parties prennent des mesures appropriées."}, 1, "mesures appropriées", data.CarryExact, SameWords},
		{"es", data.Spanish, "Las Partes adoptarán medidas apropiadas.", "medidas apropiadas", []string{"Las Partes adoptarán sin demora medidas eficaces."}, 1, "medidas", data.CarryMoved, WordsChanged},
		{"ru", data.Russian, "Стороны принимают надлежащие меры.", "надлежащие меры", []string{"Стороны незамедлительно принимают надлежащие меры."}, 1, "надлежащие меры", data.CarryExact, SameWords},
		{"ar", data.Arabic, "تتخذ الأطراف التدابير المناسبة.", "التدابير المناسبة", []string{"تتخذ الأطراف فورا التدابير المناسبة."}, 1, "التدابير المناسبة", data.CarryExact, SameWords},
		{"zh", data.Chinese, "缔约方应采取适当措施。", "适当措施", []string{"各缔约方应立即采取适当措施。"}, 1, "适当措施", data.CarryExact, SameWords},
		{"zh, a word within", data.Chinese, "缔约方应采取适当措施。", "采取适当措施", []string{"缔约方应采取有效措施。"}, 1, "采取有效措施", data.CarryMoved, WordsChanged},
	} {
		t.Run(c.name, func(t *testing.T) {
			kind := data.PairChanged
			if len(c.new) > 1 {
				kind = data.PairSplit
			}
			p := pair(kind, c.lang, c.old, c.new...).Remark(anchor(t, c.lang, c.old, c.quote))
			text := []rune(c.new[c.to-1])
			if got := string(text[p.Anchor.Start:p.Anchor.End]); p.To != (data.ID{c.to}) || got != c.at {
				t.Fatalf("on %q of %v, want %q: %+v", got, p.To, c.at, p)
			}
			if c.at != "" && p.Anchor.Quote != c.at || c.at == "" && p.Anchor.Quote != c.quote {
				t.Errorf("it quotes %q", p.Anchor.Quote)
			}
			if c.outcome != "" && (p.Outcome != c.outcome || p.Reason != c.reason) {
				t.Errorf("%s %s, want %s %s", p.Outcome, p.Reason, c.outcome, c.reason)
			}
		})
	}
}

func TestARemarkInALanguageThatIsNotThereStays(t *testing.T) {
	m := pair(data.PairUnchanged, data.English, "Act.", "Act.")
	a := data.Anchor{Lang: data.French, Start: 2, End: 6, Quote: "agir"}
	m.Old.Text[data.French] = data.Rendering{Text: "L’agir."}
	if p := m.Remark(a); p.Outcome != data.CarryMoved || p.Reason != NoLanguage || p.Anchor != a || p.To != (data.ID{1}) {
		t.Errorf("%+v", p)
	}
}

func TestAnAnchorThatDoesNotFitItsText(t *testing.T) {
	m := pair(data.PairChanged, data.English, "Parties shall act.", "All Parties shall act.")
	for _, c := range []struct {
		name string
		a    data.Anchor
		at   string
	}{
		{"offsets are off", data.Anchor{Lang: data.English, Start: 3, End: 6, Quote: "act"}, "act"},
		{"other words", data.Anchor{Lang: data.English, Start: 3, End: 6, Quote: "rest"}, ""},
		{"outside", data.Anchor{Lang: data.English, Start: 30, End: 60}, ""},
		{"negative", data.Anchor{Lang: data.English, Start: -4, End: 6}, ""},
	} {
		p := m.Remark(c.a)
		if got := string([]rune("All Parties shall act.")[p.Anchor.Start:p.Anchor.End]); got != c.at || p.To.IsZero() {
			t.Errorf("%s: on %q, %+v", c.name, got, p)
		}
	}
}

// FuzzRemark holds that nothing panics, nothing gets lost, and what is called
// exact is.
func FuzzRemark(f *testing.F) {
	f.Add("Parties shall act.", "All Parties shall act.", 8, 13)
	f.Add("缔约方应采取适当措施。", "措施", 4, 9)
	f.Add("", "x", 0, 0)
	f.Fuzz(func(t *testing.T, old, new string, start, end int) {
		m := pair(data.PairChanged, data.English, old, new)
		a := data.NewAnchor(data.English, old, start, end)
		p := m.Remark(a)
		runes := []rune(new)
		if p.To.IsZero() || p.Anchor.Start < 0 || p.Anchor.End > len(runes) || p.Anchor.Start > p.Anchor.End {
			t.Fatalf("%+v", p)
		}
		if p.Outcome == data.CarryExact && string(runes[p.Anchor.Start:p.Anchor.End]) != a.Quote && a.Start < a.End {
			t.Errorf("exact, and on other words: %+v", p)
		}
	})
}
