package desk

import (
	"slices"

	"travaux/data"
	"travaux/data/redline/watch"
)

// lookout is a red line that is watched.
type lookout struct {
	line    data.RedLine
	phrases map[data.Lang]watch.Phrase
	base    *Text // of the text as it was recorded; nil where it does not matter or is not there
}

// watchedOrder is the order in which languages are asked where one answer is
// enough: the language in which most texts are negotiated first.
var watchedOrder = append([]data.Lang{data.English}, data.French, data.Spanish, data.Russian, data.Arabic, data.Chinese)

func (d *Desk) lookout(r data.RedLine) *lookout {
	l := &lookout{line: r, phrases: map[data.Lang]watch.Phrase{}}
	for lang, phrase := range r.Phrases {
		if p, err := watch.Parse(phrase, lang); err == nil { // it was checked when it was recorded
			l.phrases[lang] = p
		}
	}
	if r.Rule == data.RedLineStrong {
		if t, err := d.Text(r.Revision); err == nil {
			l.base = t
		}
	}
	return l
}

// scope is a provision that the red line is on, with all in it, as indices of a
// text; or the whole text.
type scope struct {
	id       data.ID // zero: the whole text
	from, to int
	gone     bool
}

func (s scope) has(i int) bool { return !s.gone && s.from <= i && i < s.to }

func (l *lookout) scopes(t *Text) []scope {
	if len(l.line.Provisions) == 0 {
		return []scope{{to: len(t.Provisions)}}
	}
	out := make([]scope, 0, len(l.line.Provisions))
	for _, id := range l.line.Provisions {
		i, ok := t.byID[id]
		if !ok {
			out = append(out, scope{id: id, gone: true})
			continue
		}
		out = append(out, scope{id: t.Provisions[i].ID, from: i, to: t.end(i)})
	}
	return out
}

// crossing begins the record of one.
func (l *lookout) crossing(t *Text, by data.CrossedBy, provision data.ID, lang data.Lang, reason data.CrossingReason) data.Crossing {
	return data.Crossing{RedLine: l.line.ID, By: by, Revision: t.Revision.ID, Provision: provision, Lang: lang, Reason: reason}
}

// text says where a text crosses the red line.
func (l *lookout) text(t *Text) (out []data.Crossing) {
	for _, s := range l.scopes(t) {
		switch {
		case s.gone && l.line.Rule == data.RedLineAbsent:
		case s.gone:
			out = append(out, l.crossing(t, data.ByText, s.id, "", data.CrossedGone))
		case l.line.Rule == data.RedLineStays:
			out = append(out, l.stays(t, s)...)
		case l.line.Rule == data.RedLineAbsent:
			for i := s.from; i < s.to; i++ {
				out = append(out, l.found(t, i)...)
			}
		case l.base != nil && l.base != t:
			out = append(out, l.weaker(t, s)...)
		}
	}
	return out
}

// stands says whether a phrase stands in some of the provisions: for sure, or
// where in doubt.
func (l *lookout) stands(t *Text, lang data.Lang, p watch.Phrase, within func(i int) bool) (sure bool, doubt *data.Crossing, known bool) {
	for i := range t.Provisions {
		if !within(i) {
			continue
		}
		for field := range watchedFields {
			part := t.part(i, lang, field)
			if part == nil {
				continue
			}
			known = true
			for _, m := range part.Find(p) {
				if m.Doubt == 0 {
					return true, nil, true
				}
				if doubt == nil {
					c := l.crossing(t, data.ByText, t.Provisions[i].ID, lang, data.CrossedMissing)
					pointAt(&c, part, m, field)
					doubt = &c
				}
			}
		}
	}
	return false, doubt, known
}

// pointAt says which words of a part cross, and in what doubt.
func pointAt(c *data.Crossing, part *watch.Text, m watch.Match, field int) {
	c.Start, c.End, c.Heading = m.Start, m.End, field == watchedHeading
	c.Doubt, c.Tracked = m.Doubt != 0, m.Doubt&(watch.Deleted|watch.Inserted) != 0
	c.Words = string([]rune(part.Words())[m.Start:m.End])
}

// stays says where the phrase that must stay is missing, in each language that
// has one.
func (l *lookout) stays(t *Text, s scope) (out []data.Crossing) {
	for _, lang := range data.Langs {
		p, ok := l.phrases[lang]
		if !ok {
			continue
		}
		sure, doubt, known := l.stands(t, lang, p, s.has)
		switch {
		case sure || !known:
		case doubt != nil:
			out = append(out, *doubt)
		default:
			c := l.crossing(t, data.ByText, s.id, lang, data.CrossedMissing)
			c.Words = l.line.Phrases[lang]
			out = append(out, c)
		}
	}
	return out
}

// found says where in a provision the phrase stands that must not appear.
func (l *lookout) found(t *Text, i int) (out []data.Crossing) {
	for _, lang := range data.Langs {
		p, ok := l.phrases[lang]
		if !ok {
			continue
		}
		for field := range watchedFields {
			if part := t.part(i, lang, field); part != nil {
				out = append(out, l.matches(t, data.ByText, i, lang, part, p, field)...)
			}
		}
	}
	return out
}

func (l *lookout) matches(t *Text, by data.CrossedBy, i int, lang data.Lang, part *watch.Text, p watch.Phrase, field int) (out []data.Crossing) {
	for _, m := range part.Find(p) {
		c := l.crossing(t, by, t.Provisions[i].ID, lang, data.CrossedFound)
		pointAt(&c, part, m, field)
		out = append(out, c)
	}
	return out
}

// weaker says which provisions in a scope bind less than they did when the red
// line was recorded.
func (l *lookout) weaker(t *Text, s scope) (out []data.Crossing) {
	for _, was := range l.scopes(l.base) {
		if was.id != s.id || was.gone {
			continue
		}
		for i := was.from; i < was.to; i++ {
			id := l.base.Provisions[i].ID
			now, there := t.byID[id]
			c, crossed := l.firstWeaker(t, i, func(lang data.Lang) *watch.Text {
				if !there {
					return watch.Read("", lang, nil)
				}
				return t.part(now, lang, watchedWords)
			})
			if crossed {
				if !there {
					c.Reason = data.CrossedGone
				}
				out = append(out, c)
			}
		}
	}
	return out
}

// firstWeaker compares a provision as it was with what it is, in one language
// after the other, and gives the first in which it binds less for sure, else the
// first in which it may.
func (l *lookout) firstWeaker(t *Text, i int, is func(data.Lang) *watch.Text) (first data.Crossing, crossed bool) {
	for _, lang := range watchedOrder {
		was, now := l.base.part(i, lang, watchedWords), is(lang)
		if was == nil || now == nil {
			continue
		}
		c, ok := l.compare(t, l.base.Provisions[i].ID, lang, was, now)
		if ok && (!crossed || first.Doubt && !c.Doubt) {
			first, crossed = c, true
		}
	}
	return first, crossed
}

// compare says whether words bind less than they did. With phrases, only the
// sentences that have them count, in the languages that have one.
func (l *lookout) compare(t *Text, provision data.ID, lang data.Lang, was, is *watch.Text) (c data.Crossing, crossed bool) {
	var only *watch.Phrase
	if len(l.phrases) > 0 {
		p, ok := l.phrases[lang]
		if !ok {
			return c, false
		}
		only = &p
	}
	w, crossed := watch.Weaker(was, is, only)
	if !crossed {
		return c, false
	}
	c = l.crossing(t, data.ByText, provision, lang, data.CrossedWeaker)
	c.Doubt = w.Doubt
	if len(w.Changes) > 0 {
		c.Was, c.Words = w.Changes[0].Was, w.Changes[0].Is
	}
	return c, true
}

// sortCrossings puts crossings into the order in which they are shown.
func sortCrossings(list []data.Crossing, t *Text) {
	order := []data.CrossedBy{data.ByText, data.ByWording, data.ByProposal}
	slices.SortStableFunc(list, func(a, b data.Crossing) int {
		switch {
		case a.Doubt != b.Doubt && a.Doubt:
			return 1
		case a.Doubt != b.Doubt:
			return -1
		case a.By != b.By:
			return slices.Index(order, a.By) - slices.Index(order, b.By)
		}
		return t.byID[a.Provision] - t.byID[b.Provision]
	})
}
