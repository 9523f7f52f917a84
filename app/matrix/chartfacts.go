package matrix

import (
	"fmt"
	"strings"

	"travaux/data"
	"travaux/data/tally"
	"travaux/translations"
)

// chartFacts are what a chart draws.
type chartFacts struct {
	days []string // below the bars
	rows []chartRow
}

// chartRow is one group of States over the days.
type chartRow struct {
	name string
	of   int // States in it, on the last day
	days []chartDay
	says string // how the last day stands
}

// chartDay is one bar. Who is in none of the numbers was silent.
type chartDay struct{ support, other, oppose int }

func dayOf(c tally.Counts) chartDay {
	with, against := c.Of(data.AttitudeSupport), c.Of(data.AttitudeOppose)
	return chartDay{with, c.Spoken() - with - against, against}
}

// chartOf counts a question at the end of every day on which something was said of
// it.
func chartOf(f *facts, question int, loc *translations.Localizer) chartFacts {
	lang := data.Lang(loc.Lang())
	points := f.counter.TallySeries(f.questions[question].of, nil)
	if len(points) == 0 {
		return chartFacts{}
	}
	var out chartFacts
	all := chartRow{name: loc.T("matrix.group.all")}
	regions := map[string]*chartRow{}
	var order []string
	for i, p := range points {
		day := data.DateOf(p.Until)
		out.days = append(out.days, loc.T("matrix.chart.day", "day", loc.Number(day.Day), "month", loc.Number(int(day.Month))))
		all.days, all.of = append(all.days, dayOf(p.Total)), p.Total.Sum()
		for _, s := range p.Regions {
			r := regions[s.Group]
			if r == nil {
				r = &chartRow{name: loc.T("matrix.section.none"), days: make([]chartDay, i)}
				if s.Group != "" {
					r.name = groupName(f.register, s.Group, lang)
				}
				regions[s.Group] = r
				order = append(order, s.Group)
			}
			r.days, r.of = append(r.days, dayOf(s.Counts)), s.Sum()
		}
		for _, r := range regions {
			for len(r.days) <= i { // it has no members any more
				r.days = append(r.days, chartDay{})
			}
		}
	}
	rows := []chartRow{all}
	for _, code := range order {
		rows = append(rows, *regions[code])
	}
	for _, r := range rows {
		last := r.days[len(r.days)-1]
		r.says = loc.T("matrix.chart.says", "support", loc.Number(last.support), "oppose", loc.Number(last.oppose), "of", loc.Number(r.of))
		out.rows = append(out.rows, r)
	}
	return out
}

// text is a chart as text, for tests.
func (c chartFacts) text() string {
	var b strings.Builder
	b.WriteString(strings.Join(c.days, " ") + "\n")
	for _, r := range c.rows {
		b.WriteString(r.name + ":")
		for _, d := range r.days {
			fmt.Fprintf(&b, " +%d ~%d -%d", d.support, d.other, d.oppose)
		}
		b.WriteString(" of " + fmt.Sprint(r.of) + "\n")
	}
	return b.String()
}
