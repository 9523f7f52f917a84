package library_test

import (
	"testing"

	"travaux/data"
	"travaux/data/library"
)

// TestPointersBesideQuotations says of words of operative paragraphs 3 and 12, of
// the third of the preamble and of article 6, in each language, where they are.
func TestPointersBesideQuotations(t *testing.T) {
	const right = "-"
	for name, c := range map[string]struct {
		lang data.Lang
		text string // ~ stands for the quotation of paragraph 12
		want string // the pointer that is wrong; - is none
	}{
		"the sign":                      {data.English, "~ (A/RES/91/4, OP12)", right},
		"another sign":                  {data.English, "~ (A/RES/91/4, OP10)", "OP10"},
		"short":                         {data.English, "~ (A/RES/91/4, para. 10)", "para. 10"},
		"its letter":                    {data.English, "~ (A/RES/91/4, para. 12 (g))", right},
		"a list with it":                {data.English, "~ (A/RES/91/4, paras. 10 and 12)", right},
		"a list without it":             {data.English, "~ (A/RES/91/4, paras. 10 and 13)", "paras. 10 and 13"},
		"a range with it":               {data.English, "~ (A/RES/91/4, paras. 10–14)", right},
		"a range without it":            {data.English, "~ (A/RES/91/4, paras. 13 to 15)", "paras. 13 to 15"},
		"in words":                      {data.English, "~, in paragraph 10 of General Assembly resolution 91/4", "paragraph 10"},
		"in words, right":               {data.English, "~, in paragraph 12 of General Assembly resolution 91/4", right},
		"named before":                  {data.English, "Resolution 91/4, in its paragraph 10, says ~", "paragraph 10"},
		"in the preamble":               {data.English, "~ (A/RES/91/4, PP12)", "PP12"},
		"no pointer":                    {data.English, "~ (A/RES/91/4)", right},
		"a paragraph of ours":           {data.English, "In paragraph 10 we follow resolution 91/4: ~", right},
		"after the work":                {data.English, "~ (A/RES/91/4). Paragraph 10 is ours.", right},
		"another line":                  {data.English, "Paragraph 10\n(A/RES/91/4) ~", right},
		"an article of what has none":   {data.English, "~ (A/RES/91/4, art. 10)", right},
		"an ordinal":                    {data.English, "~ (A/RES/91/4, tenth preambular paragraph)", right},
		"French":                        {data.French, "~ (A/RES/91/4, par. 10)", "par. 10"},
		"French, right":                 {data.French, "~ (A/RES/91/4, par. 12)", right},
		"French in words":               {data.French, "~, au paragraphe 10 de la résolution 91/4", "paragraphe 10"},
		"Spanish":                       {data.Spanish, "~ (A/RES/91/4, párr. 10)", "párr. 10"},
		"Spanish, right":                {data.Spanish, "~ (A/RES/91/4, párr. 12)", right},
		"Spanish in words":              {data.Spanish, "~, en el párrafo 10 de la resolución 91/4", "párrafo 10"},
		"Russian":                       {data.Russian, "~ (A/RES/91/4, п. 10)", "п. 10"},
		"Russian, right":                {data.Russian, "~ (A/RES/91/4, п. 12)", right},
		"Russian in words":              {data.Russian, "~, как сказано в пункте 10 резолюции 91/4", "пункте 10"},
		"Russian, a paragraph of ours":  {data.Russian, "В пункте 10 мы следуем резолюции 91/4: ~", right},
		"Russian, of the preamble":      {data.Russian, "~ (A/RES/91/4, п. 10 преамбулы)", "п. 10 преамбулы"},
		"Arabic":                        {data.Arabic, "~ (A/RES/91/4، الفقرة 10)", "الفقرة 10"},
		"Arabic, right":                 {data.Arabic, "~ (A/RES/91/4، الفقرة 12)", right},
		"Arabic, digits of its own":     {data.Arabic, "~ (A/RES/91/4، الفقرة ١٠)", "الفقرة ١٠"},
		"Arabic in words":               {data.Arabic, "~ في الفقرة 10 من قرار الجمعية العامة 91/4", "الفقرة 10"},
		"Chinese":                       {data.Chinese, "~（A/RES/91/4，第10段）", "第10段"},
		"Chinese, right":                {data.Chinese, "~（A/RES/91/4，第12段）", right},
		"Chinese in words":              {data.Chinese, "大会第91/4号决议第10段：~", "第10段"},
		"Chinese, a range with it":      {data.Chinese, "~（A/RES/91/4，第10至14段）", right},
		"Chinese, of the preamble":      {data.Chinese, "~（A/RES/91/4，序言部分第10段）", "序言部分第10段"},
		"Chinese, an article elsewhere": {data.Chinese, "~（A/RES/91/4，第10条）", right},
	} {
		t.Run(name, func(t *testing.T) {
			s := pointers(c.lang)
			q := only(t, s, quote(c.text, sayings[c.lang]))
			switch {
			case c.want == right && q.Verdict != library.Exact:
				t.Errorf("said to be elsewhere: %+v", q)
			case c.want != right && (q.Verdict != library.Elsewhere || q.Pointed != c.want || q.Pointer != "OP12"):
				t.Errorf("got %s, %q, %q", q.Verdict, q.Pointed, q.Pointer)
			}
		})
	}
}

// TestWordsOfSeveralParagraphsAreWhereTheyAreSaidToBe: what is agreed comes back.
func TestWordsOfSeveralParagraphsAreWhereTheyAreSaidToBe(t *testing.T) {
	for text, want := range map[string]library.Verdict{
		"“remain seized of the matter” (A/RES/91/4, OP3)":     library.Exact,
		"“remain seized of the matter” (A/RES/91/4, OP13)":    library.Exact,
		"“remain seized of the matter” (A/RES/91/4, OP12)":    library.Elsewhere,
		"“remain seized of this matter” (A/RES/91/4, OP12)":   library.Differs,
		"“light […] at dusk” (A/RES/91/4, OP12)":              library.Exact,
		"“light […] at dusk” (A/RES/91/4, OP11)":              library.Elsewhere,
		"“entitled to oil” (Covenant on Lamps, article 6)":    library.Exact,
		"“entitled to oil” (Covenant on Lamps, article 6.2)":  library.Exact,
		"“entitled to oil” (Covenant on Lamps, article 7)":    library.Elsewhere,
		"“Lamps alight” (A/RES/91/4, OP11)":                   library.Exact, // its title
		"“light lamps at dusk” (A/RES/91/4, A/RES/91/5, OP9)": library.Exact, // said of two
	} {
		if q := only(t, pointers(data.English), text); q.Verdict != want {
			t.Errorf("%s: %s", text, q.Verdict)
		}
	}
}

var sayings = map[data.Lang]string{
	data.English: "light lamps at dusk", data.French: "allumer les lampes au crépuscule", data.Spanish: "encender las lámparas al anochecer",
	data.Russian: "зажигать лампы в сумерках", data.Arabic: "إضاءة المصابيح عند الغسق", data.Chinese: "黄昏时点亮灯火",
}

func quote(text, words string) string {
	out := ""
	for _, r := range text {
		if r == '~' {
			out += "“" + words + "”"
			continue
		}
		out += string(r)
	}
	return out
}

func only(t *testing.T, s *library.Shelf, text string) library.Quotation {
	t.Helper()
	all := s.Quotations(text, "")
	if len(all) != 1 {
		t.Fatalf("%s: %+v", text, all)
	}
	return all[0]
}

func pointers(lang data.Lang) *library.Shelf {
	return library.NewShelf(lang, []library.Volume{
		{Work: data.Work{ID: data.ID{1}, Symbol: "A/RES/91/4", Title: data.Words{lang: "Lamps alight"}}, Lines: []library.Line{
			{Path: "pp3", Pointer: "PP3", Text: "Recalling"},
			{Path: "3", Pointer: "OP3", Text: "Decides to remain seized of the matter;"},
			{Path: "12", Pointer: "OP12", Text: "* " + sayings[lang] + ";"},
			{Path: "13", Pointer: "OP13", Text: "Decides to remain seized of the matter."},
		}},
		{Work: data.Work{ID: data.ID{2}, Symbol: "A/RES/91/5"}, Lines: []library.Line{{Path: "1", Pointer: "OP1", Text: sayings[lang] + "."}}},
		{Work: data.Work{ID: data.ID{3}, Title: data.Words{lang: "Covenant on Lamps"}}, Lines: []library.Line{{Path: "art6/2", Pointer: "art. 6.2", Text: "Keepers are entitled to oil."}}},
	})
}
