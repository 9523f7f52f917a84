package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

func decimal(n int) string { return strconv.Itoa(n) }

// pack puts the parts of a file into one order, without times of day, and with
// properties of ours instead of the library's.
func (b *book) pack(file []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		parts[f.Name] = content
	}
	for name, content := range parts { // heights are as the words need, not as somebody set them
		if strings.HasPrefix(name, "xl/worksheets/") {
			parts[name] = bytes.ReplaceAll(content, []byte(`" customHeight="1"`), []byte(`"`))
		}
	}
	parts["docProps/core.xml"], parts["docProps/app.xml"] = b.core(), b.app()
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(x, y string) int { // the list of types comes first (ECMA-376, part 2)
		return cmp.Or(cmp.Compare(lead(x), lead(y)), cmp.Compare(x, y))
	})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(parts[name]); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

func lead(name string) int {
	switch name {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// core are the properties that a reader sees (ECMA-376, part 2, section 11).
func (b *book) core() []byte {
	var m strings.Builder
	m.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	element := func(tag, text string) {
		if text != "" {
			m.WriteString("<" + tag + ">")
			_ = xml.EscapeText(&m, []byte(fit(text)))
			m.WriteString("</" + tag + ">")
		}
	}
	element("dc:title", b.title)
	element("dc:subject", b.about)
	element("dc:creator", b.author)
	element("dc:language", string(b.lang))
	if !b.date.IsZero() {
		for _, tag := range []string{"created", "modified"} {
			m.WriteString(`<dcterms:` + tag + ` xsi:type="dcterms:W3CDTF">` + b.date.UTC().Format(time.RFC3339) + `</dcterms:` + tag + `>`)
		}
	}
	m.WriteString(`</cp:coreProperties>`)
	return []byte(m.String())
}

// app are the properties that programs keep for themselves: none.
func (b *book) app() []byte {
	return []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`)
}
