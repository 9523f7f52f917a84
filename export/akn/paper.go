package akn

import (
	"bytes"
	"context"
	"slices"
	"strconv"

	"travaux/data"
	"travaux/export"
)

// WritePaper gives a paper as a file: what stands at its head is the preface, its
// headings open sections within one another, and its marking, if it is confidential,
// begins and ends it. An amendment, which has no sections, has headings and contents in
// turn. A paper without any trace of who made it names nobody.
//
// Every element with a number in the text has an eId by its place. Its wId is the same
// in all languages, and wherever a template moves the part in which it stands: it
// counts within that part. A paragraph whose end came or went with a change has the
// class "inserted" or "deleted".
func WritePaper(ctx context.Context, d export.Document) ([]byte, error) {
	kind := documentOf(d.Kind)
	w := &paper{d: d, kind: kind, counted: map[string]int{}}
	w.raw(head)
	w.open(kind.element, "name", kind.name)
	w.raw("\n")
	id := identification{
		date: dated(d.Date), lang: d.Lang, title: d.Title, subject: d.Subject, short: d.RunningHead, who: d.Author, subtype: kind.subtype, number: slug(d.Kind, "paper"),
	}
	actor := "delegation"
	if d.Anonymous {
		id.who, actor = "", "un"
	}
	id.work = "/akn/un/" + kind.element + "/" + kind.subtype + "/" + actor + "/" + id.date + "/" + id.number
	w.identity(id)
	body := w.preface()
	w.sections(body)
	if err := w.body(ctx); err != nil {
		return nil, err
	}
	if d.Marking != "" {
		w.open("conclusions", "xml:lang", string(d.Lang))
		w.marking()
		w.raw("</conclusions>\n")
	}
	w.raw("</" + kind.element + ">\n</akomaNtoso>\n")
	return bytes.ToValidUTF8(w.b.Bytes(), nil), nil
}

// paper writes a document.
type paper struct {
	markup
	d       export.Document
	kind    document
	root    section
	headed  []*section // in the order of the document's headings
	counted map[string]int
	notes   int
}

// section is a heading with what stands under it.
type section struct {
	name     string // of its element; "" of the root
	eID, wID string
	level    int
	part     string // in which it begins
	heading  []export.Span
	remark   []export.Span // of a heading with changes
	blocks   []placed
	inner    []*section
}

// placed is a block and the part in which it stands.
type placed struct {
	export.Block
	part string
}

// names of sections within one another, and what they are called in an eId.
//
// Source: AKN Naming Convention 1.0, section 5.
var names = [...]struct{ element, abbreviated string }{{"section", "sec"}, {"subsection", "subsec"}, {"subdivision", "subdvs"}}

// preface writes what stands at the head and gives the number of the first block that
// does not.
func (w *paper) preface() int {
	w.open("preface", "xml:lang", string(w.d.Lang))
	w.raw("\n")
	w.marking()
	titled, n := false, 0
	for _, b := range w.d.Blocks {
		switch v := b.(type) {
		case export.Letterhead:
			w.raw("<p class=\"letterhead\">")
			if w.d.Anonymous {
				w.text(v.Name)
			} else {
				w.inline("docProponent", v.Name)
			}
			w.raw("</p>\n")
			for _, l := range v.Lines {
				w.line("address", l)
			}
		case export.Title:
			w.raw("<p class=\"title\">")
			w.inline("docTitle", v.Text)
			w.raw("</p>\n")
			if v.Subtitle != "" {
				w.line("subtitle", v.Subtitle)
			}
			titled = true
		case export.Fields:
			w.fields(v, place{eID: "preface", wID: "preface"})
		case export.Rule:
		default:
			if !titled { // a text that begins at once has its title all the same
				w.raw("<p class=\"title\">")
				w.inline("docTitle", w.d.Title)
				w.raw("</p>\n")
			}
			w.raw("</preface>\n")
			return n
		}
		n++
	}
	if !titled {
		w.raw("<p/>\n")
	}
	w.raw("</preface>\n")
	return n
}

func (w *paper) marking() {
	if w.d.Marking != "" {
		w.line("marking", w.d.Marking)
	}
}

func (w *paper) line(class, words string) {
	w.open("p", "class", class)
	w.words(words)
	w.raw("</p>\n")
}

func (w *paper) inline(name, words string) {
	w.open(name)
	w.words(words)
	w.close(name)
}

// sections puts the blocks from one on under their headings and gives every heading its
// identity.
func (w *paper) sections(from int) {
	open := []*section{&w.root}
	for i, b := range w.d.Blocks[from:] {
		part := w.partOf(from + i)
		var heading, remark []export.Span
		level := 0
		switch v := b.(type) {
		case export.Paragraph:
			if v.Legend { // changes are elements here, and look as a program has them
				continue
			}
		case export.Heading:
			heading, level = []export.Span{{Text: v.Text}}, max(v.Level, 1)
		case export.Revised:
			if _, listed := v.Outline(); listed {
				heading, remark, level = v.Spans, v.Note, max(v.Level, 1)
			}
		}
		if level == 0 {
			within := open[len(open)-1]
			within.blocks = append(within.blocks, placed{b, part})
			continue
		}
		s := &section{level: level, part: part, heading: heading, remark: remark}
		w.headed = append(w.headed, s)
		if w.kind.element == "amendment" {
			w.root.blocks = append(w.root.blocks, placed{amendmentHeading{b, s}, part})
			s.eID, s.wID = w.next(place{}.in(part), "amendmentHeading")
			continue
		}
		for len(open) > 1 && open[len(open)-1].level >= level {
			open = open[:len(open)-1]
		}
		within := open[len(open)-1]
		n := names[min(len(open), len(names))-1]
		s.name = n.element
		s.eID, s.wID = w.next(within.place(part), n.abbreviated)
		within.inner = append(within.inner, s)
		open = append(open, s)
	}
}

// partOf is the part in which a block stands.
func (w *paper) partOf(block int) string {
	for _, p := range slices.Backward(w.d.Parts) {
		if p.From <= block {
			return slug(p.ID, "part")
		}
	}
	return ""
}

// place is where an element stands: what its identities begin with.
type place struct{ eID, wID string }

// in is a place outside all sections, in a part.
func (p place) in(part string) place { return place{p.eID, part} }

// place is that of what stands in a section; a part that begins within it counts anew.
func (s *section) place(part string) place {
	if s.name == "" || part != s.part {
		return place{s.eID, part}
	}
	return place{s.eID, s.wID}
}

// next gives the next element of a name in a place its identities.
func (w *paper) next(in place, name string) (eID, wID string) {
	count := func(kind, within string) string {
		prefix := name
		if within != "" {
			prefix = within + "__" + name
		}
		w.counted[kind+prefix]++
		return prefix + "_" + strconv.Itoa(w.counted[kind+prefix])
	}
	return count("e ", in.eID), count("w ", in.wID)
}

// amendmentHeading stands among the blocks of an amendment.
type amendmentHeading struct {
	export.Block
	*section
}

// body writes the sections, or the headings and contents of an amendment.
func (w *paper) body(ctx context.Context) error {
	name := "mainBody"
	if w.kind.element == "amendment" {
		name = "amendmentBody"
	}
	w.open(name, "xml:lang", string(w.d.Lang))
	w.raw("\n")
	before := w.b.Len()
	for i, b := range w.root.blocks {
		if ctx.Err() != nil {
			return data.E(data.CodeCancelled).Because(ctx.Err())
		}
		if name == "mainBody" {
			w.block(b.Block, w.root.place(b.part))
			continue
		}
		if h, ok := b.Block.(amendmentHeading); ok {
			w.open("amendmentHeading", "eId", h.eID, "wId", h.wID)
			w.raw("<p>")
			w.heading(h.section)
			w.raw("</p></amendmentHeading>\n")
			continue
		}
		if i == 0 || isHeading(w.root.blocks[i-1]) {
			w.raw("<amendmentContent>\n")
		}
		inside := w.b.Len()
		w.block(b.Block, w.root.place(b.part))
		last := i+1 == len(w.root.blocks) || isHeading(w.root.blocks[i+1])
		if last && w.b.Len() == inside {
			w.raw("<p/>")
		}
		if last {
			w.raw("</amendmentContent>\n")
		}
	}
	for _, s := range w.root.inner {
		if ctx.Err() != nil {
			return data.E(data.CodeCancelled).Because(ctx.Err())
		}
		w.section(s)
	}
	if w.b.Len() == before { // a body is never empty
		if name == "mainBody" {
			w.raw("<p/>\n")
		} else {
			w.raw("<amendmentContent><p/></amendmentContent>\n")
		}
	}
	w.raw("</" + name + ">\n")
	return nil
}

func isHeading(b placed) bool {
	_, ok := b.Block.(amendmentHeading)
	return ok
}

func (w *paper) heading(s *section) {
	w.spans(s.heading)
	if len(s.remark) > 0 {
		w.note(s.remark, "side")
	}
}

func (w *paper) section(s *section) {
	w.open(s.name, "eId", s.eID, "wId", s.wID)
	w.raw("\n<heading>")
	w.heading(s)
	w.raw("</heading>\n")
	around := "content"
	if len(s.inner) > 0 {
		around = "intro"
	}
	if around == "content" || len(s.blocks) > 0 {
		w.raw("<" + around + ">\n")
		for _, b := range s.blocks {
			w.block(b.Block, s.place(b.part))
		}
		w.raw("</" + around + ">\n")
	}
	for _, in := range s.inner {
		w.section(in)
	}
	w.raw("</" + s.name + ">\n")
}
