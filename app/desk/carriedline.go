package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
)

// addCarried adds to what is shown of an annotation, in one quiet line, that it
// came from the revision before, or waits for a person.
func addCarried(to *fyne.Container, r *room.Room, kind data.AnnotationKind, entity, provision data.ID) {
	if c, ok := r.Desk.CarriedTo(kind, entity, provision); ok {
		to.Add(carriedLine(r, c))
	}
}

// carriedLine says how an annotation came here; the text it was made on, and what
// became of that, is shown on demand.
func carriedLine(r *room.Room, c data.Carried) fyne.CanvasObject {
	words := look.Wrapped(carriedWords(r, c))
	words.Scale, words.Colour = theme.SizeNameCaptionText, look.ColourMuted
	if c.Outcome == data.CarryPerson && (c.Choice == data.ChoiceOpen || c.Choice == data.ChoiceEscalate) {
		words.Colour = look.ColourReturned
	}
	out := look.Stack()
	old, now, lang := textsOf(r, c)
	var button fyne.CanvasObject
	if old != "" {
		shown := false
		toggle := look.NewIconButton(look.IconHistory, "", nil).WithTip(r.Loc.T("panels.carried.old"))
		toggle.OnTapped = func() {
			if shown = !shown; shown {
				out.Add(look.Inset(2, 4, 8, 0, pages.NewPassage(old, now, lang)))
			} else {
				out.Objects = out.Objects[:1]
			}
			out.Refresh()
		}
		button = toggle
	}
	out.Add(look.Border(nil, nil, nil, button, words))
	return out
}

func carriedWords(r *room.Room, c data.Carried) string {
	loc := r.Loc
	if c.Outcome == data.CarryPerson {
		switch c.Choice {
		case data.ChoiceOpen:
			return loc.T("panels.carried.waits", "why", loc.T(c.Reason, "share", share(loc, c.Score)))
		case data.ChoiceEscalate:
			return loc.T("panels.carried.escalated", "why", loc.T(c.Reason, "share", share(loc, c.Score)))
		}
		return loc.T("panels.carried.decided", "choice", loc.Name("event.carried", string(c.Choice)), "name", memberName(r, c.By))
	}
	return loc.T("panels.carried.moved", "why", loc.T(c.Reason, "share", share(loc, c.Score)), "place", oldPlace(r, c))
}

// oldPlace is where an annotation was in the revision before.
func oldPlace(r *room.Room, c data.Carried) string {
	t, err := r.Desk.Text(r.Desk.Before(c.Revision))
	if err != nil {
		return "…"
	}
	p, _ := t.Find(c.From)
	return r.Loc.Cite(p.Path)
}

// textsOf are the text that an annotation was made on and the one it is on now.
func textsOf(r *room.Room, c data.Carried) (old, now string, lang data.Lang) {
	t, err := r.Desk.Text(r.Desk.Before(c.Revision))
	if err != nil {
		return "", "", ""
	}
	before, ok := t.Find(c.From)
	after, err := r.Desk.Provision(c.To)
	if !ok || err != nil {
		return "", "", ""
	}
	x, lang := before.In(r.Selection.Lang())
	return x.Text, after.Text[lang].Text, lang
}

// share is a score as a percentage; the whole is only said of the whole.
func share(loc *translations.Localizer, score float64) string {
	n := min(int(score*100+0.5), 100)
	if n == 100 && score < 1 {
		n = 99
	}
	return loc.T("revisions.percent", "n", loc.Number(n))
}
