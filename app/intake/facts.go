package intake

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/intake"
	"travaux/export"
)

// facts are what is known of the file: what it is called and how it was issued,
// which a person can set right, and what was found in it.
type facts struct {
	room   *room.Room
	draft  *draft
	object *fyne.Container

	symbol, date *textview.Field
	kind, lang   *look.Select
	changes      *changeChoice
	file         *look.Text // name, size, digest
	counts       *look.Text
	brings       *look.Text // comments and tracked changes
	joined       *look.Text // that it will be a further language of a text
	doubts       *look.Text // of the reader

	onChange func() // a person set something right
	onSymbol func()
	onLang   func(data.Lang)
	onRead   func(intake.Reading)
}

func newFacts(r *room.Room, d *draft) *facts {
	loc := r.Loc
	f := &facts{room: r, draft: d, symbol: textview.NewField(), date: textview.NewField(), counts: look.Ellipsis(""), brings: look.Ellipsis(""), joined: look.Wrapped(""), doubts: look.Wrapped("")}
	f.symbol.Lang = "en" // symbols run from left to right in every language
	f.symbol.SetText(d.symbol())
	f.symbol.Placeholder = loc.T("review.symbol.hint")
	f.symbol.OnChanged = func(string) {
		f.onSymbol()
		f.onChange()
	}
	f.date.Lang = "en" // and so do days in figures
	f.date.SetText(d.file.Date.String())
	f.date.OnChanged = func(string) { f.onChange() }
	f.date.Placeholder = loc.T("review.date.form")
	var kinds, langs []string
	for _, k := range data.RevisionKinds {
		kinds = append(kinds, loc.Name("revision-kind", string(k)))
	}
	for _, l := range data.Langs {
		langs = append(langs, loc.T("language."+string(l)))
	}
	f.kind = look.NewSelect(kinds, slices.Index(data.RevisionKinds, usualKind(r.Desk)), func(int) { f.onChange() })
	f.lang = look.NewSelect(langs, 0, func(i int) { f.onLang(data.Langs[i]) })
	f.showLang()
	f.changes = newChangeChoice(loc, d.file, func(r intake.Reading) { f.onRead(r) })
	f.file = look.Ellipsis(strings.Join([]string{
		loc.Isolate(d.name),
		loc.N("review.size", (len(d.content)+999)/1000),
		loc.T("review.digest", "digest", loc.Isolate(export.Groups(d.digest))),
	}, "  ·  "))
	f.file.Colour = look.ColourMuted
	f.joined.Bold = true
	f.doubts.Colour = look.ColourLapsed
	f.object = look.Inset(6, 8, 14, 14, look.Column(
		page.Columns([]float32{4, 2, 4, 3},
			page.Labelled(loc.T("review.symbol"), f.symbol),
			page.Labelled(loc.T("review.date", "example", loc.Isolate(data.Today().String())), f.date),
			page.Labelled(loc.T("review.kind"), f.kind),
			page.Labelled(loc.T("review.language"), f.lang)),
		f.changes.object,
		look.Row(f.counts, look.Space(), f.brings),
		f.file,
		f.doubts,
		f.joined,
	))
	f.tellBrought()
	return f
}

// usualKind is what a revision most likely is: the first of a negotiation is a
// zero draft, a later one is revised.
func usualKind(d *desk.Desk) data.RevisionKind {
	if len(d.Revisions()) == 0 {
		return data.RevisionZero
	}
	return data.RevisionRevised
}

// tellBrought says what the file brings besides its text.
func (f *facts) tellBrought() {
	loc := f.room.Loc
	var parts []string
	if n := len(f.draft.file.Comments); n > 0 {
		parts = append(parts, loc.N("review.comments", n))
	}
	inserted, deleted := f.draft.tracked()
	if inserted > 0 {
		parts = append(parts, loc.N("review.inserted", inserted))
	}
	if deleted > 0 {
		parts = append(parts, loc.N("review.deleted", deleted))
	}
	if n := len(f.draft.file.Notes); n > 0 {
		parts = append(parts, loc.N("review.notes", n))
	}
	f.brings.SetText(strings.Join(parts, "  ·  "))
	var doubts []string
	for _, id := range f.draft.file.Doubts {
		doubts = append(doubts, loc.T(id))
	}
	say(f.doubts, strings.Join(doubts, " "))
}

// showLang shows the language in which the outline was read.
func (f *facts) showLang() { f.lang.Choose(slices.Index(data.Langs, f.draft.outline.Lang)) }

// count shows what was found.
func (f *facts) count(d *draft) {
	loc, c := f.room.Loc, d.counts()
	f.counts.SetText(strings.Join([]string{
		loc.N("review.chapters", c.chapters), loc.N("review.articles", c.articles), loc.N("review.provisions", c.provisions),
	}, "  ·  "))
	f.object.Refresh()
}

// join says that the file will be a further language of a revision, which then
// gives date and kind.
func (f *facts) join(rev data.Revision, there bool, lang data.Lang) {
	loc := f.room.Loc
	words := ""
	if there {
		var names []string
		for _, l := range rev.Langs() {
			names = append(names, loc.T("language."+string(l)))
		}
		id := "review.join"
		if slices.Contains(rev.Langs(), lang) {
			id = "review.already"
		}
		words = loc.T(id, "symbol", loc.Isolate(rev.Symbol), "languages", loc.List(names), "language", loc.T("language."+string(lang)))
		f.date.SetText(rev.Date.String())
		f.kind.Choose(slices.Index(data.RevisionKinds, rev.Kind))
		f.date.Disable()
		f.kind.Disable()
	} else {
		f.date.Enable()
		f.kind.Enable()
	}
	say(f.joined, words)
	f.object.Refresh()
}

func say(t *look.Text, words string) {
	t.Hidden = words == ""
	t.SetText(words)
}

// kept is what the fields say.
func (f *facts) kept() kept {
	return kept{Symbol: f.symbol.Text(), Date: f.date.Text(), Kind: data.RevisionKinds[f.kind.Chosen()]}
}

// restore shows what an earlier review of the file said.
func (f *facts) restore(k kept) {
	f.symbol.SetText(k.Symbol)
	f.date.SetText(k.Date)
	if i := slices.Index(data.RevisionKinds, k.Kind); i >= 0 {
		f.kind.Choose(i)
	}
}

func (f *facts) symbolText() string { return strings.TrimSpace(f.symbol.Text()) }

// issue is how the revision was issued, as the person says.
func (f *facts) issue() (desk.Issue, error) {
	date, err := data.ParseDate(strings.TrimSpace(f.date.Text()))
	return desk.Issue{Symbol: f.symbolText(), Date: date, Kind: data.RevisionKinds[f.kind.Chosen()]}, err
}
