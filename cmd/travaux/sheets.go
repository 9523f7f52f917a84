package main

import (
	"context"
	"fmt"
	"path/filepath"

	"travaux/app/sheets"
	"travaux/data"
	"travaux/data/states"
	"travaux/export/xlsx"
	"travaux/translations"
)

// runSheet writes positions or views as a spreadsheet to be worked on, or takes over
// what came back: all that only the sheet changed. What the desk changed as well, and
// what cannot be understood, is listed and left.
func runSheet(kind data.SheetKind) func(context.Context, *call) error {
	return func(ctx context.Context, c *call) error {
		switch len(c.files) {
		case 0:
			return c.writeSheet(ctx, kind)
		case 1:
			return c.takeSheet(ctx, kind)
		}
		return data.E(codeUsage, "what", c.files[1])
	}
}

func (c *call) writeSheet(ctx context.Context, kind data.SheetKind) error {
	lang, _, err := c.ordered()
	if err != nil {
		return err
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	w, err := sheets.Worksheet(d, kind, lang, []data.Lang{lang}, states.Name(d.Negotiation().State, lang))
	if err != nil {
		return err
	}
	m, err := sheets.Make(ctx, w, c.loc)
	if err != nil {
		return err
	}
	return c.handOver(ctx, d, m.Order, m.Files)
}

func (c *call) takeSheet(ctx context.Context, kind data.SheetKind) error {
	content, err := readSome(c.files[0])
	if err != nil {
		return data.E(data.CodeFile, "name", filepath.Base(c.files[0])).Because(err)
	}
	read := xlsx.ReadPositions
	if kind == data.SheetViews {
		read = xlsx.ReadViews
	}
	sheet, err := read(content)
	if err != nil {
		return err
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	changes, faults := d.CompareSheet(sheet)
	var list []data.SheetChange
	for _, x := range changes {
		c.tellChange(x)
		if x.State != data.SheetConflict {
			list = append(list, x)
		}
	}
	for _, f := range faults {
		sentence, _ := c.loc.Error(string(data.CodeOf(f.Err)), nil)
		fmt.Fprintf(c.io.err, "%d\t%s\t%s\n", f.Row, f.Column, sentence)
	}
	if c.exchanging.dryRun {
		return nil
	}
	n, err := d.TakeSheet(ctx, list)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.io.out, c.loc.N("cli.sheet.taken", n))
	return v.Close()
}

// tellChange prints a difference in a line: the row, the provision, the field, how it
// stands.
func (c *call) tellChange(x data.SheetChange) {
	field := ""
	if name, lang := x.Field.Split(); name != "" {
		field = c.loc.T("sheets.column." + string(name))
		if lang != "" {
			field = c.loc.T("sheets.column.in", "column", field, "language", c.loc.Name("language", string(lang)))
		}
	}
	fmt.Fprintf(c.io.out, "%d\t%s\t%s\t%s\n", x.Row.At, translations.Capital(c.loc.Cite(x.Row.Path)), field, c.loc.T("sheets.state."+string(x.State)))
}
