package desk

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/translations"
	"travaux/translations/typeset"
)

// readerHead is what stands above the text: where one is, which revision it is
// and in which language, and how far our position on it has come.
type readerHead struct {
	room     *room.Room
	title    *look.Text
	revision *look.Text
	dot      *look.Dot
	state    *look.Text
	only     *look.Chip // the language shown where the wanted one is missing
	language *look.Select
	langs    []data.Lang
	quote    *look.Button
	object   *fyne.Container
}

func newReaderHead(v *Reader) *readerHead {
	h := &readerHead{
		room: v.room, title: look.Ellipsis(""), revision: look.Ellipsis(""),
		dot: look.NewDot(look.StateNone), state: look.Muted(""), only: look.NewChip(""),
	}
	h.title.Bold, h.title.Direction = true, typeset.Auto
	h.revision.Colour = look.ColourMuted
	h.language = look.NewSelect(nil, -1, func(i int) { v.room.Selection.Read(h.langs[i]) })
	h.quote = look.NewIconButton(look.IconComment, v.room.Loc.T("panes.comment.quote"), v.CommentOnQuote)
	h.quote.Hide()
	h.object = look.Inset(4, 4, 12, 8, look.Border(nil, nil, nil, look.Inset(0, 0, 12, 0, look.Row(h.quote, h.language)),
		look.Stack(look.Row(h.title, look.Space()), look.Row(h.revision, h.only, look.Space(), h.dot, h.state))))
	return h
}

// show fills the head for a page and the provision that is selected on it.
func (h *readerHead) show(p page, selected data.ID) {
	title := p.titles[selected]
	if title == "" && len(p.text.Provisions) > 0 {
		title = p.titles[p.text.Provisions[0].ID]
	}
	h.title.Lang = string(p.lang())
	h.title.SetText(title)
	h.revision.SetText(revisionLine(h.room.Loc, p.text.Revision))
	h.only.SetText(onlyIn(h.room.Loc, p, selected))
	h.showLanguages(p)
	state := data.ApprovalNone
	if !selected.IsZero() {
		state = h.room.Desk.Approval(selected).State
	}
	h.dot.SetState(look.State(state))
	h.state.SetText("")
	if state != data.ApprovalNone {
		h.state.SetText(h.room.Loc.Name("approval", string(state)))
	}
	show(h.dot, state != data.ApprovalNone)
	show(h.state, state != data.ApprovalNone)
	h.object.Refresh()
}

// name says where in the text one is reading.
func (h *readerHead) name(title string) {
	h.title.SetText(title)
	h.object.Refresh()
}

// showLanguages offers the languages of the revision, each by its own name.
func (h *readerHead) showLanguages(p page) {
	h.langs = p.text.Revision.Langs()
	names, at := make([]string, len(h.langs)), -1
	for i, l := range h.langs {
		names[i] = translations.Endonym(string(l))
		if l == p.lang() {
			at = i
		}
	}
	h.language.SetOptions(names, at)
}

// showQuote offers to comment on selected words.
func (h *readerHead) showQuote(any bool) {
	if h.quote.Visible() != any {
		show(h.quote, any)
		h.object.Refresh()
	}
}

// revisionLine names a revision: symbol, kind and date.
func revisionLine(loc *translations.Localizer, r data.Revision) string {
	var parts []string
	if r.Symbol != "" {
		parts = append(parts, loc.Isolate(r.Symbol))
	}
	if r.Kind != "" {
		parts = append(parts, loc.Name("revision-kind", string(r.Kind)))
	}
	if !r.Date.IsZero() {
		parts = append(parts, day(loc, r.Date))
	}
	return strings.Join(parts, " · ")
}

// onlyIn names the language in which the selected provision is shown if it is
// not the one wanted; "" if it is.
func onlyIn(loc *translations.Localizer, p page, selected data.ID) string {
	provision, ok := p.text.Find(selected)
	if !ok {
		if len(p.text.Provisions) == 0 || contains(p.text.Revision.Langs(), p.lang()) {
			return ""
		}
		provision = p.text.Provisions[0]
	}
	if _, shown := provision.In(p.lang()); shown != p.lang() {
		return loc.T("panes.reader.only-in", "lang", loc.Name("language", string(shown)))
	}
	return ""
}

func day(loc *translations.Localizer, d data.Date) string { return loc.Date(d.Year, d.Month, d.Day) }
