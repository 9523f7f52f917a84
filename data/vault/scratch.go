package vault

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"os"

	"travaux/data"
	"travaux/data/change"
)

// Unsent typing is no act of anybody, so it is not in the signed log. It has
// a small frame log of its own that keeps the last text per key; it is
// written anew when most of it is out of date.
const (
	scratchName  = "scratch"
	scratchSlack = 1 << 20
)

type scratch struct {
	path  string
	keys  *keys
	texts map[string]string
	file  *os.File
	seal  frameSealer
	size  int64
	next  uint64
}

// Scratch returns the text that was last set for the key, "" if none. The key
// names what is being typed into ("comment/…").
func (v *Vault) Scratch(key string) string {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.closed {
		return ""
	}
	return v.scratch.texts[key]
}

// SetScratch keeps unsent typing; it is on the disk when SetScratch returns.
// An empty text forgets the key.
func (v *Vault) SetScratch(key, text string) error {
	if len(key)+len(text) > maxPayload-64 {
		return data.E(CodeTooLarge)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return data.E(CodeClosed)
	}
	if v.scratch.texts[key] == text {
		return nil
	}
	return v.scratch.set(key, text)
}

func (v *Vault) scratchOpen() error {
	s := &scratch{path: v.path(scratchName), keys: v.keys, texts: map[string]string{}}
	last := v.readState()
	content, err := os.ReadFile(s.path)
	damaged := err != nil && last.Scratch > 0
	if err == nil {
		damaged = s.read(content) < last.Scratch
	}
	if damaged {
		v.notice(NoticeScratch)
		if err := setAside(s.path, v.options.now().UnixMilli()); err != nil {
			return err
		}
	}
	v.scratch = s
	if err := s.rewrite(); err != nil { // begins every use with a small, whole file
		return err
	}
	return v.writeState(state{At: v.journal.at, Scratch: s.next - 1})
}

// read takes every whole frame, also behind damage, and returns how many it
// found.
func (s *scratch) read(content []byte) (frames uint64) {
	h, ok := decodeHeader(content, s.keys.scratch)
	if !ok || h.purpose != purposeScratch || h.vault != s.keys.vault {
		return 0
	}
	seal := frameSealer{s.keys.scratch, content[:headerSize]}
	for rest := content[headerSize:]; len(rest) >= framePrefix; {
		payload, size, err := seal.openFrame(rest, binary.BigEndian.Uint64(rest[8:]))
		if err != nil {
			next := bytes.Index(rest[1:], []byte(frameMagic))
			if next < 0 {
				break
			}
			rest = rest[1+next:]
			continue
		}
		rest = rest[size:]
		var entry [2]string
		if len(payload) > 2 && change.Unmarshal(payload[2:], &entry) == nil {
			s.keep(entry[0], entry[1])
			frames++
		}
	}
	return frames
}

func (s *scratch) keep(key, text string) {
	if text == "" {
		delete(s.texts, key)
		return
	}
	s.texts[key] = text
}

func scratchPayload(key, text string) []byte {
	return append([]byte{frameScratch, frameLast}, change.Marshal([2]string{key, text})...)
}

func (s *scratch) set(key, text string) error {
	if s.file == nil { // the last rewriting failed, for want of space perhaps
		before := s.texts[key]
		s.keep(key, text)
		err := s.rewrite()
		if err != nil {
			s.keep(key, before)
		}
		return err
	}
	frame := s.seal.appendFrame(nil, s.next, scratchPayload(key, text))
	if _, err := s.file.WriteAt(frame, s.size); err != nil {
		return writeFailed(err)
	}
	if err := s.file.Sync(); err != nil {
		return writeFailed(err)
	}
	s.size += int64(len(frame))
	s.next++
	s.keep(key, text)
	live := 0
	for key, text := range s.texts {
		live += len(key) + len(text) + 64
	}
	if s.size > scratchSlack+2*int64(live) {
		return s.rewrite()
	}
	return nil
}

// rewrite writes a file that holds only what counts, and goes on with it.
func (s *scratch) rewrite() error {
	h := header{purpose: purposeScratch, vault: s.keys.vault, segment: 1, first: 1}
	rand.Read(h.generation[:])
	content := h.encode(s.keys.scratch)
	s.seal = frameSealer{s.keys.scratch, bytes.Clone(content)}
	s.next = 1
	for key, text := range s.texts {
		content = s.seal.appendFrame(content, s.next, scratchPayload(key, text))
		s.next++
	}
	if s.file != nil {
		s.file.Close()
		s.file = nil
	}
	if err := replaceFile(s.path, content); err != nil {
		return err
	}
	f, err := os.OpenFile(s.path, os.O_RDWR, 0o600)
	if err != nil {
		return writeFailed(err)
	}
	s.file, s.size = f, int64(len(content))
	return nil
}

func (s *scratch) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}
