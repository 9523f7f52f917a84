package play

import (
	"fmt"
	"strings"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/library"
	"travaux/data/sample"
)

// shelve puts the invented documents into the library, in all their languages.
func (p *player) shelve(story sample.Story) error {
	if err := p.desk.WorkAs(p.members[sample.Head]); err != nil {
		return err
	}
	for _, x := range story.Works {
		var readings []desk.WorkReading
		for _, lang := range data.Langs {
			r := desk.WorkReading{Source: data.Source{Lang: lang, Format: "text"}}
			for i, para := range x.Paragraphs {
				words := unnumbered(para.Text[lang])
				if words != "" {
					r.Lines = append(r.Lines, library.Line{Path: fmt.Sprint(i + 1), Pointer: para.Pointer, Text: words})
				}
			}
			if len(r.Lines) > 0 {
				readings = append(readings, r)
			}
		}
		w := data.Work{Symbol: x.Symbol, Title: x.Title, Date: x.Date, Kind: data.WorkReport, Agreed: true}
		if _, err := p.desk.AddWork(p.ctx, w, readings...); err != nil {
			return err
		}
	}
	return nil
}

// unnumbered is a paragraph without its number, which is its pointer.
func unnumbered(s string) string { return strings.TrimLeft(s, "0123456789.- ") }
