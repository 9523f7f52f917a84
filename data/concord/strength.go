package concord

import (
	"travaux/data"
	"travaux/data/redline/strength"
	"travaux/data/text"
)

// strength compares how a row binds. Languages put the same duty into a verb, a
// chapeau or an item, so that only a substitution is evidence: a version says a
// class that no other says there, and has of another class fewer than each of the
// others has.
func (c *comparison) strength(row Row) {
	count := map[data.Lang]map[strength.Class]int{}
	marks := map[data.Lang][]strength.Mark{}
	for lang := range row.At {
		marks[lang], count[lang] = strength.Find(c.rendering(row, lang).Text, lang), map[strength.Class]int{}
		for _, m := range marks[lang] {
			if !m.Qualifier {
				count[lang][m.Class]++
			}
		}
	}
	for _, lang := range c.Langs {
		alone, instead := substituted(lang, count)
		if alone == "" {
			continue
		}
		var said []Said
		for _, l := range c.Langs {
			i, ok := row.At[l]
			if !ok {
				continue
			}
			s := Said{Lang: l, Provision: c.provisions[i].ID}
			for _, m := range marks[l] {
				if m.Class == alone || m.Class == instead {
					s.Values = append(s.Values, string(m.Class))
					s.Spans = append(s.Spans, text.Span{Start: m.Start, End: m.End})
				}
			}
			said = append(said, s)
		}
		c.add(Strength, row, []data.Lang{lang}, said)
	}
}

// substituted finds the class that this version says more often than the others, and
// the one that it says less often; "" if it does not stand apart. Where there are
// enough others, one of them may be read amiss, in the one or in the other. That
// something is only recommended here, and nowhere else, is enough.
func substituted(lang data.Lang, count map[data.Lang]map[strength.Class]int) (alone, instead strength.Class) {
	others := len(count) - 1
	nearly := others
	if others > 3 {
		nearly = others - 1
	}
	var most, least strength.Class   // said more, or less, often than by any other
	var more, fewer []strength.Class // than by nearly all others
	for _, class := range strength.Classes {
		if class.Qualifier() {
			continue
		}
		up, down := 0, 0
		for other, n := range count {
			if other != lang && n[class] < count[lang][class] {
				up++
			}
			if other != lang && n[class] > count[lang][class] {
				down++
			}
		}
		if up == others && most == "" {
			most = class
		}
		if down == others && least == "" {
			least = class
		}
		if up >= nearly {
			more = append(more, class)
		}
		if down >= nearly {
			fewer = append(fewer, class)
		}
	}
	switch {
	case most != "" && len(fewer) > 0:
		return most, fewer[0]
	case least != "" && len(more) > 0:
		return more[0], least
	case most == strength.Recommendation:
		return most, ""
	}
	return "", ""
}
