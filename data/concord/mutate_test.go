package concord_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/concord"
	"travaux/data/redline/strength"
)

// changed returns the provisions with other words in one language of one of them,
// alone: a comparison of the whole would take long for every change.
func changed(p data.Provision, lang data.Lang, words string) []data.Provision {
	p.Text = maps.Clone(p.Text)
	r := p.Text[lang]
	r.Text = words
	p.Text[lang] = r
	return []data.Provision{p}
}

func finds(provisions []data.Provision, kind concord.Kind, lang data.Lang) bool {
	return slices.ContainsFunc(concord.Compare(provisions, data.Langs).Findings, func(f concord.Finding) bool {
		return f.Kind == kind && slices.Equal(f.Langs, []data.Lang{lang})
	})
}

// TestAnotherNumberIsFound alters every number of a convention, in one language at
// a time, and expects that it is found and who says it is named.
func TestAnotherNumberIsFound(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	instead := map[data.Lang]string{data.English: "seventeen", data.French: "dix-sept", data.Spanish: "diecisiete", data.Russian: "семнадцать", data.Arabic: "سبعة عشر", data.Chinese: "十七个"}
	for _, lang := range data.Langs {
		tried := 0
		for _, p := range provisions {
			if !strings.HasPrefix(p.Path, "ch9/") && !strings.HasPrefix(p.Path, "ch4/") {
				continue
			}
			refs := concord.Outside(p.Text[lang].Text, lang)
			for _, n := range concord.Numbers(p.Text[lang].Text, lang, refs) {
				if !n.Sure {
					continue
				}
				tried++
				runes := []rune(p.Text[lang].Text)
				for _, other := range []string{"17", instead[lang]} {
					words := string(runes[:n.Span.Start]) + other + string(runes[n.Span.End:])
					if !finds(changed(p, lang, words), concord.Numerals, lang) {
						t.Errorf("%s %s: %s for %s is not found", lang, p.Path, other, string(runes[n.Span.Start:n.Span.End]))
					}
				}
			}
		}
		if tried < 10 {
			t.Errorf("%s: only %d numbers", lang, tried)
		}
	}
}

// TestALostParagraphIsFound takes a paragraph out of one version, numbered or not,
// and expects that this one is missing there and no other.
func TestALostParagraphIsFound(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	for _, path := range []string{
		"pre/pp2", "pre/pp3", "pre/pp5", "pre/pp7", "pre/pp9", "pre/pp11", "pre/pp12", "pre/pp14", "res/pre/pp2", "ch9/art63/2", "ch2/art7/2", "ch4/art23/3/a",
	} {
		for _, lang := range data.Langs {
			less := withoutParagraph(provisions, lang, path)
			var missing []string
			for _, row := range concord.AlignRows(less, data.Langs) {
				if _, ok := row.At[lang]; !ok {
					missing = append(missing, less[row.At[other(lang)]].Path)
				}
			}
			missing = slices.DeleteFunc(missing, func(p string) bool { return p == "ch4/art28/1/flush" })
			if !slices.Equal(missing, []string{path}) {
				t.Errorf("%s without %s: %v", lang, path, missing)
			}
		}
	}
	c := concord.Compare(withoutParagraph(provisions, data.French, "pre/pp7"), data.Langs)
	if got := ofKinds(c, concord.Structure, concord.Numerals); !strings.Contains(got, "structure pre/pp7 fr:") || strings.Count(got, "\n") != 1 {
		t.Errorf("without the seventh recital: %s", got)
	}
}

func other(lang data.Lang) data.Lang {
	if lang == data.English {
		return data.Spanish
	}
	return data.English
}

// withoutParagraph takes a paragraph out of a version; what is counted after it
// moves up, as when the file is read without it.
func withoutParagraph(provisions []data.Provision, lang data.Lang, path string) []data.Provision {
	out := make([]data.Provision, len(provisions))
	at := -1
	for i, p := range provisions {
		out[i] = p
		out[i].Text = maps.Clone(p.Text)
		if p.Path == path {
			at = i
		}
	}
	counted := out[at].Text[lang].Label == ""
	for counted && at+1 < len(out) && out[at+1].Kind == out[at].Kind && out[at+1].Depth == out[at].Depth {
		out[at].Text[lang] = out[at+1].Text[lang]
		at++
	}
	delete(out[at].Text, lang)
	return out
}

// TestAWeakerVerbIsFound changes how strongly a provision binds, in one language.
func TestAWeakerVerbIsFound(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	for _, c := range []struct {
		lang     data.Lang
		old, new string
		share    int // found of a hundred, at least
	}{
		{data.English, " shall ", " should ", 97},
		{data.English, " shall ", " may ", 50},
		{data.Chinese, "应当", "宜", 95},
		{data.French, " doit ", " devrait ", 90},
		{data.Spanish, "deberá ", "debería ", 90},
		{data.Arabic, "يجوز", "يجب", 80},
	} {
		tried, found := 0, 0
		for _, p := range provisions {
			words := p.Text[c.lang].Text
			if !strings.HasPrefix(p.Path, "ch") || !strings.Contains(words, c.old) || tried == 60 {
				continue
			}
			tried++
			if finds(changed(p, c.lang, strings.Replace(words, c.old, c.new, 1)), concord.Strength, c.lang) {
				found++
			}
		}
		if tried == 0 || 100*found < c.share*tried {
			t.Errorf("%s:%sfor%s: %d of %d found", c.lang, c.new, c.old, found, tried)
		}
	}
}

// TestAPermissionTurnedIntoADutyIsFound lets one version oblige where all of them
// permit. Only words that are read as a permission are tried: in "such measures as may
// be necessary" there is none. What is not found stands where versions already bind
// unlike: Chinese says 应 in a chapeau that permits elsewhere, as one says 可 for "can".
func TestAPermissionTurnedIntoADutyIsFound(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	count := func(words string, lang data.Lang) (permissions, duties int) {
		for _, m := range strength.Find(words, lang) {
			switch m.Class {
			case strength.Permission:
				permissions++
			case strength.Obligation:
				duties++
			}
		}
		return permissions, duties
	}
	for _, c := range []struct {
		lang     data.Lang
		old, new string
		share    int // found of a hundred, at least
	}{
		{data.English, " may ", " shall ", 75},      // 47 of 60
		{data.Arabic, "يجوز", "يجب", 85},            // 52 of 60
		{data.French, " peut ", " doit ", 80},       // 41 of 49
		{data.French, " peuvent ", " doivent ", 65}, // 15 of 22
		{data.Russian, "может", "должен", 85},       // 49 of 57
		{data.Russian, "могут", "должны", 75},       // 15 of 20
		{data.Spanish, "podrá ", "deberá ", 90},     // 36 of 40
		{data.Spanish, "podrán ", "deberán ", 80},   // 28 of 33
		{data.Chinese, "可", "应", 60},                // 37 of 60
	} {
		tried, found := 0, 0
		for _, p := range provisions {
			words := p.Text[c.lang].Text
			if !strings.HasPrefix(p.Path, "ch") || !strings.Contains(words, c.old) || tried == 60 {
				continue
			}
			other := strings.Replace(words, c.old, c.new, 1)
			may, must := count(words, c.lang)
			if now, bound := count(other, c.lang); now != may-1 || bound != must+1 {
				continue
			}
			tried++
			if finds(changed(p, c.lang, other), concord.Strength, c.lang) {
				found++
			}
		}
		if tried == 0 || 100*found < c.share*tried {
			t.Errorf("%s:%sfor%s: %d of %d found", c.lang, c.new, c.old, found, tried)
		}
	}
}

// TestAnotherReferenceIsFound points a version elsewhere.
func TestAnotherReferenceIsFound(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	for i, p := range provisions {
		if p.Path != "ch9/art63/3" {
			continue
		}
		words := p.Text[data.English].Text
		other := append([]data.Provision(nil), provisions...)
		other[i] = changed(p, data.English, strings.Replace(words, "paragraph 2", "paragraph 1", 1))[0]
		if !finds(other, concord.Reference, data.English) || words == other[i].Text[data.English].Text {
			t.Error("it is not found")
		}
	}
}

// TestBracketsAndHeadings finds what is in brackets in one version only, and a
// heading that is lost.
func TestBracketsAndHeadings(t *testing.T) {
	p := data.Provision{ID: data.NewID(), Path: "art1", Kind: data.KindArticle, Text: map[data.Lang]data.Rendering{}}
	for _, lang := range data.Langs {
		p.Text[lang] = data.Rendering{Heading: "A", Text: "[A] b"}
	}
	if c := concord.Compare([]data.Provision{p}, data.Langs); len(c.Findings) > 0 {
		t.Errorf("%v", c.Findings)
	}
	p.Text[data.Russian] = data.Rendering{Heading: "A", Text: "A b"}
	p.Text[data.Spanish] = data.Rendering{Text: "[A] b"}
	c := concord.Compare([]data.Provision{p}, data.Langs)
	if got := ofKinds(c, concord.Kinds...); got != "heading art1 es: ar=heading zh=heading en=heading fr=heading ru=heading es=\n"+
		"bracket art1 ru: ar=pairs 1,depth 1 zh=pairs 1,depth 1 en=pairs 1,depth 1 fr=pairs 1,depth 1 ru= es=pairs 1,depth 1" {
		t.Error(got)
	}
	again := concord.Compare([]data.Provision{p}, data.Langs)
	if again.Findings[0].Key() != c.Findings[0].Key() || c.Findings[0].Key() == c.Findings[1].Key() {
		t.Error("keys")
	}
}

// TestTwoVersions compares two of the languages alone.
func TestTwoVersions(t *testing.T) {
	provisions := realText(t, "akn/A_RES_79_243_*.xml")
	c := concord.Compare(provisions, []data.Lang{data.English, data.Chinese})
	if got := ofKinds(c, concord.Structure, concord.Numerals, concord.Heading); got != "structure ch4/art28/1/flush zh: zh=- en=" {
		t.Error(got)
	}
}

func FuzzNumbers(f *testing.F) {
	f.Add("two-thirds of 1 000,5 million per cent")
	f.Add("第四十三分之二百万亿年")
	f.Add("ثلثي 000 15 في المائة")
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range data.Langs {
			at := 0
			for _, n := range concord.Numbers(s, lang, nil) {
				if n.Span.Start < at || n.Span.End <= n.Span.Start || n.Span.End > len([]rune(s)) || n.Value == "" {
					t.Fatalf("%s %q: %+v", lang, s, n)
				}
				at = n.Span.Start
			}
		}
	})
}

// FuzzCompare holds that any texts give an answer, the same each time, whose spans
// lie within them.
func FuzzCompare(f *testing.F) {
	f.Add("1. The [two] Parties shall meet within 30 days of article 2.", "一、缔约方应当在三十天内举行会议。")
	f.Add("", "ثلثا ] [ الأطراف")
	f.Fuzz(func(t *testing.T, a, b string) {
		provisions := []data.Provision{
			{ID: data.NewID(), Path: "art1", Kind: data.KindArticle, Text: map[data.Lang]data.Rendering{data.English: {Heading: b, Text: a}, data.Chinese: {Text: b}}},
			{ID: data.NewID(), Path: "art1/u1", Kind: data.KindParagraph, Depth: 1, Text: map[data.Lang]data.Rendering{data.English: {Text: b}, data.Arabic: {Text: a}}},
			{ID: data.NewID(), Path: "art1/u2", Kind: data.KindParagraph, Depth: 1, Text: map[data.Lang]data.Rendering{data.Arabic: {Text: b}, data.Russian: {Label: a, Text: a}}},
		}
		first, again := concord.Compare(provisions, data.Langs), concord.Compare(provisions, data.Langs)
		if ofKinds(first, concord.Kinds...) != ofKinds(again, concord.Kinds...) {
			t.Fatal("not the same twice")
		}
		for _, finding := range first.Findings {
			for _, s := range finding.Said {
				for _, span := range s.Spans {
					for _, p := range provisions {
						if n := len([]rune(p.Text[s.Lang].Text)); p.ID == s.Provision && (span.Start < 0 || span.End > n || span.Start > span.End) {
							t.Fatalf("%v of %d runes", span, n)
						}
					}
				}
			}
		}
	})
}
