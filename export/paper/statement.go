package paper

import (
	"travaux/data"
	"travaux/export"
)

// Styles of a statement.
const (
	styleReading = "reading"
	styleHandout = "handout"
)

var statement = Kind{
	ID: "statement", Asks: []Ask{AskSpeech}, Styles: []string{styleReading, styleHandout},
	Parts:    []string{"check", "words"},
	Words:    []string{"speech.paper.title", "speech.paper.reading", "speech.paper.takes", "speech.paper.check"},
	document: maker.statement, secrets: secretsOfStatement,
}

func (m maker) statement() (export.Document, error) {
	s, err := m.desk.PublicSpeech(m.order.Speech, m.lang, 0, m.state())
	if err != nil {
		return export.Document{}, err
	}
	doc := export.ReadingCopy(s, 0, m.loc)
	if m.order.Style == styleHandout {
		doc = export.HandOut(s, m.loc)
	}
	doc.Quotes = m.desk.IssuedText(m.lang)
	return doc, nil
}

// secretsOfStatement are those that the statement of an order must not give away: what
// is there to be said is none.
func secretsOfStatement(m maker) []data.Secret {
	s, _ := m.desk.Speech(m.order.Speech)
	return m.desk.SpeechSecrets(s.Provisions)
}
