package consultations

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/consult"
	"travaux/export"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page
	keep *page.Keep

	treaty   data.Treaty
	tabs     *look.TabBar
	threads  *threads
	meetings *meetings
	owing    *owing
	contacts *contacts
}

// Tabs of the page.
const (
	tabThreads = iota
	tabMeetings
	tabOwing
	tabContacts
)

// Show covers the window with the exchange of views; a new question is begun on a
// provision where nothing was asked yet. Without a treaty it says what is to be done
// first.
func Show(r *room.Room, provision data.ID) *Page {
	p := &Page{room: r}
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	treaty, ok := r.Desk.TheTreaty()
	if !ok {
		p.page = page.Show(r, r.Loc.T("consult.title"), look.Inset(14, 14, 16, 16, look.Top(look.Wrapped(r.Loc.T("treaty.first")))), nil)
		return p
	}
	p.treaty = treaty
	p.threads, p.meetings, p.owing, p.contacts = newThreads(p), newMeetings(p), newOwing(p), newContacts(p)
	tab := func(id string, o fyne.CanvasObject) look.Tab { return look.Tab{Words: r.Loc.T(id), Content: o} }
	scrolled := func(o fyne.CanvasObject) fyne.CanvasObject { return page.Scroll(look.Inset(10, 12, 14, 14, o)) }
	p.tabs = look.NewTabBar(
		tab("consult.questions", p.threads.object), tab("consult.meetings", p.meetings.object),
		tab("consult.unanswered", scrolled(p.owing.object)), tab("consult.contacts", scrolled(p.contacts.object)))
	p.page = page.Show(r, r.Loc.T("consult.title"), p.tabs, nil)
	p.page.Tabs = p.tabs
	p.Refresh()
	p.threads.first(provision)
	p.meetings.first()
	p.page.Focus(p.tabs)
	return p
}

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	return []room.Key{{Where: "consult.title", Keys: []string{"1", "2", "3", "4"}, Title: "keys.revisions.tab"}}
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// close takes the page away, for what is typed in it with Escape.
func (p *Page) close() { p.page.Close() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	if p.tabs == nil {
		return
	}
	p.threads.refresh()
	p.meetings.refresh()
	p.owing.show()
	p.contacts.show()
}

// name is the name of a party by its code; of none, that of the meeting.
func (p *Page) name(code string) string {
	if code == "" {
		return p.room.Loc.T("consult.by.meeting")
	}
	return page.Party(p.room.Loc, p.room.Desk.Register(), code)
}

func (p *Page) names(codes []string) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = p.name(c)
	}
	return p.room.Loc.List(all)
}

// about is what something is said on: provisions, else an obligation, else the treaty
// as a whole.
func (p *Page) about(q data.Question) string {
	switch {
	case len(q.Provisions) > 0:
		return page.Cited(p.room, q.Provisions)
	case !q.Obligation.IsZero():
		if o, ok := p.room.Desk.Obligations().Get(q.Obligation); ok {
			return page.Cited(p.room, []data.ID{o.Provision})
		}
	}
	return p.room.Loc.T("consult.whole")
}

// standing is what was said as it stands on a day.
func (p *Page) standing(day data.Date) []consult.Thread {
	all := p.room.Desk.PartyQuestions().Where(func(q data.Question) bool { return q.Treaty == p.treaty.ID || q.Treaty.IsZero() })
	return consult.Threads(all, p.room.Desk.Bound(p.treaty, day), day)
}

func (p *Page) day(d data.Date) string { return export.Day(d, p.room.Loc) }

func muted(words string) *look.Text { return page.Small(words, look.ColourMuted) }
