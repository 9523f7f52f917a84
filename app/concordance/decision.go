package concordance

import (
	"context"
	"encoding/json"
	"maps"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/app/textview"
	"travaux/data"
	"travaux/data/concord"
	"travaux/translations"
)

// decision is the form below the versions: what each says, and what we decide.
type decision struct {
	page *Page
	keep *page.Keep

	place place
	on    bool
	typed data.Discordance // as it is in the form

	title   *look.Text
	about   *look.Text
	said    *look.Text
	remark  *textview.Editor
	version *look.Select
	langs   []data.Lang // of the choices
	read    *textview.Editor
	confirm *look.Button
	dismiss *look.Button
	anew    *look.Button
	object  fyne.CanvasObject
	body    fyne.CanvasObject
	foot    fyne.CanvasObject
}

func newDecision(p *Page) *decision {
	loc := p.room.Loc
	d := &decision{page: p, title: look.Wrapped(""), about: look.Wrapped(""), said: look.Wrapped("")}
	d.keep = page.NewKeep(p.room.Desk, func(err error) { fyne.Do(func() { p.room.Fail(err) }) })
	d.title.Bold = true
	d.about.Colour = look.ColourMuted
	d.remark, d.read = textview.NewEditor(), textview.NewEditor()
	d.remark.MinRows, d.remark.MaxRows, d.remark.Placeholder = 1, 4, loc.T("concord.remark.placeholder")
	d.read.MinRows, d.read.MaxRows = 2, 8
	d.remark.OnChanged = func(text string) { d.typed.Remark = text; d.note() }
	d.read.OnChanged = d.rewritten
	d.remark.OnEscaped = func() { p.page.Focus(p.list) }
	d.read.OnEscaped = func() { p.page.Focus(p.list) }
	d.version = look.NewSelect(nil, 0, func(int) { d.showRead() })
	d.confirm = look.NewPrimary(keyed(loc, "concord.confirm", confirmKey), func() { d.decide(true) })
	d.dismiss = look.NewButton(keyed(loc, "concord.dismiss", dismissKey), func() { d.decide(false) })
	d.anew = look.NewButton(loc.T("concord.anew"), d.reopen).Rank(look.Quiet)
	open := look.NewButton(keyed(loc, "revisions.open", openKey), p.open).Rank(look.Quiet)
	d.body = look.Column(
		d.title, d.about,
		page.Columns([]float32{2, 3},
			look.Column(d.said),
			look.Column(page.Labelled(loc.T("concord.read"), look.Column(d.version, d.read)), page.Labelled(loc.T("concord.remark"), d.remark))),
	)
	d.foot = look.Inset(4, 6, 14, 14, look.Row(d.anew, open, look.Space(), d.dismiss, d.confirm))
	d.object = look.Border(nil, d.foot, nil, nil, page.Scroll(look.Inset(8, 4, 14, 14, d.body)))
	d.clear()
	return d
}

func (d *decision) clear() {
	d.on = false
	d.body.Hide()
	d.foot.Hide()
}

// key is under what the form is kept while it is typed.
func (d *decision) key() string {
	f := d.place.finding
	if d.place.seen && d.place.decided != nil {
		return "concord/" + d.place.decided.ID.String()
	}
	return "concord/" + f.Provision.String() + "/" + f.Key()
}

func (d *decision) note() {
	text, err := json.Marshal(d.typed)
	if err != nil {
		d.page.room.Fail(err)
		return
	}
	d.keep.Note(d.key(), string(text))
}

// show fills the form with a place, as it was being typed.
func (d *decision) show(x place) {
	loc := d.page.room.Loc
	d.place, d.on = x, true
	d.typed = data.Discordance{Provision: x.finding.Provision, Kind: string(x.finding.Kind), Said: x.finding.Key()}
	if x.seen {
		d.typed.Said = ""
	}
	if x.decided != nil {
		d.typed = *x.decided
		d.typed.Read = maps.Clone(x.decided.Read)
	}
	var kept data.Discordance
	if text, ok := d.keep.Read(d.key()); ok && json.Unmarshal([]byte(text), &kept) == nil {
		d.typed.Remark, d.typed.Read = kept.Remark, kept.Read
	}
	d.title.SetText(translations.Capital(sentence(x.finding, loc)))
	about := loc.T("packages.row", "title", translations.Capital(loc.Cite(x.finding.Path)), "state", loc.T(x.state()))
	if !x.finding.Kind.Sure() {
		about += " · " + loc.T("concord.look")
	}
	d.about.SetText(about)
	var lines []string
	for _, l := range says(sayings(d.page.text, x.finding), loc) {
		lines = append(lines, translations.Capital(l))
	}
	d.said.SetText(strings.Join(lines, "\n"))
	look.SetShown(d.said, len(lines) > 0)
	d.remark.SetText(d.typed.Remark)
	d.offer()
	look.SetShown(d.anew, x.decided != nil)
	look.SetShown(d.dismiss, !x.seen)
	d.body.Show()
	d.foot.Show()
	d.object.Refresh()
}

// offer gives the versions whose words can be corrected; one that stands apart
// first.
func (d *decision) offer() {
	loc := d.page.room.Loc
	d.langs = d.page.text.Revision.Langs()
	var names []string
	at := 0
	for i, lang := range d.langs {
		names = append(names, translations.Endonym(string(lang)))
		if d.place.finding.Apart(lang) && !d.place.finding.Apart(d.langs[at]) || len(d.place.finding.Langs) == 0 && string(lang) == loc.Lang() {
			at = i
		}
	}
	d.version.SetOptions(names, at)
	d.showRead()
}

// showRead shows how the chosen version should read: at first as it reads.
func (d *decision) showRead() {
	i := d.version.Chosen()
	if i < 0 || i >= len(d.langs) {
		return
	}
	lang := d.langs[i]
	d.read.Lang = string(lang)
	text := d.typed.Read[lang]
	if text == "" {
		text = d.stands(lang)
	}
	d.read.SetText(text)
}

// stands is how a version reads.
func (d *decision) stands(lang data.Lang) string {
	if s, ok := d.place.finding.In(lang); ok && !s.Provision.IsZero() {
		if p, ok := d.page.text.Find(s.Provision); ok {
			return p.Text[lang].Text
		}
	}
	p, _ := d.page.text.Find(d.place.finding.Provision)
	return p.Text[lang].Text
}

// rewritten takes in how a version should read; as it reads is nothing to correct.
func (d *decision) rewritten(text string) {
	i := d.version.Chosen()
	if i < 0 || i >= len(d.langs) {
		return
	}
	lang := d.langs[i]
	if d.typed.Read == nil {
		d.typed.Read = data.Words{}
	}
	if d.typed.Read[lang] = text; strings.TrimSpace(text) == "" || text == d.stands(lang) {
		delete(d.typed.Read, lang)
	}
	d.note()
}

// decide records the decision.
func (d *decision) decide(confirmed bool) {
	if !d.on {
		return
	}
	key, x := d.key(), d.typed
	x.Confirmed = confirmed
	x.Remark = strings.TrimSpace(x.Remark)
	r := d.page.room
	r.Act(func(ctx context.Context) (err error) {
		x, err = r.Desk.Discordances().Set(ctx, x)
		return err
	}, func() {
		d.keep.Drop(key)
		d.place.decided = &x
		d.page.arrange()
		d.page.next()
	})
}

// reopen takes a decision back.
func (d *decision) reopen() {
	if !d.on || d.place.decided == nil {
		return
	}
	r, id := d.page.room, d.place.decided.ID
	r.Act(func(ctx context.Context) error { return r.Desk.Discordances().Delete(ctx, id) }, d.page.arrange)
}

// begin notes a place that a person saw: the provision that is selected in the text,
// or else the one that is shown.
func (d *decision) begin() {
	p := d.page
	if p.text == nil {
		return
	}
	at := p.room.Selection.Provision()
	if chosen := p.columns.Document(0).Chosen(); chosen != "" {
		if row := rowNumber(chosen); row >= 0 && row < len(p.whole.Rows) {
			at = p.text.Provisions[leadOf(p.whole.Rows[row])].ID
		}
	}
	q, ok := p.text.Find(at)
	if !ok {
		p.room.Toast(p.room.Loc.T("concord.add.where"))
		return
	}
	p.list.Mark(-1)
	d.show(place{finding: concord.Finding{Kind: data.DiscordanceSeen, Provision: q.ID, Path: q.Path}, seen: true, order: q.Order})
	p.set()
	p.page.Focus(d.remark)
}
