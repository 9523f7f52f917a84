package paper

import (
	"slices"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/tally"
	"travaux/export"
)

// Styles of a report to capital: what it tells of.
const (
	styleDay   = "day"
	styleSince = "since"
)

var report = Kind{
	ID: "report", Ours: true, Styles: []string{styleDay, styleSince},
	Parts:    []string{"asked", "agreed", "moved", "new", "ours", "next"},
	Words:    []string{"capital.title", "capital.asked", "capital.agreed", "capital.moved", "capital.new", "capital.ours", "capital.next"},
	document: maker.report,
}

// report tells of the day of the order, or of the time since the last report until
// the end of that day.
func (m maker) report() (export.Document, error) {
	from, until := m.desk.ReportDay(m.order.Date)
	if last := m.desk.ReportedUntil(); m.order.Style == styleSince && last.Before(until) {
		from = last
	}
	r, err := m.desk.CapitalReport(desk.CapitalOptions{
		Lang: m.lang, From: from, Until: until, StateName: m.state(), Speaker: m.speaker, Proponents: m.proponents,
	})
	if err != nil {
		return export.Document{}, err
	}
	return export.CapitalReport(r, m.loc), nil
}

var (
	matrixWords = []string{"matrix.paper.title", "matrix.paper.numbers", "matrix.paper.grid"}
	matrixParts = []string{"numbers", "grid"}

	matrix = Kind{ID: "matrix", Ours: true, Asks: []Ask{AskIssues, AskProvisions}, Parts: matrixParts, Words: append(matrixWords[:3:3], "matrix.paper.note.internal"), document: maker.matrix}
	views  = Kind{ID: "views", Asks: []Ask{AskIssues, AskProvisions}, Parts: matrixParts, Words: append(matrixWords[:3:3], "matrix.paper.note"), document: maker.views}
)

func (m maker) matrix() (export.Document, error) {
	x, err := m.desk.InternalMatrix(m.matrixOptions())
	if err != nil {
		return export.Document{}, err
	}
	return export.InternalMatrix(x, m.loc), nil
}

func (m maker) views() (export.Document, error) {
	x, err := m.desk.PublicMatrix(m.matrixOptions())
	if err != nil {
		return export.Document{}, err
	}
	return export.MatrixPaper(x, m.loc), nil
}

func (m maker) matrixOptions() desk.MatrixOptions {
	return desk.MatrixOptions{Lang: m.lang, Date: m.order.Date, StateName: m.state(), Proponents: m.whose, Questions: m.questions()}
}

// questions are those on the provisions and the issues of the order; without any, all. What
// the text no longer has cannot be cited, and nobody is asked about it.
func (m maker) questions() []tally.Question {
	all := len(m.order.Issues) == 0 && len(m.order.Provisions) == 0
	t, err := m.desk.Current()
	return slices.DeleteFunc(m.desk.Questions(), func(q tally.Question) bool {
		if err == nil && q.Issue.IsZero() {
			if _, there := t.Find(q.Provision); !there {
				return true
			}
		}
		return !all && !(q.Issue != (data.ID{}) && slices.Contains(m.order.Issues, q.Issue) || slices.Contains(m.order.Provisions, q.Provision))
	})
}
