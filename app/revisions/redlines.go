package revisions

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/translations"
)

// crossedBox says at the head of the page how many red lines the later revision
// crosses, and which it crosses that the one before it did not.
type crossedBox struct {
	loc    *translations.Localizer
	words  *look.Text
	sign   *look.Icon
	object *look.Frame
}

func newCrossedBox(loc *translations.Localizer, open func()) *crossedBox {
	b := &crossedBox{loc: loc, words: look.Ellipsis(""), sign: look.NewIcon(look.IconPosition)}
	var more fyne.CanvasObject
	if open != nil {
		more = look.NewButton(loc.T("redline.show"), open).Rank(look.Quiet)
	}
	b.object = look.NewFrame(loc.T("redline.frame"), look.Border(nil, nil, look.Inset(0, 0, 0, 6, b.sign), more, b.words))
	b.object.Hide()
	return b
}

// set shows what a revision crosses; cite names a provision of it.
func (b *crossedBox) set(all, fresh []data.Crossing, cite func(data.ID) string) {
	lines, sure := map[data.ID]bool{}, false
	for _, c := range all {
		lines[c.RedLine] = true
		sure = sure || !c.Doubt
	}
	if len(lines) == 0 {
		b.object.Hide()
		return
	}
	words := b.loc.N("redline.revision", len(lines))
	if at := freshPlaces(fresh, cite); len(at) > 0 {
		words += " · " + b.loc.T("redline.revision.fresh", "places", b.loc.List(at))
	}
	b.words.Colour = page.CrossingColour(!sure)
	b.sign.Set(look.IconPosition, page.CrossingColour(!sure))
	b.words.SetText(words)
	b.object.Show()
}

// freshPlaces are where crossings are, each once; one on the text as a whole is on no
// place.
func freshPlaces(list []data.Crossing, cite func(data.ID) string) (out []string) {
	seen := map[string]bool{}
	for _, c := range list {
		if place := strings.TrimSpace(cite(c.Provision)); place != "" && !seen[place] {
			seen[place] = true
			out = append(out, place)
		}
	}
	return out
}
