package desk

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/search"
)

// LiveWith returns what the delegation can live with of a provision, newest
// first.
func (d *Desk) LiveWith(provision data.ID) []data.LiveWith {
	provision = d.permanent(provision)
	d.mu.RLock()
	defer d.mu.RUnlock()
	list := d.liveWith.on(provision)
	slices.Reverse(list)
	for i := range list {
		list[i].Kept = slices.Clone(list[i].Kept)
	}
	return list
}

// SetLiveWith records wording that the delegation can live with (zero ID) or
// changes it. Without a Base it is taken as made from the provision's text as
// it stands. A sentence may be empty: the provision may go.
func (d *Desk) SetLiveWith(ctx context.Context, x data.LiveWith) (data.LiveWith, error) {
	title := "act.live-with"
	var writes []change.Write
	if x.ID.IsZero() {
		x.ID, x.Author, x.Time = data.NewID(), d.Me().ID, now()
		x.Provision = d.permanent(x.Provision)
		writes = append(writes, about(kindLiveWith, x.ID, x.Provision))
	} else {
		d.mu.RLock()
		old, known := d.liveWith.get(x.ID)
		d.mu.RUnlock()
		if !known {
			return x, data.E(data.CodeNotFound, "what", "live-with")
		}
		title = "act.live-with.edit"
		x.Provision, x.Author, x.Time = old.Provision, old.Author, old.Time
	}
	if _, known := data.ParseLang(string(x.Lang)); !known {
		return x, data.E(data.CodeInput, "what", "language")
	}
	prov, err := d.Provision(x.Provision)
	if err != nil {
		return x, err
	}
	if x.Base == "" {
		x.Base = prov.Text[x.Lang].Text
	}
	x.Sentence, x.Remark = strings.TrimSpace(x.Sentence), strings.TrimSpace(x.Remark)
	x.Kept, x.Revision = slices.Clone(x.Kept), d.currentRevision()
	if x.Base == "" && x.Sentence == "" {
		return x, data.E(CodeEmpty)
	}
	return x, d.act(ctx, title, append(writes, set(kindLiveWith, root, x.ID, fieldBody, x))...)
}

// DeleteLiveWith withdraws what the delegation could live with; it stays in the
// history.
func (d *Desk) DeleteLiveWith(ctx context.Context, id data.ID) error {
	d.mu.RLock()
	_, known := d.liveWith.get(id)
	d.mu.RUnlock()
	if !known {
		return data.E(data.CodeNotFound, "what", "live-with")
	}
	return d.act(ctx, "act.live-with.delete", tombstone(kindLiveWith, root, id, fieldBody))
}

// published holds, for every language, the letters of what the outside knows
// anyway: the issued text and our own wording. A sentence that stands in it is no
// secret: it could not be told from a quotation. That holds for one that keeps
// every bracket, for brackets are no letters.
type published map[data.Lang]*strings.Builder

func (p published) add(lang data.Lang, text string) {
	if p[lang] == nil {
		p[lang] = &strings.Builder{}
	}
	p[lang].WriteString(letters(text))
	p[lang].WriteByte('\n') // a sentence never runs from one text into the next
}

func (p published) has(lang data.Lang, text string) bool {
	return p[lang] != nil && strings.Contains(p[lang].String(), letters(text))
}

// letters are the letters and digits of a text as they are compared.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, search.Fold(text))
}

// published gathers what is public in the languages in which there is
// something that the delegation can live with, or a fallback.
func (d *Desk) published(t *Text) published {
	out := published{}
	for _, k := range d.liveWith.all {
		out[k.it.Lang] = &strings.Builder{}
	}
	for _, k := range d.ladders.all {
		for _, s := range k.it.Steps {
			for lang := range s.Wording {
				out[lang] = &strings.Builder{}
			}
		}
	}
	for lang := range out {
		for _, p := range t.Provisions {
			out.add(lang, p.Text[lang].Text)
		}
		for _, k := range d.positions.all {
			out.add(lang, k.it.Wording[lang])
		}
		for _, k := range d.proposals.all {
			if k.it.Ours {
				out.add(lang, k.it.Wording[lang])
			}
		}
	}
	return out
}
