package capital

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// report is where the report to capital is made: of a day, or since the last one.
type report struct {
	room   *room.Room
	span   *look.Select
	day    *textview.Field
	lang   *look.Select
	glance *look.Text
	made   *look.Text
	object fyne.CanvasObject
}

// Choices of what is reported on.
const (
	spanDay = iota
	spanSince
)

func newReport(r *room.Room) *report {
	loc := r.Loc
	x := &report{room: r, glance: look.Wrapped(""), made: look.Wrapped(""), day: textview.NewField()}
	x.made.Hide()
	since := loc.T("capital.span.since.none")
	if last := r.Desk.ReportedUntil(); !last.IsZero() {
		since = loc.T("capital.span.since", "time", loc.Time(last.Local()))
	}
	x.span = look.NewSelect([]string{loc.T("capital.span.day"), since}, spanDay, func(int) { x.tell() })
	x.day.SetText(data.DateOf(data.At(time.Now(), r.Desk.Negotiation().Place).Local()).String())
	x.day.OnChanged = func(string) { x.tell() }
	var names []string
	at := 0
	for i, lang := range data.Langs {
		names = append(names, translations.Endonym(string(lang)))
		if string(lang) == loc.Lang() {
			at = i
		}
	}
	x.lang = look.NewSelect(names, at, func(int) {})
	make := look.NewPrimary(loc.T("capital.make"), func() { page.ChooseFolder(r, page.LastFolder(), x.make) })
	x.object = look.Column(
		look.Heading(loc.T("capital.report")),
		page.Columns([]float32{3, 2, 2}, page.Labelled(loc.T("capital.of"), x.span), page.Labelled(loc.T("capital.day"), x.day), page.Labelled(loc.T("paper.field.language"), x.lang)),
		x.glance, look.Row(look.Space(), make), x.made)
	x.tell()
	return x
}

// times are from when until when is reported.
func (x *report) times() (from, until time.Time, err error) {
	d := x.room.Desk
	if x.span.Chosen() == spanSince {
		return d.ReportedUntil(), time.Now(), nil
	}
	day, err := data.ParseDate(strings.TrimSpace(x.day.Text()))
	if day.IsZero() {
		day = data.Today()
	}
	from, until = d.ReportDay(day)
	return from, until, err
}

// Options order a report to capital in a language, with the names of who speaks in
// that language.
func Options(d *desk.Desk, lang data.Lang, from, until time.Time) desk.CapitalOptions {
	loc, reg := translations.New(string(lang)), d.Register()
	return desk.CapitalOptions{
		Lang: lang, From: from, Until: until, StateName: states.Name(d.Negotiation().State, lang),
		Speaker:    func(s data.Speaker) string { return page.Speaker(loc, reg, s) },
		Proponents: func(list []data.Proponent) string { return states.WriteProponents(list, lang) },
	}
}

// tell says in numbers what would be in the report.
func (x *report) tell() {
	loc := x.room.Loc
	look.SetShown(x.day, x.span.Chosen() == spanDay)
	from, until, err := x.times()
	var r data.CapitalReport
	if err == nil {
		r, err = x.room.Desk.CapitalReport(Options(x.room.Desk, data.Lang(loc.Lang()), from, until))
	}
	if err != nil {
		x.glance.SetText("")
		return
	}
	var parts []string
	for _, p := range []struct {
		id string
		n  int
	}{
		{"capital.asked", len(r.Open)},
		{"capital.agreed", len(r.Agreed)},
		{"capital.moved", len(r.Moved)},
		{"capital.new", len(r.New)},
		{"capital.ours", len(r.Ours)},
		{"capital.next", len(r.Next)},
	} {
		parts = append(parts, loc.T("report.tally", "what", loc.T(p.id), "n", loc.Number(p.n)))
	}
	x.glance.SetText(strings.Join(parts, " · "))
}

// Report is the report to capital of a time, marked on every page. Who may not note that
// it was made makes none.
func Report(d *desk.Desk, from, until time.Time) paper.Work {
	last := data.DateOf(data.At(until, d.Negotiation().Place).Local().Add(-time.Nanosecond))
	return paper.Work{Kind: paper.ToCapital, Date: last, Ours: true, Document: func(_ context.Context, lang data.Lang) (export.Document, error) {
		if !d.Me().Role.May(data.RightDraft) {
			return export.Document{}, data.E(data.CodeForbidden)
		}
		r, err := d.CapitalReport(Options(d, lang, from, until))
		if err != nil {
			return export.Document{}, err
		}
		return export.CapitalReport(r, translations.New(string(lang))), nil
	}}
}

// make writes the report into a folder and notes until when it tells.
func (x *report) make(dir string) {
	d, lang := x.room.Desk, data.Langs[max(x.lang.Chosen(), 0)]
	from, until, err := x.times()
	if err != nil {
		x.room.Fail(err)
		return
	}
	w := Report(d, from, until)
	var paths []string
	x.room.Act(func(ctx context.Context) error {
		name := page.FileName(x.room.Loc.T("capital.file") + "-" + w.Date.String())
		m, err := page.Making{Work: w, Name: name}.Made(ctx, d, []data.Lang{lang}, data.NoProgress{})
		if err != nil {
			return err
		}
		if paths, err = page.HandOver(ctx, d, x.room.Loc, dir, m); err != nil {
			return err
		}
		return d.Reported(ctx, from, until)
	}, func() {
		page.RememberFolder(dir)
		page.TellMade(x.room, x.made, paths)
	})
}
