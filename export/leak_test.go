package export

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
)

func TestLeaks(t *testing.T) {
	const (
		en = "Capital will accept twelve months if the European delegations insist upon it."
		ru = "Столица согласится на двенадцать месяцев, если на этом будут настаивать другие делегации."
		ar = "ستقبل العاصمة مهلة اثني عشر شهرا إذا أصرت الوفود الأخرى على ذلك."
		zh = "如果其他代表团坚持，国内可以接受十二个月的期限。"
		fr = "La capitale acceptera douze mois si les autres délégations l’exigent à la fin."
	)
	tests := map[string]struct {
		paper  string
		secret string
		exact  bool
		leak   bool
	}{
		"whole":                      {"We say: " + en, en, false, true},
		"six words":                  {"Velmora holds that twelve months if the European delegations agree.", en, false, true},
		"five words":                 {"Velmora holds that months if the European delegations agree.", en, false, false},
		"shorter than six":           {"accept twelve months", "accept twelve months", false, false},
		"case and punctuation":       {"TWELVE months: if the european, delegations", en, false, true},
		"line break":                 {"accept twelve\nmonths if  the\tEuropean", en, false, true},
		"within a word":              {"accept twelve mon\nths if the Euro-\npean", en, false, true},
		"soft hyphens, joiners":      {"accept twel\u00adve mon\u200dths if the European", en, false, true},
		"a note's mark between":      {"accept twelve months1 if the European", en, false, true},
		"a mark that stands apart":   {"accept twelve months ¹² if the European", en, false, true},
		"a year between":             {"accept twelve months 2026 if the European", en, false, false},
		"starts within a word":       {"unaccept twelve months if the Europe", en, false, false},
		"a long word goes on":        {"accept twelve months if the Europeans", en, false, true},
		"a short word does not":      {"Capital will accept twelve months iffy", en, false, false},
		"words in between":           {"accept at most twelve months if, and only if, the European", en, false, false},
		"russian":                    {"что столица согласится на двенадцать месяцев, если на", ru, false, true},
		"french accents":             {"douze mois si les autres delegations", fr, false, true},
		"arabic":                     {"نرى أن مهلة اثني عشر شهرا إذا أصرت الدول", ar, false, true},
		"arabic letter forms":        {"مهله إثنى عَشَر شهراً اذا اصــرت", ar, false, true},
		"arabic presentation forms":  {"ﻣﻬﻠﺔ اثني عشر شهرا إذا أصرت", ar, false, true},
		"arabic prefix":              {"وستقبل العاصمة مهلة اثني عشر شهرا", ar, false, true},
		"chinese ten":                {"我们认为国内可以接受十二个月的办法", zh, false, true},
		"chinese nine":               {"我们认为国内可以接受十二个，的办法", zh, false, false},
		"chinese over lines":         {"国内可以接\n受十二个月的办法", zh, false, true},
		"reference":                  {"see MFA/LEG/2026/114.", "MFA/LEG/2026/114", true, true},
		"reference spelled apart":    {"see mfa leg 2026-114", "MFA/LEG/2026/114", true, true},
		"part of a longer reference": {"see MFA/LEG/2026/1145", "MFA/LEG/2026/114", true, false},
		"name":                       {"thanks to Ana  LÓPEZ, who", "Ana López", true, true},
		"name within a word":         {"believe", "Li", true, false},
		"short name":                 {"Mr. Li said", "Li", true, true},
		"arabic name":                {"قال السيد وسامي حداد", "سامي حداد", true, true},
		"chinese name":               {"代表李明博士说", "李明", true, true},
		"name before a note's mark":  {"thanks to Quill¹ for", "Quill", true, true},
		"name behind a note's mark":  {"12Quill said so", "Quill", true, true},
		"name of a code":             {"thanks to Quill2026 for", "Quill", true, false},
		"nothing":                    {"nothing", "", true, false},
		"only signs":                 {"--- ***", "---", true, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := Leaks(test.paper, []data.Secret{{Field: "field", Text: test.secret, Exact: test.exact}}, "")
			if (len(got) > 0) != test.leak {
				t.Errorf("leak %v, want %v", got, test.leak)
			}
		})
	}
}

func TestQuotingTheDraftIsNoLeak(t *testing.T) {
	const issued = "1. Crews shall rest by day. 2. Every State Party shall keep its beacons lit from dusk to dawn."
	paper := "Text as it stands: " + issued + " Reasons: ships rely on them in every season."
	for name, test := range map[string]struct {
		secret string
		leaks  bool
	}{
		"quotation only":             {"On “shall keep its beacons lit from dusk to dawn”: hold.", false},
		"one word more":              {"lit from dusk to dawn. Reasons matter", true},
		"without its numbers":        {"crews shall rest by day. Every State Party shall keep", false},
		"own words beside the draft": {"beacons lit from dusk to dawn; ships rely on them in every season", true},
	} {
		if got := len(Leaks(paper, []data.Secret{{Field: "f", Text: test.secret}}, issued)) > 0; got != test.leaks {
			t.Errorf("%s: leak %v, want %v", name, got, test.leaks)
		}
	}
}

func TestABareNumberSaysNothing(t *testing.T) {
	for secret, want := range map[string]bool{
		"12": false, "2026": true, "X/1": true, "MFA-12": true, "Ana": true, "李娜": true,
	} {
		paper := "On 12 May 2026: X/1, MFA-12, Ana, Irena, 李娜, Ana Li."
		if got := len(Leaks(paper, []data.Secret{{Text: secret, Exact: true}}, "")) > 0; got != want {
			t.Errorf("%q: leak %v, want %v", secret, got, want)
		}
	}
}

func TestLeaksNameTheField(t *testing.T) {
	got := Leaks("a paper by Ana López", []data.Secret{
		{Field: "field.reference", Text: "X/1", Exact: true},
		{Field: "field.member", Text: "Ana López", Exact: true},
	}, "")
	if len(got) != 1 || got[0].Field != "field.member" {
		t.Errorf("got %v", got)
	}
}

func FuzzLeaks(f *testing.F) {
	f.Add("one two three four five six seven", 1, "x")
	f.Add("مهلة اثني عشر شهرا إذا أصرت الوفود", 0, "و")
	f.Add("国内可以接受十二个月的期限", 3, "。")
	f.Fuzz(func(t *testing.T, secret string, cut int, noise string) {
		words := strings.Fields(secret)
		if n := len(foldWords(secret).words); n != len(words) || n < 8 {
			t.Skip()
		}
		for _, w := range words {
			if folded := foldWords(w); folded.words[0].weight != wordWeight {
				t.Skip()
			}
		}
		cut = max(0, min(cut, len(words)-6))
		paper := noise + " " + strings.ToUpper(strings.Join(words[cut:cut+6], "\n")) + " " + noise
		if foldWords(paper).letters != foldWords(strings.ToLower(paper)).letters {
			t.Skip() // letters whose case does not come back
		}
		if len(Leaks(paper, []data.Secret{{Field: "f", Text: secret}}, "")) == 0 {
			t.Errorf("six words of %q not found in %q", secret, paper)
		}
	})
}

func BenchmarkLeaks(b *testing.B) {
	var paper strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&paper, "word%d ", i%5000)
	}
	var secrets []data.Secret
	for i := range 1000 {
		secrets = append(secrets, data.Secret{Field: "f", Text: strings.Repeat(fmt.Sprintf("secret%d ", i), 50)})
	}
	b.ResetTimer()
	for b.Loop() {
		if len(Leaks(paper.String(), secrets, "")) > 0 {
			b.Fatal("a leak where there is none")
		}
	}
}
