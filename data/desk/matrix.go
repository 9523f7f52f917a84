package desk

import (
	"slices"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/states"
	"travaux/data/tally"
)

// MatrixOptions choose what a paper about who holds which view says. Names of
// proponents come from the caller, for this package words nothing.
type MatrixOptions struct {
	Lang       data.Lang
	Date       data.Date // on the paper; groups are shown as of that day
	StateName  string
	Proponents func(data.Proposal) string // names them in Lang
	Questions  []tally.Question           // in their order
	Group      string                     // code; its members only; "": all
	GroupName  string                     // in Lang
	Trend      tally.Question             // of which the growth of support is shown; zero: of none
	Since      time.Time                  // moves since then are marked for the delegation; zero: none are
}

// PublicMatrix gathers what such a paper for the outside is made from: of the views
// that were heard or read, and not said to us alone. It is about the questions alone
// on which there is one: any other column would tell what we are asking ourselves, or
// that somebody spoke to us alone. Codes: CodeNothingSaid where no question is left,
// data.CodeForbidden for who may make no papers.
func (d *Desk) PublicMatrix(o MatrixOptions) (data.PublicMatrix, error) {
	if !d.Me().Role.May(data.RightPaper) {
		return data.PublicMatrix{}, data.E(data.CodeForbidden)
	}
	o.Questions = slices.DeleteFunc(slices.Clone(o.Questions), func(q tally.Question) bool { return len(heardInPublic(d.viewsFor(q))) == 0 })
	if len(o.Questions) == 0 {
		return data.PublicMatrix{}, data.E(CodeNothingSaid)
	}
	g, err := d.gatherMatrix(o, heardInPublic)
	return g.out.PublicMatrix, err
}

// heardInPublic are the views of which a paper for the outside may tell.
func heardInPublic(views []data.View) []data.View {
	return slices.DeleteFunc(tally.Public(views), func(v data.View) bool { return v.Confidence != data.ConfidenceHeard })
}

// InternalMatrix gathers the same for the delegation, from all views, with our
// stances. All of it is confidential.
func (d *Desk) InternalMatrix(o MatrixOptions) (data.InternalMatrix, error) {
	g, err := d.gatherMatrix(o, func(views []data.View) []data.View { return views })
	if err != nil {
		return data.InternalMatrix{}, err
	}
	n := d.Negotiation()
	g.out.Scheme, g.out.OwnLevels, g.out.Level = n.Scheme, n.OwnLevels, d.Marking().Internal
	g.own(d)
	return g.out, nil
}

// matrixGathering is such a paper in the making.
type matrixGathering struct {
	desk     *Desk
	o        MatrixOptions
	told     func([]data.View) []data.View // those of which the paper may tell
	register *states.Register
	text     *Text
	grid     tally.Grid
	rows     []int // of the grid, by stander
	out      data.InternalMatrix
}

func (d *Desk) gatherMatrix(o MatrixOptions, told func([]data.View) []data.View) (*matrixGathering, error) {
	t, err := d.Current()
	if data.CodeOf(err) == CodeNoText {
		t, err = &Text{}, nil
	}
	g := &matrixGathering{desk: d, o: o, told: told, register: d.Register(), text: t}
	if err != nil {
		return g, err
	}
	g.cover(d.Negotiation())
	for _, q := range o.Questions {
		g.out.Questions = append(g.out.Questions, g.question(q))
	}
	g.grid = d.matrix(o.Questions, time.Time{}, told)
	g.standers()
	if o.Trend != (tally.Question{}) {
		g.trend(o.Trend)
	}
	return g, nil
}

// cover is what the paper belongs to.
func (g *matrixGathering) cover(n data.Negotiation) {
	o, m := g.o, &g.out.PublicMatrix
	m.Lang, m.Date, m.Group = o.Lang, o.Date, o.GroupName
	m.Title, m.Body, m.Session, m.AgendaItem = n.Title.In(o.Lang), n.Body.In(o.Lang), n.Session.In(o.Lang), n.AgendaItem.In(o.Lang)
	m.State = o.StateName
	if s := n.StateName.In(o.Lang); s != "" {
		m.State = s
	}
	m.Letterhead = letterhead(n, o.Lang)
	m.Symbol = g.text.Revision.Symbol
	for _, x := range g.register.Groups() {
		if x.Kind == data.GroupRegional {
			m.Regions = append(m.Regions, x.Names.In(o.Lang))
		}
	}
}

func (g *matrixGathering) question(q tally.Question) data.PublicQuestion {
	if !q.Issue.IsZero() {
		x, _ := g.desk.Issue(q.Issue)
		return data.PublicQuestion{Issue: x.Title}
	}
	return g.text.Question(q, g.o.Lang, g.desk.Proposals(q.Provision), g.o.Proponents)
}

// Question is what a paper and the window say a question on a provision is about;
// proposals are those on the provision, whose proponents by names.
func (t *Text) Question(q tally.Question, lang data.Lang, proposals []data.Proposal, by func(data.Proposal) string) data.PublicQuestion {
	p, _ := t.Find(q.Provision)
	out := data.PublicQuestion{Path: p.Path, Label: t.NumberWithin(p, lang)}
	for i, x := range proposals {
		if x.ID == q.Proposal {
			out.Proposal, out.Kind, out.By = i+1, x.Kind, by(x)
		}
	}
	return out
}

// NumberWithin is the number of a provision within its article as it is printed in
// a language, without stops: "3 (b)"; of what has none, what it is called in its
// path. It is "" for an article itself.
func (t *Text) NumberWithin(p data.Provision, lang data.Lang) string {
	var numbers []string
	for ok := true; ok && p.Kind != data.KindArticle && p.Kind != data.KindPreamble; p, ok = t.Find(p.Parent) {
		if p.Kind == data.KindAnnex && len(numbers) > 0 || p.Kind == data.KindChapter {
			break
		}
		r, _ := p.In(lang)
		number := strings.TrimRight(r.Label, ".．、-–— \u00a0")
		if number == "" {
			number = strings.ToUpper(p.Path[strings.LastIndexByte(p.Path, '/')+1:])
		}
		numbers = append([]string{number}, numbers...)
	}
	return strings.Join(numbers, " ")
}

// standers are the rows of the grid that are wanted, with their names and stands.
func (g *matrixGathering) standers() {
	region := map[string]string{}
	for _, x := range g.register.Groups() {
		region[x.Code] = x.Names.In(g.o.Lang)
	}
	for i, row := range g.grid.Rows {
		if !g.wanted(row.Code) {
			continue
		}
		s := data.PublicStander{Name: row.Name, Kind: row.Kind, Counted: row.Counted}
		if row.Code != "" {
			s.Name, s.Region = g.register.Name(row.Code, g.o.Lang), region[g.register.Region(row.Code, g.o.Date)]
		}
		if s.Name == "" {
			s.Name = row.Code
		}
		for k := range g.o.Questions {
			x := g.grid.Cell(i, k)
			s.Stands = append(s.Stands, data.PublicStand{Attitude: x.Attitude, Mixed: x.Mixed, National: x.National})
		}
		g.out.Standers, g.rows = append(g.out.Standers, s), append(g.rows, i)
	}
}

// wanted reports whether a participant is of the group that is shown.
func (g *matrixGathering) wanted(code string) bool {
	group, _ := g.register.Group(g.o.Group)
	switch {
	case g.o.Group == "":
		return true
	case group.Kind == data.GroupRegional:
		return g.register.Region(code, g.o.Date) == g.o.Group
	}
	return slices.Contains(g.register.Members(g.o.Group, g.o.Date), code)
}

// own adds what is for the delegation alone.
func (g *matrixGathering) own(d *Desk) {
	for _, q := range g.o.Questions {
		var stance data.Stance
		if !q.Provision.IsZero() && q.Proposal.IsZero() {
			stance = d.Position(q.Provision).Stance
		}
		g.out.Ours = append(g.out.Ours, stance)
	}
	var before tally.Grid
	if !g.o.Since.IsZero() {
		before = d.TallyMatrix(g.o.Questions, g.o.Since.Add(-time.Nanosecond))
		g.out.Since = data.DateOf(g.o.Since)
	}
	for _, row := range g.rows {
		doubtful, moved := make([]bool, len(g.o.Questions)), make([]bool, len(g.o.Questions))
		for k := range g.o.Questions {
			now := g.grid.Cell(row, k)
			doubtful[k] = now.Confidence != data.ConfidenceHeard
			if len(before.Columns) > 0 {
				moved[k] = movedFrom(before.Columns[k].Standing(g.grid.Rows[row].Key()), now)
			}
		}
		g.out.Doubtful, g.out.Moved = append(g.out.Doubtful, doubtful), append(g.out.Moved, moved)
	}
}

// movedFrom reports whether somebody stands otherwise than before; who had said
// nothing did not move.
func movedFrom(before, now tally.Standing) bool {
	return before.Class() != data.AttitudeSilent && before.Class() != now.Class()
}

// trend counts a question at the end of every day on which something was said of
// it, as the window does.
func (g *matrixGathering) trend(q tally.Question) {
	points := g.desk.series(q, nil, g.told)
	if len(points) == 0 {
		return
	}
	t := &data.PublicTrend{Question: g.question(q)}
	at := map[string]int{}
	for i, p := range points {
		t.Days = append(t.Days, data.DateOf(p.Until))
		extend(&t.All, i, p.Total)
		for _, share := range p.Regions {
			k, known := at[share.Group]
			if !known {
				k, at[share.Group] = len(t.Regions), len(t.Regions)
				group, _ := g.register.Group(share.Group)
				t.Regions = append(t.Regions, data.PublicCurve{Name: group.Names.In(g.o.Lang)})
			}
			extend(&t.Regions[k], i, share.Counts)
		}
	}
	for k := range t.Regions { // one that has no members any more
		for len(t.Regions[k].Support) < len(t.Days) {
			extend(&t.Regions[k], len(t.Regions[k].Support), tally.Counts{})
		}
	}
	g.out.Trend = t
}

// extend sets the numbers of a day, after those of the days before it.
func extend(c *data.PublicCurve, day int, n tally.Counts) {
	for len(c.Support) < day {
		c.Support, c.Oppose = append(c.Support, 0), append(c.Oppose, 0)
	}
	c.Support, c.Oppose = append(c.Support, n.Of(data.AttitudeSupport)), append(c.Oppose, n.Of(data.AttitudeOppose))
	if n.Sum() > 0 {
		c.Of = n.Sum()
	}
}
