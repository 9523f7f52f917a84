package specimen

import (
	"math/rand/v2"
	"strconv"

	"travaux/data"
)

// lands are invented States by language.
var lands = map[data.Lang][]string{
	data.Arabic:  {"فلمورا", "جمهورية أماريا الاتحادية", "تساليا", "جزر لوندا", "مملكة كورفين", "ناراند"},
	data.Chinese: {"韦尔莫拉", "阿马里亚联邦共和国", "特萨利亚", "伦达群岛", "科尔文王国", "纳兰德"},
	data.English: {"Velmora", "Amaria (Federal Republic of)", "Tessalia", "Lunda Islands", "Corvin (United Kingdom of Upper and Lower)", "Narande"},
	data.French:  {"Velmora", "Amaria (République fédérale d’)", "Tessalie", "Îles Lunda", "Corvin (Royaume-Uni de Haut- et de Bas-)", "Narande"},
	data.Russian: {"Вельмора", "Амария (Федеративная Республика)", "Тессалия", "Острова Лунда", "Корвин (Соединённое Королевство)", "Наранд"},
	data.Spanish: {"Velmora", "Amaria (República Federal de)", "Tesalia", "Islas Lunda", "Corvin (Reino Unido de Alto y Bajo)", "Narande"},
}

// quarters are invented regional groups by language.
var quarters = map[data.Lang][]string{
	data.Arabic:  {"دول الشمال", "دول الجنوب"},
	data.Chinese: {"北方国家", "南方国家"},
	data.English: {"Northern States", "Southern States"},
	data.French:  {"États du Nord", "États du Sud"},
	data.Russian: {"Северные государства", "Южные государства"},
	data.Spanish: {"Estados del Norte", "Estados del Sur"},
}

// Matrix is who holds which view, with so many States and questions: invented, and
// the same at every call.
func Matrix(lang data.Lang, standers, questions int) data.InternalMatrix {
	brief := Brief(lang)
	r := rand.New(rand.NewPCG(193, 60))
	m := data.InternalMatrix{PublicMatrix: data.PublicMatrix{
		Lang: lang, Title: brief.Title, Body: brief.Body, Session: brief.Session, AgendaItem: brief.AgendaItem, State: brief.State,
		Letterhead: brief.Letterhead, Date: brief.Date, Symbol: brief.Symbol, Regions: quarters[lang],
	}, Since: data.Date{Year: 2026, Month: 3, Day: 2}}
	for i := range questions {
		article := strconv.Itoa(i/3 + 1)
		q := data.PublicQuestion{Path: "ch1/art" + article + "/" + strconv.Itoa(i%3+1), Label: strconv.Itoa(i%3 + 1)}
		switch {
		case i%3 == 0 && i > 0:
			q = data.PublicQuestion{Path: "ch1/art" + article}
		case i%3 == 2:
			q.Proposal, q.Kind, q.By = 1, data.ProposalModify, lands[lang][2]
		}
		if i == questions-1 && questions > 3 {
			q = data.PublicQuestion{Issue: brief.AgendaItem}
		}
		m.Questions = append(m.Questions, q)
		m.Ours = append(m.Ours, data.Stances[r.IntN(len(data.Stances))])
	}
	for i := range standers {
		s := data.PublicStander{Name: lands[lang][i%6], Kind: data.PartyMember, Counted: true, Region: quarters[lang][i%2]}
		if i >= 6 {
			s.Name += " " + strconv.Itoa(i/6+1)
		}
		if i == standers-1 {
			s.Kind, s.Counted, s.Region = data.PartyObserver, false, ""
		}
		doubtful, moved := make([]bool, questions), make([]bool, questions)
		for k := range questions {
			x := data.PublicStand{National: r.IntN(3) == 0}
			switch n := r.IntN(9); {
			case n < len(data.Attitudes):
				x.Attitude = data.Attitudes[n]
			case n == 5:
				x.Mixed = true
			default:
				x.National = false
			}
			spoke := x.Mixed || x.Attitude != data.AttitudeSilent
			doubtful[k], moved[k] = spoke && r.IntN(12) == 0, spoke && r.IntN(12) == 0
			s.Stands = append(s.Stands, x)
		}
		m.Standers = append(m.Standers, s)
		m.Doubtful, m.Moved = append(m.Doubtful, doubtful), append(m.Moved, moved)
	}
	t := &data.PublicTrend{Question: m.Questions[0], Days: []data.Date{{Year: 2026, Month: 3, Day: 2}, {Year: 2026, Month: 3, Day: 3}}}
	t.All = data.PublicCurve{Of: standers - 1, Support: []int{standers / 4, standers / 3}, Oppose: []int{1, 0}}
	for _, name := range quarters[lang] {
		t.Regions = append(t.Regions, data.PublicCurve{Name: name, Of: standers / 2, Support: []int{standers / 8, standers / 6}, Oppose: []int{0, 0}})
	}
	m.Trend = t
	return m
}
