package desk

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	pages "travaux/app/page"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/states"
	tallies "travaux/data/tally"
	"travaux/translations"
)

// tallyBox says who is with us on a provision: how many States are of each class,
// by regional group, what groups said, who moved last. Every number opens those
// that it counts, every name the statements it rests on.
type tallyBox struct {
	room   *room.Room
	object *fyne.Container

	provision data.ID
	asked     tallies.Question // of which the numbers are
	questions []tallies.Question
	reg       *states.Register
	tally     tallies.Tally
	opened    opened
	byRegion  bool // the table by regional group is open

	// onView is told the view that is pressed in an explanation; nil: none can be.
	onView func(data.View)
}

// opened is what is shown below the numbers: nothing, those of a class, how one
// stands, or who moved.
type opened struct {
	class *data.Attitude
	group string // of class: the code of the regional group; "" for all
	who   string // key of a standing; "" for none
	moved bool
}

func newTallyBox(r *room.Room) *tallyBox { return &tallyBox{room: r, object: look.Column()} }

// load is told the provision; another one closes what was open.
func (b *tallyBox) load(provision data.ID) {
	if provision != b.provision {
		b.provision, b.asked, b.opened = provision, tallies.Question{Provision: provision}, opened{}
	}
}

// show counts, and shows the numbers.
func (b *tallyBox) show() {
	d := b.room.Desk
	b.questions = d.QuestionsOn(b.provision)
	if !slices.Contains(b.questions, b.asked) {
		b.asked, b.opened = b.questions[0], opened{}
	}
	b.reg, b.tally = d.Register(), d.Tally(b.asked, time.Time{})
	b.fill()
}

// open shows something else below the numbers; the same again closes it.
func (b *tallyBox) open(o opened) {
	b.opened = o
	b.fill()
}

// fill shows what is counted and opened; the keyboard stays on what was pressed.
func (b *tallyBox) fill() { look.Rebuild(b.object, b.build) }

func (b *tallyBox) build() {
	loc, total := b.room.Loc, b.tally.Totals()
	b.object.Objects = nil
	if len(b.questions) > 1 {
		b.object.Add(b.chooser())
	}
	if total.Spoken() == 0 && len(b.tally.Others()) == 0 && b.tally.ObserverTotals().Spoken() == 0 {
		b.object.Add(look.Muted(loc.T("tally.nobody")))
		b.object.Refresh()
		return
	}
	spoken := small(loc.T("tally.spoken", "n", strconv.Itoa(total.Spoken()), "all", strconv.Itoa(total.Sum())))
	b.object.Add(look.Column(newTallyBar(total), look.Stack(b.numbers(total, ""), spoken)))
	if ours := b.sides(total); ours != nil {
		b.object.Add(ours)
	}
	b.object.Add(b.more())
	if b.byRegion {
		b.object.Add(b.regions())
	}
	if below := b.below(); below != nil {
		b.object.Add(look.Rule())
		b.object.Add(below)
	}
	b.object.Refresh()
}

// chooser offers the text, the proposals on it of which somebody spoke, and the
// issues to which it belongs.
func (b *tallyBox) chooser() fyne.CanvasObject {
	var options []string
	chosen := 0
	for i, q := range b.questions {
		options = append(options, b.titleOf(q))
		if q == b.asked {
			chosen = i
		}
	}
	return look.NewSelect(options, chosen, b.choose)
}

// choose shows the tally of one of the questions.
func (b *tallyBox) choose(question int) {
	b.asked, b.opened = b.questions[question], opened{}
	b.show()
}

func (b *tallyBox) titleOf(q tallies.Question) string {
	loc := b.room.Loc
	switch {
	case !q.Issue.IsZero():
		x, _ := b.room.Desk.Issue(q.Issue)
		return loc.T("tally.question.issue", "title", loc.Isolate(x.Title))
	case !q.Proposal.IsZero():
		p, err := b.room.Desk.Proposal(q.Proposal)
		if err != nil {
			return loc.T("tally.question.gone")
		}
		return loc.T("tally.question.proposal", "who", pages.Proponents(loc, p))
	case q.Within:
		return loc.T("tally.question.within")
	case q.Provision != b.provision:
		p, _ := b.room.Desk.Provision(q.Provision)
		return loc.T("tally.question.whole", "place", translations.Capital(loc.Cite(p.Path)))
	}
	return loc.T("tally.question.text")
}

// numbers are one button for each class that somebody is of; all of them, or those
// of one regional group.
func (b *tallyBox) numbers(c tallies.Counts, group string) fyne.CanvasObject {
	row := look.Flow()
	for i, class := range tallies.Classes {
		if c[i] == 0 {
			continue
		}
		pressed := func() {
			if b.opened.class != nil && *b.opened.class == class && b.opened.group == group && b.opened.who == "" {
				b.open(opened{})
				return
			}
			b.open(opened{class: &class, group: group})
		}
		n := look.NewButton(numberWords(b.room.Loc, class, c[i]), pressed)
		row.Add(n.WithTip(b.room.Loc.T("tally.number", "class", pages.ClassName(b.room.Loc, class), "n", strconv.Itoa(c[i]))))
	}
	return row
}

// sides says, inside a frame, how many are with us; nil where we are of no side.
func (b *tallyBox) sides(total tallies.Counts) fyne.CanvasObject {
	s, ok := total.Sides(b.room.Desk.OurAttitude(b.asked))
	if !ok {
		return nil
	}
	return look.NewFrame(b.room.Loc.T("tally.ours"), look.Wrapped(b.room.Loc.T("tally.sides",
		"with", strconv.Itoa(s.With), "against", strconv.Itoa(s.Against), "open", strconv.Itoa(s.Open))))
}

// numberWords are "+ 54".
func numberWords(loc *translations.Localizer, class data.Attitude, n int) string {
	return loc.Isolate(pages.ClassSign(class)) + "\u00a0" + strconv.Itoa(n)
}

// more are the buttons that open the table by regional group, and who moved on the
// last day on which something was said.
func (b *tallyBox) more() fyne.CanvasObject {
	loc := b.room.Loc
	row := look.Flow()
	row.Add(look.NewButton(loc.T("tally.regions"), func() { b.byRegion = !b.byRegion; b.fill() }).Rank(look.Quiet))
	if day, moves := b.moves(); len(moves) > 0 {
		words := loc.N("tally.moved", len(moves), "date", loc.Date(day.Date()))
		row.Add(look.NewButton(words, func() { b.open(opened{moved: !b.opened.moved}) }).Rank(look.Quiet))
	}
	return row
}

// moves are those of the last day on which something was said, without those who
// spoke for the first time.
func (b *tallyBox) moves() (day time.Time, moves []tallies.Move) {
	day, all := b.room.Desk.LastMoves(b.asked)
	for _, m := range all {
		if !m.Spoke() {
			moves = append(moves, m)
		}
	}
	return day, moves
}

// regions are the numbers by regional group, those of the observers, and what
// groups and others said.
func (b *tallyBox) regions() fyne.CanvasObject {
	loc := b.room.Loc
	out := look.Column()
	for _, share := range b.tally.Regions() {
		name := loc.T("tally.region.none")
		if share.Group != "" {
			name = pages.Group(loc, b.reg, share.Group)
		}
		out.Add(look.Stack(small(name), b.numbers(share.Counts, share.Group)))
	}
	for _, part := range []struct {
		title string
		list  []tallies.Standing
	}{{"tally.observers", heard(b.tally.Observers())}, {"tally.others", b.tally.Others()}} {
		if len(part.list) > 0 {
			out.Add(look.Stack(small(loc.T(part.title)), b.names(part.list)))
		}
	}
	if voices := b.tally.Voices(); len(voices) > 0 {
		list := look.Stack(small(loc.T("tally.voices")))
		for _, v := range voices {
			list.Add(pages.ClassLine(b.room, v.Attitude, pages.Speaker(loc, b.reg, v.View.By)))
			list.Add(small(loc.Time(v.View.Said)))
		}
		out.Add(list)
	}
	return out
}

// heard are those of a list that are not silent.
func heard(list []tallies.Standing) (out []tallies.Standing) {
	for _, s := range list {
		if s.Class() != data.AttitudeSilent {
			out = append(out, s)
		}
	}
	return out
}

// names are those of a list, each to be pressed; of those who are silent there is
// nothing more to say.
func (b *tallyBox) names(list []tallies.Standing) fyne.CanvasObject {
	list = pages.SortStandings(b.room.Loc, b.reg, list)
	if len(list) > 0 && list[0].Class() == data.AttitudeSilent {
		var all []string
		for _, s := range list {
			all = append(all, pages.Who(b.room, b.reg, s))
		}
		return look.Wrapped(pages.OneByOne(b.room.Loc, all))
	}
	row := look.Flow()
	for _, s := range list {
		words := pages.Who(b.room, b.reg, s)
		if b.opened.class == nil {
			words = pages.ClassSign(s.Class()) + "\u00a0" + words
		}
		if s.Confidence != data.ConfidenceHeard {
			words = b.room.Loc.T("tally.doubtful", "who", words)
		}
		key := s.Key()
		row.Add(look.NewButton(words, func() { b.explain(key) }).Rank(look.Quiet))
	}
	return row
}

// explain shows what somebody's standing rests on, and remembers what was open
// before.
func (b *tallyBox) explain(key string) {
	o := b.opened
	o.who = key
	b.open(o)
}

// below is what is opened.
func (b *tallyBox) below() fyne.CanvasObject {
	loc, o := b.room.Loc, b.opened
	switch {
	case o.who != "":
		back := look.NewIconButton(look.IconBack, loc.T("tally.back"), func() { o := b.opened; o.who = ""; b.open(o) }).Rank(look.Quiet)
		return look.Column(look.Row(back), pages.Grounds(b.room, b.reg, b.tally.Explain(o.who), b.onView))
	case o.moved:
		return b.movedList()
	case o.class == nil:
		return nil
	}
	list := b.tally.Who(*o.class, o.group)
	title := loc.T("tally.number", "class", pages.ClassName(loc, *o.class), "n", strconv.Itoa(len(list)))
	if o.group != "" {
		title = loc.T("panels.toast", "place", pages.Group(loc, b.reg, o.group), "what", title)
	}
	return look.Column(caption(title), b.names(list))
}

// movedList is who moved on the last day, from what to what.
func (b *tallyBox) movedList() fyne.CanvasObject {
	loc := b.room.Loc
	out := look.Column()
	_, moves := b.moves()
	for _, m := range moves {
		key := m.To.Key()
		words := loc.T("tally.move", "who", pages.Who(b.room, b.reg, m.To),
			"from", pages.ClassName(loc, m.From.Class()), "to", pages.ClassName(loc, m.To.Class()))
		out.Add(look.Row(look.NewButton(words, func() { b.explain(key) }).Rank(look.Quiet)))
	}
	return out
}
