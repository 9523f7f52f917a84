package export

import (
	"strings"

	"travaux/data"
	"travaux/data/amend"
	"travaux/data/redline/align"
	"travaux/data/redline/compare"
	"travaux/translations"
)

// AmendmentStatus is a paper on one amendment: how it stands on a day, every number
// that this rests on, what it changes, and where each party is.
func AmendmentStatus(a Amending, lang data.Lang, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	title := a.Amendment.Title.In(lang)
	w.add(Title{loc.T("amend.paper.status"), title})
	var f fieldRows
	f.add(loc.T("amend.fact.treaty"), a.Treaty)
	f.add(loc.T("paper.field.date"), loc.T("amend.paper.as-at", "date", w.date(a.State.Day)))
	w.add(f.Fields, Heading{1, loc.T("amend.paper.calculation")})
	var sums Fields
	for _, x := range a.Facts(loc) {
		sums.Rows = append(sums.Rows, Field{x.Label, x.Value})
	}
	w.add(sums, w.fine(loc.T("amend.rounding")))
	if len(a.Amendment.Edits) > 0 {
		w.add(Heading{1, loc.T("amend.paper.changes")})
	}
	for i, e := range a.Amendment.Edits {
		place := ""
		if i < len(a.Places) {
			place = a.Places[i]
		}
		w.add(Heading{2, EditWords(e, place, loc)})
		if words := strings.Join(strings.Fields(e.Label.In(lang)+" "+e.Heading.In(lang)+" "+e.Text.In(lang)), " "); words != "" && e.Op != data.EditDelete {
			w.add(Paragraph{Kind: Quotation, Spans: []Span{{words, Inserted}}})
		}
	}
	w.parties(a)
	return Document{
		Lang: lang, Title: loc.T("paper.file.title", "paper", loc.T("amend.paper.status"), "instrument", title), Subject: title, Author: a.Author,
		RunningHead: loc.T("paper.file.title", "paper", loc.T("amend.paper.status"), "instrument", title), Date: a.State.Day, Blocks: w.blocks,
	}
}

// parties is a table of those for which the treaty is in force, and of others that did
// something.
func (w *writer) parties(a Amending) {
	if len(a.State.Standing) == 0 {
		return
	}
	w.add(Heading{1, w.loc.T("amend.paper.parties")})
	t := Table{
		Heads:  []string{w.loc.T("amend.paper.party"), w.loc.T("amend.paper.act"), w.loc.T("amend.paper.since"), w.loc.T("amend.paper.why")},
		Shares: []int{4, 5, 4, 4},
	}
	names := map[string][]amend.Standing{}
	var order []string
	for _, s := range a.State.Standing {
		name := a.Name(s.Party)
		if names[name] == nil {
			order = append(order, name)
		}
		names[name] = append(names[name], s)
	}
	w.loc.Sort(order)
	for _, name := range order {
		for _, s := range names[name] {
			why := ""
			if s.Why != "" {
				why = translations.Capital(w.loc.Name("amend-bound", string(s.Why)))
			}
			t.Rows = append(t.Rows, Row{[]Cell{cell(Body, name), cell(Body, Did(s, w.loc)), cell(Body, w.date(s.InForce)), cell(Body, why)}})
		}
	}
	w.add(t)
}

// Consolidated is the text of a treaty as it binds a party on a day, or as amended.
type Consolidated struct {
	Treaty     string
	Lang       data.Lang
	Party      string // its name; "": the treaty as amended
	Day        data.Date
	Provisions []data.Provision
	With       []Worked
	Author     string
}

// Worked is an amendment that is worked into a text.
type Worked struct {
	Title   string
	InForce data.Date
}

// ConsolidatedText is the text itself, with a certificate to be signed.
func ConsolidatedText(c Consolidated, loc *translations.Localizer) Document {
	w := comparisonWriter{writer{loc: loc}, c.against(c, loc)}
	doc := c.document(loc.T("amend.paper.text"), loc)
	w.add(Title{loc.T("amend.paper.text"), c.Treaty})
	c.cover(&w.writer)
	for _, r := range w.revised() {
		w.add(r)
	}
	w.add(Rule{})
	certificate := loc.T("amend.paper.certified.all", "date", w.date(c.Day))
	if c.Party != "" {
		certificate = loc.T("amend.paper.certified", "party", c.Party, "date", w.date(c.Day))
	}
	w.add(Paragraph{Kind: Body, Spans: []Span{{certificate, Plain}}}, Paragraph{Kind: Body, Spans: []Span{{loc.T("amend.paper.sign"), Plain}}})
	doc.Blocks, doc.Quotes = w.blocks, c.words()
	return doc
}

// ConsolidatedRedline is a consolidated text with what changed in it since another
// day, or from one party to another.
func ConsolidatedRedline(old, new Consolidated, loc *translations.Localizer) Document {
	c := new.against(old, loc)
	doc := RedlinePaper(c, loc)
	doc.Quotes = old.words() + "\n" + new.words()
	return doc
}

func (c Consolidated) document(kind string, loc *translations.Localizer) Document {
	head := loc.T("paper.file.title", "paper", kind, "instrument", c.Treaty)
	return Document{Lang: c.Lang, Title: head, Subject: c.Treaty, Author: c.Author, RunningHead: head, Date: c.Day}
}

// cover says for whom and when it is the text, and what is worked in.
func (c Consolidated) cover(w *writer) {
	var f fieldRows
	if c.Party != "" {
		f.add(w.loc.T("amend.paper.for"), c.Party)
	}
	f.add(w.loc.T("paper.field.date"), w.loc.T("amend.paper.as-at", "date", w.date(c.Day)))
	with := w.loc.T("amend.paper.with.none")
	var list []string
	for _, x := range c.With {
		list = append(list, w.loc.T("amend.paper.with.one", "title", w.loc.Isolate(x.Title), "date", w.date(x.InForce)))
	}
	if len(list) > 0 {
		with = strings.Join(list, "; ")
	}
	f.add(w.loc.T("amend.paper.with"), with)
	w.add(f.Fields, Rule{})
}

// against lays the text against another: provisions are paired by their identity.
func (c Consolidated) against(old Consolidated, loc *translations.Localizer) Comparison {
	a, b := old.paragraphs(), c.paragraphs()
	var pairs []align.Pair
	for _, p := range amend.Compare(old.Provisions, c.Provisions) {
		x := align.Pair{Kind: data.PairUnchanged, Reason: align.Settled, Score: 1}
		switch {
		case p.New < 0:
			x.Kind = data.PairGone
		case p.Old < 0:
			x.Kind = data.PairNew
		case a[p.Old].Text != b[p.New].Text || a[p.Old].Heading != b[p.New].Heading:
			x.Kind = data.PairChanged
		case a[p.Old].Label != b[p.New].Label:
			x.Kind = data.PairRenumbered
		}
		if p.Old >= 0 {
			x.Old = []int{p.Old}
		}
		if p.New >= 0 {
			x.New = []int{p.New}
		}
		pairs = append(pairs, x)
	}
	return Comparison{
		Comparison: compare.Of(a, b, pairs), Lang: c.Lang, Author: c.Author, Date: c.Day, OfDays: true,
		OldIssue: Issue{Name: old.issue(loc)}, NewIssue: Issue{Name: c.issue(loc)}, OldNames: old.cited(loc), NewNames: c.cited(loc),
	}
}

func (c Consolidated) issue(loc *translations.Localizer) string {
	date := loc.Date(c.Day.Year, c.Day.Month, c.Day.Day)
	if c.Party != "" {
		return loc.T("amend.paper.issue.for", "date", date, "party", c.Party)
	}
	return loc.T("amend.paper.issue", "date", date)
}

func (c Consolidated) paragraphs() []align.Paragraph {
	at := map[data.ID]int{}
	out := make([]align.Paragraph, len(c.Provisions))
	for i, p := range c.Provisions {
		at[p.ID] = i
		r := p.Text[c.Lang]
		out[i] = align.Paragraph{Kind: p.Kind, Label: r.Label, Heading: r.Heading, Text: r.Text, Parent: -1}
		if k, ok := at[p.Parent]; ok {
			out[i].Parent = k
		}
	}
	return out
}

func (c Consolidated) cited(loc *translations.Localizer) []string {
	out := make([]string, len(c.Provisions))
	for i, p := range c.Provisions {
		if p.Path != "" {
			out[i] = translations.Capital(loc.Cite(p.Path))
		}
	}
	return out
}

func (c Consolidated) words() string {
	var b strings.Builder
	for _, p := range c.Provisions {
		r := p.Text[c.Lang]
		b.WriteString(r.Label + " " + r.Heading + "\n" + r.Text + "\n")
	}
	return b.String()
}
