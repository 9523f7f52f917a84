package desk

import (
	"slices"

	"travaux/data"
)

const kindDiscordance = "discordance"

// Discordances are what was decided on places where language versions differ.
func (d *Desk) Discordances() Book[data.Discordance, *data.Discordance] {
	return Book[data.Discordance, *data.Discordance]{d, kindDiscordance}
}

// CorrectionOptions choose what a note on corrections says.
type CorrectionOptions struct {
	Lang      data.Lang
	Date      data.Date
	StateName string // in Lang
	// Says tells what the versions say in the matter of a decision, and which stand
	// apart: the desk does not compare versions.
	Says func(data.Discordance) (said []data.PublicSaying, apart []data.Lang)
}

// Corrections gathers what was confirmed in the current text and how it should
// read, in the order of the text. Who may make no papers gets data.CodeForbidden.
func (d *Desk) Corrections(o CorrectionOptions) (data.PublicCorrections, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicCorrections{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		return data.PublicCorrections{}, err
	}
	n := d.Negotiation()
	out := data.PublicCorrections{
		Lang: o.Lang, Title: n.Title.In(o.Lang), Body: n.Body.In(o.Lang), State: o.StateName, Letterhead: letterhead(n, o.Lang),
		Date: o.Date, Symbol: t.Revision.Symbol, Authentic: t.Revision.Langs(),
	}
	if s := n.StateName.In(o.Lang); s != "" {
		out.State = s
	}
	confirmed := d.Discordances().Where(func(x data.Discordance) bool { return x.Confirmed })
	order := func(x data.Discordance) int {
		p, ok := t.Find(x.Provision)
		if !ok {
			return -1
		}
		return p.Order
	}
	slices.SortStableFunc(confirmed, func(a, b data.Discordance) int { return order(a) - order(b) })
	for _, x := range confirmed {
		p, ok := t.Find(x.Provision)
		if !ok {
			continue // not in this text
		}
		c := data.PublicCorrection{Path: p.Path, Kind: x.Kind}
		c.Said, c.Apart = o.Says(x)
		for _, lang := range data.Langs {
			if read := x.Read[lang]; read != "" && read != p.Text[lang].Text {
				c.Readings = append(c.Readings, data.PublicReading{Lang: lang, Stands: p.Text[lang].Text, Read: read})
			}
		}
		out.Items = append(out.Items, c)
	}
	return out, nil
}
