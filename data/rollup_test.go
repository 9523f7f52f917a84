package data_test

import (
	"slices"
	"testing"

	"travaux/data"
)

// leaf is the standing of a provision with words and nothing under it.
func leaf(s data.TextState) data.Standing {
	return data.RollUp(data.Entered{Kind: data.KindParagraph, Words: true, State: s}, nil)
}

func TestRollUp(t *testing.T) {
	const (
		none, proposed, discussed = data.TextNone, data.TextProposed, data.TextDiscussed
		bracketed, parked, close  = data.TextBracketed, data.TextParked, data.TextClose
		adRef, agreed, adopted    = data.TextAdReferendum, data.TextAgreed, data.TextAdopted
		reopened, deleted, moved  = data.TextReopened, data.TextDeleted, data.TextMoved
	)
	article := func(s data.TextState) data.Entered { return data.Entered{Kind: data.KindArticle, State: s} }
	chapter := data.Entered{Kind: data.KindChapter}
	listed := func(s data.TextState) data.Entered {
		return data.Entered{Kind: data.KindParagraph, Words: true, State: s}
	}
	of := func(states ...data.TextState) (parts []data.Standing) {
		for _, s := range states {
			parts = append(parts, leaf(s))
		}
		return parts
	}
	half := data.RollUp(article(adRef), of(adRef, discussed))
	whole := data.RollUp(article(adRef), of(adRef, adRef))
	footnote := data.RollUp(data.Entered{Kind: data.KindFootnote, Words: true}, nil)
	for name, c := range map[string]struct {
		of            data.Entered
		parts         []data.Standing
		want          data.TextState
		agreed, count int
	}{
		"words, nothing recorded":                {listed(none), nil, none, 0, 1},
		"words in brackets, nothing recorded":    {data.Entered{Words: true, Brackets: true}, nil, bracketed, 0, 1},
		"words in brackets, agreed":              {data.Entered{Words: true, Brackets: true, State: adRef}, nil, adRef, 1, 1},
		"words in brackets, close":               {data.Entered{Words: true, Brackets: true, State: close}, nil, close, 0, 1},
		"every part agreed and gavelled":         {article(adRef), of(adRef, adopted), adRef, 2, 2},
		"every part agreed, adopted as a whole":  {article(adopted), of(adRef, adRef), adopted, 2, 2},
		"every part agreed, not gavelled":        {article(none), of(adRef, agreed), close, 2, 2},
		"every part agreed, the whole parked":    {article(parked), of(adRef, agreed), parked, 2, 2},
		"gavelled, but one part is not agreed":   {article(adRef), of(adRef, discussed, close), discussed, 1, 3},
		"gavelled, but of one part nothing":      {article(adRef), of(adRef, none), none, 1, 2},
		"the least advanced part":                {article(none), of(close, proposed, adRef), proposed, 1, 3},
		"what is said of the whole, of silence":  {article(parked), of(none, none, adRef), parked, 1, 3},
		"a part said to be behind the whole":     {article(parked), of(discussed, none), discussed, 0, 2},
		"gone parts do not count":                {article(adRef), of(deleted, adRef, moved), adRef, 1, 1},
		"nothing is left but what is gone":       {article(none), of(deleted, moved), moved, 0, 0},
		"the whole is gone":                      {article(deleted), of(reopened, discussed), deleted, 0, 0},
		"a part reopened":                        {article(adRef), of(adRef, reopened, discussed), reopened, 1, 3},
		"the whole reopened":                     {article(reopened), of(adRef, adRef), reopened, 2, 2},
		"reopened before silence":                {article(none), of(none, reopened), reopened, 0, 2},
		"a list agreed with its opening words":   {listed(adRef), of(adRef, adRef), adRef, 3, 3},
		"a list whose opening words are open":    {listed(none), of(adRef, adRef), none, 2, 3},
		"opening words agreed, the list is open": {listed(adRef), of(adRef, discussed), discussed, 2, 3},
		"a list, all of it gone":                 {listed(discussed), of(deleted), discussed, 0, 1},
		"a chapter follows its articles":         {chapter, []data.Standing{whole, whole}, adRef, 4, 4},
		"a chapter with one open article":        {chapter, []data.Standing{whole, half}, discussed, 3, 4},
		"a chapter does not gavel its articles":  {data.Entered{Kind: data.KindChapter, State: adRef}, []data.Standing{half}, discussed, 1, 2},
		"a chapter whose articles are ungavelled": {
			chapter, []data.Standing{data.RollUp(article(none), of(adRef))}, close, 1, 1,
		},
		"footnotes do not count":          {article(adRef), append(of(adRef), footnote), adRef, 1, 1},
		"a heading alone":                 {article(discussed), nil, discussed, 0, 0},
		"a heading in brackets":           {data.Entered{Kind: data.KindArticle, Brackets: true}, of(adRef), bracketed, 1, 1},
		"a heading in brackets, gavelled": {data.Entered{Kind: data.KindArticle, Brackets: true, State: adRef}, of(adRef), adRef, 1, 1},
		"an article with nothing under a heading does not hold up its chapter": {
			chapter, []data.Standing{whole, data.RollUp(article(none), nil)}, adRef, 2, 2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := data.RollUp(c.of, c.parts)
			if s.State != c.want || s.Agreed != c.agreed || s.Parts != c.count {
				t.Errorf("%q with %d of %d agreed, want %q with %d of %d", s.State, s.Agreed, s.Parts, c.want, c.agreed, c.count)
			}
			if s.Own != c.of.State || s.Gavelled != c.of.State.Agreed() {
				t.Errorf("own %q, gavelled %v", s.Own, s.Gavelled)
			}
		})
	}
}

func TestReopeningIsNeverHidden(t *testing.T) {
	lost := data.RollUp(data.Entered{Words: true, State: data.TextDiscussed, Lost: true}, nil)
	for name, c := range map[string]struct {
		standing data.Standing
		want     bool
	}{
		"agreed, then discussed again": {lost, true},
		"its article":                  {data.RollUp(data.Entered{Kind: data.KindArticle}, []data.Standing{lost, leaf(data.TextAdopted)}), true},
		"agreed":                       {leaf(data.TextAgreed), false},
		"reopened":                     {leaf(data.TextReopened), true},
		"reopened, then deleted": {
			data.RollUp(data.Entered{Words: true, State: data.TextDeleted, Lost: true}, nil), false,
		},
		"the article was deleted": {
			data.RollUp(data.Entered{Kind: data.KindArticle, State: data.TextDeleted}, []data.Standing{lost}), false,
		},
	} {
		if c.standing.Reopened != c.want {
			t.Errorf("%s: %+v, want %v", name, c.standing, c.want)
		}
	}
}

// TestEveryStateHasItsPlaceInTheOrder holds the order to all states that there
// are.
func TestEveryStateHasItsPlaceInTheOrder(t *testing.T) {
	for _, s := range data.TextStates {
		switch least := data.LeastAdvanced(s, data.TextNone); {
		case s == data.TextReopened && least != s:
			t.Error("a reopened text is not the least advanced")
		case s != data.TextReopened && least != data.TextNone:
			t.Errorf("%s is less than nothing recorded", s)
		}
		if s.Agreed() && data.LeastAdvanced(s, data.TextClose) != data.TextClose {
			t.Errorf("%s is agreed and behind close to consensus", s)
		}
		if !s.Gone() && data.LeastAdvanced(data.TextWithdrawn, s) != s {
			t.Errorf("%s stands, and is behind what is gone", s)
		}
	}
	if data.LeastAdvanced() != data.TextNone || slices.Contains(data.TextStates, data.TextNone) {
		t.Error("nothing recorded is no state that can be entered")
	}
}

// TestNoContainerIsMoreAdvancedThanItsParts tries all states of a whole and of
// two parts.
func TestNoContainerIsMoreAdvancedThanItsParts(t *testing.T) {
	all := append([]data.TextState{data.TextNone}, data.TextStates...)
	for _, own := range all {
		for _, a := range all {
			for _, b := range all {
				s := data.RollUp(data.Entered{Kind: data.KindArticle, State: own}, []data.Standing{leaf(a), leaf(b)})
				open := !a.Agreed() && !a.Gone() || !b.Agreed() && !b.Gone() || !own.Agreed()
				if s.State.Agreed() && open {
					t.Errorf("%q with parts %q and %q is %q", own, a, b, s.State)
				}
				if (a == data.TextReopened || b == data.TextReopened) && !own.Gone() && s.State != data.TextReopened {
					t.Errorf("%q with parts %q and %q is %q: the reopening is hidden", own, a, b, s.State)
				}
			}
		}
	}
}
