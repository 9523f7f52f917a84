package coverage

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/mechanism"
	"travaux/export"
	"travaux/translations"
)

// detail is one requirement: where it is provided and why, what a person decides of
// it, and its parameters beside those of other treaties.
type detail struct {
	page   *Page
	keep   *page.Keep
	now    *mechanism.Standing // nil: none is shown
	note   *textview.Field
	other  *textview.Field
	object *fyne.Container
}

func newDetail(p *Page) *detail {
	x := &detail{page: p, note: textview.NewField(), other: textview.NewField(), object: look.Column()}
	x.keep = page.NewKeep(p.room.Desk, func(err error) { fyne.Do(func() { p.room.Fail(err) }) })
	x.note.OnChanged = func(text string) {
		if x.now != nil {
			x.keep.Note(key(x.now.Name), text)
		}
	}
	x.other.Placeholder = p.room.Loc.T("packages.form.place")
	x.other.OnSubmitted = x.named
	return x
}

func key(requirement string) string { return "covering/" + requirement }

// show shows a requirement, with the reason that was begun for it; nil: none.
func (x *detail) show(s *mechanism.Standing) {
	another := s != nil && (x.now == nil || x.now.Name != s.Name)
	if x.now = s; s == nil {
		x.object.RemoveAll()
		x.object.Refresh()
		return
	}
	if another {
		x.other.SetText("")
		text, kept := x.keep.Read(key(s.Name))
		if !kept {
			text = reason(s.Notes)
		}
		x.note.SetText(text)
	}
	loc := x.page.room.Loc
	title := look.Heading(loc.T("requirement." + s.Name))
	group := look.Wrapped(loc.T("coverage.group." + string(s.Group)))
	group.Colour = look.ColourMuted
	x.object.Objects = []fyne.CanvasObject{title, group, look.Rule(), look.Heading(loc.T("coverage.where"))}
	if len(s.Places) == 0 && len(s.Refused) == 0 {
		x.add(look.MutedWrapped(loc.T("coverage.nowhere")))
	}
	for _, place := range s.Places {
		x.add(x.place(place, x.decision(place.Provision)))
	}
	for _, place := range s.Refused {
		x.add(x.refused(place, x.decision(place.Provision)))
	}
	x.add(page.Columns([]float32{1, 1}, page.Labelled(loc.T("coverage.other"), x.other), page.Labelled(loc.T("coverage.note"), x.note)))
	needless := x.decision(data.ID{})
	x.add(look.NewCheck(loc.T("coverage.needless"), needless != nil, func(on bool) { x.needless(on, needless) }))
	x.parameters()
	x.object.Refresh()
}

func (x *detail) add(o fyne.CanvasObject) { x.object.Objects = append(x.object.Objects, o) }

// reason is the last reason that was given.
func reason(notes []data.Covering) string {
	for _, c := range slices.Backward(notes) {
		if c.Note != "" {
			return c.Note
		}
	}
	return ""
}

// decision is what was decided of a provision; nil: nothing was.
func (x *detail) decision(provision data.ID) *data.Covering {
	for i := range x.now.Notes {
		if x.now.Notes[i].Provision == provision {
			return &x.now.Notes[i]
		}
	}
	return nil
}

// place is a provision that provides it: why, and what can be done.
func (x *detail) place(at mechanism.Place, decided *data.Covering) fyne.CanvasObject {
	loc := x.page.room.Loc
	name := look.Wrapped(page.Cited(x.page.room, []data.ID{at.At}))
	name.Bold = true
	why := look.MutedWrapped(x.why(at, decided))
	open, yes, no := loc.T("coverage.open"), loc.T("coverage.yes"), loc.T("coverage.no")
	if at.Provision == x.now.Places[0].Provision {
		open = keyed(loc, open, openKey)
	}
	if first := x.undecided(); first != nil && first.Provision == at.Provision {
		yes, no = keyed(loc, yes, yesKey), keyed(loc, no, noKey)
	}
	buttons := []fyne.CanvasObject{look.NewButton(open, func() { x.goTo(at.At) })}
	if decided != nil {
		id := decided.ID
		why.Colour = look.ColourApproved
		buttons = append(buttons, look.NewButton(loc.T("coverage.back"), func() { x.page.back(id) }).Rank(look.Quiet))
	} else {
		buttons = append(buttons,
			look.NewButton(yes, func() { x.decide(at.Provision, data.CoveringYes) }),
			look.NewButton(no, func() { x.decide(at.Provision, data.CoveringNo) }).Rank(look.Quiet))
	}
	return look.Inset(2, 6, 0, 0, look.Stack(name, why, look.Row(buttons...)))
}

// keyed names a button with its key.
func keyed(loc *translations.Localizer, words string, key fyne.KeyName) string {
	return loc.T("revisions.keyed", "words", words, "key", string(key))
}

// why says why a provision is named.
func (x *detail) why(at mechanism.Place, decided *data.Covering) string {
	loc := x.page.room.Loc
	words := ""
	if p, err := x.page.room.Desk.Provision(at.At); err == nil && at.End > at.Start {
		r, _ := p.In(x.page.facts.lang)
		if runes := []rune(r.Text); at.End <= len(runes) {
			words = loc.T("coverage.why.words", "words", loc.Quote(excerpt(runes, at.Start, at.End)))
		}
	}
	switch {
	case decided != nil:
		return loc.T("coverage.why.decided")
	case at.Heading && words != "":
		return loc.T("coverage.why.heading") + " · " + words
	case at.Heading:
		return loc.T("coverage.why.heading")
	}
	return words
}

// around is how many characters are shown on either side of the words.
const around = 40

// excerpt is words with what stands around them, cut at spaces.
func excerpt(text []rune, start, end int) string {
	const most = 160
	end = min(end, start+most)
	from, to := max(start-around, 0), min(end+around, len(text))
	for from > 0 && from < start && text[from-1] != ' ' {
		from++
	}
	for to < len(text) && to > end && text[to] != ' ' {
		to--
	}
	words := string(text[from:to])
	if from > 0 {
		words = "…" + words
	}
	if to < len(text) {
		words += "…"
	}
	return words
}

// refused is a provision that was proposed and refused.
func (x *detail) refused(at mechanism.Place, decided *data.Covering) fyne.CanvasObject {
	loc := x.page.room.Loc
	name := look.MutedWrapped(page.Cited(x.page.room, []data.ID{at.At}))
	buttons := []fyne.CanvasObject{look.NewButton(loc.T("coverage.open"), func() { x.goTo(at.At) })}
	if decided != nil {
		id := decided.ID
		buttons = append(buttons, look.NewButton(loc.T("coverage.back"), func() { x.page.back(id) }).Rank(look.Quiet))
	}
	return look.Inset(2, 6, 0, 0, look.Stack(name, look.MutedWrapped(loc.T("coverage.refused")), look.Row(buttons...)))
}

// parameters are those of the text, and below those of the treaties of the library.
func (x *detail) parameters() {
	s, loc := x.now, x.page.room.Loc
	if len(s.Shows()) == 0 && len(x.page.facts.beside) == 0 {
		return
	}
	x.add(look.Rule())
	x.add(look.Heading(loc.T("coverage.params")))
	own := export.ParamsWords(s.Params, loc)
	if own == "" {
		own = loc.T("coverage.params.none")
	}
	x.add(look.Wrapped(own))
	x.add(look.Heading(loc.T("coverage.beside")))
	if len(x.page.facts.beside) == 0 {
		x.add(look.MutedWrapped(loc.T("coverage.beside.none")))
		return
	}
	for _, b := range x.page.facts.beside {
		name := look.Wrapped(loc.Isolate(b.work.Name(data.Lang(loc.Lang()))))
		name.Bold = true
		words := export.ParamsWords(b.params[s.Name], loc)
		switch {
		case words == "" && b.found[s.Name]:
			words = loc.T("coverage.params.none")
		case words == "":
			words = loc.T("coverage.beside.silent")
		}
		x.add(look.Stack(name, look.MutedWrapped(words)))
	}
}

// decide records what is decided of a provision, with the reason that is typed.
func (x *detail) decide(provision data.ID, what data.CoveringDecision) {
	x.page.decide(data.Covering{Requirement: x.now.Name, Provision: provision, Decision: what, Note: x.note.Text()})
}

// answer decides of the first provision that is proposed and not decided yet.
func (x *detail) answer(what data.CoveringDecision) {
	if at := x.undecided(); at != nil {
		x.decide(at.Provision, what)
	}
}

// undecided is the first place of which nothing was decided; nil: there is none.
func (x *detail) undecided() *mechanism.Place {
	if x.now == nil {
		return nil
	}
	for i := range x.now.Places {
		if x.decision(x.now.Places[i].Provision) == nil {
			return &x.now.Places[i]
		}
	}
	return nil
}

// needless records that the convention does without, or takes that back.
func (x *detail) needless(on bool, decided *data.Covering) {
	switch {
	case on && decided == nil:
		x.decide(data.ID{}, data.CoveringNeedless)
	case !on && decided != nil:
		x.page.back(decided.ID)
	}
}

// recorded forgets the reason that was begun: it is recorded.
func (x *detail) recorded(requirement string) { x.keep.Drop(key(requirement)) }

// named decides that the provision which a typed number means provides it.
func (x *detail) named(typed string) {
	t, err := x.page.room.Desk.Current()
	if err != nil {
		x.page.room.Fail(err)
		return
	}
	list := t.GoTo(typed)
	if x.now == nil || len(list) == 0 {
		x.page.room.Toast(x.page.room.Loc.T("packages.form.not-found"))
		return
	}
	x.other.SetText("")
	x.decide(list[0].ID, data.CoveringYes)
}

// open goes to the first provision that provides it.
func (x *detail) open() {
	if x.now != nil && len(x.now.Places) > 0 {
		x.goTo(x.now.Places[0].At)
	}
}

// goTo leaves the page for a provision of the text.
func (x *detail) goTo(provision data.ID) {
	x.page.page.Leave()
	x.page.room.Selection.Select(provision)
}
