package vault

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"travaux/data"
	"travaux/data/change"
)

// The store holds views of the journal. Keys have a fixed length per class
// and name nothing:
//
//	m                                       -> meta
//	c | device 8 | number 8                 -> raw change
//	e | entity 16 | time 8 | device 8 | number 8 -> nothing: the history of an entity
//	v | kind 8 | scope 16 | entity 16       -> packed record
//	b | file 32 | piece 4                   -> piece of a file
//	f | file 32                             -> the file's SHA-256
const (
	classMeta    = 'm'
	classChange  = 'c'
	classHistory = 'e'
	classRecord  = 'v'
	classPiece   = 'b'
	classFile    = 'f'
)

// schema is raised when the views change; Open then builds them anew.
const schema = 2

// meta says what of the journal the views hold.
type meta struct {
	Schema     int        `cbor:"1,keyasint"`
	Generation generation `cbor:"2,keyasint"`
	Frames     uint64     `cbor:"3,keyasint"` // journal frames applied
	Partial    bool       `cbor:"4,keyasint"` // a large batch is being applied
	Chains     []chain    `cbor:"5,keyasint"`
	Records    uint64     `cbor:"6,keyasint"`
	Pieces     uint64     `cbor:"7,keyasint"`
	Cuts       []cut      `cbor:"8,keyasint,omitempty"`
}

type chain struct {
	_      struct{} `cbor:",toarray"`
	Device change.DeviceID
	change.Chain
}

func (m *meta) chain(d change.DeviceID) change.Chain {
	for _, c := range m.Chains {
		if c.Device == d {
			return c.Chain
		}
	}
	return change.Chain{}
}

// withChain returns a meta with that chain, sharing nothing that changes.
func (m meta) withChain(d change.DeviceID, to change.Chain) meta {
	m.Chains = slices.Clone(m.Chains)
	for i := range m.Chains {
		if m.Chains[i].Device == d {
			m.Chains[i].Chain = to
			return m
		}
	}
	m.Chains = append(m.Chains, chain{Device: d, Chain: to})
	slices.SortFunc(m.Chains, func(a, b chain) int { return slices.Compare(a.Device[:], b.Device[:]) })
	return m
}

// changes is the number of changes of all devices.
func (m *meta) changes() (n uint64) {
	for _, c := range m.Chains {
		n += c.Link.Seq
	}
	return n
}

type store struct {
	kv    kv
	keys  *keys
	meta  meta
	files [][32]byte // sorted
	past  *past      // only while the views are built
}

// openStore reads the views' meta; a new database gets one.
func openStore(db kv, k *keys, g generation) (*store, error) {
	s := &store{kv: db, keys: k}
	b, err := db.get([]byte{classMeta})
	if err != nil {
		return nil, err
	}
	if b == nil {
		s.meta = meta{Schema: schema, Generation: g}
		return s, nil
	}
	if change.Unmarshal(b, &s.meta) != nil {
		return nil, data.E(CodeStore)
	}
	return s, db.scan([]byte{classFile}, func(_, sum []byte) error {
		if len(sum) != 32 {
			return data.E(CodeStore)
		}
		s.addFile([32]byte(sum))
		return nil
	})
}

func (s *store) addFile(sum [32]byte) {
	i, known := slices.BinarySearchFunc(s.files, sum, func(a, b [32]byte) int { return slices.Compare(a[:], b[:]) })
	if !known {
		s.files = slices.Insert(s.files, i, sum)
	}
}

func (k *keys) hidden(use, name string) []byte {
	mac := hmac.New(sha256.New, k.index)
	mac.Write([]byte(use + "\x00" + name))
	return mac.Sum(nil)
}

func changeKey(d change.DeviceID, seq uint64) []byte {
	key := append([]byte{classChange}, d[:]...)
	return binary.BigEndian.AppendUint64(key, seq)
}

func historyPrefix(entity data.ID) []byte { return append([]byte{classHistory}, entity[:]...) }

func historyKey(c change.Change) []byte {
	key := binary.BigEndian.AppendUint64(historyPrefix(c.Entity), uint64(c.Time))
	key = append(key, c.Device[:]...)
	return binary.BigEndian.AppendUint64(key, c.Seq)
}

func (k *keys) scopePrefix(kind string, scope data.ID) []byte {
	key := append([]byte{classRecord}, k.hidden("kind", kind)[:8]...)
	return append(key, scope[:]...)
}

func (k *keys) recordKey(kind string, scope, entity data.ID) []byte {
	return append(k.scopePrefix(kind, scope), entity[:]...)
}

func (k *keys) pieceKey(file [32]byte, piece uint32) []byte {
	key := append([]byte{classPiece}, k.hidden("file", string(file[:]))...)
	return binary.BigEndian.AppendUint32(key, piece)
}

func (k *keys) fileKey(file [32]byte) []byte {
	return append([]byte{classFile}, k.hidden("file", string(file[:]))...)
}

func (s *store) record(kind string, scope, entity data.ID) (r change.Record, found bool, err error) {
	packed, err := s.kv.get(s.keys.recordKey(kind, scope, entity))
	if err != nil || packed == nil {
		return change.Record{Kind: kind, Scope: scope, Entity: entity}, false, err
	}
	r, err = change.Unpack(packed, kind, scope, entity)
	if err != nil {
		return r, false, data.E(CodeStore)
	}
	return r, true, nil
}

// history gives the changes of an entity, the oldest first.
func (s *store) history(entity data.ID, yield func(change.Change) error) error {
	return s.kv.scan(historyPrefix(entity), func(key, _ []byte) error {
		at := key[len(key)-16:]
		raw, err := s.kv.get(append([]byte{classChange}, at...))
		if err != nil {
			return err
		}
		c, err := change.DecodeTrusted(raw)
		if err != nil {
			return data.E(CodeStore)
		}
		return yield(c)
	})
}

// batch collects changes and files and writes them to the store with the
// state they lead to.
type batch struct {
	store   *store
	meta    meta
	pairs   []pair
	size    int
	records map[string]*cached
	order   []string
	ids     map[[32]byte]bool // applied by this batch
	files   [][32]byte
}

type cached struct {
	change.Record
	isNew bool
}

func (s *store) begin() *batch {
	return &batch{store: s, meta: s.meta, records: map[string]*cached{}, ids: map[[32]byte]bool{}}
}

func (b *batch) put(key, value []byte) {
	b.pairs = append(b.pairs, pair{key, value})
	b.size += len(key) + len(value) + pairExtra
}

func (b *batch) record(kind string, scope, entity data.ID) (*cached, error) {
	key := string(b.store.keys.recordKey(kind, scope, entity))
	if r := b.records[key]; r != nil {
		return r, nil
	}
	r, found, err := b.store.record(kind, scope, entity)
	if err != nil {
		return nil, err
	}
	c := &cached{r, !found}
	b.records[key] = c
	b.order = append(b.order, key)
	return c, nil
}

// apply adds a change, of that frame of the journal, that continues its
// device's chain. One that the store already has is passed over, and so is one
// that does not count. errAgain: it takes back what the store holds.
func (b *batch) apply(c change.Change, frame uint64) error {
	chain := b.meta.chain(c.Device)
	if !b.counts(c, frame) || chain.Has(c.Seq) {
		return nil
	}
	if err := chain.Extend(c); err != nil {
		return err
	}
	r, err := b.record(c.Kind, c.Scope, c.Entity)
	if err != nil {
		return err
	}
	var failed error
	r.Apply(c, func(id [32]byte) bool {
		known, err := b.known(c.Entity, id)
		failed = err
		return known
	})
	if failed != nil {
		return failed
	}
	b.meta = b.meta.withChain(c.Device, chain)
	b.ids[c.ID()] = true
	b.put(changeKey(c.Device, c.Seq), c.Raw())
	b.put(historyKey(c), nil)
	b.size += len(c.Body) + pairExtra // its share of the record
	if removal, ok := cutOf(c); ok {
		return b.cutOff(removal)
	}
	return nil
}

// known tells whether a change of that entity was applied before.
func (b *batch) known(entity data.ID, id [32]byte) (found bool, err error) {
	if b.ids[id] {
		return true, nil
	}
	err = b.store.history(entity, func(c change.Change) error {
		found = found || c.ID() == id
		return nil
	})
	return found, err
}

func (b *batch) piece(p piece) error {
	key := b.store.keys.pieceKey(p.file, p.number)
	if old, err := b.store.kv.get(key); err != nil || old != nil {
		return err
	}
	b.meta.Pieces++
	if p.number == 0 {
		b.files = append(b.files, p.file)
		b.put(b.store.keys.fileKey(p.file), p.file[:])
	}
	b.put(key, p.encode())
	return nil
}

// check refuses a batch that leads to a record too large to be kept.
func (b *batch) check() error {
	for _, r := range b.records {
		if r.tooLarge() {
			return data.E(CodeTooLarge)
		}
	}
	return nil
}

func (c *cached) tooLarge() bool {
	size := 0
	for _, f := range c.Fields {
		for _, h := range f.Heads {
			size += len(h.Body) + pairExtra
		}
	}
	return size > maxValue
}

// commit writes everything, with frames as the number of journal frames the
// store then holds. A batch too large for one transaction is marked as
// partial while it is being written; found so by Open, the store is rebuilt.
func (b *batch) commit(frames uint64) error {
	for _, key := range b.order {
		if b.records[key].isNew {
			b.meta.Records++
		}
		b.put([]byte(key), b.records[key].Pack())
	}
	b.meta.Frames = frames
	final := pair{[]byte{classMeta}, change.Marshal(b.meta)}
	partial := b.store.meta
	partial.Partial = true
	marker := pair{[]byte{classMeta}, change.Marshal(partial)}

	var part []pair
	size := len(final.value) + pairExtra
	for _, p := range b.pairs {
		cost := len(p.key) + len(p.value) + pairExtra
		if size+cost > maxWrite && len(part) > 0 {
			if err := b.store.kv.write(append(part, marker)); err != nil {
				return err
			}
			part, size = part[:0], len(final.value)+pairExtra
		}
		part, size = append(part, p), size+cost
	}
	if err := b.store.kv.write(append(part, final)); err != nil {
		return err
	}
	b.store.meta = b.meta
	for _, sum := range b.files {
		b.store.addFile(sum)
	}
	return nil
}

// proveLast checks the signature of every device's latest change, which with
// the chain vouches for all before it.
func (s *store) proveLast() error {
	for _, c := range s.meta.Chains {
		raw, err := s.kv.get(changeKey(c.Device, c.Link.Seq))
		if err != nil {
			return err
		}
		last, err := change.DecodeTrusted(raw)
		if err != nil || last.ID() != c.Link.Hash || last.Verify(ed25519.PublicKey(c.Key)) != nil {
			return data.E(CodeStore)
		}
	}
	return nil
}
