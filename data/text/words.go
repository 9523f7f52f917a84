package text

import "strings"

// Words by which the parts of a treaty are known, in the six languages.
var (
	preambleWords = foldedList("preamble|préambule|preámbulo|преамбула|الديباجة|ديباجة|序言|序 言|前言")
	contentsWords = foldedList("contents|table of contents|table des matières|sommaire|índice|содержание|оглавление|المحتويات|目录|目 录|目次")
	formulaWords  = foldedList("have agreed as follows|have agreed on the following|have agreed upon the following|agree as follows|" +
		"sont convenus de ce qui suit|sont convenues de ce qui suit|ont arrêté les dispositions suivantes|conviennent de ce qui suit|" +
		"han convenido en lo siguiente|han convenido lo siguiente|han acordado lo siguiente|convienen en lo siguiente|" +
		"согласились о нижеследующем|согласились о следующем|договорились о нижеследующем|договорились о следующем|" +
		"اتفقت على ما يلي|اتفقوا على ما يلي|اتفقتا على ما يلي|议定如下|协议如下|议定条款如下|议定下列|达成协议如下|商定如下")
	// witnessWords begin the closing formula; chineseWitness ends it.
	witnessWords = foldedList("in witness whereof|in faith whereof|in testimony whereof|done at|done in|en foi de quoi|fait à|en fe de lo cual|" +
		"en testimonio de lo cual|hecho en|hecha en|в удостоверение чего|совершено в|составлено в|وإثباتا ل|إثباتا ل|ومصادقا ل|حرر في|حررت في|公历")
	chineseWitness = foldedList("以昭信守|特签字|谨签字")
	noteWords      = foldedList("interpretative note|interpretive note|notes interprétatives|notas interpretativas|примечания для толкования|" +
		"пояснительные примечания|ملحوظات تفسيرية|ملاحظات تفسيرية|解释性说明|解释性说 明")
	optionWords  = foldedList("option|вариант|variante|opción|الخيار|خيار|备选案文|方案|选项|备选方案")
	openingWords = foldedList("parties|assembly|council|states|governments|conference|committee|parties|états|assemblée|conseil|gouvernements|conférence|" +
		"partes|estados|asamblea|consejo|gobiernos|conferencia|участник|ассамблея|совет|государства|стороны|правительства|конференция|" +
		"الدول|الجمعية|مجلس|الأطراف|الحكومات|مؤتمر|缔约|大会|理事会|各国|政府|会议")
)

func foldedList(s string) []string {
	list := strings.Split(s, "|")
	for i := range list {
		list[i] = folded(list[i])
	}
	return list
}

// starts returns the position after the longest of the words that stands at i.
func (h head) starts(i int, words []string) (end int, ok bool) {
	for _, w := range words {
		if n := len([]rune(w)); i+n > end && h.has(i, w) {
			end, ok = i+n, true
		}
	}
	return end, ok
}

// contains reports whether one of the words stands anywhere.
func (h head) contains(words []string) bool {
	s := string(h.r)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
