package mechanism

import (
	"regexp"
	"slices"

	"travaux/data"
	"travaux/data/clause"
)

// Place is a provision that covers a requirement, and why it is proposed.
type Place struct {
	Provision  data.ID // the article, or what stands beside the articles
	At         data.ID // the paragraph of it in which the words stand; the same as Provision where its heading alone speaks
	Heading    bool    // its heading says so
	Start, End int     // runes of the words in the text of At; 0, 0: there are none

	firm bool // a parameter says so
}

// whole reports whether the whole article is about the requirement, not one
// paragraph of it.
func (p Place) whole() bool { return p.Heading || p.firm || p.At == p.Provision }

// Covered is a requirement, and where a text provides it.
type Covered struct {
	Requirement
	Places []Place        // in the order of the text; empty: it is missing
	Params []clause.Param // that belong to it, without repetitions; Start and End count in the provision they stand in
}

// Cover proposes which provision of a text covers which requirement, for all
// Requirements in their order. The provisions are one revision in document order;
// where one has no text in the language, that in which it has one is read.
func Cover(provisions []data.Provision, lang data.Lang) []Covered {
	return Read(provisions, lang).covered
}

// Reading is a text that was read once, to be decided on often.
type Reading struct {
	units   []unit
	order   map[data.ID]int
	covered []Covered
}

// Read reads a text as Cover does. For a convention of 600 provisions it takes tenths
// of a second: not for the window's goroutine.
func Read(provisions []data.Provision, lang data.Lang) *Reading {
	out := &Reading{units: unitsOf(provisions, lang), order: map[data.ID]int{}, covered: make([]Covered, len(Requirements))}
	for _, p := range provisions {
		out.order[p.ID] = p.Order
	}
	for i, r := range Requirements {
		out.covered[i] = r.in(out.units)
	}
	return out
}

// Covered is what Cover returns.
func (r *Reading) Covered() []Covered { return slices.Clone(r.covered) }

// Missing are the requirements that nothing covers, the essential ones first.
func Missing(all []Covered) []Covered {
	out := slices.DeleteFunc(slices.Clone(all), func(c Covered) bool { return len(c.Places) > 0 })
	slices.SortStableFunc(out, func(a, b Covered) int {
		switch {
		case a.Essential == b.Essential:
			return 0
		case a.Essential:
			return -1
		}
		return 1
	})
	return out
}

// unit is an article with all that is in it, or a formula beside the articles.
type unit struct {
	id      data.ID
	heading clause.Folded
	lang    data.Lang
	formula bool
	parts   []part
}

type part struct {
	id     data.ID
	lang   data.Lang
	folded clause.Folded
	params []clause.Param
}

// unitsOf cuts a text into its articles and what stands beside them.
func unitsOf(provisions []data.Provision, lang data.Lang) []unit {
	var out []unit
	in := map[data.ID]int{}       // unit of a provision
	outside := map[data.ID]bool{} // what is in a resolution, an annex, a footnote
	for _, p := range provisions {
		if outside[p.Parent] && !p.Parent.IsZero() || aside(p.Kind) {
			outside[p.ID] = true
			continue
		}
		r, language := p.In(lang)
		i, known := in[p.Parent]
		switch known = known && !p.Parent.IsZero(); {
		case known && p.Kind != data.KindArticle && p.Kind != data.KindFormula:
		case p.Kind == data.KindArticle, p.Kind == data.KindFormula, p.Kind == data.KindText, p.Kind == data.KindFlush, p.Kind == data.KindParagraph:
			i = len(out)
			out = append(out, unit{id: p.ID, lang: language, heading: clause.Fold(r.Heading), formula: p.Kind == data.KindFormula})
		default:
			continue
		}
		in[p.ID] = i
		if r.Text != "" {
			out[i].parts = append(out[i].parts, part{id: p.ID, lang: language, folded: clause.Fold(r.Text), params: clause.Read(r.Text, language)})
		}
	}
	return out
}

// aside reports whether a provision is no part of the treaty's own articles.
func aside(k data.Kind) bool {
	switch k {
	case data.KindResolution, data.KindAnnex, data.KindNote, data.KindFootnote, data.KindPreamble, data.KindRecital, data.KindTitle:
		return true
	}
	return false
}

// in looks where a requirement is covered: by the articles that are headed by it,
// or, where there is none, by those that say it.
func (r Requirement) in(units []unit) Covered {
	places := r.headed(units)
	if len(places) == 0 || r.several {
		places = r.said(units, places)
	}
	return Covered{Requirement: r, Places: places, Params: r.params(units, places)}
}

// headed are the articles that are headed by the requirement.
func (r Requirement) headed(units []unit) (out []Place) {
	for i := range units {
		u := &units[i]
		if !matches(evidenceOf(u.lang, r.Name).heading, u.heading.Text) {
			continue
		}
		place, found := r.words(u, true)
		switch {
		case found:
			place.Heading = true
			out = append(out, place)
		case r.named:
			out = append(out, Place{Provision: u.id, At: u.id, Heading: true})
		}
	}
	return out
}

// said are the articles that say what is required, best those where a parameter does;
// where several may, with those that are headed by it.
func (r Requirement) said(units []unit, headed []Place) []Place {
	var wanted, said []Place
	for i := range units {
		u := &units[i]
		if at := slices.IndexFunc(headed, func(p Place) bool { return p.Provision == u.id }); at >= 0 {
			said = append(said, headed[at])
			continue
		}
		switch place, found := r.words(u, false); {
		case place.firm:
			wanted = append(wanted, place)
		case found:
			said = append(said, place)
		}
	}
	if len(wanted) > 0 && len(headed) == 0 {
		return wanted
	}
	return said
}

// words looks for the paragraph of a unit that says what is required.
func (r Requirement) words(u *unit, headed bool) (place Place, found bool) {
	for _, p := range u.parts {
		if start, end, ok := r.wanted(p, headed); ok {
			return Place{Provision: u.id, At: p.id, Start: start, End: end, firm: true}, true
		}
	}
	for _, p := range u.parts {
		words := evidenceOf(p.lang, r.Name).words
		if words == nil {
			continue
		}
		if at := words.FindStringIndex(p.folded.Text); at != nil {
			start, end := p.folded.Runes(at[0], at[1])
			return Place{Provision: u.id, At: p.id, Start: start, End: end}, true
		}
	}
	return Place{}, false
}

// wanted finds the parameter that says by itself that the requirement is met.
func (r Requirement) wanted(p part, headed bool) (start, end int, ok bool) {
	for _, found := range p.params {
		if headed && slices.Contains(r.under, found.Kind) || slices.Contains(r.wants, found.Kind) && (found.Kind != clause.Settlement || slices.Contains(r.means, found.Means)) {
			return found.Start, found.End, true
		}
	}
	return 0, 0, false
}

// params are the parameters of the places that belong to the requirement: of the
// whole article where that is about it, else of the paragraph that says so.
func (r Requirement) params(units []unit, places []Place) []clause.Param {
	var out []clause.Param
	for _, u := range units {
		i := slices.IndexFunc(places, func(p Place) bool { return p.Provision == u.id })
		if i < 0 {
			continue
		}
		for _, p := range u.parts {
			if !places[i].whole() && p.id != places[i].At || !r.reads(p.params) {
				continue
			}
			for _, found := range p.params {
				if slices.Contains(r.shows, found.Kind) && (found.Kind != clause.Settlement || slices.Contains(r.means, found.Means)) {
					out = append(out, found)
				}
			}
		}
	}
	return clause.Distinct(out)
}

// reads reports whether the parameters of a paragraph belong to the requirement.
func (r Requirement) reads(params []clause.Param) bool {
	has := func(kinds []clause.Kind) bool {
		return slices.ContainsFunc(params, func(p clause.Param) bool { return slices.Contains(kinds, p.Kind) })
	}
	return (len(r.with) == 0 || has(r.with)) && !has(r.without)
}

func matches(p *regexp.Regexp, text string) bool { return p != nil && p.MatchString(text) }
