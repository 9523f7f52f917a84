package monitoring

import (
	"context"
	"slices"
	"strings"
	"testing"

	"travaux/app/page/roomtest"
	"travaux/data"
	"travaux/data/force"
	"travaux/export"
	"travaux/translations"
)

var ctx = context.Background()

// inForce is a room with the small draft adopted, and in force for six States since
// 400 days.
func inForce(t *testing.T, lang string) *roomtest.Bench {
	t.Helper()
	b := roomtest.New(t, lang)
	text := b.Import(t, "L/1", data.English, roomtest.English)
	since := force.Days(data.Today(), -400)
	c, err := b.Desk.Treaties().Set(ctx, data.Treaty{Title: data.Words{data.English: "Convention on Lanterns"}, Revision: text.Revision.ID, Adopted: since, Rule: data.EntryRule{Number: 1}})
	roomtest.Must(t, err)
	var all []data.Instrument
	for _, code := range []string{"KEN", "GHA", "TGO", "FRA", "ITA", "ESP"} {
		all = append(all, data.Instrument{Treaty: c.ID, Party: code, Kind: data.InstrumentRatification, Date: since})
	}
	_, err = b.Desk.Instruments().SetAll(ctx, all...)
	roomtest.Must(t, err)
	return b
}

func TestWithoutATreatyThePageSaysWhatToDoFirst(t *testing.T) {
	b := roomtest.New(t, "en")
	if p := Show(b.Room); p.tabs != nil || b.Page == nil {
		t.Error("tabs are shown without a treaty")
	}
}

func TestACycleIsCarriedThroughTheWindow(t *testing.T) {
	b := inForce(t, "en")
	p := Show(b.Room)
	g := p.register
	if len(g.all) == 0 || g.all[0].Obliged != data.ObligedParties {
		t.Fatalf("proposed: %+v", g.all)
	}
	n := len(g.all)
	g.must.SetText("shall light its lanterns")
	g.must.OnChanged("shall light its lanterns")
	g.draft.Due.Kind = data.DueOnce
	g.period.SetText("3")
	g.unit.Choose(1)
	g.decide(false)
	if all := b.Desk.Obligations().All(); len(b.Errors) > 0 || len(all) != 1 || all[0].Due.Period.Months != 3 || all[0].Must != "shall light its lanterns" || len(g.all) != n-1 {
		t.Fatalf("%v, the register: %+v, %d proposed", b.Errors, all, len(g.all))
	}
	if over := p.Overdue(); len(over) != 6 || len(p.overview.all) != 6 {
		t.Fatalf("overdue: %d", len(over))
	}

	c := p.cycles
	c.title.Insert("First cycle")
	c.opens.SetText(force.Days(data.Today(), -300).String())
	c.due.SetText(force.Days(data.Today(), -10).String())
	c.save()
	if len(p.Cycles) != 1 || len(p.Overdue()) != 12 {
		t.Fatalf("%v: %d cycles, %d overdue", b.Errors, len(p.Cycles), len(p.Overdue()))
	}

	p.party.choose("GHA")
	p.party.report.day.SetText(force.Days(data.Today(), -20).String())
	p.party.report.save()
	f := p.party.assess
	f.text.SetText("The lights are on.")
	f.evidence.SetText("L/REP/1, para. 4, they burn\n\nL/REP/2")
	f.secret.SetTicked(true)
	f.save()
	all := b.Desk.Assessments().All()
	if len(b.Errors) > 0 || len(all) != 1 || all[0].Party != "GHA" || !all[0].Confidential || len(all[0].Evidence) != 2 || all[0].Evidence[0].Words != "they burn" {
		t.Fatalf("%v: %+v", b.Errors, all)
	}
	if over := p.Overdue(); len(over) != 10 {
		t.Errorf("after a report and an assessment %d are overdue", len(over))
	}

	d := c.draw
	d.do()
	if len(b.Errors) != 1 || data.CodeOf(b.Errors[0]) != data.CodeSeedless {
		t.Fatalf("a draw without a seed: %v", b.Errors)
	}
	d.seed.SetText("14 07 22")
	d.do()
	if len(p.draws) != 1 || len(p.reviews) != 6 || len(p.draws[0].Lots) != 6 {
		t.Fatalf("%v: %d draws, %d reviews", b.Errors, len(p.draws), len(p.reviews))
	}
	c.step(p.reviews[0], data.StageReport)
	c.step(p.reviews[0], data.StagePublished)
	if len(b.Errors) != 2 || data.CodeOf(b.Errors[1]) != data.CodeConsent {
		t.Errorf("published without consent: %v", b.Errors)
	}
	_, err := b.Desk.Undo(ctx)
	roomtest.Must(t, err)
	p.Refresh()
	if s := p.reviews[0].Stage(); s != "" {
		t.Errorf("undone, the review is at %q", s)
	}
}

func TestWhatIsTypedOnAnObligationIsKept(t *testing.T) {
	b := inForce(t, "en")
	p := Show(b.Room)
	p.register.must.Insert("and more ")
	p.page.Leave()
	p = Show(b.Room)
	if !strings.Contains(p.register.must.Text(), "and more ") {
		t.Errorf("what was typed is lost: %q", p.register.must.Text())
	}
}

func TestWhatWasRecordedIsChangedMarkedAndTakenAway(t *testing.T) {
	b := inForce(t, "en")
	p := Show(b.Room)
	p.register.keepAll()
	c := p.cycles
	c.title.Insert("First cycle")
	c.opens.SetText("2026-01-01")
	c.due.SetText("2026-06-01")
	c.save()
	p.party.choose("GHA")

	r := p.party.report
	r.day.SetText("2026-05-01")
	r.symbol.SetText("L/REP/1")
	r.save()
	if r.id != (data.ID{}) || len(r.recorded()) != 1 {
		t.Fatalf("%v: the form is not empty again, or %d are told", b.Errors, len(r.recorded()))
	}
	r.load(p.Reports[0])
	r.day.SetText("2026-05-02")
	r.save()
	if len(p.Reports) != 1 || p.Reports[0].Received.String() != "2026-05-02" || p.Reports[0].Symbol != "L/REP/1" {
		t.Fatalf("changed: %+v", p.Reports)
	}

	f := p.party.assess
	f.text.SetText("Dark.")
	f.evidence.SetText("L/REP/1, para. 4")
	f.secret.SetTicked(true)
	f.shape()
	if usual := b.Desk.Marking().Internal; f.chosenLevel() != usual || !f.marking.Visible() {
		t.Errorf("the usual level is offered as %q, not %q", f.chosenLevel(), usual)
	}
	last := len(f.levels) - 1
	f.level.Choose(last)
	f.save()
	a := p.Assessments[0]
	if a.Level != f.levels[last] || !strings.Contains(p.markingWords(a), export.LevelName(b.Desk.Marking().Level(a.Level), b.Loc)) {
		t.Fatalf("%v: marked %q, %q", b.Errors, a.Level, p.markingWords(a))
	}
	f.load(a)
	if f.chosenLevel() != a.Level || f.evidence.Text() != "L/REP/1, para. 4" {
		t.Errorf("to be changed: %q, %q", f.chosenLevel(), f.evidence.Text())
	}
	f.day.SetText("2026-06-02")
	f.secret.SetTicked(false)
	f.save()
	if len(p.Assessments) != 1 || p.Assessments[0].Confidential || p.Assessments[0].Level != "" || p.Assessments[0].Day.String() != "2026-06-02" {
		t.Errorf("changed: %+v", p.Assessments)
	}

	f.remove(p.Assessments[0])
	r.remove(p.Reports[0])
	if len(p.Assessments) != 0 || len(p.Reports) != 0 || len(b.Errors) > 0 {
		t.Errorf("taken away: %+v %+v %v", p.Assessments, p.Reports, b.Errors)
	}
	for range 2 {
		_, err := b.Desk.Undo(ctx)
		roomtest.Must(t, err)
	}
	p.Refresh()
	if len(p.Assessments) != 1 || len(p.Reports) != 1 {
		t.Errorf("brought back: %+v %+v", p.Assessments, p.Reports)
	}
}

func TestAPaperIsReadBackAndHoldsNothingConfidential(t *testing.T) {
	b := inForce(t, "en")
	p := Show(b.Room)
	p.register.keepAll()
	o := p.Followed()[0]
	_, err := b.Desk.Assessments().Set(ctx, data.Assessment{Party: "GHA", Obligation: o.ID, Provision: o.Provision, Grade: data.GradeUnmet, Day: data.Today(), Text: "Our fisherman saw the northern lantern dark.", Confidential: true})
	roomtest.Must(t, err)
	p.Refresh()
	for _, lang := range data.Langs {
		for kind := range paperDraw {
			if text := p.document(b.Desk, lang, kind, 0, p.parties(b.Room)).Text(); strings.Contains(text, "fisherman") || !strings.Contains(text, "Convention on Lanterns") {
				t.Errorf("%s, paper %d:\n%s", lang, kind, text)
			}
		}
	}
	dir := t.TempDir()
	p.papers.folder.Set(dir)
	for kind := range paperDraw {
		p.papers.kind.Choose(kind)
		p.papers.tell()
		p.papers.start()
	}
	if got := b.Certified(t, dir); len(got) != paperDraw {
		t.Errorf("%q", got)
	}
	if len(b.Errors) > 0 || !p.papers.made.Visible() {
		t.Errorf("the paper is not made: %v", b.Errors)
	}
}

func TestThePageIsShownInEveryLanguage(t *testing.T) {
	for _, lang := range data.Langs {
		b := inForce(t, string(lang))
		p := Show(b.Room)
		p.register.keepAll()
		if len(b.Errors) > 0 || !slices.Contains(p.party.all, "GHA") || translations.New(string(lang)).T("monitoring.title") == "" {
			t.Errorf("%s: %v, parties %v", lang, b.Errors, p.party.all)
		}
		for i := range tabPapers + 1 {
			p.tabs.Choose(i)
		}
	}
}
