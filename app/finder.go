package app

import (
	"context"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/speeches"
	"travaux/app/submissions"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/data/search"
)

// mostHits is how many results are listed.
const mostHits = 60

// finder is the search field: it finds words as they are typed, and goes to a
// provision whose number is typed.
type finder struct {
	room    *room.Room
	field   *textview.Field
	results *results
	panel   fyne.CanvasObject
	layer   *fyne.Container // over the whole window: a pop-up would take the keyboard from the field
	hits    []hit
	went    func()                    // called after going to a provision
	opens   func(search.Item, [2]int) // opens a submission, a statement or a record, at those runes of its text; both zero: at none
	escaped func()                    // called when Escape leaves the field
}

// hit is one line of the results.
type hit struct {
	provision    data.ID
	written      search.Item // the submission, statement or record to open; of the zero Entity: none
	at           [2]int      // the runes of its text that were looked for
	where, what  string
	lang         data.Lang
	confidential bool
}

func newFinder(r *room.Room) *finder {
	f := &finder{room: r, field: textview.NewField(), layer: container.NewWithoutLayout()}
	f.field.Placeholder = r.Loc.T("find.placeholder")
	f.field.OnChanged = f.ask
	f.field.OnEscaped = f.leave
	f.results = newResults(f.field,
		func() int { return len(f.hits) },
		func() fyne.CanvasObject { return newHitRow(r.Loc.T("panes.internal")) },
		func(i int, row fyne.CanvasObject) { row.(*hitRow).set(f.hits[i]) },
		f.choose)
	f.panel = edged(f.results.list)
	f.panel.Hide()
	f.layer.Add(f.panel)
	return f
}

// edged lays a list on paper with a thin line around it.
func edged(o fyne.CanvasObject) fyne.CanvasObject {
	return look.Ground(look.ColourLine, look.Inset(1, 1, 1, 1, look.Ground(look.ColourPaper, o)))
}

func (f *finder) object() fyne.CanvasObject {
	return container.New(&widthLayout{min(look.Scaled(300), 420)}, f.field)
}

func (f *finder) focus() {
	f.room.Window.Canvas().Focus(f.field)
	f.field.Select(0, len([]rune(f.field.Text())))
}

// forget drops results that the desk's change may have made wrong.
func (f *finder) forget() { f.close() }

func (f *finder) close() {
	f.panel.Hide()
}

// leave closes the results; where none are shown it leaves the field.
func (f *finder) leave() {
	if f.panel.Visible() {
		f.close()
	} else if f.escaped != nil {
		f.escaped()
	}
}

// ask looks for what is typed, off the window's goroutine: the first search
// after a change builds the index.
func (f *finder) ask(query string) {
	mine := f.results.ask()
	if strings.TrimSpace(query) == "" {
		f.close()
		return
	}
	lang := f.room.Selection.Lang()
	var hits []hit
	f.room.Run(func(context.Context, data.Progress) (err error) {
		hits, err = f.find(query, lang)
		return err
	}, func() {
		if mine == f.results.asked {
			f.show(hits)
		}
		f.results.answer(mine)
	})
}

// find gathers the provisions a number can mean, then the texts.
func (f *finder) find(query string, lang data.Lang) ([]hit, error) {
	t, err := f.room.Desk.Current()
	if err != nil {
		t = &desk.Text{} // there may be submissions before there is a text
	}
	var out []hit
	for _, p := range t.GoTo(query) {
		r, in := p.In(lang)
		out = append(out, hit{provision: p.ID, where: f.room.Loc.Cite(p.Path), what: r.Heading + " " + r.Text, lang: in})
		if len(out) == 8 {
			break
		}
	}
	items, err := f.room.Desk.Search(query, lang, mostHits)
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		if name, ok := f.named(it); ok {
			h := hit{
				written: it, where: name + " · " + f.room.Loc.T("find."+className(it.Class)), what: around(it.Text, query),
				lang: it.Lang, confidential: it.Class.Confidential(),
			}
			if found := search.Locate(it.Text, query); it.At >= 0 && len(found) > 0 {
				h.at = [2]int{it.At + found[0][0], it.At + found[0][1]}
			}
			out = append(out, h)
			continue
		}
		p, ok := t.Find(it.Provision)
		class := "find." + className(it.Class)
		h := hit{provision: it.Provision, what: around(it.Text, query), lang: it.Lang, confidential: it.Class.Confidential()}
		if it.Kind != "" { // it stands on a page of its own
			h.written, class = it, "exchange.kind."+it.Kind
		}
		h.where = f.room.Loc.T(class)
		if ok {
			h.where = f.room.Loc.Cite(p.Path)
			if it.Class >= search.ClassProposal {
				h.where += " · " + f.room.Loc.T(class)
			}
		}
		out = append(out, h)
	}
	return out, nil
}

// named is what the submission or statement is called that a text is of; ok is
// false for a text of anything else.
func (f *finder) named(it search.Item) (name string, ok bool) {
	switch it.Class {
	case search.ClassSubmission:
		s, _ := f.room.Desk.Submission(it.Entity)
		return submissions.Name(f.room, s), true
	case search.ClassSpeech, search.ClassSpeechDraft:
		s, _ := f.room.Desk.Speech(it.Entity)
		return speeches.Name(f.room, s), true
	}
	return "", false
}

func className(c search.Class) string {
	switch c {
	case search.ClassSubmission:
		return "submission"
	case search.ClassSpeech, search.ClassSpeechDraft:
		return "speech"
	case search.ClassProposal:
		return "proposal"
	case search.ClassView, search.ClassPrivate:
		return "view"
	case search.ClassComment:
		return "comment"
	case search.ClassInstruction:
		return "instruction"
	}
	return "text"
}

// around is the part of a text in which the query stands.
func around(text, query string) string {
	found := search.Locate(text, query)
	runes := []rune(strings.ReplaceAll(text, "\n", " "))
	const before, most = 24, 110
	start := 0
	if len(found) > 0 && found[0][0] > before {
		start = found[0][0] - before
	}
	for start > 0 && start < found[0][0] && unicode.IsLetter(runes[start-1]) && !unicode.Is(unicode.Han, runes[start]) {
		start++ // to the beginning of a word
	}
	end := min(start+most, len(runes))
	s := strings.TrimSpace(string(runes[start:end]))
	if start > 0 {
		s = "… " + s
	}
	return s
}

func (f *finder) show(hits []hit) {
	f.hits = hits
	if len(hits) == 0 {
		f.hits = []hit{{where: f.room.Loc.T("find.nothing")}}
	}
	window := f.room.Window.Canvas().Size()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.field)
	width := min(look.Scaled(640), window.Width-16)
	if !look.Current().RightToLeft {
		at.X += f.field.Size().Width - width
	}
	f.panel.Move(fyne.NewPos(max(at.X, 8), at.Y+f.field.Size().Height+2))
	f.panel.Resize(fyne.NewSize(width, min(f.results.list.HeightOf(len(f.hits))+2, window.Height*0.6)))
	f.panel.Show()
	f.layer.Refresh()
}

func (f *finder) choose(i int) {
	if i >= len(f.hits) {
		return
	}
	h := f.hits[i]
	switch {
	case !h.written.Entity.IsZero():
		f.close()
		f.opens(h.written, h.at)
		return
	case h.provision.IsZero():
		return
	}
	f.close()
	f.room.Selection.Select(h.provision)
	if f.went != nil {
		f.went()
	}
}

// hitRow shows one result: where, and the words around.
type hitRow struct {
	widget.BaseWidget
	where, what   *look.Text
	marking       *look.Chip // shown on confidential words
	ground, inner *fyne.Container
}

func newHitRow(marking string) *hitRow {
	r := &hitRow{where: look.Ellipsis(""), what: look.Ellipsis("")}
	r.where.Bold = true
	r.what.Colour = look.ColourMuted
	r.marking = look.NewColourChip(marking, look.ColourOnAccent, look.ColourConfidential)
	r.inner = look.Ground(look.ColourConfidentialGround, look.Inset(1, 1, 5, 5, look.Stack(look.Row(r.where, look.Space(), r.marking), r.what)))
	r.ground = look.Ground(look.ColourConfidential, look.Inset(1, 1, 1, 1, r.inner))
	r.ExtendBaseWidget(r)
	return r
}

// set fills the row. Confidential words stand in a coloured frame with their
// marking, and are left out while such material is blanked.
func (r *hitRow) set(h hit) {
	r.where.SetText(h.where)
	r.what.Lang = string(h.lang)
	what := strings.TrimSpace(h.what)
	if h.confidential && look.FramesBlanked() {
		what = ""
	}
	r.what.SetText(what)
	for _, o := range []fyne.CanvasObject{r.marking, r.ground.Objects[0], r.inner.Objects[0]} {
		if h.confidential {
			o.Show()
		} else {
			o.Hide()
		}
	}
	r.ground.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *hitRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }
