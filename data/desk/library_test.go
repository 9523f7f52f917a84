package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/library"
	"travaux/data/vault"
)

func reading(lang data.Lang, texts ...string) desk.WorkReading {
	r := desk.WorkReading{Source: data.Source{Lang: lang, Name: "a.txt", Format: "text"}}
	for i, t := range texts {
		n := string(rune('1' + i))
		r.Lines = append(r.Lines, library.Line{Path: n, Pointer: "OP" + n, Text: t})
	}
	return r
}

var lamps = data.Work{Symbol: "A/RES/91/4", Title: data.Words{data.English: "Lamps at sea"}, Kind: data.WorkResolution, Agreed: true, Date: data.Date{Year: 2031, Month: 5, Day: 2}}

func TestLibraryKeepsWorks(t *testing.T) {
	d, v, dir := newDesk(t)
	w, err := d.AddWork(ctx, lamps, reading(data.English, "Calls upon keepers to light lamps at dusk;", "Decides to remain seized."))
	must(t, err)
	if w.ID.IsZero() || len(w.Texts) != 1 || w.Texts[0].Number != 2 {
		t.Fatalf("added %+v", w)
	}
	again, err := d.AddWork(ctx, data.Work{Symbol: " a/res/91/4 "}, reading(data.French, "Demande aux gardiens d’allumer les lampes ;"))
	must(t, err)
	if again.ID != w.ID || len(d.Works()) != 1 || len(again.Langs) != 2 {
		t.Fatalf("a further language made %+v of %d works", again, len(d.Works()))
	}
	_, err = d.AddWork(ctx, lamps, reading(data.French, "x y"))
	wantCode(t, err, desk.CodeAlready)
	_, err = d.AddWork(ctx, data.Work{}, reading(data.French, "x y"))
	wantCode(t, err, desk.CodeEmpty)
	_, err = d.AddWork(ctx, data.Work{Symbol: "A/1"})
	wantCode(t, err, desk.CodeEmpty)
	_, err = d.AddWork(ctx, data.Work{Symbol: "A/1"}, desk.WorkReading{Source: data.Source{Lang: "xx"}})
	wantCode(t, err, data.CodeInput)

	again.Agreed, again.Title = false, data.Words{data.English: "Lamps"}
	must(t, d.SetWork(ctx, again))
	must(t, v.Close())
	v, err = vault.Open(ctx, dir, light())
	must(t, err)
	defer v.Close()
	d, err = desk.Open(ctx, v)
	must(t, err)
	got, ok := d.Work(w.ID)
	if !ok || got.Agreed || got.Title[data.English] != "Lamps" || len(got.Texts) != 2 || got.Date != lamps.Date {
		t.Fatalf("after opening again: %+v", got)
	}
	all, err := d.WorkParagraphs(w.ID)
	must(t, err)
	if len(all) != 2 || all[0].Text[data.French] == "" || all[0].Text[data.English] == "" || all[1].Pointer != "OP2" {
		t.Fatalf("paragraphs %+v", all)
	}
}

func TestLibraryFindsAndForgets(t *testing.T) {
	d, _, _ := newDesk(t)
	if d.LibraryReady(data.English) {
		t.Error("the library is ready before it was asked for")
	}
	w, err := d.AddWork(ctx, lamps, reading(data.English, "Calls upon keepers to light lamps at dusk;"))
	must(t, err)
	found := func() int {
		s, err := d.Library(data.English)
		must(t, err)
		return len(s.Nearest("keepers shall light all lamps at dusk", 3))
	}
	if found() != 1 || !d.LibraryReady(data.English) {
		t.Error("what was added is not found")
	}
	must(t, d.DeleteWork(ctx, w.ID))
	if found() != 0 || len(d.Works()) != 0 {
		t.Error("what was deleted is found")
	}
	title, err := d.Undo(ctx)
	must(t, err)
	if title != "act.work.delete" || found() != 1 {
		t.Error("undone, it is not found again")
	}
	_, err = d.Undo(ctx)
	must(t, err)
	if len(d.Works()) != 0 {
		t.Error("undoing the addition leaves the work")
	}
	wantCode(t, d.DeleteWork(ctx, w.ID), data.CodeNotFound)
	wantCode(t, d.SetWork(ctx, w), data.CodeNotFound)
}

func TestMisquotationsOfOurDrafts(t *testing.T) {
	d := imported(t)
	_, err := d.AddWork(ctx, lamps, reading(data.English, "Calls upon keepers to light lamps at dusk;"))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	must(t, d.SetPosition(ctx, data.Position{
		Provision: p.ID,
		Wording:   data.Words{data.English: "As agreed: “light lamps at dusk” (A/RES/91/4, OP1)."},
		PublicReasons: data.Words{
			data.English: "The Assembly has called “upon keepers to light lamps at dawn” (A/RES/91/4, OP1).",
			data.French:  "« allumer les lampes à l’aube » (A/RES/91/4)",
		},
		TalkingPoints: data.Words{data.English: "The words “light all lamps at dusk” are known."},
		Citations:     data.Words{data.English: "A/RES/91/4, OP1"},
	}))
	found, err := d.Misquotations()
	must(t, err)
	var got []string
	for _, m := range found {
		got = append(got, m.What+" "+string(m.Lang)+" "+string(m.Verdict)+" "+m.Source)
	}
	want := "reasons en differs upon keepers to light lamps at dusk, talking en differs light lamps at dusk"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %v", got)
	}
}

// TestMisquotationsOfOurStatements holds that statements and their cuts are read
// until they are delivered.
func TestMisquotationsOfOurStatements(t *testing.T) {
	d := imported(t)
	_, err := d.AddWork(ctx, lamps, reading(data.English, "Calls upon keepers to light lamps at dusk;"))
	must(t, err)
	p := at(t, d, "ch1/art2/1")
	text := "The Assembly has called “upon keepers to light lamps at dawn” (A/RES/91/4, OP1)."
	on := speech(t, d, data.Speech{
		Title: "On lamps", Provisions: []data.ID{p.ID}, Text: data.Words{data.English: text},
		Cuts: map[data.Lang]map[int]string{data.English: {2: "Assembly: “light lamps at dusk” (A/RES/91/4).", 1: "Assembly: “light all lamps at dusk” (A/RES/91/4)."}},
	})
	of := speech(t, d, data.Speech{Title: "In general", Text: data.Words{data.English: text}})
	found, err := d.Misquotations()
	must(t, err)
	type where struct{ about, speech data.ID }
	var got []where
	for _, m := range found {
		if m.What != "speech" || m.Verdict != library.Differs {
			t.Errorf("found %+v", m)
		}
		got = append(got, where{m.Provision, m.Entity})
	}
	if want := []where{{p.ID, on.ID}, {p.ID, on.ID}, {data.ID{}, of.ID}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	must(t, d.DeliverSpeech(ctx, on.ID, time.Now(), ""))
	if found, err = d.Misquotations(); err != nil || len(found) != 1 || found[0].Entity != of.ID {
		t.Errorf("after delivery %+v, %v", found, err)
	}
}

// TestLibraryOfManyParagraphsIsOneRecord: the log grows by what a work is called
// and by where its paragraphs are, whatever their number.
func TestLibraryOfManyParagraphsIsOneRecord(t *testing.T) {
	d, v, _ := newDesk(t)
	var r desk.WorkReading
	r.Source.Lang = data.English
	for range 5000 {
		r.Lines = append(r.Lines, library.Line{Path: "x", Text: strings.Repeat("words of a long report ", 20)})
	}
	before := changes(t, v)
	_, err := d.AddWork(ctx, lamps, r)
	must(t, err)
	if n := changes(t, v) - before; n != 3 {
		t.Errorf("5,000 paragraphs are %d changes of the log, not 3", n)
	}
}

func changes(t *testing.T, v *vault.Vault) (n int) {
	t.Helper()
	for _, k := range v.Heads() {
		n += int(k.Link.Seq)
	}
	return n
}
