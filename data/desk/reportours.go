package desk

import (
	"cmp"
	"slices"
	"strings"

	"travaux/data"
)

// carried lists what waits for a person, and what has lost its place.
func (g *gathering) carried() {
	for _, c := range g.d.Carried(g.o.Revision) {
		if c.Outcome == data.CarryPerson && waits(c.Choice) {
			g.r.Waiting = append(g.r.Waiting, g.item(c))
		}
	}
	for _, c := range g.d.Orphans() {
		if waits(c.Choice) {
			g.r.Orphans = append(g.r.Orphans, g.item(c))
		}
	}
}

// item is an annotation on its way, with what it says and the texts on both
// sides.
func (g *gathering) item(c data.Carried) data.ReportItem {
	x := data.ReportItem{
		Kind: c.Kind, Reason: c.Reason, Score: c.Score, Escalated: c.Choice == data.ChoiceEscalate,
		Says: g.d.says(c.Kind, c.Entity, g.o.Lang),
	}
	x.Level = g.level(c.Kind, c.Entity, x.Says)
	old := g.compared.Old
	if before := g.d.Before(c.Revision); !before.IsZero() && before != old.Revision.ID {
		if t, err := g.d.Text(before); err == nil {
			old = t
		}
	}
	if p, ok := old.Find(c.From); ok {
		x.From, x.Old = p.Path, textOf(p, g.compared.Lang)
	}
	if p, ok := g.compared.New.Find(c.To); ok {
		x.To, x.New = p.Path, textOf(p, g.compared.Lang)
	}
	return x
}

// level is that of what somebody wrote; the report is of the highest.
func (g *gathering) level(kind data.AnnotationKind, entity data.ID, text string) data.Classification {
	level := g.d.levelOf(kind, entity, text)
	g.r.Level = g.d.Marking().Highest(g.r.Level, level).Code
	return level
}

// textOf is a provision's number and words.
func textOf(p data.Provision, lang data.Lang) string {
	r, _ := p.In(lang)
	return strings.Join(strings.Fields(r.Label+" "+r.Heading+" "+r.Text), " ")
}

// says is what somebody wrote in an annotation.
func (d *Desk) says(kind data.AnnotationKind, entity data.ID, lang data.Lang) string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	switch kind {
	case data.AnnotationInstruction:
		i, _ := d.instructions.get(entity)
		return i.Text
	case data.AnnotationPosition:
		p, _ := d.positions.get(entity)
		return cmp.Or(p.Wording.In(lang), p.PublicReasons.In(lang), p.InternalReasons)
	case data.AnnotationView:
		v, _ := d.views.get(entity)
		return cmp.Or(v.Words, v.Proposed)
	case data.AnnotationProposal:
		p, _ := d.proposals.get(entity)
		return cmp.Or(p.Wording.In(lang), p.Reasons)
	case data.AnnotationLiveWith:
		x, _ := d.liveWith.get(entity)
		return x.Sentence
	case data.AnnotationComment:
		c, _ := d.comments.get(entity)
		return c.Text
	case data.AnnotationTextState:
		s, _ := d.steps.get(entity)
		return s.Remark
	}
	return ""
}

// lapsed lists the approvals that do not hold any more; they are known of the
// current revision only.
func (g *gathering) lapsed() {
	if t, err := g.d.Current(); err != nil || t.Revision.ID != g.o.Revision {
		return
	}
	for _, l := range g.d.Lapsed() {
		x := data.ReportLapse{Path: pathOf(g.compared.New, l.Provision), Why: l.Why, OnlyNumber: l.OnlyNumber}
		if last := g.d.Approval(l.Provision).Approved; !last.ID.IsZero() {
			x.Approved = data.DateOf(last.Time.Local())
		}
		g.r.Lapsed = append(g.r.Lapsed, x)
	}
}

// notes are what we hold on each provision of the new text: our position, the
// instructions in force, and remarks that are not settled.
func (g *gathering) notes() {
	threads := g.d.AllComments()
	g.r.Notes = make([][]data.ReportNote, len(g.compared.NewIDs))
	for i, id := range g.compared.NewIDs {
		var list []data.ReportNote
		if p := g.d.Position(id); !p.IsZero() {
			says := cmp.Or(p.InternalReasons, p.PublicReasons.In(g.o.Lang))
			list = append(list, data.ReportNote{
				Kind: data.AnnotationPosition, Stance: p.Stance, State: g.d.Approval(id).State,
				Says: says, Level: g.level(data.AnnotationPosition, id, says),
			})
		}
		for _, x := range g.d.InstructionsAt(id, data.OnDay(g.o.Date, "").Start()) {
			if slices.Contains(x.Provisions, id) && x.ValidOn(g.o.Date) && len(x.SupersededBy) == 0 {
				list = append(list, data.ReportNote{Kind: data.AnnotationInstruction, Says: x.Text, Level: g.level(data.AnnotationInstruction, x.ID, x.Text)})
			}
		}
		for _, thread := range threads[id] {
			if !thread.Resolved {
				list = append(list, data.ReportNote{Kind: data.AnnotationComment, Says: thread.Text, Level: g.level(data.AnnotationComment, thread.ID, thread.Text)})
			}
		}
		g.r.Notes[i] = list
	}
}
