package vault

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"

	"travaux/data"
	"travaux/data/change"
)

// A backup is one file: magic | length 4 | key file | frame log, whose last
// frame tells how many there must be and where every chain ends. It holds what
// counts, not what a removed laptop or an old copy of this one wrote besides.
// It opens with the passphrase or recovery code the vault had when it was made.
const backupMagic = "TRAVAUX BACKUP 1\n"

type backupEnd struct {
	Frames uint64   `cbor:"1,keyasint"` // besides this one
	Chains []chain  `cbor:"2,keyasint"`
	Key    [32]byte `cbor:"3,keyasint"` // SHA-256 of the key file
}

// Backup writes the whole vault, unsent typing included, to one sealed file
// at path. The file gets its name only after it was read back and proven.
func (v *Vault) Backup(ctx context.Context, path string) error {
	done, err := v.reading()
	if err != nil {
		return err
	}
	defer done()
	temp := path + ".new"
	defer os.Remove(temp)
	if err := v.writeBackup(ctx, temp); err != nil {
		return err
	}
	written, err := openBackup(temp)
	if err != nil {
		return err
	}
	defer written.Close()
	end, err := written.walk(ctx, v.keys, nil)
	if err != nil {
		return err
	}
	if !bytes.Equal(change.Marshal(end.Chains), change.Marshal(v.store.meta.Chains)) {
		return data.E(CodeDamaged, "segment", "1", "frame", "1")
	}
	written.Close()
	if err := os.Rename(temp, path); err != nil {
		return writeFailed(err)
	}
	return syncDir(filepath.Dir(path))
}

func (v *Vault) writeBackup(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return writeFailed(err)
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<18)
	key := v.keyFile.encode()
	w.WriteString(backupMagic)
	binary.Write(w, binary.BigEndian, uint32(len(key)))
	w.Write(key)
	h := header{purpose: purposeBackup, vault: v.keys.vault, segment: 1, first: 1}
	rand.Read(h.generation[:])
	seal := frameSealer{v.keys.backup, h.encode(v.keys.backup)}
	w.Write(seal.header)
	next := uint64(1)
	put := func(payload []byte) error {
		_, err := w.Write(seal.appendFrame(nil, next, payload))
		next++
		if err != nil {
			return writeFailed(err)
		}
		return nil
	}
	if err := v.store.dump(func(payload []byte) error {
		if err := ctx.Err(); err != nil {
			return data.E(data.CodeCancelled).Because(err)
		}
		return put(payload)
	}); err != nil {
		return err
	}
	for key, text := range v.scratch.texts {
		if err := put(scratchPayload(key, text)); err != nil {
			return err
		}
	}
	end := backupEnd{Frames: next - 1, Chains: v.store.meta.Chains, Key: sha256.Sum256(key)}
	if err := put(append([]byte{frameEnd, frameLast}, change.Marshal(end)...)); err != nil {
		return err
	}
	if err := errors.Join(w.Flush(), f.Sync()); err != nil {
		return writeFailed(err)
	}
	return nil
}

// backup is a backup file being read.
type backup struct {
	*os.File
	key    *keyFile
	keySum [32]byte
	start  int64 // of the frame log
}

func openBackup(path string) (*backup, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, data.E(data.CodeFile, "name", filepath.Base(path)).Because(err)
	}
	b := &backup{File: f}
	head := make([]byte, len(backupMagic)+4)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(backupMagic)]) != backupMagic {
		f.Close()
		return nil, data.E(CodeBackup)
	}
	length := binary.BigEndian.Uint32(head[len(backupMagic):])
	key := make([]byte, min(length, maxKeyFile))
	if _, err := io.ReadFull(f, key); err != nil {
		f.Close()
		return nil, data.E(CodeBackup)
	}
	if b.key, err = decodeKeyFile(key); err != nil {
		f.Close()
		if data.CodeOf(err) == CodeNewer {
			return nil, err
		}
		return nil, data.E(CodeBackup)
	}
	b.keySum, b.start = sha256.Sum256(key), int64(len(head)+len(key))
	return b, nil
}

// walk authenticates the backup to its end and checks chains and the last
// signature of each device; visit, which may be nil, gets the payloads.
func (b *backup) walk(ctx context.Context, k *keys, visit func(payload []byte) error) (end backupEnd, err error) {
	if _, err := b.Seek(b.start, io.SeekStart); err != nil {
		return end, data.E(CodeBackup)
	}
	r := bufio.NewReaderSize(b, maxFrame)
	head := make([]byte, headerSize)
	if _, err := io.ReadFull(r, head); err != nil {
		return end, data.E(CodeBackup)
	}
	if h, ok := decodeHeader(head, k.backup); !ok || h.purpose != purposeBackup || h.vault != k.vault {
		return end, data.E(CodeBackup)
	}
	seal := frameSealer{k.backup, head}
	var m meta
	for next := uint64(1); ; next++ {
		if err := ctx.Err(); err != nil {
			return end, data.E(data.CodeCancelled).Because(err)
		}
		payload, err := nextFrame(r, seal, next)
		if err != nil || len(payload) < 2 {
			return end, data.E(CodeBackup)
		}
		if payload[0] == frameEnd {
			_, extra := r.ReadByte()
			if change.Unmarshal(payload[2:], &end) != nil || end.Frames != next-1 || end.Key != b.keySum || extra != io.EOF ||
				!bytes.Equal(change.Marshal(end.Chains), change.Marshal(m.Chains)) {
				return end, data.E(CodeBackup)
			}
			return end, nil
		}
		if err := m.follow(payload); err != nil {
			return end, data.E(CodeBackup).Because(err)
		}
		if visit != nil {
			if err := visit(payload); err != nil {
				return end, err
			}
		}
	}
}

// follow checks that a frame's changes continue the chains. Every signature
// is checked only by Verify; here the last one of each frame is.
func (m *meta) follow(payload []byte) error {
	if payload[0] != frameChanges {
		return nil
	}
	var raws [][]byte
	if err := change.Unmarshal(payload[2:], &raws); err != nil {
		return err
	}
	for i, raw := range raws {
		c, err := change.DecodeTrusted(raw)
		if err != nil {
			return err
		}
		chain := m.chain(c.Device)
		if err := chain.Extend(c); err != nil {
			return err
		}
		if i == len(raws)-1 {
			if err := c.Verify(ed25519.PublicKey(chain.Key)); err != nil {
				return err
			}
		}
		*m = m.withChain(c.Device, chain)
	}
	return nil
}

func nextFrame(r *bufio.Reader, seal frameSealer, number uint64) ([]byte, error) {
	prefix, err := r.Peek(framePrefix)
	if err != nil {
		return nil, errFrame
	}
	size := framePrefix + int(min(binary.BigEndian.Uint32(prefix[4:]), maxFrame-framePrefix))
	whole, err := r.Peek(size)
	if err != nil {
		return nil, errFrame
	}
	payload, size, err := seal.openFrame(whole, number)
	if err != nil {
		return nil, err
	}
	_, err = r.Discard(size)
	return payload, err
}

// Restore makes a vault in newDir from a backup and opens it. The backup is
// proven to its last byte before anything is written. The restored vault is
// a device of its own: the laptop the backup was made on may have gone on.
func Restore(ctx context.Context, backupPath, newDir string, o Options) (*Vault, error) {
	newDir, err := vaultFolder(newDir)
	if err != nil {
		return nil, err
	}
	if entries, err := os.ReadDir(newDir); err == nil && len(entries) > 0 {
		return nil, data.E(CodeExists)
	}
	b, err := openBackup(backupPath)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	dataKey, err := b.key.unlock(o)
	if err != nil {
		return nil, err
	}
	k := deriveKeys(dataKey, b.key.Vault)
	if _, err := b.walk(ctx, k, nil); err != nil {
		return nil, err
	}
	typing := map[string]string{}
	err = buildFolder(newDir, func(dir string) error {
		j, err := createJournal(filepath.Join(dir, journalName), k)
		if err != nil {
			return err
		}
		defer j.close()
		if _, err := b.walk(ctx, k, func(payload []byte) error {
			if payload[0] == frameScratch {
				var entry [2]string
				if change.Unmarshal(payload[2:], &entry) == nil {
					typing[entry[0]] = entry[1]
				}
				return nil
			}
			return j.append(payload)
		}); err != nil {
			return err
		}
		if err := b.key.newDevice(k); err != nil {
			return err
		}
		if o.DeviceName != "" {
			b.key.Name = o.DeviceName
		}
		return b.key.save(dir)
	})
	if err != nil {
		return nil, err
	}
	v, err := Open(ctx, newDir, o)
	if err != nil {
		return nil, err
	}
	v.notices = nil // that the views were built is what was asked for
	for key, text := range typing {
		if err := v.SetScratch(key, text); err != nil {
			v.Close()
			return nil, err
		}
	}
	return v, nil
}
