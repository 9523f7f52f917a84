package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"slices"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/text"
)

// Issue is how a revision was issued.
type Issue struct {
	Symbol string
	Date   data.Date
	Kind   data.RevisionKind
}

// Version is one language version of a revision, read and reviewed.
type Version struct {
	Lang    data.Lang
	Name    string // file name without folders
	Format  string
	Content []byte // the file's bytes, kept for ever
	Outline *text.Outline
}

// Difference is a provision that only some languages of a revision have.
type Difference struct {
	Path  string
	Langs []data.Lang
}

// Import takes a revision into the vault. If a revision of that symbol is
// there, the versions are joined to it, provision by provision; a language it
// already has gives CodeAlready. A revision is immutable: nothing that is there
// is overwritten. The remarks that a file brings along become comments.
//
// A fresh revision is aligned with the one before it: its provisions keep the
// identity of what they continue, how they do is kept (Pairings), and what was
// annotated is carried over (Carried). A revision that comes late, older than the
// current one, only gets its identities so: annotations stay where they are. The text
// of another instrument (data.RevisionBeside) is aligned with nothing.
//
// The act can be undone, with the pairs and all that was carried; undoing hides
// what it brought.
func (d *Desk) Import(ctx context.Context, issue Issue, progress data.Progress, versions ...Version) (data.Revision, error) {
	return d.takeIn(ctx, issue, progress, func(*merge) ([]change.Write, error) { return nil, nil }, versions)
}

// takeIn is Import with what else is written in the same act once the provisions
// have their identities.
func (d *Desk) takeIn(
	ctx context.Context, issue Issue, progress data.Progress, also func(*merge) ([]change.Write, error), versions []Version,
) (data.Revision, error) {
	if len(versions) == 0 {
		return data.Revision{}, data.E(CodeEmpty)
	}
	d.acts.Lock()
	defer d.acts.Unlock()
	m, err := d.startMerge(issue)
	if err != nil {
		return data.Revision{}, err
	}
	title := "act.join"
	if m.fresh {
		title = "act.import"
	}
	var sources, remarks []change.Write
	for i, v := range versions {
		if _, known := data.ParseLang(string(v.Lang)); !known {
			return data.Revision{}, data.E(data.CodeInput, "what", "language")
		}
		if m.has(v.Lang) {
			return data.Revision{}, data.E(CodeAlready, "symbol", issue.Symbol, "lang", string(v.Lang))
		}
		s := data.Source{Lang: v.Lang, Name: v.Name, Format: v.Format, Size: len(v.Content), SHA256: sha256.Sum256(v.Content)}
		if _, err := d.store.PutBlob(ctx, v.Content); err != nil {
			return data.Revision{}, err
		}
		m.join(v)
		m.revision.Sources = append(m.revision.Sources, s)
		sources = append(sources, set(kindRevision, root, m.revision.ID, fieldSource+"/"+string(v.Lang), s))
		progress.Done(i+1, len(versions)+1)
	}
	hidden, err := d.leftovers(m)
	if err != nil {
		return data.Revision{}, err
	}
	if m.fresh {
		body := m.revision
		body.Sources = nil
		sources = append([]change.Write{set(kindRevision, root, body.ID, fieldBody, body)}, sources...)
		carried, err := d.continues(m)
		if err != nil {
			return data.Revision{}, err
		}
		hidden = append(append(hidden, about(kindRevision, body.ID)), carried...)
	} else if sources, err = d.carryLanguages(m, sources); err != nil {
		return data.Revision{}, err
	}
	for _, v := range versions {
		remarks = append(remarks, m.fileComments(v, d.Me().ID)...)
	}
	more, err := also(m)
	if err != nil {
		return data.Revision{}, err
	}
	if err := d.acted(ctx, title, append(hidden, m.writes()...), slices.Concat(sources, remarks, more)); err != nil {
		return data.Revision{}, err
	}
	progress.Done(len(versions)+1, len(versions)+1)
	return m.revision, nil
}

// merge is a revision in the making.
type merge struct {
	fresh    bool
	revision data.Revision
	earlier  *Text // the revision before a fresh one; nil if none
	latest   bool  // a fresh one becomes the current one
	places   []*placed
	byPath   map[string]*placed
}

// placed is a provision with its place and what is new of it.
type placed struct {
	id     data.ID
	record data.ID // of the provision, where it is not id
	at     place
	isNew  bool
	added  map[data.Lang]data.Rendering
}

// key is the identity of the provision's record.
func (p *placed) key() data.ID { return cmp.Or(p.record, p.id) }

func (d *Desk) startMerge(issue Issue) (*merge, error) {
	m := &merge{byPath: map[string]*placed{}}
	for _, r := range slices.Concat(d.Revisions(), d.Beside()) {
		if issue.Symbol != "" && r.Symbol == issue.Symbol {
			t, err := d.Text(r.ID)
			if err != nil {
				return nil, err
			}
			m.revision = r
			m.revision.Sources = slices.Clone(r.Sources)
			for i, p := range t.Provisions {
				m.place(len(m.places), &placed{id: p.ID, record: t.records[i], at: place{p.Kind, p.Path, p.Parent, t.keys[i], p.Depth}})
			}
			return m, nil
		}
	}
	m.fresh = true
	m.revision = data.Revision{ID: data.NewID(), Symbol: issue.Symbol, Date: issue.Date, Kind: issue.Kind}
	if issue.Kind == data.RevisionBeside {
		return m, nil
	}
	var before data.ID
	m.latest = true
	for _, r := range d.Revisions() {
		if m.latest = !issue.Date.Before(r.Date); !m.latest {
			break
		}
		before = r.ID
	}
	if before.IsZero() {
		return m, nil
	}
	var err error
	m.earlier, err = d.Text(before)
	return m, err
}

// leftovers are the writes that take away what a version brought that was in
// the revision before and was undone: it must not come to light again with
// another version in its language.
func (d *Desk) leftovers(m *merge) ([]change.Write, error) {
	if m.fresh {
		return nil, nil
	}
	written := map[data.ID]map[data.Lang]bool{}
	joined := map[data.Lang]bool{}
	for _, p := range m.places {
		written[p.key()] = map[data.Lang]bool{}
		for lang := range p.added {
			written[p.key()][lang], joined[lang] = true, true
		}
	}
	var out []change.Write
	err := d.store.Records(kindProvision, m.revision.ID, func(rec change.Record) error {
		for lang := range joined {
			name := fieldText + "/" + string(lang)
			if head, ok := rec.Fields[name].Shown(); ok && !head.Deleted && !written[rec.Entity][lang] {
				out = append(out, tombstone(kindProvision, m.revision.ID, rec.Entity, name))
			}
		}
		return nil
	})
	return out, err
}

func (m *merge) has(lang data.Lang) bool {
	return slices.ContainsFunc(m.revision.Sources, func(s data.Source) bool { return s.Lang == lang })
}

func (m *merge) place(at int, p *placed) {
	m.places = slices.Insert(m.places, at, p)
	m.byPath[p.at.Path] = p
}

// join adds a language version: each of its provisions goes to the place of
// the same path, or, where there is none, after the one before it.
func (m *merge) join(v Version) {
	ids := make([]data.ID, len(v.Outline.Nodes))
	last := -1 // index in places of the node before
	for i, n := range v.Outline.Nodes {
		p := m.byPath[n.Path]
		if p == nil {
			var parent data.ID
			if up := v.Outline.Parent(i); up >= 0 {
				parent = ids[up]
			}
			p = &placed{id: data.NewID(), isNew: true, at: place{Kind: n.Kind, Path: n.Path, Parent: parent, Depth: n.Depth}}
			m.place(last+1, p)
			last++
		} else if last+1 < len(m.places) && m.places[last+1] == p {
			last++ // nearly always, and a long text has many
		} else {
			last = slices.Index(m.places, p)
		}
		ids[i] = p.key()
		if p.added == nil {
			p.added = map[data.Lang]data.Rendering{}
		}
		p.added[v.Lang] = data.Rendering{Label: n.Label, Heading: n.Heading, Text: n.Text, Tracked: n.Tracked, Doubts: n.Doubts}
	}
}

// writes are the provisions of the merge that are new or have something new.
func (m *merge) writes() []change.Write {
	m.spread()
	var out []change.Write
	for _, p := range m.places {
		if p.isNew {
			out = append(out, set(kindProvision, m.revision.ID, p.key(), fieldPlace, p.at))
		}
		for _, lang := range data.Langs {
			if r, ok := p.added[lang]; ok {
				w := set(kindProvision, m.revision.ID, p.key(), fieldText+"/"+string(lang), r)
				w.Lang = string(lang)
				out = append(out, w)
			}
		}
	}
	return out
}

// spread gives new places keys between those of their neighbours.
func (m *merge) spread() {
	for i := 0; i < len(m.places); {
		if m.places[i].at.Key != 0 {
			i++
			continue
		}
		end := i
		for end < len(m.places) && m.places[end].at.Key == 0 {
			end++
		}
		low := int64(0)
		if i > 0 {
			low = m.places[i-1].at.Key
		}
		step := int64(keyGap)
		if end < len(m.places) {
			step = max((m.places[end].at.Key-low)/int64(end-i+1), 1)
		}
		for ; i < end; i++ {
			low += step
			m.places[i].at.Key = low
		}
	}
}

// Differences lists the provisions that some languages of the text lack, in
// document order.
func (t *Text) Differences() []Difference {
	all := len(t.Revision.Sources)
	var out []Difference
	for _, p := range t.Provisions {
		if len(p.Text) == all {
			continue
		}
		x := Difference{Path: p.Path}
		for _, l := range data.Langs {
			if _, ok := p.Text[l]; ok {
				x.Langs = append(x.Langs, l)
			}
		}
		out = append(out, x)
	}
	return out
}
