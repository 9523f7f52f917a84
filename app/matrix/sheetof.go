package matrix

import (
	"cmp"
	"slices"

	"travaux/app/page"
	"travaux/data"
	"travaux/data/tally"
	"travaux/export"
	"travaux/translations"
)

// order is how the lines are sorted.
type order int

// Orders, as they are offered.
const (
	byName order = iota
	byRegion
	bySupport
	byNearness
	byMoves
)

// orders are the catalogue ids of order.
var orders = []string{"matrix.order.name", "matrix.order.region", "matrix.order.support", "matrix.order.near", "matrix.order.moves"}

// filter chooses the lines.
type filter struct {
	group string // its members only; "": all
	held  bool   // only who is of a class on one of the questions
	class data.Attitude
	moved bool // only who moved
}

// sheetOf makes the sheet: our stance and the numbers of support and opposition
// stay in view, below them the States, the observers and whoever else spoke. The
// numbers count those that are counted, of the group that is chosen.
func sheetOf(f *facts, by order, only filter, loc *translations.Localizer) *sheet {
	m := maker{facts: f, loc: loc, lang: data.Lang(loc.Lang())}
	s := &sheet{corner: loc.T("matrix.states")}
	for _, q := range f.questions {
		s.columns = append(s.columns, q.column)
	}
	members := m.members(only.group)
	rows := slices.DeleteFunc(slices.Clone(members), func(i int) bool { return !m.wanted(i, only) })
	s.frozen = []line{m.ours(), m.count(codeSupport, loc.T("matrix.count.support"), members, data.AttitudeSupport), m.count(codeOppose, loc.T("matrix.count.oppose"), members, data.AttitudeOppose)}
	m.sort(rows, by)
	if by == byRegion {
		s.lines = m.sections(rows)
		return s
	}
	for _, i := range rows {
		s.lines = append(s.lines, m.party(i))
	}
	return s
}

// Codes of the frozen lines. Those of parties never have a stop in them.
const (
	codeOurs    = ".ours"
	codeSupport = ".support"
	codeOppose  = ".oppose"
)

// maker makes lines of facts.
type maker struct {
	*facts
	loc  *translations.Localizer
	lang data.Lang
}

// members are the rows of those who are of a group on the day.
func (m *maker) members(group string) []int {
	g, _ := m.register.Group(group)
	in := m.register.Members(group, m.day)
	var rows []int
	for i, r := range m.now.Rows {
		switch {
		case group == "":
		case g.Kind == data.GroupRegional: // one of those to which it belongs: that in which it is counted
			if m.register.Region(r.Code, m.day) != group {
				continue
			}
		case !slices.Contains(in, r.Code):
			continue
		}
		rows = append(rows, i)
	}
	return rows
}

func (m *maker) wanted(row int, only filter) bool {
	if only.moved && m.moves(row) == 0 {
		return false
	}
	return !only.held || m.of(row, only.class) > 0
}

// name is how the one of a row is called.
func (m *maker) name(row int) string {
	return page.Speaker(m.loc, m.register, data.Speaker{Code: m.now.Rows[row].Code, Name: m.now.Rows[row].Name})
}

// sort orders rows; those that are alike, by name. Who is not counted stays behind
// who is.
func (m *maker) sort(rows []int, by order) {
	names := map[int]string{}
	for _, i := range rows {
		names[i] = m.name(i)
	}
	rank := func(i int) int {
		switch by {
		case bySupport:
			return -m.of(i, data.AttitudeSupport)*1000 + m.of(i, data.AttitudeOppose)
		case byNearness:
			return -m.nearness(i)
		case byMoves:
			return -m.moves(i)
		}
		return 0
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		return cmp.Or(cmp.Compare(m.standsApart(a), m.standsApart(b)), cmp.Compare(rank(a), rank(b)), m.loc.Compare(names[a], names[b]))
	})
}

// standsApart is 0 for who is counted, 1 for an observer, 2 for anybody else.
func (m *maker) standsApart(row int) int {
	switch r := m.now.Rows[row]; {
	case r.Counted:
		return 0
	case r.Kind == data.PartyObserver:
		return 1
	}
	return 2
}

// sections are the rows by regional group, below a line with the numbers of each;
// observers and others have sections of their own.
func (m *maker) sections(rows []int) (lines []line) {
	section := func(code, head string, of []int) {
		if len(of) == 0 {
			return
		}
		l := line{kind: lineSection, code: code, head: head, note: m.loc.Number(len(of))}
		for k := range m.questions {
			with, against := m.number(of, k, data.AttitudeSupport), m.number(of, k, data.AttitudeOppose)
			c := cell{}
			if with+against > 0 {
				c.words = m.loc.T("matrix.count.pair", "support", m.loc.Number(with), "oppose", m.loc.Number(against))
			}
			l.cells = append(l.cells, c)
		}
		lines = append(lines, l)
		for _, i := range of {
			lines = append(lines, m.party(i))
		}
	}
	left := rows
	take := func(wanted func(row int) bool) (of []int) {
		var rest []int
		for _, i := range left {
			if wanted(i) {
				of = append(of, i)
			} else {
				rest = append(rest, i)
			}
		}
		left = rest
		return of
	}
	for _, g := range m.register.Groups() {
		if g.Kind == data.GroupRegional {
			section(g.Code, groupName(m.register, g.Code, m.lang), take(func(i int) bool {
				return m.standsApart(i) == 0 && m.register.Region(m.now.Rows[i].Code, m.day) == g.Code
			}))
		}
	}
	section(".none", m.loc.T("matrix.section.none"), take(func(i int) bool { return m.standsApart(i) == 0 }))
	section(".observers", m.loc.T("matrix.section.observers"), take(func(i int) bool { return m.standsApart(i) == 1 }))
	section(".others", m.loc.T("matrix.section.others"), left)
	return lines
}

// number is how many of some rows are of a class on a question.
func (m *maker) number(rows []int, question int, class data.Attitude) int {
	n := 0
	for _, i := range rows {
		if m.standings[i][question].Class() == class {
			n++
		}
	}
	return n
}

// party is the line of a State, or of whoever else has a row.
func (m *maker) party(row int) line {
	l := line{code: m.now.Rows[row].Key(), head: m.name(row)}
	if n := m.moves(row); n > 0 {
		l.note = m.loc.T("matrix.moves", "n", m.loc.Number(n))
	}
	for k, s := range m.standings[row] {
		l.cells = append(l.cells, cellOf(s, m.moved[row][k]))
	}
	return l
}

func cellOf(s tally.Standing, moved bool) cell {
	return cell{sign: signOf(s.Class()), national: s.National, doubt: s.Confidence != data.ConfidenceHeard, moved: moved}
}

// ours is the line of our own stance.
func (m *maker) ours() line {
	l := line{kind: lineOurs, code: codeOurs, head: m.loc.T("matrix.ours")}
	for _, q := range m.questions {
		l.cells = append(l.cells, cell{sign: sign(export.StanceSign(q.ours)), national: true})
	}
	return l
}

// count is a line with the number of those of a class.
func (m *maker) count(code, head string, members []int, class data.Attitude) line {
	counted := slices.DeleteFunc(slices.Clone(members), func(i int) bool { return m.standsApart(i) != 0 })
	l := line{kind: lineCount, code: code, head: head}
	for k := range m.questions {
		l.cells = append(l.cells, cell{words: m.loc.Number(m.number(counted, k, class))})
	}
	return l
}
