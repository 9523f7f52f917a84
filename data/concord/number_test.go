package concord

import (
	"strings"
	"testing"

	"travaux/data"
)

// told writes numbers in one line: "40 2?" where the second is not sure.
func told(list []Number) string {
	var out []string
	for _, n := range list {
		s := n.Value
		if n.Unit != "" {
			s += string(n.Unit)
		}
		if !n.Sure {
			s += "?"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		lang       data.Lang
		text, want string
	}{
		{"en", "on the ninetieth day after the deposit of the fortieth instrument", "90day 40"},
		{"en", "a two‑thirds majority; three quarters of the Parties; one third", "2/3 3/4 1/3?"},
		{"en", "At least 60 States, 1,500 copies, 2.5 million, 15 per cent and 3%", "60 1500 2500000 15percent 3percent"},
		{"en", "Seventy-ninth session, 31 December 2026, one hundred and twenty days", "79 31 12named 2026 120day"},
		{"en", "third parties may march; in May 2025; twenty-one years; the 90th day", "3? 5named 2025 21year 90day"},
		{"en", "not later than one year; two or more; six months; fifteen thousand", "1year? 2? 6month 15000"},
		{"fr", "le quatre-vingt-dixième jour; la Soixante-dix-neuvième session; deux tiers", "90day 79 2/3"},
		{"fr", "quatre-vingts pour cent, soixante et onze, 1er mars 2025, cent vingt jours", "80percent 71 1 3named 2025 120day"},
		{"fr", "dix-huit membres; dix-sept; e1 article; le G20", "18 17 1? 20?"},
		{"en", "except as provided in 12, may make; 24/7", "12 24? 7?"},
		{"fr", "la vingt-et-unième reconstitution; quatre-vingt-seize", "21 96"},
		{"fr", "15 000 exemplaires, un an, tierces parties", "15000 1year? 3?"},
		{"es", "el 90º día después del cuadragésimo instrumento; dos tercios", "90day 40 2/3"},
		{"es", "Septuagésimo noveno período; treinta y un días; tres cuartas partes; 15 por ciento", "79 31day 3/4 15percent"},
		{"es", "100 mil millones; el 31 de diciembre de 2026; un año", "100000000000 31 12named 2026 1year?"},
		{"ru", "на девяностый день после сороковой грамоты; не менее двух третей голосов", "90day 40 2/3"},
		{"ru", "Семьдесят девятая сессия; 24 декабря 2024 года; пяти лет; шестимесячный срок; ста двадцати дней", "79 24 12named 2024 5year 6 120day"},
		{"ru", "15 процентов; 1 500 экземпляров; третьих сторон; тридцать первый", "15percent 1500 3? 31"},
		{"ar", "في اليوم التسعين من تاريخ إيداع الصك الأربعين؛ أغلبية ثلثي أصوات", "90day 40 2/3"},
		{"ar", "الدورة التاسعة والسبعون؛ 24 كانون الأول/ديسمبر 2024؛ خمس سنوات؛ بعد سنتين", "79 24 12named 2024 5year 2year?"},
		{"ar", "خمسة عشر يوما؛ 15 في المائة؛ ستة أشهر؛ خمسة وعشرون؛ مائة وعشرين يوما", "15day 15percent 6month 25 120day"},
		{"zh", "第四十份批准书交存之日后第九十天；三分之二多数；百分之十五", "40 90day 2/3 15percent"},
		{"zh", "2024年12月31日；第七十九届会议；六个月；五年；至少四年；六十个缔约国；第三方", "2024 12named 31 79 6month 5year 4year 60 3?"},
		{"ar", "هذه الثلاثة؛ دولتين أو أكثر؛ الدول الخمس", "3? 2? 5?"},
		{"zh", "近几十年；过去十年；八十年", "10year? 10year? 80year"},
		{"ar", "خلال اثنتين وسبعين ساعة؛ اثنا عشر شهرا", "72hour 12month"},
		{"zh", "一切国家统一；两年；1 000亿美元；十分重要；千年发展目标；一百二十天", "1? 1? 2year? 100000000000 10? 1000year? 120day"},
	} {
		if got := told(Numbers(c.text, c.lang, nil)); got != c.want {
			t.Errorf("%s %s\n got %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}
