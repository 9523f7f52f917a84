package monitoring

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/export"
)

// What was recorded of a party can be changed in the form that records it, and taken
// away; undo brings it back.

// recorded are the reports of the party, each with buttons that change it and take it
// away.
func (f *reportForm) recorded() (out []fyne.CanvasObject) {
	p, loc := f.page, f.page.room.Loc
	for _, r := range p.Reports {
		c, known := p.cycle(r.Cycle)
		if r.Party != f.of.party || !known {
			continue
		}
		parts := []string{loc.T("monitoring.report.received", "date", date(loc, r.Received))}
		for _, words := range []string{r.Symbol, page.Beginning(r.Text)} {
			if words != "" {
				parts = append(parts, loc.Isolate(words))
			}
		}
		words := look.Wrapped(loc.T("monitoring.fact", "what", p.cycleName(c), "state", strings.Join(parts, " · ")))
		out = append(out, page.Removable(p.room, words, func() { f.load(r) }, func() { f.remove(r) }))
	}
	return out
}

// load shows a report that was recorded, to be changed.
func (f *reportForm) load(r data.PartyReport) {
	at := slices.IndexFunc(f.page.Cycles, func(c data.Cycle) bool { return c.ID == r.Cycle })
	f.show(typedReport{Day: r.Received.String(), Symbol: r.Symbol, Text: r.Text, Cycle: at, ID: r.ID})
	f.note()
	f.page.page.Focus(f.day)
}

// remove takes a report away.
func (f *reportForm) remove(r data.PartyReport) {
	page.Remove(f.page.room, f.page.room.Desk.PartyReports(), r.ID, func() {
		if f.id == r.ID {
			f.page.keep.Drop(f.key())
		}
		f.page.Refresh()
		f.tell(true)
	})
}

// load shows an assessment that was recorded, to be changed.
func (f *assessForm) load(a data.Assessment) {
	p := f.page
	t := typedAssessment{
		Obligation: slices.IndexFunc(p.Followed(), func(o data.Obligation) bool { return o.ID == a.Obligation }),
		Cycle:      slices.IndexFunc(p.Cycles, func(c data.Cycle) bool { return c.ID == a.Cycle }) + 1,
		Grade:      max(slices.Index(data.Grades, a.Grade), 0),
		Day:        a.Day.String(), Text: a.Text, Secret: a.Confidential, Level: a.Level, ID: a.ID,
	}
	var lines []string
	for _, e := range a.Evidence {
		parts := []string{e.Symbol, e.Pointer, e.Words}
		for len(parts) > 1 && parts[len(parts)-1] == "" {
			parts = parts[:len(parts)-1]
		}
		lines = append(lines, strings.Join(parts, ", "))
	}
	t.Evidence = strings.Join(lines, "\n")
	f.show(t)
	f.note()
	p.page.Focus(f.text)
}

// remove takes an assessment away; one before it counts again.
func (f *assessForm) remove(a data.Assessment) {
	page.Remove(f.page.room, f.page.room.Desk.Assessments(), a.ID, func() {
		if f.id == a.ID {
			f.page.keep.Drop(f.key())
		}
		f.page.Refresh()
		f.tell(true)
	})
}

// levels offers the levels of the delegation's scheme above that of what anybody may
// see.
func levels(p *Page, changed func()) (codes []data.Classification, choice *look.Select) {
	scheme := p.room.Desk.Marking()
	var names []string
	for _, l := range scheme.Levels[1:] {
		codes = append(codes, l.Code)
		names = append(names, export.LevelName(l, p.room.Loc))
	}
	return codes, look.NewSelect(names, 0, func(int) { changed() })
}

// levelAt is where a marking stands among the levels that are offered; one of none is
// the scheme's usual one.
func levelAt(p *Page, codes []data.Classification, level data.Classification) int {
	return max(slices.Index(codes, p.room.Desk.Marking().Level(level).Code), 0)
}

// markingWords are what stands on the frame of a confidential assessment.
func (p *Page) markingWords(a data.Assessment) string {
	loc := p.room.Loc
	return loc.T("monitoring.marked", "level", export.LevelName(p.room.Desk.Marking().Level(a.Level), loc), "readers", page.ReadersName(loc, a.Audience()))
}
