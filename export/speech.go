package export

import (
	"fmt"
	"strings"
	"time"

	"travaux/data"
	"travaux/data/speaking"
	"travaux/translations"
)

// ReadingCopy is a statement for the person at the microphone: in large type, each
// paragraph with the time at which it begins at a pace, and nothing else.
func ReadingCopy(s data.PublicSpeech, pace int, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	w.add(Title{loc.T("speech.paper.title"), s.Instrument})
	w.add(speechFields(s, w, loc.T("speech.paper.takes"), speechClock(speaking.Takes(s.Text, s.Lang, pace))))
	w.part("words")
	said := ""
	for _, line := range strings.Split(s.Text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		w.add(Entry{speechClock(speaking.Takes(said, s.Lang, pace)), paragraphs(Spoken, line)})
		said += line + "\n"
	}
	return speechDocument(s, w, loc.T("speech.paper.reading"))
}

// HandOut is a statement for those who listen and for the interpreters, with the
// letterhead and the words by which what is said counts and not what is written.
func HandOut(s data.PublicSpeech, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	if s.State != "" {
		w.add(Letterhead{s.State, s.Letterhead})
	}
	w.add(Title{loc.T("speech.paper.title"), s.Instrument}, speechFields(s, w, "", ""))
	w.part("check")
	w.add(Paragraph{Kind: Body, Spans: []Span{{loc.T("speech.paper.check"), Strong}}})
	w.part("words")
	for _, p := range paragraphs(Body, s.Text) {
		w.add(p)
	}
	return speechDocument(s, w, loc.T("speech.paper.title"))
}

func speechFields(s data.PublicSpeech, w writer, label, value string) Fields {
	var f fieldRows
	f.add(w.loc.T("paper.field.body"), s.Body)
	f.add(w.loc.T("paper.field.session"), s.Session)
	f.add(w.loc.T("paper.field.agenda"), s.AgendaItem)
	f.add(w.loc.T("speech.paper.meeting"), w.loc.Meeting(s.Meeting))
	f.add(w.loc.T("paper.field.date"), w.date(s.Date))
	f.add(label, value)
	return f.Fields
}

func speechDocument(s data.PublicSpeech, w writer, paper string) Document {
	doc := Document{
		Lang: s.Lang, Title: w.loc.T("paper.file.title", "paper", paper, "instrument", s.Instrument), Subject: s.Instrument,
		Author: s.State, RunningHead: paper, Date: s.Date, Parts: w.parts, Blocks: w.blocks,
	}
	if s.State != "" {
		doc.RunningHead = w.loc.T("paper.head", "state", s.State, "paper", paper)
	}
	return doc
}

// speechClock writes a time as a speaking timer shows it.
func speechClock(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
