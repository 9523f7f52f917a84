package desk

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// The tabs of the side panel, in their order.
const (
	tabInstruction = iota // what capital has ordered stands before anything else
	tabText
	tabProposals
	tabViews
	tabPosition
	tabComments
	tabHistory
)

// tabTitles are the words on the tabs, by catalogue id.
var tabTitles = []string{
	"panes.tab.instruction", "panels.tab.text", "panels.tab.proposals", "tally.tab",
	"panes.tab.position", "panes.tab.comments", "panes.tab.history",
}

// tab is what the side panel asks of each of its tabs.
type tab interface {
	// load is told another provision, or the same in another state, and puts what
	// was typed into the fields. It is quick: it is called for every tab.
	load(p data.Provision)
	// show fills the rest; it is called after load for the tab that is in view.
	show()
	// leave is told that the provision that was loaded is about to be left.
	leave()
	// flush writes what is being typed before it returns.
	flush()
}

// Side is the pane with all that the delegation holds on the selected provision.
type Side struct {
	room    *room.Room
	viewing *Viewing
	pad     *pad

	text         *textTab
	proposals    *proposalTab
	views        *viewTab
	instructions *instructionTab
	position     *positionTab
	comments     *commentTab
	history      *historyTab
	tabs         *look.TabBar
	axes         *axes // given by Join

	// OnSettle is told the provision of which a conflict is to be settled.
	OnSettle func(provision data.ID)

	// OnPackages is told the provision and the package of which the page is wanted;
	// a zero package is a new one.
	OnPackages func(provision, pack data.ID)

	// OnCorrect is told the view that is to be corrected.
	OnCorrect func(data.View)

	contested  *contestedLine
	cite, name *look.Text
	orders     *orderStrip
	body       fyne.CanvasObject
	hint       fyne.CanvasObject
	object     fyne.CanvasObject
	shown      data.ID
	lang       data.Lang
}

// NewSide makes the pane; call Refresh to fill it.
func NewSide(r *room.Room, v *Viewing) *Side {
	s := &Side{room: r, viewing: v, cite: look.Wrapped(""), name: look.Ellipsis("")}
	s.pad = newPad(r, func(err error) { s.pad.post(func() { r.Fail(err) }) })
	s.text, s.proposals = newTextTab(r, v, s.pad), newProposalTab(r, v, s.pad)
	s.views = newViewTab(r)
	s.views.correct = func(v data.View) { s.OnCorrect(v) }
	s.instructions, s.position = newInstructionTab(r, s.pad), newPositionTab(r, s.pad)
	s.comments, s.history = newCommentTab(r, s.pad), newHistoryTab(r, s.pad)
	var tabs []look.Tab
	for i, o := range []fyne.CanvasObject{
		s.instructions.object, s.text.object, s.proposals.object, s.views.object, s.position.object, s.comments.object, s.history.object,
	} {
		tabs = append(tabs, look.Tab{Words: r.Loc.T(tabTitles[i]), Content: o})
	}
	s.orders = newOrderStrip(r, func() { s.choose(tabInstruction) })
	s.tabs = look.NewTabBar(tabs...)
	s.tabs.OnChosen = func(tab int) { v.tab = tab; s.Refresh() }
	s.tabs.Choose(v.tab)
	s.cite.Bold, s.cite.Scale, s.cite.MaxLines = true, theme.SizeNameSubHeadingText, 2
	s.name.Colour, s.name.Direction = look.ColourMuted, typeset.Auto
	s.position.onPackages = func(provision, pack data.ID) { s.Flush(); s.OnPackages(provision, pack) }
	s.contested = newContestedLine(r, func(provision data.ID) { s.OnSettle(provision) })
	head := look.Inset(6, 4, 10, 8, look.Stack(s.cite, s.name, s.orders.object, s.contested.object))
	s.body = look.Border(head, nil, nil, nil, s.tabs)
	hint := look.Wrapped(r.Loc.T("panes.side.none"))
	hint.Colour, hint.Align = look.ColourMuted, typeset.Centre
	s.hint = container.NewCenter(container.New(&wide{hintWidth}, hint))
	s.body.Hide()
	s.object = look.Ground(look.ColourSurface, container.NewStack(s.leastRoom(), s.hint, s.body))
	r.Selection.Listen(s.selected)
	v.Listen(s.viewed)
	return s
}

// hintWidth is the width of the words shown while nothing is selected.
const hintWidth = 220

// leastRoom is as wide as the hint, and as the tabs are with a count on each that
// can have one: the edge of the pane stays where it is from provision to
// provision.
func (s *Side) leastRoom() fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(hintWidth, 0))
	for _, count := range []string{"8", ""} {
		for _, tab := range []int{tabProposals, tabViews, tabInstruction, tabComments} {
			s.tabs.SetCount(tab, count)
		}
		room.SetMinSize(room.MinSize().Max(fyne.NewSize(s.tabs.MinSize().Width, 0)))
	}
	return room
}

// Object is what to place in the window.
func (s *Side) Object() fyne.CanvasObject { return s.object }

// Focus gives the panel the keyboard.
func (s *Side) Focus() { focus(s.room, s.tabs) }

// Key takes the first of the two keys by which the axes of the selected provision
// are entered; false for every other key. It is for keys that nothing else has a
// use for.
func (s *Side) Key(e *fyne.KeyEvent) bool { return s.axes != nil && s.axes.key(e) }

// Refresh shows the selected provision as it is now. What is being typed stays.
func (s *Side) Refresh() {
	id := s.room.Selection.Provision()
	p, err := s.room.Desk.Provision(id)
	if err != nil { // nothing selected, or not in the current revision
		s.shown = data.ID{}
		s.body.Hide()
		s.hint.Show()
		return
	}
	r, lang := p.In(s.room.Selection.Lang())
	s.cite.SetText(translations.Capital(s.room.Loc.Cite(p.Path)))
	s.name.Lang = string(lang)
	s.name.SetText(r.Heading)
	if r.Heading == "" {
		s.name.SetText(beginning(r.Text, 90))
	}
	s.shown, s.lang = id, s.room.Selection.Lang()
	s.contested.load(p.ID)
	for _, t := range s.all() {
		t.load(p)
	}
	s.count(p.ID) // before there is much to lay out
	s.all()[s.tabs.Chosen()].show()
	s.hint.Hide()
	s.body.Show()
	s.body.Refresh()
}

func (s *Side) all() []tab {
	return []tab{s.instructions, s.text, s.proposals, s.views, s.position, s.comments, s.history}
}

// CorrectView shows what others think of the selected provision, and has the latest
// of it corrected; with the view that is being corrected already, the one said before
// it.
func (s *Side) CorrectView(now data.ID) {
	if s.shown.IsZero() {
		return
	}
	s.choose(tabViews)
	if !s.views.correctNext(now) {
		s.room.Toast(s.room.Loc.T("tally.nobody"))
	}
}

// choose shows a tab.
func (s *Side) choose(tab int) {
	if s.tabs.Chosen() == tab {
		return
	}
	s.viewing.tab = tab
	s.tabs.Choose(tab)
	if !s.shown.IsZero() {
		s.all()[tab].show()
	}
}

// viewed follows what proposals are ticked.
func (s *Side) viewed() {
	switch tab := s.tabs.Chosen(); {
	case s.shown.IsZero():
	case tab == tabText:
		s.text.show()
	case tab == tabProposals:
		s.proposals.viewed()
	}
}

// count shows on the tabs how much there is.
func (s *Side) count(id data.ID) {
	s.tabs.SetCount(tabComments, number(open(s.room.Desk.Comments(id))))
	orders := s.room.Desk.InstructionsAt(id, s.instructions.now())
	s.orders.set(orders)
	n := 0
	for _, i := range orders {
		if i.Standing() {
			n++
		}
	}
	s.tabs.SetCount(tabInstruction, number(n))
	s.tabs.SetCount(tabViews, number(len(s.views.said())))
	s.tabs.SetCount(tabProposals, number(standing(s.room.Desk.Proposals(id))))
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// selected follows the selection: what was typed on the provision that is left
// is written.
func (s *Side) selected() {
	if s.shown != s.room.Selection.Provision() || s.lang != s.room.Selection.Lang() {
		for _, t := range s.all() {
			t.leave()
		}
	}
	s.Refresh()
}

// Flush writes all that is being typed and returns when it is on the disk.
func (s *Side) Flush() {
	for _, t := range s.all() {
		t.flush()
	}
	if _, err := s.pad.keep(); err != nil {
		s.room.Fail(err)
	}
}

// CommentOn opens a comment on words of a provision.
func (s *Side) CommentOn(id data.ID, anchor data.Anchor) {
	s.room.Selection.Select(id)
	s.choose(tabComments)
	s.comments.compose(anchor)
}

// propose opens the form for a new proposal on the selected provision.
func (s *Side) propose(kind data.ProposalKind) {
	if !s.shown.IsZero() {
		s.choose(tabProposals)
		s.proposals.begin(kind, data.Proposal{})
	}
}

// proposeSentence opens the form for a proposal of ours with a clean sentence.
func (s *Side) proposeSentence(lang data.Lang, sentence string) {
	s.choose(tabProposals)
	s.proposals.edit(data.Proposal{
		Provision: s.shown, Kind: data.ProposalModify, Ours: true, Wording: data.Words{lang: sentence},
	})
}

// ShowComments shows the threads of a provision.
func (s *Side) ShowComments(id data.ID) {
	s.room.Selection.Select(id)
	s.choose(tabComments)
}
