package disputes

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/marking"
	"travaux/data/states"
	"travaux/export"
	"travaux/translations"
)

// Paper is the file of a dispute as it is on a day. One for the outside holds only
// what everybody may read, and a dispute that fewer may read has none; ours holds
// all, and is marked.
func Paper(d *desk.Desk, id data.ID, lang data.Lang, day data.Date, ours bool) (export.Document, error) {
	x, ok := d.Disputes().Get(id)
	if !ok || !ours && x.Audience() != data.AudienceAll {
		return export.Document{}, data.E(data.CodeNotFound, "what", "dispute")
	}
	n, reg := d.Negotiation(), d.Register()
	p := export.PublicDispute{
		Lang: lang, Day: day, Dispute: x, Names: map[string]string{}, Paths: map[data.ID]string{},
		State: states.Name(n.State, lang), Letterhead: address(n.Letterhead.In(lang)),
	}
	if s := n.StateName.In(lang); s != "" {
		p.State = s
	}
	if t, ok := d.Treaties().Get(x.Treaty); ok {
		p.Treaty = t.Title.In(lang)
	}
	p.Steps = d.DisputeSteps().Where(func(s data.DisputeStep) bool {
		return s.Dispute == id && !day.Before(s.Date) && (ours || s.Audience() == data.AudienceAll)
	})
	p.Papers = d.DisputePapers().Where(func(s data.DisputePaper) bool {
		return s.Dispute == id && !day.Before(s.Date) && (ours || s.Audience() == data.AudienceAll)
	})
	for _, code := range slices.Concat(x.Parties(), x.Third) {
		p.Names[code] = reg.Name(code, lang)
	}
	for _, s := range p.Steps {
		p.Names[s.By] = reg.Name(s.By, lang)
	}
	p.Names[""] = translations.New(string(lang)).T("dispute.by.body")
	for _, at := range x.Provisions {
		if v, err := d.Provision(at); err == nil {
			p.Paths[at] = v.Path
		}
	}
	if ours {
		p.Marking = marking.Of(n).Level(data.Confidential)
	}
	return export.DisputeFile(p, translations.New(string(lang))), nil
}

// address are the lines of a letterhead.
func address(text string) (lines []string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
