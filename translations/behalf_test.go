package translations

import "testing"

func TestGroupsStandBehindOnBehalfOf(t *testing.T) {
	for _, c := range []struct {
		lang, name, want string
		ok               bool
	}{
		{"en", "Group of 77 and China", "the Group of 77 and China", true},
		{"en", "NAM", "NAM", true},
		{"en", "The Friends of the Night", "The Friends of the Night", true},
		{"fr", "Groupe africain", "du Groupe africain", true},
		{"fr", "Union européenne et ses États membres", "de l’Union européenne et ses États membres", true},
		{"fr", "Pays nordiques", "des Pays nordiques", true},
		{"fr", "MNA", "MNA", false},
		{"es", "Movimiento de Países No Alineados", "del Movimiento de Países No Alineados", true},
		{"es", "Alianza del Pacífico", "de la Alianza del Pacífico", true},
		{"ru", "Группа 77 и Китай", "Группы 77 и Китая", true},
		{"ru", "Г77 и Китай", "Г77 и Китая", true},
		{"ru", "Африканская группа", "Африканской группы", true},
		{"ru", "Европейский союз и его государства-члены", "Европейского союза и его государств-членов", true},
		{"ru", "Карибское сообщество", "Карибского сообщества", true},
		{"ru", "Малые островные развивающиеся государства", "Малых островных развивающихся государств", true},
		{"ru", "Общий рынок стран Южного конуса", "Общего рынка стран Южного конуса", true},
		{"ru", "Канада, Австралия и Новая Зеландия", "", false},
		{"ru", "Страны — кандидаты на вступление в Европейский союз", "", false},
		{"ar", "المجموعة الأفريقية", "المجموعة الأفريقية", true},
		{"zh", "非洲组", "非洲组", true},
	} {
		if got, ok := New(c.lang).OfGroup(c.name); got != c.want || ok != c.ok {
			t.Errorf("%s, %s: %q %t, want %q %t", c.lang, c.name, got, ok, c.want, c.ok)
		}
	}
}

func TestMeetingsAreNumberedInTheLanguage(t *testing.T) {
	for _, c := range []struct{ lang, title, want string }{
		{"fr", "3rd meeting", "3e séance"},
		{"fr", "1st meeting", "1re séance"},
		{"en", "3e séance", "3rd meeting"},
		{"en", "第12次会议", "12th meeting"},
		{"es", "21st meeting", "21ª sesión"},
		{"ru", "2nd meeting", "2-е заседание"},
		{"fr", "Informals on article 7", "Informals on article 7"},
		{"fr", "3rd meeting, resumed", "3rd meeting, resumed"},
		{"fr", "Opening", "Opening"},
	} {
		if got := New(c.lang).Meeting(c.title); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.lang, c.title, got, c.want)
		}
	}
}
