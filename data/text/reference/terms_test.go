package reference

import (
	"strings"
	"testing"

	"travaux/data"
)

// provisionsIn makes one provision of every text, all in an article with that
// heading.
func provisionsIn(lang data.Lang, heading string, texts ...string) []data.Provision {
	article := data.Provision{ID: data.NewID(), Kind: data.KindArticle, Path: "art1", Text: map[data.Lang]data.Rendering{lang: {Heading: heading}}}
	out := []data.Provision{article}
	for _, s := range texts {
		out = append(out, data.Provision{ID: data.NewID(), Parent: article.ID, Kind: data.KindPoint, Path: "art1/a", Text: map[data.Lang]data.Rendering{lang: {Text: s}}})
	}
	return out
}

func TestTerms(t *testing.T) {
	for _, c := range []struct {
		name, heading string
		lang          data.Lang
		text          string
		want          string
	}{
		{"means", "", data.English, "“Beacon” means a light on the coast;", "Beacon"},
		{"two names", "", data.English, "“Dousing” or “dimming” shall mean putting out a light", "Dousing|dimming"},
		{"aside", "", data.English, "“Salvage”, which includes towing where applicable, shall mean help at sea;", "Salvage"},
		{"the term", "", data.English, "For the purposes of this article, the term “wreck” shall include cargo.", "wreck"},
		{"hereinafter", "", data.English, "the coastal States (hereinafter referred to as “the Parties”) agree", "Parties"},
		{"name in brackets", "", data.English, "the Board of Keepers (the “Board”) meets", "Board"},
		{"list of terms", "Use of terms", data.English, "“Keeper”: whoever keeps a light", "Keeper"},
		{"mere quotation", "", data.English, "the so-called “ghost lights” were seen", ""},
		{"about a definition", "", data.English, "The definition of the term “beacon” in article 2 (e) includes, in subparagraph (ii), lamps", ""},
		{"straight marks", "", data.English, `"keeper" means whoever keeps a light`, "keeper"},
		{"french", "", data.French, "Par « phare », on entend toute lumière fixe ;", "phare"},
		{"french two", "", data.French, "Par « extinction » ou « occultation », on entend le fait d’éteindre ;", "extinction|occultation"},
		{"french designates", "", data.French, "Le terme « gardien » désigne toute personne", "gardien"},
		{"french hereinafter", "", data.French, "le Conseil des gardiens (ci-après dénommé « le Conseil »)", "Conseil"},
		{"french heading", "Définitions", data.French, "« Bouée » : corps flottant", "Bouée"},
		{"spanish", "", data.Spanish, "Por “faro” se entenderá toda luz fija;", "faro"},
		{"spanish include", "", data.Spanish, "el término “restos” incluirá la carga", "restos"},
		{"spanish hereinafter", "", data.Spanish, "los Estados ribereños (en adelante, las “Partes”)", "Partes"},
		{"russian", "", data.Russian, "«маяк» означает любой огонь на берегу;", "маяк"},
		{"russian under", "", data.Russian, "Под «обломками» понимаются части судна", "обломками"},
		{"russian hereinafter", "", data.Russian, "Совет смотрителей (далее — «Совет»)", "Совет"},
		{"arabic", "", data.Arabic, "”المنارة“ تعني أي ضوء ثابت على الساحل؛", "المنارة"},
		{"arabic verb first", "", data.Arabic, "لأغراض هذه المادة، يقصد بتعبير ”الحطام“ أجزاء السفينة", "الحطام"},
		{"arabic covers", "", data.Arabic, "يشمل مصطلح ”الحارس“ كل من يحرس", "الحارس"},
		{"arabic hereinafter", "", data.Arabic, "مجلس الحراس (المشار إليه فيما يلي باسم ”المجلس“)", "المجلس"},
		{"chinese", "", data.Chinese, "“灯塔”系指海岸上的任何固定灯光；", "灯塔"},
		{"chinese also", "", data.Chinese, "“冻结”或“扣押”是指暂时禁止移动", "冻结|扣押"},
		{"chinese word", "", data.Chinese, "“残骸”一语应当包括货物", "残骸"},
		{"chinese short", "", data.Chinese, "看守人理事会（以下简称“理事会”）", "理事会"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, term := range Terms(provisionsIn(c.lang, c.heading, c.text), c.lang) {
				got = append(got, term.Name)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}

func TestUses(t *testing.T) {
	for _, c := range []struct {
		name  string
		lang  data.Lang
		terms []string
		text  string
		want  string // the words found
	}{
		{"plural", data.English, []string{"beacon"}, "Beacons and a beacon's light, beaconage", "Beacons|beacon"},
		{"party", data.English, []string{"Party"}, "All Parties and each party; a part", "Parties|party"},
		{"longer neighbour", data.English, []string{"State", "Supervising State"}, "The Supervising State and another State", "Supervising State|State"},
		{"brackets", data.English, []string{"electronic data"}, "[electronic] data", "electronic] data"},
		{"french", data.French, []string{"données électroniques"}, "la donnée électronique et les données électroniques", "donnée électronique|données électroniques"},
		{"french plural in -aux", data.French, []string{"signal principal"}, "les signaux principaux", "signaux principaux"},
		{"spanish", data.Spanish, []string{"proveedor de servicios"}, "los proveedores de servicios", "proveedores de servicios"},
		{"russian", data.Russian, []string{"основное преступление"}, "основного преступления, основным преступлениям; преступление", "основного преступления|основным преступлениям"},
		{"arabic clitics", data.Arabic, []string{"المنارة"}, "للمنارة وبالمنارة ومنارة ولمنارة والمنارة", "للمنارة|وبالمنارة|ومنارة|ولمنارة|والمنارة"},
		{"arabic plural", data.Arabic, []string{"الجريمة الخطيرة"}, "والجرائم الخطيرة", "والجرائم الخطيرة"},
		{"arabic letter of the word", data.Arabic, []string{"بيانات"}, "البيانات والبيانات وبيانات", "البيانات|والبيانات|وبيانات"},
		{"chinese", data.Chinese, []string{"数据", "电子数据"}, "保全电子数据和数据", "电子数据|数据"},
	} {
		t.Run(c.name, func(t *testing.T) {
			terms := make([]Term, len(c.terms))
			for i, name := range c.terms {
				terms[i].Name = name
			}
			var got []string
			for _, u := range NewGlossary(terms, c.lang).In(c.text) {
				got = append(got, substring(c.text, u.Span))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}

func TestUsesLeaveTheDefinitionOut(t *testing.T) {
	ps := provisionsIn(data.English, "Definitions", "“Beacon” means a light; a beacon is fixed", "“Buoy” means a float")
	terms := Terms(ps, data.English)
	uses := Uses(ps, data.English, terms)
	if len(terms) != 2 || len(uses[0]) != 1 || len(uses[1]) != 0 {
		t.Errorf("%v %v", terms, uses)
	}
}

func TestCapitalsTellTermsApart(t *testing.T) {
	ps := provisionsIn(data.English, "Use of terms", "“Area” means the sea-bed", "“lights in the Area” means lamps", "No area is an Area")
	terms := Terms(ps, data.English)
	uses := Uses(ps, data.English, terms)
	if !terms[0].Exact || terms[1].Exact || len(uses[0]) != 1 {
		t.Errorf("%v %v", terms, uses)
	}
}
