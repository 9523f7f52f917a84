package intake

import (
	"bytes"
	"context"
	"encoding/xml"
	"path"
	"strings"

	"travaux/data"
	"travaux/data/text"
)

// readDocx reads a Word file (ECMA-376, transitional or strict) with a reader
// of our own: the ones there are lose inserted text silently. Tracked changes
// are kept as such; AcceptAll and RejectAll give the two texts.
//
// What Word does not show is handled so: hidden text becomes a BlockHidden
// after its paragraph; text that was inserted and then deleted again is in
// neither version and left out; fields give their last result; headers,
// footers, pictures, macros and everything outside the file are not read.
//
// It refuses with intake.hostile, intake.too-large or intake.damaged.
func readDocx(ctx context.Context, content []byte) (*text.Source, error) {
	if !isDocx(content) {
		return nil, data.E(CodeUnknown)
	}
	file, err := openDocx(ctx, content)
	if err != nil {
		return nil, err
	}
	r := newBodyReader(file)
	if err := r.readSettings(); err != nil {
		return nil, err
	}
	if err := file.read(file.main, r.document); err != nil {
		return nil, err
	}
	if err := r.readNotes(); err != nil {
		return nil, err
	}
	if err := r.readComments(); err != nil {
		return nil, err
	}
	src := &text.Source{
		Format: "docx", Lang: r.tally.lang(), Title: file.title,
		Blocks: r.out, Notes: r.notes, Comments: r.comments, Doubts: file.doubts,
	}
	return src, nil
}

// isDocx reports whether the content is a Word file, sound or not.
func isDocx(content []byte) bool {
	if !bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		return false
	}
	return bytes.Contains(content, []byte("word/")) || bytes.Contains(content, []byte(`word\`))
}

// docxFile is an opened Word file: its parts by the role they play.
type docxFile struct {
	*zipParts
	ctx    context.Context
	main   string
	parts  map[string]string // last word of the relationship's type, e.g. "styles" -> part
	title  string
	doubts []string
}

// openDocx finds the parts. Relationships that point outside the file are
// never followed, wherever they lead.
func openDocx(ctx context.Context, content []byte) (*docxFile, error) {
	parts, err := openParts(content)
	if err != nil {
		return nil, err
	}
	f := &docxFile{zipParts: parts, ctx: ctx, main: "word/document.xml"}
	top, err := f.relations("_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	if main := top["officeDocument"]; f.has(main) {
		f.main = main
	}
	if !f.has(f.main) {
		return nil, data.E(CodeDamaged, "part", "word/document.xml")
	}
	dir, name := path.Split(f.main)
	if f.parts, err = f.relations(dir+"_rels/"+name+".rels", dir); err != nil {
		return nil, err
	}
	for _, role := range []string{"styles", "numbering", "settings", "footnotes", "endnotes", "comments", "commentsExtended"} {
		if guess := dir + role + ".xml"; f.parts[role] == "" && f.has(guess) {
			f.parts[role] = guess
		}
	}
	return f, f.readTitle(top["core-properties"])
}

// relations reads a relationship part: type -> target within the file. The
// first of a type wins.
func (f *docxFile) relations(part, dir string) (map[string]string, error) {
	targets := map[string]string{}
	err := f.readOptional(part, func(x *xmlStream, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			role := path.Base(attrOf(e, "Type"))
			if _, known := targets[role]; !known && attrOf(e, "TargetMode") != "External" {
				target := strings.ReplaceAll(attrOf(e, "Target"), `\`, "/")
				if !strings.HasPrefix(target, "/") {
					target = dir + target
				}
				targets[role] = strings.TrimPrefix(path.Clean(target), "/")
			}
			return x.skip()
		})
	})
	return targets, err
}

// readTitle takes the title from the file's properties, unless a program
// wrote its own name there.
func (f *docxFile) readTitle(part string) error {
	return f.readOptional(part, func(x *xmlStream, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			if e.Name.Local != "title" {
				return x.skip()
			}
			title, err := x.text()
			if title = strings.TrimSpace(title); !strings.HasPrefix(title, "Microsoft Word") {
				f.title = title
			}
			return err
		})
	})
}

// read streams a part through root, which is given its outermost element.
func (f *docxFile) read(part string, root func(*xmlStream, xml.StartElement) error) error {
	content, err := f.open(part)
	if err != nil {
		return err
	}
	defer content.Close()
	return readXML(f.ctx, content, part, root)
}

// readOptional is read for a part that the text can be read without: if it is
// missing nothing happens, if it is damaged a doubt is noted.
func (f *docxFile) readOptional(part string, root func(*xmlStream, xml.StartElement) error) error {
	if !f.has(part) {
		return nil
	}
	err := f.read(part, root)
	if data.CodeOf(err) == CodeDamaged {
		f.doubt("doubt.part-unreadable")
		return nil
	}
	return err
}

func (f *docxFile) doubt(id string) {
	for _, d := range f.doubts {
		if d == id {
			return
		}
	}
	f.doubts = append(f.doubts, id)
}
