package export

import (
	"strings"

	"travaux/data"
	"travaux/data/marking"
	"travaux/translations"
)

// LevelName is how a level of a marking scheme is called in a language; a level
// of the delegation's own as the delegation calls it.
func LevelName(l marking.Level, loc *translations.Localizer) string {
	if len(l.Name) > 0 {
		return l.Name.In(data.Lang(loc.Lang()))
	}
	return loc.Name("classification", string(l.Code))
}

// Banner is what every page and every screen of a level bears: as documents of
// that scheme bear it, with the name in the reader's language where that is
// another.
func Banner(l marking.Level, loc *translations.Localizer) string {
	name := strings.ToUpper(LevelName(l, loc))
	switch {
	case l.Official == "":
		return name
	case name == strings.ToUpper(l.Official):
		return l.Official
	}
	return loc.T("marking.banner", "official", loc.Isolate(l.Official), "name", name)
}

// Handling is the marking of a paper for the delegation: the banner of its level,
// for whom it is, and where the level demands it room for the number of the copy.
func Handling(l marking.Level, loc *translations.Localizer) string {
	marking := loc.T("marking.paper", "level", Banner(l, loc))
	if l.Copies {
		marking = loc.T("marking.copy", "marking", marking)
	}
	return marking
}

// Portioned writes the mark of its level before a text, and before every
// paragraph that has its own. Each paragraph is isolated, for it may run the other
// way than the paper.
func Portioned(s marking.Scheme, level data.Classification, text string, loc *translations.Localizer) string {
	var out []string
	for i, p := range s.Portions(level, text) {
		words := loc.Isolate(p.Text)
		if p.Marked || i == 0 {
			words = loc.T("marking.portion", "mark", p.Level.Portion(data.Lang(loc.Lang())), "words", words)
		}
		out = append(out, words)
	}
	return strings.Join(out, "\n")
}

// isolatedLines isolates each line of a text that may run the other way than the
// paper.
func isolatedLines(text string, loc *translations.Localizer) string {
	all := strings.Split(text, "\n")
	for i, line := range all {
		all[i] = loc.Isolate(line)
	}
	return strings.Join(all, "\n")
}
