package desk

import (
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	work "travaux/data/desk"
	"travaux/data/redline"
	"travaux/data/redline/strength"
	"travaux/translations"
)

// strengthFacts says whether another version of a text binds more or less.
type strengthFacts struct {
	title   string // catalogue id of what is compared with the text; "" in a card
	outcome strength.Outcome
	changes string // "shall → should"; "" if no expression changed
}

// mostChanges is how many changed expressions are named.
const mostChanges = 4

// compareStrength compares two versions in a language.
func compareStrength(loc *translations.Localizer, old, new string, lang data.Lang) strengthFacts {
	v := strength.Compare(old, new, lang)
	var parts []string
	for _, c := range v.Changes[:min(len(v.Changes), mostChanges)] {
		before, after := markedWords(loc, old, c.Old), markedWords(loc, new, c.New)
		switch {
		case before == "":
			parts = append(parts, loc.T("strength.change.added", "what", after))
		case after == "":
			parts = append(parts, loc.T("strength.change.removed", "what", before))
		default:
			parts = append(parts, loc.T("strength.change.became", "old", before, "new", after))
		}
	}
	changes := strings.Join(parts, "; ")
	if len(v.Changes) > mostChanges {
		changes += "…"
	}
	return strengthFacts{outcome: v.Outcome, changes: changes}
}

// markedWords are the words of expressions, as they stand in a text.
func markedWords(loc *translations.Localizer, text string, marks []strength.Mark) string {
	runes := []rune(text)
	var parts []string
	for _, m := range marks {
		parts = append(parts, loc.Isolate(strings.Join(strings.Fields(string(runes[m.Start:m.End])), " ")))
	}
	return strings.Join(parts, " / ")
}

// readStrength compares our wording, and what the ticked proposals come to, with
// the text as issued.
func readStrength(d *work.Desk, p data.Provision, lang data.Lang, chosen map[data.ID]bool, loc *translations.Localizer) (list []strengthFacts) {
	base := p.Text[lang].Text
	if base == "" {
		return nil
	}
	if ours := d.Position(p.ID).Wording[lang]; ours != "" && ours != base {
		f := compareStrength(loc, base, ours, lang)
		f.title = "panes.position.wording"
		list = append(list, f)
	}
	if x := layTicked(d.Proposals(p.ID), p, lang, chosen, loc); len(x.edits) > 0 && x.lang == lang && !x.gone {
		f := compareStrength(loc, base, redline.New(x.edits), lang)
		f.title = "panels.strength.ticked"
		list = append(list, f)
	}
	return list
}

// strengthBox is the part of the tab on the text that says whether what is
// wanted binds more or less than the text.
type strengthBox struct {
	room   *room.Room
	object *fyne.Container
}

func newStrengthBox(r *room.Room) *strengthBox { return &strengthBox{r, look.Stack()} }

func (b *strengthBox) set(list []strengthFacts) {
	b.object.Objects = nil
	if len(list) > 0 {
		b.object.Add(caption(b.room.Loc.T("panels.strength.title")))
	}
	for _, f := range list {
		b.object.Add(small(b.room.Loc.T(f.title)))
		b.object.Add(strengthLine(b.room.Loc, f))
	}
	look.SetShown(b.object, len(list) > 0)
	b.object.Refresh()
}

// strengthLine is a verdict in a line: a sign, the words, the expressions that
// changed.
func strengthLine(loc *translations.Localizer, f strengthFacts) fyne.CanvasObject {
	words := loc.T("strength.verdict." + string(f.outcome))
	if f.changes != "" {
		words = loc.T("panels.toast", "place", words, "what", f.changes)
	}
	line := look.Wrapped(words)
	name, colour := look.IconName(""), look.ColourMuted
	switch f.outcome {
	case strength.Weakened:
		name, colour = look.IconDown, look.ColourReturned
	case strength.Strengthened:
		name, colour = look.IconUp, look.ColourApproved
	case strength.Mixed:
		name, colour = look.IconWarning, look.ColourReturned
	default:
		line.Colour = look.ColourMuted
		return line
	}
	sign := look.NewIcon(name)
	sign.Set(name, colour)
	return look.Border(nil, nil, look.Inset(0, 0, 0, 5, sign), nil, line)
}
