package revisions

import (
	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/translations"
)

// kindIcons tell the kinds of annotation apart by shape.
var kindIcons = map[data.AnnotationKind]look.IconName{
	data.AnnotationInstruction: look.IconInstruction, data.AnnotationPosition: look.IconPosition, data.AnnotationProposal: look.IconProposal,
	data.AnnotationLiveWith: look.IconApprove, data.AnnotationView: look.IconPerson, data.AnnotationComment: look.IconComment,
	data.AnnotationTextState: look.IconBrackets,
}

// line is a part of what an annotation says: a few words of the window's, and
// words that a person wrote in some language.
type line struct {
	title string
	words string
	name  bool      // words are a name or a number, and run with the window
	lang  data.Lang // of words; "": not known
}

// annotationOf is what an annotation says, in its own words: what is there in
// several languages, in the one that is read if it is among them; "" is all.
func annotationOf(d *desk.Desk, c data.Carried, loc *translations.Localizer, read data.Lang) (lines []line) {
	add := func(title, words string, lang data.Lang) {
		if words != "" {
			lines = append(lines, line{title: title, words: words, lang: lang})
		}
	}
	if c.Anchor.Quote != "" {
		add(loc.T("revisions.words.quote"), c.Anchor.Quote, c.Anchor.Lang)
	}
	switch a := d.Annotated(c); {
	case a.Instruction != nil:
		if a.Instruction.Reference != "" {
			lines = append(lines, line{title: loc.T("revisions.words.reference"), words: loc.Isolate(a.Instruction.Reference), name: true})
		}
		add("", a.Instruction.Text, "")
	case a.Position != nil:
		positionLines(*a.Position, loc, read, add)
	case a.Proposal != nil:
		proposalLines(*a.Proposal, loc, read, add)
	case a.LiveWith != nil:
		add("", a.LiveWith.Sentence, a.LiveWith.Lang)
		add(loc.T("revisions.words.condition"), a.LiveWith.Remark, "")
	case a.Thread != nil:
		for _, x := range append([]data.Comment{a.Thread.Comment}, a.Thread.Replies...) {
			add(writerOf(d, x), x.Text, "")
		}
	case len(a.Views) > 0:
		for _, v := range a.Views {
			viewLines(v, page.Speaker(loc, d.Register(), v.By), loc, add)
		}
	case a.Step != nil:
		add("", loc.Name("text-state", string(a.Step.State)), "")
		add(loc.T("revisions.words.remark"), a.Step.Remark, "")
	}
	return lines
}

// spoken are the languages of words that are shown.
func spoken(w data.Words, read data.Lang) []data.Lang {
	if w[read] != "" {
		return []data.Lang{read}
	}
	return data.Langs
}

func positionLines(p data.Position, loc *translations.Localizer, read data.Lang, add func(title, words string, lang data.Lang)) {
	if p.Stance != data.StanceNone {
		add("", loc.Name("stance", string(p.Stance)), "")
	}
	for _, lang := range spoken(p.Wording, read) {
		add(loc.T("revisions.words.wording"), p.Wording[lang], lang)
	}
	for _, lang := range spoken(p.PublicReasons, read) {
		add(loc.T("revisions.words.reasons"), p.PublicReasons[lang], lang)
	}
	add(loc.T("revisions.words.internal"), p.InternalReasons, "")
}

func proposalLines(p data.Proposal, loc *translations.Localizer, read data.Lang, add func(title, words string, lang data.Lang)) {
	who := states.WriteProponents(p.Proponents, data.Lang(loc.Lang()))
	if p.Ours {
		who = loc.T("revisions.words.ours")
	}
	add(loc.T("revisions.words.proposal"), p.Kind.Verb()+" · "+who, "")
	for _, lang := range spoken(p.Wording, read) {
		add("", p.Wording[lang], lang)
	}
	add(loc.T("revisions.words.reasons"), p.Reasons, "")
}

// viewLines are who holds a view, and what was said.
func viewLines(v data.View, who string, loc *translations.Localizer, add func(title, words string, lang data.Lang)) {
	add(who, loc.Name("attitude", string(v.Attitude)), "")
	add("", v.Words, v.Lang)
	add(loc.T("revisions.words.wording"), v.Proposed, v.Lang)
}

// writerOf names who wrote a comment.
func writerOf(d *desk.Desk, c data.Comment) string {
	if c.From != "" {
		return c.From
	}
	return d.Member(c.Author).Name
}
