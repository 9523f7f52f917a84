package intake

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"travaux/data"
	"travaux/data/intake/pdf"
	"travaux/data/text"
)

// Read reads a file given by its bytes. The name is only kept, never believed.
// Errors carry one of the codes of this package or of data/intake/pdf, or
// data.CodeCancelled.
func Read(ctx context.Context, name string, content []byte) (*text.Source, error) {
	return ReadTold(ctx, name, content, data.NoProgress{})
}

// ReadTold is Read that tells how far it has come. Only PDF takes so long that
// there is something to tell.
func ReadTold(ctx context.Context, name string, content []byte, progress data.Progress) (*text.Source, error) {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if ctx.Err() != nil {
		return nil, data.E(data.CodeCancelled).Because(ctx.Err())
	}
	if len(content) > MaxFile {
		return nil, data.E(CodeTooLarge, "name", name, "limit", "64 MB")
	}
	read, err := reader(content)
	if err == nil {
		var src *text.Source
		if src, err = read(ctx, content, progress); err == nil {
			src.Name = name
			return src, nil
		}
	}
	if ctx.Err() != nil {
		return nil, data.E(data.CodeCancelled).Because(ctx.Err())
	}
	return nil, named(err, name)
}

// named adds the file's name to the error that is shown.
func named(err error, name string) error {
	code := data.CodeOf(err)
	e := data.E(code, "name", name).Because(err)
	var inner *data.Error
	if in, ok := err.(*data.Error); ok {
		inner = in
		e.Err = in.Err
	}
	if inner != nil {
		for k, v := range inner.Args {
			e.Args[k] = v
		}
	}
	return e
}

type readFunc func(context.Context, []byte, data.Progress) (*text.Source, error)

// quick is a reader that has done before anybody asks how far it is.
func quick(read func(context.Context, []byte) (*text.Source, error)) readFunc {
	return func(ctx context.Context, content []byte, _ data.Progress) (*text.Source, error) {
		return read(ctx, content)
	}
}

// signatures of files that are recognised only to say what to do.
var signatures = []struct {
	magic string
	code  data.Code
}{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", CodeOldWord},
	{"{\\rtf", CodeRTF},
	{"\x89PNG", CodeImage},
	{"\xff\xd8\xff", CodeImage},
	{"GIF8", CodeImage},
	{"II*\x00", CodeImage},
	{"MM\x00*", CodeImage},
	{"Rar!", CodeUnknown},
	{"7z\xbc\xaf", CodeUnknown},
	{"\x1f\x8b", CodeUnknown},
	{"MZ", CodeUnknown},
	{"\x7fELF", CodeUnknown},
}

// reader chooses by content.
func reader(content []byte) (readFunc, error) {
	if len(bytes.Trim(content, " \t\r\n\x00\xef\xbb\xbf")) == 0 {
		return nil, data.E(CodeEmpty)
	}
	if bytes.HasPrefix(content, []byte("PK\x03\x04")) || bytes.HasPrefix(content, []byte("PK\x05\x06")) {
		if bytes.Contains(content[:min(len(content), 200)], []byte("mimetypeapplication/vnd.oasis.opendocument")) {
			return nil, data.E(CodeODT)
		}
		return quick(readDocx), nil
	}
	if bytes.HasPrefix(content, []byte("%PDF-")) || bytes.Contains(content[:min(len(content), 1024)], []byte("%PDF-1.")) {
		return pdf.Read, nil
	}
	for _, s := range signatures {
		if bytes.HasPrefix(content, []byte(s.magic)) && !(s.magic == "MZ" && !bytes.Contains(content[:min(len(content), 512)], []byte{0})) {
			return nil, data.E(s.code)
		}
	}
	start := opening(content)
	switch {
	case looksHTML(start):
		return quick(readHTML), nil
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<!doctype"), strings.HasPrefix(start, "<!entity"),
		strings.HasPrefix(start, "<akomantoso"), strings.Contains(start, "<akomantoso"), strings.Contains(start, ":akomantoso"):
		return quick(readAKN), nil
	case notText(content):
		return nil, data.E(CodeUnknown)
	}
	return quick(readPlain), nil
}

// opening gives the first few kilobytes in lower case, decoded well enough to
// look for tags.
func opening(content []byte) string {
	s := content[:min(len(content), 8192)]
	if bytes.HasPrefix(s, []byte{0xff, 0xfe}) || bytes.HasPrefix(s, []byte{0xfe, 0xff}) || bytes.IndexByte(s[:min(len(s), 64)], 0) >= 0 {
		s = bytes.ReplaceAll(s, []byte{0}, nil)
		s = bytes.TrimLeft(s, "\xff\xfe")
	}
	s = bytes.TrimPrefix(s, []byte("\xef\xbb\xbf"))
	return strings.ToLower(strings.TrimLeft(string(s), " \t\r\n"))
}

func looksHTML(start string) bool {
	if strings.Contains(start, "akomantoso") {
		return false
	}
	if strings.HasPrefix(start, "<!doctype html") || strings.Contains(start, "<html") {
		return true
	}
	if !strings.HasPrefix(start, "<") || strings.HasPrefix(start, "<?xml") {
		return false
	}
	n := 0
	for _, tag := range []string{"<body", "<p>", "<p ", "<div", "<h1", "<h2", "<h3", "<table", "<li>", "<span", "<br"} {
		n += strings.Count(start, tag)
	}
	return n >= 2 || strings.HasPrefix(start, "<p") && n > 0
}

// notText reports whether the content cannot be text in any encoding known
// here: control characters or many zero bytes that are not UTF-16.
func notText(content []byte) bool {
	s := content[:min(len(content), 4096)]
	if utf16Order(content) != nil {
		return false
	}
	control := 0
	for _, c := range s {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b && c != 0x1a && c != 0x0b {
			control++
		}
	}
	return control*50 > len(s)
}
