package desk

import (
	"slices"
	"testing"

	"travaux/data"
)

func TestNumbersOfNewProvisionsAreSuggested(t *testing.T) {
	for _, c := range []struct {
		name, label string
		lang        data.Lang
		taken       []string
		want        string
	}{
		{"a paragraph", "3.", data.English, nil, "3 bis."},
		{"behind one put in", "3 bis.", data.English, nil, "3 ter."},
		{"bis is taken", "3.", data.English, []string{"3 bis."}, "3 ter."},
		{"a point", "(a)", data.English, nil, "(a) bis"},
		{"a French point", "a)", data.French, nil, "a) bis"},
		{"an article", "Article 7", data.Spanish, nil, "Article 7 bis"},
		{"a Russian article", "Статья 7", data.Russian, nil, "Статья 7 бис"},
		{"an Arabic paragraph", "1 -", data.Arabic, nil, "1 مكرر -"},
		{"behind an Arabic one put in", "1 مكرر -", data.Arabic, nil, "1 مكرر ثانيا -"},
		{"a Chinese paragraph", "一、", data.Chinese, nil, "一之二、"},
		{"a Chinese article", "第七条", data.Chinese, nil, "第七条之二"},
		{"no number", "", data.English, nil, ""},
		{"no suffix is left", "1 octies", data.English, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := suggestedLabel(c.label, c.lang, func(s string) bool { return slices.Contains(c.taken, s) }); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}
