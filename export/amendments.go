package export

import (
	"strconv"
	"strings"
	"unicode"

	"travaux/data"
	"travaux/data/redline"
	"travaux/translations"
)

// AmendmentCodes is a sheet of what the delegation asks for, provision by provision, by
// the verbs of the ITU: ADD, ADD* for what comes from elsewhere, MOD, (MOD) for what is
// editorial, SUP, SUP* for what goes elsewhere, NOC, and NOC in bold for what must
// remain; each with the redline and the reasons.
//
// Source: reference on negotiation, section 9.
func AmendmentCodes(p data.PublicProposals, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	w.sheetHead(p)
	w.part("amendments")
	w.add(w.legend())
	w.underHeadings(p.Provisions, func(x data.PublicProvision) {
		for _, q := range x.Proposals {
			w.coded(x, q)
		}
	})
	return w.document(p.PublicBrief, loc.T("sheet.title"), p.Title)
}

// sheetHead is what a sheet of amendments belongs to.
func (w *writer) sheetHead(p data.PublicProposals) {
	w.letterhead(p.PublicBrief)
	w.add(Title{w.loc.T("sheet.title"), p.Title})
	rows := w.belongs(p.PublicBrief, false)
	rows.add(w.loc.T("paper.field.date"), w.date(p.Date))
	w.add(rows.Fields)
}

// underHeadings writes provisions below the headings that they stand under, each with
// its citation.
func (w *writer) underHeadings(list []data.PublicProvision, write func(data.PublicProvision)) {
	var before []data.PublicHeading
	for _, x := range list {
		line := data.PublicLine{Path: x.Path, Kind: x.Kind, Label: x.Label, Heading: x.Heading, Parents: x.Parents}
		within := containers(line)
		same := 0
		for same < len(within) && same < len(before) && within[same] == before[same] {
			same++
		}
		for _, h := range within[same:] {
			level := 1
			if h.Kind == data.KindArticle {
				level = 2
			}
			w.add(Heading{level, w.headingText(h)})
		}
		if !isContainer(x.Kind) || len(within) == same {
			w.add(Heading{3, Cite(line, w.loc)})
		}
		before = within
		write(x)
	}
}

// coded is one amendment: its verb and what that means, where, the redline, the reasons.
func (w *writer) coded(x data.PublicProvision, q data.PublicProposal) {
	code, id := codeOf(q)
	words := w.loc.T(id)
	switch q.Kind {
	case data.ProposalAdd:
		words = w.loc.T("sheet.add."+neighbour(q), "place", w.loc.CiteCase(x.Path, translations.CiteAfter))
	case data.ProposalMove:
		words = w.loc.T("sheet.move."+neighbour(q), "place", w.loc.CiteCase(q.Target, translations.CiteAfter))
	}
	mark := Plain
	if q.Must {
		mark = Strong
	}
	verb := Paragraph{Kind: Body, Spans: append([]Span{{w.verb(code), mark}, {" · " + words, Plain}}, w.onEarlier(q)...)}
	w.add(Entry{w.loc.T("sheet.amendment"), []Paragraph{verb}})
	if q.Kind == data.ProposalNoChange || q.Kind == data.ProposalMove {
		w.entry("paper.entry.text", inLang(x.TextLang, paragraphs(Quotation, x.Text), w.loc))
	} else {
		w.entry("paper.entry.wording", w.redlineOf(x, q))
	}
	w.entry("paper.entry.reasons", noted(inLang(q.ReasonsLang, paragraphs(Body, q.Reasons), w.loc), q.Source))
}

// codeOf is the verb of the ITU, and the catalogue id of what it means.
func codeOf(q data.PublicProposal) (code, id string) {
	switch q.Kind {
	case data.ProposalModify:
		if q.Wording != "" && editorial(q.Base, q.Wording) {
			return "(MOD)", "sheet.mod.editorial"
		}
		return "MOD", "sheet.mod"
	case data.ProposalSuppress:
		return "SUP", "sheet.sup"
	case data.ProposalMove:
		return "SUP* ADD*", "sheet.mod"
	case data.ProposalAdd:
		return "ADD", "sheet.mod"
	}
	if q.Must {
		return "NOC", "sheet.noc.must"
	}
	return "NOC", "sheet.noc"
}

// neighbour says where an addition or a move stands beside its neighbour.
func neighbour(q data.PublicProposal) string {
	if q.Before {
		return "before"
	}
	return "after"
}

// editorial reports whether a wording has the words of the text, in their order, and
// changes nothing but marks and capitals.
func editorial(text, wording string) bool {
	words := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
	}
	return words(text) == words(wording)
}

// redlineOf shows a proposal as changes of what it is made on; what it has no words for
// in the language of the paper, it says.
func (w *writer) redlineOf(x data.PublicProvision, q data.PublicProposal) []Paragraph {
	switch {
	case q.Elsewhere:
		return []Paragraph{{Kind: Fine, Spans: []Span{{w.loc.T("paper.no-text"), Slanted}}}}
	case q.Kind == data.ProposalSuppress:
		return inLang(x.TextLang, split(Quotation, []Span{{x.Text, Deleted}}), w.loc)
	case q.Kind == data.ProposalAdd:
		return inLang(q.WordingLang, split(Quotation, []Span{{w.loc.Numbered(q.Label, q.Wording), Inserted}}), w.loc)
	}
	var spans []Span
	for _, e := range redline.Words(q.Base, q.Wording) {
		spans = append(spans, Span{e.Text, [...]Mark{Plain, Deleted, Inserted}[e.Kind]})
	}
	return inLang(q.WordingLang, split(Quotation, spans), w.loc)
}

// CompilationPaper is the proposals of all delegations, provision by provision: the text
// as it stands, then each proposal with who makes it, as changes of what it is made on.
//
// Source of the form of attributions: reference on negotiation, section 5.
func CompilationPaper(p data.PublicProposals, loc *translations.Localizer) Document {
	w := writer{loc: loc}
	w.letterhead(p.PublicBrief)
	w.add(Title{loc.T("compilation.title"), p.Title})
	rows := w.belongs(p.PublicBrief, false)
	rows.add(loc.T("paper.field.date"), w.date(p.Date))
	n := 0
	for _, x := range p.Provisions {
		n += len(x.Proposals)
	}
	rows.add(loc.T("compilation.count"), loc.Number(n))
	w.add(rows.Fields)
	w.part("contents")
	w.add(Contents{loc.T("paper.contents"), 2})
	w.part("provisions")
	w.add(w.legend())
	w.underHeadings(p.Provisions, func(x data.PublicProvision) {
		w.entry("paper.entry.text", inLang(x.TextLang, paragraphs(Quotation, x.Text), loc))
		for i, q := range x.Proposals {
			w.attributed(i+1, x, q)
		}
	})
	doc := w.document(p.PublicBrief, loc.T("compilation.title"), p.Title)
	for _, x := range p.Provisions { // what was proposed in the room is no secret, whoever can live with it
		for _, q := range x.Proposals {
			doc.Quotes += q.Wording + "\n"
		}
	}
	return doc
}

// onEarlier says that a proposal changes other words than the text as it stands has;
// nothing of any other.
func (w *writer) onEarlier(q data.PublicProposal) []Span {
	switch {
	case !q.Earlier:
		return nil
	case q.EarlierOf == "":
		return []Span{{" · " + w.loc.T("compilation.on.earlier"), Plain}}
	}
	return []Span{{" · " + w.loc.T("compilation.on", "revision", w.loc.Isolate(q.EarlierOf)), Plain}}
}

// verb keeps the stars of a verb of the ITU behind it in a line from the right.
func (w *writer) verb(code string) string {
	if strings.HasSuffix(code, "*") {
		return w.loc.Isolate(code)
	}
	return code
}

// offered is a verb of the ITU and whose proposal it is. Before a Chinese parenthesis
// stands no space.
func (w *writer) offered(code, who string) []Span {
	if !strings.HasPrefix(who, "（") {
		who = " " + who
	}
	return []Span{{w.verb(code), Strong}, {who, Plain}}
}

// attributed is a proposal of somebody: "MOD (Spain)", and what it would change.
func (w *writer) attributed(number int, x data.PublicProvision, q data.PublicProposal) {
	code, _ := codeOf(q)
	who := w.loc.T("compilation.by", "who", q.By)
	if q.Amends != "" {
		who = w.loc.T("compilation.amending", "who", q.By, "whom", q.Amends)
	}
	spans := w.offered(code, who)
	switch q.Kind {
	case data.ProposalAdd:
		spans = append(spans, Span{" · " + w.loc.T("sheet.add."+neighbour(q), "place", w.loc.CiteCase(x.Path, translations.CiteAfter)), Plain})
	case data.ProposalMove:
		spans = append(spans, Span{" · " + w.loc.T("sheet.move."+neighbour(q), "place", w.loc.CiteCase(q.Target, translations.CiteAfter)), Plain})
	}
	spans = append(spans, w.onEarlier(q)...)
	list := noted([]Paragraph{{Kind: Statement, Spans: spans}}, w.loc.Isolate(q.Source))
	if q.Kind != data.ProposalNoChange && q.Kind != data.ProposalMove {
		list = append(list, w.redlineOf(x, q)...)
	}
	w.add(Entry{w.loc.T("compilation.proposal", "n", strconv.Itoa(number)), list})
}
