package consultations

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/consult"
	"travaux/translations"
)

// threads are the questions and comments, each with what followed it, and the form
// for what is said next.
type threads struct {
	page   *Page
	none   *look.Text
	list   *look.List
	said   *fyne.Container
	form   *question
	body   *fyne.Container // of what was said and the form
	object fyne.CanvasObject

	all []consult.Thread
	now data.ID // of the head of the thread that is shown; zero: a new one is begun
}

func newThreads(p *Page) *threads {
	loc := p.room.Loc
	t := &threads{page: p, none: look.Wrapped(loc.T("consult.none")), said: look.Column()}
	t.none.Colour = look.ColourMuted
	t.form = newQuestion(t)
	t.list = look.NewList(func() int { return len(t.all) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { t.tell(row.(*page.TwoLines), t.all[i]) },
		func(i int) {
			if i < len(t.all) && t.all[i].Head.ID != t.now {
				t.open(t.all[i].Head.ID)
			}
		})
	t.list.OnOpen = func(int) { p.page.Focus(t.form.text) }
	add := look.NewIconButton(look.IconAdd, loc.T("consult.ask"), func() { t.begin(p.room.Selection.Provision()) })
	start := look.Border(look.Inset(8, 6, 12, 8, look.Column(t.none, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, t.list))
	t.body = look.Column(t.said, t.form.object)
	t.object = look.NewSplit(page.AtLeast(300, start), page.Scroll(look.Inset(10, 12, 12, 12, t.body)), 0.36)
	return t
}

// first shows the latest thread, or begins one.
func (t *threads) first(provision data.ID) {
	if len(t.all) > 0 {
		t.list.Mark(0)
		t.open(t.all[0].Head.ID)
		return
	}
	t.begin(provision)
}

func (t *threads) refresh() {
	t.all = t.page.standing(data.Today())
	look.SetShown(t.none, len(t.all) == 0)
	t.list.Refresh()
	t.list.Mark(slices.IndexFunc(t.all, func(x consult.Thread) bool { return x.Head.ID == t.now }))
	t.show()
}

// begin begins a new thread.
func (t *threads) begin(provision data.ID) {
	t.list.Mark(-1)
	t.now = data.ID{}
	t.form.load(data.Question{Kind: data.QuestionAsked, Provisions: page.InTreaty(t.page.room, provision)})
	t.show()
	if t.page.page != nil {
		t.page.page.Focus(t.form.by.Field)
	}
}

// open shows a thread; what is said next answers what it waits for.
func (t *threads) open(id data.ID) {
	t.now = id
	t.form.load(t.next())
	t.show()
}

// next is what is likely said next in the thread that is shown: the answer that is
// waited for longest, else a comment.
func (t *threads) next() data.Question {
	x, ok := t.thread()
	if !ok {
		return data.Question{Kind: data.QuestionAsked}
	}
	q := data.Question{Thread: x.Head.ID, Kind: data.QuestionComment, Provisions: x.Head.Provisions, Obligation: x.Head.Obligation, Readers: x.Head.Readers}
	if len(x.Waiting) > 0 {
		q.Kind, q.By = data.QuestionAnswered, x.Waiting[0].Party
	}
	return q
}

func (t *threads) thread() (consult.Thread, bool) {
	i := slices.IndexFunc(t.all, func(x consult.Thread) bool { return x.Head.ID == t.now })
	if i < 0 {
		return consult.Thread{}, false
	}
	return t.all[i], true
}

// tell shows a thread in the list: what began it, and for whom it waits.
func (t *threads) tell(v *page.TwoLines, x consult.Thread) {
	p, loc := t.page, t.page.room.Loc
	text := page.Beginning(x.Head.Text)
	if x.Head.Audience() != data.AudienceAll && look.FramesBlanked() {
		text = loc.Name("question-kind", string(x.Head.Kind))
	}
	v.Title.SetText(loc.T("consult.row", "who", p.name(x.Head.By), "text", loc.Isolate(text)))
	v.State.Colour = look.ColourMuted
	words, late := t.waiting(x)
	switch {
	case words == "" && x.Head.Kind == data.QuestionAsked:
		v.State.Colour = look.ColourApproved
		words = loc.T("consult.answered")
	case words == "":
		words = p.day(x.Head.Date)
	case late:
		v.State.Colour = look.ColourDanger
	default:
		v.State.Colour = look.ColourReturned
	}
	v.State.SetText(words)
	v.Refresh()
}

// waiting says for how many answers a thread waits, and since when.
func (t *threads) waiting(x consult.Thread) (words string, late bool) {
	if len(x.Waiting) == 0 {
		return "", false
	}
	loc := t.page.room.Loc
	worst, longest := 0, 0
	for _, w := range x.Waiting {
		worst, longest = max(worst, w.Overdue), max(longest, w.Days)
	}
	words = loc.N("consult.waiting", len(x.Waiting), "since", loc.N("period.days", longest))
	if worst > 0 {
		words = loc.T("consult.overdue", "waiting", words, "late", loc.N("period.days", worst))
	}
	return words, worst > 0
}

// show lists what was said in the thread, and for whom it waits.
func (t *threads) show() {
	p, loc := t.page, t.page.room.Loc
	t.said.Objects = nil
	if x, ok := t.thread(); ok {
		if len(x.Head.Provisions) > 0 {
			t.said.Add(look.Heading(translations.Capital(page.Cited(p.room, x.Head.Provisions))))
		}
		if !x.Head.Obligation.IsZero() {
			t.said.Add(muted(loc.T("consult.on-obligation", "obligation", page.ObligationWords(p.room, x.Head.Obligation))))
		}
		for _, q := range append([]data.Question{x.Head}, x.Replies...) {
			t.said.Add(t.row(q))
		}
		for _, w := range x.Waiting {
			colour, words := look.ColourReturned, loc.T("consult.waits", "who", p.name(w.Party), "since", loc.N("period.days", w.Days))
			if w.Overdue > 0 {
				colour, words = look.ColourDanger, loc.T("consult.waits.late", "who", p.name(w.Party), "since", loc.N("period.days", w.Days), "date", p.day(w.Due), "late", loc.N("period.days", w.Overdue))
			}
			t.said.Add(page.Small(words, colour))
		}
		t.said.Add(look.Rule())
	}
	t.body.Refresh()
}

// row is one thing that was said.
func (t *threads) row(q data.Question) fyne.CanvasObject {
	p, loc := t.page, t.page.room.Loc
	about := p.day(q.Date)
	if len(q.To) > 0 {
		about = loc.T("consult.to.some", "date", about, "who", p.names(q.To))
	} else if q.Kind == data.QuestionAsked {
		about = loc.T("consult.to.all", "date", about)
	}
	if !q.Due.IsZero() {
		about += " · " + loc.T("consult.due.on", "date", p.day(q.Due))
	}
	if q.Closed {
		about += " · " + loc.T("consult.closed")
	}
	box := look.Stack(
		page.Strong(loc.T("dispute.row.means", "means", loc.Name("question-kind", string(q.Kind)), "state", p.name(q.By))),
		muted(about), look.Content(q.Text, string(q.Lang)))
	return page.Framed(p.room, q.Audience(), page.Removable(p.room, box, func() { t.form.load(q); p.page.Focus(t.form.text) }, func() { t.form.remove(q.ID) }))
}
