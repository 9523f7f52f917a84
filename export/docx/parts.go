package docx

import (
	"archive/zip"
	"bytes"
	"strconv"

	"travaux/export"
)

// part is a file of the package; its type and relation are "" for those that
// are found by their place.
type part struct {
	name, kind, relation string
	content              []byte
}

// pack puts the parts together. A zip without times is the same whenever it is
// made.
func (w *writer) pack() ([]byte, error) {
	first := []part{
		{"docProps/core.xml", coreType, packageNS + "relationships/metadata/core-properties", w.coreProperties()},
		{"docProps/app.xml", extendedType, documentNS + "/extended-properties", w.extendedProperties()},
	}
	words := []part{
		{"word/styles.xml", wordType + "styles+xml", documentNS + "/styles", w.styles()},
		{"word/settings.xml", wordType + "settings+xml", documentNS + "/settings", w.settings()},
		{"word/fontTable.xml", wordType + "fontTable+xml", documentNS + "/fontTable", w.fontTable()},
		{"word/header1.xml", wordType + "header+xml", documentNS + "/header", w.header(w.doc.RunningHead)},
		{"word/header2.xml", wordType + "header+xml", documentNS + "/header", w.header("")},
		{"word/footer1.xml", wordType + "footer+xml", documentNS + "/footer", w.footer()},
		{"word/footer2.xml", wordType + "footer+xml", documentNS + "/footer", w.footer()},
	}
	if w.comments.Len() > 0 {
		words = append(words, part{"word/comments.xml", wordType + "comments+xml", documentNS + "/comments", w.commentPart()})
	}
	document := part{"word/document.xml", wordType + "document.main+xml", documentNS + "/officeDocument", w.document(words)}
	all := append([]part{document}, append(words, first...)...)
	files := []part{
		{name: "[Content_Types].xml", content: contentTypes(all)},
		{name: "_rels/.rels", content: relations(append([]part{document}, first...), "")},
		{name: "word/_rels/document.xml.rels", content: relations(words, "word/")},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range append(files, all...) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(p.content); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func contentTypes(parts []part) []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("Types", "xmlns", packageNS+"content-types")
	m.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	m.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	for _, p := range parts {
		m.empty("Override", "PartName", "/"+p.name, "ContentType", p.kind)
	}
	m.end("Types")
	return m.Bytes()
}

// relations names the parts to the one that uses them, relative to its folder.
func relations(parts []part, folder string) []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("Relationships", "xmlns", packageNS+"relationships")
	for i, p := range parts {
		m.empty("Relationship", "Id", relation(i), "Type", p.relation, "Target", p.name[len(folder):])
	}
	m.end("Relationships")
	return m.Bytes()
}

func relation(i int) string { return "rId" + strconv.Itoa(i+1) }

// document is the main part: the blocks and, at its end, the section.
func (w *writer) document(parts []part) []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:document", "xmlns:w", mainNS, "xmlns:r", documentNS)
	m.begin("w:body")
	m.Write(w.body.Bytes())
	m.begin("w:sectPr")
	use := func(tag, which, name string) {
		for i, p := range parts {
			if p.name == name {
				m.empty(tag, "w:type", which, "r:id", relation(i))
			}
		}
	}
	use("w:headerReference", "default", "word/header1.xml")
	use("w:headerReference", "first", "word/header2.xml")
	use("w:footerReference", "default", "word/footer1.xml")
	use("w:footerReference", "first", "word/footer2.xml")
	s := w.sheet()
	size := []string{"w:w", strconv.Itoa(s.width), "w:h", strconv.Itoa(s.height)}
	if w.doc.Landscape {
		size = append(size, "w:orient", "landscape")
	}
	m.empty("w:pgSz", size...)
	m.empty("w:pgMar", "w:top", strconv.Itoa(s.top), "w:right", strconv.Itoa(s.side), "w:bottom", strconv.Itoa(s.bottom), "w:left", strconv.Itoa(s.side),
		"w:header", "720", "w:footer", "640", "w:gutter", "0")
	if !w.hasRevised() {
		m.empty("w:titlePg") // a paper has a cover, a text has not
	}
	if w.doc.Lang.RightToLeft() {
		m.empty("w:bidi")
	}
	m.end("w:sectPr")
	m.end("w:body")
	m.end("w:document")
	return m.Bytes()
}

// header is the marking of what is confidential, if it is, and a running head.
func (w *writer) header(text string) []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:hdr", "xmlns:w", mainNS)
	if w.doc.Marking != "" {
		w.open(&m, format{style: styleHeader})
		w.plain(&m, []export.Span{{Text: w.doc.Marking, Mark: export.Strong}})
		m.end("w:p")
	}
	w.open(&m, format{style: styleHeader, rule: text != ""})
	w.plain(&m, []export.Span{{Text: text}})
	m.end("w:p")
	m.end("w:hdr")
	return m.Bytes()
}

// footer has what the paper is about and "3/12".
func (w *writer) footer() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:ftr", "xmlns:w", mainNS)
	w.open(&m, format{style: styleFooter, tab: w.sheet().measure()})
	w.plain(&m, []export.Span{{Text: w.doc.Subject + "\t"}})
	w.field(&m, "PAGE", "1")
	w.plain(&m, []export.Span{{Text: "/"}})
	w.field(&m, "NUMPAGES", "1")
	m.end("w:p")
	if w.doc.Marking != "" {
		w.open(&m, format{style: styleHeader})
		w.plain(&m, []export.Span{{Text: w.doc.Marking, Mark: export.Strong}})
		m.end("w:p")
	}
	m.end("w:ftr")
	return m.Bytes()
}

func (w *writer) settings() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:settings", "xmlns:w", mainNS)
	if w.hasRevised() {
		m.empty("w:trackRevisions")
	}
	m.value("w:defaultTabStop", strconv.Itoa(depthIndent))
	m.value("w:characterSpacingControl", "doNotCompress")
	m.begin("w:compat")
	m.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	m.end("w:compat")
	l := localeOf(w.doc.Lang)
	m.empty("w:themeFontLang", "w:val", l.latin, "w:eastAsia", l.eastAsian, "w:bidi", l.complex)
	m.end("w:settings")
	return m.Bytes()
}

func (w *writer) coreProperties() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("cp:coreProperties", "xmlns:cp", packageNS+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	m.element("dc:title", w.doc.Title)
	m.element("dc:subject", w.doc.Subject)
	m.element("dc:creator", w.doc.Author)
	m.element("dc:language", string(w.doc.Lang))
	m.element("cp:lastModifiedBy", w.author)
	m.element("dcterms:created", w.date, "xsi:type", "dcterms:W3CDTF")
	m.element("dcterms:modified", w.date, "xsi:type", "dcterms:W3CDTF")
	m.end("cp:coreProperties")
	return m.Bytes()
}

func (w *writer) extendedProperties() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("Properties", "xmlns", extendedNS)
	m.element("Application", Author)
	m.end("Properties")
	return m.Bytes()
}
