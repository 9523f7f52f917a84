package concord

import "travaux/data"

// table is how a language writes numbers, as lists "word/form=value"; a word with
// a question mark may be another word as well. The lists are grammar, not taken
// from a document; they are held to the six language versions of one convention by
// a test.
type table struct {
	cardinals, ordinals, scales, parts, wholes string
	joins                                      string
	units, twos                                map[Unit]string
	months                                     string // January to December, each with its forms, between commas
	cent                                       string // what stands before the word for a hundred where both together are "per cent"
}

var tables = map[data.Lang]table{
	data.English: {
		cardinals: "one=1 two/both=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 " +
			"sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
		ordinals: "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 " +
			"fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 " +
			"seventieth=70 eightieth=80 ninetieth=90 hundredth=100",
		scales: "hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000",
		parts:  "halves=2 third/thirds=3 quarter/quarters/fourth/fourths=4 fifth/fifths=5 sixth/sixths=6 eighth/eighths=8 tenth/tenths=10",
		joins:  "and",
		units:  map[Unit]string{Day: "day days", Week: "week weeks", Month: "month months", Year: "year years", Hour: "hour hours"},
		months: "january,february,march,april,may,june,july,august,september,october,november,december",
		cent:   "per",
	},
	data.French: {
		cardinals: "un/une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf?=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 " +
			"vingt/vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90",
		ordinals: "premier/première/premiers/premières=1 second/seconde/deuxième/deuxièmes=2 tiers/tierce/tierces/troisième/troisièmes=3 quatrième/quatrièmes=4 cinquième/cinquièmes=5 " +
			"sixième=6 septième=7 huitième=8 neuvième=9 dixième/dixièmes=10 onzième=11 douzième=12 treizième=13 quatorzième=14 quinzième=15 seizième=16 " +
			"vingtième=20 trentième=30 quarantième=40 cinquantième=50 soixantième=60 centième=100 unième=1",
		scales: "cent/cents=100 mille=1000 million/millions=1000000 milliard/milliards=1000000000 billion/billions=1000000000000",
		parts:  "tiers/troisièmes=3 quart/quarts/quatrièmes=4 cinquième/cinquièmes=5 sixièmes=6 huitièmes=8 dixièmes=10",
		joins:  "et",
		units:  map[Unit]string{Day: "jour jours", Week: "semaine semaines", Month: "mois", Year: "an ans année années", Hour: "heure heures"},
		months: "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
		cent:   "pour",
	},
	data.Spanish: {
		cardinals: "un/una/uno=1 dos/ambos/ambas/sendos/sendas=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 " +
			"dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno/veintiún/veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 " +
			"veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 " +
			"ciento/cien=100 doscientos/doscientas=200 trescientos/trescientas=300 quinientos/quinientas=500",
		ordinals: "primer/primero/primera/primeros/primeras=1 segundo/segunda/segundos/segundas=2 tercer/tercero/tercera/terceros/terceras=3 cuarto/cuarta/cuartos/cuartas=4 " +
			"quinto/quinta=5 sexto/sexta=6 séptimo/séptima=7 octavo/octava=8 noveno/novena=9 décimo/décima=10 undécimo/undécima=11 duodécimo/duodécima=12 " +
			"decimotercer/decimotercero/decimotercera=13 decimocuarto/decimocuarta=14 decimoquinto/decimoquinta=15 decimosexto/decimosexta=16 " +
			"decimoséptimo/decimoséptima=17 decimoctavo/decimoctava=18 decimonoveno/decimonovena=19 vigésimo/vigésima=20 trigésimo/trigésima=30 " +
			"cuadragésimo/cuadragésima=40 quincuagésimo/quincuagésima=50 sexagésimo/sexagésima=60 septuagésimo/septuagésima=70 octogésimo/octogésima=80 " +
			"nonagésimo/nonagésima=90 centésimo/centésima=100",
		scales: "mil=1000 millón/millones=1000000 billón/billones=1000000000000",
		parts:  "tercio/tercios/terceras=3 cuartos/cuartas=4 quinto/quintos/quintas=5 octavos=8 décimos=10",
		joins:  "y",
		units:  map[Unit]string{Day: "día días", Week: "semana semanas", Month: "mes meses", Year: "año años", Hour: "hora horas"},
		months: "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre setiembre,octubre,noviembre,diciembre",
		cent:   "por",
	},
	data.Russian: {
		cardinals: "один/одна/одно/одного/одной/одному/одну/одним/одном=1 два/две/двух/двум/двумя/оба/обе/обоих/обеих/обоим/обеим/обоими/обеими=2 три/трех/трем/тремя/трое=3 четыре/четырех/четырем/четырьмя=4 " +
			"пять/пяти/пятью=5 шесть/шести/шестью=6 семь/семи=7 восемь/восьми/восемью=8 девять/девяти/девятью=9 десять/десяти/десятью=10 одиннадцать/одиннадцати=11 двенадцать/двенадцати=12 " +
			"тринадцать/тринадцати=13 четырнадцать/четырнадцати=14 пятнадцать/пятнадцати/пятнадцатью=15 шестнадцать/шестнадцати=16 семнадцать/семнадцати=17 восемнадцать/восемнадцати=18 " +
			"девятнадцать/девятнадцати=19 двадцать/двадцати/двадцатью=20 тридцать/тридцати/тридцатью=30 сорок/сорока=40 пятьдесят/пятидесяти=50 шестьдесят/шестидесяти=60 " +
			"семьдесят/семидесяти=70 восемьдесят/восьмидесяти=80 девяносто/девяноста=90 сто/ста=100 двести/двухсот=200 триста/трехсот=300 пятьсот/пятисот=500",
		scales: "тысяча/тысячи/тысяч/тысячу/тысячам/тысячами=1000 миллион/миллиона/миллионов/миллионам/миллионами=1000000 " +
			"млн=1000000 млрд=1000000000 миллиард/миллиарда/миллиардов=1000000000 триллион/триллиона/триллионов=1000000000000",
		parts: "треть/трети/третей/третями/третям/третьих=3 четверть/четверти/четвертей/четвертями/четвертых=4 пятых=5 шестых=6 восьмых=8 десятых=10",
		units: map[Unit]string{
			Day: "день дня дней дню днем днями сутки суток", Week: "неделя недели недель неделю", Month: "месяц месяца месяцев месяцу месяце",
			Year: "год года году годом годов лет годы", Hour: "час часа часов",
		},
		months: "январь января январе,февраль февраля феврале,март марта марте,апрель апреля апреле,май мая мае,июнь июня июне,июль июля июле," +
			"август августа августе,сентябрь сентября сентябре,октябрь октября октябре,ноябрь ноября ноябре,декабрь декабря декабре",
	},
	data.Arabic: {
		cardinals: "واحد/واحدة/أحد/إحدى=1 اثنان/اثنين/اثنتان/اثنتين/كلا/كلتا/كلتي=2 ثلاث/ثلاثة=3 أربع/أربعة=4 خمس/خمسة=5 ست/ستة=6 سبع/سبعة=7 ثمان/ثماني/ثمانية=8 تسع/تسعة=9 " +
			"عشر/عشرة=10 عشرون/عشرين=20 ثلاثون/ثلاثين=30 أربعون/أربعين=40 خمسون/خمسين=50 ستون/ستين=60 سبعون/سبعين=70 ثمانون/ثمانين=80 تسعون/تسعين=90 " +
			"اثنا/اثني/اثنتا/اثنتي=2 مائتان/مائتين/مئتان/مئتين=200 ثلاثمائة/ثلاثمئة=300 خمسمائة/خمسمئة=500",
		ordinals: "أول/أولى/حادي/حادية=1 ثاني/ثانية/ثان=2 ثالث/ثالثة=3 رابع/رابعة=4 خامس/خامسة=5 سادس/سادسة=6 سابع/سابعة=7 ثامن/ثامنة=8 تاسع/تاسعة=9 عاشر/عاشرة=10",
		scales:   "مائة/مئة=100 ألف?/آلاف/ألفا=1000 مليون/ملايين/مليونا=1000000 بليون/بلايين/مليار/مليارات=1000000000 تريليون=1000000000000",
		parts:    "ثلث/أثلاث=3 ربع/أرباع=4 خمس/أخماس=5 أسداس=6 أثمان=8 أعشار=10",
		wholes:   "ثلثا=2/3 ثلثي=2/3 ثلثين=2/3 ثلثان=2/3 خمسي=2/5 خمسا=2/5",
		units: map[Unit]string{
			Day: "يوم يوما أيام", Week: "أسبوع أسابيع أسبوعا", Month: "شهر أشهر شهرا شهور", Year: "سنة سنوات عام أعوام عاما", Hour: "ساعة ساعات",
		},
		twos: map[Unit]string{
			Day: "يومين يومان", Week: "أسبوعين أسبوعان", Month: "شهرين شهران", Year: "سنتين سنتان عامين عامان", Hour: "ساعتين ساعتان",
		},
		months: "يناير,فبراير,مارس,أبريل إبريل,مايو,يونيه يونيو,يوليه يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر",
		cent:   "في",
	},
	data.Chinese: {},
}

// arabicMonths are the other names of months, whose second word would be taken for
// a number: كانون الأول, تشرين الثاني.
var arabicMonths = set("كانون تشرين ربيع جمادى")

// hanUnits are what Chinese counts by.
var hanUnits = []struct {
	words string
	unit  Unit
}{
	{"个月", Month}, {"個月", Month}, {"年", Year}, {"周年", Year}, {"天", Day}, {"日", Day}, {"周", Week}, {"星期", Week}, {"个星期", Week}, {"小时", Hour}, {"小時", Hour},
}

// hanMeasures are what may follow a number in Chinese if it is one: without them a
// lone 三 may be a part of a word.
var hanMeasures = []string{
	"国", "份", "个", "個", "名", "次", "届", "屆", "票", "项", "項", "人", "位", "期", "件", "种", "種", "倍", "步", "级", "類", "类", "理事国", "席",
}
