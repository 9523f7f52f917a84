package delegation

import (
	"context"
	"maps"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/room"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/states"
	"travaux/translations"
)

// part is one of the details that are written in each language.
type part struct {
	id    string // catalogue id, and key of what is typed
	rows  int    // 1: a single line
	words func(n *data.Negotiation) *data.Words
}

var parts = []part{
	{"delegation.instrument", 2, func(n *data.Negotiation) *data.Words { return &n.Title }},
	{"delegation.body", 1, func(n *data.Negotiation) *data.Words { return &n.Body }},
	{"delegation.session", 1, func(n *data.Negotiation) *data.Words { return &n.Session }},
	{"delegation.agenda", 1, func(n *data.Negotiation) *data.Words { return &n.AgendaItem }},
	{"delegation.state-name", 1, func(n *data.Negotiation) *data.Words { return &n.StateName }},
	{"delegation.letterhead", 4, func(n *data.Negotiation) *data.Words { return &n.Letterhead }},
	{ownLevels, 4, func(n *data.Negotiation) *data.Words { return &n.OwnLevels }},
}

// Keys of the clocks of two places that were typed and not saved: where the
// negotiation meets, and capital. They are IANA names.
const (
	placeKey   = "delegation.place"
	capitalKey = "delegation.capital"
)

// stateKey is the key of a State that was chosen and not saved.
const stateKey = "delegation.state"

// details are the negotiation's titles and the like.
type details struct {
	room   *room.Room
	keep   *page.Keep
	object fyne.CanvasObject
	foot   fyne.CanvasObject
	leave  func()

	tabs    *look.TabBar
	editors map[string]*textview.Editor // by key
	state   *look.Select
	codes   []string // of the State choices; "" first
	scheme  *schemeChoice
	clocks  map[string]*textview.Field // by key
	save    *look.Button
	back    *look.Button
	unsaved *look.Text
}

func newDetails(r *room.Room) *details {
	d := &details{room: r, editors: map[string]*textview.Editor{}}
	d.scheme = newSchemeChoice(r.Loc, func(id string) {
		d.keep.Note(schemeKey, id)
		d.tell()
	})
	d.keep = page.NewKeep(r.Desk, func(err error) { fyne.Do(func() { r.Fail(err) }) })
	d.save = look.NewPrimary(r.Loc.T("delegation.save"), d.store)
	d.back = look.NewButton(r.Loc.T("delegation.revert"), d.revert)
	d.unsaved = look.Muted(r.Loc.T("delegation.unsaved"))
	d.foot = look.Row(d.unsaved, look.Space(), d.back, d.save)

	var tabs []look.Tab
	first := 0
	for i, lang := range data.Langs {
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: d.form(lang)})
		if string(lang) == r.Loc.Lang() {
			first = i
		}
	}
	d.tabs = look.NewTabBar(tabs...)
	d.tabs.Choose(first)
	codes, names := stateChoice(r.Loc)
	d.codes = codes
	d.state = look.NewSelect(names, 0, func(i int) {
		d.keep.Note(stateKey, d.codes[i])
		d.tell()
	})
	d.clocks = map[string]*textview.Field{placeKey: d.clock(placeKey), capitalKey: d.clock(capitalKey)}
	top := look.Column(
		look.Heading(r.Loc.T("delegation.details")),
		look.FormRow(look.Scaled(labelWidth), look.Wrapped(r.Loc.T("delegation.state")), d.state),
		d.scheme.object,
		look.FormRow(look.Scaled(labelWidth), look.Wrapped(r.Loc.T("delegation.place")), d.clocks[placeKey]),
		look.FormRow(look.Scaled(labelWidth), look.Wrapped(r.Loc.T("delegation.capital")), d.clocks[capitalKey]),
	)
	d.object = look.Border(top, nil, nil, nil, d.tabs)
	d.fill()
	return d
}

// labelWidth is the room of the labels before the fields, for normal text.
const labelWidth = 170

// clock is the field of the clock of a place.
func (d *details) clock(key string) *textview.Field {
	f := textview.NewField()
	f.Placeholder = d.room.Loc.T("delegation.clock.form")
	f.OnChanged = func(text string) {
		d.keep.Note(key, strings.TrimSpace(text))
		d.tell()
	}
	return f
}

// form are the fields of one language.
func (d *details) form(lang data.Lang) fyne.CanvasObject {
	rows := look.Column()
	for _, p := range parts {
		e := textview.NewEditor()
		var field fyne.CanvasObject = e
		if p.rows == 1 {
			f := textview.NewField()
			e, field = &f.Editor, f
		}
		e.Lang, e.MinRows, e.MaxRows = string(lang), p.rows, p.rows+4
		key := keyOf(p, lang)
		e.OnChanged = func(text string) {
			d.keep.Note(key, text)
			d.tell()
		}
		d.editors[key] = e
		row := look.FormRow(look.Scaled(labelWidth), look.Wrapped(d.room.Loc.T(p.id)), field)
		rows.Add(row)
		if p.id == ownLevels {
			e.Placeholder = d.room.Loc.T("delegation.own-levels.form")
			d.scheme.own = append(d.scheme.own, row)
		}
	}
	return page.Scroll(look.Inset(8, 8, 10, 10, rows))
}

func keyOf(p part, lang data.Lang) string { return p.id + "/" + string(lang) }

// stateChoice offers the Member States by their names in the language of the
// window, in its alphabetical order; the first choice is none of them.
func stateChoice(loc *translations.Localizer) (codes, names []string) {
	byName := map[string]string{}
	for _, st := range states.All() {
		name := states.Name(st.Code, data.Lang(loc.Lang()))
		byName[name] = st.Code
		names = append(names, name)
	}
	loc.Sort(names)
	codes = []string{""}
	for _, name := range names {
		codes = append(codes, byName[name])
	}
	return codes, append([]string{loc.T("delegation.state.none")}, names...)
}

// escape makes Escape in every field close the page; what is typed is kept.
func (d *details) escape() {
	for _, e := range d.editors {
		e.OnEscaped = d.leave
	}
	for _, f := range d.clocks {
		f.OnEscaped = d.leave
	}
}

// fill shows what was typed and not saved, else what the desk has.
func (d *details) fill() {
	n := d.typed()
	for _, p := range parts {
		for _, lang := range data.Langs {
			d.editors[keyOf(p, lang)].SetText((*p.words(&n))[lang])
		}
	}
	for i, code := range d.codes {
		if code == n.State {
			d.state.Choose(i)
		}
	}
	d.scheme.choose(n.Scheme)
	d.clocks[placeKey].SetText(n.Place)
	d.clocks[capitalKey].SetText(n.Capital)
	d.tell()
}

// typed is the negotiation with what was typed and not saved.
func (d *details) typed() data.Negotiation {
	n := d.room.Desk.Negotiation()
	for _, p := range parts {
		w := p.words(&n)
		*w = maps.Clone(*w)
		if *w == nil {
			*w = data.Words{}
		}
		for _, lang := range data.Langs {
			if text, ok := d.keep.Read(keyOf(p, lang)); ok {
				(*w)[lang] = text
			}
			if (*w)[lang] == "" {
				delete(*w, lang)
			}
		}
	}
	if code, ok := d.keep.Read(stateKey); ok {
		n.State = code
	}
	if id, ok := d.keep.Read(schemeKey); ok {
		n.Scheme = id
	}
	if zone, ok := d.keep.Read(placeKey); ok {
		n.Place = zone
	}
	if zone, ok := d.keep.Read(capitalKey); ok {
		n.Capital = zone
	}
	return n
}

// differs reports whether anything was typed that is not saved.
func (d *details) differs() bool {
	is, want := d.room.Desk.Negotiation(), d.typed()
	if is.State != want.State || is.Scheme != want.Scheme || is.Place != want.Place || is.Capital != want.Capital {
		return true
	}
	for _, p := range parts {
		for _, lang := range data.Langs {
			if (*p.words(&is))[lang] != (*p.words(&want))[lang] {
				return true
			}
		}
	}
	return false
}

// tell shows whether there is something to save, and how much of each language
// is there.
func (d *details) tell() {
	n := d.typed()
	d.scheme.tell(n)
	for i, lang := range data.Langs {
		filled := 0
		for _, p := range parts {
			if (*p.words(&n))[lang] != "" {
				filled++
			}
		}
		count := ""
		if filled > 0 {
			count = d.room.Loc.Number(filled)
		}
		d.tabs.SetCount(i, count)
	}
	if d.differs() {
		d.unsaved.Show()
		d.save.Enable()
		d.back.Enable()
		return
	}
	d.unsaved.Hide()
	d.save.Disable()
	d.back.Disable()
}

// store saves the details as one act.
func (d *details) store() {
	n := d.typed()
	for _, zone := range []string{n.Place, n.Capital} {
		if !data.KnownZone(zone) {
			d.room.Fail(data.E(data.CodeInput, "what", zone))
			return
		}
	}
	d.room.Act(func(ctx context.Context) error { return d.room.Desk.SetNegotiation(ctx, n) }, func() {
		d.forget()
		d.room.Toast(d.room.Loc.T("delegation.saved"))
	})
}

// revert goes back to what is saved.
func (d *details) revert() { d.forget() }

func (d *details) forget() {
	d.keep.Drop(stateKey)
	d.keep.Drop(schemeKey)
	d.keep.Drop(placeKey)
	d.keep.Drop(capitalKey)
	for key := range d.editors {
		d.keep.Drop(key)
	}
	d.fill()
}
