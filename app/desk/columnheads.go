package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/translations"
)

// columnHeads says over each of several columns what it is, and lets it be
// changed or closed.
type columnHeads struct {
	reader *Reader
	object *fyne.Container
}

func newColumnHeads(v *Reader) *columnHeads {
	h := &columnHeads{reader: v, object: look.Stack()}
	h.object.Hide()
	return h
}

// show makes the heads of a page's columns; a single column needs none.
func (h *columnHeads) show(p page) {
	h.object.Objects = nil
	if n := len(p.columns); n > 1 {
		var heads []fyne.CanvasObject
		for i := range n {
			heads = append(heads, h.head(i, p.columns[i].column))
		}
		h.object.Add(textview.ColumnHeads(heads...))
		h.object.Add(look.Rule())
	}
	look.SetShown(h.object, len(h.object.Objects) > 0)
	h.object.Refresh()
}

// head is the head of one column.
func (h *columnHeads) head(i int, c Column) fyne.CanvasObject {
	v := h.reader
	loc := v.room.Loc
	lang := look.NewText(translations.Endonym(string(c.Lang)))
	lang.Lang, lang.Bold, lang.Scale, lang.Shrink = string(c.Lang), true, theme.SizeNameCaptionText, true
	view := look.Ellipsis(v.viewName(c))
	view.Colour, view.Scale = look.ColourMuted, theme.SizeNameCaptionText
	var more *look.Button
	more = look.NewIconButton(look.IconMore, "", func() { look.ShowMenu(h.items(i), more) }).WithTip(loc.T("reader.column.change"))
	closing := look.NewIconButton(look.IconClose, "", func() { v.closeColumn(i) }).WithTip(loc.T("reader.columns.close"))
	return look.Ground(look.ColourSurface, look.Inset(0, 0, 8, 2, look.Row(lang, view, look.Space(), more, closing)))
}

// items change what a column shows.
func (h *columnHeads) items(i int) []look.MenuItem {
	items := append(h.reader.languageItems(i), look.MenuItem{})
	return append(items, h.reader.viewItems(i)...)
}
