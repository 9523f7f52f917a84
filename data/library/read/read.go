// Package read turns a document of agreed language, a consensus report, a
// resolution or a treaty, into the paragraphs of a library, each with the
// pointer by which it is cited.
//
// It imports data, data/library and data/text, and knows no file format.
//
// Invariants:
//   - the text of a line is verbatim what the outline has at one place;
//   - a path occurs once in a document, and is the same in all its languages;
//   - what has no pointer of its own has that of what it stands in, or none: a
//     pointer is never guessed.
package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/data"
	"travaux/data/library"
	"travaux/data/text"
)

// Document is what one file says, in one language.
type Document struct {
	Lang   data.Lang
	Symbol string // "" if the file does not say it
	Title  string // "" if it has none
	Date   data.Date
	Kind   data.WorkKind
	Lines  []library.Line
}

// Read reads a document. With lang "" the language is found out. It accepts
// everything: a file without any structure gives paragraphs without pointers.
// Tracked changes are for the caller to settle before.
func Read(src *text.Source, lang data.Lang) Document {
	o := text.Parse(src, lang)
	d := Document{Lang: o.Lang, Symbol: symbolOf(src), Date: src.Date}
	d.Title = titleOf(src, o)
	nodes := placed(o)
	d.Kind = kindOf(d.Symbol, nodes)
	pointers := pointersOf(nodes, d.Kind)
	for i, n := range nodes {
		if said := strings.TrimSpace(n.Text); quotable(n.Kind) && !strings.Contains(n.path, "front") && worded(said) {
			d.Lines = append(d.Lines, library.Line{Path: n.path, Pointer: pointers[i], Text: said})
		}
	}
	return d
}

// node is a place of an outline.
type node struct {
	*text.Node
	path  string // with the annex that the place stands in
	parts []part // path, understood
}

// placed gives the places of an outline with the annex that they stand in: that
// of a resolution is often a text with a title of its own, labelled so.
func placed(o *text.Outline) []node {
	var out []node
	annex := ""
	for i := range o.Nodes {
		n := &o.Nodes[i]
		if n.Kind == data.KindTitle && i > 0 && n.Number.Unit == "annex" {
			annex = "annex"
			if n.Number.Value > 0 {
				annex = "annex" + n.Number.Elem()
			}
		}
		path := n.Path
		if annex != "" && !strings.HasPrefix(path, "annex") && !strings.HasPrefix(path, "res/") {
			path = annex + "/" + path
		}
		out = append(out, node{n, path, partsOf(path)})
	}
	return out
}

// quotable reports the kinds of provision whose words are quoted: not what only
// opens or heads a document.
func quotable(k data.Kind) bool {
	switch k {
	case data.KindRecital, data.KindParagraph, data.KindPoint, data.KindFlush, data.KindArticle, data.KindSection, data.KindChapter,
		data.KindPart, data.KindAnnex, data.KindNote, data.KindFootnote, data.KindText:
		return true
	}
	return false
}

// worded reports whether a text has at least two words, a Chinese character
// being one.
func worded(s string) bool {
	words, inside := 0, false
	for _, r := range s {
		letter := unicode.IsLetter(r)
		if letter && (!inside || unicode.Is(unicode.Han, r)) {
			words++
		}
		inside = letter || inside && unicode.IsMark(r)
	}
	return words > 1
}

// symbolOf is the document symbol that a source says or begins with.
func symbolOf(src *text.Source) string {
	if src.Symbol != "" {
		return src.Symbol
	}
	for _, b := range src.Blocks[:min(len(src.Blocks), 12)] {
		if found := text.FindSymbols(b.Text); len(found) == 1 && utf8.RuneCountInString(strings.TrimSpace(b.Text)) <= 40 {
			return string([]rune(b.Text)[found[0].Start:found[0].End])
		}
	}
	return ""
}

// titleMost is how many runes of a title are kept.
const titleMost = 200

// titleOf is the title that a source says, else that of its outline.
func titleOf(src *text.Source, o *text.Outline) string {
	title := ""
	for i := range o.Nodes {
		if o.Nodes[i].Kind == data.KindTitle {
			title = o.Nodes[i].Text
			break
		}
	}
	if strings.TrimSpace(title) == "" {
		title = src.Title
	}
	title = strings.Join(strings.Fields(title), " ")
	if number, rest, ok := strings.Cut(title, ". "); ok && strings.Trim(number, "0123456789/") == "" {
		title = strings.TrimSpace(rest) // "76/120. Strengthening…" of a resolution
	}
	if runes := []rune(title); len(runes) > titleMost {
		title = strings.TrimSpace(string(runes[:titleMost])) + "…"
	}
	return title
}

// kindOf tells what a document is by its symbol, else by how it is built.
func kindOf(symbol string, nodes []node) data.WorkKind {
	articles, opening := 0, false
	for _, n := range nodes {
		if n.Kind == data.KindArticle {
			articles++
		}
		opening = opening || strings.HasSuffix(n.Path, "pre/opening") || n.Kind == data.KindResolution
	}
	switch {
	case strings.Contains(symbol, "/RES/"):
		return data.WorkResolution
	case articles > 2:
		return data.WorkTreaty
	case opening:
		return data.WorkResolution
	case symbol != "":
		return data.WorkReport
	}
	return data.WorkOther
}
