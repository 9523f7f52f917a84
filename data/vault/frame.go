package vault

import (
	"encoding/binary"
	"errors"
)

// A frame log is a file of sealed frames, each bound to its file and its
// number, so that none can be altered, moved, repeated or left out unseen.
// Journal segments, the scratch file and backups are frame logs.
//
//	header: magic 8 | format 2 | purpose 2 | vault 16 | generation 8 | segment 4 | first frame 8 | seal of the above 40
//	frame:  magic 4 | length 4 | number 8 | nonce 24 | ciphertext; associated data = header | number
const (
	logMagic    = "TRAVAUXL"
	logFormat   = 1
	headerPlain = 48
	headerSize  = headerPlain + sealedExtra
	frameMagic  = "\xf5TvX"
	framePrefix = 16
	maxPayload  = 1 << 20
	maxFrame    = framePrefix + maxPayload + sealedExtra
)

// What a frame log is for.
const (
	purposeJournal uint16 = 1
	purposeScratch uint16 = 2
	purposeBackup  uint16 = 3
)

var errFrame = errors.New("frame is broken")

type generation [8]byte

type header struct {
	purpose    uint16
	vault      vaultID
	generation generation
	segment    uint32
	first      uint64
}

func (h header) encode(with sealer) []byte {
	b := append(make([]byte, 0, headerSize), logMagic...)
	b = binary.BigEndian.AppendUint16(b, logFormat)
	b = binary.BigEndian.AppendUint16(b, h.purpose)
	b = append(append(b, h.vault[:]...), h.generation[:]...)
	b = binary.BigEndian.AppendUint32(b, h.segment)
	b = binary.BigEndian.AppendUint64(b, h.first)
	return with.seal(b, nil, b[:headerPlain:headerPlain])
}

func decodeHeader(b []byte, with sealer) (header, bool) {
	if len(b) < headerSize || string(b[:8]) != logMagic || binary.BigEndian.Uint16(b[8:]) != logFormat {
		return header{}, false
	}
	if _, err := with.open(nil, b[headerPlain:headerSize], b[:headerPlain]); err != nil {
		return header{}, false
	}
	return header{
		purpose: binary.BigEndian.Uint16(b[10:]), vault: vaultID(b[12:28]), generation: generation(b[28:36]),
		segment: binary.BigEndian.Uint32(b[36:]), first: binary.BigEndian.Uint64(b[40:]),
	}, true
}

// frameSealer seals and opens the frames of one file.
type frameSealer struct {
	sealer
	header []byte
}

func (s frameSealer) associated(number uint64) []byte {
	return binary.BigEndian.AppendUint64(s.header[:headerSize:headerSize], number)
}

// appendFrame appends the frame of that number to dst.
func (s frameSealer) appendFrame(dst []byte, number uint64, payload []byte) []byte {
	dst = append(dst, frameMagic...)
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(payload)+sealedExtra))
	dst = binary.BigEndian.AppendUint64(dst, number)
	return s.seal(dst, payload, s.associated(number))
}

// openFrame opens the frame at the start of b, which must have that number.
// size is how much of b it takes.
func (s frameSealer) openFrame(b []byte, number uint64) (payload []byte, size int, err error) {
	if len(b) < framePrefix || string(b[:4]) != frameMagic || binary.BigEndian.Uint64(b[8:]) != number {
		return nil, 0, errFrame
	}
	length := int(binary.BigEndian.Uint32(b[4:]))
	if length < sealedExtra || length > maxPayload+sealedExtra || len(b) < framePrefix+length {
		return nil, 0, errFrame
	}
	payload, err = s.open(nil, b[framePrefix:framePrefix+length], s.associated(number))
	if err != nil {
		return nil, 0, errFrame
	}
	return payload, framePrefix + length, nil
}
