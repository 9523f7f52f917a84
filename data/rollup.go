package data

import "slices"

// Entered is what is known of one provision before its parts are looked at.
type Entered struct {
	Kind     Kind
	Words    bool      // it has words of its own, not only a heading
	Brackets bool      // square brackets stand in its words or its heading
	State    TextState // its latest step
	Lost     bool      // an earlier step was agreed, and the latest is not
}

// advance orders the states from the least to the most advanced. A reopened
// text counts as the least, so that no container hides it.
var advance = []TextState{
	TextReopened, TextNone, TextProposed, TextDiscussed, TextBracketed, TextFirstReading, TextParked, TextInformals, TextClose,
	TextAdReferendum, TextAgreed, TextLanguageGroup, TextAdopted,
	TextWithdrawn, TextMoved, TextDeleted,
}

// LeastAdvanced returns that of the states which is farthest from adoption;
// TextNone of none. Order, least first: reopened, nothing recorded, proposed,
// under discussion, bracketed, first reading, set aside, informals, close to
// consensus, ad referendum, agreed, language group, adopted; what is gone
// comes behind all that stands.
func LeastAdvanced(states ...TextState) TextState {
	if len(states) == 0 {
		return TextNone
	}
	return slices.MinFunc(states, func(a, b TextState) int {
		return slices.Index(advance, a) - slices.Index(advance, b)
	})
}

// FollowsParts reports whether provisions of that kind only group others: they
// are never gavelled as a whole, and stand as what they hold.
func (k Kind) FollowsParts() bool {
	switch k {
	case KindResolution, KindPreamble, KindPart, KindChapter, KindSection:
		return true
	}
	return false
}

// RollUp gives the standing of a provision from what was entered for it and
// from the standings of what it directly contains, by the committees' own rule
// (reference: status vocabulary, roll-up).
//
// A provision without a step is bracketed if square brackets stand in it. An
// article, or a paragraph with a list, is agreed only when every part with
// words is, and the whole was gavelled: its own latest step is an agreed one.
// It then stands as that step says. Else it stands at the least advanced of its
// parts, where a part of which nothing was recorded stands as was said of the
// whole; agreed parts without the gavel are close to consensus. A chapter and
// the like follow from what they hold. Parts that are gone (deleted, moved,
// withdrawn) and footnotes do not count; a whole that is gone is gone with its
// parts.
func RollUp(p Entered, parts []Standing) Standing {
	s := Standing{Own: p.State, Gavelled: p.State.Agreed(), Reopened: p.Lost || p.State == TextReopened}
	if p.State.Gone() {
		s.State, s.Reopened = p.State, false
		return s
	}
	own := p.State
	if own == TextNone && p.Brackets {
		own = TextBracketed
	}
	var states, gone []TextState
	switch {
	case p.Words:
		s.Parts, states = 1, append(states, own)
		if own.Agreed() {
			s.Agreed = 1
		}
	case own != p.State:
		states = append(states, own) // brackets around a heading are not agreed either
	}
	for _, part := range parts {
		if part.State.Gone() {
			gone = append(gone, part.State)
			continue
		}
		s.Reopened = s.Reopened || part.Reopened
		if part.Parts == 0 {
			continue // a footnote, or a heading with nothing under it
		}
		s.Parts += part.Parts
		s.Agreed += part.Agreed
		states = append(states, part.State)
	}
	switch {
	case p.Kind == KindFootnote:
		s.Parts, s.Agreed, s.State = 0, 0, own
	case len(states) == 0 && own == TextNone && len(gone) > 0:
		s.State = LeastAdvanced(gone...)
	case len(states) == 0 || p.Words && len(states) == 1:
		s.State = own
	default:
		s.State = p.whole(states)
	}
	return s
}

// whole is the state of a container by those of its parts, its own words
// included.
func (p Entered) whole(states []TextState) TextState {
	agreed := !slices.ContainsFunc(states, func(s TextState) bool { return !s.Agreed() })
	switch {
	case p.State == TextReopened:
		return TextReopened
	case agreed && p.Kind.FollowsParts():
	case agreed && p.State == TextNone:
		return TextClose // not gavelled
	case agreed:
		return p.State // the gavel, or what else was said of the whole
	case p.State != TextNone && !p.State.Agreed():
		for i, s := range states {
			if s == TextNone {
				states[i] = p.State
			}
		}
	}
	return LeastAdvanced(states...)
}
