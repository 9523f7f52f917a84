package desk

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/change"
)

// ViewRows are the views on provisions of the current text, as a sheet shows them: none
// that was said to us alone, and not how sure the note-taker was.
func (d *Desk) ViewRows(lang data.Lang) (data.Sheet, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.Sheet{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		return data.Sheet{}, err
	}
	s := data.Sheet{Kind: data.SheetViews, Lang: lang}
	for _, p := range t.Provisions {
		for _, v := range d.Views(p.ID) {
			if v.Private || !v.Proposal.IsZero() {
				continue
			}
			row := data.SheetRow{Provision: p.ID, View: v.ID, Path: p.Path, Fields: d.viewFields(v, lang)}
			s.Rows = append(s.Rows, row.Marked())
		}
	}
	return s, nil
}

// viewFields are what of a view a sheet shows.
func (d *Desk) viewFields(v data.View, lang data.Lang) map[data.SheetField]string {
	reg := d.Register()
	who, group := v.By.Name, v.By.ForName
	if v.By.Code != "" {
		who = reg.Name(v.By.Code, lang)
	}
	if v.By.For != "" {
		group = reg.GroupName(v.By.For, lang)
	}
	out := map[data.SheetField]string{
		data.FieldSpeaker: who, data.FieldFor: group, data.FieldAttitude: string(v.Attitude), data.FieldWords: v.Words,
		data.FieldSaid: data.DateOf(v.Said.UTC()).String(), data.FieldSource: "",
	}
	if s, ok := d.Submission(v.Submission); ok {
		out[data.FieldSource] = strings.TrimSpace(s.Symbol + " " + s.Title)
	}
	return out
}

// comparedView tells what of a row of views differs. One without identity is a new view.
func (d *Desk) comparedView(row data.SheetRow, lang data.Lang) ([]data.SheetChange, error) {
	if row.View.IsZero() {
		v, err := d.viewOfRow(row, data.View{}, lang)
		if err != nil {
			return nil, err
		}
		if v.By.IsZero() {
			return nil, data.E(CodeNoSpeaker)
		}
		if p, err := d.Provision(v.Provision); err == nil {
			row.Provision, row.Path = p.ID, p.Path
		}
		if d.alreadyRecorded(v) {
			return nil, nil
		}
		return []data.SheetChange{{Row: row, State: data.SheetNew, View: v}}, nil
	}
	v, known := d.View(row.View)
	if !known || v.Private {
		return nil, data.E(data.CodeNotFound, "what", "view")
	}
	row.Provision = v.Provision
	if p, err := d.Provision(v.Provision); err == nil {
		row.Path = p.Path
	}
	held := d.viewFields(v, lang)
	delete(row.Fields, data.FieldSource) // it is where it is
	out := sheetDiffers(row, held)
	if len(out) == 0 {
		return nil, nil
	}
	v, err := d.viewOfRow(row, v, lang)
	for i := range out {
		out[i].View, out[i].Lang = v, lang
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// alreadyRecorded reports whether the desk has the same view, so that a sheet that is
// read twice does not record it twice.
func (d *Desk) alreadyRecorded(v data.View) bool {
	for _, x := range d.Views(v.Provision) {
		if x.By == v.By && x.Attitude == v.Attitude && data.SameInCell(x.Words, v.Words) && (v.Said.IsZero() || data.DateOf(x.Said.UTC()) == data.DateOf(v.Said.UTC())) {
			return true
		}
	}
	return false
}

// viewOfRow is a view as a row has it.
func (d *Desk) viewOfRow(row data.SheetRow, v data.View, lang data.Lang) (data.View, error) {
	shown := map[data.SheetField]string{}
	if !v.ID.IsZero() {
		shown = d.viewFields(v, lang)
	}
	changed := func(f data.SheetField) (string, bool) {
		s, there := row.Fields[f]
		return strings.TrimSpace(s), there && !data.SameInCell(s, shown[f])
	}
	if v.Provision = row.Provision; v.Provision.IsZero() {
		id, err := d.placeTyped(row.Fields[data.FieldPlace], lang)
		if err != nil {
			return v, err
		}
		v.Provision = id
	}
	if s, ok := changed(data.FieldSpeaker); ok {
		v.By.Code, v.By.Name = d.party(s, false)
	}
	if s, ok := changed(data.FieldFor); ok {
		v.By.For, v.By.ForName = d.party(s, true)
	}
	if s, ok := changed(data.FieldAttitude); ok {
		v.Attitude = data.Attitude(s)
	}
	if s, ok := changed(data.FieldWords); ok {
		v.Words, v.Anchor = s, data.Anchor{} // in other words it is no quotation
		if v.Lang == "" {
			v.Lang = lang
		}
	}
	if s, ok := changed(data.FieldSaid); ok && s != "" {
		day, err := data.ParseDate(s)
		if err != nil {
			return v, err
		}
		v.Said, v.Recording = time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, time.UTC), 0
	}
	if v.Attitude == data.AttitudeSilent {
		return v, data.E(CodeNoAttitude)
	}
	return v, nil
}

// placeTyped is the provision that a number names.
func (d *Desk) placeTyped(typed string, lang data.Lang) (data.ID, error) {
	t, err := d.Current()
	if err != nil {
		return data.ID{}, err
	}
	if strings.TrimSpace(typed) != "" {
		if ids := d.NamedProvisions(typed, lang); len(ids) == 1 {
			return ids[0], nil
		}
		if found := t.GoTo(typed); len(found) > 0 {
			return found[0].ID, nil
		}
	}
	return data.ID{}, data.E(data.CodeNotFound, "what", "provision")
}

// party is who a name in full names: the code of a party or a group of the register,
// else the name as typed.
func (d *Desk) party(typed string, group bool) (code, name string) {
	if typed == "" {
		return "", ""
	}
	for _, f := range d.Register().Find(typed) {
		if f.Group == group && f.Exact() {
			return f.Code, ""
		}
	}
	return "", typed
}

func (d *Desk) newViewWrites(v data.View, said time.Time) ([]change.Write, error) {
	v.ID, v.Author, v.Time = data.NewID(), d.Me().ID, d.nextViewTime()
	v, err := d.checkedView(d.dated(v, said))
	if err != nil {
		return nil, err
	}
	return viewWrites(v), nil
}

// changedViewWrites makes a view what some of the cells of its row say.
func (d *Desk) changedViewWrites(changes []data.SheetChange) ([]change.Write, error) {
	old, known := d.View(changes[0].Row.View)
	if !known {
		return nil, data.E(CodeMovedOn)
	}
	v, held := old, d.viewFields(old, changes[0].Lang)
	for _, c := range changes {
		if !data.SameInCell(held[c.Field], c.Before) {
			return nil, data.E(CodeMovedOn)
		}
		switch c.Field {
		case data.FieldSpeaker:
			v.By.Code, v.By.Name = c.View.By.Code, c.View.By.Name
		case data.FieldFor:
			v.By.For, v.By.ForName = c.View.By.For, c.View.By.ForName
		case data.FieldAttitude:
			v.Attitude = c.View.Attitude
		case data.FieldWords:
			v.Words, v.Anchor, v.Lang = c.View.Words, c.View.Anchor, c.View.Lang
		case data.FieldSaid:
			v.Said, v.Recording = c.View.Said, c.View.Recording
		default:
			return nil, data.E(data.CodeInput, "what", "field")
		}
	}
	v, err := d.checkedView(v)
	if err != nil {
		return nil, err
	}
	if v.Provision == old.Provision {
		v.Revision = d.currentRevision()
	}
	return []change.Write{d.viewAbout(v), viewWrites(v)[1]}, nil
}
