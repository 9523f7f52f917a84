package desk

import (
	"travaux/data"
	"travaux/data/redline/watch"
)

// wording says where words in the stead of those of a provision would cross the
// red line.
func (l *lookout) wording(t *Text, i int, lang data.Lang, wording string, by data.CrossedBy) (out []data.Crossing) {
	words := watchedWording(wording, lang)
	p, has := l.phrases[lang]
	for _, s := range l.scopes(t) {
		switch {
		case !s.has(i):
		case l.line.Rule == data.RedLineAbsent && has:
			return l.matches(t, by, i, lang, words, p, watchedWords)
		case l.line.Rule == data.RedLineStays && has:
			if c, crossed := l.drops(t, s, i, lang, words); crossed {
				c.By = by
				out = append(out, c)
			}
		case l.line.Rule == data.RedLineStrong && l.base != nil:
			if c, crossed := l.weakens(t, i, lang, words); crossed {
				c.By = by
				return []data.Crossing{c}
			}
		}
	}
	return out
}

// drops says whether words that stand in the stead of those of a provision drop
// the phrase from a scope. What the text lacks already is not the fault of words
// for a part of it, unless the red line is on just that part.
func (l *lookout) drops(t *Text, s scope, i int, lang data.Lang, words *watch.Text) (c data.Crossing, crossed bool) {
	p := l.phrases[lang]
	c = l.crossing(t, data.ByWording, t.Provisions[i].ID, lang, data.CrossedMissing)
	for _, m := range words.Find(p) {
		if m.Doubt == 0 {
			return c, false
		}
		c.Doubt = true
	}
	before, maybeBefore, _ := l.stands(t, lang, p, func(k int) bool { return k == i })
	if s.id != t.Provisions[i].ID && !before && maybeBefore == nil {
		return c, false
	}
	elsewhere, maybe, _ := l.stands(t, lang, p, func(k int) bool { return s.has(k) && k != i })
	if elsewhere {
		return c, false
	}
	c.Doubt = c.Doubt || maybe != nil
	c.Words = l.line.Phrases[lang]
	return c, true
}

// weakens says whether words bind less than those of the provision did when the
// red line was recorded.
func (l *lookout) weakens(t *Text, i int, lang data.Lang, words *watch.Text) (c data.Crossing, crossed bool) {
	at, known := l.base.byID[t.Provisions[i].ID]
	if !known {
		return c, false
	}
	was := l.base.part(at, lang, watchedWords)
	if was == nil {
		return c, false
	}
	return l.compare(t, t.Provisions[i].ID, lang, was, words)
}

// deletion says where leaving out a provision with all in it would cross the red
// line.
func (l *lookout) deletion(t *Text, i int, by data.CrossedBy) (out []data.Crossing) {
	left := scope{from: i, to: t.end(i)}
	for _, s := range l.scopes(t) {
		switch {
		case s.gone:
		case l.line.Rule == data.RedLineStays:
			if left.has(s.from) && s.to <= left.to {
				out = append(out, l.crossing(t, by, t.Provisions[i].ID, "", data.CrossedGone))
			} else if s.has(i) {
				out = append(out, l.lost(t, s, left, by)...)
			}
		case l.line.Rule == data.RedLineStrong && l.base != nil:
			out = append(out, l.unbound(t, s, left, by)...)
		}
	}
	return out
}

// lost says in which languages the phrase stands in what is left out and nowhere
// else in a scope.
func (l *lookout) lost(t *Text, s, left scope, by data.CrossedBy) (out []data.Crossing) {
	for _, lang := range data.Langs {
		p, ok := l.phrases[lang]
		if !ok {
			continue
		}
		here, maybeHere, _ := l.stands(t, lang, p, left.has)
		elsewhere, maybe, _ := l.stands(t, lang, p, func(k int) bool { return s.has(k) && !left.has(k) })
		if (here || maybeHere != nil) && !elsewhere {
			c := l.crossing(t, by, t.Provisions[left.from].ID, lang, data.CrossedMissing)
			c.Doubt, c.Words = maybe != nil || !here, l.line.Phrases[lang]
			out = append(out, c)
		}
	}
	return out
}

// unbound says whether what is left out bound.
func (l *lookout) unbound(t *Text, s, left scope, by data.CrossedBy) (out []data.Crossing) {
	for i := left.from; i < left.to; i++ {
		at, known := l.base.byID[t.Provisions[i].ID]
		if !s.has(i) || !known {
			continue
		}
		c, crossed := l.firstWeaker(t, at, func(lang data.Lang) *watch.Text { return watch.Read("", lang, nil) })
		if crossed {
			c.By, c.Reason = by, data.CrossedGone
			return append(out, c)
		}
	}
	return out
}

// addition says where the words of a new provision beside another would cross the
// red line.
func (l *lookout) addition(t *Text, i int, lang data.Lang, wording string) []data.Crossing {
	p, ok := l.phrases[lang]
	if l.line.Rule != data.RedLineAbsent || !ok {
		return nil
	}
	for _, s := range l.scopes(t) {
		if s.has(i) && s.id != t.Provisions[i].ID {
			return l.matches(t, data.ByProposal, i, lang, watchedWording(wording, lang), p, watchedWords)
		}
	}
	return nil
}

// position says where our position crosses the red line: our wording, or our
// stance where it lets the text go, or lets it pass as it stands.
func (l *lookout) position(t *Text, i int, p data.Position) (out []data.Crossing) {
	if p.Stance == data.StanceDelete {
		return l.deletion(t, i, data.ByWording)
	}
	for _, lang := range data.Langs {
		if w := p.Wording[lang]; w != "" {
			out = append(out, l.wording(t, i, lang, w, data.ByWording)...)
		}
	}
	return out
}

// proposal says where a proposal would cross the red line if it were taken over.
func (l *lookout) proposal(t *Text, i int, p data.Proposal, added bool) (out []data.Crossing) {
	switch {
	case p.Kind == data.ProposalSuppress && p.On.IsZero():
		out = l.deletion(t, i, data.ByProposal)
	case p.Kind == data.ProposalModify && !added:
		for _, lang := range data.Langs {
			if w := p.Wording[lang]; w != "" {
				out = append(out, l.wording(t, i, lang, w, data.ByProposal)...)
			}
		}
	case p.Kind == data.ProposalModify || p.Kind == data.ProposalAdd:
		for _, lang := range data.Langs {
			if w := p.Wording[lang]; w != "" {
				out = append(out, l.addition(t, i, lang, w)...)
			}
		}
	}
	for k := range out {
		out[k].Proposal = p.ID
	}
	return out
}
