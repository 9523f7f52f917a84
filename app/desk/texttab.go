package desk

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
)

// textTab is about the words of the selected provision: how far they have come
// in the room.
type textTab struct {
	room     *room.Room
	viewing  *Viewing
	standing *standingBox
	column   *fyne.Container
	scroll   *container.Scroll
	object   fyne.CanvasObject

	provision data.Provision
	lang      data.Lang
	turn      int // of the latest fetch
}

func newTextTab(r *room.Room, v *Viewing, pad *pad) *textTab {
	t := &textTab{room: r, viewing: v, standing: newStandingBox(r, pad)}
	t.column = look.Column(t.standing.object)
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
}

// textFacts is all that the tab shows of a provision.
type textFacts struct {
	standing data.Standing
	steps    []data.TextStep
}

func readTextFacts(d *work.Desk, p data.Provision) textFacts {
	return textFacts{standing: d.Standing(p.ID), steps: d.TextSteps(p.ID)}
}

// show reads the facts off the window's goroutine and shows them.
func (t *textTab) show() {
	t.turn++
	turn, p := t.turn, t.provision
	var facts textFacts
	t.room.Run(func(context.Context, data.Progress) error {
		facts = readTextFacts(t.room.Desk, p)
		return nil
	}, func() {
		if turn == t.turn {
			t.set(facts)
		}
	})
}

func (t *textTab) set(facts textFacts) {
	t.standing.set(facts.standing, facts.steps)
	t.column.Refresh()
}
