package papers

import (
	"strings"

	"travaux/app/look"
	"travaux/app/page"
	"travaux/data"
	"travaux/export/paper"
)

// lackLine is what is missing in some of the papers' languages.
type lackLine struct {
	what  paper.LackOf
	where []data.ID
	langs []data.Lang // in which it is missing
}

// lacking joins what an order lacks in each of its languages. Where a kind speaks of our
// positions, the list of these says what they lack.
func (f *form) lacking(o order) (lines []lackLine) {
	for _, lang := range o.langs {
		for _, l := range paper.Missing(f.room.Desk, o.paper, lang) {
			if f.kind.Heeds(paper.AskApproved) && len(l.Provisions) > 0 {
				continue
			}
			at := -1
			for i, x := range lines {
				if x.what == l.What && len(x.where) == len(l.Provisions) {
					at = i
				}
			}
			if at < 0 {
				at = len(lines)
				lines = append(lines, lackLine{what: l.What, where: l.Provisions})
			}
			lines[at].langs = append(lines[at].langs, lang)
		}
	}
	return lines
}

// mostPlaces is how many provisions are named one by one.
const mostPlaces = 4

// tellLacks says what is missing in which languages, and what to look at before the
// paper is handed over; it reports whether a paper cannot be made without it.
func (f *form) tellLacks(o order) (vital bool) {
	loc := f.room.Loc
	var said []string
	for _, x := range f.lacking(o) {
		vital = vital || x.what.Vital() && !o.paper.Original
		id, where := "papers.lacking", ""
		switch {
		case len(x.where) > mostPlaces:
			id, where = "papers.lacking.at", loc.N("papers.count", len(x.where))
		case len(x.where) > 0:
			id, where = "papers.lacking.at", page.Cited(f.room, x.where)
		}
		said = append(said, loc.T(id, "what", x.what.Name(loc), "where", where, "languages", languages(loc, x.langs)))
	}
	seen := map[paper.Caution]bool{}
	for _, lang := range o.langs {
		for _, c := range paper.Cautions(f.room.Desk, o.paper, lang) {
			if !seen[c] {
				seen[c] = true
				said = append(said, c.Sentence(loc))
			}
		}
	}
	f.lacks.SetText(strings.Join(said, "\n"))
	look.SetShown(f.lacks, len(said) > 0)
	return vital
}
