package intake

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/text"
)

// readAKN reads Akoma Ntoso 3.0 (OASIS LegalDocML), both properly structured
// and as the UN publishes it: flat paragraphs with the number in the text. It
// takes the paragraphs in order; the outline parser finds the structure.
func readAKN(ctx context.Context, content []byte) (*text.Source, error) {
	if len(content) > maxXML {
		return nil, data.E(CodeTooLarge, "limit", "8 MB")
	}
	s, encoding, _ := decode(content, declared(content))
	if longTag(s) {
		return nil, data.E(CodeHostile).Because(errors.New("length of a tag"))
	}
	d := xml.NewDecoder(strings.NewReader(s))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	a := &akn{collector: newCollector(&text.Source{Format: "akn", Encoding: encoding}, look{}), symbolAt: -1}
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		at := d.InputOffset()
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, data.E(CodeDamaged).Because(errNotWellFormed)
		}
		if err := a.token(t, d, int(at)); err != nil {
			return nil, err
		}
	}
	if len(a.open) > 0 || !a.seen {
		return nil, data.E(CodeDamaged).Because(errNotWellFormed)
	}
	a.finish()
	return a.src, nil
}

var errNotWellFormed = errors.New("not well-formed")

// longTag reports a tag longer than any honest one: reading its attributes
// would take many times its size in memory.
func longTag(s string) bool {
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		if strings.HasPrefix(s, "!") {
			continue
		}
		end := strings.IndexByte(s, '>')
		if end < 0 {
			end = len(s)
		}
		if end > maxTag {
			return true
		}
		s = s[end:]
	}
}

// declared returns the encoding that an XML declaration names.
func declared(content []byte) string {
	head := content[:min(len(content), 200)]
	_, after, ok := bytes.Cut(head, []byte("encoding="))
	if !ok || len(after) < 3 {
		return ""
	}
	if end := bytes.IndexByte(after[1:], after[0]); end > 0 {
		return string(after[1 : end+1])
	}
	return ""
}

// akn walks the elements of an Akoma Ntoso file.
type akn struct {
	collector
	open     []element
	seen     bool // the root element
	meta     int  // depth of open meta elements
	num      string
	inNum    bool
	rows     int
	cols     int
	notes    []noteFrame
	symbolAt int // byte of the paragraph where the document symbol begins; -1: not in it
}

type element struct {
	name  string
	style look // as it was outside
}

// inlineElements do not end a paragraph.
var inlineElements = set("a abbr affectedDocument authorialNote b change civilCitation concept copy courtType date def del docAuthority docCommittee docDate docIntroducer docJurisdiction docketNumber docNumber docProponent docPurpose docStage docStatus docTitle docType embeddedText entity eol event extractText fillIn fontWeight i img inline ins judge lawyer legislature location marker mmod mod mref narrative neutralCitation noteRef object omissis opinion organization outcome party person placeholder process quantity quotedText ref relatedDocument remark rmod role rref scene session shortTitle signature span source sub sup term time u vote")

// headed are elements whose number and heading form one heading.
var headed = set("article chapter part section subsection subchapter title subtitle book tome division hcontainer rule proviso attachment annex")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func (a *akn) token(t xml.Token, d *xml.Decoder, offset int) error {
	switch t := t.(type) {
	case xml.Directive:
		return data.E(CodeHostile).Because(errors.New("document type declaration"))
	case xml.StartElement:
		if len(a.open) >= maxDepth || len(a.src.Blocks)+len(a.after) > maxBlocks {
			return data.E(CodeHostile).Because(errors.New("nesting or number of paragraphs"))
		}
		if !a.seen && !strings.EqualFold(t.Name.Local, "akomaNtoso") {
			return data.E(CodeUnknown)
		}
		a.seen = true
		a.open = append(a.open, element{t.Name.Local, a.style})
		a.offset = offset
		a.line, _ = d.InputPos()
		a.start(t)
	case xml.EndElement:
		if len(a.open) == 0 || a.open[len(a.open)-1].name != t.Name.Local {
			return data.E(CodeDamaged).Because(errNotWellFormed)
		}
		a.end(t.Name.Local)
		a.style = a.open[len(a.open)-1].style
		a.open = a.open[:len(a.open)-1]
	case xml.CharData:
		if a.meta == 0 {
			if a.inNum {
				a.num += string(t)
			} else {
				a.write(string(t))
			}
		}
	}
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, at := range t.Attr {
		if at.Name.Local == name {
			return at.Value
		}
	}
	return ""
}

func (a *akn) start(t xml.StartElement) {
	name := t.Name.Local
	if name == "meta" {
		a.meta++
	}
	if a.meta > 0 {
		a.metadata(name, t)
		return
	}
	class := attribute(t, "class")
	if inlineElements[name] {
		a.inline(name, class, t)
		return
	}
	a.flush()
	if class != "" && name != "p" {
		a.style.class = class
	}
	switch name {
	case "num":
		a.flushNum()
		a.inNum = true
	case "coverPage", "conclusions", "toc":
		a.style.kind = text.BlockHidden
	case "preface", "longTitle":
		a.style.class, a.style.heading = "title", true
	case "heading", "subheading":
		a.style.heading = true
	case "preamble":
		a.style.class = "recital"
	case "doc", "statement", "act", "bill", "amendment", "documentCollection":
		a.document(t)
	case "table":
		a.tables++
		a.rows = 0
	case "tr":
		a.rows, a.cols = a.rows+1, 0
	case "td", "th":
		a.cols++
		a.style.kind, a.style.row, a.style.col, a.style.table = text.BlockCell, a.rows, a.cols, a.tables
	}
}

// document notes which component of the file follows.
func (a *akn) document(t xml.StartElement) {
	if l := attribute(t, "lang"); l != "" && a.src.Lang == "" {
		a.src.Lang, _ = data.ParseLang(strings.ToLower(l)[:min(2, len(l))])
	}
	if t.Name.Local == "doc" {
		a.style.container = attribute(t, "name")
	}
}

func (a *akn) inline(name, class string, t xml.StartElement) {
	a.style.bold = a.style.bold || name == "b" || strings.Contains(class, "bold")
	a.style.italic = a.style.italic || name == "i" || strings.Contains(class, "italic")
	a.style.underline = a.style.underline || name == "u" || strings.Contains(class, "underline")
	a.style.strike = a.style.strike || strings.Contains(class, "strike")
	switch name {
	case "ins":
		a.style.tracked = data.TrackInserted
	case "del":
		a.style.tracked = data.TrackDeleted
	case "eol":
		a.write("\u2028")
	case "docNumber":
		if attribute(t, "refersTo") == "#symbol" {
			a.symbolAt = a.text.Len()
		}
	case "authorialNote":
		a.beginNote(attribute(t, "marker"))
	}
}

func (a *akn) end(name string) {
	if name == "meta" {
		a.meta--
		return
	}
	if a.meta > 0 {
		return
	}
	switch {
	case name == "num":
		a.inNum = false
		a.num = strings.TrimSpace(collapse(a.num))
		return
	case name == "authorialNote":
		a.endNote()
		return
	case name == "docNumber" && a.symbolAt >= 0:
		if a.src.Symbol == "" {
			a.src.Symbol = strings.TrimSpace(a.text.String()[min(a.symbolAt, a.text.Len()):])
		}
		a.symbolAt = -1
		return
	case inlineElements[name]:
		return
	}
	a.flush()
	if headed[name] || name == "paragraph" || name == "point" || name == "attachments" {
		a.flushNum()
	}
}

// flush ends the open paragraph and gives it the number before it.
func (a *akn) flush() {
	if strings.TrimSpace(a.text.String()) == "" && a.num != "" {
		a.reset()
		return
	}
	if b := a.take(); b != nil && a.num != "" && b.Kind != text.BlockFootnote {
		b.Label, a.num = a.num, ""
		if b.Kind == text.BlockHeading {
			b.Style = a.headedBy(b.Style)
		}
	}
}

// headedBy returns the name of the nearest element that has headings.
func (a *akn) headedBy(class string) string {
	for i := len(a.open) - 1; i >= 0; i-- {
		if headed[a.open[i].name] {
			return a.open[i].name
		}
	}
	return class
}

// flushNum keeps a number that no text followed.
func (a *akn) flushNum() {
	if a.num == "" {
		return
	}
	b := text.Block{Label: a.num, Break: "\n", Style: a.headedBy(a.style.class), Line: a.line, Offset: a.offset}
	if headed[b.Style] {
		b.Kind = text.BlockHeading
	}
	a.src.Blocks = append(a.src.Blocks, b)
	a.num = ""
}

// metadata takes language, date and number from the identification.
func (a *akn) metadata(name string, t xml.StartElement) {
	switch name {
	case "FRBRlanguage":
		if a.src.Lang == "" {
			a.src.Lang = threeLetters[attribute(t, "language")]
		}
	case "FRBRdate":
		if day, err := time.Parse("2006-01-02", attribute(t, "date")); err == nil && a.src.Date.IsZero() {
			a.src.Date = data.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}
		}
	}
}

var threeLetters = map[string]data.Lang{
	"ara": data.Arabic, "zho": data.Chinese, "chi": data.Chinese, "eng": data.English, "fra": data.French, "fre": data.French,
	"rus": data.Russian, "spa": data.Spanish, "ar": data.Arabic, "zh": data.Chinese, "en": data.English, "fr": data.French, "ru": data.Russian, "es": data.Spanish,
}

// noteFrame keeps the paragraph that a footnote interrupts.
type noteFrame struct {
	outer collector
	id    string
}

func (a *akn) beginNote(mark string) {
	id := "fn" + itoa(len(a.src.Notes)+1)
	at := text.Place{Block: len(a.src.Blocks), Rune: utf8.RuneCountInString(a.text.String())}
	a.src.Notes = append(a.src.Notes, text.Note{ID: id, Mark: mark, At: at})
	frame := noteFrame{outer: a.collector, id: id}
	a.notes = append(a.notes, frame)
	a.collector = newCollector(&text.Source{}, look{kind: text.BlockFootnote, note: id})
}

func (a *akn) endNote() {
	if len(a.notes) == 0 {
		return
	}
	a.take()
	frame := a.notes[len(a.notes)-1]
	a.notes = a.notes[:len(a.notes)-1]
	blocks := append(a.src.Blocks, a.after...)
	a.collector = frame.outer
	a.after = append(a.after, blocks...)
}

// finish puts the footnotes after the text.
func (a *akn) finish() {
	a.flush()
	a.flushNum()
	a.src.Blocks = append(a.src.Blocks, a.after...)
}
