package states

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/desk"
	"travaux/translations"
)

// names is what is written of a party or a group, as it stands in the form.
type names struct {
	Group         bool
	Code          string // "": a new one
	Wish          string // the code that a new one is to have
	Kind          int    // in data.PartyKinds or data.GroupKinds
	Names, Second data.Words
	Aliases       string // separated by commas
	Source        string
}

func newNames(group bool) names {
	x := names{Group: group, Names: data.Words{}, Second: data.Words{}}
	if group {
		x.Kind = slices.Index(data.GroupKinds, data.GroupPolitical)
	}
	return x
}

// namesOf is what the register has of a party or a group.
func (p *Page) namesOf(x item) names {
	n, second := p.words(x)
	out := names{Group: x.group, Code: x.code, Names: maps.Clone(n), Second: maps.Clone(second)}
	out.Aliases, out.Source = p.notes(x)
	if x.group {
		g, _ := p.reg.Group(x.code)
		out.Kind = max(slices.Index(data.GroupKinds, g.Kind), 0)
	} else {
		party, _ := p.reg.Party(x.code)
		out.Kind = max(slices.Index(data.PartyKinds, party.Kind), 0)
	}
	for _, w := range []*data.Words{&out.Names, &out.Second} {
		if *w == nil {
			*w = data.Words{}
		}
	}
	return out
}

func (p *Page) namesKey() string { return "states/names/" + p.room.Desk.Me().ID.String() }

// begunNames is what was begun and neither recorded nor cancelled.
func (p *Page) begunNames() (x names, ok bool) {
	text, ok := p.keep.Read(p.namesKey())
	if !ok || json.Unmarshal([]byte(text), &x) != nil || x.Names == nil || x.Second == nil {
		return x, false
	}
	return x, true
}

// form writes the names of one party or group.
type form struct {
	page    *Page
	draft   names
	first   *textview.Field
	wish    *textview.Field
	aliases *textview.Field
	source  *textview.Field
	fields  []*textview.Field
	tabs    *look.TabBar
}

// edit shows the form; what was begun on the same is gone on with.
func (p *Page) edit(x names) {
	if begun, ok := p.begunNames(); ok && begun.Group == x.Group && begun.Code == x.Code {
		x = begun
	}
	p.form, p.group = newForm(p, x), nil
	p.put(look.Inset(8, 8, 12, 12, p.form.object()))
	p.page.Focus(p.form.first)
}

func newForm(p *Page, x names) *form {
	f := &form{page: p, draft: x}
	f.wish = f.field(&f.draft.Wish, "")
	f.wish.Placeholder = p.room.Loc.T("states.code.placeholder")
	f.makeTabs()
	f.aliases, f.source = f.field(&f.draft.Aliases, ""), f.field(&f.draft.Source, "")
	f.aliases.Placeholder = p.room.Loc.T("states.aliases.placeholder")
	return f
}

// field writes into one text of the draft.
func (f *form) field(text *string, lang data.Lang) *textview.Field {
	e := textview.NewField()
	e.Lang = string(lang)
	e.SetText(*text)
	e.OnChanged = func(typed string) { *text = typed; f.note() }
	e.OnSubmitted = func(string) { f.store() }
	e.OnEscaped = f.cancel
	f.fields = append(f.fields, e)
	return e
}

// word writes into the words of one language.
func (f *form) word(in data.Words, lang data.Lang) *textview.Field {
	text := in[lang]
	e := f.field(&text, lang)
	e.OnChanged = func(typed string) { in[lang] = typed; f.mark(); f.note() }
	return e
}

// makeTabs makes two fields for every language.
func (f *form) makeTabs() {
	loc := f.page.room.Loc
	second := map[bool]string{true: "states.short", false: "states.formal"}[f.draft.Group]
	var tabs []look.Tab
	chosen := 0
	for i, lang := range data.Langs {
		name := f.word(f.draft.Names, lang)
		if string(lang) == loc.Lang() {
			chosen, f.first = i, name
		}
		tabs = append(tabs, look.Tab{Words: translations.Endonym(string(lang)), Content: look.Column(
			page.Labelled(loc.T("states.name"), name),
			page.Labelled(loc.T(second), f.word(f.draft.Second, lang)))})
	}
	f.tabs = look.NewTabBar(tabs...)
	f.tabs.Choose(chosen)
	f.mark()
}

// mark puts a sign at the languages that have a name.
func (f *form) mark() {
	if f.tabs == nil {
		return
	}
	for i, lang := range data.Langs {
		sign := ""
		if strings.TrimSpace(f.draft.Names[lang]) != "" {
			sign = "•"
		}
		f.tabs.SetCount(i, sign)
	}
}

func (f *form) object() fyne.CanvasObject {
	loc := f.page.room.Loc
	var kinds []string
	if f.draft.Group {
		for _, k := range data.GroupKinds {
			kinds = append(kinds, loc.Name("group-kind", string(k)))
		}
	} else {
		for _, k := range data.PartyKinds {
			kinds = append(kinds, loc.Name("party-kind", string(k)))
		}
	}
	title := loc.T(map[bool]string{true: "states.new.group", false: "states.new.party"}[f.draft.Group])
	if f.draft.Code != "" {
		title = f.page.name(item{f.draft.Code, f.draft.Group})
	}
	rows := look.Column(look.Heading(title),
		page.Labelled(loc.T("states.kind"), look.NewSelect(kinds, f.draft.Kind, func(i int) { f.draft.Kind = i; f.note() })))
	if f.draft.Code == "" {
		rows.Add(page.Labelled(loc.T("states.code"), f.wish))
	}
	rows.Add(f.tabs)
	rows.Add(page.Labelled(loc.T("states.aliases"), f.aliases))
	rows.Add(page.Labelled(loc.T("states.source.field"), f.source))
	rows.Add(look.Row(look.Space(), look.NewButton(loc.T("panes.cancel"), f.cancel), look.NewPrimary(loc.T("states.save"), f.store)))
	return rows
}

// note keeps the draft.
func (f *form) note() {
	out, err := json.Marshal(f.draft)
	if err != nil {
		panic(err) // it holds nothing but words
	}
	f.page.keep.Note(f.page.namesKey(), string(out))
}

// cancel forgets the draft.
func (f *form) cancel() {
	f.page.keep.Drop(f.page.namesKey())
	f.page.show(f.page.now)
	f.page.page.Focus(f.page.list)
}

// store makes the draft an act, and shows what it is about.
func (f *form) store() {
	p, x := f.page, item{f.draft.Code, f.draft.Group}
	p.room.Act(func(ctx context.Context) (err error) {
		x.code, err = f.record(ctx)
		return err
	}, func() {
		p.keep.Drop(p.namesKey())
		p.form = nil
		p.now = x
		p.reg = p.room.Desk.Register()
		p.offer()
		p.filter()
		p.goTo(x)
		if p.group != nil {
			p.page.Focus(p.group.who)
		} else {
			p.page.Focus(p.list)
		}
	})
}

func (f *form) record(ctx context.Context) (code string, err error) {
	p, x := f.page, f.draft
	if code = x.Code; code == "" {
		code = strings.TrimSpace(x.Wish)
	}
	aliases := strings.FieldsFunc(x.Aliases, func(r rune) bool { return strings.ContainsRune(",;،؛，；、\n", r) })
	for i := range aliases {
		aliases[i] = strings.TrimSpace(aliases[i])
	}
	if x.Group {
		code = strings.ToLower(code)
		g, _ := p.reg.Group(code)
		if x.Code == "" && g.Code != "" {
			return "", data.E(desk.CodeTaken, "code", code)
		}
		g.Code, g.Kind, g.Names, g.Short, g.Aliases, g.Source = code, data.GroupKinds[x.Kind], x.Names, x.Second, aliases, strings.TrimSpace(x.Source)
		g, err = p.room.Desk.SetGroup(ctx, g)
		return g.Code, err
	}
	code = strings.ToUpper(code)
	party, _ := p.reg.Party(code)
	if x.Code == "" && party.Code != "" {
		return "", data.E(desk.CodeTaken, "code", code)
	}
	party.Code, party.Kind, party.Names, party.Formal, party.Aliases, party.Source = code, data.PartyKinds[x.Kind], x.Names, x.Second, aliases, strings.TrimSpace(x.Source)
	party, err = p.room.Desk.SetParty(ctx, party)
	return party.Code, err
}
