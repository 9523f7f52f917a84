package desk

import (
	"context"
	"strings"
	"time"

	"travaux/data"
)

// Thread is a first remark with its answers, oldest first.
type Thread struct {
	data.Comment
	Replies []data.Comment
}

// Comments returns the threads on a provision, those on words in the order of
// the words, then by time. Answers to a remark that was withdrawn stay: the
// first of them stands in its place.
func (d *Desk) Comments(provision data.ID) []Thread {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.threads(d.comments.by[provision])
}

// Comment adds a remark on a provision; where anchor.Start < anchor.End it is
// about those words of the provision's text in anchor.Lang.
func (d *Desk) Comment(ctx context.Context, provision data.ID, anchor data.Anchor, text string) (data.Comment, error) {
	p, err := d.Provision(provision)
	if err != nil {
		return data.Comment{}, err
	}
	return d.addComment(ctx, "act.comment", data.Comment{Provision: p.ID, Anchor: anchor}, text)
}

// Reply answers a first remark.
func (d *Desk) Reply(ctx context.Context, to data.ID, text string) (data.Comment, error) {
	first, err := d.comment(to)
	if err != nil {
		return data.Comment{}, err
	}
	if !first.Parent.IsZero() {
		to = first.Parent
	}
	return d.addComment(ctx, "act.reply", data.Comment{Provision: first.Provision, Parent: to}, text)
}

func (d *Desk) addComment(ctx context.Context, title string, c data.Comment, text string) (data.Comment, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return c, data.E(CodeEmpty)
	}
	c.ID, c.Author, c.Time, c.Text, c.Revision = data.NewID(), d.Me().ID, now(), text, d.currentRevision()
	body := c
	body.Text = ""
	return c, d.act(ctx, title,
		about(kindComment, c.ID, c.Provision),
		set(kindComment, root, c.ID, fieldBody, body),
		set(kindComment, root, c.ID, fieldText, text))
}

// EditComment changes the words of one's own remark; every version stays in
// the history.
func (d *Desk) EditComment(ctx context.Context, id data.ID, text string) error {
	c, err := d.comment(id)
	if err != nil {
		return err
	}
	if c.Author != d.Me().ID || c.From != "" {
		return data.E(data.CodeForbidden)
	}
	if text = strings.TrimSpace(text); text == "" {
		return data.E(CodeEmpty)
	}
	return d.act(ctx, "act.comment.edit", set(kindComment, root, id, fieldText, text))
}

// ResolveComment marks a thread as settled, or as open again.
func (d *Desk) ResolveComment(ctx context.Context, id data.ID, resolved bool) error {
	if _, err := d.comment(id); err != nil {
		return err
	}
	title := "act.comment.resolve"
	if !resolved {
		title = "act.comment.reopen"
	}
	return d.act(ctx, title, set(kindComment, root, id, fieldResolved, resolved))
}

// DeleteComment withdraws one's own remark from view; it stays in the history.
func (d *Desk) DeleteComment(ctx context.Context, id data.ID) error {
	c, err := d.comment(id)
	if err != nil {
		return err
	}
	if c.Author != d.Me().ID {
		return data.E(data.CodeForbidden)
	}
	return d.act(ctx, "act.comment.delete", tombstone(kindComment, root, id, fieldText))
}

func (d *Desk) comment(id data.ID) (data.Comment, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	c, ok := d.comments.get(id)
	if !ok {
		return c, data.E(data.CodeNotFound, "what", "comment")
	}
	return c, nil
}

// now is the time of an act, to the millisecond, as it is stored.
func now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }
