package obligation

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"travaux/data"
)

// calendar is how a language writes periods. Numbers and units are in small
// letters; within and every are patterns in which N stands for a number and U for
// its unit.
type calendar struct {
	numbers map[string]int
	days    string // patterns of units
	months  string
	years   string
	within  []string // a period that runs from something
	every   []string // one that returns
	yearly  string   // returns every year, in a word
	periods string   // returns, no one says when: with each report
	force   string   // what it runs from, where that is entry into force
	dual    map[string]data.Delay
}

func numbers(s string) map[string]int {
	out := map[string]int{}
	for pair := range strings.SplitSeq(s, " ") {
		word, n, _ := strings.Cut(pair, "=")
		value, err := strconv.Atoi(n)
		if err != nil {
			panic(err) // a constant of this file
		}
		out[strings.ReplaceAll(word, "_", " ")] = value
	}
	return out
}

var calendars = map[data.Lang]calendar{
	data.English: {
		numbers: numbers("a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 twelve=12 fifteen=15 eighteen=18 twenty=20 twenty-one=21 twenty-four=24 thirty=30 forty-five=45 sixty=60 ninety=90"),
		days:    `days?`, months: `months?`, years: `years?`,
		within: []string{`(?:within|not later than|no later than|not more than|not exceeding)\s+(?:a period of\s+|the\s+)?N\s+U`, `N\s+U\s+(?:after|following|of)`},
		every:  []string{`every\s+N\s+U`, `at least once every\s+N\s+U`, `at intervals of (?:not more than\s+)?N\s+U`},
		yearly: `annually|every year|each year|once a year|annual reports?|yearly`, periods: `periodic(?:al)?(?:ly)?|at regular intervals|from time to time`, force: `entry into force|enters into force|entered into force`,
	},
	data.French: {
		numbers: numbers("un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 douze=12 quinze=15 dix-huit=18 vingt=20 vingt-quatre=24 trente=30 quarante-cinq=45 soixante=60 quatre-vingt-dix=90"),
		days:    `jours?`, months: `mois`, years: `ans?|années?`,
		within: []string{`(?:dans (?:un|le) délai (?:maximum |maximal )?d(?:e\s+|[’'])|dans les\s+|au plus tard\s+|dans la\s+)N\s+U`, `N\s+U\s+(?:après|à compter|suivant|au plus tard)`},
		every:  []string{`tou(?:s|tes) les\s+N\s+U`, `au moins une fois tous les\s+N\s+U`},
		yearly: `chaque année|annuellement|tous les ans|une fois par an|rapports? annuels?`, periods: `périodique(?:s|ment)?|à intervalles réguliers`, force: `entrée en vigueur|entrera en vigueur|entre en vigueur`,
	},
	data.Spanish: {
		numbers: numbers("un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 doce=12 quince=15 dieciocho=18 veinte=20 veinticuatro=24 treinta=30 sesenta=60 noventa=90"),
		days:    `días?`, months: `mes(?:es)?`, years: `años?`,
		within: []string{`(?:dentro de(?:l| un| los)?(?: plazo de)?|en (?:un|el) plazo de|a más tardar(?: en)?|en los)\s+N\s+U`, `N\s+U\s+(?:después|siguientes|a partir|contados?|a más tardar)`},
		every:  []string{`cada\s+N\s+U`},
		yearly: `cada año|anualmente|una vez al año|todos los años|informes? anual(?:es)?`, periods: `periódic(?:o|a|os|as|amente)|a intervalos regulares`, force: `entrada en vigor|entre en vigor|entrará en vigor`,
	},
	data.Russian: {
		numbers: numbers("один=1 одного=1 одной=1 два=2 две=2 двух=2 три=3 трех=3 четыре=4 четырех=4 пять=5 пяти=5 шесть=6 шести=6 семь=7 семи=7 восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 двенадцать=12 двенадцати=12 пятнадцати=15 восемнадцати=18 двадцати=20 тридцать=30 тридцати=30 шестьдесят=60 шестидесяти=60 девяносто=90 девяноста=90"),
		days:    `день|дня|дней`, months: `месяц(?:а|ев)?`, years: `года?|лет`,
		within: []string{`(?:в течение|не позднее(?:,)?(?: чем)?(?: через)?|в срок до|в срок, не превышающий)\s+N\s+U`, `(?:через|в течение|не позднее чем через)\s+U`, `N\s+U\s+(?:после|со дня|с момента|с даты)`},
		every:  []string{`кажды[ей]\s+N\s+U`, `раз в\s+N\s+U`},
		yearly: `ежегодн(?:о|ый|ые|ых)|каждый год|раз в год`, periods: `периодическ(?:и|ие|их|ого)|регулярно`, force: `вступлени[яеюи]+ (?:настоящей конвенции )?в силу|вступает в силу|вступит в силу`,
	},
	data.Chinese: {
		numbers: numbers("一=1 两=2 二=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9 十=10 十二=12 十五=15 十八=18 二十=20 三十=30 四十五=45 六十=60 九十=90"),
		days:    `天|日`, months: `个月`, years: `年`,
		within: []string{`N\s*U\s*(?:之)?(?:内|以内)`, `(?:不迟于|不得迟于|至迟在)[^，。；]{0,24}?N\s*U`},
		every:  []string{`每\s*N\s*U`},
		yearly: `每年|年度报告|逐年`, periods: `定期`, force: `生效`,
	},
	data.Arabic: {
		numbers: numbers("واحد=1 واحدة=1 اثنين=2 ثلاث=3 ثلاثة=3 أربع=4 أربعة=4 خمس=5 خمسة=5 ست=6 ستة=6 سبع=7 سبعة=7 ثماني=8 ثمانية=8 تسع=9 تسعة=9 عشر=10 عشرة=10 اثني_عشر=12 خمسة_عشر=15 ثلاثين=30 ثلاثون=30 ستين=60 ستون=60 تسعين=90 تسعون=90"),
		days:    `يوما|يوم|أيام`, months: `شهرا|شهر|أشهر`, years: `سنة|سنوات|عام|عاما|أعوام`,
		within: []string{`(?:خلال|في غضون|لا يتجاوز|لا تتجاوز|لا يتعدى|لا تتعدى|في موعد أقصاه|أقصاها|قبل انقضاء|قبل مرور|بعد)\s+(?:مدة\s+|فترة\s+)?N\s+U`, `(?:خلال|في غضون|لا يتجاوز|لا تتجاوز|لا يتعدى|لا تتعدى|في موعد أقصاه|أقصاها|قبل انقضاء|قبل مرور|بعد)\s+(?:مدة\s+|فترة\s+)?(?:D|U)`},
		every:  []string{`كل\s+N\s+U`, `كل\s+(?:D|U)`},
		yearly: `سنويا|كل سنة|كل عام|تقارير سنوية|تقريرا سنويا`, periods: `دوري(?:ا|ة)?|بصورة منتظمة|بانتظام|على فترات منتظمة`, force: `بدء نفاذ|دخول (?:هذه الاتفاقية )?حيز النفاذ|نفاذ`,
		dual: map[string]data.Delay{"يومين": {Days: 2}, "شهرين": {Months: 2}, "سنتين": {Years: 2}, "عامين": {Years: 2}},
	},
}

// reading is a calendar as it is looked for.
type patterns struct {
	within, every          []*regexp.Regexp
	yearly, periods, force *regexp.Regexp
	days, months           *regexp.Regexp
}

var compiled = sync.OnceValue(func() map[data.Lang]*patterns {
	out := map[data.Lang]*patterns{}
	for lang, c := range calendars {
		var words []string
		for w := range c.numbers {
			words = append(words, regexp.QuoteMeta(w))
		}
		var duals []string
		for w := range c.dual {
			duals = append(duals, w)
		}
		number := `(?P<n>\d{1,3}|` + longestFirst(words) + `)(?:\s*\(\d+\))?`
		unit := `(?P<u>` + c.days + `|` + c.months + `|` + c.years + `)`
		build := func(list []string) (all []*regexp.Regexp) {
			for _, p := range list {
				p = strings.NewReplacer("N", number, "U", unit, "D", `(?P<d>`+longestFirst(duals)+`)`).Replace(p)
				all = append(all, regexp.MustCompile(edge(p, lang)))
			}
			return all
		}
		out[lang] = &patterns{
			within: build(c.within), every: build(c.every),
			yearly: regexp.MustCompile(edge(c.yearly, lang)), periods: regexp.MustCompile(edge(c.periods, lang)), force: regexp.MustCompile(c.force),
			days: regexp.MustCompile(`^(?:` + c.days + `)$`), months: regexp.MustCompile(`^(?:` + c.months + `)$`),
		}
	}
	return out
})

func longestFirst(words []string) string {
	return strings.Join(fields(strings.Join(words, "|")), "|")
}

// edge lets a pattern begin and end with whole words.
func edge(p string, lang data.Lang) string {
	if lang == data.Chinese {
		return `(?P<m>` + p + `)`
	}
	return `(?:^|[^\pL])(?P<m>` + p + `)(?:[^\pL]|$)`
}

// due reads by when a sentence wants what it obliges to.
func due(sentence string, lang data.Lang) data.Due {
	c, x := calendars[lang], compiled()[lang]
	if x == nil {
		return data.Due{Kind: data.DueAlways}
	}
	lower := strings.ToLower(sentence)
	for _, p := range x.every {
		if d, words, _, ok := x.period(c, p, lower); ok {
			return data.Due{Kind: data.DueEvery, Period: d, Words: words}
		}
	}
	if m := x.yearly.FindStringSubmatch(lower); m != nil {
		return data.Due{Kind: data.DueEvery, Period: data.Delay{Years: 1}, Words: m[x.yearly.SubexpIndex("m")]}
	}
	for _, p := range x.within {
		if d, words, at, ok := x.period(c, p, lower); ok {
			kind := data.DueEvent
			if x.force.MatchString(near(lower, at)) {
				kind = data.DueOnce
			}
			return data.Due{Kind: kind, Period: d, Words: words}
		}
	}
	if m := x.periods.FindStringSubmatch(lower); m != nil {
		return data.Due{Kind: data.DueCycle, Words: m[x.periods.SubexpIndex("m")]}
	}
	return data.Due{Kind: data.DueAlways}
}

// near is what stands around a place: what a period runs from is said there.
func near(s string, at [2]int) string {
	const most = 120 // bytes
	return strings.ToValidUTF8(s[max(at[0]-most, 0):min(at[1]+most, len(s))], "")
}

// period is the period that a pattern finds, its words and where they are.
func (x *patterns) period(c calendar, p *regexp.Regexp, lower string) (d data.Delay, words string, at [2]int, ok bool) {
	m := p.FindStringSubmatchIndex(lower)
	if m == nil {
		return d, "", at, false
	}
	part := func(name string) string {
		for i, n := range p.SubexpNames() {
			if n == name && m[2*i] >= 0 {
				return lower[m[2*i]:m[2*i+1]]
			}
		}
		return ""
	}
	whole := p.SubexpIndex("m")
	at = [2]int{m[2*whole], m[2*whole+1]}
	words = lower[at[0]:at[1]]
	if d, ok := c.dual[part("d")]; ok {
		return d, words, at, true
	}
	n := 1
	if word := part("n"); word != "" {
		if n, ok = c.numbers[word]; !ok {
			n, _ = strconv.Atoi(word)
		}
	}
	switch unit := part("u"); {
	case n == 0 || unit == "":
		return d, "", at, false
	case x.days.MatchString(unit):
		d.Days = n
	case x.months.MatchString(unit):
		d.Months = n
	default:
		d.Years = n
	}
	return d, words, at, true
}
