package paper_test

import (
	"strings"
	"testing"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/sample/play"
	"travaux/data/sample/play/playtest"
	"travaux/export"
	"travaux/export/formats"
	"travaux/export/paper"
)

func TestMain(m *testing.M) { playtest.Main(m) }

// orders are what the sample gives each kind to be made of, when its next revision was
// issued.
func orders(t *testing.T, d *desk.Desk) map[string]data.PaperOrder {
	t.Helper()
	out := ordersAt(t, d)
	order := data.PaperOrder{Kind: "comparison", Revisions: compared(t, d)}
	out["comparison"] = order
	out["book"] = data.PaperOrder{Bound: []data.PaperOrder{{Kind: "brief"}, order, {Kind: "position"}, {Kind: "matrix"}}}
	return out
}

// compared issues the next revision of the sample and gives both.
func compared(t *testing.T, d *desk.Desk) (ids []data.ID) {
	t.Helper()
	if len(d.Revisions()) < 2 {
		if _, err := play.Next(t.Context(), d, data.NoProgress{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range d.Revisions() {
		ids = append(ids, r.ID)
	}
	return ids[len(ids)-2:]
}

// ordersAt are those that need no second revision.
func ordersAt(t *testing.T, d *desk.Desk) map[string]data.PaperOrder {
	t.Helper()
	speeches := d.Speeches()
	if len(speeches) == 0 {
		t.Fatal("the sample has no statement")
	}
	wording := worded(t, d)
	return map[string]data.PaperOrder{
		"position":  {},
		"statement": {Speech: speeches[0].ID},
		"report":    {Date: data.Date{Year: 2026, Month: 11, Day: 10}},
		"matrix":    {},
		"non-paper": {Title: own("title"), Words: own("words"), Provisions: wording[2:3]},
		"joint": {
			Title: own("title"), Words: own("words"), Provisions: wording, States: []string{"ESP", "EGY", "CHE", "AUT", "XOR"},
		},
		"amendments":  {Style: "sentences"},
		"compilation": {},
		"letter":      {Addressee: "chair", Signed: "Lena Orvath", Capacity: own("title"), Bound: []data.PaperOrder{{Kind: "position"}}},
		"brief":       {},
		"explanation": {Words: own("words")},
		"reply":       {Words: own("words"), Style: "second"},
		"declaration": {Words: own("words"), Provisions: wording[1:2]},
		"views":       {},
	}
}

// own is what the delegation wrote for its papers: invented, in six languages.
func own(what string) data.Words {
	return map[string]data.Words{
		"title": {
			data.Arabic: "القدرات الاحتياطية في حالات الطوارئ الإنسانية", data.Chinese: "人道主义紧急情况下的备用容量",
			data.English: "Reserve capacity in humanitarian emergencies", data.French: "Capacité de réserve en cas d’urgence humanitaire",
			data.Russian: "Резервная пропускная способность в гуманитарных чрезвычайных ситуациях", data.Spanish: "Capacidad de reserva en emergencias humanitarias",
		},
		"words": {
			data.Arabic:  "تقرر الساعات الأولى عدد من يُنقذون.\nولذلك لا ينبغي أن تضيع في التفاوض على السعر.",
			data.Chinese: "最初几个小时决定多少人能够获救。\n因此，不应把时间浪费在价格谈判上。",
			data.English: "The first hours decide how many people are rescued.\nThey should therefore not be lost in talks about a price.",
			data.French:  "Les premières heures décident du nombre de personnes secourues.\nElles ne doivent donc pas être perdues à discuter d’un prix.",
			data.Russian: "Первые часы решают, сколько людей будет спасено.\nПоэтому их не следует терять на переговоры о цене.",
			data.Spanish: "Las primeras horas deciden cuántas personas son rescatadas.\nPor eso no deben perderse en conversaciones sobre un precio.",
		},
	}[what]
}

// worded are the provisions for which the delegation proposes wording, in their order.
func worded(t *testing.T, d *desk.Desk) (ids []data.ID) {
	t.Helper()
	text, err := d.Current()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range text.Provisions {
		if d.Position(p.ID).Wording[data.English] != "" {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) < 3 {
		t.Fatal("the sample proposes little")
	}
	return ids
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
		"no kind":          {data.PaperOrder{}, data.CodeNotFound},
		"no statement":     {data.PaperOrder{Kind: "statement"}, paper.CodeNeedsSpeech},
		"no words":         {data.PaperOrder{Kind: "reply"}, paper.CodeNeedsWords},
		"one revision":     {data.PaperOrder{Kind: "comparison", Revisions: []data.ID{data.NewID()}}, paper.CodeNeedsTwo},
		"an empty book":    {data.PaperOrder{Kind: "book"}, paper.CodeNeedsPapers},
		"a book in a book": {data.PaperOrder{Kind: "book", Bound: []data.PaperOrder{{Kind: "book"}}}, paper.CodeBookInBook},
		"a secret annex":   {data.PaperOrder{Kind: "letter", Addressee: "chair", Note: true, Bound: []data.PaperOrder{{Kind: "brief"}}}, paper.CodeOursOutside},
		"unsigned":         {data.PaperOrder{Kind: "letter", Addressee: "chair", Words: own("words")}, paper.CodeNeedsName},
		"to nobody":        {data.PaperOrder{Kind: "letter", Note: true, Words: own("words")}, paper.CodeNeedsWhom},
		"alone":            {data.PaperOrder{Kind: "joint", Words: own("words")}, paper.CodeNeedsStates},
		"a lost template":  {data.PaperOrder{Kind: "position", Template: data.NewID()}, data.CodeNotFound},
	} {
		if _, err := paper.Document(d, c.order, data.English); data.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}
