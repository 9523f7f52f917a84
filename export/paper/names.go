package paper

import (
	"slices"
	"strings"

	"travaux/data"
)

// proponent names who makes a proposal, in the language of the paper; a name that the
// register has not, as it was written.
func (m maker) proponent(x data.Proponent) string {
	who := m.named(x)
	if x.For != "" {
		who = m.onBehalf(who, m.groups(x.For), "reader.on-behalf.of", "reader.on-behalf")
	}
	return who
}

// named is a proponent without the group for which it speaks.
func (m maker) named(x data.Proponent) string {
	if x.State != "" {
		return m.party(x.State)
	}
	if code := m.known(x.Name); code != "" {
		return m.party(code)
	}
	return m.loc.Isolate(x.Name)
}

// onBehalf says for whom somebody speaks: by the first name of the group that can stand in
// a sentence, else by its first, apart.
func (m maker) onBehalf(who string, groups []string, sentence, apart string) string {
	for _, g := range groups {
		if behind, ok := m.loc.OfGroup(g); ok {
			return m.loc.T(sentence, "who", who, "group", m.loc.Isolate(behind))
		}
	}
	return m.loc.T(apart, "who", who, "group", m.loc.Isolate(groups[0]))
}

// proponents names several in the order of the language.
func (m maker) proponents(list []data.Proponent) string {
	var names []string
	for _, x := range list {
		names = append(names, m.proponent(x))
	}
	return m.together(names, list)
}

// together lists names: those of States in the order of the language, as a sentence does;
// where one of them speaks for a group, one after another.
func (m maker) together(names []string, of []data.Proponent) string {
	if !slices.ContainsFunc(of, func(x data.Proponent) bool { return x.For != "" }) {
		m.loc.Sort(names)
		return m.loc.List(names)
	}
	words := names[0]
	for _, n := range names[1:] {
		words = m.loc.T("reader.then", "a", words, "b", n)
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
	who, groups := m.loc.Isolate(s.Name), []string{s.ForName}
	if s.Code != "" {
		if who = reg.Name(s.Code, m.lang); who == "" {
			who = m.loc.Isolate(s.Code)
		}
	}
	if s.For != "" {
		if groups = []string{reg.GroupShort(s.For, m.lang), reg.GroupName(s.For, m.lang)}; groups[0] == "" {
			groups = []string{s.For}
		}
	}
	switch {
	case s.National():
		return who
	case who == "":
		return m.loc.Isolate(groups[0])
	}
	return m.onBehalf(who, groups, "reader.on-behalf.of", "reader.on-behalf")
}

// inSentence is the State as a sentence calls it, with its article: "the Republic of
// Maravel", "la République de Maravel". The article of a name that the delegation gave
// itself is learned from the formal names that the United Nations uses
// (data/states): those that begin with the same word.
func (m maker) inSentence() string {
	n, reg := m.desk.Negotiation(), m.desk.Register()
	own := n.StateName.In(m.lang)
	if own == "" {
		p, _ := reg.Party(n.State)
		if formal := p.Formal[m.lang]; formal != "" {
			return formal
		}
		return m.state()
	}
	first, _, _ := strings.Cut(own, " ")
	for _, p := range reg.Parties() {
		if article, rest, ok := cutArticle(p.Formal[m.lang], m.lang); ok && strings.HasPrefix(rest, first+" ") {
			return article + own
		}
	}
	return m.loc.Isolate(own)
}

// articles are those with which formal names of States begin.
var articles = map[data.Lang][]string{
	data.English: {"the "}, data.French: {"la ", "le ", "les ", "l’"}, data.Spanish: {"la ", "el ", "los ", "las "},
}

func cutArticle(name string, lang data.Lang) (article, rest string, ok bool) {
	for _, a := range articles[lang] {
		if rest, ok := strings.CutPrefix(name, a); ok {
			return a, rest, true
		}
	}
	return "", name, false
}
