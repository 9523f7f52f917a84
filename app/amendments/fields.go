package amendments

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// dateField is a day that is typed.
type dateField struct {
	*textview.Field
	set func(*data.Amendment) *data.Date
}

// numberField is a number that is typed; "" is none.
type numberField struct {
	*textview.Field
	set func(*data.Amendment) *int
}

// period is a number of days, months or years.
type period struct {
	number *textview.Field
	unit   *look.Select
	set    func(*data.Amendment) *data.Delay
	object fyne.CanvasObject
}

// units of periods, in the order in which they are offered.
const (
	unitDays = iota
	unitMonths
	unitYears
)

func newPeriod(f *form, label string, set func(*data.Amendment) *data.Delay) *period {
	loc := f.page.room.Loc
	p := &period{number: f.field(), set: set}
	p.number.OnChanged = func(string) { f.noted() }
	p.unit = look.NewSelect([]string{loc.T("amendments.unit.days"), loc.T("amendments.unit.months"), loc.T("amendments.unit.years")}, unitDays, func(int) { f.noted() })
	p.object = page.Labelled(label, page.Columns([]float32{2, 3}, p.number, p.unit))
	return p
}

// show puts a period into the fields.
func (p *period) show(d data.Delay) {
	n, unit := d.Days, unitDays
	switch {
	case d.Years > 0:
		n, unit = d.Years, unitYears
	case d.Months > 0:
		n, unit = d.Months, unitMonths
	}
	p.number.SetText(figure(n))
	p.unit.Choose(unit)
}

// read is the period in the fields. One that is of several units, or goes on to the
// first of a month, stays as it was as long as what is shown of it is not changed.
func (p *period) read(old data.Delay) (data.Delay, error) {
	n, err := number(p.number.Text())
	if err != nil {
		return old, err
	}
	was := &period{number: textview.NewField(), unit: look.NewSelect([]string{"", "", ""}, 0, func(int) {})}
	was.show(old)
	if was.number.Text() == figure(n) && (n == 0 || was.unit.Chosen() == p.unit.Chosen()) {
		return old, nil
	}
	switch p.unit.Chosen() {
	case unitYears:
		return data.Delay{Years: n, FirstOfMonth: old.FirstOfMonth}, nil
	case unitMonths:
		return data.Delay{Months: n, FirstOfMonth: old.FirstOfMonth}, nil
	}
	return data.Delay{Days: n, FirstOfMonth: old.FirstOfMonth}, nil
}

// figure writes a number for a field; none for zero.
func figure(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// number reads what is typed in a field; nothing is zero.
func number(typed string) (int, error) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 {
		return 0, data.E(data.CodeNumbers)
	}
	return n, nil
}

// shares are the parts of a number that are offered.
var shares = []data.Share{
	{},
	{Num: 1, Den: 4},
	{Num: 1, Den: 3},
	{Num: 1, Den: 3, Over: true},
	{Num: 1, Den: 2},
	{Num: 1, Den: 2, Over: true},
	{Num: 3, Den: 5},
	{Num: 2, Den: 3},
	{Num: 3, Den: 4},
	{Num: 4, Den: 5},
	{Num: 1, Den: 1},
}

// shareChoice is one of the shares; one that is not among them is offered last while
// it is chosen.
type shareChoice struct {
	*look.Select
	all []data.Share
	set func(*data.Amendment) *data.Share
}

func newShare(f *form, set func(*data.Amendment) *data.Share) *shareChoice {
	s := &shareChoice{set: set, all: shares}
	s.Select = look.NewSelect(nil, -1, func(i int) { *s.set(&f.amendment) = s.all[i]; f.noted() })
	return s
}

func (s *shareChoice) show(chosen data.Share, f *form) {
	s.all = shares
	at := -1
	for i, x := range s.all {
		if x == chosen || x.IsZero() && chosen.IsZero() {
			at = i
		}
	}
	if at < 0 {
		at, s.all = len(s.all), append(s.all[:len(s.all):len(s.all)], chosen)
	}
	var names []string
	for _, x := range s.all {
		names = append(names, translations.Capital(export.ShareWords(x, f.page.room.Loc)))
	}
	s.SetOptions(names, at)
}
