package paper

import (
	"slices"

	"travaux/data"
	"travaux/data/desk"
	"travaux/data/marking"
	"travaux/data/tally"
	"travaux/export"
)

// Styles of a comparison.
const (
	styleChanges = "changes"
	styleWhole   = "whole"
)

var comparison = Kind{
	ID: "comparison", Asks: []Ask{AskRevisions, AskProvisions, AskOriginal}, Styles: []string{styleChanges, styleWhole},
	Parts: []string{"table"}, Words: []string{"columns.title", "columns.same", "columns.none"},
	document: maker.comparison,
}

func (m maker) comparison() (export.Document, error) {
	p, err := m.desk.PublicVersions(m.public(), m.state(), m.order.Revisions)
	if err != nil {
		return export.Document{}, err
	}
	return export.Columns(p, m.order.Style == styleWhole, m.loc), nil
}

var brief = Kind{
	ID: "brief", Ours: true, Asks: []Ask{AskProvisions},
	Parts: []string{"summary", "contents", "provisions"},
	Words: []string{
		"brief.title", "brief.room", "brief.stance", "brief.line", "brief.orders", "brief.red-lines", "brief.internal", "brief.ladder", "brief.bottom", "brief.others", "brief.offers",
	},
	document: maker.brief,
}

func (m maker) brief() (export.Document, error) {
	b, err := m.desk.InternalBrief(desk.BriefOptions{
		PublicOptions: m.public(), StateName: m.state(), Attribute: m.attribution, Party: m.standing, RedLine: m.redLine,
	})
	if err != nil {
		return export.Document{}, err
	}
	return export.InternalBrief(b, m.loc), nil
}

// standing names who is counted.
func (m maker) standing(s tally.Standing) string {
	if s.Code != "" {
		return m.party(s.Code)
	}
	return m.loc.Isolate(s.Name)
}

// redLine says a red line in a few words: "Must stay: “without delay”".
func (m maker) redLine(r data.RedLine) string {
	if words := r.Phrases.In(m.lang); words != "" {
		return m.loc.T("redline.title."+string(r.Rule), "phrase", m.loc.Quote(m.loc.Isolate(words)))
	}
	return m.loc.T("redline.rule." + string(r.Rule))
}

var book = Kind{
	ID: "book", Ours: true, Asks: []Ask{AskBound, AskTitle}, Words: []string{"book.title", "paper.contents"},
	document: maker.book,
}

// book binds the papers of the order. It bears the highest marking of them, and that of
// what is for the delegation at least.
func (m maker) book() (export.Document, error) {
	p, err := m.desk.PublicCover(m.public(), m.state())
	if err != nil {
		return export.Document{}, err
	}
	out := export.Book{PublicBrief: p}
	out.Heading, _ = m.order.Title.Or(m.lang, true)
	scheme := m.desk.Marking()
	level := scheme.Level(scheme.Internal)
	for _, o := range m.bound() {
		doc, err := m.document(o)
		if err != nil {
			return export.Document{}, err
		}
		level = m.higher(scheme, level, doc.Marking)
		out.Papers = append(out.Papers, doc)
	}
	out.Marking = export.Handling(level, m.loc)
	return export.BriefingBook(out, m.loc), nil
}

// bound are the orders that an order binds, of its date and its template.
func (m maker) bound() []data.PaperOrder {
	list := slices.Clone(m.order.Bound)
	for i := range list {
		list[i].Date, list[i].Template = m.order.Date, m.order.Template
	}
	return list
}

// higher is the higher of a level and of that which a marking tells.
func (m maker) higher(s marking.Scheme, level marking.Level, told string) marking.Level {
	for _, l := range s.Levels {
		if told != "" && export.Handling(l, m.loc) == told {
			return s.Highest(level.Code, l.Code)
		}
	}
	return level
}

var letter = Kind{
	ID: "letter", Asks: []Ask{AskLetter, AskBound, AskTitle, AskWords, AskOriginal},
	Parts: []string{"letter", "annexes"},
	Words: []string{
		"submission.letter.transmits", "submission.letter.requests", "submission.letter.closes", "submission.note.transmits", "submission.note.requests",
		"submission.note.closes", "submission.signed", "letter.annex",
	},
	document: maker.letter, secrets: secretsOfLetter,
}

// letter has the papers of the order as annexes, else its own words.
func (m maker) letter() (export.Document, error) {
	c := export.CircularLetter{Note: m.order.Note, Addressee: m.order.Addressee, Signed: m.order.Signed, Capacity: m.order.Capacity.In(m.lang)}
	if len(m.order.Bound) == 0 {
		p, err := m.written(false)
		if err != nil {
			return export.Document{}, err
		}
		c.PublicWords = p
	} else {
		p, err := m.desk.PublicCover(m.public(), m.state())
		if err != nil {
			return export.Document{}, err
		}
		c.PublicBrief = p
	}
	for _, o := range m.bound() {
		doc, err := m.document(o)
		if err != nil {
			return export.Document{}, err
		}
		c.Papers = append(c.Papers, doc)
	}
	doc := export.LetterForCirculation(c, m.loc)
	doc.Quotes += m.desk.IssuedText(m.lang)
	return doc, nil
}

// secretsOfLetter are all but the name of who signs it.
func secretsOfLetter(m maker) []data.Secret {
	return slices.DeleteFunc(m.desk.Secrets(), func(s data.Secret) bool {
		return s.Field == "field.member" && !m.order.Note && s.Text == m.order.Signed
	})
}
