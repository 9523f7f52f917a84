package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/translations"
)

// runAudit tells who did what when: a table, or lines of JSON.
func runAudit(ctx context.Context, c *call) error {
	lang, err := c.language()
	if err != nil {
		return err
	}
	loc := c.loc
	if lang != "" {
		loc = translations.New(string(lang))
	}
	filter := desk.AuditFilter{Zone: time.Local}
	if c.day != "" {
		if filter.Day, err = data.ParseDate(c.day); err != nil {
			return data.E(codeUsage, "what", "--day "+c.day)
		}
	}
	v, d, err := c.desk(ctx)
	if err != nil {
		return err
	}
	defer v.Close()
	if err := c.narrow(&filter, d); err != nil {
		return err
	}
	lines, err := d.Audit(filter)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		if c.asJSON {
			return export.WriteAuditLines(w, loc, auditNames(d, loc), lines)
		}
		return export.WriteAuditTable(w, loc, auditNames(d, loc), lines)
	}
	if c.out == "" {
		return write(c.io.out)
	}
	if err := writeWhole(c.out, write); err != nil {
		return err
	}
	fmt.Fprintln(c.io.err, c.loc.T("cli.written", "name", c.out))
	return nil
}

// narrow reads which person and which provision an audit is about.
func (c *call) narrow(filter *desk.AuditFilter, d *desk.Desk) error {
	if c.person != "" {
		for _, m := range d.Members() {
			if strings.EqualFold(m.Name, c.person) || m.ID.String() == c.person {
				filter.Person = m.ID
			}
		}
		if filter.Person.IsZero() {
			return data.E(codeUsage, "what", "--person "+c.person)
		}
	}
	if c.provision != "" {
		txt, err := d.Current()
		if err != nil {
			return err
		}
		found := txt.GoTo(c.provision)
		if len(found) == 0 {
			return data.E(codeUsage, "what", "--provision "+c.provision)
		}
		filter.Provision = found[0].ID
	}
	return nil
}

// auditNames are the words of a desk for its audit.
func auditNames(d *desk.Desk, loc *translations.Localizer) export.AuditNames {
	laptops := map[string]string{}
	return export.AuditNames{
		Person: func(id data.ID) string { return d.Member(id).Name },
		Laptop: func(device string) string {
			if laptops[device] == "" {
				laptops[device] = d.LaptopName(device)
			}
			return laptops[device]
		},
		Provision: func(id data.ID) string {
			p, err := d.Provision(id)
			if err != nil {
				return ""
			}
			return loc.Cite(p.Path)
		},
	}
}
