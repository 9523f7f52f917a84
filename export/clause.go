package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/data/clause"
	"travaux/translations"
)

// ParamWords says a parameter of a clause in a few words: "40 instruments", "in
// force after 90 days", "2/3 of those present and voting".
func ParamWords(p clause.Param, loc *translations.Localizer) string {
	id := "clause." + string(p.Kind)
	switch p.Kind {
	case clause.Instruments, clause.Parties:
		return loc.N(id, p.Number)
	case clause.Majority:
		if p.Share.Part*2 == p.Share.Whole {
			return loc.T("clause.majority.simple", "whom", loc.T("clause.of."+string(p.Share.Of)))
		}
		return loc.T(id, "share", share(p.Share, loc), "whom", loc.T("clause.of."+string(p.Share.Of)))
	case clause.Quorum:
		return loc.T(id, "share", share(p.Share, loc))
	case clause.Depositary:
		return loc.Isolate(p.Words)
	case clause.Languages:
		var names []string
		for _, l := range p.Langs {
			names = append(names, loc.Name("language", string(l)))
		}
		return loc.List(names)
	case clause.Settlement:
		return loc.T("clause.means." + string(p.Means))
	case clause.Signature:
		return loc.T(id, "date", loc.Date(p.Date.Year, p.Date.Month, p.Date.Day))
	case clause.Uncounted, clause.Consensus, clause.Reserved, clause.Indefinite:
		return loc.T(id)
	}
	return loc.T(id, "period", DelayWords(p.Delay, loc))
}

// ParamsWords says several, each once, in the order of their kinds.
func ParamsWords(params []clause.Param, loc *translations.Localizer) string {
	return strings.Join(eachParam(params, loc), " · ")
}

func eachParam(params []clause.Param, loc *translations.Localizer) (out []string) {
	distinct := clause.Distinct(params)
	slices.SortStableFunc(distinct, func(a, b clause.Param) int {
		return cmp.Compare(slices.Index(clause.Kinds, a.Kind), slices.Index(clause.Kinds, b.Kind))
	})
	for _, p := range distinct {
		out = append(out, ParamWords(p, loc))
	}
	return out
}

// DelayWords says a period: "90 days", "3 months, then the first of the month"; ""
// where there is none.
func DelayWords(d data.Delay, loc *translations.Localizer) string {
	var parts []string
	for _, part := range []struct {
		id string
		n  int
	}{{"period.years", d.Years}, {"period.months", d.Months}, {"period.days", d.Days}} {
		if part.n > 0 {
			parts = append(parts, loc.N(part.id, part.n))
		}
	}
	words := loc.List(parts)
	if d.FirstOfMonth {
		words = loc.T("period.first-of-month", "period", words)
	}
	return words
}

func share(s clause.Share, loc *translations.Localizer) string {
	return loc.Isolate(strconv.Itoa(s.Part) + "/" + strconv.Itoa(s.Whole))
}
