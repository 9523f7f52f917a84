package textview

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// conventionSize is that of a long convention in force, in bytes of UTF-8.
const conventionSize = 480_000

func words(list string) []string { return strings.Split(list, "|") }

// vocabulary for invented conventions: what states parties do, to what, and how.
var vocabulary = map[string]struct{ who, does, what, how, glue []string }{
	"en": {
		words("Parties|States|coastal States|Secretariat|Conference of the Parties|Depositary|competent authorities|keepers of wells|ports|observatories|riparian communities|Chairperson|subsidiary bodies|surveyors|ship-owners"),
		words("shall|should|may|endeavour to|undertake to|are encouraged to|shall not|have the right to|agree to|are requested to"),
		words("protect|exchange|publish|register|restore|measure|inspect|finance|notify|maintain|verify|translate|certify|withdraw|harmonize|safeguard|monitor|authenticate|reimburse|circulate"),
		words("promptly|without delay|as appropriate|subject to their domestic law|within ninety days|in good faith|in accordance with article 12, paragraph 3 (b)|as set out in A/RES/76/19|to the extent possible|at regular intervals|in a transparent manner|on mutually agreed terms"),
		words("and|or|provided that|taking into account|with a view to|inter alia|including|in particular|notwithstanding|pursuant to|for the purposes of"),
	},
	"ar": {
		words("الأطراف|الدول|الدول الساحلية|الأمانة|مؤتمر الأطراف|الوديع|السلطات المختصة|حراس الآبار|الموانئ|المراصد|المجتمعات المشاطئة|الرئيس|الهيئات الفرعية|المساحون|مالكو السفن"),
		words("يتعين أن|ينبغي أن|يجوز أن|تسعى إلى أن|تتعهد بأن|تشجع على أن|لا يجوز أن|يحق لها أن|توافق على أن|يرجى منها أن"),
		words("تحمي|تتبادل|تنشر|تسجل|تصلح|تقيس|تفتش|تمول|تخطر|تصون|تتحقق من|تترجم|تصدق على|تسحب|توائم|تكفل|ترصد|توثق|تسدد|تعمم"),
		words("على الفور|دون إبطاء|حسب الاقتضاء|رهنا بقانونها الداخلي|في غضون تسعين يوما|بحسن نية|وفقا للمادة 12، الفقرة 3 (ب)|على النحو المبين في A/RES/76/19|قدر الإمكان|على فترات منتظمة|بطريقة شفافة|بشروط متفق عليها"),
		words("و|أو|شريطة أن|مع مراعاة|بغية|في جملة أمور|بما في ذلك|ولا سيما|على الرغم من|عملا بما ورد في|لأغراض"),
	},
	"zh": {
		words("缔约方|各国|沿海国|秘书处|缔约方大会|保存人|主管当局|水井看守人|港口|观测站|沿岸社区|主席|附属机构|测量员|船东"),
		words("应当|应|可以|努力|承诺|受到鼓励|不得|有权|同意|应邀"),
		words("保护|交换|公布|登记|恢复|测量|视察|资助|通知|维护|核查|翻译|证明|撤回|协调|保障|监测|认证|偿还|分发"),
		words("及时|毫不拖延地|酌情|在遵守其国内法的情况下|在九十天内|善意地|依照第十二条第三款（b）项|按照A/RES/76/19所述|尽可能|定期|以透明方式|按共同商定的条件"),
		words("并|或者|但须|同时考虑到|以期|除其他外|包括|特别是|尽管有|根据|为了"),
	},
}

// convention is an invented text of a size, with provisions of all lengths and
// kinds, brackets and comments.
func convention(lang string, size int) []Block {
	random := rand.New(rand.NewPCG(2, uint64(len(lang))))
	v := vocabulary[lang]
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	space, stop := " ", "."
	if lang == "zh" {
		space, stop = "", "。"
	}
	clause := func() string {
		return strings.Join([]string{pick(v.who), pick(v.does), pick(v.what), pick(v.who), pick(v.how)}, space)
	}
	var blocks []Block
	for n := 0; n < size; {
		b := Block{ID: fmt.Sprint("p", len(blocks)), Lang: lang, Comments: random.IntN(4)}
		if len(blocks)%7 == 0 {
			b.Kind, b.Label, b.Text = Article, fmt.Sprint(len(blocks)/7+1), pick(v.who)+space+pick(v.what)
		} else {
			b.Label, b.Indent = fmt.Sprintf("%d.", len(blocks)%7), random.IntN(3)
			parts := []string{clause()}
			for range random.IntN(12) {
				parts = append(parts, pick(v.glue), clause())
			}
			b.Text = strings.Join(parts, space) + stop
			b.Marks = bracketed(&b, random)
		}
		n += len(b.Text) + len(b.Label)
		blocks = append(blocks, b)
	}
	return blocks
}

// bracketed puts brackets around some words, two of three times.
func bracketed(b *Block, random *rand.Rand) []Mark {
	text := []rune(b.Text)
	if random.IntN(3) == 0 || len(text) < 30 {
		return nil
	}
	from := random.IntN(len(text) - 20)
	to := from + 5 + random.IntN(14)
	b.Text = string(text[:from]) + "[" + string(text[from:to]) + "]" + string(text[to:])
	return []Mark{{Kind: Bracket, Depth: 1, Start: from, End: to + 2}, {Kind: Comment, Start: 2, End: 9}}
}

// shared is where real documents may be, which are not part of the project.
var shared = filepath.Join("..", "..", "..", "shared", "data")

// realConvention is a convention in force, brought to the size; nil where the
// documents are not at hand.
func realConvention(lang string, size int) []Block {
	name := filepath.Join(shared, "akn", "A_RES_79_243_"+lang+".xml")
	if lang == "en" {
		name = filepath.Join(shared, "treaties", "unclos-1982.txt")
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	text := string(raw)
	if lang != "en" {
		text = regexp.MustCompile(`(?s)<meta.*?</meta>`).ReplaceAllString(text, "")
		text = regexp.MustCompile(`</(p|num|heading|docTitle)>`).ReplaceAllString(text, "\n\n")
		text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, "")
	}
	var blocks []Block
	for n := 0; n < size; {
		for _, p := range strings.Split(text, "\n\n") {
			if p = strings.Join(strings.Fields(p), " "); p != "" && n < size {
				blocks = append(blocks, Block{ID: fmt.Sprint("p", len(blocks)), Text: p, Lang: lang})
				n += len(p)
			}
		}
	}
	return blocks
}

// conventions are the texts that figures are taken of.
func conventions(b *testing.B, measure func(b *testing.B, lang string, blocks []Block)) {
	for _, lang := range []string{"en", "ar", "zh"} {
		b.Run(lang, func(b *testing.B) { measure(b, lang, convention(lang, conventionSize)) })
		b.Run(lang+"-real", func(b *testing.B) {
			blocks := realConvention(lang, conventionSize)
			if blocks == nil {
				b.Skip("no real documents at hand")
			}
			measure(b, lang, blocks)
		})
	}
}
