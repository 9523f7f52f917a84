package library_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/library"
	"travaux/data/redline"
)

var (
	river  = data.Work{ID: data.ID{1}, Symbol: "A/RES/91/4", Title: data.Words{data.English: "Rivers of the plain", data.French: "Fleuves de la plaine"}}
	report = data.Work{ID: data.ID{2}, Symbol: "A/90/11*"}
	ponds  = data.Work{ID: data.ID{3}, Title: data.Words{data.English: "Covenant on Ponds"}}
)

func small() *library.Shelf {
	lines := func(texts ...string) (out []library.Line) {
		for i, t := range texts {
			out = append(out, library.Line{Path: fmt.Sprint(i + 1), Pointer: fmt.Sprintf("OP%d", i+1), Text: t})
		}
		return out
	}
	return library.NewShelf(data.English, []library.Volume{
		{Work: river, Lines: lines(
			"Calls upon States to keep the rivers of the plain free from wreckage, and to report on it every second year;",
			"Decides to remain seized of the matter.",
			"Reaffirms that no State shall divert a river of the plain without the consent of the States downstream – whatever the season;",
		)},
		{Work: data.Work{ID: data.ID{9}, Symbol: "A/90/5"}},
		{Work: report, Lines: lines(
			"The Group recommends that States keep the rivers of the plain free from wreckage.",
			"Decides to remain seized of the matter!",
		)},
		{Work: ponds, Lines: lines("“Pond” means standing water of less than one hectare.")},
	})
}

func TestNearest(t *testing.T) {
	for name, c := range map[string]struct {
		words, first string
		share        float64
		near         string
		same         int
	}{
		"altered":              {"States shall keep all rivers of the plain free of wreckage", "A/90/11*", 0.7, "States keep the rivers of the plain free from wreckage", 0},
		"the same in two":      {"Decides to remain seized of the matter", "A/RES/91/4", 1, "Decides to remain seized of the matter", 1},
		"a part of one":        {"without the consent of the States downstream", "A/RES/91/4", 1, "without the consent of the States downstream", 0},
		"unknown words around": {"xyzzy standing water of less than plugh", "", 0.8, "standing water of less than", 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := small()
			got := s.Nearest(c.words, 3)
			if len(got) == 0 {
				t.Fatal("nothing is near")
			}
			w := got[0]
			near := string([]rune(w.Text)[w.Start:w.End])
			if symbol(s, w.Work) != c.first || w.Share < c.share || near != c.near || len(w.Same) != c.same {
				t.Errorf("got %s, %.2f, %q, same in %d", symbol(s, w.Work), w.Share, near, len(w.Same))
			}
		})
	}
	for _, words := range []string{"", "…", "xyzzy plugh"} {
		if got := small().Nearest(words, 3); len(got) != 0 {
			t.Errorf("%q is near to %+v", words, got)
		}
	}
	if got := library.NewShelf(data.English, nil).Nearest("anything", 3); len(got) != 0 {
		t.Errorf("an empty shelf gives %+v", got)
	}
}

func symbol(s *library.Shelf, id data.ID) string {
	for _, v := range s.Volumes() {
		if v.Work.ID == id {
			return v.Work.Symbol
		}
	}
	return "?"
}

func TestSearch(t *testing.T) {
	for name, c := range map[string]struct {
		query string
		work  data.ID
		want  string
	}{
		"beginning of words":        {"riv wreck", data.ID{}, "A/RES/91/4 1, A/90/11* 1"},
		"as written comes first":    {"States keep", data.ID{}, "A/90/11* 1, A/RES/91/4 1"},
		"a phrase":                  {`"keep the rivers"`, data.ID{}, "A/RES/91/4 1, A/90/11* 1"},
		"a phrase and a word":       {`«to keep the rivers» second`, data.ID{}, "A/RES/91/4 1"},
		"one work":                  {"seized", report.ID, "A/90/11* 2"},
		"words that are not there":  {"seized xyzzy", data.ID{}, ""},
		"nothing":                   {" “” ", data.ID{}, ""},
		"marks alone":               {"– ;", data.ID{}, ""},
		"a phrase ending in a word": {`"seized of the mat"`, data.ID{}, "A/RES/91/4 2, A/90/11* 2"},
	} {
		t.Run(name, func(t *testing.T) {
			s := small()
			hits, all := s.Search(c.query, c.work, 10)
			var got []string
			for _, h := range hits {
				got = append(got, symbol(s, h.Work)+" "+h.Path)
			}
			if strings.Join(got, ", ") != c.want || all != len(hits) {
				t.Errorf("got %v of %d", got, all)
			}
		})
	}
	hits, all := small().Search("the", data.ID{}, 1)
	if len(hits) != 1 || all != 5 {
		t.Errorf("limited to one: %d of %d", len(hits), all)
	}
}

func TestSearchMarksTheWords(t *testing.T) {
	for name, c := range map[string]struct {
		lang             data.Lang
		text, query, got string
	}{
		"English":    {data.English, "States keep rivers", "riv stat", "States|rivers"},
		"Arabic":     {data.Arabic, "تلتزم الدول بحماية الأنهار", "نهار", "الأنهار"},
		"Chinese":    {data.Chinese, "各缔约国应保护河流", "缔约国 河流", "缔约国|河流"},
		"diacritics": {data.French, "Les États protègent", "etat", "États"},
	} {
		t.Run(name, func(t *testing.T) {
			s := library.NewShelf(c.lang, []library.Volume{{Work: river, Lines: []library.Line{{Path: "1", Text: c.text}}}})
			hits, _ := s.Search(c.query, data.ID{}, 5)
			if len(hits) != 1 {
				t.Fatalf("%d hits", len(hits))
			}
			var got []string
			for _, w := range hits[0].Words {
				got = append(got, string([]rune(c.text)[w[0]:w[1]]))
			}
			if strings.Join(got, "|") != c.got {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestQuotations(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"word for word":            {"As it says, “keep the rivers of the plain free from wreckage” (A/RES/91/4, OP1).", "exact 1 A/RES/91/4"},
		"named before":             {"Resolution 91/4 “calls upon States to keep the rivers” of the plain.", "exact 1 91/4"},
		"a title":                  {"The Covenant on Ponds speaks of “standing water of less than one hectare”.", "exact 1 Covenant on Ponds"},
		"one word is another":      {"“keep the rivers of the plain clear from wreckage” (A/RES/91/4)", "differs 1 A/RES/91/4 keep the rivers of the plain -free +clear from wreckage"},
		"only what is quoted so":   {"“Keep the rivers of the plain clear from wreckage.” (A/RES/91/4)", "differs 1 A/RES/91/4 Keep the rivers of the plain -free +clear from wreckage"},
		"the first word is":        {"“hold the rivers of the plain free from wreckage” (A/RES/91/4)", "differs 1 A/RES/91/4 -keep +hold the rivers of the plain free from wreckage"},
		"a word is missing":        {"“no State shall divert a river without the consent of the States downstream” (A/RES/91/4)", "differs 3 A/RES/91/4 no State shall divert a river -of the plain without the consent of the States downstream"},
		"a comma is missing":       {"“free from wreckage and to report on it every second year” (A/RES/91/4)", "differs 1 A/RES/91/4 free from wreckage-, and to report on it every second year"},
		"a large letter inside":    {"“keep the Rivers of the plain free from wreckage” (A/RES/91/4)", "differs 1 A/RES/91/4 keep the -rivers +Rivers of the plain free from wreckage"},
		"nothing like it":          {"“all lakes belong to nobody at all” (A/RES/91/4)", "absent  A/RES/91/4"},
		"one of two works":         {"“recommends that States keep the rivers” (A/RES/91/4, A/90/11)", "exact 1 A/90/11"},
		"words left out":           {"“Calls upon States […] to report on it … every second year” (A/RES/91/4)", "exact 1 A/RES/91/4"},
		"words put in":             {"“[The Assembly] calls upon States” (A/RES/91/4)", "exact 1 A/RES/91/4"},
		"other marks":              {"\"without the consent of the States downstream - whatever the season;\" (A/RES/91/4)", "exact 3 A/RES/91/4"},
		"another symbol":           {"“all lakes belong to nobody” (A/RES/91/41, A/90/11/Add.1)", ""},
		"a number, no resolution":  {"“all lakes belong to nobody”, 91/4 of them", ""},
		"a work that is not here":  {"“all lakes belong to nobody” (A/RES/1/1)", ""},
		"no quotation":             {"Keep the rivers clear from wreckage (A/RES/91/4)", ""},
		"a single word":            {"the term “lake” (A/RES/91/4)", ""},
		"each with its own":        {"“remain seized of the matter” (A/RES/91/4); “remain seized of this matter” (A/90/11)", "exact 2 A/RES/91/4; differs 2 A/90/11 remain seized of -the +this matter"},
		"the next paragraph's":     {"“all lakes belong to nobody”\nA/RES/91/4", ""},
		"quoted in a quotation":    {"“‘Pond’ means standing water” (Covenant on Ponds)", "exact 1 Covenant on Ponds"},
		"a mark that closes never": {"“all lakes belong to nobody (A/RES/91/4)", ""},
		"its title":                {"entitled “Rivers of the plain” (A/RES/91/4)", "exact 1 A/RES/91/4"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, q := range small().Quotations(c.text, "") {
				s := fmt.Sprintf("%s %s %s", q.Verdict, q.Path, q.Cited)
				if q.Verdict == library.Differs {
					s += " " + told(q.Edits)
				}
				got = append(got, s)
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), c.want)
			}
		})
	}
}

// TestTheExactWordsTakeThePlaceOfAQuotation: its marks, and how it begins, stay.
func TestTheExactWordsTakeThePlaceOfAQuotation(t *testing.T) {
	for text, want := range map[string]string{
		"It says “Keep the rivers of the plain clear from wreckage.” (A/RES/91/4)": "It says “Keep the rivers of the plain free from wreckage.” (A/RES/91/4)",
		"« no State shall divert any river of the plain » (A/RES/91/4)":            "« no State shall divert a river of the plain » (A/RES/91/4)",
	} {
		runes := []rune(text)
		for _, q := range small().Quotations(text, "") {
			start, end := q.Words(text)
			if got := string(runes[:start]) + q.Source + string(runes[end:]); got != want {
				t.Errorf("got %q", got)
			}
			runes = nil
		}
		if runes != nil {
			t.Errorf("%q is not flagged", text)
		}
	}
}

// TestQuotationsOfSourcesGivenApart: where the sources stand in a field of their
// own, what is near to their words is of them, and nothing else.
func TestQuotationsOfSourcesGivenApart(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want library.Verdict
	}{
		"word for word":  {"“free from wreckage” is agreed.", library.Exact},
		"one word other": {"“keep the rivers of the plain clear from wreckage” is agreed.", library.Differs},
		"something else": {"“a lake that nobody knows” is new.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got library.Verdict
			for _, q := range small().Quotations(c.text, "A/RES/91/4, OP1") {
				got = q.Verdict
			}
			if got != c.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// told writes edits with signs.
func told(edits []redline.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Kind {
		case redline.Delete:
			b.WriteString("-" + e.Text)
			if !strings.HasSuffix(e.Text, " ") {
				b.WriteString(" ")
			}
		case redline.Insert:
			b.WriteString("+" + e.Text)
		default:
			b.WriteString(e.Text)
		}
	}
	return strings.ReplaceAll(b.String(), "  ", " ")
}

func TestPackGivesBackEveryByte(t *testing.T) {
	lines := []library.Line{{"", "", ""}, {"pre/pp1", "PP1", "Rappelant «l’eau»\n\nde la plaine"}, {"71/g", "para. 71 (g)", strings.Repeat("各缔约国", 5000)}}
	got, err := library.Unpack(library.Pack(lines))
	if err != nil || !reflect.DeepEqual(got, lines) {
		t.Errorf("%v, %v", got, err)
	}
	for name, bad := range map[string][]byte{"nothing": nil, "another file": []byte("PK\x03\x04"), "cut": library.Pack(lines)[:60]} {
		if _, err := library.Unpack(bad); data.CodeOf(err) != library.CodePack {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(library.Pack([]library.Line{{"1", "OP1", "words"}}))
	f.Fuzz(func(t *testing.T, packed []byte) {
		lines, err := library.Unpack(packed)
		if err != nil {
			return
		}
		again, err := library.Unpack(library.Pack(lines))
		if err != nil || len(again) != len(lines) {
			t.Fatalf("%d lines, then %d, %v", len(lines), len(again), err)
		}
	})
}

func FuzzQuotations(f *testing.F) {
	f.Add("“keep […] the rivers” (A/RES/91/4)")
	f.Add("„a“ »b« \"\" A/90/11 ” “")
	s := small()
	f.Fuzz(func(t *testing.T, text string) {
		size := utf8.RuneCountInString(text)
		for _, q := range s.Quotations(text, "") {
			if q.Start < 0 || q.End < q.Start || q.End > size {
				t.Fatalf("[%d, %d) of %d runes", q.Start, q.End, size)
			}
			if start, end := q.Words(text); start < q.Start || end > q.End || start > end {
				t.Fatalf("words [%d, %d) of [%d, %d)", start, end, q.Start, q.End)
			}
			if q.Verdict == library.Differs && redline.Old(q.Edits) != q.Source {
				t.Fatalf("%q is not what the source says: %q", redline.Old(q.Edits), q.Source)
			}
		}
		s.Nearest(text, 3)
		s.Search(text, data.ID{}, 3)
	})
}
