package reference

import (
	"strings"
	"unicode"

	"travaux/data/text"
)

// hanFollowed reports whether the name of an instrument stands before token k.
func (p *parser) hanFollowed(k int) bool {
	which, _ := p.hanInstrument(k)
	return which != Unnamed
}

// hanGenera say what an instrument is, at the end of its name.
var hanGenera = []string{"公约", "宪章", "规约", "议定书", "条约", "协定", "协议", "盟约", "宣言", "决议", "决定", "规则", "草案", "法典", "刑法", "宪法", "报告", "文件", "章程", "契约", "条例"}

// hanLeads stand before the name of an instrument that is not part of it.
const hanLeads = "据照按合对依由与和及以违反守受于在的为就除使将如经本，。；：、,.;:(（“”"

// hanInstrument reads whose provisions a reference means from what stands
// before it: 本公约, 《公约》, 《联合国宪章》.
func (p *parser) hanInstrument(first int) (which Instrument, name text.Span) {
	k := first - 1
	if k >= 0 && p.is(k, '的') {
		k--
	}
	if k < 0 {
		return Unnamed, text.Span{}
	}
	if s := p.symbolAt(k); s != nil {
		return Named, p.span(s.first, first)
	}
	quoted := p.is(k, '》')
	if quoted {
		k--
	}
	size := 0
	for _, g := range hanGenera {
		if n := len([]rune(g)); k-n+1 >= 0 && p.has(k-n+1, g) {
			size = n
			break
		}
	}
	if size == 0 && !quoted {
		return Unnamed, text.Span{}
	}
	start := k - size + 1
	if quoted {
		for n := 0; !p.is(start-1, '《'); n++ {
			if start--; start <= 0 || n > 80 {
				return Unnamed, text.Span{}
			}
		}
		before := p.at(start - 2).r
		switch {
		case before == '本' && start > 1:
			return Own, p.span(start-2, first)
		case start == k-size+1:
			return Bare, p.span(start-1, first)
		}
		return Named, p.span(start-1, first)
	}
	if start == 0 {
		return Bare, p.span(start, first)
	}
	switch before := p.at(start - 1); {
	case before.r == '本':
		return Own, p.span(start-1, first)
	case before.r == '该' || before.r == '号':
		return Named, p.span(start-1, first)
	case before.kind != tokenHan || p.hanLead(start-1):
		return Bare, p.span(start, first)
	}
	return Named, p.span(p.hanName(start), first)
}

// hanLead reports whether token k leads to a name: 合 of 符合, not of 联合国.
func (p *parser) hanLead(k int) bool {
	t := p.at(k)
	return t.r != 0 && strings.ContainsRune(hanLeads, t.r) && !(t.r == '合' && k > 0 && p.is(k-1, '联'))
}

// hanName goes back to where the name of an instrument begins.
func (p *parser) hanName(k int) int {
	for n := 0; n < 24 && k > 0; n++ {
		before := p.at(k - 1)
		if before.kind != tokenHan && !unicode.IsDigit(before.r) || p.hanLead(k-1) {
			break
		}
		k--
	}
	return k
}
