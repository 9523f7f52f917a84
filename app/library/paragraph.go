package library

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/textview"
	"travaux/data"
	books "travaux/data/library"
	"travaux/translations"
)

// document shows blocks on paper.
func document(blocks []textview.Block) *textview.Document {
	d := textview.NewDocument()
	d.Margin = false
	d.SetBlocks(blocks)
	return d
}

// paragraph shows a paragraph of the library with where it is from and what can be
// done with it.
func (p *Page) paragraph(lang data.Lang, at books.Place, words string, shown textview.Block, same []books.Place, signs string) fyne.CanvasObject {
	loc := p.room.Loc
	w, _ := p.room.Desk.Work(at.Work)
	head := look.Column(look.Heading(translations.Capital(p.cite(loc, at, false))), look.Wrapped(strings.Join(p.about(w), " · ")))
	if len(same) > 0 {
		var where []string
		for _, s := range same[:min(len(same), 12)] {
			where = append(where, p.cite(loc, s, true))
		}
		head.Add(look.Wrapped(loc.T("library.same", "where", strings.Join(where, "; "))))
	}
	if signs != "" {
		note := look.Wrapped(signs)
		note.Colour = look.ColourMuted
		head.Add(note)
	}
	body := document([]textview.Block{shown})
	head.Add(p.tools(lang, at, words))
	if len(w.Texts) > 1 {
		head.Add(look.Row(look.NewButton(loc.T("library.others"), func() { p.others(w, lang, at, shown, body) }).Rank(look.Quiet)))
	}
	return look.Border(look.Inset(8, 6, 12, 12, head), nil, nil, nil, body)
}

// about says what a work is.
func (p *Page) about(w data.Work) (says []string) {
	loc := p.room.Loc
	if title := w.Title.In(data.Lang(loc.Lang())); title != "" && w.Symbol != "" {
		says = append(says, loc.Isolate(title))
	}
	if !w.Date.IsZero() {
		says = append(says, loc.Date(w.Date.Year, w.Date.Month, w.Date.Day))
	}
	says = append(says, loc.Name("work", string(w.Kind)))
	if w.Agreed {
		says = append(says, loc.T("library.agreed"))
	} else {
		says = append(says, loc.T("library.not-agreed"))
	}
	return says
}

// others shows the paragraph in the other languages of the work below it.
func (p *Page) others(w data.Work, lang data.Lang, at books.Place, shown textview.Block, body *textview.Document) {
	blocks := []textview.Block{shown}
	p.room.Run(func(context.Context, data.Progress) error {
		for _, t := range w.Texts {
			if t.Lang == lang {
				continue
			}
			lines, err := p.room.Desk.WorkLines(w.ID, t.Lang)
			if err != nil {
				return err
			}
			for _, l := range lines {
				if l.Path == at.Path {
					blocks = append(blocks, textview.Block{ID: string(t.Lang), Text: l.Text, Lang: string(t.Lang)})
				}
			}
		}
		return nil
	}, func() { body.SetBlocks(blocks) })
}

// draftFields are the fields of a position into which a quotation is inserted.
var draftFields = []struct {
	what string // catalogue family "draft"
	of   func(*data.Position) *data.Words
}{
	{"wording", func(p *data.Position) *data.Words { return &p.Wording }},
	{"reasons", func(p *data.Position) *data.Words { return &p.PublicReasons }},
	{"talking", func(p *data.Position) *data.Words { return &p.TalkingPoints }},
}

// tools are what can be done with a paragraph.
func (p *Page) tools(lang data.Lang, at books.Place, words string) fyne.CanvasObject {
	loc := p.room.Loc
	form := look.NewSelect([]string{loc.T("library.form.short"), loc.T("library.form.prose")}, map[bool]int{true: 1}[p.prose], func(i int) { p.prose = i == 1 })
	tools := look.Flow(form, look.NewIconButton(look.IconCopy, loc.T("library.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(p.quotation(lang, at, words))
		p.room.Toast(loc.T("library.copied"))
	}))
	if _, err := p.room.Desk.Provision(p.provision); err == nil && p.room.Desk.Me().Role.May(data.RightDraft) {
		tools.Add(look.Muted(loc.T("library.insert")))
		for i, f := range draftFields {
			tools.Add(look.NewButton(loc.Name("draft", f.what), func() { p.insert(i, lang, at, words) }))
		}
	}
	return tools
}

// quotation is a paragraph in the quotation marks of its language, with its
// citation in that language.
func (p *Page) quotation(lang data.Lang, at books.Place, words string) string {
	in := translations.New(string(lang))
	return in.T("library.quoted", "words", in.Quote(strings.TrimRight(words, " ;；؛")), "cite", p.cite(in, at, !p.prose))
}

// insert puts a paragraph as a quotation behind what a field of our position says.
func (p *Page) insert(field int, lang data.Lang, at books.Place, words string) {
	quoted := p.quotation(lang, at, words)
	f := draftFields[field]
	p.room.Act(func(ctx context.Context) error {
		return p.room.Desk.ChangePosition(ctx, p.provision, func(pos *data.Position) {
			into := f.of(pos)
			if *into == nil {
				*into = data.Words{}
			}
			(*into)[lang] = strings.TrimLeft(strings.TrimRight((*into)[lang], "\n ")+"\n"+quoted, "\n")
		})
	}, func() {
		p.room.Toast(p.room.Loc.T("library.inserted", "what", p.room.Loc.Name("draft", f.what)))
	})
}
