package amendments

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/amend"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/data/text"
	"travaux/export"
	"travaux/translations"
)

// world is what the desk holds of a treaty and its amendments. It is read once for
// each refresh and then only looked at.
type world struct {
	desk       *desk.Desk
	reg        *states.Register
	treaties   []data.Treaty // the treaty first, then its protocols
	treaty     data.Treaty
	life       amend.Life
	amendments []data.Amendment // on the treaty, the latest proposed first
	text       *desk.Text       // that was adopted
}

// readWorld reads the desk; known is false where no treaty has been adopted yet.
func readWorld(d *desk.Desk, treaty data.ID) (w *world, known bool, err error) {
	w = &world{desk: d, reg: d.Register()}
	w.treaties = treaties(d)
	if len(w.treaties) == 0 {
		return w, false, nil
	}
	w.treaty = w.treaties[0]
	for _, t := range w.treaties {
		if t.ID == treaty {
			w.treaty = t
		}
	}
	if w.text, err = d.Text(w.treaty.Revision); err != nil {
		if w.text, err = d.Current(); err != nil {
			return w, false, nil // there is no text at all
		}
	}
	w.life = amend.Life{
		Treaty: w.treaty, Protocols: w.treaties[1:], Instruments: d.Instruments().All(),
		Amendments: d.Amendments().All(), Acts: d.AmendmentActs().All(), Organization: w.reg.Organization,
	}
	w.amendments = slices.DeleteFunc(slices.Clone(w.life.Amendments), func(a data.Amendment) bool { return a.Treaty != w.treaty.ID })
	slices.SortStableFunc(w.amendments, func(a, b data.Amendment) int { return b.Proposed.Compare(a.Proposed) })
	return w, true, nil
}

// treaties are the treaty, which is no protocol to another, and its protocols.
func treaties(d *desk.Desk) []data.Treaty {
	treaty, ok := d.TheTreaty()
	if !ok {
		return nil
	}
	protocols := d.Treaties().Where(func(t data.Treaty) bool { return t.Parent == treaty.ID })
	return append([]data.Treaty{treaty}, protocols...)
}

// name names a party in a language.
func (w *world) name(code string, lang data.Lang) string {
	if n := w.reg.Name(code, lang); n != "" {
		return n
	}
	return code
}

// party is the party that is meant by what is typed: a code or a name.
func (w *world) party(typed string) (code string, ok bool) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return "", false
	}
	for _, f := range w.reg.Find(typed) {
		if !f.Group {
			return f.Code, true
		}
	}
	return "", false
}

// on is an amendment on a day, as the page and the paper tell of it.
func (w *world) on(a data.Amendment, day data.Date, loc *translations.Localizer) export.Amending {
	lang := data.Lang(loc.Lang())
	out := export.Amending{
		Treaty: w.treaty.Title.In(lang), Amendment: a, State: w.life.State(a, day), Count: w.life.Count(a),
		InForce: w.life.On(day).InForce, Name: func(code string) string { return w.name(code, lang) },
		Author: states.Name(w.desk.Negotiation().State, lang),
	}
	out.Dues = amend.Dues(a, out.InForce)
	for _, e := range a.Edits {
		out.Places = append(out.Places, w.cite(a, place(e), loc))
	}
	return out
}

// place is the provision that an edit is about, or beside which or in which it puts
// another.
func place(e data.AmendmentEdit) data.ID {
	switch {
	case e.Op != data.EditInsert:
		return e.Provision
	case !e.After.IsZero():
		return e.After
	}
	return e.Within
}

// cite cites a provision of the text with an amendment worked in.
func (w *world) cite(a data.Amendment, id data.ID, loc *translations.Localizer) string {
	for _, list := range [][]data.Provision{w.text.Provisions, w.edited(a)} {
		for _, p := range list {
			if p.ID != id {
				continue
			}
			if p.Path != "" {
				return loc.Cite(p.Path)
			}
			r, _ := p.In(data.Lang(loc.Lang()))
			return strings.TrimSpace(r.Label + " " + r.Heading)
		}
	}
	return "?"
}

// edited are the provisions with all earlier amendments and those of one worked in.
func (w *world) edited(a data.Amendment) []data.Provision {
	var before []data.Amendment
	for _, x := range w.life.Amendments {
		if x.Treaty == a.Treaty && x.ID != a.ID && !x.Adopted.IsZero() {
			before = append(before, x)
		}
	}
	return amend.Consolidate(w.text.Provisions, append(before, a)...).Provisions
}

// find is the provision that a typed number means: of the text that was adopted, else
// one that an amendment brought.
func (w *world) find(a data.Amendment, typed string) (data.ID, bool) {
	if list := w.text.GoTo(typed); len(list) > 0 {
		return list[0].ID, true
	}
	all := w.edited(a)
	label, ok := text.ParseLabel(typed)
	for _, p := range all {
		for _, r := range p.Text {
			if strings.EqualFold(strings.TrimRight(r.Label, "."), strings.TrimRight(strings.TrimSpace(typed), ".")) {
				return p.ID, true
			}
		}
		if ok && (p.Path == label.Elem() || strings.HasSuffix(p.Path, "/art"+label.Elem())) {
			return p.ID, true
		}
	}
	return data.ID{}, false
}

// consolidated is the text that binds a party on a day; "": the treaty as amended.
func (w *world) consolidated(party string, day data.Date, lang data.Lang) (export.Consolidated, amend.Text) {
	t := w.life.Text(w.text.Provisions, party, day)
	c := export.Consolidated{Treaty: w.treaty.Title.In(lang), Lang: lang, Day: day, Provisions: t.Provisions, Author: states.Name(w.desk.Negotiation().State, lang)}
	if party != "" {
		c.Party = w.name(party, lang)
	}
	for _, id := range t.Applied {
		for _, a := range w.amendments {
			if a.ID != id {
				continue
			}
			s := w.life.State(a, day)
			since := s.InForce
			if own := s.Of(party); !own.InForce.IsZero() {
				since = own.InForce
			}
			c.With = append(c.With, export.Worked{Title: a.Title.In(lang), InForce: since})
		}
	}
	return c, t
}

// langs are the languages of the text.
func (w *world) langs() []data.Lang {
	if w.text == nil || len(w.text.Revision.Langs()) == 0 {
		return []data.Lang{data.English}
	}
	return w.text.Revision.Langs()
}
