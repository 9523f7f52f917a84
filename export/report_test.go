package export

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/redline/compare"
	"travaux/export/internal/specimen"
	"travaux/translations"
)

// reported is the invented report in a language, with the comparison it is on.
func reported(lang data.Lang) (data.InternalReport, compare.Comparison) {
	r, c := specimen.Reported(lang)
	r.Notes[slices.Index(r.NewPaths, "ch1/art4/1")] = []data.ReportNote{{Kind: data.AnnotationPosition, Says: r.Waiting[0].Says, State: data.ApprovalLapsed}}
	return r, c
}

func TestReportsSayWhatTheyShould(t *testing.T) {
	for _, lang := range data.Langs {
		r, c := reported(lang)
		loc := translations.New(string(lang))
		for variant, doc := range map[string]Document{"public": RevisionReport(r.PublicReport, c, loc), "internal": InternalReport(r, c, loc)} {
			t.Run(string(lang)+" "+variant, func(t *testing.T) {
				got := doc.Text()
				golden(t, "report."+variant+"."+string(lang)+".txt", got)
			})
		}
	}
}

// TestThePublicReportTellsNothingOfOurs holds the public report against all that
// the internal one adds.
func TestThePublicReportTellsNothingOfOurs(t *testing.T) {
	for _, lang := range data.Langs {
		r, c := reported(lang)
		loc := translations.New(string(lang))
		public, internal := RevisionReport(r.PublicReport, c, loc), InternalReport(r, c, loc)
		if public.Marking != "" || internal.Marking == "" {
			t.Errorf("%s: marked %q and %q", lang, public.Marking, internal.Marking)
		}
		for _, id := range []string{"report.waiting", "report.lapsed", "report.orphans", "report.last", "report.open.internal"} {
			if strings.Contains(public.Text(), loc.T(id)) {
				t.Errorf("%s: the public report speaks of %q", lang, loc.T(id))
			}
			if !strings.Contains(internal.Text(), loc.T(id)) {
				t.Errorf("%s: the internal report does not speak of %q", lang, loc.T(id))
			}
		}
		if strings.Contains(public.Text(), r.Waiting[0].Says[:40]) || !strings.Contains(internal.Text(), r.Waiting[0].Says[:40]) {
			t.Errorf("%s: what was written stands in the wrong report", lang)
		}
	}
}

func TestALongReportListsItsParts(t *testing.T) {
	r, c := reported(data.English)
	listed := func() bool {
		return slices.ContainsFunc(InternalReport(r, c, translations.New("en")).Blocks, func(b Block) bool { _, ok := b.(Contents); return ok })
	}
	if listed() {
		t.Error("a report of a few pages has a list of contents")
	}
	for range rowsWithoutContents {
		r.Taken = append(r.Taken, r.Taken[0])
	}
	if !listed() {
		t.Error("a long report has no list of contents")
	}
}

func TestAnExcerptKeepsChangesAndAFewWordsAround(t *testing.T) {
	long := "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
	for name, c := range map[string]struct {
		spans []Span
		want  string
	}{
		"nothing changed":        {[]Span{{long, Plain}}, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen …"},
		"before the change":      {[]Span{{long + " ", Plain}, {"x", Inserted}}, "… twelve thirteen fourteen fifteen sixteen seventeen eighteen [+x+]"},
		"after the change":       {[]Span{{"x", Deleted}, {" " + long, Plain}}, "[-x-] one two three four five six seven …"},
		"between two changes":    {[]Span{{"x", Deleted}, {" " + long + " ", Plain}, {"y", Inserted}}, "[-x-] one two three four five six seven … twelve thirteen fourteen fifteen sixteen seventeen eighteen [+y+]"},
		"short text stays whole": {[]Span{{"one two three ", Plain}, {"x", Inserted}}, "one two three [+x+]"},
		"a long insertion":       {[]Span{{strings.Repeat("word ", 90), Inserted}}, "[+" + strings.Repeat("word ", 60) + "…+]"},
		"ideographs":             {[]Span{{strings.Repeat("一二三四五六七八九十", 3), Plain}, {"新", Inserted}}, "…十一二三四五六七八九十[+新+]"},
	} {
		t.Run(name, func(t *testing.T) {
			got := Paragraph{Spans: excerpt(c.spans, 60)}.Text()
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
