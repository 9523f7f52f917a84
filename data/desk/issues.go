package desk

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/search"
)

// Issues returns all issues, in the order in which they were entered.
func (d *Desk) Issues() []data.Issue {
	d.mu.RLock()
	defer d.mu.RUnlock()
	list := d.issues.everything()
	for i := range list {
		list[i].Provisions = slices.Clone(list[i].Provisions)
	}
	return list
}

// Issue returns the issue of that identity, and whether there is one.
func (d *Desk) Issue(id data.ID) (data.Issue, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	x, known := d.issues.get(id)
	x.Provisions = slices.Clone(x.Provisions)
	return x, known
}

// IssuesOf returns the issues to which a provision belongs.
func (d *Desk) IssuesOf(provision data.ID) []data.Issue {
	provision = d.permanent(provision)
	return slices.DeleteFunc(d.Issues(), func(x data.Issue) bool { return !slices.Contains(x.Provisions, provision) })
}

// IssuesNamed returns the issues that a word may mean: that whose title it is, else
// those with a word in their title that begins so; none of nothing.
func (d *Desk) IssuesNamed(typed string) []data.Issue {
	want := search.Fold(strings.TrimSpace(typed))
	if want == "" {
		return nil
	}
	var out []data.Issue
	for _, x := range d.Issues() {
		title := search.Fold(x.Title)
		if title == want {
			return []data.Issue{x}
		}
		words := strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if strings.HasPrefix(title, want) || slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, want) }) {
			out = append(out, x)
		}
	}
	return out
}

// SetIssue adds an issue (zero ID) or changes its title or provisions. Writing
// nothing new is no act. Codes: CodeEmpty without a title, data.CodeNotFound for
// an issue that is not there.
func (d *Desk) SetIssue(ctx context.Context, x data.Issue) (data.Issue, error) {
	if x.Title = strings.TrimSpace(x.Title); x.Title == "" {
		return x, data.E(CodeEmpty)
	}
	var provisions []data.ID
	for _, p := range x.Provisions {
		if p = d.permanent(p); !p.IsZero() && !slices.Contains(provisions, p) {
			provisions = append(provisions, p)
		}
	}
	x.Provisions = provisions
	if x.ID.IsZero() {
		x.ID = data.NewID()
		return x, d.act(ctx, "act.issue", about(kindIssue, x.ID, provisions...), set(kindIssue, root, x.ID, fieldBody, x))
	}
	old, known := d.Issue(x.ID)
	switch {
	case !known:
		return x, data.E(data.CodeNotFound, "what", "issue")
	case old.Title == x.Title && slices.Equal(old.Provisions, x.Provisions):
		return x, nil
	}
	return x, d.act(ctx, "act.issue.edit", d.stillAbout(kindIssue, x.ID, provisions), set(kindIssue, root, x.ID, fieldBody, x))
}

// DeleteIssue takes an issue away. Views on it stay as they are: they count again
// when it comes back.
func (d *Desk) DeleteIssue(ctx context.Context, id data.ID) error {
	if _, known := d.Issue(id); !known {
		return data.E(data.CodeNotFound, "what", "issue")
	}
	return d.act(ctx, "act.issue.delete", tombstone(kindIssue, root, id, fieldBody))
}

func (d *Desk) foldIssue(rec change.Record) error {
	d.viewCount++
	return foldBody(d, &d.issues, rec)
}
