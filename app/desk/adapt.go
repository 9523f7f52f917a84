package desk

import (
	"travaux/data"
	work "travaux/data/desk"
)

// Edit opens the editor of an annotation on a provision, so that it can be
// adapted to a new text. Of a position, the annotation is the provision.
func (s *Side) Edit(kind data.AnnotationKind, annotation, provision data.ID) {
	s.room.Selection.Select(provision)
	switch kind {
	case data.AnnotationInstruction:
		s.choose(tabInstruction)
		for _, i := range s.room.Desk.AllInstructions() {
			if i.ID == annotation {
				s.instructions.edit(i)
				focus(s.room, s.instructions.form.head.Reference)
			}
		}
	case data.AnnotationView:
		s.choose(tabViews)
	case data.AnnotationProposal:
		s.choose(tabProposals)
		if p, err := s.room.Desk.Proposal(annotation); err == nil {
			s.proposals.edit(p)
		}
	case data.AnnotationComment:
		s.choose(tabComments)
		s.editComment(annotation)
	case data.AnnotationPosition:
		s.choose(tabPosition)
		focus(s.room, s.position.wording.editor)
	default: // what one can live with, and how the text stands
		s.choose(tabText)
		s.Focus()
	}
}

// editComment changes one's own comment, and answers one of somebody else.
func (s *Side) editComment(id data.ID) {
	for _, x := range s.room.Desk.Comments(s.shown) {
		if x.ID != id {
			continue
		}
		s.comments.composer.begin(s.adaptingDraft(x))
		focus(s.room, s.comments.composer.editor)
	}
}

func (s *Side) adaptingDraft(x work.Thread) draft {
	if x.From == "" && x.Author == s.room.Desk.Me().ID {
		return draft{edits: x.ID, text: x.Text}
	}
	return draft{replyTo: x.ID, about: writer(s.room, x.Comment)}
}
