package text

import (
	"context"
	"slices"
	"strings"

	"travaux/data"
	"travaux/export"
	"travaux/translations"
)

// Format is plain text for the list of formats.
var Format = export.Format{
	ID: "text", Ending: ".txt",
	Write: func(ctx context.Context, doc export.Document, _ export.FileOptions) ([]byte, error) {
		return Write(ctx, doc)
	},
	Read: func(file []byte, _ export.FileOptions) (string, error) { return string(file), nil },
}

// Write makes the file. It raises data.CodeCancelled and nothing else.
func Write(ctx context.Context, doc export.Document) ([]byte, error) {
	w := &writer{doc: doc, loc: translations.New(string(doc.Lang))}
	w.marking()
	for _, b := range doc.Blocks {
		if ctx.Err() != nil {
			return nil, data.E(data.CodeCancelled).Because(ctx.Err())
		}
		w.block(b)
	}
	w.closing()
	w.marking()
	return []byte(w.out.String()), nil
}

// writer collects the lines of one file.
type writer struct {
	doc   export.Document
	loc   *translations.Localizer
	out   strings.Builder
	notes []string
	told  bool // how changes are written
}

// Underlines of titles and of headings by their level.
const underlines = "==-."

// longest is how many columns an underline or a row of a table has at most.
const longest = 76

func (w *writer) block(b export.Block) {
	switch b := b.(type) {
	case export.Letterhead:
		w.group(append([]string{b.Name}, b.Lines...)...)
	case export.Title:
		w.heading(b.Text, 0)
		if b.Subtitle != "" {
			w.group(b.Subtitle)
		}
	case export.Fields:
		lines := make([]string, len(b.Rows))
		for i, f := range b.Rows {
			lines[i] = w.labelled(f.Label, f.Value)
		}
		w.group(lines...)
	case export.Contents:
		w.contents(b)
	case export.Heading:
		w.heading(b.Text, b.Level)
	case export.Paragraph:
		w.paragraph(b)
	case export.Entry:
		w.entry(b)
	case export.Code: // the words beside it say the same
		for _, p := range b.Paragraphs {
			w.paragraph(p)
		}
	case export.Revised:
		w.revised(b)
	case export.Table:
		w.table(b)
	case export.Grid:
		w.table(starred(b).Table())
	case export.Chart:
		w.table(b.Table(""))
	case export.Rule:
		w.group("* * *")
	}
}

// group writes lines that stand together, with a blank one above them.
func (w *writer) group(lines ...string) {
	begun := w.out.Len() == 0
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if !begun {
			w.out.WriteByte('\n')
			begun = true
		}
		w.line(l)
	}
}

// line writes one line, a break within it as several.
func (w *writer) line(s string) { w.lineIn(w.doc.Lang, s) }

func (w *writer) lineIn(lang data.Lang, s string) {
	for _, l := range strings.Split(tidy(s), "\n") {
		l = strings.TrimRight(l, " ")
		w.out.WriteString(directed(l, lang) + l + "\n")
	}
}

// marking stands at the beginning and at the end of what is for the delegation.
func (w *writer) marking() {
	if w.doc.Marking != "" {
		w.group("*** " + w.doc.Marking + " ***")
	}
}

func (w *writer) heading(text string, level int) {
	text = tidy(text)
	rule := ""
	for _, l := range strings.Split(text, "\n") {
		rule = longer(rule, strings.Repeat(underlines[min(level, 3):][:1], min(columns(l), longest)))
	}
	if level <= 1 && w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.group(text, rule)
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// contents lists the headings; a text has no pages to send the reader to.
func (w *writer) contents(c export.Contents) {
	lines := []string{c.Heading}
	for _, h := range w.doc.Headings() {
		if h.Level <= c.Depth {
			lines = append(lines, strings.Repeat("  ", h.Level-1)+"- "+h.Text)
		}
	}
	w.group(lines...)
}

func (w *writer) paragraph(p export.Paragraph) {
	if p.Legend {
		w.legend(p)
		return
	}
	if s := w.words(p.Spans); strings.TrimSpace(s) != "" {
		w.out.WriteString(w.between())
		w.lineIn(langOf(p, w.doc.Lang), s)
	}
}

func (w *writer) between() string {
	if w.out.Len() == 0 {
		return ""
	}
	return "\n"
}

func langOf(p export.Paragraph, usual data.Lang) data.Lang {
	if p.Lang != "" {
		return p.Lang
	}
	return usual
}

// entry puts the label before the first of its paragraphs, or on a line of its own
// where that is in another language.
func (w *writer) entry(e export.Entry) {
	for i, p := range e.Paragraphs {
		if i == 0 && e.Label != "" {
			if p.Lang == "" || p.Lang == w.doc.Lang {
				w.group(w.labelled(e.Label, w.words(p.Spans)))
				continue
			}
			w.group(w.labelled(e.Label, ""))
		}
		w.paragraph(p)
	}
}

// labelled joins a label to what it labels, as the language writes it.
func (w *writer) labelled(label, value string) string {
	if label == "" {
		return value
	}
	if (export.Entry{Label: label}).Numbered() {
		return strings.TrimRight(label+" "+value, " ")
	}
	return strings.TrimRight(w.loc.T("plain.labelled", "label", label, "value", value), " ")
}

// breakSign shows a break.
const breakSign = "¶"

// revised writes a paragraph of a revised text; a break that only one version has
// shows its sign.
func (w *writer) revised(r export.Revised) {
	spans := slices.Clone(r.Spans)
	switch last := len(spans) - 1; {
	case r.End == export.Plain:
	case last >= 0 && spans[last].Mark == r.End:
		spans[last].Text += breakSign
	default:
		spans = append(spans, export.Span{Text: breakSign, Mark: r.End})
	}
	words := w.words(spans)
	switch {
	case strings.TrimSpace(words) == "":
	case r.Level > 0:
		w.heading(words, r.Level)
	default:
		w.group(strings.Repeat("    ", r.Depth) + words)
	}
	if note := w.words(r.Note); note != "" {
		w.group(w.loc.T("paper.remark", "note", note))
	}
}

// closing puts the notes at the end.
func (w *writer) closing() {
	if len(w.notes) > 0 {
		w.heading(w.loc.T("paper.notes"), 2)
		lines := make([]string, len(w.notes))
		for i, n := range w.notes {
			lines[i] = raised(i+1) + " " + n
		}
		w.group(lines...)
	}
}
