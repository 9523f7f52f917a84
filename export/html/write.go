package html

import (
	"context"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

const id = "html"

// Format is HTML for the list of formats.
var Format = export.Format{
	ID: id, Ending: ".html",
	Write: func(ctx context.Context, doc export.Document, _ export.FileOptions) ([]byte, error) {
		return Write(ctx, doc)
	},
	Read: func(file []byte, _ export.FileOptions) (string, error) { return Read(file) },
}

// Write makes the file. It raises data.CodeCancelled and nothing else.
func Write(ctx context.Context, doc export.Document) ([]byte, error) {
	w := &writer{doc: doc, look: lookOf(doc), loc: translations.New(string(doc.Lang))}
	w.WriteString("<!DOCTYPE html>\n")
	w.begin("html", append([]string{"xmlns", "http://www.w3.org/1999/xhtml"}, w.language(doc.Lang, true)...)...)
	w.WriteString("\n<head>\n")
	w.empty("meta", "charset", "utf-8")
	w.WriteByte('\n')
	title := strings.TrimSpace(doc.Title)
	if title == "" {
		title = w.loc.Name("format", id)
	}
	w.element("title", title)
	w.WriteString("\n</head>\n")
	// The direction stands on a block too, because mail programs drop the body around
	// what is pasted.
	w.begin("body", "style", "margin:0;background:#ffffff")
	w.begin("div", append(w.language(doc.Lang, true), "style", w.look.body())...)
	w.WriteByte('\n')
	w.marking()
	for _, b := range doc.Blocks {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		w.block(b)
	}
	w.closing()
	w.marking()
	w.WriteString("</div></body>\n</html>\n")
	return w.Bytes(), nil
}

// writer collects the elements of one file.
type writer struct {
	markup
	doc      export.Document
	look     look
	loc      *translations.Localizer
	headings int
	notes    []string
}

// aligned are the elements of which each says for itself which way it runs in a document
// that runs from right to left, because mail programs drop what stands around them.
const aligned = " p h1 h2 h3 h4 table td th "

// begin opens an element as markup does, and says which way it runs where it must.
func (w *writer) begin(tag string, attributes ...string) {
	if w.doc.Lang.RightToLeft() && strings.Contains(aligned, " "+tag+" ") && !slices.Contains(attributes, "dir") {
		attributes = append([]string{"dir", "rtl"}, attributes...)
		if i := slices.Index(attributes, "style") + 1; i > 0 && tag != "table" && !strings.Contains(attributes[i], "text-align") {
			attributes[i] += ";text-align:right"
		}
	}
	w.markup.begin(tag, attributes...)
}

// language says in which language something is, and which way it runs; nothing where
// that is the document's.
func (w *writer) language(l data.Lang, always bool) []string {
	if !always && (l == "" || l == w.doc.Lang) {
		return nil
	}
	direction := "ltr"
	if l.RightToLeft() {
		direction = "rtl"
	}
	name := string(l)
	if l == data.Chinese {
		name = "zh-Hans"
	}
	return []string{"lang", name, "dir", direction}
}

func (w *writer) marking() {
	if w.doc.Marking != "" {
		w.line("p", w.doc.Marking, "style", w.look.marking())
	}
}

// line writes an element of words, and ends its line in the file.
func (w *writer) line(tag, text string, attributes ...string) {
	w.begin(tag, attributes...)
	w.lines(text)
	w.end(tag)
	w.WriteByte('\n')
}

// heading is a place that the contents lead to.
func (w *writer) heading(level int, words func()) {
	w.headings++
	tag := "h" + strconv.Itoa(min(max(level, 1), export.MostLevels)+1)
	w.begin(tag, "id", placeOf(w.headings), "style", w.look.heading(level))
	words()
	w.end(tag)
	w.WriteByte('\n')
}

func placeOf(n int) string { return "part-" + strconv.Itoa(n) }

// contents lists the headings with links to them.
func (w *writer) contents(c export.Contents) {
	w.line("p", c.Heading, "style", w.look.heading(2))
	for i, h := range w.doc.Headings() {
		if h.Level > c.Depth {
			continue
		}
		w.begin("p", "style", "margin-top:0;margin-bottom:2px;margin-"+w.look.start+":"+strconv.Itoa(16*(h.Level-1))+"px")
		w.element("a", h.Text, "href", "#"+placeOf(i+1), "style", "color:"+navy)
		w.end("p")
		w.WriteByte('\n')
	}
}

// closing puts the notes at the end, each with a way back.
func (w *writer) closing() {
	if len(w.notes) == 0 {
		return
	}
	w.empty("hr", "style", styleRule)
	w.line("p", w.loc.T("paper.notes"), "style", w.look.paragraph(export.Statement))
	for i, note := range w.notes {
		n := strconv.Itoa(i + 1)
		w.begin("p", "id", "note-"+n, "style", w.look.paragraph(export.Fine))
		w.element("a", n, "href", "#to-note-"+n, "style", "color:"+navy)
		w.WriteByte(' ')
		w.lines(note)
		w.end("p")
		w.WriteByte('\n')
	}
}

// picture writes a PNG or JPEG as part of the file, without what it says of its making.
func (w *writer) picture(b []byte) {
	kind := export.PictureType(b)
	if kind == "" {
		return
	}
	w.begin("p", "style", "margin-top:0;margin-bottom:8px;text-align:center")
	w.start("img", []string{
		"src", "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(export.BarePicture(b)),
		"style", "max-height:96px;max-width:320px",
	})
	w.WriteString(` alt=""/></p>` + "\n") // it adorns the name below it
}
