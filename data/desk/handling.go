package desk

import (
	"strings"

	"travaux/data"
	"travaux/data/marking"
)

// CodeClassified is the code of the error that a paper for the outside would have
// a paragraph that is marked for the delegation; arg "what" names the field.
const CodeClassified data.Code = "paper.classified"

// Marking is the scheme by which the delegation marks what is confidential.
func (d *Desk) Marking() marking.Scheme {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return marking.Of(d.negotiation)
}

// Level is the level that governs all that the desk holds: the highest at which
// anything in it is marked. A desk with nothing confidential in it has the lowest.
func (d *Desk) Level() marking.Level {
	d.mu.RLock()
	defer d.mu.RUnlock()
	s := marking.Of(d.negotiation)
	level := s.Lowest()
	top := s.Levels[len(s.Levels)-1].Code
	raise := func(code data.Classification, text string) {
		switch {
		case text == "" || level.Code == top: // nothing can raise it
		case strings.ContainsAny(text, "(（"):
			level = s.Highest(level.Code, s.OfText(code, text).Code)
		default: // most texts bear no mark
			level = s.Highest(level.Code, code)
		}
	}
	for _, k := range d.instructions.all {
		raise(k.it.Classification, k.it.Text)
	}
	for _, k := range d.positions.all {
		raise("", k.it.InternalReasons)
	}
	for _, k := range d.comments.all {
		raise("", k.it.Text)
	}
	for _, k := range d.views.all {
		raise("", k.it.Words)
	}
	for _, kind := range bookKinds {
		d.books[kind].each(func(it data.Noted) {
			switch a, assessed := it.(*data.Assessment); {
			case it.Audience() == data.AudienceAll: // nothing that is confidential
			case assessed:
				raise(a.Level, it.Sentence())
			default:
				raise("", it.Sentence())
			}
		})
	}
	return level
}

// levelOf is the level of what somebody wrote in an annotation.
func (d *Desk) levelOf(kind data.AnnotationKind, entity data.ID, text string) data.Classification {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var whole data.Classification // "": of nobody's marking
	if i, ok := d.instructions.get(entity); ok && kind == data.AnnotationInstruction {
		whole = i.Classification
	}
	return marking.Of(d.negotiation).OfText(whole, text).Code
}

// classified refuses what is to go outside and has a paragraph that is marked
// higher than the lowest level.
func (d *Desk) classified(b data.PublicBrief) error {
	s := d.Marking()
	for _, x := range []struct {
		field string
		text  func(l data.PublicLine) string
	}{
		{"field.wording", func(l data.PublicLine) string { return l.Wording }},
		{"field.reasons", func(l data.PublicLine) string { return l.Reasons }},
		{"field.citations", func(l data.PublicLine) string { return l.Citations }},
	} {
		for _, l := range b.Lines {
			if s.Marked(x.text(l)).Code != s.Lowest().Code {
				return data.E(CodeClassified, "what", x.field)
			}
		}
	}
	if s.Marked(b.Summary).Code != s.Lowest().Code {
		return data.E(CodeClassified, "what", "field.summary")
	}
	return nil
}
