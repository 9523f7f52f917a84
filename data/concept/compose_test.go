package concept

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
)

// title is a title in all languages.
var title = six("اتفاقية المنارات", "灯塔公约", "Convention on Lighthouses", "Convention sur les phares", "Конвенция о маяках", "Convención sobre los faros")

// identified gives theses identities, as the desk does.
func identified(all []data.Thesis) []data.Thesis {
	for i := range all {
		if all[i].ID.IsZero() {
			all[i].ID = data.NewID()
		}
	}
	return all
}

// everything is every clause of the menu, alternatives too.
func everything() []data.Thesis {
	var out []data.Thesis
	for _, c := range Clauses {
		out = identified(append(out, With(out, c)))
	}
	return out
}

// paths are the provisions of a draft with their kinds.
func paths(d Draft) []string {
	var out []string
	for _, n := range d.Outline.Nodes {
		out = append(out, string(n.Kind)+" "+n.Path)
	}
	return out
}

func TestADraftHasTheSameProvisionsInEveryLanguage(t *testing.T) {
	for name, theses := range map[string][]data.Thesis{"skeleton": identified(Skeleton(nil)), "all clauses": everything(), "theses": sample()} {
		want := paths(Compose(title, theses, data.English))
		if len(want) < 15 {
			t.Fatalf("%s: only %d provisions", name, len(want))
		}
		for _, lang := range data.Langs {
			d := Compose(title, theses, lang)
			if got := paths(d); !slices.Equal(got, want) {
				for i := range max(len(got), len(want)) {
					if i >= len(got) || i >= len(want) || got[i] != want[i] {
						t.Errorf("%s, %s: %d provisions, not %d; from %d on: %s", name, lang, len(got), len(want), i, strings.Join(got[i:], "; "))
						break
					}
				}
			}
			if d.Outline.Rebuild() != string(d.Content) {
				t.Errorf("%s, %s: what is read is not what was composed", name, lang)
			}
			if len(d.Paths) != len(theses) {
				t.Errorf("%s, %s: %d of %d theses have a provision", name, lang, len(d.Paths), len(theses))
			}
			for _, n := range d.Outline.Nodes {
				if len(n.Doubts) > 0 {
					t.Errorf("%s, %s: %s is read with doubts: %v", name, lang, n.Path, n.Doubts)
				}
			}
			if strings.ContainsAny(string(d.Content), "{}@") || len(d.Open) > 0 {
				t.Errorf("%s, %s: something is not filled in: %v", name, lang, d.Open)
			}
		}
	}
}

// sample is a concept of own words: a chapter of its own, an article with a list, a
// thesis that is written in one language only, and a few clauses.
func sample() []data.Thesis {
	var out []data.Thesis
	add := func(parent int, t data.Thesis) int {
		t.ID, t.Order = data.NewID(), len(out)
		if parent >= 0 {
			t.Parent = out[parent].ID
		}
		out = append(out, t)
		return len(out) - 1
	}
	all := func(s string) data.Words { return six(s, s, s, s, s, s) }
	add(-1, data.Thesis{Part: "preamble", Text: data.Words{data.English: "Recalling the value of light"}})
	add(-1, data.Thesis{Part: "general", Clause: "purpose"})
	ch := add(-1, data.Thesis{Part: "substance", Heading: all("Keepers")})
	art := add(ch, data.Thesis{Heading: all("Duties"), Text: all("Every keeper shall:")})
	add(art, data.Thesis{Text: all("light the lamp;")})
	add(art, data.Thesis{Text: data.Words{data.English: "clean the glass;", data.French: "nettoie le verre ;"}})
	two := add(ch, data.Thesis{Heading: all("Rest"), Text: all("A keeper may rest at dawn.")})
	add(two, data.Thesis{Text: all("Rest lasts as long as daylight.")})
	add(-1, data.Thesis{Part: "substance", Heading: all("Wicks")})
	add(-1, data.Thesis{Part: "final", Clause: "depositary"})
	add(-1, data.Thesis{Part: "final", Clause: "entry", Values: map[string]int{"number": 25, "day": 30}})
	return out
}

func TestThesesBecomeProvisions(t *testing.T) {
	all := sample()
	d := Compose(title, all, data.English)
	for i, want := range []string{"pre/pp1", "ch1/art1", "ch2", "ch2/art2", "ch2/art2/a", "ch2/art2/b", "ch2/art3", "ch2/art3/2", "ch3/art4", "ch4/art5", "ch4/art6"} {
		if got := d.Paths[all[i].ID]; got != want {
			t.Errorf("thesis %d became %s, not %s", i, got, want)
		}
	}
	for _, want := range []string{
		"Recalling the value of light,\n", "Article 2\nDuties\nEvery keeper shall:\n(a) light the lamp;\n(b) clean the glass;\n",
		"Article 3\nRest\n1. A keeper may rest at dawn.\n2. Rest lasts as long as daylight.\n", "Article 4\nWicks\n[…]\n",
		"on the thirtieth day after the date of deposit of the twenty-fifth instrument",
	} {
		if !strings.Contains(string(d.Content), want) {
			t.Errorf("%q is not in\n%s", want, d.Content)
		}
	}
	if d.Foreign != 0 {
		t.Errorf("%d lines are foreign to English", d.Foreign)
	}
	ru := Compose(title, all, data.Russian)
	if ru.Foreign != 2 || !strings.Contains(string(ru.Content), "b) [clean the glass;]\n") || !strings.Contains(string(ru.Content), "[Recalling the value of light]\n") {
		t.Errorf("%d lines are foreign to Russian:\n%s", ru.Foreign, ru.Content)
	}
	if !strings.Contains(string(ru.Content), "на тридцатый день после даты сдачи на хранение двадцать пятого документа") {
		t.Error("the Russian numbers are not as they should be")
	}
}

func TestAClauseRefersToArticlesByTheirNumbers(t *testing.T) {
	skeleton := identified(Skeleton(nil))
	if got := string(Compose(title, skeleton, data.Chinese).Content); !strings.Contains(got, "根据第八条设立的缔约国会议") || !strings.Contains(got, "第二十四条指定的保存人") {
		t.Error("the Chinese references are not as they should be")
	}
	alone := identified([]data.Thesis{{Part: "general", Clause: "terms"}})
	d := Compose(title, alone, data.English)
	if !slices.Equal(d.Open, []string{"conference", "depositary"}) || !strings.Contains(string(d.Content), "established by article […]") {
		t.Errorf("what is missing is not said: %v", d.Open)
	}
	if got := Lacking(alone); !slices.Equal(got, []string{"conference", "depositary"}) {
		t.Errorf("the clauses that are needed are %v", got)
	}
	if got := Lacking(skeleton); len(got) > 0 {
		t.Errorf("the skeleton needs %v", got)
	}
}

func TestNoWordOfAThesisIsLost(t *testing.T) {
	loop := identified([]data.Thesis{{Text: data.Words{data.English: "Alpha is one."}}, {Text: data.Words{data.Russian: "Бета — два.\nИ три."}}, {Text: data.Words{data.English: "Gamma {sic} @all."}}})
	loop[0].Parent, loop[1].Parent = loop[1].ID, loop[0].ID // two laptops moved each into the other
	loop[2].Parent = data.NewID()                           // its parent was deleted
	for _, lang := range data.Langs {
		d := Compose(title, loop, lang)
		for _, want := range []string{"Alpha is one.", "Бета", "И три.", "Gamma {sic} @all."} {
			if !strings.Contains(string(d.Content), want) {
				t.Errorf("%s: %q is lost:\n%s", lang, want, d.Content)
			}
		}
	}
}

func FuzzCompose(f *testing.F) {
	f.Add("Heading", "1. Text:\n(a) more", uint8(1), uint8(2))
	f.Fuzz(func(t *testing.T, heading, words string, shape, part uint8) {
		all := identified([]data.Thesis{
			{Part: string(Parts[int(part)%len(Parts)]), Heading: data.Words{data.English: heading}, Text: data.Words{data.English: words}},
			{Text: data.Words{data.French: words}},
			{Heading: data.Words{data.Arabic: heading}, Clause: Clauses[int(shape)%len(Clauses)].ID},
		})
		for i := range all {
			if shape>>i&1 == 1 {
				all[i].Parent = all[(i+1)%len(all)].ID
			}
		}
		for _, lang := range data.Langs {
			d := Compose(title, all, lang)
			if d.Outline.Rebuild() != string(d.Content) {
				t.Error("the outline is not the text")
			}
		}
		Outline(all)
	})
}
