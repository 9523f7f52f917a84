package paper

import (
	"strings"
	"time"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/states"
	"travaux/export"
	"travaux/translations"
)

// Words that all papers in the delegation's own words have.
var wordsOfPapers = []string{"paper.entry.text", "paper.entry.wording", "paper.entry.reasons", "paper.legend"}

var (
	nonPaper = Kind{
		ID: "non-paper", Asks: []Ask{AskTitle, AskWords, AskProvisions, AskOriginal},
		Parts: []string{"words", "provisions"}, Words: append([]string{"words.non-paper"}, wordsOfPapers...),
		document: maker.nonPaper,
	}
	joint = Kind{
		ID: "joint", Asks: []Ask{AskStates, AskTitle, AskWords, AskProvisions, AskOriginal, AskApproved},
		Parts: []string{"words", "provisions"}, Words: append([]string{"joint.title", "joint.by", "joint.proposals"}, wordsOfPapers...),
		document: maker.joint,
	}
	explanation = Kind{
		ID: "explanation", Asks: []Ask{AskTitle, AskWords, AskOriginal},
		Styles: []string{"position-after", "position-before", "vote-after", "vote-before"},
		Parts:  []string{"check", "words"},
		Words: []string{
			"words.explanation.position-after", "words.explanation.position-before", "words.explanation.vote-after", "words.explanation.vote-before", "speech.paper.check",
		},
		document: maker.explanation,
	}
	reply = Kind{
		ID: "reply", Asks: []Ask{AskTitle, AskWords, AskOriginal}, Styles: []string{"first", "second"},
		Parts: []string{"check", "words"}, Words: []string{"words.reply.first", "words.reply.second", "speech.paper.check"},
		document: maker.reply,
	}
	declaration = Kind{
		ID: "declaration", Asks: []Ask{AskTitle, AskWords, AskProvisions, AskOriginal},
		Styles: []string{"declaration", "reservation", "declaration-signature", "reservation-signature"},
		Parts:  []string{"words"},
		Words: []string{
			"words.declaration", "words.reservation", "words.declares.ratifying", "words.declares.signing", "words.reserves.ratifying", "words.reserves.signing",
		},
		document: maker.declaration,
	}
)

// Limits of what is said: ten minutes for an explanation of vote or position and for
// the first intervention in right of reply, five for the second (decision 34/401 of the
// General Assembly).
const (
	tenMinutes  = 10 * time.Minute
	fiveMinutes = 5 * time.Minute
)

// written gathers a paper of the order's own words.
func (m maker) written(lines bool) (data.PublicWords, error) {
	return m.desk.PublicWords(m.public(), m.state(), m.order.Title, m.order.Words, lines)
}

func (m maker) ownWords(f export.Form, lines bool) (export.Document, error) {
	p, err := m.written(lines)
	if err != nil {
		return export.Document{}, err
	}
	doc := export.OwnWords(p, f, m.loc)
	doc.Quotes = m.desk.IssuedText(m.lang)
	return doc, nil
}

// nonPaper proposes wording only for provisions that the order names.
func (m maker) nonPaper() (export.Document, error) {
	return m.ownWords(export.Form{Name: m.loc.T("words.non-paper"), Anonymous: true}, len(m.order.Provisions) > 0)
}

func (m maker) explanation() (export.Document, error) {
	return m.ownWords(export.Form{Name: m.loc.T("words.explanation." + m.order.Style), Limit: tenMinutes}, false)
}

func (m maker) reply() (export.Document, error) {
	f := export.Form{Name: m.loc.T("words.reply." + m.order.Style), Limit: tenMinutes}
	if m.order.Style == "second" {
		f.Limit = fiveMinutes
	}
	return m.ownWords(f, false)
}

func (m maker) declaration() (export.Document, error) {
	what, signature := strings.CutSuffix(m.order.Style, "-signature")
	id := map[string]string{"declaration": "words.declares", "reservation": "words.reserves"}[what]
	if signature {
		id += ".signing"
	} else {
		id += ".ratifying"
	}
	formula := m.loc.T(id, "state", m.inSentence())
	var named []string
	if t, err := m.desk.Current(); err == nil {
		for _, id := range m.order.Provisions {
			if p, ok := t.Find(id); ok {
				named = append(named, m.loc.CiteCase(p.Path, translations.CiteAfter))
			}
		}
	}
	if len(named) > 0 {
		formula = m.loc.T(id+".on", "state", m.inSentence(), "provisions", m.loc.List(named))
	}
	return m.ownWords(export.Form{Name: m.loc.T("words." + what), Formula: formula}, false)
}

// joint is a paper of the delegation and of the States of the order. It has wording for
// the provisions of the order, and without any for all.
func (m maker) joint() (export.Document, error) {
	p, err := m.written(true)
	if err != nil {
		return export.Document{}, err
	}
	if p.State != "" {
		p.Sponsors = append(p.Sponsors, p.State)
	}
	for _, code := range m.order.States {
		p.Sponsors = append(p.Sponsors, m.party(code))
	}
	doc := export.JointPaper(p, m.loc)
	doc.Quotes = m.desk.IssuedText(m.lang)
	return doc, nil
}

// party is the name of a participant by its code: that of the United Nations, else that
// of the register.
func (m maker) party(code string) string {
	if name := states.Name(code, m.lang); name != "" {
		return name
	}
	if name := m.desk.Register().Name(code, m.lang); name != "" {
		return name
	}
	return m.loc.Isolate(code)
}

// public is what of our positions the order asks for.
func (m maker) public() desk.PublicOptions {
	return desk.PublicOptions{
		Lang: m.lang, Date: m.order.Date, ApprovedOnly: m.order.ApprovedOnly, Original: m.order.Original, Provisions: m.order.Provisions, Cite: m.loc.Cite,
	}
}
