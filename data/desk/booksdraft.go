package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// IssueDraft takes a draft that was composed of theses in as a revision, as Import
// does, and notes in the same act which provision each thesis became, by its path: the
// provision keeps its sources.
func (d *Desk) IssueDraft(ctx context.Context, issue Issue, paths map[data.ID]string, progress data.Progress, versions ...Version) (data.Revision, error) {
	return d.takeIn(ctx, issue, progress, func(m *merge) ([]change.Write, error) {
		stamp := now() // one act, one moment
		var writes []change.Write
		var rest []data.Sourcing
		for _, thesis := range d.Theses().All() {
			p, ok := m.byPath[paths[thesis.ID]]
			if !ok {
				continue
			}
			thesis.Became = p.id
			_, more, err := d.Theses().writes(&thesis, stamp)
			if err != nil {
				return nil, err
			}
			writes = append(writes, more...)
			rest = d.resting(rest, p.id, thesis.Sources)
		}
		for i := range rest {
			_, more, err := d.Sourcings().writes(&rest[i], stamp)
			if err != nil {
				return nil, err
			}
			writes = append(writes, more...)
		}
		return writes, nil
	}, versions)
}

// resting adds sources to those of a provision, among others; those that are recorded
// already stay, and what is there is not added.
func (d *Desk) resting(all []data.Sourcing, provision data.ID, sources []data.SourceRef) []data.Sourcing {
	if len(sources) == 0 {
		return all
	}
	i := slices.IndexFunc(all, func(s data.Sourcing) bool { return s.Provision == provision })
	if i < 0 {
		s := data.Sourcing{Provision: provision}
		if there := d.Sourcings().On(provision); len(there) > 0 {
			s = there[0]
			s.Sources = slices.Clone(s.Sources)
		}
		i, all = len(all), append(all, s)
	}
	for _, x := range sources {
		if !slices.Contains(all[i].Sources, x) {
			all[i].Sources = append(all[i].Sources, x)
		}
	}
	return all
}
