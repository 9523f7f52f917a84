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

// substituted finds the class that this version says more often than any other,
// and the one that it says less often than the others, of which one may be read
// amiss where there are enough; "" if it does not stand apart. That something is
// only recommended here, and nowhere else, is enough.
func substituted(lang data.Lang, count map[data.Lang]map[strength.Class]int) (alone, instead strength.Class) {
	for _, class := range strength.Classes {
		if class.Qualifier() {
			continue
		}
		more, fewer := 0, 0
		for other, n := range count {
			if other != lang && n[class] < count[lang][class] {
				more++
			}
			if other != lang && n[class] > count[lang][class] {
				fewer++
			}
		}
		others := len(count) - 1
		if more == others && alone == "" {
			alone = class
		}
		if (fewer == others || others > 3 && fewer == others-1) && instead == "" {
			instead = class
		}
	}
	if instead == "" && alone != strength.Recommendation {
		return "", ""
	}
	return alone, instead
}
