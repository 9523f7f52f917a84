package export

import (
	"context"
	"crypto/sha256"
	"strings"
	"time"
	"unicode"

	"travaux/data"
	"travaux/translations"
)

// Format is a kind of file in which papers are written. All that the program has
// are listed in package export/formats; each is a package of its own.
type Format struct {
	ID     string // its name is the catalogue's "format.<ID>"
	Ending string // of its files, with the dot

	// Write makes the file. The same document with the same options always gives the
	// same bytes, except where a password is asked.
	Write func(context.Context, Document, FileOptions) ([]byte, error)

	// Read gives everything that a file of this format says to whoever looks, however
	// hidden: words in the order in which they are read, notes, comments, changes
	// accepted and rejected, properties.
	Read func(file []byte, o FileOptions) (string, error)

	// Pages gives the words at the head and the foot of every page; nil for a format
	// without pages, in which a marking stands at the beginning and at the end.
	Pages func(file []byte, o FileOptions) ([]string, error)
}

// Name is how the format is called in a language.
func (f Format) Name(loc *translations.Localizer) string { return loc.Name("format", f.ID) }

// FileOptions choose how a file is written. A format leaves out what it cannot do.
type FileOptions struct {
	Date     time.Time // stated in the file; zero: the document's date
	Archive  bool      // for archives: PDF/A-1b
	Password string    // without which it cannot be opened; "": it is open. Never together with Archive
}

// CodeUnmarked is the code of the error that what is confidential is not marked
// so on every page.
const CodeUnmarked data.Code = "paper.unmarked"

// Checked makes a file, reads it back and refuses it (CodeLeak, arg "what" naming the
// field, never the words) if confidential words occur in anything it says; one that
// bears a marking also as Marked does. With Marked it is the only way by which a paper
// may be handed over.
func (f Format) Checked(ctx context.Context, doc Document, o FileOptions, secrets []data.Secret) ([]byte, data.Certificate, error) {
	file, err := f.Write(ctx, doc, o)
	if err != nil {
		return nil, data.Certificate{}, err
	}
	said, err := f.Read(file, o)
	if err != nil {
		return nil, data.Certificate{}, err
	}
	if leaks := Leaks(said, secrets, doc.Issued()); len(leaks) > 0 {
		return nil, data.Certificate{}, data.E(CodeLeak, "what", leaks[0].Field)
	}
	c := data.Certificate{
		Format: f.ID, Lang: doc.Lang, Digest: sha256.Sum256(file), Size: len(file), Letters: len([]rune(lettersOf(said))), Searched: len(secrets),
	}
	if doc.Marking != "" {
		if err := f.marked(file, said, doc.Marking, o); err != nil {
			return nil, data.Certificate{}, err
		}
		c.Ours = true
	}
	return file, c, nil
}

// Marked makes the file of a confidential document for the delegation, reads it
// back and refuses it (CodeUnmarked) unless the document's marking stands at the
// top and at the bottom of every page.
func (f Format) Marked(ctx context.Context, doc Document, o FileOptions) ([]byte, data.Certificate, error) {
	if strings.TrimSpace(doc.Marking) == "" {
		return nil, data.Certificate{}, data.E(CodeUnmarked)
	}
	return f.Checked(ctx, doc, o, nil)
}

// marked refuses a file in which a marking does not stand twice, on every page where it
// has pages.
func (f Format) marked(file []byte, said, marking string, o FileOptions) (err error) {
	pages := []string{said}
	if f.Pages != nil {
		if pages, err = f.Pages(file, o); err != nil {
			return err
		}
	}
	for _, p := range pages {
		if strings.Count(lettersOf(p), lettersOf(marking)) < 2 {
			return data.E(CodeUnmarked)
		}
	}
	return nil
}

// lettersOf is a text without what may differ when it is read back: anything that is
// no letter or digit.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
