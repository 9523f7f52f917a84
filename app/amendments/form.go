package amendments

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/translations"
)

// form is one amendment: what it is called, when what was done, by which rule, and
// what it changes.
type form struct {
	page *Page
	keep *page.Keep

	title     *textview.Field
	symbol    *textview.Field
	kind      *look.Select
	proposers *page.Picked[string]
	required  *page.Picked[string]
	protocol  *look.Select
	protocols fyne.CanvasObject
	lang      *look.Select
	consensus *look.Check
	effect    *look.Select
	of        *look.Select
	fixed     *look.Check
	dates     []dateField
	numbers   []numberField
	periods   []*period
	shares    []*shareChoice
	edits     *fyne.Container
	latest    *textview.Editor // of the words of the last edit; nil: it has none
	op        *look.Select
	place     *textview.Field
	remark    *textview.Editor
	delete    *look.Button
	object    fyne.CanvasObject

	amendment data.Amendment // as it is in the form; what cannot be read as it was
	filling   bool
}

// kept is an amendment as it is kept while it is typed.
type kept struct {
	Amendment data.Amendment
	Typed     map[int]string
}

func newForm(p *Page) *form {
	f := &form{page: p, edits: look.Column()}
	f.proposers = f.parties(func(codes []string) { f.amendment.Proposers = codes })
	f.required = f.parties(func(codes []string) { f.amendment.Rule.Required = codes })
	f.keep = page.NewKeep(p.room.Desk, func(err error) { fyne.Do(func() { p.room.Fail(err) }) })
	f.object = look.Column(f.head(), look.Rule(), f.course(), look.Rule(), f.clause(), look.Rule(), f.changes(), look.Rule(), f.foot())
	return f
}

// field is a field of the form: Enter records the amendment.
func (f *form) field() *textview.Field {
	e := f.page.field()
	e.OnSubmitted = func(string) { f.save() }
	return e
}

// editor is an editor of the form: Ctrl+Enter records the amendment.
func (f *form) editor() *textview.Editor {
	e := textview.NewEditor()
	e.OnEscaped, e.OnSubmitted = func() { f.page.page.Close() }, func(string) { f.save() }
	return e
}

// parties is a list of parties that is kept as it is changed.
func (f *form) parties(set func([]string)) *page.Picked[string] {
	x := page.NewParties(f.page.room)
	x.Field.OnEscaped = func() { f.page.page.Close() }
	x.OnChanged = func(codes []string) {
		set(slices.Clone(codes))
		f.noted()
		f.object.Refresh()
	}
	return x
}

// head is what the amendment is.
func (f *form) head() fyne.CanvasObject {
	loc := f.page.room.Loc
	f.title, f.symbol = f.field(), f.field()
	f.title.Placeholder = loc.T("amendments.form.title")
	f.title.OnChanged = func(text string) { f.amendment.Title = f.worded(f.amendment.Title, text); f.noted() }
	f.symbol.OnChanged = func(text string) { f.amendment.Symbol = strings.TrimSpace(text); f.noted() }
	var kinds, langs []string
	for _, k := range data.AmendmentKinds {
		kinds = append(kinds, loc.Name("amendment-kind", string(k)))
	}
	at := 0
	for i, l := range f.page.world.langs() {
		langs = append(langs, translations.Endonym(string(l)))
		if l == f.page.room.Selection.Lang() {
			at = i
		}
	}
	f.lang = look.NewSelect(langs, at, func(int) { f.words() })
	f.kind = look.NewSelect(kinds, 0, func(i int) {
		f.amendment.Kind = data.AmendmentKinds[i]
		look.SetShown(f.protocols, f.amendment.Kind == data.AmendmentProtocol)
		f.noted()
		f.object.Refresh()
	})
	f.protocol = look.NewSelect(nil, 0, func(i int) {
		f.amendment.Protocol = data.ID{}
		if i > 0 {
			f.amendment.Protocol = f.page.world.treaties[i].ID
		}
		f.noted()
	})
	f.protocols = page.Labelled(loc.T("amendments.form.protocol"), f.protocol)
	return look.Column(
		page.Columns([]float32{5, 2}, page.Labelled(loc.T("amendments.form.title.label"), f.title), page.Labelled(loc.T("amendments.form.lang"), f.lang)),
		page.Columns([]float32{3, 2, 3}, page.Labelled(loc.T("amend.fact.kind"), f.kind), page.Labelled(loc.T("amend.fact.symbol"), f.symbol), page.Labelled(loc.T("amend.fact.proposers"), f.proposers.Object)),
		f.protocols)
}

// course is what was done when, and how was voted.
func (f *form) course() fyne.CanvasObject {
	loc := f.page.room.Loc
	date := func(what string, set func(*data.Amendment) *data.Date) fyne.CanvasObject {
		x := dateField{f.field(), set}
		x.Placeholder, x.OnChanged = loc.T("papers.date.form"), func(string) { f.noted() }
		f.dates = append(f.dates, x)
		return page.Labelled(loc.Name("amend-event", what), x.Field)
	}
	count := func(id string, set func(*data.Amendment) *int) fyne.CanvasObject {
		return page.Labelled(loc.T(id), f.number(set))
	}
	f.consensus = look.NewCheck(loc.T("amendments.form.consensus"), false, func(on bool) { f.amendment.Vote.Consensus = on; f.noted() })
	return look.Column(
		page.Columns([]float32{1, 1, 1},
			date("proposed", func(a *data.Amendment) *data.Date { return &a.Proposed }),
			date("circulated", func(a *data.Amendment) *data.Date { return &a.Circulated }),
			date("considered", func(a *data.Amendment) *data.Date { return &a.Considered })),
		page.Columns([]float32{1, 1, 1},
			date("adopted", func(a *data.Amendment) *data.Date { return &a.Adopted }),
			date("notified", func(a *data.Amendment) *data.Date { return &a.Notified }),
			date("withdrawn", func(a *data.Amendment) *data.Date { return &a.Withdrawn })),
		look.Heading(loc.T("amend.fact.vote")), f.consensus,
		page.Columns([]float32{1, 1, 1, 1},
			count("amendments.form.yes", func(a *data.Amendment) *int { return &a.Vote.Yes }),
			count("amendments.form.no", func(a *data.Amendment) *int { return &a.Vote.No }),
			count("amendments.form.abstaining", func(a *data.Amendment) *int { return &a.Vote.Abstaining }),
			count("amendments.form.absent", func(a *data.Amendment) *int { return &a.Vote.Absent })))
}

func (f *form) number(set func(*data.Amendment) *int) *textview.Field {
	x := numberField{f.field(), set}
	x.OnChanged = func(string) { f.noted() }
	f.numbers = append(f.numbers, x)
	return x.Field
}

// clause is the rule of the treaty as numbers.
func (f *form) clause() fyne.CanvasObject {
	loc := f.page.room.Loc
	after := func(id string, set func(*data.Amendment) *data.Delay) fyne.CanvasObject {
		p := newPeriod(f, loc.T(id), set)
		f.periods = append(f.periods, p)
		return p.object
	}
	share := func(id string, set func(*data.Amendment) *data.Share) fyne.CanvasObject {
		s := newShare(f, set)
		f.shares = append(f.shares, s)
		return page.Labelled(loc.T(id), s.Select)
	}
	var ofs, effects []string
	for _, o := range data.MajoritiesOf {
		ofs = append(ofs, loc.Name("amendment-of", string(o)))
	}
	for _, e := range data.AmendmentEffects {
		effects = append(effects, loc.Name("amendment-effect", string(e)))
	}
	f.of = look.NewSelect(ofs, 0, func(i int) { f.amendment.Rule.Of = data.MajoritiesOf[i]; f.noted() })
	f.effect = look.NewSelect(effects, 0, func(i int) { f.amendment.Rule.Effect = data.AmendmentEffects[i]; f.noted() })
	f.fixed = look.NewCheck(loc.T("amend.fixed"), false, func(on bool) { f.amendment.Rule.Fixed = on; f.noted() })
	return look.Column(
		look.Row(page.Strong(loc.T("amendments.form.rule")), look.Space(), look.NewButton(loc.T("participation.form.read"), f.readRule).Rank(look.Quiet)),
		page.Columns([]float32{1, 1},
			after("amendments.form.standstill", func(a *data.Amendment) *data.Delay { return &a.Rule.Standstill }),
			after("amendments.form.notice", func(a *data.Amendment) *data.Delay { return &a.Rule.Notice })),
		page.Columns([]float32{1, 1, 1},
			share("amend.fact.majority", func(a *data.Amendment) *data.Share { return &a.Rule.Majority }),
			page.Labelled(loc.T("amendments.form.of"), f.of),
			share("amend.fact.quorum", func(a *data.Amendment) *data.Share { return &a.Rule.Quorum })),
		page.Labelled(loc.T("amend.fact.effect"), f.effect),
		page.Columns([]float32{1, 1},
			share("amendments.form.needed", func(a *data.Amendment) *data.Share { return &a.Rule.Needed }),
			page.Labelled(loc.T("amendments.form.number"), f.number(func(a *data.Amendment) *int { return &a.Rule.Number }))),
		f.fixed,
		page.Labelled(loc.T("amendments.form.required"), f.required.Object),
		page.Columns([]float32{1, 1},
			after("amendments.form.delay", func(a *data.Amendment) *data.Delay { return &a.Rule.Delay }),
			after("amendments.form.later", func(a *data.Amendment) *data.Delay { return &a.Rule.Later })),
		page.Columns([]float32{1, 1},
			after("amendments.form.objection", func(a *data.Amendment) *data.Delay { return &a.Rule.Objection }),
			share("amendments.form.block", func(a *data.Amendment) *data.Share { return &a.Rule.Block })))
}

func (f *form) foot() fyne.CanvasObject {
	loc := f.page.room.Loc
	f.remark = f.editor()
	f.remark.MinRows, f.remark.MaxRows, f.remark.Placeholder = 2, 8, loc.T("amendments.form.remark")
	f.remark.OnChanged = func(text string) { f.amendment.Remark = text; f.noted() }
	f.delete = look.NewButton(loc.T("amendments.form.delete"), f.remove).Rank(look.Quiet)
	return look.Column(f.remark, look.Row(f.delete, look.Space(), look.NewPrimary(loc.T("amendments.form.save"), f.save).WithTip(loc.T("reader.propose.save.tip"))))
}

// language is the one in which words are written in the form.
func (f *form) language() data.Lang {
	langs := f.page.world.langs()
	return langs[min(max(f.lang.Chosen(), 0), len(langs)-1)]
}

// worded is a text with other words in the language of the form.
func (f *form) worded(w data.Words, text string) data.Words {
	out := data.Words{}
	for lang, s := range w {
		out[lang] = s
	}
	if out[f.language()] = text; strings.TrimSpace(text) == "" {
		delete(out, f.language())
	}
	return out
}

func (f *form) key() string {
	if f.amendment.ID.IsZero() {
		return "amendment/new/" + f.page.which.String()
	}
	return "amendment/" + f.amendment.ID.String()
}

// noted keeps the form as it is now.
func (f *form) noted() {
	if f.filling {
		return
	}
	k := kept{f.amendment, map[int]string{}}
	for i, x := range f.fields() {
		k.Typed[i] = x.Text()
	}
	for i, p := range f.periods {
		k.Typed[1000+i] = figure(p.unit.Chosen() + 1)
	}
	text, err := json.Marshal(k)
	if err != nil {
		f.page.room.Fail(err)
		return
	}
	f.keep.Note(f.key(), string(text))
}

// fields are those in which dates and numbers are typed, always in the same order.
func (f *form) fields() (all []*textview.Field) {
	for _, x := range f.dates {
		all = append(all, x.Field)
	}
	for _, x := range f.numbers {
		all = append(all, x.Field)
	}
	for _, x := range f.periods {
		all = append(all, x.number)
	}
	return all
}

// begin is a new amendment by the rule of the latest of the same treaty, else by that
// which its text says, or the one that was begun and not recorded.
func (f *form) begin() {
	a := data.Amendment{Treaty: f.page.which, Kind: data.AmendmentText, Rule: data.AmendmentRule{Effect: data.EffectEach, Of: data.MajorityVoting, Consensus: true}}
	if list := f.page.world.amendments; len(list) > 0 {
		a.Rule = list[0].Rule
	} else if rule, _, ok := f.provided(); ok {
		a.Rule = rule
	}
	f.load(a)
}

// load shows an amendment, as it was being changed.
func (f *form) load(a data.Amendment) {
	f.amendment = a
	var k kept
	text, ok := f.keep.Read(f.key())
	if ok = ok && json.Unmarshal([]byte(text), &k) == nil; ok {
		k.Amendment.Entry, k.Amendment.Treaty = a.Entry, a.Treaty
		f.amendment = k.Amendment
	}
	f.fill()
	if !ok {
		return
	}
	f.filling = true
	for i, x := range f.fields() {
		x.SetText(k.Typed[i])
	}
	for i, p := range f.periods {
		if n, err := number(k.Typed[1000+i]); err == nil && n > 0 {
			p.unit.Choose(n - 1)
		}
	}
	f.filling = false
}
