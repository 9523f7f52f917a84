package paper_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
)

func TestMain(m *testing.M) { playtest.Main(m) }

// orders are what the sample gives each kind to be made of.
func orders(t *testing.T, d *desk.Desk) map[string]data.PaperOrder {
	t.Helper()
	speeches := d.Speeches()
	if len(speeches) == 0 {
		t.Fatal("the sample has no statement")
	}
	return map[string]data.PaperOrder{
		"position":  {},
		"statement": {Speech: speeches[0].ID},
		"report":    {Date: data.Date{Year: 2026, Month: 11, Day: 10}},
		"matrix":    {},
		"views":     {},
	}
}

// TestEveryKindInEveryFormatAndLanguage makes all of them of the sample. What is read
// back has the paper's title, whatever the format.
func TestEveryKindInEveryFormatAndLanguage(t *testing.T) {
	d := playtest.Desk(t, data.English)
	given := orders(t, d)
	for _, k := range paper.Kinds {
		order, ok := given[k.ID]
		if !ok {
			t.Errorf("no order for %s", k.ID)
		}
		order.Kind = k.ID
		if order.Date.IsZero() {
			order.Date = data.Date{Year: 2026, Month: 11, Day: 29}
		}
		secrets := paper.Secrets(d, order)
		for _, lang := range data.Langs {
			doc, err := paper.Document(d, order, lang)
			if err != nil {
				t.Errorf("%s, %s: %v", k.ID, lang, err)
				continue
			}
			for _, f := range formats.All {
				name := strings.Join([]string{k.ID, string(lang), f.ID}, ", ")
				if k.Ours {
					_, c, err := f.Marked(t.Context(), doc, export.FileOptions{})
					if err != nil || !c.Ours || c.Letters == 0 {
						t.Errorf("%s: %v %+v", name, err, c)
					}
					continue
				}
				file, c, err := f.Checked(t.Context(), doc, export.FileOptions{}, secrets)
				if err != nil || c.Searched != len(secrets) || c.Format != f.ID || c.Size != len(file) || c.Letters == 0 {
					t.Errorf("%s: %v %+v", name, err, c)
				}
			}
		}
	}
}

// TestOrdersThatCannotBeMade are refused with a reason.
func TestOrdersThatCannotBeMade(t *testing.T) {
	d := playtest.Desk(t, data.English)
	for name, c := range map[string]struct {
		order data.PaperOrder
		code  data.Code
	}{
		"no kind":         {data.PaperOrder{}, data.CodeNotFound},
		"no statement":    {data.PaperOrder{Kind: "statement"}, paper.CodeNeedsSpeech},
		"a lost template": {data.PaperOrder{Kind: "position", Template: data.NewID()}, data.CodeNotFound},
	} {
		if _, err := paper.Document(d, c.order, data.English); data.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}
