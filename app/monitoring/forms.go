package monitoring

import (
	"context"
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// reportForm records the report of a party.
type reportForm struct {
	page   *Page
	of     *parties
	cycle  *look.Select
	day    *textview.Field
	symbol *textview.Field
	text   *textview.Editor
	none   *look.Text
	came   *fyne.Container // what has been recorded
	fields *fyne.Container
	object fyne.CanvasObject

	id data.ID // of the report that is changed; zero: a new one
}

func newReportForm(p *Page, of *parties) *reportForm {
	loc := p.room.Loc
	f := &reportForm{page: p, of: of, day: p.field(), symbol: p.field(), text: p.editor(), none: look.Wrapped(loc.T("monitoring.cycles.none")), came: look.Column()}
	f.none.Colour = look.ColourMuted
	note := func(string) { f.note() }
	f.cycle = look.NewSelect(nil, 0, func(int) { f.note() })
	f.day.Placeholder, f.symbol.Placeholder = loc.T("papers.date.form"), loc.T("paper.field.symbol")
	f.text.MinRows, f.text.MaxRows, f.text.Placeholder = 2, 8, loc.T("monitoring.report.text")
	f.day.OnChanged, f.symbol.OnChanged, f.text.OnChanged = note, note, note
	f.day.OnSubmitted, f.symbol.OnSubmitted = func(string) { f.save() }, func(string) { f.save() }
	f.text.OnSubmitted = func(string) { f.save() }
	f.fields = look.Column(
		page.Columns([]float32{2, 1, 1}, page.Labelled(loc.T("monitoring.cycle"), f.cycle), page.Labelled(loc.T("monitoring.received"), f.day), page.Labelled(loc.T("paper.field.symbol"), f.symbol)),
		f.text,
		look.Row(look.Space(), look.NewButton(loc.T("monitoring.record"), f.save)),
	)
	f.object = look.Column(look.Heading(loc.T("monitoring.report")), f.none, f.came, f.fields)
	return f
}

func (f *reportForm) key() string { return "party-report/" + f.of.party }

// typedReport is a report as it is kept while it is typed.
type typedReport struct {
	Day, Symbol, Text string
	Cycle             int
	ID                data.ID
}

func (f *reportForm) note() {
	out, err := json.Marshal(typedReport{f.day.Text(), f.symbol.Text(), f.text.Text(), f.cycle.Chosen(), f.id})
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	f.page.keep.Note(f.key(), string(out))
}

// tell offers the cycles; for another party what was typed of it is shown.
func (f *reportForm) tell(other bool) {
	p := f.page
	look.SetShown(f.none, len(p.Cycles) == 0)
	look.SetShown(f.fields, len(p.Cycles) > 0)
	look.Rebuild(f.came, func() { f.came.Objects = f.recorded() })
	f.cycle.SetOptions(p.cycleNames(), min(max(f.cycle.Chosen(), 0), len(p.Cycles)-1))
	if !other {
		return
	}
	t := typedReport{Day: data.Today().String()}
	if kept, ok := p.keep.Read(f.key()); ok {
		if err := json.Unmarshal([]byte(kept), &t); err != nil {
			p.room.Fail(err)
		}
	}
	f.show(t)
}

// show puts a report into the form.
func (f *reportForm) show(t typedReport) {
	f.id = t.ID
	f.day.SetText(t.Day)
	f.symbol.SetText(t.Symbol)
	f.text.SetText(t.Text)
	f.cycle.Choose(min(max(t.Cycle, 0), len(f.page.Cycles)-1))
}

func (p *Page) cycleNames() (names []string) {
	for _, c := range p.Cycles {
		names = append(names, p.cycleName(c))
	}
	return names
}

func (f *reportForm) save() {
	p, i := f.page, f.cycle.Chosen()
	day, err := data.ParseDate(strings.TrimSpace(f.day.Text()))
	if err != nil || i < 0 {
		p.room.Fail(err)
		return
	}
	r := data.PartyReport{Cycle: p.Cycles[i].ID, Party: f.of.party, Received: day, Symbol: strings.TrimSpace(f.symbol.Text()), Text: strings.TrimSpace(f.text.Text()), Lang: data.Lang(p.room.Loc.Lang())}
	for _, k := range p.Reports {
		if k.ID == f.id {
			r.Entry = k.Entry
		}
	}
	key := f.key()
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.PartyReports().Set(ctx, r)
		return err
	}, func() {
		p.keep.Drop(key)
		p.Refresh()
		f.tell(true)
		p.page.Focus(f.of.list) // for the next
	})
}

// assessForm records how far a party fulfils an obligation.
type assessForm struct {
	page       *Page
	of         *parties
	obligation *look.Select
	cycle      *look.Select
	grade      *look.Select
	day        *textview.Field
	text       *textview.Editor
	evidence   *textview.Editor
	secret     *look.Check
	level      *look.Select
	levels     []data.Classification
	marking    fyne.CanvasObject // the choice of a level, shown for what is confidential
	fields     *fyne.Container
	object     fyne.CanvasObject

	id data.ID // of the assessment that is changed; zero: a new one
}

func newAssessForm(p *Page, of *parties) *assessForm {
	loc := p.room.Loc
	f := &assessForm{page: p, of: of, day: p.field(), text: p.editor(), evidence: p.editor()}
	note := func(string) { f.note() }
	f.obligation = look.NewSelect(nil, 0, func(int) { f.note() })
	f.cycle = look.NewSelect(nil, 0, func(int) { f.note() })
	var grades []string
	for _, g := range data.Grades {
		grades = append(grades, loc.Name("grade", string(g)))
	}
	f.grade = look.NewSelect(grades, 0, func(int) { f.note() })
	f.secret = look.NewCheck(loc.T("monitoring.confidential"), false, func(bool) { f.note(); f.shape() })
	f.levels, f.level = levels(p, func() { f.note() })
	f.marking = page.Labelled(loc.T("panes.instruction.classification"), f.level)
	f.day.Placeholder, f.text.Placeholder, f.evidence.Placeholder = loc.T("papers.date.form"), loc.T("monitoring.assess.text"), loc.T("monitoring.assess.evidence")
	f.text.MinRows, f.text.MaxRows, f.evidence.MinRows, f.evidence.MaxRows = 2, 8, 1, 6
	f.day.OnChanged, f.text.OnChanged, f.evidence.OnChanged = note, note, note
	saved := func(string) { f.save() }
	f.day.OnSubmitted, f.text.OnSubmitted, f.evidence.OnSubmitted = saved, saved, saved
	f.fields = look.Column(
		page.Labelled(loc.T("monitoring.obligation"), f.obligation),
		page.Columns([]float32{1, 1, 1}, page.Labelled(loc.T("monitoring.grade"), f.grade), page.Labelled(loc.T("monitoring.cycle"), f.cycle), page.Labelled(loc.T("monitoring.day-of"), f.day)),
		f.text, f.evidence, f.secret, f.marking,
		look.Row(look.Space(), look.NewPrimary(loc.T("monitoring.record"), f.save)),
	)
	f.object = look.NewFrame(loc.T("monitoring.frame"), look.Column(look.Heading(loc.T("monitoring.assess")), f.fields))
	return f
}

func (f *assessForm) key() string { return "assessment/" + f.of.party }

// typedAssessment is an assessment as it is kept while it is typed.
type typedAssessment struct {
	Obligation, Cycle, Grade int
	Day, Text, Evidence      string
	Secret                   bool
	Level                    data.Classification
	ID                       data.ID
}

func (f *assessForm) note() {
	out, err := json.Marshal(typedAssessment{f.obligation.Chosen(), f.cycle.Chosen(), f.grade.Chosen(), f.day.Text(), f.text.Text(), f.evidence.Text(), f.secret.Ticked(), f.chosenLevel(), f.id})
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	f.page.keep.Note(f.key(), string(out))
}

// tell offers the obligations; for another party what was typed of it is shown.
func (f *assessForm) tell(other bool) {
	p := f.page
	var names []string
	for _, o := range p.Followed() {
		names = append(names, p.what(o))
	}
	look.SetShown(f.object, len(names) > 0)
	f.obligation.SetOptions(names, min(max(f.obligation.Chosen(), 0), len(names)-1))
	f.cycle.SetOptions(append([]string{p.room.Loc.T("monitoring.cycle.none")}, p.cycleNames()...), min(max(f.cycle.Chosen(), 0), len(p.Cycles)))
	if !other {
		return
	}
	t := typedAssessment{Day: data.Today().String(), Cycle: min(1, len(p.Cycles))}
	if kept, ok := p.keep.Read(f.key()); ok {
		if err := json.Unmarshal([]byte(kept), &t); err != nil {
			p.room.Fail(err)
		}
	}
	f.show(t)
}

// show puts an assessment into the form.
func (f *assessForm) show(t typedAssessment) {
	p := f.page
	f.id = t.ID
	f.obligation.Choose(min(max(t.Obligation, 0), len(p.Followed())-1))
	f.cycle.Choose(min(max(t.Cycle, 0), len(p.Cycles)))
	f.grade.Choose(t.Grade)
	f.level.Choose(levelAt(p, f.levels, t.Level))
	f.day.SetText(t.Day)
	f.text.SetText(t.Text)
	f.evidence.SetText(t.Evidence)
	f.secret.SetTicked(t.Secret)
	f.shape()
}

// shape offers a level for what is confidential.
func (f *assessForm) shape() {
	look.SetShown(f.marking, f.secret.Ticked())
	f.fields.Refresh()
}

// chosenLevel is the marking of what is confidential.
func (f *assessForm) chosenLevel() data.Classification {
	if !f.secret.Ticked() || len(f.levels) == 0 {
		return ""
	}
	return f.levels[max(f.level.Chosen(), 0)]
}

func (f *assessForm) save() {
	p, i := f.page, f.obligation.Chosen()
	day, err := data.ParseDate(strings.TrimSpace(f.day.Text()))
	if err != nil || i < 0 {
		p.room.Fail(err)
		return
	}
	o := p.Followed()[i]
	a := data.Assessment{
		Party: f.of.party, Obligation: o.ID, Provision: o.Provision, Grade: data.Grades[max(f.grade.Chosen(), 0)], Day: day,
		Text: strings.TrimSpace(f.text.Text()), Evidence: readEvidence(f.evidence.Text()), Confidential: f.secret.Ticked(), Level: f.chosenLevel(),
	}
	if c := f.cycle.Chosen(); c > 0 {
		a.Cycle = p.Cycles[c-1].ID
	}
	for _, k := range p.Assessments { // what is said again on one day is corrected
		if k.Party == a.Party && k.Obligation == a.Obligation && k.Cycle == a.Cycle && k.Day == a.Day {
			a.Entry = k.Entry
		}
	}
	for _, k := range p.Assessments {
		if k.ID == f.id {
			a.Entry = k.Entry
		}
	}
	key := f.key()
	p.room.Act(func(ctx context.Context) error {
		_, err := p.room.Desk.Assessments().Set(ctx, a)
		return err
	}, func() {
		p.keep.Drop(key)
		p.Refresh()
		f.tell(true)
	})
}

// readEvidence reads a document a line: its symbol, then, after commas, the paragraph
// and the words.
func readEvidence(text string) (out []data.Evidence) {
	for line := range strings.Lines(text) {
		symbol, rest, _ := strings.Cut(line, ",")
		pointer, words, _ := strings.Cut(rest, ",")
		e := data.Evidence{Symbol: strings.TrimSpace(symbol), Pointer: strings.TrimSpace(pointer), Words: strings.TrimSpace(words)}
		if e.Symbol != "" {
			out = append(out, e)
		}
	}
	return out
}
