package obligation_test

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/obligation"
)

// one makes a paragraph with the points of its list.
func one(lang data.Lang, text string, points ...string) []data.Provision {
	all := []data.Provision{{ID: data.ID{1}, Kind: data.KindParagraph, Text: map[data.Lang]data.Rendering{lang: {Text: text}}}}
	for i, p := range points {
		all = append(all, data.Provision{ID: data.ID{2, byte(i)}, Parent: data.ID{1}, Kind: data.KindPoint, Text: map[data.Lang]data.Rendering{lang: {Label: "(" + string(rune('a'+i)) + ")", Text: p}}})
	}
	return all
}

func told(all []data.Obligation) string {
	var out []string
	for _, o := range all {
		due := string(o.Due.Kind)
		if p := o.Due.Period; !p.IsZero() {
			due += fmt.Sprintf(" %dd%dm%dy", p.Days, p.Months, p.Years)
		}
		out = append(out, strings.Join([]string{string(o.Obliged), o.Who, o.Strength, due}, " / "))
	}
	return strings.Join(out, "; ")
}

func TestPropose(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		want string
	}{
		{"en: each party", "en", "Each State Party shall keep its lights burning.", "parties / Each State Party / obligation / always"},
		{"en: a permission is none", "en", "Each State Party may keep its lights burning.", ""},
		{"en: a recommendation is none", "en", "States Parties should keep their lights burning.", ""},
		{"en: a prohibition", "en", "States Parties may not refuse passage.", "parties / States Parties / prohibition / always"},
		{"en: an endeavour", "en", "The Parties shall endeavour to settle it.", "parties / The Parties / endeavour / always"},
		{"en: those requested", "en", "At the request of the requesting State Party, the requested State Party shall answer within thirty days of receipt.", "some / the requested State Party / obligation / event 30d0m0y"},
		{"en: those of a kind", "en", "States Parties that have no lighthouse shall say so.", "some / States Parties / obligation / always"},
		{"en: in a case", "en", "If a light fails, each State Party shall repair it.", "some / each State Party / obligation / always"},
		{"en: the conference", "en", "Pursuant to paragraph 2, the Conference of the States Parties shall meet every two years.", "conference / the Conference of the States Parties / obligation / every 0d0m2y"},
		{"en: an organ", "en", "The Secretary-General shall convene the Conference of the States Parties not later than one year following the entry into force of this Convention.", "organ / The Secretary-General / obligation / once 0d0m1y"},
		{"en: a thing", "en", "This Convention shall be open to all States.", "other /  / obligation / always"},
		{"en: once", "en", "Each Party shall, within six (6) months after the entry into force of this Convention for it, name its lights.", "parties / Each Party / obligation / once 0d6m0y"},
		{"en: yearly", "en", "Each Party shall report annually to the Conference.", "parties / Each Party / obligation / every 0d0m1y"},
		{"en: with each report", "en", "Each Party shall periodically report to the Conference.", "parties / Each Party / obligation / cycle"},
		{"en: two sentences", "en", "Each Party shall report. The Secretariat shall publish it.", "parties / Each Party / obligation / always; organ / The Secretariat / obligation / always"},
		{"en: Members of an organization", "en", "All Members shall settle their disputes by peaceful means.", "parties / All Members / obligation / always"},
		{"fr: each party", "fr", "Chaque État Partie prend les mesures nécessaires.", "parties / Chaque État Partie / obligation / always"},
		{"fr: of a party", "fr", "À la demande de l’État Partie requérant, l’État Partie requis répond dans un délai de trente jours.", "some / l’État Partie / obligation / event 30d0m0y"},
		{"fr: once", "fr", "Chaque Partie communique la liste dans un délai de deux ans à compter de l’entrée en vigueur de la Convention à son égard.", "parties / Chaque Partie / obligation / once 0d0m2y"},
		{"fr: every", "fr", "La Conférence des États Parties se réunit tous les deux ans.", "conference / La Conférence des États Parties / obligation / every 0d0m2y"},
		{"es: each party", "es", "Cada Estado parte adoptará las medidas necesarias.", "parties / Cada Estado parte / obligation / always"},
		{"es: every", "es", "Cada Estado parte presentará un informe cada cuatro años.", "parties / Cada Estado parte / obligation / every 0d0m4y"},
		{"es: once", "es", "Cada Parte comunicará la lista en un plazo de seis meses a partir de la entrada en vigor de la Convención.", "parties / Cada Parte / obligation / once 0d6m0y"},
		{"ru: each party", "ru", "Каждое Государство-участник принимает необходимые меры.", "parties / Каждое Государство-участник / obligation / always"},
		{"ru: those requested", "ru", "Запрашиваемое Государство-участник отвечает в течение тридцати дней после получения просьбы.", "some / Запрашиваемое Государство-участник / obligation / event 30d0m0y"},
		{"ru: every", "ru", "Каждое Государство-участник представляет доклад каждые два года.", "parties / Каждое Государство-участник / obligation / every 0d0m2y"},
		{"zh: each party", "zh", "各缔约国均应采取必要措施。", "parties / 各缔约国 / obligation / always"},
		{"zh: those requested", "zh", "被请求缔约国应在三十天内答复。", "some / 被请求缔约国 / obligation / event 30d0m0y"},
		{"zh: every", "zh", "各缔约国应每两年提交报告。", "parties / 各缔约国 / obligation / every 0d0m2y"},
		{"zh: once", "zh", "各缔约国应在本公约对其生效后一年内提交报告。", "parties / 各缔约国 / obligation / once 0d0m1y"},
		{"ar: each party", "ar", "تتخذ كل دولة طرف التدابير اللازمة.", "parties / كل دولة طرف / obligation / always"},
		{"ar: every", "ar", "تقدم كل دولة طرف تقريرا كل سنتين.", "parties / كل دولة طرف / obligation / every 0d0m2y"},
		{"ar: once", "ar", "تقدم كل دولة طرف تقريرا في غضون سنة واحدة من بدء نفاذ الاتفاقية.", "parties / كل دولة طرف / obligation / once 0d0m1y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(obligation.Propose(one(c.lang, c.text), c.lang)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestThePointsOfAListAreReadWithWhatOpensIt(t *testing.T) {
	got := obligation.Propose(one("en", "Each State Party shall:", "keep its lights burning; and", "name its keepers."), "en")
	if len(got) != 1 || got[0].Must != "shall:\n(a) keep its lights burning; and\n(b) name its keepers." {
		t.Errorf("%+v", got)
	}
	got = obligation.Propose(one("es", "La secretaría:", "Prestará asistencia;", "Velará por la coordinación."), "es")
	if told(got) != "organ / La secretaría / obligation / always; organ / La secretaría / obligation / always" {
		t.Errorf("who is named above: %s", told(got))
	}
}

func TestAnAnchorIsTheSentence(t *testing.T) {
	text := "This article is about lights. Each Party shall keep them burning. They shine."
	got := obligation.Propose(one("en", text), "en")
	if len(got) != 1 {
		t.Fatalf("%+v", got)
	}
	a := got[0].Anchor
	if a.Quote != "Each Party shall keep them burning." || string([]rune(text)[a.Start:a.End]) != a.Quote || a.After != "" && !strings.HasPrefix(text[a.End:], a.After) {
		t.Errorf("%+v", a)
	}
}

func FuzzPropose(f *testing.F) {
	f.Add("Each State Party shall, within 30 days: report.", 2)
	f.Add("تتخذ كل دولة طرف تدابير كل سنتين.", 0)
	f.Add("各缔约国应在三十天内答复。İ.", 1)
	f.Fuzz(func(t *testing.T, text string, n int) {
		lang := data.Langs[(n%6+6)%6]
		for _, o := range obligation.Propose(one(lang, text, text), lang) {
			runes := []rune(text)
			if o.Anchor.Start < 0 || o.Anchor.End > len(runes) || string(runes[o.Anchor.Start:o.Anchor.End]) != o.Anchor.Quote || o.Must == "" {
				t.Errorf("%q: %+v", text, o)
			}
		}
	})
}
