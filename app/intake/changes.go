package intake

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data/intake"
	"travaux/data/text"
	"travaux/translations"
)

// changeChoice is what is to be made of the changes that a file shows. It is
// there only if the file shows some.
type changeChoice struct {
	object  *fyne.Container
	tracked bool // the file keeps tracked changes
	made    *look.Select
	marks   *look.Check
	chosen  func(intake.Reading)
}

func newChangeChoice(loc *translations.Localizer, file *text.Source, chosen func(intake.Reading)) *changeChoice {
	c := &changeChoice{tracked: intake.HasChanges(file), chosen: chosen}
	var names []string
	for _, made := range intake.AllChanges {
		names = append(names, loc.T("review.changes."+string(made)))
	}
	c.made = look.NewSelect(names, 0, func(int) { c.tell() })
	c.marks = look.NewCheck(loc.T("review.marks"), false, func(bool) { c.tell() })
	c.marks.Hidden = !intake.ShowsMarks(file)
	c.object = page.Columns([]float32{6, 7},
		look.Border(nil, nil, look.NewText(loc.T("review.changes")), nil, look.Inset(0, 0, 8, 0, c.made)),
		look.Row(c.marks))
	c.object.Hidden = !c.tracked && c.marks.Hidden
	c.show(intake.Reading{})
	return c
}

// tell tells what is chosen. Without bold and struck words as changes a file that
// tracks none has nothing to accept.
func (c *changeChoice) tell() {
	r := intake.Reading{Changes: intake.AllChanges[c.made.Chosen()], Marks: c.marks.Ticked()}
	if !c.tracked && !r.Marks {
		r.Changes = intake.Redline
	}
	c.chosen(r)
}

// show shows how the file is read.
func (c *changeChoice) show(r intake.Reading) {
	c.made.Choose(max(slices.Index(intake.AllChanges, r.Changes), 0))
	c.marks.SetTicked(r.Marks)
	if c.tracked || r.Marks {
		c.made.Enable()
	} else {
		c.made.Disable()
	}
}
