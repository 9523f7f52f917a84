package desk

import (
	"context"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// Convergence is how far a text has come over its revisions, article by
// article. It is confidential: what is pending follows our own record of the
// room, and LastToObject our positions.
type Convergence struct {
	Lang         data.Lang
	Revisions    []data.Revision // oldest first
	Read         []data.Lang     // of each revision, the language that was counted in: Lang, unless there is no version in it
	Rows         []ConvergenceRow
	Totals       []Measure // of each revision, all of it
	LastToObject []LastObjection
}

// ConvergenceRow is one article over all revisions, known by its permanent
// identity, so that a renumbered one is one row. One that was merged with its
// paragraphs may have the identity of one of them, and goes on all the same. The
// preamble, an annex, a
// chapter and the like stand as a row of their own for what is in them and in
// none of the articles.
//
// Rows come in the order of the latest revision; what has gone stands after what
// it last followed. A row of anything but an article, a preamble or an annex is
// left out if there was never anything open in it.
type ConvergenceRow struct {
	Provision data.ID
	data.PublicHeading
	Path  string          // these as in the latest revision that has it
	Lang  data.Lang       // of Label and Heading
	Cells []ConvergedCell // by revision
}

// ConvergedCell is one article in one revision.
type ConvergedCell struct {
	There bool
	Label string // as printed there
	Measure
}

// First is the index of the first revision that has the article, Last that of
// the latest.
func (r ConvergenceRow) First() int {
	return slices.IndexFunc(r.Cells, func(c ConvergedCell) bool { return c.There })
}

// Last is the index of the latest revision that has the article.
func (r ConvergenceRow) Last() int {
	last := -1
	for i, c := range r.Cells {
		if c.There {
			last = i
		}
	}
	return last
}

// Now is the article in the latest revision; the zero cell if it has gone.
func (r ConvergenceRow) Now() ConvergedCell { return r.Cells[len(r.Cells)-1] }

// Convergence counts, article by article and over all revisions, what is open,
// in the language or, where a revision has no version in it, in the one it is
// shown in instead. CodeNoText if there is no revision.
//
// Pending are provisions with words that are not agreed. As long as a revision
// was the latest, a provision stood as was last announced of it: agreed if that
// was an agreed state, gone (and not counted) with all that it contains if that
// was one of the states of what is gone, else pending. One of which nothing was
// announced is pending if a state that is not an agreed one was announced of
// something it stands in (the nearest counts), else if it is bracketed or an
// alternative: brackets open in it, it stands in brackets that opened before,
// or it is one of several options or alternative paragraphs. For a revision
// counts what was announced of it and of those before it.
//
// Each text is read once in a language and kept: a second call costs only what
// follows from annotations.
func (d *Desk) Convergence(ctx context.Context, lang data.Lang) (*Convergence, error) {
	c := &Convergence{Lang: lang, Revisions: d.Revisions()}
	if len(c.Revisions) == 0 {
		return nil, data.E(CodeNoText)
	}
	var texts []*Text
	var read []*measured
	for _, r := range c.Revisions {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		t, err := d.Text(r.ID)
		if err != nil {
			return nil, err
		}
		texts, read = append(texts, t), append(read, t.measuredIn(lang))
		c.Read = append(c.Read, counted(r, lang))
	}
	over, err := d.takenOver(ctx, c.Revisions, lang)
	if err != nil {
		return nil, err
	}
	c.Totals = make([]Measure, len(texts))
	d.mu.RLock()
	defer d.mu.RUnlock()
	rows := newRowSet(texts, read)
	said := d.announced(c.Revisions)
	for i, t := range texts {
		open, gone := said.pending(t, read[i], i)
		c.Totals[i] = rows.take(i, lang, open, gone)
	}
	c.Rows = rows.inOrder()
	c.LastToObject = d.lastToObject(texts[len(texts)-1], read[len(read)-1], over)
	return c, nil
}

// counted is the language in which a revision is read for another.
func counted(r data.Revision, lang data.Lang) data.Lang {
	langs := r.Langs()
	if slices.Contains(langs, lang) || len(langs) == 0 {
		return lang
	}
	if slices.Contains(langs, data.English) {
		return data.English
	}
	return langs[0]
}

// announced are the states that were announced, by the provision they are on now
// and by the one they were announced of, each with the revision it was about.
type announced struct {
	on map[data.ID][]announcement
}

// announcement is a state that was announced of a revision and those after it,
// known by their places among the revisions.
type announcement struct {
	state       data.TextState
	first, last int // revisions for which it holds of that provision
	at          change.HLC
}

// announced finds all states again, also those of provisions which are others
// now, or no more. A state that does not say of which revision it was announced
// is of the one that was the latest then. The caller holds mu.
func (d *Desk) announced(revisions []data.Revision) announced {
	a := announced{map[data.ID][]announcement{}}
	place := map[data.ID]int{}
	for i, r := range revisions {
		place[r.ID] = i
	}
	for _, k := range d.steps.all {
		of, known := place[k.it.Revision]
		for i := 0; !known && i < len(revisions); i++ {
			if d.imported[revisions[i].ID] < k.at {
				of = i
			}
		}
		x := announcement{k.it.State, of, len(revisions), k.at}
		if then := k.recorded().Provision; !slices.Contains(k.on, then) {
			a.on[then] = append(a.on[then], announcement{x.state, of, of, x.at})
			x.first++
		}
		for _, provision := range k.on {
			a.on[provision] = append(a.on[provision], x)
		}
	}
	return a
}

// pending says of each provision whether it is pending, by what was announced of
// the revision and of those before it. What is gone is neither pending nor
// counted.
func (a announced) pending(t *Text, m *measured, revision int) (open, gone []bool) {
	open, gone = make([]bool, len(t.Provisions)), make([]bool, len(t.Provisions))
	var visit func(at int, whole data.TextState, left bool)
	visit = func(at int, whole data.TextState, left bool) {
		own := a.before(t.Provisions[at].ID, revision)
		left = left || own.Gone()
		gone[at] = left
		switch {
		case left || own.Agreed():
		case own != data.TextNone, whole != data.TextNone:
			open[at] = m.counts[at]
		default:
			open[at] = m.counts[at] && m.doubt[at]
		}
		if own != data.TextNone {
			whole = own
		}
		if whole.Agreed() {
			whole = data.TextNone // the gavel on the whole says nothing of parts that were left open
		}
		for _, i := range t.within[at] {
			visit(i, whole, left)
		}
	}
	for _, at := range t.outermost {
		visit(at, data.TextNone, false)
	}
	return open, gone
}

// before is what was last announced of a provision in that revision or one
// before it.
func (a announced) before(provision data.ID, revision int) data.TextState {
	var last announcement
	for _, x := range a.on[provision] {
		if x.first <= revision && revision <= x.last && x.at > last.at {
			last = x
		}
	}
	return last.state
}
