package desk

import (
	"slices"
	"strings"

	"travaux/data"
)

// Agenda is what a meeting considers, in its order of consideration; where none
// was set, the articles of the current text in their order.
func (d *Desk) Agenda(meeting data.ID) []data.ID {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	var out []data.ID
	if m, ok := d.Meeting(meeting); ok {
		for _, id := range m.Order {
			if i, there := t.byID[id]; there && !slices.Contains(out, t.Provisions[i].ID) {
				out = append(out, t.Provisions[i].ID)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, p := range t.Provisions {
		if p.Kind == data.KindArticle {
			out = append(out, p.ID)
		}
	}
	return out
}

// SpeechPoints gathers what we have to say on provisions and on all that stands in
// them, in the order given, each once: where we have talking points, public
// reasons, a wording or a stance. What is not there in the language has an empty
// Text, so that somebody is told. A role that cannot read positions gets none.
func (d *Desk) SpeechPoints(provisions []data.ID, lang data.Lang) []data.SpeechPoint {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if !d.members[d.me].Role.May(data.RightReadPositions) {
		return nil
	}
	var out []data.SpeechPoint
	taken := map[data.ID]bool{}
	for _, id := range provisions {
		from, there := t.byID[id]
		if !there {
			continue
		}
		for i := from; i < t.end(from); i++ {
			p := t.Provisions[i]
			if pos, held := d.onlyPosition(p.ID); held && !taken[p.ID] {
				taken[p.ID] = true
				if x, says := speechPoint(p, pos, lang); says {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// speechPoint is what is said of a provision; says is false where nothing is.
func speechPoint(p data.Provision, pos data.Position, lang data.Lang) (x data.SpeechPoint, says bool) {
	x = data.SpeechPoint{Provision: p.ID, Path: p.Path, Stance: pos.Stance.Public(), Wording: strings.TrimSpace(pos.Wording[lang])}
	if x.Text = strings.TrimSpace(pos.TalkingPoints[lang]); x.Text == "" {
		x.Text = strings.TrimSpace(pos.PublicReasons[lang])
	}
	return x, x.Text != "" || x.Wording != "" || pos.Stance != data.StanceNone && pos.Stance != data.StanceRedLine
}
