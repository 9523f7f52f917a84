package desk

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/redline"
	"travaux/data/redline/compose"
	"travaux/translations"
)

// proposalTab lists what is proposed on the selected provision, ours and
// others'; or shows the form for a proposal.
type proposalTab struct {
	room    *room.Room
	viewing *Viewing
	pad     *pad
	list    *fyne.Container
	filling portions
	ticked  *fyne.Container // what the ticked proposals come to
	boxes   []box
	scroll  *container.Scroll
	object  *fyne.Container

	provision data.Provision
	member    data.ID
	lang      data.Lang
	form      *proposalForm // nil while the list is shown
	facts     proposalFacts
	unfolded  bool // withdrawn proposals are shown
	whole     bool // all cards are shown
	turn      int  // of the latest fetch
	ticking   int  // of the latest fetch of what the ticked ones come to
}

func newProposalTab(r *room.Room, v *Viewing, pad *pad) *proposalTab {
	t := &proposalTab{room: r, viewing: v, pad: pad, list: look.Column(), filling: portions{post: pad.onWindow}, ticked: look.Stack()}
	t.scroll = scrolled(8, 12, 10, t.list)
	t.object = container.NewStack(t.scroll)
	return t
}

func (t *proposalTab) leave() {}
func (t *proposalTab) flush() {}

func (t *proposalTab) load(p data.Provision) {
	me, lang := t.room.Desk.Me().ID, t.room.Selection.Lang()
	fresh := p.ID != t.provision.ID || me != t.member
	if fresh || lang != t.lang {
		t.facts, t.unfolded, t.whole = proposalFacts{}, false, false
	}
	t.provision, t.member, t.lang = p, me, lang
	if fresh {
		t.form = nil
		t.filling.stop()
		t.list.RemoveAll()
		t.scroll.ScrollToTop()
		if about, ok := t.begun(); ok {
			t.form = newProposalForm(t, about)
		}
	}
}

// begun finds a proposal that was begun, or whose change was, and is not
// recorded.
func (t *proposalTab) begun() (data.Proposal, bool) {
	if _, ok := readProposalDraft(t.pad, proposalKey(t.member, t.provision.ID)); ok {
		return data.Proposal{Provision: t.provision.ID}, true
	}
	for _, p := range t.room.Desk.Proposals(t.provision.ID) {
		if _, ok := readProposalDraft(t.pad, proposalKey(t.member, p.ID)); ok {
			return p, true
		}
	}
	return data.Proposal{}, false
}

// proposalFacts is what the list shows.
type proposalFacts struct {
	upheld, withdrawn []card
	ticked            ticked
	numbers           map[data.ID]int // by which the capture line names them: #2
}

// ticked is the text with the ticked proposals laid over it.
type ticked struct {
	n     int // proposals that are ticked
	lang  data.Lang
	edits []redline.Edit // from the text to what would read
	notes []string       // what collides, and what could not be laid over the text
	gone  bool           // nothing of the text would be left
}

func readProposalFacts(d *work.Desk, p data.Provision, lang data.Lang, chosen map[data.ID]bool, loc *translations.Localizer) proposalFacts {
	all := d.Proposals(p.ID)
	f := proposalFacts{ticked: layTicked(all, p, lang, chosen, loc), numbers: map[data.ID]int{}}
	for i, x := range all {
		f.numbers[x.ID] = i + 1
	}
	f.upheld, f.withdrawn = deck{p, lang, all, loc}.cards()
	return f
}

// layTicked lays the ticked ones of the proposals on a provision over its text.
func layTicked(all []data.Proposal, p data.Provision, lang data.Lang, chosen map[data.ID]bool, loc *translations.Localizer) (out ticked) {
	find := func(id data.ID) (data.Proposal, bool) {
		i := slices.IndexFunc(all, func(x data.Proposal) bool { return x.ID == id })
		if i < 0 {
			return data.Proposal{}, false
		}
		return all[i], true
	}
	var list []data.Proposal
	for _, x := range all {
		if chosen[x.ID] && !x.Withdrawn {
			out.n++
			if x.Kind != data.ProposalAdd && x.Kind != data.ProposalMove && rootOf(x, find).Kind != data.ProposalAdd {
				list = append(list, x)
			}
		}
	}
	r, shown := p.In(lang)
	out.lang = shown
	if list = upheld(list, find); len(list) == 0 {
		return out
	}
	l := &layer{loc: loc, lang: shown, find: find, compose: compose.Compose, plain: true}
	laid := l.lay(r.Text, list)
	out.edits, out.notes, out.gone = redline.Words(r.Text, laid.reads), laid.notes, laid.gone
	return out
}

// show reads the facts off the window's goroutine and shows them; or the form.
func (t *proposalTab) show() {
	if t.form != nil {
		t.filling.stop()
		t.list.Objects = []fyne.CanvasObject{t.form.object}
		t.list.Refresh()
		return
	}
	t.turn++
	turn, p, lang, chosen := t.turn, t.provision, t.lang, t.viewing.Chosen()
	var facts proposalFacts
	t.room.Run(func(context.Context, data.Progress) error {
		facts = readProposalFacts(t.room.Desk, p, lang, chosen, t.room.Loc)
		return nil
	}, func() {
		if turn == t.turn && t.form == nil {
			t.facts = facts
			t.set()
		}
	})
}

// mostCards is how many cards are made at once: more than are read at once.
const mostCards = 20

// set fills the list.
func (t *proposalTab) set() {
	loc := t.room.Loc
	t.boxes = nil
	list := []func() fyne.CanvasObject{
		t.head,
		func() fyne.CanvasObject { t.setTicked(t.facts.ticked); return t.ticked },
	}
	shown := t.facts.upheld
	if !t.whole && len(shown) > mostCards {
		shown = shown[:mostCards]
	}
	for _, c := range shown {
		list = append(list, func() fyne.CanvasObject { return t.card(c) })
	}
	if more := len(t.facts.upheld) - len(shown); more > 0 {
		list = append(list, func() fyne.CanvasObject {
			return look.Row(look.NewButton(loc.N("panels.proposal.more", more), func() { t.whole = true; t.set() }).Rank(look.Quiet))
		})
	}
	if len(t.facts.upheld) == 0 {
		list = append(list, func() fyne.CanvasObject {
			none := look.Wrapped(loc.T("panels.proposal.none"))
			none.Colour = look.ColourMuted
			return none
		})
	}
	t.filling.list(t.list, append(list, t.withdrawn()...))
}

// box is the tick of a card, by what it ticks.
type box struct {
	*look.Check
	proposal data.ID
}

// viewed follows what is ticked, without making the cards anew: the box that was
// pressed keeps the keyboard.
func (t *proposalTab) viewed() {
	if t.form != nil {
		return
	}
	for _, b := range t.boxes {
		b.SetTicked(t.viewing.Ticked(b.proposal))
	}
	t.ticking++
	turn, p, lang, chosen := t.ticking, t.provision, t.lang, t.viewing.Chosen()
	var now ticked
	t.room.Run(func(context.Context, data.Progress) error {
		now = layTicked(t.room.Desk.Proposals(p.ID), p, lang, chosen, t.room.Loc)
		return nil
	}, func() {
		if turn == t.ticking && p.ID == t.provision.ID {
			t.facts.ticked = now
			t.setTicked(now)
			t.list.Refresh()
		}
	})
}

// setTicked shows above the cards what the ticked ones come to together.
func (t *proposalTab) setTicked(x ticked) {
	t.ticked.RemoveAll()
	look.SetShown(t.ticked, x.n > 0)
	if x.n == 0 {
		return
	}
	loc := t.room.Loc
	body := look.Column(caption(loc.N("panels.proposal.ticked", x.n)))
	for _, note := range x.notes {
		body.Add(warning(note))
	}
	switch {
	case x.gone:
		body.Add(look.Muted(loc.T("panels.proposal.nothing-left")))
	case len(x.edits) > 0:
		body.Add(pages.ShownEdits(x.edits, x.lang))
	}
	t.ticked.Add(look.Ground(look.ColourChosen, look.Inset(6, 6, 8, 8, body)))
}

// withdrawn are the withdrawn proposals below the others, folded.
func (t *proposalTab) withdrawn() (list []func() fyne.CanvasObject) {
	n := len(t.facts.withdrawn)
	if n == 0 {
		return nil
	}
	icon := look.IconForward
	if t.unfolded {
		icon = look.IconDown
	}
	list = append(list, func() fyne.CanvasObject {
		return look.Row(look.NewIconButton(icon, t.room.Loc.N("panels.proposal.withdrawn", n), func() { t.unfolded = !t.unfolded; t.set() }))
	})
	if t.unfolded {
		for _, c := range t.facts.withdrawn {
			list = append(list, func() fyne.CanvasObject { return t.card(c) })
		}
	}
	return list
}

// head ticks all or none, and begins a proposal.
func (t *proposalTab) head() fyne.CanvasObject {
	loc := t.room.Loc
	add := look.NewIconButton(look.IconAdd, loc.T("panels.proposal.new"), func() { t.begin(data.ProposalModify, data.Proposal{}) }).Rank(look.Plain)
	row := look.Flow(add)
	if len(t.facts.upheld) > 0 {
		row.Add(look.NewButton(loc.T("panels.proposal.all"), func() { t.viewing.Tick(true, t.upheld()...) }).Rank(look.Quiet))
		row.Add(look.NewButton(loc.T("panels.proposal.no"), func() { t.viewing.Tick(false, t.upheld()...) }).Rank(look.Quiet))
	}
	return row
}

// upheld are the proposals on the text that are not withdrawn.
func (t *proposalTab) upheld() (ids []data.ID) {
	for _, c := range t.facts.upheld {
		ids = append(ids, c.ids()...)
		for _, n := range c.near {
			ids = append(ids, n.ids()...)
		}
	}
	return ids
}

// begin opens the form for a new proposal; on amends it, if there is one.
func (t *proposalTab) begin(kind data.ProposalKind, on data.Proposal) {
	t.edit(data.Proposal{Provision: t.provision.ID, Kind: kind, On: on.ID})
}

// edit opens the form; a proposal without identity is a new one.
func (t *proposalTab) edit(p data.Proposal) {
	t.form = newProposalForm(t, p)
	t.show()
	t.scroll.ScrollToTop()
	t.form.focus()
}

func (t *proposalTab) close() {
	t.form = nil
	t.show()
}

// all are the cards that are shown, those of withdrawn proposals last.
func (f proposalFacts) all() []card {
	return append(f.upheld[:len(f.upheld):len(f.upheld)], f.withdrawn...)
}
