package app

import (
	"context"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
)

// palette finds commands, provisions and people by a few letters: one field over
// the window with one list below it.
type palette struct {
	*overlay
	room    *room.Room
	sources func() []room.Source // what there is to find now
	recent  *recency

	field   *textview.Field
	results *results
	hints   *fyne.Container // what a first letter restricts the list to
	sheet   *fyne.Container

	asked []room.Source // of the present opening
	all   []findable
	rows  []*findable
}

// mostRows is how many entries are listed.
const mostRows = 200

func newPalette(r *room.Room, sources func() []room.Source, recent *recency) *palette {
	p := &palette{room: r, sources: sources, recent: recent, field: textview.NewField(), hints: look.Flow()}
	p.field.Placeholder = r.Loc.T("palette.placeholder")
	p.field.OnChanged = p.find
	p.overlay = newOverlay(r.Window, &sheetLayout{p})
	p.field.OnEscaped = p.close
	p.results = newResults(p.field,
		func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newFoundRow() },
		func(i int, row fyne.CanvasObject) { row.(*foundRow).set(p.rows[i]) },
		p.take)
	p.field.TakesTab = true
	foot := look.Stack(look.Rule(), look.Inset(4, 4, 8, 8, p.hints))
	p.sheet = look.Ground(look.ColourAccent, look.Inset(1, 1, 1, 1, look.Ground(look.ColourSurface,
		look.Border(look.Inset(6, 6, 6, 6, p.field), foot, nil, nil, look.Ground(look.ColourPaper, p.results.list)))))
	return p
}

// open shows the palette, or closes it if it is shown. What can be found is
// gathered off the window's goroutine; commands are there at once.
func (p *palette) open() {
	if p.shown() {
		p.close()
		return
	}
	p.asked, p.all, p.rows = p.sources(), nil, nil
	p.results.list.Refresh() // of what was listed the last time nothing shows
	p.showHints()
	p.field.SetText("")
	p.show(p.sheet, p.field)
	p.gather()
}

// gather makes all entries ready to be matched and then shows those that fit what
// has been typed meanwhile.
func (p *palette) gather() {
	question, sources := p.results.ask(), p.asked
	var all []findable
	p.room.Run(func(context.Context, data.Progress) error {
		for i, s := range sources {
			for k, e := range s.Entries() {
				all = append(all, findable{Entry: e, source: i, order: k, words: spell(e.Words), details: spell(e.Detail)})
			}
		}
		return nil
	}, func() {
		if question <= p.results.asked && p.all == nil {
			p.all = all
			p.list(p.field.Text(), p.results.asked)
		}
	})
}

// find lists what fits what is typed now.
func (p *palette) find(typed string) {
	question := p.results.ask()
	if p.all != nil {
		p.list(typed, question)
	}
}

// list answers a question with the entries that fit what was typed.
func (p *palette) list(typed string, question int) {
	prefix, typed := p.restriction(typed)
	p.rows = nil
	for i, s := range p.asked {
		if s.Meant == nil || prefix != 0 && s.Prefix != prefix {
			continue
		}
		for k, e := range s.Meant(typed) {
			p.rows = append(p.rows, &findable{Entry: e, source: i, order: k})
		}
	}
	listed := map[string]bool{}
	for _, f := range p.rows {
		listed[p.name(f)] = true
	}
	for _, f := range rank(p.all, typed, func(f *findable) int { return p.recent.of(p.name(f)) }) {
		wanted := prefix == p.asked[f.source].Prefix || prefix == 0 && (typed != "" || p.atOnce(f))
		if wanted && !listed[p.name(f)] && len(p.rows) < mostRows {
			p.rows = append(p.rows, f)
		}
	}
	if len(p.rows) == 0 && typed != "" {
		p.rows = []*findable{{Entry: room.Entry{ID: "nothing", Words: p.room.Loc.T("find.nothing"), Off: true}}}
	}
	p.layer.Refresh() // it is as high as what it lists
	p.results.answer(question)
}

// restriction is the sign that was typed first, if a source has it, and the rest.
// Where words run from the right, ">" looks like "<": both are the same sign.
func (p *palette) restriction(typed string) (prefix rune, rest string) {
	first, size := utf8.DecodeRuneInString(typed)
	if first == '<' {
		first = '>'
	}
	for _, s := range p.asked {
		if size > 0 && s.Prefix == first {
			return first, typed[size:]
		}
	}
	return 0, typed
}

// atOnce tells whether an entry is listed before anything is typed: the commands,
// and whatever was chosen before.
func (p *palette) atOnce(f *findable) bool { return f.source == 0 || p.recent.of(p.name(f)) > 0 }

// name tells an entry from all others.
func (p *palette) name(f *findable) string { return p.asked[f.source].Title + "/" + f.ID }

// showHints says which sign restricts the list to what.
func (p *palette) showHints() {
	p.hints.Objects = nil
	seen := map[rune]bool{}
	for _, s := range p.asked {
		if !seen[s.Prefix] {
			seen[s.Prefix] = true
			hint := look.Row(look.NewKeycap(string(s.Prefix)), look.Muted(p.room.Loc.T(s.Title)))
			p.hints.Add(look.Inset(0, 0, 0, look.Scaled(10), hint))
		}
	}
}

// take closes the palette and does what was chosen.
func (p *palette) take(i int) {
	if i >= len(p.rows) || p.rows[i].Off {
		return
	}
	f := p.rows[i]
	p.recent.note(p.name(f))
	p.close()
	f.Do()
}

// sheetLayout sets the curtain over the whole window and the sheet in its upper
// part.
type sheetLayout struct{ palette *palette }

// MinSize implements fyne.Layout.
func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (l *sheetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) == 0 {
		return
	}
	o[0].Resize(size)
	width := min(look.Scaled(620), size.Width-24)
	top := min(float32(int(size.Height*0.1)), look.Scaled(70))
	list := l.palette.results.list.HeightOf(len(l.palette.rows))
	height := min(o[1].MinSize().Height-l.palette.results.list.MinSize().Height+list, look.Scaled(470), size.Height-2*top)
	o[1].Resize(fyne.NewSize(width, height))
	o[1].Move(fyne.NewPos(float32(int((size.Width-width)/2)), top))
}

// recency remembers, in this session only, what was chosen.
type recency struct {
	when map[string]int
	last int
}

func newRecency() *recency { return &recency{when: map[string]int{}} }

func (r *recency) note(name string) {
	r.last++
	r.when[name] = r.last
}

// of is when a thing was chosen last: later is larger, 0 is never.
func (r *recency) of(name string) int { return r.when[name] }
