package library

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	books "travaux/data/library"
	"travaux/data/redline"
	"travaux/translations"
)

// rowView shows one thing in the list: what it is, and below its first words.
type rowView struct {
	widget.BaseWidget
	title, words *look.Text
	box          *fyne.Container
}

func newRowView() *rowView {
	v := &rowView{title: look.Ellipsis("X"), words: look.Ellipsis("X")}
	v.words.Colour, v.words.Scale = look.ColourMuted, theme.SizeNameCaptionText
	v.box = look.Inset(3, 3, 10, 8, look.Stack(look.Space(), v.title, v.words, look.Space()))
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.box) }

func (v *rowView) set(r row) {
	v.title.SetText(r.title)
	v.words.SetText(r.detail)
	v.box.Refresh()
}

// firstWords are as many of a text as a row may show.
func firstWords(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return string(runes[:min(len(runes), 160)])
}

// read makes the rows. It is called off the window's goroutine.
func (p *Page) read(m mode, lang data.Lang, typed string) (rows []row, says string, err error) {
	switch m {
	case works:
		rows = p.workRows(typed)
		return rows, p.room.Loc.N("library.works", len(rows)), nil
	case misquoted:
		return p.misquotedRows()
	}
	shelf, err := p.room.Desk.Library(lang)
	switch {
	case err != nil:
		return nil, "", err
	case shelf.Len() == 0:
		return nil, p.room.Loc.T("library.empty"), nil
	case typed == "":
		return nil, p.room.Loc.N("library.hits", shelf.Len()), nil
	case m == nearest:
		for _, w := range shelf.Nearest(typed, mostRows/5) {
			rows = append(rows, p.wordingRow(shelf, w, typed))
		}
		return rows, p.room.Loc.N("library.hits", len(rows)), nil
	}
	hits, all := shelf.Search(typed, data.ID{}, mostRows)
	for _, h := range hits {
		rows = append(rows, p.hitRow(shelf, h))
	}
	says = p.room.Loc.N("library.hits", all)
	if all > len(hits) {
		says += " · " + p.room.Loc.N("library.first", len(hits))
	}
	return rows, says, nil
}

// cite names a paragraph in a language, short or written out.
func (p *Page) cite(in *translations.Localizer, at books.Place, short bool) string {
	w, _ := p.room.Desk.Work(at.Work)
	return in.CiteWork(w.Symbol, w.Title.In(data.Lang(in.Lang())), at.Pointer, short)
}

func (p *Page) hitRow(s *books.Shelf, h books.Hit) row {
	b := textview.Block{ID: "hit", Text: h.Text, Lang: string(s.Lang())}
	for _, w := range h.Words {
		b.Marks = append(b.Marks, textview.Mark{Kind: textview.Search, Start: w[0], End: w[1]})
	}
	loc := p.room.Loc
	return row{
		title: p.cite(loc, h.Place, true), detail: firstWords(h.Text), lang: s.Lang(),
		show: func() fyne.CanvasObject { return p.paragraph(s.Lang(), h.Place, h.Text, b, nil, "") },
	}
}

func (p *Page) wordingRow(s *books.Shelf, w books.Wording, typed string) row {
	loc := p.room.Loc
	where := p.cite(loc, w.Place, true)
	return row{
		title:  loc.T("library.share", "share", strconv.Itoa(int(100*w.Share+0.5)), "where", where),
		detail: firstWords(w.Text), lang: s.Lang(),
		show: func() fyne.CanvasObject {
			return p.paragraph(s.Lang(), w.Place, w.Text, compared(w, typed, s.Lang()), w.Same, loc.T("library.signs"))
		},
	}
}

// compared is an earlier wording with what differs in ours; what stands around
// the stretch that is near is quiet.
func compared(w books.Wording, ours string, lang data.Lang) textview.Block {
	runes := []rune(w.Text)
	text, marks := textview.Spans(redline.Words(string(runes[w.Start:w.End]), strings.TrimRight(ours, " .;:,。；：，؛،\n")))
	for i := range marks {
		marks[i].Start += w.Start
		marks[i].End += w.Start
	}
	size := len([]rune(text))
	rest := string(runes[w.End:])
	marks = append(marks, textview.Mark{Kind: textview.Quiet, Start: 0, End: w.Start}, textview.Mark{Kind: textview.Quiet, Start: w.Start + size, End: w.Start + size + len(runes) - w.End})
	return textview.Block{ID: "hit", Text: string(runes[:w.Start]) + text + rest, Lang: string(lang), Marks: marks}
}

// misquotedRows are the quotations in our drafts that are not as their source.
func (p *Page) misquotedRows() (rows []row, says string, err error) {
	found, err := p.room.Desk.Misquotations()
	if err != nil {
		return nil, "", err
	}
	for _, m := range found {
		rows = append(rows, p.misquotedRow(m))
	}
	return rows, p.room.Loc.N("library.misquoted", len(found)), nil
}

func (p *Page) misquotedRow(m desk.Misquotation) row {
	loc := p.room.Loc
	place, leads := "", false
	if prov, err := p.room.Desk.Provision(m.Provision); err == nil {
		place, leads = translations.Capital(loc.Cite(prov.Path)), true
	}
	if s, ours := p.room.Desk.Speech(m.Entity); ours && s.Title != "" {
		place = loc.Isolate(s.Title)
	}
	title := p.verdict(m, place)
	text, marks := textview.Spans(m.Edits)
	detail := redline.New(m.Edits)
	if m.Verdict == books.Elsewhere {
		text, detail = m.Source, m.Source
	}
	var open func() // a statement may be about no provision
	if leads {
		open = func() {
			p.page.Leave()
			p.room.Selection.Read(m.Lang)
			p.room.Selection.Select(m.Provision)
		}
	}
	return row{
		title: title, detail: firstWords(detail), lang: m.Lang, open: open,
		show: func() fyne.CanvasObject {
			head := look.Column(look.Heading(title))
			if m.Verdict == books.Differs {
				head.Add(look.Wrapped(loc.T("library.signs")))
			}
			if open != nil {
				head.Add(look.Flow(look.NewButton(loc.T("library.open"), open)))
			}
			var blocks []textview.Block
			if text != "" {
				blocks = []textview.Block{{ID: "hit", Text: text, Marks: marks, Lang: string(m.Lang)}}
			}
			return look.Border(look.Inset(8, 6, 12, 12, head), nil, nil, nil, document(blocks))
		},
	}
}

// verdict says in a line what is wrong with a quotation of ours at a place.
func (p *Page) verdict(m desk.Misquotation, place string) string {
	loc := p.room.Loc
	what := loc.Name("draft", m.What)
	switch m.Verdict {
	case books.Elsewhere:
		return loc.T("library.verdict.elsewhere", "place", place, "what", what, "cite", p.cite(loc, m.Place, true), "pointed", loc.Isolate(m.Pointed))
	case books.Absent:
		return loc.T("library.verdict.absent", "place", place, "what", what, "cited", loc.Isolate(m.Cited))
	}
	return loc.T("library.verdict.differs", "place", place, "what", what, "cited", p.cite(loc, m.Place, true))
}
