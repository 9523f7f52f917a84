package amend

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"travaux/data"
	"travaux/data/text"
)

// Text is the consolidated text of a treaty: as it binds a party on a day.
type Text struct {
	Provisions []data.Provision      // in the order of the document; of shared renderings nothing is to be changed
	Applied    []data.ID             // the amendments in it, in the order in which they were worked in
	By         map[data.ID][]data.ID // the amendments that changed or brought a provision, in that order
	Gone       map[data.ID]data.ID   // what was deleted, by which amendment
	Faults     []Fault               // edits that have no place in it, or are not there in all its languages
}

// FaultKind says what is wrong with an edit.
type FaultKind string

// What is wrong with edits.
const (
	FaultPlace    FaultKind = "place"    // what it changes, or stands beside, is not in the text
	FaultTwice    FaultKind = "twice"    // what it inserts is there already
	FaultLanguage FaultKind = "language" // it says nothing in a language in which the provision stands
)

// Fault is an edit that was not worked in, or not in every language.
type Fault struct {
	Kind      FaultKind
	Amendment data.ID
	Edit      int // index in the edits of the amendment
	Lang      data.Lang
}

// Text is the text as it binds a party on a day: the base with all amendments that are
// in force for it, in the order in which they entered into force. Without a party it
// is the treaty as amended: with all that have entered into force at all.
//
// Source: Vienna Convention on the Law of Treaties, article 40(4) and (5).
func (l Life) Text(base []data.Provision, party string, day data.Date) Text {
	type step struct {
		a     data.Amendment
		since data.Date
	}
	var steps []step
	for _, a := range l.Amendments {
		if a.Treaty != l.Treaty.ID || len(a.Edits) == 0 {
			continue
		}
		s := l.State(a, day)
		own, since := s.Of(party), s.InForce
		if party != "" && !own.Treaty.IsZero() {
			since = own.InForce
		}
		if !since.IsZero() && !day.Before(since) {
			steps = append(steps, step{a, s.InForce})
		}
	}
	slices.SortStableFunc(steps, func(x, y step) int {
		return cmp.Or(x.since.Compare(y.since), x.a.Adopted.Compare(y.a.Adopted), slices.Compare(x.a.ID[:], y.a.ID[:]))
	})
	var all []data.Amendment
	for _, s := range steps {
		all = append(all, s.a)
	}
	return Consolidate(base, all...)
}

// Consolidate works amendments into a text, one after the other. The base stays as
// it is.
func Consolidate(base []data.Provision, amendments ...data.Amendment) Text {
	t := Text{Provisions: slices.Clone(base), By: map[data.ID][]data.ID{}, Gone: map[data.ID]data.ID{}}
	for _, a := range amendments {
		for i, e := range a.Edits {
			t.work(a, i, e)
		}
		t.Applied = append(t.Applied, a.ID)
	}
	for i := range t.Provisions {
		t.Provisions[i].Order = i
	}
	return t
}

func (t *Text) work(a data.Amendment, i int, e data.AmendmentEdit) {
	fault := func(kind FaultKind, lang data.Lang) {
		t.Faults = append(t.Faults, Fault{kind, a.ID, i, lang})
	}
	at := t.find(e.Provision)
	switch {
	case e.Op == data.EditInsert && at >= 0:
		fault(FaultTwice, "")
		return
	case e.Op == data.EditInsert:
		if at = t.insert(e); at < 0 {
			fault(FaultPlace, "")
			return
		}
	case at < 0:
		fault(FaultPlace, "")
		return
	case e.Op == data.EditDelete:
		for _, p := range t.Provisions[at:t.end(at)] {
			t.Gone[p.ID] = a.ID
		}
		t.Provisions = slices.Delete(t.Provisions, at, t.end(at))
		return
	default:
		t.Provisions[at].Text = over(t.Provisions[at].Text, e)
	}
	t.By[e.Provision] = append(t.By[e.Provision], a.ID)
	for _, lang := range t.langs() {
		if e.Label[lang] == "" && e.Heading[lang] == "" && e.Text[lang] == "" {
			fault(FaultLanguage, lang)
		}
	}
}

// over is what an edit makes of the renderings of a provision.
func over(old map[data.Lang]data.Rendering, e data.AmendmentEdit) map[data.Lang]data.Rendering {
	out := maps.Clone(old)
	if out == nil {
		out = map[data.Lang]data.Rendering{}
	}
	for _, lang := range data.Langs {
		label, heading, words := e.Label[lang], e.Heading[lang], e.Text[lang]
		if label == "" && heading == "" && words == "" {
			continue
		}
		r := out[lang]
		r.Label, r.Heading = cmp.Or(label, r.Label), cmp.Or(heading, r.Heading)
		if words != "" {
			r.Text, r.Tracked = words, nil
		}
		out[lang] = r
	}
	return out
}

// insert puts a provision in and returns where; -1: there is no place for it.
func (t *Text) insert(e data.AmendmentEdit) int {
	p := data.Provision{ID: e.Provision, Kind: e.Kind}
	at := 0
	switch {
	case !e.After.IsZero():
		k := t.find(e.After)
		if k < 0 {
			return -1
		}
		beside := t.Provisions[k]
		p.Parent, p.Depth, p.Revision = beside.Parent, beside.Depth, beside.Revision
		p.Kind = cmp.Or(p.Kind, beside.Kind)
		at = t.end(k)
	case !e.Within.IsZero():
		k := t.find(e.Within)
		if k < 0 {
			return -1
		}
		p.Parent, p.Depth, p.Revision = e.Within, t.Provisions[k].Depth+1, t.Provisions[k].Revision
		at = k + 1
	}
	p.Kind = cmp.Or(p.Kind, data.KindParagraph)
	p.Text = over(nil, e)
	p.Path = t.path(p, e)
	t.Provisions = slices.Insert(t.Provisions, at, p)
	return at
}

// path is the place of an inserted provision, by its own number within that of what
// it stands in; "" where it has none, or one that is there already.
func (t *Text) path(p data.Provision, e data.AmendmentEdit) string {
	label, ok := text.ParseLabel(e.Label.In(data.English))
	if !ok {
		return ""
	}
	path := label.Elem()
	if p.Kind == data.KindAnnex && label.Value > 0 {
		path = "annex" + strconv.Itoa(label.Value)
	}
	if k := t.find(p.Parent); k >= 0 && t.Provisions[k].Path != "" {
		path = t.Provisions[k].Path + "/" + path
	}
	if slices.ContainsFunc(t.Provisions, func(x data.Provision) bool { return x.Path == path }) {
		return ""
	}
	return path
}

func (t *Text) find(id data.ID) int {
	return slices.IndexFunc(t.Provisions, func(p data.Provision) bool { return p.ID == id && !id.IsZero() })
}

// end is the index behind a provision and all that stands in it.
func (t *Text) end(i int) int {
	j := i + 1
	for j < len(t.Provisions) && t.Provisions[j].Depth > t.Provisions[i].Depth {
		j++
	}
	return j
}

// langs are the languages in which the text stands.
func (t *Text) langs() []data.Lang {
	in := map[data.Lang]bool{}
	for _, p := range t.Provisions {
		if len(in) == len(data.Langs) {
			break
		}
		for lang := range p.Text {
			in[lang] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(data.Langs), func(l data.Lang) bool { return !in[l] })
}
