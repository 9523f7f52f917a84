package export

import (
	"strings"

	"travaux/data"
	"travaux/data/redline/compare"
	"travaux/translations"
)

// Comparison is what a paper of two versions of a text is made of.
type Comparison struct {
	compare.Comparison
	Lang               data.Lang
	OldIssue, NewIssue Issue
	OfDays             bool // the issues are one text on two days, and so are they called
	// OldNames and NewNames are how the language cites the paragraphs, "" or nil
	// where that is not known.
	OldNames, NewNames []string
	// Notes are our notes on the pairs, one for each, "" where there is none. A
	// paper for the outside has none at all: nil.
	Notes  []string
	Author string // the delegation; may be ""
	Date   data.Date
}

// Issue says which issue of a text one side of a comparison is.
type Issue struct {
	Name string // its symbol, else what its file is called
	Date data.Date
}

// TableOptions choose what a table of a comparison shows.
type TableOptions struct {
	Whole bool // unchanged paragraphs in full, not as "paragraphs 3 to 12 are unchanged"
}

// ComparisonPaper is the comparison as a table, for printing and for Word: old
// text, new text, redline and, where there are any, our notes.
func ComparisonPaper(c Comparison, o TableOptions, loc *translations.Localizer) Document {
	w := comparisonWriter{writer{loc: loc}, c}
	doc := w.document(loc.T("paper.compare.title"))
	doc.Landscape = true
	w.cover(loc.T("paper.compare.title"))
	w.add(w.table(o))
	doc.Blocks = w.blocks
	return doc
}

// RedlinePaper is the new text with the changes in it, for printing.
func RedlinePaper(c Comparison, loc *translations.Localizer) Document {
	w := comparisonWriter{writer{loc: loc}, c}
	doc := w.document(loc.T("paper.compare.redline"))
	w.cover(loc.T("paper.compare.redline"))
	for _, r := range w.revised() {
		w.add(r)
	}
	doc.Blocks = w.blocks
	return doc
}

// RedlineText is the new text with the changes in it and nothing else: where
// changes are tracked, accepting all gives the new text and rejecting all the
// old one, paragraph by paragraph (Paragraphs).
func RedlineText(c Comparison, loc *translations.Localizer) Document {
	w := comparisonWriter{writer{loc: loc}, c}
	doc := w.document(loc.T("paper.compare.redline"))
	for _, r := range w.revised() {
		w.add(r)
	}
	doc.Blocks = w.blocks
	return doc
}

// comparisonWriter puts the papers of one comparison together.
type comparisonWriter struct {
	writer
	c Comparison
}

func (w *comparisonWriter) document(kind string) Document {
	both := w.both(w.c.OldIssue.Name, w.c.NewIssue.Name)
	return Document{
		Lang: w.c.Lang, Title: w.loc.T("paper.file.title", "paper", kind, "instrument", both), Subject: both,
		Author: w.c.Author, RunningHead: both, Date: w.c.Date,
	}
}

// both says from which issue to which.
func (w *comparisonWriter) both(old, new string) string {
	if w.c.OfDays {
		return w.loc.T("amend.paper.both", "old", old, "new", new)
	}
	return w.loc.T("paper.compare.both", "old", old, "new", new)
}

// cover says what is compared, how much of it changed and how a redline is
// read.
func (w *comparisonWriter) cover(title string) {
	w.add(Title{title, w.both(w.loc.Isolate(w.c.OldIssue.Name), w.loc.Isolate(w.c.NewIssue.Name))})
	var f Fields
	row := func(label, value string) {
		if value != "" {
			f.Rows = append(f.Rows, Field{label, value})
		}
	}
	row(w.loc.T("paper.compare.old"), w.issue(w.c.OldIssue))
	row(w.loc.T("paper.compare.new"), w.issue(w.c.NewIssue))
	kinds := map[data.PairKind]int{}
	for _, p := range w.c.Pairs {
		kinds[p.Kind]++
	}
	for _, k := range data.PairKinds {
		if kinds[k] > 0 {
			row(w.loc.Name("pair-kind", string(k)), w.loc.N("paper.compare.paragraphs", kinds[k], "n", w.loc.Number(kinds[k])))
		}
	}
	n := w.c.Count()
	row(w.loc.T("paper.compare.words"), w.loc.T("paper.compare.count",
		"inserted", w.loc.Number(n.Inserted), "deleted", w.loc.Number(n.Deleted), "places", w.loc.Number(n.Hunks)))
	w.add(f, w.legend(), Rule{})
}

func (w *comparisonWriter) issue(i Issue) string {
	name := w.loc.Isolate(i.Name)
	if i.Date.IsZero() {
		return name
	}
	return w.loc.T("paper.compare.issue", "name", name, "date", w.date(i.Date))
}

// legend shows how the redline is to be read, by being one.
func (w *comparisonWriter) legend() Paragraph {
	return w.legendOf("paper.compare.legend", []legendPart{
		{"{inserted}", "paper.compare.legend.inserted", Inserted},
		{"{deleted}", "paper.compare.legend.deleted", Deleted},
		{"{here}", "paper.compare.legend.here", MovedHere},
		{"{away}", "paper.compare.legend.away", MovedAway},
	})
}

// place names a paragraph of the old or new text: as it is cited, else by its
// number and those that it stands under, or, where numbers are not known apart
// from the text, by counting.
func (w *comparisonWriter) place(old bool, i int) string {
	side, names := w.c.Comparison.New, w.c.NewNames
	if old {
		side, names = w.c.Comparison.Old, w.c.OldNames
	}
	if i < len(names) && names[i] != "" {
		return names[i]
	}
	if label := labelled(side, i); label != "" {
		return label
	}
	return w.loc.T("paper.compare.paragraph", "n", w.loc.Number(i+1))
}

// labelled joins the number of a paragraph to those above it, from the article
// on; "" if it has none.
func labelled(side []compareParagraph, i int) string {
	var labels []string
	if strings.TrimSpace(side[i].Label) == "" {
		return ""
	}
	for steps := 0; i >= 0 && i < len(side) && steps <= len(side); steps++ {
		if l := strings.TrimRight(strings.TrimSpace(side[i].Label), ".、-– "); l != "" {
			labels = append([]string{l}, labels...)
		}
		if isContainer(side[i].Kind) {
			break
		}
		i = side[i].Parent
	}
	return strings.Join(labels, " · ")
}
