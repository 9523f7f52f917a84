package export

import (
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/marking"
	"travaux/data/redline/compare"
	"travaux/translations"
)

// RevisionReport says for the outside what a new revision changed, what it took
// of published proposals, and how the text converges.
func RevisionReport(r data.PublicReport, c compare.Comparison, loc *translations.Localizer) Document {
	w := reportWriter{writer: writer{loc: loc}, r: &r, c: c}
	doc := w.document()
	w.cover()
	w.glance()
	w.taken()
	w.convergence("report.open.public")
	w.changes()
	doc.Blocks = w.finished()
	return doc
}

// InternalReport says for the delegation, and first of all, what waits for a
// decision, which approvals have lapsed and what has lost its place; then all
// that RevisionReport says, with our notes. It is marked on every page.
func InternalReport(r data.InternalReport, c compare.Comparison, loc *translations.Localizer) Document {
	w := reportWriter{writer: writer{loc: loc}, r: &r.PublicReport, c: c, internal: &r}
	doc := w.document()
	doc.Marking = Handling(w.level(), loc)
	w.cover()
	w.glance()
	w.waiting()
	w.lapsed()
	w.orphans()
	w.taken()
	w.convergence("report.open.internal")
	w.lastToObject()
	w.changes()
	doc.Blocks = w.finished()
	return doc
}

// reportWriter puts the parts of a report together.
type reportWriter struct {
	writer
	r        *data.PublicReport
	c        compare.Comparison
	internal *data.InternalReport // nil: the report is for the outside
	begin    int                  // of the parts after the overview, in blocks
}

// rowsWithoutContents is how many rows of tables a report may have before its
// parts are listed with their pages.
const rowsWithoutContents = 80

// finished are the blocks; a long report lists its parts after the overview.
func (w *reportWriter) finished() []Block {
	rows := 0
	for _, b := range w.blocks {
		if t, ok := b.(Table); ok {
			rows += len(t.Rows)
		}
	}
	if rows <= rowsWithoutContents {
		return w.blocks
	}
	return slices.Insert(w.blocks, w.begin, Block(Contents{w.loc.T("paper.contents"), 1}))
}

func (w *reportWriter) document() Document {
	title := w.loc.T("report.title")
	return Document{
		Lang:        w.r.Lang,
		Title:       w.loc.T("paper.file.title", "paper", title, "instrument", w.symbol(w.r.New)),
		Subject:     w.r.Title,
		Author:      w.r.State,
		RunningHead: w.loc.T("report.head", "paper", title, "old", w.symbol(w.r.Old), "new", w.symbol(w.r.New)),
		Date:        w.r.Date,
	}
}

// blanks are for what is written by hand.
const blanks = "……………………"

// scheme is how the delegation marks, and level what the report is of.
func (w *reportWriter) scheme() marking.Scheme {
	return marking.Of(data.Negotiation{Scheme: w.internal.Scheme, OwnLevels: w.internal.OwnLevels})
}

func (w *reportWriter) level() marking.Level { return w.scheme().Level(w.internal.Level) }

// said is what somebody wrote, shortened, with the marks of its paragraphs.
func (w *reportWriter) said(text string, level data.Classification) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return Portioned(w.scheme(), level, shortened(text), w.loc)
}

// symbol names a revision in a few letters.
func (w *reportWriter) symbol(r data.PublicRevision) string {
	if r.Symbol == "" {
		return w.loc.Name("revision-kind", string(r.Kind))
	}
	return w.loc.Isolate(r.Symbol)
}

// revision names a revision with its date.
func (w *reportWriter) revision(r data.PublicRevision) string {
	if r.Date.IsZero() {
		return w.symbol(r)
	}
	return w.loc.T("report.revision", "symbol", w.symbol(r), "date", w.date(r.Date))
}

// fieldRows are rows of a Fields block; an empty value is left out.
type fieldRows struct{ Fields }

func (f *fieldRows) add(label, value string) {
	if value != "" {
		f.Rows = append(f.Rows, Field{label, value})
	}
}

// cover says what is reported on.
func (w *reportWriter) cover() {
	if w.r.State != "" {
		w.add(Letterhead{w.r.State, w.r.Letterhead})
	}
	w.add(Title{w.loc.T("report.title"), w.r.Title})
	var f fieldRows
	if w.internal != nil {
		f.add(w.loc.T("report.field.handling"), LevelName(w.level(), w.loc))
		if w.level().Register {
			f.add(w.loc.T("report.field.registration"), blanks)
		}
	}
	f.add(w.loc.T("paper.field.body"), w.r.Body)
	f.add(w.loc.T("paper.field.session"), w.r.Session)
	f.add(w.loc.T("paper.field.agenda"), w.r.AgendaItem)
	f.add(w.loc.T("report.field.new"), w.revision(w.r.New))
	f.add(w.loc.T("report.field.old"), w.revision(w.r.Old))
	f.add(w.loc.T("paper.field.date"), w.date(w.r.Date))
	w.add(f.Fields)
}

// glance is the report in a few numbers.
func (w *reportWriter) glance() {
	w.add(Heading{1, w.loc.T("report.glance")})
	var f fieldRows
	count := func(label string, n int) {
		if n > 0 {
			f.add(label, w.loc.Number(n))
		}
	}
	if w.internal != nil {
		count(w.loc.T("report.waiting"), len(w.internal.Waiting))
		count(w.loc.T("report.lapsed"), len(w.internal.Lapsed))
		count(w.loc.T("report.orphans"), len(w.internal.Orphans))
	}
	kinds := map[data.PairKind]int{}
	for _, p := range w.c.Pairs {
		kinds[p.Kind]++
	}
	var became []string
	for _, k := range data.PairKinds {
		became = w.tally(became, w.loc.Name("pair-kind", string(k)), kinds[k])
	}
	f.add(w.loc.T("report.provisions"), strings.Join(became, "; "))
	n := w.c.Count()
	f.add(w.loc.T("report.words"), w.loc.T("report.words.count",
		"inserted", w.loc.Number(n.Inserted), "deleted", w.loc.Number(n.Deleted), "places", w.loc.Number(n.Hunks)))
	uptakes := map[data.Uptake]int{}
	for _, x := range w.r.Taken {
		uptakes[x.Uptake]++
	}
	var outcomes []string
	for _, u := range data.Uptakes {
		outcomes = w.tally(outcomes, w.loc.T("report.uptake."+string(u)), uptakes[u])
	}
	f.add(w.loc.T("report.proposals"), strings.Join(outcomes, "; "))
	w.add(f.Fields)
	w.begin = len(w.blocks)
}

// tally adds "changed: 12" to a list, unless there is none.
func (w *reportWriter) tally(list []string, what string, n int) []string {
	if n == 0 {
		return list
	}
	return append(list, w.loc.T("report.tally", "what", what, "n", w.loc.Number(n)))
}

// cell is a cell with one paragraph; without words it is empty.
func cell(kind ParagraphKind, text string) Cell { return Cell(paragraphs(kind, text)) }

// titled is a small title with lines below it: what something is, and where.
func titled(title string, below ...string) Cell {
	c := Cell{{Kind: Fine, Spans: []Span{{title, Strong}}}}
	for _, text := range below {
		c = append(c, paragraphs(Fine, text)...)
	}
	return c
}

// place names a provision by its path.
func (w *reportWriter) place(path string) string {
	if path == "" {
		return ""
	}
	return translations.Capital(w.loc.Cite(path))
}

// places names a provision by where it was and where it is.
func (w *reportWriter) places(old, new string) string {
	switch {
	case old == new || old == "":
		return w.place(new)
	case new == "":
		return w.place(old)
	}
	return w.loc.T("report.place", "old", w.place(old), "new", w.place(new))
}

// section opens a part of the report, or says that there is nothing to report.
// It tells whether there is.
func (w *reportWriter) section(id string, n int, none string) bool {
	w.add(Heading{1, w.loc.T(id)})
	if n == 0 {
		w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T(none), Plain}}})
	}
	return n > 0
}

// taken tells what became of the proposals.
func (w *reportWriter) taken() {
	if !w.section("report.taken", len(w.r.Taken), "report.taken.none") {
		return
	}
	t := Table{Heads: []string{w.loc.T("report.taken.proposal"), w.loc.T("report.taken.by"), w.loc.T("report.taken.outcome")}, Shares: []int{5, 3, 4}}
	for _, x := range w.r.Taken {
		what := titled(w.place(x.Path), w.loc.T("report.taken.kind", "verb", w.loc.Isolate(x.Kind.Verb()), "kind", w.loc.Name("proposal-kind", string(x.Kind))), w.loc.Isolate(x.Source))
		t.Rows = append(t.Rows, Row{[]Cell{what, cell(Body, x.By), w.outcome(x)}})
	}
	w.add(t)
}

// outcome says what became of a proposal, and what says so.
func (w *reportWriter) outcome(x data.PublicTaken) Cell {
	var evidence, where string
	if x.Of > 0 && x.Uptake != data.UptakeElsewhere {
		evidence = w.loc.T("report.taken.words", "found", w.loc.Number(x.Found), "of", w.loc.Number(x.Of))
	}
	if len(x.Where) > 0 {
		var places []string
		for _, path := range x.Where {
			places = append(places, w.loc.Cite(path))
		}
		where = w.loc.T("report.taken.where", "places", w.loc.List(places))
	}
	return titled(w.loc.T("report.uptake."+string(x.Uptake)), evidence, where)
}

// waiting tells what waits for somebody's decision.
func (w *reportWriter) waiting() {
	if !w.section("report.waiting", len(w.internal.Waiting), "report.waiting.none") {
		return
	}
	t := Table{Heads: []string{w.loc.T("report.item"), w.loc.T("report.item.says"), w.loc.T("report.item.why")}, Shares: []int{4, 5, 4}}
	for _, x := range w.internal.Waiting {
		why := w.loc.T(x.Reason, "share", w.percent(x.Score))
		if x.Escalated {
			why += "\n" + w.loc.T("report.item.escalated")
		}
		t.Rows = append(t.Rows, Row{[]Cell{
			titled(w.loc.Name("annotation", string(x.Kind)), w.places(x.From, x.To)),
			cell(Body, w.said(x.Says, x.Level)), cell(Fine, why),
		}})
	}
	w.add(t)
}

// lapsed tells which approvals do not hold any more.
func (w *reportWriter) lapsed() {
	if !w.section("report.lapsed", len(w.internal.Lapsed), "report.lapsed.none") {
		return
	}
	t := Table{Heads: []string{w.loc.T("report.provision"), w.loc.T("report.lapsed.approved"), w.loc.T("report.item.why")}, Shares: []int{5, 3, 5}}
	for _, x := range w.internal.Lapsed {
		var why []string
		for _, id := range x.Why {
			why = append(why, w.loc.T(id))
		}
		text := strings.Join(why, "; ")
		if x.OnlyNumber {
			text += "\n" + w.loc.T("report.lapsed.number")
		}
		t.Rows = append(t.Rows, Row{[]Cell{cell(Body, w.place(x.Path)), cell(Body, w.date(x.Approved)), cell(Fine, text)}})
	}
	w.add(t)
}

// orphans tells what has lost its place, with the text it was about.
func (w *reportWriter) orphans() {
	if !w.section("report.orphans", len(w.internal.Orphans), "report.orphans.none") {
		return
	}
	t := Table{Heads: []string{w.loc.T("report.item"), w.loc.T("report.item.says"), w.loc.T("report.item.old")}, Shares: []int{4, 5, 4}}
	for _, x := range w.internal.Orphans {
		t.Rows = append(t.Rows, Row{[]Cell{
			titled(w.loc.Name("annotation", string(x.Kind)), w.place(x.From)),
			cell(Body, w.said(x.Says, x.Level)), cell(Quotation, shortened(x.Old)),
		}})
	}
	w.add(t)
}

// percent is a share as a whole number of hundredths; all is only said of all.
func (w *reportWriter) percent(share float64) string {
	n := int(share*100 + 0.5)
	if n == 100 && share < 1 {
		n = 99
	}
	return w.loc.T("report.percent", "n", w.loc.Number(n))
}
