package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"travaux/app/look"
	"travaux/data"
	"travaux/translations"
)

// CrossingWords says what crosses a red line and why, without where: "“without
// delay” is missing (in French)".
func CrossingWords(loc *translations.Localizer, c data.Crossing) string {
	words := loc.Quote(loc.Isolate(c.Words))
	out := ""
	switch c.Reason {
	case data.CrossedGone:
		if c.By == data.ByText {
			return loc.T("redline.says.gone")
		}
		return loc.T("redline.says.would-go")
	case data.CrossedWeaker:
		what := loc.T("strength.change.became", "old", loc.Isolate(c.Was), "new", loc.Isolate(c.Words))
		switch {
		case c.Was == "" && c.Words == "":
			what = "…"
		case c.Was == "":
			what = loc.T("strength.change.added", "what", loc.Isolate(c.Words))
		case c.Words == "":
			what = loc.T("strength.change.removed", "what", loc.Isolate(c.Was))
		}
		out = loc.T("redline.says.weaker", "what", what)
		if c.Doubt {
			out = loc.T("redline.says.weaker.doubt", "what", what)
		}
	default:
		id := "redline.says." + string(c.Reason)
		switch {
		case c.Doubt && c.Tracked:
			id += ".tracked"
		case c.Doubt:
			id += ".doubt"
		}
		out = loc.T(id, "words", words)
	}
	if c.Lang != "" && string(c.Lang) != loc.Lang() {
		return loc.T("redline.says.in", "what", out, "lang", loc.Name("language", string(c.Lang)))
	}
	return out
}

// CrossingLine is one crossing on a line of its own, with the sign of a red line
// that is crossed, or may be.
func CrossingLine(words string, doubt bool) fyne.CanvasObject {
	line := look.Wrapped(words)
	line.Scale = theme.SizeNameCaptionText
	line.Colour = CrossingColour(doubt)
	return look.Border(nil, nil, look.Inset(1, 0, 0, 5, CrossingSign(doubt)), nil, line)
}

// CrossingSign is the sign of a red line that is crossed, or may be.
func CrossingSign(doubt bool) *look.Icon {
	sign := look.NewIcon(look.IconPosition)
	sign.Set(look.IconPosition, CrossingColour(doubt))
	return sign
}

// CrossingColour is the colour of what crosses a red line, or may.
func CrossingColour(doubt bool) fyne.ThemeColorName {
	if doubt {
		return look.ColourReturned
	}
	return look.ColourDanger
}

// RedLineTitle says what a red line is in one line: "Must stay: “without
// delay”".
func RedLineTitle(loc *translations.Localizer, r data.RedLine) string {
	phrase := r.Phrases[data.Lang(loc.Lang())]
	for _, l := range append([]data.Lang{data.English}, data.Langs...) {
		if phrase == "" {
			phrase = r.Phrases[l]
		}
	}
	if phrase == "" {
		return loc.T("redline.rule." + string(r.Rule))
	}
	return loc.T("redline.title."+string(r.Rule), "phrase", loc.Quote(loc.Isolate(phrase)))
}
