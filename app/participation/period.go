package participation

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
)

// units are those in which periods are counted, in the order in which they are
// offered.
var units = []struct {
	id  string
	in  func(data.Delay) int
	set func(*data.Delay, int)
}{
	{"participation.unit.days", func(d data.Delay) int { return d.Days }, func(d *data.Delay, n int) { d.Days = n }},
	{"participation.unit.months", func(d data.Delay) int { return d.Months }, func(d *data.Delay, n int) { d.Months = n }},
	{"participation.unit.years", func(d data.Delay) int { return d.Years }, func(d *data.Delay, n int) { d.Years = n }},
}

// typedPeriod is a period as it is being typed.
type typedPeriod struct {
	N     string
	Unit  int // in units
	First bool
	Was   data.Delay // that was shown; it stays as it was where nothing is altered
}

// typedOf shows a period. One of several units is shown by its largest.
func typedOf(d data.Delay) typedPeriod {
	t := typedPeriod{First: d.FirstOfMonth, Was: d}
	for i, u := range units {
		if n := u.in(d); n > 0 {
			t.N, t.Unit = strconv.Itoa(n), i
		}
	}
	return t
}

// delay is what was typed.
func (t typedPeriod) delay() (d data.Delay, err error) {
	if shown := typedOf(t.Was); shown.N == t.N && shown.Unit == t.Unit && shown.First == t.First {
		return t.Was, nil
	}
	n, err := number(t.N)
	units[min(max(t.Unit, 0), len(units)-1)].set(&d, n)
	d.FirstOfMonth = t.First
	return d, err
}

// number reads a number that is not below zero; nothing is none.
func number(typed string) (int, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 || n > 9999 {
		return 0, data.E(data.CodeNumbers)
	}
	return n, nil
}

// periodField is a number, a unit, and whether it ends with a month.
type periodField struct {
	n     *textview.Field
	unit  *look.Select
	first *look.Check // nil: it cannot be said
	all   fyne.CanvasObject
}

// period makes the field for a period of the draft.
func (f *treatyForm) period(id string, of *typedPeriod, first bool) *periodField {
	loc := f.page.room.Loc
	var names []string
	for _, u := range units {
		names = append(names, loc.T(u.id))
	}
	x := &periodField{n: f.field(&of.N)}
	x.unit = look.NewSelect(names, of.Unit, func(i int) { of.Unit = i; f.note() })
	x.all = page.Labelled(loc.T(id), page.Columns([]float32{1, 2}, x.n, x.unit))
	if first {
		x.first = look.NewCheck(loc.T("participation.form.first"), of.First, func(on bool) { of.First = on; f.note() })
		x.all = look.Stack(x.all, x.first)
	}
	f.periods = append(f.periods, func() {
		x.unit.Choose(of.Unit)
		if x.first != nil {
			x.first.SetTicked(of.First)
		}
	})
	return x
}
