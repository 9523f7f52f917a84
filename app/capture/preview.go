package capture

import (
	"cmp"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/data/capture"
	"travaux/data/states"
	"travaux/translations"
)

// show shows what the line says, or what became of the last one.
func (b *Bar) show() {
	loc := b.room.Loc
	b.where.SetText(b.meant())
	words, colour := b.saying()
	b.preview.Colour = colour
	b.preview.SetText(words)
	b.names.offer(b.open())
	undoable := b.field.Text() == "" && b.recalled == nil && b.last != nil
	if undoable {
		s := b.last.state()
		undoable = s.done && !s.gone && s.err == nil
	}
	b.back.SetWords(loc.T("capture.undo"))
	look.SetShown(b.back, undoable)
	b.object.Refresh()
}

// open is the first name in the line that nobody or several may have.
func (b *Bar) open() *capture.Part {
	for _, f := range b.entry.Faults {
		if f.Part != nil {
			return f.Part
		}
	}
	return nil
}

// meant names what a line without @ is about.
func (b *Bar) meant() string {
	switch x := b.recalled; {
	case x == nil:
		return b.place(b.room.Selection.Provision())
	case !x.issue.IsZero():
		return translations.Capital(b.issue(x.issue))
	default:
		return b.place(x.provision)
	}
}

// issue names an issue within a sentence.
func (b *Bar) issue(id data.ID) string {
	x, _ := b.room.Desk.Issue(id)
	return b.room.Loc.T("capture.issue", "title", b.room.Loc.Quote(b.room.Loc.Isolate(x.Title)))
}

// place names a provision.
func (b *Bar) place(id data.ID) string {
	p, err := b.room.Desk.Provision(id)
	if err != nil {
		return b.room.Loc.T("capture.nowhere")
	}
	return translations.Capital(b.room.Loc.Cite(p.Path))
}

// saying is what stands beside the place, and its colour.
func (b *Bar) saying() (string, fyne.ThemeColorName) {
	loc := b.room.Loc
	switch {
	case b.field.Text() == "" && b.recalled == nil:
		return b.became()
	case b.entry.Goes() && b.recalled == nil:
		return loc.T("capture.goes", "place", b.cited(b.entry.Provision)), look.ColourText
	case b.entry.Empty():
		return loc.T("capture.nothing-left"), look.ColourDanger
	}
	words := sentence(b, b.entry)
	if b.recalled != nil {
		words = loc.T("capture.correcting", "what", words)
	}
	if b.entry.Complete() {
		return words, look.ColourText
	}
	colour := look.ColourMuted
	if b.refused {
		colour = look.ColourDanger
	}
	return words + " — " + b.wrong(b.entry.Faults[0]), colour
}

// wrong says what is missing.
func (b *Bar) wrong(f capture.Fault) string {
	name := ""
	if f.Part != nil {
		name = f.Part.Typed
	}
	return b.room.Loc.T("capture.fault."+string(f.Code), "name", b.room.Loc.Isolate(name))
}

// became says what became of the last line, or of one that could not be recorded.
func (b *Bar) became() (string, fyne.ThemeColorName) {
	loc := b.room.Loc
	for _, x := range b.lines {
		if s := x.state(); s.err != nil {
			return loc.T("capture.failed", "line", loc.Isolate(x.text), "why", reason(loc, s.err)), look.ColourDanger
		}
	}
	if b.last == nil {
		return loc.T("capture.help"), look.ColourMuted
	}
	what := sentence(b, b.last.entry)
	switch s := b.last.state(); {
	case s.gone:
		return loc.T("capture.taken-back", "what", what), look.ColourMuted
	case !s.done:
		return loc.T("capture.recording", "what", what), look.ColourMuted
	}
	return loc.T("capture.recorded", "what", what), look.ColourText
}

// sentence is an entry in words: "Egypt, on behalf of the Non-Aligned Movement,
// opposes paragraph 1 of article 5".
func sentence(b *Bar, e capture.Entry) string {
	loc, reg := b.room.Loc, b.room.Desk.Register()
	var who []string
	for _, s := range e.Speakers() {
		who = append(who, speaker(loc, reg, s))
	}
	names := cmp.Or(loc.List(who), loc.T("capture.nobody"))
	words := names
	switch {
	case e.Attitude == data.AttitudeSilent:
	case len(who) > 1:
		words = loc.T("capture.several."+string(e.Attitude), "who", names, "what", b.about(e))
	default:
		words = loc.T("capture.one."+string(e.Attitude), "who", names, "what", b.about(e))
	}
	for _, extra := range []struct {
		id string
		on bool
	}{{"capture.unsure", e.Confidence == data.ConfidenceUnsure}, {"capture.reported", e.Confidence == data.ConfidenceReported}, {"capture.private", e.Private}} {
		if extra.on {
			words += " · " + loc.T(extra.id)
		}
	}
	if e.Words != "" {
		words += " · " + loc.Isolate(oneLine(e.Words))
	}
	if e.Proposed != "" {
		words += " · " + loc.T("capture.proposes", "text", loc.Isolate(oneLine(e.Proposed)))
	}
	return words
}

// about names what an entry is about.
func (b *Bar) about(e capture.Entry) string {
	switch {
	case !e.Issue.IsZero():
		return b.issue(e.Issue)
	case e.Card == nil:
		return b.cited(e.Provision)
	}
	return b.room.Loc.T("capture.proposal", "number", b.room.Loc.Isolate(e.Card.Typed), "place", b.cited(e.Provision))
}

// cited names a provision within a sentence.
func (b *Bar) cited(id data.ID) string {
	p, err := b.room.Desk.Provision(id)
	if err != nil {
		return "…"
	}
	return b.room.Loc.Cite(p.Path)
}

// speaker is page.Speaker with the group named in full: here one checks whom one
// has typed.
func speaker(loc *translations.Localizer, reg *states.Register, s data.Speaker) string {
	if s.For == "" {
		return page.Speaker(loc, reg, s)
	}
	group := groupName(loc, reg, s.For)
	who := page.Speaker(loc, reg, data.Speaker{Code: s.Code, Name: s.Name})
	if who == "" {
		return group
	}
	return loc.T("reader.on-behalf", "who", who, "group", group)
}

// groupName is the name of a group in full.
func groupName(loc *translations.Localizer, reg *states.Register, code string) string {
	return cmp.Or(reg.GroupName(code, data.Lang(loc.Lang())), page.Group(loc, reg, code))
}

// reason is why something could not be done, as a sentence.
func reason(loc *translations.Localizer, err error) string {
	e := &data.Error{Code: data.CodeInternal}
	errors.As(err, &e)
	why, _ := loc.Error(string(e.Code), e.Args)
	return why
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
