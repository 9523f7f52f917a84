package desk_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
)

func TestACableIsDividedByWhatItNames(t *testing.T) {
	d := imported(t)
	text, err := d.Current()
	must(t, err)
	show := func(cable string, parts []desk.CablePart) string {
		runes := []rune(cable)
		var out []string
		for _, p := range parts {
			var paths []string
			for _, id := range p.Provisions {
				x, _ := text.Find(id)
				paths = append(paths, x.Path)
			}
			words := strings.ReplaceAll(string(runes[p.Start:p.End]), "\n", "|")
			for _, n := range p.Named {
				if n.Start < p.Start || n.End > p.End || n.Start >= n.End {
					t.Errorf("named outside of the part: %v in %v", n, p)
				}
			}
			out = append(out, strings.Join(paths, "+")+": "+words)
		}
		return strings.Join(out, "\n")
	}
	for _, c := range []struct {
		name, cable string
		lang        data.Lang
		want        []string
	}{
		{"numbered paragraphs", "1. Report daily.\n2. Article 2, paragraph 1: insist.\nYield on nothing.\n3. Be on time.\n4. As regards article 1: retain.", data.English, []string{
			"ch1/art2/1: 2. Article 2, paragraph 1: insist.|Yield on nothing.", "ch1/art1: 4. As regards article 1: retain.",
		}},
		{"headings", "Cable\n\nArticle 1\n1. Retain.\n2. Say so.\n\nArticle 2, paragraph 2\nOppose.", data.English, []string{
			"ch1/art1: Article 1|1. Retain.|2. Say so.", "ch1/art2/2: Article 2, paragraph 2|Oppose.",
		}},
		{"named in the middle", "The delegation is to insist on the wording of article 2, paragraph 1, and of article 1.\nIt reports.", data.English, []string{
			"ch1/art2/1+ch1/art1: The delegation is to insist on the wording of article 2, paragraph 1, and of article 1.",
		}},
		{"another instrument", "1. Article 2 of the Charter of the United Nations is to be recalled.", data.English, nil},
		{"nothing", "", data.English, nil},
		{"French", "2. Article 2, paragraphe 1 : maintenir.", data.French, []string{"ch1/art2/1: 2. Article 2, paragraphe 1 : maintenir."}},
		{"Chinese", "一、第二条第一款：坚持。\n二、按时报告。", data.Chinese, []string{"ch1/art2/1: 一、第二条第一款：坚持。"}},
		{"Arabic", "1 - الفقرة 1 من المادة 2: الإصرار عليها.", data.Arabic, []string{"ch1/art2/1: 1 - الفقرة 1 من المادة 2: الإصرار عليها."}},
		{"Russian", "a) Пункт 1 статьи 2: настаивать.", data.Russian, []string{"ch1/art2/1: a) Пункт 1 статьи 2: настаивать."}},
	} {
		if got, want := show(c.cable, d.CableParts(c.cable, c.lang)), strings.Join(c.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, want)
		}
	}
	if ids := d.NamedProvisions("yield on paragraph 2 of article 2, never on article 1", data.English); len(ids) != 2 || ids[0] != at(t, d, "ch1/art2/2").ID {
		t.Errorf("named: %v", ids)
	}
}

func FuzzCablesAreDividedInOrder(f *testing.F) {
	d := imported(f)
	for _, s := range []string{"1. Article 2: insist.\n\nOn", "第二条\n（一）", "\xff\n(a", "- art. 1\r\n• Article 2 (a)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		runes := len([]rune(s))
		for _, lang := range data.Langs {
			last := 0
			for _, p := range d.CableParts(s, lang) {
				if p.Start < last || p.End <= p.Start || p.End > runes || len(p.Provisions) == 0 {
					t.Fatalf("%s: %+v after %d of %d", lang, p, last, runes)
				}
				last = p.End
			}
		}
	})
}
