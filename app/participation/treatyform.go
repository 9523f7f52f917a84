package participation

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// draft is a treaty as it is being typed.
type draft struct {
	Treaty                  data.Treaty // words, symbol, parent, revision; the rest as it was recorded
	Adopted, Opens, Closes  string
	Number, Required        string
	Delay, Later, Notice    typedPeriod
	OrganizationsCountAlike bool
}

// treatyForm enters a treaty or a protocol: what it is called, its days and the
// numbers of its rule of entry into force.
type treatyForm struct {
	page *Page

	tabs    *look.TabBar
	named   *textview.Field // the title in the language of the window
	parent  *look.Select
	text    *look.Select
	count   *look.Check
	says    *look.Text
	less    *look.Button
	all     fyne.CanvasObject
	fill    []func() // of fields, from the draft
	periods []func()

	parents []data.ID
	texts   []data.ID
	draft   draft
}

func newTreatyForm(p *Page) *treatyForm {
	loc := p.room.Loc
	f := &treatyForm{page: p, says: look.Wrapped("")}
	d := &f.draft
	f.says.Colour = look.ColourMuted
	f.languages()
	f.parent = look.NewSelect(nil, 0, func(i int) { d.Treaty.Parent = f.parents[i]; f.note() })
	f.text = look.NewSelect(nil, 0, func(i int) { d.Treaty.Revision = f.texts[i]; f.note() })
	f.count = look.NewCheck(loc.T("participation.form.organizations"), false, func(on bool) { d.OrganizationsCountAlike = on; f.note() })
	symbol := f.field(&d.Treaty.Symbol)
	date := func(id string, of *string) fyne.CanvasObject {
		x := f.field(of)
		x.Placeholder = loc.T("papers.date.form")
		return page.Labelled(loc.T(id), x)
	}
	n, required := f.field(&d.Number), f.field(&d.Required)
	required.Placeholder = loc.T("participation.form.required.hint")
	f.less = look.NewButton(loc.T("participation.form.delete"), f.remove).Rank(look.Quiet)
	f.all = page.Scroll(look.Inset(10, 10, 14, 14, look.Column(
		f.tabs,
		page.Columns([]float32{2, 2, 2}, page.Labelled(loc.T("participation.form.symbol"), symbol), page.Labelled(loc.T("participation.form.parent"), f.parent), page.Labelled(loc.T("participation.form.text"), f.text)),
		page.Columns([]float32{1, 1, 1}, date("participation.form.adopted", &d.Adopted), date("participation.form.opens", &d.Opens), date("participation.form.closes", &d.Closes)),
		look.Rule(), look.Row(page.Strong(loc.T("participation.form.rule")), look.Space(), look.NewButton(loc.T("participation.form.read"), f.readRule).Rank(look.Quiet)),
		page.Columns([]float32{1, 2, 2}, look.Top(page.Labelled(loc.T("participation.form.number"), n)), look.Top(f.period("participation.form.delay", &d.Delay, true).all), look.Top(f.period("participation.form.later", &d.Later, false).all)),
		page.Columns([]float32{2, 2}, page.Labelled(loc.T("participation.form.required"), required), f.period("participation.form.notice", &d.Notice, false).all),
		f.count, f.says,
		look.Row(f.less, look.Space(), look.NewPrimary(loc.T("participation.form.save"), f.save)))))
	return f
}

func (f *treatyForm) object() fyne.CanvasObject { return f.all }

func (f *treatyForm) first() fyne.Focusable { return f.named }

// field writes into one text of the draft.
func (f *treatyForm) field(text *string) *textview.Field {
	e := textview.NewField()
	e.OnChanged = func(typed string) { *text = typed; f.note() }
	e.OnSubmitted = func(string) { f.save() }
	e.OnEscaped = f.page.closing
	f.fill = append(f.fill, func() { e.SetText(*text) })
	return e
}

// words writes into one of the draft's texts in a language.
func (f *treatyForm) words(in func() *data.Words, lang data.Lang) *textview.Field {
	e := textview.NewField()
	e.Lang = string(lang)
	e.OnChanged = func(typed string) {
		w := maps.Clone(*in())
		if w == nil {
			w = data.Words{}
		}
		if w[lang] = typed; typed == "" {
			delete(w, lang)
		}
		*in() = w
		f.note()
	}
	e.OnSubmitted = func(string) { f.save() }
	e.OnEscaped = f.page.closing
	f.fill = append(f.fill, func() { e.SetText((*in())[lang]) })
	return e
}

// languages makes the fields of every language.
func (f *treatyForm) languages() {
	loc, t := f.page.room.Loc, &f.draft.Treaty
	var tabs []look.Tab
	chosen := 0
	for i, lang := range data.Langs {
		title := f.words(func() *data.Words { return &t.Title }, lang)
		if string(lang) == loc.Lang() {
			chosen, f.named = i, title
		}
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: look.Column(
			page.Columns([]float32{3, 1}, page.Labelled(loc.T("participation.form.title"), title),
				page.Labelled(loc.T("participation.form.short"), f.words(func() *data.Words { return &t.Short }, lang))),
			page.Columns([]float32{1, 1}, page.Labelled(loc.T("participation.form.by"), f.words(func() *data.Words { return &t.By }, lang)),
				page.Labelled(loc.T("participation.form.depositary"), f.words(func() *data.Words { return &t.Depositary }, lang))))})
	}
	f.tabs = look.NewTabBar(tabs...)
	f.tabs.Choose(chosen)
}

func (f *treatyForm) key() string {
	if f.draft.Treaty.ID.IsZero() {
		return "treaty/new"
	}
	return "treaty/" + f.draft.Treaty.ID.String()
}

func (f *treatyForm) note() {
	text, err := json.Marshal(f.draft)
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	f.page.keep.Note(f.key(), string(text))
	f.tell()
}

// load shows a treaty, as it was being changed; a new one begins with the name of
// what is negotiated and its latest text.
func (f *treatyForm) load(t data.Treaty) {
	if t.ID.IsZero() {
		f.proposed(&t)
	}
	f.draft = draftOf(t)
	var kept draft
	if text, ok := f.page.keep.Read(f.key()); ok && json.Unmarshal([]byte(text), &kept) == nil {
		kept.Treaty.Entry = t.Entry
		f.draft = kept
	}
	f.show()
	f.filled()
	f.tell()
}

// filled puts the draft into the fields.
func (f *treatyForm) filled() {
	for _, fill := range slices.Concat(f.fill, f.periods) {
		fill()
	}
	f.count.SetTicked(f.draft.OrganizationsCountAlike)
}

// proposed is what a new treaty begins with.
func (f *treatyForm) proposed(t *data.Treaty) {
	if revisions := f.page.room.Desk.Revisions(); len(revisions) > 0 {
		t.Revision = revisions[len(revisions)-1].ID
	}
	if len(f.page.treaties) == 0 {
		t.Title = f.page.room.Desk.Negotiation().Title
	} else {
		t.Parent = f.page.treaties[0].ID
	}
}

func draftOf(t data.Treaty) draft {
	d := draft{
		Treaty: t, Adopted: t.Adopted.String(), Opens: t.Opens.String(), Closes: t.Closes.String(), Required: strings.Join(t.Rule.Required, ", "),
		Delay: typedOf(t.Rule.Delay), Later: typedOf(t.Rule.Later), Notice: typedOf(t.Notice), OrganizationsCountAlike: t.Rule.Organizations,
	}
	if t.Rule.Number > 0 {
		d.Number = strconv.Itoa(t.Rule.Number)
	}
	return d
}

// show offers the treaties and the texts that there are.
func (f *treatyForm) show() {
	p, loc := f.page, f.page.room.Loc
	f.parents = []data.ID{{}}
	names := []string{loc.T("participation.form.itself")}
	for _, t := range p.treaties {
		if t.ID != f.draft.Treaty.ID && t.Parent.IsZero() {
			f.parents = append(f.parents, t.ID)
			names = append(names, loc.T("participation.form.protocol", "treaty", loc.Isolate(title(t, data.Lang(loc.Lang())))))
		}
	}
	f.parent.SetOptions(names, max(slices.Index(f.parents, f.draft.Treaty.Parent), 0))
	f.texts = []data.ID{{}}
	names = []string{loc.T("participation.form.text.none")}
	for _, r := range slices.Backward(slices.Concat(p.room.Desk.Beside(), p.room.Desk.Revisions())) {
		f.texts = append(f.texts, r.ID)
		names = append(names, loc.Isolate(r.Symbol))
	}
	f.text.SetOptions(names, max(slices.Index(f.texts, f.draft.Treaty.Revision), 0))
	look.SetShown(f.less, !f.draft.Treaty.ID.IsZero())
}

// treaty is what was typed.
func (f *treatyForm) treaty() (t data.Treaty, err error) {
	d := f.draft
	t = d.Treaty
	read := func(typed string, day *data.Date) {
		if err == nil {
			*day, err = data.ParseDate(strings.TrimSpace(typed))
		}
	}
	read(d.Adopted, &t.Adopted)
	read(d.Opens, &t.Opens)
	read(d.Closes, &t.Closes)
	if err == nil {
		t.Rule.Number, err = number(d.Number)
	}
	for _, x := range []struct {
		typed typedPeriod
		to    *data.Delay
	}{{d.Delay, &t.Rule.Delay}, {d.Later, &t.Rule.Later}, {d.Notice, &t.Notice}} {
		if err == nil {
			*x.to, err = x.typed.delay()
		}
	}
	t.Rule.Organizations, t.Rule.Required = d.OrganizationsCountAlike, nil
	for _, typed := range strings.FieldsFunc(d.Required, func(r rune) bool { return strings.ContainsRune(",;،、；", r) }) {
		code, ok := f.page.world.found(typed)
		if !ok && strings.TrimSpace(typed) != "" && err == nil {
			err = data.E(data.CodeNobody)
		}
		if ok {
			t.Rule.Required = append(t.Rule.Required, code)
		}
	}
	return t, err
}

// tell says the rule in words, or what cannot be read.
func (f *treatyForm) tell() {
	loc := f.page.room.Loc
	t, err := f.treaty()
	if err != nil {
		f.says.SetText(loc.T("participation.form.unread"))
		return
	}
	f.says.SetText(strings.Join(export.RuleWords(t, loc, f.page.world.name), " "))
}

// save records the treaty.
func (f *treatyForm) save() {
	p := f.page
	t, err := f.treaty()
	if err != nil {
		p.room.Fail(err)
		return
	}
	key := f.key()
	p.room.Act(func(ctx context.Context) error {
		t, err = p.room.Desk.Treaties().Set(ctx, t)
		return err
	}, func() {
		p.keep.Drop(key)
		p.chosen = t.ID
		f.load(t)
		p.Refresh()
		p.room.Toast(p.room.Loc.T("participation.form.saved"))
		p.page.Focus(p.entry.who) // instruments follow
	})
}

// remove takes the treaty away, with all that was recorded of it.
func (f *treatyForm) remove() {
	p, key, id := f.page, f.key(), f.draft.Treaty.ID
	page.Remove(p.room, p.room.Desk.Treaties(), id, func() {
		p.keep.Drop(key)
		p.read()
		p.choose(0)
	})
}
