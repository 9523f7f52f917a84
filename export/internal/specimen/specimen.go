// Package specimen holds an invented position on an invented convention in six
// languages, for the tests and benchmarks of export and the packages below it.
//
// It imports data, data/sshsig and data/redline/align only, and no program may import it.
package specimen

import (
	"fmt"
	"strings"
	"time"

	"travaux/data"
)

// language is everything one language says.
type language struct {
	title, body, session, agenda, state string
	letterhead                          []string
	summary                             string
	preamble, chapter1, chapter2        data.PublicHeading
	articles                            map[int]data.PublicHeading
	provisions                          []provision
}

// provision is one line of the paper; article 0 is the preamble.
type provision struct {
	article                           int
	path, paragraph, label            string
	kind                              data.Kind
	stance                            data.Stance
	text, wording, reasons, citations string
	unapproved                        bool
}

var languages = map[data.Lang]*language{
	data.English: &english, data.French: &french, data.Spanish: &spanish,
	data.Russian: &russian, data.Arabic: &arabic, data.Chinese: &chinese,
}

// Provisions is how many lines Brief has.
const Provisions = 9

// Brief returns the paper in one language.
func Brief(lang data.Lang) data.PublicBrief { return Long(lang, 1) }

// Long returns a paper that goes through the provisions so many times, each
// time with other article numbers.
func Long(lang data.Lang, times int) data.PublicBrief {
	l := languages[lang]
	brief := data.PublicBrief{
		Lang: lang, Title: l.title, Body: l.body, Session: l.session, AgendaItem: l.agenda, State: l.state,
		Letterhead: l.letterhead, Date: data.Date{Year: 2026, Month: time.March, Day: 9},
		Summary: l.summary, Symbol: "A/AC.311/14/Rev.2",
	}
	for i := range times {
		for k, p := range l.provisions {
			line := l.line(p, i, k)
			if !p.unapproved {
				line.Approval = approved(lang, line, k)
			}
			brief.Lines = append(brief.Lines, line)
		}
	}
	return brief
}

func (l *language) line(p provision, round, index int) data.PublicLine {
	line := data.PublicLine{
		Path: p.path, Kind: p.kind, Label: p.label, Text: p.text, Stance: p.stance, Wording: p.wording,
		Reasons: p.reasons, Citations: p.citations,
	}
	if p.article == 0 {
		line.Parents = []data.PublicHeading{l.preamble}
		return line
	}
	chapter := l.chapter1
	if p.article >= 9 {
		chapter = l.chapter2
	}
	article := l.articles[p.article]
	if round > 0 {
		old, now := fmt.Sprint(p.article), fmt.Sprint(p.article+20*round)
		article.Label = strings.Replace(article.Label, old, now, 1)
		line.Path = strings.Replace(line.Path, "art"+old, "art"+now, 1)
	}
	if round > 0 { // no two paragraphs of a long paper are the same
		mark := fmt.Sprintf(" (%d)", round)
		line.Text += mark
		line.Reasons += mark
		if line.Wording != "" {
			line.Wording += mark
		}
	}
	line.Parents = []data.PublicHeading{chapter}
	if p.kind == data.KindArticle {
		line.Label, line.Heading = article.Label, article.Heading
		return line
	}
	line.Parents = append(line.Parents, article)
	if p.paragraph != "" {
		line.Parents = append(line.Parents, data.PublicHeading{Kind: data.KindParagraph, Label: p.paragraph})
	}
	return line
}
