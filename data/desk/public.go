package desk

import (
	"cmp"
	"strings"

	"travaux/data"
)

// PublicOptions choose what a public paper says.
type PublicOptions struct {
	Lang data.Lang
	Date data.Date // on the paper
	// ApprovedOnly leaves out every position whose approval is not in force.
	ApprovedOnly bool
	// Original gives what is not there in the language of the paper in its original
	// one (data.Words.Or), and says which that is.
	Original bool
	// Provisions of which it speaks, with what stands in them; none: all.
	Provisions []data.ID
	// Cite names a provision by its path in the words of an error; nil: by the path.
	Cite func(path string) string
}

// Public gathers what a position paper in that language is made from: the
// provisions with a position, in document order. States' names come from the
// caller, for this package knows no table of them.
//
// A paper that crosses a red line is refused with CodeCrossed, unless the head let
// exactly these lines out (Override); one with a paragraph that is marked for the
// delegation with CodeClassified. A role that may make no papers gets
// data.CodeForbidden.
func (d *Desk) Public(o PublicOptions, stateName string) (data.PublicBrief, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicBrief{}, data.E(data.CodeForbidden)
	}
	b, err := d.PublicDraft(o, stateName)
	if err == nil {
		err = d.classified(b)
	}
	if err == nil {
		err = d.released(b, o)
	}
	if err != nil {
		return data.PublicBrief{}, err
	}
	return b, nil
}

// PublicDraft is Public for who only looks at what a paper would say: it does not
// ask for red lines and markings. No paper is made from it.
func (d *Desk) PublicDraft(o PublicOptions, stateName string) (data.PublicBrief, error) {
	t, err := d.Current()
	if err != nil {
		return data.PublicBrief{}, err
	}
	b := d.publicCover(t, o, stateName)
	b.Summary = d.Negotiation().Summary[o.Lang]
	about := t.about(o.Provisions)
	d.mu.RLock()
	defer d.mu.RUnlock()
	for i, p := range t.Provisions {
		if !about(i) {
			continue
		}
		if line, ok := d.publicLine(t, p, o); ok {
			b.Lines = append(b.Lines, line)
		}
	}
	return b, nil
}

// publicCover is what a paper for the outside belongs to.
func (d *Desk) publicCover(t *Text, o PublicOptions, stateName string) data.PublicBrief {
	n := d.Negotiation()
	b := data.PublicBrief{
		Lang: o.Lang, Title: n.Title.In(o.Lang), Body: n.Body.In(o.Lang), Session: n.Session.In(o.Lang),
		AgendaItem: n.AgendaItem.In(o.Lang), State: stateName, Date: o.Date, Symbol: t.Revision.Symbol,
	}
	if s := n.StateName.In(o.Lang); s != "" {
		b.State = s
	}
	b.Letterhead = letterhead(n, o.Lang)
	return b
}

// about tells by its index whether a provision is one of some, or stands in one of
// them; every one is of none.
func (t *Text) about(provisions []data.ID) func(i int) bool {
	if len(provisions) == 0 {
		return func(int) bool { return true }
	}
	in := make([]bool, len(t.Provisions))
	for _, id := range provisions {
		if i, ok := t.byID[id]; ok {
			for k := i; k < t.end(i); k++ {
				in[k] = true
			}
		}
	}
	return func(i int) bool { return in[i] }
}

// publicLine is our position on a provision as the outside may see it; ok is
// false where there is nothing to show.
func (d *Desk) publicLine(t *Text, p data.Provision, o PublicOptions) (data.PublicLine, bool) {
	pos, held := d.onlyPosition(p.ID)
	wording, wordingLang := pos.Wording.Or(o.Lang, o.Original)
	reasons, reasonsLang := pos.PublicReasons.Or(o.Lang, o.Original)
	if !held || pos.Stance == data.StanceNone && wording == "" && reasons == "" {
		return data.PublicLine{}, false
	}
	a := d.approval(&p)
	if o.ApprovedOnly && !a.State.InForce() {
		return data.PublicLine{}, false
	}
	r, in := p.In(o.Lang)
	line := data.PublicLine{
		Path: p.Path, Kind: p.Kind, Label: r.Label, Heading: r.Heading, Text: r.Text,
		Stance: pos.Stance.Public(), Wording: wording, WordingLang: wordingLang, Reasons: reasons, ReasonsLang: reasonsLang,
		Citations: pos.Citations.In(o.Lang), Parents: headings(t, p, o.Lang),
	}
	if in != o.Lang && r.Text != "" {
		line.TextLang = in
	}
	if line.TextLang != wordingLang && wording != "" {
		in, _ := p.In(cmp.Or(wordingLang, o.Lang))
		line.Base = in.Text
	}
	if a.State.InForce() {
		line.Approval = publicApproval(a)
	}
	return line, true
}

// publicApproval is the approval of a position that is in force, and what was
// signed from the head's step on.
func publicApproval(a data.Approval) data.PublicApproval {
	x := a.Approved
	out := data.PublicApproval{Approved: true, Date: data.DateOf(x.Time), Digest: x.Digest}
	for _, x := range a.Taken {
		if (x.Act == data.ApprovalApproved || x.Act == data.ApprovalConfirmed) && x.Statement != "" {
			out.Signed = append(out.Signed, data.PublicStatement{Text: x.Statement, Signature: x.Signature})
		}
	}
	return out
}

func headings(t *Text, p data.Provision, lang data.Lang) []data.PublicHeading {
	var out []data.PublicHeading
	for id := p.Parent; !id.IsZero(); {
		up, ok := t.Find(id)
		if !ok {
			break
		}
		r, _ := up.In(lang)
		out = append([]data.PublicHeading{{Kind: up.Kind, Label: r.Label, Heading: r.Heading}}, out...)
		id = up.Parent
	}
	return out
}

// Secrets returns every string of the desk that no public paper may contain.
// That they are secret from who makes the paper as well makes no difference.
func (d *Desk) Secrets() []data.Secret {
	if whole, err := d.all(); err == nil && whole != d {
		return whole.Secrets()
	}
	t, err := d.Current()
	if err != nil {
		t = &Text{}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []data.Secret
	add := func(field, text string, exact bool) {
		if strings.TrimSpace(text) != "" {
			out = append(out, data.Secret{Field: field, Text: text, Exact: exact})
		}
	}
	for _, m := range d.members {
		add("field.member", m.Name, true)
	}
	for _, k := range d.instructions.all {
		i := k.it
		add("field.instruction.reference", i.Reference, true)
		add("field.instruction", i.Text, false)
		add("field.instruction", i.Topic, false)
		for _, p := range i.Forbids {
			add("field.instruction", p.Words, false)
		}
	}
	for _, k := range d.cables.all {
		add("field.cable", k.it.Name, true)
		add("field.cable", k.it.Text, false)
	}
	for _, k := range d.positions.all {
		add("field.internal", k.it.InternalReasons, false)
	}
	for _, k := range d.decisions.all {
		add("field.remark", k.it.Remark, false)
	}
	for _, k := range d.comments.all {
		add("field.comment", k.it.Text, false)
	}
	for _, k := range d.steps.all {
		add("field.text-state", k.it.Remark, false)
	}
	for _, said := range d.overrules {
		for _, o := range said {
			add("field.uptake", o.Remark, false)
		}
	}
	known := d.published(t)
	d.redLineSecrets(add)
	d.viewSecrets(add)
	d.packageSecrets(add)
	d.ladderSecrets(known, add)
	d.speechSecrets(t, add)
	d.bookSecrets(add)
	for _, k := range d.liveWith.all {
		add("field.live-with.remark", k.it.Remark, false)
		if !known.has(k.it.Lang, k.it.Sentence) {
			add("field.live-with", k.it.Sentence, true)
		}
	}
	return out
}
