package desk

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	pages "travaux/app/page"
	"travaux/data"
	"travaux/translations"
)

// longestName is how many runes of a group's name a chip takes.
const longestName = 14

// attribution names who makes a proposal as briefly as a chip in the text must:
// "EGY", "EGY, for NAM", "EGY, JOR +3". Our own needs no name.
func attribution(loc *translations.Localizer, p data.Proposal) string {
	if p.Ours {
		return loc.T("reader.ours")
	}
	return proponentsBriefly(loc, p.Proponents)
}

func proponentsBriefly(loc *translations.Localizer, list []data.Proponent) string {
	switch len(list) {
	case 0:
		return loc.T("reader.unattributed")
	case 1:
		who := briefly(loc, list[0])
		if list[0].For == "" {
			return who
		}
		return loc.T("reader.for", "who", who, "group", loc.Isolate(abbreviated(list[0].For)))
	}
	words := loc.T("reader.two", "a", briefly(loc, list[0]), "b", briefly(loc, list[1]))
	if more := len(list) - 2; more > 0 {
		words = loc.T("reader.more", "names", words, "n", loc.Number(more))
	}
	return words
}

// together names the authors of several proposals as one, briefly and in full.
func together(loc *translations.Localizer, list []data.Proposal) (brief, full string) {
	if len(list) == 1 {
		return attribution(loc, list[0]), proponents(loc, list[0])
	}
	var all data.Proposal
	for _, p := range list {
		all.Ours = all.Ours || p.Ours
		for _, x := range p.Proponents {
			if !slices.Contains(all.Proponents, x) {
				all.Proponents = append(all.Proponents, x)
			}
		}
	}
	full, brief = proponents(loc, all), proponentsBriefly(loc, all.Proponents)
	if all.Ours {
		brief = loc.T("reader.ours")
		if n := len(all.Proponents); n > 0 {
			brief = loc.T("reader.two", "a", brief, "b", briefly(loc, all.Proponents[0]))
			if n > 1 {
				brief = loc.T("reader.more", "names", brief, "n", loc.Number(n-1))
			}
		}
	}
	return brief, full
}

func briefly(loc *translations.Localizer, p data.Proponent) string {
	if p.State != "" {
		return loc.Isolate(p.State)
	}
	return loc.Isolate(abbreviated(p.Name))
}

// abbreviated is a name as it is, if it is short; else the abbreviation that it
// carries in parentheses, or how it begins.
func abbreviated(name string) string {
	name = strings.TrimSpace(name)
	if utf8.RuneCountInString(name) <= longestName {
		return name
	}
	if open := strings.LastIndexAny(name, "(（"); open > 0 {
		inner := strings.TrimRight(strings.TrimLeft(name[open:], "(（"), ")） ")
		if n := utf8.RuneCountInString(inner); n > 0 && n <= longestName {
			return inner
		}
	}
	runes := []rune(name)
	end := longestName
	for end > longestName/2 && !unicode.IsSpace(runes[end]) {
		end--
	}
	if !unicode.IsSpace(runes[end]) { // no word ends there
		end = longestName
	}
	return strings.TrimSpace(string(runes[:end])) + "…"
}

// proponents names in full who makes a proposal.
func proponents(loc *translations.Localizer, p data.Proposal) string {
	return pages.Proponents(loc, p)
}

// speakers names the authors of several proposals for a sentence: "Egypt, Jordan
// and our delegation".
func speakers(loc *translations.Localizer, list []data.Proposal) string {
	var names []string
	ours, plain := false, true
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, p := range list {
		ours = ours || p.Ours
		for _, x := range p.Proponents {
			add(speaker(loc, x))
			plain = plain && x.For == ""
		}
		if !p.Ours && len(p.Proponents) == 0 {
			add(loc.T("reader.unattributed.full"))
		}
	}
	if ours {
		add(loc.T("reader.us"))
	}
	if plain {
		return loc.List(names)
	}
	return oneByOne(loc, names)
}

// speaker names one proponent in full.
func speaker(loc *translations.Localizer, x data.Proponent) string { return pages.Proponent(loc, x) }

// oneByOne joins what may have commas in it.
func oneByOne(loc *translations.Localizer, items []string) string { return pages.OneByOne(loc, items) }
