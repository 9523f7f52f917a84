package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
)

// Join lets the panes of one window work together: Enter in the outline goes to
// the text, a comment begun in the text is written in the side panel, and the
// outline shows where typing was left unsent.
func Join(o *Outline, r *Reader, s *Side) {
	o.OnOpen = r.Focus
	r.OnComment = s.CommentOn
	r.OnThread = s.ShowComments
	r.OnProposals = func(id data.ID) { s.showTab(id, tabProposals) }
	r.OnBrackets = func(id data.ID) { s.showTab(id, tabText) }
	r.pad = s.pad
	s.pad.moved = o.lookForTyping
	o.meeting.pad = s.pad
	s.axes = &axes{room: s.room, outline: o, reader: r, side: s, shifted: look.Shifted}
	o.bulk.stance, o.bulk.text = s.axes.stance, s.axes.text
	s.text.standing.OnChosen = s.axes.announced
	s.text.brackets.OnPropose = s.proposeSentence
}

// showTab shows a tab of a provision.
func (s *Side) showTab(id data.ID, tab int) {
	s.room.Selection.Select(id)
	s.choose(tab)
}

// Commands are the rows of the command table that belong to the outline.
func (o *Outline) Commands() []room.Command {
	text := func() bool { return o.text != nil }
	return []room.Command{
		{Menu: room.MenuText, Title: "panes.next.open", Shortcut: alt(fyne.KeyDown, fyne.KeyModifierShift), Enabled: text, Do: func() { o.step(1) }, After: true},
		{Menu: room.MenuText, Title: "panes.previous.open", Shortcut: alt(fyne.KeyUp, fyne.KeyModifierShift), Enabled: text, Do: func() { o.step(-1) }},
		{Menu: room.MenuRoom, Title: "panels.meeting", Do: o.meeting.choose, After: true},
		{Menu: room.MenuView, Title: "panes.focus.outline", Shortcut: alt(fyne.Key1), Do: o.Focus},
	}
}

// Commands are the rows of the command table that belong to the side panel. They
// are never greyed: what the state or the role does not allow is refused with a
// sentence that says why.
func (s *Side) Commands() []room.Command {
	approval, chosen := s.position.approval, func() bool { return !s.shown.IsZero() }
	return []room.Command{
		{Menu: room.MenuRoom, Title: "panels.axis.text", Enabled: chosen, Do: s.axes.text},
		{Menu: room.MenuWork, Title: "panels.axis.position", Enabled: chosen, Do: s.axes.stance},
		{Menu: room.MenuWork, Title: "panels.axis.approval", Enabled: chosen, Do: s.axes.approval},
		{Menu: room.MenuRoom, Title: "panels.proposal.command", Shortcut: ctrl(fyne.KeyP, fyne.KeyModifierShift), Enabled: chosen, After: true, Do: func() { s.propose(data.ProposalModify) }},
		{Menu: room.MenuWork, Title: "panes.comment", Shortcut: ctrl(fyne.KeyM), Toolbar: true, Icon: look.IconComment, Do: s.comment},
		{Menu: room.MenuWork, Title: "panes.instruction.add", Shortcut: ctrl(fyne.KeyI, fyne.KeyModifierShift), Do: s.instruct},
		{Menu: room.MenuWork, Title: "instructions.command.read", Shortcut: ctrl(fyne.KeyD), Enabled: chosen, Do: s.instructions.acknowledge},
		{Menu: room.MenuWork, Title: "panes.save", Shortcut: ctrl(fyne.KeyS), Do: s.save, After: true},
		{Menu: room.MenuWork, Title: "panes.submit", Shortcut: ctrl(fyne.KeyReturn), Toolbar: true, Icon: look.IconSubmit, Do: s.submit, After: true},
		{Menu: room.MenuWork, Title: "panes.takeback", Do: approval.takeBack},
		{Menu: room.MenuWork, Title: "panes.approve", Shortcut: ctrl(fyne.KeyReturn, fyne.KeyModifierShift), Toolbar: true, Icon: look.IconApprove, Do: approval.approve},
		{Menu: room.MenuWork, Title: "panes.return", Shortcut: ctrl(fyne.KeyR, fyne.KeyModifierShift), Toolbar: true, Icon: look.IconReturn, Do: approval.giveBack},
		{Menu: room.MenuText, Title: "panels.lint.command", After: true, Do: s.text.check},
		{Menu: room.MenuView, Title: "panes.focus.side", Shortcut: alt(fyne.Key3), Do: s.Focus},
	}
}

func alt(key fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	return shortcut(key, fyne.KeyModifierAlt, more)
}

func ctrl(key fyne.KeyName, more ...fyne.KeyModifier) fyne.Shortcut {
	return shortcut(key, fyne.KeyModifierShortcutDefault, more)
}

func shortcut(key fyne.KeyName, with fyne.KeyModifier, more []fyne.KeyModifier) fyne.Shortcut {
	for _, m := range more {
		with |= m
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: with}
}

// comment begins a comment on the selected provision.
func (s *Side) comment() {
	if !s.shown.IsZero() {
		s.CommentOn(s.shown, data.Anchor{})
	}
}

// instruct opens the form for a new instruction.
func (s *Side) instruct() {
	if s.shown.IsZero() {
		return
	}
	s.choose(tabInstruction)
	s.instructions.edit(data.Instruction{})
	focus(s.room, s.instructions.form.head.Reference)
}

// save writes what is being typed and shows it in every pane.
func (s *Side) save() {
	s.Flush()
	s.room.Changed()
}

// submit hands the position to the head; while a comment or a proposal is being
// written the same keys send or record it.
func (s *Side) submit() {
	if s.room.Window != nil {
		focused := s.room.Window.Canvas().Focused()
		if c := s.comments.composer; focused == c.editor {
			c.submit()
			return
		}
		if f := s.proposals.form; f != nil && f.holds(focused) {
			f.record()
			return
		}
	}
	if f := s.position.ladder.asking; f != nil && s.room.Window != nil && s.room.Window.Canvas().Focused() == f.reason {
		f.move()
		return
	}
	s.position.approval.submit()
}
