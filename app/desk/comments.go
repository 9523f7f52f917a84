package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
)

// commentTab shows the threads on a provision, above the composer.
type commentTab struct {
	room      *room.Room
	composer  *composer
	list      *fyne.Container
	filling   portions
	scroll    *container.Scroll
	object    fyne.CanvasObject
	provision data.ID
	opened    map[data.ID]bool // settled threads that are shown in full
	most      int              // open threads, and settled ones, that are shown
}

func newCommentTab(r *room.Room, pad *pad) *commentTab {
	t := &commentTab{room: r, composer: newComposer(r, pad), list: look.Column(), filling: portions{post: pad.onWindow}, opened: map[data.ID]bool{}}
	t.scroll = scrolled(0, 0, 0, t.list)
	t.object = look.Padded(look.NewFrame(r.Loc.T("panes.internal"), look.Border(nil, t.composer.object, nil, nil, t.scroll)))
	return t
}

func (t *commentTab) load(p data.Provision) {
	if me := t.room.Desk.Me().ID; p.ID != t.provision || me != t.composer.member {
		t.provision, t.most = p.ID, threadsAtOnce
		t.filling.stop()
		t.list.RemoveAll()
		t.composer.open(p, me)
		t.scroll.ScrollToTop()
	}
}

func (t *commentTab) leave() {}
func (t *commentTab) flush() {}

// compose begins a comment on words, or without an anchor on the provision.
func (t *commentTab) compose(anchor data.Anchor) {
	t.composer.begin(draft{anchor: anchor})
	focus(t.room, t.composer.editor)
}

// show lists the threads, open ones first.
func (t *commentTab) show() {
	threads := t.room.Desk.Comments(t.provision)
	var list []func() fyne.CanvasObject
	settled, open := 0, 0
	for _, x := range threads {
		if x.Resolved {
			settled++
			continue
		}
		if open++; open <= t.most {
			list = append(list, func() fyne.CanvasObject { return look.Column(t.thread(x), look.Rule()) })
		}
	}
	if open > t.most {
		list = append(list, t.more(open-t.most))
	}
	if len(threads) == 0 {
		list = append(list, func() fyne.CanvasObject { return look.Muted(t.room.Loc.T("panes.comments.none")) })
	}
	if settled > 0 {
		list = append(list, t.settled(threads, settled)...)
	}
	t.filling.list(t.list, list)
}

// settled are the settled threads below the open ones, folded.
func (t *commentTab) settled(threads []work.Thread, n int) []func() fyne.CanvasObject {
	list := []func() fyne.CanvasObject{func() fyne.CanvasObject {
		return look.Muted(t.room.Loc.N("panes.comments.resolved", n))
	}}
	shown := 0
	for _, x := range threads {
		if !x.Resolved {
			continue
		}
		if shown++; shown > t.most {
			return append(list, t.more(n-t.most))
		}
		list = append(list, func() fyne.CanvasObject {
			if t.opened[x.ID] {
				return look.Column(t.thread(x), look.Rule())
			}
			words := look.Ellipsis(beginning(x.Text, 60))
			words.Colour = look.ColourMuted
			unfold := look.NewIconButton(look.IconForward, "", func() { t.opened[x.ID] = true; t.show() })
			return look.Row(unfold.WithTip(t.room.Loc.T("panes.comments.unfold")), words)
		})
	}
	return list
}

// threadsAtOnce is how many open threads, and how many settled ones, are shown at
// first, and then with every press for more.
const threadsAtOnce = 8

// more shows further threads.
func (t *commentTab) more(n int) func() fyne.CanvasObject {
	return func() fyne.CanvasObject {
		return look.Row(look.NewButton(t.room.Loc.N("panels.comments.more", n), func() { t.most += threadsAtOnce; t.show() }).Rank(look.Quiet))
	}
}

func (t *commentTab) thread(x work.Thread) fyne.CanvasObject {
	loc := t.room.Loc
	out := look.Column(t.remark(x.Comment))
	addCarried(out, t.room, data.AnnotationComment, x.ID, t.provision)
	for _, r := range x.Replies {
		out.Add(look.Inset(0, 0, 14, 0, t.remark(r)))
	}
	reply := look.NewButton(loc.T("panes.comment.reply"), func() {
		t.composer.begin(draft{replyTo: x.ID, about: writer(t.room, x.Comment)})
		focus(t.room, t.composer.editor)
	}).Rank(look.Quiet)
	settle := look.NewButton(loc.T("panes.comment.resolve"), func() { t.resolve(x.ID, true) }).Rank(look.Quiet)
	if x.Resolved {
		settle = look.NewButton(loc.T("panes.comment.reopen"), func() { t.resolve(x.ID, false) }).Rank(look.Quiet)
	}
	out.Add(look.Row(look.Space(), reply, settle))
	return out
}

// writer names who wrote a comment: a member, or somebody named in the file
// that the comment came with.
func writer(r *room.Room, c data.Comment) string {
	if c.From != "" {
		return r.Loc.T("panes.comment.from", "name", r.Loc.Isolate(c.From))
	}
	return memberName(r, c.Author)
}

// remark is one comment: who, when, on which words, what; and for one's own,
// what can be done with it.
func (t *commentTab) remark(c data.Comment) fyne.CanvasObject {
	loc := t.room.Loc
	who := look.NewText(writer(t.room, c))
	who.Bold, who.Shrink = true, true
	when := look.Muted(loc.Time(c.Time))
	when.Scale = theme.SizeNameCaptionText
	head := look.Row(who, when, look.Space())
	if c.From == "" && c.Author == t.room.Desk.Me().ID {
		var more *look.Button
		more = look.NewIconButton(look.IconMore, "", func() { t.own(c, more) }).WithTip(loc.T("panes.comment.more"))
		head.Add(more)
	}
	out := look.Stack(head)
	if c.Anchor.Quote != "" {
		out.Add(quoted(c.Anchor))
	}
	out.Add(look.Content(c.Text, ""))
	return out
}

// quoted shows the words that a comment is about.
func quoted(a data.Anchor) fyne.CanvasObject {
	words := look.Content(a.Quote, string(a.Lang))
	words.Colour, words.MaxLines = look.ColourComment, 2
	return look.Inset(1, 3, 0, 0, look.Ground(look.ColourCommentGround, look.Inset(1, 1, 6, 6, words)))
}

// own offers what one can do with one's own comment.
func (t *commentTab) own(c data.Comment, at fyne.CanvasObject) {
	loc := t.room.Loc
	look.ShowMenu([]look.MenuItem{
		{Words: loc.T("panes.comment.edit"), Icon: look.IconEdit, Action: func() {
			t.composer.begin(draft{edits: c.ID, text: c.Text})
			focus(t.room, t.composer.editor)
		}},
		{Words: loc.T("panes.comment.delete"), Icon: look.IconDelete, Action: func() { t.remove(c.ID) }},
	}, at)
}
