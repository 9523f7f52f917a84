package reference

import (
	"testing"

	"travaux/data"
)

func FuzzScan(f *testing.F) {
	for _, c := range findCases {
		f.Add(c.text, string(c.lang))
	}
	f.Add("articles 1 to 999999999999999999999, (a) to (zz), ㈠至㈩", "en")
	f.Add("第第第七条至至条、、第十目、(((a)))", "zh")
	f.Add("resolution 75/ /240 (2017) S-32/ A/RES/, para.", "en")
	f.Add("المواد من 7 إلى و و و 11 من من من", "ar")
	f.Fuzz(func(t *testing.T, s, lang string) {
		if len(s) > 4096 {
			return
		}
		refs, symbols := Scan(s, data.Lang(lang))
		holds(t, s, refs, symbols)
		tr := newTreaty()
		x := NewIndex(tr.revision(sampleTreaty))
		for _, r := range refs {
			for _, target := range x.Resolve(tr.id("ch1/art1/2/b"), r) {
				if (target.Status == Found) != !target.ID.IsZero() {
					t.Errorf("%v with identity %v", target.Status, target.ID)
				}
			}
		}
	})
}

func FuzzTerms(f *testing.F) {
	f.Add("“Beacon” or «buoy» means ”a light“ „x“ ``y''", "en")
	f.Add("”المنارة“ تعني و”البيانات“ وللل", "ar")
	f.Add("“灯塔”、“航标”系指", "zh")
	f.Fuzz(func(t *testing.T, s, code string) {
		if len(s) > 4096 {
			return
		}
		lang := data.Lang(code)
		ps := provisionsIn(lang, "Definitions", s, s+s)
		terms := Terms(ps, lang)
		length := len([]rune(s))
		for _, term := range terms {
			if term.Span.Start < 0 || term.Span.End > 2*length || term.Span.Start >= term.Span.End || term.Name == "" {
				t.Errorf("term %v in %d runes", term, length)
			}
		}
		at := 0
		for _, u := range NewGlossary(terms, lang).In(s) {
			if u.Span.Start < at || u.Span.End > length || u.Span.Start >= u.Span.End || u.Term < 0 || u.Term >= len(terms) {
				t.Errorf("use %v in %d runes", u, length)
			}
			at = u.Span.End
		}
	})
}

// FuzzIndex gives an index paths and parents that no parser would.
func FuzzIndex(f *testing.F) {
	f.Add("art1/1", "art1", "article 1, paragraph 1, of this article")
	f.Add("~2/", "/", "this chapter and the preceding paragraph")
	f.Fuzz(func(t *testing.T, a, b, s string) {
		first, second := data.NewID(), data.NewID()
		x := NewIndex([]data.Provision{
			{ID: first, Parent: second, Path: a, Kind: data.KindArticle},
			{ID: second, Parent: first, Path: b, Kind: data.KindParagraph},
			{Path: a + "/" + b, Kind: data.KindSection, Parent: second},
		})
		for _, lang := range data.Langs {
			for _, r := range Find(s, lang) {
				x.Resolve(first, r)
				Check(r, second, x, x)
			}
		}
	})
}
