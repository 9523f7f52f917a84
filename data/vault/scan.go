package vault

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"

	"travaux/data"
)

// fault is where a journal stops being whole.
type fault struct {
	Segment uint32
	Frame   uint64
	// Torn: nothing whole follows, as when the power went while the frame
	// was being written.
	Torn     bool
	headless bool
}

// scan is what reading a journal found.
type scan struct {
	end    position // after the last whole group
	fault  *fault   // nil: whole to the last byte
	beyond uint64   // largest number of a whole frame behind the fault; 0: none
}

// frames is how many frames stand before the fault.
func (s scan) frames() uint64 { return s.end.Next - 1 }

// frame is a whole frame of the journal.
type frame struct {
	segment uint32
	number  uint64
	payload []byte
}

// scanJournal authenticates every frame of the journal in order. visit, which
// may be nil, gets those with numbers below until (0: all), also those of an
// unfinished last group: callers that mind pass scan.end.Next of a first scan.
func scanJournal(ctx context.Context, dir string, k *keys, until uint64, visit func(frame) error) (scan, error) {
	var s scan
	s.end.Next = 1
	next := uint64(1)
	for segment := uint32(1); ; segment++ {
		content, err := os.ReadFile(segmentPath(dir, segment))
		if err != nil {
			if s.fault == nil && (segment == 1 || exists(segmentPath(dir, segment)) || laterSegments(dir, segment)) {
				s.fault = &fault{Segment: segment, Frame: next}
				s.beyond = beyond(dir, k, segment, 0, next)
			}
			break
		}
		if err := ctx.Err(); err != nil {
			return scan{}, data.E(data.CodeCancelled).Because(err)
		}
		h, ok := decodeHeader(content, k.journal)
		want := header{purposeJournal, k.vault, s.end.Generation, segment, next}
		if segment == 1 {
			want.generation = h.generation
		}
		if !ok || h != want {
			// A header is on the disk before any frame, so only a bare one can be torn.
			s.fault = &fault{Segment: segment, Frame: next, headless: segment == 1 || len(content) > headerSize}
			s.beyond = beyond(dir, k, segment, 0, next)
			break
		}
		if segment == 1 {
			s.end = position{Generation: h.generation, Segment: 1, Size: headerSize, Next: 1}
		}
		seal := frameSealer{k.journal, content[:headerSize]}
		offset := headerSize
		for offset < len(content) {
			payload, size, err := seal.openFrame(content[offset:], next)
			if err != nil || len(payload) < 2 {
				s.fault = &fault{Segment: segment, Frame: next}
				s.beyond = beyond(dir, k, segment, offset, next)
				break
			}
			if visit != nil && (until == 0 || next < until) {
				if err := visit(frame{segment, next, payload}); err != nil {
					return scan{}, err
				}
			}
			offset += size
			next++
			if payload[1] == frameLast {
				s.end = position{Generation: h.generation, Segment: segment, Size: int64(offset), Next: next}
			}
		}
		if s.fault != nil {
			break
		}
	}
	if s.fault == nil && s.end.Next != next { // the last group was not finished
		s.fault = &fault{Segment: s.end.Segment, Frame: s.end.Next}
	}
	if s.fault != nil {
		s.fault.Torn = s.beyond == 0 && s.end.Segment > 0 && !s.fault.headless
	}
	return s, nil
}

// beyond looks for whole frames behind a fault, wherever they begin.
func beyond(dir string, k *keys, segment uint32, offset int, first uint64) (last uint64) {
	for _, path := range segmentsFrom(dir, segment) {
		content, err := os.ReadFile(path)
		if err != nil || len(content) < headerSize {
			continue
		}
		seal := frameSealer{k.journal, content[:headerSize]}
		rest := content[min(max(offset, headerSize), len(content)):]
		offset = 0
		for {
			i := bytes.Index(rest, []byte(frameMagic))
			if i < 0 || len(rest)-i < framePrefix {
				break
			}
			rest = rest[i:]
			number := binary.BigEndian.Uint64(rest[8:])
			if _, size, err := seal.openFrame(rest, number); err == nil && number >= first {
				last = max(last, number)
				rest = rest[size:]
			} else {
				rest = rest[1:]
			}
		}
	}
	return last
}

// segmentsFrom lists the journal's segment files from that one on.
func segmentsFrom(dir string, segment uint32) []string {
	names, _ := filepath.Glob(filepath.Join(dir, "????????"))
	first := segmentPath(dir, segment)
	var later []string
	for _, name := range names {
		if name >= first {
			later = append(later, name)
		}
	}
	return later
}

func laterSegments(dir string, segment uint32) bool { return len(segmentsFrom(dir, segment)) > 0 }
