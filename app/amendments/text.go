package amendments

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/amend"
	"travaux/data/redline"
	"travaux/export"
	"travaux/translations"
)

// textPane shows the consolidated text for a party on the day of the page, with what
// changed since another day where one is given.
type textPane struct {
	page    *Page
	party   *textview.Field
	lang    *look.Select
	since   *textview.Field
	changes *look.Check
	about   *look.Text
	view    *textview.Document
	object  fyne.CanvasObject
}

func newTextPane(p *Page) *textPane {
	loc := p.room.Loc
	t := &textPane{page: p, party: p.field(), since: p.field(), about: look.Wrapped(""), view: textview.NewDocument()}
	t.view.Margin = false
	t.party.Placeholder = loc.T("amendments.party.placeholder")
	t.party.OnChanged = func(string) { t.show() }
	t.since.Placeholder = loc.T("papers.date.form")
	t.since.OnChanged = func(string) { t.show() }
	var names []string
	at := 0
	for i, lang := range p.world.langs() {
		names = append(names, translations.Endonym(string(lang)))
		if lang == p.room.Selection.Lang() {
			at = i
		}
	}
	t.lang = look.NewSelect(names, at, func(int) { t.show() })
	t.changes = look.NewCheck(loc.T("amendments.changes-only"), false, func(bool) { t.show() })
	head := look.Column(
		page.Columns([]float32{5, 3, 4, 4},
			page.Labelled(loc.T("amendments.party"), t.party), page.Labelled(loc.T("paper.field.language"), t.lang),
			page.Labelled(loc.T("amendments.since"), t.since), page.Labelled("", t.changes)),
		t.about)
	t.object = look.Border(look.Inset(6, 6, 10, 10, head), nil, nil, nil, t.view)
	return t
}

// language is the language of the text that is shown.
func (t *textPane) language() data.Lang {
	langs := t.page.world.langs()
	return langs[min(max(t.lang.Chosen(), 0), len(langs)-1)]
}

// chosen are the party and the day with which is compared; a zero day: with none.
func (t *textPane) chosen() (party string, since data.Date) {
	party, _ = t.page.world.party(t.party.Text())
	since, err := data.ParseDate(strings.TrimSpace(t.since.Text()))
	if err != nil {
		since = data.Date{}
	}
	return party, since
}

func (t *textPane) show() {
	w, lang := t.page.world, t.language()
	party, since := t.chosen()
	c, now := w.consolidated(party, t.page.day, lang)
	before := now.Provisions
	if !since.IsZero() {
		before = w.life.Text(w.text.Provisions, party, since).Provisions
	}
	t.about.Colour = look.ColourText
	if t.party.Text() != "" && party == "" {
		t.about.Colour = look.ColourDanger
		t.about.SetText(t.page.room.Loc.T("amendments.not-found"))
	} else {
		t.about.SetText(t.words(c, now))
	}
	b := blocks{lang: lang, indents: map[data.ID]int{}, only: !since.IsZero() && t.changes.Ticked(), notes: t.notes(now)}
	lines := amend.Redline(before, now.Provisions, lang)
	b.around = around(lines)
	for _, l := range lines {
		b.line(l)
	}
	t.view.UpdateBlocks(b.out)
}

// words say whose text it is, on which day, with which amendments, and which edits
// have no place in it.
func (t *textPane) words(c export.Consolidated, now amend.Text) string {
	loc := t.page.room.Loc
	date := t.page.written(t.page.day)
	words := loc.T("amend.paper.as-amended") + " · " + loc.T("amend.paper.as-at", "date", date)
	if c.Party != "" {
		party, _ := t.chosen()
		words = loc.T("amend.paper.issue.for", "date", date, "party", t.page.world.name(party, data.Lang(loc.Lang())))
		words = translations.Capital(words)
		if !slices.Contains(t.page.world.life.On(t.page.day).Parties(), party) {
			words += " · " + loc.T("amendments.no-party")
		}
	}
	var with []string
	for _, x := range c.With {
		with = append(with, loc.T("amend.paper.with.one", "title", loc.Isolate(x.Title), "date", t.page.written(x.InForce)))
	}
	if len(with) == 0 {
		with = []string{loc.T("amend.paper.with.none")}
	}
	words += " · " + loc.T("report.tally", "what", loc.T("amend.paper.with"), "n", strings.Join(with, "; "))
	for _, f := range now.Faults {
		words += "\n" + loc.T("amend-fault."+string(f.Kind), "title", t.page.world.title(f.Amendment, data.Lang(loc.Lang())), "lang", loc.Name("language", string(f.Lang)))
	}
	return words
}

func (w *world) title(id data.ID, lang data.Lang) string {
	for _, a := range w.amendments {
		if a.ID == id {
			return a.Title.In(lang)
		}
	}
	return ""
}

// notes say of provisions which amendments changed or brought them.
func (t *textPane) notes(now amend.Text) map[data.ID]string {
	loc := t.page.room.Loc
	out := map[data.ID]string{}
	for id, by := range now.By {
		var titles []string
		for _, a := range by {
			titles = append(titles, t.page.world.title(a, data.Lang(loc.Lang())))
		}
		out[id] = loc.T("amendments.by", "titles", loc.List(titles))
	}
	return out
}

// blocks sets the lines of a redline out for the reading view.
type blocks struct {
	lang    data.Lang
	indents map[data.ID]int
	only    bool             // what did not change is left out
	around  map[data.ID]bool // in which something changed: shown also then
	notes   map[data.ID]string
	out     []textview.Block
}

// around are the provisions in which something changed, at any depth.
func around(lines []amend.Line) map[data.ID]bool {
	parents, out := map[data.ID]data.ID{}, map[data.ID]bool{}
	for _, l := range lines {
		parents[l.Provision.ID] = l.Provision.Parent
	}
	for _, l := range lines {
		if !l.Changed() {
			continue
		}
		for id := l.Provision.Parent; !id.IsZero() && !out[id]; id = parents[id] {
			out[id] = true
		}
	}
	return out
}

func (b *blocks) line(l amend.Line) {
	p := l.Provision
	kind := kindOf(p.Kind)
	indent := b.indents[p.Parent]
	if p.Kind == data.KindPoint {
		indent++
	}
	if kind != textview.Paragraph {
		indent = 0
	}
	b.indents[p.ID] = indent
	if b.only && !l.Changed() && !b.around[p.ID] {
		return
	}
	id, label := p.ID.String(), label(l)
	heading, body := len(l.Heading) > 0, len(l.Text) > 0
	if heading || kind != textview.Paragraph && !body {
		k := kind
		if k == textview.Paragraph {
			k = textview.Article
		}
		b.put(textview.Block{ID: id + "/heading", Kind: k, Label: label, Lang: string(b.lang)}, l.Heading)
		label = ""
	}
	if body {
		if heading {
			kind = textview.Paragraph
		}
		b.put(textview.Block{ID: id, Kind: kind, Indent: indent, Label: label, Lang: string(b.lang)}, l.Text)
	}
	if words := b.notes[p.ID]; words != "" && l.New >= 0 {
		n := len([]rune(words))
		b.out = append(b.out, textview.Block{ID: id + "/note", Kind: textview.Note, Indent: indent, Label: "–", Text: words, Marks: []textview.Mark{{Kind: textview.Quiet, End: n}}})
	}
}

func (b *blocks) put(block textview.Block, edits []redline.Edit) {
	block.Text, block.Marks = textview.Spans(edits)
	b.out = append(b.out, block)
}

// label is the printed number, of what is gone the old one.
func label(l amend.Line) string {
	if l.New < 0 {
		return redline.Old(l.Label)
	}
	return redline.New(l.Label)
}

func kindOf(k data.Kind) textview.Kind {
	switch k {
	case data.KindTitle:
		return textview.Title
	case data.KindPreamble, data.KindPart, data.KindChapter, data.KindSection, data.KindAnnex:
		return textview.Chapter
	case data.KindArticle:
		return textview.Article
	case data.KindNote, data.KindFootnote:
		return textview.Note
	}
	return textview.Paragraph
}
