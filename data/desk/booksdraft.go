package desk

import (
	"context"
	"slices"

	"travaux/data"
)

// IssueDraft takes a draft that was composed of theses in as a revision, as Import
// does, and notes which provision each thesis became, by its path: the provision
// keeps its sources. That is a second act: undone, the revision stays.
func (d *Desk) IssueDraft(ctx context.Context, issue Issue, paths map[data.ID]string, progress data.Progress, versions ...Version) (data.Revision, error) {
	rev, err := d.Import(ctx, issue, progress, versions...)
	if err != nil {
		return rev, err
	}
	t, err := d.Text(rev.ID)
	if err != nil {
		return rev, err
	}
	var theses []data.Thesis
	var sourcings []data.Sourcing
	for _, thesis := range d.Theses().All() {
		p, ok := t.At(paths[thesis.ID])
		if !ok {
			continue
		}
		thesis.Became = p.ID
		theses = append(theses, thesis)
		if s, more := d.sourcing(p.ID, thesis.Sources); more {
			sourcings = append(sourcings, s)
		}
	}
	if _, err := d.Theses().SetAll(ctx, theses...); err != nil {
		return rev, err
	}
	_, err = d.Sourcings().SetAll(ctx, sourcings...)
	return rev, err
}

// sourcing is the record of the sources of a provision with further ones; more is
// false where it has them all.
func (d *Desk) sourcing(provision data.ID, sources []data.SourceRef) (s data.Sourcing, more bool) {
	s.Provision = provision
	if there := d.Sourcings().On(provision); len(there) > 0 {
		s = there[0]
		s.Sources = slices.Clone(s.Sources)
	}
	for _, x := range sources {
		if !slices.Contains(s.Sources, x) {
			s.Sources, more = append(s.Sources, x), true
		}
	}
	return s, more
}
