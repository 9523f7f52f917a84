package paper

import "travaux/export"

var position = Kind{
	ID: "position", Asks: []Ask{AskApproved, AskOriginal, AskProvisions},
	Parts:    []string{"summary", "contents", "provisions", "approvals"},
	Words:    []string{"paper.position", "paper.summary", "paper.contents", "paper.entry.text", "paper.entry.stance", "paper.entry.wording", "paper.entry.reasons", "paper.entry.sources"},
	document: maker.position,
}

func (m maker) position() (export.Document, error) {
	brief, err := m.desk.Public(m.public(), m.state())
	if err != nil {
		return export.Document{}, err
	}
	dress := export.DressOf(m.template, m.kind.ID, m.lang, m.kind.Words)
	brief.Signature = m.desk.SignPaper(export.Manifest(brief, dress))
	return export.PositionDressed(brief, dress), nil
}
