package library

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// mode is what the page lists.
type mode int

// Modes, in the order in which they are offered.
const (
	withWords mode = iota
	nearest
	works
	misquoted
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page

	mode  *look.Select
	lang  *look.Select
	ask   *textview.Editor
	count *look.Text
	list  *look.List
	right *fyne.Container

	provision data.ID // into whose position is inserted; zero: none
	rows      []row
	asked     int  // counts what was asked: what comes late is not shown
	prose     bool // citations are written out
}

// row is one thing in the list.
type row struct {
	title, detail string
	lang          data.Lang // of the detail
	work          data.ID   // of a document
	show          func() fyne.CanvasObject
	open          func() // nil: nothing
}

const (
	leastList = 300                    // how high the list is at least, for normal text
	askAfter  = 250 * time.Millisecond // after the last key
	mostRows  = 100
)

// Show covers the window with the page, to look for words.
func Show(r *room.Room) *Page { return show(r, withWords, r.Selection.Lang(), "") }

// Find covers the window with the wordings that are nearest to words in a language.
func Find(r *room.Room, lang data.Lang, words string) *Page { return show(r, nearest, lang, words) }

func show(r *room.Room, m mode, lang data.Lang, words string) *Page {
	p := &Page{room: r, provision: r.Selection.Provision(), count: look.Wrapped(""), right: look.Border(nil, nil, nil, nil)}
	p.count.Colour = look.ColourMuted
	loc := r.Loc
	p.ask = textview.NewEditor()
	p.ask.OnChanged = func(string) { p.soon() }
	p.mode = look.NewSelect([]string{loc.T("library.mode.words"), loc.T("library.mode.nearest"), loc.T("library.mode.works"), loc.T("library.mode.misquoted")},
		int(m), func(int) { p.turn() })
	p.lang = look.NewSelect(languages(), indexOf(lang), func(int) { p.load() })
	p.list = look.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newRowView() },
		func(i int, o fyne.CanvasObject) { o.(*rowView).set(p.rows[i]) },
		func(i int) { p.put(p.rows[i].show()) })
	p.list.OnOpen = func(i int) {
		if open := p.rows[i].open; open != nil {
			open()
		}
	}
	head := look.Column(page.Columns([]float32{2, 1}, page.Labelled(loc.T("library.mode"), p.mode), page.Labelled(loc.T("panes.position.language"), p.lang)), p.ask, p.count)
	start := look.Border(look.Inset(8, 6, 12, 8, head), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.ask.SetText(words)
	p.page = page.Show(r, loc.T("library.title"), look.NewSplit(page.AtLeast(leastList, start), p.right, 0.4),
		look.Flow(look.NewIconButton(look.IconAdd, loc.T("library.add"), p.choose)))
	p.page.OnKey = p.key
	p.ask.OnEscaped = p.page.Close
	p.ask.OfferKeys(p.steps)
	p.turn()
	if m == nearest {
		p.page.Focus(p.list)
	} else {
		p.page.Focus(p.ask)
	}
	return p
}

func languages() (names []string) {
	for _, l := range data.Langs {
		names = append(names, translations.Endonym(string(l)))
	}
	return names
}

func indexOf(lang data.Lang) int {
	for i, l := range data.Langs {
		if l == lang {
			return i
		}
	}
	return indexOf(data.English)
}

// Keys of the page.
const (
	findKey = fyne.KeyF
	addKey  = fyne.KeyN
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "library.title"
	return []room.Key{
		{Where: where, Keys: []string{string(findKey)}, Title: "library.find"},
		{Where: where, Keys: []string{string(addKey)}, Title: "library.add"},
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	switch key {
	case findKey:
		p.page.Focus(p.ask)
	case addKey:
		p.choose()
	default:
		return false
	}
	return true
}

// steps goes about the list while the question has the keyboard.
func (p *Page) steps(e *fyne.KeyEvent) bool {
	single := !strings.Contains(p.ask.Text(), "\n")
	if e.Name == fyne.KeyPageDown || e.Name == fyne.KeyPageUp || single && (e.Name == fyne.KeyDown || e.Name == fyne.KeyUp) {
		p.list.Step(e.Name)
		return true
	}
	return false
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the library as it is now.
func (p *Page) Refresh() { p.load() }

// now is what is listed, and in which language.
func (p *Page) now() (mode, data.Lang) { return mode(p.mode.Chosen()), data.Langs[p.lang.Chosen()] }

// turn shows another list.
func (p *Page) turn() {
	m, _ := p.now()
	p.ask.Placeholder = p.room.Loc.T(map[bool]string{true: "library.ask.nearest", false: "library.ask.words"}[m == nearest])
	look.SetShown(p.ask, m != misquoted)
	p.ask.Refresh()
	p.load()
}

// soon looks for what is typed once nothing more is.
func (p *Page) soon() {
	p.asked++
	asked := p.asked
	p.room.Later(askAfter, func() {
		if asked == p.asked {
			p.load()
		}
	})
}

// load reads the list off the window's goroutine.
func (p *Page) load() {
	p.asked++
	asked := p.asked
	m, lang := p.now()
	typed := strings.TrimSpace(p.ask.Text())
	var rows []row
	var says string
	p.room.Run(func(context.Context, data.Progress) (err error) {
		rows, says, err = p.read(m, lang, typed)
		return err
	}, func() {
		if asked == p.asked {
			p.set(rows, says)
		}
	})
}

func (p *Page) set(rows []row, says string) {
	was := data.ID{}
	if i := p.list.Selected(); i >= 0 && i < len(p.rows) {
		was = p.rows[i].work
	}
	p.rows = rows
	p.count.SetText(says)
	p.list.Mark(-1)
	p.list.Refresh()
	p.list.ScrollToTop()
	at := 0
	for i, r := range rows {
		if !was.IsZero() && r.work == was {
			at = i
		}
	}
	if len(rows) == 0 {
		p.put(look.Space())
		return
	}
	p.list.Mark(at)
	p.put(rows[at].show())
}

// put fills the right part of the page.
func (p *Page) put(o fyne.CanvasObject) {
	p.right.Objects = []fyne.CanvasObject{page.AtLeast(leastList, o)}
	p.right.Refresh()
}
