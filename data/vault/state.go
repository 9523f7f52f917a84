package vault

import (
	"crypto/sha256"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"travaux/data"
	"travaux/data/change"
)

// The state file tells the next Open how the last use ended: cleanly, with
// the digest of every file, or not. Badger would not notice most damage, or
// would end the process; the digests notice it before Badger is touched.
const stateName = "state"

type state struct {
	Clean   bool               `cbor:"1,keyasint"`
	At      position           `cbor:"2,keyasint"` // end of the journal; if not clean, at the last opening
	Files   map[string]fileSum `cbor:"3,keyasint,omitempty"`
	Scratch uint64             `cbor:"4,keyasint"` // frames of the scratch file
}

type fileSum struct {
	_    struct{} `cbor:",toarray"`
	Size int64
	Sum  [32]byte
}

func (v *Vault) readState() (s state) {
	sealed, err := os.ReadFile(filepath.Join(v.dir, stateName))
	if err != nil {
		return state{}
	}
	plain, err := v.keys.state.open(nil, sealed, []byte(stateName))
	if err != nil || change.Unmarshal(plain, &s) != nil {
		return state{}
	}
	return s
}

func (v *Vault) writeState(s state) error {
	sealed := v.keys.state.seal(nil, change.Marshal(s), []byte(stateName))
	return replaceFile(filepath.Join(v.dir, stateName), sealed)
}

func (v *Vault) writeCleanState() error {
	s := state{Clean: true, At: v.journal.at, Files: map[string]fileSum{}, Scratch: v.scratch.next - 1}
	for _, sub := range []string{dbName, journalName} {
		sums, err := sumFiles(v.dir, sub, v.sums)
		if err != nil {
			return err
		}
		maps.Copy(s.Files, sums)
	}
	return v.writeState(s)
}

// matches reports whether the files of that folder are exactly those of the
// state.
func (s state) matches(dir, sub string) bool {
	sums, err := sumFiles(dir, sub, nil)
	if err != nil {
		return false
	}
	want := map[string]fileSum{}
	for name, sum := range s.Files {
		if strings.HasPrefix(name, sub+"/") {
			want[name] = sum
		}
	}
	return len(want) > 0 && maps.Equal(sums, want)
}

// settled returns the sums of files that are never written again: tables of
// the store and full segments of the journal.
func (s state) settled() map[string]fileSum {
	settled := map[string]fileSum{}
	last := journalName + "/" + filepath.Base(segmentPath("", s.At.Segment))
	for name, sum := range s.Files {
		if strings.HasSuffix(name, ".sst") || strings.HasPrefix(name, journalName+"/") && name != last {
			settled[name] = sum
		}
	}
	return settled
}

// sumFiles digests the files of a folder of the vault, by "folder/name".
// Those in known are taken from there.
func sumFiles(dir, sub string, known map[string]fileSum) (map[string]fileSum, error) {
	entries, err := os.ReadDir(filepath.Join(dir, sub))
	if err != nil {
		return nil, data.E(data.CodeFile, "name", sub).Because(err)
	}
	var mu sync.Mutex
	var wait sync.WaitGroup
	var failed error
	sums := map[string]fileSum{}
	turn := make(chan struct{}, 2)
	for _, entry := range entries {
		name := sub + "/" + entry.Name()
		if entry.Name() == "LOCK" { // Badger's own; ours is what counts
			continue
		}
		wait.Go(func() {
			turn <- struct{}{}
			sum, err := sumFile(filepath.Join(dir, sub, entry.Name()), known[name])
			<-turn
			mu.Lock()
			defer mu.Unlock()
			sums[name] = sum
			if err != nil {
				failed = err
			}
		})
	}
	wait.Wait()
	return sums, failed
}

func sumFile(path string, known fileSum) (fileSum, error) {
	f, err := os.Open(path)
	if err != nil {
		return fileSum{}, data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && known.Size > 0 && info.Size() == known.Size {
		return known, nil
	}
	h := sha256.New()
	size, err := io.Copy(h, f)
	if err != nil {
		return fileSum{}, data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	return fileSum{Size: size, Sum: [32]byte(h.Sum(nil))}, nil
}
