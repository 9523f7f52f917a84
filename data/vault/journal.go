package vault

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"travaux/data"
)

// The journal is the truth: every confirmed change and file, in sealed
// frames, in segments of about 16 MB that are only ever appended to.
const (
	journalName  = "journal"
	segmentLimit = 16 << 20
)

// A frame's payload begins with its kind and whether it ends its group. A
// group counts only as a whole.
const (
	frameChanges byte = 'c' // CBOR list of raw changes
	framePiece   byte = 'b' // a piece of a file
	frameVoid    byte = 'x' // takes back changes of this laptop (void)
	frameScratch byte = 's'
	frameEnd     byte = 'z' // last of a backup

	frameMore byte = 1
	frameLast byte = 0
)

// position is the end of the journal: where the next frame goes.
type position struct {
	_          struct{} `cbor:",toarray"`
	Generation generation
	Segment    uint32
	Size       int64
	Next       uint64 // number of the next frame, from 1
}

type journal struct {
	dir    string
	keys   *keys
	at     position
	file   *os.File
	seal   frameSealer
	broken bool // a write failed and what is on the disk is not known
}

func segmentPath(dir string, segment uint32) string {
	return filepath.Join(dir, fmt.Sprintf("%08d", segment))
}

// createJournal makes an empty journal in a folder that does not exist yet.
func createJournal(dir string, k *keys) (*journal, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, writeFailed(err)
	}
	j := &journal{dir: dir, keys: k, at: position{Next: 1}}
	rand.Read(j.at.Generation[:])
	if err := j.nextSegment(); err != nil {
		return nil, err
	}
	return j, syncDir(filepath.Dir(dir))
}

// openJournal continues a journal that was found whole up to that position.
// What lies behind it is cut off.
func openJournal(dir string, k *keys, at position) (*journal, error) {
	j := &journal{dir: dir, keys: k, at: at}
	f, err := os.OpenFile(segmentPath(dir, at.Segment), os.O_RDWR, 0o600)
	if err != nil {
		return nil, writeFailed(err)
	}
	head := make([]byte, headerSize)
	if _, err := f.ReadAt(head, 0); err != nil {
		f.Close()
		return nil, writeFailed(err)
	}
	j.file, j.seal = f, frameSealer{k.journal, head}
	for _, unfinished := range segmentsFrom(dir, at.Segment+1) {
		os.Remove(unfinished)
	}
	if info, err := f.Stat(); err != nil || info.Size() != at.Size {
		if err := errors.Join(err, keepTail(f, dir, at.Size), f.Truncate(at.Size), f.Sync()); err != nil {
			f.Close()
			return nil, writeFailed(err)
		}
	}
	return j, nil
}

// keepTail copies what is about to be cut off beside the journal: never
// confirmed, but who knows what a person may want back.
func keepTail(f *os.File, dir string, from int64) error {
	tail, err := io.ReadAll(io.NewSectionReader(f, from, 1<<62))
	if err != nil {
		return err
	}
	return os.WriteFile(dir+".torn", tail, 0o600)
}

func (j *journal) nextSegment() error {
	h := header{purposeJournal, j.keys.vault, j.at.Generation, j.at.Segment + 1, j.at.Next}.encode(j.keys.journal)
	f, err := os.OpenFile(segmentPath(j.dir, j.at.Segment+1), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return writeFailed(err)
	}
	_, err = f.Write(h)
	if err = errors.Join(err, f.Sync()); err != nil {
		f.Close()
		return writeFailed(err)
	}
	if err := syncDir(j.dir); err != nil {
		f.Close()
		return err
	}
	if j.file != nil {
		j.file.Close()
	}
	j.file, j.seal = f, frameSealer{j.keys.journal, h}
	j.at.Segment++
	j.at.Size = headerSize
	return nil
}

// append writes one group of frames and returns when it is on the disk.
// If it cannot, nothing of the group will be found later.
func (j *journal) append(payloads ...[]byte) error {
	if j.broken {
		return data.E(CodeWrite, "reason", "reopen")
	}
	before := j.at
	err := j.write(payloads)
	if err != nil {
		j.undo(before)
	}
	return err
}

func (j *journal) write(payloads [][]byte) error {
	var buffer []byte
	flush := func() error {
		_, err := j.file.WriteAt(buffer, j.at.Size)
		if err != nil {
			return writeFailed(err)
		}
		j.at.Size += int64(len(buffer))
		buffer = buffer[:0]
		return nil
	}
	for i, payload := range payloads {
		if j.at.Size+int64(len(buffer)) > segmentLimit {
			if err := flush(); err != nil {
				return err
			}
			if err := j.file.Sync(); err != nil {
				j.broken = true
				return writeFailed(err)
			}
			if err := j.nextSegment(); err != nil {
				return err
			}
		}
		payload[1] = frameMore
		if i == len(payloads)-1 {
			payload[1] = frameLast
		}
		buffer = j.seal.appendFrame(buffer, j.at.Next, payload)
		j.at.Next++
		if len(buffer) > 1<<20 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	if err := j.file.Sync(); err != nil {
		j.broken = true // after a failed sync nobody knows what the disk holds
		return writeFailed(err)
	}
	return nil
}

// undo cuts an unfinished group off. If even that fails, the next Open does.
func (j *journal) undo(before position) {
	for j.at.Segment > before.Segment {
		j.file.Close()
		j.file = nil
		os.Remove(segmentPath(j.dir, j.at.Segment))
		j.at.Segment--
	}
	again, err := openJournal(j.dir, j.keys, before)
	if err != nil {
		j.broken = true
		return
	}
	if j.file != nil {
		j.file.Close()
	}
	broken := j.broken
	*j = *again
	j.broken = broken
}

func (j *journal) close() error {
	if j.file == nil {
		return nil
	}
	return j.file.Close()
}
