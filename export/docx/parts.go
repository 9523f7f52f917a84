package docx

import (
	"archive/zip"
	"bytes"
	"strconv"

	"travaux/export"
)

// part is a file of the package; its relation is "" for those that are found by their
// place, its type for those that are known by their ending.
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
	header := func(name string, content []byte) part {
		return part{"word/" + name + ".xml", wordType + "header+xml", documentNS + "/header", content}
	}
	footer := func(name string, content []byte) part {
		return part{"word/" + name + ".xml", wordType + "footer+xml", documentNS + "/footer", content}
	}
	words := []part{ // see headerNext and the others
		header("header1", w.header(w.doc.RunningHead)), header("header2", w.header("")),
		footer("footer1", w.footer(w.doc.Landscape)), footer("footer2", w.footer(w.doc.Landscape)),
	}
	if w.turns() {
		words = append(words, footer("footer3", w.footer(!w.doc.Landscape)))
	}
	if w.picture != nil { // see pictureRelation
		words = append(words, part{pictureName, "", documentNS + "/image", w.picture})
	}
	words = append(words,
		part{"word/styles.xml", wordType + "styles+xml", documentNS + "/styles", w.styles()},
		part{"word/settings.xml", wordType + "settings+xml", documentNS + "/settings", w.settings()},
		part{"word/fontTable.xml", wordType + "fontTable+xml", documentNS + "/fontTable", w.fontTable()})
	if w.noted > 0 {
		words = append(words, part{"word/footnotes.xml", wordType + "footnotes+xml", documentNS + "/footnotes", w.notePart()})
	}
	if w.comments.Len() > 0 {
		words = append(words, part{"word/comments.xml", wordType + "comments+xml", documentNS + "/comments", w.commentPart()})
	}
	document := part{"word/document.xml", wordType + "document.main+xml", documentNS + "/officeDocument", w.document()}
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
		if p.kind == "" {
			m.empty("Default", "Extension", "png", "ContentType", "image/png")
		}
	}
	for _, p := range parts {
		if p.kind == "" {
			continue
		}
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

// document is the main part: the blocks and, at its end, the last section.
func (w *writer) document() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:document", "xmlns:w", mainNS, "xmlns:r", documentNS)
	m.begin("w:body")
	m.Write(w.body.Bytes())
	w.section(&m)
	m.end("w:body")
	m.end("w:document")
	return m.Bytes()
}

// header is the marking of what is confidential, if it is, and a running head.
func (w *writer) header(text string) []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:hdr", "xmlns:w", mainNS)
	w.marking(&m)
	f := format{}
	if text != "" {
		f.style = styleHeader
	}
	w.open(&m, f)
	w.plain(&m, []export.Span{{Text: text}})
	m.end("w:p")
	m.end("w:hdr")
	return m.Bytes()
}

// marking writes that the paper is confidential, if it is.
func (w *writer) marking(m *markup) {
	if w.doc.Marking == "" {
		return
	}
	w.open(m, format{style: styleMarking})
	w.plain(m, []export.Span{{Text: w.doc.Marking}})
	m.end("w:p")
}

// footer has what the paper is about and "3/12".
func (w *writer) footer(landscape bool) []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:ftr", "xmlns:w", mainNS)
	f := format{style: styleFooter}
	if landscape != w.doc.Landscape {
		f.stops = []int{-w.sheet(!landscape).measure(), w.sheet(landscape).measure()}
	}
	w.open(&m, f)
	w.plain(&m, []export.Span{{Text: w.doc.Subject + "\t"}})
	w.folio(&m)
	m.end("w:p")
	w.marking(&m)
	m.end("w:ftr")
	return m.Bytes()
}

// folio writes "3/12". Its figures run from left to right in every language; the signs
// around them hold LibreOffice to it, for which a field has no direction.
func (w *writer) folio(m *markup) {
	run := func(s string) {
		m.begin("w:r")
		words(m, s, settled)
		m.end("w:r")
	}
	number := func(instruction string) {
		m.begin("w:fldSimple", "w:instr", " "+instruction+" ")
		run("1")
		m.end("w:fldSimple")
	}
	sign := func() {
		if w.lang.RightToLeft() {
			run("\u200e")
		}
	}
	sign()
	number("PAGE")
	run("/")
	number("NUMPAGES")
	sign()
}

func (w *writer) settings() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("w:settings", "xmlns:w", mainNS)
	if w.hasRevised() {
		m.empty("w:trackRevisions")
	}
	m.value("w:defaultTabStop", strconv.Itoa(w.scaled(depthIndent)))
	m.value("w:characterSpacingControl", "doNotCompress")
	if w.noted > 0 {
		m.begin("w:footnotePr")
		m.empty("w:footnote", "w:id", noteSeparator)
		m.empty("w:footnote", "w:id", noteContinuation)
		m.end("w:footnotePr")
	}
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
	m.begin("cp:coreProperties", "xmlns:cp", coreNS, "xmlns:dc", dublinNS+"elements/1.1/",
		"xmlns:dcterms", dublinNS+"terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	m.element("dc:title", w.doc.Title)
	m.element("dc:subject", w.doc.Subject)
	if !w.doc.Anonymous {
		m.element("dc:creator", w.doc.Author)
	}
	m.element("dc:language", string(w.doc.Lang))
	if !w.doc.Anonymous {
		m.element("cp:lastModifiedBy", w.author)
	}
	m.element("dcterms:created", w.date, "xsi:type", "dcterms:W3CDTF")
	m.element("dcterms:modified", w.date, "xsi:type", "dcterms:W3CDTF")
	m.end("cp:coreProperties")
	return m.Bytes()
}

func (w *writer) extendedProperties() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.begin("Properties", "xmlns", extendedNS)
	if !w.doc.Anonymous { // few delegations have the program
		m.element("Application", Author)
	}
	m.end("Properties")
	return m.Bytes()
}
