package paper_test

import (
	"slices"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play/playtest"
	"travaux/export/paper"
)

// TestWhatIsMissingIsSaidBeforeExport takes one language away and holds that it is said,
// that the paper is made without it, and that the original is given where it is asked
// for.
func TestWhatIsMissingIsSaidBeforeExport(t *testing.T) {
	d := playtest.Desk(t, data.English)
	if l := paper.Missing(d, data.PaperOrder{Kind: "position"}, data.French); len(l) > 0 {
		t.Fatalf("the sample lacks %v", l)
	}
	id := worded(t, d)[0]
	err := d.ChangePosition(t.Context(), id, func(p *data.Position) {
		delete(p.Wording, data.French)
		delete(p.PublicReasons, data.French)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"position", "amendments", "joint"} {
		order := data.PaperOrder{Kind: kind, States: []string{"ESP"}, Words: own("words"), Provisions: []data.ID{id}}
		var what []paper.LackOf
		for _, l := range paper.Missing(d, order, data.French) {
			what = append(what, l.What)
			if !slices.Equal(l.Provisions, []data.ID{id}) || len(l.Langs) != 5 || l.What.Vital() {
				t.Errorf("%s: %+v", kind, l)
			}
		}
		if !slices.Equal(what, []paper.LackOf{paper.LackWording, paper.LackReasons}) {
			t.Errorf("%s lacks %v", kind, what)
		}
		order.Original = true
		doc, err := paper.Document(d, order, data.French)
		if err != nil {
			t.Fatal(kind, err)
		}
		golden(t, "original."+kind+".fr.txt", doc.Text())
	}
	order := data.PaperOrder{Kind: "reply", Words: data.Words{data.Russian: "Слова."}}
	if l := paper.Missing(d, order, data.French); len(l) != 1 || !l[0].What.Vital() || !slices.Equal(l[0].Langs, []data.Lang{data.Russian}) {
		t.Errorf("own words: %v", l)
	}
	if _, err := paper.Document(d, order, data.French); err == nil {
		t.Error("a paper of no words is made")
	}
	order.Original = true
	if doc, err := paper.Document(d, order, data.French); err != nil {
		t.Error(err)
	} else {
		golden(t, "original.reply.fr.txt", doc.Text())
	}
}

// TestSuggestedOrdersCanBeMade holds that what is suggested is ready, but for what only
// the delegation can say.
func TestSuggestedOrdersCanBeMade(t *testing.T) {
	d := playtest.Desk(t, data.English)
	compared(t, d)
	open := map[string]data.Code{
		"joint": paper.CodeNeedsWords, "non-paper": paper.CodeNeedsWords, "explanation": paper.CodeNeedsWords, "reply": paper.CodeNeedsWords,
		"declaration": paper.CodeNeedsWords, "letter": paper.CodeNeedsName,
	}
	for _, k := range paper.Kinds {
		o := paper.Suggest(d, k.ID)
		if err := paper.Ready(o); data.CodeOf(err) != open[k.ID] {
			t.Errorf("%s: %v", k.ID, err)
		}
		if _, asks := open[k.ID]; asks {
			continue
		}
		if _, err := paper.Document(d, o, data.English); err != nil && data.CodeOf(err) != desk.CodeClassified { // the statement that waits has something in it that must not be said
			t.Errorf("%s: %v", k.ID, err)
		}
	}
	if o := paper.Suggest(d, "book"); len(o.Bound) != 5 {
		t.Errorf("the book binds %d papers", len(o.Bound))
	}
}

func TestWhatToLookAtInOwnWords(t *testing.T) {
	d := playtest.Desk(t, data.English)
	in := func(text string) data.PaperOrder {
		return data.PaperOrder{Kind: "non-paper", Words: data.Words{data.English: text}, Provisions: worded(t, d)[:1]}
	}
	for text, want := range map[string]paper.Caution{
		"As Maravel has said before.":          paper.CautionOwnName,
		"The article should be kept as it is.": paper.CautionForbidden,
	} {
		if got := paper.Cautions(d, in(text), data.English); !slices.Contains(got, want) {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := paper.Cautions(d, in("Nobody is named here."), data.English); len(got) > 0 {
		t.Error(got)
	}
}
