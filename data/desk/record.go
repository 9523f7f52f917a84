package desk

import (
	"sort"
	"strings"

	"travaux/data"
	"travaux/data/change"
)

// Kinds of record, and the fields that are not named after a language.
const (
	kindNegotiation = "negotiation"
	kindMember      = "member"
	kindRevision    = "revision"
	kindProvision   = "provision"
	kindComment     = "comment"
	kindInstruction = "instruction"
	kindPosition    = "position"
	kindDecision    = "decision"

	fieldBody      = "body"
	fieldAbout     = "about"     // the provisions an annotation is about; outlives it, for the history
	fieldText      = "text"      // of a comment; with "/lang" of a provision
	fieldResolved  = "resolved"  // of a comment
	fieldStance    = "stance"    // of a position
	fieldInternal  = "internal"  // of a position
	fieldWording   = "wording"   // with "/lang"
	fieldReasons   = "reasons"   // with "/lang"
	fieldCitations = "citations" // with "/lang"
	fieldSource    = "source"    // with "/lang", of a revision
	fieldPlace     = "place"     // of a provision in its revision
)

// root is the scope of everything that belongs to the negotiation as a whole.
var root data.ID

func set(kind string, scope, entity data.ID, field string, value any) change.Write {
	return change.Write{Kind: kind, Scope: scope, Entity: entity, Op: change.OpSet, Field: field, Body: change.Marshal(value)}
}

// about notes which provisions an annotation concerns.
func about(kind string, entity data.ID, provisions ...data.ID) change.Write {
	return set(kind, root, entity, fieldAbout, provisions)
}

func tombstone(kind string, scope, entity data.ID, field string) change.Write {
	return change.Write{Kind: kind, Scope: scope, Entity: entity, Op: change.OpTombstone, Field: field}
}

// field decodes what a record shows in a field; ok is false where there is
// nothing or a tombstone.
func field(rec change.Record, name string, into any) (ok bool, err error) {
	head, ok := rec.Fields[name].Shown()
	if !ok || head.Deleted {
		return false, nil
	}
	return true, change.Unmarshal(head.Body, into)
}

// words decodes the fields "prefix/lang".
func words(rec change.Record, prefix string) (data.Words, error) {
	out := data.Words{}
	for name := range rec.Fields {
		code, isOurs := strings.CutPrefix(name, prefix+"/")
		lang, known := data.ParseLang(code)
		if !isOurs || !known {
			continue
		}
		var text string
		if ok, err := field(rec, name, &text); err != nil {
			return nil, err
		} else if ok && text != "" {
			out[lang] = text
		}
	}
	return out, nil
}

// load reads all that belongs to the negotiation as a whole. Texts are read
// when they are first asked for.
func (d *Desk) load() error {
	d.members = map[data.ID]data.Member{}
	d.texts = map[data.ID]*Text{}
	d.comments = map[data.ID]data.Comment{}
	d.instructions = map[data.ID]data.Instruction{}
	d.positions = map[data.ID]data.Position{}
	d.decisions = map[data.ID][]data.Decision{}
	d.order = map[data.ID]change.HLC{}
	for _, kind := range []string{
		kindNegotiation, kindMember, kindRevision, kindComment,
		kindInstruction, kindPosition, kindDecision,
	} {
		if err := d.store.Records(kind, root, d.fold); err != nil {
			return err
		}
	}
	return nil
}

// fold takes one record into the state.
func (d *Desk) fold(rec change.Record) error {
	switch rec.Kind {
	case kindNegotiation:
		var n data.Negotiation // a fresh one: decoding into the old would keep what is gone
		ok, err := field(rec, fieldBody, &n)
		if ok && err == nil {
			d.negotiation = n
		}
		return err
	case kindMember:
		return foldInto(d.members, rec)
	case kindInstruction:
		return foldInto(d.instructions, rec)
	case kindRevision:
		return d.foldRevision(rec)
	case kindProvision:
		delete(d.texts, rec.Scope)
	case kindComment:
		return d.foldComment(rec)
	case kindPosition:
		return d.foldPosition(rec)
	case kindDecision:
		return d.foldDecision(rec)
	}
	return nil
}

// foldInto keeps a record that is one body in a map, or drops it if it was
// deleted.
func foldInto[T any](in map[data.ID]T, rec change.Record) error {
	var value T
	ok, err := field(rec, fieldBody, &value)
	if err != nil {
		return err
	}
	if ok {
		in[rec.Entity] = value
	} else {
		delete(in, rec.Entity)
	}
	return nil
}

func (d *Desk) foldRevision(rec change.Record) error {
	d.revisions = without(d.revisions, func(r data.Revision) bool { return r.ID == rec.Entity })
	delete(d.texts, rec.Entity)
	var r data.Revision
	if ok, err := field(rec, fieldBody, &r); err != nil || !ok {
		return err
	}
	r.Sources = nil
	for _, lang := range data.Langs {
		var s data.Source
		if ok, err := field(rec, fieldSource+"/"+string(lang), &s); err != nil {
			return err
		} else if ok {
			r.Sources = append(r.Sources, s)
		}
	}
	d.revisions = append(d.revisions, r)
	sort.SliceStable(d.revisions, func(i, j int) bool {
		a, b := d.revisions[i], d.revisions[j]
		if a.Date != b.Date {
			return a.Date.Before(b.Date)
		}
		return a.ID.String() < b.ID.String()
	})
	return nil
}

func without[T any](list []T, drop func(T) bool) []T {
	out := list[:0]
	for _, v := range list {
		if !drop(v) {
			out = append(out, v)
		}
	}
	return out
}

func (d *Desk) foldComment(rec change.Record) error {
	var c data.Comment
	ok, err := field(rec, fieldBody, &c)
	if err != nil {
		return err
	}
	written, err := field(rec, fieldText, &c.Text)
	if err != nil {
		return err
	}
	if !ok || !written {
		delete(d.comments, rec.Entity)
		return nil
	}
	if _, err := field(rec, fieldResolved, &c.Resolved); err != nil {
		return err
	}
	d.comments[rec.Entity] = c
	return nil
}

func (d *Desk) foldPosition(rec change.Record) error {
	p := data.Position{Provision: rec.Entity}
	var err error
	if _, err = field(rec, fieldStance, &p.Stance); err != nil {
		return err
	}
	if _, err = field(rec, fieldInternal, &p.InternalReasons); err != nil {
		return err
	}
	for prefix, into := range map[string]*data.Words{fieldWording: &p.Wording, fieldReasons: &p.PublicReasons, fieldCitations: &p.Citations} {
		if *into, err = words(rec, prefix); err != nil {
			return err
		}
	}
	if p.IsZero() {
		delete(d.positions, rec.Entity)
	} else {
		d.positions[rec.Entity] = p
	}
	return nil
}

func (d *Desk) foldDecision(rec change.Record) error {
	for provision, list := range d.decisions {
		d.decisions[provision] = without(list, func(x data.Decision) bool { return x.ID == rec.Entity })
	}
	var x data.Decision
	if ok, err := field(rec, fieldBody, &x); err != nil || !ok {
		return err
	}
	head, _ := rec.Fields[fieldBody].Shown()
	d.order[x.ID] = head.Time
	list := append(d.decisions[x.Subject.Provision], x)
	sort.SliceStable(list, func(i, j int) bool { return d.order[list[i].ID] < d.order[list[j].ID] })
	d.decisions[x.Subject.Provision] = list
	return nil
}
