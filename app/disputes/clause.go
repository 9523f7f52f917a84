package disputes

import (
	"slices"

	"travaux/data"
	"travaux/data/clause"
)

// provided is the ladder that the treaty's own clause on disputes provides, as far as
// it can be read from its words; nil where there is no such clause. A person looks at
// it before it is used.
func (p *Page) provided() []data.Rung {
	d := p.room.Desk
	t, err := d.Text(p.treaty.Revision)
	if err != nil {
		if t, err = d.Current(); err != nil {
			return nil
		}
	}
	for _, lang := range append([]data.Lang{p.room.Selection.Lang(), data.English}, data.Langs...) {
		if ladder := ladderOf(t.Provisions, lang); len(ladder) > 0 {
			return ladder
		}
	}
	return nil
}

// ladderOf reads a ladder in one language from the article that names the most means:
// each of them once, in the order in which they stand, a period before the means that
// may be used after it.
func ladderOf(provisions []data.Provision, lang data.Lang) []data.Rung {
	within := map[data.ID]data.ID{} // the article of a provision
	var order []data.ID
	params := map[data.ID][]clause.Param{}
	for _, p := range provisions {
		article, ok := within[p.Parent]
		if p.Kind == data.KindArticle || !ok {
			article = p.ID
		}
		within[p.ID] = article
		if text := p.Text[lang].Text; text != "" {
			if _, seen := params[article]; !seen {
				order = append(order, article)
			}
			params[article] = append(params[article], clause.Read(text, lang)...)
		}
	}
	var best []data.Rung
	for _, article := range order {
		if ladder := climb(params[article]); len(ladder) > len(best) {
			best = ladder
		}
	}
	if len(best) < 2 {
		return nil // one means named in passing is no clause on disputes
	}
	return best
}

// climb puts the means of a clause on a ladder.
func climb(params []clause.Param) (out []data.Rung) {
	var wait data.Delay
	for _, x := range params {
		switch x.Kind {
		case clause.Resort:
			wait = x.Delay
		case clause.Settlement:
			m := meansOf(x.Means)
			if m == "" || slices.ContainsFunc(out, func(r data.Rung) bool { return r.Means == m }) {
				continue
			}
			out = append(out, next(m, len(out) == 0, wait))
			wait = data.Delay{}
		}
	}
	return out
}

// next is a means as clauses commonly have it: the first at the request of any party;
// who decides at such a request too, but not for who declared that it is not bound;
// who helps by agreement.
func next(m data.Means, first bool, wait data.Delay) data.Rung {
	r := data.Rung{Means: m, Trigger: data.TriggerFailed, Consent: data.ConsentAll, Interim: m.Decides()}
	if first {
		r.Trigger, r.Consent = data.TriggerRaised, data.ConsentRequest
	}
	if m.Decides() {
		r.Consent = data.ConsentOptOut
	}
	if !wait.IsZero() {
		r.After = wait
		if !first {
			r.Trigger = data.TriggerAsked
		}
	}
	return r
}

// meansOf is a means that was read, as a dispute names it; "" for those of the
// parties' own choice, which are there anyway.
func meansOf(m clause.Means) data.Means {
	switch m {
	case clause.OwnChoice:
		return ""
	case clause.Judicial:
		return data.MeansJudicial
	}
	return data.Means(m)
}
