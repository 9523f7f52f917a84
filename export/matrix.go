package export

import (
	"cmp"
	"slices"
	"strings"

	"travaux/data"
	"travaux/data/marking"
	"travaux/translations"
)

// MatrixPaper says for the outside who holds which view on each question: a table
// of numbers, then States by questions, and how support of one question grew where
// that was asked for.
func MatrixPaper(m data.PublicMatrix, loc *translations.Localizer) Document {
	w := matrixWriter{writer: writer{loc: loc}, m: &m}
	doc := w.document()
	w.write()
	doc.Blocks, doc.Parts = w.blocks, w.parts
	return doc
}

// InternalMatrix says the same for the delegation, with what was said to us alone,
// how sure we are, who moved, and our own stance in the first row. It is marked on
// every page.
func InternalMatrix(m data.InternalMatrix, loc *translations.Localizer) Document {
	w := matrixWriter{writer: writer{loc: loc}, m: &m.PublicMatrix, internal: &m}
	doc := w.document()
	scheme := marking.Of(data.Negotiation{Scheme: m.Scheme, OwnLevels: m.OwnLevels})
	doc.Marking = Handling(scheme.Level(m.Level), loc)
	w.write()
	doc.Blocks, doc.Parts = w.blocks, w.parts
	return doc
}

// matrixWriter puts the parts of the paper together.
type matrixWriter struct {
	writer
	m        *data.PublicMatrix
	internal *data.InternalMatrix // nil: the paper is for the outside
}

func (w *matrixWriter) document() Document {
	title := w.loc.T("matrix.paper.title")
	head := title
	if w.m.State != "" {
		head = w.loc.T("paper.head", "state", w.m.State, "paper", title)
	}
	return Document{
		Lang: w.m.Lang, Title: w.loc.T("paper.file.title", "paper", title, "instrument", w.m.Title), Subject: w.m.Title,
		Author: w.m.State, RunningHead: head, Date: w.m.Date, Landscape: true,
	}
}

func (w *matrixWriter) write() {
	w.cover()
	w.part("numbers")
	w.numbers()
	w.part("grid")
	w.add(PageBreak{Landscape: true}, Heading{1, w.loc.T("matrix.paper.grid")}, w.legend(), w.grid())
	if w.m.Trend != nil {
		w.trend(*w.m.Trend)
	}
}

// cover is what the paper belongs to, and what it is made from.
func (w *matrixWriter) cover() {
	w.add(Letterhead{w.m.State, w.m.Letterhead}, Title{w.loc.T("matrix.paper.title"), w.m.Title})
	var f fieldRows
	f.add(w.loc.T("paper.field.body"), w.m.Body)
	f.add(w.loc.T("paper.field.session"), w.m.Session)
	f.add(w.loc.T("paper.field.agenda"), w.m.AgendaItem)
	f.add(w.loc.T("paper.field.symbol"), w.m.Symbol)
	f.add(w.loc.T("matrix.group"), w.m.Group)
	f.add(w.loc.T("paper.field.date"), w.date(w.m.Date))
	w.add(f.Fields)
	note := "matrix.paper.note"
	if w.internal != nil {
		note = "matrix.paper.note.internal"
	}
	w.add(Paragraph{Kind: Body, Spans: []Span{{w.loc.T(note), Plain}}})
}

// numbers is a table with how many are of each class on each question; it is the key
// to the short heads of the grid as well.
func (w *matrixWriter) numbers() {
	w.add(Heading{1, w.loc.T("matrix.paper.numbers")})
	t := Table{Heads: []string{w.loc.T("matrix.paper.short"), w.loc.T("matrix.which")}, Shares: []int{3, 9}}
	for _, c := range matrixClasses {
		t.Heads, t.Shares = append(t.Heads, w.class(c)), append(t.Shares, 4) // as wide as their longest words
	}
	for k, q := range w.m.Questions {
		head := QuestionHead(q, w.loc)
		short := strings.TrimSpace(head.Band + " " + head.Label)
		if head.Wide { // it stands beside it
			short = head.Band
		}
		row := Row{[]Cell{cell(Body, short), cell(Body, head.Words)}}
		for _, c := range matrixClasses {
			row.Cells = append(row.Cells, cell(Body, w.loc.Number(w.count(k, c))))
		}
		t.Rows = append(t.Rows, row)
	}
	w.add(t)
}

// matrixClass is a class into which standings are counted.
type matrixClass struct {
	attitude data.Attitude
	mixed    bool
}

// matrixClasses are those of a tally, in the order in which they are shown.
var matrixClasses = []matrixClass{
	{attitude: data.AttitudeSupport},
	{attitude: data.AttitudeFlexible},
	{attitude: data.AttitudeQuestion},
	{attitude: data.AttitudeReserve},
	{attitude: data.AttitudeOppose},
	{mixed: true},
	{},
}

func (w *matrixWriter) class(c matrixClass) string {
	if c.mixed {
		return w.loc.T("tally.mixed")
	}
	return w.loc.Name("attitude", string(c.attitude))
}

// count is how many of those that are counted are of a class on a question.
func (w *matrixWriter) count(question int, c matrixClass) int {
	n := 0
	for _, s := range w.m.Standers {
		if x := s.Stands[question]; s.Counted && (matrixClass{x.Attitude, x.Mixed}) == c {
			n++
		}
	}
	return n
}

// MatrixSign is the one letter by which a standing is told on paper.
func MatrixSign(a data.Attitude, mixed bool) string {
	if mixed {
		return "±"
	}
	switch a {
	case data.AttitudeSupport:
		return "+"
	case data.AttitudeFlexible:
		return "~"
	case data.AttitudeQuestion:
		return "?"
	case data.AttitudeReserve:
		return "r"
	case data.AttitudeOppose:
		return "−"
	}
	return "·"
}

// legend tells what the signs mean.
func (w *matrixWriter) legend() Paragraph {
	signs := ""
	for i, c := range matrixClasses {
		one := w.loc.T("matrix.legend.one", "sign", w.loc.Isolate(MatrixSign(c.attitude, c.mixed)), "words", w.class(c))
		if i > 0 { // not with a dot between: that is the sign of who is silent
			one = w.loc.T("reader.then", "a", signs, "b", one)
		}
		signs = one
	}
	spans := []Span{{w.loc.T("matrix.paper.legend", "signs", signs), Plain}}
	if w.internal != nil {
		spans = append(spans, Span{" " + w.loc.T("matrix.paper.legend.internal"), Plain})
		if !w.internal.Since.IsZero() {
			spans = append(spans, Span{" " + w.loc.T("matrix.paper.legend.moved", "date", w.date(w.internal.Since)), Plain})
		}
	}
	return Paragraph{Kind: Fine, Spans: spans}
}

// grid is States by questions: below our own stance a part for each regional group,
// one for the observers and one for who else spoke.
func (w *matrixWriter) grid() Grid {
	g := Grid{Corner: w.loc.T("matrix.states")}
	for _, q := range w.m.Questions {
		g.Columns = append(g.Columns, QuestionHead(q, w.loc))
	}
	if w.internal != nil {
		ours := GridRow{Head: w.loc.T("matrix.ours"), Strong: true}
		for _, s := range w.internal.Ours {
			ours.Cells = append(ours.Cells, GridCell{StanceSign(s), true})
		}
		g.Rows = append(g.Rows, ours)
	}
	part := func(title string, in func(data.PublicStander) bool) {
		rows := w.rows(in)
		if len(rows) > 0 {
			g.Rows = append(append(g.Rows, GridRow{Head: w.loc.T("matrix.paper.part", "name", title, "n", w.loc.Number(len(rows))), Strong: true}), rows...)
		}
	}
	for _, region := range w.m.Regions {
		part(region, func(s data.PublicStander) bool { return s.Counted && s.Region == region })
	}
	part(w.loc.T("matrix.section.none"), func(s data.PublicStander) bool { return s.Counted && s.Region == "" })
	part(w.loc.T("matrix.section.observers"), func(s data.PublicStander) bool { return !s.Counted && s.Kind == data.PartyObserver })
	part(w.loc.T("matrix.section.others"), func(s data.PublicStander) bool { return !s.Counted && s.Kind != data.PartyObserver })
	return g
}

// StanceSign is the sign of our own stance on the text as it stands, "" where we
// have none: what is neither support nor refusal is flexible.
func StanceSign(s data.Stance) string {
	switch s {
	case data.StanceNone:
		return ""
	case data.StanceSupport:
		return MatrixSign(data.AttitudeSupport, false)
	case data.StanceReserve:
		return MatrixSign(data.AttitudeReserve, false)
	case data.StanceOppose, data.StanceDelete, data.StanceAskWithdraw, data.StanceRedLine:
		return MatrixSign(data.AttitudeOppose, false)
	}
	return MatrixSign(data.AttitudeFlexible, false)
}

// rows are those who are wanted, in the order of their names.
func (w *matrixWriter) rows(wanted func(data.PublicStander) bool) (rows []GridRow) {
	for i, s := range w.m.Standers {
		if !wanted(s) {
			continue
		}
		row := GridRow{Head: s.Name}
		for k, x := range s.Stands {
			c := GridCell{Text: MatrixSign(x.Attitude, x.Mixed), Strong: x.National}
			if w.internal != nil && w.internal.Doubtful[i][k] {
				c.Text = "(" + c.Text + ")"
			}
			if w.internal != nil && w.internal.Moved[i][k] {
				c.Text += "*"
			}
			row.Cells = append(row.Cells, c)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b GridRow) int { return w.loc.Compare(a.Head, b.Head) })
	return rows
}

// trend draws how support of one question grew, and opposition to it.
func (w *matrixWriter) trend(t data.PublicTrend) {
	w.add(PageBreak{Landscape: true}, Heading{1, w.loc.T("matrix.tab.chart")}, Paragraph{Kind: Statement, Spans: []Span{{QuestionHead(t.Question, w.loc).Words, Plain}}})
	series := func(name string, fill Fill, values []int) Series {
		s := Series{Name: name, Fill: fill}
		for i, day := range t.Days {
			s.Bars = append(s.Bars, Bar{Label: w.date(day), Value: values[i], Words: w.loc.Number(values[i])})
		}
		return s
	}
	of := func(c data.PublicCurve, name string) string {
		return w.loc.T("matrix.paper.part", "name", name, "n", w.loc.Number(c.Of))
	}
	all := of(t.All, w.loc.T("matrix.group.all"))
	chart := Chart{[]Series{
		series(w.loc.T("matrix.paper.curve", "who", all, "what", w.loc.T("matrix.count.support")), FillSolid, t.All.Support),
		series(w.loc.T("matrix.paper.curve", "who", all, "what", w.loc.T("matrix.count.oppose")), FillHatched, t.All.Oppose),
	}}
	for _, c := range t.Regions {
		c.Name = cmp.Or(c.Name, w.loc.T("matrix.section.none"))
		chart.Series = append(chart.Series, series(w.loc.T("matrix.paper.curve", "who", of(c, c.Name), "what", w.loc.T("matrix.count.support")), FillSolid, c.Support))
	}
	w.add(chart)
}
