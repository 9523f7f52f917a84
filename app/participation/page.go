package participation

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/force"
	"travaux/export"
	"travaux/translations"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page
	keep *page.Keep

	world    *world
	treaties []data.Treaty
	chosen   data.ID // the treaty; zero: a new one is being entered

	which  *look.Select
	day    *textview.Field
	filter *look.Select
	says   *look.Text
	list   *look.List
	codes  []string // that are listed
	party  string   // that is shown; "": none

	tabs     *look.TabBar
	state    *statePart
	declared *declaredPart
	suppose  *supposePart
	paste    *pastePart
	papers   *papersPart
	treaty   *treatyForm
	entry    *entryLine
	parts    []part // in the order of the tabs
	building bool
}

// part is a tab that shows the world.
type part interface {
	object() fyne.CanvasObject
	show()
}

// Tabs of the page that are asked for by name.
const (
	tabState  = 0
	tabTreaty = 6
)

// tabNames are catalogue ids of the tabs, in the order of the parts.
var tabNames = []string{"state", "declared", "suppose", "growth", "paste", "papers", "treaty"}

// leastList is how high the list is at least, for normal text.
const leastList = 200

// Show covers the window with the page.
func Show(r *room.Room) *Page {
	loc := r.Loc
	p := &Page{room: r, says: look.Wrapped(""), building: true, world: worldOf(r, data.Treaty{}, data.Today())}
	p.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	p.which = look.NewSelect(nil, 0, func(i int) { p.choose(i) })
	p.day = textview.NewField()
	p.day.SetText(data.Today().String())
	p.day.OnChanged = func(string) { p.Refresh() }
	var names []string
	for _, f := range filters {
		names = append(names, loc.T("participation.filter."+f))
	}
	p.filter = look.NewSelect(names, 0, func(int) { p.fill() })
	p.list = look.NewList(func() int { return len(p.codes) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { p.tell(row.(*page.TwoLines), p.codes[i]) },
		func(i int) { p.showParty(p.codes[i]) })
	p.state, p.declared, p.suppose, p.paste = newStatePart(p), newDeclaredPart(p), newSupposePart(p), newPastePart(p)
	p.papers, p.treaty, p.entry = newPapersPart(p), newTreatyForm(p), newEntryLine(p)
	p.parts = []part{p.state, p.declared, p.suppose, newGrowthPart(p), p.paste, p.papers, p.treaty}
	var tabs []look.Tab
	for i, x := range p.parts {
		tabs = append(tabs, look.Tab{Words: loc.T("participation.tab." + tabNames[i]), Content: x.object()})
	}
	p.tabs = look.NewTabBar(tabs...)
	head := look.Column(
		page.Columns([]float32{3, 2}, page.Labelled(loc.T("participation.which"), p.which), page.Labelled(loc.T("participation.day"), p.day)),
		p.says, page.Labelled(loc.T("participation.show"), p.filter))
	start := look.Border(look.Inset(8, 6, 12, 8, head), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.page = page.Show(r, loc.T("participation.title"), look.NewSplit(page.AtLeast(leastList, start), p.tabs, 0.38), p.entry.object())
	p.page.OnKey, p.page.Tabs = p.key, p.tabs
	p.day.OnEscaped = p.closing
	p.building = false
	p.paste.load()
	p.read()
	if len(p.treaties) == 0 {
		p.begin()
	} else {
		p.choose(0)
		p.page.Focus(p.entry.who)
	}
	return p
}

// closing is what Escape does in a field.
func (p *Page) closing() { p.page.Close() }

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now; what is being typed stays.
func (p *Page) Refresh() {
	if p.building {
		return
	}
	p.read()
	var treaty data.Treaty
	for _, t := range p.treaties {
		if t.ID == p.chosen {
			treaty = t
		}
	}
	if treaty.ID.IsZero() && !p.chosen.IsZero() { // it is not there any more
		p.chosen = data.ID{}
		p.treaty.load(data.Treaty{})
	}
	p.world = worldOf(p.room, treaty, p.on())
	p.fill()
	for _, x := range p.parts {
		x.show()
	}
	p.entry.show()
}

// read lists the treaties.
func (p *Page) read() {
	all := p.room.Desk.Treaties().All()
	slices.SortStableFunc(all, func(a, b data.Treaty) int { return a.Adopted.Compare(b.Adopted) })
	p.treaties = nil
	for _, protocol := range []bool{false, true} { // the treaty before its protocols
		for _, t := range all {
			if t.Parent.IsZero() != protocol {
				p.treaties = append(p.treaties, t)
			}
		}
	}
	var names []string
	at := len(p.treaties)
	for i, t := range p.treaties {
		names = append(names, translations.Capital(title(t, data.Lang(p.room.Loc.Lang()))))
		if t.ID == p.chosen {
			at = i
		}
	}
	p.which.SetOptions(append(names, p.room.Loc.T("participation.new")), at)
}

// title is what a treaty is called in a list.
func title(t data.Treaty, lang data.Lang) string {
	if short := t.Short.In(lang); short != "" {
		return short
	}
	return t.Title.In(lang)
}

// choose shows a treaty; behind the last one, a new one.
func (p *Page) choose(i int) {
	if i >= len(p.treaties) {
		p.begin()
		return
	}
	p.chosen, p.party = p.treaties[i].ID, ""
	p.treaty.load(p.treaties[i])
	p.Refresh()
	p.tabs.Choose(tabState)
	if len(p.codes) > 0 {
		p.showParty(p.codes[0])
	}
}

// begin enters a new treaty.
func (p *Page) begin() {
	p.chosen, p.party = data.ID{}, ""
	p.treaty.load(data.Treaty{})
	p.Refresh()
	p.tabs.Choose(tabTreaty)
	p.page.Focus(p.treaty.first())
}

// on is the day that is looked at; today where none can be read.
func (p *Page) on() data.Date {
	if d, err := data.ParseDate(strings.TrimSpace(p.day.Text())); err == nil && !d.IsZero() {
		return d
	}
	return data.Today()
}

// fill lists who is let through, and says how the treaty stands.
func (p *Page) fill() {
	w := p.world
	p.codes = nil
	switch {
	case w.treaty.ID.IsZero() && len(p.treaties) == 0:
		p.says.SetText(p.room.Loc.T("participation.none"))
	case w.treaty.ID.IsZero():
		p.says.SetText(p.room.Loc.T("participation.none.new"))
	default:
		p.says.SetText(strings.Join(export.TreatyWords(w.treaty, w.now, p.room.Loc, w.name), " "))
		p.codes = w.listed(filter(p.filter.Chosen()))
	}
	p.list.Refresh()
	p.list.Mark(slices.Index(p.codes, p.party))
}

// tell shows one State in the list.
func (p *Page) tell(v *page.TwoLines, code string) {
	w := p.world
	s, _ := w.now.Of(code)
	v.Title.SetText(w.name(code))
	v.State.Colour = standingColour(s, w.day)
	words := export.StandingWords(s, w.day, p.room.Loc)
	slices.Reverse(words) // what came of it is what must not be cut off
	v.State.SetText(strings.Join(words, " · "))
	v.Refresh()
}

// standingColour is the colour of how somebody stands; the words say it as well.
func standingColour(s force.Standing, day data.Date) fyne.ThemeColorName {
	switch {
	case s.Is(day) && s.Ends.IsZero():
		return look.ColourApproved
	case !s.Ends.IsZero(), !s.Withdrawn.IsZero():
		return look.ColourLapsed
	case s.Bound.Kind != "":
		return look.ColourSubmitted
	}
	return look.ColourMuted
}

// showParty shows what one State has done.
func (p *Page) showParty(code string) {
	p.party = code
	p.list.Mark(slices.Index(p.codes, code))
	p.state.show()
	p.declared.show()
}

// open shows a State, listed or not.
func (p *Page) open(code string) {
	if !slices.Contains(p.codes, code) {
		p.filter.Choose(int(filterActed))
		p.fill()
	}
	p.tabs.Choose(tabState)
	p.showParty(code)
}

// enterKey leads to the line in which instruments are entered.
const enterKey = fyne.KeyN

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	return []room.Key{
		{Where: "participation.title", Keys: []string{string(enterKey)}, Title: "participation.entry"},
		{Where: "participation.title", Keys: []string{"1", "2", "3", "4", "5", "6", "7"}, Title: "keys.revisions.tab"},
	}
}

func (p *Page) key(key fyne.KeyName) bool {
	if key != enterKey || p.chosen.IsZero() {
		return false
	}
	p.page.Focus(p.entry.who)
	return true
}
