package desk

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// card shows one proposal, or several that say the same, with all that hangs on
// them.
func (t *proposalTab) card(c card) fyne.CanvasObject {
	body := look.Stack(t.cardHead(c))
	body.Add(t.names(c))
	if place := t.place(c.first()); place != "" {
		line := look.Wrapped(place)
		line.Colour = look.ColourMuted
		body.Add(line)
	}
	if len(c.edits) > 0 {
		body.Add(look.Inset(4, 2, 0, 0, pages.ShownEdits(c.edits, c.lang)))
	}
	if c.binds != nil && c.binds.changes != "" {
		body.Add(strengthLine(t.room.Loc, *c.binds))
	}
	if !c.first().Withdrawn {
		body.Add(crossingLines(t.room, t.room.Desk.ProposalCrosses(c.first())))
	}
	for _, line := range t.remarks(c) {
		body.Add(line)
	}
	addCarried(body, t.room, data.AnnotationProposal, c.first().ID, c.first().Provision)
	for _, n := range c.near {
		body.Add(look.Inset(6, 0, 12, 0, look.Stack(small(t.room.Loc.T("panels.proposal.near")), t.card(n))))
	}
	for _, x := range c.on {
		body.Add(look.Inset(6, 0, 12, 0, look.Stack(small(t.room.Loc.T("panels.proposal.amends")), t.card(x))))
	}
	return plated(look.Inset(3, 6, 8, 6, body))
}

// cardHead is the first line: tick, verb, whose it is, and what can be done.
func (t *proposalTab) cardHead(c card) fyne.CanvasObject {
	p := c.together()
	loc := t.room.Loc
	row := look.Row()
	verb := look.NewChip(p.Kind.Verb())
	if !p.Withdrawn {
		tick := look.NewCheck("", t.viewing.Ticked(p.ID), func(on bool) { t.viewing.Tick(on, c.ids()...) })
		t.boxes = append(t.boxes, box{tick, p.ID})
		row.Add(tick)
	}
	row.Add(verb)
	if p.Ours {
		row.Add(look.NewColourChip(loc.T("reader.ours"), look.ColourOnAccent, look.ColourAccent))
	}
	if p.Withdrawn {
		row.Add(look.NewChip(loc.T("panels.proposal.is-withdrawn")))
	}
	if c.lang != t.lang && len(c.edits) > 0 {
		row.Add(look.NewChip(translations.Endonym(string(c.lang))))
	}
	row.Add(look.Space())
	if n := t.numbers(c); n != "" {
		row.Add(small(n))
	}
	var more *look.Button
	more = look.NewIconButton(look.IconMore, "", func() { look.ShowMenu(t.actions(c), more) }).WithTip(loc.T("panels.proposal.actions"))
	row.Add(more)
	return row
}

// numbers are what to type in the capture line for the proposals of a card.
func (t *proposalTab) numbers(c card) string {
	var all []string
	for _, id := range c.ids() {
		if n := t.facts.numbers[id]; n > 0 {
			all = append(all, t.room.Loc.T("views.number", "number", strconv.Itoa(n)))
		}
	}
	return strings.Join(all, " ")
}

// names says who proposes; withdrawn ones are struck through.
func (t *proposalTab) names(c card) fyne.CanvasObject {
	words := proponents(t.room.Loc, c.together())
	if c.first().Withdrawn {
		return pages.NewPassage(words, "", "")
	}
	who := look.Wrapped(words)
	who.Bold = true
	return who
}

// place says where an addition or a move leads.
func (t *proposalTab) place(p data.Proposal) string {
	loc := t.room.Loc
	switch {
	case p.Kind == data.ProposalNoChange:
		return loc.T("panels.proposal.noc")
	case p.Kind == data.ProposalMove:
		return loc.T("panels.proposal.move."+beforeOrAfter(p), "place", citeOf(t.room, p.Target))
	case p.Kind == data.ProposalAdd && p.Label != "":
		return loc.T("panels.proposal.add.label."+beforeOrAfter(p), "place", citeOf(t.room, p.Provision), "label", loc.Isolate(p.Label))
	case p.Kind == data.ProposalAdd:
		return loc.T("panels.proposal.add."+beforeOrAfter(p), "place", citeOf(t.room, p.Provision))
	}
	return ""
}

// beforeOrAfter ends the ids of sentences about where something is to stand.
func beforeOrAfter(p data.Proposal) string {
	if p.Before {
		return "before"
	}
	return "after"
}

// citeOf names a provision; one that is not in the text any more is named so.
func citeOf(r *room.Room, id data.ID) string {
	p, err := r.Desk.Provision(id)
	if err != nil {
		return r.Loc.T("panels.proposal.gone")
	}
	return r.Loc.Cite(p.Path)
}

// remarks are the reasons, where the proposal is to be found, and whether the
// text has changed since.
func (t *proposalTab) remarks(c card) (lines []fyne.CanvasObject) {
	p := c.first()
	if c.stale {
		line := look.Wrapped(t.room.Loc.T("panels.proposal.stale"))
		line.Colour, line.Scale = look.ColourLapsed, theme.SizeNameCaptionText
		lines = append(lines, line)
	}
	for _, x := range c.all {
		if x.Reasons != "" {
			lines = append(lines, look.Inset(2, 0, 0, 0, look.Content(x.Reasons, "")))
		}
	}
	var found []string
	if p.Source != "" {
		found = append(found, t.room.Loc.Isolate(p.Source))
	}
	if m := meetingWords(t.room, p.Meeting); m != "" {
		found = append(found, m)
	} else {
		found = append(found, t.room.Loc.Time(p.Time))
	}
	line := look.Wrapped(strings.Join(found, " · "))
	line.Colour, line.Scale = look.ColourMuted, theme.SizeNameCaptionText
	return append(lines, line)
}

// actions is the menu of a card; where several say the same, each has its own.
func (t *proposalTab) actions(c card) []look.MenuItem {
	if len(c.all) == 1 {
		return t.actionsOf(c.first())
	}
	var items []look.MenuItem
	for _, p := range c.all {
		items = append(items, look.MenuItem{Words: attribution(t.room.Loc, p), Submenu: t.actionsOf(p)})
	}
	return items
}

func (t *proposalTab) actionsOf(p data.Proposal) []look.MenuItem {
	loc, d := t.room.Loc, t.room.Desk
	act := func(do func(ctx context.Context) error) func() { return func() { t.room.Act(do, nil) } }
	withdraw := look.MenuItem{Words: loc.T("panels.proposal.withdraw"), Icon: look.IconReturn, Action: act(func(ctx context.Context) error {
		return d.WithdrawProposal(ctx, p.ID, !p.Withdrawn)
	})}
	if p.Withdrawn {
		withdraw.Words = loc.T("panels.proposal.bring-back")
	}
	return []look.MenuItem{
		{Words: loc.T("panels.proposal.edit"), Icon: look.IconEdit, Action: func() { t.edit(p) }},
		{Words: loc.T("panels.proposal.amend"), Icon: look.IconAdd, Action: func() { t.begin(data.ProposalModify, p) }},
		{Words: loc.T("panels.proposal.adopt"), Icon: look.IconPosition, Disabled: p.Kind != data.ProposalModify, Action: act(func(ctx context.Context) error {
			return d.AdoptWording(ctx, p.ID)
		})},
		{},
		{Words: loc.T("panels.proposal.beside"), Icon: look.IconPaper, Disabled: len(t.viewing.Columns()) >= mostColumns, Action: func() { t.showBeside(p.ID) }},
		{Words: loc.T("panes.copy"), Icon: look.IconCopy, Action: func() { fyne.CurrentApp().Clipboard().SetContent(t.copied(p)) }},
		{},
		withdraw,
		{Words: loc.T("panels.proposal.delete"), Icon: look.IconDelete, Action: act(func(ctx context.Context) error { return d.DeleteProposal(ctx, p.ID) })},
	}
}

// showBeside adds a column with the proposal to the text.
func (t *proposalTab) showBeside(id data.ID) {
	columns := t.viewing.Columns()
	for _, c := range columns {
		if c.Proposal == id {
			return
		}
	}
	t.viewing.SetColumns(append(columns, Column{Lang: t.viewing.Main().Lang, Proposal: id})...)
}

// copied is a proposal as it is put on the clipboard.
func (t *proposalTab) copied(p data.Proposal) string {
	lines := []string{t.room.Loc.T("panels.toast", "place", p.Kind.Verb()+", "+citeOf(t.room, p.Provision), "what", proponents(t.room.Loc, p))}
	if place := t.place(p); place != "" {
		lines = append(lines, place)
	}
	if _, words := wordingIn(p, t.lang); words != "" {
		lines = append(lines, words)
	}
	if p.Source != "" {
		lines = append(lines, p.Source)
	}
	return strings.Join(lines, "\n")
}

// plated sets an object on paper with a thin line around it.
func plated(o fyne.CanvasObject) fyne.CanvasObject {
	return look.Ground(look.ColourLine, look.Inset(1, 1, 1, 1, look.Ground(look.ColourPaper, o)))
}
