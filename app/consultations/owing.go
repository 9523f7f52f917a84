package consultations

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/consult"
	"travaux/export"
	"travaux/export/paper"
	"travaux/translations"
)

// owing is who has not answered and since when, what is to be done after meetings,
// and the paper of the exchange.
type owing struct {
	page    *Page
	parties *fyne.Container
	tasks   *fyne.Container
	object  fyne.CanvasObject
}

func newOwing(p *Page) *owing {
	loc := p.room.Loc
	o := &owing{page: p, parties: look.Column(), tasks: look.Column()}
	papers := page.NewPapers(p.room, paper.Consulted, func(lang data.Lang, ours bool) (export.Document, error) {
		return Paper(p.room.Desk, p.treaty, lang, data.Today(), ours)
	})
	o.object = look.Column(
		look.Heading(loc.T("consult.unanswered")), o.parties,
		look.Heading(loc.T("consult.follow")), o.tasks,
		look.Rule(), look.Heading(loc.T("consult.paper")), papers.Object)
	return o
}

func (o *owing) show() {
	p, loc := o.page, o.page.room.Loc
	o.parties.Objects, o.tasks.Objects = nil, nil
	owed := consult.ByParty(p.standing(data.Today()))
	late := 0
	for _, x := range owed {
		late += x.Overdue
		colour, words := look.ColourReturned, loc.T("consult.owes", "open", loc.N("consult.open", x.Open), "date", p.day(x.Oldest), "since", loc.N("period.days", x.Days))
		if x.Overdue > 0 {
			colour, words = look.ColourDanger, loc.T("consult.owes.late", "owes", words, "overdue", loc.N("consult.overdue.count", x.Overdue), "late", loc.N("period.days", x.Worst))
		}
		box := look.Stack(page.Strong(p.name(x.Party)), page.Small(words, colour))
		for _, w := range x.Waiting {
			if q, ok := p.room.Desk.PartyQuestions().Get(w.Question); ok && (q.Audience() == data.AudienceAll || !look.FramesBlanked()) {
				box.Add(muted(loc.T("consult.row", "who", translations.Capital(p.about(q)), "text", loc.Isolate(page.Beginning(q.Text)))))
			}
		}
		o.parties.Add(box)
	}
	if len(owed) == 0 {
		o.parties.Add(muted(loc.T("consult.unanswered.none")))
	}
	tasks := consult.Tasks(p.meetings.all, data.Today())
	for _, x := range tasks {
		colour, words := look.ColourMuted, p.name(x.Who)
		if x.Who == "" {
			words = loc.T("consult.everybody")
		}
		if !x.By.IsZero() {
			words += " · " + loc.T("consult.due.on", "date", p.day(x.By))
		}
		if x.Overdue > 0 {
			colour = look.ColourDanger
			words = loc.T("consult.overdue", "waiting", words, "late", loc.N("period.days", x.Overdue))
		}
		o.tasks.Add(look.Stack(page.Strong(loc.Isolate(x.What)), page.Small(words, colour)))
	}
	if len(tasks) == 0 {
		o.tasks.Add(muted(loc.T("consult.follow.none")))
	}
	count := ""
	if late > 0 {
		count = loc.Number(late)
	}
	p.tabs.SetCount(tabOwing, count)
	o.object.Refresh()
}
