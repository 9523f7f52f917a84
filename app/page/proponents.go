package page

import (
	"travaux/data"
	"travaux/data/states"
	"travaux/translations"
)

// Proponents names in full who makes a proposal, States in the language of the
// window: "Egypt, on behalf of the Non-Aligned Movement; Jordan".
func Proponents(loc *translations.Localizer, p data.Proposal) string {
	var names []string
	for _, x := range p.Proponents {
		names = append(names, Proponent(loc, x))
	}
	words := OneByOne(loc, names)
	switch {
	case p.Ours && words != "":
		return loc.T("reader.ours.with", "names", words)
	case p.Ours:
		return loc.T("reader.ours.full")
	case words == "":
		return loc.T("reader.unattributed.full")
	}
	return words
}

// Proponent names one proponent in full.
func Proponent(loc *translations.Localizer, x data.Proponent) string {
	who := loc.Isolate(x.Name)
	if x.State != "" {
		if who = states.Name(x.State, data.Lang(loc.Lang())); who == "" {
			who = loc.Isolate(x.State)
		}
	}
	if x.For != "" {
		who = loc.T("reader.on-behalf", "who", who, "group", loc.Isolate(x.For))
	}
	return who
}

// OneByOne joins what may have commas in it: "a; b; c".
func OneByOne(loc *translations.Localizer, items []string) string {
	words := ""
	for i, x := range items {
		if i == 0 {
			words = x
		} else {
			words = loc.T("reader.then", "a", words, "b", x)
		}
	}
	return words
}
