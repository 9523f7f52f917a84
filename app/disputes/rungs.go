package disputes

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/export"
)

// addRung puts a means on the ladder that is not on it yet.
func (f *form) addRung() {
	x := &f.Is
	for _, m := range data.AllMeans {
		if !slices.ContainsFunc(x.Ladder, func(r data.Rung) bool { return r.Means == m }) {
			x.Ladder = append(slices.Clone(x.Ladder), data.Rung{Means: m, Trigger: data.TriggerFailed, Consent: data.ConsentAll})
			f.Note()
			f.show()
			return
		}
	}
}

// rung is one means of the ladder as the clause has it.
func (f *form) rung(i int) fyne.CanvasObject {
	p, loc, x := f.page, f.page.room.Loc, &f.Is
	x.Ladder = slices.Clone(x.Ladder) // that of a pattern or of another dispute stays as it is
	r := &x.Ladder[i]
	changed := func() { f.Note() }
	means := look.NewSelect(page.Named(loc, "means", data.AllMeans), slices.Index(data.AllMeans, r.Means), func(k int) { f.Is.Ladder[i].Means = data.AllMeans[k]; changed() })
	trigger := look.NewSelect(page.Named(loc, "trigger", data.Triggers), max(slices.Index(data.Triggers, r.Trigger), 0), func(k int) { f.Is.Ladder[i].Trigger = data.Triggers[k]; changed() })
	consent := look.NewSelect(page.Named(loc, "consent", data.Consents), max(slices.Index(data.Consents, r.Consent), 0), func(k int) {
		f.Is.Ladder[i].Consent = data.Consents[k]
		changed()
		f.show()
	})
	after := f.period(r.After, func(d data.Delay) { f.Is.Ladder[i].After = d })
	period := f.period(r.Period, func(d data.Delay) { f.Is.Ladder[i].Period = d })
	interim := look.NewCheck(loc.T("dispute.rung.interim"), r.Interim, func(on bool) { f.Is.Ladder[i].Interim = on; changed() })
	body := page.Typing(p.close, "", func(text string) { f.Is.Ladder[i].Body = text; changed() })
	body.SetText(r.Body)
	costs := page.Typing(p.close, "", func(text string) { f.Is.Ladder[i].Costs = text; changed() })
	costs.SetText(r.Costs)
	asked := look.NewCheck(loc.T("dispute.rung.asked"), r.FromAsked, func(on bool) { f.Is.Ladder[i].FromAsked = on; changed() })
	rows := look.Stack(
		page.Columns([]float32{2, 3, 3}, page.Labelled(loc.T("dispute.means"), means), page.Labelled(loc.T("dispute.rung.from"), trigger), page.Labelled(loc.T("dispute.rung.consent"), consent)),
		page.Columns([]float32{2, 2, 2, 2}, page.Labelled(loc.T("dispute.rung.after"), after), page.Labelled(loc.T("dispute.rung.period"), period), page.Labelled(loc.T("dispute.rung.body"), body), page.Labelled(loc.T("dispute.rung.costs"), costs)),
		look.Flow(interim, asked),
	)
	if r.Consent == data.ConsentOptOut || r.Consent == data.ConsentOptIn {
		declared := page.NewParties(p.room)
		declared.Set(r.Declared)
		declared.OnChanged = func(codes []string) { f.Is.Ladder[i].Declared = codes; changed() }
		rows.Add(page.Labelled(loc.T("dispute.declared."+string(r.Consent)), declared.Object))
	}
	up := look.NewIconButton(look.IconUp, "", func() { f.move(i, i-1) }).WithTip(loc.T("dispute.rung.up"))
	less := look.NewIconButton(look.IconClose, "", func() {
		f.Is.Ladder = slices.Delete(slices.Clone(f.Is.Ladder), i, i+1)
		changed()
		f.show()
	}).WithTip(loc.T("packages.form.remove"))
	buttons := look.Row(less)
	if i > 0 {
		buttons = look.Row(up, less)
	}
	place := look.NewText(loc.Number(i + 1))
	place.Bold = true
	return look.Inset(2, 8, 0, 0, look.Border(nil, look.Rule(), look.Inset(0, 0, 4, 10, look.Top(place)), look.Top(buttons), rows))
}

func (f *form) move(from, to int) {
	l := slices.Clone(f.Is.Ladder)
	l[from], l[to] = l[to], l[from]
	f.Is.Ladder = l
	f.Note()
	f.show()
}

// units of a period, in the order in which they are offered.
var units = []string{"period.unit.days", "period.unit.months", "period.unit.years"}

// period writes a number and its unit.
func (f *form) period(d data.Delay, set func(data.Delay)) fyne.CanvasObject {
	loc := f.page.room.Loc
	n, unit := d.Days, 0
	switch {
	case d.Years > 0:
		n, unit = d.Years, 2
	case d.Months > 0:
		n, unit = d.Months, 1
	}
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = loc.T(u)
	}
	words := look.Ellipsis(export.DelayWords(d, loc))
	words.Colour = look.ColourMuted
	put := func() {
		var d data.Delay
		switch unit {
		case 0:
			d.Days = n
		case 1:
			d.Months = n
		case 2:
			d.Years = n
		}
		set(d)
		f.Note()
	}
	number := page.Typing(f.page.close, loc.T("dispute.period.none"), func(typed string) {
		if k, err := strconv.Atoi(strings.TrimSpace(typed)); err == nil && k >= 0 {
			n = k
		} else {
			n = 0
		}
		put()
	})
	if n > 0 {
		number.SetText(strconv.Itoa(n))
	}
	choice := look.NewSelect(names, unit, func(i int) { unit = i; put() })
	return look.Evenly(number, choice)
}
