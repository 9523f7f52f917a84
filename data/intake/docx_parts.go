package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"travaux/data"
)

// What a compressed file may hold. A treaty text of 1,000 pages stays below a
// hundredth of each.
const (
	maxPart     = 32 << 20  // bytes of one part, unpacked
	maxUnpacked = 256 << 20 // bytes of all parts read, unpacked
	maxParts    = 4000
	maxRatio    = 200     // unpacked to packed, for parts above freeRatio
	freeRatio   = 1 << 20 // bytes up to which any ratio is believed

	maxDefinitions = 40_000 // styles, and lists; Word itself stops at 32,767 lists
)

// zipParts is the parts of a packed file by name. Names are compared without
// case and with forward slashes; of two parts of one name the first counts.
type zipParts struct {
	byName   map[string]*zip.File
	unpacked int64 // so far, over all parts
}

func openParts(content []byte) (*zipParts, error) {
	if len(content) > MaxFile {
		return nil, data.E(CodeTooLarge, "limit", strconv.Itoa(MaxFile>>20))
	}
	// Counted before the directory is read: its entries cost more memory than bytes.
	if bytes.Count(content, []byte("PK\x01\x02")) > maxParts {
		return nil, data.E(CodeHostile, "part", "zip")
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, data.E(CodeDamaged, "part", "zip").Because(err)
	}
	p := &zipParts{byName: make(map[string]*zip.File, len(archive.File))}
	for _, f := range archive.File {
		name := partName(f.Name)
		if p.byName[name] == nil {
			p.byName[name] = f
		}
	}
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (p *zipParts) has(name string) bool { return name != "" && p.byName[partName(name)] != nil }

// open starts unpacking a part. What the directory says of its size is used
// only to refuse early, never to believe.
func (p *zipParts) open(name string) (io.ReadCloser, error) {
	f := p.byName[partName(name)]
	if f == nil {
		return nil, data.E(CodeDamaged, "part", name)
	}
	b := &boundedPart{parts: p, name: name, packed: int64(f.CompressedSize64)}
	if err := b.check(int64(min(f.UncompressedSize64, 1<<40))); err != nil {
		return nil, err
	}
	content, err := f.Open()
	if err != nil {
		return nil, data.E(CodeDamaged, "part", name).Because(err)
	}
	b.content = content
	return b, nil
}

// boundedPart is a part being unpacked that stops at the limits.
type boundedPart struct {
	parts   *zipParts
	name    string
	packed  int64
	size    int64 // so far
	content io.ReadCloser
}

func (b *boundedPart) Read(to []byte) (int, error) {
	n, err := b.content.Read(to)
	b.size += int64(n)
	b.parts.unpacked += int64(n)
	if over := b.check(b.size); over != nil {
		return 0, over
	}
	return n, err
}

func (b *boundedPart) Close() error { return b.content.Close() }

func (b *boundedPart) check(size int64) error {
	switch {
	case size > freeRatio && size > maxRatio*b.packed:
		return data.E(CodeHostile, "part", b.name)
	case size > maxPart:
		return data.E(CodeTooLarge, "part", b.name, "limit", strconv.Itoa(maxPart>>20))
	case b.parts.unpacked > maxUnpacked:
		return data.E(CodeTooLarge, "part", b.name, "limit", strconv.Itoa(maxUnpacked>>20))
	}
	return nil
}
