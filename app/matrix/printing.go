package matrix

import (
	"context"

	"travaux/data"
	"travaux/data/desk"
)

// Paper makes the paper of everything on which somebody has a view, without a
// window: for the outside, read back and refused if anything confidential is in it,
// or for the delegation, marked on every page. Codes: those of desk.PublicMatrix,
// and desk.CodeNoText.
func Paper(ctx context.Context, d *desk.Desk, lang data.Lang, date data.Date, internal bool) ([]byte, error) {
	o := paperOrder{internal: internal, date: date}
	t, err := d.Current()
	if err != nil {
		return nil, err
	}
	for _, q := range d.Questions() {
		if _, here := t.Find(q.Provision); here || !q.Issue.IsZero() {
			o.questions = append(o.questions, q)
		}
	}
	return o.one(ctx, d, lang)
}
