package strength

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// show writes marks in one line: "obligation shall; weakening as appropriate".
func show(text string, marks []Mark) string {
	runes := []rune(text)
	var out []string
	for _, m := range marks {
		out = append(out, string(m.Class)+" "+string(runes[m.Start:m.End]))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name string
		lang data.Lang
		text string
		want string
	}{
		{"en: nothing", "en", "For the purposes of this Protocol:", ""},
		{"en: plain", "en", "Each Party shall act.", "obligation shall"},
		{"en: the longest wins", "en", "Each Party shall endeavour to act.", "endeavour shall endeavour to"},
		{"en: negation", "en", "No Party may act; Parties shall not, in any case, rest.", "prohibition No Party may; prohibition shall not"},
		{"en: nothing in it shall", "en", "Nothing in this Protocol shall affect rights.", "prohibition Nothing in this Protocol shall"},
		{"en: exemption", "en", "A Party shall not be required to act, and need not report.", "permission shall not be required to; permission need not"},
		{"en: right", "en", "A Party shall be entitled to act.", "permission shall be entitled to"},
		{"en: interrupted by a qualifier", "en", "Parties shall, as appropriate, consider acting.", "endeavour shall, as appropriate, consider; weakening as appropriate"},
		{"en: interrupted by an adverb", "en", "Parties shall also endeavour to act.", "endeavour shall also endeavour to"},
		{"en: two verbs are two", "en", "Parties shall cooperate and endeavour to act.", "obligation shall; endeavour endeavour to"},
		{"en: alternatives", "en", "Parties [shall] [should] [may] act.", "obligation shall; recommendation should; permission may"},
		{"en: a bracket leaves it open", "en", "Parties shall [endeavour to] act.", "obligation shall; endeavour shall [endeavour to"},
		{"en: a negation in brackets", "en", "Parties shall [not] act.", "obligation shall; prohibition shall [not"},
		{"en: recommendations", "en", "Parties are encouraged to act, are urged to report and should meet.", "recommendation are encouraged to; recommendation are urged to; recommendation should"},
		{"en: qualifiers", "en", "Each Party shall, without delay and subject to its domestic law, act to the extent possible.", "obligation shall; strengthening without delay; weakening subject to its domestic law; weakening to the extent possible"},
		{"en: no permission", "en", "Parties shall take such measures as may be necessary by 3 May 2027.", "obligation shall"},
		{"en: inverted condition", "en", "Should they so agree, Parties shall meet.", "obligation shall"},
		{"en: definition", "en", "“Party” shall mean a State.", ""},
		{"en: capitals and quotation", "en", "THE PARTIES SHALL ACT", "obligation SHALL"},

		{"fr: present", "fr", "Chaque Partie adopte des mesures.", "obligation adopte"},
		{"fr: future", "fr", "Les Parties adopteront des mesures.", "obligation adopteront"},
		{"fr: reflexive", "fr", "Les Parties s’engagent à agir et s’efforcent de coopérer.", "obligation s’engagent à; endeavour s’efforcent"},
		{"fr: relative clause", "fr", "La Partie qui reçoit la demande informe l’autre Partie.", "obligation informe"},
		{"fr: condition", "fr", "Si une Partie prend des mesures, elle informe les autres.", "obligation informe"},
		{"fr: noun", "fr", "La demande est transmise sur demande.", "obligation est"},
		{"fr: negation", "fr", "La Partie ne communique pas les données.", "prohibition ne communique"},
		{"fr: restriction", "fr", "La Partie n’utilise les données que pour cela.", "obligation n’utilise"},
		{"fr: negative subject", "fr", "Aucune disposition du présent article ne porte atteinte aux droits.", "prohibition ne porte"},
		{"fr: permission and exemption", "fr", "Une Partie peut agir mais n’est pas tenue de le faire.", "permission peut; permission n’est pas tenue"},
		{"fr: recommendation", "fr", "Les Parties devraient agir et sont vivement encouragées à le faire.", "recommendation devraient; recommendation sont vivement encouragées"},
		{"fr: qualifiers", "fr", "Les Parties prennent, s’il y a lieu et sous réserve de leur droit interne, des mesures sans délai.", "obligation prennent; weakening s’il y a lieu; weakening sous réserve de leur droit interne; strengthening sans délai"},
		{"fr: definition", "fr", "Par « Partie », on entend un État qui adopte le présent texte.", ""},
		{"fr: straight apostrophe", "fr", "Les Parties s'efforcent d'agir selon qu'il convient.", "endeavour s'efforcent; weakening selon qu'il convient"},

		{"es: future", "es", "Cada Estado parte adoptará medidas y velará por ello.", "obligation adoptará; obligation velará"},
		{"es: endeavour", "es", "Los Estados partes procurarán cooperar.", "endeavour procurarán"},
		{"es: consider", "es", "Los Estados partes considerarán la posibilidad de cooperar.", "endeavour considerarán la posibilidad"},
		{"es: deemed is not considered", "es", "La condición se considerará cumplida.", "obligation considerará"},
		{"es: negation", "es", "La Parte no divulgará los datos ni podrá cederlos.", "prohibition no divulgará; permission podrá"},
		{"es: nothing in it", "es", "Nada de lo dispuesto en el presente artículo afectará a los derechos.", "prohibition afectará"},
		{"es: permission and exemption", "es", "Una Parte podrá actuar, pero no estará obligada a hacerlo.", "permission podrá; permission no estará obligada"},
		{"es: recommendation", "es", "Las Partes deberían actuar; se alienta a las Partes a cooperar.", "recommendation deberían; recommendation se alienta"},
		{"es: qualifiers", "es", "La Parte actuará, según proceda y con sujeción a su derecho interno, sin demora.", "obligation actuará; weakening según proceda; weakening con sujeción a su derecho interno; strengthening sin demora"},

		{"ru: present", "ru", "Каждое Государство-участник принимает меры.", "obligation принимает"},
		{"ru: undertakes", "ru", "Стороны обязуются сотрудничать и стремятся к согласию.", "obligation обязуются; endeavour стремятся"},
		{"ru: relative clause", "ru", "Сторона, которая получает просьбу, информирует другую Сторону.", "obligation информирует"},
		{"ru: condition with consequence", "ru", "Если Сторона не может действовать, то она информирует другие Стороны.", "obligation информирует"},
		{"ru: noun alike", "ru", "Комитет рассматривает отчет.", "obligation рассматривает"},
		{"ru: negation", "ru", "Сторона не разглашает данные.", "prohibition не разглашает"},
		{"ru: nothing in it", "ru", "Ничто в настоящей статье не затрагивает прав.", "prohibition не затрагивает"},
		{"ru: permission and exemption", "ru", "Сторона может действовать, но не обязана делать это.", "permission может; permission не обязана"},
		{"ru: recommendation", "ru", "Сторонам следует действовать; Сторонам рекомендуется сотрудничать.", "recommendation следует; recommendation рекомендуется"},
		{"ru: qualifiers", "ru", "Стороны принимают в надлежащих случаях и при условии соблюдения своего внутреннего законодательства меры безотлагательно.", "obligation принимают; weakening в надлежащих случаях; weakening при условии соблюдения своего внутреннего законодательства; strengthening безотлагательно"},
		{"ru: stress marks", "ru", "Стороны принима\u0301ют меры.", "obligation принима\u0301ют"},

		{"ar: present before its subject", "ar", "تتخذ كل دولة طرف تدابير.", "obligation تتخذ"},
		{"ar: after a fronted phrase", "ar", "لأغراض هذه المادة، تشمل التدابير ما يلي:", "obligation تشمل"},
		{"ar: noun of the pattern taf'il", "ar", "تعزيز التعاون بين الدول الأطراف.", ""},
		{"ar: joined by and", "ar", "تتخذ كل دولة طرف تدابير وتبلغ الدول الأطراف بها.", "obligation تتخذ; obligation وتبلغ"},
		{"ar: subordinate", "ar", "على كل دولة طرف أن تتخذ تدابير.", "obligation على كل دولة طرف أن"},
		{"ar: endeavour", "ar", "تسعى الدول الأطراف إلى التعاون.", "endeavour تسعى"},
		{"ar: negation", "ar", "لا تفصح الدولة الطرف عن البيانات.", "prohibition لا تفصح"},
		{"ar: permission names whom", "ar", "يجوز لكل دولة طرف أن تتخذ تدابير.", "permission يجوز"},
		{"ar: passive by its vowels", "ar", "تُشَجَّع السلطات على التعاون.", "recommendation تُشَجَّع"},
		{"ar: should and must", "ar", "ينبغي للدول أن تتعاون ويجب عليها أن تبلغ.", "recommendation ينبغي; obligation ويجب"},
		{"ar: qualifiers, kashida", "ar", "تتخذ كل دولة طرف، حسب الاقتضـاء ورهنا بقانونها الداخلي، تدابير دون إبطاء.", "obligation تتخذ; weakening حسب الاقتضـاء; weakening ورهنا بقانونها الداخلي; strengthening دون إبطاء"},

		{"zh: obligation", "zh", "各缔约国均应采取措施。", "obligation 应"},
		{"zh: part of another word", "zh", "缔约国应当采取相应措施，应用可行技术。", "obligation 应当"},
		{"zh: endeavour", "zh", "缔约国应努力合作。", "endeavour 应努力"},
		{"zh: take into account is no consideration", "zh", "缔约国应考虑到这一点，并应考虑合作。", "obligation 应考虑到; endeavour 应考虑"},
		{"zh: prohibition", "zh", "缔约国不得披露数据。", "prohibition 不得"},
		{"zh: permission", "zh", "缔约国可采取措施，也可以不采取。", "permission 可; permission 可以"},
		{"zh: recommendation", "zh", "鼓励缔约国合作。", "recommendation 鼓励缔约国"},
		{"zh: qualifiers", "zh", "缔约国应根据本国法律酌情立即采取措施。", "obligation 应; weakening 根据本国法律; weakening 酌情; strengthening 立即"},
		{"zh: brackets", "zh", "缔约国[应][可]采取措施。", "obligation 应; permission 可"},
		{"another language", "de", "Each Party shall act.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			marks := Find(c.text, c.lang)
			if got := show(c.text, marks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			checkMarks(t, c.text, marks)
		})
	}
}

// checkMarks holds what is true of all marks.
func checkMarks(t *testing.T, text string, marks []Mark) {
	t.Helper()
	length := len([]rune(text))
	for i, m := range marks {
		if m.Start < 0 || m.Start >= m.End || m.End > length || i > 0 && m.Start < marks[i-1].Start {
			t.Errorf("mark %d of %d runes: %+v", i, length, m)
		}
		if m.Qualifier != m.Class.Qualifier() || !slices.Contains(Classes, m.Class) || m.Rank <= 0 {
			t.Errorf("bad mark %+v", m)
		}
	}
}

func TestMain(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Class
	}{
		{"the first that binds", "As appropriate, a Party may act, and shall report.", Permission},
		{"only qualifiers", "As appropriate, without delay:", ""},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Main(Find(c.text, data.English)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRanks(t *testing.T) {
	falling := []string{"Parties shall act", "Parties shall endeavour to act", "Parties shall consider acting", "Parties should act", "Parties are encouraged to act", "Parties are invited to act", "Parties may act", "Parties may wish to act"}
	last := 1000
	for _, text := range falling {
		marks := Find(text, data.English)
		if len(marks) != 1 || marks[0].Rank >= last {
			t.Errorf("%q: %+v is not below %d", text, marks, last)
			continue
		}
		last = marks[0].Rank
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Parties [shall] [, as appropriate,] [endeavour [not] to] act")
	f.Add("Les Parties n’adoptent, s’il y a lieu, que l’")
	f.Add("على كل دولة طرف، عند الاقتضاء، أن لا تُ")
	f.Add("应应当不得可[可以]努力，考虑到")
	f.Add("если, которые не \xff может нет shall ~ not")
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range data.Langs {
			checkMarks(t, text, Find(text, lang))
		}
	})
}
