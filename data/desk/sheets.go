package desk

import (
	"context"

	"travaux/data"
	"travaux/data/change"
)

// CodeMovedOn is the code of the error that what a sheet was compared with has changed
// since; nothing is written.
const CodeMovedOn data.Code = "sheet.moved-on"

// PositionRows are our positions on all provisions of the current text, in its order,
// as a sheet shows them: what is public of them, with words in these languages; numbers
// and texts in the first. A role that may make no papers gets data.CodeForbidden.
func (d *Desk) PositionRows(lang data.Lang, langs []data.Lang) (data.Sheet, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.Sheet{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		return data.Sheet{}, err
	}
	s := data.Sheet{Kind: data.SheetPositions, Lang: lang}
	for _, p := range t.Provisions {
		r, _ := p.In(lang)
		pos := d.Position(p.ID)
		if r.Text == "" && r.Label == "" && r.Heading == "" && pos.IsZero() {
			continue
		}
		row := data.SheetRow{Provision: p.ID, Path: p.Path, Heading: r.Heading, Text: r.Text, Fields: positionFields(pos, langs)}
		s.Rows = append(s.Rows, row.Marked())
	}
	return s, nil
}

// positionFields are what of a position a sheet shows.
func positionFields(p data.Position, langs []data.Lang) map[data.SheetField]string {
	out := map[data.SheetField]string{data.FieldStance: string(p.Stance.Public())}
	for _, l := range langs {
		out[data.FieldWording.In(l)], out[data.FieldReasons.In(l)], out[data.FieldSources.In(l)] = p.Wording[l], p.PublicReasons[l], p.Citations[l]
	}
	return out
}

// CompareSheet tells what of a sheet that was read differs from the desk: what only the
// sheet changed, what both did, and what is not known here. What the sheet left as it was
// is no difference, whatever the desk holds now. Nothing is written.
func (d *Desk) CompareSheet(s data.Sheet) (changes []data.SheetChange, faults []data.SheetFault) {
	faults = append(faults, s.Faults...)
	for _, row := range s.Rows {
		var found []data.SheetChange
		var err error
		if s.Kind == data.SheetViews {
			found, err = d.comparedView(row, s.Lang)
		} else {
			found, err = d.comparedPosition(row)
		}
		if err != nil {
			faults = append(faults, data.SheetFault{Row: row.At, Err: err})
		}
		changes = append(changes, found...)
	}
	return changes, faults
}

func (d *Desk) comparedPosition(row data.SheetRow) ([]data.SheetChange, error) {
	p, err := d.Provision(row.Provision)
	if err != nil {
		return nil, data.E(data.CodeNotFound, "what", "provision")
	}
	row.Provision, row.Path = p.ID, p.Path
	pos := d.Position(p.ID)
	out := sheetDiffers(row, positionFields(pos, data.Langs))
	for i, c := range out {
		if c.Field == data.FieldStance && pos.Stance == data.StanceRedLine { // the sheet did not show it
			out[i].State, out[i].Before = data.SheetConflict, string(pos.Stance)
		}
	}
	return out, nil
}

// order is that of the columns.
var sheetOrder = append(append([]data.SheetField{data.FieldStance}, data.ViewFields...), wordColumns()...)

func wordColumns() (out []data.SheetField) {
	for _, l := range data.Langs {
		for _, f := range data.WordFields {
			out = append(out, f.In(l))
		}
	}
	return out
}

// sheetDiffers are the fields of a row that the sheet changed and that are not what the
// desk holds.
func sheetDiffers(row data.SheetRow, held map[data.SheetField]string) (out []data.SheetChange) {
	for _, f := range sheetOrder {
		after, there := row.Fields[f]
		before := held[f]
		if !there || data.SameInCell(after, before) || row.Was[f] == data.SheetMark(after) {
			continue
		}
		c := data.SheetChange{Row: row, Field: f, Before: before, After: after, State: data.SheetChanged}
		if row.Was[f] != data.SheetMark(before) {
			c.State = data.SheetConflict
		}
		out = append(out, c)
	}
	return out
}

// TakeSheet makes the desk what these changes say, as one act, and tells how many
// records it wrote. If the desk no longer holds what one of them was compared with,
// CodeMovedOn is raised and nothing is written.
func (d *Desk) TakeSheet(ctx context.Context, changes []data.SheetChange) (n int, err error) {
	d.acts.Lock()
	defer d.acts.Unlock()
	var writes []change.Write
	said := now()
	for len(changes) > 0 {
		same := 1 // changes of one record stand together
		for same < len(changes) && changes[same].State != data.SheetNew && changes[same].Row.Provision == changes[0].Row.Provision && changes[same].Row.View == changes[0].Row.View {
			same++
		}
		var list []change.Write
		switch first := changes[0]; {
		case first.State == data.SheetNew:
			list, err = d.newViewWrites(first.View, said)
			same = 1
		case !first.Row.View.IsZero():
			list, err = d.changedViewWrites(changes[:same])
		default:
			list, err = d.changedPositionWrites(changes[:same])
		}
		if err != nil {
			return 0, err
		}
		if len(list) > 0 {
			n++
		}
		writes, changes = append(writes, list...), changes[same:]
	}
	if len(writes) == 0 {
		return 0, nil
	}
	return n, d.acted(ctx, "act.sheet", nil, writes)
}

func (d *Desk) changedPositionWrites(changes []data.SheetChange) ([]change.Write, error) {
	p, err := d.Provision(changes[0].Row.Provision)
	if err != nil {
		return nil, err
	}
	pos := d.Position(p.ID)
	held := positionFields(pos, data.Langs)
	held[data.FieldStance] = string(pos.Stance)
	for _, c := range changes {
		field, lang := c.Field.Split()
		before := held[c.Field]
		if field == data.FieldStance {
			before = string(data.Stance(before).Public())
			c.Before = string(data.Stance(c.Before).Public())
		}
		if !data.SameInCell(before, c.Before) {
			return nil, data.E(CodeMovedOn)
		}
		switch field {
		case data.FieldStance:
			pos.Stance = data.Stance(c.After)
		case data.FieldWording:
			pos.Wording[lang] = c.After
		case data.FieldReasons:
			pos.PublicReasons[lang] = c.After
		case data.FieldSources:
			pos.Citations[lang] = c.After
		default:
			return nil, data.E(data.CodeInput, "what", "field")
		}
	}
	pos.Provision = p.ID
	return d.positionWrites(pos), nil
}
