package desk

import (
	"testing"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// TestTheHeadFitsNarrowPanes holds the head to 340 pixels in every language, at
// normal text and at half as much again, with all that it can have to say.
func TestTheHeadFitsNarrowPanes(t *testing.T) {
	s := newStage(t, "en")
	id := s.at("ch1/art2/1").ID
	for range 3 {
		s.propose("ch1/art2/1", data.Proposal{Kind: data.ProposalModify, Wording: english("Every State Party may ensure that lanterns be lit at dusk.")}, "EGY")
	}
	must(t, s.desk.SetPosition(ctx, data.Position{Provision: id, Stance: data.StanceSupport}))
	must(t, s.desk.Submit(ctx, id))
	s.viewing.Look(WithChosen)
	for _, lang := range translations.Languages {
		s.open(lang)
		for _, size := range []float32{look.TextNormal, look.TextNormal * 1.5} {
			theme := look.NewTheme(lang, lang == "ar")
			theme.TextSize = size
			look.Apply(theme)
			s.room.Selection.Select(data.ID{})
			s.room.Selection.Select(id)
			s.reader.head.showQuote(true)
			head := s.reader.head.object
			for _, width := range []float32{340, 500, 700} {
				if least := head.MinSize().Width; least > width {
					t.Errorf("%s at %v: the head is %v wide in %v", lang, size, least, width)
					break
				}
				head.Resize(fyne.NewSize(width, head.MinSize().Height))
				row := s.reader.head.controls.row
				end := float32(0)
				for _, b := range s.reader.head.controls.buttons {
					if b.absent {
						continue
					}
					for _, o := range []*look.Button{b.wide, b.narrow} {
						if o.Visible() {
							if o.Size().Width < o.MinSize().Width {
								t.Errorf("%s at %v in %v: %q is clipped", lang, size, width, o.Tip)
							}
							if o.Tip == "" {
								t.Errorf("%s: a button has no tip", lang)
							}
							end = max(end, o.Position().X+o.Size().Width)
						}
					}
					if b.wide.Visible() == b.narrow.Visible() {
						t.Errorf("%s: %q is shown twice or never", lang, b.wide.Tip)
					}
				}
				if end > row.Size().Width {
					t.Errorf("%s at %v in %v: buttons reach to %v of %v", lang, size, width, end, row.Size().Width)
				}
			}
		}
	}
}
