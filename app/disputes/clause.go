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
	t, err := d.TreatyText(p.treaty)
	if err != nil {
		return nil
	}
	for _, lang := range append([]data.Lang{p.room.Selection.Lang(), data.English}, data.Langs...) {
		if ladder := ladderOf(t.Provisions, lang); len(ladder) > 0 {
			return ladder
		}
	}
	return nil
}

// named is a means that a clause names, in the sentence in which it does so first, and
// the period that was named before it.
type named struct {
	means data.Means
	byOne bool // one party alone can use it
	wait  data.Delay
}

// ladderOf reads a ladder in one language from the article that names the most means:
// each of them once, in the order in which they stand.
func ladderOf(provisions []data.Provision, lang data.Lang) []data.Rung {
	within := map[data.ID]data.ID{} // the article of a provision
	var order []data.ID
	texts := map[data.ID][]string{}
	for _, p := range provisions {
		article, ok := within[p.Parent]
		if p.Kind == data.KindArticle || !ok {
			article = p.ID
		}
		within[p.ID] = article
		if text := p.Text[lang].Text; text != "" {
			if _, seen := texts[article]; !seen {
				order = append(order, article)
			}
			texts[article] = append(texts[article], text)
		}
	}
	var best []data.Rung
	for _, article := range order {
		if ladder := climb(texts[article], lang); len(ladder) > len(best) {
			best = ladder
		}
	}
	if len(best) < 2 {
		return nil // one means named in passing is no clause on disputes
	}
	return best
}

// climb puts the means of a clause on a ladder.
func climb(texts []string, lang data.Lang) (out []data.Rung) {
	optOut := slices.ContainsFunc(texts, func(text string) bool { return clause.OptOut(text, lang) })
	for _, n := range meansIn(texts, lang) {
		r := data.Rung{Means: n.means, Trigger: data.TriggerFailed, Consent: data.ConsentAll, Interim: n.means.Decides()}
		switch {
		case len(out) == 0: // what every party may begin with
			r.Trigger, r.Consent = data.TriggerRaised, data.ConsentRequest
		case n.byOne && n.means.Decides() && optOut:
			r.Consent = data.ConsentOptOut
		case n.byOne:
			r.Consent = data.ConsentRequest
		}
		switch last := len(out) - 1; {
		case n.wait.IsZero():
		case last < 0:
			r.After = n.wait
		case out[last].Means.Decides(): // it could not be organized in that time
			r.Trigger, r.After = data.TriggerAsked, n.wait
		default: // it has that time from the request for it
			out[last].Period, out[last].FromAsked = n.wait, true
		}
		out = append(out, r)
	}
	return out
}

// meansIn are the means that the paragraphs of a clause name.
func meansIn(texts []string, lang data.Lang) (out []named) {
	var wait data.Delay
	for _, text := range texts {
		runes := []rune(text)
		for _, x := range clause.Read(text, lang) {
			switch x.Kind {
			case clause.Resort:
				wait = x.Delay
			case clause.Settlement:
				m := meansOf(x.Means)
				if m == "" || slices.ContainsFunc(out, func(n named) bool { return n.means == m }) {
					continue
				}
				out = append(out, named{m, clause.ByOne(sentenceAt(runes, x.Start), lang), wait})
				wait = data.Delay{}
			}
		}
	}
	return out
}

// sentenceAt is the sentence of a text in which a place is.
func sentenceAt(text []rune, at int) string {
	ends := func(r rune) bool { return r == '.' || r == ';' || r == '。' || r == '；' || r == '؛' }
	from, to := at, at
	for from > 0 && !ends(text[from-1]) {
		from--
	}
	for to < len(text) && !ends(text[to]) {
		to++
	}
	return string(text[from:to])
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
