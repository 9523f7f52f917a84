package vault

// kv is all that is asked of the store under the views. Badger serves it;
// something else could, if Badger disappoints.
type kv interface {
	// get returns the value, or nil if there is none.
	get(key []byte) ([]byte, error)
	// scan gives all pairs whose key begins with prefix, in the order of the
	// keys. Key and value are valid only during the call.
	scan(prefix []byte, yield func(key, value []byte) error) error
	// scanFrom is scan for the keys that are not before from.
	scanFrom(from, prefix []byte, yield func(key, value []byte) error) error
	// write puts all pairs or none. Together they must stay below maxWrite.
	write(pairs []pair) error
	// sync makes what was written likely to survive a power cut. The journal
	// makes it certain.
	sync() error
	close() error
}

type pair struct{ key, value []byte }

const (
	pairExtra = 128       // what a pair costs besides key and value
	maxWrite  = 700 << 10 // one transaction; Badger's limit is 15 % of its memory table
	maxValue  = 600 << 10 // one value
)
