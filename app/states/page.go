package states

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	register "travaux/data/states"
)

// item is a party or a group in the list.
type item struct {
	code  string
	group bool
}

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page
	keep *page.Keep
	reg  *register.Register

	search *textview.Field
	which  *look.Select
	groups []string // of the choices after the first ones
	day    *textview.Field
	count  *look.Text
	list   *look.List
	shown  []item

	right  *fyne.Container
	form   *form       // nil: no names are being written
	group  *membership // nil: no group is shown
	now    item
	member *look.Button // counts the Member States again
}

// What may be listed, before the groups.
const (
	everybody = iota
	countedOnly
	allGroups
	firstGroup
)

// leastList is how high the list is at least, for normal text.
const leastList = 300

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	p := &Page{room: r, reg: r.Desk.Register(), count: look.Muted(""), right: look.Border(nil, nil, nil, nil)}
	loc := r.Loc
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	p.search, p.day = textview.NewField(), textview.NewField()
	p.search.Placeholder = loc.T("states.search")
	p.search.OnChanged = func(string) { p.searched() }
	p.search.OnSubmitted = func(string) { p.page.Focus(p.list) }
	p.search.OfferKeys(p.steps)
	p.day.SetText(data.Today().String())
	p.day.OnChanged = func(string) { p.filter(); p.showAgain() }
	p.which = look.NewSelect(nil, 0, func(i int) { p.filter(); p.showGroup(i) })
	p.list = look.NewList(func() int { return len(p.shown) },
		func() fyne.CanvasObject { return newRowView() },
		func(i int, row fyne.CanvasObject) { p.fillRow(row.(*rowView), p.shown[i]) },
		func(i int) { p.show(p.shown[i]) })
	p.list.OnOpen = func(i int) { p.open(p.shown[i]) }
	head := look.Column(p.search, page.Columns([]float32{2, 1},
		page.Labelled(loc.T("states.which"), p.which), page.Labelled(loc.T("states.day"), p.day)), p.count)
	start := look.Border(look.Inset(8, 6, 12, 8, head), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.offer()
	p.filter()
	p.page = page.Show(r, loc.T("states.title"), look.NewSplit(page.AtLeast(leastList, start), p.right, 0.36), p.foot())
	p.page.OnKey = p.key
	for _, f := range []*textview.Field{p.search, p.day} {
		f.OnEscaped = p.page.Close
	}
	if x, begun := p.begunNames(); begun {
		p.edit(x)
	} else {
		p.choose(0)
	}
	p.page.Focus(p.search)
	return p
}

// foot has what is done with the whole register.
func (p *Page) foot() fyne.CanvasObject {
	loc := p.room.Loc
	p.member = look.NewButton(loc.T("states.count.members"), func() { p.countThose(nil) })
	look.SetShown(p.member, len(p.room.Desk.Negotiation().Participants) > 0)
	return look.Flow(
		look.NewIconButton(look.IconAdd, loc.T("states.new.group"), func() { p.edit(newNames(true)) }),
		look.NewIconButton(look.IconAdd, loc.T("states.new.party"), func() { p.edit(newNames(false)) }),
		look.NewButton(loc.T("states.count.listed"), p.countListed),
		p.member,
	)
}

// Keys of the page.
const (
	newKey  = fyne.KeyN
	editKey = fyne.KeyE
	findKey = fyne.KeyF
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "states.title"
	return []room.Key{
		{Where: where, Keys: []string{string(findKey)}, Title: "states.search"},
		{Where: where, Keys: []string{string(newKey)}, Title: "states.new.group"},
		{Where: where, Keys: []string{string(editKey)}, Title: "states.edit"},
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	switch {
	case key == findKey:
		p.page.Focus(p.search)
	case key == newKey && p.form == nil:
		p.edit(newNames(true))
	case key == editKey && p.form == nil && p.now.code != "":
		p.edit(p.namesOf(p.now))
	default:
		return false
	}
	return true
}

// steps goes about the list while the search has the keyboard.
func (p *Page) steps(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyUp && e.Name != fyne.KeyDown && e.Name != fyne.KeyPageUp && e.Name != fyne.KeyPageDown {
		return false
	}
	p.list.Step(e.Name)
	if i := p.list.Selected(); i >= 0 {
		p.show(p.shown[i])
	}
	return true
}

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the register as it is now; what is being typed stays.
func (p *Page) Refresh() {
	if p.reg == p.room.Desk.Register() {
		return
	}
	p.reg = p.room.Desk.Register()
	look.SetShown(p.member, len(p.room.Desk.Negotiation().Participants) > 0)
	p.offer()
	p.filter()
	p.showAgain()
}

// showAgain shows what is shown as it is now, unless names are being written.
func (p *Page) showAgain() {
	if p.form == nil {
		p.show(p.now)
	}
}

// offer fills the choice of what is listed: the groups in the alphabetical order of
// the language, regional ones first.
func (p *Page) offer() {
	loc, lang := p.room.Loc, data.Lang(p.room.Loc.Lang())
	was := everybody
	at := p.which.Chosen()
	chosen := ""
	switch {
	case at >= firstGroup && at-firstGroup < len(p.groups):
		chosen = p.groups[at-firstGroup]
	case at >= 0:
		was = at
	}
	p.groups = nil
	options := []string{loc.T("states.which.all"), loc.T("states.which.counted"), loc.T("states.which.groups")}
	groups := p.reg.Groups()
	slices.SortStableFunc(groups, func(a, b data.Grouping) int {
		if a.Kind != b.Kind && (a.Kind == data.GroupRegional || b.Kind == data.GroupRegional) {
			return slices.Index(data.GroupKinds, a.Kind) - slices.Index(data.GroupKinds, b.Kind)
		}
		return loc.Compare(a.Names.In(lang), b.Names.In(lang))
	})
	for _, g := range groups {
		if g.Code == chosen {
			was = firstGroup + len(p.groups)
		}
		p.groups = append(p.groups, g.Code)
		options = append(options, g.Names.In(lang))
	}
	p.which.SetOptions(options, was)
}

// on is the day on which groups are looked at; today where none can be read.
func (p *Page) on() data.Date {
	if d, err := data.ParseDate(strings.TrimSpace(p.day.Text())); err == nil && !d.IsZero() {
		return d
	}
	return data.Today()
}

// listed is what the choice lets through, in the alphabetical order of the language.
func (p *Page) listed() (list []item) {
	var codes []string
	switch at := p.which.Chosen(); {
	case at == allGroups:
		for _, code := range p.groups {
			list = append(list, item{code, true})
		}
		return list
	case at == countedOnly:
		codes = p.reg.Counted()
	case at >= firstGroup:
		codes = p.reg.Members(p.groups[at-firstGroup], p.on())
	default:
		for _, x := range p.reg.Parties() {
			codes = append(codes, x.Code)
		}
	}
	loc, lang := p.room.Loc, data.Lang(p.room.Loc.Lang())
	slices.SortFunc(codes, func(a, b string) int { return loc.Compare(p.reg.Name(a, lang), p.reg.Name(b, lang)) })
	for _, code := range codes {
		list = append(list, item{code, false})
	}
	return list
}

// filter lists what the choice and the search let through; what is searched for
// among everybody may be a group too.
func (p *Page) filter() {
	p.shown = p.listed()
	if typed := strings.TrimSpace(p.search.Text()); typed != "" {
		all := p.shown
		p.shown = nil
		for _, f := range p.reg.Find(typed) {
			x := item{f.Code, f.Group}
			if slices.Contains(all, x) || f.Group && p.which.Chosen() == everybody {
				p.shown = append(p.shown, x)
			}
		}
	}
	says := p.room.Loc.N("states.listed", len(p.shown))
	if d, err := data.ParseDate(strings.TrimSpace(p.day.Text())); err != nil || d.IsZero() {
		says += " · " + p.room.Loc.T("states.day.unread")
	}
	p.count.SetText(says)
	p.list.Mark(-1)
	p.list.Refresh()
	p.list.ScrollToTop()
	if i := slices.Index(p.shown, p.now); i >= 0 {
		p.list.Mark(i)
	}
}

// searched lists what is searched for, and shows the best of it.
func (p *Page) searched() {
	p.filter()
	if len(p.shown) > 0 && p.form == nil && strings.TrimSpace(p.search.Text()) != "" {
		p.choose(0)
	}
}

func (p *Page) choose(i int) {
	p.list.Mark(-1)
	if i >= 0 && i < len(p.shown) {
		p.list.Mark(i)
		p.show(p.shown[i])
	}
}

// showGroup shows the group of which the members are listed.
func (p *Page) showGroup(choice int) {
	if choice >= firstGroup {
		p.show(item{p.groups[choice-firstGroup], true})
	}
}

// open lists the members of a group.
func (p *Page) open(x item) {
	if i := slices.Index(p.groups, x.code); x.group && i >= 0 {
		p.search.SetText("")
		p.which.Choose(firstGroup + i)
		p.filter()
	}
}

// countListed counts none but those who are listed.
func (p *Page) countListed() {
	var codes []string
	for _, x := range p.shown {
		if !x.group {
			codes = append(codes, x.code)
		}
	}
	if len(codes) > 0 {
		p.countThose(codes)
	}
}

// countThose says who is counted; none: the Member States.
func (p *Page) countThose(codes []string) {
	p.room.Act(func(ctx context.Context) error { return p.room.Desk.SetParticipants(ctx, codes) }, func() {
		p.Refresh()
		p.room.Toast(p.room.Loc.N("states.counted", len(p.reg.Counted())))
	})
}

// setCounted counts one party, or does not.
func (p *Page) setCounted(code string, counted bool) {
	codes := p.reg.Counted()
	if counted {
		codes = append(codes, code)
	} else {
		codes = slices.DeleteFunc(codes, func(c string) bool { return c == code })
	}
	if slices.Equal(sorted(codes), sorted(p.members())) {
		codes = nil
	}
	p.countThose(codes)
}

// members are the codes of all Member States.
func (p *Page) members() (codes []string) {
	for _, x := range p.reg.Parties() {
		if x.Kind == data.PartyMember {
			codes = append(codes, x.Code)
		}
	}
	return codes
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}
