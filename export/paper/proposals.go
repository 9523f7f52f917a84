package paper

import (
	"slices"

	"travaux/data"
	"travaux/export"
)

// Styles of an amendment sheet.
const (
	styleCodes     = "codes"
	styleSentences = "sentences"
)

var amendments = Kind{
	ID: "amendments", Asks: []Ask{AskProvisions, AskApproved, AskOriginal}, Styles: []string{styleCodes, styleSentences},
	Parts: []string{"amendments"},
	Words: []string{
		"sheet.title", "sheet.amendment", "sheet.mod", "sheet.mod.editorial", "sheet.sup", "sheet.noc", "sheet.noc.must",
		"paper.entry.text", "paper.entry.wording", "paper.entry.reasons", "paper.legend",
	},
	document: maker.amendments,
}

func (m maker) amendments() (export.Document, error) {
	p, err := m.desk.PublicAmendments(m.public(), m.state())
	if err != nil {
		return export.Document{}, err
	}
	doc := export.AmendmentCodes(p, m.loc)
	if m.order.Style == styleSentences {
		doc = export.AmendmentSentences(p, m.loc)
	}
	doc.Quotes = m.desk.IssuedText(m.lang)
	return doc, nil
}

var compilation = Kind{
	ID: "compilation", Asks: []Ask{AskStates, AskProvisions, AskOriginal},
	Parts: []string{"contents", "provisions"}, Words: []string{"compilation.title", "paper.contents", "paper.entry.text", "paper.legend"},
	document: maker.compilation,
}

func (m maker) compilation() (export.Document, error) {
	var of func(data.Proposal) bool
	if len(m.order.States) > 0 {
		of = m.makes
	}
	p, err := m.desk.PublicProposals(m.public(), m.state(), m.attribution, of)
	if err != nil {
		return export.Document{}, err
	}
	doc := export.CompilationPaper(p, m.loc)
	doc.Quotes += m.desk.IssuedText(m.lang)
	return doc, nil
}

// makes reports whether one of the States of the order makes a proposal.
func (m maker) makes(p data.Proposal) bool {
	own := m.desk.Negotiation().State
	if p.Ours && own != "" && slices.Contains(m.order.States, own) {
		return true
	}
	return slices.ContainsFunc(p.Proponents, func(x data.Proponent) bool {
		code := x.State
		if code == "" {
			code = m.known(x.Name)
		}
		return code != "" && slices.Contains(m.order.States, code)
	})
}

// attribution names who makes a proposal as documents do it: "Spain", "Egypt on behalf
// of NAM"; us by the name of our State.
func (m maker) attribution(p data.Proposal) string {
	var names []string
	if p.Ours && m.state() != "" {
		names = append(names, m.state())
	}
	for _, x := range p.Proponents {
		names = append(names, m.attributed(x))
	}
	if len(names) == 0 {
		return m.loc.T("reader.unattributed.full")
	}
	return m.together(names, p.Proponents)
}

// attributed names one; a State or a group of the register by its name in the language
// of the paper, anybody else as written.
func (m maker) attributed(x data.Proponent) string {
	if x.For == "" {
		return m.named(x)
	}
	return m.onBehalf(m.named(x), m.groups(x.For), "compilation.of", "compilation.for")
}

// known is the code of a participant whose name was typed in full, "" if nobody's.
func (m maker) known(name string) string {
	if name == "" {
		return ""
	}
	for _, f := range m.desk.Register().Find(name) {
		if !f.Group && f.Exact() {
			return f.Code
		}
	}
	return ""
}

// groups are the names of a group as typed in the language of the paper, the short one
// first, where the register has it.
func (m maker) groups(name string) []string {
	reg := m.desk.Register()
	for _, f := range reg.Find(name) {
		if f.Group && f.Exact() {
			return []string{reg.GroupShort(f.Code, m.lang), reg.GroupName(f.Code, m.lang)}
		}
	}
	return []string{name}
}
