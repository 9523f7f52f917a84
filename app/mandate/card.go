package mandate

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/app/room"
	"travaux/data"
	"travaux/data/desk"
	"travaux/export"
	"travaux/translations"
)

// Acts are what can be done from a card; nil ones are not offered.
type Acts struct {
	Edit     func()
	Withdraw func()
	Cable    func() // shows the cable that it was taken from
	More     fyne.CanvasObject
}

// Card shows an instruction inside a frame with its marking.
func Card(r *room.Room, i desk.Instructed, acts Acts) fyne.CanvasObject {
	loc := r.Loc
	body := look.Stack(head(loc, i))
	addCaption(body, Source(loc, i.Instruction), look.ColourMuted)
	colour := look.ColourMuted
	if i.Has(data.FlagLapsed) || i.Has(data.FlagNotBegun) || i.Has(data.FlagLapsesSoon) {
		colour = look.ColourLapsed
	}
	if !i.Has(data.FlagSuperseded) { // a line of its own says by what
		addCaption(body, Validity(loc, i), colour)
	}
	for _, line := range warnings(r, i) {
		body.Add(warning(line))
	}
	words := look.Content(i.Text, "")
	if !i.Standing() {
		words.Colour = look.ColourMuted
	}
	body.Add(look.Inset(5, 4, 0, 0, words))
	for _, line := range orders(loc, i.Instruction, r.Selection.Lang()) {
		body.Add(line)
	}
	if acts.More != nil {
		body.Add(acts.More)
	}
	body.Add(foot(r, i, acts))
	for _, line := range reading(r, i) {
		body.Add(line)
	}
	return look.NewFrame(marking(r, i.Instruction), body)
}

// marking is the level that governs the text, and for whom alone an instruction is.
func marking(r *room.Room, i data.Instruction) string {
	level := export.Banner(r.Desk.Marking().OfText(i.Classification, i.Text), r.Loc)
	if i.ReadBy() == data.AudienceHead {
		return r.Loc.T("instructions.marking.head", "level", level)
	}
	return level
}

// head is the number, how far the instruction binds, and its flags.
func head(loc *translations.Localizer, i desk.Instructed) fyne.CanvasObject {
	line := look.Flow()
	if i.Reference != "" {
		reference := look.NewText(loc.Isolate(i.Reference))
		reference.Bold = true
		line.Add(reference)
	}
	binding := i.Binding
	if i.Mandatory() {
		binding = data.BindingMandatory
	}
	line.Add(look.NewChip(loc.Name("binding", string(binding))))
	for _, f := range i.Flags {
		line.Add(FlagChip(loc, f))
	}
	return line
}

// FlagChip is a flag in a word.
func FlagChip(loc *translations.Localizer, f data.Flag) *look.Chip {
	ink, ground := look.ColourLapsed, look.ColourDeletedGround
	if f == data.FlagSuperseded || f == data.FlagLapsed || f == data.FlagNotBegun {
		ink, ground = look.ColourMuted, look.ColourSurface
	}
	return look.NewColourChip(loc.Name("instructions.flag", string(f)), ink, ground)
}

// warnings say what is to be known before the words are followed.
func warnings(r *room.Room, i desk.Instructed) (lines []string) {
	if i.Has(data.FlagSuperseded) {
		lines = append(lines, supersededBy(r, i))
	}
	if i.Has(data.FlagLapsesSoon) {
		lines = append(lines, FlagRule(r.Loc, data.FlagLapsesSoon))
	}
	for _, c := range told(i.Contradicts, r.Selection.Lang()) {
		if words := Contradiction(r, c); words != "" {
			lines = append(lines, words)
		}
	}
	return lines
}

func warning(words string) fyne.CanvasObject {
	text := look.Wrapped(words)
	text.Colour = look.ColourLapsed
	icon := look.NewIcon(look.IconWarning)
	icon.Set(look.IconWarning, look.ColourLapsed)
	return look.Inset(3, 0, 0, 0, look.Border(nil, nil, look.Inset(1, 0, 0, 6, look.Stack(icon)), nil, text))
}

// orders are what the instruction orders apart from its words; phrases in the
// language that is read, if they are there in it.
func orders(loc *translations.Localizer, i data.Instruction, lang data.Lang) (lines []fyne.CanvasObject) {
	add := func(id, words string) {
		lines = append(lines, look.Stack(caption(loc.T(id)), look.Inset(0, 3, 0, 0, look.Wrapped(words))))
	}
	if i.Stance != data.StanceNone {
		add("instructions.stance", loc.Name("stance", string(i.Stance)))
	}
	for _, p := range spoken(i.Requires, lang) {
		add("instructions.requires", loc.Quote(loc.Isolate(p.Words)))
	}
	for _, p := range spoken(i.Forbids, lang) {
		add("instructions.forbids", loc.Quote(loc.Isolate(p.Words)))
	}
	return lines
}

// foot says what the instruction holds for, and offers what can be done with it.
func foot(r *room.Room, i desk.Instructed, acts Acts) fyne.CanvasObject {
	loc := r.Loc
	lines := look.Stack(caption(Scope(r, i.Instruction)))
	addCaption(lines, supersedes(r, i.Instruction), look.ColourMuted)
	row := look.Row()
	if acts.Cable != nil && !i.Cable.IsZero() {
		row.Add(look.NewIconButton(look.IconPaper, "", acts.Cable).WithTip(loc.T("instructions.cable.open")))
	}
	if r.Desk.Me().Role.MayInstruct() {
		if acts.Edit != nil {
			row.Add(look.NewIconButton(look.IconEdit, "", acts.Edit).WithTip(loc.T("panes.instruction.edit")))
		}
		if acts.Withdraw != nil {
			row.Add(look.NewIconButton(look.IconDelete, "", acts.Withdraw).WithTip(loc.T("panes.instruction.withdraw")))
		}
	}
	return look.Border(nil, nil, nil, row, lines)
}

// reading asks the member for his word that he has read it, and shows those who
// instruct who has not given it.
func reading(r *room.Room, i desk.Instructed) (lines []fyne.CanvasObject) {
	loc, me := r.Loc, r.Desk.Me()
	for _, a := range i.Read {
		if a.By == me.ID {
			id := "instructions.read.mine"
			if !a.Of(i.Instruction) {
				id = "instructions.read.earlier"
			}
			lines = append(lines, caption(loc.T(id, "time", loc.Time(a.Time))))
		}
	}
	if me.Role.MayInstruct() && i.Standing() {
		words := loc.T("instructions.read.all")
		if len(i.Unread) > 0 {
			words = loc.T("instructions.read.waits", "names", loc.List(names(r, i.Unread)))
		}
		lines = append(lines, caption(words))
	}
	if i.Await {
		button := look.NewPrimary(loc.T("instructions.read"), func() { Acknowledge(r, i.ID) })
		lines = append(lines, look.Inset(4, 0, 0, 0, look.Row(look.Space(), button)))
	}
	return lines
}

// Acknowledge says that the member at the laptop has read an instruction.
func Acknowledge(r *room.Room, id data.ID) {
	r.Act(func(ctx context.Context) error { return r.Desk.Acknowledge(ctx, id) }, func() {
		r.Toast(r.Loc.T("instructions.read.done"))
	})
}

func names(r *room.Room, members []data.ID) (out []string) {
	for _, id := range members {
		out = append(out, r.Loc.Isolate(r.Desk.Member(id).Name))
	}
	return out
}

func addCaption(to *fyne.Container, words string, colour fyne.ThemeColorName) {
	if words != "" {
		line := caption(words)
		line.Colour = colour
		to.Add(line)
	}
}

func caption(words string) *look.Text {
	line := look.Wrapped(words)
	line.Colour, line.Scale = look.ColourMuted, theme.SizeNameCaptionText
	return line
}
