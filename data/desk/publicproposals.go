package desk

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"travaux/data"
)

// PublicAmendments gathers what a sheet of our amendments is made from: what Public
// gives as changes of the text, and, unless approved positions alone are asked for, our
// own proposals that were not withdrawn. Where both speak of the wording of a provision,
// the position does. It raises what Public raises, CodeCrossed of our proposals as well,
// and CodeEmpty where there is nothing to ask for.
func (d *Desk) PublicAmendments(o PublicOptions, stateName string) (data.PublicProposals, error) {
	brief, err := d.Public(o, stateName)
	if err != nil {
		return data.PublicProposals{}, err
	}
	t, err := d.Current()
	if err != nil {
		return data.PublicProposals{}, err
	}
	lines := map[string]data.PublicLine{}
	for _, l := range brief.Lines {
		lines[l.Path] = l
	}
	brief.Lines, brief.Summary = nil, ""
	out := data.PublicProposals{PublicBrief: brief}
	about := t.about(o.Provisions)
	var crossing []string
	for i, p := range t.Provisions {
		if !about(i) {
			continue
		}
		x := publicProvision(t, p, o)
		line, held := lines[p.Path]
		if held {
			x.Proposals = amendmentOf(line)
		}
		for _, q := range d.Proposals(p.ID) {
			worded := q.Kind == data.ProposalModify || q.Kind == data.ProposalSuppress
			if !q.Ours || q.Withdrawn || !q.On.IsZero() || o.ApprovedOnly || worded && len(x.Proposals) > 0 {
				continue
			}
			if d.proposalCrosses(q) {
				crossing = append(crossing, p.Path)
			}
			if worded || q.Kind == data.ProposalNoChange {
				x.Proposals = nil
			}
			one := d.publicProposal(t, p, q, o)
			one.Reasons, one.ReasonsLang = reasonsIn(cmp.Or(q.Reasons, line.Reasons), q, o)
			x.Proposals = append(x.Proposals, one)
		}
		if len(x.Proposals) > 0 {
			out.Provisions = append(out.Provisions, x)
		}
	}
	switch {
	case len(crossing) > 0:
		for i, path := range crossing {
			if o.Cite != nil {
				crossing[i] = o.Cite(path)
			}
		}
		return out, data.E(CodeCrossed, "count", strconv.Itoa(len(crossing)), "where", strings.Join(crossing, "; "))
	case len(out.Provisions) == 0:
		return out, data.E(CodeEmpty)
	}
	return out, nil
}

// amendmentOf is a position as a change of the text; none where it changes nothing and
// asks that nothing be changed.
func amendmentOf(l data.PublicLine) []data.PublicProposal {
	p := data.PublicProposal{Wording: l.Wording, WordingLang: l.WordingLang, Base: l.WordingBase(), Reasons: l.Reasons, ReasonsLang: l.ReasonsLang, Source: l.Citations}
	switch {
	case l.Wording != "" && strings.TrimSpace(l.Wording) != strings.TrimSpace(l.WordingBase()):
		p.Kind = data.ProposalModify
	case l.Stance == data.StanceDelete:
		p.Kind = data.ProposalSuppress
	case l.Stance == data.StanceSupport:
		p.Kind = data.ProposalNoChange
	default:
		return nil
	}
	return []data.PublicProposal{p}
}

// proposalCrosses reports whether a proposal of ours crosses a red line for sure,
// whoever asks.
func (d *Desk) proposalCrosses(q data.Proposal) bool {
	t, err := d.Current()
	if err != nil {
		return false
	}
	i, ok := t.byID[q.Provision]
	if !ok {
		return false
	}
	added := d.amends(q, data.ProposalAdd)
	for _, k := range d.watchable().lines {
		if slices.ContainsFunc(d.lookout(k.it).proposal(t, i, q, added), func(c data.Crossing) bool { return !c.Doubt }) {
			return true
		}
	}
	return false
}

// PublicProposals gathers what a compilation is made from: the proposals of everybody
// that were not withdrawn, in the order in which they were made, on the provisions of
// the options. by names who makes one; of names who is meant by an order that asks for
// some alone, and is nil where it asks for all.
//
// Codes: data.CodeForbidden for a role that may make no papers, CodeEmpty where there
// is no proposal.
func (d *Desk) PublicProposals(o PublicOptions, stateName string, by func(data.Proposal) string, of func(data.Proposal) bool) (data.PublicProposals, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicProposals{}, data.E(data.CodeForbidden)
	}
	t, err := d.Current()
	if err != nil {
		return data.PublicProposals{}, err
	}
	out := data.PublicProposals{PublicBrief: d.publicCover(t, o, stateName)}
	about := t.about(o.Provisions)
	for i, p := range t.Provisions {
		if !about(i) {
			continue
		}
		x := publicProvision(t, p, o)
		for _, q := range d.Proposals(p.ID) {
			if q.Withdrawn || of != nil && !of(q) || q.Ours && d.proposalCrosses(q) {
				continue
			}
			one := d.publicProposal(t, p, q, o)
			one.By = by(q)
			if on, err := d.Proposal(q.On); !q.On.IsZero() && err == nil {
				one.Amends = by(on)
			}
			x.Proposals = append(x.Proposals, one)
		}
		if len(x.Proposals) > 0 {
			out.Provisions = append(out.Provisions, x)
		}
	}
	if len(out.Provisions) == 0 {
		return out, data.E(CodeEmpty)
	}
	return out, nil
}

func publicProvision(t *Text, p data.Provision, o PublicOptions) data.PublicProvision {
	r, in := p.In(o.Lang)
	x := data.PublicProvision{Path: p.Path, Kind: p.Kind, Label: r.Label, Heading: r.Heading, Parents: headings(t, p, o.Lang), Text: r.Text}
	if in != o.Lang && r.Text != "" {
		x.TextLang = in
	}
	return x
}

func (d *Desk) publicProposal(t *Text, of data.Provision, q data.Proposal, o PublicOptions) data.PublicProposal {
	one := data.PublicProposal{Kind: q.Kind, Label: q.Label, Before: q.Before, Source: q.Source, Must: q.Kind == data.ProposalNoChange}
	one.Wording, one.WordingLang = q.Wording.Or(o.Lang, o.Original)
	lang := cmp.Or(one.WordingLang, o.Lang)
	one.Base = q.Base[lang]
	one.Elsewhere = one.Wording == "" && q.Wording.In(o.Lang) != ""
	if q.Kind == data.ProposalModify && q.On.IsZero() && one.Wording != "" {
		now, here := of.Text[lang]
		one.Earlier = here && strings.TrimSpace(now.Text) != strings.TrimSpace(one.Base)
		if one.Earlier && q.Revision != t.Revision.ID {
			one.EarlierOf = d.symbolOf(q.Revision)
		}
	}
	if p, ok := t.Find(q.Target); ok {
		one.Target = p.Path
	}
	return one
}

// symbolOf is the symbol of a revision of the text, "" of one that has none or is not here.
func (d *Desk) symbolOf(revision data.ID) string {
	for _, r := range d.Revisions() {
		if r.ID == revision {
			return r.Symbol
		}
	}
	return ""
}

// reasonsIn are reasons of which nobody noted the language, if it is that of the paper
// or the original will do: told by their script, and else by the wording beside them.
func reasonsIn(text string, q data.Proposal, o PublicOptions) (string, data.Lang) {
	in := data.Lang("")
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			in = data.Russian
		case unicode.Is(unicode.Arabic, r):
			in = data.Arabic
		case unicode.Is(unicode.Han, r):
			in = data.Chinese
		case !unicode.Is(unicode.Latin, r):
			continue
		case len(q.Wording) == 1:
			for l := range q.Wording {
				in = l
			}
		default:
			in = data.English
		}
		break
	}
	switch {
	case in == o.Lang || in == "":
		return text, ""
	case o.Original:
		return text, in
	}
	return "", ""
}
