package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// places says on which tabs of a provision typing was left that was neither
// sent nor recorded: a bit for each tab.
type places uint8

func (p places) on(tab int) bool { return p&(1<<tab) != 0 }

func (p *places) add(tab int, found bool) {
	if found {
		*p |= 1 << tab
	}
}

// typings are the places on a provision itself, and on all that it contains.
type typings struct{ own, whole places }

// typingOn finds what the member at the laptop, or the delegation, has left
// unsent anywhere in a text, as far as it is on the disk.
func typingOn(d *work.Desk, t *work.Text) map[data.ID]*typings {
	me, threads := d.Me().ID, d.AllComments()
	out := map[data.ID]*typings{}
	at := func(id data.ID) *typings {
		if out[id] == nil {
			out[id] = &typings{}
		}
		return out[id]
	}
	for _, i := range d.AllInstructions() {
		if holds(d, instructionKey(me, i.ID)) {
			for _, id := range i.Provisions {
				at(id).own.add(tabInstruction, true)
			}
		}
	}
	for provision, list := range d.AllProposals() {
		for _, p := range list {
			at(provision).own.add(tabProposals, holds(d, proposalKey(me, p.ID)))
		}
	}
	for i := len(t.Provisions) - 1; i >= 0; i-- { // containers come before what is in them
		p := t.Provisions[i]
		found := typedOn(d, me, p.ID, threads[p.ID])
		if x := out[p.ID]; x != nil || found != 0 {
			x = at(p.ID)
			x.own |= found
			x.whole |= x.own
			up := at(p.Parent)
			up.whole |= x.whole
		}
	}
	return out
}

// typedOn looks under every key of a provision.
func typedOn(d *work.Desk, me, id data.ID, threads []work.Thread) (found places) {
	found.add(tabText, holds(d, textRemarkKey(me, id)) || holds(d, livingKey(me, id)))
	found.add(tabProposals, holds(d, proposalKey(me, id)) || drafted(d, me, id))
	found.add(tabInstruction, holds(d, instructionKey(me, id)))
	found.add(tabPosition, holds(d, ladderDraftKey(me, id)) || holds(d, stepKey(me, id)))
	found.add(tabPosition, holds(d, remarkKey(me, id)) || d.Scratch(positionKey(id, typedInternal, "")) != "")
	for _, text := range []string{typedWording, typedReasons, typedSources, typedTalking} {
		for _, lang := range data.Langs {
			found.add(tabPosition, d.Scratch(positionKey(id, text, lang)) != "")
		}
	}
	found.add(tabComments, holds(d, commentKey(me, id)))
	for _, thread := range threads {
		found.add(tabComments, holds(d, replyKey(me, thread.ID)) || holds(d, rewriteKey(me, thread.ID)))
		for _, reply := range thread.Replies {
			found.add(tabComments, holds(d, rewriteKey(me, reply.ID)))
		}
	}
	return found
}

// drafted reports whether a proposal was begun in the text.
func drafted(d *work.Desk, me, id data.ID) bool {
	for _, lang := range data.Langs {
		for _, place := range draftPlaces {
			if holds(d, draftKey(me, id, place, lang)) {
				return true
			}
		}
	}
	return false
}

// holds reports whether there are words under a key; a field of the position
// that was emptied says something, any other field does not.
func holds(d *work.Desk, key string) bool { return len(d.Scratch(key)) > len(typed) }

// typingSign is a pencil that tells, under the pointer, where the typing is.
type typingSign struct {
	widget.BaseWidget
	loc   *translations.Localizer
	icon  *look.Icon
	where places
	shown bool // the tip is
}

var _ desktop.Hoverable = (*typingSign)(nil)

func newTypingSign(loc *translations.Localizer) *typingSign {
	s := &typingSign{loc: loc, icon: look.NewIcon(look.IconEdit)}
	s.icon.Set(look.IconEdit, look.ColourSubmitted)
	s.ExtendBaseWidget(s)
	return s
}

func (s *typingSign) set(where places) {
	if s.where != where && s.shown {
		s.MouseOut()
	}
	s.where = where
	look.SetShown(s, where != 0)
}

// CreateRenderer implements fyne.Widget.
func (s *typingSign) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.icon) }

// tip names the tabs.
func (s *typingSign) tip() string {
	var tabs []string
	for i, id := range tabTitles {
		if s.where.on(i) {
			tabs = append(tabs, s.loc.T(id))
		}
	}
	return s.loc.T("panes.unsent", "tabs", s.loc.List(tabs))
}

// MouseIn implements desktop.Hoverable.
func (s *typingSign) MouseIn(*desktop.MouseEvent) {
	look.Touch()
	s.shown = true
	look.ShowTip(s, s.tip())
}

// MouseMoved implements desktop.Hoverable.
func (s *typingSign) MouseMoved(*desktop.MouseEvent) { look.Touch() }

// MouseOut implements desktop.Hoverable.
func (s *typingSign) MouseOut() {
	s.shown = false
	look.HideTip()
}
