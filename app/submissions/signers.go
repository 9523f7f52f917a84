package submissions

import (
	"strings"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/states"
	"travaux/translations"
)

// signers reads who signs a submission, as it is typed: States, groups and others,
// "Egypt on behalf of NAM; Kenya". Whoever is in the register gets its code.
func signers(reg *states.Register, typed string) []data.Speaker {
	var out []data.Speaker
	for _, p := range states.ParseProponents(typed) {
		s := data.Speaker{Code: p.State, Name: p.Name, ForName: p.For}
		if code, group, ok := named(reg, s.Name); ok && group && s.ForName == "" {
			s = data.Speaker{For: code}
		} else if ok && !group {
			s.Code, s.Name = code, ""
		}
		if code, group, ok := named(reg, s.ForName); ok && group {
			s.For, s.ForName = code, ""
		}
		out = append(out, s)
	}
	return out
}

// named is who in the register has that name or code in full.
func named(reg *states.Register, name string) (code string, group, ok bool) {
	if strings.TrimSpace(name) == "" {
		return "", false, false
	}
	found := reg.Find(name)
	if len(found) == 0 || found[0].Match > states.MatchName {
		return "", false, false
	}
	return found[0].Code, found[0].Group, true
}

// written are the signers as they may be typed again.
func written(loc *translations.Localizer, reg *states.Register, list []data.Speaker) string {
	var all []string
	lang := data.Lang(loc.Lang())
	for _, s := range list {
		who, group := s.Name, s.ForName
		if s.Code != "" {
			who = page.Party(loc, reg, s.Code)
		}
		if s.For != "" {
			group = reg.GroupName(s.For, lang)
		}
		switch {
		case group == "":
			all = append(all, who)
		case who == "":
			all = append(all, group)
		default:
			p := data.Proponent{Name: who, For: group}
			all = append(all, states.WriteProponents([]data.Proponent{p}, lang))
		}
	}
	return strings.Join(all, "; ")
}

// signed names the signers to be read.
func signed(loc *translations.Localizer, reg *states.Register, list []data.Speaker) string {
	var all []string
	for _, s := range list {
		all = append(all, page.Speaker(loc, reg, s))
	}
	return page.OneByOne(loc, all)
}

// proponents are the signers as those who make a proposal; a group, and whoever is
// no Member State, by name.
func proponents(reg *states.Register, list []data.Speaker, lang data.Lang) []data.Proponent {
	var out []data.Proponent
	for _, s := range list {
		p := data.Proponent{Name: s.Name, For: s.ForName}
		if s.For != "" {
			p.For = reg.GroupName(s.For, lang)
		}
		if _, member := states.ByCode(s.Code); member {
			p.State = s.Code
		} else if s.Code != "" {
			p.Name = reg.Name(s.Code, lang)
		}
		if p.State == "" && p.Name == "" {
			p.Name, p.For = p.For, ""
		}
		out = append(out, p)
	}
	return out
}
