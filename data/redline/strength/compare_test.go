package strength

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// tell writes the evidence in one line: "shall → should (weakened)".
func tell(old, new string, v Verdict) string {
	words := func(text string, marks []Mark) string {
		var out []string
		for _, m := range marks {
			out = append(out, string([]rune(text)[m.Start:m.End]))
		}
		return strings.Join(out, "|")
	}
	var out []string
	for _, c := range v.Changes {
		out = append(out, words(old, c.Old)+" → "+words(new, c.New)+" ("+string(c.Effect)+")")
	}
	return strings.Join(out, "; ")
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name     string
		lang     data.Lang
		old, new string
		outcome  Outcome
		evidence string
	}{
		{"en: other words only", "en", "Parties shall act.", "Parties shall report.", Unchanged, ""},
		{"en: a synonym", "en", "Parties must act.", "Parties shall act.", Unchanged, ""},
		{"en: shall becomes should", "en", "Parties shall act.", "Parties should act.", Weakened, "shall → should (weakened)"},
		{"en: should becomes shall endeavour", "en", "Parties should act.", "Parties shall endeavour to act.", Strengthened, "should → shall endeavour to (strengthened)"},
		{"en: a qualifier comes", "en", "Parties shall act.", "Parties shall, as appropriate, act.", Weakened, " → as appropriate (weakened)"},
		{"en: a qualifier goes", "en", "Parties shall act, subject to their domestic law.", "Parties shall act.", Strengthened, "subject to their domestic law →  (strengthened)"},
		{"en: one qualifier for a stronger one", "en", "Parties shall, as appropriate, act.", "Parties shall, on a voluntary basis, act.", Weakened, "as appropriate → on a voluntary basis (weakened)"},
		{"en: a qualifier that strengthens goes", "en", "Parties shall act without delay.", "Parties shall act.", Weakened, "without delay →  (weakened)"},
		{"en: a qualifier moves", "en", "Parties shall act, as appropriate.", "As appropriate, Parties shall act.", Unchanged, ""},
		{"en: an alternative comes", "en", "Parties shall act.", "Parties [shall][should] act.", Weakened, "shall → shall|should (weakened)"},
		{"en: the weakest alternative goes", "en", "Parties [shall] [should] [may] act.", "Parties [shall] [should] act.", Strengthened, "shall|should|may → shall|should (strengthened)"},
		{"en: alternatives meet in the middle", "en", "Parties [shall/may] act.", "Parties should act.", Mixed, "shall|may → should (mixed)"},
		{"en: brackets around it", "en", "Parties shall act.", "Parties [shall] act.", Unchanged, ""},
		{"en: the contrary", "en", "Parties shall act.", "Parties shall not act.", Mixed, "shall → shall not (mixed)"},
		{"en: weaker and stronger", "en", "Parties shall act.", "Parties should act without delay.", Mixed, "shall → should (weakened);  → without delay (strengthened)"},
		{"en: an obligation goes", "en", "Parties shall act. They shall report.", "Parties shall act.", Weakened, "shall →  (weakened)"},
		{"en: an obligation comes", "en", "Parties shall act.", "Parties shall act and shall report.", Strengthened, " → shall (strengthened)"},
		{"en: a permission proves nothing", "en", "Parties shall act.", "Parties shall act. They may report.", Unchanged, " → may (unchanged)"},
		{"en: rewritten with the expression", "en", "Each Party shall act.", "It is recommended that each Party act.", Weakened, "shall → It is recommended that (weakened)"},
		{"en: from nothing", "en", "", "Parties shall act.", Strengthened, " → shall (strengthened)"},
		{"fr: present becomes conditional", "fr", "Chaque Partie adopte des mesures.", "Chaque Partie devrait adopter des mesures, s’il y a lieu.", Weakened, "adopte → devrait (weakened);  → s’il y a lieu (weakened)"},
		{"fr: another verb", "fr", "Chaque Partie adopte des mesures.", "Chaque Partie prend des mesures.", Unchanged, ""},
		{"es: future becomes an appeal", "es", "Los Estados partes adoptarán medidas.", "Se alienta a los Estados partes a adoptar medidas.", Weakened, "adoptarán → Se alienta (weakened)"},
		{"es: qualifier", "es", "La Parte actuará.", "La Parte actuará en la medida de lo posible.", Weakened, " → en la medida de lo posible (weakened)"},
		{"ru: present becomes permission", "ru", "Стороны принимают меры.", "Стороны могут принимать меры.", Weakened, "принимают → могут (weakened)"},
		{"ru: recommendation becomes obligation", "ru", "Сторонам следует принимать меры.", "Стороны обязуются принимать меры.", Strengthened, "следует → обязуются (strengthened)"},
		{"ar: present becomes should", "ar", "تتخذ كل دولة طرف تدابير.", "ينبغي لكل دولة طرف أن تتخذ تدابير.", Weakened, "تتخذ → ينبغي (weakened)"},
		{"ar: qualifier", "ar", "تتخذ كل دولة طرف تدابير.", "تتخذ كل دولة طرف، عند الاقتضاء، تدابير.", Weakened, " → عند الاقتضاء (weakened)"},
		{"zh: shall becomes may", "zh", "各缔约国应采取措施。", "各缔约国可酌情采取措施。", Weakened, "应 → 可 (weakened);  → 酌情 (weakened)"},
		{"zh: endeavour", "zh", "缔约国应努力合作。", "缔约国应合作。", Strengthened, "应努力 → 应 (strengthened)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := Compare(c.old, c.new, c.lang)
			if got := tell(c.old, c.new, v); v.Outcome != c.outcome || !sameEvidence(got, c.evidence) {
				t.Errorf("got  %s: %s\nwant %s: %s", v.Outcome, got, c.outcome, c.evidence)
			}
			checkVerdict(t, c.old, c.new, c.lang)
		})
	}
}

// sameEvidence compares evidence without its order.
func sameEvidence(got, want string) bool {
	a, b := strings.Split(got, "; "), strings.Split(want, "; ")
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// checkVerdict holds the properties of Compare.
func checkVerdict(t *testing.T, old, new string, lang data.Lang) {
	t.Helper()
	for _, text := range []string{old, new} {
		if v := Compare(text, text, lang); v.Outcome != Unchanged || len(v.Changes) > 0 {
			t.Errorf("%q against itself: %+v", text, v)
		}
	}
	there, back := Compare(old, new, lang), Compare(new, old, lang)
	if back.Outcome != there.Outcome.inverse() || len(back.Changes) != len(there.Changes) {
		t.Errorf("%q, %q: %s there, %s back", old, new, tell(old, new, there), tell(new, old, back))
		return
	}
	total := Unchanged
	for i, c := range there.Changes {
		d := back.Changes[i]
		if !slices.Equal(c.Old, d.New) || !slices.Equal(c.New, d.Old) || c.Effect != d.Effect.inverse() || len(c.Old)+len(c.New) == 0 {
			t.Errorf("%q, %q: change %d is %+v there, %+v back", old, new, i, c, d)
		}
		total = total.and(c.Effect)
	}
	if total != there.Outcome {
		t.Errorf("the changes make %s, the verdict is %s", total, there.Outcome)
	}
}

// pieces are what random provisions are made of.
var pieces = map[data.Lang][]string{
	data.English: {"Each Party ", "shall ", "should ", "may ", "shall not ", "endeavour to ", "act", ", as appropriate, ", " without delay", ". ", "[", "] ", "and "},
	data.French:  {"Chaque Partie ", "adopte ", "peut ", "devrait ", "ne ", "s’efforce d’agir ", "qui ", "si ", "s’il y a lieu ", ", ", ". ", "[", "] "},
	data.Russian: {"Сторона ", "принимает ", "может ", "не ", "следует ", "которая ", "если ", "по мере необходимости ", ", ", ". "},
	data.Arabic:  {"تتخذ ", "كل دولة طرف ", "يجوز ", "لا ", "ينبغي ", "التي ", "حسب الاقتضاء ", "، ", ". "},
	data.Chinese: {"缔约国", "应", "可", "不得", "努力", "考虑", "酌情", "采取措施", "，", "。", "[", "]"},
	data.Spanish: {"La Parte ", "actuará ", "podrá ", "debería ", "no ", "según proceda ", ", ", ". "},
}

func TestRandomTexts(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	outcomes := map[Outcome]int{}
	for range 3000 {
		lang := data.Langs[r.Intn(len(data.Langs))]
		make := func() string {
			var b strings.Builder
			for range r.Intn(12) {
				b.WriteString(pieces[lang][r.Intn(len(pieces[lang]))])
			}
			return b.String()
		}
		old, new := make(), make()
		checkVerdict(t, old, new, lang)
		outcomes[Compare(old, new, lang).Outcome]++
		if t.Failed() {
			return
		}
	}
	for _, o := range Outcomes {
		if outcomes[o] < 100 {
			t.Errorf("only %d comparisons were %s", outcomes[o], o)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Parties [shall] act", "Parties [should] [endeavour to] act")
	f.Add("Les Parties n’adoptent que", "Les Parties adoptent")
	f.Add("缔约国应", "缔约国[应][可]")
	f.Fuzz(func(t *testing.T, old, new string) {
		if len(old)+len(new) > 2000 {
			t.Skip("long texts say nothing more")
		}
		for _, lang := range data.Langs {
			checkVerdict(t, old, new, lang)
		}
	})
}
