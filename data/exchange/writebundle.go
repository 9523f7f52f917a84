package exchange

import (
	"bufio"
	"encoding/binary"
	"io"
	"slices"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

// Content is what goes into a bundle. Each is called twice, for the length of a
// bundle stands at its beginning, and has to give the same both times.
type Content struct {
	Changes func(yield func(change.Change) error) error // of each laptop in order
	File    func(sum [32]byte) ([]byte, error)          // one of Header.Files
}

// Recipients are what a bundle is sealed for.
type Recipients []age.Recipient

// Sealers turns laptops' receiving keys into what WriteBundle seals for. A key
// that is none is refused with data.CodeInput.
func Sealers(recipients []string) (Recipients, error) {
	var out Recipients
	for _, s := range recipients {
		r, err := age.ParseHybridRecipient(s)
		if err != nil {
			return nil, data.E(data.CodeInput, "what", "recipient")
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil, data.E(CodeNobody)
	}
	return out, nil
}

// PassphraseSealer seals with a passphrase alone: the way for those whose laptop
// has no key yet, or has lost it.
func PassphraseSealer(passphrase []byte) (Recipients, error) {
	r, err := age.NewScryptRecipient(string(passphrase))
	if err != nil {
		return nil, data.E(data.CodeInput, "what", "passphrase")
	}
	r.SetWorkFactor(workFactor)
	return Recipients{r}, nil
}

// workFactor makes a try of a passphrase take about a second (2^18 rounds of
// scrypt); more than maxWorkFactor is never spent on a file somebody gave us.
var workFactor, maxWorkFactor = 18, 20

// WriteBundle writes a bundle. It fills in the header's version, identity and
// spans; sign signs with the laptop of h.Key. When it fails, what was written is
// of no use.
func WriteBundle(w io.Writer, to Recipients, h Header, content Content, sign func(message []byte) []byte) error {
	h.V, h.ID, h.Holds = bundleFormat, data.NewID(), nil
	size := uint64(0)
	err := content.Changes(func(c change.Change) error {
		size += 4 + uint64(len(c.Raw()))
		return h.hold(c)
	})
	if err != nil {
		return err
	}
	for i, f := range h.Files {
		b, err := content.File(f.Sum)
		if err != nil {
			return err
		}
		h.Files[i].Size = uint64(len(b))
		size += uint64(len(b))
	}
	if !h.valid() {
		return data.E(data.CodeInternal)
	}
	out, err := age.Encrypt(w, to...)
	if err != nil {
		return data.E(data.CodeFile).Because(err)
	}
	if err := h.write(out, size, content, sign); err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return data.E(data.CodeFile).Because(err)
	}
	return nil
}

// hold notes a change as one of those in the bundle.
func (h *Header) hold(c change.Change) error {
	i := slices.IndexFunc(h.Holds, func(s Span) bool { return s.Device == c.Device })
	switch {
	case i < 0:
		h.Holds = append(h.Holds, Span{Device: c.Device, First: c.Seq, Last: c.Seq})
	case i != len(h.Holds)-1 || h.Holds[i].Last+1 != c.Seq:
		return data.E(change.CodeGap)
	default:
		h.Holds[i].Last = c.Seq
	}
	return nil
}

// write writes the plain bundle, whose changes and files take size bytes.
func (h Header) write(out io.Writer, size uint64, content Content, sign func([]byte) []byte) error {
	sum := newSum()
	w := bufio.NewWriterSize(io.MultiWriter(out, sum), chunkSize)
	header := change.Marshal(h)
	start := bodyAt(len(header))
	w.Write(prelude(len(header), uint64(start)+size+signatureSize)) // a failure is told by Flush
	w.Write(header)
	w.Write(make([]byte, start-preludeSize-len(header)))
	written := uint64(0)
	err := content.Changes(func(c change.Change) error {
		var length [4]byte
		binary.BigEndian.PutUint32(length[:], uint32(len(c.Raw())))
		w.Write(length[:])
		_, err := w.Write(c.Raw())
		written += 4 + uint64(len(c.Raw()))
		return err
	})
	if err != nil {
		return err
	}
	for _, f := range h.Files {
		b, err := content.File(f.Sum)
		if err != nil {
			return err
		}
		w.Write(b)
		written += uint64(len(b))
	}
	if written != size {
		return data.E(data.CodeInternal)
	}
	if err := w.Flush(); err != nil {
		return data.E(data.CodeFile).Because(err)
	}
	if _, err := out.Write(sign(sealed(sum))); err != nil {
		return data.E(data.CodeFile).Because(err)
	}
	return nil
}
