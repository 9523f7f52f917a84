package exchange

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"io"
	"slices"

	"filippo.io/age"

	"travaux/data"
	"travaux/data/change"
)

const signatureSize = ed25519.SignatureSize

// Opener opens an age file: the laptop's own key, or a passphrase.
type Opener func(io.Reader) (io.Reader, error)

// WithPassphrase opens what PassphraseSealer sealed.
func WithPassphrase(passphrase []byte) Opener {
	return func(r io.Reader) (io.Reader, error) {
		identity, err := age.NewScryptIdentity(string(passphrase))
		if err != nil {
			return nil, data.E(data.CodeInput, "what", "passphrase")
		}
		identity.SetMaxWorkFactor(maxWorkFactor)
		plain, err := age.Decrypt(r, identity)
		var none *age.NoIdentityMatchError
		if errors.As(err, &none) && slices.Contains(none.StanzaTypes, "scrypt") {
			return nil, data.E(CodePassphrase)
		}
		return plain, err
	}
}

// ReadBundle reads a bundle to its end and proves it; see Bundle for what that
// means. Errors are the codes of this package, change.CodeNewer and those of
// changes, and data.CodeFile where r cannot be read.
func ReadBundle(r io.Reader, open Opener) (*Bundle, error) {
	from := &source{r: r}
	header, err := ageHeader(from)
	if err != nil {
		return nil, from.failed(err)
	}
	from.header = len(header)
	plain, err := open(from)
	if err != nil {
		return nil, from.failed(refusal(header, err))
	}
	in := &reader{in: bufio.NewReaderSize(plain, chunkSize), sum: newSum()}
	b, err := in.bundle()
	from.promised = in.total
	if err != nil {
		return nil, from.failed(err)
	}
	return b, nil
}

// source counts what is read, and gives back first what was read ahead.
type source struct {
	r        io.Reader
	ahead    []byte // read for the header, to be read again
	read     uint64
	header   int
	promised uint64 // how long the plain text says it is; 0 if it could not be read
	err      error  // why r could not be read
}

func (s *source) Read(p []byte) (int, error) {
	if len(s.ahead) > 0 {
		n := copy(p, s.ahead)
		s.ahead = s.ahead[n:]
		return n, nil
	}
	n, err := s.r.Read(p)
	s.read += uint64(n)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// failed says why a file was refused: for one that ends early, that its end is
// missing.
func (s *source) failed(err error) error {
	if s.err == nil && s.header > 0 {
		io.Copy(io.Discard, s)
	}
	if s.err != nil {
		return data.E(data.CodeFile).Because(s.err)
	}
	code := data.CodeOf(err)
	short := s.read < encryptedSize(s.header, chunkSize+signatureSize) || s.promised > 0 && s.read < encryptedSize(s.header, s.promised)
	if s.header > 0 && code == CodeAltered && short {
		return data.E(CodeIncomplete)
	}
	return err
}

// ageHeader returns the bytes of an age file's header.
func ageHeader(s *source) ([]byte, error) {
	var seen bytes.Buffer
	header, err := age.ExtractHeader(io.TeeReader(io.LimitReader(s, maxHeader), &seen))
	s.ahead = seen.Bytes()
	if err == nil && bytes.HasPrefix(s.ahead, header) {
		return header, nil
	}
	_, more := io.ReadFull(s.r, make([]byte, 1))
	switch {
	case len(s.ahead) == 0 || !bytes.HasPrefix([]byte(ageIntro), s.ahead[:min(len(s.ahead), len(ageIntro))]):
		return nil, data.E(CodeNoBundle)
	case more != nil:
		return nil, data.E(CodeIncomplete)
	}
	return nil, data.E(CodeAltered)
}

const (
	ageIntro  = "age-encryption.org/v1\n"
	ageScrypt = "\n-> scrypt "
)

// refusal says why an age file could not be opened.
func refusal(header []byte, err error) error {
	var none *age.NoIdentityMatchError
	switch {
	case data.CodeOf(err) == CodePassphrase || data.CodeOf(err) == data.CodeInput:
		return err
	case !errors.As(err, &none):
		return data.E(CodeAltered)
	case bytes.Contains(header, []byte(ageScrypt)):
		return data.E(CodePassphraseWanted)
	}
	return data.E(CodeForeign)
}

// reader reads the plain text of a bundle.
type reader struct {
	in    *bufio.Reader
	sum   hash.Hash
	total uint64 // how long the plain text says it is
	read  uint64
}

// fill reads the next bytes into p.
func (r *reader) fill(p []byte) error {
	if uint64(len(p)) > r.total-r.read {
		return data.E(CodeAltered)
	}
	if _, err := io.ReadFull(r.in, p); err != nil {
		return data.E(CodeAltered)
	}
	r.read += uint64(len(p))
	r.sum.Write(p)
	return nil
}

// bytes reads the next n bytes. Memory is taken as they come, for nobody has
// vouched yet that they are there.
func (r *reader) bytes(n uint64) ([]byte, error) {
	var out []byte
	for n > 0 {
		at, step := len(out), min(n, maxChange)
		out = slices.Grow(out, int(step))[:at+int(step)]
		if err := r.fill(out[at:]); err != nil {
			return nil, err
		}
		n -= step
	}
	return out, nil
}

func (r *reader) bundle() (*Bundle, error) {
	h, err := r.header()
	if err != nil {
		return nil, err
	}
	b := &Bundle{Header: h, Files: map[[32]byte][]byte{}}
	for _, span := range h.Holds {
		if err := r.changes(b, span); err != nil {
			return nil, err
		}
	}
	for _, f := range h.Files {
		content, err := r.bytes(f.Size)
		if err != nil {
			return nil, err
		}
		if sha256.Sum256(content) != f.Sum {
			return nil, data.E(CodeAltered)
		}
		b.Files[f.Sum] = content
	}
	return b, r.seal(h.Key)
}

func (r *reader) header() (Header, error) {
	var h Header
	r.total = preludeSize
	start, err := r.bytes(preludeSize)
	if err != nil {
		return h, err
	}
	if string(start[:8]) != bundleMagic {
		r.total = 0
		return h, data.E(CodeNoBundle)
	}
	if binary.BigEndian.Uint32(start[8:]) != bundleFormat {
		r.total = 0
		return h, data.E(change.CodeNewer)
	}
	length := binary.BigEndian.Uint32(start[12:])
	r.total = binary.BigEndian.Uint64(start[16:])
	if length > maxHeader || r.total < uint64(bodyAt(int(length)))+signatureSize {
		return h, data.E(CodeAltered)
	}
	raw, err := r.bytes(uint64(length))
	if err != nil {
		return h, err
	}
	padding, err := r.bytes(uint64(bodyAt(int(length))) - r.read)
	if err != nil {
		return h, err
	}
	if change.Unmarshal(raw, &h) != nil || !bytes.Equal(change.Marshal(h), raw) || !h.valid() || !zero(padding) {
		return h, data.E(CodeAltered)
	}
	return h, nil
}

// changes reads the changes of one laptop, each of which has to name the one
// before it.
func (r *reader) changes(b *Bundle, span Span) error {
	for seq := span.First; seq <= span.Last; seq++ {
		var length [4]byte
		if err := r.fill(length[:]); err != nil {
			return err
		}
		size := binary.BigEndian.Uint32(length[:])
		if size > maxChange {
			return data.E(CodeAltered)
		}
		raw, err := r.bytes(uint64(size))
		if err != nil {
			return err
		}
		c, err := change.Decode(raw)
		if err != nil {
			return err
		}
		if c.Device != span.Device || c.Seq != seq || seq > span.First && c.Prev != b.Changes[len(b.Changes)-1].ID() {
			return data.E(CodeAltered)
		}
		b.Changes = append(b.Changes, c)
	}
	return nil
}

// seal checks the signature, and that nothing follows it.
func (r *reader) seal(key ed25519.PublicKey) error {
	message := sealed(r.sum)
	signature, err := r.bytes(signatureSize)
	if err != nil {
		return err
	}
	if _, err := r.in.ReadByte(); err != io.EOF || r.read != r.total || !ed25519.Verify(key, message, signature) {
		return data.E(CodeAltered)
	}
	return nil
}

func zero(b []byte) bool {
	return !slices.ContainsFunc(b, func(x byte) bool { return x != 0 })
}
