package desk

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/translations"
)

// textTab is about the words of the selected provision: how far they have come
// in the room, their brackets, what they are alternatives of, the terms in them.
type textTab struct {
	room     *room.Room
	viewing  *Viewing
	standing *standingBox
	brackets *bracketBox
	parts    *partsBox
	strength *strengthBox
	terms    *termsBox
	column   *fyne.Container
	scroll   *container.Scroll
	object   fyne.CanvasObject

	provision data.Provision
	lang      data.Lang
	turn      int // of the latest fetch
}

func newTextTab(r *room.Room, v *Viewing, pad *pad) *textTab {
	t := &textTab{
		room: r, viewing: v, standing: newStandingBox(r, pad),
		brackets: newBracketBox(r, v, pad), parts: newPartsBox(r),
		strength: newStrengthBox(r), terms: newTermsBox(r),
	}
	t.brackets.OnGo = t.goTo
	t.parts.onGo, t.terms.onGo = r.Selection.Select, r.Selection.Select
	t.parts.onCheck = t.check
	t.column = look.Column(t.standing.object, t.brackets.object, t.strength.object, t.parts.object, t.terms.object)
	t.scroll = scrolled(8, 12, 10, t.column)
	t.object = t.scroll
	return t
}

func (t *textTab) leave() {}
func (t *textTab) flush() {}

func (t *textTab) load(p data.Provision) {
	lang := t.room.Selection.Lang()
	if p.ID != t.provision.ID || lang != t.lang {
		t.scroll.ScrollToTop()
	}
	t.provision, t.lang = p, lang
	t.standing.load(p)
	t.brackets.load(p)
}

// goTo selects the provision at a place of the text.
func (t *textTab) goTo(order int) {
	if text, err := t.room.Desk.Current(); err == nil && order < len(text.Provisions) {
		t.room.Selection.Select(text.Provisions[order].ID)
	}
}

// check opens the page with the brackets of the whole text.
func (t *textTab) check() { showBracketPage(t.room, t.viewing) }

// textFacts is all that the tab shows of a provision.
type textFacts struct {
	standing data.Standing
	steps    []data.TextStep
	brackets bracketText
	living   []data.LiveWith
	parts    partsFacts
	strength []strengthFacts
	terms    []termFacts
}

func readTextFacts(d *work.Desk, w *wholeText, p data.Provision, lang data.Lang, chosen map[data.ID]bool, loc *translations.Localizer) textFacts {
	brackets := w.brackets()
	return textFacts{
		standing: d.Standing(p.ID), steps: d.TextSteps(p.ID),
		brackets: bracketsIn(p, lang, brackets), living: d.LiveWith(p.ID),
		parts:    readPartsFacts(w.text, p, lang, brackets),
		strength: readStrength(d, p, lang, chosen, loc), terms: readTerms(w.text, p, lang, w.terms()),
	}
}

// show reads the facts off the window's goroutine and shows them.
func (t *textTab) show() {
	t.turn++
	turn, p, lang, chosen := t.turn, t.provision, t.lang, t.viewing.Chosen()
	var facts textFacts
	t.room.Run(func(context.Context, data.Progress) error {
		text, err := t.room.Desk.Current()
		if err == nil {
			facts = readTextFacts(t.room.Desk, t.viewing.wholes.of(text, lang), p, lang, chosen, t.room.Loc)
		}
		return err
	}, func() {
		if turn == t.turn {
			t.set(facts)
		}
	})
}

func (t *textTab) set(facts textFacts) {
	t.standing.set(facts.standing, facts.steps)
	t.brackets.set(facts.brackets, facts.living)
	t.parts.set(facts.parts)
	t.strength.set(facts.strength)
	t.terms.set(facts.terms)
	t.column.Refresh()
}
