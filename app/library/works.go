package library

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/data/library/read"
	"travaux/data/search"
)

// workRows are the documents of the library that have what is typed in their names.
func (p *Page) workRows(typed string) (rows []row) {
	lang := data.Lang(p.room.Loc.Lang())
	for _, w := range p.room.Desk.Works() {
		name := w.Name(lang)
		if typed != "" && !strings.Contains(search.Fold(name+" "+w.Title.In(lang)), search.Fold(typed)) {
			continue
		}
		rows = append(rows, row{
			title: p.room.Loc.Isolate(name), detail: strings.Join(p.about(w), " · "), lang: lang, work: w.ID,
			show: func() fyne.CanvasObject { return p.workView(w.ID) },
		})
	}
	return rows
}

// workView shows a document, with what is known of it.
func (p *Page) workView(id data.ID) fyne.CanvasObject {
	w, ok := p.room.Desk.Work(id)
	if !ok {
		return look.Space()
	}
	_, lang := p.now()
	if _, has := w.In(lang); !has && len(w.Langs) > 0 {
		lang = w.Langs[0]
	}
	body := document(nil)
	var blocks []textview.Block
	p.room.Run(func(context.Context, data.Progress) error {
		lines, err := p.room.Desk.WorkLines(id, lang)
		for _, l := range lines {
			blocks = append(blocks, textview.Block{ID: l.Path, Label: p.room.Loc.CitePointer(l.Pointer), Text: l.Text, Lang: string(lang)})
		}
		return err
	}, func() { body.SetBlocks(blocks) })
	return look.Border(look.Inset(8, 6, 12, 12, p.facts(w)), nil, nil, nil, body)
}

// facts are the fields in which a document is described.
func (p *Page) facts(w data.Work) fyne.CanvasObject {
	loc, lang := p.room.Loc, data.Lang(p.room.Loc.Lang())
	symbol, title, date := textview.NewField(), textview.NewField(), textview.NewField()
	symbol.SetText(w.Symbol)
	title.SetText(w.Title[lang])
	title.Placeholder = w.Title.In(lang)
	date.SetText(w.Date.String())
	var kinds []string
	at := 0
	for i, k := range data.WorkKinds {
		kinds = append(kinds, loc.Name("work", string(k)))
		if k == w.Kind {
			at = i
		}
	}
	kind := look.NewSelect(kinds, at, func(int) {})
	agreed := look.NewCheck(loc.T("library.work.agreed"), w.Agreed, func(bool) {})
	store := look.NewPrimary(loc.T("library.work.save"), func() {
		changed := w
		changed.Symbol, changed.Kind, changed.Agreed = symbol.Text(), data.WorkKinds[kind.Chosen()], agreed.Ticked()
		changed.Title = data.Words{}
		for l, t := range w.Title {
			changed.Title[l] = t
		}
		if t := strings.TrimSpace(title.Text()); t != "" {
			changed.Title[lang] = t
		}
		var err error
		if changed.Date, err = data.ParseDate(strings.TrimSpace(date.Text())); err != nil && strings.TrimSpace(date.Text()) != "" {
			p.room.Fail(data.E(data.CodeInput, "what", "date").Because(err))
			return
		}
		p.room.Act(func(ctx context.Context) error { return p.room.Desk.SetWork(ctx, changed) }, p.load)
	})
	remove := look.NewButton(loc.T("library.work.remove"), func() {
		p.room.Act(func(ctx context.Context) error { return p.room.Desk.DeleteWork(ctx, w.ID) }, p.load)
	})
	return look.Column(
		look.Heading(loc.Isolate(w.Name(lang))),
		page.Columns([]float32{1, 2}, page.Labelled(loc.T("library.work.symbol"), symbol), page.Labelled(loc.T("library.work.title"), title)),
		page.Columns([]float32{1, 2}, page.Labelled(loc.T("library.work.date"), date), page.Labelled(loc.T("library.work.kind"), kind)),
		agreed, look.Flow(store, remove),
	)
}

// choose asks for a file and adds it.
func (p *Page) choose() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil {
			u := r.URI()
			r.Close()
			p.addFile(u)
		}
	}, p.room.Window)
	d.Show() // before Resize: Fyne 2.8.1 resizes only what is shown
	d.Resize(fyne.NewSize(860, 560))
}

func (p *Page) addFile(u fyne.URI) {
	name := filepath.Base(u.Path())
	p.add(name, func() ([]byte, error) {
		r, err := storage.Reader(u)
		if err != nil {
			return nil, data.E(data.CodeFile, "name", name).Because(err)
		}
		defer r.Close()
		return io.ReadAll(io.LimitReader(r, intake.MaxFile+1))
	})
}

// add reads a document and puts it into the library.
func (p *Page) add(name string, content func() ([]byte, error)) {
	var w data.Work
	p.room.Run(func(ctx context.Context, progress data.Progress) error {
		bytes, err := content()
		if err != nil {
			return err
		}
		src, err := intake.ReadTold(ctx, name, bytes, progress)
		if err != nil {
			return err
		}
		d := read.Read(intake.Reading{Changes: intake.Accepted}.Of(src), "")
		made, reading := desk.WorkOf(name, src.Format, bytes, d.Lang, d.Symbol, d.Title, d.Date, d.Kind, d.Lines)
		w, err = p.room.Desk.AddWork(ctx, made, reading)
		return err
	}, func() {
		p.room.Changed()
		p.room.Toast(p.room.Loc.T("library.added", "work", p.room.Loc.Isolate(w.Name(data.Lang(p.room.Loc.Lang())))))
		p.mode.Choose(int(works))
		p.ask.SetText("")
		p.turn()
		for i, r := range p.rows {
			if r.work == w.ID {
				p.list.Mark(i)
				p.put(r.show())
			}
		}
	})
}
