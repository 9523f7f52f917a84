package export

import (
	"slices"
	"strings"
	"testing"

	"travaux/data"
	"travaux/translations"
)

func TestATemplateOrdersAPaper(t *testing.T) {
	text := func(words string) Paragraph { return Paragraph{Spans: []Span{{words, Plain}}} }
	doc := Document{
		Lang:   data.English,
		Blocks: []Block{Letterhead{"Kestria", []string{"1 Quay"}}, text("a1"), text("a2"), text("b"), text("c")},
		Parts:  []Part{{"a", 1}, {"b", 3}, {"c", 4}},
	}
	for name, c := range map[string]struct {
		order, out []string
		want       string
	}{
		"as it was":                    {nil, nil, "a1 a2 b c"},
		"turned round":                 {[]string{"c", "b", "a"}, nil, "c b a1 a2"},
		"unnamed stays behind another": {[]string{"c", "a"}, nil, "c a1 a2 b"},
		"left out":                     {nil, []string{"b"}, "a1 a2 c"},
		"of another version":           {[]string{"x", "c"}, []string{"y"}, "a1 a2 b c"},
	} {
		t.Run(name, func(t *testing.T) {
			got := Dressed(doc, "k", data.Template{Order: map[string][]string{"k": c.order}, Out: map[string][]string{"k": c.out}})
			var words []string
			for _, b := range got.Blocks[1:] {
				words = append(words, b.(Paragraph).Text())
			}
			if strings.Join(words, " ") != c.want {
				t.Errorf("%q, want %q", words, c.want)
			}
			for _, p := range got.Parts {
				if first := got.Blocks[p.From].(Paragraph).Text(); !strings.HasPrefix(first, p.ID) {
					t.Errorf("part %s begins with %q", p.ID, first)
				}
			}
		})
	}
}

func TestATemplateSetsAndWords(t *testing.T) {
	tpl := data.Template{
		Letterhead: data.Words{data.English: "2 Mole\nPort"}, Page: data.PageLetter, Size: 12, Logo: []byte("logo"),
		Wording: map[string]data.Words{"paper.position": {data.English: "Our views"}},
	}
	loc := Worded(tpl, translations.New("en"))
	if got := loc.T("paper.position"); got != "Our views" {
		t.Errorf("worded %q", got)
	}
	if Worded(tpl, translations.New("fr")).T("paper.position") != translations.New("fr").T("paper.position") {
		t.Error("a wording goes over into another language")
	}
	doc := Dressed(Document{Lang: data.English, Blocks: []Block{Letterhead{"Kestria", []string{"1 Quay"}}}}, "k", tpl)
	if l := doc.Blocks[0].(Letterhead); !slices.Equal(l.Lines, []string{"2 Mole", "Port"}) || doc.Look.Page != data.PageLetter || doc.Look.Size != 12 || len(doc.Look.Logo) == 0 {
		t.Errorf("set as %+v with %+v", doc.Look, l)
	}
}

// TestWhatAPaperWearsIsOfItsKindAndLanguage: nothing else of a template is in it.
func TestWhatAPaperWearsIsOfItsKindAndLanguage(t *testing.T) {
	full := data.Template{
		Entry: data.Entry{ID: data.ID{1}}, Name: "Quill’s own", Letterhead: data.Words{data.French: "1, quai\n", data.English: "1 Quay"},
		Face: data.FaceSans, Margins: data.Margins{Top: 20}, Logo: []byte{1, 0xf0},
		Order:   map[string][]string{"position": {"b", "a"}, "brief": {"x"}},
		Out:     map[string][]string{"position": {"c"}},
		Wording: map[string]data.Words{"paper.position": {data.French: "Avis", data.English: "Views"}, "brief.head": {data.French: "Secret"}, "paper.summary": {data.English: "Gist"}},
	}
	got := string(encoded(data.PublicBrief{}, DressOf(full, "position", data.French, []string{"paper.position", "paper.summary"})))
	want := `"Dress":{"Letterhead":"1, quai","Logo":"01f0","Face":"sans","Margins":{"Top":20,"Bottom":0,"Side":0},"Order":["b","a"],"Out":["c"],"Wording":{"paper.position":"Avis"}}}`
	if !strings.HasSuffix(strings.TrimSpace(got), want) || !strings.Contains(got, manifestDressed) {
		t.Error(got)
	}
	if !DressOf(data.Template{Name: "plain", Order: map[string][]string{"brief": {"x"}}}, "position", data.French, nil).plain() {
		t.Error("a template that changes nothing is no dress")
	}
}
