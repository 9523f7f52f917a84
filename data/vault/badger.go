package vault

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"

	"travaux/data"
)

// badgerKV is the store proper: Badger, with every value sealed to its key,
// because Badger's own encryption does not notice alterations.
type badgerKV struct {
	db   *badger.DB
	seal sealer
}

// openBadger opens the database in dir or makes one. thorough reads and
// checks every block first; on a damaged database that can end the process.
func openBadger(dir string, k *keys, thorough bool, log *slog.Logger) (*badgerKV, error) {
	check := options.NoVerification
	if thorough {
		check = options.OnTableRead
	}
	o := badger.DefaultOptions(dir).
		WithMemTableSize(8 << 20).WithNumMemtables(2).
		WithNumLevelZeroTables(2).WithNumLevelZeroTablesStall(4).WithNumCompactors(2).
		WithBaseTableSize(4 << 20).
		WithValueThreshold(1 << 20).WithValueLogFileSize(16 << 20).
		WithBlockCacheSize(8 << 20).WithIndexCacheSize(8 << 20).
		WithCompression(options.None). // sealed values do not compress
		WithNumVersionsToKeep(1).WithDetectConflicts(false).WithMetricsEnabled(false).
		WithSyncWrites(false). // the journal is what makes writes durable
		WithChecksumVerificationMode(check).
		WithEncryptionKey(k.badger).WithEncryptionKeyRotationDuration(10 * 365 * 24 * time.Hour).
		WithLogger(redacting{log})
	var err error
	for range 3 { // Badger issue #2207: a kill can leave an empty file that only the second opening accepts
		var db *badger.DB
		if db, err = badger.Open(o); err == nil {
			return &badgerKV{db, k.store}, nil
		}
		if !strings.Contains(err.Error(), "Create a new file") {
			break
		}
	}
	if strings.Contains(err.Error(), "Another process is using this Badger database") {
		return nil, data.E(CodeInUse)
	}
	return nil, data.E(CodeStore)
}

// Badger's errors can hold keys and values: none is passed on.
func storeFailed(err error) error {
	var known *data.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	return data.E(CodeStore)
}

func (b *badgerKV) get(key []byte) (value []byte, err error) {
	err = b.db.View(func(t *badger.Txn) error {
		item, err := t.Get(key)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return item.Value(func(sealed []byte) error {
			value, err = b.seal.open(nil, sealed, key)
			if value == nil && err == nil {
				value = []byte{}
			}
			return err
		})
	})
	return value, storeFailed(err)
}

func (b *badgerKV) scan(prefix []byte, yield func(key, value []byte) error) error {
	return b.scanFrom(prefix, prefix, yield)
}

func (b *badgerKV) scanFrom(from, prefix []byte, yield func(key, value []byte) error) error {
	var plain []byte
	var stop error
	err := b.db.View(func(t *badger.Txn) error {
		it := t.NewIterator(badger.IteratorOptions{Prefix: prefix})
		defer it.Close()
		for it.Seek(from); it.ValidForPrefix(prefix); it.Next() {
			item := it.Item()
			err := item.Value(func(sealed []byte) (err error) {
				plain, err = b.seal.open(plain[:0], sealed, item.Key())
				return err
			})
			if err != nil {
				return err
			}
			if stop = yield(item.Key(), plain); stop != nil {
				return nil
			}
		}
		return nil
	})
	return errors.Join(storeFailed(err), stop)
}

func (b *badgerKV) write(pairs []pair) error {
	t := b.db.NewTransaction(true)
	defer t.Discard()
	for _, p := range pairs {
		sealed := b.seal.seal(make([]byte, 0, len(p.value)+sealedExtra), p.value, p.key)
		if err := t.Set(p.key, sealed); err != nil {
			return storeFailed(err)
		}
	}
	return storeFailed(t.Commit())
}

func (b *badgerKV) sync() error { return storeFailed(b.db.Sync()) }

func (b *badgerKV) close() error { return storeFailed(b.db.Close()) }

// redacting tells the log that Badger said something and where, never what:
// its messages hold keys and values.
type redacting struct{ log *slog.Logger }

func (r redacting) Errorf(string, ...any)   { r.tell(slog.LevelError) }
func (r redacting) Warningf(string, ...any) { r.tell(slog.LevelWarn) }
func (r redacting) Infof(string, ...any)    {}
func (r redacting) Debugf(string, ...any)   {}

func (r redacting) tell(level slog.Level) {
	for skip := 2; skip < 5; skip++ {
		if _, file, line, ok := runtime.Caller(skip); ok && filepath.Base(file) != "logger.go" {
			r.log.Log(context.Background(), level, "store engine", "file", filepath.Base(file), "line", line)
			return
		}
	}
}

// A database cannot be read without its key registry; a sealed copy lies
// beside it.
const (
	registryName     = "KEYREGISTRY"
	registryCopyName = "registry.copy"
)

func keepRegistry(dir, db string, k *keys) error {
	registry, err := os.ReadFile(filepath.Join(db, registryName))
	if err != nil {
		return writeFailed(err)
	}
	path := filepath.Join(dir, registryCopyName)
	if sealed, err := os.ReadFile(path); err == nil {
		if kept, err := k.state.open(nil, sealed, []byte(registryName)); err == nil && string(kept) == string(registry) {
			return nil
		}
	}
	return replaceFile(path, k.state.seal(nil, registry, []byte(registryName)))
}

// restoreRegistry puts the copy back where it differs. It reports whether it
// had to.
func restoreRegistry(dir, db string, k *keys) bool {
	sealed, err := os.ReadFile(filepath.Join(dir, registryCopyName))
	if err != nil || !exists(db) {
		return false
	}
	kept, err := k.state.open(nil, sealed, []byte(registryName))
	if err != nil {
		return false
	}
	path := filepath.Join(db, registryName)
	if now, err := os.ReadFile(path); err == nil && string(now) == string(kept) {
		return false
	}
	return replaceFile(path, kept) == nil
}
