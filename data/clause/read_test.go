package clause_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/clause"
)

// short writes a parameter as tests compare it.
func short(p clause.Param) string {
	parts := []string{string(p.Kind)}
	if p.Number > 0 {
		parts = append(parts, fmt.Sprint(p.Number))
	}
	if d := p.Delay; !d.IsZero() {
		text := ""
		for _, part := range []struct {
			n    int
			unit string
		}{{d.Years, "y"}, {d.Months, "m"}, {d.Days, "d"}} {
			if part.n > 0 {
				text += fmt.Sprint(part.n) + part.unit
			}
		}
		if d.FirstOfMonth {
			text += "+"
		}
		parts = append(parts, text)
	}
	if p.Share.Whole > 0 {
		parts = append(parts, fmt.Sprintf("%d/%d %s", p.Share.Part, p.Share.Whole, p.Share.Of))
	}
	if p.Means != "" {
		parts = append(parts, string(p.Means))
	}
	if !p.Date.IsZero() {
		parts = append(parts, p.Date.String())
	}
	for _, l := range p.Langs {
		parts = append(parts, string(l))
	}
	return strings.Join(parts, " ")
}

func shorts(params []clause.Param) []string {
	var out []string
	for _, p := range params {
		out = append(out, short(p))
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		want []string
	}{
		{"thirty States", "en", "This Agreement shall enter into force as soon as thirty States have deposited their instruments.", []string{"instruments 30"}},
		{"compound ordinal", "en", "It shall enter into force sixty (60) days after the deposit of the thirty-fifth instrument of ratification.", []string{"entry 60d", "instruments 35"}},
		{"first of the month", "en", "It shall enter into force on the first day of the month following the expiration of a period of three months after the date of deposit of the fifth instrument.", []string{"entry 3m+", "instruments 5"}},
		{"first of the month in French", "fr", "Elle entre en vigueur le premier jour du mois qui suit l’expiration d’une période de trois mois après le dépôt du cinquième instrument.", []string{"entry 3m+", "instruments 5"}},
		{"first of the month in Spanish", "es", "Entrará en vigor el primer día del mes siguiente a la expiración de un plazo de tres meses después del depósito del quinto instrumento.", []string{"entry 3m+", "instruments 5"}},
		{"first of the month in Russian", "ru", "Она вступает в силу в первый день месяца, следующего за истечением трехмесячного периода после сдачи на хранение пятого документа.", []string{"entry 3m+", "instruments 5"}},
		{"first of the month in Chinese", "zh", "本公约自第五份批准书交存之日起三个月期满后下一个月的第一天生效。", []string{"instruments 5", "entry 3m+"}},
		{"first of the month in Arabic", "ar", "يبدأ نفاذها في اليوم الأول من الشهر الذي يلي انقضاء فترة ثلاثة أشهر من تاريخ إيداع الصك الخامس.", []string{"entry 3m+", "instruments 5"}},
		{"an old French number", "fr", "L’accord entre en vigueur soixante-quinze jours après le dépôt du quatre-vingt-deuxième instrument.", []string{"entry 75d", "instruments 82"}},
		{"a Spanish ordinal in words", "es", "Entrará en vigor el nonagésimo día después del depósito del trigésimo quinto instrumento de ratificación.", []string{"entry 90d", "instruments 35"}},
		{"a Russian compound", "ru", "Она вступает в силу на шестидесятый день после сдачи на хранение тридцать пятого документа о ратификации.", []string{"entry 60d", "instruments 35"}},
		{"an Arabic compound", "ar", "يبدأ نفاذ الاتفاقية في اليوم الستين من تاريخ إيداع الصك الخامس والثلاثين.", []string{"entry 60d", "instruments 35"}},
		{"an Arabic dual", "ar", "يصبح الانسحاب نافذا بعد سنتين من تاريخ استلام الإشعار.", []string{"notice 2y"}},
		{"Chinese in digits", "zh", "本公约应自第35份批准书交存之日后第60天起生效。", []string{"instruments 35", "entry 60d"}},
		{"two meetings a decade", "en", "Ordinary meetings shall be held every two years.", []string{"interval 2y"}},
		{"tous les deux ans", "fr", "Les réunions ordinaires se tiennent tous les deux ans.", []string{"interval 2y"}},
		{"cada dos años", "es", "Las reuniones ordinarias se celebrarán cada dos años.", []string{"interval 2y"}},
		{"каждые два года", "ru", "Очередные совещания проводятся каждые два года.", []string{"interval 2y"}},
		{"每两年", "zh", "常会应当每两年举行一次。", []string{"interval 2y"}},
		{"كل سنتين", "ar", "تعقد الاجتماعات العادية كل سنتين.", []string{"interval 2y"}},
		{"circulation before a meeting", "en", "The text of any proposed amendment shall be communicated to the Parties at least six months before the meeting.", []string{"ahead 6m"}},
		{"three quarters", "en", "The amendment shall be adopted by a three-fourths majority vote of the Parties present and voting.", []string{"majority 3/4 voting"}},
		{"trois quarts", "fr", "L’amendement est adopté à la majorité des trois quarts des Parties présentes et votantes.", []string{"majority 3/4 voting"}},
		{"a simple majority", "en", "Decisions shall be taken by a majority of the Parties present and voting.", []string{"majority 1/2 voting"}},
		{"a quorum", "en", "A quorum of two-thirds of the members is required.", []string{"quorum 2/3 parties"}},
		{"no reservation", "en", "No reservations may be made to this Convention.", []string{"reserved"}},
		{"Charter article 33", "en", "The parties to any dispute shall seek a solution by negotiation, enquiry, mediation, conciliation, arbitration, judicial settlement, resort to regional agencies or arrangements, or other peaceful means of their own choice.", []string{
			"settlement negotiation", "settlement enquiry", "settlement mediation", "settlement conciliation", "settlement arbitration", "settlement judicial-settlement", "settlement regional", "settlement own-choice",
		}},
		{"a year is no period", "en", "It is open for signature in New York in 2025.", nil},
		{"one or more is no number", "en", "This Convention may be supplemented by one or more protocols.", nil},
		{"alternatives in brackets", "en", "After the expiry of [three][five] years from the entry into force of this Convention, a Party may propose an amendment.", []string{"standstill 3y", "standstill 5y"}},
		{"reservations to one provision", "en", "No reservations may be made except to article 19.", nil},
		{"nothing", "en", "", nil},
		{"no language", "la", "nonaginta dies", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := clause.Read(c.text, c.lang)
			if !slices.Equal(shorts(got), c.want) {
				t.Errorf("got %q, want %q", shorts(got), c.want)
			}
			for _, p := range got {
				if string([]rune(c.text)[p.Start:p.End]) != p.Words {
					t.Errorf("%s: the words %q do not stand at %d", p.Kind, p.Words, p.Start)
				}
			}
		})
	}
}

// TestTheNumberIsRead changes the number of each kind of clause and looks whether
// that is what is read.
func TestTheNumberIsRead(t *testing.T) {
	tens := map[string]map[int]string{
		"en": {20: "twentieth", 30: "thirtieth", 40: "fortieth", 50: "fiftieth", 60: "sixtieth", 90: "ninetieth"},
		"fr": {20: "vingtième", 30: "trentième", 40: "quarantième", 50: "cinquantième", 60: "soixantième", 70: "soixante-dixième", 90: "quatre-vingt-dixième"},
		"es": {20: "vigésimo", 30: "trigésimo", 40: "cuadragésimo", 50: "quincuagésimo", 60: "sexagésimo", 90: "nonagésimo"},
		"ru": {20: "двадцатый", 30: "тридцатый", 40: "сороковой", 50: "пятидесятый", 60: "шестидесятый", 90: "девяностый"},
		"zh": {20: "第二十", 30: "第三十", 40: "第四十", 50: "第五十", 60: "第六十", 90: "第九十"},
		"ar": {20: "العشرين", 30: "الثلاثين", 40: "الأربعين", 50: "الخمسين", 60: "الستين", 90: "التسعين"},
	}
	clauses := map[string]string{
		"en": "This Convention shall enter into force on the %s day after the deposit of the %s instrument.",
		"fr": "La présente Convention entre en vigueur le %s jour suivant le dépôt du %s instrument.",
		"es": "La presente Convención entrará en vigor el %s día después de la fecha de depósito del %s instrumento.",
		"ru": "Настоящая Конвенция вступает в силу на %s день после сдачи на хранение, когда сдан %s документ.",
		"zh": "本公约自%[2]s份批准书交存之日后%[1]s天起生效。",
		"ar": "يبدأ نفاذ هذه الاتفاقية في اليوم %s من تاريخ إيداع الصك %s.",
	}
	for lang, words := range tens {
		for days, written := range words {
			for number, nth := range words {
				text := fmt.Sprintf(clauses[lang], written, nth)
				if rule := clause.Rule(clause.Read(text, data.Lang(lang))); rule.Number != number || rule.Delay.Days != days {
					t.Errorf("%s: %d instruments, %d days read as %+v", text, number, days, rule)
				}
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"on the ninetieth day after", "第九十天起生效。", "اليوم التسعين", "quatre-vingt-", "two (2", "三分之", "~1y #4 @", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range data.Langs {
			for _, p := range clause.Read(s, lang) {
				if p.Start < 0 || p.End > len([]rune(s)) || p.Start >= p.End || string([]rune(s)[p.Start:p.End]) != p.Words {
					t.Fatalf("%s: %+v is not in %q", lang, p, s)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	paths, texts := provisions(b, "akn/A_RES_79_243_en.xml", data.English)
	b.ResetTimer()
	for range b.N {
		for _, path := range paths {
			clause.Read(texts[path], data.English)
		}
	}
}
