package matrix

import (
	"travaux/data"
	"travaux/data/desk"
	"travaux/export/paper"
)

// Paper is the paper of everything on which somebody has a view, without a window: for
// the outside, or for the delegation. It raises desk.CodeNoText; its documents, what
// desk.PublicMatrix raises.
func Paper(d *desk.Desk, date data.Date, internal bool) (paper.Work, error) {
	o := paperOrder{internal: internal, date: date}
	t, err := d.Current()
	if err != nil {
		return paper.Work{}, err
	}
	for _, q := range d.Questions() {
		if _, here := t.Find(q.Provision); here || !q.Issue.IsZero() {
			o.questions = append(o.questions, q)
		}
	}
	return o.work(d), nil
}
