package audit

import (
	"bytes"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
)

// Page is the page while it is shown.
type Page struct {
	room  *room.Room
	page  *page.Page
	names export.AuditNames

	person, day, where *look.Select
	count, made        *look.Text
	list               *look.List
	detail             *detail
	save               *look.Button

	members   []data.ID   // of the choices after the first
	days      []data.Date // of the choices after the first, the newest first
	provision data.ID     // that the reader was at
	all       []data.AuditLine
	shown     []int // into all, the newest first
}

// Show covers the window with the page; a provision can be chosen to be looked
// at alone.
func Show(r *room.Room, provision data.ID) *Page {
	p := &Page{room: r, provision: provision, names: namesOf(r)}
	p.count, p.made = look.Wrapped(r.Loc.T("audit.reading")), look.Wrapped("")
	p.count.Colour = look.ColourMuted
	p.made.Hide()
	p.person = look.NewSelect([]string{r.Loc.T("audit.person.all")}, 0, func(int) { p.filter() })
	p.day = look.NewSelect([]string{r.Loc.T("audit.day.all")}, 0, func(int) { p.filter() })
	where := []string{r.Loc.T("audit.provision.all")}
	if cited := p.names.Provision(provision); cited != "" {
		where = append(where, cited)
	}
	p.where = look.NewSelect(where, 0, func(int) { p.filter() })
	p.detail = newDetail(r)
	p.list = look.NewList(func() int { return len(p.shown) },
		func() fyne.CanvasObject { return newRowView() },
		func(i int, row fyne.CanvasObject) { row.(*rowView).set(p.all[p.shown[i]], p.names, r) },
		func(i int) { p.detail.show(p.all[p.shown[i]], p.names) })
	p.list.OnOpen = p.open
	choices := page.Columns([]float32{1, 1, 1},
		page.Labelled(r.Loc.T("audit.person"), p.person),
		page.Labelled(r.Loc.T("audit.day"), p.day),
		page.Labelled(r.Loc.T("audit.provision"), p.where))
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(choices, p.count)), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	body := look.NewSplit(page.AtLeast(300, start), p.detail.object, 0.55)
	p.save = look.NewIconButton(look.IconExport, r.Loc.T("audit.export"), p.chooseFolder)
	p.save.Disable()
	note := look.Wrapped(r.Loc.T("audit.clear"))
	note.Colour = look.ColourMuted
	foot := look.Column(note, p.made, look.Row(p.save))
	p.page = page.Show(r, r.Loc.T("audit.title"), look.NewFrame(r.Loc.T("panes.internal"), body), foot)
	p.read()
	return p
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// read takes the whole log in, off the window's goroutine.
func (p *Page) read() {
	var lines []data.AuditLine
	p.room.Run(func(context.Context, data.Progress) (err error) {
		lines, err = p.room.Desk.Audit(desk.AuditFilter{})
		return err
	}, func() {
		p.all = lines
		p.offer()
		p.filter()
		p.page.Focus(p.list)
	})
}

// offer fills the choices with the persons and the days that there are.
func (p *Page) offer() {
	loc := p.room.Loc
	persons, days := []string{loc.T("audit.person.all")}, []string{loc.T("audit.day.all")}
	for _, l := range p.all {
		if !slices.Contains(p.members, l.Author) {
			p.members = append(p.members, l.Author)
			persons = append(persons, p.names.Person(l.Author))
		}
	}
	for _, l := range slices.Backward(p.all) {
		if day := data.DateOf(l.Time.In(time.Local)); !slices.Contains(p.days, day) {
			p.days = append(p.days, day)
			days = append(days, loc.Date(day.Year, day.Month, day.Day))
		}
	}
	p.person.SetOptions(persons, 0)
	p.day.SetOptions(days, 0)
}

// wanted reports whether the choices let a line through.
func (p *Page) wanted(l data.AuditLine) bool {
	if i := p.person.Chosen(); i > 0 && l.Author != p.members[i-1] {
		return false
	}
	if i := p.day.Chosen(); i > 0 && data.DateOf(l.Time.In(time.Local)) != p.days[i-1] {
		return false
	}
	return p.where.Chosen() <= 0 || slices.Contains(l.Provisions, p.provision)
}

// filter lists what the choices let through, the newest first.
func (p *Page) filter() {
	p.shown = nil
	for i, l := range slices.Backward(p.all) {
		if p.wanted(l) {
			p.shown = append(p.shown, i)
		}
	}
	p.count.SetText(p.room.Loc.N("audit.count", len(p.shown)))
	if len(p.shown) == 0 {
		p.count.SetText(p.room.Loc.T("audit.none"))
		p.save.Disable()
	} else {
		p.save.Enable()
	}
	p.list.Mark(-1)
	p.list.Refresh()
	p.list.ScrollToTop()
	p.detail.clear()
	if len(p.shown) > 0 {
		p.list.Mark(0)
		p.detail.show(p.all[p.shown[0]], p.names)
	}
}

// open shows the provision of a line in the text.
func (p *Page) open(i int) {
	if about := p.all[p.shown[i]].Provisions; len(about) > 0 && p.names.Provision(about[0]) != "" {
		p.page.Leave()
		p.room.Selection.Select(about[0])
	}
}

func (p *Page) chooseFolder() {
	page.ChooseFolder(p.room, page.LastFolder(), func(dir string) {
		page.RememberFolder(dir)
		p.write(dir)
	})
}

// write puts what is listed into a table, oldest first.
func (p *Page) write(dir string) {
	var lines []data.AuditLine
	for _, i := range slices.Backward(p.shown) {
		lines = append(lines, p.all[i])
	}
	var path string
	p.room.Run(func(context.Context, data.Progress) (err error) {
		var b bytes.Buffer
		if err := export.WriteAuditTable(&b, p.room.Loc, p.names, lines); err != nil {
			return err
		}
		path, err = page.WriteFile(dir, page.FileName(p.room.Loc.T("audit.file")+" "+data.Today().String()), ".csv", b.Bytes())
		return err
	}, func() {
		page.TellMade(p.room, p.made, []string{path})
	})
}

// namesOf are the words of the room's desk.
func namesOf(r *room.Room) export.AuditNames {
	return export.AuditNames{
		Person: func(id data.ID) string {
			if name := r.Desk.Member(id).Name; name != "" {
				return name
			}
			return r.Loc.T("panes.member.unknown")
		},
		Laptop: r.Desk.LaptopName,
		Provision: func(id data.ID) string {
			p, err := r.Desk.Provision(id)
			if err != nil {
				return ""
			}
			return r.Loc.Cite(p.Path)
		},
	}
}
