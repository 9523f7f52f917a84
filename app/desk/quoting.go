package desk

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// copyWords say in a copy what the marks mean.
func (v *Reader) copyWords() textview.CopyWords {
	loc := v.room.Loc
	braced := func(words string) string { return "{" + words + "}" } // brackets have a meaning in these texts
	return textview.CopyWords{
		Deleted: braced(loc.T("reader.copy.deleted")), Inserted: braced(loc.T("reader.copy.inserted")),
		MovedAway: braced(loc.T("reader.copy.moved-away")), MovedHere: braced(loc.T("reader.copy.moved-here")),
		Chip: loc.T("reader.copy.chip"),
	}
}

// selectedWords follows what is selected.
func (v *Reader) selectedWords() {
	_, _, any := v.columns.Current().Selection()
	v.head.showQuote(any)
}

// spanned are the provisions that the selected words of a column belong to.
func (v *Reader) spanned(column int) (ids []data.ID) {
	d := v.columns.Document(column)
	from, to, ok := d.Selection()
	if !ok {
		return nil
	}
	inside := false
	for _, b := range d.Blocks() {
		inside = inside || b.ID == from.ID
		if id, ok := provisionOf(b.ID); ok && inside && b.Text != "" && (len(ids) == 0 || ids[len(ids)-1] != id) {
			ids = append(ids, id)
		}
		if b.ID == to.ID {
			break
		}
	}
	return ids
}

// copy puts selected words on the clipboard as they read, or with their marks
// spelled out.
func (v *Reader) copy(withMarks bool) {
	if words := v.columns.Current().CopyText(withMarks); words != "" {
		fyne.CurrentApp().Clipboard().SetContent(words)
	}
}

// copyCited puts selected words on the clipboard in quotation marks, with the
// place where they stand; where none are selected, the words of the chosen
// provision.
func (v *Reader) copyCited() {
	column := v.current()
	if words, first, last, lang, ok := v.citable(column); ok {
		fyne.CurrentApp().Clipboard().SetContent(quotation(lang, words, first, last, v.altered(column)))
		v.room.Toast(v.room.Loc.T("reader.copied"))
	}
}

func (v *Reader) citable(column int) (words, first, last string, lang data.Lang, ok bool) {
	d := v.columns.Document(column)
	if words = d.CopyText(false); words != "" {
		from, _, _ := d.Selection()
		if s := v.column(column).shown[from.ID]; s != nil {
			lang = s.lang
		}
		first, last = cited(v.page.text, v.spanned(column))
		return words, first, last, lang, true
	}
	id := v.room.Selection.Provision()
	s := v.column(column).shown[id.String()]
	if s == nil || v.page.text == nil {
		return "", "", "", "", false
	}
	first, last = cited(v.page.text, []data.ID{id})
	return s.source, first, last, s.lang, s.source != ""
}

// altered reports whether the selected words of a column read otherwise than the
// text as issued.
func (v *Reader) altered(column int) bool {
	d := v.columns.Document(column)
	from, to, ok := d.Selection()
	if !ok {
		return false
	}
	inside := false
	for _, b := range d.Blocks() {
		inside = inside || b.ID == from.ID
		s := v.column(column).shown[b.ID]
		if !inside || s == nil || b.Text == "" {
			continue
		}
		start, end := 0, s.display.size
		if b.ID == from.ID {
			start = from.Offset
		}
		if b.ID == to.ID {
			end = to.Offset
		}
		if start < end && (!s.proposal.IsZero() || s.display.altered(start, end)) {
			return true
		}
		if b.ID == to.ID {
			break
		}
	}
	return false
}

// Quote is what a comment on the selected words is tied to; ok is false while
// none are selected. Words of several provisions count for the first of them.
func (v *Reader) Quote() (provision data.ID, anchor data.Anchor, ok bool) {
	column := v.current()
	from, to, ok := v.columns.Document(column).Selection()
	s := v.column(column).shown[from.ID]
	if !ok || s == nil {
		return provision, anchor, false
	}
	whole := data.Anchor{Lang: s.lang}
	if s.heading || s.source == "" || !s.proposal.IsZero() {
		return s.provision, whole, true
	}
	if to.ID != from.ID {
		to.Offset = s.display.size
	}
	start, end, words := s.display.words(from.Offset, to.Offset)
	if !words { // only such that the text does not have
		return s.provision, whole, true
	}
	return s.provision, data.NewAnchor(s.lang, s.source, start, end), true
}

// CommentOnQuote opens a comment on the selected words.
func (v *Reader) CommentOnQuote() {
	if id, anchor, ok := v.Quote(); ok && v.OnComment != nil {
		v.OnComment(id, anchor)
	}
}

// quoteCommands are what can be done with selected words.
func (v *Reader) quoteCommands() []room.Command {
	return []room.Command{
		{Menu: room.MenuEdit, Title: "panes.copy", Enabled: v.hasText, Do: func() { v.copy(false) }, Icon: look.IconCopy},
		{Menu: room.MenuEdit, Title: "reader.copy.marks", Shortcut: ctrl(fyne.KeyC, fyne.KeyModifierShift), Enabled: v.hasText, Do: func() { v.copy(true) }},
		{Menu: room.MenuEdit, Title: "reader.copy.cited", Shortcut: ctrl(fyne.KeyK, fyne.KeyModifierShift), Enabled: v.hasText, Do: v.copyCited},
	}
}

// QuotedWords are the selected words as they read, and their language; where none
// are selected, the words of the chosen provision.
func (v *Reader) QuotedWords() (string, data.Lang) {
	words, _, _, lang, _ := v.citable(v.current())
	return words, lang
}
