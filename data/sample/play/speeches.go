package play

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/sample"
)

// submit keeps what was handed in, in the language in which the delegation writes,
// and records the marked paragraphs as views, word for word.
func (p *player) submit(story sample.Story) error {
	if err := p.desk.WorkAs(p.members[sample.NoteTaker]); err != nil {
		return err
	}
	for _, x := range story.Submissions {
		by := data.Speaker{Code: x.By, For: x.For}
		text, starts := joined(x.Paragraphs, p.lang)
		s, err := p.desk.RecordSubmission(p.ctx, data.Submission{
			Symbol: x.Symbol, Title: x.Title.In(p.lang), Date: x.Date, Lang: p.lang, By: []data.Speaker{by}, Text: text,
		}, nil)
		if err != nil {
			return err
		}
		var views []data.View
		for _, m := range x.Marks {
			prov, err := p.at(m.Path)
			if err != nil {
				return err
			}
			words := x.Paragraphs[m.Paragraph].In(p.lang)
			start := starts[m.Paragraph]
			views = append(views, data.View{
				Provision: prov.ID, By: by, Attitude: m.Attitude, Words: words, Lang: p.lang,
				Said:       time.Date(x.Date.Year, x.Date.Month, x.Date.Day, 12, 0, 0, 0, time.UTC),
				Submission: s.ID, Anchor: data.NewAnchor(p.lang, text, start, start+len([]rune(words))),
			})
		}
		if _, err := p.desk.RecordViews(p.ctx, views); err != nil {
			return err
		}
	}
	return nil
}

// joined is a text of paragraphs, with the rune at which each begins.
func joined(paragraphs []data.Words, lang data.Lang) (text string, starts []int) {
	var lines []string
	at := 0
	for _, paragraph := range paragraphs {
		line := paragraph.In(lang)
		lines, starts = append(lines, line), append(starts, at)
		at += len([]rune(line)) + 1
	}
	return strings.Join(lines, "\n"), starts
}

// ask records what is asked of capital, and which instruction answers it.
func (p *player) ask(story sample.Story) error {
	answers := map[string]data.ID{}
	for _, i := range p.desk.AllInstructions() {
		answers[i.Reference] = i.ID
	}
	for _, x := range story.Requests {
		prov, err := p.at(x.Path)
		if err != nil {
			return err
		}
		if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
			return err
		}
		_, err = p.desk.SetRequest(p.ctx, data.Request{
			Provision: prov.ID, Question: x.Question.In(p.lang), Deadline: x.Deadline, Answered: answers[x.Answered],
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// speak writes our statements, in all languages, and notes which was delivered.
func (p *player) speak(story sample.Story) error {
	held := p.desk.Meetings()
	for _, x := range story.Speeches {
		if err := p.desk.WorkAs(p.members[x.Author]); err != nil {
			return err
		}
		s := data.Speech{Title: x.Title.In(p.lang), Meeting: held[x.Meeting].ID, Text: x.Text}
		for _, path := range x.Paths {
			prov, err := p.at(path)
			if err != nil {
				return err
			}
			s.Provisions = append(s.Provisions, prov.ID)
		}
		s, err := p.desk.SetSpeech(p.ctx, s)
		if err != nil {
			return err
		}
		if x.Delivered > 0 {
			if err := p.desk.DeliverSpeech(p.ctx, s.ID, began(story.Meetings[x.Meeting]).Add(x.Delivered), ""); err != nil {
				return err
			}
		}
	}
	return nil
}
