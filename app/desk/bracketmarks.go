package desk

import (
	"strconv"

	"travaux/app/textview"
	"travaux/data"
	"travaux/data/text/bracket"
)

// markBrackets tints the brackets in a field of a provision by their depth, also
// those that open or close in another one, and shows where the file is broken.
func (b *columnBuilder) markBrackets(s *shown, p data.Provision, lang data.Lang, f bracket.Field) {
	reading, paragraph := b.memory.wholes.of(b.text, b.out.column.Lang).brackets().reading, p.Order
	if paragraph >= reading.Len() {
		return
	}
	for _, m := range reading.Marks(paragraph, f) {
		ref := refBracket + strconv.Itoa(m.Pair)
		s.display.over(textview.Mark{Kind: textview.Bracket, Start: m.Start, End: m.End, Depth: m.Depth, Ref: ref})
		if m.Lint.Fault() {
			b.markFlaw(s, m, ref)
		}
	}
}

// markFlaw marks the character of a bracket that lacks its partner.
func (b *columnBuilder) markFlaw(s *shown, m bracket.Mark, ref string) {
	flaw := textview.Mark{Kind: textview.Flaw, Ref: refFlaw + ref}
	switch {
	case m.Opens:
		flaw.Start, flaw.End = m.Start, m.Start+1
	case m.Closes || m.Lint == bracket.LintUnopened:
		flaw.Start, flaw.End = m.End-1, m.End
	default:
		return
	}
	s.display.over(flaw)
	s.tell(flaw.Ref, b.loc.T(m.Lint.ID()))
}
