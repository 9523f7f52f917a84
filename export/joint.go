package export

import (
	"cmp"

	"travaux/data"
	"travaux/translations"
)

// JointPaper is handed in by several: who they are, in the order of their names in the
// language of the paper; what they say; the wording that they propose.
//
// The order is that of the language: lists of States follow the alphabetical order of
// each language version (reference on negotiation, section 3).
func JointPaper(p data.PublicWords, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	name, about := loc.T("joint.title"), cmp.Or(p.Heading, p.Title)
	sponsors := append([]string(nil), p.Sponsors...)
	loc.Sort(sponsors)
	w.add(Title{name, loc.Isolate(about)})
	var rows fieldRows
	rows.add(loc.T("joint.by"), loc.List(sponsors))
	rows.Rows = append(rows.Rows, w.belongs(p.PublicBrief, p.Heading != "").Rows...)
	rows.add(loc.T("paper.field.date"), w.date(p.Date))
	w.add(rows.Fields)
	w.part("words")
	for _, q := range inLang(p.WordsLang, paragraphs(Body, p.Words), loc) {
		w.add(q)
	}
	if lines := proposing(p.Lines); len(lines) > 0 {
		w.part("provisions")
		w.add(Heading{1, loc.T("joint.proposals")})
		w.wordings(lines)
	}
	doc := w.document(p.PublicBrief, name, about)
	doc.RunningHead = loc.T("paper.head", "state", loc.List(sponsors), "paper", name)
	if len(sponsors) > sponsorsInHead {
		doc.RunningHead = name
	}
	return doc
}

// sponsorsInHead is how many States the head of a page names.
const sponsorsInHead = 3
