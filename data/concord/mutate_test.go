package concord_test

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/concord"
)

func TestMutShow(t *testing.T) {
	prov := realText(t, "akn/A_RES_79_243_*.xml")
	for _, m := range []struct {
		lang     data.Lang
		old, new string
	}{{"en", "shall", "should"}, {"en", " shall ", " may "}, {"fr", " doit ", " devrait "}, {"es", " deberá ", " debería "}, {"ru", " должны ", " могут "}, {"zh", "应", "宜"}, {"zh", "应当", "可"}, {"ar", " يجب ", " ينبغي "}, {"ar", "يجوز", "يجب"}, {"fr", " peut ", " doit "}, {"ru", " может ", " должно "}, {"es", "podrá", "deberá"}} {
		tried, found := 0, 0
		for i := range prov {
			r := prov[i].Text[m.lang]
			if tried > 80 {
				break
			}
			if n := strings.Count(r.Text, m.old); n == 0 || !strings.HasPrefix(prov[i].Path, "ch") {
				continue
			}
			was := r
			r.Text = strings.Replace(r.Text, m.old, m.new, 1)
			prov[i].Text[m.lang] = r
			tried++
			c := concord.Compare(prov[i:i+1], data.Langs)
			ok := slices.ContainsFunc(c.Findings, func(f concord.Finding) bool { return f.Kind == concord.Strength && slices.Contains(f.Langs, m.lang) })
			if ok {
				found++
			} else if tried < 12 {
				t.Log("   missed", m.lang, prov[i].Path)
			}
			prov[i].Text[m.lang] = was
		}
		t.Log(m, found, "of", tried)
	}
}
