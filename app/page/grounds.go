package page

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/translations"
)

// Who names one of whom a tally tells: a participant, or somebody who is not in
// the register.
func Who(r *room.Room, reg *states.Register, s tally.Standing) string {
	return Speaker(r.Loc, reg, data.Speaker{Code: s.Code, Name: s.Name})
}

// SortStandings puts standings into the order of their names in the language of the
// window, in place, and returns them.
func SortStandings(loc *translations.Localizer, reg *states.Register, list []tally.Standing) []tally.Standing {
	name := func(s tally.Standing) string { return Speaker(loc, reg, data.Speaker{Code: s.Code, Name: s.Name}) }
	slices.SortStableFunc(list, func(a, b tally.Standing) int { return loc.Compare(name(a), name(b)) })
	return list
}

// Grounds shows how somebody stands and every statement that this rests on: those
// that decide, then those that give way, each with the reason. show is told the
// view that is pressed; nil: none can be.
func Grounds(r *room.Room, reg *states.Register, e tally.Explanation, show func(data.View)) fyne.CanvasObject {
	name := look.Wrapped(Who(r, reg, e.Standing))
	name.Bold = true
	out := look.Column(look.Stack(name, ClassLine(r, e.Class(), standingWords(r, e))))
	for _, g := range e.Grounds {
		out.Add(look.Rule())
		out.Add(ground(r, reg, g, show))
	}
	return out
}

// standingWords says how somebody stands, and how sure that is.
func standingWords(r *room.Room, e tally.Explanation) string {
	switch class := e.Class(); {
	case class == data.AttitudeSilent:
		return r.Loc.T("tally.silent")
	case class == tally.Mixed:
		return r.Loc.T("tally.mixed.why")
	case e.Confidence != data.ConfidenceHeard:
		return r.Loc.T("panels.toast", "place", ClassName(r.Loc, class), "what", r.Loc.Name("confidence", string(e.Confidence)))
	default:
		return ClassName(r.Loc, class)
	}
}

// ClassLine is words with the sign of a class before them, in its colour.
func ClassLine(r *room.Room, class data.Attitude, words string) fyne.CanvasObject {
	sign := look.NewText(ClassSign(class))
	sign.Bold, sign.Colour = true, ClassColour(class)
	return look.Border(nil, nil, look.Inset(0, 0, 0, 6, look.Top(sign)), nil, look.Wrapped(words))
}

// ground is one statement with what became of it.
func ground(r *room.Room, reg *states.Register, g tally.Ground, show func(data.View)) fyne.CanvasObject {
	out := Statement(r, reg, g)
	if !g.Governs() {
		line := look.Wrapped(r.Loc.T("tally.reason." + string(g.Reason)))
		line.Colour, line.Scale = look.ColourReturned, theme.SizeNameCaptionText
		out.Add(line)
	}
	if show != nil {
		view := g.View
		out.Add(look.Row(look.NewButton(r.Loc.T("tally.show"), func() { show(view) }).Rank(look.Quiet)))
	}
	return out
}

// Statement shows one view: who, how, the words, when and where it was said and who
// noted it.
func Statement(r *room.Room, reg *states.Register, g tally.Ground) *fyne.Container {
	out := look.Stack(ClassLine(r, g.View.Attitude, Speaker(r.Loc, reg, g.View.By)))
	if g.View.Words != "" {
		out.Add(look.Content(r.Loc.Quote(g.View.Words), string(g.View.Lang)))
	}
	if g.View.Proposed != "" {
		out.Add(look.Wrapped(r.Loc.T("tally.proposes", "words", r.Loc.Quote(r.Loc.Isolate(g.View.Proposed)))))
	}
	for _, words := range GroundWords(r, reg, g) {
		line := look.Wrapped(words)
		line.Colour, line.Scale = look.ColourMuted, theme.SizeNameCaptionText
		out.Add(line)
	}
	return out
}

// GroundWords says of a statement through which group it concerns somebody, when
// and where it was made and who noted it.
func GroundWords(r *room.Room, reg *states.Register, g tally.Ground) []string {
	loc := r.Loc
	var out []string
	switch {
	case g.Listed && !g.Since.From.IsZero():
		from := g.Since.From
		out = append(out, loc.T("tally.member.since", "group", Group(loc, reg, g.Group), "date", loc.Date(from.Year, from.Month, from.Day)))
	case g.Listed:
		out = append(out, loc.T("tally.member", "group", Group(loc, reg, g.Group)))
	case g.Group != "":
		out = append(out, loc.T("tally.spokesman", "group", Group(loc, reg, g.Group)))
	}
	when := loc.Time(g.View.Said)
	if m, known := r.Desk.Meeting(g.View.Meeting); known && m.Title != "" {
		when = loc.T("tally.at", "when", when, "meeting", loc.Isolate(m.Title))
	}
	if g.View.Item != "" {
		item := loc.Isolate(g.View.Item)
		if unicode.IsDigit([]rune(g.View.Item)[0]) {
			item = loc.T("tally.item", "item", item)
		}
		when = loc.T("tally.at", "when", when, "meeting", item)
	}
	out = append(out, when)
	if g.View.Confidence != data.ConfidenceHeard {
		out = append(out, loc.Name("confidence", string(g.View.Confidence)))
	}
	if !g.View.Submission.IsZero() {
		out = append(out, loc.T("tally.written"))
	}
	if author := r.Desk.Member(g.View.Author).Name; author != "" {
		out = append(out, loc.T("tally.noted", "who", loc.Isolate(author)))
	}
	if g.View.Private {
		out = append(out, loc.T("tally.private"))
	}
	return out
}
