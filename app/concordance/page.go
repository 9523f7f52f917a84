package concordance

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/concord"
	"travaux/data/desk"
	"travaux/translations"
)

// Page is the page while it is shown.
type Page struct {
	room *room.Room
	page *page.Page
	turn int // of the latest reading

	text   *desk.Text
	whole  *concord.Concordance
	places []place // all
	shown  []place // those that the choices show
	langs  []data.Lang

	about    *look.Text
	kind     *look.Select
	state    *look.Select
	list     *look.List
	columns  *textview.Columns
	heads    *fyne.Container
	versions *look.Filters
	decision *decision
	paper    *paperForm
	tabs     *look.TabBar
	picker   *fyne.Container
}

// shownStates are the choices of what is shown, by what was decided.
var shownStates = []string{"concord.state.all", "concord.state.open", "concord.state.confirmed", "concord.state.dismissed"}

// Show covers the window with the page; the first finding on a provision is chosen
// if it has one.
func Show(r *room.Room, provision data.ID) *Page {
	loc := r.Loc
	p := &Page{room: r, about: look.Wrapped(""), columns: textview.NewColumns(1), heads: textview.ColumnHeads(), picker: look.Column()}
	p.about.Colour = look.ColourMuted
	p.decision = newDecision(p)
	p.paper = newPaperForm(p)
	kinds := []string{loc.T("concord.kind.all")}
	for _, k := range concord.Kinds {
		kinds = append(kinds, kindName(k, loc))
	}
	p.kind = look.NewSelect(kinds, 0, func(int) { p.filter() })
	var names []string
	for _, id := range shownStates {
		names = append(names, loc.T(id))
	}
	p.state = look.NewSelect(names, 0, func(int) { p.filter() })
	p.list = look.NewList(func() int { return len(p.shown) },
		func() fyne.CanvasObject { return page.NewTwoLines() },
		func(i int, row fyne.CanvasObject) { p.tell(row.(*page.TwoLines), p.shown[i]) },
		func(i int) { p.chosen(i) })
	p.list.OnOpen = func(int) { p.open() }
	add := look.NewIconButton(look.IconAdd, loc.T("concord.add"), p.decision.begin).Rank(look.Plain)
	choices := page.Columns([]float32{1, 1}, page.Labelled(loc.T("concord.kind"), p.kind), page.Labelled(loc.T("concord.state"), p.state))
	start := look.Border(look.Inset(6, 6, 12, 8, look.Column(p.about, choices, look.Row(add))), nil, nil, nil, look.Ground(look.ColourPaper, p.list))
	p.tabs = look.NewTabBar(
		look.Tab{Words: loc.T("concord.tab.decision"), Content: p.decision.object},
		look.Tab{Words: loc.T("concord.tab.paper"), Content: p.paper.object},
	)
	text := look.Border(look.Stack(look.Inset(4, 2, 8, 8, p.picker), look.Inset(2, 2, 10, 10, p.heads), look.Rule()), nil, nil, nil, p.columns)
	end := page.AtLeast(leastBoth, look.Halfway(text, p.tabs))
	p.page = page.Show(r, loc.T("concord.title"), look.NewSplit(page.AtLeast(leastHigh, start), end, 0.3), nil)
	p.page.OnKey = p.key
	p.read(provision)
	p.page.Focus(p.list)
	return p
}

// Keys of the page that are no commands.
const (
	confirmKey = fyne.KeyC
	dismissKey = fyne.KeyD
	openKey    = fyne.KeyG
)

// Keys are the keys of the page that are no commands.
func Keys() []room.Key {
	const where = "concord.title"
	return []room.Key{
		{Where: where, Keys: []string{string(confirmKey)}, Title: "concord.confirm"},
		{Where: where, Keys: []string{string(dismissKey)}, Title: "concord.dismiss"},
		{Where: where, Keys: []string{string(openKey), "Return"}, Title: "revisions.open"},
	}
}

// keyed names a button with its key.
func keyed(loc *translations.Localizer, id string, key fyne.KeyName) string {
	return loc.T("revisions.keyed", "words", loc.T(id), "key", string(key))
}

func (p *Page) key(key fyne.KeyName) bool {
	switch key {
	case confirmKey:
		p.decision.decide(true)
	case dismissKey:
		if !p.decision.place.seen {
			p.decision.decide(false)
		}
	case openKey:
		p.open()
	default:
		return false
	}
	return true
}

// leastHigh is how high the list with its choices is at least, for normal text.
const leastHigh = 320

// leastBoth is how high the versions with the form below them are at least.
const leastBoth = 520

// Shown reports whether the page still covers the window.
func (p *Page) Shown() bool { return p.page.Shown() }

// Refresh shows the desk as it is now. What is being typed stays; the versions are
// compared anew only where the text is another one.
func (p *Page) Refresh() {
	t, err := p.room.Desk.Current()
	if err == nil && p.text != nil && t.Revision.ID == p.text.Revision.ID && slices.Equal(t.Revision.Langs(), p.text.Revision.Langs()) {
		p.arrange()
		return
	}
	p.read(data.ID{})
}

// read compares the versions of the current text, off the window's goroutine.
func (p *Page) read(provision data.ID) {
	p.turn++
	turn := p.turn
	var t *desk.Text
	var c *concord.Concordance
	p.room.Run(func(context.Context, data.Progress) (err error) {
		if t, err = p.room.Desk.Current(); err == nil {
			c = concord.Compare(t.Provisions, t.Revision.Langs())
		}
		return err
	}, func() {
		if turn != p.turn {
			return
		}
		p.text, p.whole = t, c
		p.offer()
		p.arrange()
		p.choose(max(p.first(provision), 0))
	})
}

// offer gives the versions of the text to choose from: at first the one that is read
// and, of the others, so many that the columns are wide enough to be read.
func (p *Page) offer() {
	all := p.text.Revision.Langs()
	p.langs = nil
	for _, lang := range append([]data.Lang{p.room.Selection.Lang(), data.English, data.French}, all...) {
		if slices.Contains(all, lang) && !slices.Contains(p.langs, lang) && len(p.langs) < manyColumns {
			p.langs = append(p.langs, lang)
		}
	}
	var filters []look.Filter
	for _, lang := range all {
		filters = append(filters, look.Filter{Words: translations.Endonym(string(lang)), On: slices.Contains(p.langs, lang)})
	}
	p.versions = look.NewFilters(filters, func(i int, on bool) { p.turnOn(all[i], on) })
	p.picker.Objects = []fyne.CanvasObject{p.versions}
	p.picker.Refresh()
}

// manyColumns is how many versions are shown at first.
const manyColumns = 3

// turnOn shows or hides a version; the last one stays.
func (p *Page) turnOn(lang data.Lang, on bool) {
	if at := slices.Index(p.langs, lang); on && at < 0 {
		p.langs = append(p.langs, lang)
	} else if !on && at >= 0 && len(p.langs) > 1 {
		p.langs = slices.Delete(p.langs, at, at+1)
	}
	p.set()
}

// arrange joins what was found with what was decided.
func (p *Page) arrange() {
	if p.text == nil {
		return
	}
	p.places = placesOf(p.text, p.whole, p.room.Desk.Discordances().All())
	loc := p.room.Loc
	switch open := p.undecided(); {
	case len(p.whole.Langs) < 2:
		p.about.SetText(loc.T("concord.one"))
	case len(p.places) == 0:
		p.about.SetText(loc.T("concord.none"))
	default:
		p.about.SetText(loc.N("concord.places", len(p.places), "open", loc.Number(open)))
	}
	p.filter()
	p.paper.tell()
}

func (p *Page) undecided() (n int) {
	for _, x := range p.places {
		if x.decided == nil {
			n++
		}
	}
	return n
}

// filter shows the places that the choices ask for; the chosen one stays if it is
// among them.
func (p *Page) filter() {
	was, chosen := p.current()
	p.shown = nil
	for _, x := range p.places {
		if k := p.kind.Chosen(); k > 0 && x.finding.Kind != concord.Kinds[k-1] {
			continue
		}
		if s := p.state.Chosen(); s > 0 && x.state() != shownStates[s] {
			continue
		}
		p.shown = append(p.shown, x)
	}
	p.list.Refresh()
	at := slices.IndexFunc(p.shown, func(x place) bool { return chosen && x.same(was) })
	if at < 0 && len(p.shown) > 0 {
		at = min(max(p.list.Selected(), 0), len(p.shown)-1)
	}
	p.choose(at)
}

// current is the chosen place.
func (p *Page) current() (place, bool) {
	if i := p.list.Selected(); i >= 0 && i < len(p.shown) {
		return p.shown[i], true
	}
	return p.decision.place, p.decision.on
}

// first is the first place on a provision; -1 if there is none.
func (p *Page) first(provision data.ID) int {
	return slices.IndexFunc(p.shown, func(x place) bool { return x.finding.Provision == provision })
}

// choose marks a line of the list and shows it; -1: none.
func (p *Page) choose(i int) {
	p.list.Mark(-1)
	if i < 0 || i >= len(p.shown) {
		p.decision.clear()
		p.set()
		return
	}
	p.list.Mark(i)
	p.chosen(i)
}

// chosen shows a place: its words in the versions, those that stand apart among
// them, and what was decided.
func (p *Page) chosen(i int) {
	if i >= len(p.shown) {
		return
	}
	x := p.shown[i]
	for _, lang := range x.finding.Langs {
		if at := slices.Index(p.text.Revision.Langs(), lang); at >= 0 && !slices.Contains(p.langs, lang) && len(x.finding.Langs) < manyColumns {
			p.langs = append(p.langs, lang)
			p.versions.SetOn(at, true)
		}
	}
	p.decision.show(x)
	p.set()
}

// set shows the versions side by side, at the chosen place.
func (p *Page) set() {
	if p.text == nil {
		return
	}
	slices.SortFunc(p.langs, func(a, b data.Lang) int { return slices.Index(data.Langs, a) - slices.Index(data.Langs, b) })
	p.columns.SetCount(len(p.langs))
	p.heads.Objects = nil
	for i, lang := range p.langs {
		name := look.Ellipsis(translations.Endonym(string(lang)))
		name.Bold = true
		p.heads.Add(name)
		p.columns.Document(i).Slim = len(p.langs) > 2
		p.columns.Document(i).Margin = false
	}
	p.heads.Refresh()
	var chosen *concord.Finding
	if p.decision.on {
		chosen = p.findingOf(p.decision.place)
	}
	p.columns.UpdateBlocks(sheetOf(p.text, p.whole, p.langs, chosen)...)
	if !p.decision.on {
		return
	}
	if row := rowOf(p.text, p.whole, p.decision.place.finding.Provision); row >= 0 {
		id := blockOf(row, false)
		if _, words := partsOf(p.text, p.whole.Rows[row]); !words {
			id = blockOf(row, true)
		}
		p.columns.Document(0).Choose(id)
		p.columns.Document(0).ScrollTo(id)
	}
}

// findingOf is the finding of a place as the concordance holds it.
func (p *Page) findingOf(x place) *concord.Finding {
	for i := range p.whole.Findings {
		if f := &p.whole.Findings[i]; f.Kind == x.finding.Kind && f.Provision == x.finding.Provision && f.Key() == x.finding.Key() {
			return f
		}
	}
	return nil
}

// next goes on to what is still to be decided after the chosen place, if there is any.
func (p *Page) next() {
	for i := max(p.list.Selected(), 0); i < len(p.shown); i++ {
		if p.shown[i].decided == nil {
			p.choose(i)
			return
		}
	}
}

// tell fills a line of the list.
func (p *Page) tell(row *page.TwoLines, x place) {
	loc := p.room.Loc
	row.Title.SetText(loc.T("packages.row", "title", translations.Capital(loc.Cite(x.finding.Path)), "state", loc.T(x.state())))
	row.State.Colour = look.ColourMuted
	switch {
	case x.decided != nil && x.decided.Confirmed:
		row.State.Colour = look.ColourDanger
	case x.decided == nil && x.finding.Kind.Sure():
		row.State.Colour = look.ColourText
	}
	words := kindName(x.finding.Kind, loc)
	if len(x.finding.Langs) > 0 {
		words = loc.T("report.tally", "what", words, "n", languages(x.finding.Langs, loc))
	}
	row.State.SetText(words)
	row.Refresh()
}

// open leads to the provision in the panes.
func (p *Page) open() {
	if x, ok := p.current(); ok {
		p.page.Leave()
		p.room.Selection.Select(x.finding.Provision)
	}
}
