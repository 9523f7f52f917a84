package papers

import (
	"slices"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
	"travaux/export/paper"
)

// asks are the fields of what kinds ask of an order; a kind shows those that it heeds.
type asks struct {
	room    *room.Room
	object  *fyne.Container
	changed func()

	which     *look.Select // approved positions only, or all
	original  *look.Check
	places    *page.Picked[data.ID]
	style     *look.Select
	styles    []string
	revisions *page.Picked[data.ID]
	speech    *look.Select
	speeches  []data.ID
	states    *page.Picked[string]
	issues    *page.Picked[data.ID]
	title     *langWords
	words     *langWords
	letter    *letterFields
	bound     *boundPapers
}

// newAsks makes them; changed is told after anything was changed, closing after
// Escape in a field.
func newAsks(r *room.Room, changed, closing func(), fill func(kind string) data.PaperOrder) *asks {
	loc := r.Loc
	a := &asks{room: r, object: look.Column(), changed: changed}
	a.which = look.NewSelect([]string{loc.T("papers.which.approved"), loc.T("papers.which.all")}, 0, func(int) { changed() })
	a.original = look.NewCheck(loc.T("papers.original"), false, func(bool) { changed() })
	a.style = look.NewSelect(nil, 0, func(int) { changed() })
	a.places = newPlaces(r)
	a.revisions = newRevisions(r)
	a.states = page.NewParties(r)
	a.issues = newIssues(r)
	for _, p := range []*page.Picked[data.ID]{a.places, a.revisions, a.issues} {
		p.OnChanged = func([]data.ID) { changed() }
		p.Field.OnEscaped = closing
	}
	a.states.OnChanged = func([]string) { changed() }
	a.states.Field.OnEscaped = closing
	a.speech = look.NewSelect(nil, -1, func(int) { changed() })
	a.title = newLangWords(r, 1, "", changed, closing)
	a.words = newLangWords(r, 6, loc.T("papers.own-words.hint"), changed, closing)
	a.letter = newLetterFields(r, changed, closing)
	a.bound = newBoundPapers(r, changed, fill)
	return a
}

// lay shows the fields that a kind heeds.
func (a *asks) lay(k paper.Kind) {
	loc := a.room.Loc
	a.object.RemoveAll()
	add := func(o fyne.CanvasObject) { a.object.Add(o) }
	if len(k.Styles) > 1 {
		add(page.Labelled(loc.T("papers.style"), a.style))
	}
	for _, x := range []struct {
		ask   paper.Ask
		shown func() fyne.CanvasObject
	}{
		{paper.AskApproved, func() fyne.CanvasObject { return page.Labelled(loc.T("papers.which"), a.which) }},
		{paper.AskSpeech, func() fyne.CanvasObject { return page.Labelled(loc.T("papers.speech"), a.speech) }},
		{paper.AskRevisions, func() fyne.CanvasObject { return page.Labelled(loc.T("papers.revisions"), a.revisions.Object) }},
		{paper.AskProvisions, func() fyne.CanvasObject { return page.Labelled(loc.T("papers.provisions"), a.places.Object) }},
		{paper.AskStates, func() fyne.CanvasObject { return page.Labelled(loc.T(statesLabel(k)), a.states.Object) }},
		{paper.AskIssues, func() fyne.CanvasObject { return page.Labelled(loc.T("papers.issues"), a.issues.Object) }},
		{paper.AskLetter, func() fyne.CanvasObject { return a.letter.object }},
		{paper.AskTitle, func() fyne.CanvasObject { return look.Stack(look.Muted(loc.T("papers.own-title")), a.title.tabs) }},
		{paper.AskWords, func() fyne.CanvasObject { return look.Stack(look.Muted(loc.T("papers.own-words")), a.words.tabs) }},
		{paper.AskBound, func() fyne.CanvasObject { return a.bound.object }},
		{paper.AskOriginal, func() fyne.CanvasObject { return a.original }},
	} {
		if k.Heeds(x.ask) {
			add(x.shown())
		}
	}
	a.object.Refresh()
}

// statesLabel says what States are of a kind: those who hand a paper in with us, or
// those whose proposals it has.
func statesLabel(k paper.Kind) string {
	if k.Heeds(paper.AskWords) {
		return "papers.states"
	}
	return "papers.states.of"
}

// set shows an order.
func (a *asks) set(k paper.Kind, o data.PaperOrder) {
	loc := a.room.Loc
	a.which.Choose(0)
	if !o.ApprovedOnly {
		a.which.Choose(1)
	}
	a.original.SetTicked(o.Original)
	a.places.Set(o.Provisions)
	a.revisions.Set(o.Revisions)
	a.states.Set(o.States)
	a.issues.Set(o.Issues)
	a.title.set(o.Title)
	a.words.set(o.Words)
	a.letter.set(o)
	a.bound.set(o.Bound)
	a.styles = k.Styles
	var styles []string
	for _, s := range k.Styles {
		styles = append(styles, paper.StyleName(s, loc))
	}
	a.style.SetOptions(styles, max(slices.Index(k.Styles, o.Style), 0))
	a.speeches = nil
	var names []string
	for _, s := range slices.Backward(a.room.Desk.Speeches()) {
		a.speeches = append(a.speeches, s.ID)
		names = append(names, speechName(a.room, s))
	}
	a.speech.SetOptions(names, slices.Index(a.speeches, o.Speech))
}

// read writes what is chosen and typed into an order.
func (a *asks) read(k paper.Kind, o *data.PaperOrder) {
	o.ApprovedOnly = a.which.Chosen() == 0
	o.Original = a.original.Ticked()
	if i := a.style.Chosen(); i >= 0 && i < len(a.styles) {
		o.Style = a.styles[i]
	}
	if i := a.speech.Chosen(); i >= 0 && i < len(a.speeches) {
		o.Speech = a.speeches[i]
	}
	o.Provisions, o.Revisions, o.States, o.Issues = a.places.All(), a.revisions.All(), a.states.All(), a.issues.All()
	o.Title, o.Words = a.title.words(), a.words.words()
	a.letter.read(o)
	o.Bound = a.bound.all
	trimmed(k, o)
}

// trimmed forgets what a kind does not ask for.
func trimmed(k paper.Kind, o *data.PaperOrder) {
	forget := map[paper.Ask]func(){
		paper.AskApproved:   func() { o.ApprovedOnly = false },
		paper.AskOriginal:   func() { o.Original = false },
		paper.AskProvisions: func() { o.Provisions = nil },
		paper.AskRevisions:  func() { o.Revisions = nil },
		paper.AskSpeech:     func() { o.Speech = data.ID{} },
		paper.AskStates:     func() { o.States = nil },
		paper.AskIssues:     func() { o.Issues = nil },
		paper.AskTitle:      func() { o.Title = nil },
		paper.AskWords:      func() { o.Words = nil },
		paper.AskLetter:     func() { o.Addressee, o.Note, o.Signed, o.Capacity = "", false, "", nil },
		paper.AskBound:      func() { o.Bound = nil },
	}
	for ask, drop := range forget {
		if !k.Heeds(ask) {
			drop()
		}
	}
	if len(k.Styles) == 0 {
		o.Style = ""
	}
}

// speechName is what a statement is called; its title is not shown while confidential
// material is blanked.
func speechName(r *room.Room, s data.Speech) string {
	switch {
	case s.Title != "" && !look.FramesBlanked():
		return s.Title
	case len(s.Provisions) > 0:
		return page.Cited(r, s.Provisions)
	}
	return r.Loc.T("speeches.untitled")
}

// letterFields are those of a letter for circulation.
type letterFields struct {
	object    fyne.CanvasObject
	addressee *look.Select
	note      *look.Check
	signed    *textview.Field
	capacity  *langWords
}

func newLetterFields(r *room.Room, changed, closing func()) *letterFields {
	loc := r.Loc
	f := &letterFields{signed: page.Typing(closing, "", func(string) { changed() })}
	f.addressee = look.NewSelect(page.Named(loc, "addressee", export.Addressees), 0, func(int) { changed() })
	f.note = look.NewCheck(loc.T("papers.note-verbale"), false, func(bool) { changed() })
	f.capacity = newLangWords(r, 1, "", changed, closing)
	f.object = look.Column(
		page.Columns([]float32{1, 1}, page.Labelled(loc.T("papers.addressee"), f.addressee), page.Labelled(loc.T("papers.signed"), f.signed)),
		f.note, look.Stack(look.Muted(loc.T("papers.capacity")), f.capacity.tabs))
	return f
}

func (f *letterFields) set(o data.PaperOrder) {
	f.addressee.Choose(max(slices.Index(export.Addressees, o.Addressee), 0))
	f.note.SetTicked(o.Note)
	f.signed.SetText(o.Signed)
	f.capacity.set(o.Capacity)
}

func (f *letterFields) read(o *data.PaperOrder) {
	o.Addressee = export.Addressees[max(f.addressee.Chosen(), 0)]
	o.Note, o.Signed, o.Capacity = f.note.Ticked(), f.signed.Text(), f.capacity.words()
}
