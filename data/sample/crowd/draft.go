package crowd

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"travaux/data"
)

// perArticle is how many provisions an article has, itself included: three
// paragraphs, the second with four subparagraphs.
const perArticle = 8

// perChapter is how many articles a chapter has.
const perChapter = 12

// Draft returns the draft convention in one of Langs, as plain text with at
// least that many provisions. The languages have the same outline.
func Draft(lang data.Lang, provisions int) string {
	w := tongues[lang]
	// The same chance for every language: the same sentences stand at the same places.
	chance := rand.New(rand.NewPCG(3, 5))
	articles := (provisions + perArticle - 1) / perArticle
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", w.title)
	for i := range articles {
		if i%perChapter == 0 {
			chapter := i/perChapter + 1
			fmt.Fprintf(&b, w.chapter+"\n%s\n\n", w.ordinal(chapter), w.headings[chapter%len(w.headings)])
		}
		fmt.Fprintf(&b, w.article+"\n%s\n", i+1, w.headings[i%len(w.headings)])
		for paragraph := 1; paragraph <= 3; paragraph++ {
			fmt.Fprintf(&b, "%s%s\n", w.paragraph(paragraph), w.sentences(chance, articles, 1+chance.IntN(3)))
			if paragraph == 2 {
				for point, label := range w.points {
					fmt.Fprintf(&b, "%s %s%s\n", label, w.item(chance), w.ends[point])
				}
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// tongue is what a draft is made of in one language. Lists that differ only by
// language have the same length.
type tongue struct {
	title            string
	chapter, article string // with the number
	ordinal          func(int) string
	paragraph        func(int) string // its label with the space after it
	points           [4]string
	ends             [4]string // of the four subparagraphs
	join             string    // between sentences
	headings         []string
	templates        []string // {a} an article, {p} a paragraph, {t} a defined term
	terms            []string
	items            []string
}

// sentences are n sentences on after the other.
func (w tongue) sentences(chance *rand.Rand, articles, n int) string {
	var out []string
	for range n {
		out = append(out, strings.NewReplacer(
			"{a}", fmt.Sprint(1+chance.IntN(articles)), "{p}", fmt.Sprint(1+chance.IntN(3)),
			"{t}", w.terms[chance.IntN(len(w.terms))],
		).Replace(w.templates[chance.IntN(len(w.templates))]))
	}
	return strings.Join(out, w.join)
}

func (w tongue) item(chance *rand.Rand) string { return w.items[chance.IntN(len(w.items))] }

var tongues = map[data.Lang]tongue{
	data.English: {
		title: "Draft convention on lighthouses and other lights of the sea", chapter: "Chapter %s", article: "Article %d",
		ordinal: func(n int) string {
			return []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}[(n-1)%10]
		},
		paragraph: func(n int) string { return fmt.Sprintf("%d. ", n) },
		points:    [4]string{"(a)", "(b)", "(c)", "(d)"}, ends: [4]string{";", ";", ";", "."}, join: " ",
		headings: []string{
			"Use of terms", "Duties of keepers", "Notification of outages", "Cooperation in emergencies",
			"Exchange of information", "Capacity-building", "Register of lights", "Settlement of disputes",
		},
		templates: []string{
			"Each State Party [shall][should][may] ensure that every {t} under its jurisdiction [or control] is tended, maintained and, where necessary, renewed in accordance with article {a}, paragraph {p}.",
			"The Conference of the Parties shall [, at its first meeting,] adopt rules on every {t} referred to in article {a} [, taking into account the special needs of developing coastal States [and of landlocked States]].",
			"A State Party that intends to extinguish a {t} shall notify the secretariat [at least ninety days] [as soon as practicable] before it does so, subject to article {a}.",
			"Nothing in article {a}, paragraph {p}, affects the rights and obligations of States under international law [as reflected in document A/AC.998/CRP.4, para. 7].",
			"States Parties are encouraged to share, as appropriate and on [voluntary and] mutually agreed terms, technology and experience relating to any {t}.",
			"[The obligations in article {a} apply to a {t} [owned or operated] by a State Party [and used only on government non-commercial service].]",
			"Where two or more States Parties share a {t}, they shall agree on its upkeep [in good faith] and inform the secretariat of the terms agreed, without prejudice to article {a}, paragraph {p}.",
			"The secretariat shall keep a register of every {t} of which it has been informed, and shall make it available to all States Parties in the six languages of the Convention.",
		},
		terms: []string{"“Light”", "“Lighthouse”", "“Keeper’s house”", "“Fog signal”", "“Buoy of the first order”"},
		items: []string{
			"its position, its height above the sea and the colour of its light", "the hours at which it is lit [and extinguished]",
			"the name of the authority that tends it", "[any change that a mariner would need to know]", "the means by which an outage is made known",
			"the measures taken under article 3", "its [historical] [cultural] value", "the persons trained to tend it",
		},
	},
	data.Arabic: {
		title: "مشروع اتفاقية بشأن المنارات وغيرها من أضواء البحر", chapter: "الفصل %s", article: "المادة %d",
		ordinal: func(n int) string {
			return []string{"الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"}[(n-1)%10]
		},
		paragraph: func(n int) string { return fmt.Sprintf("%d - ", n) },
		points:    [4]string{"(أ)", "(ب)", "(ج)", "(د)"}, ends: [4]string{"؛", "؛", "؛", "."}, join: " ",
		headings: []string{
			"استخدام المصطلحات", "واجبات الحراس", "الإخطار بالأعطال", "التعاون في حالات الطوارئ",
			"تبادل المعلومات", "بناء القدرات", "سجل الأضواء", "تسوية المنازعات",
		},
		templates: []string{
			"[تكفل][ينبغي أن تكفل][يجوز أن تكفل] كل دولة طرف رعاية كل {t} يخضع لولايتها [أو سيطرتها] وصيانته وتجديده عند الاقتضاء وفقا للفقرة {p} من المادة {a}.",
			"يعتمد مؤتمر الأطراف [، في اجتماعه الأول،] قواعد بشأن كل {t} مشار إليه في المادة {a} [، آخذا في الاعتبار الاحتياجات الخاصة للدول الساحلية النامية [وللدول غير الساحلية]].",
			"على الدولة الطرف التي تعتزم إطفاء {t} أن تخطر الأمانة بذلك [قبل تسعين يوما على الأقل] [في أقرب وقت ممكن عمليا]، رهنا بأحكام المادة {a}.",
			"ليس في الفقرة {p} من المادة {a} ما يمس حقوق الدول والتزاماتها بموجب القانون الدولي [على النحو الوارد في الفقرة 7 من الوثيقة A/AC.998/CRP.4].",
			"تشجع الدول الأطراف على أن تتقاسم، حسب الاقتضاء وبشروط [طوعية و] متفق عليها، التكنولوجيا والخبرة المتصلتين بأي {t}.",
			"[تنطبق الالتزامات الواردة في المادة {a} على أي {t} [تملكه أو تشغله] دولة طرف [ويستخدم حصرا في خدمة حكومية غير تجارية].]",
			"إذا اشتركت دولتان طرفان أو أكثر في {t}، اتفقت [بحسن نية] على صيانته وأبلغت الأمانة بما اتفق عليه، دون الإخلال بالفقرة {p} من المادة {a}.",
			"تحتفظ الأمانة بسجل لكل {t} أبلغت به، وتتيحه لجميع الدول الأطراف باللغات الست للاتفاقية.",
		},
		terms: []string{"”ضوء“", "”منارة“", "”بيت الحارس“", "”إشارة الضباب“", "”عوامة من الدرجة الأولى“"},
		items: []string{
			"موقعه وارتفاعه فوق سطح البحر ولون ضوئه", "ساعات إضاءته [وإطفائه]",
			"اسم السلطة التي ترعاه", "[أي تغيير يحتاج الملاح إلى معرفته]", "وسيلة الإعلان عن تعطله",
			"التدابير المتخذة بموجب المادة 3", "قيمته [التاريخية] [الثقافية]", "الأشخاص المدربون على رعايته",
		},
	},
	data.Chinese: {
		title: "海上灯塔和其他灯光公约草案", chapter: "第%s章", article: "第%d条",
		ordinal: func(n int) string {
			return []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}[(n-1)%10]
		},
		paragraph: func(n int) string { return []string{"一", "二", "三"}[n-1] + "、" },
		points:    [4]string{"㈠", "㈡", "㈢", "㈣"}, ends: [4]string{"；", "；", "；", "。"},
		headings: []string{"术语的使用", "看守人的职责", "故障通报", "紧急情况下的合作", "信息交流", "能力建设", "灯光登记册", "争端的解决"},
		templates: []string{
			"各缔约国[应当][宜][可]确保其管辖[或控制]下的每一{t}均依照第{a}条第{p}款得到看管、维护并在必要时更新。",
			"缔约方会议应当[在第一次会议上]通过关于第{a}条所述每一{t}的规则[，同时考虑到发展中沿海国[和内陆国]的特殊需要]。",
			"拟熄灭任何{t}的缔约国应当在熄灭之前[至少九十日][尽快]通知秘书处，但须遵守第{a}条。",
			"第{a}条第{p}款的任何规定概不影响各国[A/AC.998/CRP.4号文件第7段所反映的]国际法规定的权利和义务。",
			"鼓励缔约国酌情按照[自愿和]共同商定的条件分享与任何{t}有关的技术和经验。",
			"[第{a}条规定的义务适用于缔约国[拥有或运营]的{t}[且仅用于政府非商业性服务]。]",
			"两个或多个缔约国共有一{t}的，应当[本着诚意]就其维护达成协议，并将商定的条件通报秘书处，但不妨碍第{a}条第{p}款。",
			"秘书处应当备存其获悉的每一{t}的登记册，并以本公约的六种语文向所有缔约国提供。",
		},
		terms: []string{"“灯光”", "“灯塔”", "“看守房”", "“雾号”", "“一级浮标”"},
		items: []string{
			"其位置、海拔高度和灯光颜色", "其点亮[和熄灭]的时间", "负责看管的主管机关的名称", "[航海者需要知道的任何变化]",
			"公布故障的方式", "根据第三条采取的措施", "其[历史][文化]价值", "受过看管培训的人员",
		},
	},
}

// speakers are States and groups that do not exist.
var speakers = []string{
	"Amberia", "Borovia", "Calendria", "Dorvania", "Estmark", "Fennland", "Galdora", "Hestria", "Ilmarin", "Jorvaya",
	"Kestland", "Lorimar", "Core group of light-keeping States", "Group of landlocked observers",
}

var remarks = []string{
	"This was discussed at length at the last session and nobody moved.",
	"We should ask the capital whether the second alternative is acceptable.",
	"The Arabic version is stronger than the English one here.",
	"“Jurisdiction or control” is agreed language from an older instrument; keep it.",
	"Linked to the definition in article 1, do not close before that is settled.",
	"The facilitator will propose a bridge tomorrow morning.",
	"Two delegations supported deletion, none from our group.",
	"Too vague to be implemented by our keepers.",
}
