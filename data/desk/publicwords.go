package desk

import (
	"strings"

	"travaux/data"
)

// PublicWords gathers what a paper in the delegation's own words is made from. Where
// lines are wanted, they are our positions on the provisions of the options, as Public
// gives them, else the paper names these provisions. A negotiation without a text has
// such papers as well.
//
// Codes: data.CodeForbidden for a role that may make no papers, CodeEmpty where there
// are no words in the language, CodeClassified where a paragraph is marked for the
// delegation, and those of Public where lines are wanted. Words that an instruction or
// a red line on these provisions forbids are found by SpeechFlags.
func (d *Desk) PublicWords(o PublicOptions, stateName string, title, words data.Words, lines bool) (data.PublicWords, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicWords{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	out := data.PublicWords{PublicBrief: d.publicCover(t, o, stateName)}
	if lines {
		if out.PublicBrief, err = d.Public(o, stateName); err != nil {
			return data.PublicWords{}, err
		}
	}
	for _, id := range o.Provisions {
		if p, ok := t.Find(id); ok {
			out.Named = append(out.Named, p.Path)
		}
	}
	out.Heading, out.HeadingLang = title.Or(o.Lang, o.Original)
	out.Words, out.WordsLang = words.Or(o.Lang, o.Original)
	if strings.TrimSpace(out.Words) == "" && len(out.Lines) == 0 {
		return data.PublicWords{}, data.E(CodeEmpty)
	}
	if len(d.markedPassages(out.Heading+"\n"+out.Words)) > 0 {
		return data.PublicWords{}, data.E(CodeClassified, "what", "field.own-words")
	}
	return out, nil
}

// PublicCover is what a paper for the outside belongs to, without a line: the papers
// themselves are elsewhere. It raises data.CodeForbidden for a role that may make none.
func (d *Desk) PublicCover(o PublicOptions, stateName string) (data.PublicBrief, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicBrief{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	return d.publicCover(t, o, stateName), nil
}
