package export

import (
	"travaux/data"
	"travaux/translations"
)

// Original is the note of the United Nations on the language of what stands in
// another than that of its paper: "[Original: English]".
//
// Source: reference on negotiation, sections 7 (i) and 8.
func Original(lang data.Lang, loc *translations.Localizer) string {
	return loc.T("paper.original." + string(lang))
}

// inLang are paragraphs in another language than that of their paper, below the note
// that says so; in of "" they are in that of the paper.
func inLang(in data.Lang, list []Paragraph, loc *translations.Localizer) []Paragraph {
	if in == "" || len(list) == 0 {
		return list
	}
	for i := range list {
		list[i].Lang = in
	}
	return append([]Paragraph{{Kind: Fine, Spans: []Span{{Original(in, loc), Slanted}}}}, list...)
}

// noted puts a note at the end of the last of some paragraphs.
func noted(list []Paragraph, note string) []Paragraph {
	if len(list) > 0 && note != "" {
		last := &list[len(list)-1]
		last.Spans = append(last.Spans, Span{note, Footnote})
	}
	return list
}

// proposedIn is the language of what proposed shows, "" for that of the paper.
func proposedIn(line data.PublicLine) data.Lang {
	if line.Wording == "" {
		return line.TextLang
	}
	return line.WordingLang
}
