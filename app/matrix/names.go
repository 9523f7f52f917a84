package matrix

import (
	"strings"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
	"travaux/translations"
)

// signOf is the sign of a class of a tally.
func signOf(class data.Attitude) sign { return sign(page.ClassSign(class)) }

// groupName is how a group is called in a language, at length.
func groupName(r *states.Register, code string, lang data.Lang) string {
	g, _ := r.Group(code)
	if name := g.Names.In(lang); name != "" {
		return name
	}
	return strings.ToUpper(code)
}

// legendWords tell what the signs mean.
func legendWords(loc *translations.Localizer) string {
	var parts []string
	for _, class := range tally.Classes {
		parts = append(parts, loc.T("matrix.legend.one", "sign", loc.Isolate(page.ClassSign(class)), "words", page.ClassName(loc, class)))
	}
	return loc.T("matrix.legend", "signs", page.OneByOne(loc, parts))
}
