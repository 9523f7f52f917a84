package desk

import (
	"cmp"
	"slices"
	"time"

	"travaux/data"
	"travaux/data/tally"
)

// BriefOptions choose what an internal brief tells of. Names come from the caller, for
// this package knows no words.
type BriefOptions struct {
	PublicOptions
	StateName string
	Attribute func(data.Proposal) string
	Party     func(tally.Standing) string
	RedLine   func(data.RedLine) string
}

// InternalBrief gathers what the delegation has on provisions: those of the options,
// else all on which it has a position, an instruction in force or a ladder. What the
// reader's role may not read is not in it.
func (d *Desk) InternalBrief(o BriefOptions) (data.InternalBrief, error) {
	t, err := d.Current()
	if err != nil {
		return data.InternalBrief{}, err
	}
	n, scheme := d.Negotiation(), d.Marking()
	out := data.InternalBrief{Scheme: n.Scheme, OwnLevels: n.OwnLevels, Level: scheme.Internal, PublicBrief: d.publicCover(t, o.PublicOptions, o.StateName)}
	out.Summary = n.Summary[o.Lang]
	about := t.about(o.Provisions)
	for i, p := range t.Provisions {
		if !about(i) {
			continue
		}
		x, says := d.internalItem(t, p, o)
		if !says {
			continue
		}
		for _, order := range x.Orders {
			out.Level = scheme.Highest(out.Level, scheme.OfText(order.Level, order.Text).Code).Code
		}
		out.Level = scheme.Highest(out.Level, scheme.OfText("", x.Internal).Code).Code
		out.Items = append(out.Items, x)
	}
	if len(out.Items) == 0 {
		return out, data.E(CodeEmpty)
	}
	return out, nil
}

// order is an instruction as a brief tells of it.
func (d *Desk) order(i Instructed) data.InternalOrder {
	o := data.InternalOrder{Reference: i.Reference, Text: i.Text, Level: i.Classification, Issued: i.Issued, Lapses: i.Lapses, Out: i.Out()}
	for _, id := range i.SupersededBy {
		if other, err := d.Instruction(id); err == nil && other.Reference != "" {
			o.SupersededBy = append(o.SupersededBy, other.Reference)
		}
	}
	return o
}

// internalItem is what the delegation has on one provision, and whether it has anything
// of its own on it.
func (d *Desk) internalItem(t *Text, p data.Provision, o BriefOptions) (x data.InternalItem, says bool) {
	r, in := p.In(o.Lang)
	position := d.Position(p.ID)
	x = data.InternalItem{
		Path: p.Path, Kind: p.Kind, Label: r.Label, Heading: r.Heading, Parents: headings(t, p, o.Lang), Text: r.Text,
		State: d.Standing(p.ID).State, Stance: position.Stance, Internal: position.InternalReasons,
	}
	if in != o.Lang && r.Text != "" {
		x.TextLang = in
	}
	x.PublicLine = cmp.Or(position.TalkingPoints[o.Lang], position.PublicReasons[o.Lang])
	if x.Wording = position.Wording[o.Lang]; x.Wording != "" {
		x.WordingBase = p.Text[o.Lang].Text
	}
	for _, i := range d.InstructionsAt(p.ID, data.OnDay(o.Date, "").Start()) {
		if slices.Contains(i.Provisions, p.ID) {
			x.Orders = append(x.Orders, d.order(i))
		}
	}
	for _, line := range d.RedLinesOn(p.ID) {
		x.Lines = append(x.Lines, o.RedLine(line))
	}
	ladder, at := d.Ladder(p.ID)
	for i, s := range ladder.Steps {
		x.Ladder = append(x.Ladder, data.InternalStep{Wording: s.Wording.In(o.Lang), Trigger: s.Trigger, Here: i == at})
	}
	says = !position.IsZero() || len(x.Orders) > 0 || len(x.Ladder) > 0 || len(x.Lines) > 0
	d.others(&x, p.ID, o)
	return x, says
}

// others tells who wants what: views on the text of a provision, and proposals of others.
func (d *Desk) others(x *data.InternalItem, provision data.ID, o BriefOptions) {
	count := d.Tally(tally.Question{Provision: provision}, time.Time{})
	x.Count = len(count.Counted())
	for _, class := range tally.Classes {
		if class == data.AttitudeSilent {
			continue
		}
		s := data.InternalStanding{Attitude: class, Mixed: class == tally.Mixed}
		if s.Mixed {
			s.Attitude = data.AttitudeSilent
		}
		for _, who := range slices.Concat(count.Counted(), count.Observers(), count.Others()) {
			if who.Class() == class {
				s.Who = append(s.Who, o.Party(who))
			}
		}
		if len(s.Who) > 0 {
			x.Others = append(x.Others, s)
		}
	}
	for _, q := range d.Proposals(provision) {
		if !q.Ours && !q.Withdrawn {
			x.Offers = append(x.Offers, data.InternalOffer{By: o.Attribute(q), Kind: q.Kind, Wording: q.Wording.In(o.Lang)})
		}
	}
}
