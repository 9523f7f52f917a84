package sheets

import (
	"context"
	"io"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/intake"
	"travaux/data/states"
	"travaux/export/paper"
	"travaux/export/xlsx"
	"travaux/translations"
)

// kinds are those of sheets, in the order in which they are offered.
var kinds = []data.SheetKind{data.SheetPositions, data.SheetViews}

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page

	kind   *look.Select
	langs  map[data.Lang]*look.Check
	worded fyne.CanvasObject
	made   *look.Text

	sheet  *data.Sheet // that was read; nil: none was
	lines  []line
	count  *look.Text
	list   *look.List
	listed *fyne.Container
	detail *detail
	take   *look.Button
	some   []*look.Button // that choose all and nothing
}

// line is a difference between the sheet and the desk, or something in the sheet that
// cannot be understood.
type line struct {
	change data.SheetChange
	chosen bool
	fault  *data.SheetFault // nil: it is a difference
}

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	p := &Page{room: r, langs: map[data.Lang]*look.Check{}, made: look.Wrapped(""), count: look.MutedWrapped(r.Loc.T("sheets.empty"))}
	p.made.Hide()
	p.detail = newDetail(p)
	p.list = look.NewList(func() int { return len(p.lines) },
		func() fyne.CanvasObject { return newRowView() },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p, i) },
		func(i int) { p.detail.show(i) })
	p.list.OnOpen = p.toggle
	p.listed = look.Border(look.Inset(8, 6, 12, 8, p.count), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	compared := look.NewSplit(page.AtLeast(200, p.listed), p.detail.object, 0.5)
	body := look.NewSplit(page.Scroll(look.Inset(10, 10, 14, 12, p.controls())), page.AtLeast(300, compared), 0.3)
	p.take = look.NewPrimary("", p.takeOver)
	p.some = []*look.Button{
		look.NewButton(r.Loc.T("sheets.all"), func() { p.choose(true) }),
		look.NewButton(r.Loc.T("sheets.nothing"), func() { p.choose(false) }),
	}
	foot := look.Row(look.Space(), p.some[0], p.some[1], p.take)
	p.page = page.Show(r, r.Loc.T("sheets.title"), look.NewFrame(r.Loc.T("panes.internal"), body), foot)
	p.showChosen()
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh compares the sheet with the desk as it is now.
func (p *Page) Refresh() {
	if p.sheet != nil {
		p.compare()
	}
}

// controls are what is exported, and where a file is read in.
func (p *Page) controls() fyne.CanvasObject {
	loc := p.room.Loc
	var names []string
	for _, k := range kinds {
		names = append(names, loc.T("sheets."+string(k)))
	}
	row := look.Flow()
	for _, l := range data.Langs {
		p.langs[l] = look.NewCheck(translations.Endonym(string(l)), string(l) == loc.Lang(), nil)
		row.Add(p.langs[l])
	}
	p.worded = look.Column(look.Muted(loc.T("sheets.langs")), row)
	p.kind = look.NewSelect(names, 0, func(i int) { look.SetShown(p.worded, kinds[i] == data.SheetPositions) })
	folder := page.NewFolder(p.room, p.export)
	return look.Column(
		look.Heading(loc.T("sheets.export.title")),
		look.MutedWrapped(loc.T("sheets.export.hint")),
		page.Labelled(loc.T("sheets.kind"), p.kind),
		p.worded,
		folder.Object,
		look.Row(look.NewIconButton(look.IconExport, loc.T("sheets.export"), folder.Make).Rank(look.Plain)),
		p.made,
		look.Rule(),
		look.Heading(loc.T("sheets.read.title")),
		look.MutedWrapped(loc.T("sheets.read.hint")),
		look.Row(look.NewIconButton(look.IconImport, loc.T("sheets.read"), p.chooseFile).Rank(look.Plain)),
	)
}

// worksheet is what is exported.
func (p *Page) worksheet() (xlsx.Worksheet, error) {
	d, lang := p.room.Desk, data.Lang(p.room.Loc.Lang())
	var langs []data.Lang
	for _, l := range data.Langs {
		if p.langs[l].Ticked() {
			langs = append(langs, l)
		}
	}
	return Worksheet(d, kinds[p.kind.Chosen()], lang, langs, states.Name(d.Negotiation().State, lang))
}

// export writes the sheet into a folder.
func (p *Page) export(dir string) {
	w, err := p.worksheet()
	if err != nil {
		p.room.Fail(err)
		return
	}
	page.HandOverMade(p.room, dir, p.made, func(ctx context.Context, _ data.Progress) ([]paper.Made, error) {
		m, err := Make(ctx, w, p.room.Loc)
		return []paper.Made{m}, err
	}, nil)
}

// chooseFile asks for a sheet and reads it.
func (p *Page) chooseFile() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		name := filepath.Base(file.URI().Path())
		var content []byte
		p.room.Run(func(context.Context, data.Progress) error {
			defer file.Close()
			content, err = io.ReadAll(io.LimitReader(file, intake.MaxFile+1))
			if err != nil {
				return data.E(data.CodeFile, "name", name).Because(err)
			}
			return nil
		}, func() { p.read(content) })
	}, p.room.Window)
	d.Show() // before Resize: Fyne 2.8.1 resizes only what is shown
	d.Resize(fyne.NewSize(860, 560))
}

// read takes in a file that came back.
func (p *Page) read(content []byte) {
	var sheet data.Sheet
	p.room.Run(func(context.Context, data.Progress) (err error) {
		sheet, err = xlsx.ReadSheet(content)
		return err
	}, func() {
		p.sheet, p.lines = &sheet, nil
		p.compare()
		p.page.Focus(p.list)
	})
}

// compare lists what differs. What was chosen or not stays so; at first all is chosen
// that only the sheet changed.
func (p *Page) compare() {
	var changes []data.SheetChange
	var faults []data.SheetFault
	sheet := *p.sheet
	p.room.Run(func(context.Context, data.Progress) error {
		changes, faults = p.room.Desk.CompareSheet(sheet)
		return nil
	}, func() {
		before := p.lines
		p.lines = nil
		for _, c := range changes {
			l := line{change: c, chosen: c.State != data.SheetConflict}
			at := slices.IndexFunc(before, func(x line) bool {
				return x.fault == nil && x.change.Row.At == c.Row.At && x.change.Field == c.Field && x.change.State == c.State && x.change.Before == c.Before
			})
			if at >= 0 {
				l.chosen = before[at].chosen
			}
			p.lines = append(p.lines, l)
		}
		for _, f := range faults {
			p.lines = append(p.lines, line{fault: &f})
		}
		p.tell(len(changes), len(faults))
	})
}

// tell shows how much differs, and the first of it.
func (p *Page) tell(changes, faults int) {
	loc := p.room.Loc
	words := loc.T("sheets.unchanged")
	if changes > 0 {
		words = loc.N("sheets.differs", changes)
	}
	if faults > 0 {
		words += "\n" + loc.N("sheets.faults", faults)
	}
	p.count.SetText(words)
	p.listed.Refresh() // it may have other lines than before
	p.list.Mark(-1)
	p.list.Refresh()
	p.list.ScrollToTop()
	p.detail.clear()
	if len(p.lines) > 0 {
		p.list.Mark(0)
		p.detail.show(0)
	}
	p.showChosen()
}

// toggle chooses a difference, or no longer.
func (p *Page) toggle(i int) {
	if p.lines[i].fault != nil {
		return
	}
	p.lines[i].chosen = !p.lines[i].chosen
	p.list.Refresh()
	p.detail.show(i)
	p.showChosen()
}

// choose chooses every difference or none.
func (p *Page) choose(all bool) {
	for i := range p.lines {
		p.lines[i].chosen = all && p.lines[i].fault == nil
	}
	p.list.Refresh()
	if at := p.list.Selected(); at >= 0 {
		p.detail.show(at)
	}
	p.showChosen()
}

// chosen are the differences that are to be taken over.
func (p *Page) chosen() (out []data.SheetChange) {
	for _, l := range p.lines {
		if l.chosen {
			out = append(out, l.change)
		}
	}
	return out
}

// showChosen says on the button how many are chosen.
func (p *Page) showChosen() {
	n := len(p.chosen())
	p.take.SetWords(p.room.Loc.N("sheets.take", n))
	enable := func(b *look.Button, on bool) {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	enable(p.take, n > 0)
	differs := slices.ContainsFunc(p.lines, func(l line) bool { return l.fault == nil })
	for _, b := range p.some {
		enable(b, differs)
	}
}

// takeOver writes what is chosen, as one act.
func (p *Page) takeOver() {
	changes, n := p.chosen(), 0
	p.room.Act(func(ctx context.Context) (err error) {
		n, err = p.room.Desk.TakeSheet(ctx, changes)
		return err
	}, func() { p.room.Toast(p.room.Loc.N("sheets.taken", n)) })
}
