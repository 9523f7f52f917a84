package search_test

import (
	"fmt"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/search"
)

func TestFoldMakesEqual(t *testing.T) {
	for name, pair := range map[string][2]string{
		"case":                     {"STATES Parties", "states parties"},
		"French accents":           {"Règlement des différends", "reglement des differends"},
		"Russian yo":               {"учёт", "УЧЕТ"},
		"Arabic alef with hamza":   {"الأطراف", "الاطراف"},
		"Arabic vowels, tatweel":   {"تُنَفِّذ الدولـــة", "تنفذ الدولة"},
		"Arabic teh marbuta":       {"المادة", "الماده"},
		"Arabic alef maksura":      {"على", "علي"},
		"full-width digits":        {"第１２条", "第12条"},
		"no-break space and lines": {"Article\u00a07\n bis", "article 7 bis"},
		"apostrophes":              {"l’article", "l'article"},
		"soft hyphen":              {"co\u00adoperation", "cooperation"},
	} {
		if a, b := search.Fold(pair[0]), search.Fold(pair[1]); a != b {
			t.Errorf("%s: %q and %q fold to %q and %q", name, pair[0], pair[1], a, b)
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{{"shall", "should"}, {"应", "可"}, {"may", "many"}} {
		if search.Fold(pair[0]) == search.Fold(pair[1]) {
			t.Errorf("%q and %q must differ", pair[0], pair[1])
		}
	}
}

func TestLocate(t *testing.T) {
	for name, c := range map[string]struct {
		text, query string
		want        [][2]int
	}{
		"plain":          {"States shall, and shall not", "SHALL", [][2]int{{7, 12}, {18, 23}}},
		"vowels inside":  {"أن تُنَفِّذ الدولة", "تنفذ", [][2]int{{3, 11}}},
		"spaces fold":    {"State \u00a0 Party", "state party", [][2]int{{0, 13}}},
		"nothing":        {"text", "words", nil},
		"empty query":    {"text", " ", nil},
		"Chinese":        {"各缔约国应当", "缔约国", [][2]int{{1, 4}}},
		"ligature split": {"eﬃcient", "ffi", [][2]int{{1, 2}}},
	} {
		got := search.Locate(c.text, c.query)
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

func TestFindOrdersByClassLanguageAndPlace(t *testing.T) {
	item := func(class search.Class, lang data.Lang, order int, text string) search.Item {
		return search.Item{Class: class, Lang: lang, Order: order, Text: text}
	}
	ix := search.New([]search.Item{
		item(search.ClassComment, "", 1, "on assistance"),
		item(search.ClassText, data.French, 2, "assistance mutuelle"),
		item(search.ClassText, data.English, 9, "mutual assistance"),
		item(search.ClassText, data.English, 3, "assistance shall be given; assistance twice"),
		item(search.ClassHeading, data.English, 5, "Technical assistance"),
	})
	var got []string
	for _, it := range ix.Find("Assistance", data.English, 10) {
		got = append(got, fmt.Sprintf("%d:%d", it.Class, it.Order))
	}
	if want := "0:5 1:3 1:9 1:2 7:1"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if n := len(ix.Find("assistance", data.English, 2)); n != 2 {
		t.Errorf("limit 2 gave %d", n)
	}
}

func TestNoClassCrowdsTheOthersOut(t *testing.T) {
	var items []search.Item
	for i := range 100 {
		items = append(items,
			search.Item{Class: search.ClassText, Order: i, Text: "a lantern"},
			search.Item{Class: search.ClassSubmission, Order: i, Text: "of lanterns"})
	}
	items = append(items, search.Item{Class: search.ClassComment, Text: "Lantern?"})
	ix := search.New(items)
	for name, c := range map[string]struct{ limit, texts, submissions, comments int }{
		"room for a share": {60, 54, 5, 1},
		"none":             {5, 5, 0, 0},
		"room for all":     {500, 100, 100, 1},
	} {
		n := map[search.Class]int{}
		found := ix.Find("lantern", "", c.limit)
		for i, it := range found {
			n[it.Class]++
			if i > 0 && (it.Class < found[i-1].Class || it.Class == found[i-1].Class && it.Order < found[i-1].Order) {
				t.Errorf("%s: %d is out of order", name, i)
			}
		}
		if n[search.ClassText] != c.texts || n[search.ClassSubmission] != c.submissions || n[search.ClassComment] != c.comments {
			t.Errorf("%s: %v", name, n)
		}
	}
}

func FuzzLocate(f *testing.F) {
	f.Add("States shall", "sh")
	f.Add("تُنَفِّذ", "ن")
	f.Fuzz(func(t *testing.T, text, query string) {
		runes := len([]rune(text))
		last := 0
		for _, hit := range search.Locate(text, query) {
			if hit[0] < last || hit[1] <= hit[0] || hit[1] > runes {
				t.Fatalf("range %v of %d runes after %d", hit, runes, last)
			}
			last = hit[0]
		}
	})
}

func BenchmarkFind50000(b *testing.B) {
	words := strings.Fields("each State Party shall adopt such legislative and other measures as may be necessary taking into account its obligations under this Convention and the principles of sovereign equality and territorial integrity")
	items := make([]search.Item, 50000)
	for i := range items {
		var text strings.Builder
		for j := range 90 {
			text.WriteString(words[(i*7+j*j)%len(words)] + " ")
		}
		items[i] = search.Item{Class: search.ClassText, Order: i, Text: text.String()}
	}
	items[49999].Text += "needle"
	ix := search.New(items)
	for _, query := range []string{"needle", "shall", "zzzz"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				ix.Find(query, data.English, 100)
			}
		})
	}
}
