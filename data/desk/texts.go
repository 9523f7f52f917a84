package desk

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/change"
	"travaux/data/search"
)

// Text is one revision with all its provisions, in document order.
type Text struct {
	Revision   data.Revision
	Provisions []data.Provision
	keys       []int64         // place.Key of each provision, as stored
	records    []data.ID       // identity of each provision's record; another than its own after pairing anew
	byID       map[data.ID]int // also by the identity of the record, where no other provision has it
	byPath     map[string]int
	within     [][]int // what each provision directly contains, in document order
	outermost  []int
	words      []bool // it has words of its own, in any language
	brackets   []bool // square brackets stand in its words or its heading

	fold   sync.Once
	folded []search.Item // for searching; see searchable

	reading  sync.Mutex // guards what follows
	measured map[data.Lang]*measured
	watched  map[data.Lang]*watchedText
}

// Find returns the provision of that identity.
func (t *Text) Find(id data.ID) (data.Provision, bool) {
	i, ok := t.byID[id]
	if !ok {
		return data.Provision{}, false
	}
	return t.Provisions[i], true
}

// At returns the provision at that path.
func (t *Text) At(path string) (data.Provision, bool) {
	i, ok := t.byPath[path]
	if !ok {
		return data.Provision{}, false
	}
	return t.Provisions[i], true
}

// Children returns the provisions directly within one; of the zero ID, the
// outermost.
func (t *Text) Children(parent data.ID) []data.Provision {
	within := t.outermost
	if !parent.IsZero() {
		i, ok := t.byID[parent]
		if !ok {
			return nil
		}
		within = t.within[i]
	}
	var out []data.Provision
	for _, i := range within {
		out = append(out, t.Provisions[i])
	}
	return out
}

// place is where a provision stands in a revision, as it is stored. Key orders
// the provisions; gaps leave room for what another language has in addition.
type place struct {
	Kind   data.Kind `cbor:"1,keyasint"`
	Path   string    `cbor:"2,keyasint"`
	Parent data.ID   `cbor:"3,keyasint"`
	Key    int64     `cbor:"4,keyasint"`
	Depth  int       `cbor:"5,keyasint"`
}

// keyGap is the distance of the keys of neighbours at a first import.
const keyGap = 1 << 20

// Revisions returns all revisions of the draft, oldest first.
func (d *Desk) Revisions() []data.Revision {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return append([]data.Revision(nil), d.revisions...)
}

// Beside returns the texts of other instruments than the one that is negotiated,
// such as a treaty in force, oldest first. They are read by Text; nothing is carried
// into them or from them, and none becomes the current text.
func (d *Desk) Beside() []data.Revision {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.Clone(d.beside)
}

// Current returns the text of the latest revision; CodeNoText if none has been
// imported. The Text is shared: callers read it only.
func (d *Desk) Current() (*Text, error) {
	d.mu.RLock()
	latest := d.current()
	d.mu.RUnlock()
	if latest.IsZero() {
		return nil, data.E(CodeNoText)
	}
	return d.Text(latest)
}

// Text returns the text of a revision, reading it if need be. The Text is
// shared: callers read it only.
func (d *Desk) Text(revision data.ID) (*Text, error) {
	d.mu.RLock()
	t := d.texts[revision]
	d.mu.RUnlock()
	if t != nil {
		return t, nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if t := d.texts[revision]; t != nil {
		return t, nil
	}
	for _, r := range slices.Concat(d.revisions, d.beside) {
		if r.ID == revision {
			t, err := d.readText(r)
			if err != nil {
				return nil, err
			}
			d.texts[revision] = t
			return t, nil
		}
	}
	return nil, data.E(data.CodeNotFound, "what", "revision")
}

// current is the identity of the latest revision; zero if there is none. The
// caller holds mu.
func (d *Desk) current() data.ID {
	if n := len(d.revisions); n > 0 {
		return d.revisions[n-1].ID
	}
	return data.ID{}
}

// currentRevision is current for callers that do not hold mu.
func (d *Desk) currentRevision() data.ID {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.current()
}

// permanent is the permanent identity of a provision, for who knows it by the one
// it had before it was paired anew.
func (d *Desk) permanent(id data.ID) data.ID {
	if t, err := d.Current(); err == nil {
		if i, ok := t.byID[id]; ok {
			return t.Provisions[i].ID
		}
	}
	return id
}

// Provision returns the provision as it stands in the current revision; one that
// is not in it, as it stands in the text of a treaty.
func (d *Desk) Provision(id data.ID) (data.Provision, error) {
	t, err := d.Current()
	if err != nil {
		return data.Provision{}, err
	}
	if p, ok := t.Find(id); ok {
		return p, nil
	}
	for _, treaty := range d.Treaties().All() {
		if t, err := d.TreatyText(treaty); err == nil {
			if p, ok := t.Find(id); ok {
				return p, nil
			}
		}
	}
	return data.Provision{}, data.E(data.CodeNotFound, "what", "provision")
}

// ancestry is the provision and all it stands in.
func (d *Desk) ancestry(id data.ID) []data.ID {
	t, err := d.Current()
	if err != nil {
		return nil
	}
	var line []data.ID
	for !id.IsZero() && len(line) < len(t.Provisions) {
		p, ok := t.Find(id)
		if !ok {
			line = append(line, id)
			break
		}
		line = append(line, p.ID)
		id = p.Parent
	}
	return line
}

func (d *Desk) readText(r data.Revision) (*Text, error) {
	t := &Text{Revision: r}
	keys := map[data.ID]int64{}
	record := map[data.ID]data.ID{}    // by permanent identity
	permanent := map[data.ID]data.ID{} // by record
	foreign := map[data.ID]bool{}      // records whose own identity is that of another provision
	present := map[data.Lang]bool{}
	for _, l := range r.Langs() {
		present[l] = true
	}
	err := d.store.Records(kindProvision, r.ID, func(rec change.Record) error {
		p, key, err := provision(rec, present)
		if err != nil {
			return err
		}
		var other identity
		if ok, err := field(rec, fieldIdentity, &other); err != nil {
			return err
		} else if ok {
			p.ID, foreign[rec.Entity] = other.ID, other.Old
		}
		record[p.ID], permanent[rec.Entity] = rec.Entity, p.ID
		if len(p.Text) > 0 {
			keys[p.ID] = key
			t.Provisions = append(t.Provisions, p)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	sort.SliceStable(t.Provisions, func(i, j int) bool { return keys[t.Provisions[i].ID] < keys[t.Provisions[j].ID] })
	for i := range t.Provisions {
		p := &t.Provisions[i]
		t.keys = append(t.keys, keys[p.ID])
		t.records = append(t.records, record[p.ID])
		if up, ok := permanent[p.Parent]; ok {
			p.Parent = up
		}
	}
	t.number()
	for i, id := range t.records {
		if _, taken := t.byID[id]; !taken && !foreign[id] {
			t.byID[id] = i
		}
	}
	return t, nil
}

func (t *Text) number() {
	t.byID = make(map[data.ID]int, len(t.Provisions))
	t.byPath = make(map[string]int, len(t.Provisions))
	for i := range t.Provisions {
		p := &t.Provisions[i]
		p.Order = i
		t.byID[p.ID] = i
		t.byPath[p.Path] = i
	}
	t.measure()
}

// bracketed reports whether square brackets of any script of the six languages
// stand in a text.
func bracketed(text string) bool {
	for _, b := range [...]string{"[", "]", "［", "］", "【", "】"} {
		if strings.Contains(text, b) {
			return true
		}
	}
	return false
}

// measure notes what provisions contain and what is in their words. A provision
// whose parent is not in the revision is one of the outermost.
func (t *Text) measure() {
	n := len(t.Provisions)
	t.within, t.words, t.brackets = make([][]int, n), make([]bool, n), make([]bool, n)
	t.outermost = nil
	for i := range t.Provisions {
		p := &t.Provisions[i]
		if up, ok := t.byID[p.Parent]; ok && !p.Parent.IsZero() && up < i {
			t.within[up] = append(t.within[up], i)
		} else {
			t.outermost = append(t.outermost, i)
		}
		for _, r := range p.Text {
			t.words[i] = t.words[i] || strings.TrimSpace(r.Text) != ""
			t.brackets[i] = t.brackets[i] || bracketed(r.Text) || bracketed(r.Heading)
		}
	}
}

// provision decodes one provision of a revision, in the languages present.
func provision(rec change.Record, present map[data.Lang]bool) (data.Provision, int64, error) {
	var at place
	p := data.Provision{ID: rec.Entity, Revision: rec.Scope, Text: map[data.Lang]data.Rendering{}}
	if _, err := field(rec, fieldPlace, &at); err != nil {
		return p, 0, err
	}
	p.Kind, p.Path, p.Parent, p.Depth = at.Kind, at.Path, at.Parent, at.Depth
	for name := range rec.Fields {
		code, isText := strings.CutPrefix(name, fieldText+"/")
		lang, _ := data.ParseLang(code)
		if !isText || !present[lang] {
			continue
		}
		var r data.Rendering
		if ok, err := field(rec, name, &r); err != nil {
			return p, 0, err
		} else if ok {
			p.Text[lang] = r
		}
	}
	return p, at.Key, nil
}

// SourceBytes returns the bytes of the file a language version came from.
func (d *Desk) SourceBytes(s data.Source) ([]byte, error) { return d.store.Blob(s.SHA256) }
