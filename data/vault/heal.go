package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"travaux/data/change"
)

// A journal is replaced in three steps, so that a crash leaves either: it is
// written as journal.build, renamed to journal.new when complete, and takes
// the place of the old one, which is kept as journal.broken-TIME.
const (
	journalBuild = "journal.build"
	journalNew   = "journal.new"
)

// heal writes the journal anew from the store.
func (v *Vault) heal() error {
	build := v.path(journalBuild)
	if err := os.RemoveAll(build); err != nil {
		return writeFailed(err)
	}
	j, err := createJournal(build, v.keys)
	if err != nil {
		return err
	}
	err = v.store.dump(func(payload []byte) error { return j.append(payload) })
	j.close()
	if err != nil {
		return err
	}
	if err := os.Rename(build, v.path(journalNew)); err != nil {
		return writeFailed(err)
	}
	if err := setAside(v.path(journalName), v.options.now().UnixMilli()); err != nil {
		return err
	}
	if err := finishSwap(v.dir); err != nil {
		return err
	}
	b := v.store.begin()
	b.meta.Generation = j.at.Generation
	if err := b.commit(j.at.Next - 1); err != nil {
		return err
	}
	v.sums = nil
	v.journal, err = openJournal(v.path(journalName), v.keys, j.at)
	return err
}

// finishSwap puts a complete new journal in its place if the old one is gone.
func finishSwap(dir string) error {
	to, from := filepath.Join(dir, journalName), filepath.Join(dir, journalNew)
	if !exists(from) {
		return nil
	}
	if exists(to) { // the swap had not begun: the old journal still counts
		if err := os.RemoveAll(from); err != nil {
			return writeFailed(err)
		}
		return nil
	}
	if err := os.Rename(from, to); err != nil {
		return writeFailed(err)
	}
	return syncDir(dir)
}

// setAside renames a damaged thing. Of stores, which can be rebuilt, only the
// last one set aside is kept; journals are all kept.
func setAside(path string, now int64) error {
	if !exists(path) {
		return nil
	}
	if strings.HasSuffix(path, dbName) {
		old, _ := filepath.Glob(path + ".broken-*")
		for _, name := range old {
			os.RemoveAll(name)
		}
	}
	for ; ; now++ {
		name := fmt.Sprintf("%s.broken-%d", path, now)
		if exists(name) {
			continue
		}
		if err := os.Rename(path, name); err != nil {
			return writeFailed(err)
		}
		return syncDir(filepath.Dir(path))
	}
}

// dump gives all that the store holds, as payloads of journal frames.
func (s *store) dump(yield func(payload []byte) error) error {
	var raws [][]byte
	size := 0
	flush := func() error {
		if len(raws) == 0 {
			return nil
		}
		err := yield(changesPayload(raws))
		raws, size = nil, 0
		return err
	}
	err := s.kv.scan([]byte{classChange}, func(_, raw []byte) error {
		raws = append(raws, append([]byte(nil), raw...))
		if size += len(raw); size > frameFill {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := flush(); err != nil {
		return err
	}
	return s.kv.scan([]byte{classPiece}, func(_, value []byte) error {
		return yield(append([]byte{framePiece, frameLast}, value...))
	})
}

func changesPayload(raws [][]byte) []byte {
	return append([]byte{frameChanges, frameLast}, change.Marshal(raws)...)
}
