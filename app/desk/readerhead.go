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

// readerHead is what stands above the text: where one is, which revision it is,
// how far our position on it has come; and below that how the text is looked at,
// and how much there is on the article.
type readerHead struct {
	room     *room.Room
	reader   *Reader
	title    *look.Text
	revision *look.Text
	dot      *look.Dot
	state    *look.Text
	only     *look.Chip // the language shown where the wanted one is missing

	view, language, columns, marks, quote *foldingButton
	brackets, proposals                   *foldingButton
	controls                              *folding
	object                                *fyne.Container
	article                               data.ID // whose counts are shown
}

func newReaderHead(v *Reader) *readerHead {
	loc := v.room.Loc
	h := &readerHead{
		room: v.room, reader: v, title: look.Ellipsis(""), revision: look.Ellipsis(""),
		dot: look.NewDot(look.StateNone), state: look.Muted(""), only: look.NewChip(""),
	}
	h.title.Bold, h.title.Direction = true, typeset.Auto
	h.revision.Colour = look.ColourMuted
	h.view = newFoldingButton(look.IconShow, "", func(at fyne.CanvasObject) { look.ShowMenu(v.viewItems(0), at) })
	h.language = newFoldingButton(look.IconLanguage, "", func(at fyne.CanvasObject) { look.ShowMenu(v.languageItems(0), at) })
	h.columns = newFoldingButton(look.IconColumns, "", func(at fyne.CanvasObject) { look.ShowMenu(v.columnItems(), at) })
	h.marks = newFoldingButton(look.IconMarks, "", func(at fyne.CanvasObject) { look.ShowMenu(v.markItems(), at) })
	h.quote = newFoldingButton(look.IconComment, loc.T("panes.comment.quote"), func(fyne.CanvasObject) { v.CommentOnQuote() })
	h.brackets = newFoldingButton(look.IconBrackets, "", func(fyne.CanvasObject) { h.tell(v.OnBrackets) })
	h.proposals = newFoldingButton(look.IconProposal, "", func(fyne.CanvasObject) { h.tell(v.OnProposals) })
	h.brackets.atEnd = true
	h.quote.say(loc.T("reader.comment.short"), loc.T("panes.comment.quote"))
	h.quote.absent = true
	h.controls = newFolding(h.view, h.language, h.columns, h.marks, h.quote, h.brackets, h.proposals)
	h.object = look.Stack(
		look.Inset(4, 0, 12, 12, look.Stack(look.Row(h.title, look.Space()), look.Row(h.revision, h.only, look.Space(), h.dot, h.state))),
		look.Inset(1, 2, 5, 5, h.controls.row))
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
	state := data.ApprovalNone
	if !selected.IsZero() {
		state = h.room.Desk.Approval(selected).State
	}
	h.dot.SetState(look.State(state))
	h.state.SetText("")
	if state != data.ApprovalNone {
		h.state.SetText(h.room.Loc.Name("approval", string(state)))
	}
	look.SetShown(h.dot, state != data.ApprovalNone)
	look.SetShown(h.state, state != data.ApprovalNone)
	h.showLooking(p)
	h.count(p, selected)
	h.object.Refresh()
}

// showLooking says how the first column is looked at.
func (h *readerHead) showLooking(p page) {
	loc := h.room.Loc
	c := p.main().column
	h.view.say(h.reader.viewName(c), loc.T("reader.view.tip", "view", h.reader.viewName(c)))
	h.language.say(translations.Endonym(string(c.Lang)), loc.T("reader.language.tip", "lang", translations.Endonym(string(c.Lang))))
	n := len(p.columns)
	h.columns.say(loc.N("reader.columns", n), loc.N("reader.columns", n))
	h.marks.say(loc.T("reader.marks"), loc.T("reader.marks.tip"))
}

// count shows what there is on the article of a provision.
func (h *readerHead) count(p page, selected data.ID) {
	loc := h.room.Loc
	article := articleOf(p.text, selected)
	h.article = article
	h.brackets.absent, h.proposals.absent = true, true
	t := p.tallies[article]
	if t == nil {
		return
	}
	if n := t.whole.brackets; n > 0 {
		h.brackets.say(loc.Number(n), loc.N("reader.brackets", n))
		h.brackets.narrow.SetWords(loc.Number(n))
	}
	if n := t.whole.proposals; n > 0 {
		h.proposals.say(loc.Number(n), loc.N("reader.proposals", n))
		h.proposals.narrow.SetWords(loc.Number(n))
	}
}

// tell asks another pane for what there is on the article.
func (h *readerHead) tell(pane func(data.ID)) {
	if act := telling(pane, h.article); act != nil {
		act()
	}
}

// name says where in the text one is reading.
func (h *readerHead) name(title string) {
	h.title.SetText(title)
	h.object.Refresh()
}

// showQuote offers to comment on selected words.
func (h *readerHead) showQuote(any bool) {
	if h.quote.absent == any {
		h.quote.absent = !any
		h.controls.row.Refresh()
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
