package paper

import (
	"travaux/data"
	"travaux/data/states"
)

// proponent names who makes a proposal, in the language of the paper.
func (m maker) proponent(x data.Proponent) string {
	who := m.loc.Isolate(x.Name)
	if x.State != "" {
		if who = states.Name(x.State, m.lang); who == "" {
			who = m.loc.Isolate(x.State)
		}
	}
	if x.For != "" {
		who = m.loc.T("reader.on-behalf", "who", who, "group", m.loc.Isolate(x.For))
	}
	return who
}

// proponents names several, one by one: their names may have commas in them.
func (m maker) proponents(list []data.Proponent) string {
	words := ""
	for i, x := range list {
		if i == 0 {
			words = m.proponent(x)
		} else {
			words = m.loc.T("reader.then", "a", words, "b", m.proponent(x))
		}
	}
	return words
}

// whose says whose proposal it is: that of the delegation, perhaps with others, or of
// others.
func (m maker) whose(p data.Proposal) string {
	words := m.proponents(p.Proponents)
	switch {
	case p.Ours && words != "":
		return m.loc.T("reader.ours.with", "names", words)
	case p.Ours:
		return m.loc.T("reader.ours.full")
	case words == "":
		return m.loc.T("reader.unattributed.full")
	}
	return words
}

// speaker names who took the floor, and for whom.
func (m maker) speaker(s data.Speaker) string {
	reg := m.desk.Register()
	who, group := m.loc.Isolate(s.Name), m.loc.Isolate(s.ForName)
	if s.Code != "" {
		if who = reg.Name(s.Code, m.lang); who == "" {
			who = m.loc.Isolate(s.Code)
		}
	}
	if s.For != "" {
		if group = m.loc.Isolate(reg.GroupShort(s.For, m.lang)); group == "" {
			group = m.loc.Isolate(s.For)
		}
	}
	switch {
	case s.National():
		return who
	case who == "":
		return group
	}
	return m.loc.T("reader.on-behalf", "who", who, "group", group)
}
