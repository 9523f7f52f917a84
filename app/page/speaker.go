package page

import (
	"fyne.io/fyne/v2"

	"travaux/app/look"
	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/translations"
)

// Speaker names who takes the floor, and for whom: "Egypt, on behalf of NAM". A
// group without a spokesman is named alone.
func Speaker(loc *translations.Localizer, reg *states.Register, s data.Speaker) string {
	who, group := loc.Isolate(s.Name), loc.Isolate(s.ForName)
	if s.Code != "" {
		who = Party(loc, reg, s.Code)
	}
	if s.For != "" {
		group = Group(loc, reg, s.For)
	}
	switch {
	case s.National():
		return who
	case who == "":
		return group
	}
	return loc.T("reader.on-behalf", "who", who, "group", group)
}

// Party is the short name of a participant by its code, in the language of the
// window; the code itself where nobody has that one any more.
func Party(loc *translations.Localizer, reg *states.Register, code string) string {
	if name := reg.Name(code, data.Lang(loc.Lang())); name != "" {
		return name
	}
	return loc.Isolate(code)
}

// Group is the short name of a group by its code, in the language of the window:
// "NAM"; the code itself where there is no such group any more.
func Group(loc *translations.Localizer, reg *states.Register, code string) string {
	g, _ := reg.Group(code)
	if short := g.Short[data.Lang(loc.Lang())]; short != "" {
		return loc.Isolate(short)
	}
	if name := g.Names.In(data.Lang(loc.Lang())); name != "" {
		return name
	}
	return loc.Isolate(code)
}

// ClassSign is the one letter by which a class of a tally is told without colour:
// the key by which an attitude is taken down, "±" for a mixed standing, "·" for
// silence.
func ClassSign(class data.Attitude) string {
	switch class {
	case data.AttitudeSupport:
		return "+"
	case data.AttitudeFlexible:
		return "~"
	case data.AttitudeQuestion:
		return "?"
	case data.AttitudeReserve:
		return "r"
	case data.AttitudeOppose:
		return "−"
	case tally.Mixed:
		return "±"
	}
	return "·"
}

// ClassColour is the colour that goes with the sign of a class.
func ClassColour(class data.Attitude) fyne.ThemeColorName {
	switch class {
	case data.AttitudeSupport:
		return look.ColourApproved
	case data.AttitudeFlexible:
		return look.ColourSubmitted
	case data.AttitudeQuestion:
		return look.ColourQualifier
	case data.AttitudeReserve:
		return look.ColourReturned
	case data.AttitudeOppose:
		return look.ColourLapsed
	case tally.Mixed:
		return look.ColourBracket
	}
	return look.ColourMuted
}

// ClassName names a class of a tally: "Supports", "Mixed", "Silent".
func ClassName(loc *translations.Localizer, class data.Attitude) string {
	if class == tally.Mixed {
		return loc.T("tally.mixed")
	}
	return loc.Name("attitude", string(class))
}
