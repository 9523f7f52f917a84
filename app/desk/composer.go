package desk

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// draft says what a comment that is being written will be: a remark on the
// provision or on words of it, an answer, or new words for one's own comment.
type draft struct {
	anchor  data.Anchor
	replyTo data.ID
	about   string // name of whom it answers
	edits   data.ID
	text    string // to begin with
}

// key names what is typed into the composer; it outlives the program.
func (x draft) key(by, provision data.ID) string {
	switch {
	case !x.replyTo.IsZero():
		return replyKey(by, x.replyTo)
	case !x.edits.IsZero():
		return rewriteKey(by, x.edits)
	}
	return commentKey(by, provision)
}

// isPlain tells a new comment from an answer and from new words for an old one.
func (x draft) isPlain() bool { return x.replyTo.IsZero() && x.edits.IsZero() }

// composer is the field in which comments are written.
type composer struct {
	room      *room.Room
	pad       *pad
	editor    *textview.Editor
	about     *fyne.Container
	send      *look.Button
	object    *fyne.Container
	provision data.ID
	member    data.ID // who writes
	draft     draft
}

func newComposer(r *room.Room, pad *pad) *composer {
	c := &composer{room: r, pad: pad, editor: textview.NewEditor(), about: look.Stack()}
	c.editor.MinRows, c.editor.MaxRows = 2, 8
	c.editor.Placeholder = r.Loc.T("panes.comment.placeholder")
	c.editor.OnChanged = func(text string) { c.pad.note(c.draft.key(c.member, c.provision), text); c.enable() }
	c.editor.OnSubmitted = func(string) { c.submit() }
	c.editor.OnEscaped = c.stop
	c.send = look.NewPrimary(r.Loc.T("panes.comment.send"), c.submit)
	c.object = look.Inset(6, 0, 0, 0, look.Column(c.about, c.editor, look.Row(look.Space(), c.send)))
	c.enable()
	return c
}

// open goes to another provision, or to another writer: to what was begun there
// and not sent. A comment begun on words is about these words again.
func (c *composer) open(p data.Provision, by data.ID) {
	c.provision, c.member = p.ID, by
	if c.begun(draft{}) {
		c.begin(c.plain())
	} else {
		c.begin(c.otherwise())
	}
}

// plain is a comment on the provision, or on the words that it was begun on.
func (c *composer) plain() (x draft) {
	kept, anchored := c.pad.read(anchorKey(c.member, c.provision))
	if !anchored || !c.begun(x) {
		return x
	}
	p, err := c.room.Desk.Provision(c.provision)
	var lang data.Lang
	var start, end int
	if n, _ := fmt.Sscan(kept, &lang, &start, &end); n == 3 && err == nil {
		x.anchor = data.NewAnchor(lang, p.Text[lang].Text, start, end)
	}
	return x
}

// stop goes from an answer back to the comment that was begun before; from a
// comment on words to one on the provision.
func (c *composer) stop() {
	if c.draft.isPlain() {
		c.begin(draft{})
	} else {
		c.begin(c.plain())
	}
}

// begun reports whether words have been typed for such a comment.
func (c *composer) begun(x draft) bool {
	text, ok := c.pad.read(x.key(c.member, c.provision))
	return ok && text != ""
}

// otherwise is an answer that was begun, or new words for one's own comment; a
// plain comment if there is neither.
func (c *composer) otherwise() draft {
	for _, thread := range c.room.Desk.Comments(c.provision) {
		if x := (draft{replyTo: thread.ID, about: writer(c.room, thread.Comment)}); c.begun(x) {
			return x
		}
		for _, own := range append([]data.Comment{thread.Comment}, thread.Replies...) {
			if x := (draft{edits: own.ID, text: own.Text}); c.begun(x) {
				return x
			}
		}
	}
	return draft{}
}

// keepAnchor takes down which words the comment is about.
func (c *composer) keepAnchor() {
	if !c.draft.isPlain() {
		return
	}
	key := anchorKey(c.member, c.provision)
	if a := c.draft.anchor; a.Quote != "" {
		c.pad.note(key, fmt.Sprint(a.Lang, " ", a.Start, " ", a.End))
	} else if kept, ok := c.pad.read(key); ok {
		if err := c.pad.drop(key, kept); err != nil {
			c.room.Fail(err)
		}
	}
}

// begin starts a comment; what was typed for it before is there again.
func (c *composer) begin(x draft) {
	c.draft = x
	c.keepAnchor()
	text, unsent := c.pad.read(x.key(c.member, c.provision))
	if !unsent {
		text = x.text
	}
	c.editor.SetText(text)
	c.showAbout()
	c.enable()
}

func (c *composer) enable() {
	if c.editor.Text() == "" {
		c.send.Disable()
	} else {
		c.send.Enable()
	}
}

// showAbout says what the comment will be, unless it is a plain one.
func (c *composer) showAbout() {
	loc := c.room.Loc
	words := ""
	switch {
	case !c.draft.replyTo.IsZero():
		words = loc.T("panes.comment.reply-to", "name", c.draft.about)
	case !c.draft.edits.IsZero():
		words = loc.T("panes.comment.editing")
	case c.draft.anchor.Quote != "":
		words = loc.T("panes.comment.on-words")
	}
	c.about.Objects = nil
	if words != "" {
		line := look.Ellipsis(words)
		line.Colour = look.ColourMuted
		stop := look.NewIconButton(look.IconClose, "", c.stop).WithTip(loc.T("panes.comment.stop"))
		c.about.Add(look.Row(line, look.Space(), stop))
	}
	if c.draft.anchor.Quote != "" {
		c.about.Add(quoted(c.draft.anchor))
	}
	c.about.Refresh()
	c.object.Refresh()
}

// submit sends the comment.
func (c *composer) submit() {
	text, x, provision := c.editor.Text(), c.draft, c.provision
	if text == "" || provision.IsZero() {
		return
	}
	key := x.key(c.member, provision)
	d := c.room.Desk
	c.room.Act(func(ctx context.Context) (err error) {
		switch {
		case !x.replyTo.IsZero():
			_, err = d.Reply(ctx, x.replyTo, text)
		case !x.edits.IsZero():
			err = d.EditComment(ctx, x.edits, text)
		default:
			_, err = d.Comment(ctx, provision, x.anchor, text)
		}
		if err != nil {
			return err
		}
		return c.pad.drop(key, text)
	}, func() {
		if c.provision == provision && c.draft == x {
			c.begin(c.plain())
		}
	})
}

// resolve settles a thread or opens it again.
func (t *commentTab) resolve(id data.ID, resolved bool) {
	delete(t.opened, id)
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.ResolveComment(ctx, id, resolved) }, nil)
}

// remove withdraws one's own comment; Undo brings it back.
func (t *commentTab) remove(id data.ID) {
	t.room.Act(func(ctx context.Context) error { return t.room.Desk.DeleteComment(ctx, id) }, nil)
}
